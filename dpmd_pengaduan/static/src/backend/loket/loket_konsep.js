/** The drafts an officer left at the counter: to go on with, or to throw away. */
import { Component, onWillStart, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { deserializeDateTime, formatDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";

const PALING_BANYAK = 5;

export class LoketKonsep extends Component {
    static template = "dpmd_pengaduan.LoketKonsep";
    static props = { ...standardWidgetProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.dialog = useService("dialog");
        this.state = useState({ konsep: [] });
        onWillStart(() => this.muat());
    }

    async muat() {
        const { resModel, resId } = this.props.record;
        const konsep = await this.orm.searchRead(resModel, [["id", "!=", resId]], ["write_date", "ringkas"], {
            limit: PALING_BANYAK,
        });
        this.state.konsep = konsep.map(({ id, write_date, ringkas }) => ({
            id,
            ringkas: ringkas || _t("(no words yet)"),
            saat: formatDateTime(deserializeDateTime(write_date), { showSeconds: false }),
        }));
    }

    lanjutkan(id) {
        return this.action.doAction("dpmd_pengaduan.action_terima", {
            stackPosition: "replaceCurrentAction",
            props: { resId: id },
        });
    }

    buang(id) {
        this.dialog.add(ConfirmationDialog, {
            title: _t("Throw this draft away?"),
            body: _t("Its words and files are deleted and cannot be brought back."),
            confirmLabel: _t("Throw away"),
            confirm: async () => {
                await this.orm.unlink(this.props.record.resModel, [id]);
                await this.muat();
            },
            cancel: () => {},
        });
    }
}

registry.category("view_widgets").add("dpmd_loket_konsep", { component: LoketKonsep });
