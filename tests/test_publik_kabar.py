"""The tracking page: four stages, what is asked of the pelapor, own words, and what a receipt number opens."""

from datetime import datetime, timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.perkara.pengaduan_tutup import KEPUTUSAN
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .publik import gambar
from .test_publik_lacak_pesan import PESAN, TANDA, LanjutCase


class KabarCase(LanjutCase):
    def perlu(self, kode):
        """Return what the page names as to be done, as ``[(words, anchor)]``."""
        tautan = self.halaman(self.lacak(kode)).xpath("//ul[@class='perlu']/li/a")
        return [(a.text_content(), a.get("href")) for a in tautan]

    def akun(self, **lain):
        """Return a complaint of the portal user, logged in, and its receipt number."""
        pengaduan, kode = self.buat(pelapor={"partner_id": self.orang["portal"].partner_id.id, **lain})
        self.masuk_portal(pengaduan)
        return pengaduan, kode


@tagged("standard", "post_install", "-at_install")
class TestKabarTahap(KabarCase):
    """Where it stands, in four stages; the 17 steps are below, folded."""

    def tahap(self, kode):
        """Return the stages of the page, as ``[(state, name)]``."""
        baris = self.halaman(self.lacak(kode)).xpath("//ol[@class='tahap']/li")
        return [(li.get("class"), li.xpath("normalize-space(strong)").strip("✓ ")) for li in baris]

    def test_the_stage_of_each_step(self):
        pengaduan, kode = self.buat()
        nama = ["Received", "Studied", "Discussed", "Replied"]
        for langkah, urutan in ((2, 0), (4, 1), (8, 1), (9, 2), (11, 2), (12, 3), (17, 3), (18, 4)):
            self.jalan(pengaduan, langkah)
            harap = ["sudah"] * urutan + ["kini"] * (urutan < 4) + ["nanti"] * (3 - urutan)
            with self.subTest(langkah):
                self.assertEqual(self.tahap(kode), list(zip(harap, nama, strict=True)))
        halaman = self.halaman(self.lacak(kode))
        self.assertEqual(len(halaman.xpath("//details[not(@open)]/ol[@class='langkah']/li")), 17)

    def test_a_meeting_that_was_left_out_and_an_early_close(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Jelas dari berkas")
        self.sebagai("kabid_a", pengaduan).action_setujui_tanpa_rapat("Setuju")
        self.assertEqual(self.tahap(kode)[2:], [("tidak", "Discussed"), ("kini", "Replied")])
        self.sebagai("kadis", pengaduan).action_tutup("bukan_pengaduan", "PPID")
        self.assertEqual(self.tahap(kode)[-1], ("sudah", "Closed early"))

    def test_usually_comes_from_five_cases_and_promises_nothing(self):
        bulan = fields.Date.today().replace(day=1) - timedelta(days=1)
        _pengaduan, kode = self.buat()
        for hari in range(1, 6):
            self.assertNotIn("usually", self.lacak(kode).text, "too few")
            lama, _kode = self.buat(waktu=datetime(bulan.year, bulan.month, hari, 3))
            self.jalan(lama, 5)
            angka = self.env["dpmd.angka"]._hitung(self.company)
        median = round((fields.Datetime.now() - datetime(bulan.year, bulan.month, 3, 3)) / timedelta(days=1), 1)
        self.assertEqual(
            dict(angka.isi["tahap"]), {"diterima": median, "ditelaah": None, "rapat": None, "dijawab": None}
        )
        self.assertIn(f"usually {round(median)} days", self.lacak(kode).text)

    def test_a_stage_lasts_from_its_beginning_to_its_end_and_once(self):
        bulan = fields.Date.today().replace(day=1) - timedelta(days=1)
        for _ke in range(5):
            pengaduan, _kode = self.buat(waktu=datetime(bulan.year, bulan.month, 5, 3))
            self.jalan(pengaduan, 18)
            with freeze_time(fields.Datetime.now() + timedelta(days=10)):  # the second round counts for nothing
                pengaduan.pelapor_ids._ajukan_keberatan("Belum")
                self.jalan(pengaduan, 7)
                self.sebagai("kabid_a", pengaduan).action_disposisi_pelaksana(
                    {"kepada_user_id": self.orang["psm_a2"].id}
                )
                self.psm = "psm_a2"
                self.jalan(pengaduan, 9)
                self.psm = "psm_a"
        tahap = dict(self.env["dpmd.angka"]._hitung(self.company).isi["tahap"])
        self.assertEqual([tahap[satu] for satu in ("ditelaah", "dijawab")], [0, 0])
        self.assertGreater(tahap["diterima"], 0)


@tagged("standard", "post_install", "-at_install")
class TestKabarPerlu(KabarCase):
    """What the pelapor has to do is named first, and never beside "nothing"."""

    def test_a_question_of_the_office_is_the_thing_to_do(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 8)
        self.assertFalse(self.perlu(kode))
        self.assertIn("Nothing now", self.lacak(kode).text)
        self.sebagai("pengadmin", pengaduan).action_tulis_pelapor("Bulan apa?", minta_jawab=True)
        for _kali in range(2):  # shown is not answered
            self.assertEqual(self.perlu(kode), [("Answer our question", "#f-isi_pesan")])
            self.assertNotIn("Nothing now", self.lacak(kode).text)
        self.aksi(kode, "pesan", isi_pesan="Maret")
        self.assertFalse(self.perlu(kode))
        self.sebagai("pengadmin", pengaduan).action_tulis_pelapor("Terima kasih.")
        halaman = self.lacak(kode).text
        self.assertIn("There is a new message from us", halaman)
        self.assertNotIn("Nothing now", halaman)
        self.assertIn("Nothing now", self.lacak(kode).text, "read, and it asked nothing")

    def test_the_office_marks_a_question_in_its_dialog(self):
        pengaduan, kode = self.buat("anonim")
        wizard = self.env["dpmd.pesan.wizard"].with_user(self.orang["pengadmin"])
        wizard.with_context(active_id=pengaduan.id).create({"isi": "Di desa mana?", "minta_jawab": True}).action_kirim()
        self.assertEqual(self.perlu(kode), [("Answer our question", "#f-isi_pesan")])

    def test_a_form_that_waits_comes_after_the_question(self):
        pengaduan, kode = self.buat(lengkap=False)
        self.sebagai("pengadmin", pengaduan).action_daftarkan()
        self.sebagai("pengadmin", pengaduan).action_beri_formulir()
        self.sebagai("pengadmin", pengaduan).action_tulis_pelapor("Bulan apa?", minta_jawab=True)
        self.assertEqual([tautan for _kata, tautan in self.perlu(kode)], ["#f-isi_pesan", "#f-formulir"])


@tagged("standard", "post_install", "-at_install")
class TestKabarNomor(KabarCase):
    """What the receipt number opens (docs/security.md): of a secret complaint nothing of who that is."""

    SIAPA = {"nama": "Siti Marlina", "alamat": "Jl. Poros Desa Uji RT 03", "telepon": "081234567890"}
    ISI = f"{TANDA} tetangga saya kepala desa"

    def kasus(self, identitas, **pelapor):
        tentang = {} if identitas == "anonim" else self.SIAPA
        pengaduan, kode = self.buat(identitas, pelapor={**tentang, "isi_asli": self.ISI, **pelapor})
        self.aksi(kode, "berkas", files=[("berkas", ("kuitansi_siti.jpg", gambar(), "image/jpeg"))])
        return pengaduan, kode

    def test_own_words_and_files_are_there_folded(self):
        for identitas, nama in (("terbuka", "kuitansi_siti.jpg"), ("anonim", "lampiran-1.jpg")):
            with self.subTest(identitas):
                pengaduan, kode = self.kasus(identitas)
                halaman = self.halaman(self.lacak(kode))
                self.assertIn(self.ISI, halaman.xpath("string(//details[not(@open)]//dd)"))
                berkas = halaman.xpath("//details[not(@open)]/ul/li")
                self.assertRegex(berkas[-1].text_content(), rf"{nama} \(\d+ kB\)")
                self.assertNotIn(self.SIAPA["telepon"], halaman.text_content())
                # A letter that we sent along is none of the pelapor's.
                self.jalan(pengaduan, 18)
                self.assertEqual(len(self.halaman(self.lacak(kode)).xpath("//details/ul[li]/li[contains(., 'kB')]")), 1)

    def test_a_secret_complaint_shows_nothing_of_who_it_is_from(self):
        pengaduan, kode = self.kasus("rahasia", ttd_cara="kertas")
        for langkah in (2, 8, 18):
            self.jalan(pengaduan, langkah)
            halaman = self.lacak(kode).text
            for kata in (*self.SIAPA.values(), TANDA, "kuitansi", "lampiran-1"):
                with self.subTest(langkah, kata=kata):
                    self.assertNotIn(kata, halaman)
        self.assertIn("BLT akan dibayar bulan depan.", halaman)

    def test_the_form_is_no_paper_of_the_number_but_of_the_account(self):
        for identitas in ("terbuka", "rahasia", "anonim"):
            pengaduan, kode = self.kasus(identitas)
            self.jalan(pengaduan, 5)
            formulir = pengaduan.pelapor_ids.dokumen_ids.filtered(lambda satu: satu.jenis == "formulir")
            with self.subTest(identitas):
                self.assertTrue(formulir.dibekukan)
                self.assertNotIn("Formulir Pengaduan", self.kata(self.lacak(kode)))
                jawaban = self.lacak(kode, "/pengaduan/lacak/surat", surat_id=str(formulir.id))
                self.assertEqual(jawaban.status_code, 404)
        pengaduan, _kode = self.akun()
        self.jalan(pengaduan, 5)
        formulir = pengaduan.pelapor_ids.dokumen_ids.filtered(lambda satu: satu.jenis == "formulir")
        jawaban = self.aksi_portal(self.milik, "surat", surat_id=str(formulir.id))
        self.assertEqual((jawaban.status_code, jawaban.headers["Content-Type"]), (200, "application/pdf"))

    def test_the_form_to_be_signed_is_blank_where_secret_and_without_the_phone(self):
        for identitas in ("terbuka", "rahasia"):
            pengaduan, kode = self.kasus(identitas, ttd_cara=False)
            self.sebagai("pengadmin", pengaduan).action_daftarkan()
            if pengaduan.state == "terdaftar":
                self.sebagai("pengadmin", pengaduan).action_beri_formulir()
            cetak = self.lacak(kode, "/pengaduan/lacak/surat", surat_id="formulir_isian")
            with self.subTest(identitas):
                self.assertEqual(cetak.status_code, 200)
                self.assertIn(pengaduan.name, cetak.text)
                self.assertNotIn(self.SIAPA["telepon"], cetak.text)
                self.assertNotIn("siti@example.com", cetak.text)
                for kata in (self.SIAPA["nama"], self.SIAPA["alamat"], TANDA):
                    self.assertEqual(kata in cetak.text, identitas == "terbuka", kata)

    def test_the_page_and_the_receipt_say_what_the_number_opens(self):
        for identitas, kata, kertas in (
            ("terbuka", "our letters with your name and address", "membaca isinya"),
            ("rahasia", "only after we have made sure that it was you", "tidak diperlihatkannya"),
            ("anonim", "counts as you", "membaca isinya"),
        ):
            _pengaduan, kode = self.kasus(identitas)
            with self.subTest(identitas):
                self.assertIn(kata, self.kata(self.lacak(kode)))
                self.assertIn(kertas, self.lacak(kode, "/pengaduan/lacak/surat", surat_id="tanda_terima").text)


@tagged("standard", "post_install", "-at_install")
class TestKabarBatalCabut(KabarCase):
    """A withdrawal can be taken back until it is decided; that of a secret complaint is checked before."""

    def cabut(self, kode):
        return self.aksi(kode, "cabut", alasan_cabut="Takut", yakin="1")

    def test_taken_back_by_number_and_by_account(self):
        for lewat in ("number", "account"):
            pengaduan, kode = self.akun()
            self.jalan(pengaduan, 8)
            self.cabut(kode)
            self.sebagai("psm_a", pengaduan).action_usul_tutup("Bukan wewenang kami")
            self.assertEqual(len(pengaduan._kegiatan(KEPUTUSAN)), 2)
            self.sebagai("pengadmin", pengaduan).action_lihat_pelapor()  # the request is read
            self.assertFalse(pengaduan._kegiatan(PESAN))
            for _kali in range(2):  # sent twice, done once
                jawaban = (
                    self.aksi(kode, "batal_cabut") if lewat == "number" else self.aksi_portal(self.milik, "batal_cabut")
                )
                self.assertEqual(jawaban.status_code, 200)
                self.assertIn("The work goes on", jawaban.text)
            with self.subTest(lewat):
                self.assertFalse(pengaduan.tanggal_cabut)
                self.assertEqual(len(pengaduan._kegiatan(KEPUTUSAN)), 1, "what an official proposed stays")
                self.assertTrue(pengaduan._kegiatan(PESAN), "the office is told")
                baris = pengaduan.kartu_ids.filtered(lambda satu: "takes the withdrawal back" in satu.keluaran)
                self.assertRecordValues(baris, [{"nama": "Pelapor", "user_id": False, "dicatat_oleh_id": False}])
                self.assertTrue(pengaduan._kartu_utuh())
                self.assertIn("I do not want to go on", self.lacak(kode).text, "may ask again")

    def test_decided_first_it_says_so(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 8)
        self.cabut(kode)
        self.sebagai("kadis", pengaduan).action_tutup("dicabut", "Dicabut")
        jawaban = self.aksi(kode, "batal_cabut")
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("has decided already", jawaban.text)
        self.assertEqual(pengaduan.state, "ditutup")

    def test_asking_and_taking_back_has_a_limit(self):
        pengaduan, kode = self.buat()
        status = []
        for _kali in range(7):
            status += [self.cabut(kode).status_code, self.aksi(kode, "batal_cabut").status_code]
        self.assertEqual(status[:10], [200] * 10)
        self.assertIn(422, status[10:])
        self.assertLess(len(pengaduan.kartu_ids), 15)

    def test_of_a_secret_complaint_somebody_makes_sure_first(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 8)
        petugas, kadis = self.sebagai("pengadmin", pengaduan), self.sebagai("kadis", pengaduan)
        with self.assertRaises(UserError):
            petugas.action_pastikan_cabut("Belum ada yang meminta")
        self.assertIn("we make sure that it was you", self.kata(self.cabut(kode)))
        with self.assertRaisesRegex(UserError, "Withdrawal checked"), self.env.cr.savepoint():
            kadis.action_tutup("dicabut", "Dicabut")
        for login in ("kadis", "psm_a", "pengawas", "pengadmin_lain", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, pengaduan).action_pastikan_cabut("Saya rasa benar")
        with self.assertRaises(UserError):
            petugas.action_pastikan_cabut(" ")
        petugas.action_pastikan_cabut("Ditelepon kembali")
        self.aksi(kode, "batal_cabut")
        self.cabut(kode)
        self.assertFalse(pengaduan.cabut_dipastikan, "another request is checked anew")
        petugas.action_pastikan_cabut("Ditelepon kembali")
        kadis.action_tutup("dicabut", "Dicabut atas permintaan pelapor")
        self.assertEqual(pengaduan.state, "ditutup")


@tagged("standard", "post_install", "-at_install")
class TestKabarMenurut(KabarCase):
    """Finished for the office and finished for the pelapor are two facts; silence is neither."""

    def baris(self, pengaduan):
        return pengaduan.kartu_ids.sorted("urutan").filtered(lambda satu: "for the pelapor" in (satu.keluaran or ""))

    def test_said_by_number_and_by_account_and_changed(self):
        for lewat in ("number", "account"):
            pengaduan, kode = self.akun()

            def kirim(nilai, kode=kode, lewat=lewat):
                if lewat == "number":
                    return self.aksi(kode, "menurut", menurut=nilai)
                return self.aksi_portal(self.milik, "menurut", menurut=nilai)

            self.jalan(pengaduan, 17)
            self.assertEqual(kirim("selesai").status_code, 422, "not before the answer")
            self.jalan(pengaduan, 18)
            self.assertFalse(pengaduan.menurut_pelapor, "silence says nothing")
            with self.subTest(lewat):
                for salah in ("", "ya", "selesai belum"):
                    self.assertEqual(kirim(salah).status_code, 422)
                for _kali in range(2):
                    self.assertEqual(kirim("selesai").status_code, 200)
                self.assertEqual(pengaduan.menurut_pelapor, "selesai")
                self.assertFalse(pengaduan._kegiatan(PESAN))
                jawaban = kirim("belum")
                self.assertIn("not finished for me yet", jawaban.text)
                self.assertTrue(self.halaman(jawaban).xpath("//section[@id='keberatan']/details[@open]"))
                self.assertEqual(pengaduan.menurut_pelapor, "belum")
                self.assertTrue(pengaduan._kegiatan(PESAN), "the office is told")
                self.assertEqual(pengaduan.state, "selesai", "for the office it stays finished")
                self.assertEqual(
                    self.baris(pengaduan).mapped("keluaran"),
                    ["Finished for the pelapor", "Not finished for the pelapor"],
                )
                self.assertEqual(self.baris(pengaduan).user_id.ids, [])
                self.assertTrue(pengaduan._kartu_utuh())

    def test_the_first_word_has_no_time_limit_and_the_last_one_stands(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.hari_keberatan = 0  # nothing can be changed any more
        self.assertEqual(self.aksi(kode, "menurut", menurut="belum").status_code, 200)
        self.assertEqual(self.aksi(kode, "menurut", menurut="selesai").status_code, 422)
        self.assertNotIn("Yes, finished for me", self.lacak(kode).text)
        instansi.hari_keberatan = 30
        self.assertEqual(self.aksi(kode, "menurut", menurut="selesai").status_code, 200)

    def test_an_officer_notes_it_for_who_has_no_phone(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 18)
        for login in ("kadis", "psm_a", "pengawas", "pengadmin_lain", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, pengaduan).action_catat_selesai("Katanya begitu")
        petugas = self.sebagai("pengadmin", pengaduan)
        with self.assertRaises(UserError):
            petugas.action_catat_belum("  ")
        petugas.action_catat_belum("Datang ke loket")
        self.assertRecordValues(
            self.baris(pengaduan), [{"alasan": "Datang ke loket", "user_id": self.orang["pengadmin"].id}]
        )
        self.assertIn("not finished for me yet", self.lacak(kode).text)
        petugas.action_catat_selesai("Menelepon")
        self.assertEqual(pengaduan.menurut_pelapor, "selesai")

    def test_nobody_writes_it_past_the_ways(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 18)
        for login in ("pengadmin", "kadis"):
            with self.subTest(login), self.assertRaises(UserError):
                self.sebagai(login, pengaduan).write({"menurut_pelapor": "selesai"})
        with self.assertRaises(UserError):
            pengaduan.write({"menurut_pelapor": "selesai"})

    def test_an_objection_asks_anew(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        self.aksi(kode, "menurut", menurut="belum")
        self.aksi(kode, "keberatan", alasan_keberatan="Belum dibayar", yakin="1")
        self.assertFalse(pengaduan.menurut_pelapor)
        self.assertEqual(len(self.baris(pengaduan)), 1, "what was said stays on the card")

    def test_both_facts_are_counted_and_small_numbers_hidden(self):
        bulan = fields.Date.today().replace(day=1) - timedelta(days=1)
        kasus = []
        for _ke in range(12):
            pengaduan, _kode = self.buat(waktu=datetime(bulan.year, bulan.month, 5, 3))
            pengaduan.sudo()._tulis({"state": "selesai", "langkah": 18, "cara_jawab": "portal"})
            kasus.append(pengaduan)
        for pengaduan, menurut in zip(kasus, ["selesai"] * 6 + ["belum"] * 5, strict=False):
            pengaduan.sudo()._tulis({"menurut_pelapor": menurut})
        Angka = self.env["dpmd.angka"]
        self.assertEqual(Angka._hitung(self.company).isi["menurut"], [["selesai", 6], ["belum", None], ["", None]])
        kasus[-1].sudo()._tulis({"menurut_pelapor": "selesai"})
        self.assertEqual(Angka._hitung(self.company).isi["menurut"], [["selesai", 7], ["belum", 5], ["", 0]])
        halaman = self.kata(self.url_open("/pengaduan/angka"))
        self.assertIn("Not finished for the pelapor 5", halaman)
        self.assertIn("menurut,Finished for the pelapor,7", self.url_open("/pengaduan/angka.csv").text)
        # A hidden count of the answered could be worked out from its parts.
        for pengaduan in kasus[:2]:
            pengaduan.sudo()._tulis({"state": "masuk"})
        isi = Angka._hitung(self.company).isi
        self.assertIsNone(dict(isi["keadaan"])["dijawab"])
        self.assertEqual(isi["menurut"], [["selesai", None], ["belum", None], ["", None]])


@tagged("standard", "post_install", "-at_install")
class TestKabarTawarKeberatan(KabarCase):
    """Who is not content is led to the objection, with the words that are there already."""

    def test_a_low_rating_opens_the_objection_with_its_words(self):
        for nilai, tawar in (("3", False), ("2", True), ("1", True)):
            pengaduan, kode = self.buat()
            self.jalan(pengaduan, 18)
            jawaban = self.aksi(kode, "nilai", nilai=nilai, komentar="Belum dibayar juga")
            halaman = self.halaman(jawaban)
            with self.subTest(nilai):
                self.assertEqual(bool(halaman.xpath("//div[@role='status']//a[@href='#keberatan']")), tawar)
                self.assertEqual(bool(halaman.xpath("//section[@id='keberatan']/details[@open]")), tawar)
                alasan = halaman.xpath("string(//textarea[@name='alasan_keberatan'])")
                self.assertEqual(alasan, "Belum dibayar juga" if tawar else "")
        self.env["dpmd.instansi"]._milik(self.company).hari_keberatan = 0
        self.assertNotIn("You may object", self.lacak(kode).text, "not when it is too late")

    def test_an_early_close_without_an_answer_of_its_own_can_be_objected_to(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 8)
        self.sebagai("kadis", pengaduan).action_tutup("bukan_pengaduan", "Ke PPID")
        self.assertIn("The answer is being prepared", self.lacak(kode).text)
        self.sahkan("kadis", pengaduan)
        self.sebagai("pengadmin", pengaduan).action_informasikan_tutup("portal")
        self.assertFalse(pengaduan.jawaban)
        halaman = self.lacak(kode).text
        self.assertNotIn("The answer is being prepared", halaman)
        self.assertIn("Not a complaint", halaman)
        self.assertIn("Object to the answer", halaman)

    def test_words_typed_since_are_kept_over_the_suggestion(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        self.aksi(kode, "nilai", nilai="1", komentar="Dari penilaian")
        jawaban = self.aksi(kode, "keberatan", alasan_keberatan="Kata saya sendiri")  # without the tick
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("Kata saya sendiri", self.halaman(jawaban).xpath("string(//textarea[@name='alasan_keberatan'])"))
