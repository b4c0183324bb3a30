/**
 * After a complaint was received: saves the tanda terima, and shows the receipt number until it was noted down. It is
 * stored nowhere, so no key and no slip of the mouse closes it, and a print that fails does not take it along.
 */
import { Component, useExternalListener, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { downloadFile } from "@web/core/network/download";
import { registry } from "@web/core/registry";

class DialogTetap extends Dialog {
    dismiss() {}
}

export class DialogTandaTerima extends Component {
    static template = "dpmd_pengaduan.DialogTandaTerima";
    static components = { DialogTetap };
    static props = { params: Object, close: Function };

    setup() {
        this.state = useState({ tercetak: false });
        useExternalListener(window, "beforeunload", (ev) => ev.preventDefault());
        this.cetak();
    }

    cetak() {
        const { pdf, berkas } = this.props.params;
        try {
            const isi = Uint8Array.from(atob(pdf), (huruf) => huruf.charCodeAt(0));
            this.state.tercetak = Boolean(isi.length) && downloadFile(new Blob([isi]), berkas, "application/pdf") !== false;
        } catch {
            this.state.tercetak = false;
        }
    }
}

/** What comes behind the number: the empty page of the counter, the case, or what is there already. */
async function pindah(env, { berikutnya, pengaduan_id }) {
    if (berikutnya === null) {
        return env.services.action.doAction({ type: "ir.actions.act_window_close" });
    }
    const tujuan =
        berikutnya || !pengaduan_id
            ? "dpmd_pengaduan.action_terima"
            : {
                  type: "ir.actions.act_window",
                  res_model: "dpmd.pengaduan",
                  res_id: pengaduan_id,
                  views: [[false, "form"]],
              };
    return env.services.action.doAction(tujuan, { stackPosition: "replaceCurrentAction" });
}

registry.category("actions").add("dpmd_tanda_terima", async (env, { params }) => {
    try {
        await pindah(env, params);
    } finally {
        env.services.dialog.add(
            DialogTandaTerima,
            { params },
            { onClose: () => document.querySelector(".o_dpmd_loket [name='nama'] input")?.focus() }
        );
    }
});
