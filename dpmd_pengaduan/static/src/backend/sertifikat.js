/**
 * Asks the official for passphrase and file, or how the last attempt ended. It is a dialog of its own and no record of
 * Odoo, so what is typed here goes out with one call and is kept nowhere, also not in a row of a wizard.
 */
import { Component, useRef, useState } from "@odoo/owl";
import { Dialog } from "@web/core/dialog/dialog";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile } from "@web/core/utils/urls";

class DialogSertifikat extends Component {
    static template = "dpmd_pengaduan.DialogSertifikat";
    static components = { Dialog };
    static props = { params: Object, close: Function };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.berkas = useRef("berkas");
        this.kunci = useRef("kunci");
        this.state = useState({
            cara: "passphrase",
            identitas: this.props.params.identitas,
            alasan: "",
            sibuk: false,
            terkirim: false,
        });
    }

    async isiBerkas() {
        const [satu] = this.berkas.el?.files || [];
        return satu ? (await getDataURLFromFile(satu)).split(",")[1] : "";
    }

    async panggil(metode, kwargs) {
        this.state.sibuk = true;
        try {
            return await this.orm.call("dpmd.dokumen", metode, [[this.props.params.dokumen_id]], kwargs);
        } finally {
            this.state.sibuk = false;
            if (this.kunci.el) {
                this.kunci.el.value = "";
            }
        }
    }

    async kirim() {
        const berkas = await this.isiBerkas();
        const hasil =
            this.props.params.langkah === "tandai"
                ? await this.panggil("action_tandai_sertifikat", {
                      kunci: this.kunci.el.value,
                      cara: this.state.cara,
                      identitas: this.state.identitas,
                      berkas,
                  })
                : await this.panggil("action_selesaikan_sertifikat", { alasan: this.state.alasan, berkas });
        this.props.close();
        await this.action.doAction(hasil);
    }

    async mintaTotp() {
        await this.panggil("action_minta_totp", { identitas: this.state.identitas });
        this.state.terkirim = true;
    }
}

registry.category("actions").add("dpmd_sertifikat", (env, action) => {
    env.services.dialog.add(DialogSertifikat, { params: action.params });
});
