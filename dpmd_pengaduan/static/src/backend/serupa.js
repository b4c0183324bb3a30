import { Component, onWillStart, onWillUpdateProps, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

/** What stands beside a case: its lead, those joined to it, and the cases most like it. Asked for once it is shown. */
export class Serupa extends Component {
    static template = "dpmd_pengaduan.Serupa";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.state = useState({ induk: false, gabungan: [], serupa: [] });
        // The form does not wait for it.
        onWillStart(() => void this.muat(this.props.record));
        onWillUpdateProps(({ record }) => {
            if (this.sidik(record) !== this.dimuat) {
                this.muat(record);
            }
        });
    }

    /** What the answer hangs on: another case, or the same one moved or saved. */
    sidik(record) {
        const { perihal, state, langkah, induk_id, write_date } = record.data;
        return JSON.stringify([record.resId, perihal, state, langkah, induk_id?.id, write_date?.ts]);
    }

    async muat(record) {
        this.dimuat = this.sidik(record);
        const sidik = this.dimuat;
        const isi = record.resId
            ? await this.orm.silent.call("dpmd.pengaduan", "serupa_di_layar", [[record.resId]])
            : { induk: false, gabungan: [], serupa: [] };
        if (sidik === this.dimuat) {
            Object.assign(this.state, isi);
        }
    }

    /** Unfolded where it is decided what becomes of the case; elsewhere, and on a phone, the citizen's words come first. */
    get terbuka() {
        const diputus = ["masuk", "terdaftar", "sekretaris"].includes(this.props.record.data.state);
        return diputus && !this.env.isSmall && this.state.serupa.some((satu) => satu.sangat);
    }

    buka(id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "dpmd.pengaduan",
            res_id: id,
            views: [[false, "form"]],
            target: "current",
        });
    }

    gabung(satu) {
        return this.tanya("dpmd_pengaduan.action_wizard_gabung", {
            default_induk_id: satu.id,
            default_alasan: satu.alasan_gabung,
        });
    }

    duplikat(satu) {
        return satu.duplikat === "tutup"
            ? this.tanya("dpmd_pengaduan.action_wizard_tutup", {
                  default_alasan_tutup: "duplikat",
                  default_catatan: satu.alasan_duplikat,
              })
            : this.tanya("dpmd_pengaduan.action_alasan", {
                  default_aksi: "usul_tutup",
                  default_alasan: satu.alasan_duplikat,
              });
    }

    /** Opens the dialog of a way, filled in: one press, and one to confirm. */
    async tanya(aksi, nilai) {
        const { record } = this.props;
        if (await record.isDirty()) {
            await record.save();
        }
        return this.action.doAction(aksi, {
            additionalContext: { ...nilai, active_id: record.resId, active_model: "dpmd.pengaduan" },
            onClose: () => record.load(),
        });
    }
}

registry.category("view_widgets").add("dpmd_serupa", {
    component: Serupa,
    fieldDependencies: [
        { name: "perihal", type: "char" },
        { name: "state", type: "selection" },
        { name: "langkah", type: "integer" },
        { name: "induk_id", type: "many2one", relation: "dpmd.pengaduan" },
        { name: "write_date", type: "datetime" },
    ],
});
