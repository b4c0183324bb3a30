"""A voice note is known by its content and holds nothing but the sound; an officer writes it down under his name."""

from odoo.addons.dpmd_pengaduan.models.dasar.kiriman import bersihkan_kiriman
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged

from . import suara
from .common import KantorCase
from .publik import gambar
from .test_berkas_kiriman import RAHASIA
from .test_publik_lacak_pesan import LanjutCase

NAMA = RAHASIA.encode()


@tagged("standard", "post_install", "-at_install")
class TestSuara(TransactionCase):
    def test_only_the_sound_is_left_in_it(self):
        besar = suara.unsur("1254C367", NAMA * 40)  # tags
        for mimetype, polos, isi in (
            ("audio/ogg", suara.ogg(), suara.ogg(b"ARTIST=" + NAMA)),
            ("audio/webm", suara.webm(), suara.webm(suara.unsur("7BA9", NAMA), suara.unsur("4461", NAMA), besar)),
            (
                "audio/mp4",
                suara.mp4(),
                suara.mp4(suara.kotak(b"udta", suara.kotak(b"\xa9nam", NAMA)), suara.kotak(b"meta", NAMA)),
            ),
        ):
            with self.subTest(mimetype):
                self.assertIn(NAMA, isi)
                hasil, jenis, _akhiran = bersihkan_kiriman(self.env, isi, 10)
                self.assertEqual(jenis, mimetype)
                self.assertNotIn(NAMA, hasil)
                self.assertIn(b"suara", hasil)
                self.assertEqual(bersihkan_kiriman(self.env, hasil, 10)[0], hasil, "clean stays clean")
                for sisa in (b"mik", b"Mozilla", b"Core Media"):
                    self.assertNotIn(sisa, bersihkan_kiriman(self.env, polos, 10)[0])

    def test_videos_and_broken_files_are_no_voice_notes(self):
        for isi in (
            suara.webm(jenis=1),
            suara.mp4(tangani=b"vide"),
            suara.kotak(b"ftyp", b"heic") + suara.kotak(b"meta", bytes(40)),
            suara.ogg()[:-3],
            suara.ogg() + NAMA,
            suara.ogg().replace(b"OpusHead", b"\x01vorbis "),
            suara.halaman_ogg(0, b"OpusHead") + suara.halaman_ogg(1, b"OpusTags", nomor=8),
            suara.webm()[:-4],
            suara.webm() + b"<html>",
            suara.mp4()[:-4],
            b"\x1aE\xdf\xa3",
            b"OggS",
            b"\0\0\0\x18ftyp",
        ):
            with self.subTest(isi[:30]), self.assertRaisesRegex(UserError, "not a photo"):
                bersihkan_kiriman(self.env, isi, 10)

    def test_a_minute_is_enough(self):
        for buat in (suara.ogg, suara.webm, suara.mp4):
            self.assertTrue(bersihkan_kiriman(self.env, buat(detik=60), 10))
            with self.subTest(buat.__name__), self.assertRaisesRegex(UserError, "a minute"):
                bersihkan_kiriman(self.env, buat(detik=90), 10)
        with self.assertRaisesRegex(UserError, "a minute"):
            bersihkan_kiriman(self.env, suara.mp4() + suara.kotak(b"mdat", bytes(2_000_000)), 10)


@tagged("standard", "post_install", "-at_install")
class TestTranskripsi(KantorCase):
    def bersuara(self, identitas="terbuka"):
        """Return a case with a message that is a voice note, and that message."""
        pengaduan = self.jalan(self.buat(identitas=identitas)[0], 9)
        pelapor = pengaduan.pelapor_ids
        self.assertFalse(pelapor._tambah_kiriman("berkas_pesan", [("rekaman.weba", suara.webm())]))
        return pengaduan, pelapor.pesan_ids

    def test_it_stays_with_the_name_of_who_wrote_it(self):
        _pengaduan, pesan = self.bersuara()
        wizard = self.sebagai("psm_a", self.env["dpmd.pesan.wizard"])
        wizard.create({"suara_id": pesan.id, "res_id": 1, "isi": "Uangnya dipotong."}).action_kirim()
        tulisan = pesan.pelapor_id.pesan_ids - pesan
        self.assertRecordValues(
            tulisan,
            [{"jenis": "transkripsi", "arah": "keluar", "asal_id": pesan.id, "user_id": self.orang["psm_a"].id}],
        )
        self.assertTrue(tulisan.sebutan)
        for tolak in (lambda: tulisan.write({"isi": "lain"}), tulisan.unlink):
            with self.assertRaises(UserError):
                tolak()
        for isi in ("", None, "x" * 2001):
            with self.assertRaises(UserError):
                self.sebagai("psm_a", pesan).action_transkripsi(isi)
        with self.assertRaisesRegex(UserError, "No voice note"):
            self.sebagai("psm_a", tulisan).action_transkripsi("Apa saja")

    def test_only_who_may_hear_it_and_works_on_the_case(self):
        pengaduan, pesan = self.bersuara("rahasia")
        suaranya = pesan.berkas_ids
        self.sebagai("kadis", pengaduan).action_buka_identitas("Menilai")
        self.sebagai("kadis", pesan).action_transkripsi("Uangnya dipotong.")
        self.assertEqual(len(self.sebagai("kadis", suaranya).raw), len(suaranya.raw))
        for login in (
            "psm_a",
            "pengadmin",
            "sekretaris",
            "kabid_a",
            "pengawas",
            "kadis_lain",
            "administrator",
            "portal",
        ):
            with self.subTest(login):
                with self.assertRaises(AccessError):
                    self.sebagai(login, pesan).action_transkripsi("Saya dengar")
                with self.assertRaises(AccessError):
                    self.sebagai(login, suaranya).read(["raw"])
        terbuka = self.bersuara()[1]
        with self.assertRaises(AccessError):
            self.sebagai("pengawas", terbuka).action_transkripsi("Saya dengar")


@tagged("standard", "post_install", "-at_install")
class TestTranskripsiPublik(LanjutCase):
    def test_the_pelapor_reads_what_was_written_down(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        self.aksi(kode, "pesan", files=[("berkas_pesan", ("rekaman.ogg", suara.ogg(), "audio/ogg"))])
        pesan = pengaduan.pelapor_ids.pesan_ids
        self.assertEqual(pesan.berkas_ids.mapped("mimetype"), ["audio/ogg"])
        self.sebagai("psm_a", pesan).action_transkripsi("Uangnya dipotong.")
        kata = self.kata(self.lacak(kode))
        self.assertIn("rekaman.ogg", kata)
        self.assertIn("Transcript (", kata)
        self.assertIn("Uangnya dipotong.", kata)
        self.assertIn("There is a new message from us", kata)

    def test_one_with_the_form_is_heard_and_written_down_too(self):
        jawaban = self.kirim(self.isian(), berkas=[("rekaman.ogg", suara.ogg()), ("foto.jpg", gambar())])
        pelapor = self.pelapor_baru(jawaban)
        self.assertEqual(pelapor.berkas_ids.mapped("name"), ["foto.jpg"])
        self.assertEqual(pelapor.pesan_ids.berkas_ids.mapped("name"), ["rekaman.ogg"])
        self.assertEqual((pelapor.pesan_ids.create_uid | pelapor.pesan_ids.berkas_ids.create_uid).id, 1)
        self.sebagai("pengadmin", pelapor.pesan_ids).action_transkripsi("Uangnya dipotong.")
        self.assertEqual(len(pelapor.pesan_ids), 2)
