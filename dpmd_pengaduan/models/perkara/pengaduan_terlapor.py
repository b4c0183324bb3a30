from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..dasar.izin import berizin
from ..kantor.langkah import Langkah
from .alur import ALUR, DI_ATAS, DI_LANGKAH, KABID, KADIS, MEJA_LANGKAH, PELAPOR, PENGADMIN, PSM, SEKRETARIS, TAMAT

PEJABAT = [
    ("kadis", "Kepala Dinas"),
    ("sekretaris", "Sekretaris Dinas"),
    ("kabid", "Kepala Bidang"),
    ("petugas", "Receiving officer"),
    ("lain", "Somebody else"),
    ("tidak_tahu", "Not known yet"),
]
# Whose desk is closed; of the others no desk is.
MEJA_PEJABAT = {"kadis": KADIS, "sekretaris": SEKRETARIS, "kabid": KABID, "petugas": PENGADMIN}
# Who may open a desk again: one above it. Nobody in the office stands above the Kadis.
PEMBUKA = {"petugas": (SEKRETARIS, KADIS), "kabid": (SEKRETARIS, KADIS), "kadis": ()}
# Steps that only an official who is reported could be part of: an order to that desk, its paraf.
DILOMPATI = {Langkah.TUGAS_SEKRETARIS: SEKRETARIS, Langkah.PARAF_KABID: KABID, Langkah.PARAF_SEKRETARIS: SEKRETARIS}


