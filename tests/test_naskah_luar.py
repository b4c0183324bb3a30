"""A finished PDF made elsewhere: brought by whoever hands the paper up, signed here, issued exactly as it is."""

import base64
import hashlib
from datetime import timedelta

from odoo import fields
from odoo.addons.dpmd_pengaduan.models.naskah import pdf_luar
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.service.model import call_kw
from odoo.tests import BaseCase, tagged
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from . import pdf
from .common import PNG
from .publik import PublikCase
from .test_naskah_baki import DOKUMEN, PENGADUAN, NaskahCase

LAMAN = "/pengaduan/verifikasi"


def dengan(ubah):
    """Return a letter (bytes) that was changed before it was written."""
    penulis = pdf.penulis()
    ubah(penulis)
    return pdf.tulis(penulis)


def aksi(jenis, **kunci):
    """Return what puts an action that runs on opening into a letter."""
    isi = {NameObject("/S"): NameObject(jenis)}
    isi |= {NameObject(f"/{nama}"): nilai for nama, nilai in kunci.items()}
    return lambda penulis: penulis.root_object.update({NameObject("/OpenAction"): DictionaryObject(isi)})


def isian(penulis):
    """Put a field to be filled in into a letter."""
    kolom = penulis._add_object(DictionaryObject({NameObject("/FT"): NameObject("/Tx")}))
    penulis.root_object[NameObject("/Tersembunyi")] = kolom


