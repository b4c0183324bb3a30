import base64
from urllib.parse import parse_qs, urlsplit

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorCase
from .test_kabar_surel import RAHASIA
from .test_surat import CetakMixin


@tagged("standard", "post_install", "-at_install")
class TestKabarPetugas(KantorCase):
    """How the Pengadministrasi reaches a pelapor: a new receipt number, WhatsApp, a letter by hand."""

    def pelapor(self, pengaduan, login="pengadmin"):
        return self.sebagai(login, pengaduan.pelapor_ids)

    # ------------------------------------------------------------------
    # A lost receipt
    # ------------------------------------------------------------------

    def test_new_number_opens_the_case_and_the_old_one_nothing(self):
        pengaduan, lama = self.buat()
        wizard = (
            self.env["dpmd.kode.wizard"]
            .with_user(self.orang["pengadmin"])
            .create(
                {"res_id": pengaduan.id, "cara": "kartu", "keterangan": "KTP atas nama Siti Marlina", "diperiksa": True}
            )
        )
        aksi = wizard.action_ganti()
        baru = aksi["params"]["kode"]
        Pelapor = self.env["dpmd.pelapor"]
        self.assertEqual(Pelapor._cari_kode_sudo(baru), pengaduan.pelapor_ids)
        self.assertFalse(Pelapor._cari_kode_sudo(lama))
        self.assertFalse(wizard.exists(), "the words on the person stay in a dialog's table")
        self.assertIn("KTP atas nama Siti", str(pengaduan.pelapor_ids.message_ids.mapped("body")))
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertEqual((baris.jenis, baris.user_id), ("catatan", self.orang["pengadmin"]))
        self.assertNotRegex(f"{baris.keluaran} {baris.alasan}", f"Siti|atas nama|{baru}|{baru.replace(' ', '')}")
        self.assertTrue(pengaduan._kartu_utuh())
        self.assertIn(baru, base64.b64decode(aksi["params"]["pdf"]).decode())

    def test_number_of_an_anonymous_complaint_is_not_given_anew(self):
        pengaduan, kode = self.buat(identitas="anonim")
        with self.assertRaisesRegex(UserError, "anonymous"):
            self.pelapor(pengaduan).action_ganti_kode("kartu", "KTP")
        self.assertTrue(self.env["dpmd.pelapor"]._cari_kode_sudo(kode))

    def test_number_is_given_only_by_the_pengadministrasi_and_after_a_check(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        for login in ("kadis", "sekretaris", "kabid_a", "psm_a", "pengadmin_lain", "pengawas", "administrator"):
            with self.subTest(login=login), self.assertRaises(AccessError):
                self.pelapor(pengaduan, login).action_ganti_kode("kartu", "KTP")
        for cara, kata in ((None, "KTP"), ("kartu", " "), ("asal", "KTP")):
            with self.assertRaises(UserError):
                self.pelapor(pengaduan).action_ganti_kode(cara, kata)
        with self.assertRaises(UserError):
            self.env["dpmd.kode.wizard"].with_user(self.orang["pengadmin"]).create(
                {"res_id": pengaduan.id, "cara": "kartu", "keterangan": "KTP"}
            ).action_ganti()
        self.assertTrue(self.env["dpmd.pelapor"]._cari_kode_sudo(kode))

    def test_locked_secret_identity_needs_a_look_first(self):
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 5)
        for metode, args in (("action_ganti_kode", ("kartu", "KTP")), ("action_whatsapp", ())):
            with self.assertRaises(AccessError):
                getattr(self.pelapor(pengaduan), metode)(*args)
        self.sebagai("pengadmin", pengaduan).action_buka_identitas("Kehilangan tanda terima")
        self.assertTrue(self.pelapor(pengaduan).action_ganti_kode("kartu", "KTP"))

    # ------------------------------------------------------------------
    # WhatsApp
    # ------------------------------------------------------------------

    def test_phone_numbers_as_people_write_them(self):
        for ditulis, nomor in (
            ("0812 3456 7890", "6281234567890"),
            ("+62 812-3456-7890", "6281234567890"),
            ("62812.3456.7890", "6281234567890"),
            ("81234567890", "6281234567890"),
            ("+62 (0)812 3456 7890", "6281234567890"),
            ("0062812 3456 7890", "6281234567890"),
            ("0812 3456 7890 / 0813 0000 0000", "6281234567890"),
            ("+60 12-345 6789", "60123456789"),
            ("123", ""),
            ("tidak ada", ""),
            (False, ""),
        ):
            self.assertEqual(self.env["dpmd.pelapor"]._nomor_internasional(ditulis), nomor, ditulis)

    def whatsapp(self, pengaduan):
        """Open WhatsApp as the officer; return number and text."""
        aksi = self.pelapor(pengaduan).action_whatsapp()
        bagian = urlsplit(aksi["url"])
        self.assertEqual((bagian.scheme, bagian.netloc), ("https", "wa.me"))
        return bagian.path.strip("/"), parse_qs(bagian.query)["text"][0]

    def test_message_fits_the_step_and_is_noted_with_the_identity(self):
        pengaduan, kode = self.buat(lengkap=False, pelapor={"telepon": "0812 3456 7890"})
        teks = [self.whatsapp(pengaduan)[1]]
        petugas = self.sebagai("pengadmin", pengaduan)
        petugas.action_daftarkan()
        teks.append(self.whatsapp(pengaduan)[1])
        petugas.action_beri_formulir()
        teks.append(self.whatsapp(pengaduan)[1])
        self.minta_lengkapi(pengaduan, "fotokopi KTP & KK.")
        nomor, lengkapi = self.whatsapp(pengaduan)
        pengaduan.pelapor_ids._tulis({"ttd_cara": "kertas"})
        petugas.action_nyatakan_lengkap()
        self.jalan(pengaduan, 17)
        petugas.action_informasikan("portal")
        teks += [lengkapi, self.whatsapp(pengaduan)[1]]
        self.assertEqual(nomor, "6281234567890")
        self.assertEqual(len(set(teks)), 5, teks)
        self.assertIn(pengaduan.name, teks[1])
        self.assertIn("fotokopi KTP & KK", lengkapi)
        for satu in teks:
            self.assertIn("/pengaduan/lacak", satu)
            self.assertNotIn(kode.replace(" ", ""), satu.replace(" ", ""))
        pesan = pengaduan.pelapor_ids.message_ids
        catatan = pesan.filtered(lambda m: "fotokopi KTP" in m.body and "WhatsApp" in m.body)
        self.assertEqual(catatan.author_id, self.orang["pengadmin"].partner_id)

    def test_message_of_a_secret_case_says_only_that_there_is_news(self):
        pengaduan, _kode = self.buat(identitas="rahasia", pelapor={"telepon": "081234567890"})
        teks = self.whatsapp(pengaduan)[1].lower()
        self.assertEqual([kata for kata in RAHASIA if kata in teks], [])

    def test_only_the_pengadministrasi_opens_whatsapp(self):
        pengaduan, _kode = self.buat(pelapor={"telepon": "081234567890"})
        for login in ("kadis", "pengadmin_lain", "pengawas"):
            with self.assertRaises(AccessError):
                self.pelapor(pengaduan, login).action_whatsapp()


