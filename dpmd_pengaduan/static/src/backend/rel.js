/**
 * The stations of steps 8 to 12 as one row: a press keeps what is typed and shows the next paper in the same place.
 */
import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

export class RelField extends Component {
    static template = "dpmd_pengaduan.RelField";
    static props = { ...standardFieldProps, pintu: { type: Boolean, optional: true } };

    setup() {
        this.action = useService("action");
    }

    get stasiun() {
        return this.props.record.data[this.props.name] || [];
    }

    /**
     * Undangan and Rapat are two steps of one record: we are at the one that is next, or at the later. The page of the
     * case only leads here.
     */
    disini(stasiun) {
        if (this.props.pintu) {
            return false;
        }
        const { resModel, resId } = this.props.record;
        const sama = this.stasiun.filter((satu) => satu.model === resModel && satu.id === resId);
        return (sama.find((satu) => satu.keadaan === "kini") || sama.at(-1)) === stasiun;
    }

    async buka(stasiun) {
        if (this.disini(stasiun) || !(await this.props.record.save())) {
            return;
        }
        await this.action.doAction(
            {
                type: "ir.actions.act_window",
                res_model: stasiun.model,
                res_id: stasiun.id,
                views: [[stasiun.view, "form"]],
            },
            this.props.pintu ? {} : { stackPosition: "replaceCurrentAction" }
        );
    }
}

registry.category("fields").add("dpmd_rel", {
    component: RelField,
    supportedTypes: ["json"],
    extractProps: ({ options }) => ({ pintu: Boolean(options.pintu) }),
});
