"""What was entered from paper counts only when its official, or who stands in for him, says that it happened so."""

import base64
from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged

from .common import PNG, KantorCase

KONFIRMASI = "dpmd_pengaduan.activity_konfirmasi"


@tagged("standard", "post_install", "-at_install")
class TestKertas(KantorCase):
    # Helpers ---------------------------------------------------------------

    def rpc(self, login, record, metode, *args, **kwargs):
        hasil = call_kw(self.sebagai(login, record), metode, [record.ids, *args], kwargs)
        self.env.flush_all()
        self.env.invalidate_all()
        return hasil

    def scan(self, raw=b"%PDF-1.4", nama="scan.pdf"):
        return self.env["ir.attachment"].with_user(self.orang["pengadmin"]).create({"name": nama, "raw": raw})

    def tugas(self, login):
        return self.env["dpmd.penugasan"].search([("user_id", "=", self.orang[login].id)], limit=1)

    def catatkan(self, kasus, login, bukti=None, oleh="pengadmin", **isi):
        """Enter the next step from paper, as done by one of the office's people; return its line."""
        bukti_id = (bukti or self.scan()).id
        self.rpc(oleh, kasus, "action_catatkan", self.tugas(login).id, fields.Datetime.now(), bukti_id, "Kertas", **isi)
        return kasus.kartu_ids.sorted("urutan")[-1]

    def arsipkan(self, kasus):
        self.rpc("pengadmin", kasus, "action_arsipkan", self.klasifikasi.id, "Lemari 1")

    def berakhir(self, *login):
        """End the appointments of some of the office's people yesterday."""
        kemarin = fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=1)
        for satu in login:
            self.env["dpmd.penugasan"].search([("user_id", "=", self.orang[satu].id)]).write({"date_to": kemarin})
        self.env.invalidate_all()

    def diminta(self, kasus):
        """Return on whose desk the confirmation lies."""
        return kasus._kegiatan(KONFIRMASI).user_id

    def sampai_arsip(self, *langkah):
        """Walk a case to step 16 with some of its steps entered from paper."""
        pejabat = {4: "kadis", 5: "kadis", 12: "psm_a", 13: "kabid_a", 14: "sekretaris", 15: "kadis"}
        kasus = self.buat()[0]
        for nomor in langkah:
            self.jalan(kasus, nomor)
            if nomor == 12:
                self.sebagai("psm_a", kasus)._laporan().write(
                    {"hasil": "terbukti", "hasil_dicapai": "Dibayar.", "simpulan_saran": "Pantau."}
                )
            self.catatkan(kasus, pejabat[nomor])
        return self.jalan(kasus, 16)

    # The scan --------------------------------------------------------------

    def test_a_scan_is_a_picture_or_a_pdf(self):
        kasus = self.jalan(self.buat()[0], 4)
        for raw in (b"", b"x", b"teks biasa", b"<html><script>1</script></html>", base64.b64decode(PNG)[:40]):
            with self.subTest(raw), self.assertRaises(UserError):
                self.catatkan(kasus, "kadis", self.scan(raw))
        for kosong in (False, None, 0, 10**9):
            with self.subTest(kosong), self.assertRaises(UserError):
                self.rpc(
                    "pengadmin", kasus, "action_catatkan", self.tugas("kadis").id, fields.Datetime.now(), kosong, "x"
                )
        self.assertEqual(kasus.langkah, 4)
        self.catatkan(kasus, "kadis", self.scan(base64.b64decode(PNG), "foto.png"))
        self.assertEqual(kasus.langkah, 5)

    def test_a_scan_serves_one_step(self):
        kasus = self.jalan(self.buat()[0], 4)
        bukti = self.scan()
        self.catatkan(kasus, "kadis", bukti)
        with self.assertRaises(UserError):
            self.catatkan(kasus, "kadis", bukti)

    # The end waits ---------------------------------------------------------

    def test_the_archive_waits_for_every_confirmation_and_silence_confirms_nothing(self):
        kasus = self.sampai_arsip(4, 5, 13, 14, 15)
        kurang = self.sebagai("pengadmin", kasus).belum_bisa
        for nama in ("Uji Kadis", "Uji Kabid A", "Uji Sekretaris"):
            self.assertIn(nama, kurang)
        for login in ("kadis", "kabid_a"):
            with self.assertRaisesRegex(UserError, "step 14"):
                self.arsipkan(kasus)
            self.rpc(login, kasus, "action_konfirmasi")
        with self.assertRaisesRegex(UserError, "step 14"):
            self.arsipkan(kasus)
        self.env["dpmd.penugasan"]._cron_selaraskan()
        with self.assertRaises(UserError):
            self.arsipkan(kasus)
        self.rpc("sekretaris", kasus, "action_konfirmasi")
        self.arsipkan(kasus)
        self.jalan(kasus, 18)
        self.assertTrue(kasus._kartu_utuh())

    def test_a_joined_case_waits_for_its_own_confirmations_at_step_17(self):
        induk = self.jalan(self.buat()[0], 8)
        anak = self.jalan(self.buat()[0], 4)
        self.catatkan(anak, "kadis")
        self.jalan(anak, 8)
        self.sebagai("kabid_a", anak).action_gabung(induk.id, "Perkara sama")
        self.jalan(induk, 17)
        self.assertEqual(anak.langkah, 17)
        self.assertIn("step 4", anak._kertas_tertunda()[0])
        with self.assertRaisesRegex(UserError, "step 4"):
            self.langkah_17(anak)
        self.rpc("kadis", anak, "action_konfirmasi")
        self.assertFalse(anak._kertas_tertunda())
        self.jalan(anak, 18)

    # Whose word ------------------------------------------------------------

    def test_only_the_official_of_the_step_speaks_while_he_is_in_office_and_once(self):
        kasus = self.jalan(self.buat()[0], 6)
        baris = self.catatkan(kasus, "sekretaris", disposisi={"bidang_id": self.bidang_a.id})
        self.assertEqual(self.diminta(kasus), self.orang["sekretaris"])
        for login in ("pengadmin", "kadis", "kabid_a", "pengawas", "psm_a", "administrator"):
            for aksi in ("action_konfirmasi", "action_sanggah"):
                with self.subTest(login, aksi=aksi), self.assertRaises(UserError):
                    self.rpc(login, kasus, aksi, alasan="Saya saja")
        self.rpc("sekretaris", kasus, "action_konfirmasi", alasan=5)
        jawaban = kasus.kartu_ids.sorted("urutan")[-1]
        self.assertEqual((jawaban.jenis, jawaban.ref_id, jawaban.nomor), ("konfirmasi", baris, 6))
        self.assertTrue(kasus._kartu_utuh(), "a remark that is no text breaks no seal")
        self.assertFalse(self.diminta(kasus))
        for aksi in ("action_konfirmasi", "action_sanggah"):
            with self.subTest(aksi), self.assertRaises(UserError):
                self.rpc("sekretaris", kasus, aksi, alasan="Sekali lagi")

    def test_the_successor_confirms_under_his_own_jabatan(self):
        kasus = self.sampai_arsip(13)
        self.berakhir("kabid_a")
        with self.assertRaises(UserError):
            self.rpc("kabid_a", kasus, "action_konfirmasi")
        plt = self.tugaskan(self.orang["kabid_b"], "kepala_bidang", bidang=self.bidang_a, jenis="plt")
        self.assertEqual(self.diminta(kasus), self.orang["kabid_b"])
        self.assertTrue(self.sebagai("kabid_b", kasus).perlu_konfirmasi)
        self.assertFalse(self.sebagai("sekretaris", kasus).perlu_konfirmasi)
        self.rpc("kabid_b", kasus, "action_konfirmasi")
        jawaban = kasus.kartu_ids.sorted("urutan")[-1]
        self.assertEqual((jawaban.user_id, jawaban.sebutan), (self.orang["kabid_b"], plt.sebutan))
        self.arsipkan(kasus)

    def test_where_nobody_holds_the_jabatan_the_next_higher_desk_confirms(self):
        kasus = self.sampai_arsip(12)
        self.assertEqual(self.diminta(kasus), self.orang["psm_a"])
        for pergi, berikut in (("psm_a", "kabid_a"), ("kabid_a", "sekretaris"), ("sekretaris", "kadis")):
            self.berakhir(pergi)
            self.assertEqual(self.diminta(kasus), self.orang[berikut], pergi)
        self.rpc("kadis", kasus, "action_konfirmasi")
        self.assertEqual(kasus.kartu_ids.sorted("urutan")[-1].sebutan, "Kepala Dinas")
        self.arsipkan(kasus)

    def test_for_the_kadis_nobody_below_confirms_and_the_case_says_what_it_takes(self):
        kasus = self.sampai_arsip(15)
        self.berakhir("kadis")
        self.assertFalse(self.diminta(kasus))
        with self.assertRaises(UserError):
            self.rpc("sekretaris", kasus, "action_konfirmasi")
        with self.assertRaisesRegex(UserError, "a new Kepala Dinas, Plh. or Plt. must be appointed"):
            self.arsipkan(kasus)
        self.tugaskan(self.orang["sekretaris"], "kepala_dinas", jenis="plt")
        self.assertEqual(self.diminta(kasus), self.orang["sekretaris"])
        self.rpc("sekretaris", kasus, "action_konfirmasi")
        self.assertEqual(kasus.kartu_ids.sorted("urutan")[-1].sebutan, "Plt. Kepala Dinas")
        self.arsipkan(kasus)

    def test_who_entered_a_step_for_somebody_does_not_confirm_it_as_his_successor(self):
        kasus = self.sampai_arsip(14)
        self.berakhir("sekretaris")
        self.tugaskan(self.orang["pengadmin"], "sekretaris_dinas", jenis="plh")
        with self.assertRaises(UserError):
            self.rpc("pengadmin", kasus, "action_konfirmasi")
        self.assertEqual(self.diminta(kasus), self.orang["kadis"])

    def test_a_case_handed_over_is_confirmed_by_its_pelaksana(self):
        kasus = self.jalan(self.buat()[0], 8)
        self.sebagai("psm_a", kasus).write({"telaah_fakta": "F", "telaah_analisis": "A", "telaah_saran": "S"})
        self.catatkan(kasus, "psm_a")
        self.assertEqual(self.diminta(kasus), self.orang["psm_a"])
        self.sebagai("kabid_a", kasus).action_alih_pelaksana(self.orang["psm_a2"].id, "Cuti")
        self.assertEqual(self.diminta(kasus), self.orang["psm_a2"])
        with self.assertRaises(AccessError):
            self.rpc("psm_a", kasus, "action_konfirmasi")
        self.rpc("psm_a2", kasus, "action_konfirmasi")

    def test_an_undangan_signed_in_ink_is_confirmed_by_its_signatory_not_by_its_drafter(self):
        for penanda, login in (("kepala_dinas", "kadis"), ("sekretaris_dinas", "sekretaris")):
            with self.subTest(penanda):
                self.env["dpmd.instansi"]._milik(self.company).ttd_undangan = penanda
                kasus = self.jalan(self.buat()[0], 9)
                self.buat_rapat(kasus)
                self.sebagai("psm_a", kasus).action_ajukan_undangan()
                self.catatkan(kasus, login)
                self.assertEqual((kasus.langkah, self.diminta(kasus)), (10, self.orang[login]))
                with self.assertRaises(UserError):
                    self.rpc("psm_a", kasus, "action_konfirmasi")
                self.rpc(login, kasus, "action_konfirmasi")
                self.assertFalse(kasus._kertas_tertunda())

    # Disputed --------------------------------------------------------------

    def test_a_disputed_step_blocks_until_it_is_confirmed_after_all(self):
        kasus = self.sampai_arsip(5)
        with self.assertRaises(UserError):
            self.rpc("kadis", kasus, "action_sanggah", alasan=" ")
        self.rpc("kadis", kasus, "action_sanggah", alasan="Bukan tulisan saya")
        self.assertEqual((kasus.state, kasus.langkah), ("arsip", 16))
        with self.assertRaisesRegex(UserError, "step 5.*was disputed.*Uji Kadis"):
            self.arsipkan(kasus)
        with self.assertRaisesRegex(UserError, "disputed it already"):
            self.rpc("kadis", kasus, "action_sanggah", alasan="Sekali lagi")
        self.assertTrue(self.sebagai("kadis", kasus).perlu_konfirmasi)
        self.rpc("kadis", kasus, "action_konfirmasi", alasan="Ternyata benar")
        self.arsipkan(kasus)
        self.assertEqual(kasus.kartu_ids.filtered("ref_id").sorted("urutan").mapped("jenis"), ["sanggah", "konfirmasi"])

    def test_a_disputed_paraf_or_signature_sends_the_report_back_and_voids_its_paper(self):
        pejabat = {12: "psm_a", 13: "kabid_a", 14: "sekretaris", 15: "kadis"}
        for nomor, login in pejabat.items():
            with self.subTest(nomor=nomor):
                kasus = self.sampai_arsip(nomor)
                dokumen = kasus.laporan_ids.dokumen_id
                self.dialog_sanggah(login, kasus, "Saya tidak pernah menandatangani")
                self.assertEqual((kasus.state, kasus.langkah), ("laporan", 12))
                self.assertEqual(kasus.desk_user_id, self.orang["psm_a"])
                self.assertEqual((dokumen.state, dokumen.alasan_batal), ("batal", "Saya tidak pernah menandatangani"))
                self.assertFalse(kasus.tanggal_tanda_tangan or kasus.hasil)
                self.assertFalse(self.diminta(kasus))
                self.jalan(kasus, 18)
                self.assertTrue(kasus._kartu_utuh())
                self.assertNotEqual(kasus.laporan_ids.dokumen_id, dokumen)

    def dialog_sanggah(self, login, kasus, alasan):
        wizard = self.env["dpmd.alasan.wizard"].with_user(self.orang[login])
        wizard.create({"res_id": kasus.id, "aksi": "sanggah", "alasan": alasan}).action_jalankan()
        self.env.invalidate_all()

    def test_a_disputed_paraf_stops_a_report_on_its_way_up(self):
        kasus = self.jalan(self.buat()[0], 13)
        self.catatkan(kasus, "kabid_a")
        self.rpc("kabid_a", kasus, "action_sanggah", alasan="Belum saya periksa")
        self.assertEqual((kasus.state, kasus.langkah), ("laporan", 12))

    def test_a_closed_case_does_not_move(self):
        kasus = self.jalan(self.buat()[0], 14)
        self.catatkan(kasus, "sekretaris")
        self.sebagai("kadis", kasus).action_tutup("dicabut", "Dicabut pelapor")
        self.rpc("sekretaris", kasus, "action_sanggah", alasan="Bukan paraf saya")
        self.assertEqual(kasus.state, "ditutup")

    def test_a_step_taken_anew_needs_no_word_on_the_one_before(self):
        kasus = self.jalan(self.buat()[0], 6)
        self.catatkan(kasus, "sekretaris", disposisi={"bidang_id": self.bidang_b.id})
        self.sebagai("kabid_b", kasus).action_kembalikan("Bukan bidang kami")
        self.assertFalse(self.diminta(kasus))
        self.jalan(kasus, 17)
        self.assertFalse(self.sebagai("sekretaris", kasus).perlu_konfirmasi)

    def test_a_round_after_an_objection_does_not_wait_for_the_one_before(self):
        kasus = self.jalan(self.buat(waktu=fields.Datetime.now() - timedelta(days=1))[0], 4)
        self.catatkan(kasus, "kadis")
        self.sebagai("kadis", kasus).action_tutup("bukan_pengaduan", "Permintaan informasi")
        self.sahkan("kadis", kasus)
        self.sebagai("pengadmin", kasus).action_informasikan_tutup("surel")
        kasus._tempuh("keberatan", alasan="Ada bukti baru")
        self.assertFalse(kasus._kertas_tertunda() or self.diminta(kasus))
        self.catatkan(kasus, "kadis")
        self.assertEqual(self.diminta(kasus), self.orang["kadis"])