@tagged("standard", "post_install", "-at_install")
class TestKabarKertas(CetakMixin, KantorCase):
    """What a pelapor without mail and phone gets by hand."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()

    def test_request_to_complete_says_what_and_until_when(self):
        pengaduan = self.buat(lengkap=False)[0]
        petugas = self.sebagai("pengadmin", pengaduan)
        petugas.action_daftarkan()
        with self.assertRaises(UserError):
            self.teks("permintaan_lengkap", pengaduan)
        petugas.action_beri_formulir()
        self.minta_lengkapi(pengaduan, "Fotokopi buku rekening")
        teks = self.teks("permintaan_lengkap", pengaduan)
        for kata in (
            "Siti Marlina",
            "Jl. Poros Desa Uji RT 03",
            "Fotokopi buku rekening",
            "30 (tiga puluh) hari",
            "Pasal 44",
            pengaduan.name,
            "/PLK/",
        ):
            self.assertIn(kata, teks)
        self.assertRegex(teks, r"paling lambat \d{1,2} [A-Z][a-z]+ 20\d\d")

    def test_the_slip_is_a_sheet_of_its_own_with_the_number_of_the_signed_letter(self):
        pengaduan = self.jalan(self.buat()[0], 15)
        with self.assertRaises(UserError):
            self.teks("bukti_penyampaian", pengaduan.pelapor_ids)
        self.jalan(pengaduan, 17)
        surat = self.teks("pemberitahuan", pengaduan)
        self.assertNotIn("BUKTI PENYAMPAIAN", surat)
        slip = self.teks("bukti_penyampaian", pengaduan.pelapor_ids)
        for kata in ("TANDA BUKTI PENYAMPAIAN", "/PBH/", "Siti Marlina", "Jl. Poros Desa Uji RT 03", pengaduan.name):
            self.assertIn(kata, slip)

    def test_qr_of_the_tanda_terima_opens_the_tracking_page_with_the_number_behind_a_hash(self):
        pengaduan, kode = self.buat()
        pelapor = self.sebagai("pengadmin", pengaduan.pelapor_ids)
        for konteks in ({"dpmd_kode": kode}, {}):
            with self.subTest(konteks=konteks):
                Laporan = self.env["ir.actions.report"].with_user(self.orang["pengadmin"]).with_context(**konteks)
                surat = Laporan._naskah("tanda_terima", pelapor.with_context(**konteks))[0]
                html = Laporan._render_qweb_html("dpmd_pengaduan.report_tanda_terima", pelapor.ids)[0].decode()
                dengan_nomor = surat.qr(f"{surat.alamat_lacak}#{kode.replace(' ', '')}")
                self.assertEqual(dengan_nomor in html, bool(konteks))
                self.assertEqual(surat.qr(surat.alamat_lacak) in html, not konteks)
