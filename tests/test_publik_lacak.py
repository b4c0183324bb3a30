import base64

from odoo import fields
from odoo.addons.dpmd_pengaduan.models.pelapor.nomor_tanda_terima import nomor
from odoo.addons.dpmd_pengaduan.models.pelapor.pelapor_kabar import KABAR
from odoo.tests import tagged

from .publik import PublikCase, gambar

PDF = b"%PDF-1.4\n%%EOF\n"


class LacakCase(PublikCase):
    def surat(self, pelapor, jenis="pemberitahuan", state="berlaku"):
        """Freeze a paper addressed to a pelapor, without printing it."""
        pengaduan = pelapor.pengaduan_id
        pengaduan.sudo()._tulis({"jawaban": "BLT dibayar."})
        sumber = pelapor if jenis == "formulir" else pengaduan
        surat = self.env["dpmd.dokumen"]._susun(jenis, sumber, pengaduan, pelapor=pelapor)
        surat._tulis({"state": "berlaku", "disampaikan": fields.Datetime.now()})
        surat._simpan_pdf(PDF + jenis.encode())
        surat._tulis({"state": state})
        return surat

    def pindah(self, pengaduan, **kolom):
        """Put a case somewhere on its way, as the flow would."""
        pengaduan.sudo()._tulis(kolom)


