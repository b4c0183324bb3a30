from odoo import models

from ..perkara.dpmd_pengaduan import KOLOM_TELAAH

# What of a record is read by opening it, and in no list.
ISI = {
    "dpmd.pengaduan": {"uraian", "permintaan", "kerugian", "kekurangan", "jawaban", "kartu_tampil", *KOLOM_TELAAH},
    "dpmd.laporan": {"hasil_dicapai", "simpulan_saran", "jawaban"},
    "dpmd.berita.acara": {"isi"},
    "dpmd.rapat": {"notulen_pembahasan", "notulen_kesimpulan"},
}


class DpmdTerjaga(models.AbstractModel):
    """Who reads what is inside of an official record as an inspector, and who exports one, leaves a trace.

    ``_read_format`` is what ``read``, ``web_read``, ``search_read`` and ``web_search_read`` all end in, so it makes no
    difference by which of them, over which list or relation, a word was asked for.
    """

    _inherit = "dpmd.terjaga"

    def _read_format(self, fnames, load="_classic_read"):
        pengawas = self and not self.env.su and self.env["dpmd.pembacaan"]._pengawas()
        if pengawas and not self._kolom_dibuka().isdisjoint(fnames):
            self.env["dpmd.pembacaan"]._dibaca("perkara", self._perkara_dibaca(), self._rincian_dibaca())
        return super()._read_format(fnames, load=load)

    def export_data(self, fields_to_export):
        hasil = super().export_data(fields_to_export)
        self.env["dpmd.pembacaan"]._dikeluarkan(f"{self._description}: {', '.join(fields_to_export)}", len(self))
        return hasil

    def _kolom_dibuka(self):
        """Return the fields whose reading is opening the record: its words, and its files where not only their size."""
        isi = ISI.get(self._name, set())
        if self.env.context.get("bin_size"):
            return isi
        return isi | {nama for nama, field in self._fields.items() if field.type == "binary" and field.store}

    def _rincian_dibaca(self):
        return "" if self._name == "dpmd.pengaduan" else self._description

    def _perkara_dibaca(self):
        """Return the cases these records belong to; none of what belongs to none."""
        if self._name == "dpmd.pengaduan":
            return self
        record_sudo = self.sudo()
        kasus_sudo = self.env["dpmd.pengaduan"].sudo()
        if "pengaduan_id" in self._fields:
            kasus_sudo |= record_sudo.pengaduan_id
        if "pelapor_id" in self._fields:
            kasus_sudo |= record_sudo.pelapor_id.pengaduan_id
        return kasus_sudo.with_env(self.env)
