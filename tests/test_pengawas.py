"""The inspector: every kind of deviation is found from the cards, and what is read or taken out leaves a trace."""

from datetime import timedelta

import psycopg2
from odoo import fields
from odoo.addons.dpmd_pengaduan.models.kantor.hari import hari_setempat
from odoo.addons.dpmd_pengaduan.models.rekap import dpmd_pembacaan
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import PNG, KantorCase, KantorHttpCase


@tagged("standard", "post_install", "-at_install")
class TestPenyimpangan(KantorCase):
    def temuan(self, pengaduan, login="pengawas"):
        """Return the deviations of a case as somebody sees them: ``[(kind, step)]``."""
        self.env.cr.flush()
        baris = self.env["dpmd.penyimpangan"].with_user(self.orang[login]).search([("pengaduan_id", "=", pengaduan.id)])
        return sorted((satu.jenis, satu.nomor) for satu in baris)

    def catatkan(self, pengaduan, login, jam=1, **isi):
        """Enter the next step from paper for somebody, some hours after it happened."""
        bukti = (
            self.env["ir.attachment"].with_user(self.orang["pengadmin"]).create({"name": "kertas.png", "datas": PNG})
        )
        tugas = self.env["dpmd.penugasan"]._tugas_user(self.orang[login], self.company)[:1]
        saat = fields.Datetime.now() - timedelta(hours=jam)
        self.sebagai("pengadmin", pengaduan).action_catatkan(tugas.id, saat, bukti.id, "Listrik padam", **isi)

    def lambatkan(self, pengaduan, hari):
        """Let a case have come onto its desk some days ago, with one day to act."""
        sejak = fields.Datetime.now() - timedelta(days=hari)
        pengaduan.sudo()._tulis({"desk_sejak": sejak, "desk_tenggat": hari_setempat(self.company, sejak)})

    def test_the_straight_path_has_none(self):
        self.assertEqual(self.temuan(self.jalan(self.buat()[0], 18)), [])

    def test_a_paper_step_until_its_official_says_a_word(self):
        pengaduan = self.jalan(self.buat(waktu=fields.Datetime.now() - timedelta(days=9))[0], 4)
        self.catatkan(pengaduan, "kadis")
        self.assertIn(("kertas", 4), self.temuan(pengaduan))
        self.sebagai("kadis", pengaduan).action_sanggah("Bukan saya")
        self.assertIn(("sanggah", 4), self.temuan(pengaduan))
        self.assertNotIn(("kertas", 4), self.temuan(pengaduan))
        self.sebagai("kadis", pengaduan).action_konfirmasi()
        self.assertIn(("kertas_sah", 4), self.temuan(pengaduan))
        self.assertNotIn(("sanggah", 4), self.temuan(pengaduan))

    def test_entered_days_later_or_before_the_line_above(self):
        pengaduan = self.jalan(self.buat()[0], 4)
        self.catatkan(pengaduan, "kadis", jam=0.1)
        self.assertIn(("mundur", 4), self.temuan(pengaduan), "before step 3")
        self.catatkan(pengaduan, "kadis", jam=30)
        self.assertIn(("mundur", 5), self.temuan(pengaduan), "more than a day ago")

    def test_a_desk_that_was_skipped_and_no_meeting(self):
        pengaduan = self.jalan(self.buat()[0], 6)
        self.sebagai("kadis", pengaduan).action_lewati("Sekretaris sakit", {"bidang_id": self.bidang_a.id})
        self.jalan(pengaduan, 9)
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Sudah jelas")
        self.sebagai("kabid_a", pengaduan).action_setujui_tanpa_rapat("Setuju")
        self.assertEqual(self.temuan(pengaduan), [("dilewati", 6), ("tanpa_rapat", 10)])

    def test_one_person_at_two_desks_of_a_case(self):
        self.tugaskan(self.orang["sekretaris"], "kepala_bidang", bidang=self.bidang_a, jenis="plh")
        pengaduan = self.jalan(self.buat()[0], 7)
        self.assertEqual(self.temuan(pengaduan), [])
        self.sebagai("sekretaris", pengaduan).action_disposisi_pelaksana({"kepada_user_id": self.orang["psm_a"].id})
        self.assertEqual(self.temuan(pengaduan), [("dua_meja", 7)])

    def test_over_the_target(self):
        pengaduan = self.buat()[0]
        self.env["dpmd.sasaran"].search([("company_id", "=", self.company.id), ("nomor", "=", 2)]).hari = 1
        self.lambatkan(pengaduan, 2)
        self.jalan(pengaduan, 3)
        self.assertEqual(self.temuan(pengaduan), [("lewat", 2)])

    def test_it_is_made_from_the_cards_and_the_same_when_made_anew(self):
        pengaduan = self.jalan(self.buat()[0], 4)
        self.catatkan(pengaduan, "kadis", jam=30)
        sebelum = self.temuan(pengaduan)
        self.env.cr.execute("DELETE FROM dpmd_penyimpangan")
        self.env["dpmd.penyimpangan"].init()
        self.env.invalidate_all()
        self.assertEqual(self.temuan(pengaduan), sebelum)

    def test_who_sees_them_and_nobody_changes_one(self):
        pengaduan = self.jalan(self.buat()[0], 4)
        self.catatkan(pengaduan, "kadis", jam=30)
        self.assertTrue(self.temuan(pengaduan, "kadis"))
        for login in ("pengadmin", "kabid_a", "psm_a", "pegawai_biasa"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.temuan(pengaduan, login)
        self.assertFalse(self.temuan(pengaduan, "kadis_lain"))
        baris = self.env["dpmd.penyimpangan"].with_user(self.orang["pengawas"]).search([])[:1]
        with self.assertRaises(AccessError):
            baris.write({"jenis": "lain"})
        self.assertEqual(baris.action_perkara()["res_id"], baris.pengaduan_id.id)

    def test_who_is_reported_does_not_find_the_case_here(self):
        pengaduan = self.jalan(self.buat()[0], 4)
        self.catatkan(pengaduan, "kadis", jam=30)
        self.sebagai("pengadmin", pengaduan).action_tetapkan_terlapor("kadis", alasan="Surat")
        self.assertFalse(self.temuan(pengaduan, "kadis"))
        self.assertTrue(self.temuan(pengaduan))


@tagged("standard", "post_install", "-at_install")
class TestPembacaan(KantorHttpCase):
    def setUp(self):
        super().setUp()
        self.pengaduan = self.jalan(self.buat()[0], 4)

    def jejak(self, login="pengawas"):
        """Return what a user left: ``[(what, case)]``."""
        baris = self.env["dpmd.pembacaan"].sudo().search([("user_id", "=", self.orang[login].id)], order="id")
        return [(satu.apa, satu.pengaduan_id) for satu in baris]

    def test_an_inspector_who_opens_a_case_leaves_a_trace_and_an_officer_does_not(self):
        for login in ("pengawas", "kadis", "pengadmin"):
            kasus = self.sebagai(login, self.pengaduan)
            for _kali in range(2):
                kasus.web_read({"perihal": {}, "uraian": {}})
        self.assertEqual(self.jejak(), [("perkara", self.pengaduan)], "once for a while")
        self.assertFalse(self.jejak("kadis") + self.jejak("pengadmin"))

    def test_by_whichever_door_its_words_are_read(self):
        self.patch(dpmd_pembacaan, "SEBENTAR", timedelta())  # each reading is one of its own
        Kasus = self.sebagai("pengawas", self.env["dpmd.pengaduan"])
        milik = [("id", "=", self.pengaduan.id)]
        pintu = {
            "read": lambda: Kasus.browse(self.pengaduan.id).read(["uraian"]),
            "read all": lambda: Kasus.browse(self.pengaduan.id).read(),
            "search_read": lambda: Kasus.search_read(milik, ["uraian"]),
            "web_search_read": lambda: Kasus.web_search_read(milik, {"uraian": {}}),
            "over a relation": lambda: self.sebagai("pengawas", self.pengaduan.kartu_ids[:1]).web_read(
                {"pengaduan_id": {"fields": {"uraian": {}}}}
            ),
        }
        for nama, buka in pintu.items():
            with self.subTest(nama):
                self.env["dpmd.pembacaan"].flush_model()
                mulai = len(self.jejak())
                buka()
                self.assertEqual(self.jejak()[mulai:], [("perkara", self.pengaduan)])

    def test_turning_the_pages_of_the_list_leaves_none(self):
        Kasus = self.sebagai("pengawas", self.env["dpmd.pengaduan"])
        Kasus.web_search_read([], {"name": {}, "perihal": {}, "state": {}})
        self.assertFalse(self.jejak())

    def test_an_inspector_s_print_and_file_leave_a_trace(self):
        self.authenticate("uji_pengawas", "uji_pengawas")
        jawab = self.url_open(f"/report/html/dpmd_pengaduan.surat_kartu_kendali/{self.pengaduan.id}")
        self.assertEqual(jawab.status_code, 200)
        dokumen = (
            self.env["dpmd.dokumen"].sudo().search([("pengaduan_id", "=", self.pengaduan.id), ("pdf", "!=", False)])
        )
        self.assertTrue(dokumen)
        self.assertEqual(self.url_open(f"/web/content/dpmd.dokumen/{dokumen[0].id}/pdf").status_code, 200)
        self.assertEqual([apa for apa, _kasus in self.jejak()], ["cetak", "berkas"])

    def test_whoever_takes_records_out_leaves_a_trace(self):
        self.orang["kadis"].group_ids += self.env.ref("base.group_allow_export")
        kasus = self.sebagai("kadis", self.pengaduan)
        kasus.export_data(["name", "perihal"])
        self.assertEqual(self.jejak("kadis"), [("ekspor", self.env["dpmd.pengaduan"])])
        self.authenticate("uji_pengadmin", "uji_pengadmin")
        tahun = fields.Date.today().year
        alamat = f"dari={tahun}-01-01&sampai={tahun}-12-31&kantor={self.company.id}"
        self.assertEqual(self.url_open(f"/pengaduan/register/xlsx?{alamat}").status_code, 200)
        self.assertEqual(self.jejak("pengadmin"), [("ekspor", self.env["dpmd.pengaduan"])])
        kasus._tempuh("bundel", bentuk="zip").berkas.close()
        self.assertEqual(self.jejak("kadis")[1:], [("bundel", self.pengaduan)])

    def test_kadis_and_inspector_read_the_traces_and_nobody_changes_one(self):
        self.sebagai("pengawas", self.pengaduan).read(["uraian"])
        for login in ("kadis", "pengawas"):
            baris = self.sebagai(login, self.env["dpmd.pembacaan"]).search([("pengaduan_id", "=", self.pengaduan.id)])
            self.assertEqual(len(baris), 1, login)
            for ubah in (lambda b=baris: b.write({"rincian": "x"}), baris.unlink):
                with self.assertRaises(UserError):
                    ubah()
        with self.assertRaises(UserError):
            baris.sudo().write({"rincian": "x"})
        with self.assertRaises(psycopg2.Error), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.env.cr.execute("DELETE FROM dpmd_pembacaan")
        for login in ("pengadmin", "sekretaris", "psm_a", "administrator"):
            self.assertFalse(self.sebagai(login, self.env["dpmd.pembacaan"]).has_access("read"), login)
        self.assertFalse(self.sebagai("kadis_lain", self.env["dpmd.pembacaan"]).search([]))

    def test_a_reported_kadis_does_not_see_that_the_case_is_read(self):
        self.sebagai("pengadmin", self.pengaduan).action_tetapkan_terlapor("kadis", alasan="Surat")
        self.sebagai("pengawas", self.pengaduan).read(["uraian"])
        self.assertFalse(self.sebagai("kadis", self.env["dpmd.pembacaan"]).search([]))
        self.assertEqual(len(self.sebagai("pengawas", self.env["dpmd.pembacaan"]).search([])), 1)
