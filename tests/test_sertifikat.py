"""A certificate on an issued paper: appended to its bytes, never twice, by its official alone; no passphrase kept."""

import base64
import hashlib
import io
import json
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from unittest.mock import patch

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.sertifikat import esign_bsre
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger
from psycopg2.errors import RaiseException
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.signers import PdfSigner

from . import pdf
from .test_publik_verifikasi import VerifikasiCase

SANDI, RAHASIA, NIK = "Sandi-Kadis-7Q9z", "Rahasia-Kantor-4X", "6402010101010001"
SERTIFIKASI = "dpmd.sertifikasi"


class LayananTiruan(ThreadingHTTPServer):
    """The e-Sign service as it can be seen from outside; it answers ``sign/pdf`` as the test tells it."""

    daemon_threads = True

    def __init__(self, penerbit):
        super().__init__(("127.0.0.1", 0), Jawab)
        self.penanda, self.status, self.tingkah = penerbit.penanda(), "ISSUE", "baik"
        self.terima, self.usai = [], threading.Event()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    @property
    def alamat(self):
        return f"http://127.0.0.1:{self.server_port}"

    def berhenti(self):
        self.usai.set()
        self.shutdown()
        self.server_close()

    def diminta(self):
        """Return how often it was asked to sign."""
        return sum(jalan == "/api/v2/sign/pdf" for jalan, _isi in self.terima)


class Jawab(BaseHTTPRequestHandler):
    def log_message(self, *_args):
        """Say nothing."""

    def do_POST(self):
        isi = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.terima.append((self.path, isi))
        masuk = base64.b64encode(f"dpmd:{RAHASIA}".encode()).decode()
        if self.headers["Authorization"] != f"Basic {masuk}":
            self.jawab(401, {"error": "Unauthorized"})
        elif self.path == "/api/v2/user/check/status":
            self.jawab(200, {"status_code": "1111", "message": "Status pengguna", "status": self.server.status})
        elif self.path == "/api/v2/sign/get/totp":
            self.jawab(200, {"message": "terkirim"})
        elif self.path == "/api/v2/verify/pdf":
            self.jawab(200, {"conclusion": "VALID", "signatureCount": 1})
        else:
            self.tanda_tangani(base64.b64decode(isi["file"][0]))

    def tanda_tangani(self, isi):
        tingkah, penanda = self.server.tingkah, self.server.penanda
        if tingkah == "diam":
            self.server.usai.wait(30)
        elif tingkah == "putus":
            self.connection.close()
        elif tingkah == "502":
            self.jawab(502, "<html>Bad Gateway</html>")
        elif tingkah == "500":
            self.jawab(500, {"error": f"Proses signing gagal : InvalidPdfException {SANDI} {NIK}", "status_code": 500})
        elif tingkah == "400":
            self.jawab(400, {"error": "Proses signing gagal : Passphrase anda salah 2031", "status_code": 400})
        elif tingkah == "bukan_json":
            self.jawab(200, "OK")
        elif tingkah == "kosong":
            self.jawab(200, {"time": 3, "file": []})
        else:
            hasil = {
                "baik": lambda: pdf.tandai(isi, penanda),
                "lain": lambda: pdf.tandai(pdf.surat(2), penanda),
                "utuh_saja": lambda: isi,
                "diubah": lambda: pdf.tandai(ubah_halaman(isi), penanda),
                "sesudahnya": lambda: ubah_halaman(pdf.tandai(isi, penanda)),
                "jam": lambda: tandai_pada(isi, penanda, timedelta(minutes=-20)),
            }[tingkah]()
            self.jawab(200, {"time": 3, "file": [base64.b64encode(hasil).decode()]})

    def jawab(self, status, isi):
        isi = isi.encode() if isinstance(isi, str) else json.dumps(isi).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(isi)))
        self.end_headers()
        self.wfile.write(isi)


