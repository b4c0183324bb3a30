"""The demo office itself: its kop, its people, and who holds which jabatan."""

from datetime import timedelta

from odoo import Command, fields

from .gambar import lambang
from .waktu import hari_lalu, lokal

SEJAK = "2024-01-02"
# login: name, name with titles, NIP, pangkat, jabatan, bidang
ORANG = {
    "pengadmin": (
        "Dewi Anggraini",
        "Dewi Anggraini, A.Md.",
        "199405182020122009",
        "Pengatur Tingkat I (II/d)",
        "pengadministrasi_umum",
        None,
    ),
    "kadis": (
        "Syahrani Anwar",
        "Drs. H. Syahrani Anwar, M.Si.",
        "197003141995031004",
        "Pembina Utama Muda (IV/c)",
        "kepala_dinas",
        None,
    ),
    "sekretaris": (
        "Rusmalinda",
        "Hj. Rusmalinda, S.E., M.M.",
        "197408222000032003",
        "Pembina Tingkat I (IV/b)",
        "sekretaris_dinas",
        None,
    ),
    "kabid1": (
        "Bambang Wicaksono",
        "Bambang Wicaksono, S.IP., M.AP.",
        "197911052005011008",
        "Pembina (IV/a)",
        "kepala_bidang",
        "bidang_pemerintahan_desa",
    ),
    "kabid2": (
        "Norhayati",
        "Norhayati, S.Sos., M.Si.",
        "198102172006042011",
        "Pembina (IV/a)",
        "kepala_bidang",
        "bidang_pemberdayaan",
    ),
    "psm1": (
        "Andi Firmansyah",
        "Andi Firmansyah, S.IP.",
        "198607302010011012",
        "Penata (III/c)",
        "sub_koor_psm",
        "bidang_pemerintahan_desa",
    ),
    "psm2": (
        "Maria Lestari",
        "Maria Lestari, S.E.",
        "198909122014022005",
        "Penata (III/c)",
        "sub_koor_psm",
        "bidang_pemberdayaan",
    ),
    "psm3": (
        "Yuliansyah",
        "Yuliansyah, S.H.",
        "199103052019031007",
        "Penata Muda Tingkat I (III/b)",
        "sub_koor_psm",
        "bidang_pemerintahan_desa",
    ),
    "pengawas": ("Gusti Rahmadi", "Ir. Gusti Rahmadi, M.M.", "197706212003121006", "Pembina (IV/a)", "pengawas", None),
}
PELAPOR = "pelapor"
INSTANSI = {
    "name": "Dinas Pemberdayaan Masyarakat dan Desa",
    "pemerintah": "Pemerintah Kabupaten Kutai Kartanegara",
    "singkatan": "DPMD",
    "alamat": "Kompleks Perkantoran Pemerintah Kabupaten, Jalan Wolter Monginsidi",
    "tempat": "Tenggarong",
    "kode_pos": "75511",
    "telepon": "(0541) 555 0123",
    "email": "dpmd@example.com",
    "website": "https://dpmd.example.com",
    "uji_coba": True,
    "tembusan_undangan": "Bupati Kutai Kartanegara, sebagai laporan\nInspektur Kabupaten Kutai Kartanegara",
    "landasan_hukum": "\n".join(
        (
            "1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
            "2. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
            "3. Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang "
            "Pelayanan Publik;",
            "4. Keputusan Menteri Pendayagunaan Aparatur Negara Nomor 63/KEP/M.PAN/7/2003 tentang Pedoman Umum "
            "Penyelenggaraan Pelayanan Publik;",
            "5. Peraturan Bupati Kutai Kartanegara Nomor 30 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas "
            "dan Fungsi serta Tata Kerja Dinas Pemberdayaan Masyarakat dan Desa.",
        )
    ),
}


