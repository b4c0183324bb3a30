/**
 * A text with the office's snippets beside it: one press puts the words where the cursor is.
 */
import { Dropdown } from "@web/core/dropdown/dropdown";
import { DropdownItem } from "@web/core/dropdown/dropdown_item";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { TextField, textField } from "@web/views/fields/text/text_field";
import { useState } from "@odoo/owl";

export class PetikanField extends TextField {
    static template = "dpmd_pengaduan.PetikanField";
    static components = { ...TextField.components, Dropdown, DropdownItem };
    static props = { ...TextField.props, bagian: String };

    setup() {
        super.setup();
        this.orm = useService("orm");
        this.petikan = useState({ daftar: [], dimuat: false });
    }

    async muat() {
        this.petikan.daftar = await this.orm.searchRead(
            "dpmd.petikan",
            [["bagian", "=", this.props.bagian]],
            ["name", "isi"]
        );
        this.petikan.dimuat = true;
    }

    sisipkan(isi) {
        const teks = this.textareaRef.el;
        const sebelum = teks.value.slice(0, this.selectionStart);
        teks.setRangeText(
            sebelum && !sebelum.endsWith("\n") ? `\n${isi}` : isi,
            this.selectionStart,
            this.selectionStart,
            "end"
        );
        this.selectionStart = teks.selectionStart;
        teks.dispatchEvent(new InputEvent("input", { bubbles: true }));
        teks.dispatchEvent(new Event("change", { bubbles: true }));
    }
}

registry.category("fields").add("dpmd_petikan", {
    ...textField,
    component: PetikanField,
    extractProps: (info) => ({ ...textField.extractProps(info), bagian: info.options.bagian }),
});
