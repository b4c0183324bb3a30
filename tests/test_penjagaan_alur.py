"""Gates and buttons are one; a case that ends early ends its identity's openness; the talk tells what happened."""

from datetime import timedelta

from freezegun import freeze_time
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.perkara.alur import ALUR, INDUK, PELAPOR
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools.mail import html2plaintext

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanAlur(KantorCase):
    def kasus(self, sampai, **kw):
        return self.jalan(self.buat(**kw)[0], sampai)

    # The table -------------------------------------------------------------------------------------

    def test_every_way_is_declared_and_done_in_one_place(self):
        Pengaduan = self.env["dpmd.pengaduan"]
        for kunci, jalan in ALUR.items():
            with self.subTest(kunci):
                orang = jalan.oleh not in (PELAPOR, INDUK)
                if jalan.kartu:
                    self.assertTrue(hasattr(Pengaduan, f"_kerjakan_{kunci}"), "no work")
                    dipakai_lain = kunci in ("tanda_tangani", "kembalikan_naskah")  # by the doors of the paper
                    self.assertEqual(hasattr(Pengaduan, f"action_{kunci}"), orang and not dipakai_lain)
                if jalan.tanya:
                    self.assertTrue(self.env.ref(jalan.tanya))
        for nama in dir(type(Pengaduan)):
            for awal in ("_kapan_", "_syarat_", "_kerjakan_"):
                if nama.startswith(awal):
                    self.assertIn(nama.removeprefix(awal), ALUR, "a gate of no way")

    def test_a_way_of_the_pelapor_or_of_another_case_has_no_door_for_people(self):
        kasus = self.kasus(9)
        for jalan in ALUR.values():
            if jalan.oleh in (PELAPOR, INDUK):
                for login in ("kadis", "pengadmin", "psm_a"):
                    self.assertNotIn(jalan.kunci, self.sebagai(login, kasus).aksi_boleh or [])

    # Guard 8: button and gate drifted apart ----------------------------------------------------------

    def test_going_without_a_meeting_is_not_proposed_twice(self):
        kasus = self.kasus(9)
        psm = self.sebagai("psm_a", kasus)
        psm.action_usul_tanpa_rapat("Cukup dari dokumen")
        with self.assertRaises(UserError):
            psm.action_usul_tanpa_rapat("Sekali lagi")
        self.sebagai("kabid_a", kasus).action_tolak_tanpa_rapat("Perlu rapat")
        psm.invalidate_recordset()
        self.assertNotIn("usul_tanpa_rapat", psm.aksi_boleh)
        with self.assertRaises(UserError):
            psm.action_usul_tanpa_rapat("Masih cukup")
        self.assertEqual((kasus.tanpa_rapat, kasus.desk_jabatan), ("ditolak", "sub_koor_psm"))

    def test_going_on_without_the_form_shows_only_when_its_time_is_over(self):
        kasus = self.kasus(3, lengkap=False)
        self.sebagai("pengadmin", kasus).action_beri_formulir()
        kadis = self.sebagai("kadis", kasus)
        self.assertNotIn("lanjut_tanpa_formulir", kadis.aksi_boleh)
        with freeze_time(fields.Datetime.now() + timedelta(days=32)):
            kadis.invalidate_recordset()
            self.assertIn("lanjut_tanpa_formulir", kadis.aksi_boleh)

    # Guard 6: closed early ---------------------------------------------------------------------------

    def test_an_identity_locks_when_its_case_is_closed_early(self):
        for identitas in ("terbuka", "rahasia"):
            for sampai in (2, 3):
                with self.subTest(identitas=identitas, sampai=sampai):
                    kasus = self.kasus(sampai, identitas=identitas, lengkap=False)
                    pelapor = self.sebagai("pengadmin", kasus.pelapor_ids)
                    pelapor.write({"nama": "Siti M."})
                    self.sebagai("kadis", kasus).action_tutup("bukan_pengaduan", "Permintaan informasi")
                    self.assertTrue(kasus.pelapor_ids.terkunci)
                    with self.assertRaises(UserError):
                        pelapor.write({"nama": "Orang Lain"})
                    self.assertEqual(self.sebagai("pengadmin", kasus)._identitas_terbuka(), identitas == "terbuka")

    def test_an_objection_opens_the_form_again_that_an_early_close_broke_off(self):
        kasus = self.kasus(3, lengkap=False)
        self.sebagai("kadis", kasus).action_tutup("bukan_pengaduan", "Permintaan informasi")
        self.sahkan("kadis", kasus)
        self.sebagai("pengadmin", kasus).action_informasikan_tutup("portal")
        kasus._tempuh("keberatan", alasan="Ini pengaduan")
        self.assertFalse(kasus.pelapor_ids.terkunci)
        selesai = self.kasus(18)
        selesai._tempuh("keberatan", alasan="Belum dibayar")
        self.assertTrue(selesai.pelapor_ids.terkunci, "the form of the first round stays as it was")

    # Guard 7: the talk -------------------------------------------------------------------------------

    def test_the_talk_says_what_the_card_says_and_nothing_else(self):
        kasus = self.kasus(15)
        self.sebagai("kadis", kasus).action_kembalikan("Perbaiki simpulan")
        lain = self.kasus(9)
        self.sebagai("kabid_a", lain).action_alih_pelaksana(self.orang["psm_a2"].id, "Cuti")
        self.sebagai("kadis", lain).action_tutup("dicabut", "Dicabut oleh pelapor")
        for satu in (kasus, lain):
            with self.subTest(satu=satu.name):
                catatan = satu.message_ids.filtered(lambda m: m.message_type == "notification" and m.body)
                catatan = catatan.sorted("id")[1:]  # Odoo's own, that the case was made
                self.assertEqual(len(catatan), len(satu.kartu_ids), "one note for each line of the card")
                for pesan, baris in zip(catatan, satu.kartu_ids.sorted("urutan"), strict=True):
                    self.assertIn(baris.keluaran, html2plaintext(pesan.body))
                    if baris.user_id:
                        self.assertEqual(pesan.author_id, baris.user_id.partner_id)
        self.assertIn("Sent back", html2plaintext(kasus.message_ids[0].body))

    def test_a_line_of_the_card_mails_nobody(self):
        kasus = self.kasus(9)
        kasus.message_subscribe(partner_ids=self.orang["kadis"].partner_id.ids)
        sebelum = self.env["mail.mail"].search_count([])
        self.jalan(kasus, 12)
        surel = self.env["mail.mail"].search([], limit=self.env["mail.mail"].search_count([]) - sebelum)
        self.assertFalse(surel.filtered(lambda mail: mail.model == "dpmd.pengaduan"))

    # Declining to close ------------------------------------------------------------------------------

    def test_the_kadis_declines_a_withdrawal_and_the_pelapor_is_told(self):
        kasus = self.kasus(9)
        self.assertNotIn("tolak_tutup", self.sebagai("kadis", kasus).aksi_boleh)
        kasus._tempuh("cabut", alasan="Sudah damai")
        for login in ("pengadmin", "sekretaris", "kabid_a", "psm_a"):
            with self.assertRaises(AccessError):
                self.sebagai(login, kasus).action_tolak_tutup("Tetap diproses")
        kadis = self.sebagai("kadis", kasus)
        with self.assertRaises(UserError):
            kadis.action_tolak_tutup("  ")
        kadis.action_tolak_tutup("Ada kerugian negara")
        self.assertEqual((kasus.langkah, kasus.tanggal_cabut), (9, False))
        self.assertFalse(kasus._kegiatan("dpmd_pengaduan.activity_keputusan"))
        self.assertIn("Ada kerugian negara", html2plaintext(kasus.pelapor_ids.message_ids[0].body))
        with self.assertRaises(UserError):
            kadis.action_tolak_tutup("Sekali lagi")
        kasus._tempuh("cabut", alasan="Tetap ingin mencabut")
        self.assertTrue(kasus.tanggal_cabut)

    def test_who_holds_two_jabatan_speaks_under_the_one_of_the_case(self):
        plt = self.tugaskan(self.orang["kabid_b"], "kepala_bidang", bidang=self.bidang_a, jenis="plt")
        kasus = self.kasus(8)
        self.sebagai("kabid_b", kasus).action_usul_tutup("Bukan kewenangan")
        self.assertEqual(kasus.kartu_ids.sorted("urutan")[-1].sebutan, plt.sebutan)

    def test_a_life_of_a_case_clears_no_cache_of_the_server(self):
        dibersihkan = []
        self.patch(self.env.registry, "clear_cache", lambda *nama: dibersihkan.append(nama))
        self.kasus(18)
        self.assertFalse(dibersihkan)

    def test_team_and_leader_see_a_case_at_once_and_no_longer_than_they_are(self):
        kasus = self.kasus(7)
        tim = self.orang["psm_a2"]
        self.sebagai("kabid_a", kasus).action_disposisi_pelaksana(
            {"kepada_user_id": self.orang["psm_a"].id, "tim_ids": tim.ids}
        )
        self.assertTrue(kasus.with_user(tim).has_access("read"))
        self.jalan(kasus, 9)
        pimpin = self.orang["kabid_b"]
        self.assertFalse(kasus.with_user(pimpin).has_access("read"))
        self.buat_rapat(kasus, pimpinan_user_id=pimpin.id)
        self.assertTrue(kasus.with_user(pimpin).has_access("read"))
        self.undang(kasus)
        self.jalan(kasus, 11)
        self.assertFalse(kasus.with_user(pimpin).has_access("read"), "the meeting is over")
        self.jalan(kasus, 18)
        self.assertFalse(kasus.with_user(tim).has_access("read"), "the case is done")
