import base64
import io
import sys
import tempfile
from datetime import timedelta
from unittest.mock import patch

from odoo import Command, fields
from odoo.exceptions import UserError
from odoo.tests import tagged
from pypdf import PdfReader

from .common import PNG, KantorCase

JAHAT = '<script>alert(1)</script> <t t-out="1+1"/> {{ 7*7 }} & <b>tebal</b>'
RAHASIA = {"nama": "Zulkarnaen Rahasia", "alamat": "Gang Sunyi"}
F4, A4 = (609.45, 935.43), (595.28, 841.89)  # points


class CetakMixin:
    """Print as somebody, and read what is on the paper."""

    @classmethod
    def siapkan_cetak(cls):
        # Without this, Odoo gives HTML instead of PDFs in tests.
        cls.env = cls.env(context=dict(cls.env.context, force_report_rendering=True))
        cls.company.resource_calendar_id.tz = "Asia/Makassar"
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.instansi.write(
            {
                "name": "Dinas Pemberdayaan Uji",
                "pemerintah": "Pemerintah Kabupaten Kutai Uji",
                "tempat": "Kota Uji",
                "alamat": "Jalan Uji 1",
                "telepon": "0541 000",
            }
        )

    def pdf(self, jenis, records, login="pengadmin", **context):
        """Return the pages of a print, as the one who prints gets them."""
        report = self.env["ir.actions.report"].with_user(self.orang[login]).with_context(**context)
        isi, ekstensi = report._render_qweb_pdf(f"dpmd_pengaduan.report_{jenis}", records.ids)
        self.assertEqual(ekstensi, "pdf")
        self.env.invalidate_all()  # each print is a request of its own
        return PdfReader(io.BytesIO(isi)).pages

    def teks(self, jenis, records, login="pengadmin", **context):
        """Return the words of a print, lines joined."""
        return self.satukan(self.pdf(jenis, records, login, **context))

    def satukan(self, halaman):
        return " ".join(" ".join(lembar.extract_text() for lembar in halaman).split())


