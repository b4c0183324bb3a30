"""The office every test works in: two bidang, every jabatan, a second office, and the walk of the SOP."""

import base64
from datetime import timedelta

from odoo import Command, fields
from odoo.tests import TransactionCase

PNG = base64.b64encode(
    base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
).decode()
ISI = "Bantuan langsung tunai bulan Maret belum dibayarkan kepada warga RT 03."


class KantorMixin:
    """An office with its people; mixed into TransactionCase and HttpCase."""

    psm = "psm_a"  # who is the pelaksana of the walk

    @classmethod
    def siapkan_kantor(cls):
        """Have the office: the one that is there (``./dev test`` copies it with the database), or a new one."""
        if not cls._cari("res.company", "Dinas Uji"):
            cls._buat_kantor()
        cls.company = cls._cari("res.company", "Dinas Uji")
        cls.company_lain = cls._cari("res.company", "Dinas Tetangga")
        bidang = ("Bidang A", "Bidang B", "Bidang Lain")
        cls.bidang_a, cls.bidang_b, cls.bidang_lain = (cls._cari("dpmd.bidang", nama) for nama in bidang)
        cls.jenis = cls.env["dpmd.jenis"].search([("bidang_id", "=", cls.bidang_a.id)])
        cls.desa = cls._cari("dpmd.wilayah", "Desa Uji")
        cls.klasifikasi = cls.env["dpmd.klasifikasi"].search([("kode", "=", "999.1")])
        users = cls.env["res.users"].search([("login", "=like", "uji\\_%")])
        cls.orang = {user.login.removeprefix("uji_"): user for user in users}

    @classmethod
    def _cari(cls, model, nama):
        return cls.env[model].search([("name", "=", nama)])

    @classmethod
    def _buat_kantor(cls):
        cls.env["res.lang"]._activate_lang("en_US")  # the trial database may speak Indonesian only
        cls.company = cls.env["res.company"].create({"name": "Dinas Uji", "email": "dinas@example.com"})
        cls.company_lain = cls.env["res.company"].create({"name": "Dinas Tetangga"})
        for company in cls.company | cls.company_lain:  # nothing is issued at an address nobody can open
            cls.env["dpmd.instansi"]._milik(company).alamat_publik = "https://pengaduan.example.go.id"
        cls.bidang_a, cls.bidang_b, cls.bidang_lain = cls.env["dpmd.bidang"].create(
            [
                {"name": "Bidang A", "company_id": cls.company.id},
                {"name": "Bidang B", "company_id": cls.company.id},
                {"name": "Bidang Lain", "company_id": cls.company_lain.id},
            ]
        )
        cls.env["dpmd.jenis"].create({"name": "Bantuan", "bidang_id": cls.bidang_a.id})
        cls.env["dpmd.wilayah"].create({"name": "Desa Uji", "kode": "99.99.99.2001", "tingkat": "desa"})
        cls.env["dpmd.klasifikasi"].create({"kode": "999.1", "name": "Pengaduan", "retensi_aktif": 2})
        susunan = (
            ("pengadmin", "pengadministrasi_umum", None, cls.company),
            ("kadis", "kepala_dinas", None, cls.company),
            ("sekretaris", "sekretaris_dinas", None, cls.company),
            ("kabid_a", "kepala_bidang", cls.bidang_a, cls.company),
            ("kabid_b", "kepala_bidang", cls.bidang_b, cls.company),
            ("psm_a", "sub_koor_psm", cls.bidang_a, cls.company),
            ("psm_a2", "sub_koor_psm", cls.bidang_a, cls.company),
            ("psm_b", "sub_koor_psm", cls.bidang_b, cls.company),
            ("pengawas", "pengawas", None, cls.company),
            ("pengadmin_lain", "pengadministrasi_umum", None, cls.company_lain),
            ("kadis_lain", "kepala_dinas", None, cls.company_lain),
            ("kabid_lain", "kepala_bidang", cls.bidang_lain, cls.company_lain),
        )
        isi = [cls.isi_user(f"uji_{login}", "base.group_user", company) for login, *_jabatan, company in susunan]
        isi += [
            cls.isi_user("uji_administrator", "base.group_user,dpmd_pengaduan.group_administrator"),
            cls.isi_user("uji_pegawai_biasa", "base.group_user"),
            cls.isi_user("uji_portal", "base.group_portal"),
        ]
        cls.orang = {user.login.removeprefix("uji_"): user for user in cls.buat_user(isi)}
        for login, jabatan, bidang, company in susunan:
            cls.tugaskan(cls.orang[login], jabatan, bidang=bidang, company=company)
        for company in cls.company | cls.company_lain:
            cls.env["dpmd.instansi"]._milik(company)._buka_layanan()
        cls.env.cr.flush()  # what appointing notes and tells at the end of a transaction is done

    @classmethod
    def isi_user(cls, login, groups, company=None):
        """Return the values of a user; password = login; English, on Makassar time."""
        company = company or cls.company
        return {
            "login": login,
            "password": login,
            "name": login.replace("_", " ").title(),
            "email": f"{login}@example.com",
            "group_ids": [Command.set([cls.env.ref(group).id for group in groups.split(",")])],
            "lang": "en_US",  # a new partner is Indonesian by default
            "tz": "Asia/Makassar",
            "company_id": company.id,
            "company_ids": [Command.set(company.ids)],
        }

    @classmethod
    def buat_user(cls, isi):
        """Make users at once; nobody needs an invitation."""
        users = cls.env["res.users"].with_context(no_reset_password=True).create(isi)
        return users.with_context(no_reset_password=False)

    @classmethod
    def user(cls, login, groups, company=None):
        """Make a user; password = login; English, on Makassar time."""
        return cls.buat_user([cls.isi_user(login, groups, company)])

    @classmethod
    def pegawai(cls, login, jabatan, bidang=None, company=None, **vals):
        """Make a user who holds a jabatan from last year on."""
        company = company or cls.company
        user = cls.user(login, "base.group_user", company=company)
        cls.tugaskan(user, jabatan, bidang=bidang, company=company, **vals)
        return user

    @classmethod
    def tugaskan(cls, user, jabatan, bidang=None, company=None, **vals):
        """Appoint a user to a jabatan; where that takes a second person, one confirms it.

        A Plh. or Plt. has a letter, and a month unless the dates are given.
        """
        if vals.get("jenis", "definitif") != "definitif":
            sampai = fields.Date.add(fields.Date.today(), months=1)
            vals = {"date_to": sampai, "nomor_surat": "800.1.11.1/7/SETDA", **vals}
        tugas = cls.env["dpmd.penugasan"].create(
            {
                "user_id": user.id,
                "jabatan": jabatan,
                "bidang_id": bidang.id if bidang else False,
                "company_id": (company or cls.company).id,
                "nama": f"{user.name}, S.Sos.",
                "nip": "197805022005021003",
                "pangkat": "Pembina (IV/a)",
                "date_from": fields.Date.subtract(fields.Date.today(), years=1),
                **vals,
            }
        )
        if tugas.persetujuan == "menunggu":
            tugas.with_user(tugas._penyetuju()[:1].user_id).action_setujui()
        return tugas

    def sebagai(self, login, records):
        """Return records as one of the office's people sees them."""
        return records.with_user(self.orang[login])

    @classmethod
    def buat(cls, identitas="terbuka", saluran="surat", lengkap=True, waktu=None, pengaduan=None, pelapor=None):
        """Take a complaint at the counter; return the case (superuser) and its receipt number.

        :param bool lengkap: whether the form came complete with it
        """
        rahasia = identitas != "terbuka"
        isi_pelapor = {
            "nama": "Siti Marlina" if identitas != "anonim" else False,
            "alamat": "Jl. Poros Desa Uji RT 03",
            "email": "siti@example.com",
            "isi_asli": ISI,
            **({"ttd_cara": "tanpa" if identitas == "anonim" else "kertas"} if lengkap else {}),
            **(pelapor or {}),
        }
        return (
            cls.env["dpmd.pengaduan"]
            .with_user(cls.orang["pengadmin"])
            ._terima(
                {
                    "company_id": cls.company.id,
                    "saluran": saluran,
                    "perihal": "BLT belum dibayar",
                    "identitas": identitas,
                    "jenis_id": cls.jenis.id,
                    "wilayah_id": cls.desa.id,
                    "uraian": False if rahasia else ISI,
                    **(pengaduan or {}),
                },
                isi_pelapor,
                waktu=waktu,
            )
        )

    # ------------------------------------------------------------------
    # The walk
    # ------------------------------------------------------------------

    def jalan(self, pengaduan, sampai):
        """Walk a case until its next step is ``sampai`` (2 to 18), each step by the official it belongs to."""
        while pengaduan.langkah < sampai:
            nomor = pengaduan.langkah
            getattr(self, f"langkah_{nomor}")(pengaduan)
            self.env.flush_all()
            self.assertGreater(pengaduan.langkah, nomor, f"step {nomor} did not move the case")
        return pengaduan

    def langkah_2(self, pengaduan):
        self.sebagai("pengadmin", pengaduan).action_daftarkan()

    def langkah_3(self, pengaduan):
        petugas = self.sebagai("pengadmin", pengaduan)
        if petugas.state == "terdaftar":
            petugas.action_beri_formulir()
        if petugas.identitas != "terbuka" and not petugas.kutipan_oleh_id:
            petugas.action_konfirmasi_kutipan("Kutipan: bantuan belum dibayarkan.")
        petugas.action_nyatakan_lengkap()

    def langkah_4(self, pengaduan):
        self.sebagai("kadis", pengaduan).action_dibuka()

    def langkah_5(self, pengaduan):
        self.sebagai("kadis", pengaduan).action_tugaskan_sekretaris()

    def langkah_6(self, pengaduan):
        self.sebagai("sekretaris", pengaduan).action_tugaskan_kabid({"bidang_id": self.bidang_a.id})

    def langkah_7(self, pengaduan):
        self.sebagai("kabid_a", pengaduan).action_disposisi_pelaksana({"kepada_user_id": self.orang[self.psm].id})

    def langkah_8(self, pengaduan):
        pelaksana = self.sebagai(self.psm, pengaduan)
        pelaksana.write(
            {
                "telaah_persoalan": "BLT",
                "telaah_fakta": "Belum dibayar.",
                "telaah_analisis": "APBDes terlambat.",
                "telaah_simpulan": "Perlu rapat.",
                "telaah_saran": "Rapat dengan pemerintah desa.",
            }
        )
        pelaksana.action_kirim_telaah()

    def buat_rapat(self, pengaduan, **vals):
        """Prepare the meeting of a case as its pelaksana: one official, one outsider; it begins in an hour."""
        mulai = fields.Datetime.now() + timedelta(hours=1)
        return (
            self.env["dpmd.rapat"]
            .with_user(self.orang[self.psm])
            .create(
                {
                    "pengaduan_id": pengaduan.id,
                    "mulai": mulai,
                    "selesai": mulai + timedelta(hours=1),
                    "tempat": "Aula",
                    "agenda": "Pembahasan pengaduan",
                    "pimpinan_user_id": self.orang["kabid_a"].id,
                    "peserta_ids": [
                        Command.create({"user_id": self.orang["kabid_a"].id}),
                        Command.create(
                            {
                                "nama": "Ahmad Fauzan",
                                "jabatan": "Kepala Desa",
                                "instansi": "Desa Uji",
                                "email": "kades@example.com",
                            }
                        ),
                    ],
                    **vals,
                }
            )
        )

    def baca(self, login, pengaduan):
        """Open every paper of a case that waits for somebody; return them as that one sees them."""
        naskah = self.env["dpmd.dokumen"].with_user(self.orang[login]).search([("menunggu_saya", "=", True)])
        naskah = naskah.filtered(lambda dokumen: dokumen._perkara_sudo() == pengaduan)
        for dokumen in naskah:
            dokumen.action_dibuka()
        return naskah

    def sahkan(self, login, pengaduan):
        """Read and sign what waits for somebody in a case, each paper from the tray."""
        for dokumen in self.baca(login, pengaduan):
            dokumen.action_sahkan()

    def langkah_9(self, pengaduan):
        self.buat_rapat(pengaduan)
        self.undang(pengaduan)

    def undang(self, pengaduan):
        """Hand up the undangan of the meeting that is prepared, and sign it."""
        self.sebagai(self.psm, pengaduan).action_ajukan_undangan()
        self.sahkan("kadis", pengaduan)

    def minta_lengkapi(self, pengaduan, apa):
        """Ask the pelapor to complete the form, by a signed letter."""
        self.sebagai("pengadmin", pengaduan).action_minta_lengkapi(apa)
        self.sahkan("kadis", pengaduan)

    def isi_rapat(self, pengaduan):
        """Let the meeting that was called begin; settle the attendance and write the notulen."""
        rapat = self.sebagai(self.psm, pengaduan).rapat_ids.filtered(lambda r: r.state == "diundang")
        # Nobody moves a called meeting. A test has no hour to wait, so it moves this one as the flow could.
        mulai = fields.Datetime.now() - timedelta(hours=2)
        rapat.sudo()._tulis({"mulai": mulai, "selesai": mulai + timedelta(hours=1)})
        rapat.peserta_ids[0].write({"kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"})
        rapat.peserta_ids[1].write(
            {
                "kehadiran": "diwakili",
                "wakil_nama": "Rusdi Hartono",
                "wakil_jabatan": "Sekretaris Desa",
                "ttd_cara": "kertas",
            }
        )
        rapat.write(
            {
                "pindaian_daftar_hadir": PNG,
                "notulen_pembahasan": "Dibahas.",
                "notulen_kesimpulan": "BLT dibayar bulan depan.",
            }
        )
        return rapat

    def langkah_10(self, pengaduan):
        self.isi_rapat(pengaduan)
        self.sebagai(self.psm, pengaduan).action_rapat_dilaksanakan()

    def buat_berita_acara(self, pengaduan):
        """Write the berita acara of the meeting that was held and open it for signature."""
        berita = self.buat_berita_acara_draf(pengaduan)
        berita.action_buka_tanda_tangan()
        return berita

    def buat_berita_acara_draf(self, pengaduan):
        """Let who led the meeting sign its notulen; write the berita acara."""
        for notulen in pengaduan._menunggu_sah("tanda_tangani"):
            for user in notulen.giliran_user_ids:
                notulen.with_user(user).action_dibuka()
                notulen.with_user(user).action_sahkan()
        rapat = self.sebagai(self.psm, pengaduan)._rapat_putaran().filtered(lambda r: r.state == "selesai")
        return (
            self.env["dpmd.berita.acara"]
            .with_user(self.orang[self.psm])
            .create(
                {
                    "rapat_id": rapat.id,
                    "isi": "Para pihak sepakat.",
                    "kesepakatan_ids": [Command.create({"isi": "Membayar BLT", "penanggung_jawab": "Kepala Desa Uji"})],
                }
            )
        )

    def langkah_11(self, pengaduan):
        berita = self.buat_berita_acara(pengaduan)
        berita.peserta_ids[0].action_tanda_tangan_ba(PNG)
        berita.peserta_ids[1].action_menolak_ba("Tidak setuju dengan butir 1")
        self.sebagai(self.psm, pengaduan).action_berita_acara_selesai()

    def langkah_12(self, pengaduan):
        pelaksana = self.sebagai(self.psm, pengaduan)
        pelaksana._laporan().write(
            {
                "hasil": "terbukti",
                "hasil_dicapai": "BLT akan dibayar.",
                "simpulan_saran": "Pantau pembayaran.",
                "jawaban": "BLT akan dibayar bulan depan.",
            }
        )
        pelaksana.action_ajukan_laporan()

    def langkah_13(self, pengaduan):
        self.sahkan("kabid_a", pengaduan)

    def langkah_14(self, pengaduan):
        self.sahkan("sekretaris", pengaduan)

    def langkah_15(self, pengaduan):
        self.sahkan("kadis", pengaduan)

    def langkah_16(self, pengaduan):
        self.sebagai("pengadmin", pengaduan).action_arsipkan(self.klasifikasi.id, "Lemari 2, boks 4")

    def langkah_17(self, pengaduan):
        self.sebagai("pengadmin", pengaduan).action_informasikan("surel")


class KantorCase(KantorMixin, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_kantor()
