import { onMounted } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { FormController } from "@web/views/form/form_controller";
import { formView } from "@web/views/form/form_view";

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

registry.category("views").add("dpmd_pengaduan_form", { ...formView, Controller: PengaduanFormController });
