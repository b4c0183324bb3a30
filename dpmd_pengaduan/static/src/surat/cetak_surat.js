/**
 * Prints our letters on servers without wkhtmltopdf: the server renders them itself, so there is nothing to check.
 */
import { download } from "@web/core/network/download";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { getReportUrl } from "@web/webclient/actions/reports/utils";

async function cetakSurat(action, options, env) {
    if (action.report_type !== "qweb-pdf" || !action.report_name.startsWith("dpmd_pengaduan.surat_")) {
        return false;
    }
    env.services.ui.block();
    try {
        await download({
            url: "/report/download",
            data: {
                data: JSON.stringify([getReportUrl(action, "pdf"), action.report_type]),
                context: JSON.stringify({ ...user.context, ...action.context }),
            },
        });
    } finally {
        env.services.ui.unblock();
    }
    return true;
}

registry.category("ir.actions.report handlers").add("dpmd_pengaduan.cetak_surat", cetakSurat);