class Kantor:
    """The office and its people, ready to act."""

    def __init__(self, env):
        bahasa = "id_ID" if env["res.lang"]._get_data(code="id_ID") else "en_US"
        self.env = env = env(context={**env.context, "lang": bahasa, "tz": "Asia/Makassar", "no_reset_password": True})
        self.sekarang = fields.Datetime.now()
        self.company = env.ref("base.main_company")
        self.bahasa = bahasa
        self._kop()
        self.pengguna = {login: self._pengguna(login, isi[0], "base.group_user") for login, isi in ORANG.items()}
        self.pengguna[PELAPOR] = self._pengguna(PELAPOR, "Wahyudi Saputra", "base.group_portal")
        self.pengguna[PELAPOR].partner_id.write({"phone": "0812 5550 0141", "street": "RT 05 Desa Rapak Lambur"})
        for login, (_nama, gelar, nip, pangkat, jabatan, bidang) in ORANG.items():
            self._tugaskan(login, jabatan, bidang, gelar, nip, pangkat)
        # The third bidang has no head of its own: one acts as its Plt. beside his own.
        self._tugaskan(
            "kabid1",
            "kepala_bidang",
            "bidang_kerja_sama_desa",
            *ORANG["kabid1"][1:4],
            jenis="plt",
            date_to=fields.Date.add(self.sekarang.date(), months=3),
            nomor_surat="800.1.3.3/118/DPMD/2026",
        )
        self._tugaskan("psm3", "sub_koor_psm", "bidang_kerja_sama_desa", *ORANG["psm3"][1:4])
        env["dpmd.instansi"]._milik(self.company)._buka_layanan()
        env.flush_all()

    def _kop(self):
        """Give the company and its website the name, the kop and the time of the office."""
        self.company.write(
            {
                "name": "DPMD Kutai Kartanegara",
                "street": INSTANSI["alamat"],
                "city": "Tenggarong",
                "zip": "75511",
                "phone": INSTANSI["telepon"],
                "email": INSTANSI["email"],
                "website": INSTANSI["website"],
                "country_id": self.env.ref("base.id").id,
                "state_id": self.env.ref("base.state_id_ki").id,
            }
        )
        self.company.resource_calendar_id.tz = "Asia/Makassar"
        self.env.ref("base.user_admin").write({"tz": "Asia/Makassar"})
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.write({**INSTANSI, "logo": lambang()})
        instansi._isi_libur()
        self.env["website"].search([], limit=1).write({"name": "DPMD Kutai Kartanegara", "company_id": self.company.id})

    def _pengguna(self, login, nama, grup):
        return self.env["res.users"].create(
            {
                "login": login,
                "password": login,
                "name": nama,
                "email": f"{login}@example.com",
                "tz": "Asia/Makassar",
                "lang": self.bahasa,
                "group_ids": [Command.set(self.env.ref(grup).ids)],
                "company_id": self.company.id,
                "company_ids": [Command.set(self.company.ids)],
                "odoobot_state": "disabled",
            }
        )

    def _tugaskan(self, login, jabatan, bidang, gelar, nip, pangkat, **isi):
        return self.env["dpmd.penugasan"].create(
            {
                "user_id": self.pengguna[login].id,
                "jabatan": jabatan,
                "nama": gelar,
                "nip": nip,
                "pangkat": pangkat,
                "bidang_id": self.data(bidang).id if bidang else False,
                "company_id": self.company.id,
                "date_from": SEJAK,
                **isi,
            }
        )

    def pelaksana_harian(self):
        """Story of the days in which the Sekretaris was Plh. Kepala Dinas; ended four weeks ago."""
        mulai, akhir = self.hari_lalu(35, 7), self.hari_lalu(29, 17)
        yield mulai
        plh = self._tugaskan(
            "sekretaris",
            "kepala_dinas",
            None,
            *ORANG["sekretaris"][1:4],
            jenis="plh",
            date_from=lokal(mulai).date(),
            date_to=lokal(akhir).date(),
            nomor_surat="800.1.11.1/342/SETDA/2026",
        )
        self.sebagai("pengawas", plh).action_setujui()
        yield akhir + timedelta(hours=8)
        self.env["dpmd.penugasan"]._cron_selaraskan()

    def setelah_jalan(self):
        """Let somebody ask for his data, and leave no mail waiting: the people are invented."""
        pelapor = self.pengguna[PELAPOR].partner_id
        milik = self.env["dpmd.pelapor"].search([("partner_id", "=", pelapor.id)], order="id desc", limit=1)
        self.sebagai("pengadmin", self.env["dpmd.permintaan.pdp"]).create(
            {
                "pengaduan_id": milik.pengaduan_id.id,
                "permintaan": "Meminta salinan data pribadi yang disimpan, dan keterangan siapa saja yang membukanya.",
            }
        )
        self.env["dpmd.penugasan"]._cron_selaraskan()
        self.env["mail.mail"].search([("state", "=", "outgoing")]).write({"state": "cancel"})

    def hari_lalu(self, hari, jam):
        """Return the UTC moment of an hour so many days before the demo is loaded."""
        return hari_lalu(self.sekarang, hari, jam)

    def data(self, nama):
        """Return a record of this addon's data."""
        return self.env.ref(f"dpmd_pengaduan.{nama}")

    def sebagai(self, login, rekaman):
        """Return records as one of the people sees them."""
        return rekaman.with_user(self.pengguna[login])

    def berkas(self, login, nama, isi):
        """Upload a file as one of the people."""
        return self.sebagai(login, self.env["ir.attachment"]).create({"name": nama, "raw": isi})
