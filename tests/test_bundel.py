"""A case as one file: in order, to the last byte, and without who complained unless that was asked for and noted."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from unittest.mock import patch

from odoo import fields, http
from odoo.addons.dpmd_pengaduan.models.bundel.jam import jam_perkara
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from .common import KantorHttpCase
from .rusak import berkas_tertukar
from .test_surat import CetakMixin

ORANG = {
    "terbuka": {"nama": "Zulkarnaen Ja'far", "alamat": "Gang Sunyi 7 RT 02", "telepon": "0812 3456 7890"},
    "rahasia": {"nama": "Wahyuningsih", "alamat": "Jalan Rahasia 11", "telepon": "0813-9999-1111"},
}
# What of them is looked for, blanks left out; phones also as somebody else writes them.
JEJAK = {
    "terbuka": ("zulkarnaen", "gangsunyi7", "081234567890", "81234567890"),
    "rahasia": ("wahyuningsih", "jalanrahasia", "081399991111", "0813-9999"),
}
PEMBUAT = ("pengadmin", "kadis", "sekretaris", "pengawas")
URUTAN = [
    "lembar-pengaduan",
    "lembar-disposisi",
    "telaahan-staf",
    "undangan",
    "daftar-hadir",
    "notulen",
    "berita-acara",
    "laporan",
    "catatan-arsip",
    "kartu-kendali",
]

JUDUL = {
    "lembar-pengaduan": "formulir-pengaduan,-lembar-ii",
    "undangan": "surat-undangan",
    "laporan": "laporan-hasil-rapat",
}


def _teks(nama, isi):
    """Return all that can be read of a file, blanks left out."""
    if nama.endswith(".pdf"):
        isi = " ".join(lembar.extract_text() for lembar in PdfReader(io.BytesIO(isi)).pages)
    else:
        isi = isi.decode("utf-8", "replace")
    return "".join(f"{nama} {isi}".lower().split())


@tagged("standard", "post_install", "-at_install")
class TestBundel(CetakMixin, KantorHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()
        cls.terbuka = cls.buat(
            pengaduan={"permintaan": "Saya, ZULKARNAEN JA'FAR (+62 812-3456-7890), mohon BLT dibayar."},
            pelapor=ORANG["terbuka"],
        )[0]
        cls().jalan(cls.terbuka, 9)
        psm = cls.env["ir.attachment"].with_user(cls.orang["psm_a"])
        psm.create(
            [
                {"name": nama, "raw": isi, "res_model": "dpmd.pengaduan", "res_id": cls.terbuka.id}
                for nama, isi in (
                    ("foto Zulkarnaen.png", cls._png()),
                    ("pernyataan.txt", b"Saya Zulkarnaen\nJa'far"),
                    ("tabel.csv", b"RT;KK\n1;20"),
                    ("surat.pdf", cls._pdf_beraksi()),
                )
            ]
        )
        cls().jalan(cls.terbuka, 18)
        cls.rahasia = cls().jalan(cls.buat("rahasia", pelapor=ORANG["rahasia"])[0], 9)
        cls.env.flush_all()

    @staticmethod
    def _png():
        from PIL import Image

        keluar = io.BytesIO()
        Image.new("RGB", (40, 30), "red").save(keluar, "PNG")
        return keluar.getvalue()

    @staticmethod
    def _pdf_beraksi():
        """Return a page that would run a script when it is opened."""
        penulis, keluar = PdfWriter(), io.BytesIO()
        aksi = {"/S": "/JavaScript", "/JS": "app.alert(1)"}
        aksi = DictionaryObject({NameObject(k): TextStringObject(isi) for k, isi in aksi.items()})
        penulis.add_blank_page(200, 200)[NameObject("/AA")] = DictionaryObject({NameObject("/O"): aksi})
        penulis.write(keluar)
        return keluar.getvalue()

    def bundel(self, pengaduan, bentuk="zip", login="pengadmin", **isi):
        """Return a bundle as somebody makes it: the bytes of one PDF, or its files by name."""
        hasil = self.sebagai(login, pengaduan)._tempuh("bundel", bentuk=bentuk, **isi)
        with hasil.berkas:
            berkas = hasil.berkas.read()
        self.terakhir = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertIn(hashlib.sha256(berkas).hexdigest(), self.terakhir.keluaran, "the card tells which file it was")
        if hasil.nama.endswith(".pdf"):
            return berkas
        with zipfile.ZipFile(io.BytesIO(berkas)) as arsip:
            return {nama: arsip.read(nama) for nama in arsip.namelist()}

    def naskah(self, jenis, pengaduan=None):
        semua = self.env["dpmd.dokumen"].search((pengaduan or self.terbuka)._domain_naskah())
        return semua.filtered(lambda dokumen: dokumen.jenis == jenis)

    def test_the_papers_are_in_order_and_as_they_were_issued(self):
        berkas = self.bundel(self.terbuka)
        nama = [satu for satu in berkas if satu.startswith("naskah/")]
        self.assertEqual([satu.split("/")[1][3:-4].split("-", 2)[-1] for satu in nama[:-1]], URUTAN[:-1])
        self.assertEqual(nama[-1], "naskah/10-kartu-kendali.pdf")
        manifes = json.loads(berkas["manifest.json"])
        for butir in manifes["naskah"]:
            if butir["asli"] and butir["berkas"]:
                dokumen = self.naskah(butir["jenis"])
                self.assertEqual(berkas[butir["berkas"]], dokumen._isi_pdf())
                self.assertEqual((butir["sha256"], butir["nomor"] or "/"), (dokumen.sha256, dokumen.name))
        sidik = dict(baris.split("  ", 1)[::-1] for baris in berkas["SHA256SUMS"].decode().splitlines())
        self.assertEqual(sidik, {n: hashlib.sha256(isi).hexdigest() for n, isi in berkas.items() if n != "SHA256SUMS"})
        self.assertEqual(
            manifes["berkas"],
            [
                {"nama": n, "sha256": hashlib.sha256(isi).hexdigest(), "ukuran": len(isi)}
                for n, isi in berkas.items()
                if n not in ("manifest.json", "DAFTAR ISI.txt", "SHA256SUMS")
            ],
        )
        self.assertEqual((manifes["identitas_pelapor"], manifes["kartu_kendali"]["utuh"]), ("tanpa", True))
        self.assertIn("Surat Pemberitahuan, 400.10.2/1/PBH", berkas["DAFTAR ISI.txt"].decode())
        self.assertTrue(self.terbuka._kartu_utuh())

        isi = self.bundel(self.terbuka, "pdf", "kadis")
        self.assertIn(b"JavaScript", berkas["lampiran/03-berkas-perkara.pdf"])
        self.assertNotIn(b"JavaScript", isi, "evidence among the pages does nothing when it is opened")
        baca = PdfReader(io.BytesIO(isi))
        daftar = [satu for satu in baca.outline if not isinstance(satu, list)]
        nomor = {lembar.indirect_reference.idnum: ke for ke, lembar in enumerate(baca.pages)}
        tanda = {satu.title: nomor[satu.raw_get("/Page").idnum] for satu in daftar}
        self.assertEqual(
            [judul.split(". ")[-1].split(" 400")[0].lower().replace(" ", "-") for judul in tanda],
            ["sampul-dan-daftar-isi", *(JUDUL.get(jenis, jenis) for jenis in URUTAN), "berkas-pendukung"],
        )
        self.assertEqual([satu.title for satu in baca.outline[-1]][:2], ["Berkas perkara 1", "Berkas perkara 4"])
        sampul = self.satukan(baca.pages[: tanda["3. Formulir Pengaduan, Lembar II"]])
        telaahan = f"8. Telaahan Staf {self.naskah('telaahan_staf').name}"
        for judul in ("3. Formulir Pengaduan, Lembar II", telaahan, "Kartu Kendali"):
            self.assertRegex(sampul, rf"{judul.split('. ')[-1]} .{{1,30}} {tanda[judul] + 1} ")
        self.assertIn("Surat Pemberitahuan 400.10.2/1/PBH", sampul)
        self.assertIn(self.terbuka.kartu_ids.sorted("urutan")[-2].segel[:40], sampul)
        asli = PdfReader(io.BytesIO(self.naskah("telaahan_staf")._isi_pdf())).pages[0]
        isi = baca.pages[tanda[telaahan]].get_contents().get_data()
        self.assertEqual(isi, asli.get_contents().get_data())

    def test_nobody_finds_out_who_complained(self):
        self.sebagai("kadis", self.rahasia).action_buka_identitas("Ada ancaman")
        self.terbuka._catat("Zulkarnaen ja'far menelepon", alasan="dari 081234567890")
        coba = [(self.terbuka, "zip", login) for login in PEMBUAT]  # three of them may read the name
        coba += [(kasus, "ombudsman", "kadis") for kasus in (self.terbuka, self.rahasia)]
        for kasus, bentuk, login in coba:
            with self.subTest(kasus.identitas, bentuk=bentuk, login=login):
                berkas = self.bundel(kasus, bentuk, login)
                self.assertGreater(len(berkas), 6)
                for nama, isi in berkas.items():
                    teks = _teks(nama, isi)
                    self.assertFalse([jejak for jejak in JEJAK[kasus.identitas] if jejak in teks], nama)
        berkas = self.bundel(self.terbuka)
        self.assertIn("[identitaspelapor]", _teks("naskah/01-langkah-03-lembar-pengaduan.pdf", berkas[list(berkas)[0]]))
        terpisah = [b["jenis"] for b in json.loads(berkas["manifest.json"])["naskah"] if b["keadaan"] == "terpisah"]
        self.assertIn("formulir", terpisah)
        self.assertIn("berkas-perkara", terpisah, "a file of the case that names the pelapor")

    def test_with_the_identity_it_takes_the_right_and_a_reason_and_is_noted(self):
        dengan = {"dengan_identitas": True, "alasan": "Diminta penyidik"}
        for kasus, login in (
            (self.terbuka, "pengawas"),
            (self.rahasia, "kadis"),
            (self.rahasia, "pengadmin"),
            (self.rahasia, "sekretaris"),
        ):
            with self.subTest(kasus.identitas, login=login), self.assertRaises(AccessError):
                self.sebagai(login, kasus)._tempuh("bundel", bentuk="zip", **dengan)
        with self.assertRaisesRegex(UserError, "reason"):
            self.sebagai("kadis", self.terbuka)._tempuh("bundel", bentuk="zip", dengan_identitas=True, alasan=" ")
        self.sebagai("kadis", self.rahasia).action_beri_akses_pengawas(
            self.orang["pengawas"].id, "Pemeriksaan", surat_tugas="ST/1"
        )
        with self.assertRaises(AccessError):  # an inspector may look, and takes nothing along
            self.sebagai("pengawas", self.rahasia)._tempuh("bundel", bentuk="zip", **dengan)

        self.sebagai("kadis", self.rahasia).action_buka_identitas("Ada ancaman")
        berkas = self.bundel(self.rahasia, login="kadis", **dengan)
        rahasia = {nama for nama in berkas if "wahyuningsih" in _teks(nama, berkas[nama])}
        self.assertEqual(rahasia, {"identitas-RAHASIA/naskah/02-langkah-03-formulir.pdf"})
        self.assertEqual(json.loads(berkas["manifest.json"])["identitas_pelapor"], "dengan")
        self.assertIn("with the identity", self.terakhir.keluaran)
        self.assertEqual(self.terakhir.alasan, "Diminta penyidik")
        akses = self.rahasia.pelapor_ids.akses_ids[0]
        self.assertEqual((akses.user_id, akses.alasan), (self.orang["kadis"], "Diminta penyidik"))
        self.assertLessEqual(akses.berlaku_sampai, fields.Datetime.now(), "told, and opens nothing")

        berkas = self.bundel(self.terbuka, login="sekretaris", **dengan)
        self.assertIn("identitas-RAHASIA/naskah/12-langkah-17-pemberitahuan.pdf", berkas)
        self.assertIn("zulkarnaenja'far", _teks(".pdf", berkas["naskah/04-langkah-05-lembar-disposisi.pdf"]))
        self.assertFalse(self.terbuka.pelapor_ids.akses_ids)

    @mute_logger("odoo.http", "odoo.addons.base.models.ir_rule", "odoo.addons.base.models.ir_model")
    def test_no_door_opens_for_others(self):
        kartu = len(self.terbuka.kartu_ids)
        alamat, isi = f"/pengaduan/bundel/{self.terbuka.id}", {"bentuk": "zip"}
        for login in ("psm_a", "kabid_a", "kadis_lain", "pengadmin_lain", "administrator", "portal"):
            with self.subTest(login=login):
                saya = self.env["dpmd.pengaduan"].with_user(self.orang[login])
                for aksi, argumen in (("action_bundel", ["zip"]), ("action_bundel_ombudsman", [])):
                    with self.assertRaises(AccessError):
                        call_kw(saya, aksi, [self.terbuka.ids, *argumen], {})
                with self.assertRaises(AccessError):
                    wizard = self.env["dpmd.bundel.wizard"].with_user(self.orang[login])
                    wizard.create({"res_id": self.terbuka.id}).action_unduh()
                self.authenticate(f"uji_{login}", f"uji_{login}")
                jawab = self.url_open(alamat, {**isi, "csrf_token": http.Request.csrf_token(self)})
                self.assertEqual(jawab.status_code, 403)
                self.assertNotIn("Traceback", jawab.text)
                self.assertNotIn("Zulkarnaen", jawab.text)
        self.authenticate("uji_kadis", "uji_kadis")
        self.assertEqual(self.url_open(alamat, isi).status_code, 400, "a page elsewhere cannot post it")
        self.assertGreaterEqual(self.url_open(f"{alamat}?bentuk=zip").status_code, 400, "an address makes none")
        token = http.Request.csrf_token(self)
        self.assertEqual(self.url_open(alamat, {"bentuk": "exe", "csrf_token": token}).status_code, 400)
        self.authenticate(None, None)
        jawab = self.url_open(alamat, {**isi, "csrf_token": http.Request.csrf_token(self)}, allow_redirects=False)
        self.assertIn("/web/login", jawab.headers["Location"])
        self.env.invalidate_all()
        self.assertEqual(len(self.terbuka.kartu_ids), kartu, "nothing was made, nothing is noted")

        self.authenticate("uji_kadis", "uji_kadis")
        jawab = self.url_open(alamat, {"bentuk": "pdf", "csrf_token": http.Request.csrf_token(self)})
        self.assertTrue(jawab.content.startswith(b"%PDF"))
        self.assertIn("berkas-perkara-1-PGD-DPMD-", jawab.headers["Content-Disposition"])
        self.assertEqual(jawab.headers["Cache-Control"], "no-store")
        self.env.invalidate_all()
        self.assertIn(hashlib.sha256(jawab.content).hexdigest(), self.terbuka.kartu_ids.sorted("urutan")[-1].keluaran)

    def test_what_is_damaged_or_void_is_named_and_the_rest_comes(self):
        laporan = self.naskah("laporan")
        with berkas_tertukar(laporan), patch.object(self.registry["dpmd.dokumen"], "_laporkan"):
            berkas = self.bundel(self.terbuka, "ombudsman")
        manifes = json.loads(berkas["manifest.json"])
        self.assertFalse(manifes["kartu_kendali"]["utuh"])
        keadaan = {butir["jenis"]: butir["keadaan"] for butir in manifes["naskah"]}
        self.assertEqual((keadaan["laporan"], keadaan["berita_acara"]), ("rusak", "ada"))
        sampul = self.satukan(PdfReader(io.BytesIO(berkas["berkas-perkara.pdf"])).pages[:3])
        self.assertIn("Laporan Hasil Rapat 400.10.2/1/LHR", sampul)
        self.assertIn("RUSAK", sampul)
        self.assertIn("TIDAK UTUH", sampul)

        undangan = self.naskah("undangan")
        undangan._batalkan("Salah tanggal")
        self.terbuka._catat("Undangan batal")
        berkas = self.bundel(self.terbuka)
        self.assertEqual(berkas["batal-atau-diganti/04-langkah-09-undangan.pdf"], undangan._isi_pdf())
        self.assertIn("batal: Salah tanggal", berkas["DAFTAR ISI.txt"].decode())
        self.assertNotIn(undangan.kode, _teks(".pdf", self.bundel(self.terbuka, "pdf")))

    def test_a_case_that_just_came_in_and_one_closed_early(self):
        baru = self.buat(pelapor=ORANG["terbuka"])[0]
        self.assertIn("belum terdaftar", self.satukan(PdfReader(io.BytesIO(self.bundel(baru, "pdf"))).pages))
        kasus = self.buat(waktu=fields.Datetime.now() - timedelta(days=20))[0]
        self.jalan(kasus, 5)
        self.sebagai("kadis", kasus).action_tutup("dilimpahkan", "Bukan wewenang", tujuan="Dinas Sosial")
        jam = {satu.tenggat.kode: satu for satu in jam_perkara(kasus)}
        self.assertEqual(jam["tanggapan"].hasil, "terlewati 6 hari")
        self.assertEqual(jam["putusan"].hasil, "berhenti karena pengaduan ditutup")
        berkas = self.bundel(kasus, "ombudsman")
        rtf = berkas["konsep-surat-tanggapan.rtf"].decode("ascii")
        self.assertEqual(rtf.count("{"), rtf.count("}"))
        for kata in (kasus.name, "Dinas Sosial", "terlewati 6 hari"):
            self.assertIn(kata, rtf)
            self.assertIn("".join(kata.lower().split()), _teks(".pdf", berkas["konsep-surat-tanggapan.pdf"]))
        self.assertIn("uu25/2009pasal44", _teks(".pdf", berkas["jangka-waktu.pdf"]))

    def test_two_rounds_and_a_joined_case(self):
        gabung = self.jalan(self.buat(pelapor={"nama": "Lain Orang"})[0], 8)
        induk = self.jalan(self.buat(pelapor={"nama": "Orang Induk"})[0], 8)
        self.sebagai("kadis", gabung).action_gabung(induk.id, "Perkara sama")
        self.jalan(induk, 10)
        manifes = json.loads(self.bundel(gabung)["manifest.json"])
        dari_induk = [butir["jenis"] for butir in manifes["naskah"] if butir["perkara_induk"] == induk.name]
        self.assertEqual(dari_induk, ["telaahan_staf", "undangan"])

        self.terbuka._tempuh("keberatan", alasan="Belum dibayar")
        self.psm = "psm_a2"
        self.jalan(self.terbuka, 9)
        berkas = self.bundel(self.terbuka)
        putaran = [nama.split("/")[1][3:12] for nama in berkas if nama.startswith("naskah/")]
        self.assertEqual(putaran, sorted(putaran))
        self.assertTrue(any("putaran-2-langkah-08-telaahan-staf" in nama for nama in berkas))
        baca = PdfReader(io.BytesIO(self.bundel(self.terbuka, "pdf")))
        judul = [satu.title for satu in baca.outline if not isinstance(satu, list)]
        self.assertEqual(judul, ["Sampul dan daftar isi", "Putaran 1", "Putaran 2", "Berkas pendukung"])