@tagged("standard", "post_install", "-at_install")
class TestSurat(CetakMixin, KantorCase):
    """Every paper of the SOP is a letter of the office, with the right words, names and numbers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()

    def berisi(self, teks, *kata):
        for bagian in kata:
            self.assertIn(bagian, teks)

    def ukuran(self, lembar):
        return tuple(round(float(sisi), 2) for sisi in lembar.mediabox[2:])

    # ------------------------------------------------------------------
    # The papers, along the walk of one case
    # ------------------------------------------------------------------

    def test_papers_of_a_case_say_what_happened(self):
        pengaduan, kode = self.buat(pengaduan={"terlapor": "Pemerintah Desa Uji", "kerugian": "Rp300.000 per bulan"})
        pelapor = pengaduan.pelapor_ids

        teks = self.teks("tanda_terima", pelapor, dpmd_kode=kode)
        self.berisi(
            teks,
            "TANDA TERIMA PENGADUAN",
            "Siti Marlina",
            "BLT belum dibayar",
            kode,
            "/pengaduan/lacak",
            "Uji Pengadmin, S.Sos.",
            "NIP. 19780502 200502 1 003",
            "WITA",
            "PEMERINTAH KABUPATEN KUTAI UJI",
        )

        self.jalan(pengaduan, 6)
        halaman = self.pdf("formulir", pelapor)
        self.assertEqual(len(halaman), 2)
        self.berisi(
            self.satukan(halaman),
            "Identitas Pelapor",
            "Siti Marlina",
            "Jl. Poros Desa Uji RT 03",
            "Isi Pengaduan",
            "Bantuan langsung tunai bulan Maret",
            "Rp300.000 per bulan",
            pengaduan.name,
        )

        halaman = self.pdf("lembar_disposisi", pengaduan, "sekretaris")
        self.assertEqual(len(halaman), 1)
        self.berisi(
            self.satukan(halaman),
            "LEMBAR DISPOSISI",
            "Siti Marlina",
            "Sekretaris Dinas",
            "Kepala Dinas",
            "Dengan hormat harap",
            "Mohon ditindaklanjuti sesuai SOP",
            pengaduan.name,
        )

        self.jalan(pengaduan, 9)
        teks = self.teks("telaahan_staf", pengaduan, "psm_a")
        self.berisi(
            teks,
            "TELAAHAN STAF",
            "Kepala Bidang Bidang A",
            "APBDes terlambat.",
            "Rapat dengan pemerintah desa.",
            "Uji Psm A, S.Sos.",
            "Disahkan lewat akun jabatan pada aplikasi",
        )
        self.assertNotIn("KONSEP", teks)

        rapat = self.buat_rapat(pengaduan, pimpinan_user_id=self.orang["kabid_a"].id)
        self.assertIn("KONSEP", self.teks("undangan", rapat, "psm_a"))
        self.undang(pengaduan)
        halaman = self.pdf("undangan", rapat, "psm_a")
        self.assertEqual(len(halaman), 1)
        teks = self.satukan(halaman)
        self.berisi(
            teks,
            "Undangan Rapat Koordinasi",
            "400.10.2/1/UND/DPMD/",
            "Yth.",
            "Kepala Bidang Bidang A DPMD Kepala Desa Uji di tempat",
            "Pembahasan pengaduan",
            "Kepala Dinas,",
            "Uji Kadis, S.Sos.",
            "Pembina (IV/a)",
        )
        self.assertNotIn("KONSEP", teks)

        self.isi_rapat(pengaduan)
        self.sebagai("psm_a", pengaduan).action_rapat_dilaksanakan()
        self.berisi(
            self.teks("daftar_hadir", rapat, "psm_a"),
            "DAFTAR HADIR",
            "Rusdi Hartono",
            "mewakili Ahmad Fauzan",
            "hadir 2 (dua) orang",
            "Petugas,",
        )
        self.berisi(
            self.teks("notulen", rapat, "psm_a"),
            "NOTULEN",
            "1. Pembukaan",
            "Dibahas.",
            "3. Kesimpulan",
            "BLT dibayar bulan depan.",
            "Pimpinan rapat,",
            "Uji Kabid A, S.Sos.",
            "Nomor 400.10.2/1/UND/DPMD/",
        )

        self.jalan(pengaduan, 12)
        berita = pengaduan.berita_acara_ids
        self.berisi(
            self.teks("berita_acara", berita, "psm_a"),
            "BERITA ACARA",
            f"NOMOR: {berita.name}",
            "Pada hari ini",
            f"{berita.tanggal:%d-%m-%Y}",
            "tahun dua ribu",
            "Membayar BLT",
            "Kepala Desa Uji",
            "Rusdi Hartono",
            "menolak menandatangani: Tidak setuju dengan butir 1",
            "dibuat dengan sebenarnya",
        )

        self.assertIn("KONSEP", self.teks("laporan", pengaduan.laporan_ids, "psm_a"))
        self.jalan(pengaduan, 16)
        teks = self.teks("laporan", pengaduan.laporan_ids, "kadis")
        self.berisi(
            teks,
            "LAPORAN HASIL RAPAT",
            pengaduan.laporan_ids.name,
            "A. PENDAHULUAN",
            "E. PENUTUP",
            "terbukti",
            "Paraf hierarki",
            "Kepala Bidang Bidang A",
            "Uji Kadis, S.Sos.",
        )
        self.assertNotIn("KONSEP", teks)

        with self.assertRaises(UserError, msg="no answer is printed as another agency's"):
            self.pdf("pelimpahan", pengaduan)
        self.jalan(pengaduan, 18)
        halaman = self.pdf("pemberitahuan", pengaduan)
        self.assertEqual(len(halaman), 1)
        self.berisi(
            self.satukan(halaman),
            "Pemberitahuan Hasil Penanganan Pengaduan",
            "Siti Marlina",
            pengaduan.name,
            "dinyatakan terbukti",
            "BLT akan dibayar bulan depan.",
            "keberatan",
            "Ombudsman Republik Indonesia",
            "Inspektorat Kabupaten Kutai Uji",
            "Kepala Dinas,",
        )

        teks = self.teks("kartu_kendali", pengaduan)
        self.berisi(teks, "KARTU KENDALI", pengaduan.name, "Uji Sekretaris, S.Sos.", "utuh", "Keluaran")
        for langkah in pengaduan.sop_id.langkah_ids:
            self.assertIn(" ".join(langkah.kegiatan.split())[:12], teks)

    def test_date_of_the_berita_acara_in_words(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 11)
        berita = self.buat_berita_acara(pengaduan)
        berita.action_tarik("Tanggal salah")
        berita.tanggal = "2026-11-23"
        berita.action_buka_tanda_tangan()
        self.assertIn(
            "Pada hari ini Senin tanggal dua puluh tiga bulan November tahun dua ribu dua puluh enam (23-11-2026)",
            self.teks("berita_acara", berita, "psm_a"),
        )

    # ------------------------------------------------------------------
    # Receipt and form
    # ------------------------------------------------------------------

    def test_receipt_number_is_printed_only_where_it_is_the_right_one(self):
        pengaduan, kode = self.buat()
        self.assertIn(kode, self.teks("tanda_terima", pengaduan.pelapor_ids, dpmd_kode=kode.replace(" ", "")))
        self.assertNotIn("0000 1111", self.teks("tanda_terima", pengaduan.pelapor_ids, dpmd_kode="0000111122223333"))
        self.assertNotIn(kode, self.teks("tanda_terima", pengaduan.pelapor_ids))

    def test_empty_form_is_printed_for_nobody(self):
        halaman = self.pdf("formulir", self.env["dpmd.pelapor"])
        self.assertEqual(len(halaman), 2)
        self.berisi(self.satukan(halaman), "FORMULIR PENGADUAN", "Nama lengkap", "Diisi oleh petugas", "surat kuasa")
        with self.assertRaises(UserError):
            self.pdf("kartu_kendali", self.env["dpmd.pengaduan"])

    def test_nik_is_masked(self):
        pengaduan, _kode = self.buat(pelapor={"nik": "6402010101800007"}, lengkap=False)
        teks = self.teks("formulir", pengaduan.pelapor_ids)
        self.assertIn("0007", teks)
        self.assertNotIn("6402010101", teks)

    def test_form_under_revision_is_not_the_frozen_one(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        self.sebagai("kadis", pengaduan).action_kembalikan("Alamat kurang")
        self.sebagai("pengadmin", pengaduan.pelapor_ids).alamat = "Jalan Baru 7"
        self.assertIn("Jalan Baru 7", self.teks("formulir", pengaduan.pelapor_ids))

    # ------------------------------------------------------------------
    # Closed early
    # ------------------------------------------------------------------

    def test_letter_of_a_case_closed_early_says_why(self):
        for alasan, kata in (
            ("dicabut", "dicabut"),
            ("duplikat", "pengaduan terdahulu"),
            ("bukan_pengaduan", "PPID"),
            ("salah_catat", "nomor registernya kami nyatakan batal"),
            ("dilimpahkan", "Kepala Dinas Lain"),
        ):
            with self.subTest(alasan):
                pengaduan, _kode = self.buat(lengkap=False)
                self.jalan(pengaduan, 3)
                with self.assertRaises(UserError):
                    self.pdf("pemberitahuan", pengaduan)
                self.sebagai("kadis", pengaduan).action_tutup(alasan, "Sebab yang jelas.", "Kepala Dinas Lain")
                self.berisi(
                    self.teks("pemberitahuan", pengaduan),
                    "Penutupan Pengaduan",
                    kata,
                    "Sebab yang jelas.",
                    "Ombudsman",
                    "Inspektorat",
                )
        self.berisi(
            self.teks("pelimpahan", pengaduan),
            "Pelimpahan Pengaduan",
            "Kepala Dinas Lain",
            "Tembusan:",
            "Siti Marlina",
            "BLT belum dibayar",
        )

    # ------------------------------------------------------------------
    # The card
    # ------------------------------------------------------------------

    def test_card_marks_deviations(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Fakta sudah jelas")
        self.sebagai("kabid_a", pengaduan).action_setujui_tanpa_rapat("Setuju")
        halaman = self.pdf("kartu_kendali", pengaduan)
        self.assertEqual(self.ukuran(halaman[0]), F4[::-1])
        teks = self.satukan(halaman)
        self.assertEqual(teks.count("Menyimpang dari SOP"), 3)
        self.berisi(teks, "Tidak dilaksanakan", "Fakta sudah jelas", "utuh")

    # ------------------------------------------------------------------
    # Secrecy
    # ------------------------------------------------------------------

    def test_secret_name_stands_in_no_paper_of_the_chain(self):
        pengaduan, _kode = self.buat("rahasia", pelapor=RAHASIA)
        self.jalan(pengaduan, 17)
        kertas = [
            ("lembar_disposisi", pengaduan),
            ("telaahan_staf", pengaduan),
            ("kartu_kendali", pengaduan),
            ("buku_register", pengaduan),
            ("undangan", pengaduan.rapat_ids),
            ("daftar_hadir", pengaduan.rapat_ids),
            ("notulen", pengaduan.rapat_ids),
            ("berita_acara", pengaduan.berita_acara_ids),
            ("laporan", pengaduan.laporan_ids),
        ]
        self.sebagai("kadis", pengaduan).action_buka_identitas("Ada ancaman")
        for jenis, records in kertas:
            for login in ("kadis", "pengadmin"):
                with self.subTest(jenis, login=login):
                    teks = self.teks(jenis, records, login)
                    self.assertNotIn("Zulkarnaen", teks)
                    self.assertNotIn("Gang Sunyi", teks)
        for dokumen in pengaduan.dokumen_ids:
            with self.subTest(beku=dokumen.jenis):
                halaman = PdfReader(io.BytesIO(base64.b64decode(dokumen.pdf))).pages
                self.assertNotIn("Zulkarnaen", self.satukan(halaman))

    def test_secret_receipt_and_letter_to_another_agency_hide_the_name(self):
        pengaduan, kode = self.buat("rahasia", lengkap=False, pelapor=RAHASIA)
        teks = self.teks("tanda_terima", pengaduan.pelapor_ids, dpmd_kode=kode)
        self.assertIn("dirahasiakan", teks)
        self.assertNotIn("Zulkarnaen", teks)
        self.jalan(pengaduan, 3)
        self.sebagai("kadis", pengaduan).action_tutup("dilimpahkan", "Bukan kewenangan kami", "Dinas Lain")
        self.sebagai("pengadmin", pengaduan).action_buka_identitas("Mencetak surat pelimpahan")
        self.assertNotIn("Zulkarnaen", self.teks("pelimpahan", pengaduan))

    # ------------------------------------------------------------------
    # Who signs
    # ------------------------------------------------------------------

    def test_sekretaris_signs_on_behalf_where_the_setting_says_so(self):
        self.instansi.ttd_undangan = "sekretaris_dinas"
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        teks = self.teks("undangan", self.buat_rapat(pengaduan), "psm_a")
        self.berisi(teks, "a.n. Kepala Dinas Sekretaris Dinas,", "Uji Sekretaris, S.Sos.")

    def test_acting_official_is_named_as_acting(self):
        kemarin = fields.Date.today() - timedelta(days=1)
        self.tugaskan(
            self.orang["sekretaris"],
            "kepala_dinas",
            jenis="plh",
            nama="Drs. Pelaksana Harian",
            date_from=kemarin,
            date_to=kemarin + timedelta(days=3),
        )
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        teks = self.teks("undangan", self.buat_rapat(pengaduan), "psm_a")
        self.berisi(teks, "Plh. Kepala Dinas,", "Drs. Pelaksana Harian")

    def test_frozen_paper_is_printed_again_as_it_was(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 10)
        beku = pengaduan.dokumen_ids.filtered(lambda d: d.jenis == "undangan")
        self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["kadis"].id)]).nama = "Nama Baru"
        report = self.env["ir.actions.report"].with_user(self.orang["psm_a"])
        isi, _ekstensi = report._render_qweb_pdf("dpmd_pengaduan.report_undangan", pengaduan.rapat_ids.ids)
        self.assertEqual(isi, base64.b64decode(beku.pdf))

    # ------------------------------------------------------------------
    # Paper
    # ------------------------------------------------------------------

    def test_paper_follows_the_settings(self):
        pengaduan, kode = self.buat()
        halaman = self.pdf("tanda_terima", pengaduan.pelapor_ids, dpmd_kode=kode)
        self.assertEqual(len(halaman), 1)
        self.assertEqual(self.ukuran(halaman[0]), F4)
        self.instansi.kertas = "a4"
        halaman = self.pdf("tanda_terima", pengaduan.pelapor_ids, dpmd_kode=kode)
        self.assertEqual(len(halaman), 1)
        self.assertEqual(self.ukuran(halaman[0]), A4)

    def test_papers_are_archivable(self):
        pengaduan, _kode = self.buat()
        isi, _ekstensi = self.env["ir.actions.report"]._render_qweb_pdf(
            "dpmd_pengaduan.report_tanda_terima", pengaduan.pelapor_ids.ids
        )
        metadata = PdfReader(io.BytesIO(isi)).xmp_metadata
        self.assertEqual((metadata.pdfaid_part, metadata.pdfaid_conformance), ("3", "A"))
        self.assertEqual(PdfReader(io.BytesIO(isi)).metadata.title, "Tanda Terima Pengaduan")

    def test_long_lists_repeat_their_heads_and_count_pages(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        rapat = self.buat_rapat(
            pengaduan,
            peserta_ids=[
                Command.create({"nama": f"Peserta ke-{nomor}", "jabatan": "Ketua RT"}) for nomor in range(1, 41)
            ],
        )
        halaman = self.pdf("daftar_hadir", rapat, "psm_a")
        self.assertGreater(len(halaman), 1)
        for nomor, lembar in enumerate(halaman, 1):
            teks = self.satukan([lembar])
            if "Peserta ke-" in teks:
                self.assertIn("Tanda tangan", teks)
            self.assertEqual(f"halaman {nomor} dari {len(halaman)}" in teks, nomor > 1)
            self.assertEqual("PEMERINTAH KABUPATEN" in teks, nomor == 1, "the kop stands on the first page only")
        halaman = self.pdf("undangan", rapat, "psm_a")
        self.assertIn("(Daftar terlampir)", self.satukan([halaman[0]]))
        self.assertNotIn("Peserta ke-1", self.satukan([halaman[0]]))
        self.berisi(self.satukan(halaman[1:]), "Lampiran Surat Undangan", "Peserta ke-1", "Peserta ke-40")

    def test_several_records_print_together(self):
        semua = self.buat()[0] | self.buat()[0]
        self.assertEqual(len(self.pdf("tanda_terima", semua.pelapor_ids)), 2)

    # ------------------------------------------------------------------
    # Hostile input, poor servers
    # ------------------------------------------------------------------

    def test_hostile_text_is_printed_as_text(self):
        pengaduan, kode = self.buat(
            pengaduan={"perihal": JAHAT, "uraian": JAHAT, "terlapor": JAHAT, "lokasi": JAHAT, "kerugian": JAHAT},
            pelapor={"nama": JAHAT, "isi_asli": JAHAT, "alamat": JAHAT},
        )
        datar = "".join(JAHAT.split())
        self.assertIn(datar, "".join(self.teks("tanda_terima", pengaduan.pelapor_ids, dpmd_kode=kode).split()))
        self.langkah_2(pengaduan)
        self.assertIn(datar, "".join(self.teks("formulir", pengaduan.pelapor_ids).split()))
        self.assertIn(datar, "".join(self.teks("lembar_disposisi", pengaduan).split()))

    def test_signature_that_is_no_picture_is_not_printed(self):
        svg = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><text>BOCOR</text></svg>').decode()
        for ttd in (svg, base64.b64encode(b"bukan gambar").decode()):
            pengaduan, _kode = self.buat(lengkap=False, pelapor={"ttd_cara": "layar"})
            pengaduan.pelapor_ids._tulis({"ttd": ttd})
            self.assertNotIn("BOCOR", self.teks("formulir", pengaduan.pelapor_ids))
        pengaduan.pelapor_ids._tulis({"ttd": PNG})
        halaman = self.pdf("formulir", pengaduan.pelapor_ids)
        self.assertEqual(len(halaman[0].images), 1)

    def test_engine_fetches_nothing(self):
        with tempfile.NamedTemporaryFile("w", suffix=".css") as berkas:
            berkas.write("body::before { content: 'BOCOR' }")
            berkas.flush()
            html = f"<html><head><link rel='stylesheet' href='file://{berkas.name}'/></head><body>isi</body></html>"
            isi = self.env["ir.actions.report"]._html_ke_pdf(html.encode())
        self.assertEqual(self.satukan(PdfReader(io.BytesIO(isi)).pages), "isi")

    def test_missing_weasyprint_is_said_plainly(self):
        with patch.dict(sys.modules, {"weasyprint": None}), self.assertRaisesRegex(UserError, "WeasyPrint"):
            self.pdf("formulir", self.env["dpmd.pelapor"])
