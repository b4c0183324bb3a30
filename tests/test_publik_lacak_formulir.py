"""The form, afterwards (SOP step 3), over HTTP: what is missing is filled in by the pelapor, and nothing else."""

from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.pelapor import pelapor_pesan
from odoo.tests import tagged

from .publik import gambar, tanda_tangan
from .test_publik_lacak_pesan import TANDA, LanjutCase


@tagged("standard", "post_install", "-at_install")
class TestPublikFormulirNanti(LanjutCase):
    """While the form waits on the pelapor, the tracking page is the form."""

    def menunggu(self, identitas="terbuka", **pelapor):
        """Return a case whose form was given out, and its receipt number."""
        pengaduan, kode = self.buat(identitas, lengkap=False, pelapor=pelapor)
        petugas = self.sebagai("pengadmin", pengaduan)
        petugas.action_daftarkan()
        if pengaduan.langkah == 3 and pengaduan.state == "terdaftar":
            petugas.action_beri_formulir()
        self.assertEqual((pengaduan.state, pengaduan.desk_jabatan), ("formulir", "pelapor"))
        return pengaduan, kode

    def test_it_says_what_is_missing_and_until_when(self):
        _pengaduan, kode = self.menunggu(nama=False, alamat=False)
        halaman = self.halaman(self.lacak(kode))
        kurang = halaman.xpath("//section[@id='f-formulir']//ul[1]/li/text()")
        self.assertEqual(kurang, ["name", "full address", "signature"])
        teks = " ".join(halaman.text_content().split())
        self.assertIn("UU 25/2009", teks)
        self.assertRegex(teks, r"until \d+ \w+ \d{4}")
        self.assertIn("Please complete the form below", teks)
        nama = set(halaman.xpath("//form[contains(@action, '/formulir')]//*/@name"))
        self.assertLessEqual({"nama", "alamat", "ttd", "di_kertas", "berkas", "kode"}, nama)
        self.assertFalse({"telepon", "email", "isi", "keterangan"} & nama, "what stands there is not asked again")

    def test_signed_on_the_screen_it_goes_back_to_the_officer(self):
        pengaduan, kode = self.menunggu(nama=False, alamat=False)
        jawaban = self.aksi(kode, "formulir", nama="Siti Marlina")
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn("Something is still missing", jawaban.text)
        self.assertEqual(pengaduan.desk_jabatan, "pelapor")
        jawaban = self.aksi(kode, "formulir", nama="Orang Lain", alamat="RT 03", ttd=tanda_tangan())
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn("goes back to our officer", jawaban.text)
        pelapor = pengaduan.pelapor_ids
        self.assertRecordValues(pelapor, [{"nama": "Siti Marlina", "alamat": "RT 03", "ttd_cara": "layar"}])
        self.assertTrue(pelapor.ttd and pelapor.ttd_waktu)
        self.assertEqual(
            (pengaduan.desk_jabatan, pengaduan.desk_user_id), ("pengadministrasi_umum", self.orang["pengadmin"])
        )
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertEqual((baris.nomor, baris.nama, baris.user_id.id), (3, "Pelapor", False))
        self.assertNotIn("Siti", f"{baris.keluaran} {baris.alasan}")
        self.assertEqual(self.aksi(kode, "formulir", nama="Lagi").status_code, 422, "it is with the officer now")
        self.sebagai("pengadmin", pengaduan).action_nyatakan_lengkap()
        self.assertEqual(self.aksi(kode, "formulir", nama="Lagi").status_code, 422, "and then locked")
        self.assertEqual(pelapor.nama, "Siti Marlina")
        self.assertTrue(pengaduan._kartu_utuh())

    def test_on_paper_needs_its_photo(self):
        pengaduan, kode = self.menunggu()
        self.assertEqual(self.aksi(kode, "formulir", di_kertas="1").status_code, 422)
        self.assertFalse(pengaduan.pelapor_ids.ttd_cara)
        buruk = [("berkas", ("x.jpg", b"<html>", "image/jpeg"))]
        jawaban = self.aksi(kode, "formulir", files=buruk, di_kertas="1")
        self.assertEqual(jawaban.status_code, 422)
        self.assertFalse(pengaduan.pelapor_ids.ttd_cara, "a refused file is no signed form")
        jawaban = self.aksi(kode, "formulir", files=[("berkas", ("ttd.jpg", gambar(), "image/jpeg"))], di_kertas="1")
        self.assertEqual(jawaban.status_code, 200)
        self.assertEqual(pengaduan.pelapor_ids.ttd_cara, "kertas")
        self.assertEqual(len(pengaduan.pelapor_ids.berkas_ids), 1)
        self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")

    def test_the_form_to_sign_is_printed_prefilled_while_it_waits(self):
        pengaduan, kode = self.menunggu()
        jawaban = self.lacak(kode, "/pengaduan/lacak/surat", surat_id="formulir_isian")
        self.assertEqual(jawaban.headers["Content-Type"], "application/pdf")
        self.assertIn("Siti Marlina", jawaban.text)
        self.assertNotIn(kode.replace(" ", ""), jawaban.text.replace(" ", ""))
        self.aksi(kode, "formulir", ttd=tanda_tangan())
        self.assertEqual(self.lacak(kode, "/pengaduan/lacak/surat", surat_id="formulir_isian").status_code, 404)

    def test_sent_back_as_incomplete_it_shows_why_and_takes_an_answer(self):
        for identitas in ("terbuka", "rahasia"):
            with self.subTest(identitas):
                pengaduan, kode = self.menunggu(identitas)
                self.aksi(kode, "formulir", ttd=tanda_tangan())
                self.minta_lengkapi(pengaduan, "Bulan apa yang belum dibayar?")
                halaman = self.lacak(kode)
                self.assertIn("Bulan apa yang belum dibayar?", halaman.text)
                jawaban = self.aksi(kode, "formulir", keterangan=f"{TANDA} Maret", nama="Orang Lain")
                self.assertEqual(jawaban.status_code, 200)
                self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")
                pesan = pengaduan.pelapor_ids.pesan_ids
                self.assertRecordValues(pesan, [{"jenis": "formulir", "isi": f"{TANDA} Maret"}])
                self.assertEqual(pengaduan.pelapor_ids.nama, "Siti Marlina")
                self.assertNotIn(TANDA, str(pengaduan.kartu_ids.read()))

    def test_what_was_asked_for_may_come_as_a_file_first(self):
        pengaduan, kode = self.menunggu()
        self.assertEqual(self.aksi(kode, "formulir").status_code, 422, "not signed, and nothing was filled in")
        self.aksi(kode, "formulir", ttd=tanda_tangan())
        self.minta_lengkapi(pengaduan, "Kirim foto kuitansi")
        self.aksi(kode, "berkas", files=[("berkas", ("kuitansi.jpg", gambar(), "image/jpeg"))])
        self.assertEqual(pengaduan.desk_jabatan, "pelapor")
        self.assertEqual(self.aksi(kode, "formulir").status_code, 200)
        self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")

    def test_what_is_said_with_the_form_counts_as_messages_do(self):
        pengaduan, kode = self.menunggu()
        with patch.object(pelapor_pesan, "PESAN_SEHARI", 2):
            harap = ((200, "Satu"), (200, "Satu"), (200, "Dua"), (422, "Tiga"), (422, "x" * 2001))
            for status, kata in harap:
                self.assertEqual(self.aksi(kode, "formulir", keterangan=kata).status_code, status)
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.mapped("isi"), ["Dua", "Satu"])
        self.assertEqual(pengaduan.desk_jabatan, "pelapor", "not signed yet")

    def test_wrong_fields_are_named_and_nothing_is_kept(self):
        pengaduan, kode = self.menunggu(nama=False, email=False, telepon=False)
        for isi, kunci in (
            ({"telepon": "bukan"}, "telepon"),
            ({"email": "bukan"}, "email"),
            ({"nama": "x" * 101}, "nama"),
            ({"ttd": "data:image/png;base64,AAAA", "nama": "Siti"}, "formulir"),
        ):
            with self.subTest(isi=kunci):
                jawaban = self.aksi(kode, "formulir", **isi)
                self.assertEqual(jawaban.status_code, 422)
                self.assertEqual(self.halaman(jawaban).xpath("//div[@role='alert']//a/@href"), [f"#f-{kunci}"])
                self.assertFalse(pengaduan.pelapor_ids.nama or pengaduan.pelapor_ids.telepon)

    def test_an_anonymous_pelapor_is_asked_for_no_name(self):
        pengaduan, kode = self.menunggu("anonim", isi_asli=False, nama=False, email=False)
        halaman = self.halaman(self.lacak(kode))
        nama = set(halaman.xpath("//form[contains(@action, '/formulir')]//*/@name"))
        self.assertIn("isi", nama)
        self.assertFalse({"nama", "alamat", "telepon", "email", "ttd"} & nama)
        self.aksi(kode, "formulir", isi="Yang terjadi", nama=TANDA, ttd=tanda_tangan())
        self.assertRecordValues(pengaduan.pelapor_ids, [{"isi_asli": "Yang terjadi", "nama": False, "ttd_cara": False}])
        self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")

    def test_not_in_any_other_state(self):
        pengaduan, kode = self.buat(lengkap=False, pelapor={"alamat": False})
        for langkah in (2, 3):
            self.jalan(pengaduan, langkah)
            self.assertEqual(self.aksi(kode, "formulir", alamat=TANDA).status_code, 422)
            self.assertIn("full address", self.lacak(kode).text, "what is missing is said all the same")
        selesai, kode = self.buat()
        for langkah in (5, 8, 18):
            self.jalan(selesai, langkah)
            self.assertEqual(self.aksi(kode, "formulir", alamat=TANDA, keterangan=TANDA).status_code, 422)
        self.assertFalse(pengaduan.pelapor_ids.alamat)
        self.assertNotIn(TANDA, selesai.pelapor_ids.alamat)
        self.assertFalse(selesai.pelapor_ids.pesan_ids)

    def test_the_portal_completes_the_own_form(self):
        partner = self.orang["portal"].partner_id
        pengaduan, _kode = self.menunggu(partner_id=partner.id)
        lain, _kode = self.menunggu()
        self.masuk_portal(pengaduan)
        self.assertEqual(self.aksi_portal(lain.pelapor_ids, "formulir", ttd=tanda_tangan()).status_code, 404)
        self.assertEqual(self.aksi_portal(self.milik, "formulir", ttd=tanda_tangan()).status_code, 200)
        self.assertEqual((pengaduan.desk_jabatan, lain.desk_jabatan), ("pengadministrasi_umum", "pelapor"))
        self.assertNotIn(self.orang["portal"], pengaduan.write_uid | self.milik.write_uid)
