/**
 * Saves a case as one file. Making it is noted on the card, so it is posted; what is refused is told in words.
 */
import { download } from "@web/core/network/download";
import { registry } from "@web/core/registry";

async function unduhBundel(env, action) {
    const { pengaduan_id, ...data } = action.params;
    env.services.ui.block();
    try {
        await download({ url: `/pengaduan/bundel/${pengaduan_id}`, data });
    } finally {
        env.services.ui.unblock();
    }
    return { type: "ir.actions.act_window_close" };
}

registry.category("actions").add("dpmd_unduh_bundel", unduhBundel);
