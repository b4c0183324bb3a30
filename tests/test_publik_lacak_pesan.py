"""Messages both ways and withdrawing, over HTTP: for the receipt number and for the account, and for nobody else."""

from unittest.mock import patch

import psycopg2
from odoo.addons.dpmd_pengaduan.models.pelapor import pelapor_pesan
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .test_publik_lacak import LacakCase

KUERI_HALAMAN = 32  # measured: 30, for the number posted and the page it leads to
TANDA = "Qwxzrahasia"  # nothing else on earth is called so

PESAN = "dpmd_pengaduan.activity_pesan"


class LanjutCase(LacakCase):
    """A pelapor who does something after sending, with the receipt number or in the portal."""

    def aksi(self, kode, aksi, files=None, **data):
        halaman = self.buka("/pengaduan/lacak")
        return self.url_open(
            f"/pengaduan/lacak/{aksi}", data={**self.rahasia_halaman(halaman), "kode": kode, **data}, files=files
        )

    def aksi_portal(self, pelapor, aksi, **data):
        """Post as the logged-in portal user."""
        token = self.rahasia_halaman(self.buka("/my/pengaduan/%s" % self.milik.id))
        return self.url_open(f"/my/pengaduan/{pelapor.id}/{aksi}", data={**token, **data})

    def masuk_portal(self, pengaduan):
        self.milik = pengaduan.pelapor_ids
        self.authenticate("uji_portal", "uji_portal")

    def kata(self, jawaban):
        return " ".join(self.halaman(jawaban).text_content().split())