def ubah_halaman(isi):
    """Return a PDF (bytes) that begins with the same bytes and shows nothing on its first page."""
    penulis = pdf.IncrementalPdfFileWriter(io.BytesIO(isi), strict=False)
    halaman = penulis.root["/Pages"]["/Kids"][0]
    halaman[pdf.generic.pdf_name("/Contents")] = penulis.add_object(pdf.generic.StreamObject(stream_data=b"q Q"))
    penulis.update_container(halaman)
    keluar = io.BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def tandai_pada(isi, penanda, geser):
    """Return a PDF signed by a clock that is wrong."""

    class Penanda(PdfSigner):
        def init_signing_session(self, *args, **kwargs):
            sesi = super().init_signing_session(*args, **kwargs)
            sesi.system_time += geser
            return sesi

    data = pdf.PdfSignatureMetadata(field_name="Tanda1")
    penulis = pdf.IncrementalPdfFileWriter(io.BytesIO(isi))
    return Penanda(data, signer=penanda, new_field_spec=pdf.SigFieldSpec("Tanda1")).sign_pdf(penulis).getvalue()


def p12(penerbit, sandi=SANDI, **masa):
    """Return a PKCS#12 file of the Kadis, as base64."""
    kunci = ec.generate_private_key(ec.SECP256R1())
    sertifikat = penerbit._terbitkan("Drs. Uji Kadis", kunci, **masa)
    segel = serialization.BestAvailableEncryption(sandi.encode())
    isi = pkcs12.serialize_key_and_certificates(b"kadis", kunci, sertifikat, [penerbit.sertifikat], segel)
    return base64.b64encode(isi).decode()