@tagged("standard", "post_install", "-at_install")
class TestPublikLacak(LacakCase):
    """Whoever holds the receipt number sees where the case stands; nobody else sees anything."""

    def test_the_number_shows_step_desk_and_date_but_no_person(self):
        pengaduan, kode = self.buat()
        self.pindah(
            pengaduan,
            state="telaah",
            langkah=8,
            desk_jabatan="sub_koor_psm",
            bidang_id=self.bidang_a.id,
            pelaksana_id=self.orang["psm_a"].id,
            desk_user_id=self.orang["psm_a"].id,
            tenggat="2031-05-17",
        )
        for tulisan in (kode, kode.replace(" ", ""), kode.replace(" ", "-")):
            jawaban = self.lacak(tulisan)
            self.assertEqual(jawaban.status_code, 200)
        teks = self.halaman(jawaban).text_content()
        self.assertIn("Sub Koor / PSM, Bidang A", teks)
        self.assertIn("2031", teks)
        self.assertNotIn(self.orang["psm_a"].name, teks)
        self.assertNotIn("Siti", teks)
        kini = self.halaman(jawaban).xpath("//li[@aria-current='step']")[0].text_content()
        self.assertIn("studied", kini)
        self.assertEqual(len(self.halaman(jawaban).xpath("//ol[@class='langkah']/li")), 17)
        self.assertEqual(jawaban.headers["Cache-Control"], "no-store")

    def test_every_unknown_number_gets_the_same_answer(self):
        _pengaduan, kode = self.buat()
        jawaban = [self.lacak(satu) for satu in ("0000 0000 0000 0000", nomor(5), "٠" * 16)]
        self.assertEqual({satu.status_code for satu in jawaban}, {404})
        pesan = {self.halaman(satu).xpath("string(//div[@role='alert'])").strip() for satu in jawaban}
        self.assertEqual(len(pesan), 1)

    def test_a_number_of_another_office_opens_nothing_here(self):
        _pengaduan, kode = self.buat()
        self.env["website"].search([]).write({"company_id": self.company_lain.id})
        self.assertEqual(self.lacak(kode).status_code, 404)

    def test_the_answer_appears_only_when_the_pelapor_is_told(self):
        pengaduan, kode = self.buat()
        self.pindah(
            pengaduan,
            state="ditutup",
            desk_jabatan="pengadministrasi_umum",
            alasan_tutup="bukan_pengaduan",
            jawaban="Silakan ke PPID.",
            hasil=False,
        )
        self.assertNotIn("PPID", self.lacak(kode).text)
        self.pindah(pengaduan, cara_jawab="portal")
        self.assertIn("Silakan ke PPID.", self.lacak(kode).text)

    def test_a_letter_that_nobody_opened_is_not_taken_for_told(self):
        pengaduan, kode = self.buat()
        surat = self.surat(pengaduan.pelapor_ids)
        surat._tulis({"cara_sampai": "portal"})
        self.pindah(pengaduan, state="selesai", cara_jawab="portal")
        saya = self.sebagai("pengadmin", pengaduan)
        self.assertTrue(saya.surat_belum_dibuka)
        self.lacak("0" * 16, "/pengaduan/lacak/surat", surat_id=str(surat.id))
        self.lacak(kode)
        self.env.invalidate_all()
        self.assertTrue(saya.surat_belum_dibuka, "the page is not the letter")
        self.lacak(kode, "/pengaduan/lacak/surat", surat_id=str(surat.id))
        self.env.invalidate_all()
        pertama = surat.dibuka_pelapor
        self.assertTrue(pertama)
        self.assertFalse(saya.surat_belum_dibuka)
        self.lacak(kode, "/pengaduan/lacak/surat", surat_id=str(surat.id))
        self.env.invalidate_all()
        self.assertEqual(surat.dibuka_pelapor, pertama)

    def test_papers_need_the_number_and_belong_to_it(self):
        pengaduan, kode = self.buat()
        lain, kode_lain = self.buat()
        surat = self.surat(pengaduan.pelapor_ids)
        batal = self.surat(pengaduan.pelapor_ids, "formulir", "batal")
        milik_lain = self.surat(lain.pelapor_ids)
        dinas = self.env["dpmd.dokumen"]._susun("telaahan_staf", pengaduan, pengaduan)
        dinas._simpan_pdf(PDF)
        jawaban = self.lacak(kode, "/pengaduan/lacak/surat", surat_id=str(surat.id))
        self.assertEqual(jawaban.content, base64.b64decode(surat.pdf))
        self.assertEqual(jawaban.headers["Content-Type"], "application/pdf")
        self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
        for ketikan, id_ in (
            (kode, milik_lain.id),
            (kode, batal.id),
            (kode, dinas.id),
            (kode, "1 OR 1=1"),
            (kode_lain, surat.id),
            ("0" * 16, surat.id),
        ):
            with self.subTest(ketikan=ketikan, id_=id_):
                jawaban = self.lacak(ketikan, "/pengaduan/lacak/surat", surat_id=str(id_))
                self.assertEqual(jawaban.status_code, 404)
                self.assertNotIn(b"%PDF", jawaban.content)

    def test_the_tanda_terima_is_printed_with_the_number(self):
        _pengaduan, kode = self.buat()
        jawaban = self.lacak(kode, "/pengaduan/lacak/surat", surat_id="tanda_terima")
        self.assertEqual(jawaban.status_code, 200)
        self.assertEqual(jawaban.headers["Content-Type"], "application/pdf")
        self.assertIn("Tanda Terima Pengaduan", jawaban.text)
        self.assertIn(kode, jawaban.text)
        jawaban = self.lacak("0" * 16, "/pengaduan/lacak/surat", surat_id="tanda_terima")
        self.assertEqual(jawaban.status_code, 404)

    def test_looks_at_a_secret_identity_are_shown(self):
        pengaduan, kode = self.buat("rahasia")
        self.assertIn("Nobody has opened it", self.lacak(kode).text)
        self.sebagai("kadis", pengaduan).action_buka_identitas("Memastikan alamat surat")
        jawaban = self.lacak(kode).text
        self.assertIn("Kepala Dinas", jawaban)
        self.assertIn("Memastikan alamat surat", jawaban)
        self.assertNotIn(self.orang["kadis"].name, jawaban)

    def test_files_may_follow_with_the_form_and_later_with_a_message(self):
        pengaduan, kode = self.buat("rahasia")
        halaman = self.buka("/pengaduan/lacak")
        data = {**self.rahasia_halaman(halaman), "kode": kode}
        berkas = [("berkas", ("namaku.jpg", gambar(), "image/jpeg")), ("berkas", ("x.jpg", b"<html>", "image/jpeg"))]
        jawaban = self.url_open("/pengaduan/lacak/berkas", data=data, files=berkas)
        self.assertEqual(self.halaman(jawaban).xpath("//div[@role='alert']//li/strong/text()"), ["x.jpg"])
        self.assertEqual(pengaduan.pelapor_ids.berkas_ids.mapped("name"), ["lampiran-1.jpg"])
        self.pindah(pengaduan, state="kadis", langkah=4)
        lagi = [("berkas", ("lagi.jpg", gambar(ukuran=(80, 60)), "image/jpeg"))]
        self.assertEqual(self.url_open("/pengaduan/lacak/berkas", data=data, files=lagi).status_code, 200)
        data["kode"] = "0" * 16
        self.assertEqual(self.url_open("/pengaduan/lacak/berkas", data=data, files=lagi).status_code, 404)
        self.assertEqual(len(pengaduan.pelapor_ids.berkas_ids), 1)
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.berkas_ids.mapped("name"), ["lampiran-2.jpg"])


