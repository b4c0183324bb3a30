import { Component, onWillUnmount, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { rpcBus } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { useBus, useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { session } from "@web/session";

const JEDA = 400; // ms; a press and the pages it opens are one question

/** What waits for me, beside the menu: my desk with what is late, and the papers that wait for my signature. */
export class MejaSystray extends Component {
    static template = "dpmd_pengaduan.MejaSystray";
    static props = {};

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.hitung = useState({ ...session.dpmd_meja });
        this.segarkan = useDebounced(() => this.baca(), JEDA);
        // The page just loaded brought the numbers along; each page after it and each step may change them.
        this.pertama = true;
        useBus(this.env.bus, "ACTION_MANAGER:UI-UPDATED", () => this.pindah());
        this.setelahLangkah = ({ detail }) => {
            const { model, method } = detail.data.params || {};
            if (model?.startsWith("dpmd.") && method?.startsWith("action_")) {
                this.segarkan();
            }
        };
        rpcBus.addEventListener("RPC:RESPONSE", this.setelahLangkah);
        onWillUnmount(() => rpcBus.removeEventListener("RPC:RESPONSE", this.setelahLangkah));
    }

    pindah() {
        if (!this.pertama) {
            this.segarkan();
        }
        this.pertama = false;
    }

    async baca() {
        Object.assign(this.hitung, await this.orm.silent.call("dpmd.pengaduan", "hitung_meja", []));
    }

    get judulMeja() {
        const { meja, terlambat } = this.hitung;
        return terlambat
            ? _t("My Desk: %(meja)s, %(terlambat)s late", { meja, terlambat })
            : _t("My Desk: %(meja)s", { meja });
    }

    get judulNaskah() {
        return _t("For your signature: %(jumlah)s", { jumlah: this.hitung.tanda_tangan });
    }

    buka(xmlid) {
        this.action.doAction(xmlid, { clearBreadcrumbs: true });
    }
}

if (session.dpmd_meja) {
    registry
        .category("systray")
        .add("dpmd_pengaduan.meja", { Component: MejaSystray }, { sequence: 30 });
}
