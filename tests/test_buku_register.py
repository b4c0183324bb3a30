"""The buku register as PDF and as spreadsheet: what it says, to whom, how it looks and what it costs."""

import io
from datetime import date, datetime

from odoo import fields
from odoo.addons.dpmd_pengaduan.models.naskah.buku_register import KOLOM, Baris, BukuRegister, domain_periode
from odoo.addons.dpmd_pengaduan.models.naskah.buku_register_pdf import buku_pdf
from odoo.addons.dpmd_pengaduan.models.naskah.buku_register_xlsx import buku_xlsx
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import SQL
from openpyxl import load_workbook
from pypdf import PdfReader

from .common import KantorHttpCase
from .test_surat import A4, F4, RAHASIA, CetakMixin

JAHAT = '<b>tebal</b> <font size="99">& </para> {{ 7*7 }} <t t-out="1+1"/>'
RUMUS = '=HYPERLINK("http://jahat.example","klik")'
MM = 72 / 25.4
PENCETAK = ("pengadmin", "kadis", "sekretaris", "pengawas")
BUKAN = ("psm_a", "kabid_a", "administrator", "pegawai_biasa", "portal")


@tagged("standard", "post_install", "-at_install")
class TestBukuRegister(CetakMixin, KantorHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()
        cls.terbuka = cls.catat(pengaduan={"perihal": "Perihal terbuka", "pengirim": "Camat Uji"})
        cls.rahasia = cls.catat("rahasia", lengkap=False, pelapor=RAHASIA)
        cls.batal = cls.catat(lengkap=False)
        cls.batal.with_user(cls.orang["kadis"]).action_tutup("salah_catat", "Tercatat dua kali")
        cls.masuk = cls.buat(pengaduan={"perihal": "Belum dicatat"})[0]
        cls.tahun = cls.terbuka.tahun
        cls.periode = (date(cls.tahun, 1, 1), date(cls.tahun, 12, 31))

    @classmethod
    def catat(cls, *args, **kwargs):
        pengaduan = cls.buat(*args, **kwargs)[0]
        pengaduan.with_user(cls.orang["pengadmin"]).action_daftarkan()
        return pengaduan

    def env_milik(self, login):
        return self.env(user=self.orang[login])

    def buku(self, login="pengadmin"):
        return BukuRegister.untuk_periode(self.env_milik(login), *self.periode)

    def lembar(self, buku=None, baris=None):
        return PdfReader(io.BytesIO(buku_pdf(buku or self.buku(), baris))).pages

    def sel(self, buku=None):
        """Return the rows of the spreadsheet below its head, as cells."""
        kertas = load_workbook(io.BytesIO(buku_xlsx(buku or self.buku()))).active
        return [baris for baris in kertas.iter_rows() if str(baris[0].value or "").endswith(f"/{self.tahun}")]

    def unduh(self, bentuk="pdf", **ganti):
        isi = {"dari": self.periode[0], "sampai": self.periode[1], "kantor": self.company.id, **ganti}
        return self.url_open(f"/pengaduan/register/{bentuk}?" + "&".join(f"{k}={v}" for k, v in isi.items()))

    def perbanyak(self, pengaduan, jumlah):
        """Put copies of a case into the register, with its pelapor and its disposisi, as many years would."""
        terakhir = max(self.env["dpmd.pengaduan"].search([]).mapped("nomor"))
        self.env.flush_all()
        for model, ganti in (
            ("dpmd.pengaduan", {"nomor": SQL("%s + n", terakhir), "name": SQL("%s || n || '/PGD'", "1"), "id": None}),
            ("dpmd.pelapor", {"pengaduan_id": None, "kode_hash": SQL("NULL"), "id": None}),
            ("dpmd.disposisi", {"pengaduan_id": None, "id": None}),
        ):
            self.salin(model, pengaduan, jumlah, ganti)
        self.env.invalidate_all()

    def salin(self, model, pengaduan, jumlah, ganti):
        Model = self.env[model]
        kolom = [f.name for f in Model._fields.values() if f.column_type and f.store and f.name not in ganti]
        satu = SQL("id") if model == "dpmd.pengaduan" else SQL("pengaduan_id")
        nilai = [SQL.identifier(nama) for nama in kolom]
        for nama, isi in ganti.items():
            if isi is not None:
                kolom.append(nama)
                nilai.append(isi)
            elif nama == "pengaduan_id":
                kolom.append(nama)
                nilai.append(SQL("(SELECT max(id) - %s + n FROM dpmd_pengaduan)", jumlah))
        self.env.cr.execute(
            SQL(
                "INSERT INTO %s (%s) SELECT %s FROM %s, generate_series(1, %s) n WHERE %s = %s ORDER BY n",
                SQL.identifier(Model._table),
                SQL(", ").join(map(SQL.identifier, kolom)),
                SQL(", ").join(nilai),
                SQL.identifier(Model._table),
                jumlah,
                satu,
                pengaduan.id,
            )
        )

    # ------------------------------------------------------------------
    # What it says
    # ------------------------------------------------------------------

    def test_numbers_void_ones_and_identities(self):
        semua = self.terbuka | self.rahasia | self.batal | self.masuk
        halaman = self.pdf("buku_register", semua)
        teks = self.satukan(halaman)
        ada = (
            "PEMERINTAH KABUPATEN KUTAI UJI",
            "BUKU REGISTER PENGADUAN MASYARAKAT",
            f"TAHUN {self.tahun}",
            "1 2 3 4 5 6 7 8 9 10 11 12 13",
            *(semua - self.masuk).mapped("name"),
            "Siti Marlina melalui Camat Uji",
            "dirahasiakan",
            "Nomor batal: Tercatat dua kali",
            "Jumlah: 3 (tiga) nomor register, 1 (satu) di antaranya batal.",
            "Mengetahui, Kepala Dinas,",
            "Uji Kadis, S.Sos.",
            "Pengadministrasi Umum,",
            "Uji Pengadmin, S.Sos.",
            "NIP. 19780502 200502 1 003",
            "Kota Uji, ",
            "halaman 1 dari 1",
        )
        for kata in ada:
            self.assertIn(kata, teks)
        for kata in ("Zulkarnaen", "Gang Sunyi", "Belum dicatat", "KONSEP"):
            self.assertNotIn(kata, teks)
        terbuka, rahasia, batal = self.sel()
        self.assertEqual(
            terbuka[1].value.date(), fields.Datetime.context_timestamp(semua[0], semua[0].tanggal_terima).date()
        )
        self.assertEqual(terbuka[4].value, "Siti Marlina\nmelalui Camat Uji")
        self.assertIn("Jl. Poros", terbuka[5].value)
        self.assertEqual((rahasia[4].value, rahasia[5].value), ("dirahasiakan", "-"))
        self.assertEqual([sel.font.strike or False for sel in batal], [True] * 12 + [False])
        self.assertFalse(any(sel.font.strike for sel in terbuka))
        with self.assertRaises(UserError):
            self.pdf("buku_register", self.masuk)

    def test_void_numbers_are_struck_but_not_their_reason(self):
        """Of a void row every line of 12 columns is crossed by a rule, on the paper."""
        baris = Baris(tuple("isi" for _kolom in KOLOM))
        biasa, batal = (
            self.lembar(baris=[satu])[0].get_contents().get_data().count(b" l S")
            for satu in (baris, baris._replace(batal=True))
        )
        self.assertEqual(batal - biasa, 12)

    def test_the_file_says_what_it_is(self):
        pembaca = PdfReader(io.BytesIO(buku_pdf(self.buku())))
        self.assertEqual(pembaca.metadata.title, f"Buku Register Pengaduan Masyarakat, Tahun {self.tahun}")
        self.assertEqual(pembaca.metadata.author, "Dinas Pemberdayaan Uji")
        self.assertIn("Buku Register", pembaca.metadata.subject)
        self.assertEqual(pembaca.trailer["/Root"]["/Lang"], "id-ID")
        fonts = [font.get_object() for font in pembaca.pages[0]["/Resources"]["/Font"].get_object().values()]
        self.assertEqual(len(fonts), 2)
        self.assertTrue(all("/FontFile2" in font["/FontDescriptor"].get_object() for font in fonts))

    def test_inspector_and_sekretaris_see_what_they_may(self):
        teks = self.satukan(self.lembar(self.buku("pengawas")))
        self.assertIn(self.terbuka.name, teks)
        for kata in ("Siti Marlina", "Jl. Poros", "Zulkarnaen"):
            self.assertNotIn(kata, teks)
        self.assertEqual(
            [baris[4].value for baris in self.sel(self.buku("pengawas"))][0].split("\n")[0], "tidak ditampilkan"
        )
        # None of these reached the Sekretaris but the void one, which is closed.
        self.assertEqual([baris[0].value for baris in self.sel(self.buku("sekretaris"))], [self.batal.name])

    def test_a_period_is_counted_on_the_clock_of_the_office(self):
        env = self.env_milik("pengadmin")
        for waktu, hari in ((datetime(2024, 3, 31, 15, 59), 31), (datetime(2024, 3, 31, 16, 0), 1)):
            self.terbuka._tulis({"tanggal_daftar": waktu})
            bulan = date(2024, 3 if hari == 31 else 4, hari)
            self.assertEqual(env["dpmd.pengaduan"].search(domain_periode(env, bulan, bulan)), self.terbuka)
        buku = BukuRegister.untuk_periode(env, date(2024, 4, 1), date(2024, 4, 30))
        self.assertEqual((buku.jumlah, buku.periode), (1, "Periode 1 April 2024 s.d. 30 April 2024"))
        self.terbuka._tulis({"bidang_id": self.bidang_a.id})
        self.assertIn("Bidang A", BukuRegister.untuk_periode(env, date(2024, 4, 1), date.max, self.bidang_a).periode)
        for salah in ((date(2024, 5, 1), date(2024, 4, 1)), (date.min, date(2001, 1, 1))):
            with self.assertRaises(UserError):
                BukuRegister.untuk_periode(env, *salah)
        with self.assertRaises(UserError):
            BukuRegister.untuk_periode(env, date(2024, 4, 1), date(2024, 4, 30), self.bidang_b)

    # ------------------------------------------------------------------
    # How it looks
    # ------------------------------------------------------------------

    def test_signatures_never_stand_alone(self):
        """From 1 to 60 rows, of one line and of many, the last page holds rows of the book above the signatures."""
        buku = self.buku()
        for kertas, ukuran in (("f4", F4), ("a4", A4)):
            self.instansi.kertas = kertas
            for jumlah in range(1, 61, 1 if kertas == "f4" else 4):
                panjang = " perihal yang agak panjang" * (jumlah % 7)
                halaman = self.lembar(buku, [self.contoh(ke, panjang) for ke in range(1, jumlah + 1)])
                akhir = halaman[-1].extract_text()
                with self.subTest(kertas=kertas, jumlah=jumlah):
                    self.assertIn("NIP.", akhir)
                    self.assertGreaterEqual(akhir.count("/PGD/DPMD/2026"), min(2, jumlah))
            self.assertEqual(tuple(round(float(sisi), 2) for sisi in halaman[0].mediabox[2:]), ukuran[::-1])
            for nomor, lembar in enumerate(halaman, 1):
                teks = self.satukan([lembar])
                self.assertIn("1 2 3 4 5 6 7 8 9 10 11 12 13", teks)
                self.assertIn(f"halaman {nomor} dari {len(halaman)}", teks)
                self.assertEqual("PEMERINTAH KABUPATEN" in teks, nomor == 1)
                self.di_dalam(lembar)

    def contoh(self, nomor, panjang=""):
        """Return a row as long as they usually are."""
        hari = date(2026, 3, 12)
        isi = (f"{nomor}/PGD/DPMD/2026", hari, hari, "Datang langsung", "dirahasiakan", "Jl. Poros Desa Uji RT 03")
        isi += ("BLT belum dibayar" + panjang, "Pemerintah Desa Uji", "Pemberdayaan Lembaga Kemasyarakatan")
        isi += ("Pengadministrasi Umum 12-03\nSekretaris Dinas 13-03", "Sekretaris Dinas", hari, "Terbukti sebagian")
        return Baris(isi)

    def di_dalam(self, lembar):
        """Check that no text begins or ends outside of the margins."""
        letak = []

        def lihat(teks, _cm, tm, _font, ukuran):
            if teks.strip() and tm[4]:  # the number of pages has a place of its own
                letak.append((tm[4], tm[5], tm[5] + ukuran))

        lembar.extract_text(visitor_text=lihat)
        lebar, tinggi = (float(sisi) for sisi in lembar.mediabox[2:])
        kiri, bawah, atas = zip(*letak, strict=True)
        self.assertGreaterEqual(min(kiri), 19 * MM)
        self.assertLessEqual(max(kiri), lebar - 20 * MM)
        self.assertGreaterEqual(min(bawah), 12 * MM)
        self.assertLessEqual(max(atas), tinggi - 19 * MM)

    def test_usual_words_and_numbers_stay_whole(self):
        for kertas in ("f4", "a4"):
            self.instansi.kertas = kertas
            baris = self.lembar(baris=[self.contoh(1234)])[0].extract_text().split("\n")
            for kata in ("1234/PGD/DPMD/2026", "12-03-26", "dirahasiakan", "Kemasyarakatan", "Pengadministrasi"):
                self.assertTrue(any(kata in satu for satu in baris), f"{kata} on {kertas}")

    def test_hostile_and_endless_text_is_printed_as_text(self):
        asing = "\N{GRINNING FACE} \N{ARABIC LETTER ALEF}\x07\u202e\u0000"[:-1]
        self.terbuka._tulis({"perihal": JAHAT, "terlapor": RUMUS, "lokasi": "http://jahat.example " + asing})
        self.batal._tulis({"catatan_tutup": "baris\n" * 300 + "A" * 5000 + " tamat"})
        halaman = self.lembar()
        teks = "".join(self.satukan(halaman).split())
        for kata in (JAHAT, RUMUS, "http://jahat.example□□"):
            self.assertIn("".join(kata.split()), teks)
        self.assertIn("tamat", self.satukan(halaman[-1:]))
        self.assertIn("NIP.", self.satukan(halaman[-1:]))
        self.assertGreater(len(halaman), 3)
        for lembar in halaman:
            self.di_dalam(lembar)
        for jumlah in range(20, 75):  # a last row that fills a page, more or less
            baris = Baris(("1/PGD", *["x"] * 11, "baris\n" * jumlah + "tamat"))
            akhir = self.lembar(baris=[self.contoh(1), baris])[-1].extract_text()
            self.assertTrue("tamat" in akhir and "NIP." in akhir, jumlah)
        sel = self.sel()[0]
        self.assertEqual((sel[6].value, sel[6].data_type), (JAHAT, "s"))
        self.assertTrue(sel[7].value.startswith(RUMUS))
        self.assertEqual((sel[7].data_type, sel[7].hyperlink), ("s", None))
        self.terbuka._tulis({"perihal": "=1+1", "lokasi": "http://a.example", "terlapor": False})
        self.batal._tulis({"catatan_tutup": "x" * 40000})
        terbuka, *_lain, batal = self.sel()
        self.assertEqual((terbuka[6].value, terbuka[6].data_type), ("=1+1", "s"))
        self.assertIsNone(terbuka[7].hyperlink)
        self.assertTrue(batal[12].value.endswith("…"), "what a cell cannot hold is cut where it can be seen")

    def test_spreadsheet_is_ready_to_print_and_to_filter(self):
        kertas = load_workbook(io.BytesIO(buku_xlsx(self.buku()))).active
        self.assertEqual([sel.value for sel in kertas[5]], [kolom.judul for kolom in KOLOM])
        self.assertEqual([sel.value for sel in kertas[6]], list(range(1, 14)))
        self.assertEqual(
            (kertas["A1"].value, kertas["A2"].value), ("BUKU REGISTER PENGADUAN MASYARAKAT", f"TAHUN {self.tahun}")
        )
        self.assertEqual(kertas.freeze_panes, "B7")
        self.assertEqual(kertas.auto_filter.ref, "A6:M9")
        self.assertEqual(kertas.print_title_rows, "$5:$6")
        self.assertEqual((kertas.page_setup.orientation, kertas.page_setup.paperSize), ("landscape", 14))
        self.assertEqual(kertas["B7"].number_format, "dd-mm-yyyy")

    # ------------------------------------------------------------------
    # What it costs
    # ------------------------------------------------------------------

    def test_queries_do_not_grow_with_the_rows(self):
        self.jalan(self.terbuka, 7)
        biaya = []
        for jumlah in (5, 45):
            self.perbanyak(self.terbuka, jumlah)
            list(self.buku().baris())  # rules and settings are warm, as in any request
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            buku = self.buku()
            self.assertEqual(len(list(buku.baris())), buku.jumlah)
            biaya.append((buku.jumlah, self.env.cr.sql_log_count - mulai))
        self.assertEqual([jumlah for jumlah, _kueri in biaya], [8, 53])
        self.assertEqual(biaya[0][1], biaya[1][1])
        nama = {baris.isi[4] for baris in self.buku().baris() if not baris.batal}
        self.assertEqual(nama, {"Siti Marlina\nmelalui Camat Uji", "dirahasiakan"})

    # ------------------------------------------------------------------
    # Doors
    # ------------------------------------------------------------------

    def test_doors_are_for_those_who_print_the_register(self):
        self.jalan(self.terbuka, 8)
        vals = {"dari": str(self.periode[0]), "sampai": str(self.periode[1])}
        report = "dpmd_pengaduan.surat_buku_register"
        for login in PENCETAK:
            Wizard = self.env["dpmd.register.wizard"].with_user(self.orang[login])
            wizard = Wizard.create(vals)
            self.assertEqual(wizard.jumlah, 2 if login == "sekretaris" else 3)
            for bentuk in ("pdf", "xlsx"):
                action = call_kw(Wizard, f"action_{bentuk}", [wizard.ids], {})
                self.assertEqual(
                    action["url"],
                    f"/pengaduan/register/{bentuk}?dari={vals['dari']}&sampai={vals['sampai']}&kantor={self.company.id}",
                )
            self.authenticate(f"uji_{login}", f"uji_{login}")
            jawab = self.url_open(action["url"])
            self.assertTrue(jawab.content.startswith(b"PK"))
            self.assertIn(
                f"buku-register-{self.tahun}-01-01-{self.tahun}-12-31.xlsx", jawab.headers["Content-Disposition"]
            )
            self.assertEqual(jawab.headers["Cache-Control"], "no-store")
            self.assertTrue(self.unduh().content.startswith(b"%PDF"))
        for converter in ("pdf", "html", "text"):
            jawab = self.url_open(f"/report/{converter}/{report}/{self.terbuka.id}")
            self.assertTrue(jawab.content.startswith(b"%PDF"), converter)

        for login in BUKAN:
            env = self.env_milik(login)
            with self.subTest(login):
                with self.assertRaises(AccessError):
                    call_kw(env["dpmd.register.wizard"], "create", [vals], {})
                with self.assertRaises(AccessError):
                    call_kw(wizard.with_env(env), "action_pdf", [wizard.ids], {})
                with self.assertRaises(AccessError):
                    BukuRegister.untuk_periode(env, *self.periode)
                for cetak in ("pdf", "html", "text"):
                    with self.assertRaises(AccessError):
                        getattr(env["ir.actions.report"], f"_render_qweb_{cetak}")(report, self.terbuka.ids)
                self.authenticate(f"uji_{login}", f"uji_{login}")
                alamat = [f"/report/{cetak}/{report}/{self.terbuka.id}" for cetak in ("pdf", "html", "text")]
                for jawab in (self.unduh(), self.unduh("xlsx"), *map(self.url_open, alamat)):
                    self.assertEqual(jawab.status_code, 403)
                    self.assertNotIn(self.terbuka.name, jawab.text)
        self.authenticate(None, None)
        self.assertNotIn(b"%PDF", self.unduh().content[:9])

    def test_another_office_is_never_printed(self):
        with self.assertRaises(UserError):
            BukuRegister.untuk_periode(self.env_milik("kadis_lain"), *self.periode)
        with self.assertRaises(AccessError):
            self.pdf("buku_register", self.terbuka, "kadis_lain")
        lain = self.catat(pengaduan={"perihal": "Milik tetangga"})
        lain._tulis({"company_id": self.company_lain.id})
        lain.pelapor_ids._tulis({"company_id": self.company_lain.id})
        self.assertNotIn("Milik tetangga", self.satukan(self.lembar()))
        kedua = self.orang["kadis"]
        kedua.company_ids |= self.company_lain
        self.tugaskan(kedua, "kepala_dinas", company=self.company_lain)
        with self.assertRaisesRegex(UserError, "register of its own"):
            self.pdf(
                "buku_register",
                self.terbuka | lain,
                "kadis",
                allowed_company_ids=(self.company | self.company_lain).ids,
            )
        keduanya = self.env(user=kedua, context={"allowed_company_ids": (self.company_lain | self.company).ids})
        buku = BukuRegister.untuk_periode(keduanya, *self.periode)
        self.assertEqual([baris.isi[6] for baris in buku.baris()], ["Milik tetangga"])
        self.authenticate("uji_kadis", "uji_kadis")
        halaman = PdfReader(io.BytesIO(self.unduh(kantor=self.company_lain.id).content)).pages
        self.assertIn("Milik tetangga", self.satukan(halaman))
        self.assertNotIn("Perihal terbuka", self.satukan(halaman))
        self.authenticate("uji_pengadmin", "uji_pengadmin")
        self.assertEqual(self.unduh(kantor=self.company_lain.id).status_code, 403)
        for salah in ({"dari": "kemarin"}, {"kantor": "x"}, {"dari": "1999-01-01", "sampai": "1999-12-31"}):
            self.assertIn(self.unduh(**salah).status_code, (400, 422), salah)
