"""The card seals the papers and signatures of a case: whoever changes, forges or removes one is found out."""

import hashlib
import json
from unittest.mock import patch

from odoo.addons.dpmd_pengaduan.models.perkara.dpmd_langkah import TERSEGEL
from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import PNG, KantorCase
from .rusak import berkas_tertukar, tulis_paksa

MUTLAK = {"id", "segel", "create_uid", "create_date", "write_uid", "write_date"}


@tagged("standard", "post_install", "-at_install")
class TestSegelKartu(KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kasus = cls().jalan(cls.buat()[0], 18)
        cls.env.flush_all()
        cls.naskah = cls.kasus.dokumen_ids | cls.kasus.pelapor_ids.dokumen_ids

    def naskah_jenis(self, jenis):
        return self.naskah.filtered(lambda dokumen: dokumen.jenis == jenis)

    def rusak(self, kata, sql, *nilai):
        """Change something behind the triggers; the card is not whole and says where. All is taken back."""
        with self.subTest(sql=sql), self.env.cr.savepoint() as titik_balik:
            tulis_paksa(self.env, sql, *nilai)
            cacat = self.kasus._cacat()
            self.assertIn(kata, "; ".join(cacat))
            self.assertFalse(self.kasus._kartu_utuh())
            titik_balik.rollback()
        self.env.invalidate_all()

    def test_a_finished_case_is_whole_and_seals_all_its_papers(self):
        self.assertEqual(self.kasus._cacat(), [])
        tersegel = self.kasus.kartu_ids.sorted("urutan")._tersegel()
        self.assertEqual(set(tersegel["dokumen"]), set(map(str, self.naskah.filtered("dibekukan").ids)))
        self.assertEqual(set(tersegel["pengesahan"]), set(map(str, self.naskah.pengesahan_ids.ids)))
        self.assertGreater(len(tersegel["dokumen"]), 6)
        self.assertGreater(len(tersegel["pengesahan"]), 4)

    def test_each_line_seals_what_came_with_its_step(self):
        segel = {
            baris.nomor: json.loads(baris.isi_segel)
            for baris in self.kasus.kartu_ids.sorted("urutan")
            if baris.isi_segel
        }
        for nomor, jenis in (
            (3, "formulir"),
            (8, "telaahan_staf"),
            (9, "undangan"),
            (15, "laporan"),
            (15, "pemberitahuan"),
        ):
            with self.subTest(nomor):
                self.assertIn(str(self.naskah_jenis(jenis).id), segel[nomor]["dokumen"])
        laporan, jawaban = (
            self.naskah_jenis(jenis).pengesahan_ids.sorted("id") for jenis in ("laporan", "pemberitahuan")
        )
        for nomor, sah, sah_jawaban in zip((12, 13, 14, 15), laporan, jawaban, strict=True):
            self.assertEqual(set(segel[nomor]["pengesahan"]), {str(sah.id), str(sah_jawaban.id)})

    def test_every_column_of_a_line_is_sealed(self):
        kolom = {name for name, field in self.env["dpmd.langkah"]._fields.items() if field.store and field.column_type}
        self.assertEqual(set(TERSEGEL), kolom - MUTLAK)
        baris = self.kasus.kartu_ids.sorted("urutan")[4]
        for ubah in (
            "lama_jam = lama_jam + 1e-9",
            "target_jam = target_jam + 1",
            "sop_langkah_id = (SELECT max(id) FROM dpmd_sop_langkah)",
            "company_id = (SELECT min(id) FROM res_company)",
            "isi_segel = '{}'",
            "isi_segel = 'not even JSON'",
        ):
            self.rusak(f"line {baris.urutan} ", f"UPDATE dpmd_langkah SET {ubah} WHERE id = %s", baris.id)

    def test_hours_survive_the_database_to_the_last_digit(self):
        baris = self.kasus.kartu_ids.sorted("urutan")[-1]
        for jam in (0.1, 1 / 3, 123456.789012345, 5e-324, 1e15 / 7):
            with self.subTest(jam), self.env.cr.savepoint() as titik_balik:
                tulis_paksa(self.env, "UPDATE dpmd_langkah SET lama_jam = %s WHERE id = %s", jam, baris.id)
                self.assertEqual(baris.read(["lama_jam"])[0]["lama_jam"], jam)
                titik_balik.rollback()
            self.env.invalidate_all()

    def test_a_changed_paper_is_noticed(self):
        laporan = self.naskah_jenis("laporan")
        for ubah in (
            "name = '1/PALSU'",
            "nomor = nomor + 1",
            "tanggal = tanggal - 1",
            "sha256 = repeat('0', 64)",
            "token = 'lain'",
            "dibekukan = dibekukan - interval '1 day'",
            "hash_isi = repeat('0', 64)",
            "naskah_luar = true",
            "jenis = 'lainnya'",
            "state = 'batal'",
        ):
            self.rusak(
                "Laporan Hasil Rapat" if "jenis" not in ubah else "not as it was sealed",
                f"UPDATE dpmd_dokumen SET {ubah} WHERE id = %s",
                laporan.id,
            )
        self.rusak("is gone", "UPDATE dpmd_dokumen SET dibekukan = NULL WHERE id = %s", laporan.id)
        self.rusak(
            "not as it was sealed",
            "UPDATE dpmd_dokumen SET state = 'batal' WHERE id = %s",
            self.naskah_jenis("formulir").id,
        )

    def test_a_changed_file_is_noticed(self):
        with (
            berkas_tertukar(self.naskah_jenis("pemberitahuan")),
            patch.object(self.registry["dpmd.dokumen"], "_laporkan") as laporan,
        ):
            self.assertIn("Surat Pemberitahuan", "; ".join(self.kasus._cacat()))
        laporan.assert_called_once()
        self.assertEqual(self.kasus._cacat(), [])

    def test_a_changed_paraf_or_signature_is_noticed(self):
        ba = self.naskah_jenis("berita_acara").pengesahan_ids.filtered("gambar")
        for ubah in (
            "gambar = decode('00', 'hex')",
            "gambar = NULL",
            "nama = 'Orang lain'",
            "sebutan = 'Bupati'",
            "waktu = waktu - interval '1 day'",
            "jenis = 'menolak'",
            "cara = 'kertas'",
            "hash_isi = 'x'",
            "user_id = 2",
            "create_uid = 2",
        ):
            self.rusak("Berita Acara", f"UPDATE dpmd_pengesahan SET {ubah} WHERE id = %s", ba[0].id)
        self.rusak("is gone", "DELETE FROM dpmd_pengesahan WHERE id = %s", ba[0].id)

    def test_a_forged_signature_is_noticed(self):
        self.rusak(
            "sealed by no line",
            """INSERT INTO dpmd_pengesahan
                   (dokumen_id, pengaduan_id, company_id, jenis, nama, sebutan, waktu, cara, hash_isi)
               SELECT dokumen_id, pengaduan_id, company_id, 'tanda_tangan', 'Bupati', 'Bupati', waktu, 'layar', hash_isi
                 FROM dpmd_pengesahan WHERE id = %s""",
            self.naskah_jenis("laporan").pengesahan_ids[0].id,
        )

    def test_a_forged_paper_is_noticed(self):
        for kolom in ("pengaduan_id", "pelapor_id"):
            asal = self.naskah.filtered(kolom)[0]
            self.rusak(
                "sealed by no line",
                """INSERT INTO dpmd_dokumen
                       (jenis, name, company_id, pengaduan_id, pelapor_id, putaran, res_model, res_id, state, sha256,
                        dibekukan)
                   SELECT jenis, 'PALSU', company_id, pengaduan_id, pelapor_id, putaran, res_model, res_id, 'berlaku',
                          %s, dibekukan
                     FROM dpmd_dokumen WHERE id = %s""",
                hashlib.sha256(b"").hexdigest(),
                asal.id,
            )

    def test_what_a_paper_becomes_is_sealed_with_its_reason(self):
        pengaduan = self.jalan(self.buat()[0], 10)
        undangan = pengaduan.dokumen_ids.filtered(lambda dokumen: dokumen.jenis == "undangan")
        self.sebagai("psm_a", pengaduan.rapat_ids).action_batal("Kepala Desa berhalangan")
        self.assertEqual(undangan.state, "batal")
        self.assertEqual(pengaduan._cacat(), [])
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertTrue(json.loads(baris.isi_segel)["dokumen"][str(undangan.id)].startswith("batal "))
        with self.env.cr.savepoint() as titik_balik:
            tulis_paksa(self.env, "UPDATE dpmd_dokumen SET state = 'berlaku' WHERE id = %s", undangan.id)
            self.assertFalse(pengaduan._kartu_utuh(), "a void paper was brought back")
            titik_balik.rollback()

    def test_signatures_on_an_open_paper_wait_for_the_next_line(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        berita = self.buat_berita_acara(pengaduan)
        berita.peserta_ids[0].action_tanda_tangan_ba(PNG)
        self.assertTrue(pengaduan._kartu_utuh())
        berita.peserta_ids[1].action_tanda_tangan_ba(PNG)
        self.sebagai("psm_a", pengaduan).action_berita_acara_selesai()
        self.assertTrue(pengaduan._kartu_utuh())
        tersegel = pengaduan.kartu_ids.sorted("urutan")._tersegel()
        self.assertLessEqual(set(map(str, berita.dokumen_id.pengesahan_ids.ids)), set(tersegel["pengesahan"]))

    def test_every_way_beside_the_path_leaves_the_card_whole(self):
        keberatan = self.jalan(self.buat()[0], 18)
        keberatan._tempuh("keberatan", alasan="Belum dibayar")
        self.psm = "psm_a2"
        self.jalan(keberatan, 18)
        ditutup = self.jalan(self.buat()[0], 10)
        self.sebagai("kadis", ditutup).action_tutup("dicabut", "Dicabut pelapor")
        self.sahkan("kadis", ditutup)
        self.sebagai("pengadmin", ditutup).action_informasikan_tutup("surel")
        self.psm = "psm_a"
        kembali = self.jalan(self.buat()[0], 14)
        self.sebagai("sekretaris", kembali).action_kembalikan("Perbaiki simpulan")
        rahasia = self.jalan(self.buat("rahasia")[0], 5)
        self.sebagai("kadis", rahasia).action_kembalikan("Formulir belum jelas")
        self.jalan(rahasia, 6)
        for pengaduan in (keberatan, ditutup, kembali, rahasia):
            self.assertEqual(pengaduan._cacat(), [])

    # The button -------------------------------------------------------------------------------------

    def test_inspector_and_kadis_check_with_one_press(self):
        for login in ("pengawas", "kadis"):
            saya = self.sebagai(login, self.kasus)
            with self.subTest(login):
                self.assertIn("periksa_utuh", saya.aksi_boleh)
                self.assertEqual(saya.action_periksa_utuh()["params"]["type"], "success")
                with self.env.cr.savepoint() as titik_balik:
                    tulis_paksa(
                        self.env, "UPDATE dpmd_dokumen SET nomor = 99 WHERE id = %s", self.naskah_jenis("laporan").id
                    )
                    hasil = saya.action_periksa_utuh()["params"]
                    titik_balik.rollback()
                self.env.invalidate_all()
                self.assertEqual(hasil["type"], "danger")
                self.assertIn(self.naskah_jenis("laporan").display_name, hasil["message"])
                self.assertNotIn("Siti", hasil["message"])
        for login in ("pengadmin", "sekretaris", "psm_a", "kadis_lain"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.sebagai(login, self.kasus).action_periksa_utuh()