@tagged("standard", "post_install", "-at_install")
class TestPublikPesan(LanjutCase):
    """The citizen writes on the tracking page, the Pengadministrasi answers without seeing who it is."""

    def test_a_message_reaches_the_desk_without_its_words(self):
        for identitas in ("terbuka", "rahasia", "anonim"):
            with self.subTest(identitas):
                pengaduan, kode = self.buat(identitas)
                jawaban = self.aksi(kode, "pesan", isi_pesan=f"{TANDA} kapan selesai?\nTerima kasih")
                self.assertEqual(jawaban.status_code, 200)
                self.assertIn("Your message has been sent", jawaban.text)
                self.assertIn(f"{TANDA} kapan selesai?", jawaban.text)
                pesan = pengaduan.pelapor_ids.pesan_ids
                self.assertRecordValues(pesan, [{"arah": "masuk", "jenis": "pesan", "user_id": False}])
                self.assertEqual(pesan.isi, f"{TANDA} kapan selesai?\nTerima kasih")
                self.assertEqual(pesan.create_uid.id, 1)
                self.assertTrue(pengaduan.ada_pesan)
                kegiatan = pengaduan._kegiatan(PESAN)
                self.assertEqual(kegiatan.user_id, self.orang["pengadmin"])
                self.assertNotIn(TANDA, str(kegiatan.read()))
                self.assertNotIn(TANDA, str(self.env["mail.message"].search([("model", "=", "dpmd.pengaduan")]).read()))

    def test_the_officer_answers_unseen_and_only_news_is_mailed(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 5)
        petugas = self.sebagai("pengadmin", pengaduan)
        self.assertFalse(petugas.identitas_terbaca, "locked after step 3")
        wizard = self.env["dpmd.pesan.wizard"].with_user(self.orang["pengadmin"])
        wizard = wizard.with_context(active_id=pengaduan.id).create({"isi": f"{TANDA} mohon kirim foto"})
        wizard.action_kirim()
        self.assertNotIn(TANDA, wizard.isi)
        surel = self.env["mail.mail"].sudo().search([("email_to", "=", "siti@example.com")], limit=1)
        self.assertTrue(surel)
        self.assertNotIn(TANDA, f"{surel.subject} {surel.body_html}")
        self.assertIn("dari kantor kami", surel.body_html)
        with self.assertRaises(AccessError):
            petugas.action_lihat_pelapor()
        jawaban = self.lacak(kode)
        self.assertIn("There is a new message from us", jawaban.text)
        self.assertIn(f"{TANDA} mohon kirim foto", jawaban.text)
        self.assertNotIn(self.orang["pengadmin"].name, jawaban.text)
        self.assertNotIn("There is a new message from us", self.lacak(kode).text, "shown once, it is not new any more")

    def test_only_the_pengadministrasi_writes(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        for login in ("kadis", "sekretaris", "kabid_a", "psm_a", "pengawas", "pengadmin_lain", "pegawai_biasa"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, pengaduan).action_tulis_pelapor("Halo")
        for isi in ("", "  ", None, "x" * 2001):
            with self.subTest(isi=isi and len(isi)), self.assertRaises(UserError):
                self.sebagai("pengadmin", pengaduan).action_tulis_pelapor(isi)
        self.assertFalse(pengaduan.pelapor_ids.pesan_ids)
        self.jalan(pengaduan, 18)
        self.sebagai("pengadmin", pengaduan).action_tulis_pelapor("Setelah selesai pun bisa.")
        self.assertEqual(len(pengaduan.pelapor_ids.pesan_ids), 1)

    def test_reading_clears_the_notice_and_needs_a_look_where_secret(self):
        terbuka, kode = self.buat()
        self.aksi(kode, "pesan", isi_pesan="Halo")
        self.sebagai("pengadmin", terbuka).action_lihat_pelapor()
        self.assertFalse(terbuka.ada_pesan or terbuka._kegiatan(PESAN))
        rahasia, kode = self.buat("rahasia")
        self.jalan(rahasia, 5)
        self.aksi(kode, "pesan", isi_pesan=TANDA)
        petugas = self.sebagai("pengadmin", rahasia)
        self.assertFalse(self.sebagai("pengadmin", self.env["dpmd.pesan"]).search([("isi", "=", TANDA)]))
        self.sebagai("kadis", rahasia).action_buka_identitas("Menilai")
        self.assertTrue(rahasia.ada_pesan, "the Kadis read it, the desk did not")
        petugas.action_buka_identitas("Ada pesan dari pelapor")
        self.assertFalse(rahasia.ada_pesan or rahasia._kegiatan(PESAN))
        self.assertTrue(self.sebagai("pengadmin", self.env["dpmd.pesan"]).search([("isi", "=", TANDA)]))
        self.assertIn("Ada pesan dari pelapor", self.lacak(kode).text)

    def test_words_of_a_secret_pelapor_follow_the_identity(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 9)
        self.aksi(kode, "pesan", isi_pesan=TANDA)
        pesan = pengaduan.pelapor_ids.pesan_ids
        staf = ("pengadmin", "kadis", "sekretaris", "kabid_a", "psm_a", "pengawas", "kadis_lain")
        self.env.ref("base.group_allow_export").user_ids |= self.env["res.users"].union(*map(self.orang.get, staf))
        for login in staf:
            saya = self.sebagai(login, pesan)
            with self.subTest(login):
                self.assertFalse(saya.search([]))
                for metode in (lambda s=saya: s.read(["isi"]), lambda s=saya: s.export_data(["isi"])):
                    with self.assertRaises(AccessError):
                        metode()
                self.assertFalse(self.sebagai(login, pengaduan).search([("pelapor_ids.pesan_ids.isi", "=", TANDA)]))
        for login in ("administrator", "pegawai_biasa", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, pesan).search([])

    def test_messages_are_for_ever(self):
        pengaduan, kode = self.buat()
        self.aksi(kode, "pesan", isi_pesan="Halo")
        pesan = pengaduan.pelapor_ids.pesan_ids
        for siapa in (pesan, self.sebagai("pengadmin", pesan)):
            with self.assertRaises(UserError):  # an AccessError is one too
                siapa.write({"isi": "lain"})
            with self.assertRaises(UserError):  # an AccessError is one too
                siapa.unlink()
            with self.assertRaises(UserError):  # an AccessError is one too
                siapa.create(
                    {
                        "pelapor_id": pengaduan.pelapor_ids.id,
                        "company_id": self.company.id,
                        "isi": "x",
                        "arah": "masuk",
                        "waktu": "2026-01-01",
                        "sebutan": "Pelapor",
                    }
                )
        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.Error), self.env.cr.savepoint():
            self.env.cr.execute("UPDATE dpmd_pesan SET isi = 'lain'")

    def test_length_number_and_replay_have_limits(self):
        pengaduan, kode = self.buat()
        for isi in ("", "   ", "x" * 2001):
            jawaban = self.aksi(kode, "pesan", isi_pesan=isi)
            self.assertEqual(jawaban.status_code, 422)
            self.assertTrue(self.halaman(jawaban).xpath("//div[@role='alert']"))
        self.assertEqual(self.halaman(jawaban).xpath("string(//textarea[@name='isi_pesan'])"), "x" * 2001, "kept")
        for _kali in range(2):  # the same form sent twice
            self.assertEqual(self.aksi(kode, "pesan", isi_pesan="Halo").status_code, 200)
        self.assertEqual(len(pengaduan.pelapor_ids.pesan_ids), 1)
        with patch.object(pelapor_pesan, "PESAN_SEHARI", 2):
            self.assertEqual(self.aksi(kode, "pesan", isi_pesan="Kedua").status_code, 200)
            jawaban = self.aksi(kode, "pesan", isi_pesan="Ketiga")
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("tomorrow", jawaban.text)
        self.assertEqual(len(pengaduan.pelapor_ids.pesan_ids), 2)

    def test_hostile_words_stay_words(self):
        _pengaduan, kode = self.buat()
        jahat = '<script>alert(1)</script> {{7*7}} <t t-out="1"/> \x00\u202e \'; DROP TABLE dpmd_pesan; --'
        jawaban = self.aksi(kode, "pesan", isi_pesan=jahat)
        self.assertEqual(jawaban.status_code, 200)
        self.assertFalse(self.halaman(jawaban).xpath("//main//script"))
        self.assertIn("{{7*7}}", self.kata(jawaban))
        self.assertIn("DROP TABLE dpmd_pesan", self.kata(jawaban))

    def test_no_number_no_message_and_get_changes_nothing(self):
        pengaduan, kode = self.buat()
        for salah in ("0000 0000 0000 0000", "", kode[:-1]):
            self.assertIn(self.aksi(salah, "pesan", isi_pesan=TANDA).status_code, (404, 422))
        lain = {"Origin": "https://jahat.example"}
        jawaban = self.url_open("/pengaduan/lacak/pesan", data={"kode": kode, "isi_pesan": TANDA}, headers=lain)
        self.assertEqual(jawaban.status_code, 403)
        for aksi in ("pesan", "cabut", "nilai", "keberatan", "formulir", "dibaca", "apa"):
            with mute_logger("odoo.http"):
                jawaban = self.url_open(f"/pengaduan/lacak/{aksi}?isi_pesan={TANDA}")
            self.assertIn(jawaban.status_code, (404, 405), aksi)
        self.assertFalse(pengaduan.pelapor_ids.pesan_ids)

    def test_the_page_costs_the_same_with_many_messages(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 18)
        biaya = []
        for jumlah in (2, 40):
            for nomor in range(jumlah):
                pengaduan.pelapor_ids._simpan_pesan(f"Pesan {nomor}")
            self.lacak(kode)  # warm, and all shown
            halaman = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
            self.env.flush_all()
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            self.url_open("/pengaduan/lacak", data={**halaman, "kode": kode})
            biaya.append(self.env.cr.sql_log_count - mulai)
        self.assertEqual(biaya[0], biaya[1], "grows with the messages")
        self.assertLessEqual(biaya[1], KUERI_HALAMAN)

    def test_the_portal_can_do_the_same_for_the_own_complaint_only(self):
        partner = self.orang["portal"].partner_id
        pengaduan, _kode = self.buat(pelapor={"partner_id": partner.id})
        lain, kode_lain = self.buat()
        rahasia, _kode = self.buat("rahasia", pelapor={"partner_id": partner.id})
        self.masuk_portal(pengaduan)
        jawaban = self.aksi_portal(self.milik, "pesan", isi_pesan="Dari akun")
        self.assertEqual(jawaban.status_code, 200)
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.mapped("isi"), ["Dari akun"])
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.create_uid.id, 1)
        self.assertNotEqual(pengaduan.write_uid, self.orang["portal"])
        for kasus in (lain, rahasia):
            jawaban = self.aksi_portal(kasus.pelapor_ids, "pesan", isi_pesan=TANDA, kode=kode_lain)
            self.assertEqual(jawaban.status_code, 404)
            self.assertFalse(kasus.pelapor_ids.pesan_ids)
        self.assertEqual(
            self.url_open(f"/my/pengaduan/{self.milik.id}/pesan", data={"isi_pesan": TANDA}).status_code, 400
        )
        self.sebagai("pengadmin", pengaduan).action_tulis_pelapor("Jawaban kami")
        alamat = f"/my/pengaduan/{self.milik.id}"
        for _kali in range(2):
            self.assertIn("There is a new message from us", self.url_open(alamat).text, "GET marks nothing as read")
        self.aksi_portal(self.milik, "dibaca")
        self.assertNotIn("There is a new message from us", self.url_open(alamat).text)

    def test_portal_papers_are_the_own_ones(self):
        partner = self.orang["portal"].partner_id
        pengaduan, _kode = self.buat(pelapor={"partner_id": partner.id})
        lain, _kode = self.buat()
        milik, asing = self.surat(pengaduan.pelapor_ids), self.surat(lain.pelapor_ids)
        self.masuk_portal(pengaduan)
        self.assertIn(b"%PDF", self.aksi_portal(self.milik, "surat", surat_id=str(milik.id)).content)
        self.assertNotIn(b"%PDF", self.aksi_portal(self.milik, "surat", surat_id=str(asing.id)).content)
        self.assertEqual(self.aksi_portal(lain.pelapor_ids, "surat", surat_id=str(asing.id)).status_code, 404)


