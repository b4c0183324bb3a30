from odoo import models

from ..perkara.pengaduan_kartu import DIAMBIL

# What is kept with an identity, in the words of the paper (Indonesian everywhere).
DATA = {
    "nama": "nama",
    "nik": "NIK",
    "alamat": "alamat",
    "wilayah_id": "desa tempat tinggal",
    "telepon": "nomor telepon",
    "email": "alamat surel",
    "pekerjaan": "pekerjaan",
    "kuasa_nama": "nama orang yang diwakili",
    "surat_kuasa": "surat kuasa",
    "isi_asli": "uraian dengan kata-kata sendiri",
    "ttd": "tanda tangan",
    "saksi": "nama saksi cap jempol",
}


class DpmdPermintaanPdp(models.Model):
    """The trail of processing, for the pelapor who asks: by jabatan, without the name of anybody."""

    _inherit = "dpmd.permintaan.pdp"

    def _pelapor_sudo(self):
        """Return the identity of the pelapor who asks (superuser); the reader's right to the request was checked."""
        self.ensure_one()
        return self.sudo().pengaduan_id.pelapor_ids

    def _data_disimpan(self):
        """Return which personal data are kept, in words, never what they say: the paper may be printed by anybody
        at work on the request, the identity is not."""
        pelapor_sudo = self._pelapor_sudo().with_context(bin_size=True)
        data = [kata for kolom, kata in DATA.items() if pelapor_sudo[kolom]]
        jumlah = {
            "berkas yang dikirim": len(pelapor_sudo.berkas_ids),
            "pesan": self.env["dpmd.pesan"].sudo().search_count([("pelapor_id", "in", pelapor_sudo.ids)]),
        }
        return data + [f"{banyak} {apa}" for apa, banyak in jumlah.items() if banyak]

    def _jejak(self, surat):
        """Return the lines of the trail, first to last: ``[(moment, by whom, what)]``.

        Outputs and reasons of the card may name others, so a line says which step or what kind of note it is.
        """
        self.ensure_one()
        jejak = []
        for baris in self.sudo().pengaduan_id.kartu_ids.sorted("urutan"):
            kata = baris.sop_langkah_id.kegiatan or ""
            if baris.jenis not in DIAMBIL or not kata:
                kata = ": ".join(filter(None, (surat.kata(baris, "jenis"), kata)))
            jejak.append((baris.terjadi, baris.sebutan, kata))
        for akses in self._pelapor_sudo().akses_ids:
            kata = f"Membuka identitas: {akses.alasan} (sampai {surat.waktu(akses.berlaku_sampai)})"
            jejak.append((akses.create_date, akses.sebutan, kata))
        return sorted(jejak, key=lambda satu: satu[0])
