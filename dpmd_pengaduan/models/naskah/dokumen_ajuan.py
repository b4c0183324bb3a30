import base64
import hashlib

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..perkara.alur import KABID, KADIS, SEKRETARIS
from ..perkara.jejak import Kertas, Lewati
from .jenis_naskah import KANTOR, NASKAH, PESERTA, RAPAT

# The way a paraf or signature goes, by the step of the case; any other paper is signed beside the steps.
JALAN_LAPORAN = {13: "paraf_kabid", 14: "paraf_sekretaris", 15: "tanda_tangan_kadis"}


class DpmdDokumen(models.Model):
    """A paper on its way: handed up as an exact PDF, then paraf and signatures one after the other, over its hash."""

    _inherit = "dpmd.dokumen"

    menunggu_saya = fields.Boolean(
        string="Waits for me", compute="_compute_menunggu_saya", search="_search_menunggu_saya"
    )
    sudah_saya_baca = fields.Boolean(string="Opened by me", compute="_compute_menunggu_saya")
    dua_meja = fields.Boolean(
        compute="_compute_menunggu_saya", help="My paraf or signature is on it already, so another needs a reason."
    )

    nomor_kasus = fields.Char(string="Register Number", compute="_compute_kasus")
    perihal_kasus = fields.Char(string="Subject", compute="_compute_kasus")
    sebagai = fields.Char(string="You sign as", compute="_compute_sebagai")
    jawaban_id = fields.Many2one("dpmd.dokumen", compute="_compute_jawaban", help="The answer that is signed with it.")
    pdf_jawaban = fields.Binary(string="Answer (PDF)", compute="_compute_jawaban")

    # ------------------------------------------------------------------
    # What the tray shows of the case; its signatory may read what he signs
    # ------------------------------------------------------------------

    @api.depends("pengaduan_id", "pelapor_id")
    def _compute_kasus(self):
        for dokumen in self:
            kasus_sudo = dokumen._perkara_sudo()
            dokumen.nomor_kasus = kasus_sudo.name if kasus_sudo.name != "/" else False
            dokumen.perihal_kasus = kasus_sudo.perihal

    @api.depends("state", "giliran_jabatan", "giliran_user_ids")
    @api.depends_context("uid")
    def _compute_sebagai(self):
        for dokumen in self:
            dokumen.sebagai = dokumen._tugas_penanda(dokumen._perkara_sudo()._tugas_saya()).sebutan

    @api.depends("iring_ids.state", "menunggu_saya")
    @api.depends_context("uid")
    def _compute_jawaban(self):
        for dokumen in self:
            # It names an open pelapor: for who signs it, not for every reader of the report.
            iring_sudo = dokumen.sudo().iring_ids if dokumen.menunggu_saya else self.browse()
            dokumen.jawaban_id = iring_sudo.filtered(
                lambda iring, ini=dokumen: iring.state == "diajukan" and iring._perkara_sudo() == ini._perkara_sudo()
            )[:1]
            dokumen.pdf_jawaban = dokumen.jawaban_id.sudo().pdf_ajuan

    # ------------------------------------------------------------------
    # Whose turn it is
    # ------------------------------------------------------------------

    @api.model
    def _domain_giliran(self, user):
        """Return the domain of the papers that wait for a user's paraf or signature, on their own stored columns."""
        kadis, sekretaris, kabid = (
            Domain("giliran_jabatan", "=", jabatan) & Domain("company_id", "in", kantor.ids)
            for jabatan, kantor in (
                (KADIS, user.dpmd_kadis_company_ids),
                (SEKRETARIS, user.dpmd_sekretaris_company_ids),
                (KABID, user.dpmd_kabid_company_ids),
            )
        )
        kabid &= Domain("bidang_id", "in", user.dpmd_bidang_ids.ids)
        dilaporkan = Domain("pengaduan_id.tertutup_user_ids", "in", user.ids)
        dilaporkan |= Domain("pelapor_id.pengaduan_id.tertutup_user_ids", "in", user.ids)
        giliran = kadis | sekretaris | kabid | Domain("giliran_user_ids", "in", user.ids)
        return Domain("state", "=", "diajukan") & giliran & ~dilaporkan

    @api.depends("state", "giliran_jabatan", "giliran_user_ids", "dibaca_user_ids")
    @api.depends_context("uid")
    def _compute_menunggu_saya(self):
        user = self.env.user
        milik = self.sudo().filtered_domain(self._domain_giliran(user))
        for dokumen in self:
            dokumen_sudo = dokumen.sudo()
            dokumen.menunggu_saya = dokumen_sudo in milik
            dokumen.sudah_saya_baca = user in dokumen_sudo.dibaca_user_ids
            dokumen.dua_meja = dokumen.menunggu_saya and user in dokumen_sudo.pengesahan_ids.user_id

    def _search_menunggu_saya(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._domain_giliran(self.env.user)
        return domain if True in value else ~domain

    def _penanda_kantor(self):
        """Return the jabatan that signs a kind of paper: of the table, or by the office's choice."""
        jenis = NASKAH[self.jenis]
        if jenis.penanda != KANTOR:
            return jenis.penanda if jenis.penanda in (KADIS, SEKRETARIS, KABID) else False
        pilihan = self.env["dpmd.instansi"]._milik(self.company_id)[f"ttd_{self.jenis}"]
        # Of a case that no bidang has yet, the next desk above signs; where the Kadis is reported, the Sekretaris does.
        pilihan = SEKRETARIS if pilihan == KABID and not self.bidang_id else pilihan
        return self._perkara_sudo()._meja_terbuka(pilihan) or SEKRETARIS

    def _giliran(self, penanda_users):
        """Return the columns that say whose paraf or signature is next; of nobody when all are there."""
        dihitung = ("tanda_tangan",) if self.iring_id else ("paraf", "tanda_tangan")
        sah = self.pengesahan_ids.filtered(lambda satu: satu.jenis in dihitung)
        if NASKAH[self.jenis].penanda == PESERTA:
            return {}  # whoever attended signs where the meeting is, in any order
        if NASKAH[self.jenis].penanda == RAPAT:
            sisa = penanda_users - sah.user_id
            return {
                "giliran_jenis": "tanda_tangan" if sisa else False,
                "giliran_user_ids": [fields.Command.set(sisa.ids)],
            }
        paraf = self._jabatan_paraf() if not self.iring_id else ()
        urutan = [*(("paraf", jabatan) for jabatan in paraf), ("tanda_tangan", self.penanda)]
        jenis, jabatan = urutan[len(sah)] if len(sah) < len(urutan) else (False, False)
        return {"giliran_jenis": jenis, "giliran_jabatan": jabatan}

    def _jabatan_paraf(self):
        """Return whose paraf a paper needs: of its kind, or of the paper it goes up with, below its own signatory."""
        kasus_sudo = (self.iring_id or self)._perkara_sudo()
        paraf = tuple(meja for meja in NASKAH[(self.iring_id or self).jenis].paraf if not kasus_sudo._tertutup(meja))
        return paraf[: paraf.index(self.penanda)] if self.penanda in paraf else paraf

    def _tugas_penanda(self, tugas):
        """Return the appointment, of these, under which a paper may get what it waits for; empty when it is none's."""
        self.ensure_one()
        if self.state != "diajukan":
            return tugas.browse()
        return tugas.filtered(
            lambda satu: (
                satu.user_id in self.giliran_user_ids
                or (
                    satu.jabatan == self.giliran_jabatan and (satu.jabatan != KABID or satu.bidang_id == self.bidang_id)
                )
            )
        )[:1]

    # ------------------------------------------------------------------
    # Up
    # ------------------------------------------------------------------

    def _ajukan(self, waktu, penyusun=None, iring=None, penanda_users=None, pdf=None):
        """Hand a draft up: keep the exact PDF; its drafter's paraf is the first.

        :param datetime waktu: when
        :param penyusun: appointment of its drafter
        :param iring: the paper it goes up with, whose paraf and signatures count for it too
        :param users penanda_users: who signs, where that is no jabatan
        :param bytes pdf: the finished PDF of a paper made elsewhere; others are rendered
        """
        self.ensure_one()
        pdf = pdf or self._cetak()
        self._tulis(
            {
                "state": "diajukan",
                "pdf_ajuan": base64.b64encode(pdf),
                "sha256_ajuan": hashlib.sha256(pdf).hexdigest(),
                "diajukan": waktu,
                "iring_id": iring.id if iring else False,
            }
        )
        if self.penanda and penyusun and penyusun.jabatan != self.penanda:
            self.env["dpmd.pengesahan"]._sahkan(self, "penyusun", penugasan=penyusun, waktu=waktu)
        if not iring:
            self._tulis(self._giliran(penanda_users))

    def _sahkan_giliran(self, jejak, alasan=""):
        """Put what is due on a paper and on what goes up with it; the last signature makes it official.

        :param jejak: of the way; its official signs
        :param str alasan: why one person acts at two desks of one paper, where that cannot be helped
        :raise UserError: it is not this official's turn, it was not opened, or what it prints has changed
        """
        self.ensure_one()
        semua = self | self.iring_ids.filtered(lambda iring: iring.state == "diajukan")
        self._cek_giliran(jejak)
        self._cek_dibaca(jejak, semua)
        self._cek_dua_meja(jejak, alasan)
        jenis, penanda = self.giliran_jenis, self.giliran_jabatan
        for dokumen in semua:
            dokumen._cek_tetap()
            boleh = dokumen._jabatan_paraf() if jenis == "paraf" else (dokumen.penanda,)
            if dokumen == self or penanda in boleh:
                dokumen._sahkan_satu(jejak, jenis)
            elif jenis == "tanda_tangan":  # the letter that went up with the report waits for its own signatory
                dokumen._tulis(dokumen._giliran(None))
            kasus_sudo = dokumen._perkara_sudo()
            if dokumen.dibekukan and kasus_sudo != self._perkara_sudo():  # of a joined case: on its card too
                kalimat = self.env._("%(naskah)s, signed with the report of the lead case", naskah=dokumen.display_name)
                kasus_sudo._catat(kalimat, nomor=15, penugasan=jejak.penugasan, dokumen_id=dokumen.id)

    def _sahkan_satu(self, jejak, jenis):
        self.env["dpmd.pengesahan"]._sahkan(
            self, jenis, penugasan=jejak.penugasan, waktu=jejak.waktu, cara=jejak.di_kertas, bukti_id=jejak.bukti_id
        )
        lanjut = self._giliran(self.giliran_user_ids) if not self.iring_id or jenis != "paraf" else {}
        self._tulis(lanjut)
        if jenis == "tanda_tangan" and not lanjut["giliran_jenis"]:
            if NASKAH[self.jenis].kode:
                self._beri_nomor()
            self._bekukan()
            self._perkara_sudo()._saat_sah(self, jejak)

    def _cek_giliran(self, jejak):
        """Raise unless it is this official's turn."""
        # The desk above acts in place of one that is concerned, by a recorded decision.
        lewati = isinstance(jejak.cara, Lewati) and self.state == "diajukan" and self.giliran_jabatan
        if not (lewati or self._tugas_penanda(jejak.penugasan)):
            raise UserError(self.env._("This paper does not wait for you now. Reload the page to see where it stands."))

    def _cek_dibaca(self, jejak, semua):
        """Raise unless who signs on the screen has opened what is signed; ink has its scan."""
        if not isinstance(jejak.cara, Kertas) and not all(self.env.user in satu.dibaca_user_ids for satu in semua):
            raise UserError(self.env._("Open the paper and read it first; then sign."))

    def _cek_dua_meja(self, jejak, alasan):
        """Raise where one person acts at two desks of one paper without a reason; with one it is a deviation."""
        if jejak.penugasan.user_id not in self.pengesahan_ids.user_id:
            return
        if not (alasan or jejak.alasan or "").strip():
            raise UserError(
                self.env._(
                    "Your paraf or signature is on this paper already. One person at two desks of one paper is a "
                    "deviation: say why it cannot be helped."
                )
            )
        jejak.alasan, jejak.menyimpang = jejak.alasan or alasan, True

    # ------------------------------------------------------------------
    # Doors
    # ------------------------------------------------------------------

    def _jalan_sah(self):
        """Return the key of the way a paraf or signature on this paper goes."""
        langkah = self._perkara_sudo().langkah
        if self.jenis == "laporan":
            return JALAN_LAPORAN.get(langkah)
        return "undang" if self.jenis == "undangan" and langkah == 9 else "tanda_tangani"

    def action_dibuka(self):
        """Note that the user has opened a paper that was handed up, and what goes up with it.

        Called by the form when it opens.
        """
        self.ensure_one()
        self.check_access("read")
        dokumen_sudo = self.sudo()
        if self.state != "diajukan" or self.sudah_saya_baca:
            return
        for satu in dokumen_sudo | dokumen_sudo.iring_ids.filtered(lambda iring: iring.state == "diajukan"):
            satu._tulis({"dibaca_user_ids": [fields.Command.link(self.env.uid)]})

    def action_sahkan(self, alasan=None):
        """Give the paraf or signature the paper waits for, and go on to the next one.

        :param str alasan: why one person acts at two desks of one paper
        :return: the next paper of the tray, or the tray; a notice where the paper had to go back
        :raise UserError: it does not wait for the user, or was not opened
        """
        self.ensure_one()
        self._cek_menunggu()
        if self._perkara_sudo()._gugurkan_ajuan():
            return self._kembali_ke_baki(
                self.env._("What this paper prints has changed. It went back to be handed up anew.")
            )
        kasus_sudo = self._perkara_sudo()
        self._sahkan_dari_baki(alasan)
        return self._berikutnya(kasus_sudo)

    def action_sahkan_semua(self):
        """Give every paraf and signature chosen in the tray, each of a paper that was opened.

        :return: the tray
        :raise UserError: one was not opened, or needs a reason; then none is given
        """
        for dokumen in self:
            dokumen._cek_menunggu()
        if any(self._perkara_sudo().mapped(lambda kasus: kasus._gugurkan_ajuan())):
            return self._kembali_ke_baki(self.env._("Some papers have changed and went back. Look at the rest again."))
        for dokumen in self:
            dokumen._sahkan_dari_baki(None)
        return self._kembali_ke_baki(self.env._("%(jumlah)s papers signed", jumlah=len(self)))

    def action_kembalikan(self, alasan=None):
        """Send a paper that waits for the user back to its drafter; all paraf on it are void.

        :param str alasan: why
        :return: the next paper of the tray, or the tray
        """
        self.ensure_one()
        self._cek_menunggu()
        kasus_sudo = self._perkara_sudo()
        if self._jalan_sah() == "tanda_tangani":
            kasus_sudo._tempuh("kembalikan_naskah", dokumen=self.sudo(), alasan=alasan)
        else:
            kasus_sudo._tempuh("kembalikan", alasan=alasan)
        return self._berikutnya(kasus_sudo)

    def _cek_menunggu(self):
        self.check_access("read")
        if not self.menunggu_saya:
            raise AccessError(
                self.env._("This paper does not wait for you now. Reload the page to see where it stands.")
            )

    def _sahkan_dari_baki(self, alasan):
        """Go the way of the paper; the tray was checked, and the case may be one the signatory does not read."""
        kunci = self._jalan_sah()
        isi = {"dokumen": self.sudo()} if kunci == "tanda_tangani" else {}
        self._perkara_sudo()._tempuh(kunci, alasan=alasan or "", **isi)

    def _berikutnya(self, kasus_sudo):
        """Return the next paper that waits for the user, or the tray when there is none, and say where the case went.

        :param kasus_sudo: the case of the paper that was settled; who signs may be one who does not read it
        """
        kalimat = []
        if kasus_sudo.desk_jabatan and kasus_sudo.sudo(False).has_access("read"):
            kalimat.append(kasus_sudo._sebut_tujuan())
        berikut = self.search([("menunggu_saya", "=", True)], limit=1, order="diajukan, id")
        if not berikut:
            kalimat.append(self.env._("Nothing waits for your signature any more."))
            return self._kembali_ke_baki(" ".join(kalimat))
        naskah = {
            **self._baki(),
            "view_mode": "form",
            "views": [(self.env.ref("dpmd_pengaduan.view_baki_form").id, "form")],
            "res_id": berikut.id,
        }
        return self._beri_kabar(" ".join(kalimat), naskah) if kalimat else naskah

    def _kembali_ke_baki(self, kalimat):
        """Return the tray, with a word about what happened."""
        # By its name: what an empty tray says is HTML, which a notice would hand on as plain text.
        return self._beri_kabar(kalimat, "dpmd_pengaduan.action_baki")

    def _baki(self):
        return self.env["ir.actions.act_window"]._for_xml_id("dpmd_pengaduan.action_baki")

    def _beri_kabar(self, kalimat, lanjut):
        """Return a notice, and the action that follows it."""
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {"message": kalimat, "type": "info", "next": lanjut},
        }
