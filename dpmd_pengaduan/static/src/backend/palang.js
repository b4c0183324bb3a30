/**
 * The next-action bar: one press for what is really next, everything else in one menu. What a press would be refused
 * for is said before its question or dialog opens; after a press that moved the case, a notice says where it went and
 * takes to the next one of the desk.
 */
import { markup, onMounted, onWillUnmount, useExternalListener, useSubEnv } from "@odoo/owl";
import { makeContext } from "@web/core/context";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { FormCompiler } from "@web/views/form/form_compiler";
import { FormController } from "@web/views/form/form_controller";
import { FormRenderer } from "@web/views/form/form_renderer";
import { formView } from "@web/views/form/form_view";
import { StatusBarButtons } from "@web/views/form/status_bar_buttons/status_bar_buttons";
import { executeButtonCallback } from "@web/views/view_button/view_button_hook";

const JALAN = /\bo_dpmd_jalan_(\w+)/;
const SAMPING = /\bo_dpmd_samping\b/;
const LAMA_KABAR = 10000; // ms
const JEDA_SIMPAN = 400; // ms
const JEDA_SEGAR = 10000; // ms

/** Names the slot of a button after its way, so that the bar can tell which one is next. */
export class PalangFormCompiler extends FormCompiler {
    compileHeader(el, params) {
        const header = super.compileHeader(el, params);
        header
            .querySelector("StatusBarButtons")
            .setAttribute("utama", "__comp__.props.record.data.aksi_utama");
        for (const slot of header.querySelectorAll("StatusBarButtons > t")) {
            const kelas = slot.firstElementChild.getAttribute("className") || "";
            const nama = SAMPING.test(kelas) ? "samping" : kelas.match(JALAN)?.[1];
            if (nama) {
                slot.setAttribute("t-set-slot", `${nama}:${slot.getAttribute("t-set-slot")}`);
            }
        }
        return header;
    }
}

export class PalangStatusBarButtons extends StatusBarButtons {
    static template = "dpmd_pengaduan.StatusBarButtons";
    static props = { ...StatusBarButtons.props, utama: { optional: true } };

    depan(nama) {
        const jalan = nama.split(":")[0];
        return jalan === "samping" || jalan === this.props.utama;
    }

    /** What is next stands before what stands beside it. */
    get nextSlotNames() {
        const nama = this.visibleSlotNames.filter((satu) => this.depan(satu));
        return [
            ...nama.filter((satu) => !satu.startsWith("samping:")),
            ...nama.filter((satu) => satu.startsWith("samping:")),
        ];
    }

    get otherSlotNames() {
        return this.visibleSlotNames.filter((satu) => !this.depan(satu));
    }
}

export class PalangFormRenderer extends FormRenderer {
    static components = { ...FormRenderer.components, StatusBarButtons: PalangStatusBarButtons };
}

/** Asks the server before it asks the user, and tells where the case went. */
export class PalangFormController extends FormController {
    setup() {
        super.setup();
        this.notification = useService("notification");
        const tekan = this.env.onClickViewButton;
        useSubEnv({
            onClickViewButton: (params) =>
                executeButtonCallback(this.rootRef.el, async () => {
                    if (await this.boleh(params)) {
                        this.ditekan = true;
                        await tekan(params);
                    }
                }),
        });
    }

    get modelParams() {
        const params = super.modelParams;
        params.hooks.onRootLoaded = this.onRootLoaded.bind(this);
        return params;
    }

    /** Let the server say what is missing first; it refuses with its own words. */
    async boleh({ clickParams, getResParams }) {
        const { resModel, resId, evalContext } = getResParams();
        const { dpmd_jalan } = makeContext([clickParams.context], evalContext);
        if (!dpmd_jalan) {
            return true;
        }
        if ((await this.model.root.save()) === false) {
            return false;
        }
        return this.orm.call(resModel, "periksa_jalan", [[resId], dpmd_jalan]);
    }

    onRootLoaded({ resId, data }) {
        const tadi = this.tadi;
        this.tadi = { resId, letak: data.letak };
        if (this.ditekan && tadi?.resId === resId && tadi.letak !== data.letak) {
            this.ditekan = false;
            this.rootRef.el?.querySelectorAll(".o_content, .o_form_renderer").forEach((isi) => isi.scrollTo({ top: 0 }));
            this.kabarkan(data.pengaduan_id ? data.pengaduan_id.id : resId);
        }
    }

    async kabarkan(pengaduanId) {
        const { kalimat, pindah } = await this.orm.call("dpmd.pengaduan", "kabar_meja", [[pengaduanId]]);
        const { action, orm } = this.env.services;
        const berikutnya = async () => {
            tutup();
            const berikut = await orm.call("dpmd.pengaduan", "action_berikutnya", [pengaduanId]);
            if (berikut.help) {
                berikut.help = markup(berikut.help); // our own words, from the action
            }
            await action.doAction(berikut, { stackPosition: "replaceCurrentAction" });
        };
        const tutup = this.notification.add(kalimat, {
            type: "success",
            className: "o_dpmd_kabar",
            autocloseDelay: LAMA_KABAR,
            buttons: pindah ? [{ name: _t("Next case"), primary: true, onClick: berikutnya }] : [],
        });
    }
}

/**
 * Keeps what is filled in at once: who came and what was signed does not stay in the browser until somebody thinks of
 * saving, and the button that is next appears by itself. Every button saves what else was typed. What others sign on
 * another screen meanwhile appears here by itself too, never in the way of who is typing.
 */
export class LembarFormController extends PalangFormController {
    setup() {
        super.setup();
        this.ui = useService("ui");
        this.simpan = useDebounced(this.simpanNanti, JEDA_SIMPAN);
        const segarkan = () => this.segarkan();
        useExternalListener(window, "focus", segarkan);
        useExternalListener(document, "visibilitychange", segarkan);
        onMounted(() => (this.jamSegar = setInterval(segarkan, JEDA_SEGAR)));
        onWillUnmount(() => clearInterval(this.jamSegar));
    }

    /** Reads the page anew while a signature screen may be open for it. */
    async segarkan() {
        const { root } = this.model;
        const mengetik = document.activeElement?.matches("input, textarea, [contenteditable=true]");
        if (document.hidden || mengetik || !root.resId || !root.data.boleh_layar || this.ui.activeElement !== document) {
            return;
        }
        if (!(await root.isDirty())) {
            await root.load();
        }
    }

    /** A save takes the list away from under a line that is being typed in a dialog: it waits until that is closed. */
    simpanNanti() {
        return this.ui.activeElement === document ? this.model.root.save() : this.simpan();
    }

    get modelParams() {
        const params = super.modelParams;
        params.hooks.onRecordChanged = this.onRecordChanged.bind(this);
        return params;
    }

    onRecordChanged(record, changes) {
        if (record.resModel === this.props.resModel && record.resId && "peserta_ids" in changes) {
            this.simpan();
        }
    }
}

registry.category("views").add("dpmd_lembar_form", {
    ...formView,
    Compiler: PalangFormCompiler,
    Controller: LembarFormController,
    Renderer: PalangFormRenderer,
});
