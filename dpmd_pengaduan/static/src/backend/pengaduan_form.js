import { onMounted } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { FormCompiler } from "@web/views/form/form_compiler";
import { FormController } from "@web/views/form/form_controller";
import { FormRenderer } from "@web/views/form/form_renderer";
import { formView } from "@web/views/form/form_view";
import { StatusBarButtons } from "@web/views/form/status_bar_buttons/status_bar_buttons";

const UTAMA = /\b(oe_highlight|o_dpmd_samping)\b/;

/** Marks the slots of the next SOP step, so that the header can tell them from the ways off the path. */
export class PengaduanFormCompiler extends FormCompiler {
    compileHeader(el, params) {
        const header = super.compileHeader(el, params);
        for (const slot of header.querySelectorAll("StatusBarButtons > t")) {
            if (UTAMA.test(slot.firstElementChild.getAttribute("className"))) {
                slot.setAttribute("t-set-slot", "next_" + slot.getAttribute("t-set-slot"));
            }
        }
        return header;
    }
}

/** One press for the next step; everything else in one menu, so that the statusbar keeps its room. */
export class PengaduanStatusBarButtons extends StatusBarButtons {
    static template = "dpmd_pengaduan.StatusBarButtons";

    get nextSlotNames() {
        return this.visibleSlotNames.filter((name) => name.startsWith("next_"));
    }

    get otherSlotNames() {
        return this.visibleSlotNames.filter((name) => !name.startsWith("next_"));
    }
}

export class PengaduanFormRenderer extends FormRenderer {
    static components = { ...FormRenderer.components, StatusBarButtons: PengaduanStatusBarButtons };
}

/** Tells the server that its official has opened the case: read receipt, and SOP step 4. */
export class PengaduanFormController extends FormController {
    setup() {
        super.setup();
        onMounted(() => this.dibuka());
    }

    async onPagerUpdate() {
        await super.onPagerUpdate(...arguments);
        await this.dibuka();
    }

    async dibuka() {
        const { resId } = this.model.root;
        if (!resId) {
            return;
        }
        const moved = await this.orm.call("dpmd.pengaduan", "action_dibuka", [[resId]]);
        if (moved && this.model.root.resId === resId) {
            await this.model.root.load();
        }
    }
}

/** Tells the server that a paper was opened: who signs must have read it. */
export class NaskahFormController extends FormController {
    setup() {
        super.setup();
        onMounted(() => this.dibuka());
    }

    async onPagerUpdate() {
        await super.onPagerUpdate(...arguments);
        this.dibuka();
    }

    dibuka() {
        this.terbuka = this.orm.call("dpmd.dokumen", "action_dibuka", [[this.model.root.resId]]);
    }

    /** A quick thumb presses before the server has heard of the opening. */
    async beforeExecuteActionButton(clickParams) {
        await this.terbuka;
        return super.beforeExecuteActionButton(clickParams);
    }
}

registry.category("views").add("dpmd_naskah_form", { ...formView, Controller: NaskahFormController });

registry.category("views").add("dpmd_pengaduan_form", {
    ...formView,
    Compiler: PengaduanFormCompiler,
    Controller: PengaduanFormController,
    Renderer: PengaduanFormRenderer,
});
