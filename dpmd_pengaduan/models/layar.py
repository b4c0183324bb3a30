"""What the screens of a case's records need and nothing else: may this be filled in, may that be pressed.

Buttons hide and fields lock by these for comfort; the methods check for real.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError

SETUJU = ("paraf_kabid", "paraf_sekretaris", "tanda_tangan_kadis")


def _boleh(record):
    """Return whether the guard of a record (``_cek_boleh_isi``) lets the user fill it in now."""
    try:
        record._cek_boleh_isi()
    except UserError:
        return False
    return record.env[record._name].has_access("write")


class DpmdRapat(models.Model):
    _inherit = "dpmd.rapat"

    boleh_isi = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_berita_acara = fields.Boolean(compute="_compute_boleh", compute_sudo=False)

    @api.depends("state", "pengaduan_id.state", "pimpinan_user_id")
    @api.depends_context("uid")
    def _compute_boleh(self):
        for rapat in self:
            rapat.boleh_isi = _boleh(rapat)
            rapat.boleh_berita_acara = (
                rapat.state == "selesai"
                and not rapat.berita_acara_ids
                and rapat.pengaduan_id.state == "berita_acara"
                and rapat.pengaduan_id._saya_penyusun()
            )


class DpmdRapatPeserta(models.Model):
    _inherit = "dpmd.rapat.peserta"

    boleh_ttd_ba = fields.Boolean(compute="_compute_boleh_ttd_ba", compute_sudo=False)

    @api.depends("ba_status", "kehadiran")
    @api.depends_context("uid")
    def _compute_boleh_ttd_ba(self):
        penyusun = {pengaduan: pengaduan._saya_penyusun() for pengaduan in self.pengaduan_id}
        for peserta in self:
            terbuka = peserta.rapat_id.berita_acara_ids.filtered(lambda berita: berita.state == "tanda_tangan")
            peserta.boleh_ttd_ba = (
                bool(terbuka)
                and peserta.ba_status == "belum"
                and (
                    peserta.kehadiran in ("hadir", "diwakili")
                    and (penyusun[peserta.pengaduan_id] or peserta.user_id == self.env.user)
                )
            )


class DpmdBeritaAcara(models.Model):
    _inherit = "dpmd.berita.acara"

    boleh_isi = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_tarik = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    dokumen_dibekukan = fields.Datetime(related="dokumen_id.dibekukan")

    @api.depends("state", "rapat_id.pengaduan_id.state")
    @api.depends_context("uid")
    def _compute_boleh(self):
        for berita in self:
            pengaduan = berita.rapat_id.pengaduan_id
            berita.boleh_isi = bool(pengaduan) and _boleh(berita)
            berita.boleh_tarik = berita.state == "tanda_tangan" and pengaduan._saya_penyusun()

    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        for paper in self.filtered(lambda paper: paper.name == "/"):
            paper.display_name = self.env._("Berita Acara")

    def action_pdf(self):
        """Open the frozen PDF of the berita acara."""
        self.ensure_one()
        self.check_access("read")
        return self.dokumen_id.action_unduh()


class DpmdLaporan(models.Model):
    _inherit = "dpmd.laporan"

    boleh_isi = fields.Boolean(compute="_compute_boleh", compute_sudo=False)
    boleh_setuju = fields.Char(
        compute="_compute_boleh", compute_sudo=False, help="Key of the step 13 to 15 this user may take now."
    )
    dokumen_dibekukan = fields.Datetime(related="dokumen_id.dibekukan")

    @api.depends("state", "pengaduan_id.langkah")
    @api.depends_context("uid")
    def _compute_boleh(self):
        for laporan in self:
            laporan.boleh_isi = _boleh(laporan)
            aksi = laporan.pengaduan_id._aksi_saya() if laporan.state != "draf" else []
            laporan.boleh_setuju = next((kunci for kunci in aksi if kunci in SETUJU), False)

    def _compute_display_name(self):  # pylint: disable=missing-return
        super()._compute_display_name()
        for paper in self.filtered(lambda paper: paper.name == "/"):
            paper.display_name = self.env._("Laporan Hasil Rapat")

    def action_pdf(self):
        """Open the frozen PDF of the report."""
        self.ensure_one()
        self.check_access("read")
        return self.dokumen_id.action_unduh()

    def action_setuju(self):
        """Steps 13 to 15 from the page of the report: the paraf or signature that is this user's to give.

        :raise UserError: none is
        """
        self.ensure_one()
        self.check_access("read")
        if self.boleh_setuju not in SETUJU:
            raise UserError(self.env._("There is nothing to paraf or sign for you here. Reload the page."))
        getattr(self.pengaduan_id, f"action_{self.boleh_setuju}")()


class DpmdPelapor(models.Model):
    _inherit = "dpmd.pelapor"

    boleh_isi = fields.Boolean(compute="_compute_boleh_isi", compute_sudo=False)

    @api.depends("terkunci")
    @api.depends_context("uid")
    def _compute_boleh_isi(self):
        for pelapor in self:
            pelapor.boleh_isi = _boleh(pelapor)
