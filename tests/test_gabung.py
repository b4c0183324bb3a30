"""Joined cases: they show and follow their lead on every way it takes, and none of them is a dead end."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestGabung(KantorCase):
    def sepasang(self, sampai=8, anak=7):
        """Return a lead case at a step, and a case that is joined to it at another."""
        induk, anak = self.jalan(self.buat()[0], sampai), self.jalan(self.buat()[0], anak)
        oleh = "kabid_a" if anak.bidang_id else "sekretaris"
        self.sebagai(oleh, anak).action_gabung(induk.id, "Pokok perkara sama")
        return induk, anak

    def kabar(self, pengaduan):
        """Return what the pelapor sees of the 17 steps: ``{number: done, now …}``, and whose desk it is on."""
        kabar = pengaduan.sudo().pelapor_ids._kabar()
        return {satu["nomor"]: satu["keadaan"] for satu in kabar["langkah"]}, kabar["meja"]

    def test_form_list_and_tracking_say_whom_it_follows_and_where_that_stands(self):
        induk, anak = self.sepasang(sampai=10)
        petugas = self.sebagai("pengadmin", anak)
        self.assertEqual(petugas.induk_tampil, f"{induk.name}: Rapat")
        layar = petugas.serupa_di_layar()
        self.assertEqual(layar["induk"], {"id": induk.id, "kalimat": f"Follows {induk.name}: Rapat"})
        self.assertEqual(
            self.sebagai("kadis", induk).serupa_di_layar()["gabungan"], [{"id": anak.id, "name": anak.name}]
        )
        self.assertEqual(anak.pelapor_ids._kabar()["digabung"], induk.name)
        langkah, _meja = self.kabar(anak)
        self.assertEqual({langkah[nomor] for nomor in range(1, 10)}, {"sudah"})
        self.assertEqual((langkah[10], langkah[11]), ("kini", "nanti"))
        self.jalan(induk, 17)
        self.assertFalse(petugas.induk_tampil)
        self.assertEqual({self.kabar(anak)[0][nomor] for nomor in range(1, 17)}, {"sudah"}, "6 and 7 were the lead's")

    def test_the_lead_is_opened_only_by_who_may_read_it(self):
        induk, anak = self.jalan(self.buat()[0], 8), self.jalan(self.buat()[0], 8)
        anak._tulis({"pelaksana_id": self.orang["psm_a2"].id})
        self.sebagai("kabid_a", anak).action_gabung(induk.id, "Sama")
        self.assertFalse(self.sebagai("psm_a2", anak).serupa_di_layar()["induk"]["id"])
        with self.assertRaises(AccessError):
            self.sebagai("psm_b", anak).serupa_di_layar()

    def test_a_lead_that_is_sent_back_takes_its_joined_cases_along(self):
        induk, anak = self.sepasang(sampai=7)
        self.sebagai("kabid_a", induk).action_kembalikan("Bukan bidang ini")
        self.assertFalse(anak.bidang_id)
        self.assertEqual(self.kabar(anak)[0][6], "kini")
        self.sebagai("sekretaris", induk).action_kembalikan("Kadis yang memilih")
        langkah, meja = self.kabar(anak)
        self.assertEqual((langkah[5], langkah[6], meja), ("sudah", "kini", ""), "its own steps 1 to 5 stay done")
        self.jalan(induk, 6)
        self.sebagai("sekretaris", induk).action_tugaskan_kabid({"bidang_id": self.bidang_b.id})
        self.assertEqual(anak.bidang_id, self.bidang_b)
        self.assertTrue(self.sebagai("kabid_b", anak).has_access("read"))
        self.assertFalse(self.sebagai("kabid_a", anak).has_access("read"))

    def test_a_laporan_sent_back_voids_the_joined_answer_and_goes_up_with_it_again(self):
        induk, anak = self.sepasang(anak=8)
        self.jalan(induk, 14)
        surat = anak.sudo()._surat_jawaban()
        self.assertEqual(surat.state, "diajukan")
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", anak).action_pisahkan("Ternyata lain")
        self.sebagai("sekretaris", induk).action_kembalikan("Perbaiki")
        self.assertEqual((surat.state, induk.langkah), ("batal", 12))
        self.jalan(induk, 17)
        self.assertEqual((anak.langkah, anak.sudo()._surat_jawaban().state), (17, "berlaku"))
        self.langkah_17(anak)
        self.assertTrue(anak._kartu_utuh())

    def test_a_lead_in_its_second_round_leaves_those_who_have_their_answer_alone(self):
        induk, menunggu = self.sepasang()
        self.jalan(induk, 18)
        self.assertEqual(menunggu.langkah, 17)
        surat = menunggu.sudo()._surat_jawaban()
        induk.sudo()._tempuh("keberatan", alasan="Belum puas")
        self.psm = "psm_a2"
        self.jalan(induk, 17)
        self.assertEqual((menunggu.langkah, menunggu.sudo()._surat_jawaban()), (17, surat))
        self.langkah_17(menunggu)
        self.assertEqual(menunggu.state, "selesai")

    def test_a_lead_closed_early_gives_them_back_whole(self):
        induk, anak = self.sepasang(anak=8)
        self.jalan(induk, 14)
        surat = anak.sudo()._surat_jawaban()
        self.sebagai("kadis", induk).action_tutup("bukan_pengaduan", "Ke PPID")
        self.assertEqual((anak.state, anak.langkah, anak.induk_id.id), ("kabid", 7, False))
        self.assertEqual(surat.state, "batal", "an answer by a report that will not be")
        self.jalan(anak, 18)
        self.assertEqual(anak.state, "selesai")

    def test_a_joined_case_is_taken_out_again_by_decision(self):
        induk, anak = self.sepasang(anak=8)
        for login in ("pengadmin", "psm_a", "pengawas"):
            with self.assertRaises(AccessError):
                self.sebagai(login, anak).action_pisahkan("Lain hal")
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", anak).action_pisahkan(" ")
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", induk).action_pisahkan("Bukan gabungan")
        self.sebagai("kabid_a", anak).action_pisahkan("Ternyata desa lain")
        self.assertEqual((anak.state, anak.langkah, anak.desk_jabatan), ("kabid", 7, "kepala_bidang"))
        self.assertFalse(anak.induk_id)
        self.assertIn("Ternyata desa lain", induk.kartu_ids.mapped("alasan"))
        self.jalan(anak, 9)
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", anak).action_pisahkan("Sekali lagi")

    def test_a_lead_joins_no_other(self):
        induk, _anak = self.sepasang()
        lain = self.jalan(self.buat()[0], 8)
        with self.assertRaises(UserError):
            self.sebagai("kabid_a", induk).action_gabung(lain.id, "Sama juga")

    def test_the_picker_says_what_a_case_is_about_to_who_may_read_it(self):
        induk, anak = self.jalan(self.buat(pengaduan={"perihal": "Sumur bor"})[0], 8), self.jalan(self.buat()[0], 7)
        Kasus = self.sebagai("kabid_a", anak).with_context(dpmd_rinci=True)
        self.assertEqual(
            Kasus.name_search("sumur"), [(induk.id, f"{induk.name} · Sumur bor · {induk.wilayah_id.name} · Telaah")]
        )
        anak._tulis({"pelaksana_id": self.orang["psm_a2"].id, "induk_id": induk.id})
        self.env.invalidate_all()
        psm = self.sebagai("psm_a2", anak).with_context(dpmd_rinci=True)
        self.assertEqual(psm.read(["induk_id"])[0]["induk_id"], (induk.id, induk.name))
        anak._tulis({"induk_id": False})
        wizard = Form(self.env["dpmd.gabung.wizard"].with_user(self.orang["kabid_a"]).with_context(active_id=anak.id))
        wizard.induk_id, wizard.alasan = induk, "Sama"
        wizard.save().action_gabung()
        self.assertEqual(anak.induk_id, induk)
