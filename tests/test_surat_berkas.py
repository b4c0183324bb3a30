"""Letters as files: several at once, copies for others, and the sample of the settings."""

import io
import json
import zipfile

from odoo import http
from odoo.tests import tagged
from pypdf import PdfReader

from .common import KantorHttpCase
from .test_surat import CetakMixin

CETAK = json.dumps({"force_report_rendering": True})


@tagged("standard", "post_install", "-at_install")
class TestSuratBerkas(CetakMixin, KantorHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()

    def masuk(self, login):
        self.authenticate(f"uji_{login}", f"uji_{login}")

    def test_several_letters_come_as_the_files_they_are(self):
        semua = self.buat()[0] | self.buat()[0]
        for pengaduan in semua:
            self.jalan(pengaduan, 9)
        naskah = semua.dokumen_ids.filtered(lambda satu: satu.jenis == "telaahan_staf").sorted("res_id")
        id_a, id_b = sorted(semua.ids)
        self.masuk("kadis")
        url = f"/report/pdf/dpmd_pengaduan.surat_telaahan_staf/{id_a},{id_b}"
        isi = self.url_open(
            "/report/download",
            data={"data": json.dumps([url, "qweb-pdf"]), "context": CETAK, "csrf_token": http.Request.csrf_token(self)},
        )
        self.assertEqual(isi.headers["Content-Type"], "application/zip")
        self.assertIn("naskah.zip", isi.headers["Content-Disposition"])
        with zipfile.ZipFile(io.BytesIO(isi.content)) as bundel:
            self.assertEqual([bundel.read(nama) for nama in bundel.namelist()], [satu._isi_pdf() for satu in naskah])
        kartu = self.url_open(url.replace("telaahan_staf", "kartu_kendali") + f"?context={CETAK}").content
        metadata = PdfReader(io.BytesIO(kartu)).xmp_metadata
        self.assertEqual(metadata.pdfaid_conformance, "A", "papers that are never issued come as one archivable file")

    def test_a_copy_says_so_on_every_page_and_only_readers_get_it(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 10)
        undangan = pengaduan.dokumen_ids.filtered(lambda satu: satu.jenis == "undangan")
        asli = undangan._isi_pdf()
        url = self.sebagai("psm_a", undangan).action_salinan()["url"]
        self.masuk("psm_a")
        salinan = PdfReader(io.BytesIO(self.url_open(url).content))
        self.assertEqual(len(salinan.pages), len(PdfReader(io.BytesIO(asli)).pages))
        for lembar in salinan.pages:
            self.assertIn("SALINAN", lembar.extract_text())
        self.assertIn("Undangan Rapat Koordinasi", salinan.pages[0].extract_text())
        self.assertNotIn(undangan.kode.encode(), b"".join(self.objek(salinan)), "a copy does not prove itself")
        self.assertEqual(undangan._isi_pdf(), asli)
        for login in ("psm_b", "administrator"):
            self.masuk(login)
            self.assertIn(self.url_open(url).status_code, (403, 404), login)

    def objek(self, berkas):
        """Yield the metadata of a PDF (bytes)."""
        akar = berkas.trailer["/Root"]
        yield akar["/Metadata"].get_object().get_data() if "/Metadata" in akar else b""
        yield str(berkas.metadata).encode()

    def test_a_sample_shows_the_settings_to_who_sets_them(self):
        self.instansi.write(
            {
                "huruf": "bookman",
                "kertas": "a4",
                "pola_surat": "999/{nomor}/{kode}/UJI/{tahun}",
                "tembusan_undangan": "Bupati Uji\nSekretaris Daerah Uji",
                "penutup_undangan": "Sekian dari kami.",
            }
        )
        jumlah = self.env["dpmd.pengaduan"].search_count([]), self.env["dpmd.dokumen"].search_count([])
        url = self.instansi.action_cetak_contoh()["url"]
        self.masuk("administrator")
        lembar = PdfReader(io.BytesIO(self.url_open(url).content)).pages[0]
        teks = " ".join(lembar.extract_text().split())
        for kata in ("CONTOH", "999/123/UND/UJI/", "Sekretaris Daerah Uji", "Sekian dari kami.", "Kepala Desa Contoh"):
            self.assertIn(kata, teks)
        self.assertEqual(round(float(lembar.mediabox.width)), 595)
        self.assertEqual(
            (self.env["dpmd.pengaduan"].search_count([]), self.env["dpmd.dokumen"].search_count([])), jumlah
        )
        self.masuk("kadis")
        self.assertEqual(self.url_open(url).status_code, 404)

    def test_settings_have_versions_and_an_issued_paper_keeps_its_own(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        telaahan = pengaduan.dokumen_ids.filtered(lambda satu: satu.jenis == "telaahan_staf")
        isi, versi = telaahan._isi_pdf(), self.instansi.versi_surat
        self.assertEqual(telaahan.versi_surat, versi)
        self.instansi.write({"alamat": "Jalan Baru 2", "huruf": "bookman"})
        self.instansi.write({"alamat": "Jalan Baru 2"})
        self.assertEqual(self.instansi.versi_surat, versi + 1, "the same words are no new version")
        self.assertEqual((telaahan._isi_pdf(), telaahan.versi_surat), (isi, versi))
        ubah = self.env["dpmd.perubahan"].search([("jenis", "=", "surat")], limit=1)
        self.assertIn("Jalan Uji 1", ubah.isi_lama)
        self.assertIn("Jalan Baru 2", ubah.isi_baru)
