import { registry } from "@web/core/registry";

registry.category("web_tour.tours").add("dpmd_kadis_langkah_4_5", {
    url: "/odoo/meja-saya",
    steps: () => [
        {
            content: "The complaint is on the desk",
            trigger: ".o_data_row:contains(BLT belum dibayar) .o_data_cell[name=perihal]",
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
    ],
});