@tagged("standard", "post_install", "-at_install")
class TestPublikCabut(LanjutCase):
    """The citizen asks to withdraw; the Kadis decides."""

    def test_it_is_asked_on_the_card_and_lands_on_the_desk_of_the_kadis(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 8)
        self.assertIn("I do not want to go on", self.lacak(kode).text)
        jawaban = self.aksi(kode, "cabut", alasan_cabut="Sudah dibayar")
        self.assertEqual(jawaban.status_code, 422, "not without the tick")
        self.assertIn("Sudah dibayar", jawaban.text)
        self.assertFalse(pengaduan.tanggal_cabut)
        jawaban = self.aksi(kode, "cabut", alasan_cabut="Sudah dibayar", yakin="1")
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn("The Kepala Dinas decides", jawaban.text)
        self.assertNotIn("I do not want to go on", jawaban.text, "once only")
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertRecordValues(
            baris,
            [
                {
                    "jenis": "catatan",
                    "nama": "Pelapor",
                    "user_id": False,
                    "dicatat_oleh_id": False,
                    "alasan": "Sudah dibayar",
                }
            ],
        )
        self.assertTrue(pengaduan._kartu_utuh())
        keputusan = pengaduan.activity_ids.filtered(
            lambda a: a.activity_type_id == self.env.ref("dpmd_pengaduan.activity_keputusan")
        )
        self.assertEqual(keputusan.user_id, self.orang["kadis"])
        self.assertEqual((pengaduan.state, pengaduan.langkah), ("telaah", 8), "the work goes on until he decides")
        self.assertEqual(self.aksi(kode, "cabut", alasan_cabut="Lagi", yakin="1").status_code, 422)
        self.sebagai("kadis", pengaduan).action_tutup("dicabut", "Dicabut atas permintaan pelapor")
        self.assertFalse(keputusan.exists().active)
        self.assertIn("Your complaint was closed", self.lacak(kode).text)

    def test_the_words_of_a_secret_pelapor_are_not_on_the_card(self):
        for identitas in ("rahasia", "anonim"):
            with self.subTest(identitas):
                pengaduan, kode = self.buat(identitas)
                self.jalan(pengaduan, 8)
                self.aksi(kode, "cabut", alasan_cabut=f"{TANDA} saya kerabat kades", yakin="1")
                self.assertTrue(pengaduan.tanggal_cabut)
                self.env.flush_all()
                for model in ("dpmd.langkah", "mail.message", "mail.activity", "mail.mail", "dpmd.pengaduan"):
                    isi = str(self.env[model].search([]).read())
                    self.assertNotIn(TANDA, isi, model)
                self.assertIn(TANDA, pengaduan.pelapor_ids.pesan_ids.isi)

    def test_refused_once_signed_or_closed(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 16)
        self.assertNotIn("I do not want to go on", self.lacak(kode).text)
        self.assertEqual(self.aksi(kode, "cabut", alasan_cabut="x", yakin="1").status_code, 422)
        lain, kode = self.buat()
        self.sebagai("kadis", lain).action_tutup("bukan_pengaduan", "PPID")
        self.assertEqual(self.aksi(kode, "cabut", alasan_cabut="x", yakin="1").status_code, 422)
        self.assertFalse((pengaduan | lain).filtered("tanggal_cabut"))
