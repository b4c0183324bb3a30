"""Everybody can check a paper of ours, by its QR code, its short code or its file; nobody learns more than it says."""

import base64
import hashlib
from urllib.parse import quote

from odoo.addons.dpmd_pengaduan.models.naskah.kode_naskah import HURUF, baca_kode, buat_kode
from odoo.tests import tagged

from .publik import PublikCase

LAMAN = "/pengaduan/verifikasi"
PDF = b"%PDF-1.7\n" + b"".join(hashlib.sha256(b"%d" % nomor).digest() for nomor in range(200)) + b"\n%%EOF\n"


class VerifikasiCase(PublikCase):
    def naskah(self, jenis="pemberitahuan", state="berlaku", isi=PDF, **kolom):
        """Issue a paper addressed to a pelapor, signed by the Kadis, without printing it."""
        pengaduan, _kode = self.buat()
        pengaduan.sudo()._tulis({"jawaban": "BLT dibayar."})
        surat = self.env["dpmd.dokumen"]._susun(jenis, pengaduan, pengaduan)
        surat._tulis({"name": "400.10.2/7/DPMD", "state": "berlaku", **kolom})
        kadis = self.env["dpmd.penugasan"]._pejabat("kepala_dinas", self.company)
        self.env["dpmd.pengesahan"]._sahkan(surat, "tanda_tangan", penugasan=kadis)
        surat._beri_kode()
        surat._simpan_pdf(isi)
        if state != "berlaku":
            surat._tulis({"state": state})
        return surat

    def alamat(self, surat):
        return f"{LAMAN}/{surat.token}"

    def ketik(self, kode):
        """Type a code into the form."""
        return self.url_open(LAMAN, data={**self.rahasia_halaman(self.buka(LAMAN)), "kode": kode})

    def bandingkan(self, surat, isi, **data):
        """Send a file to be compared with a paper."""
        rahasia = self.rahasia_halaman(self.buka(LAMAN))
        berkas = {"berkas": ("surat.pdf", isi, "application/pdf")}
        return self.url_open(self.alamat(surat), data={**rahasia, **data}, files=berkas)

    def batasi(self, jam):
        self.env["dpmd.instansi"]._milik(self.company).batas_verifikasi_jam = jam


