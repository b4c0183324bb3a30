/** The stages of a case, all of them, at any width: no chevrons, nothing folded away. */
import { Component, useEffect, useRef } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { standardFieldProps } from "@web/views/fields/standard_field_props";

export class Tahap extends Component {
    static template = "dpmd_pengaduan.Tahap";
    static props = { ...standardFieldProps, tahap: { type: Array, element: String } };

    setup() {
        this.baris = useRef("baris");
        useEffect(
            (baris) => {
                // On a phone the row is wider than the screen: begin where the case stands.
                const kini = baris.querySelector("[aria-current]");
                baris.scrollLeft = kini ? kini.offsetLeft - (baris.clientWidth - kini.clientWidth) / 2 : 0;
            },
            () => [this.baris.el, this.nilai]
        );
    }

    get nilai() {
        return this.props.record.data[this.props.name];
    }

    get semua() {
        const { tahap, record, name } = this.props;
        const semua = record.fields[name].selection.filter(
            ([nilai]) => tahap.includes(nilai) || nilai === this.nilai
        );
        // A case that was closed early ends beside the row; how far it came stands on the card.
        const kini = tahap.includes(this.nilai) ? semua.findIndex(([nilai]) => nilai === this.nilai) : -1;
        return semua.map(([nilai, label], urutan) => ({
            nilai,
            label,
            lewat: urutan < kini,
            kini: nilai === this.nilai,
        }));
    }

    get ringkas() {
        const urutan = this.semua.findIndex((satu) => satu.kini);
        return `${urutan + 1}/${this.semua.length} · ${this.semua[urutan]?.label || ""}`;
    }

    get judul() {
        return _t("Stages of the case");
    }
}

registry.category("fields").add("dpmd_tahap", {
    component: Tahap,
    displayName: _t("Stages"),
    supportedTypes: ["selection"],
    extractProps: ({ options }) => ({ tahap: options.tahap || [] }),
});
