"""Who sees and does what: the access matrix, by every way to read and write, and the secrecy of identities."""

from datetime import timedelta

from freezegun import freeze_time
from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KantorCase

# Who sees which case. The cases are made in `setUpClass`.
AWAL = {"masuk", "kadis"}
CHAIN_A = {"kabid", "telaah", "tim", "rapat", "selesai", "rahasia"}
KANTOR = AWAL | CHAIN_A | {"sekretaris", "bidang_b", "ditutup"}
KASUS = {
    "pengadmin": KANTOR,
    "kadis": KANTOR,
    "sekretaris": KANTOR - AWAL,  # from his step on, and closed
    "kabid_a": CHAIN_A,  # the own bidang, once disposed to it
    "kabid_b": {"bidang_b", "rapat"},  # leads the open meeting of another bidang
    "psm_a": CHAIN_A - {"kabid"},  # holds them
    "psm_a2": {"tim"},
    "psm_b": {"bidang_b"},
    "pengawas": KANTOR,
    "administrator": set(),
    "admin_sistem": set(),
    "pegawai_biasa": set(),
    "portal": set(),
    "pengadmin_lain": {"lain"},
    "kadis_lain": {"lain"},
    "kabid_lain": set(),
}
# Whose open identities are seen: those of the cases one sees, but not by the inspector.
IDENTITAS = {login: kasus - {"rahasia"} if login != "pengawas" else set() for login, kasus in KASUS.items()}

# Who may write what at all (r read, w write, c create, u unlink); what is not named is closed.
HAK = {
    "dpmd.pengaduan": {"petugas": "rw", "pengawas": "r"},
    "dpmd.pelapor": {"pengadmin": "rw", "sekretaris": "rw", "petugas": "r", "pengawas": "r"},
    "dpmd.pelapor.akses": {"pengadmin": "r", "sekretaris": "r", "kadis": "r", "pengawas": "r"},
    "dpmd.pesan": {"petugas": "r", "pengawas": "r"},
    "dpmd.permintaan.pdp": {"pengadmin": "rwc", "kadis": "rwc", "pengawas": "r"},
    **dict.fromkeys(("dpmd.tenggat", "dpmd.sasaran"), {"admin": "rw", "petugas": "r", "pengawas": "r"}),
    "dpmd.langkah": {"petugas": "r", "pengawas": "r"},
    "dpmd.disposisi": {"petugas": "r", "pengawas": "r"},
    "dpmd.dokumen": {"petugas": "r", "pengawas": "r"},
    "dpmd.pengesahan": {"petugas": "r", "pengawas": "r"},
    "dpmd.sertifikasi": {"petugas": "r", "pengawas": "r"},
    "dpmd.arsip": {"petugas": "r", "pengawas": "r"},
    "dpmd.perubahan": {"kadis": "r", "pengawas": "r", "admin": "r"},
    "dpmd.pembacaan": {"kadis": "r", "pengawas": "r"},
    "dpmd.penyimpangan": {"kadis": "r", "pengawas": "r"},
    "dpmd.rekap.langkah": dict.fromkeys(("pengadmin", "kadis", "sekretaris", "kabid", "pengawas"), "r"),
    "dpmd.rekap.bulan": {"admin": "r"},
    "dpmd.ringkasan": {"petugas": "r", "pengawas": "r"},
    "dpmd.laporan": {"psm": "rw", "petugas": "r", "pengawas": "r"},
    "dpmd.rapat": {"psm": "rwc", "kabid": "rw", "sekretaris": "rw", "petugas": "r", "pengawas": "r"},
    "dpmd.rapat.peserta": {"psm": "rwcu", "kabid": "rw", "sekretaris": "rw", "petugas": "r", "pengawas": "r"},
    "dpmd.berita.acara": {"psm": "rwc", "petugas": "r", "pengawas": "r"},
    "dpmd.kesepakatan": {"psm": "rwcu", "petugas": "r", "pengawas": "r"},
    **dict.fromkeys(
        (
            "dpmd.penugasan",
            "dpmd.instansi",
            "dpmd.bidang",
            "dpmd.jenis",
            "dpmd.wilayah",
            "dpmd.klasifikasi",
            "dpmd.sop",
        ),
        {"admin": "rwc", "petugas": "r", "pengawas": "r"},
    ),
    "dpmd.sop.langkah": {"admin": "rwcu", "petugas": "r", "pengawas": "r"},
    "dpmd.petikan": {"admin": "rwcu", "petugas": "r"},
}
PERAN = {
    "pengadmin": ("pengadmin", "petugas"),
    "kadis": ("kadis", "petugas"),
    "sekretaris": ("sekretaris", "petugas"),
    "kabid_a": ("kabid", "petugas"),
    "psm_a": ("psm", "petugas"),
    "pengawas": ("pengawas",),
    "administrator": ("admin",),
    "pegawai_biasa": (),
    "portal": (),
}
OPERASI = {"r": "read", "w": "write", "c": "create", "u": "unlink"}

