import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("dpmd_kadis_langkah_4_5", {
    url: "/odoo/meja-saya",
    steps: () => [
        {
            content: "The complaint is on the desk",
            trigger: ".o_kanban_record:contains(Receive the form):contains(BLT belum dibayar)",
            run: "click",
        },
        {
            content: "Opening it has received the form: step 5 is next",
            trigger: ".o_dpmd_langkah:contains(Step 5 of 17)",
            timeout: 60000,
        },
        {
            content: "One press with the standing instruction",
            trigger: ".o_form_statusbar button[name=action_tugaskan_sekretaris]",
            run: "click",
        },
        {
            content: "The case has moved to the Sekretaris",
            trigger: ".o_dpmd_langkah:contains(Step 6 of 17)",
            timeout: 60000,
        },
        {
            content: "The counter beside the menu knows it, and leads back to an empty desk",
            trigger: ".o_dpmd_meja_systray button:contains(0)",
            run: "click",
        },
        {
            content: "Every group is there, none has a case",
            trigger: ".o_kanban_renderer:has(.o_kanban_group):not(:has(.o_kanban_record:not(.o_kanban_ghost)))",
        },
    ],
});
