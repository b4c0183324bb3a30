from odoo import fields
from odoo.tests import tagged

from .publik import PublikCase, tanda_tangan


@tagged("standard", "post_install", "-at_install")
class TestPublikRapat(PublikCase):
    """A tablet is handed round: each signs the daftar hadir, later the berita acara, and nothing else."""

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
        self.url = f"/pengaduan/rapat/{self.rapat.token}"

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

    def test_the_page_shows_no_address_and_no_case(self):
        for url in (self.url, f"{self.url}?peserta={self.kades.id}"):
            teks = self.url_open(url).text
            self.assertIn(self.kades.nama, teks)
            for rahasia in ("kades@example.com", "@", "BLT", "Siti", "Pembahasan pengaduan", self.pengaduan.perihal):
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
        self.assertEqual(self.url_open("/pengaduan/rapat/salah").status_code, 404)

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
        self.assertEqual(self.tanda(self.kades).status_code, 200)
        sah = berita.dokumen_id.pengesahan_ids
        self.assertRecordValues(
            sah,
            [
                {
                    "jenis": "tanda_tangan",
                    "peserta_id": self.kades.id,
                    "cara": "layar",
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