MILIK_KASUS = (
    "dpmd.langkah",
    "dpmd.disposisi",
    "dpmd.rapat",
    "dpmd.rapat.peserta",
    "dpmd.berita.acara",
    "dpmd.kesepakatan",
    "dpmd.laporan",
    "dpmd.pengesahan",
    "dpmd.arsip",
    "dpmd.pelapor.akses",
    "dpmd.penyimpangan",
)
TANDA = "Zzyzxrahasia"  # nothing else on earth is called so
SIDIK = {
    "nama": f"{TANDA} Nama",
    "alamat": f"{TANDA} Alamat",
    "telepon": f"{TANDA} 0811",
    "nik": f"{TANDA} 6402",
    "email": "zzyzxrahasia@example.com",
    "isi_asli": f"{TANDA} kata",
    "pekerjaan": f"{TANDA} Tani",
    "kuasa_nama": f"{TANDA} Kuasa",
    "saksi": f"{TANDA} Saksi",
    "ttd_cara": "kertas",
}


@tagged("standard", "post_install", "-at_install")
class TestHak(KantorCase):
    """The matrix of the plan, model by model, for every group, two bidang and two offices."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        tes = cls("run")
        tes.env = cls.env
        orang = cls.orang
        orang["admin_sistem"] = cls.user("uji_sistem", "base.group_system,dpmd_pengaduan.group_administrator")
        # Exporting is a right of its own in Odoo; with it, an export still shows no more than the screen.
        cls.env.ref("base.group_allow_export").write(
            {"user_ids": [Command.link(user.id) for user in orang.values() if not user.share]}
        )

        def kasus(sampai, **kw):
            return tes.jalan(cls.buat(**kw)[0], sampai)

        cls.kasus = {
            "masuk": cls.buat()[0],
            "kadis": kasus(5),
            "sekretaris": kasus(6),
            "kabid": kasus(7),
            "telaah": kasus(8),
            "selesai": kasus(18),
            "rahasia": cls.buat(identitas="rahasia", pelapor=SIDIK)[0],
            "tim": kasus(7),
            "rapat": kasus(9),
            "bidang_b": kasus(6),
            "ditutup": cls.buat()[0],
        }
        cls.kasus["tim"].with_user(orang["kabid_a"]).action_disposisi_pelaksana(
            {"kepada_user_id": orang["psm_a"].id, "tim_ids": orang["psm_a2"].ids}
        )
        tes.buat_rapat(cls.kasus["rapat"], pimpinan_user_id=orang["kabid_b"].id)
        tes.undang(cls.kasus["rapat"])
        cls.kasus["bidang_b"].with_user(orang["sekretaris"]).action_tugaskan_kabid({"bidang_id": cls.bidang_b.id})
        cls.kasus["bidang_b"].with_user(orang["kabid_b"]).action_disposisi_pelaksana(
            {"kepada_user_id": orang["psm_b"].id}
        )
        cls.kasus["ditutup"].with_user(orang["kadis"]).action_tutup("dicabut", "Dicabut")
        cls.kasus["lain"] = (
            cls.env["dpmd.pengaduan"]
            .with_user(orang["pengadmin_lain"])
            ._terima(
                {"company_id": cls.company_lain.id, "saluran": "surat", "perihal": "Kantor lain"},
                {"nama": "Orang lain", "isi_asli": "Isi", "alamat": "Jalan"},
            )[0]
        )
        cls.semua = cls.env["dpmd.pengaduan"].union(*cls.kasus.values())
        cls._tanam_rahasia(tes)
        cls.env.flush_all()

    @classmethod
    def _tanam_rahasia(cls, tes):
        """Plant the marker wherever an identity may be kept, and walk the secret case to its telaah."""
        pelapor = cls.kasus["rahasia"].pelapor_ids
        cls.berkas = pelapor._simpan_berkas(
            [{"name": f"{TANDA}.txt", "raw": f"{TANDA} isi berkas".encode(), "description": TANDA}]
        )
        pelapor._kabari(f"{TANDA} surat", [{"name": f"{TANDA}.pdf", "raw": TANDA.encode()}])
        pelapor._kirim_pesan(f"{TANDA} pesan")
        pelapor._minta_cabut(f"{TANDA} cabut")
        tes.jalan(cls.kasus["rahasia"], 9)
        cls.rahasia = cls.kasus["rahasia"]

    def nama_kasus(self, records):
        return {nama for nama, pengaduan in self.kasus.items() if pengaduan.id in records.ids}

    def rpc(self, login, model, metode, *args, **kwargs):
        self.env.invalidate_all()
        return call_kw(self.env[model].with_user(self.orang[login]), metode, args, kwargs)

    # The matrix -------------------------------------------------------------------------------------

    def test_cases_by_every_way_to_read(self):
        ids = self.semua.ids
        domain = [("id", "in", ids)]
        for login, harap in KASUS.items():
            boleh = {self.kasus[nama].id for nama in harap}
            saya = self.sebagai(login, self.env["dpmd.pengaduan"])
            with self.subTest(login=login):
                if not saya.has_access("read"):
                    self.assertFalse(harap)
                    for metode, args in (
                        ("search", [domain]),
                        ("search_count", [domain]),
                        ("name_search", ["", domain]),
                        ("search_read", [domain, ["name"]]),
                        ("read", [ids, ["name"]]),
                        ("web_read", [ids, {"name": {}}]),
                        ("export_data", [ids, ["name"]]),
                        ("formatted_read_group", [domain, ["state"], ["__count"]]),
                    ):
                        with self.subTest(metode=metode), self.assertRaises(UserError):  # export: no AccessError
                            self.rpc(login, "dpmd.pengaduan", metode, *args)
                    continue
                self.assertEqual(self.nama_kasus(saya.search(domain)), harap)
                self.assertEqual(saya.search_count(domain), len(harap))
                self.assertEqual(
                    {baris["id"] for baris in self.rpc(login, "dpmd.pengaduan", "search_read", domain, ["name"])}, boleh
                )
                self.assertEqual(
                    {baris[0] for baris in self.rpc(login, "dpmd.pengaduan", "name_search", "", domain)}, boleh
                )
                grup = self.rpc(login, "dpmd.pengaduan", "formatted_read_group", domain, ["state"], ["__count"])
                self.assertEqual(sum(baris["__count"] for baris in grup), len(harap))
                for metode, args in (
                    ("read", [["name"]]),
                    ("web_read", [{"name": {}}]),
                    ("export_data", [["name"]]),
                    ("web_save", [{}, {"name": {}}]),
                ):
                    with self.subTest(metode=metode):
                        if boleh and (metode != "web_save" or saya.has_access("write")):
                            self.assertTrue(self.rpc(login, "dpmd.pengaduan", metode, sorted(boleh)[:1], *args))
                        for pengaduan in self.semua.filtered(lambda p, b=boleh: p.id not in b):
                            with self.assertRaises(AccessError):
                                self.rpc(login, "dpmd.pengaduan", metode, pengaduan.ids, *args)

    def test_what_belongs_to_a_case_is_seen_with_it(self):
        for login, harap in KASUS.items():
            for model in MILIK_KASUS:
                saya = self.sebagai(login, self.env[model])
                with self.subTest(login=login, model=model):
                    domain = [("pengaduan_id", "in", self.semua.ids)]
                    if not saya.has_access("read"):
                        with self.assertRaises(AccessError):
                            saya.search_count(domain)
                        continue
                    ada = self.env[model].search(domain)
                    boleh = ada.filtered(lambda r, h=harap: self.nama_kasus(r.pengaduan_id) <= h)
                    self.assertEqual(saya.search(domain), boleh.with_user(saya.env.user))
                    for record in (ada - boleh)[:2]:
                        with self.assertRaises(AccessError):
                            self.rpc(login, model, "web_read", record.ids, {"display_name": {}})

    def test_papers_follow_the_case_or_the_identity_they_show(self):
        for login, harap in KASUS.items():
            saya = self.sebagai(login, self.env["dpmd.dokumen"])
            if not saya.has_access("read"):
                continue
            with self.subTest(login=login):
                milik_kasus = saya.search([("pengaduan_id", "in", self.semua.ids)])
                self.assertLessEqual(self.nama_kasus(milik_kasus.pengaduan_id.sudo()), harap)
                milik_pelapor = saya.search([("pelapor_id.pengaduan_id", "in", self.semua.ids)])
                self.assertLessEqual(self.nama_kasus(milik_pelapor.sudo().pelapor_id.pengaduan_id), IDENTITAS[login])
                self.assertFalse(
                    milik_kasus.filtered(lambda d: d.sudo().pengaduan_id == self.rahasia and d.jenis == "formulir")
                )

    def test_operations_of_every_group_on_every_model(self):
        tertutup = set(self.env.registry.models) & {nama for nama in self.env.registry if nama.startswith("dpmd.")}
        for model in sorted(tertutup):
            if self.env[model]._abstract or self.env[model]._transient or model == "dpmd.instansi.libur":
                continue
            for login, peran in PERAN.items():
                boleh = set().union(*(HAK.get(model, {}).get(satu, "") for satu in peran))
                if model in ("dpmd.percobaan", "dpmd.angka", "dpmd.sisa"):
                    boleh = {"r"} if login == "administrator" else set()
                for huruf, operasi in OPERASI.items():
                    with self.subTest(model=model, login=login, operasi=operasi):
                        self.assertEqual(self.sebagai(login, self.env[model]).has_access(operasi), huruf in boleh)

    def test_a_desk_can_only_write_cases_it_sees(self):
        for login in ("kabid_b", "psm_b", "psm_a2", "kadis_lain"):
            for pengaduan in self.semua:
                if self.nama_kasus(pengaduan) <= KASUS[login]:
                    continue
                with self.subTest(login=login, kasus=self.nama_kasus(pengaduan)):
                    for metode, args in (
                        ("write", [{"perihal": "x"}]),
                        ("unlink", []),
                        ("message_post", []),
                        ("action_usul_tutup", ["x"]),
                        ("activity_schedule", []),
                    ):
                        with self.assertRaises(AccessError):
                            self.rpc(login, "dpmd.pengaduan", metode, pengaduan.ids, *args)
                    self.env.invalidate_all()

    def test_settings_stay_in_their_office(self):
        lain = self.env["dpmd.penugasan"].search([("company_id", "=", self.company_lain.id)], limit=1)
        for login in ("administrator", "kadis"):
            with self.subTest(login=login):
                self.assertNotIn(lain.id, self.sebagai(login, self.env["dpmd.penugasan"]).search([]).ids)
                with self.assertRaises(AccessError):
                    self.rpc(login, "dpmd.penugasan", "read", lain.ids, ["nama"])
                self.assertNotIn(self.bidang_lain.id, self.sebagai(login, self.env["dpmd.bidang"]).search([]).ids)
        with self.assertRaises(AccessError):
            self.sebagai("administrator", self.env["dpmd.penugasan"]).create(
                {
                    "user_id": self.orang["administrator"].id,
                    "jabatan": "kepala_dinas",
                    "nama": "X",
                    "company_id": self.company_lain.id,
                }
            )
            self.env.flush_all()

    # Appointments and offices -----------------------------------------------------------------------

    def lihat(self, login):
        self.env.invalidate_all()
        saya = self.sebagai(login, self.env["dpmd.pengaduan"])
        return self.nama_kasus(saya.search([("id", "in", self.semua.ids)])) if saya.has_access("read") else set()

    def test_acting_official_sees_on_his_days_only(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        Penugasan = self.env["dpmd.penugasan"]

        def pada(hari):  # noon in Makassar
            return freeze_time(fields.Datetime.to_datetime(hari_ini + timedelta(days=hari)) + timedelta(hours=4))

        self.tugaskan(
            self.orang["psm_b"],
            "kepala_dinas",
            jenis="plh",
            nomor_surat="1/PLH",
            date_from=hari_ini + timedelta(days=2),
            date_to=hari_ini + timedelta(days=3),
        )
        for hari in (0, 1):
            with pada(hari):
                Penugasan._cron_selaraskan()
                self.assertEqual(self.lihat("psm_b"), {"bidang_b"}, "before")
        for hari in (2, 3):
            with pada(hari):
                Penugasan._cron_selaraskan()
                self.assertEqual(self.lihat("psm_b"), KANTOR, "during")
                self.assertTrue(self.sebagai("psm_b", self.kasus["kadis"])._penugasan_saya("kepala_dinas"))
        with pada(4):
            self.assertEqual(
                self.lihat("psm_b"), {"bidang_b"}, "after, although the cron is late and the cache is warm"
            )
            with self.assertRaises(UserError):
                self.sebagai("psm_b", self.kasus["kadis"].sudo()).sudo(False).action_tugaskan_sekretaris()
            Penugasan._cron_selaraskan()
            self.assertNotIn(self.env.ref("dpmd_pengaduan.group_kepala_dinas"), self.orang["psm_b"].group_ids)
            self.assertEqual(self.lihat("psm_b"), {"bidang_b"})

    def test_ended_appointment_shows_nothing(self):
        for login in ("kabid_a", "psm_a", "sekretaris", "pengadmin", "pengawas"):
            with self.subTest(login=login):
                self.assertTrue(self.lihat(login))
                tugas = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang[login].id)])
                tugas.date_to = self.env["dpmd.penugasan"]._hari_ini() - timedelta(days=1)
                self.assertFalse(self.lihat(login))

    def test_group_ticked_by_hand_shows_nothing(self):
        for nama in (
            "kepala_dinas",
            "pengadministrasi_umum",
            "sekretaris_dinas",
            "kepala_bidang",
            "sub_koor_psm",
            "pengawas",
        ):
            with self.subTest(nama):
                user = self.user(f"uji_selundup_{nama}", f"base.group_user,dpmd_pengaduan.group_{nama}")
                self.assertFalse(self.env["dpmd.pengaduan"].with_user(user).search([]))
                self.assertFalse(self.env["dpmd.langkah"].with_user(user).search([]))

    def test_two_offices_and_switching_between_them(self):
        dua = self.company | self.company_lain
        user = self.user("uji_dua_kantor", "base.group_user")
        user.write({"company_ids": [Command.set(dua.ids)]})
        self.orang["dua"] = user
        self.tugaskan(user, "kepala_dinas", jenis="plt")
        self.assertEqual(self.lihat("dua"), KANTOR, "being in an office is not holding a jabatan there")
        self.tugaskan(user, "pengadministrasi_umum", company=self.company_lain)
        saya = self.sebagai("dua", self.env["dpmd.pengaduan"])
        for kantor, harap in ((self.company, KANTOR), (self.company_lain, {"lain"}), (dua, KANTOR | {"lain"})):
            with self.subTest(kantor=kantor.mapped("name")):
                self.env.invalidate_all()
                aktif = saya.with_context(allowed_company_ids=kantor.ids)
                self.assertEqual(self.nama_kasus(aktif.search([("id", "in", self.semua.ids)])), harap)
                self.assertLessEqual(self.nama_kasus(aktif.env["dpmd.langkah"].search([]).pengaduan_id.sudo()), harap)
        with self.assertRaises(UserError):  # Kadis here, not there
            self.sebagai("dua", self.kasus["lain"]).action_tutup("dicabut", "x")
        with self.assertRaises(AccessError):
            self.sebagai("kadis", self.env["dpmd.pengaduan"]).with_context(
                allowed_company_ids=self.company_lain.ids
            ).search([])

    def test_kabid_of_a_shared_bidang_stays_in_his_office(self):
        bersama = self.env["dpmd.bidang"].create({"name": "Bersama", "company_id": False})
        user = self.user("uji_kabid_bersama", "base.group_user")
        user.write({"company_ids": [Command.set((self.company | self.company_lain).ids)]})
        self.orang["bersama"] = user
        self.tugaskan(user, "kepala_bidang", bidang=bersama)
        self.kasus["lain"]._tulis({"bidang_id": bersama.id, "desk_jabatan": "kepala_bidang"})
        self.env.flush_all()
        self.assertFalse(self.lihat("bersama"))
        self.assertFalse(self.sebagai("bersama", self.env["dpmd.pengaduan"]).search([("di_meja_saya", "=", True)]))

    def test_team_and_leader_lose_the_case_when_it_is_over(self):
        self.assertIn("rapat", self.lihat("kabid_b"))
        self.sebagai("psm_a", self.kasus["rapat"]).rapat_ids.action_batal("Ditunda")
        self.assertNotIn("rapat", self.lihat("kabid_b"))
        self.assertIn("tim", self.lihat("psm_a2"))
        self.sebagai("kadis", self.kasus["tim"]).action_tutup("dicabut", "Dicabut")
        self.assertNotIn("tim", self.lihat("psm_a2"))

    def test_leader_of_a_meeting_cannot_name_another(self):
        rapat = self.sebagai("kabid_b", self.kasus["rapat"].rapat_ids)
        rapat.write({"notulen_kesimpulan": "Ditulis pimpinan rapat"})
        with self.assertRaises(UserError):
            rapat.write({"pimpinan_user_id": self.orang["psm_b"].id})

    def test_who_lost_the_case_gets_no_mails_of_it(self):
        kasus = self.kasus["bidang_b"]
        kasus.message_subscribe((self.orang["psm_b"] | self.orang["kabid_a"] | self.orang["kadis"]).partner_id.ids)
        pesan = self.sebagai("kabid_b", kasus).message_post(
            body="Bicara", message_type="comment", subtype_xmlid="mail.mt_comment"
        )
        self.assertIn(self.orang["kadis"].partner_id, pesan.sudo().notified_partner_ids)
        self.assertNotIn(self.orang["kabid_a"].partner_id, pesan.sudo().notified_partner_ids)

    # The vault --------------------------------------------------------------------------------------

    def test_open_identities_by_every_way_to_read(self):
        pelapor = self.semua.pelapor_ids
        for login, harap in IDENTITAS.items():
            saya = self.sebagai(login, self.env["dpmd.pelapor"])
            with self.subTest(login=login):
                if not saya.has_access("read"):
                    self.assertFalse(harap)
                    with self.assertRaises(AccessError):
                        saya.search_count([])
                    continue
                terlihat = saya.search([("id", "in", pelapor.ids)])
                self.assertEqual(self.nama_kasus(terlihat.sudo().pengaduan_id), harap)
                # Of what is hidden, one open identity and the secret one stand for all.
                for satu in (pelapor - terlihat.with_env(self.env)).sorted("identitas")[:1] | self.rahasia.pelapor_ids:
                    for metode, args in (
                        ("read", [["nama"]]),
                        ("web_read", [{"nama": {}}]),
                        ("export_data", [["nama"]]),
                        ("message_post", []),
                        ("write", [{"nama": "x"}]),
                        ("unlink", []),
                    ):
                        with self.subTest(metode=metode), self.assertRaises(AccessError):
                            self.rpc(login, "dpmd.pelapor", metode, satu.ids, *args)
        self.assertTrue(self.sebagai("pengadmin", pelapor[0]).read(["nik"]))
        for login in ("kadis", "kabid_a", "psm_a"):
            with self.subTest(login=login), self.assertRaises(AccessError):
                self.sebagai(login, self.kasus["telaah"].pelapor_ids).read(["nik"])
        with self.assertRaises(AccessError):
            self.sebagai("pengadmin", pelapor[0]).read(["kode_hash"])

    def test_secret_identity_is_the_registering_officers_until_step_3(self):
        self.orang["pengadmin_2"] = self.pegawai("uji_pengadmin_2", "pengadministrasi_umum")
        pengaduan = self.buat(identitas="rahasia")[0]
        pelapor = pengaduan.pelapor_ids

        def terbaca():
            self.env.invalidate_all()
            domain = [("id", "=", pelapor.id)]
            return {
                login
                for login in self.orang
                if (saya := self.sebagai(login, pelapor.browse())).has_access("read") and saya.search_count(domain)
            }

        self.assertEqual(terbaca(), {"pengadmin"})
        self.sebagai("pengadmin", pengaduan).action_daftarkan()
        self.assertEqual(terbaca(), {"pengadmin"})
        self.jalan(pengaduan, 4)
        self.assertEqual(terbaca(), set(), "locked at the end of step 3")
        self.sebagai("kadis", pengaduan).action_kembalikan("Kurang jelas")
        self.assertEqual(terbaca(), {"pengadmin"}, "the form is filled in again, by the same officer")
        self.jalan(pengaduan, 4)
        self.assertEqual(terbaca(), set())

    def test_granted_look_opens_one_identity_to_one_reader_until_it_expires(self):
        pelapor = self.rahasia.pelapor_ids

        def terbaca():
            self.env.invalidate_all()
            return {
                login
                for login in ("kadis", "pengadmin", "pengawas", "psm_a", "sekretaris")
                if self.sebagai(login, pelapor.browse()).search_count([("id", "=", pelapor.id)])
            }

        jam_ini = fields.Datetime.now().replace(minute=10, second=0)
        with freeze_time(jam_ini):
            self.assertEqual(terbaca(), set())
            self.sebagai("kadis", self.rahasia).action_buka_identitas("Menilai ancaman")
            self.assertEqual(terbaca(), {"kadis"})
            self.sebagai("kadis", self.rahasia).action_beri_akses_pengawas(
                self.orang["pengawas"].id, "Pemeriksaan", "ST/7"
            )
            self.assertEqual(terbaca(), {"kadis", "pengawas"})
            self.assertEqual(self.rahasia.pelapor_ids.akses_ids.mapped("alasan"), ["Pemeriksaan", "Menilai ancaman"])
            with self.assertRaises(UserError):
                self.sebagai("kadis", pelapor).write({"nama": "Diubah"})
            # Only that one, and never beyond the cases one sees.
            lain = self.buat(identitas="rahasia")[0]
            self.assertFalse(self.sebagai("kadis", pelapor.browse()).search([("pengaduan_id", "=", lain.id)]))
            akses = self.env["dpmd.pelapor.akses"]._buat(
                {
                    "pelapor_id": pelapor.id,
                    "pengaduan_id": self.rahasia.id,
                    "company_id": self.company.id,
                    "user_id": self.orang["pengadmin"].id,
                    "sebutan": "Pengadministrasi Umum",
                    "alasan": "Cek",
                    "pemberi_id": self.orang["kadis"].id,
                    "berlaku_sampai": jam_ini + timedelta(minutes=20),
                }
            )
            self.assertEqual(terbaca(), {"kadis", "pengawas", "pengadmin"})
        with freeze_time(akses.berlaku_sampai + timedelta(minutes=1)):
            self.assertEqual(terbaca(), {"kadis", "pengawas"}, "expired within the hour, with warm rules")
        with freeze_time(jam_ini + timedelta(hours=25)):
            self.assertEqual(terbaca(), set())

    def test_secret_identity_leaks_nowhere(self):
        """Everybody searches everything he can read, in every model, and does not find the marker."""
        self.sebagai("kadis", self.rahasia).action_buka_identitas("Menilai ancaman")
        for login in (
            "pengadmin",
            "sekretaris",
            "kabid_a",
            "psm_a",
            "pengawas",
            "administrator",
            "admin_sistem",
            "pegawai_biasa",
            "portal",
        ):
            with self.subTest(login=login):
                self.assertFalse(self._model_dengan_tanda(login))
                self.assertNotIn(TANDA.lower(), self._semua_terbaca(login).lower())
        # The check can fail: who holds the granted look finds it.
        self.assertIn("dpmd.pelapor", self._model_dengan_tanda("kadis"))

    def _model_dengan_tanda(self, login):
        ditemukan = set()
        user = self.orang[login]
        for nama in self.env.registry:
            Model = self.env[nama].with_user(user)
            if Model._abstract or not Model._auto or not Model.has_access("read"):
                continue
            kolom = [
                n
                for n, f in Model._fields.items()
                if f.store and f.type in ("char", "text", "html") and Model._has_field_access(f, "read")
            ]
            if kolom:
                self.env.invalidate_all()
                with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
                    if Model.with_context(active_test=False).search(
                        Domain.OR([[(satu, "ilike", TANDA)] for satu in kolom]), limit=1
                    ):
                        ditemukan.add(nama)
        return ditemukan

    def _semua_terbaca(self, login):
        """Return all that a user can read of the secret case and everything around it, as text."""
        teks = []
        for nama in (
            *HAK,
            "mail.message",
            "ir.attachment",
            "mail.activity",
            "mail.followers",
            "calendar.event",
            "calendar.attendee",
            "mail.notification",
            "ir.model.data",
        ):
            self.env.invalidate_all()
            Model = self.env[nama].with_user(self.orang[login])
            if not Model.has_access("read"):
                continue
            domain = []
            if "pengaduan_id" in Model._fields:
                domain = [("pengaduan_id", "=", self.rahasia.id)]
            elif nama in ("mail.message", "mail.followers"):
                domain = [("model" if nama == "mail.message" else "res_model", "=like", "dpmd.%")]
            elif nama == "dpmd.pengaduan":
                domain = [("id", "=", self.rahasia.id)]
            kolom = [
                n
                for n, f in Model._fields.items()
                if Model._has_field_access(f, "read")
                and f.type != "binary"
                and (nama.startswith("dpmd.") or f.type != "one2many")
            ]
            for record in Model.search(domain, limit=60, order="id desc"):
                teks.append(str(record.read(kolom)))
                if nama.startswith("dpmd."):
                    spesifikasi = {
                        n: {"fields": {"display_name": {}}} for n in kolom if Model._fields[n].type == "many2one"
                    }
                    teks.append(str(record.web_read(spesifikasi)))
        return " ".join(teks)

    def test_ways_round_the_vault(self):
        domain = [("pelapor_ids.nama", "ilike", TANDA)]
        for login in ("pengadmin", "kadis", "sekretaris", "kabid_a", "psm_a", "pengawas"):
            with self.subTest(login=login):
                self.assertFalse(self.rpc(login, "dpmd.pengaduan", "search", domain))
                self.assertFalse(
                    self.rpc(login, "dpmd.pengaduan", "search", [("pelapor_ids", "any", [("nama", "ilike", TANDA)])])
                )
                self.assertFalse(
                    self.rpc(login, "dpmd.pengaduan", "search", [("pelapor_ids.berkas_ids.name", "ilike", TANDA)])
                )
                self.assertFalse(self.rpc(login, "dpmd.pengaduan", "search", [("pelapor_ids", "ilike", TANDA)]))
                self.assertFalse(
                    self.rpc(login, "dpmd.langkah", "search", [("pengaduan_id.pelapor_ids.nama", "ilike", TANDA)])
                )
                baris = self.rpc(
                    login,
                    "dpmd.pengaduan",
                    "web_read",
                    self.rahasia.ids,
                    {"pelapor_ids": {"fields": {"nama": {}}}, "pelapor_tampil": {}},
                )[0]
                self.assertEqual((baris["pelapor_ids"], baris["pelapor_tampil"]), ([], "kept secret"))
                ekspor = self.rpc(
                    login, "dpmd.pengaduan", "export_data", self.rahasia.ids, ["name", "pelapor_ids/nama"]
                )
                self.assertNotIn(TANDA, str(ekspor))
                grup = self.rpc(login, "dpmd.pelapor", "formatted_read_group", [], ["nama"], ["__count"])
                self.assertNotIn(TANDA, str(grup))
                for metode, args in (
                    ("read", [self.berkas.ids, ["name", "datas"]]),
                    ("write", [self.berkas.ids, {"public": True}]),
                    ("copy", [self.berkas.ids]),
                    ("generate_access_token", [self.berkas.ids]),
                ):
                    with self.subTest(metode=metode), self.assertRaises(AccessError):
                        self.rpc(login, "ir.attachment", metode, *args)
                with self.assertRaises(AccessError):  # not even passed on unseen, in a message
                    self.rpc(
                        login,
                        "dpmd.pengaduan",
                        "message_post",
                        self.rahasia.ids,
                        body="x",
                        attachment_ids=self.berkas.ids,
                    )
                with self.assertRaises(AccessError):
                    self.env["ir.actions.report"].with_user(self.orang[login])._render_qweb_html(
                        "dpmd_pengaduan.report_formulir", self.rahasia.pelapor_ids.ids
                    )
        self.assertFalse(
            self.env["mail.followers"].search([("res_model", "=", "dpmd.pelapor")]), "nobody follows an identity"
        )
        pelapor = self.rahasia.pelapor_ids
        pelapor.message_subscribe(self.orang["psm_a"].partner_id.ids)
        self.assertFalse(pelapor.message_follower_ids)
        self.assertNotIn(TANDA, pelapor.display_name)

    def test_papers_of_a_secret_case_show_no_identity(self):
        for dokumen in self.env["dpmd.dokumen"].search([("pengaduan_id", "=", self.rahasia.id)]):
            with self.subTest(dokumen.jenis):
                html, _jenis = self.env["ir.actions.report"]._render_qweb_html(
                    f"dpmd_pengaduan.report_{dokumen.jenis}", [dokumen.res_id]
                )
                self.assertNotIn(TANDA.lower(), html.decode().lower())
        for jenis in ("lembar_disposisi", "kartu_kendali"):
            with self.subTest(jenis):
                html, _jenis = (
                    self.env["ir.actions.report"]
                    .with_user(self.orang["pengadmin"])
                    ._render_qweb_html(f"dpmd_pengaduan.report_{jenis}", self.rahasia.ids)
                )
                self.assertNotIn(TANDA.lower(), html.decode().lower())
