import base64
import re

from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import LazyTranslate, format_datetime
from odoo.tools.sql import escape_psql

from ..dasar.berkas import bersihkan_berkas
from ..kantor.hari import zona
from .banding import MAKS_MB
from .dpmd_dokumen import TANPA_GILIRAN
from .jenis_naskah import NASKAH, RAPAT
from .pdf_luar import Ditolak, baca_terpisah

_lt = LazyTranslate(__name__)

ASAL = [("word", "Word or another word processor"), ("srikandi", "SRIKANDI"), ("bsre", "BSrE"), ("lain", "Elsewhere")]
# Why a file is not taken (``pdf_luar.py``).
KATA_TOLAK = {
    "rusak": _lt("it cannot be read as a PDF; save it anew where it was made"),
    "terkunci": _lt("it is encrypted; save it without a password and without restrictions"),
    "halaman": _lt("it has no page, or more than a letter can have (500)"),
    "aktif": _lt("it holds a script, a program to start or a form that changes; save it anew as a plain PDF"),
    "lampiran": _lt("other files are attached inside it, which nobody reads who signs it; print them as pages"),
    "isian": _lt("it is a form that is still to be filled in; print it to a PDF first"),
    "rumit": _lt("checking it takes too long; save it anew where it was made"),
    "pustaka": _lt("pyHanko is missing on this server; ask your administrator to install it (pip install pyhanko)"),
}
# What an electronic signature in a file says, and how good that is.
HASIL_TANDA_TANGAN = {
    "sah": (_lt("Valid: intact, and this office trusts its issuer"), "success"),
    "tidak_dikenal": (_lt("Intact, unknown issuer"), "warning"),
    "kedaluwarsa": (_lt("Intact, but its certificate is not in force: expired, or not yet valid"), "warning"),
    "tidak_pantas": (_lt("Intact, but its certificate is not made for this, or too weak"), "warning"),
    "dicabut": (_lt("Intact, but its certificate was revoked"), "danger"),
    "diubah": (_lt("Altered after signing"), "danger"),
    "rusak": (_lt("Broken: this is not what was signed"), "danger"),
    "tidak_terbaca": (_lt("Could not be checked"), "danger"),
}


