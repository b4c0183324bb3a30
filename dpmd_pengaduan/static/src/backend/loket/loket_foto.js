/** Photos from a phone: shows the QR code of an address that takes files into this draft, and fetches what came. */
import { Component, onWillUnmount, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { Dialog } from "@web/core/dialog/dialog";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

const JEDA_TANYA = 3000;

class DialogFoto extends Component {
    static template = "dpmd_pengaduan.DialogFoto";
    static components = { Dialog };
    static props = { qr: String, alamat: String, menit: Number, masuk: Object, close: Function };

    setup() {
        this.masuk = useState(this.props.masuk);
    }
}

export class LoketFoto extends Component {
    static template = "dpmd_pengaduan.LoketFoto";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.masuk = useState({ jumlah: 0 });
        onWillUnmount(() => browser.clearTimeout(this.jam));
    }

    async buka() {
        const { record } = this.props;
        if (!(await record.save({ reload: false }))) {
            return;
        }
        const alamat = await this.orm.call(record.resModel, "action_foto_ponsel", [[record.resId]]);
        this.sampai = Date.now() + alamat.menit * 60 * 1000;
        this.dialog.add(DialogFoto, { ...alamat, masuk: this.masuk });
        this.tanyaNanti();
    }

    /** Also after the dialog is closed: the officer types on while photos arrive. */
    tanyaNanti() {
        browser.clearTimeout(this.jam);
        this.jam = browser.setTimeout(() => this.tanya(), JEDA_TANYA);
    }

    async tanya() {
        const { record } = this.props;
        try {
            const [{ berkas_ids }] = await this.orm.silent.read(record.resModel, [record.resId], ["berkas_ids"]);
            const ada = record.data.berkas_ids.currentIds;
            const baru = berkas_ids.filter((id) => !ada.includes(id) && !this.diambil?.has(id));
            if (baru.length) {
                this.diambil = new Set([...(this.diambil || []), ...baru]); // one the officer takes out stays out
                await record.data.berkas_ids.addAndRemove({ add: baru });
                this.masuk.jumlah += baru.length;
            }
        } catch {
            // Asked again in a moment; whether the server can be reached is said where the words are kept.
        }
        if (Date.now() < this.sampai) {
            this.tanyaNanti();
        }
    }
}

registry.category("view_widgets").add("dpmd_loket_foto", { component: LoketFoto });