class DpmdPengaduan(models.Model):
    """An official of this office is reported: his desk and his person are closed, and the next higher desk acts.

    The *desk* is closed to whoever sits at it, also a Plh. or Plt., who works for the one that is reported. The
    *person* is closed in whatever other jabatan he holds or comes to hold. Both read nothing and do nothing.
    """

    _inherit = "dpmd.pengaduan"

    terlapor_pejabat = fields.Selection(
        PEJABAT, string="Official of this office reported", help="That desk is closed, and the next higher one acts."
    )
    terlapor_bidang_id = fields.Many2one(
        "dpmd.bidang",
        string="Reported Kepala Bidang of",
        ondelete="restrict",
        help="Every Kepala Bidang, where it is not known which.",
    )
    terlapor_tampil = fields.Char(compute="_compute_terlapor_tampil")
    kabid_dilaporkan = fields.Boolean(
        compute="_compute_kabid_dilaporkan",
        store=True,
        help="The Kepala Bidang of this very case is reported; a column, for the record rule.",
    )
    tertutup_user_ids = fields.Many2many(
        "res.users",
        "dpmd_pengaduan_tertutup_rel",
        "pengaduan_id",
        "user_id",
        string="Kept away",
        ondelete="restrict",
        help="Who is reported: neither sees the case nor acts in it, under any jabatan.",
    )

    @api.depends("terlapor_pejabat", "terlapor_bidang_id", "bidang_id")
    def _compute_kabid_dilaporkan(self):
        for pengaduan in self:
            pengaduan.kabid_dilaporkan = pengaduan._meja_dilaporkan(KABID)

    @api.depends("terlapor_pejabat", "terlapor_bidang_id", "tertutup_user_ids")
    def _compute_terlapor_tampil(self):
        for pengaduan in self:
            pengaduan.terlapor_tampil = pengaduan._sebut_terlapor()

    # ------------------------------------------------------------------
    # What is closed, and who acts instead
    # ------------------------------------------------------------------

    def _meja_dilaporkan(self, jabatan, bidang=None):
        """Return whether it is the desk itself that is reported.

        :param bidang: of a Kepala Bidang; that of the case when not given
        """
        pengaduan_sudo = self.sudo()
        if jabatan != MEJA_PEJABAT.get(pengaduan_sudo.terlapor_pejabat, "-"):
            return False
        bidang_dilaporkan = pengaduan_sudo.terlapor_bidang_id
        return jabatan != KABID or not bidang_dilaporkan or bidang_dilaporkan == (bidang or pengaduan_sudo.bidang_id)

    def _pemegang_terbuka(self, jabatan, bidang=None, tanggal=None):
        """Return who holds a jabatan and may act in this case: nobody of a desk or person that is reported.

        :return: appointments (superuser), an acting one first
        """
        pengaduan_sudo = self.sudo()
        Penugasan_sudo = self.env["dpmd.penugasan"].sudo()
        if self._meja_dilaporkan(jabatan, bidang):
            return Penugasan_sudo
        pejabat = Penugasan_sudo._pejabat(
            jabatan, self.company_id, bidang=bidang or pengaduan_sudo.bidang_id, tanggal=tanggal
        )
        if not pengaduan_sudo.terlapor_pejabat:
            return pejabat
        return pejabat.filtered(lambda tugas: tugas.user_id not in pengaduan_sudo.tertutup_user_ids)

    def _tertutup(self, jabatan, bidang=None):
        """Return whether a desk is closed: it is reported, or everybody who holds it today is."""
        pengaduan_sudo = self.sudo()
        if not pengaduan_sudo.terlapor_pejabat or jabatan == PSM:
            return False
        if self._meja_dilaporkan(jabatan, bidang):
            return True
        return bool(
            pengaduan_sudo.tertutup_user_ids
            and not self._pemegang_terbuka(jabatan, bidang)
            and self.env["dpmd.penugasan"]._pejabat(jabatan, self.company_id, bidang=bidang or pengaduan_sudo.bidang_id)
        )

    def _meja_terbuka(self, jabatan, bidang=None):
        """Return the desk that acts where a jabatan would: itself, or the next higher open one; False for none."""
        while self._tertutup(jabatan, bidang):
            jabatan = DI_ATAS.get(jabatan, False)
        return jabatan

    def _meja_dituju(self, meja):
        """Return the desk a case comes onto where the SOP names another one that may be closed."""
        pengaduan_sudo = self.sudo()
        if not meja or meja == PELAPOR or not pengaduan_sudo.terlapor_pejabat:
            return meja
        if meja == PSM and pengaduan_sudo.pelaksana_id in pengaduan_sudo.tertutup_user_ids:
            meja = KABID  # who hands the case to somebody else
        if self._ke_inspektorat() and meja != PENGADMIN:
            return SEKRETARIS  # who hands it over
        return self._meja_terbuka(meja) or SEKRETARIS

    def _pejabat_terbuka(self, jabatan, bidang=None):
        """Return who acts today where a jabatan would, at the next higher desk if need be (superuser)."""
        return self._pemegang_terbuka(self._meja_terbuka(jabatan, bidang), bidang)

    def _ke_inspektorat(self):
        """Return whether nobody in this office may handle the case: its Kepala Dinas is reported."""
        return self.terlapor_pejabat == "kadis"

    def _dilewati(self, jalan):
        """Return whether another desk takes a step because its own is closed."""
        return jalan.utama and jalan.kartu == "langkah" and any(self._tertutup(meja) for meja in jalan.pemilik)

    def _kata_dilewati(self):
        """Return why a desk is skipped, for the card."""
        return self.env._("Skipped, because its official is reported")

    def _tolak_tertutup(self, users):
        """Raise where somebody who is reported would get a part in the case."""
        pengaduan_sudo = self.sudo()
        if pengaduan_sudo.terlapor_pejabat and (tertutup := users & pengaduan_sudo.tertutup_user_ids):
            raise UserError(
                self.env._(
                    "%(nama)s is reported in this case and has no part in it.",
                    nama=", ".join(tertutup.sudo().mapped("name")),
                )
            )

    # ------------------------------------------------------------------
    # Saying who is reported
    # ------------------------------------------------------------------

    @api.model
    def _nilai_terlapor(self, company, pejabat, bidang, users):
        """Return the columns that close desk and person.

        :param str pejabat: a key of ``PEJABAT``; nothing where no official of the office is reported
        :param bidang: of a Kepala Bidang, where it is known
        :param users: who else is kept away
        """
        if not pejabat:
            return dict.fromkeys(("terlapor_pejabat", "terlapor_bidang_id"), False) | {
                "tertutup_user_ids": [fields.Command.clear()]
            }
        bidang = bidang if pejabat == "kabid" else bidang.browse()
        return {
            "terlapor_pejabat": pejabat,
            "terlapor_bidang_id": bidang.id,
            "tertutup_user_ids": [fields.Command.set((users | self._dilaporkan(company, pejabat, bidang)).ids)],
        }

    @api.model
    def _dilaporkan(self, company, pejabat, bidang):
        """Return the persons whose jabatan is reported: definitive or Plt.; a Plh. only stands in for some days."""
        jabatan = MEJA_PEJABAT.get(pejabat)
        if not jabatan:
            return self.env["res.users"]
        tugas = self.env["dpmd.penugasan"]._pejabat(jabatan, company, bidang=bidang or None)
        return (tugas.filtered(lambda satu: satu.jenis != "plh") or tugas).user_id

    def action_tetapkan_terlapor(self, pejabat=None, bidang_id=None, user_ids=(), alasan=None):
        """Say which official of this office is reported, or correct it; what is closed is opened from above only.

        :param str pejabat: a key of ``PEJABAT``; nothing where no official of the office is reported
        :param int bidang_id: of a Kepala Bidang; nothing where it is not known which
        :param user_ids: who is kept away beside the holders of that jabatan (ids)
        :param str alasan: why
        :raise AccessError: it would open what is closed, and the user sits at no desk above
        """
        self.ensure_one()
        self.check_access("read")
        # Who closes his own desk reads the case no more, and the step is still to be written down.
        self.sudo()._tempuh("tetapkan_terlapor", pejabat=pejabat, bidang_id=bidang_id, user_ids=user_ids, alasan=alasan)

    def _kerjakan_tetapkan_terlapor(self, jejak, pejabat, bidang_id, user_ids, alasan):
        jejak.alasan = self._alasan(alasan)
        if pejabat and pejabat not in dict(PEJABAT):
            raise UserError(self.env._("Choose which official is reported."))
        pegawai = self.env["dpmd.penugasan"]._pegawai(self.company_id)
        milik_kantor = [("id", "=", bidang_id), ("company_id", "in", (self.company_id.id, False))]
        bidang = self.env["dpmd.bidang"].search(milik_kantor)
        dipilih = (pegawai | self.tertutup_user_ids).filtered(lambda user: user.id in (user_ids or ()))
        lama, meja_lama = self._potret_terlapor(), self._meja_dituju(MEJA_LANGKAH.get(self.langkah))
        nilai = self._nilai_terlapor(self.company_id, pejabat, bidang, dipilih)
        if pejabat and (pejabat, nilai["terlapor_bidang_id"]) == lama[:2]:
            nilai["tertutup_user_ids"] = [fields.Command.set(dipilih.ids)]  # its holders were closed when it was said
        semula = self._sebut_terlapor()
        self._tulis(nilai)
        self._cek_pembukaan(jejak.penugasan.user_id, lama)
        jejak.keluaran = self.env._("Reported official: %(lama)s → %(baru)s", lama=semula, baru=self._sebut_terlapor())
        self._saat_terlapor(jejak, self.tertutup_user_ids)
        if self.state not in TAMAT:
            jejak.ke, jejak.berikut = self.state, self.langkah
            # What waits elsewhere than at the desk of the step stays there: with the pelapor, with a signatory.
            jejak.meja = self._meja_asli() if self._meja_asli() != meja_lama else ""

    def _potret_terlapor(self):
        return self.terlapor_pejabat, self.terlapor_bidang_id.id, self.tertutup_user_ids

    def _cek_pembukaan(self, user, lama):
        """Raise where something is open now that was closed, unless the user sits above it and is not reported.

        :param lama: ``_potret_terlapor`` of before
        """
        pejabat, bidang_id, users = lama
        meja_tetap = pejabat not in MEJA_PEJABAT or (self.terlapor_pejabat, self.terlapor_bidang_id.id) == (
            pejabat,
            bidang_id,
        )
        if meja_tetap and users <= self.tertutup_user_ids:
            return
        tugas = self.env["dpmd.penugasan"]._tugas_user(user - users, self.company_id)
        if not set(tugas.mapped("jabatan")) & set(PEMBUKA.get(pejabat, (KADIS,))):
            raise AccessError(
                self.env._(
                    "What is closed because an official is reported is opened again from above only: by the "
                    "Sekretaris Dinas or the Kepala Dinas, and never by the one who is reported or the same desk. A "
                    "complaint about the Kepala Dinas goes to the Inspektorat."
                )
            )

    def _sebut_terlapor(self):
        """Return which official is reported, in words, for card and screen; persons where somebody was named."""
        label = dict(self._fields["terlapor_pejabat"]._description_selection(self.env)).get(self.terlapor_pejabat)
        if not label:
            return self.env._("none")
        pengaduan_sudo = self.sudo()
        nama = ", ".join(pengaduan_sudo.tertutup_user_ids.mapped("name"))
        return " ".join(filter(None, [label, pengaduan_sudo.terlapor_bidang_id.name, nama and f"({nama})"]))

    def _saat_terlapor(self, jejak, users):
        """Take those who are reported out of what they had a part in; hook of the rooms above (superuser case)."""
        berizin(self.activity_ids.filtered(lambda kegiatan: kegiatan.user_id in users)).unlink()
        self.message_unsubscribe(users.partner_id.ids)
        jejak.kolom["tim_ids"] = [fields.Command.unlink(user.id) for user in users & self.tim_ids]
        if self.usul_pelaksana_id in users:
            jejak.kolom["usul_pelaksana_id"] = False

    def _sesudah_tetapkan_terlapor(self, jejak):
        """Take a joined case out of the hands of a lead whose desks are open."""
        if self._menunggu_induk() and not self._setertutup(self.induk_id):
            self._tempuh("lepas_induk", induk=self.induk_id, terlapor=True)

    def _setertutup(self, induk):
        """Return whether all that is closed in this case is closed in another one too."""
        satu, lain = self.sudo(), induk.sudo()
        meja_sama = (
            satu.terlapor_pejabat not in MEJA_PEJABAT or satu._potret_terlapor()[:2] == lain._potret_terlapor()[:2]
        )
        return meja_sama and satu.tertutup_user_ids <= lain.tertutup_user_ids

    # ------------------------------------------------------------------
    # Steps of the desk that is reported
    # ------------------------------------------------------------------

    def _lompati(self):
        """Pass the step the case has come to where it is an order to a closed desk, or its paraf."""
        pengaduan_sudo = self.sudo()  # whoever took the step may see the case no more
        if not pengaduan_sudo.terlapor_pejabat or pengaduan_sudo._sebab_belum(ALUR["lompati"]):
            return
        if self._tertutup(DILOMPATI[pengaduan_sudo.langkah]):
            pengaduan_sudo._tempuh("lompati")

    def _kapan_lompati(self):
        return self.env._("The case goes to the Inspektorat.") if self._ke_inspektorat() else ""

    def _kerjakan_lompati(self, jejak):
        utama = DI_LANGKAH[(self.state, self.langkah)]
        jejak.ke, jejak.berikut = utama.ke, int(utama.berikut)
        jejak.keluaran = self._kata_dilewati()