@tagged("standard", "post_install", "-at_install")
class TestPublikPortal(LacakCase):
    """A citizen with an account sees the own open complaints, and of them a short list of fields."""

    def test_the_told_fields_are_exactly_these(self):
        pengaduan, _kode = self.buat()
        self.assertEqual(set(pengaduan.pelapor_ids._kabar()), set(KABAR))
        self.assertEqual(len(KABAR), 44)

        def polos(nilai):
            if isinstance(nilai, dict):
                return all(map(polos, nilai.values()))
            return all(map(polos, nilai)) if isinstance(nilai, list) else isinstance(nilai, (str, int, bool))

        self.assertTrue(polos(pengaduan.pelapor_ids._kabar()), "a record left the model")

    def test_only_own_open_complaints_are_listed(self):
        partner = self.orang["portal"].partner_id
        self.authenticate("uji_portal", "uji_portal")
        self.assertNotIn("o_portal_my_doc_table", self.url_open("/my/pengaduan").text)
        milik, _ = self.buat(pelapor={"partner_id": partner.id}, pengaduan={"perihal": "MILIKSAYA"})
        anak = self.env["res.partner"].create({"name": "Anak", "parent_id": partner.id})
        lain = [
            self.buat(pengaduan={"perihal": "BUKANSAYA"})[0],
            self.buat(pelapor={"partner_id": anak.id}, pengaduan={"perihal": "BUKANSAYA"})[0],
            self.buat("rahasia", pelapor={"partner_id": partner.id}, pengaduan={"perihal": "BUKANSAYA"})[0],
        ]
        daftar = self.url_open("/my/pengaduan")
        self.assertIn("MILIKSAYA", daftar.text)
        self.assertNotIn("BUKANSAYA", daftar.text)
        self.assertIn("MILIKSAYA", self.url_open(f"/my/pengaduan/{milik.pelapor_ids.id}").text)
        for pengaduan in lain:
            jawaban = self.url_open(f"/my/pengaduan/{pengaduan.pelapor_ids.id}")
            self.assertEqual(jawaban.status_code, 404)
            self.assertNotIn("BUKANSAYA", jawaban.text)
        hitung = self.make_jsonrpc_request("/my/counters", {"counters": ["pengaduan_count"]})
        self.assertEqual(hitung["pengaduan_count"], 1)
        self.assertIn("/my/pengaduan", self.url_open("/my").text)

    def test_portal_needs_a_login(self):
        pengaduan, _kode = self.buat()
        for url in ("/my/pengaduan", f"/my/pengaduan/{pengaduan.pelapor_ids.id}"):
            self.assertIn("/web/login", self.url_open(url).url)
