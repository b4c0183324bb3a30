import base64
import io

from odoo.tests import Form, tagged
from PIL import Image

from . import pdf
from .publik import PublikCase, gambar


class KirimanCase(PublikCase):
    def unggah(self, kode, *berkas, kunci="berkas", **data):
        """Send files as the script does; ``berkas`` as ``(name, bytes)``."""
        halaman = self.buka("/pengaduan/lacak")
        return self.url_open(
            "/pengaduan/berkas",
            data={**self.rahasia_halaman(halaman), "kode": kode, **data},
            files=[(kunci, (nama, isi, "image/jpeg")) for nama, isi in berkas] or None,
        )


@tagged("standard", "post_install", "-at_install")
class TestPublikKiriman(KirimanCase):
    """After the words come the photos, one by one: whoever holds the number sends them, and each is kept once."""

    def test_one_file_arrives_or_the_reason_is_said(self):
        pengaduan, kode = self.buat()
        jawaban = self.unggah(kode, ("foto.jpg", gambar()))
        self.assertEqual((jawaban.status_code, jawaban.json()), (200, {"nama": "foto.jpg", "jumlah": 1}))
        self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
        jawaban = self.unggah(kode, ("jahat.jpg", b"<html><script>alert(1)</script>"))
        self.assertEqual(jawaban.status_code, 422)
        self.assertEqual(jawaban.json()["nama"], "jahat.jpg")
        self.assertIn("not a photo", jawaban.json()["galat"])
        for berkas in ((), (("a.jpg", gambar("PNG")), ("b.jpg", gambar("WEBP")))):
            self.assertEqual(self.unggah(kode, *berkas).status_code, 422)
        self.assertEqual(pengaduan.pelapor_ids.berkas_ids.mapped("name"), ["foto.jpg"])

    def test_sent_again_after_a_lost_answer_it_is_kept_once(self):
        self.env["dpmd.instansi"]._milik(self.company).maks_berkas = 1
        pengaduan, kode = self.buat()
        besar = gambar(ukuran=(3000, 2000))
        for _kali in range(2):
            self.assertEqual(self.unggah(kode, ("foto.jpg", besar)).status_code, 200)
        self.assertEqual(len(pengaduan.pelapor_ids.berkas_ids), 1)
        self.assertEqual(self.unggah(kode, ("lain.jpg", gambar())).status_code, 422)
        lain, kode_lain = self.buat()
        self.assertEqual(self.unggah(kode_lain, ("foto.jpg", besar)).status_code, 200)
        self.assertEqual(len(lain.pelapor_ids.berkas_ids), 1, "another complaint may hold the same photo")

    def test_only_the_holder_of_the_number_and_only_until_the_answer(self):
        pengaduan, kode = self.buat()
        self.assertEqual(self.unggah("0000 0000 0000 0000", ("foto.jpg", gambar())).status_code, 404)
        self.assertEqual(self.url_open("/pengaduan/berkas").status_code, 405)
        pengaduan.sudo()._tulis({"state": "selesai", "langkah": 18})
        self.assertEqual(self.unggah(kode, ("foto.jpg", gambar())).status_code, 422)
        self.env["website"].search([]).write({"company_id": self.company_lain.id})
        self.assertEqual(self.unggah(kode, ("foto.jpg", gambar())).status_code, 404)
        self.assertFalse(pengaduan.pelapor_ids.berkas_ids)

    def test_a_flood_for_one_complaint_waits_and_is_no_refusal(self):
        pengaduan, kode = self.buat()
        _lain, kode_lain = self.buat()
        self.env["dpmd.instansi"]._milik(self.company).batas_unggah_jam = 1
        self.assertEqual(self.unggah(kode, ("foto.jpg", gambar())).status_code, 200)
        jawaban = self.unggah(kode, ("dua.jpg", gambar("PNG")))
        self.assertEqual(jawaban.status_code, 429)
        self.assertNotIn("galat", jawaban.json(), "no refusal: it is tried again")
        self.assertTrue(jawaban.headers["Retry-After"].isdigit())
        self.assertEqual(
            self.unggah(kode_lain, ("foto.jpg", gambar())).status_code, 200, "a neighbour is not concerned"
        )
        self.assertEqual(len(pengaduan.pelapor_ids.berkas_ids), 1)

    def test_a_file_of_a_secret_sender_names_nobody(self):
        self.authenticate("uji_portal", "uji_portal")
        akun = self.orang["portal"]
        for kunci in ("berkas", "surat_kuasa"):
            pengaduan, kode = self.buat("rahasia", pelapor={"kuasa": True, "kuasa_nama": "Pak Amat"})
            self.assertEqual(self.unggah(kode, ("namaku.jpg", gambar()), kunci=kunci).status_code, 200)
            pelapor = pengaduan.pelapor_ids
            berkas = self.env["ir.attachment"].search(
                [
                    ("res_model", "=", "dpmd.pelapor"),
                    ("res_id", "=", pelapor.id),
                    ("res_field", "in", [False, "surat_kuasa"]),
                ]
            )
            self.assertEqual(len(berkas), 1)
            self.assertNotIn("namaku", berkas.name)
            self.assertNotIn(akun, (berkas.create_uid | berkas.write_uid | pelapor.create_uid | pelapor.write_uid))


