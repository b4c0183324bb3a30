"""An official paper carries on every page how to check it; a draft carries nothing, and a trial office says so."""

import base64
import io

import qrcode
from odoo import Command
from odoo.addons.dpmd_pengaduan.models.kantor.instansi_alamat import lokal
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.service.model import call_kw
from odoo.tests import tagged
from pypdf import PdfReader

from .common import PNG, KantorCase
from .publik import tanda_tangan
from .test_surat import CetakMixin

UJI = "KANTOR UJI COBA – bukan naskah dinas"
LAMAN = "pengaduan.example.go.id/pengaduan/verifikasi"


@tagged("standard", "post_install", "-at_install")
class TestSuratVerifikasi(CetakMixin, KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()

    def lembar(self, naskah):
        """Return the pages of an issued paper."""
        return PdfReader(io.BytesIO(base64.b64decode(naskah.pdf))).pages

    def naskah(self, pengaduan, jenis):
        return pengaduan.dokumen_ids.filtered(lambda satu: satu.jenis == jenis)[:1]

    def undangan(self, orang=40):
        """Issue an undangan; with many invitees it has several pages."""
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        tamu = [Command.create({"nama": f"Peserta ke-{nomor}", "jabatan": "Ketua RT"}) for nomor in range(orang)]
        self.buat_rapat(pengaduan, peserta_ids=tamu)
        self.undang(pengaduan)
        return self.naskah(pengaduan, "undangan")

    def kode_qr(self, lembar):
        """Return the squares of the QR code on a page, dark or not; nothing where there is none."""
        for berkas in lembar.images:
            gambar = berkas.image.convert("L")
            if gambar.width == gambar.height and gambar.width % 8 == 0:
                n = gambar.width // 8
                return [[gambar.getpixel((x * 8 + 4, y * 8 + 4)) < 128 for x in range(n)] for y in range(n)]
        return None

    def berkode(self, naskah, halaman):
        """Check that every page leads to the page of this paper."""
        kode = qrcode.QRCode(border=0)
        kode.add_data(f"https://{LAMAN}/{naskah.token}")
        kode.make()
        self.assertEqual(naskah.alamat_verifikasi, f"https://{LAMAN}/{naskah.token}")
        for lembar in halaman:
            teks = self.satukan([lembar])
            self.assertIn(naskah.kode, teks)
            self.assertIn(f"Periksa keaslian: {LAMAN}", teks)
            self.assertNotIn(naskah.token, teks)
            self.assertEqual(self.kode_qr(lembar), kode.get_matrix())

    def test_every_page_of_an_issued_paper_can_be_checked(self):
        for kertas, bawah in (("f4", 30), ("a4", 30), ("a4", 20)):
            with self.subTest(kertas, bawah=bawah):
                self.instansi.write({"kertas": kertas, "margin_bawah": bawah})
                naskah = self.undangan()
                halaman = self.lembar(naskah)
                self.assertGreater(len(halaman), 1)
                self.berkode(naskah, halaman)
                for nomor, lembar in enumerate(halaman[1:], 2):
                    self.assertIn(f"Surat Undangan {naskah.name}", self.satukan([lembar]))
                    self.assertIn(f"halaman {nomor} dari {len(halaman)}", self.satukan([lembar]))

    def test_wide_papers_can_be_checked_too(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 12)
        for kertas in ("f4", "a4"):
            self.instansi.kertas = kertas
            naskah = self.env["dpmd.dokumen"]._susun("kartu_kendali", pengaduan, pengaduan)
            naskah._bekukan()
            self.berkode(naskah, self.lembar(naskah))

    def test_every_kind_that_is_issued_can_be_checked(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 18)
        semua = pengaduan.dokumen_ids | self.env["dpmd.dokumen"].search(
            [("pelapor_id", "in", pengaduan.pelapor_ids.ids)]
        )
        terbit = semua.filtered("dibekukan")
        self.assertGreater(len(set(terbit.mapped("jenis"))), 5)
        for naskah in terbit:
            with self.subTest(naskah.jenis):
                self.berkode(naskah, self.lembar(naskah))

    def test_what_is_not_issued_carries_nothing(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        rapat = self.buat_rapat(pengaduan)
        for jenis, doc, login in (
            ("undangan", rapat, "psm_a"),
            ("tanda_terima", pengaduan.pelapor_ids, "pengadmin"),
            ("buku_register", pengaduan, "pengadmin"),
        ):
            teks = self.teks(jenis, doc, login)
            self.assertNotIn("Periksa keaslian", teks)
            self.assertNotIn(UJI, teks)

    def test_form_under_revision_does_not_carry_the_code_of_the_issued_one(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        self.sebagai("kadis", pengaduan).action_kembalikan("Alamat kurang")
        self.assertNotIn("Periksa keaslian", self.teks("formulir", pengaduan.pelapor_ids))

    # ------------------------------------------------------------------
    # Never local
    # ------------------------------------------------------------------

    def test_nothing_is_issued_at_an_address_nobody_can_open(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        self.buat_rapat(pengaduan)
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        undangan = self.baca("kadis", pengaduan)
        self.instansi.alamat_publik = False
        self.company.website_id.domain = False
        for alamat in ("http://", "http://localhost:8069", "http://127.0.0.1", "https://[::1]:80", "http://odoo:8069"):
            self.env["ir.config_parameter"].set_param("web.base.url", alamat)
            with self.subTest(alamat), self.assertRaisesRegex(UserError, "Public Address"), self.env.cr.savepoint():
                undangan.action_sahkan()
        self.assertEqual(pengaduan.langkah, 9)
        self.env["ir.config_parameter"].set_param("web.base.url", "https://dpmd.example.go.id")
        undangan.action_sahkan()
        naskah = self.naskah(pengaduan, "undangan")
        self.assertTrue(naskah.alamat_verifikasi.startswith("https://dpmd.example.go.id/pengaduan/verifikasi/"))

    def test_which_addresses_are_local(self):
        for alamat in (
            None,
            "",
            "localhost",
            "http://",
            "http://localhost",
            "https://LOCALHOST.:8443/",
            "http://a.localhost",
            "http://kantor.local",
            "http://kantor.local.",
            "http://server",
            "http://127.0.0.1:8069",
            "http://127.9.9.9",
            "http://0.0.0.0",
            "http://[::1]",
            "http://[::]",
            "http://[::ffff:127.0.0.1]",
            "http://[",
        ):
            self.assertTrue(lokal(alamat), alamat)
        for alamat in ("https://pengaduan.example.go.id", "http://36.1.2.3:8069", "https://[2001:db8::1]/"):
            self.assertFalse(lokal(alamat), alamat)

    def test_only_a_whole_public_address_is_taken(self):
        for salah in (
            "pengaduan.example.go.id",
            "http://pengaduan.example.go.id",
            "https://localhost",
            "https://",
            "https://a.go.id/odoo",
            "https://a.go.id?x",
            "https://nama@a.go.id",
            "https://a .go.id",
            "javascript:alert(1)//a.go.id",
        ):
            with self.subTest(salah), self.assertRaises(ValidationError), self.env.cr.savepoint():
                self.instansi.alamat_publik = salah
        self.instansi.alamat_publik = "https://a.go.id:8443/"
        self.assertEqual(self.instansi._alamat_publik(), "https://a.go.id:8443")

    def test_one_address_stands_on_letters_and_in_messages(self):
        situs = self.env["website"].create(
            {"name": "Situs", "company_id": self.company.id, "domain": "https://situs.go.id"}
        )
        self.company._compute_website_id()
        pengaduan, kode = self.buat(pelapor={"telepon": "0812 3456 7890"})
        for alamat, atur in (("https://umum.go.id", True), (situs.domain, False)):
            self.instansi.alamat_publik = alamat if atur else False
            self.assertIn(f"{alamat}/pengaduan/lacak", self.teks("tanda_terima", pengaduan.pelapor_ids, dpmd_kode=kode))
            self.assertIn(f"{alamat}/pengaduan/lacak", pengaduan.pelapor_ids._teks_whatsapp())
            surel = self.env["ir.qweb"]._render("dpmd_pengaduan.surel", {"instansi": self.instansi, "kode": kode})
            self.assertIn(f"{alamat}/pengaduan/lacak", surel)

    # ------------------------------------------------------------------
    # The trial office
    # ------------------------------------------------------------------

    def test_a_trial_office_says_so_on_every_page_and_needs_no_address(self):
        self.instansi.write({"alamat_publik": False, "uji_coba": True})
        self.env["ir.config_parameter"].set_param("web.base.url", "http://localhost:8069")
        self.company.website_id.domain = False
        naskah = self.undangan()
        self.assertTrue(naskah.dibekukan)
        self.assertFalse(naskah.kode)
        self.assertFalse(naskah.alamat_verifikasi)
        halaman = self.lembar(naskah)
        self.assertGreater(len(halaman), 1)
        for lembar in halaman:
            self.assertIn(UJI, self.satukan([lembar]))
            self.assertNotIn("Periksa keaslian", self.satukan([lembar]))
            self.assertIsNone(self.kode_qr(lembar))
        self.assertIn(UJI, self.teks("buku_register", naskah.pengaduan_id))

    def test_an_office_that_has_issued_a_paper_never_becomes_a_trial_one(self):
        self.instansi.uji_coba = True
        uji = self.undangan(2)
        self.assertTrue(uji.uji_coba)
        self.instansi.uji_coba = False
        self.instansi.uji_coba = True  # nothing official was issued yet
        self.instansi.uji_coba = False
        self.undangan(2)
        administrator = self.sebagai("administrator", self.instansi)
        baru = self.env["dpmd.instansi"]._milik(self.env["res.company"].create({"name": "Dinas Baru"}))
        baru.uji_coba = True
        kunci = self.instansi.export_data(["id"])["datas"][0][0]
        for pintu in (
            lambda: administrator.write({"uji_coba": True}),
            lambda: self.instansi.sudo().write({"uji_coba": True}),
            lambda: call_kw(
                administrator.browse(), "web_save", [administrator.ids, {"uji_coba": True}], {"specification": {}}
            ),
            lambda: self.pindah(baru),
        ):
            with self.assertRaisesRegex(ValidationError, "trial office"), self.env.cr.savepoint():
                pintu()
        hasil = administrator.browse().load(["id", "uji_coba"], [[kunci, "1"]])
        self.assertTrue(hasil["messages"])
        self.env.invalidate_all()
        self.assertFalse(self.instansi.uji_coba)

    def pindah(self, baru):
        """Give the company of an office to another one."""
        self.instansi.company_id = self.env["res.company"].create({"name": "Kosong"})
        baru.company_id = self.company

    def test_whoever_is_no_administrator_switches_nothing(self):
        for login in ("kadis", "pengadmin", "psm_a", "pengawas"):
            for kolom in ({"uji_coba": True}, {"alamat_publik": "https://jahat.example.com"}):
                with self.assertRaises(AccessError):
                    self.sebagai(login, self.instansi).write(kolom)

    def test_the_switch_and_the_address_are_tracked(self):
        self.instansi.write({"uji_coba": True, "alamat_publik": "https://lain.go.id"})
        self.env.flush_all()
        self.env.cr.precommit.run()
        dicatat = self.instansi.message_ids.tracking_value_ids.field_id.mapped("name")
        self.assertLessEqual({"uji_coba", "alamat_publik"}, set(dicatat))

    # ------------------------------------------------------------------
    # How it was signed
    # ------------------------------------------------------------------

    def test_a_signature_is_named_as_what_it_is(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 8)
        self.sebagai("psm_a", pengaduan).write({"telaah_fakta": "a", "telaah_analisis": "b", "telaah_saran": "c"})
        psm = self.env["dpmd.penugasan"]._pejabat("sub_koor_psm", self.company, bidang=self.bidang_a)[:1]
        gambar = tanda_tangan().split(",")[1]
        for isi, kata in (
            ({}, "Disahkan lewat akun jabatan pada aplikasi, "),
            ({"gambar": gambar}, "Tanda tangan digambar di layar, "),
            ({"cara": "kertas"}, "Ditandatangani di atas kertas, tanggal "),
        ):
            naskah = self.env["dpmd.dokumen"]._susun("telaahan_staf", pengaduan.sudo(), pengaduan)
            self.env["dpmd.pengesahan"]._sahkan(naskah, "tanda_tangan", penugasan=psm, **isi)
            naskah._bekukan()
            halaman = self.lembar(naskah)
            self.assertEqual(len(halaman), 1)
            teks = self.satukan(halaman)
            self.assertIn(kata, teks)
            self.assertEqual(f"sidik isi {naskah.hash_isi[:16]}" in teks, "gambar" in isi)
            self.assertEqual("asli: berkas pindaian" in teks, isi.get("cara") == "kertas")
            self.assertEqual(len(halaman[0].images), 2 if "gambar" in isi else 1)

    def test_a_drawn_signature_stands_with_the_hash_it_is_bound_to(self):
        pengaduan, _kode = self.buat(pelapor={"ttd": PNG, "ttd_cara": "layar"})
        self.jalan(pengaduan, 11)
        naskah = self.env["dpmd.dokumen"].search(
            [("dibekukan", "!=", False), ("jenis", "in", ("formulir", "daftar_hadir"))]
        )
        self.assertEqual(len(naskah), 2)
        for satu in naskah:
            teks = self.satukan(self.lembar(satu))
            self.assertIn("digambar di layar", teks, satu.jenis)
            self.assertIn(f"sidik isi {satu.hash_isi[:16]}", teks, satu.jenis)

    def test_no_paper_claims_an_electronic_signature(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 18)
        for naskah in self.env["dpmd.dokumen"].search([("dibekukan", "!=", False)]):
            self.assertNotIn("elektronik", self.satukan(self.lembar(naskah)).lower(), naskah.jenis)
