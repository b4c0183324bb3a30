import { onMounted, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { createElement } from "@web/core/utils/xml";
import { FormController } from "@web/views/form/form_controller";
import { formView } from "@web/views/form/form_view";
import { PalangFormCompiler, PalangFormController, PalangFormRenderer } from "./palang";

/** Opens the page that is to be written, and folds the talk: the truth is the card, the pelapor is written to elsewhere. */
export class PengaduanFormCompiler extends PalangFormCompiler {
    compileNotebook() {
        const notebook = super.compileNotebook(...arguments);
        const telaah = [...notebook.children].find((page) => page.getAttribute("name") === "`telaah`");
        const semula = notebook.getAttribute("defaultPage");
        notebook.setAttribute(
            "defaultPage",
            `(${semula}) or (__comp__.props.record.data.boleh_telaah ? '${telaah?.getAttribute("t-set-slot")}' : undefined)`
        );
        return notebook;
    }

    compile() {
        const compiled = super.compile(...arguments);
        const talk = compiled.querySelector(".o-mail-Form-chatter");
        if (talk) {
            const tombol = createElement("button", {
                type: "button",
                class: "btn btn-link o_dpmd_catatan_tombol",
                "t-on-click": "() => __comp__.bukaCatatan()",
                "t-att-aria-expanded": "__comp__.catatan.buka ? 'true' : 'false'",
                "t-if": talk.getAttribute("t-if"),
            });
            tombol.append(
                createElement("i", {
                    role: "presentation",
                    "t-attf-class":
                        "fa fa-fw me-1 {{ __comp__.catatan.buka ? 'fa-caret-down' : 'fa-caret-right' }}",
                }),
                _t("Internal notes (never seen by the pelapor)")
            );
            talk.before(tombol);
            talk.setAttribute("t-if", `(${talk.getAttribute("t-if")}) and __comp__.catatan.buka`);
            talk.classList.add("o_dpmd_catatan");
        }
        return compiled;
    }
}

export class PengaduanFormRenderer extends PalangFormRenderer {
    setup() {
        super.setup();
        this.catatan = useState({ buka: Boolean(this.highlightMessageId) });
    }

    bukaCatatan() {
        this.catatan.buka = !this.catatan.buka;
    }

    mailLayout() {
        const tata = super.mailLayout(...arguments);
        return tata === "NONE" ? tata : "BOTTOM_CHATTER";
    }
}

/** Tells the server that its official has opened the case: read receipt, and SOP step 4. */
export class PengaduanFormController extends PalangFormController {
    setup() {
        super.setup();
        onMounted(() => this.dibuka());
    }

    async onPagerUpdate() {
        await super.onPagerUpdate(...arguments);
        await this.dibuka();
    }

    /** One column at any width: nothing stands beside the case. */
    get className() {
        const { "o_xxl_form_view h-100": _lebar, ...kelas } = super.className;
        return { ...kelas, o_dpmd_perkara: true };
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
