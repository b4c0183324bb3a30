import re

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KantorCase
from .publik import PublikCase
from .surel import SurelMixin

RAHASIA = ("siti", "marlina", "blt", "pengaduan", "aduan", "lapor", "register", "kades", "bantuan")


def tempat_menyimpan(cr, kata):
    """Return the tables of the database that hold a word in any column."""
    cr.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    tabel = [nama for (nama,) in cr.fetchall()]
    ada = []
    for nama in tabel:
        cr.execute(f'SELECT 1 FROM "{nama}" t WHERE t::text LIKE %s LIMIT 1', [f"%{kata}%"])  # noqa: S608
        if cr.fetchone():
            ada.append(nama)
    return ada


@tagged("standard", "post_install", "-at_install")
class TestKabarSurel(SurelMixin, KantorCase):
    """What a mail of the office says, to whom, and what becomes of one that does not arrive."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()
        cls.instansi = cls.env["dpmd.instansi"]._milik(cls.company)
        cls.instansi.write({"alamat": "Jl. Wolter Monginsidi", "telepon": "0541 661004"})

    def setUp(self):
        super().setUp()
        self.penampung.surat.clear()

    def kegiatan(self, pengaduan, jenis="activity_surel_gagal"):
        return pengaduan.activity_ids.filtered(
            lambda satu: satu.activity_type_id == self.env.ref(f"dpmd_pengaduan.{jenis}")
        )

    def test_every_mail_has_both_parts_the_office_and_the_headers_of_a_machine(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        self.surat()
        self.langkah_9(pengaduan)
        undangan = self.surat()["kades@example.com"][2]
        self.env["dpmd.pelapor"].browse(pengaduan.pelapor_ids.id)._kabari("Baris pertama.\nBaris kedua.")
        kabar = self.surat()["siti@example.com"][2]
        for pesan in (undangan, kabar):
            self.assertEqual(pesan["Auto-Submitted"], "auto-generated")
            self.assertEqual(pesan["X-Auto-Response-Suppress"], "All")
            self.assertIn("dinas@example.com", pesan["From"])
            self.assertIn("Dinas Uji", pesan["From"])
            self.assertIn("dinas@example.com", pesan["Reply-To"])
            self.assertFalse(pesan["Cc"] or pesan["Bcc"])
            for jenis in ("plain", "html"):
                self.assertIn("Jl. Wolter Monginsidi", self.teks(pesan, jenis))
                self.assertIn("0541 661004", self.teks(pesan, jenis))
        self.assertIn("Baris pertama.\nBaris kedua.", self.teks(kabar).replace("\r\n", "\n"))
        self.assertNotRegex(self.teks(kabar, "html"), r"<(img|script|link|a) ")

    def test_mail_of_a_secret_case_says_only_that_there_is_news(self):
        pengaduan = self.buat(identitas="rahasia", lengkap=False)[0]
        petugas = self.sebagai("pengadmin", pengaduan)
        petugas.action_daftarkan()
        petugas.action_beri_formulir()
        self.surat()
        self.minta_lengkapi(pengaduan, "Fotokopi kartu BLT Siti belum ada")
        perihal, lampiran, pesan = self.surat()["siti@example.com"]
        self.assertFalse(lampiran)
        for jenis in ("plain", "html"):
            isi = f"{perihal} {self.teks(pesan, jenis)}".lower()
            self.assertEqual([kata for kata in RAHASIA if kata in isi], [])
        self.assertIn("Fotokopi kartu BLT", str(pengaduan.pelapor_ids.message_ids.mapped("body")))

    def test_answer_to_a_secret_case_carries_no_letter(self):
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 17)
        self.surat()
        self.langkah_17(pengaduan)
        perihal, lampiran, pesan = self.surat()["siti@example.com"]
        self.assertFalse(lampiran)
        self.assertEqual([kata for kata in RAHASIA if kata in self.teks(pesan).lower()], [])

    def test_sent_mail_leaves_no_row_and_is_not_sent_again(self):
        self.env["mail.mail"].process_email_queue()  # what the office's making left there
        self.penampung.surat.clear()
        pelapor = self.buat()[0].pelapor_ids
        pelapor._kabari("Ada kabar.")
        self.env["mail.mail"].process_email_queue()
        self.assertEqual(set(self.surat()), {"siti@example.com"})
        self.assertFalse(self.env["mail.mail"].search([("model", "=", "dpmd.pelapor")]))

    def test_receipt_number_is_mailed_and_stands_nowhere_in_the_database(self):
        pengaduan, kode = self.buat(identitas="rahasia")
        self.assertTrue(pengaduan.pelapor_ids._kirim_tanda_terima(kode))
        perihal, _lampiran, pesan = self.surat()["siti@example.com"]
        self.assertIn(kode, self.teks(pesan))
        self.assertIn(kode, self.teks(pesan, "html"))
        self.assertIn("/pengaduan/lacak", self.teks(pesan))
        self.assertNotIn(kode, perihal)
        self.assertEqual(pesan["Message-Id"], pengaduan.pelapor_ids.message_ids[0].message_id)
        self.env.flush_all()
        for bentuk in (kode, kode.replace(" ", "")):
            self.assertEqual(tempat_menyimpan(self.env.cr, bentuk), [])

    def test_receipt_number_of_a_failed_mail_is_stored_nowhere_and_the_officer_is_told(self):
        pengaduan, kode = self.buat()
        self.penampung.tolak = True
        self.addCleanup(setattr, self.penampung, "tolak", False)
        with mute_logger("odoo.addons.dpmd_pengaduan.models.surel.dpmd_surel"):
            pengaduan.pelapor_ids._kirim_tanda_terima(kode)
        self.assertEqual(len(self.kegiatan(pengaduan)), 1)
        self.env.flush_all()
        for bentuk in (kode, kode.replace(" ", "")):
            self.assertEqual(tempat_menyimpan(self.env.cr, bentuk), [])

    def test_no_receipt_is_mailed_to_the_anonymous(self):
        pengaduan, kode = self.buat(identitas="anonim")
        self.assertFalse(pengaduan.pelapor_ids._kirim_tanda_terima(kode))
        self.assertFalse(self.surat())

    def test_refused_mail_is_put_before_the_officer_once_and_names_nobody(self):
        pengaduan = self.buat(identitas="rahasia")[0]
        self.penampung.tolak = True
        self.addCleanup(setattr, self.penampung, "tolak", False)
        with mute_logger("odoo.addons.mail.models.mail_mail", "odoo.addons.base.models.ir_mail_server"):
            pengaduan.pelapor_ids._kabari("Ada kabar.")
            pengaduan.pelapor_ids._kabari("Ada kabar lagi.")
        kegiatan = self.kegiatan(pengaduan)
        self.assertRecordValues(kegiatan, [{"user_id": self.orang["pengadmin"].id}])
        self.assertNotRegex(f"{kegiatan.summary} {kegiatan.note or ''}", "(?i)siti|@")

    def test_returned_undangan_marks_the_invitee_and_tells_the_officer(self):
        pengaduan = self.jalan(self.buat()[0], 10)
        pesan = self.surat()["kades@example.com"][2]
        laporan = f"""From: MAILER-DAEMON@mail.example.com