@tagged("standard", "post_install", "-at_install")
class TestPdfLuar(BaseCase):
    """What a file is and what its signatures say, read without Odoo."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.penerbit = pdf.Penerbit()
        cls.akar = [cls.penerbit.pem.decode()]
        cls.bertanda = pdf.tandai(pdf.surat(), cls.penerbit.penanda())

    def hasil(self, isi, akar=None):
        return [satu["hasil"] for satu in pdf_luar.baca(isi, self.akar if akar is None else akar)]

    def test_each_signature_is_told_as_it_is(self):
        surat, penerbit = pdf.surat(), self.penerbit
        berdua = pdf.tandai(self.bertanda, penerbit.penanda("Sekda"), "Tanda2")
        for nama, isi, harap in (
            ("none", surat, []),
            ("trusted", self.bertanda, ["sah"]),
            ("two, one after the other", berdua, ["sah", "sah"]),
            ("altered by an update that was appended", pdf.ubah_sesudahnya(self.bertanda), ["diubah"]),
            ("altered between two signatures", self.disela(), ["diubah", "sah"]),
            ("a line more at the end", self.bertanda + b"\n% lagi\n", ["diubah"]),
            ("one byte another", self.bertanda.replace(b"Surat dari", b"surat dari", 1), ["rusak"]),
            ("expired", pdf.tandai(surat, penerbit.penanda(sampai=-1)), ["kedaluwarsa"]),
            ("not yet in force", pdf.tandai(surat, penerbit.penanda(mulai=1)), ["kedaluwarsa"]),
            ("an issuer that only bears the name", pdf.tandai(surat, pdf.Penerbit().penanda()), ["tidak_dikenal"]),
            ("a certificate for something else", pdf.tandai(surat, penerbit.penanda(guna=False)), ["tidak_pantas"]),
            ("revoked, as the file itself says", penerbit.dicabut(self.bertanda), ["dicabut"]),
        ):
            with self.subTest(nama):
                self.assertEqual(self.hasil(isi), harap)
        self.assertEqual(self.hasil(self.bertanda, []), ["tidak_dikenal"])
        satu = pdf_luar.baca(self.bertanda, self.akar)[0]
        self.assertEqual((satu["nama"], satu["penerbit"]), ("Drs. Uji Kadis", "Penerbit Uji"))
        self.assertFalse(satu["cap_waktu"], "the clock of who signed is no time-stamp")

    def disela(self):
        return pdf.tandai(pdf.ubah_sesudahnya(self.bertanda), self.penerbit.penanda("Sekda"), "Tanda2")

    def test_what_is_no_finished_letter_is_refused(self):
        for sebab, isi in {
            "aktif": [
                dengan(aksi("/JavaScript", JS=TextStringObject("app.alert(1)"))),
                dengan(aksi("/Launch", F=TextStringObject("cmd.exe"))),
                dengan(aksi("/SubmitForm")),
                pdf.selipkan_skrip(self.bertanda),
            ],
            "lampiran": [dengan(lambda penulis: penulis.add_attachment("data.xml", b"<a/>"))],
            "isian": [dengan(isian)],
            "terkunci": [dengan(lambda penulis: penulis.encrypt("rahasia"))],
            "halaman": [pdf.surat(0), pdf.surat(pdf_luar.MAKS_HALAMAN + 1)],
            "rusak": [b"%PDF-1.7\n" + b"tidak ada apa-apa " * 99, pdf.surat()[:200]],
        }.items():
            for ke, satu in enumerate(isi):
                with self.subTest(sebab, ke=ke), self.assertRaisesRegex(pdf_luar.Ditolak, f"^{sebab}$"):
                    pdf_luar.baca(satu, [])
        self.assertEqual(self.hasil(dengan(aksi("/URI"))), [], "a link is none of these")

    def test_a_hostile_file_ends_in_words(self):
        """Read by the program of its own, which the kernel holds to its time and memory."""
        ekor = b"trailer <</Root 2 0 R>>\nstartxref\n0\n%%EOF"
        pohon = b"2 0 obj <</Type/Catalog/Pages 3 0 R>> endobj\n"
        for nama, isi in (
            ("nested too deep", b"1 0 obj " + b"[" * 99_999 + b"]" * 99_999 + b" endobj\n" + pohon),
            ("pages that hold themselves", pohon + b"3 0 obj <</Type/Pages/Kids[3 0 R 3 0 R]/Count 9>> endobj\n"),
            ("too many objects", b"".join(b"%d 0 obj <<>> endobj\n" % ke for ke in range(5, 110_000)) + pohon),
            ("megabytes of nothing", b"1 0 obj <<" * 300_000),
        ):
            with self.subTest(nama), self.assertRaisesRegex(pdf_luar.Ditolak, "^(rusak|rumit)$"):
                pdf_luar.baca_terpisah(b"%PDF-1.4\n" + isi + ekor, [])
        rusak = self.bertanda.replace(b"/ByteRange", b"/ByteRang\xff", 1)
        for isi in (self.bertanda[:-40], rusak, self.bertanda.replace(b"/Contents <30", b"/Contents <ff", 1)):
            hasil = self.hasil(isi)
            self.assertNotIn("sah", hasil)

    def test_many_signatures_are_checked_and_too_many_refused(self):
        isi, penanda = pdf.surat(), self.penerbit.penanda()
        for ke in range(8):
            isi = pdf.tandai(isi, penanda, f"Tanda{ke}")
        self.assertEqual([satu["hasil"] for satu in pdf_luar.baca_terpisah(isi, self.akar)], ["sah"] * 8)
        batas, pdf_luar.MAKS_TANDA_TANGAN = pdf_luar.MAKS_TANDA_TANGAN, 7
        self.addCleanup(setattr, pdf_luar, "MAKS_TANDA_TANGAN", batas)
        with self.assertRaisesRegex(pdf_luar.Ditolak, "^rumit$"):
            pdf_luar.baca(isi, self.akar)


class NaskahLuarCase(NaskahCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.penerbit = pdf.Penerbit()
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.bertanda = pdf.tandai(pdf.surat(), cls.penerbit.penanda())

    def bawa(self, login, pengaduan, jenis=None, isi=None, **lain):
        """Bring a finished PDF over RPC; return the paper that waits then (superuser)."""
        nilai = {
            "berkas": base64.b64encode(self.bertanda if isi is None else isi).decode(),
            "nomor": " 005/17-Set/ 2026 ",
            "tanggal": fields.Date.to_string(self.env["dpmd.penugasan"]._hari_ini()),
            "asal": "srikandi",
            "dokumen_id": self.surat(pengaduan, jenis).id if jenis else None,
            **lain,
        }
        saya = self.env(user=self.orang[login])[PENGADUAN]
        jawaban = call_kw(saya, "action_bawa_naskah", [pengaduan.ids], nilai)
        return self.env[DOKUMEN].browse(jawaban["res_id"])

    def tolak(self, pola, *args, galat=UserError, **lain):
        with self.assertRaisesRegex(galat, pola), self.env.cr.savepoint():
            self.bawa(*args, **lain)


@tagged("standard", "post_install", "-at_install")
class TestNaskahLuar(NaskahLuarCase):
    def test_it_goes_up_is_signed_and_issued_to_the_last_byte(self):
        self.instansi.akar_sertifikat = base64.b64encode(self.penerbit.pem)
        pengaduan, ours = self.diajukan("undangan")
        surat = self.bawa("psm_a", pengaduan)
        self.assertEqual((ours.state, surat.state), ("batal", "diajukan"))
        self.assertEqual(surat.sha256_ajuan, hashlib.sha256(self.bertanda).hexdigest())
        self.assertEqual((surat.name, surat.asal_naskah, surat.naskah_luar), ("005/17-Set/ 2026", "srikandi", True))
        self.assertEqual(surat.dibawa_oleh, f"{self.orang['psm_a'].name}, S.Sos. ({surat.pengesahan_ids.sebutan})")
        self.assertEqual((surat.dibekukan, surat.kode), (False, False), "who brings a paper makes nothing official")
        self.assertEqual(pengaduan.desk_user_id, self.orang["kadis"])
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        for kata in ("SRIKANDI", "005/17-Set/ 2026", "trusts its issuer"):
            self.assertIn(kata, baris.keluaran)
        self.assertEqual((baris.user_id, baris.dokumen_id), (self.orang["psm_a"], surat))
        self.env["dpmd.instansi"]._milik(self.company).akar_sertifikat = False
        baki = self.baca("kadis", pengaduan)
        self.assertEqual(baki, surat)
        for kata in ("trusts its issuer", "Drs. Uji Kadis", "Penerbit Uji", "no time-stamp"):
            self.assertIn(kata, baki.tanda_tangan_tampil)
        baki.action_sahkan()
        self.assertEqual((surat.state, surat.name, surat.nomor), ("berlaku", "005/17-Set/ 2026", 0))
        isi = base64.b64decode(surat.with_context(bin_size=False).pdf)
        self.assertEqual(isi, self.bertanda)
        self.assertEqual({surat.sha256, *surat.pengesahan_ids.mapped("hash_isi")}, {hashlib.sha256(isi).hexdigest()})
        cetak = self.env["ir.actions.report"].with_user(self.orang["psm_a"]).with_context(force_report_rendering=True)
        kertas, _jenis = cetak._render_qweb_pdf("dpmd_pengaduan.report_undangan", pengaduan.rapat_ids.ids)
        self.assertEqual(kertas, self.bertanda)
        self.assertEqual(pengaduan.langkah, 10)
        self.assertFalse(pengaduan._cacat())
        # Ours that comes next takes the first number: an outside paper leaves no gap.
        kedua = self.diajukan("undangan")[0]
        self.tolak("issued already", "psm_a", kedua, nomor="005/17-SET/ 2026")
        self.sahkan("kadis", kedua)
        milik_kami = self.surat(kedua, "undangan")
        self.assertEqual(milik_kami.nomor, 1)
        ketiga = self.diajukan("undangan")[0]
        self.tolak("issued already", "psm_a", ketiga, nomor=milik_kami.name)
        self.tolak("form of the numbers", "psm_a", ketiga, nomor=milik_kami.name.replace("/1/", "/2/"))

    def test_nobody_else_brings_it_and_nobody_late(self):
        pengaduan, surat = self.diajukan("undangan")
        for login in ("pengadmin", "kadis", "sekretaris", "kabid_a", "psm_a2"):
            self.tolak("", login, pengaduan)
        for login in ("psm_b", "pengawas", "pengadmin_lain", "kadis_lain", "administrator", "portal"):
            self.tolak("", login, pengaduan, galat=(AccessError, UserError))
        for lain, pola in (
            ({"isi": b"GIF89a"}, "not a photo"),
            ({"isi": b""}, "empty"),
            ({"berkas": "bukan base64!"}, "no PDF"),
            ({"isi": base64.b64decode(PNG)}, "no PDF"),
            ({"isi": b"%PDF-1.7" + b" " * (11 << 20)}, "larger than 10 MB"),
            ({"isi": dengan(aksi("/JavaScript"))}, "a script"),
            ({"nomor": " / "}, "number that stands"),
            ({"nomor": None}, "number that stands"),
            ({"tanggal": fields.Date.to_string(fields.Date.today() + timedelta(3))}, "future"),
            ({"tanggal": None}, "date"),
            ({"asal": "telegram"}, "where the paper was made"),
            ({"dokumen_id": self.env[DOKUMEN].search([("id", "!=", surat.id)], limit=1).id or 1}, "No paper waits"),
        ):
            with self.subTest(pola, **{nama: str(nilai)[:20] for nama, nilai in lain.items()}):
                self.tolak(pola, "psm_a", pengaduan, **lain)
        self.env.flush_all()
        self.assertEqual(surat.state, "diajukan", "nothing is lost")
        self.sahkan("kadis", pengaduan)
        self.tolak("No paper waits", "psm_a", pengaduan)
        with self.assertRaises(UserError):
            call_kw(self.env(user=self.orang["psm_a"])[DOKUMEN], "write", [surat.ids, {"naskah_luar": True}], {})

    def test_report_and_answer_from_word_go_up_together(self):
        """The report by its drafter, the answer by the clerk; each waits for the same paraf and signatures as ours."""
        pengaduan = self.kasus(13)
        self.tolak("No paper waits", "pengadmin", pengaduan, "laporan")
        laporan = self.bawa("psm_a", pengaduan, "laporan", nomor="LHR/9", isi=pdf.surat(2))
        jawaban = self.bawa("pengadmin", pengaduan, nomor="PBH/9", isi=pdf.surat(3), asal="word")
        self.assertEqual((jawaban.jenis, jawaban.iring_id), ("pemberitahuan", laporan))
        self.assertEqual(pengaduan.laporan_ids.dokumen_id, laporan)
        self.assertIn("no electronic signature", jawaban.tanda_tangan_tampil)
        self.assertTrue(self.sebagai("pengadmin", jawaban).boleh_bawa)
        self.assertFalse(self.sebagai("pengadmin", laporan).boleh_bawa)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            call_kw(self.env(user=self.orang["pengadmin"])[DOKUMEN], "action_lepas", [laporan.ids], {"alasan": "x"})
        # Away again, and a second one in its place.
        self.sebagai("pengadmin", jawaban).action_lepas("Salah berkas")
        ours = self.surat(pengaduan, "pemberitahuan")
        self.assertEqual((jawaban.state, jawaban.alasan_batal), ("batal", "Salah berkas"))
        self.assertEqual((ours.naskah_luar, ours.name, ours.iring_id), (False, "/", laporan))
        jawaban = self.bawa("psm_a", pengaduan, "pemberitahuan", nomor="PBH/9", isi=pdf.surat(4))
        jawaban = self.bawa("psm_a", pengaduan, "pemberitahuan", nomor="PBH/10", isi=pdf.surat(4))
        self.jalan(pengaduan, 14)
        for jenis, login in (("laporan", "psm_a"), ("pemberitahuan", "pengadmin")):
            self.tolak("No paper waits", login, pengaduan, jenis)
        self.assertFalse(self.sebagai("psm_a", laporan).boleh_bawa)
        self.jalan(pengaduan, 16)
        self.assertEqual((laporan.state, laporan.name, pengaduan.laporan_ids.name), ("berlaku", "LHR/9", "LHR/9"))
        self.assertEqual((jawaban.state, jawaban.name), ("berlaku", "PBH/10"))
        self.assertEqual(laporan.pengesahan_ids.mapped("jenis"), ["penyusun", "paraf", "paraf", "tanda_tangan"])
        self.assertEqual(jawaban._isi_pdf(), pdf.surat(4))
        self.assertFalse(pengaduan._cacat())
        self.jalan(pengaduan, 18)
        self.assertIn(jawaban, pengaduan.pelapor_ids._surat_untuk_pelapor())

    def test_what_it_is_about_changes_and_it_is_void_like_ours(self):
        pengaduan = self.diajukan("undangan")[0]
        surat = self.bawa("psm_a", pengaduan)
        self.sebagai("psm_a", pengaduan).rapat_ids.tempat = "Ruang lain"
        self.assertEqual(surat.state, "batal")
        self.assertEqual(pengaduan.desk_user_id, self.orang["psm_a"])
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        surat = self.bawa("psm_a", pengaduan, isi=pdf.surat())
        self.baca("kadis", pengaduan)
        self.instansi.alamat = "Jalan Baru 1"
        self.assertEqual(self.sebagai("kadis", surat).action_sahkan()["tag"], "display_notification")
        self.assertEqual((surat.state, surat.dibekukan), ("batal", False))

    def test_the_notulen_needs_no_number_and_its_signatories_sign_the_new_one(self):
        pengaduan = self.kasus(10)
        rapat = self.isi_rapat(pengaduan)
        rapat.sudo()._tulis({"pencatat_user_id": self.orang["psm_a"].id})
        self.sebagai("psm_a", pengaduan).action_rapat_dilaksanakan()
        ours = self.surat(pengaduan, "notulen")
        self.assertEqual(ours.pengesahan_ids.user_id, self.orang["psm_a"], "who presses has signed with it")
        surat = self.bawa("psm_a", pengaduan, "notulen", nomor="")
        self.assertEqual((surat.name, surat.giliran_user_ids), ("/", self.orang["psm_a"] | self.orang["kabid_a"]))
        for login in ("psm_a", "kabid_a"):
            self.assertEqual(surat.state, "diajukan")
            self.sahkan(login, pengaduan)
        self.assertEqual((surat.state, surat._isi_pdf()), ("berlaku", self.bertanda))
        self.buat_berita_acara(pengaduan)  # signed by who attended, where the meeting is; ink has its scan
        self.tolak("No paper waits", "psm_a", pengaduan)

    def test_trusted_issuers_are_certificates_and_their_change_is_noted(self):
        kedua = pdf.Penerbit("Penerbit Kedua")
        self.instansi.akar_sertifikat = base64.b64encode(self.penerbit.pem + kedua.pem)
        self.assertRegex(self.instansi.akar_nama, r"Penerbit Uji \(\w{16}\), Penerbit Kedua \(\w{16}\)")
        self.assertEqual(len(self.instansi._akar_tepercaya()), 2)
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self.instansi.akar_sertifikat = base64.b64encode(b"bukan sertifikat")
        with self.assertRaises(AccessError), self.env.cr.savepoint():
            self.sebagai("kadis", self.instansi).akar_sertifikat = False


@tagged("standard", "post_install", "-at_install")
class TestNaskahLuarTerbuka(PublikCase):
    kasus, surat, diajukan = NaskahCase.kasus, NaskahCase.surat, NaskahCase.diajukan
    bawa = NaskahLuarCase.bawa

    def test_everybody_can_check_it_by_its_code_and_its_file(self):
        pengaduan = self.diajukan("undangan")[0]
        isi = pdf.tandai(pdf.surat(), pdf.Penerbit().penanda())
        surat = self.bawa("psm_a", pengaduan, isi=isi)
        self.sahkan("kadis", pengaduan)
        jawaban = self.url_open(f"{LAMAN}/{surat.token}")
        self.assertEqual(jawaban.status_code, 200)
        for kata in (
            "Valid.",
            "005/17-Set/ 2026",
            surat.kode,
            surat.sha256,
            "Intact, unknown issuer",
            "another program",
        ):
            self.assertIn(kata, jawaban.text)
        self.assertNotIn("Drs. Uji Kadis", jawaban.text, "a certificate names a person")
        rahasia = self.rahasia_halaman(self.buka(LAMAN))
        for kiriman, kata in ((isi, "Genuine."), (pdf.ubah_sesudahnya(isi), "Altered.")):
            berkas = {"berkas": ("surat.pdf", kiriman, "application/pdf")}
            jawaban = self.url_open(f"{LAMAN}/{surat.token}", data=rahasia, files=berkas)
            self.assertIn(kata, jawaban.text)
