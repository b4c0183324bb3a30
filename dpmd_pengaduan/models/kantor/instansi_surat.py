from odoo import fields, models

from .dpmd_instansi import PENANDA

# What a letter prints of the office, or is made by: a change of one makes another version.
SURAT = {"name", "pemerintah", "singkatan", "logo", "alamat", "tempat", "kode_pos", "telepon", "email", "website"}
SURAT |= {"kertas", "huruf", "margin_atas", "margin_kanan", "margin_bawah", "margin_kiri", "landasan_hukum"}
SURAT |= {"pola_register", "pola_berita_acara", "pola_surat"}
SURAT |= {
    f"{apa}_{jenis}"
    for apa in ("ttd", "tembusan", "penutup")
    for jenis in ("undangan", "pemberitahuan", "pelimpahan", "permintaan_lengkap", "sela")
}
DAN_TERIMA_KASIH = "kami ucapkan terima kasih."


class DpmdInstansi(models.Model):
    """How the letters of the office look and what they always say; each change is noted, and makes a new version.

    An issued paper keeps the number of the version it was made under. What that was stands among the changes.
    """

    _name = "dpmd.instansi"
    _inherit = ["dpmd.instansi", "dpmd.tercatat"]

    versi_surat = fields.Integer(
        string="Version of the letters", readonly=True, default=1, help="Counts the changes of what letters print."
    )

    huruf = fields.Selection(
        [("arial", "Arial"), ("bookman", "Bookman")],
        string="Typeface",
        required=True,
        default="arial",
        help="Liberation Sans or TeX Gyre Bonum, which run as wide and come with this application.",
    )
    landasan_hukum = fields.Text(
        string="Legal basis in the report", help="Left empty, a report begins with that of the SOP."
    )
    tembusan_undangan = fields.Text(string="Copies of the undangan", help="One recipient in each line.")
    tembusan_pemberitahuan = fields.Text(string="Copies of the answer", help="One recipient in each line.")
    tembusan_pelimpahan = fields.Text(
        string="Copies of the pelimpahan", help="One recipient in each line; the inspectorate where none is named."
    )
    tembusan_permintaan_lengkap = fields.Text(
        string="Copies of the request to complete", help="One recipient in each line."
    )
    penutup_undangan = fields.Text(
        string="Last sentence of the undangan",
        default=f"Demikian undangan ini kami sampaikan. Atas perhatian dan kehadirannya, {DAN_TERIMA_KASIH}",
    )
    penutup_pemberitahuan = fields.Text(
        string="Last sentence of the answer",
        default="Demikian kami sampaikan. Atas perhatian dan partisipasi Saudara dalam perbaikan pelayanan publik, "
        + DAN_TERIMA_KASIH,
    )
    penutup_pelimpahan = fields.Text(
        string="Last sentence of the pelimpahan",
        default=f"Demikian kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, {DAN_TERIMA_KASIH}",
    )
    penutup_permintaan_lengkap = fields.Text(
        string="Last sentence of the request to complete",
        default=f"Demikian kami sampaikan. Atas perhatian Saudara, {DAN_TERIMA_KASIH}",
    )

    # An interim letter decides nothing, and the desk that is late is often the Kadis's own: the Sekretaris signs it.
    ttd_sela = fields.Selection(PENANDA, string="Surat sela signed by", required=True, default="sekretaris_dinas")
    tembusan_sela = fields.Text(string="Copies of the surat sela", help="One recipient in each line.")
    penutup_sela = fields.Text(
        string="Last sentence of the surat sela",
        default=f"Kami mohon maaf atas keterlambatan ini. Atas kesabaran dan kepercayaan Saudara, {DAN_TERIMA_KASIH}",
    )
    surat_sela = fields.Boolean(
        string="Propose a surat sela",
        default=True,
        help="An interim letter to the pelapor of a case that will miss its day, by the office's own figures.",
    )

    def write(self, vals):
        """Count a new version where something is changed that letters print."""
        berubah = self.filtered(lambda instansi: instansi._surat_berubah(vals))
        for instansi in berubah:
            super(DpmdInstansi, instansi).write({**vals, "versi_surat": instansi.versi_surat + 1})
        return super(DpmdInstansi, self - berubah).write(vals)

    def _surat_berubah(self, vals):
        """Return whether these values change what letters print."""
        self.ensure_one()
        lama = self.with_context(bin_size=False)
        return any((vals[nama] or False) != (lama[nama] or False) for nama in SURAT & vals.keys())

    def _jenis_perubahan(self):
        return "surat"

    def _kolom_perubahan(self):
        return SURAT - {"logo"} | {"versi_surat"}

    def _model_perubahan(self):
        return self._name

    def _penting(self, isi):
        return isi["versi_surat"] != "1"  # made on first use, by nobody
