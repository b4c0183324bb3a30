import logging

from odoo import models
from odoo.exceptions import UserError

from ..naskah.jenis_naskah import NASKAH
from .nomor_tanda_terima import tulis

_logger = logging.getLogger(__name__)


class DpmdPelapor(models.Model):
    """What the papers printed from an identity ask of it in their templates."""

    _inherit = "dpmd.pelapor"

    def _kode_cetak(self):
        """Return the receipt number that was handed in with a print and is this pelapor's; it is stored nowhere."""
        kode = self.env.context.get("dpmd_kode")
        if kode and isinstance(kode, str) and self._hash_kode(kode) == self.sudo().kode_hash:
            return tulis(kode)
        return ""

    def _pdf_tanda_terima(self, kode):
        """Print the tanda terima with its receipt number, for whoever was just told that number.

        As superuser: it shows of the person what was given a moment ago, of a secret one nothing.

        :return: PDF (bytes); empty where it could not be made, since the number must not be lost with it
        """
        Laporan_sudo = self.env["ir.actions.report"].sudo().with_context(dpmd_kode=kode)
        try:
            with self.env.cr.savepoint():
                return Laporan_sudo._render_qweb_pdf("dpmd_pengaduan.report_tanda_terima", self.ids)[0]
        except Exception:
            _logger.exception("The tanda terima of %s could not be printed.", self)
            return b""

    def _kontak_cetak(self, kolom, samar):
        """Return phone or e-mail for the form, all but its beginning masked where it is printed by receipt number."""
        isi = self[kolom] or ""
        return f"{isi[:3]}{'•' * (len(isi) - 3)}" if samar else isi

    def _surat_disampaikan(self):
        """Return the newest signed letter to this pelapor (superuser).

        :raise UserError: there is none
        """
        pengaduan_sudo = self.sudo().pengaduan_id
        surat_sudo = (self.sudo().dokumen_ids | pengaduan_sudo.dokumen_ids).filtered(
            lambda surat: (
                surat.state == "berlaku" and "kertas" in NASKAH[surat.jenis].kirim and NASKAH[surat.jenis].ke_pelapor
            )
        )
        if not surat_sudo:
            raise UserError(self.env._("There is no signed letter to the pelapor yet."))
        return surat_sudo.sorted("id")[-1:]

    def _nik_cetak(self):
        """Return the NIK, all but its last digits masked; a dash for none."""
        nik = self.sudo().nik
        return f"{'•' * (len(nik) - 4)}{nik[-4:]}" if nik and len(nik) > 4 else "-"
