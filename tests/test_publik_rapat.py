from datetime import timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from .publik import PublikCase, tanda_tangan


@tagged("standard", "post_install", "-at_install")
class TestPublikRapat(PublikCase):
    """An officer hands his tablet round: each signs the daftar hadir, later the berita acara, and nothing else."""

    def setUp(self):
        super().setUp()
        self.pengaduan, _kode = self.buat()
        self.pengaduan.sudo()._tulis(
            {
                "state": "rapat",
                "langkah": 10,
                "bidang_id": self.bidang_a.id,
                "pelaksana_id": self.orang["psm_a"].id,
                "desk_jabatan": "sub_koor_psm",
            }
        )
        self.rapat = self.buat_rapat(self.pengaduan).sudo()
        self.rapat._tulis({"state": "diundang"})
        self.kabid, self.kades = self.rapat.peserta_ids
        self.url = f"/rapat/{self.rapat.token}"
        self.authenticate("uji_psm_a", "uji_psm_a")

    def tanda(self, peserta, **data):
        halaman = self.buka(f"{self.url}?peserta={peserta.id}")
        return self.url_open(
            self.url, data={**self.rahasia_halaman(halaman), "peserta": str(peserta.id), "ttd": tanda_tangan(), **data}
        )

    def test_invitees_sign_their_attendance(self):
        self.assertEqual(self.tanda(self.kades).status_code, 200)
        self.assertRecordValues(self.kades, [{"kehadiran": "hadir", "ttd_cara": "layar"}])
        self.assertTrue(self.kades.ttd)
        self.tanda(self.kabid, wakil_nama="Rusdi Hartono", wakil_jabatan="Analis")
        self.assertRecordValues(
            self.kabid, [{"kehadiran": "diwakili", "wakil_nama": "Rusdi Hartono", "wakil_jabatan": "Analis"}]
        )
        self.assertEqual((self.kades | self.kabid).ttd_petugas_id, self.orang["psm_a"])
        self.assertTrue(self.kades.ttd_pada)
        self.assertIn(f"Analis DPMD, in place of {self.kabid.nama}", self.teks(self.url_open(self.url)))

    def teks(self, jawaban):
        return " ".join(self.halaman(jawaban).text_content().split())

    def kosong(self):
        """Nobody signed anything."""
        self.env.invalidate_all()
        self.assertEqual(set(self.rapat.peserta_ids.mapped("kehadiran")), {"belum"})
        self.assertFalse(any(self.rapat.peserta_ids.mapped("ttd")))

    # Who holds the tablet ---------------------------------------------------------------------------

    def kirim_ttd(self, csrf, **data):
        isi = {**csrf, "peserta": str(self.kades.id), "ttd": tanda_tangan(), **data}
        return self.url_open(self.url, data=isi, allow_redirects=False)

    def test_nobody_signs_without_an_officer_of_the_meeting(self):
        """Whoever had the address signed for any invitee, as anybody."""
        self.rapat._tulis({"pencatat_user_id": self.orang["psm_a2"].id, "pimpinan_user_id": self.orang["kabid_b"].id})
        for login in ("kabid_a", "sekretaris", "pengadmin", "kadis", "pengawas", "pegawai_biasa", "portal", "psm_b"):
            with self.subTest(login=login):
                self.authenticate(f"uji_{login}", f"uji_{login}")
                csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
                for jawaban in (self.url_open(self.url), self.kirim_ttd(csrf, wakil_nama="Iseng", wakil_jabatan="X")):
                    self.assertEqual(jawaban.status_code, 404)
                    self.assertNotIn(self.kades.nama, jawaban.text)
                if login not in ("pegawai_biasa", "portal"):
                    with self.assertRaises(UserError):
                        self.sebagai(login, self.rapat).action_layar()
        self.kosong()
        for login in ("kabid_b", "psm_a2", "psm_a"):
            with self.subTest(login=login):
                self.authenticate(f"uji_{login}", f"uji_{login}")
                self.assertIn(self.kades.nama, self.url_open(self.url).text)
        self.assertEqual(self.sebagai("kabid_b", self.rapat).action_layar()["url"], self.url)
        self.assertTrue(self.sebagai("psm_a", self.rapat).boleh_layar)

    def test_a_visitor_is_told_to_use_the_tablet_and_nothing_else(self):
        self.authenticate(None, None)
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        for jawaban in (self.url_open(self.url), self.kirim_ttd(csrf, wakil_nama="Iseng", wakil_jabatan="Bupati")):
            self.assertEqual(jawaban.status_code, 403)
            self.assertIn("on the tablet of an officer", self.teks(jawaban))
            self.assertIn("/web/login?redirect=/rapat/", jawaban.text)
            for rahasia in (self.kades.nama, self.kabid.nama, self.rapat.tempat):
                self.assertNotIn(rahasia, jawaban.text)
        self.assertEqual(self.url_open("/rapat/salah").status_code, 404)
        self.kosong()

    def test_the_address_and_the_page_name_no_complaint(self):
        lama = f"/pengaduan{self.url}"
        pindah = self.url_open(f"{lama}?peserta={self.kades.id}", allow_redirects=False)
        self.assertEqual(pindah.status_code, 303)
        self.assertTrue(pindah.headers["Location"].endswith(f"{self.url}?peserta={self.kades.id}"))
        self.assertEqual(self.url_open("/pengaduan/rapat/salah").status_code, 404)
        self.assertEqual(self.sebagai("psm_a", self.rapat).action_layar()["url"], self.url)
        self.kades._tulis({"nama": "Bambang, M.AP."})
        jawaban = self.tanda(self.kades)
        for halaman in (self.url_open(self.url), jawaban):
            teks = self.teks(halaman).lower()
            for kata in ("complain", "pengaduan", "mengadu", ".."):
                self.assertNotIn(kata, teks)
            self.assertFalse(self.halaman(halaman).xpath("//a[contains(@href, 'pengaduan')]"))

    def test_whose_appointment_ended_holds_no_tablet(self):
        self.rapat._tulis({"pencatat_user_id": self.orang["pegawai_biasa"].id})
        self.authenticate("uji_pegawai_biasa", "uji_pegawai_biasa")
        self.assertEqual(self.url_open(self.url).status_code, 404)

    def test_only_in_its_time(self):
        """From one hour before the meeting until the end of its day, for officers as well."""
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        sekarang = fields.Datetime.now()
        for mulai in (timedelta(days=2), timedelta(minutes=65), timedelta(days=-2)):
            self.rapat._tulis({"mulai": sekarang + mulai, "selesai": sekarang + mulai + timedelta(minutes=30)})
            with self.subTest(mulai=mulai):
                self.assertEqual(self.url_open(self.url).status_code, 404)
                self.assertEqual(self.kirim_ttd(csrf).status_code, 404)
                self.assertFalse(self.sebagai("psm_a", self.rapat).boleh_layar)
                with self.assertRaises(UserError):
                    self.sebagai("psm_a", self.rapat).action_layar()
                self.authenticate(None, None)
                self.assertEqual(self.url_open(self.url).status_code, 404)
                self.authenticate("uji_psm_a", "uji_psm_a")
                csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        self.kosong()
        # In the office's zone: it is past midnight there while in UTC it is not, and the other way round.
        for selesai, saat, buka in (
            ("2026-05-04 12:00:00", "2026-05-04 15:59:00", True),
            ("2026-05-04 12:00:00", "2026-05-04 16:01:00", False),
            ("2026-05-04 18:00:00", "2026-05-05 15:59:00", True),
        ):
            self.rapat._tulis({"mulai": "2026-05-04 11:00:00", "selesai": selesai})
            with self.subTest(saat=saat), freeze_time(saat):
                self.assertEqual(self.rapat._keperluan_layar(), "hadir" if buka else "")

    def test_a_deputy_gives_name_and_jabatan(self):
        for wakil in ({"wakil_nama": "Rusdi"}, {"wakil_jabatan": "Analis"}):
            self.assertEqual(self.tanda(self.kabid, **wakil).status_code, 422)
        self.assertEqual(self.kabid.kehadiran, "belum")

    # What is signed ---------------------------------------------------------------------------------

    def test_the_page_shows_no_address_and_no_case(self):
        for url in (self.url, f"{self.url}?peserta={self.kades.id}"):
            teks = self.url_open(url).text
            self.assertIn(self.kades.nama, teks)
            for rahasia in (
                "kades@example.com",
                "@",
                "BLT",
                "Siti",
                "Pembahasan pengaduan",
                self.pengaduan.perihal,
                "receipt",
            ):
                self.assertNotIn(rahasia, teks)

    def test_what_is_signed_stays(self):
        self.tanda(self.kades)
        lama = self.kades.ttd
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        jawaban = self.url_open(
            self.url, data={**csrf, "peserta": str(self.kades.id), "ttd": tanda_tangan(), "wakil_nama": "Orang Lain"}
        )
        self.assertEqual(jawaban.status_code, 422)
        self.assertEqual((self.kades.kehadiran, self.kades.ttd), ("hadir", lama))

    def test_without_a_signature_nobody_is_present(self):
        jawaban = self.tanda(self.kades, ttd="", wakil_nama="Rusdi")
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("Rusdi", jawaban.text)
        self.assertEqual(self.kades.kehadiran, "belum")

    def test_another_meeting_s_invitee_is_not_signed_here(self):
        lain, _kode = self.buat()
        lain.sudo()._tulis(
            {"state": "rapat", "langkah": 10, "bidang_id": self.bidang_a.id, "pelaksana_id": self.orang["psm_a"].id}
        )
        rapat_lain = self.buat_rapat(lain).sudo()
        rapat_lain._tulis({"state": "diundang"})
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        for peserta in (str(rapat_lain.peserta_ids[0].id), "", "0", "1 OR 1=1"):
            jawaban = self.url_open(self.url, data={**csrf, "peserta": peserta, "ttd": tanda_tangan()})
            self.assertEqual(jawaban.status_code, 404)
        self.assertEqual(set(rapat_lain.peserta_ids.mapped("kehadiran")), {"belum"})

    def test_only_while_the_meeting_is_open(self):
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        for state in ("draf", "selesai", "batal"):
            self.rapat._tulis({"state": state})
            self.assertEqual(self.url_open(self.url).status_code, 404)
            jawaban = self.url_open(self.url, data={**csrf, "peserta": str(self.kades.id), "ttd": tanda_tangan()})
            self.assertEqual(jawaban.status_code, 404)
        self.assertEqual(self.kades.kehadiran, "belum")
        self.assertEqual(self.url_open("/rapat/salah").status_code, 404)

    def test_get_signs_nothing_and_post_needs_the_csrf_token(self):
        self.url_open(f"{self.url}?peserta={self.kades.id}&ttd={tanda_tangan()[:500]}")
        with self.assertLogs("odoo.http", "WARNING"):
            jawaban = self.url_open(self.url, data={"peserta": str(self.kades.id), "ttd": tanda_tangan()})
        self.assertEqual(jawaban.status_code, 400)
        self.assertEqual(self.kades.kehadiran, "belum")

    def buka_berita_acara(self):
        self.tanda(self.kades)
        self.kabid._tulis({"kehadiran": "tidak_hadir", "alasan_tidak_hadir": "Dinas luar"})
        self.rapat._tulis({"state": "selesai"})
        self.pengaduan.sudo()._tulis({"state": "berita_acara", "langkah": 11})
        berita = (
            self.env["dpmd.berita.acara"]
            .with_user(self.orang["psm_a"])
            .create(
                {
                    "rapat_id": self.rapat.id,
                    "isi": "Para pihak sepakat.",
                    "kesepakatan_ids": [
                        fields.Command.create({"isi": "Membayar BLT", "penanggung_jawab": "Kepala Desa"})
                    ],
                }
            )
        )
        berita.action_buka_tanda_tangan()
        return berita

    def test_the_berita_acara_is_read_and_signed(self):
        berita = self.buka_berita_acara()
        teks = self.url_open(self.url).text
        for isi in ("Para pihak sepakat.", "Membayar BLT", berita.name, self.kades.nama):
            self.assertIn(isi, teks)
        self.assertNotIn(self.kabid.nama, teks)
        self.assertEqual(self.sebagai("psm_a", berita).action_layar()["url"], self.url)
        self.authenticate("uji_kabid_b", "uji_kabid_b")
        self.assertEqual(self.url_open(self.url).status_code, 404)
        self.authenticate(None, None)
        self.assertEqual(self.url_open(self.url).status_code, 403)
        self.authenticate("uji_psm_a", "uji_psm_a")
        self.assertEqual(self.tanda(self.kades).status_code, 200)
        sah = berita.dokumen_id.pengesahan_ids
        self.assertRecordValues(
            sah,
            [
                {
                    "jenis": "tanda_tangan",
                    "peserta_id": self.kades.id,
                    "cara": "layar",
                    "petugas_id": self.orang["psm_a"].id,
                    "hash_isi": berita.dokumen_id.hash_isi,
                }
            ],
        )
        self.assertTrue(sah.gambar)
        csrf = self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        for peserta in (self.kades, self.kabid):
            jawaban = self.url_open(self.url, data={**csrf, "peserta": str(peserta.id), "ttd": tanda_tangan()})
            self.assertEqual(jawaban.status_code, 422)
        self.assertEqual(len(berita.dokumen_id.pengesahan_ids), 1)

    def test_refusing_needs_a_reason(self):
        berita = self.buka_berita_acara()
        self.assertEqual(self.tanda(self.kades, menolak="1", alasan=" ").status_code, 422)
        self.tanda(self.kades, menolak="1", alasan="Butir 1 tidak benar <b>")
        self.assertRecordValues(
            berita.dokumen_id.pengesahan_ids,
            [{"jenis": "menolak", "alasan": "Butir 1 tidak benar <b>", "gambar": False}],
        )
