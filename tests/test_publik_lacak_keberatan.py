"""After the answer, over HTTP: a rating, one objection, and the second round it opens."""

from datetime import timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .test_publik_lacak_pesan import TANDA, LanjutCase


@tagged("standard", "post_install", "-at_install")
class TestPublikNilai(LanjutCase):
    """The pelapor rates once, and the rating names nobody."""

    def test_one_rating_after_the_answer(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 17)
        self.assertEqual(self.aksi(kode, "nilai", nilai="5").status_code, 422, "not before the answer")
        self.jalan(pengaduan, 18)
        self.assertIn("How did we handle it?", self.lacak(kode).text)
        for salah in ("", "0", "6", "-1", "4.5", "x", "55"):
            with self.subTest(salah):
                self.assertEqual(self.aksi(kode, "nilai", nilai=salah).status_code, 422)
        jawaban = self.aksi(kode, "nilai", nilai="2", komentar=f"{TANDA} lama sekali")
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn("You gave 2 of 5", self.kata(jawaban))
        self.assertEqual(self.aksi(kode, "nilai", nilai="5").status_code, 422, "once")
        self.assertEqual(pengaduan.rating_last_value, 2)
        rating = self.env["rating.rating"].search([("res_model", "=", "dpmd.pengaduan"), ("res_id", "=", pengaduan.id)])
        self.assertRecordValues(
            rating,
            [
                {
                    "rating": 2,
                    "partner_id": False,
                    "feedback": False,
                    "access_token": False,
                    "consumed": True,
                    "message_id": False,
                }
            ],
        )
        self.assertEqual((rating.create_uid | rating.write_uid).ids, [1])
        self.assertNotIn(TANDA, str(rating.read()))
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.jenis, "nilai")

    def test_it_is_seen_in_the_statistics_and_cannot_be_forged(self):
        pengaduan, kode = self.buat("rahasia")
        self.jalan(pengaduan, 18)
        lain = self.jalan(self.buat()[0], 18)
        self.aksi(kode, "nilai", nilai="4")
        self.env.flush_all()
        for login in ("kadis", "pengawas"):
            self.env.invalidate_all()
            saya = self.sebagai(login, self.env["dpmd.pengaduan"])
            kelompok = saya.formatted_read_group(
                [("rating_last_value", ">", 0)], ["bidang_id"], ["rating_last_value:avg", "__count"]
            )
            self.assertEqual([(k["rating_last_value:avg"], k["__count"]) for k in kelompok], [(4, 1)])
        Rating = self.sebagai("kadis", self.env["rating.rating"])
        self.assertFalse(Rating.search([("res_model", "=", "dpmd.pengaduan")]))
        palsu = {
            "res_model_id": self.env["ir.model"]._get_id("dpmd.pengaduan"),
            "res_id": lain.id,
            "rating": 5,
            "consumed": True,
        }
        for buat in (
            lambda: Rating.create(palsu),
            lambda: self.sebagai("pengadmin", lain).message_post(body="x", rating_value=5),
            lambda: self.env["rating.rating"].search([("res_id", "=", pengaduan.id)]).write({"rating": 5}),
            lambda: self.env["rating.rating"].search([("res_id", "=", pengaduan.id)]).unlink(),
        ):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                buat()
                self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual((pengaduan.rating_last_value, lain.rating_last_value), (4, 0))


