"""The counter: a draft that only its author reads, and that leaves nothing of a person behind."""

import base64
from datetime import timedelta

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import Form, tagged

from .common import ISI, KantorCase

NAMA = "Zzyzx Marlina"


class LoketMixin:
    """Somebody at the counter."""

    def konsep(self, login="pengadmin", **vals):
        """Return a draft with all that a complaint needs, as its author sees it."""
        isi = {
            "isi_asli": ISI,
            "jenis_id": self.jenis.id,
            "nama": NAMA,
            "alamat": "RT 03 Desa Uji",
            "telepon": "0812000111",
            "ttd_cara": "kertas",
            **vals,
        }
        return self.env["dpmd.terima.wizard"].with_user(self.orang[login]).with_company(self.company).create(isi)

    def kasus_terakhir(self):
        return self.env["dpmd.pengaduan"].search([], order="id desc", limit=1)

    def jumlah_kasus(self):
        return self.env["dpmd.pengaduan"].search_count([])


@tagged("standard", "post_install", "-at_install")
class TestLoketKonsep(LoketMixin, KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.orang["pengadmin_2"] = cls.pegawai("uji_pengadmin_2", "pengadministrasi_umum")
        cls.orang["admin_sistem"] = cls.user("uji_sistem", "base.group_system,dpmd_pengaduan.group_administrator")
        cls.env.ref("base.group_allow_export").write(
            {"user_ids": [Command.link(user.id) for user in cls.orang.values() if not user.share]}
        )

    def rpc(self, login, metode, *args, **kwargs):
        return call_kw(self.sebagai(login, self.env["dpmd.terima.wizard"]), metode, list(args), kwargs)

    def test_nobody_but_its_author_finds_a_draft_by_any_door(self):
        konsep = self.konsep()
        foto = self.unggah(konsep)
        self.assertEqual(self.rpc("pengadmin", "search", []), konsep.ids)
        for login in sorted(set(self.orang) - {"pengadmin"}):
            with self.subTest(login=login):
                if login in ("pengadmin_2", "pengadmin_lain"):  # the same group, and no row
                    self.assertFalse(self.rpc(login, "search", [("nama", "=", NAMA)]))
                    self.assertFalse(self.rpc(login, "formatted_read_group", [], ["nama"], ["__count"]))
                    self.assertFalse(self.rpc(login, "name_search", ""))
                for metode, *args in (
                    ("read", konsep.ids, ["nama"]),
                    ("web_read", konsep.ids, {"nama": {}}),
                    ("export_data", konsep.ids, ["nama"]),
                    ("write", konsep.ids, {"nama": "X"}),
                    ("unlink", konsep.ids),
                    ("copy", konsep.ids),
                    ("action_terima", konsep.ids),
                    ("action_terima_berikutnya", konsep.ids),
                    ("action_buang", konsep.ids),
                    ("action_foto_ponsel", konsep.ids),
                ):
                    galat = UserError if metode == "export_data" else AccessError
                    with self.assertRaises(galat, msg=metode), self.env.cr.savepoint():
                        self.rpc(login, metode, *args)
                with self.assertRaises(AccessError), self.env.cr.savepoint():
                    self.sebagai(login, foto).read(["raw"])
        self.assertEqual(konsep.nama, NAMA)

    def unggah(self, konsep=None):
        lampiran = self.env["ir.attachment"].with_user(self.orang["pengadmin"])
        foto = lampiran.create({"name": "ktp.png", "raw": b"GIF89a", "res_model": "dpmd.terima.wizard", "res_id": 0})
        if konsep:
            konsep.berkas_ids = foto
        return foto

    def test_a_title_names_nobody(self):
        self.assertNotIn("Zzyzx", self.konsep().display_name)

    def test_what_was_taken_out_again_goes_with_the_draft_too(self):
        konsep = self.konsep()
        foto = self.unggah(konsep)
        konsep.berkas_ids = [Command.clear()]
        self.assertTrue(foto.exists())
        konsep.action_terima()
        self.assertFalse(foto.exists() or konsep.exists())

    def test_throwing_away_leaves_neither_words_nor_files(self):
        konsep = self.konsep()
        foto, kasus = self.unggah(konsep), self.jumlah_kasus()
        konsep.action_buang()
        self.assertFalse(foto.exists() or konsep.exists())
        self.assertEqual(self.jumlah_kasus(), kasus)

    def test_a_draft_is_kept_for_a_week_and_no_longer(self):
        lama, baru = self.konsep(), self.konsep()
        foto = self.unggah(lama)
        self.env.flush_all()
        for konsep, hari in ((lama, 8), (baru, 6)):
            self.env.cr.execute(
                "UPDATE dpmd_terima_wizard SET write_date = %s WHERE id = %s",
                [fields.Datetime.now() - timedelta(days=hari), konsep.id],
            )
        self.env.invalidate_all()
        self.env["dpmd.terima.wizard"]._transient_vacuum()
        self.assertFalse(lama.exists() or foto.exists())
        self.assertTrue(baru.exists())


@tagged("standard", "post_install", "-at_install")
class TestLoketTerima(LoketMixin, KantorCase):
    def test_one_draft_makes_one_complaint(self):
        konsep = self.konsep()
        konsep.action_terima_berikutnya()
        kasus = self.jumlah_kasus()
        for metode in ("action_terima", "action_terima_berikutnya"):
            with self.subTest(metode), self.assertRaisesRegex(UserError, "received already"):
                getattr(konsep, metode)()
        self.assertEqual(self.jumlah_kasus(), kasus)

    def test_a_refused_press_keeps_every_word(self):
        konsep = self.konsep(isi_asli=" ")
        with self.assertRaisesRegex(UserError, "what happened"), self.env.cr.savepoint():
            konsep.action_terima()
        self.assertEqual(konsep.exists().nama, NAMA)

    def test_a_draft_is_saved_with_whatever_is_there(self):
        with Form(self.env["dpmd.terima.wizard"].with_user(self.orang["pengadmin"])) as layar:
            layar.nama = NAMA
        self.assertEqual(layar.record.nama, NAMA)

    def test_the_subject_is_made_from_kind_and_desa_or_from_the_words(self):
        layar = Form(self.env["dpmd.terima.wizard"].with_user(self.orang["pengadmin"]))
        layar.isi_asli = "Lampu jalan padam sejak Maret.\nSudah tiga kali dilaporkan."
        self.assertEqual(layar.perihal_otomatis, "Lampu jalan padam sejak Maret. Sudah tiga kali dilaporkan.")
        layar.wilayah_id = self.desa
        layar.jenis_id = self.jenis
        self.assertEqual(layar.perihal_otomatis, f"Bantuan – {self.desa.display_name}")
        layar.perihal = "Lampu jalan RT 03"
        layar.alamat = "RT 03"
        layar.save().action_terima()
        self.assertEqual(self.kasus_terakhir().perihal, "Lampu jalan RT 03")
        self.konsep().action_terima()
        self.assertEqual(self.kasus_terakhir().perihal, "Bantuan")

    def test_words_of_a_secret_pelapor_make_no_subject(self):
        for identitas in ("rahasia", "anonim"):
            self.konsep(identitas=identitas, jenis_id=False, isi_asli=f"Saya {NAMA}, istri Kades.").action_terima()
            self.assertEqual(self.kasus_terakhir().perihal, "Complaint")

    def test_where_one_lives_is_where_it_happened_unless_said_otherwise(self):
        layar = Form(self.env["dpmd.terima.wizard"].with_user(self.orang["pengadmin"]))
        lain = self.env["dpmd.wilayah"].create({"name": "Desa Lain", "kode": "99.99.99.2002", "tingkat": "desa"})
        layar.alamat_wilayah_id = self.desa
        self.assertEqual(layar.wilayah_id, self.desa)
        layar.wilayah_id = lain
        layar.alamat_wilayah_id = lain.browse(self.desa.id)
        self.assertEqual(layar.wilayah_id, lain)

    def test_a_letter_is_signed_on_paper(self):
        layar = Form(self.env["dpmd.terima.wizard"].with_user(self.orang["pengadmin"]))
        layar.saluran = "surat"
        layar.nama, layar.alamat, layar.isi_asli = NAMA, "RT 03", ISI
        self.assertFalse(layar.kurang, "channel, name, address and words are all a letter needs")
        layar.save().action_terima()
        self.assertEqual(self.kasus_terakhir().langkah, 4)

    def test_the_press_prints_the_number_and_the_register(self):
        # Reading a PDF is WeasyPrint's matter (test_surat); here it is the page it is made from.
        aksi = self.konsep().action_terima_berikutnya()["params"]
        kasus = self.kasus_terakhir()
        kertas = base64.b64decode(aksi["pdf"]).decode()
        self.assertIn(aksi["kode"], kertas)
        self.assertIn(kasus.name, kertas)
        self.assertEqual((aksi["register"], aksi["berikutnya"]), (kasus.name, True))

    def test_a_secret_one_is_printed_and_locked_in_the_same_press(self):
        aksi = self.konsep(identitas="rahasia", kutipan="Bantuan belum dibayarkan.").action_terima()["params"]
        kasus = self.kasus_terakhir()
        kertas = base64.b64decode(aksi["pdf"]).decode()
        self.assertEqual((kasus.langkah, kasus.pelapor_ids.terkunci), (4, True))
        self.assertIn(aksi["kode"], kertas)
        self.assertNotIn("Zzyzx", kertas)
        self.assertFalse(self.sebagai("pengadmin", self.env["dpmd.pelapor"]).search([("nama", "=", NAMA)]))

    def test_without_a_kutipan_a_secret_one_is_registered_and_stays_open(self):
        self.konsep(identitas="rahasia").action_terima()
        kasus = self.kasus_terakhir()
        self.assertTrue(kasus.tanggal_daftar)
        self.assertFalse(kasus.pelapor_ids.terkunci)

    def test_a_print_that_fails_does_not_take_the_number_along(self):
        templat = self.env.ref("dpmd_pengaduan.surat_tanda_terima")
        templat.arch = templat.arch.replace("surat.jenis.judul", "surat.tidak_ada.judul")
        with self.assertLogs("odoo.addons.dpmd_pengaduan.models.pelapor.pelapor_cetak", "ERROR"):
            aksi = self.konsep().action_terima()["params"]
        self.assertFalse(aksi["pdf"])
        self.assertEqual(self.env["dpmd.pelapor"]._cari_kode_sudo(aksi["kode"]), self.kasus_terakhir().pelapor_ids)

    def test_it_was_received_when_the_officer_began_to_type(self):
        konsep = self.konsep()
        mulai = fields.Datetime.now() - timedelta(hours=3)
        self.env.flush_all()
        self.env.cr.execute("UPDATE dpmd_terima_wizard SET create_date = %s WHERE id = %s", [mulai, konsep.id])
        self.env.invalidate_all()
        konsep.action_terima()
        self.assertEqual(self.kasus_terakhir().tanggal_terima, mulai)
