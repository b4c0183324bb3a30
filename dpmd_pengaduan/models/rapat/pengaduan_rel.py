from odoo import api, fields, models

from ..kantor.langkah import Langkah
from ..perkara.alur import TAMAT


class DpmdPengaduan(models.Model):
    """*Rel*: steps 8 to 12 as one row of stations, so that whoever drafts stays on one screen."""

    _inherit = "dpmd.pengaduan"

    rel = fields.Json(
        compute="_compute_rel",
        help="The stations of steps 8 to 12: number, name, whether done, and the record to open.",
    )

    @api.depends("langkah", "state", "tanpa_rapat", "rapat_ids", "berita_acara_ids", "laporan_ids")
    @api.depends_context("uid")
    def _compute_rel(self):
        """Nobody but who drafts walks over these papers, and not before the telaah."""
        for pengaduan in self:
            asal = pengaduan._origin
            berlaku = asal and asal.langkah >= Langkah.TELAAH and asal.state not in TAMAT and asal._saya_penyusun()
            pengaduan.rel = asal._rel() if berlaku else False

    def _rel(self):
        """Return the stations of the present round in the order of the SOP."""
        self.ensure_one()
        rapat = self._rapat_putaran().filtered(lambda satu: satu.state != "batal")[:1]
        berita = rapat.berita_acara_ids[:1]
        return [
            self._stasiun(Langkah.TELAAH, self.env._("Telaah"), self),
            self._stasiun(Langkah.UNDANGAN, self.env._("Undangan"), rapat),
            self._stasiun(Langkah.RAPAT, self.env._("Rapat"), rapat),
            self._stasiun(Langkah.BERITA_ACARA, self.env._("Berita Acara"), berita),
            self._stasiun(Langkah.LAPORAN, self.env._("Laporan"), self._laporan()),
        ]

    def _stasiun(self, nomor, judul, record):
        """Return one station: open it where its record is there."""
        if self.langkah > nomor:
            dilewati = self.tanpa_rapat == "disetujui" and Langkah.UNDANGAN <= nomor <= Langkah.BERITA_ACARA
            keadaan = "dilewati" if dilewati else "selesai"
        else:
            keadaan = "kini" if self.langkah == nomor else "nanti"
        view = self.env.ref("dpmd_pengaduan.view_pengaduan_form_telaah") if record == self else None
        return {
            "nomor": int(nomor),
            "judul": judul,
            "keadaan": keadaan,
            "model": record._name,
            "id": record.id,
            "view": view.id if view else False,
        }