@tagged("standard", "post_install", "-at_install")
class TestSertifikat(VerifikasiCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, force_report_rendering=True))  # PDFs, not HTML
        cls.penerbit = pdf.Penerbit("Penerbit Uji")
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.instansi.write({"akar_sertifikat": base64.b64encode(cls.penerbit.pem), "sertifikat_penyedia": "pkcs12"})
        cls.pengaduan = cls.buat(lengkap=False)[0]
        petugas = cls.pengaduan.with_user(cls.orang["pengadmin"])
        petugas.action_daftarkan()
        petugas.action_beri_formulir()
        petugas.action_minta_lengkapi("Fotokopi KTP")
        naskah = cls.pengaduan.dokumen_ids | cls.pengaduan.pelapor_ids.dokumen_ids
        cls.surat = naskah.filtered(lambda satu: satu.jenis == "permintaan_lengkap")
        kadis = cls.surat.with_user(cls.orang["kadis"])
        kadis.action_dibuka()
        kadis.action_sahkan()
        cls.env.flush_all()
        cls.asli = cls.surat._isi_pdf()

    def tandai(self, surat=None, login="kadis", **isi):
        """Put a certificate on a paper, over RPC; return the kind of notice that answers."""
        isi = {"kunci": SANDI, "berkas": "", **isi}
        return self.panggil("action_tandai_sertifikat", surat, login, **isi)

    def panggil(self, metode, surat=None, login="kadis", **isi):
        surat = surat or self.surat
        self.env.flush_all()
        jawaban = call_kw(self.env(user=self.orang[login])["dpmd.dokumen"], metode, [surat.ids], isi)
        self.env.invalidate_all()
        return jawaban["params"]["type"] if isinstance(jawaban, dict) else jawaban

    def pakai_bsre(self):
        """Start a service of the test's own, and have the office use it."""
        layanan = LayananTiruan(self.penerbit)
        self.addCleanup(layanan.berhenti)
        self.instansi.write(
            {
                "sertifikat_penyedia": "bsre",
                "bsre_alamat": layanan.alamat,
                "bsre_pengguna": "dpmd",
                "bsre_rahasia": RAHASIA,
            }
        )
        return layanan

    def langkah(self, login="kadis"):
        self.env.invalidate_all()
        return self.sebagai(login, self.surat).sertifikat_langkah

    # ------------------------------------------------------------------

    def test_own_certificate_is_appended_to_what_was_issued(self):
        surat, berkas = self.surat, p12(self.penerbit)
        self.assertEqual(self.langkah(), "tandai")
        # Not with this: nothing is asked for, and no attempt is left.
        for pola, lain in (
            ("does not open", {"kunci": "salah", "berkas": berkas}),
            ("does not open", {"berkas": base64.b64encode(b"apa saja").decode()}),
            ("does not open", {"berkas": "bukan base64!"}),
            ("not in force yet", {"berkas": p12(self.penerbit, mulai=1)}),
            ("has expired", {"berkas": p12(self.penerbit, sampai=-1)}),
            ("Type your passphrase", {"kunci": "", "berkas": berkas}),
            ("Type your passphrase", {"kunci": {"a": 1}, "berkas": berkas}),
        ):
            nama = {nama: str(nilai)[:9] for nama, nilai in lain.items()}
            with self.subTest(pola, **nama), self.assertRaisesRegex(UserError, pola):
                self.tandai(**lain)
        # And by nobody else.
        for login in ("sekretaris", "pengadmin", "kabid_a", "pengawas", "kadis_lain", "administrator", "portal"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.tandai(login=login, berkas=berkas)
        self.assertFalse(surat.sertifikasi_ids)
        nomor = surat.name

        self.assertEqual(self.tandai(berkas=berkas), "success")
        sertifikasi = surat.sertifikasi_ids
        isi = sertifikasi._isi_pdf()
        self.assertTrue(isi.startswith(self.asli) and len(isi) > len(self.asli))
        self.assertEqual(sertifikasi.sha256, hashlib.sha256(isi).hexdigest())
        # Hashed is all of the new file but the signature itself; so every byte that was issued.
        tanda = PdfFileReader(io.BytesIO(isi)).embedded_signatures[-1]
        awal, panjang, lanjut, sisa = map(int, tanda.byte_range)
        self.assertEqual((awal, lanjut + sisa), (0, len(isi)))
        self.assertGreaterEqual(panjang, len(self.asli))
        self.assertEqual(
            set(isi[panjang + 1 : lanjut - 1]) - set(b"0123456789abcdefABCDEF"), set(), "nothing but its hex"
        )
        self.assertEqual((surat._isi_pdf(), surat.name), (self.asli, nomor), "the paper stays what it is")
        self.assertEqual(
            (sertifikasi.state, sertifikasi.tepercaya, sertifikasi.nama_sertifikat, sertifikasi.penerbit),
            ("berhasil", True, "Drs. Uji Kadis", "Penerbit Uji"),
        )
        self.assertEqual((sertifikasi.user_id, sertifikasi.sebutan), (self.orang["kadis"], "Kepala Dinas"))
        baris = self.pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertIn(sertifikasi.sha256, baris.keluaran)
        self.assertFalse(self.pengaduan._cacat())

        # Once, and final.
        self.assertFalse(self.langkah())
        with self.assertRaises(AccessError):
            self.tandai(berkas=berkas)
        for sql in ("UPDATE dpmd_sertifikasi SET sha256 = 'x'", "DELETE FROM dpmd_sertifikasi"):
            with mute_logger("odoo.sql_db"), self.assertRaises(RaiseException), self.env.cr.savepoint():
                self.env.cr.execute(sql)
        with self.assertRaises(UserError):
            call_kw(self.env(user=self.orang["kadis"])[SERTIFIKASI], "write", [sertifikasi.ids, {"state": "gagal"}], {})

        # What is told outside.
        kalimat = "menggunakan sertifikat elektronik yang diterbitkan oleh Penerbit Uji."
        self.assertTrue(self.sebagai("kadis", surat).sertifikat_kalimat.endswith(kalimat))
        halaman = self.url_open(self.alamat(surat))
        for kata in (kalimat, sertifikasi.sha256, surat.sha256):
            self.assertIn(kata, halaman.text)
        self.assertNotIn("Drs. Uji", halaman.text)
        self.assertIn("the certified PDF of this paper", self.bandingkan(surat, isi).text)
        self.assertIn("is the PDF we issued, unchanged", self.bandingkan(surat, self.asli).text)
        self.assertIn("Altered.", self.bandingkan(surat, isi + b" ").text)

        # Another file is shown to nobody.
        self.authenticate("uji_kadis", "uji_kadis")
        url = self.sebagai("kadis", sertifikasi).action_unduh()["url"]
        self.assertEqual(self.url_open(url).content, isi)
        lampiran = self.env["ir.attachment"].search(
            [("res_model", "=", SERTIFIKASI), ("res_id", "=", sertifikasi.id), ("res_field", "=", "pdf")]
        )
        with open(lampiran._full_path(lampiran.store_fname), "r+b") as tempat:
            tempat.seek(9)
            tempat.write(b"X")
        self.env.invalidate_all()
        self.assertEqual(self.url_open(url).status_code, 409)
        self.assertIn("no longer the one that was certified", " ".join(self.pengaduan._cacat()))

    def test_an_unknown_issuer_certifies_without_the_sentence(self):
        surat = self.surat
        self.assertEqual(self.tandai(berkas=p12(pdf.Penerbit("Siapa Saja"))), "success")
        self.assertFalse(surat.sertifikasi_ids.tepercaya)
        self.assertFalse(surat.sertifikat_kalimat)
        halaman = self.url_open(self.alamat(surat)).text
        self.assertNotIn("menggunakan sertifikat elektronik", halaman)
        self.assertIn("does not trust", halaman)

    def test_who_left_the_jabatan_and_a_void_paper_get_none(self):
        tugas = self.env["dpmd.penugasan"]._pejabat("kepala_dinas", self.company)
        tugas.date_to = fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=1)
        self.assertFalse(self.surat.with_user(self.orang["kadis"]).sudo().sertifikat_langkah)
        self.tugaskan(self.orang["kabid_b"], "kepala_dinas")
        self.assertFalse(self.langkah("kabid_b"), "who came after him did not sign it")
        self.tugaskan(self.orang["kadis"], "kepala_dinas")
        self.assertEqual(self.langkah(), "tandai")
        self.surat._batalkan("Uji")
        self.assertFalse(self.langkah())

    def test_a_service_that_misbehaves_is_never_asked_twice(self):
        layanan, surat = self.pakai_bsre(), self.surat
        self.startPatcher(patch.object(esign_bsre, "BACA", 0.5))
        kunci = {"identitas": NIK}

        # Before any passphrase leaves.
        layanan.status = "REVOKE"
        with self.assertRaisesRegex(UserError, "no active certificate"):
            self.tandai(**kunci)
        layanan.status = "ISSUE"
        self.instansi.bsre_rahasia = "salah"
        with self.assertRaisesRegex(UserError, "refuses the user"):
            self.tandai(**kunci)
        self.instansi.bsre_rahasia = RAHASIA
        self.assertNotIn(SANDI, str(layanan.terima))
        self.assertFalse(surat.sertifikasi_ids)

        for tingkah, state, kata in (
            ("400", "gagal", "Passphrase anda salah 2031"),
            ("500", "gagal", "InvalidPdfException … …"),
            ("lain", "gagal", "not this paper"),
            ("utuh_saja", "gagal", "not this paper"),
            ("diubah", "gagal", "shows something else"),
            ("sesudahnya", "gagal", "Altered after signing"),
            ("jam", "gagal", "more than five minutes off"),
            ("diam", "tidak_diketahui", None),
            ("putus", "tidak_diketahui", None),
            ("502", "tidak_diketahui", None),
            ("bukan_json", "tidak_diketahui", None),
            ("kosong", "tidak_diketahui", None),
        ):
            with self.subTest(tingkah):
                layanan.tingkah, sebelum = tingkah, layanan.diminta()
                self.assertEqual(self.tandai(**kunci), "warning" if state == "gagal" else "danger")
                self.assertEqual(layanan.diminta(), sebelum + 1)
                terakhir = surat.sertifikasi_ids[0]
                self.assertEqual((terakhir.state, terakhir.pdf), (state, False))
                self.assertIn(kata or "", terakhir.catatan or "")
                self.assertEqual((surat.state, surat._isi_pdf()), ("berlaku", self.asli))
                if state == "gagal":
                    self.assertEqual(self.langkah(), "tandai")
                    continue
                layanan.tingkah = "baik"
                self.assertEqual(self.langkah(), "selesaikan")
                with self.assertRaises(AccessError):
                    self.tandai(**kunci)
                self.assertEqual(layanan.diminta(), sebelum + 1, "nobody is asked again before it is settled")
                with self.assertRaisesRegex(UserError, "Say why"):
                    self.panggil("action_selesaikan_sertifikat", alasan="  ")
                with self.assertRaises(AccessError):
                    self.panggil("action_selesaikan_sertifikat", login="sekretaris", alasan="x")
                self.assertEqual(self.panggil("action_selesaikan_sertifikat", alasan="Menurut BSrE belum."), "warning")
                self.assertEqual((terakhir.state, terakhir.catatan), ("gagal", "Menurut BSrE belum."))

        # A request that was cut off with its server: first it may still be under way, then it is to be settled.
        for menit, langkah in ((1, False), (6, "selesaikan")):
            tugas = self.sebagai("kadis", surat)._tugas_sertifikat()
            putus = (
                self.env[SERTIFIKASI]
                .with_user(self.orang["kadis"])
                .sudo()
                ._buat(
                    {
                        "dokumen_id": surat.id,
                        "company_id": self.company.id,
                        "user_id": self.orang["kadis"].id,
                        "nama": tugas.nama,
                        "sebutan": tugas.sebutan,
                        "penyedia": "bsre",
                        "waktu": fields.Datetime.now() - timedelta(minutes=menit),
                        "sha256_naskah": surat.sha256,
                        "state": "diminta",
                    }
                )
            )
            self.assertEqual(self.langkah(), langkah)
            with self.assertRaises(AccessError):
                self.tandai(**kunci)
            if not langkah:
                putus._tulis({"state": "gagal"})
                self.env.flush_all()
        lain = base64.b64encode(pdf.tandai(pdf.surat(), layanan.penanda)).decode()
        with self.assertRaisesRegex(UserError, "not this paper"):
            self.panggil("action_selesaikan_sertifikat", berkas=lain)
        temuan = pdf.tandai(self.asli, layanan.penanda)
        jawab = self.panggil("action_selesaikan_sertifikat", berkas=base64.b64encode(temuan).decode())
        self.assertEqual((jawab, putus.state, putus._isi_pdf()), ("success", "berhasil", temuan))
        self.assertIn("VALID", putus.catatan)
        self.assertFalse(self.langkah())
        self.assertFalse(self.pengaduan._cacat())

    def test_down_the_office_goes_on_and_certifies_later(self):
        layanan, surat = self.pakai_bsre(), self.surat
        layanan.berhenti()
        for metode, isi in (("action_tandai_sertifikat", {"kunci": SANDI}), ("action_minta_totp", {})):
            with self.assertRaisesRegex(UserError, "cannot be reached"):
                self.panggil(metode, identitas="kadis@example.go.id", **isi)
        self.assertFalse(surat.sertifikasi_ids)
        nomor = surat.nomor
        kedua = self.naskah()
        self.assertEqual((surat.state, surat.nomor, kedua.state), ("berlaku", nomor, "berlaku"))
        layanan = self.pakai_bsre()
        self.assertTrue(self.panggil("action_minta_totp", identitas="kadis@example.go.id"))
        self.assertEqual(self.tandai(kunci="123456", cara="totp", identitas="kadis@example.go.id"), "success")
        _jalan, isi = layanan.terima[-1]
        self.assertEqual(
            (isi["email"], isi["totp"], isi["signatureProperties"]),
            ("kadis@example.go.id", "123456", [{"tampilan": "INVISIBLE"}]),
        )
        self.assertEqual(isi["file"], [base64.b64encode(self.asli).decode()])
        self.assertNotIn("passphrase", isi)
        self.assertEqual((surat.nomor, surat.sertifikasi_ids.state), (nomor, "berhasil"))

    @contextmanager
    def tanpa_jejak(self, *rahasia):
        """Check that these words are in no log line and in no table afterwards."""
        with self.assertLogs(level="DEBUG") as catatan:
            yield
        self.env.flush_all()
        for satu in rahasia:
            self.assertNotIn(satu, "\n".join(catatan.output))
        self.env.cr.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (tabel,) in self.env.cr.fetchall():
            for satu in rahasia:
                self.env.cr.execute(f'SELECT count(*) FROM "{tabel}" t WHERE t::text LIKE %s', (f"%{satu}%",))
                self.assertEqual(self.env.cr.fetchone()[0], 0, tabel)

    def test_the_passphrase_is_nowhere(self):
        berkas = p12(self.penerbit)
        self.authenticate("uji_kadis", "uji_kadis")

        def minta(**isi):
            isi = {
                "model": "dpmd.dokumen",
                "method": "action_tandai_sertifikat",
                "args": [self.surat.ids],
                "kwargs": isi,
            }
            badan = json.dumps({"jsonrpc": "2.0", "method": "call", "params": isi})
            kepala = {"Content-Type": "application/json"}
            return self.url_open("/web/dataset/call_kw", data=badan, headers=kepala).text

        with self.tanpa_jejak(SANDI, NIK, berkas[:60]), mute_logger("odoo.sql_db"):
            jawaban = [minta(kunci=SANDI + "x", berkas=berkas), minta(kunci=SANDI, berkas="x", cara="lain")]
            layanan = self.pakai_bsre()
            for tingkah in ("500", "putus"):
                layanan.tingkah = tingkah
                jawaban.append(minta(kunci=SANDI, identitas=NIK))
            self.panggil("action_selesaikan_sertifikat", alasan="Belum.")
            layanan.tingkah = "baik"
            jawaban.append(minta(kunci=SANDI, identitas=NIK))
        self.assertEqual(self.surat.sertifikasi_ids.mapped("state"), ["berhasil", "gagal", "gagal"])
        self.assertIn(SANDI, str(layanan.terima), "it did go out")
        for satu in (SANDI, NIK, RAHASIA):
            self.assertNotIn(satu, "".join(jawaban))

    def test_only_who_administers_odoo_chooses_the_provider(self):
        administrator = self.sebagai("administrator", self.instansi)
        with self.assertRaises(AccessError):
            administrator.read(["bsre_rahasia"])
        for nilai in ({"bsre_alamat": "https://jahat.example"}, {"sertifikat_penyedia": "bsre"}):
            with self.assertRaises(AccessError):
                administrator.write(nilai)
        for alamat in (
            "http://10.1.2.3",
            "ftp://127.0.0.1",
            "https://u:p@esign.example",
            "apa saja",
            "http://127.0.0.1.x.id",
        ):
            with self.subTest(alamat), self.assertRaises(ValidationError):
                self.instansi.bsre_alamat = alamat
        with self.assertRaisesRegex(ValidationError, "needs address"):
            self.instansi.sertifikat_penyedia = "bsre"
        self.pakai_bsre()
        self.env.cr.flush()
        perubahan = self.env["dpmd.perubahan"].sudo().search([], limit=5)
        isi = str(perubahan.read())
        self.assertIn("bsre_alamat", isi)
        self.assertNotIn(RAHASIA, isi)
