"""What waits for each person of an office on a morning: counted in a handful of queries, whatever the number of cases.

Its words may leave the house: register number, what is to be done and days, and nothing of what a case is about.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from odoo.fields import Domain
from odoo.tools import SQL, LazyTranslate

from ..kantor.dpmd_penugasan import JABATAN
from ..kantor.hari import awal_hari
from ..perkara.alur import ALUR, DI_ATAS, DI_LANGKAH, KABID, KADIS, MEJA_LANGKAH, PENANDA, PENGADMIN, PENGAWAS, PSM

_lt = LazyTranslate(__name__)

BARIS = 10  # cases a summary names
HARI_SEGERA = 3  # working days
# Who hears of what is late on a desk. Nobody in the office stands above the Kadis; the inspector reads every case.
PENDENGAR = {**DI_ATAS, KADIS: PENGAWAS}
TINDAKAN_LAIN = _lt("Take the next step")  # where a desk acts that is not the one of the step


@dataclass
class Menunggu:
    """What waits for one person."""

    meja: Counter = field(default_factory=Counter)  # cases on the desk: semua, terlambat, segera, baru
    naskah: int = 0  # papers for paraf or signature
    janji: int = 0  # kesepakatan past their day
    sela: int = 0  # surat sela that are ready to be handed up
    bawahan: Counter = field(default_factory=Counter)  # late at a desk below: (jabatan, bidang) -> cases and papers
    kasus: list = field(default_factory=list)  # the most urgent cases of the desk, BARIS at most

    @property
    def jumlah(self):
        """How much it is altogether; nothing is told of nothing."""
        return self.meja["semua"] + self.naskah + self.janji + self.sela + self.bawahan.total()


@dataclass
class Kasus:
    """One case on a desk."""

    nomor: str
    state: str
    langkah: int
    jabatan: str
    tenggat: date | None

    @property
    def tindakan(self):
        """What the desk has to do, in the words of its button; to be translated."""
        if self.state == "ditutup":
            return ALUR["informasikan_tutup"].judul
        jalan = DI_LANGKAH.get((self.state, self.langkah))
        if not jalan:
            return TINDAKAN_LAIN
        if jalan.oleh == PENANDA:
            return ALUR["ajukan_undangan" if self.jabatan == PSM else "baca_naskah"].judul
        return jalan.judul if MEJA_LANGKAH[jalan.di[0]] == self.jabatan else TINDAKAN_LAIN


class IsiRingkasan:
    """What waits in one office today, by person.

    :param instansi: the office (superuser)
    :param date hari_ini: a working day, in the office's time zone
    """

    def __init__(self, instansi, hari_ini):
        self.instansi, self.env, self.hari_ini = instansi, instansi.env, hari_ini
        self.company_id = instansi.company_id.id
        self.segera = instansi._geser_hari_kerja(hari_ini, HARI_SEGERA)
        self.naik = instansi.ringkasan_atasan and instansi._geser_hari_kerja(hari_ini, -instansi.ringkasan_atasan)
        kemarin = instansi._geser_hari_kerja(hari_ini, -1)
        self.sejak = awal_hari(instansi.company_id, kemarin, instansi.ringkasan_jam)  # of the summary before this one
        self.orang = defaultdict(Menunggu)
        Penugasan_sudo = self.env["dpmd.penugasan"].sudo()
        tugas = Penugasan_sudo.search(
            Penugasan_sudo._domain_pada(hari_ini) & Domain("company_id", "=", self.company_id)
        )
        self.tugas = tugas.sorted(lambda satu: (satu.jenis == "definitif", -satu.date_from.toordinal()))
        self.users = {satu.user_id.id for satu in tugas}
        self.bermeja = {satu.user_id.id for satu in tugas if satu.jabatan != PENGAWAS}  # an inspector has no desk
        self.env.flush_all()
        self.tertutup = self._tertutup()
        self._hitung_meja()
        self._pilih_kasus()
        self._hitung_naskah()
        self._hitung_janji()
        self._hitung_sela()

    def _pemegang(self, jabatan, bidang_id=None):
        """Return who acts at a desk today (id), an acting official before the definitive one; False for nobody."""
        for tugas in self.tugas:
            if tugas.jabatan == jabatan and (jabatan != KABID or tugas.bidang_id.id == bidang_id):
                return tugas.user_id.id
        return False

    def _tertutup(self):
        """Return who is reported in a case of the office (ids): told nothing that could count such a case."""
        baris = self.env.execute_query(
            SQL(
                "SELECT DISTINCT r.user_id FROM dpmd_pengaduan_tertutup_rel r"
                " JOIN dpmd_pengaduan p ON p.id = r.pengaduan_id WHERE p.company_id = %s",
                self.company_id,
            )
        )
        return {user_id for (user_id,) in baris}

    def _beri_tahu_atas(self, jabatan, bidang_id, dilaporkan, jumlah):
        """Count what is late at a desk for whoever hears of it; where an official is reported, for the inspector."""
        atas = PENGAWAS if dilaporkan else PENDENGAR.get(jabatan)
        user_id = self._pemegang(atas, bidang_id)
        if jumlah and user_id and not (dilaporkan and user_id in self.tertutup):
            self.orang[user_id].bawahan[jabatan, bidang_id if jabatan in (KABID, PSM) else False] += jumlah

    # ------------------------------------------------------------------
    # Counting
    # ------------------------------------------------------------------

    def _di_meja(self):
        """Return the condition of the cases on a desk of the office; the index of the desks finds them."""
        return SQL(
            "p.company_id = %s AND p.desk_jabatan IN %s", self.company_id, tuple(jabatan for jabatan, _label in JABATAN)
        )

    def _hitung_meja(self):
        baris = self.env.execute_query(
            SQL(
                """
                SELECT p.desk_user_id, p.desk_jabatan, p.bidang_id, p.terlapor_pejabat IS NOT NULL,
                       count(*),
                       count(*) FILTER (WHERE p.desk_tenggat < %(hari_ini)s),
                       count(*) FILTER (WHERE p.desk_tenggat BETWEEN %(hari_ini)s AND %(segera)s),
                       count(*) FILTER (WHERE p.desk_sejak >= %(sejak)s),
                       count(*) FILTER (WHERE p.desk_tenggat < %(naik)s)
                  FROM dpmd_pengaduan p WHERE %(di_meja)s GROUP BY 1, 2, 3, 4
                """,
                hari_ini=self.hari_ini,
                segera=self.segera,
                sejak=self.sejak,
                naik=self.naik or None,
                di_meja=self._di_meja(),
            )
        )
        for user_id, jabatan, bidang_id, dilaporkan, semua, terlambat, segera, baru, naik in baris:
            if user_id:
                self.orang[user_id].meja.update(semua=semua, terlambat=terlambat, segera=segera, baru=baru)
            self._beri_tahu_atas(jabatan, bidang_id, dilaporkan, naik)

    def _pilih_kasus(self):
        """Find the most urgent cases of each desk. One with a reported official is counted only: others read this."""
        baris = self.env.execute_query(
            SQL(
                """
                SELECT desk_user_id, name, state, langkah, desk_jabatan, desk_tenggat
                  FROM (SELECT desk_user_id, name, state, langkah, desk_jabatan, desk_tenggat,
                               row_number() OVER (PARTITION BY desk_user_id ORDER BY desk_tenggat, id) AS urut
                          FROM dpmd_pengaduan p
                         WHERE %(di_meja)s AND p.terlapor_pejabat IS NULL AND p.desk_user_id IS NOT NULL
                           AND (p.desk_tenggat <= %(segera)s OR p.desk_sejak >= %(sejak)s)) AS satu
                 WHERE urut <= %(baris)s ORDER BY desk_user_id, urut
                """,
                di_meja=self._di_meja(),
                segera=self.segera,
                sejak=self.sejak,
                baris=BARIS,
            )
        )
        for user_id, *isi in baris:
            self.orang[user_id].kasus.append(Kasus(*isi))

    def _hitung_naskah(self):
        """Count the papers that wait; one whose case lies on the same desk is late with it, and not once more."""
        baris = self.env.execute_query(
            SQL(
                """
                SELECT d.giliran_jabatan, d.bidang_id, r.user_id, p.terlapor_pejabat IS NOT NULL,
                       count(*),
                       count(*) FILTER (WHERE d.diajukan < %s AND d.giliran_jabatan IS DISTINCT FROM p.desk_jabatan)
                  FROM dpmd_dokumen d
                  LEFT JOIN dpmd_pelapor i ON i.id = d.pelapor_id
                  JOIN dpmd_pengaduan p ON p.id = COALESCE(d.pengaduan_id, i.pengaduan_id)
                  LEFT JOIN dpmd_dokumen_giliran_rel r ON r.dokumen_id = d.id
                 WHERE d.company_id = %s AND d.state = 'diajukan' AND d.giliran_jenis IS NOT NULL
                 GROUP BY 1, 2, 3, 4
                """,
                awal_hari(self.instansi.company_id, self.naik) if self.naik else None,
                self.company_id,
            )
        )
        for jabatan, bidang_id, user_id, dilaporkan, jumlah, naik in baris:
            penanda = user_id or self._pemegang(jabatan, bidang_id)
            if penanda and not (dilaporkan and penanda in self.tertutup):
                self.orang[penanda].naskah += jumlah
            if jabatan:
                self._beri_tahu_atas(jabatan, bidang_id, dilaporkan, naik)

    def _hitung_janji(self):
        """Count the kesepakatan past their day for the pelaksana, or where that one has left for the Kabid."""
        baris = self.env.execute_query(
            SQL(
                """
                SELECT p.pelaksana_id, p.bidang_id, p.terlapor_pejabat IS NOT NULL, count(*)
                  FROM dpmd_kesepakatan k JOIN dpmd_pengaduan p ON p.id = k.pengaduan_id
                 WHERE k.company_id = %s AND k.state = 'terbuka' AND k.tenggat < %s GROUP BY 1, 2, 3
                """,
                self.company_id,
                self.hari_ini,
            )
        )
        for pelaksana_id, bidang_id, dilaporkan, jumlah in baris:
            user_id = pelaksana_id if pelaksana_id in self.users else self._pemegang(KABID, bidang_id)
            if user_id and not (dilaporkan and user_id in self.tertutup):
                self.orang[user_id].janji += jumlah

    def _hitung_sela(self):
        siap = (
            self.env["dpmd.pengaduan"]
            .sudo()
            .search_count(
                [("company_id", "=", self.company_id), ("sela", "=", "siap"), ("terlapor_pejabat", "=", False)]
            )
        )
        if siap and (user_id := self._pemegang(PENGADMIN)):
            self.orang[user_id].sela = siap