@tagged("standard", "post_install", "-at_install")
class TestPublikVerifikasi(VerifikasiCase):
    def test_valid_void_and_superseded_are_told_without_a_person(self):
        for state, kata in (("berlaku", "Valid."), ("batal", "Void."), ("diganti", "a newer version")):
            surat = self.naskah(state=state)
            for jawaban in (self.url_open(self.alamat(surat)), self.ketik(surat.kode)):
                self.assertEqual(jawaban.status_code, 200)
                self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
                isi = (kata, "Surat Pemberitahuan", "400.10.2/7/DPMD", "Kepala Dinas", surat.sha256, surat.kode)
                for satu in (*isi, "issued by Dinas Uji on"):
                    self.assertIn(satu, jawaban.text)
                for rahasia in ("Siti", "BLT", self.orang["kadis"].name, "197805022005021003", "%PDF"):
                    self.assertNotIn(rahasia, jawaban.text)

    def test_attendees_are_only_counted(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 12)
        berita = pengaduan.dokumen_ids.filtered(lambda naskah: naskah.jenis == "berita_acara")
        jawaban = self.url_open(self.alamat(berita))
        self.assertEqual(jawaban.status_code, 200)
        self.assertIn("Attendees of the meeting: 1", self.halaman(jawaban).text_content())
        for rahasia in ("Ahmad", "Rusdi", "Kepala Desa", "Sekretaris Desa", "Tidak setuju"):
            self.assertNotIn(rahasia, jawaban.text)

    def test_what_was_never_issued_is_unknown_like_any_other(self):
        pengaduan, _kode = self.buat()
        pelapor = pengaduan.pelapor_ids
        konsep, batal = (
            self.env["dpmd.dokumen"]._susun("formulir", pelapor, pengaduan, pelapor=pelapor) for _ke in range(2)
        )
        batal._beri_kode()
        batal._batalkan("Tidak jadi")
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        instansi.uji_coba = True
        uji = self.naskah()
        palsu = [
            konsep.token,
            batal.token,
            uji.token,
            konsep.token[:-1],
            "x",
            "0",
            "%25",
            "%E2%80%AE%F0%9F%98%80",
            quote("' OR 1=1 --"),
            "A" * 32,
            "A" * 3000,
        ]
        jawaban = [self.url_open(f"{LAMAN}/{token}") for token in palsu] + [self.ketik(batal.kode)]
        self.assertEqual({satu.status_code for satu in jawaban}, {404})
        isi = {self.halaman(satu).xpath("string(//main)") for satu in jawaban}
        self.assertEqual(len(isi), 1)
        self.assertIn("Unknown paper", isi.pop())

    def test_nul_and_broken_unicode_are_no_error_of_the_server(self):
        for token in ("%00", "x%00y", "%ED%A0%80", "%C3%28", "%FF"):
            for metode in ("GET", "POST"):
                data = {"csrf_token": "x"} if metode == "POST" else None
                self.assertIn(self.url_open(f"{LAMAN}/{token}", data=data).status_code, (400, 404))

    def test_a_paper_that_was_changed_behind_our_back_is_not_called_valid(self):
        surat = self.naskah()
        berkas = self.env["ir.attachment"].search(
            [("res_model", "=", surat._name), ("res_id", "=", surat.id), ("res_field", "=", "pdf")]
        )
        palsu = self.env["ir.attachment"].create({"name": "palsu", "raw": PDF + b"x"})
        self.env.cr.execute(
            "UPDATE ir_attachment SET store_fname = %s, db_datas = NULL WHERE id = %s", (palsu.store_fname, berkas.id)
        )
        self.env.invalidate_all()
        for jawaban in (
            self.url_open(self.alamat(surat)),
            self.ketik(surat.kode),
            self.bandingkan(surat, PDF),
            self.bandingkan(surat, PDF + b"x"),
        ):
            self.assertEqual(jawaban.status_code, 409)
            self.assertIn("cannot be confirmed now", jawaban.text)
            self.assertNotIn("Valid.", jawaban.text)
            self.assertNotIn("Genuine.", jawaban.text)

    # ------------------------------------------------------------------
    # The short code
    # ------------------------------------------------------------------

    def test_a_code_is_read_however_it_is_typed(self):
        surat = self.naskah(isi=PDF)
        mirip = str.maketrans({"0": "o", "1": "l"})
        kode = surat.kode
        for ketikan in (
            kode.lower(),
            kode.replace("-", ""),
            kode.replace("-", " "),
            f"  {kode}\t",
            kode.translate(mirip),
            kode.replace("1", "i"),
            kode.replace("-", "\N{EN DASH}"),
        ):
            self.assertEqual(baca_kode(ketikan), kode)
        self.assertIn("Valid.", self.ketik(kode.lower().replace("-", " ")).text)

    def test_every_single_mistake_and_every_swap_is_found(self):
        kode = buat_kode()
        for di in (satu for satu, huruf in enumerate(kode) if huruf != "-"):
            for huruf in HURUF.replace(kode[di], ""):
                self.assertEqual(baca_kode(kode[:di] + huruf + kode[di + 1 :]), "")
        rapat = kode.replace("-", "")
        for di in range(10):
            tukar = rapat[:di] + rapat[di + 1] + rapat[di] + rapat[di + 2 :]
            self.assertEqual(baca_kode(tukar), kode if tukar == rapat else "")
        for salah in ("", kode[:-1], kode + "0", "\0", "U" * 11, "٣" * 11, "ß" * 11, "-" * 11):
            self.assertEqual(baca_kode(salah), "")

    def test_a_mistyped_code_is_called_mistyped_and_is_no_try(self):
        self.batasi(1)
        kode = self.naskah().kode
        salah = kode[:-1] + ("0" if kode[-1] != "0" else "1")
        for ketikan in (salah, "", "abc", "\u202e😀", "<script>"):
            jawaban = self.ketik(ketikan)
            self.assertEqual(jawaban.status_code, 422)
            self.assertIn("mistyped", self.halaman(jawaban).xpath("string(//div[@role='alert'])"))
        self.assertIn("Valid.", self.ketik(kode).text)

    def test_codes_are_random_and_of_no_paper_twice(self):
        semua = {buat_kode() for _ke in range(500)}
        self.assertEqual(len(semua), 500)
        self.assertTrue(all(baca_kode(kode) == kode for kode in semua))

    # ------------------------------------------------------------------
    # The file
    # ------------------------------------------------------------------

    def test_genuine_altered_truncated_and_foreign_are_told_apart(self):
        surat = self.naskah()
        berkas = self.env["ir.attachment"].search_count([])
        tengah = len(PDF) // 2
        for kata, kiriman in {
            "Genuine.": [PDF],
            "Altered.": [
                PDF[:tengah] + bytes([PDF[tengah] ^ 1]) + PDF[tengah + 1 :],
                PDF[:tengah] + b"x" + PDF[tengah:],
                PDF[:tengah] + PDF[tengah + 9 :],
                PDF + b"\n",
                b" " + PDF,
                PDF[1:],
                b"%PDF-1.4\nanother program saved this: " + surat.kode.encode(),
            ],
            "Incomplete.": [PDF[:-1], PDF[:tengah], PDF[:20]],
            "Another file.": [
                b"GIF89a",
                b"%PDF-1.7\n" + b"x" * 5000,
                PDF[: len(PDF) // 4] + b"x" * tengah,
                PDF.replace(b"\n%%EOF", buat_kode().encode() + b"\n%%EOF"),
            ],
        }.items():
            for satu in kiriman:
                with self.subTest(kata, satu=satu[:40], panjang=len(satu)):
                    jawaban = self.bandingkan(surat, satu)
                    self.assertEqual(jawaban.status_code, 200)
                    self.assertEqual(jawaban.headers["Cache-Control"], "no-store")
                    self.assertIn(kata, self.halaman(jawaban).xpath("string(//div[@role='status'])"))
        self.assertEqual(self.env["ir.attachment"].search_count([]), berkas, "nothing is kept")

    def test_a_genuine_file_of_a_void_paper_stays_void(self):
        jawaban = self.bandingkan(self.naskah(state="batal"), PDF)
        self.assertIn("Genuine.", jawaban.text)
        self.assertIn("Void.", jawaban.text)
        self.assertNotIn("Valid.", jawaban.text)

    def test_no_file_and_too_large_a_file_are_refused_in_words(self):
        surat = self.naskah()
        rahasia = self.rahasia_halaman(self.buka(LAMAN))
        jawaban = self.url_open(self.alamat(surat), data={"kosong": "1", **rahasia})
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("Choose the PDF first.", jawaban.text)
        jawaban = self.bandingkan(surat, PDF + b"x" * 10 * 2**20)
        self.assertEqual(jawaban.status_code, 422)
        self.assertIn("larger than 10 MB", jawaban.text)

    def test_a_form_of_another_site_is_refused(self):
        surat = self.naskah()
        for alamat, data in ((LAMAN, {"kode": surat.kode}), (self.alamat(surat), {"x": "1"})):
            jawaban = self.url_open(alamat, data=data, headers={"Origin": "https://jahat.example"})
            self.assertEqual(jawaban.status_code, 403)
            self.assertNotIn("Surat Pemberitahuan", jawaban.text)

    # ------------------------------------------------------------------
    # Throttled
    # ------------------------------------------------------------------

    def test_misses_are_throttled_and_a_right_token_still_opens(self):
        surat = self.naskah()
        self.batasi(2)
        self.assertEqual(self.url_open(f"{LAMAN}/{'A' * 32}").status_code, 404)
        self.assertEqual(self.ketik(buat_kode()).status_code, 404)
        for jawaban in (self.url_open(f"{LAMAN}/{'B' * 32}"), self.url_open(f"{LAMAN}/x"), self.ketik(buat_kode())):
            self.assertEqual(jawaban.status_code, 429)
        self.assertEqual(self.ketik(surat.kode).status_code, 429, "or codes could be tried without end")
        self.assertEqual(self.url_open(self.alamat(surat)).status_code, 200)
        self.assertEqual(self.env["dpmd.percobaan"].search_count([]), 2)

    def test_files_are_throttled(self):
        surat = self.naskah()
        self.batasi(1)
        self.assertIn("Genuine.", self.bandingkan(surat, PDF).text)
        jawaban = self.bandingkan(surat, PDF)
        self.assertEqual(jawaban.status_code, 429)
        self.assertNotIn("Genuine.", jawaban.text)
        self.assertIn("Valid.", jawaban.text)


@tagged("standard", "post_install", "-at_install")
class TestPublikVerifikasiCetak(VerifikasiCase):
    """What is printed leads to the page, and its file is recognised."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, force_report_rendering=True))

    def test_two_letters_of_one_office_are_not_taken_for_each_other(self):
        kasus = [self.jalan(self.buat()[0], 10) for _ke in range(2)]
        satu, lain = (pengaduan.dokumen_ids.filtered(lambda naskah: naskah.jenis == "undangan") for pengaduan in kasus)
        isi, isi_lain = (base64.b64decode(naskah.pdf) for naskah in (satu, lain))
        self.assertIn(satu.kode.encode(), isi, "the metadata names the code")
        for kata, kiriman in (("Genuine.", isi), ("Another file.", isi_lain), ("Incomplete.", isi[:-1])):
            self.assertIn(kata, self.bandingkan(satu, kiriman).text)
        for di in range(0, len(isi), len(isi) // 5):
            diubah = isi[:di] + bytes([isi[di] ^ 1]) + isi[di + 1 :]
            self.assertIn("Altered.", self.bandingkan(satu, diubah).text)