@tagged("standard", "post_install", "-at_install")
class TestPublikKeberatan(LanjutCase):
    """One objection opens the case again, with another pelaksana; what was before stays as it was."""

    def keberatan(self, kode, alasan="Belum dibayar juga", **data):
        return self.aksi(kode, "keberatan", alasan_keberatan=alasan, yakin="1", **data)

    def kertas(self, pengaduan):
        """Return what may never change: papers, card, meetings, report and archive of a case."""
        kolom = {
            "dpmd.dokumen": ["jenis", "name", "state", "sha256", "hash_isi"],
            "dpmd.langkah": ["urutan", "nomor", "jenis", "keluaran", "alasan", "segel"],
            "dpmd.rapat": ["state", "mulai", "notulen_kesimpulan"],
            "dpmd.berita.acara": ["name", "state", "isi"],
            "dpmd.laporan": ["name", "state", "hasil", "hasil_dicapai"],
            "dpmd.arsip": ["lokasi", "tanggal"],
        }
        dokumen = pengaduan.dokumen_ids | pengaduan.pelapor_ids.dokumen_ids
        milik = {"dpmd.dokumen": dokumen}
        return {
            (model, r["id"]): r
            for model, nama in kolom.items()
            for r in milik.get(model, self.env[model].search([("pengaduan_id", "=", pengaduan.id)])).read(nama)
        }

    def test_a_second_round_with_another_pelaksana_and_all_papers_of_the_first(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        lama = self.kertas(pengaduan)
        self.assertIn("Object to the answer", self.lacak(kode).text)
        jawaban = self.keberatan(kode)
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn("The case is open again", self.kata(jawaban))
        self.assertRecordValues(
            pengaduan,
            [
                {
                    "state": "kadis",
                    "langkah": 5,
                    "putaran": 2,
                    "desk_jabatan": "kepala_dinas",
                    "desk_user_id": self.orang["kadis"].id,
                    "pelaksana_id": False,
                    "cara_jawab": False,
                    "hasil": False,
                    "tanggal_selesai": False,
                    "telaah_fakta": False,
                }
            ],
        )
        self.assertEqual(pengaduan.tenggat_id.kode, "putusan")
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertRecordValues(
            baris,
            [
                {
                    "jenis": "keberatan",
                    "nama": "Pelapor",
                    "user_id": False,
                    "dicatat_oleh_id": False,
                    "dari": "selesai",
                    "ke": "kadis",
                    "alasan": "Belum dibayar juga",
                }
            ],
        )
        with self.assertRaises(UserError):
            self.sebagai("kadis", pengaduan).action_kembalikan("Formulir dibuka lagi")

        self.jalan(pengaduan, 7)
        kabid = self.sebagai("kabid_a", pengaduan)
        for isi in (
            {"kepada_user_id": self.orang["psm_a"].id},
            {},
            {"kepada_user_id": self.orang["psm_a2"].id, "tim_ids": self.orang["psm_a"].ids},
        ):
            with self.subTest(isi=isi), self.assertRaises(UserError), self.env.cr.savepoint():
                kabid.action_disposisi_pelaksana(isi)
        self.psm = "psm_a2"
        self.jalan(pengaduan, 9)
        with self.assertRaises(UserError):
            kabid.action_alih_pelaksana(self.orang["psm_a"].id, "Kembali ke yang lama")
        with self.assertRaises(AccessError):
            self.sebagai("psm_a", pengaduan).read(["name"])
        self.jalan(pengaduan, 12)
        self.assertEqual(len(pengaduan._rapat_putaran()), 1)
        self.assertEqual(len(pengaduan.rapat_ids), 2)
        self.jalan(pengaduan, 17)
        self.sebagai("pengadmin", pengaduan).action_informasikan("portal")
        self.assertEqual(pengaduan.state, "selesai")
        self.assertEqual(len(pengaduan.laporan_ids), 2)
        self.assertEqual(len(pengaduan.arsip_ids), 2)
        self.assertTrue(pengaduan._kartu_utuh())
        kini = self.kertas(pengaduan)
        for kunci, isi in lama.items():
            self.assertEqual(kini[kunci], isi, "changed by the second round")
        surat = pengaduan.pelapor_ids.dokumen_ids.filtered(lambda d: d.jenis == "pemberitahuan")
        self.assertEqual(surat.mapped("state"), ["berlaku", "berlaku"])

        halaman = self.lacak(kode).text
        self.assertIn("BLT akan dibayar bulan depan.", halaman)
        self.assertNotIn("Object to the answer", halaman)
        self.assertIn("Ombudsman", halaman)
        self.assertIn("Inspektorat", halaman)
        self.assertEqual(self.keberatan(kode).status_code, 422, "one objection, not two")
        self.assertEqual(pengaduan.putaran, 2)

    def test_no_objection_in_any_other_state(self):
        pengaduan, kode = self.buat()
        for langkah in range(2, 18):
            self.jalan(pengaduan, langkah)
            with self.subTest(langkah):
                self.assertEqual(self.keberatan(kode).status_code, 422)
                self.assertNotIn("Object to the answer", self.lacak(kode).text)
        self.assertEqual((pengaduan.putaran, pengaduan.langkah), (1, 17))
        tutup, kode = self.buat()
        self.sebagai("kadis", tutup).action_tutup("bukan_pengaduan", "PPID")
        self.assertEqual(self.keberatan(kode).status_code, 422, "closed, but not told yet")
        self.assertEqual(tutup.state, "ditutup")

    def test_not_after_its_time_and_not_where_the_office_sets_none(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 18)
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        self.assertEqual(instansi.hari_keberatan, 30)
        with freeze_time(fields.Datetime.now() + timedelta(days=32)):
            self.assertFalse(pengaduan._boleh_keberatan())
        with freeze_time(fields.Datetime.now() + timedelta(days=29)):
            self.assertTrue(pengaduan._boleh_keberatan())
        instansi.hari_keberatan = 0
        self.assertEqual(self.keberatan(kode).status_code, 422)
        instansi.hari_keberatan = 30
        self.assertEqual(self.aksi(kode, "keberatan", alasan_keberatan="x").status_code, 422, "not without the tick")
        self.assertEqual(self.keberatan(kode, alasan="  ").status_code, 422, "not without a reason")
        self.assertEqual(self.keberatan("0" * 16).status_code, 404)
        self.assertEqual(pengaduan.state, "selesai")
        self.assertEqual(self.keberatan(kode).status_code, 200)
        self.assertEqual(self.keberatan(kode).status_code, 422, "sent twice")

    def test_a_case_closed_early_goes_back_to_where_it_broke_off(self):
        for sampai, harap in ((2, ("masuk", 2)), (3, ("terdaftar", 3)), (8, ("kadis", 5))):
            pengaduan, kode = self.buat(lengkap=sampai > 3)
            self.jalan(pengaduan, sampai)
            self.sebagai("kadis", pengaduan).action_tutup("bukan_pengaduan", "Ke PPID")
            self.sahkan("kadis", pengaduan)
            self.sebagai("pengadmin", pengaduan).action_informasikan_tutup("portal")
            with self.subTest(sampai):
                self.assertEqual(self.keberatan(kode).status_code, 200)
                self.assertEqual((pengaduan.state, pengaduan.langkah), harap)
                self.assertFalse(pengaduan.alasan_tutup or pengaduan.catatan_tutup)

    def test_a_joined_case_goes_on_by_itself(self):
        induk = self.jalan(self.buat()[0], 8)
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 7)
        self.sebagai("kabid_a", pengaduan).action_gabung(induk.id, "Hal yang sama")
        self.jalan(induk, 17)
        self.sebagai("pengadmin", pengaduan).action_informasikan("portal")
        self.assertEqual(self.keberatan(kode).status_code, 200)
        self.assertFalse(pengaduan.induk_id)
        self.assertEqual((pengaduan.state, pengaduan.langkah, induk.langkah), ("kadis", 5, 17))
        self.jalan(pengaduan, 7)

    def test_the_words_of_a_secret_pelapor_are_not_on_the_card(self):
        for identitas in ("rahasia", "anonim"):
            pengaduan, kode = self.buat(identitas)
            self.jalan(pengaduan, 17)
            self.sebagai("pengadmin", pengaduan).action_informasikan("portal")
            with self.subTest(identitas):
                self.assertEqual(self.keberatan(kode, alasan=f"{TANDA} saya anaknya").status_code, 200)
                self.env.flush_all()
                for model in ("dpmd.langkah", "mail.message", "mail.activity", "mail.mail", "dpmd.pengaduan"):
                    self.assertNotIn(TANDA, str(self.env[model].search([]).read()), model)
                self.assertTrue(pengaduan.pelapor_ids.terkunci)

    def test_the_portal_objects_to_the_own_answer_only(self):
        partner = self.orang["portal"].partner_id
        pengaduan, _kode = self.buat(pelapor={"partner_id": partner.id})
        lain, _kode = self.buat()
        self.jalan(pengaduan, 18)
        self.jalan(lain, 18)
        self.masuk_portal(pengaduan)
        isi = {"alasan_keberatan": "Belum", "yakin": "1"}
        self.assertEqual(self.aksi_portal(lain.pelapor_ids, "keberatan", **isi).status_code, 404)
        self.assertEqual(self.aksi_portal(self.milik, "nilai", nilai="3").status_code, 200)
        self.assertEqual(self.aksi_portal(self.milik, "keberatan", **isi).status_code, 200)
        self.assertEqual((pengaduan.putaran, lain.putaran), (2, 1))
        self.env.flush_all()
        siapa = pengaduan.write_uid | pengaduan.pelapor_ids.write_uid | pengaduan.kartu_ids.create_uid
        self.assertNotIn(self.orang["portal"], siapa)
        pesan = self.env["mail.message"].search([("model", "=", "dpmd.pengaduan"), ("res_id", "=", pengaduan.id)])
        self.assertNotIn(partner, pesan.author_id, "no note of the case names the citizen")
