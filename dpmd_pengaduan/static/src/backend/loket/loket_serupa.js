/** While an officer types: earlier cases that are like this one, to see whether somebody came with the same before. */
import { Component, onWillUnmount, useEffect, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

const JEDA_CARI = 800;
const KATA_CUKUP = 15; // characters; less is like everything

export class LoketSerupa extends Component {
    static template = "dpmd_pengaduan.LoketSerupa";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.state = useState({ kasus: [] });
        useEffect(
            (...kunci) => {
                browser.clearTimeout(this.jam);
                this.jam = browser.setTimeout(() => this.cari(...kunci), JEDA_CARI);
            },
            () => {
                const { isi_asli, wilayah_id, jenis_id } = this.props.record.data;
                return [isi_asli || "", wilayah_id?.id || false, jenis_id?.id || false];
            }
        );
        onWillUnmount(() => browser.clearTimeout(this.jam));
    }

    async cari(teks, wilayah, jenis) {
        if (teks.length < KATA_CUKUP && !(wilayah && jenis)) {
            this.state.kasus = [];
            return;
        }
        const nomor = (this.nomor = (this.nomor || 0) + 1);
        try {
            const kasus = await this.orm.silent.call("dpmd.pengaduan", "cari_serupa", [teks, wilayah, jenis]);
            if (nomor === this.nomor) {
                this.state.kasus = kasus.slice(0, 5);
            }
        } catch {
            this.state.kasus = []; // a hint: what is typed does not wait for it
        }
    }
}

registry.category("view_widgets").add("dpmd_loket_serupa", { component: LoketSerupa });