To: bounce@example.com
Subject: Undelivered Mail Returned to Sender
Message-Id: <pantul-1@mail.example.com>
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

User unknown
--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.com

Final-Recipient: rfc822; kades@example.com
Action: failed
Status: 5.1.1
--B
Content-Type: message/rfc822

Message-Id: {pesan["Message-Id"]}
From: dinas@example.com
To: kades@example.com

x
--B--
"""
        self.env["mail.thread"].message_process(None, laporan)
        self.assertEqual(pengaduan.rapat_ids.peserta_ids.filtered("surel_gagal").nama, "Ahmad Fauzan")
        self.assertEqual(len(self.kegiatan(pengaduan)), 1)

    def test_complaint_at_the_counter_is_answered_with_the_receipt_number(self):
        wizard = (
            self.env["dpmd.terima.wizard"]
            .with_user(self.orang["pengadmin"])
            .with_company(self.company)
            .create(
                {
                    "company_id": self.company.id,
                    "saluran": "langsung",
                    "perihal": "BLT",
                    "isi_asli": "Belum dibayar",
                    "nama": "Siti",
                    "alamat": "RT 03",
                    "email": "siti@example.com",
                    "daftarkan": False,
                }
            )
        )
        kode = wizard.action_terima()["params"]["kode"]
        self.assertIn(kode, self.teks(self.surat()["siti@example.com"][2]))


@tagged("standard", "post_install", "-at_install")
class TestKabarSurelPublik(SurelMixin, PublikCase):
    """The web form and the mail that answers it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()

    def test_web_form_is_answered_once_with_the_receipt_number_also_when_sent_twice(self):
        halaman = self.buka("/pengaduan/baru")
        isian = self.isian()
        jawaban = self.kirim(isian, halaman=halaman)
        self.kirim(isian, halaman=halaman)
        surat = self.surat()
        self.assertEqual(set(surat), {"siti@example.com"})
        kode = re.search(r"(\d{4} ){3}\d{4}", self.teks(surat["siti@example.com"][2])).group()
        self.assertEqual(kode, self.kode(jawaban))
        pelapor = self.pelapor_baru(jawaban)
        self.env.flush_all()
        for bentuk in (kode, kode.replace(" ", "")):
            self.assertEqual(tempat_menyimpan(self.env.cr, bentuk), [])
        self.assertNotIn(self.env.ref("base.public_user"), pelapor.message_ids.create_uid)
