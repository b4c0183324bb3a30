"""The one place that moves a case: the SOP's 17 rows as one table, and the engine that walks it.

Buttons, portal, wizards and paper entry all come through ``_melangkah``. It checks who acts, whose turn
it is and what must be there first; then it writes the line of the Kartu Kendali and moves the desk.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..kantor.dpmd_penugasan import JABATAN
from ..kantor.dpmd_tenggat import zona
from .dpmd_pengaduan import TAMAT

PENGADMIN, KADIS, SEKRETARIS, KABID, PSM = [jabatan for jabatan, _label in JABATAN[:5]]


class Baris(NamedTuple):
    """One row of the flow: at SOP step ``nomor`` this jabatan takes a case from one status to the next."""

    nomor: int
    aksi: str
    jabatan: str
    dari: str
    ke: str
    berikut: int


# Step 1 has no row: it makes the case (``_terima``). Step 3 has two presses, giving the form and
# declaring it complete; only the second leaves the desk for good.
ALUR = (
    Baris(2, "daftarkan", PENGADMIN, "masuk", "terdaftar", 3),
    Baris(3, "beri_formulir", PENGADMIN, "terdaftar", "formulir", 3),
    Baris(3, "nyatakan_lengkap", PENGADMIN, "formulir", "kadis", 4),
    Baris(4, "terima_kadis", KADIS, "kadis", "kadis", 5),
    Baris(5, "tugaskan_sekretaris", KADIS, "kadis", "sekretaris", 6),
    Baris(6, "tugaskan_kabid", SEKRETARIS, "sekretaris", "kabid", 7),
    Baris(7, "disposisi_pelaksana", KABID, "kabid", "telaah", 8),
    Baris(8, "kirim_telaah", PSM, "telaah", "rapat", 9),
    Baris(9, "undang", PSM, "rapat", "rapat", 10),
    Baris(10, "rapat_dilaksanakan", PSM, "rapat", "berita_acara", 11),
    Baris(11, "berita_acara_selesai", PSM, "berita_acara", "laporan", 12),
    Baris(12, "ajukan_laporan", PSM, "laporan", "laporan", 13),
    Baris(13, "paraf_kabid", KABID, "laporan", "laporan", 14),
    Baris(14, "paraf_sekretaris", SEKRETARIS, "laporan", "laporan", 15),
    Baris(15, "tanda_tangan_kadis", KADIS, "laporan", "arsip", 16),
    Baris(16, "arsipkan", PENGADMIN, "arsip", "arsip", 17),
    Baris(17, "informasikan", PENGADMIN, "arsip", "selesai", 18),
)
BARIS = {baris.aksi: baris for baris in ALUR}
MEJA = {baris.nomor: baris.jabatan for baris in ALUR}  # whose desk a case is on, by its next step
# A desk is skipped only by a recorded decision of the next higher one.
ATASAN = {SEKRETARIS: KADIS, KABID: SEKRETARIS}
BISA_DILEWATI = {"tugaskan_kabid", "disposisi_pelaksana", "paraf_kabid", "paraf_sekretaris"}


@dataclass
class Catat:
    """A step that happened on paper. Only this process can make one, so it proves where the call comes from."""

    penugasan: models.Model
    terjadi: datetime
    bukti: models.Model
    alasan: str


@dataclass
class Lewati:
    """The decision of the next higher desk to act in place of a desk, and why."""

    alasan: str


@dataclass
class Jalan:
    """What a step hands to its line on the card."""

    penugasan: models.Model
    waktu: datetime
    catat: Catat = None
    keluaran: str = ""
    alasan: str = ""
    dokumen: models.Model = None
    isi: dict = field(default_factory=dict)  # columns of the case the step sets


class DpmdPengaduan(models.Model):
    _inherit = "dpmd.pengaduan"

    # ------------------------------------------------------------------
    # Who may
    # ------------------------------------------------------------------

    def _penugasan_saya(self, jabatan):
        """Return the user's appointment to a jabatan over this case, in force today; empty when there is none."""
        self.ensure_one()
        bidang = self.bidang_id if jabatan == KABID else None
        return self.env["dpmd.penugasan"]._pejabat(jabatan, self.company_id, bidang=bidang, user=self.env.user)[:1]

    def _saya_penyusun(self):
        """Return whether the user drafts for this case: its pelaksana, or in the team, with a jabatan today."""
        self.ensure_one()
        return self.env.user in self.sudo().pelaksana_id | self.sudo().tim_ids and bool(self._penugasan_saya(PSM))

    def _pelaku(self, baris):
        """Return the appointment under which the user takes a step; empty when it is not the user's to take."""
        self.ensure_one()
        lewati = self.env.context.get("dpmd_lewati")
        if isinstance(lewati, Lewati):
            return self._penugasan_saya(ATASAN[baris.jabatan])
        if baris.jabatan != PSM:
            return self._penugasan_saya(baris.jabatan)
        boleh = self.env.user == self.pelaksana_id if baris.nomor == 8 else self._saya_penyusun()
        return self._penugasan_saya(PSM) if boleh else self.env["dpmd.penugasan"]

    def _catat_kertas(self):
        catat = self.env.context.get("dpmd_catat")
        return catat if isinstance(catat, Catat) else None

    def _giliran(self, baris):
        """Return whether a row of the flow is the next one of this case."""
        self.ensure_one()
        if self.langkah != baris.nomor or self.state != baris.dari:
            return False
        if self.induk_id and baris.nomor < 17:
            return False  # the lead case takes these steps for it
        # While the Kabid decides on "tanpa rapat", the meeting is not called.
        return not (baris.nomor == 9 and self.tanpa_rapat == "diusulkan")

    def _aksi_saya(self):
        """Return the keys of the rows this user may take on this case now."""
        self.ensure_one()
        return [baris.aksi for baris in ALUR if self._giliran(baris) and self._pelaku(baris)]

    # ------------------------------------------------------------------
    # Taking a step
    # ------------------------------------------------------------------

    @contextmanager
    def _melangkah(self, aksi):
        """Take one step: check, run the body, write the card, move the desk.

        The body receives a :class:`Jalan` to note what came out. Nothing is written when it raises.

        :param str aksi: key of a row of ``ALUR``
        :raise AccessError: the step belongs to another desk
        :raise UserError: not the next step, or what must be there first is missing
        """
        self.ensure_one()
        baris = BARIS[aksi]
        self.check_access("read")
        self._kunci()
        catat = self._catat_kertas()
        if catat:
            penugasan = self._periksa_catat(baris, catat)
        else:
            penugasan = self._pelaku(baris)
        if not penugasan:
            raise AccessError(
                self.env._(
                    "Step %(nomor)s belongs to: %(jabatan)s.",
                    nomor=baris.nomor,
                    jabatan=self._sebut_meja(baris.jabatan),
                )
            )
        if not self._giliran(baris):
            raise UserError(
                self.env._(
                    "This case is at step %(nomor)s, on the desk of: %(meja)s. Reload the page to see where it stands.",
                    nomor=self.langkah,
                    meja=self._sebut_meja(self.desk_jabatan),
                )
            )
        kurang = self._kekurangan(aksi)
        if kurang:
            raise UserError(self.env._("Not possible yet. Missing:\n- %(kurang)s", kurang="\n- ".join(kurang)))
        jalan = Jalan(penugasan=penugasan, waktu=catat.terjadi if catat else fields.Datetime.now(), catat=catat)
        yield jalan
        lewati = self.env.context.get("dpmd_lewati")
        if aksi != "beri_formulir":
            self._tulis_kartu(
                "dilewati" if isinstance(lewati, Lewati) else "langkah",
                baris,
                jalan,
                alasan=lewati.alasan if isinstance(lewati, Lewati) else jalan.alasan or (catat.alasan if catat else ""),
            )
        else:
            self._catat("catatan", penugasan=penugasan, nomor=3, keluaran=jalan.keluaran)
        self._pindahkan(baris.ke, baris.berikut, waktu=jalan.waktu, **jalan.isi)

    def _periksa_catat(self, baris, catat):
        """Return the official of a step entered from paper, or raise when it cannot have happened so."""
        if not self._penugasan_saya(PENGADMIN):
            raise AccessError(self.env._("Paper steps are entered by the Pengadministrasi Umum."))
        if not 4 <= baris.nomor <= 15:
            raise UserError(self.env._("Only steps 4 to 15 can have happened on paper."))
        tanggal = fields.Datetime.context_timestamp(self.with_context(tz=self._zona()), catat.terjadi).date()
        bidang = self.bidang_id if baris.jabatan in (KABID, PSM) else None
        sah = self.env["dpmd.penugasan"]._pejabat(baris.jabatan, self.company_id, bidang=bidang, tanggal=tanggal)
        if baris.jabatan == PSM:
            sah = sah.filtered(lambda tugas: tugas.user_id in self.sudo().pelaksana_id | self.sudo().tim_ids)
        if catat.penugasan not in sah:
            raise UserError(
                self.env._(
                    "%(nama)s did not hold the jabatan of step %(nomor)s on that day.",
                    nama=catat.penugasan.nama,
                    nomor=baris.nomor,
                )
            )
        return catat.penugasan

    def _kekurangan(self, aksi):
        """Return, in words, what must be there before a step and is not (SOP column Kelengkapan)."""
        syarat = getattr(self, f"_syarat_{aksi}", None)
        return syarat() if syarat else []

    def _zona(self):
        return zona(self.company_id)

    # ------------------------------------------------------------------
    # The card
    # ------------------------------------------------------------------

    def _catat(self, jenis, penugasan=None, nomor=0, keluaran="", alasan="", ref=None, **kolom):
        """Write a line beside the main path: a note, a return, a correction …

        :param str jenis: kind of line, see ``JENIS_LANGKAH``
        :param penugasan: under which the user acts; found out when not given
        """
        self.ensure_one()
        penugasan = penugasan or self.env["dpmd.penugasan"]._milik_user(
            self.env.user, self.company_id, self.sudo().bidang_id
        )
        jalan = Jalan(penugasan=penugasan, waktu=fields.Datetime.now(), keluaran=keluaran, alasan=alasan)
        baris = Baris(nomor, "", "", self.state, kolom.pop("ke", self.state), self.langkah)
        return self._tulis_kartu(jenis, baris, jalan, alasan=alasan, ref_id=ref.id if ref else False, **kolom)

    def _tulis_kartu(self, jenis, baris, jalan, alasan="", **kolom):
        """Write one line of the Kartu Kendali and seal it to the line before."""
        pengaduan_sudo = self.sudo()
        Langkah_sudo = self.env["dpmd.langkah"].sudo()
        terakhir = Langkah_sudo.search([("pengaduan_id", "=", self.id)], order="urutan desc", limit=1)
        sop_langkah = pengaduan_sudo.sop_id.langkah_ids.filtered(lambda langkah: langkah.nomor == baris.nomor)
        sekarang = fields.Datetime.now()
        mulai = pengaduan_sudo.desk_sejak
        lama = (jalan.waktu - mulai).total_seconds() / 3600 if mulai else 0
        vals = {
            "pengaduan_id": self.id,
            "company_id": self.company_id.id,
            "urutan": (terakhir.urutan or 0) + 1,
            "nomor": baris.nomor,
            "sop_langkah_id": sop_langkah.id,
            "jenis": jenis,
            "user_id": jalan.penugasan.user_id.id,
            "nama": jalan.penugasan.nama or "Pelapor",
            "sebutan": jalan.penugasan.sebutan or "Pelapor",
            "terjadi": jalan.waktu,
            "dicatat": sekarang,
            "dicatat_oleh_id": self.env.uid if jalan.penugasan else False,
            "dicatatkan": bool(jalan.catat),
            "dari": baris.dari,
            "ke": baris.ke,
            "mulai": mulai,
            "lama_jam": max(lama, 0),
            "target_jam": sop_langkah.waktu_jam,
            "menyimpang": jenis in ("tidak", "dilewati") or bool(terakhir and jalan.waktu < terakhir.terjadi),
            "keluaran": jalan.keluaran or sop_langkah.keluaran,
            "alasan": alasan,
            "dokumen_id": jalan.dokumen.id if jalan.dokumen else False,
            "bukti_id": jalan.catat.bukti.id if jalan.catat else False,
            **kolom,
        }
        vals["segel"] = Langkah_sudo._hitung_segel(terakhir.segel or "", vals)
        langkah = Langkah_sudo._buat(vals)
        pengaduan_sudo._tulis({"kartu_hash": langkah.segel})
        return langkah

    def _kartu_utuh(self):
        """Return whether the card is whole: no line changed, missing or added beside the flow."""
        self.ensure_one()
        segel = ""
        for langkah in self.sudo().langkah_ids.sorted("urutan"):
            vals = langkah._convert_to_write(langkah.read(load=False)[0])
            segel = langkah._hitung_segel(segel, vals)
            if segel != langkah.segel:
                return False
        return segel == (self.sudo().kartu_hash or "")

    # ------------------------------------------------------------------
    # The move
    # ------------------------------------------------------------------

    def _pindahkan(self, state, langkah, waktu=None, meja=None, **kolom):
        """Bring the case to a status and its next step, and onto the desk that must act.

        :param str meja: jabatan of the desk, where it is not the one of the step
        """
        self.ensure_one()
        pengaduan_sudo = self.sudo()
        if not meja and state not in TAMAT and not (kolom.get("induk_id", self.induk_id.id) and langkah < 17):
            meja = MEJA.get(langkah)
        pengaduan_sudo._tulis(
            {
                **kolom,
                "state": state,
                "langkah": langkah,
                "desk_jabatan": meja,
                "desk_sejak": waktu or fields.Datetime.now(),
            }
        )
        pengaduan_sudo._hitung_tenggat()
        pengaduan_sudo._isi_meja()

    # ------------------------------------------------------------------
    # Step 1
    # ------------------------------------------------------------------

    @api.model
    def _terima(self, pengaduan, pelapor, waktu=None):
        """Step 1: a complaint comes in. For the public form, the counter and the mail intake only.

        :param dict pengaduan: values of the case; ``company_id``, ``saluran`` and ``perihal`` at least
        :param dict pelapor: values of the pelapor
        :param datetime waktu: when it was received (UTC), which may lie before the entry
        :return: the case (superuser) and its receipt number, to be shown once
        """
        sekarang = fields.Datetime.now()
        if waktu and waktu > sekarang:
            raise UserError(self.env._("A complaint cannot be received in the future."))
        company = self.env["res.company"].browse(pengaduan["company_id"])
        petugas = self.env["dpmd.penugasan"]._pejabat(PENGADMIN, company, user=self.env.user)[:1]
        sop = self.env["dpmd.sop"].sudo()._berlaku(company, (waktu or sekarang).date())
        identitas = pengaduan.get("identitas") or "terbuka"
        jenis = self.env["dpmd.jenis"].sudo().browse(pengaduan.get("jenis_id"))
        pengaduan_sudo = (
            self.sudo()
            .with_context(
                {k: v for k, v in self.env.context.items() if not k.startswith("default_")},
                mail_create_nosubscribe=True,
            )
            ._buat(
                {
                    **pengaduan,
                    "sop_id": sop.id,
                    "tanggal_terima": waktu or sekarang,
                    "state": "masuk",
                    "langkah": 2,
                    "identitas": identitas,
                    "usul_bidang_id": jenis.bidang_id.id,
                }
            )
        )
        Pelapor_sudo = self.env["dpmd.pelapor"].sudo().with_context(mail_create_nosubscribe=True)
        pelapor_sudo = Pelapor_sudo._buat(
            {
                **pelapor,
                "pengaduan_id": pengaduan_sudo.id,
                "company_id": company.id,
                "identitas": identitas,
                "petugas_id": petugas.user_id.id,
                "terkunci": False,
            }
        )
        baris = Baris(1, "", "", "", "masuk", 2)
        jalan = Jalan(penugasan=petugas, waktu=waktu or sekarang, keluaran=self.env._("Tanda terima"))
        pengaduan_sudo._tulis_kartu("langkah", baris, jalan)
        pengaduan_sudo._pindahkan("masuk", 2, waktu=waktu or sekarang)
        return pengaduan_sudo, pelapor_sudo._buat_kode()
