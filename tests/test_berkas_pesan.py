"""Files with every message until the answer: kept with it, once, within limits, read by whom may read the identity."""

from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.pelapor import pelapor_berkas
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from . import pdf
from .publik import gambar
from .test_publik_formulir_kiriman import KirimanCase
from .test_publik_lacak_pesan import PESAN, LanjutCase


@tagged("standard", "post_install", "-at_install")
class TestBerkasPesan(LanjutCase, KirimanCase):
    def foto(self, *nama, kunci="berkas_pesan"):
        """Return photos to be posted, each another one."""
        return [(kunci, (satu, gambar(ukuran=(60 + ke, 40 + len(satu))), "image/jpeg")) for ke, satu in enumerate(nama)]

    def test_words_and_files_come_together_and_a_bad_one_sinks_nothing(self):
        for identitas in ("terbuka", "rahasia", "anonim"):
            with self.subTest(identitas):
                pengaduan, kode = self.buat(identitas)
                self.unggah(kode, ("formulir.jpg", gambar("PNG")))
                self.jalan(pengaduan, 9)
                pelapor = pengaduan.pelapor_ids
                self.sebagai("pengadmin", pengaduan)._pesan_dibaca()
                semula = pelapor.berkas_ids
                berkas = [*self.foto("bukti.jpg"), ("berkas_pesan", ("jahat.jpg", b"<html>", "image/jpeg"))]
                jawaban = self.aksi(kode, "pesan", files=berkas, isi_pesan="Ini buktinya")
                self.assertEqual(jawaban.status_code, 422)
                self.assertEqual(self.halaman(jawaban).xpath("//div[@role='alert']//li/strong/text()"), ["jahat.jpg"])
                self.assertIn("Your message has been sent", jawaban.text)
                pesan = pelapor.pesan_ids
                self.assertEqual(pesan.isi, "Ini buktinya")
                nama = "bukti.jpg" if identitas == "terbuka" else "lampiran-2.jpg"
                self.assertEqual(pesan.berkas_ids.mapped("name"), [nama])
                self.assertEqual(self.halaman(jawaban).xpath("normalize-space(//p[@class='lampiran'])"), f"📎 {nama}")
                self.assertEqual(pelapor.berkas_ids, semula, "those of the form stay as they were")
                self.assertEqual((pesan.create_uid | pesan.berkas_ids.create_uid).id, 1)
                self.assertTrue(pengaduan.ada_pesan and pengaduan._kegiatan(PESAN))

    def test_one_by_one_they_follow_their_message_and_are_kept_once(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        jawaban = self.aksi(kode, "pesan", isi_pesan="Foto menyusul")
        nomor = self.halaman(jawaban).xpath("//form[@data-urut='kata']//input[@name='pesan']/@value")[0]
        pesan = pengaduan.pelapor_ids.pesan_ids
        self.assertEqual(nomor, str(pesan.id))
        self.sebagai("pengadmin", pengaduan).action_lihat_pelapor()
        self.assertFalse(pengaduan.ada_pesan)
        for _kali in range(2):
            self.assertEqual(self.unggah(kode, ("a.jpg", gambar()), kunci="berkas_pesan", pesan=nomor).status_code, 200)
        self.assertEqual(pesan.berkas_ids.mapped("name"), ["a.jpg"])
        self.assertTrue(pengaduan.ada_pesan, "a file is news too")
        # Without words, or with a message that is not one's own, they make one of their own.
        lain, kode_lain = self.buat()
        self.jalan(lain, 9)
        for kali in range(2):
            foto = (f"b{kali}.png", gambar("PNG", (50 + kali, 50)))
            self.assertEqual(self.unggah(kode_lain, foto, kunci="berkas", pesan=nomor).status_code, 200)
        self.assertEqual(len(pesan.berkas_ids), 1)
        sendiri = lain.pelapor_ids.pesan_ids
        self.assertEqual((sendiri.mapped("isi"), len(sendiri.berkas_ids)), (["(Files without words)"], 2))
        self.assertFalse(lain.pelapor_ids.berkas_ids, "the form is complete")

    def test_until_the_answer_and_the_words_still_afterwards(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 17)
        self.assertTrue(self.halaman(self.lacak(kode)).xpath("//input[@name='berkas_pesan']"))
        self.jalan(pengaduan, 18)
        self.assertFalse(self.halaman(self.lacak(kode)).xpath("//input[@type='file']"))
        jawaban = self.aksi(kode, "pesan", files=self.foto("a.jpg"), isi_pesan="Terima kasih")
        self.assertIn("is answered or closed", jawaban.text)
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.mapped("isi"), ["Terima kasih"])
        jawaban = self.unggah(kode, ("a.jpg", gambar()), kunci="berkas_pesan")
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("is answered or closed", jawaban.json()["galat"])
        self.assertFalse(pengaduan.pelapor_ids.pesan_ids.berkas_ids)

    def test_nobody_fills_the_disk(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        with patch.object(pelapor_berkas, "BERKAS_PESAN_SEHARI", 2):
            jawaban = self.aksi(kode, "pesan", files=self.foto("a.jpg", "b.jpg", "c.jpg"), isi_pesan="Tiga")
            self.assertEqual(self.halaman(jawaban).xpath("//div[@role='alert']//li/strong/text()"), ["c.jpg"])
            jawaban = self.unggah(kode, ("d.jpg", gambar("PNG")), kunci="berkas_pesan")
            self.assertIn("tomorrow", jawaban.json()["galat"])
        with patch.object(pelapor_berkas, "BERKAS_PESAN", 2):
            jawaban = self.unggah(kode, ("d.jpg", gambar("PNG")), kunci="berkas_pesan")
            self.assertIn("already", jawaban.json()["galat"])
        self.assertEqual(len(pengaduan.pelapor_ids.pesan_ids.berkas_ids), 2)

    def test_where_very_many_come_the_words_are_sent_and_a_file_is_tried_again(self):
        self.env["dpmd.instansi"]._milik(self.company).batas_unggah_jam = 1
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        self.assertEqual(self.unggah(kode, ("a.jpg", gambar()), kunci="berkas_pesan").status_code, 200)
        jawaban = self.unggah(kode, ("b.jpg", gambar("PNG")), kunci="berkas_pesan")
        self.assertEqual((jawaban.status_code, "galat" in jawaban.json()), (429, False))
        self.assertGreater(int(jawaban.headers["Retry-After"]), 0)
        jawaban = self.aksi(kode, "pesan", files=self.foto("c.jpg"), isi_pesan="Tetap sampai")
        self.assertIn("c.jpg", jawaban.text)
        self.assertIn("Tetap sampai", pengaduan.pelapor_ids.pesan_ids.mapped("isi"))
        self.assertEqual(len(pengaduan.pelapor_ids.pesan_ids.berkas_ids), 1)

    def test_an_empty_message_says_so(self):
        _pengaduan, kode = self.buat()
        jawaban = self.aksi(kode, "pesan", isi_pesan=" ")
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("Write something first", jawaban.text)

    def test_files_follow_the_identity_and_stay(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 9)
        self.aksi(kode, "pesan", files=self.foto("a.jpg"), isi_pesan="Rahasia")
        pesan = pengaduan.pelapor_ids.pesan_ids
        berkas = pesan.berkas_ids
        for login in ("pengadmin", "kadis", "psm_a", "pengawas", "kadis_lain", "administrator", "portal"):
            with self.subTest(login):
                with self.assertRaises(AccessError):
                    self.sebagai(login, berkas).read(["raw"])
                if login != "portal":  # who may search no files at all
                    self.assertFalse(self.sebagai(login, berkas).search([("id", "=", berkas.id)]))
        self.sebagai("kadis", pengaduan).action_buka_identitas("Menilai")
        saya = self.sebagai("kadis", berkas)
        self.assertTrue(saya.raw)
        baru = {"name": "x.txt", "raw": b"x", "res_model": "dpmd.pesan", "res_id": pesan.id}
        for tolak in (
            lambda: saya.write({"raw": b"palsu"}),
            saya.unlink,
            lambda: saya.create(baru),
            lambda: berkas.write({"res_id": pengaduan.pelapor_ids.id, "res_model": "dpmd.pelapor"}),
            lambda: self.env["ir.attachment"].create(baru),
        ):
            with self.assertRaises(UserError):
                tolak()

    def test_the_portal_sends_files_of_the_own_complaint_only(self):
        partner = self.orang["portal"].partner_id
        pengaduan, _kode = self.buat(pelapor={"partner_id": partner.id})
        lain, _kode = self.buat()
        for kasus in (pengaduan, lain):
            self.jalan(kasus, 9)
        self.masuk_portal(pengaduan)
        for kasus, status in ((pengaduan, 200), (lain, 404)):
            token = self.rahasia_halaman(self.buka(f"/my/pengaduan/{self.milik.id}"))
            alamat = f"/my/pengaduan/{kasus.pelapor_ids.id}/unggah"
            foto = self.foto("a.jpg")
            self.assertEqual(self.url_open(alamat, data=token, files=foto).status_code, status)
        pesan = self.milik.pesan_ids
        self.assertEqual(pesan.berkas_ids.mapped("name"), ["a.jpg"])
        self.assertNotIn(self.orang["portal"], pesan.create_uid | pesan.berkas_ids.create_uid | pengaduan.write_uid)
        self.assertFalse(lain.pelapor_ids.pesan_ids)

    def test_the_case_file_holds_them_with_the_identity_only(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        self.aksi(kode, "pesan", files=[("berkas_pesan", ("a.pdf", pdf.surat(), "application/pdf"))])
        kasus = self.sebagai("pengadmin", pengaduan)
        from odoo.addons.dpmd_pengaduan.models.bundel.isi import Bundel

        for dengan in (True, False):
            bundel = Bundel(kasus, kasus._penugasan_saya("pengadministrasi_umum"), dengan)
            self.assertEqual("berkas-pesan" in {butir.jenis for butir in bundel.lampiran}, dengan)


@tagged("standard", "post_install", "-at_install")
class TestSuratKuasaDiFormulir(LanjutCase):
    """With the letter of authority missing, the form that is completed asks for it right there."""

    def test_it_completes_the_form(self):
        pengaduan, kode = self.buat(pelapor={"kuasa": True, "kuasa_nama": "Pak Amat"})
        self.sebagai("pengadmin", pengaduan).action_daftarkan()
        self.sebagai("pengadmin", pengaduan).action_beri_formulir()
        halaman = self.halaman(self.lacak(kode))
        formulir = halaman.xpath("//form[contains(@action, '/formulir')]")[0]
        self.assertEqual(formulir.xpath(".//input[@type='file']/@name"), ["surat_kuasa", "berkas"])
        self.assertEqual(len(halaman.xpath("//*[@id]/@id")), len(set(halaman.xpath("//*[@id]/@id"))), "ids are unique")
        jawaban = self.aksi(kode, "formulir", files=[("surat_kuasa", ("kuasa.jpg", gambar(), "image/jpeg"))])
        self.assertEqual(jawaban.status_code, 200)
        self.assertTrue(pengaduan.pelapor_ids.surat_kuasa)
        self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")