@tagged("standard", "post_install", "-at_install")
class TestPublikKuasa(KirimanCase):
    """Whoever complains for another says for whom, and brings the letter of authority, now or later."""

    def test_the_letter_may_come_at_once(self):
        halaman = self.buka("/pengaduan/baru")
        jawaban = self.url_open(
            "/pengaduan/baru",
            data={**self.rahasia_halaman(halaman, "token"), **self.isian(kuasa="1", kuasa_nama="Pak Amat")},
            files=[
                ("surat_kuasa", ("kuasa.jpg", gambar(), "image/jpeg")),
                ("berkas", ("foto.png", gambar("PNG"), "image/png")),
            ],
        )
        pelapor = self.pelapor_baru(jawaban)
        self.assertRecordValues(pelapor, [{"kuasa": True, "kuasa_nama": "Pak Amat", "formulir_lengkap": True}])
        self.assertEqual(Image.open(io.BytesIO(base64.b64decode(pelapor.surat_kuasa))).format, "JPEG")
        self.assertEqual(pelapor.berkas_ids.mapped("name"), ["foto.png"], "the letter is not one of the photos")

    def test_without_the_letter_the_form_is_not_complete(self):
        jawaban = self.kirim(self.isian(kuasa="1", kuasa_nama="Pak Amat"))
        pelapor = self.pelapor_baru(jawaban)
        self.assertIn("We still need the letter of authority", jawaban.text)
        self.assertEqual(pelapor._kekurangan_formulir(), ["letter of authority (surat kuasa)"])
        kasus = self.sebagai("pengadmin", pelapor.pengaduan_id)
        kasus.action_daftarkan()
        self.assertEqual((kasus.langkah, kasus.state), (3, "terdaftar"))
        kode = self.kode(jawaban)
        self.assertIn("surat_kuasa", self.lacak(kode).text)
        self.assertEqual(self.unggah(kode, ("kuasa.jpg", b"<html>"), kunci="surat_kuasa").status_code, 422)
        self.assertFalse(pelapor.formulir_lengkap)
        self.assertEqual(self.unggah(kode, ("kuasa.jpg", gambar()), kunci="surat_kuasa").status_code, 200)
        self.assertTrue(pelapor.formulir_lengkap)
        self.assertNotIn("surat_kuasa", self.lacak(kode).text)

    def test_without_javascript_the_letter_follows_from_the_tracking_page(self):
        pelapor = self.pelapor_baru(jawaban := self.kirim(self.isian(kuasa="1", kuasa_nama="Pak Amat")))
        halaman = self.buka("/pengaduan/lacak")
        balasan = self.url_open(
            "/pengaduan/lacak/berkas",
            data={**self.rahasia_halaman(halaman), "kode": self.kode(jawaban)},
            files=[("surat_kuasa", ("kuasa.pdf", pdf.surat(), "application/pdf"))],
        )
        self.assertEqual(balasan.status_code, 200)
        self.assertIn(pdf.TEKS, base64.b64decode(pelapor.surat_kuasa))

    def test_the_other_person_must_be_named_except_by_the_anonymous(self):
        jawaban = self.kirim(self.isian(kuasa="1"))
        self.assertEqual(jawaban.status_code, 422)
        self.assertTrue(self.halaman(jawaban).xpath("//p[@id='g-kuasa_nama']"))
        self.assertTrue(self.halaman(jawaban).xpath("//input[@name='kuasa'][@checked]"))
        pelapor = self.pelapor_baru(self.kirim(self.isian("anonim", kuasa="1", kuasa_nama="BOCOR")))
        self.assertFalse(pelapor.kuasa or pelapor.kuasa_nama)
        self.assertNotIn("BOCOR", pelapor.isi_asli)

    def test_the_counter_sees_the_letter_missing_and_takes_it(self):
        pengadmin = self.orang["pengadmin"]
        with Form(self.env["dpmd.terima.wizard"].with_user(pengadmin).with_company(self.company)) as layar:
            layar.perihal, layar.isi_asli, layar.nama, layar.alamat = "BLT", "Belum dibayar", "Siti", "RT 3"
            layar.ttd_cara, layar.kuasa, layar.kuasa_nama = "kertas", True, "Pak Amat"
            self.assertIn("letter of authority", layar.kurang)
            layar.surat_kuasa = base64.b64encode(pdf.surat())
            self.assertFalse(layar.kurang)
        layar.record.action_terima()
        pelapor = self.env["dpmd.pelapor"].search([], order="id desc", limit=1)
        self.assertIn(pdf.TEKS, base64.b64decode(pelapor.surat_kuasa))
