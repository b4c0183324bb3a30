import hashlib
import re
import tempfile
from dataclasses import dataclass
from typing import BinaryIO

from odoo import models
from odoo.exceptions import AccessError, UserError

from ..perkara.alur import ALUR, PENGAWAS
from .isi import Bundel
from .ombudsman import kemas_ombudsman
from .pdf import jilid
from .zip import kemas

# How a bundle is made, what it is on the card and how its file is called.
BENTUK = {
    "pdf": (jilid, "PDF", "berkas-perkara", "pdf"),
    "zip": (kemas, "ZIP", "berkas-perkara", "zip"),
    "ombudsman": (kemas_ombudsman, "Ombudsman", "berkas-ombudsman", "zip"),
}


@dataclass
class Hasil:
    """A bundle that was made: a file of its own that goes when it is closed, and is kept nowhere."""

    berkas: BinaryIO
    nama: str


class DpmdPengaduan(models.Model):
    """The whole case as one file, for the archive, the Inspektorat or the Ombudsman; each one made is on the card."""

    _inherit = "dpmd.pengaduan"

    def _pelapor_terbuka(self):
        if self.env.context.get("dpmd_tanpa_identitas"):
            return {}
        return super()._pelapor_terbuka()

    def action_bundel(self, bentuk="pdf", dengan_identitas=False, alasan=None):
        """Return the action that asks for a bundle of the case and saves it; nothing is made yet.

        :param str bentuk: ``pdf``, ``zip`` or ``ombudsman``
        :param bool dengan_identitas: with what shows who complained, for who may read it now
        :param str alasan: why with the identity
        :raise AccessError: the user may not make one, or not with the identity
        """
        self.ensure_one()
        self.check_access("read")
        penugasan = self._izinkan(ALUR["bundel"])
        self._cek_bundel(penugasan, bentuk, dengan_identitas, alasan)
        return {
            "type": "ir.actions.client",
            "tag": "dpmd_unduh_bundel",
            "params": {
                "pengaduan_id": self.id,
                "bentuk": bentuk,
                "dengan_identitas": "1" if dengan_identitas else "",
                "alasan": alasan or "",
            },
        }

    def action_bundel_ombudsman(self):
        """Return the action that asks for all that the Ombudsman needs, without the identity, and saves it."""
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR["bundel_ombudsman"])
        return self.action_bundel("ombudsman")

    def _penugasan_bundel(self):
        """Return under which appointment the user makes a bundle; empty where he may not."""
        return self._pelaku(ALUR["bundel"])

    def _boleh_bundel_identitas(self, penugasan):
        """Return whether the user may have the identity in a bundle: who reads it now, and an inspector never."""
        return bool(penugasan and penugasan.jabatan != PENGAWAS and self._identitas_terbuka())

    def _cek_bundel(self, penugasan, bentuk, dengan_identitas, alasan):
        """Return the reason; raise where the bundle is none we make, or shows more than the user may see."""
        if bentuk not in BENTUK:
            raise UserError(self.env._("Choose what is made: PDF, ZIP or the file for the Ombudsman."))
        if not dengan_identitas:
            return ""
        if not self._boleh_bundel_identitas(penugasan):
            raise AccessError(
                self.env._("The identity is in a case file only for who may read it now; a Pengawas gets it without.")
            )
        return self._alasan(alasan)

    def _kerjakan_bundel(self, jejak, bentuk, dengan_identitas=False, alasan=None):
        """Make a bundle; its hash and whether it shows the identity go on the card, a secret one's also to the pelapor.

        :return: a ``Hasil``
        """
        jejak.alasan = self._cek_bundel(jejak.penugasan, bentuk, dengan_identitas, alasan)
        buat, sebutan, nama, akhiran = BENTUK[bentuk]
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        berkas = tempfile.TemporaryFile()  # noqa: SIM115 – whoever sends it closes it
        buat(Bundel(self.with_context(lang=bahasa), jejak.penugasan, bool(dengan_identitas)), berkas)
        berkas.seek(0)
        identitas = self.env._("with the identity") if dengan_identitas else self.env._("without the identity")
        jejak.keluaran = self.env._(
            "Case file made (%(bentuk)s), %(identitas)s; SHA-256 %(sidik)s",
            bentuk=sebutan,
            identitas=identitas,
            sidik=hashlib.file_digest(berkas, "sha256").hexdigest(),
        )
        berkas.seek(0)
        if dengan_identitas and self.identitas != "terbuka":
            self._beri_akses(jejak.penugasan, jejak.alasan, jam=0)  # it is told, and opens nothing
        nomor = re.sub(r"\W+", "-", self.name).strip("-") or str(self.id)
        return Hasil(berkas, f"{nama}-{nomor}.{akhiran}")
