"""The annual report of an office: what came in within a year and what became of it; counted, never read one by one."""

from datetime import date

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ..bundel.lembar import Lembar
from ..kantor.hari import rentang_hari
from ..naskah.jenis_naskah import Jenis
from ..naskah.kata import kata_pilihan
from ..pelapor.pengaduan_menurut import MENURUT
from ..perkara.alur import TAMAT
from .dpmd_rekap_langkah import persentil

TAHUNAN = Jenis("laporan_tahunan", "Laporan Tahunan Pengelolaan Pengaduan", "dpmd.pengaduan")
BATAL = "salah_catat"
TAK_DIISI = "Belum ditetapkan"


class LaporanTahunan(Lembar):
    """The report of a year: of the whole office, also where its reader sees a part of the cases; signed by nobody.

    :param env: the reader's; ``env.company`` is the office
    :param int tahun: the year the complaints were received in
    :raise AccessError: the reader is not Kadis, Sekretaris, Pengadministrasi Umum or Pengawas of the office today
    :raise UserError: nothing was received in that year
    """

    def __init__(self, env, tahun):
        user, company = env.user, env.company
        if company not in (
            user.dpmd_kadis_company_ids
            | user.dpmd_sekretaris_company_ids
            | user.dpmd_pengadmin_company_ids
            | user.dpmd_pengawas_company_ids
        ):
            raise AccessError(
                env._(
                    "The annual report is printed by Kepala Dinas, Sekretaris Dinas, "
                    "Pengadministrasi Umum and Pengawas."
                )
            )
        super().__init__(env["dpmd.pengaduan"].with_company(company), TAHUNAN)
        self.tahun = tahun
        self.rentang = rentang_hari(company, date(tahun, 1, 1), date(tahun, 12, 31))
        self._kasus_sudo = env["dpmd.pengaduan"].sudo()
        self._env_sudo = self._kasus_sudo.env
        diterima = Domain("company_id", "=", company.id) & self._dalam("tanggal_terima")
        self.batal = self._kasus_sudo.search_count(diterima & Domain("alasan_tutup", "=", BATAL))
        self.masuk = diterima & Domain("alasan_tutup", "!=", BATAL)
        self._state = dict(self._kasus_sudo._read_group(self.masuk, ["state"], ["__count"]))
        self.jumlah = sum(self._state.values())
        if not self.jumlah:
            raise UserError(env._("No complaint was received in %(tahun)s.", tahun=tahun))

    def _dalam(self, kolom):
        return Domain(kolom, ">=", self.rentang[0]) & Domain(kolom, "<", self.rentang[1])

    def _per_pilihan(self, kolom, domain):
        """Return the complaints counted by a selection field, in its order: ``[(word, count)]``."""
        hitung = dict(self._kasus_sudo._read_group(domain, [kolom], ["__count"]))
        kunci = self._kasus_sudo._fields[kolom].get_values(self._env_sudo)
        return [(kata_pilihan("dpmd.pengaduan", kolom, satu), hitung[satu]) for satu in kunci if hitung.get(satu)]

    # ------------------------------------------------------------------
    # What came in
    # ------------------------------------------------------------------

    @property
    def ikhtisar(self):
        """How the complaints of the year stand on the day of printing."""
        dijawab, ditutup = (self._state.get(satu, 0) for satu in TAMAT)
        return [
            ("Diterima", self.jumlah),
            ("Selesai dan dijawab", dijawab),
            ("Ditutup sebelum selesai", ditutup),
            ("Masih ditangani", self.jumlah - dijawab - ditutup),
        ]

    @property
    def saluran(self):
        return self._per_pilihan("saluran", self.masuk)

    @property
    def bidang(self):
        """By bidang: received, answered, closed early, still handled."""
        baris = {}
        for bidang, state, jumlah in self._kasus_sudo._read_group(self.masuk, ["bidang_id", "state"], ["__count"]):
            angka = baris.setdefault(bidang.name or TAK_DIISI, [0, 0, 0, 0])
            angka[0] += jumlah
            angka[{"selesai": 1, "ditutup": 2}.get(state, 3)] += jumlah
        return sorted(baris.items())

    @property
    def jenis_bulan(self):
        """By kind: the complaints of each month, and their sum."""
        baris = {}
        kasus_sudo = self._kasus_sudo.with_context(tz=self._tz)
        for jenis, bulan, jumlah in kasus_sudo._read_group(
            self.masuk, ["jenis_id", "tanggal_terima:month_number"], ["__count"]
        ):
            angka = baris.setdefault(jenis.name or TAK_DIISI, [0] * 13)
            angka[int(bulan) - 1] += jumlah
            angka[12] += jumlah
        return sorted(baris.items(), key=lambda satu: -satu[1][12])

    # ------------------------------------------------------------------
    # What became of it
    # ------------------------------------------------------------------

    @property
    def hasil(self):
        return self._per_pilihan("hasil", self.masuk & Domain("state", "=", "selesai"))

    @property
    def alasan_tutup(self):
        return self._per_pilihan("alasan_tutup", self.masuk & Domain("state", "=", "ditutup"))

    @property
    def waktu_jawab(self):
        """Mean and median days from receipt to answer of the answered complaints; none where there is none."""
        [(rata, tengah)] = self._env_sudo.execute_query(
            SQL(
                "SELECT avg(hari), percentile_cont(0.5) WITHIN GROUP (ORDER BY hari)"
                " FROM (SELECT EXTRACT(EPOCH FROM p.tanggal_selesai - p.tanggal_terima) / 86400 AS hari"
                " FROM dpmd_pengaduan p WHERE p.state = 'selesai' AND %s) AS jawaban",
                self._masuk_sql,
            )
        )
        return None if rata is None else (self.angka(rata), self.angka(tengah))

    @property
    def tepat_waktu(self):
        """The per cent of decisions signed in time; none for too few."""
        return self._env_sudo["dpmd.angka"]._tepat_waktu(
            self.company, self._masuk_sql, SQL("AT TIME ZONE 'UTC' AT TIME ZONE %s", self._tz)
        )

    @property
    def _masuk_sql(self):
        return SQL(
            "p.company_id = %s AND p.tanggal_terima >= %s AND p.tanggal_terima < %s"
            " AND p.alasan_tutup IS DISTINCT FROM %s",
            self.company.id,
            *self.rentang,
            BATAL,
        )

    @property
    def langkah(self):
        """How long the steps of the year took, by step: words, how many, median, 90 %, over the target."""
        domain = Domain("company_id", "=", self.company.id)
        domain &= Domain("bulan", ">=", date(self.tahun, 1, 1)) & Domain("bulan", "<=", date(self.tahun, 12, 31))
        kelas, lewat = {}, {}
        for nomor, satu, jumlah, lebih in self._env_sudo["dpmd.rekap.langkah"]._read_group(
            domain, ["nomor", "kelas"], ["jumlah:sum", "lewat:sum"]
        ):
            kelas.setdefault(nomor, {})[satu] = jumlah
            lewat[nomor] = lewat.get(nomor, 0) + lebih
        sop = self._env_sudo["dpmd.sop"]._berlaku(self.company, min(date(self.tahun, 12, 31), self.hari_ini))
        kata = {satu.nomor: satu.kegiatan for satu in sop.langkah_ids}
        return [
            (
                nomor,
                kata.get(nomor, "-"),
                sum(isi.values()),
                self.lama(persentil(isi, 0.5)),
                self.lama(persentil(isi, 0.9)),
                lewat[nomor],
            )
            for nomor, isi in sorted(kelas.items())
        ]

    # ------------------------------------------------------------------
    # What who complained says
    # ------------------------------------------------------------------

    @property
    def menurut(self):
        """Of the answered complaints, what their pelapor say: silence is neither yes nor no."""
        hitung = dict(
            self._kasus_sudo._read_group(self.masuk & Domain("state", "=", "selesai"), ["menurut_pelapor"], ["__count"])
        )
        baris = [
            (kata_pilihan("dpmd.pengaduan", "menurut_pelapor", kunci), hitung.get(kunci, 0)) for kunci in dict(MENURUT)
        ]
        return [*baris, ("Pelapor belum menyatakan", hitung.get(False, 0))]

    @property
    def nilai(self):
        """The mean of the ratings, as words, and how many there are."""
        [(rata, jumlah)] = self._kasus_sudo._read_group(
            self.masuk & Domain("rating_last_value", ">", 0), [], ["rating_last_value:avg", "__count"]
        )
        return self.angka(rata or 0), jumlah

    @property
    def keberatan(self):
        """How many of the complaints were objected to after their answer."""
        return self._kasus_sudo.search_count(self.masuk & Domain("tanggal_keberatan", "!=", False))

    def angka(self, nilai):
        """Return a number with one decimal, as Indonesian writes it."""
        return f"{float(nilai):.1f}".replace(".", ",")

    @property
    def bulan(self):
        """The heads of the twelve months."""
        return [self.tanggal(date(self.tahun, ke, 1), "MMM") for ke in range(1, 13)]

    @property
    def pdf(self):
        """The report as PDF (bytes)."""
        html = self._env_sudo["ir.qweb"]._render(
            "dpmd_pengaduan.laporan_tahunan", {"naskah": [self], "gaya": "", "per": fields.Datetime.now()}
        )
        return self._env_sudo["ir.actions.report"]._html_ke_pdf(str(html).encode())