class DpmdDokumen(models.Model):
    """*Naskah luar*: a finished PDF made elsewhere goes up in place of ours, and its official signs it like any other.

    Who brings one makes nothing official by it. What our own would print is still its fingerprint (``hash_isi``): where
    the case, the meeting or the answer changes, an outside paper tells no longer the same and is void like ours.
    """

    _inherit = "dpmd.dokumen"

    asal_naskah = fields.Selection(ASAL, string="Made with")
    dibawa_oleh = fields.Char(string="Brought by", help="Name and jabatan as they were when it was handed up.")
    tanda_tangan_luar = fields.Json(
        help="The electronic signatures in the file and what they said when it was brought (``pdf_luar.py``)."
    )
    tanda_tangan_tampil = fields.Html(
        string="Electronic signatures in the file", compute="_compute_tanda_tangan_tampil", sanitize=False
    )
    boleh_bawa = fields.Boolean(
        compute="_compute_boleh_bawa", help="This user may put a finished PDF in its place, or take it away again."
    )

    _nomor_luar_uniq = models.UniqueIndex(
        "(company_id, jenis, lower(name)) WHERE naskah_luar AND dibekukan IS NOT NULL AND name <> '/'",
        "A paper of this kind was issued with this number already.",
    )

    # ------------------------------------------------------------------
    # What is shown
    # ------------------------------------------------------------------

    def _baris_tanda_tangan(self):
        """Return what the electronic signatures in the file say, each as ``(words, colour, row, time)``."""
        self.ensure_one()
        tz, baris = zona(self.company_id), []
        for satu in self.tanda_tangan_luar or []:
            kata, warna = HASIL_TANDA_TANGAN[satu["hasil"]]
            waktu = format_datetime(self.env, satu["waktu"], tz=tz) if satu.get("waktu") else ""
            baris.append((self.env._(kata), warna, satu, waktu))
        return baris

    @api.depends("tanda_tangan_luar")
    @api.depends_context("lang")
    def _compute_tanda_tangan_tampil(self):
        for dokumen in self:
            baris = Markup().join(
                Markup("<li class='mb-1'><span class='badge text-bg-%s'>%s</span> <b>%s</b> %s</li>")
                % (warna, kata, satu.get("nama", ""), dokumen._sebut_tanda_tangan(satu, waktu))
                for kata, warna, satu, waktu in dokumen._baris_tanda_tangan()
            )
            tanpa = dokumen.env._("The file carries no electronic signature.")
            dokumen.tanda_tangan_tampil = dokumen.naskah_luar and (
                Markup("<ul class='list-unstyled mb-0'>%s</ul>") % baris if baris else Markup("<p>%s</p>") % tanpa
            )

    def _sebut_tanda_tangan(self, satu, waktu):
        """Return who issued the certificate of a signature, and when it was put there according to whom."""
        bagian = []
        if satu.get("penerbit"):
            bagian.append(self.env._("certificate of %(penerbit)s", penerbit=satu["penerbit"]))
        if waktu and satu["cap_waktu"]:
            bagian.append(self.env._("%(waktu)s by a trusted time-stamp", waktu=waktu))
        elif waktu:
            bagian.append(self.env._("%(waktu)s by the clock of who signed, no time-stamp", waktu=waktu))
        return "; ".join(bagian)

    @api.depends("state", "pengesahan_ids")
    @api.depends_context("uid")
    def _compute_boleh_bawa(self):
        for dokumen in self:
            kasus = dokumen._perkara_sudo().sudo(False) if dokumen.state == "diajukan" else None
            dokumen.boleh_bawa = bool(kasus) and dokumen._origin in kasus._naskah_untuk_dibawa()

    # ------------------------------------------------------------------
    # In place of ours
    # ------------------------------------------------------------------

    def _belum_disahkan(self):
        """Return whether a paper that waits has nothing on it yet but its drafter's paraf."""
        sah_sudo = (self | self.iring_id).sudo().pengesahan_ids.filtered(lambda sah: sah.jenis != "penyusun")
        if NASKAH[self.jenis].penanda == RAPAT:  # who hands the notulen up may have signed it with that
            sah_sudo = sah_sudo.filtered(lambda sah: sah.user_id != self.env.user)
        return not sah_sudo

    def _ganti(self, jejak, alasan, **luar):
        """Void a paper that waits and hand up another in its place, of the same kind, to the same desks.

        :param jejak: of the way
        :param str alasan: why this one is void
        :param luar: of a finished PDF: ``pdf`` (bytes) and the columns that tell of it; ours is rendered without
        :return: the other paper (superuser)
        :raise UserError: what it is about has changed since it was handed up
        """
        self._cek_tetap()
        penanda_users = self.giliran_user_ids | self.pengesahan_ids.user_id
        iring_sudo, iringan_sudo = self.iring_id, self.iring_ids.filtered(lambda satu: satu.state == "diajukan")
        self._tulis({"state": "batal", "alasan_batal": alasan, **TANPA_GILIRAN})
        pdf = luar.pop("pdf", None)
        baru_sudo = self._susun(self.jenis, self._sumber_sudo(), self._perkara_sudo())
        baru_sudo._tulis({"naskah_luar": bool(pdf), **luar})
        baru_sudo._ajukan(jejak.waktu, penyusun=jejak.penugasan, iring=iring_sudo, penanda_users=penanda_users, pdf=pdf)
        iringan_sudo._tulis({"iring_id": baru_sudo.id})
        if self.jenis == "laporan":
            self._sumber_sudo()._tulis({"dokumen_id": baru_sudo.id})
        return baru_sudo

    @api.model
    def _baca_pdf_luar(self, berkas, company):
        """Return the file somebody brings (bytes), and what the electronic signatures in it say.

        :param str berkas: base64
        :raise UserError: why it is not taken
        """
        instansi = self.env["dpmd.instansi"]._milik(company)
        try:
            isi = base64.b64decode(berkas or "", validate=True)
            isi, mimetype, _akhiran = bersihkan_berkas(self.env, isi, min(instansi.maks_berkas_mb, MAKS_MB))
            if mimetype != "application/pdf":
                raise UserError(self.env._("it is no PDF"))
            return isi, baca_terpisah(isi, instansi._akar_tepercaya())
        except Ditolak as tolak:
            sebab = self.env._(KATA_TOLAK[str(tolak)])
        except (ValueError, TypeError):
            sebab = self.env._("it is no PDF")
        except UserError as galat:
            sebab = galat
        raise UserError(self.env._("This file is not taken: %(sebab)s.", sebab=sebab))

    def _nomor_luar(self, nomor):
        """Return the number of a paper made elsewhere, as it is kept.

        :raise UserError: it has none though its kind has; or it was given already, or is one of our series
        """
        nomor = " ".join(nomor.split()) if isinstance(nomor, str) else ""
        if not nomor and not NASKAH[self.jenis].kode:
            return "/"
        if not nomor.strip("/-. "):
            raise UserError(self.env._("Type the number that stands on the paper."))
        domain = [
            ("company_id", "=", self.company_id.id),
            ("jenis", "=", self.jenis),
            ("dibekukan", "!=", False),
            ("name", "=ilike", escape_psql(nomor)),
        ]
        if self.sudo().search_count(domain, limit=1):
            raise UserError(
                self.env._(
                    "%(jenis)s %(nomor)s was issued already. Each number is given once.",
                    jenis=NASKAH[self.jenis].judul,
                    nomor=nomor,
                )
            )
        if re.fullmatch(self._pola_seri(), nomor, re.IGNORECASE):
            raise UserError(
                self.env._(
                    "%(nomor)s has the form of the numbers that this system gives. A paper made elsewhere needs a "
                    "number of another form, or the two would meet one day.",
                    nomor=nomor,
                )
            )
        return nomor

    def _pola_seri(self):
        """Return the regular expression of the numbers our own papers of this kind get."""
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        isi = {
            "{nomor}": r"\d+",
            "{bulan_romawi}": "[IVX]+",
            "{tahun}": r"\d{4}",
            "{singkatan}": re.escape(instansi.singkatan),
            "{kode}": re.escape(NASKAH[self.jenis].kode),
        }
        pola = re.escape(instansi.pola_surat)
        for kunci, satu in isi.items():
            pola = pola.replace(re.escape(kunci), satu)
        return pola

    # ------------------------------------------------------------------
    # Official with the last signature, like any other
    # ------------------------------------------------------------------

    def _beri_nomor(self):
        if not self.naskah_luar:
            return super()._beri_nomor()
        return self._nomor_luar(self.name)  # another may have been issued with it meanwhile

    def _cetak(self):
        return self._isi_pdf("pdf_ajuan") if self.naskah_luar else super()._cetak()

    # ------------------------------------------------------------------
    # Doors
    # ------------------------------------------------------------------

    def action_bawa(self):
        """Open the dialog that takes a finished PDF for this paper.

        :raise UserError: it does not wait, or is not the user's to bring
        """
        self.ensure_one()
        self.check_access("read")
        aksi = self.env["ir.actions.act_window"]._for_xml_id("dpmd_pengaduan.action_wizard_naskah_luar")
        return {**aksi, "context": {"default_res_id": self._perkara_sudo().id, "default_dokumen_id": self.id}}

    def action_lepas(self, alasan=None):
        """Take the finished PDF away again; ours goes up in its place.

        :param str alasan: why
        :return: the action that opens ours
        """
        self.ensure_one()
        self.check_access("read")
        return self._perkara_sudo().sudo(False).action_lepas_naskah(self.id, alasan)
