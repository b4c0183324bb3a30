import base64
from contextlib import contextmanager

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.service.model import retrying
from odoo.tools import SQL, LazyTranslate

from ..naskah.dokumen_luar import HASIL_TANDA_TANGAN
from .dpmd_sertifikasi import TERBUKA
from .esign_bsre import Bsre
from .penyedia import Gagal, TakDiketahui
from .periksa import periksa
from .pkcs12 import Pkcs12

_lt = LazyTranslate(__name__)

# As the rules of e-signed official papers word it; never on a paper without such a certificate.
KALIMAT = "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh"

KATA_GAGAL = {
    "p12": _lt(
        "the passphrase does not open this file, or it is no PKCS#12 file (.p12, .pfx) with key and certificate"
    ),
    "belum_berlaku": _lt("the certificate is not in force yet; or the clock of this server is wrong"),
    "kedaluwarsa": _lt("the certificate has expired; or the clock of this server is wrong"),
    "tertutup": _lt("nothing can be appended to this PDF: where it was made, further signatures were forbidden"),
    "tak_terjangkau": _lt("the e-Sign service cannot be reached; nothing was signed"),
    "tak_aktif": _lt("the e-Sign service says that this signer has no active certificate"),
    "kredensial": _lt("the e-Sign service refuses the user of the office; tell your administrator"),
    "ditolak": _lt("the e-Sign service refused"),
    "lain": _lt("what came back is not this paper with one signature more; it was not kept"),
    "diubah": _lt("what came back shows something else than this paper; it was not kept"),
    "rusak": _lt("what came back cannot be read as a PDF; it was not kept"),
    "tidak_sah": _lt("the signature that came back does not hold; it was not kept"),
    "jam": _lt("the time in the signature is more than five minutes off the clock of this server; it was not kept"),
}


