import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

/** The first hour: what an office needs before it opens, each with the way to the screen where it is done. */
export class Persiapan extends Component {
    static template = "dpmd_pengaduan.Persiapan";
    static props = { ...standardFieldProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
    }

    get butir() {
        return this.props.record.data[this.props.name] || [];
    }

    get selesai() {
        return this.butir.filter((satu) => !satu.kurang).length;
    }

    async buka(satu) {
        await this.props.record.save();
        const aksi = await this.orm.call("dpmd.instansi", "action_persiapan", [[this.props.record.resId]], {
            kunci: satu.kunci,
        });
        if (aksi) {
            return this.action.doAction(aksi);
        }
        const tab = document.querySelector(`.o_notebook_headers a[name="${satu.tab}"]`);
        tab?.click();
        tab?.scrollIntoView({ block: "center" });
    }
}

registry.category("fields").add("dpmd_persiapan", { component: Persiapan, supportedTypes: ["json"] });
