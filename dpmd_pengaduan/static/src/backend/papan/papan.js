/**
 * The dashboard. The server counts and says which list each figure opens; here are period, bidang and bars.
 */
import { Component, onWillStart, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { router } from "@web/core/browser/router";
import { DateTimeInput } from "@web/core/datetime/datetime_input";
import { deserializeDateTime, formatDateTime, serializeDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { formatFloat } from "@web/views/fields/formatters";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const INGATAN = "dpmd_papan";
const { DateTime } = luxon;

export class Papan extends Component {
    static template = "dpmd_pengaduan.Papan";
    static components = { DateTimeInput, Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.display = { controlPanel: {} };
        this.periode = { bulan: _t("This month"), triwulan: _t("This quarter"), tahun: _t("This year"), sendiri: _t("Own period") };
        this.state = useState({ ...this.awal(), angka: null });
        onWillStart(() => this.muat());
    }

    /** What the address says, else what was chosen before in this tab. */
    awal() {
        const simpanan = JSON.parse(browser.sessionStorage.getItem(INGATAN) || "{}");
        const { periode, dari, sampai, bidang } = router.current.periode ? router.current : simpanan;
        const dikenal = periode in this.periode ? periode : "tahun";
        const rentang = dikenal === "sendiri" && dari && sampai ? { dari, sampai } : this.rentang(dikenal);
        return { periode: dikenal, bidang: Number(bidang) || 0, ...rentang };
    }

    rentang(periode) {
        const satuan = { bulan: "month", triwulan: "quarter" }[periode] || "year";
        const kini = DateTime.local();
        return { dari: serializeDate(kini.startOf(satuan)), sampai: serializeDate(kini.endOf(satuan)) };
    }

    async muat() {
        const { periode, dari, sampai, bidang } = this.state;
        const pilihan = { periode, dari, sampai, bidang };
        browser.sessionStorage.setItem(INGATAN, JSON.stringify(pilihan));
        const angka = await this.orm.call("dpmd.papan", "angka", [dari, sampai, bidang || false]);
        if (this.state.bidang === bidang && this.state.dari === dari && this.state.sampai === sampai) {
            this.state.angka = angka;
            this.props.updateActionState?.(pilihan);
        }
    }

    pilihPeriode(periode) {
        Object.assign(this.state, { periode }, periode === "sendiri" ? {} : this.rentang(periode));
        return this.muat();
    }

    pilihTanggal(nama, tanggal) {
        if (tanggal) {
            this.state[nama] = serializeDate(tanggal);
        }
        if (this.state.dari <= this.state.sampai) {
            return this.muat();
        }
    }

    pilihBidang(ev) {
        this.state.bidang = Number(ev.target.value);
        return this.muat();
    }

    tanggal(nama) {
        return DateTime.fromISO(this.state[nama]);
    }

    /** Opens the list that a figure counted. */
    buka(judul, domain, model = "dpmd.pengaduan") {
        const kartu = model === "dpmd.pengaduan" ? ["kanban"] : []; // on the phone
        const views = ["list", ...kartu, "form"].map((jenis) => [false, jenis]);
        return this.action.doAction({ type: "ir.actions.act_window", name: judul, res_model: model, views, domain });
    }

    /** How wide a bar is, in per cent of the widest of its kind. */
    lebar(jumlah, baris, kolom = "jumlah") {
        return (100 * jumlah) / Math.max(1, ...baris.map((satu) => satu[kolom]));
    }

    terbanyak(baris) {
        return baris.filter((satu) => satu.jumlah);
    }

    /** Hours as people say them. */
    lama(jam) {
        if (jam >= 48) {
            return _t("%s days", formatFloat(jam / 24, { digits: [16, 1], trailingZeros: false }));
        }
        return jam >= 1
            ? _t("%s hours", formatFloat(jam, { digits: [16, 1], trailingZeros: false }))
            : _t("less than an hour");
    }

    /** What the table of steps says of one. */
    kolom(langkah) {
        return [
            { judul: _t("How many"), isi: langkah.jumlah },
            { judul: _t("Half of them within"), isi: this.lama(langkah.median) },
            { judul: _t("Nine of ten within"), isi: this.lama(langkah.p90) },
            { judul: _t("Target"), isi: langkah.target ? this.lama(langkah.target) : "–" },
            { judul: _t("Over the target"), isi: langkah.bertarget ? langkah.lewat : "–", merah: Boolean(langkah.lewat) },
        ];
    }

    get dihitung() {
        return formatDateTime(deserializeDateTime(this.state.angka.dihitung));
    }

    get rata() {
        return formatFloat(this.state.angka.nilai.rata, { digits: [16, 1] });
    }
}

registry.category("actions").add("dpmd_papan", Papan);
