"""Surat sela: where the office's own figures say that a case will miss its day, the pelapor is told before it does."""

from datetime import timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import KantorCase
from .test_surat import CetakMixin


class SelaCase(CetakMixin, KantorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_cetak()
        cls.hari_ini = cls.env["dpmd.penugasan"]._hari_ini()

    def sisa(self, **hari):
        """Let the office need so many days from a step on: ``langkah_8=30``."""
        self.env["dpmd.sisa"].sudo().create(
            [
                {
                    "company_id": self.company.id,
                    "langkah": int(nama.removeprefix("langkah_")),
                    "hari": lama,
                    "jumlah": 10,
                    "tanggal": self.hari_ini,
                }
                for nama, lama in hari.items()
            ]
        )

    def siap(self, langkah=8, **buat):
        """Return a case at a step that will miss its day, marked by the job of the night."""
        pengaduan = self.jalan(self.buat(**buat)[0], langkah)
        self.sisa(**{f"langkah_{langkah}": 90})
        self.env["dpmd.pengaduan"]._tandai_sela(self.company)
        self.assertEqual(pengaduan.sela, "siap")
        return pengaduan

    def surat(self, pengaduan):
        """Return the newest surat sela of a case (superuser)."""
        semua = pengaduan.dokumen_ids | pengaduan.pelapor_ids.dokumen_ids
        return semua.filtered(lambda surat: surat.jenis == "sela").sorted("id")[-1:]


@tagged("standard", "post_install", "-at_install")
class TestSela(SelaCase):
    def test_the_time_still_needed_is_that_of_the_slowest_tenth_of_finished_cases(self):
        for hari in (1, 12):
            pengaduan = self.jalan(self.buat()[0], 18)
            # Nobody moves a card line. A test has no weeks to wait, so it moves these past the guard and the trigger.
            self.env.flush_all()
            self.env.cr.execute("ALTER TABLE dpmd_langkah DISABLE TRIGGER USER")
            self.env.cr.execute(
                "UPDATE dpmd_langkah SET mulai = %s WHERE pengaduan_id = %s AND nomor = 8",
                [pengaduan.tanggal_tanda_tangan - timedelta(days=hari), pengaduan.id],
            )
            self.env.cr.execute("ALTER TABLE dpmd_langkah ENABLE TRIGGER USER")
        Sisa = self.env["dpmd.sisa"]
        self.assertFalse(Sisa._hitung(self.company), "too few for a claim")
        with patch("odoo.addons.dpmd_pengaduan.models.perkara.dpmd_sisa.TERSEDIKIT", 2):
            sisa = {baris.langkah: (baris.hari, baris.jumlah) for baris in Sisa._hitung(self.company)}
            self.assertEqual(len(Sisa._hitung(self.company)), len(sisa), "counted anew, not added")
        self.assertEqual(sisa[8], (11, 2))  # 10.9 days, and whole days only
        self.assertNotIn(16, sisa)

    def test_only_a_case_that_will_miss_its_day_is_marked_and_the_mark_goes_when_it_will_not(self):
        lewat, aman, belum = (self.jalan(self.buat()[0], sampai) for sampai in (8, 9, 3))
        janji = (lewat.tenggat - self.hari_ini).days
        self.sisa(langkah_8=janji + 1, langkah_9=(aman.tenggat - self.hari_ini).days, langkah_3=90)
        Pengaduan = self.env["dpmd.pengaduan"]
        Pengaduan._tandai_sela(self.company)
        self.assertEqual([satu.sela for satu in (lewat, aman, belum)], ["siap", False, False])
        self.assertEqual(lewat.kira_selesai, self.hari_ini + timedelta(days=janji + 1))
        self.assertEqual(Pengaduan._tandai_sela(self.company), 0, "the job ends")
        self.env["dpmd.sisa"].search([("langkah", "=", 8)]).sudo().hari = janji
        self.assertEqual(Pengaduan._tandai_sela(self.company), 1)
        self.assertFalse(lewat.sela)
        with self.assertRaises(UserError):
            self.sebagai("pengadmin", lewat).action_ajukan_sela()

    def test_one_press_hands_it_up_and_the_signature_sends_it_while_the_promise_stays(self):
        pengaduan = self.siap()
        janji = pengaduan.tenggat
        self.assertIn("ajukan_sela", self.sebagai("pengadmin", pengaduan).aksi_boleh)
        for login in ("psm_a", "kabid_a", "kadis", "pengawas"):
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.sebagai(login, pengaduan).action_ajukan_sela()
        self.assertIsNone(self.sebagai("pengadmin", pengaduan).action_ajukan_sela())
        surat = self.surat(pengaduan)
        self.assertEqual(
            (surat.state, surat.penanda, surat.pelapor_id), ("diajukan", "sekretaris_dinas", pengaduan.pelapor_ids)
        )
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        self.jalan(pengaduan, 9)  # a case that goes on does not void it
        self.assertEqual(surat.state, "diajukan")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self.sebagai("kadis", surat).action_sahkan()
        jumlah = len(pengaduan.pelapor_ids.message_ids)
        self.sahkan("sekretaris", pengaduan)
        self.assertEqual((surat.state, surat.cara_sampai, pengaduan.sela), ("berlaku", "surel", "terbit"))
        self.assertIn("/SLA/", surat.name)
        self.assertIn(surat, pengaduan.pelapor_ids._surat_untuk_pelapor(lewat_nomor=True))
        self.assertGreater(len(pengaduan.pelapor_ids.message_ids), jumlah)
        self.assertEqual((pengaduan.tenggat, pengaduan.langkah), (janji, 9))
        self.env["dpmd.pengaduan"]._tandai_sela(self.company)
        self.assertEqual(pengaduan.sela, "terbit", "once for a promise")
        with self.assertRaises(UserError):
            self.sebagai("pengadmin", pengaduan).action_ajukan_sela()

    def test_its_signatory_needs_two_presses(self):
        pengaduan = self.siap()
        aksi = self.sebagai("sekretaris", pengaduan).action_ajukan_sela()
        surat = self.sebagai("sekretaris", self.env["dpmd.dokumen"].browse(aksi["res_id"]))
        surat.action_dibuka()  # the form does when it opens
        surat.action_sahkan()
        self.assertEqual(surat.sudo().state, "berlaku")

    def test_the_letter_says_what_was_done_what_comes_and_when_and_is_no_promise(self):
        pengaduan = self.siap(9)
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        halaman = self.pdf("sela", pengaduan)
        self.assertEqual(len(halaman), 1, "one sheet, the signature on it")
        teks = self.satukan(halaman)
        for kata in (
            "Siti Marlina",
            pengaduan.name,
            "BLT belum dibayar",
            "kemudian diteruskan kepada petugas yang menanganinya dan ditelaah.",
            "pembahasan dalam rapat",
            "bukan janji baru",
            "/pengaduan/lacak",
            "a.n. Kepala Dinas",
        ):
            self.assertIn(kata, teks)
        for kata in ("Psm A", "Kabid A", "penelaahan"):
            self.assertNotIn(kata, teks, "nobody of the office is named")

    def test_of_a_secret_pelapor_neither_name_nor_subject_is_printed_or_mailed(self):
        pengaduan = self.siap(identitas="rahasia")
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        surat = self.surat(pengaduan)
        self.assertFalse(surat.pelapor_id)
        teks = self.teks("sela", pengaduan)
        for kata in ("Siti", "Marlina", "BLT belum dibayar"):
            self.assertNotIn(kata, teks)
        self.sahkan("sekretaris", pengaduan)
        surel = self.env["mail.mail"].search([("email_to", "=", "siti@example.com")], order="id desc", limit=1)
        self.assertNotIn("Siti", surel.body_html or "")
        self.assertFalse(surel.attachment_ids)

    def test_without_an_address_an_officer_is_asked_to_hand_it_on(self):
        pengaduan = self.siap(pelapor={"email": False})
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        self.sahkan("sekretaris", pengaduan)
        self.assertEqual(self.surat(pengaduan).cara_sampai, "portal")
        todo = pengaduan.activity_ids.filtered(lambda a: a.user_id == self.orang["pengadmin"])
        self.assertIn("surat sela", todo.summary)

    def test_it_is_void_when_the_report_is_signed_before_it(self):
        pengaduan = self.siap(15)
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        surat = self.surat(pengaduan)
        self.jalan(pengaduan, 16)
        self.assertEqual((surat.state, pengaduan.sela), ("batal", False))
        self.assertFalse(pengaduan._cacat(), "and the card seals it")

    def test_sent_back_it_can_be_handed_up_anew_and_a_closed_case_has_none(self):
        pengaduan = self.siap()
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        surat = self.baca("sekretaris", pengaduan)
        surat.action_kembalikan("Tunggu sampai besok")
        self.assertEqual((surat.sudo().state, pengaduan.sela, pengaduan.langkah), ("batal", "siap", 8))
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        self.sebagai("kadis", pengaduan).action_tutup("dicabut", "Dicabut")
        self.assertEqual((self.surat(pengaduan).state, pengaduan.sela), ("batal", False))

    def test_an_objection_begins_another_promise(self):
        pengaduan = self.siap()
        self.sebagai("pengadmin", pengaduan).action_ajukan_sela()
        self.sahkan("sekretaris", pengaduan)
        self.jalan(pengaduan, 18)
        pengaduan._tempuh("keberatan", alasan="Belum dibayar")
        self.assertFalse(pengaduan.sela)

    def test_a_joined_case_waits_as_long_as_its_lead(self):
        induk, gabung = (self.jalan(self.buat()[0], 8) for _kali in range(2))
        self.sebagai("kabid_a", gabung).action_gabung(induk.id, "Perkara sama")
        self.jalan(induk, 9)
        self.sisa(langkah_9=90)
        self.env["dpmd.pengaduan"]._tandai_sela(self.company)
        self.assertEqual((induk.sela, gabung.sela), ("siap", "siap"))
        self.sebagai("pengadmin", gabung).action_ajukan_sela()
        self.assertEqual(gabung.sela_langkah, 9)
        surat = self.surat(gabung)
        self.jalan(induk, 16)
        self.assertEqual((surat.state, gabung.sela, induk.sela), ("batal", False, False))
        self.assertFalse(gabung._cacat() + induk._cacat())

    def test_the_job_marks_in_batches(self):
        for _kali in range(3):
            self.jalan(self.buat()[0], 4)
        self.sisa(langkah_4=90)
        with patch("odoo.addons.dpmd_pengaduan.models.pelapor.pengaduan_sela.SEKALI", 2):
            jumlah = [self.env["dpmd.pengaduan"]._tandai_sela(self.company) for _kali in range(3)]
        self.assertEqual(jumlah, [2, 1, 0])
