/**
 * The counter: what is typed is kept as a draft every few seconds, so that nothing is lost by a closed tab, a fallen
 * connection or a session that ran out.
 */
import { onMounted, onWillUnmount, useEffect } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { ConnectionAbortedError, ConnectionLostError } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { useBus, useService } from "@web/core/utils/hooks";
import { RelationalModel } from "@web/model/relational_model/relational_model";
import { FormController } from "@web/views/form/form_controller";
import { formView } from "@web/views/form/form_view";

const JEDA_SIMPAN = 2000;
const JEDA_COBA_LAGI = 10000;

/** Return why the server could not be asked: "sesi" or "sambungan"; nothing for an answer of it. */
function putus(galat) {
    if (galat instanceof ConnectionLostError || galat instanceof ConnectionAbortedError) {
        return "sambungan";
    }
    return galat.exceptionName === "odoo.http.SessionExpiredException" ? "sesi" : "";
}

export class KonsepRecord extends RelationalModel.Record {
    /** Without the server nothing is worked out from what was typed, but the words stay. */
    async _getOnchangeValues(changes) {
        try {
            return await super._getOnchangeValues(changes);
        } catch (galat) {
            if (!putus(galat)) {
                throw galat;
            }
            this.model.bus.trigger("LOKET:PUTUS", putus(galat));
            return {};
        }
    }
}

export class KonsepModel extends RelationalModel {
    static Record = KonsepRecord;
}

export class LoketFormController extends FormController {
    setup() {
        super.setup();
        this.notification = useService("notification");
        useBus(this.model.bus, "FIELD_IS_DIRTY", ({ detail }) => detail && this.jadwalkan());
        useBus(this.model.bus, "LOKET:PUTUS", ({ detail }) => this.kabariPutus(detail));
        useEffect(
            (dirty) => dirty && this.jadwalkan(),
            () => [this.model.root.dirty]
        );
        // Leaving a page nobody typed on makes no draft.
        const ketik = () => (this.diketik = true);
        onMounted(() => this.rootRef.el.addEventListener("input", ketik));
        onWillUnmount(() => browser.clearTimeout(this.jam));
    }

    get kosong() {
        return this.model.root.isNew && !this.diketik && !this.model.root.dirty;
    }

    jadwalkan(jeda = JEDA_SIMPAN) {
        this.jam ??= browser.setTimeout(() => this.simpan(), jeda);
    }

    async simpan() {
        this.jam = undefined;
        const { activeElement } = document;
        if (this.rootRef.el?.contains(activeElement) && /\s$/.test(activeElement.value || "")) {
            return this.jadwalkan(300); // saving trims, and would take the blank between two words
        }
        let sebab = "";
        const onError = (galat) => {
            sebab = putus(galat);
            if (!sebab) {
                throw galat;
            }
            return false;
        };
        if ((await this.model.root.save({ reload: false, onError })) !== false) {
            this.tutupKabar?.();
            this.tutupKabar = undefined;
        } else if (sebab) {
            this.kabariPutus(sebab);
        }
    }

    /** Say once why nothing is kept just now, and try again until it is. */
    kabariPutus(sebab) {
        this.jadwalkan(JEDA_COBA_LAGI);
        this.tutupKabar ??= this.notification.add(
            sebab === "sesi"
                ? _t("Your session ended. Log in again in another tab: what you typed is still here, and is kept then.")
                : _t("The office's server cannot be reached. Leave this page open: what you typed is still here."),
            {
                type: "warning",
                sticky: true,
                onClose: () => (this.tutupKabar = undefined),
                buttons:
                    sebab === "sesi"
                        ? [{ name: _t("Log in"), onClick: () => browser.open("/web/login", "_blank") }]
                        : [],
            }
        );
    }

    async beforeExecuteActionButton(clickParams) {
        try {
            return await super.beforeExecuteActionButton(clickParams);
        } catch (galat) {
            if (!putus(galat)) {
                throw galat;
            }
            this.kabariPutus(putus(galat));
            return false;
        }
    }

    beforeVisibilityChange() {
        return document.visibilityState === "hidden" && !this.kosong ? this.simpan() : undefined;
    }

    async beforeUnload(ev) {
        return this.kosong ? undefined : super.beforeUnload(ev);
    }
}

registry.category("views").add("dpmd_loket_form", {
    ...formView,
    Controller: LoketFormController,
    Model: KonsepModel,
});