class DpmdDokumen(models.Model):
    """An issued paper gets a certificate afterwards: its frozen bytes, and a signature appended to them.

    The paper is valid without it and stays what it is, to the last byte; so where the provider is down, the office goes
    on and certifies later. No passphrase is kept: it comes with the one call and goes to the provider.
    """

    _inherit = "dpmd.dokumen"

    sertifikasi_ids = fields.One2many("dpmd.sertifikasi", "dokumen_id", string="Certificates")
    sertifikat_langkah = fields.Selection(
        [("tandai", "Put a certificate on it"), ("selesaikan", "Settle the last attempt")],
        compute="_compute_sertifikat_langkah",
        help="What this user can do about a certificate now.",
    )
    sertifikat_kalimat = fields.Char(compute="_compute_sertifikat_kalimat")

    @api.depends("state", "sertifikasi_ids.state")
    @api.depends_context("uid")
    def _compute_sertifikat_langkah(self):
        for dokumen in self:
            terbuka_sudo = dokumen.sudo().sertifikasi_ids.filtered(lambda satu: satu.state in TERBUKA)
            if terbuka_sudo:
                milik_saya = terbuka_sudo.user_id == self.env.user and not terbuka_sudo._masih_berjalan()
                dokumen.sertifikat_langkah = milik_saya and "selesaikan"
            else:
                dokumen.sertifikat_langkah = dokumen._boleh_sertifikat() and "tandai"

    @api.depends("sertifikasi_ids.state")
    def _compute_sertifikat_kalimat(self):
        for dokumen in self:
            sertifikasi_sudo = dokumen._sertifikasi_sudo().filtered("tepercaya")
            dokumen.sertifikat_kalimat = f"{KALIMAT} {sertifikasi_sudo.penerbit}." if sertifikasi_sudo else False

    def _sertifikasi_sudo(self):
        """Return the certificate on a paper (superuser); empty where there is none."""
        return self.sudo().sertifikasi_ids.filtered(lambda satu: satu.state == "berhasil")

    # ------------------------------------------------------------------
    # Who may
    # ------------------------------------------------------------------

    def _penyedia(self):
        """Return the provider of the office of a paper (a key of ``PENYEDIA``), and its settings (superuser)."""
        instansi_sudo = self.env["dpmd.instansi"]._milik(self.company_id).sudo()
        return instansi_sudo.sertifikat_penyedia, instansi_sudo

    def _tugas_sertifikat(self):
        """Return the appointment under which the user may put a certificate on a paper; empty where he may not.

        That is who made it official by the last signature, as long as he holds the same jabatan: a certificate put
        there by one who left would say that he signs for the office today.
        """
        sah_sudo = self.sudo().pengesahan_ids.filtered(lambda sah: sah.jenis == "tanda_tangan" and not sah.peserta_id)
        terakhir = sah_sudo.sorted("id")[-1:]
        tugas_sudo = self.env["dpmd.penugasan"]._tugas_user(self.env.user, self.company_id)
        if terakhir.user_id != self.env.user:
            return tugas_sudo.browse()
        return tugas_sudo.filtered(lambda tugas: tugas.sebutan == terakhir.sebutan)[:1]

    def _boleh_sertifikat(self):
        """Return whether the user may put a certificate on a paper now. A trial paper is not official and gets none."""
        self.ensure_one()
        resmi = self.state == "berlaku" and self.dibekukan and not self.uji_coba
        return bool(resmi and not self._sertifikasi_sudo() and self._penyedia()[0] and self._tugas_sertifikat())

    # ------------------------------------------------------------------
    # The request
    # ------------------------------------------------------------------

    @contextmanager
    def _transaksi_sendiri(self):
        """Give the paper in a transaction of its own, which stays whatever becomes of this one."""
        with self.env.registry.cursor() as cr:
            yield self.with_env(self.env(cr=cr))

    def _siapkan_penanda(self, kunci, cara, identitas, berkas):
        """Return who signs, ready to do so.

        :raise Gagal: not ready
        """
        penyedia, instansi_sudo = self._penyedia()
        if penyedia == "pkcs12":
            try:
                penanda = Pkcs12(base64.b64decode(berkas or "", validate=True), kunci)
            except ValueError:
                raise Gagal("p12") from None
        else:
            penanda = Bsre(*instansi_sudo._bsre(), identitas, kunci, cara)
        penanda.siap()
        return penanda

    def _sertifikatkan(self, penanda):
        """Have the paper signed; the attempt is kept before it is made, and its outcome when it is known.

        :param penanda: who signs, ready
        :return: a notice that tells how it ended
        """
        asli, akar = self._isi_pdf(), self._penyedia()[1]._akar_tepercaya()
        with self._transaksi_sendiri() as dokumen:
            dokumen._kunci_perkara()
            if dokumen.sertifikat_langkah != "tandai":  # somebody was faster
                raise UserError(dokumen._kata_sudah())
            minta = dokumen.env["dpmd.sertifikasi"]._minta(dokumen, dokumen._tugas_sertifikat(), self._penyedia()[0])
        try:
            isi = penanda.tandai(asli)
            tanda = periksa(asli, isi, akar)
        except Gagal as gagal:
            selesai = {"state": "gagal", "catatan": self._kata_gagal(gagal)}
        except TakDiketahui:
            selesai = {"state": "tidak_diketahui"}
        else:
            selesai = None
        with self._transaksi_sendiri() as dokumen:
            sertifikasi_sudo = dokumen.env["dpmd.sertifikasi"].sudo().browse(minta.id)

            def catat():
                dokumen._kunci_perkara()
                if selesai:
                    sertifikasi_sudo._tulis(selesai)
                else:
                    sertifikasi_sudo._berhasil(isi, tanda)

            retrying(catat, dokumen.env)
            return dokumen._kabar_sertifikat(sertifikasi_sudo)

    def _kunci_perkara(self):
        """Wait for whoever works on the case: what came back must not be lost because of that."""
        kasus_sudo = self._perkara_sudo()
        self.env.cr.execute(SQL("SELECT FROM dpmd_pengaduan WHERE id IN %s FOR UPDATE", tuple(kasus_sudo.ids)))

    def _kata_gagal(self, gagal):
        """Return why it was not signed, in words (``Gagal``)."""
        kata = gagal.kata
        if gagal.sebab == "tidak_sah":
            kata = self.env._(HASIL_TANDA_TANGAN[kata][0])
        sebab = self.env._(KATA_GAGAL[gagal.sebab])
        return f"{sebab} ({kata})" if kata else str(sebab)

    def _kata_sudah(self):
        return self.env._(
            "This paper has a certificate, or an attempt whose outcome is not known yet, or is not yours to certify. "
            "Reload the page to see where it stands."
        )

    # ------------------------------------------------------------------
    # Doors
    # ------------------------------------------------------------------

    def action_sertifikat(self):
        """Open the dialog that asks for passphrase and file, or how the last attempt ended.

        What is typed there comes with one call of the action below and is in no record, not even for a moment.

        :raise AccessError: there is nothing this user can do
        """
        self.ensure_one()
        self.check_access("read")
        if not self.sertifikat_langkah:
            raise AccessError(self._kata_sudah())
        return {
            "type": "ir.actions.client",
            "tag": "dpmd_sertifikat",
            "params": {
                "dokumen_id": self.id,
                "naskah": self.display_name,
                "langkah": self.sertifikat_langkah,
                "penyedia": self._penyedia()[0],
                "identitas": self.env.user.email or "",
            },
        }

    def action_tandai_sertifikat(self, kunci, cara="passphrase", identitas="", berkas=""):
        """Put a certificate on an issued paper, by the official whose signature made it official.

        :param str kunci: his passphrase or one-time code; kept and logged nowhere
        :param str cara: ``passphrase``, or ``totp`` (BSrE)
        :param str identitas: NIK or e-mail by which BSrE knows him; not kept
        :param str berkas: his PKCS#12 file, base64 (own certificate); not kept
        :return: a notice that tells how it ended
        :raise UserError: it cannot be asked for; nothing was
        """
        self.ensure_one()
        self.check_access("read")
        if self.sertifikat_langkah != "tandai":
            raise AccessError(self._kata_sudah())
        isian = (kunci, cara, identitas, berkas or "")
        if not all(isinstance(satu, str) for satu in isian) or not kunci or cara not in ("passphrase", "totp"):
            raise UserError(self.env._("Type your passphrase or your one-time code."))
        if self._penyedia()[0] == "bsre" and not identitas.strip():
            raise UserError(self.env._("Type the NIK or e-mail by which BSrE knows you."))
        try:
            penanda = self._siapkan_penanda(kunci, cara, identitas.strip(), berkas)
        except Gagal as gagal:
            galat = UserError(self.env._("No certificate: %(sebab)s.", sebab=self._kata_gagal(gagal)))
            raise galat from None
        return self._sertifikatkan(penanda)

    def action_minta_totp(self, identitas):
        """Have BSrE send the user a one-time code.

        :param str identitas: NIK or e-mail by which BSrE knows him; not kept
        :raise UserError: it did not
        """
        self.ensure_one()
        self.check_access("read")
        penyedia, instansi_sudo = self._penyedia()
        if self.sertifikat_langkah != "tandai" or penyedia != "bsre":
            raise AccessError(self._kata_sudah())
        if not isinstance(identitas, str) or not identitas.strip():
            raise UserError(self.env._("Type the NIK or e-mail by which BSrE knows you."))
        try:
            Bsre(*instansi_sudo._bsre(), identitas.strip()).minta_totp()
        except Gagal as gagal:
            galat = UserError(self.env._("No code was sent: %(sebab)s.", sebab=self._kata_gagal(gagal)))
            raise galat from None
        return True

    def action_selesaikan_sertifikat(self, alasan="", berkas=""):
        """Settle an attempt whose outcome is not known: by the signed PDF where it was found, else by decision.

        :param str alasan: why one may take it as not signed
        :param str berkas: the signed PDF, base64
        :return: a notice that tells how it ended
        :raise UserError: neither is given, or the PDF is not this paper with a good signature
        """
        self.ensure_one()
        self.check_access("read")
        if self.sertifikat_langkah != "selesaikan":
            raise AccessError(self._kata_sudah())
        self._perkara_sudo()._kunci()
        sertifikasi_sudo = self.sudo().sertifikasi_ids.filtered(lambda satu: satu.state in TERBUKA)
        penyedia, instansi_sudo = self._penyedia()
        if berkas:
            try:
                isi = base64.b64decode(berkas, validate=True)
                tanda = periksa(self._isi_pdf(), isi, instansi_sudo._akar_tepercaya())
            except (Gagal, TypeError, ValueError) as galat:
                gagal = galat if isinstance(galat, Gagal) else Gagal("rusak")
                raise UserError(
                    self.env._("This file is not taken: %(sebab)s.", sebab=self._kata_gagal(gagal))
                ) from None
            catatan = self.env._("Found afterwards.")
            if penyedia == "bsre":
                apa = Bsre(*instansi_sudo._bsre()).kesimpulan(isi)
                catatan = self.env._("Found afterwards. BSrE says of it: %(apa)s", apa=apa or "-")
            sertifikasi_sudo._berhasil(isi, tanda, catatan)
        else:
            alasan = " ".join(alasan.split())[:500] if isinstance(alasan, str) else ""
            if not alasan:
                raise UserError(self.env._("Say why it was not signed, or give the signed PDF."))
            sertifikasi_sudo._tulis({"state": "gagal", "catatan": alasan})
            kalimat = self.env._("An attempt to certify %(naskah)s is taken as not signed", naskah=self.display_name)
            self._perkara_sudo()._catat(kalimat, alasan, dokumen_id=self.id)
        return self._kabar_sertifikat(sertifikasi_sudo)

    def _kabar_sertifikat(self, sertifikasi_sudo):
        """Return the notice on how an attempt ended; it reloads the page."""
        kata, warna = {
            "berhasil": (self.env._("The paper has its certificate."), "success"),
            "gagal": (self.env._("No certificate. The paper is valid as it is; certify it later."), "warning"),
        }.get(
            sertifikasi_sudo.state,
            (
                self.env._(
                    "Nobody knows whether it was signed: no answer came. Find out, and settle this attempt before the "
                    "next one. The paper is valid as it is."
                ),
                "danger",
            ),
        )
        kata = f"{kata} {sertifikasi_sudo.catatan}." if sertifikasi_sudo.state == "gagal" else kata
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "message": kata,
                "type": warna,
                "sticky": warna == "danger",
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
