import hashlib
import logging
import threading

from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tools import SQL

from ..perkara.alur import KADIS, PENGAWAS

_logger = logging.getLogger(__name__)

# Which column holds the hash of which kept file.
SIDIK = {"pdf": "sha256", "pdf_ajuan": "sha256_ajuan"}


class NaskahBerubah(UserError):
    """The kept file of a paper is not the one its hash was taken of."""


def _catat_di_latar(dbname, dokumen_id):
    """Note a damaged paper in a transaction of its own."""
    try:
        with Registry(dbname).cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            retrying(env["dpmd.dokumen"].browse(dokumen_id)._catat_berubah, env)
    except Exception:  # the thread ends here: nobody else would hear of it
        _logger.exception("That the kept file of dpmd.dokumen %s was changed could not be noted.", dokumen_id)


class DpmdDokumen(models.Model):
    """The kept file of a paper is compared with its hash whenever it is read; another one is shown to nobody."""

    _inherit = "dpmd.dokumen"

    def _berkas(self, kolom="pdf"):
        """Return the file behind a binary field (superuser)."""
        self.ensure_one()
        # Named, res_field is not left out as Odoo does by default.
        domain = [("res_model", "=", self._name), ("res_id", "=", self.id), ("res_field", "=", kolom)]
        return self.env["ir.attachment"].sudo().search(domain, limit=1)

    def _isi_pdf(self, kolom="pdf"):
        """Return a kept PDF (bytes), compared with its hash; the caller has checked who reads it.

        :param str kolom: ``pdf``, what was issued, or ``pdf_ajuan``, what was submitted for signature
        :raise NaskahBerubah: the file is gone or another
        """
        berkas_sudo = self._berkas(kolom)
        if not berkas_sudo:
            self._cek_isi(kolom, b"")
        return berkas_sudo.raw

    def _salinan(self):
        """Return the values of a file that is a copy of the issued PDF; it too is compared whenever it is read."""
        return {"name": f"{self.jenis}.pdf", "raw": self._isi_pdf(), "original_id": self._berkas().id}

    def _cek_isi(self, kolom, isi):
        """Raise unless the bytes are those of a kept PDF, and have it noted where they are not.

        :param str kolom: name of the binary field
        :param bytes isi: what is there now
        :raise NaskahBerubah: they are others
        """
        self.ensure_one()
        dokumen_sudo = self.sudo()
        if dokumen_sudo[SIDIK[kolom]] == hashlib.sha256(isi).hexdigest():
            return
        _logger.warning("The kept file %s of dpmd.dokumen %s is not the one its hash was taken of.", kolom, self.id)
        if not dokumen_sudo._berubah_tercatat():
            dokumen_sudo._laporkan()
        raise NaskahBerubah(
            self.env._(
                "“%(naskah)s” is not shown: the file kept here is no longer the one that was signed or issued. "
                "The Pengawas is told.",
                naskah=dict(self._fields["jenis"]._description_selection(self.env))[dokumen_sudo.jenis],
            )
        )

    def action_unduh(self):
        """Open the issued PDF; a changed one is refused in words, which the page that serves files does not have.

        :raise NaskahBerubah: it is not the one that was issued
        """
        aksi = super().action_unduh()
        self._isi_pdf()
        return aksi

    # ------------------------------------------------------------------
    # The note
    # ------------------------------------------------------------------

    def _laporkan(self):
        """Have it noted beside this request, which takes back what it writes and may hold the case until it ends."""
        benang = threading.Thread(target=_catat_di_latar, args=(self.env.cr.dbname, self.id), name="dpmd.dokumen")
        benang.start()

    def _berubah_tercatat(self):
        """Return whether the card says already that the file of this paper was changed."""
        domain = [("dokumen_id", "=", self.id), ("jenis", "=", "rusak")]
        return bool(self.env["dpmd.langkah"].sudo().search_count(domain, limit=1))

    def _catat_berubah(self):
        """Say on the card, once, that the file of this paper was changed, and tell inspector and Kadis."""
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        naskah = self.with_context(lang=bahasa)
        pengaduan = naskah.pengaduan_id or naskah.pelapor_id.pengaduan_id
        # Waits for the transaction that was refused.
        self.env.cr.execute(SQL("SELECT FROM dpmd_pengaduan WHERE id = %s FOR UPDATE", pengaduan.id))
        if self._berubah_tercatat():
            return
        kalimat = naskah.env._(
            "The file of “%(naskah)s” is no longer the one that was signed or issued, and is shown to nobody",
            naskah=naskah.display_name,
        )
        pengaduan._catat(kalimat, jenis="rusak", nama="Sistem", sebutan="Sistem", dokumen_id=self.id)
        Penugasan = self.env["dpmd.penugasan"]
        tugas_sudo = Penugasan.union(*(Penugasan._pejabat(jabatan, self.company_id) for jabatan in (PENGAWAS, KADIS)))
        if tugas_sudo:
            pengaduan.message_notify(
                partner_ids=tugas_sudo.user_id.partner_id.ids,
                subject=naskah.env._("A paper was changed outside of the system"),
                body=f"{pengaduan.name}: {kalimat}.",
            )
