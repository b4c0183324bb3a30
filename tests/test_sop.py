"""A case keeps the SOP it was registered under; staff read and print it."""

import io
from datetime import datetime, time, timedelta

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from pypdf import PdfReader

from .common import KantorCase


@tagged("post_install", "-at_install")
class TestSop(KantorCase):
    def setUp(self):
        super().setUp()
        self.pengaduan, _kode = self.buat()
        self.sop = self.pengaduan.sop_id.with_user(self.orang["administrator"])

    def test_the_words_of_a_used_sop_stay_as_they_are(self):
        langkah = self.sop.langkah_ids[3]
        for cara in (
            lambda: self.sop.write({"dasar_hukum": "lain"}),
            lambda: self.sop.write({"langkah_ids": [Command.update(langkah.id, {"kegiatan": "lain"})]}),
            lambda: self.sop.write(
                {"langkah_ids": [Command.create({"nomor": 18, "kegiatan": "lain", "pelaksana": "kepala_dinas"})]}
            ),
            lambda: langkah.write({"pelaksana": "pelapor"}),
            lambda: langkah.unlink(),
        ):
            with self.assertRaises(UserError):
                cara()

    def test_the_filing_code_of_step_16_is_proposed_by_the_kind(self):
        self.jenis.klasifikasi_id = self.klasifikasi
        Wizard = self.env["dpmd.arsip.wizard"].with_user(self.orang["pengadmin"])
        layar = Form(Wizard.with_context(active_id=self.pengaduan.id))
        self.assertEqual(layar.klasifikasi_id, self.klasifikasi)

    def test_a_new_version_is_a_copy_that_is_not_in_force_yet(self):
        baru = self.sop.copy()
        self.assertEqual(baru.langkah_ids.mapped("kegiatan"), self.sop.langkah_ids.mapped("kegiatan"))
        self.assertEqual(self.buat()[0].sop_id, self.pengaduan.sop_id)
        baru.dasar_hukum = "Peraturan baru"
        baru.langkah_ids[0].kegiatan = "Baru"

    def test_a_version_in_force_is_changed_by_no_door(self):
        baru = self.sop.copy({"tanggal_efektif": "2030-01-01"})
        baru.action_berlakukan()
        for cara in (
            lambda: baru.write({"dasar_hukum": "lain"}),
            lambda: baru.write({"tanggal_efektif": "2031-01-01"}),
            lambda: baru.langkah_ids[0].write({"kegiatan": "lain"}),
            lambda: baru.write({"langkah_ids": [Command.delete(baru.langkah_ids[0].id)]}),
        ):
            with self.assertRaises(UserError), self.cr.savepoint():
                cara()
        baru.action_jadikan_konsep()
        baru.dasar_hukum = "Peraturan baru"
        with self.assertRaises(UserError):
            self.sop.action_jadikan_konsep()  # complaints were registered under it

    def test_a_version_with_other_steps_than_the_flow_is_refused_with_the_reasons(self):
        kadis = {"kegiatan": "Lain", "pelaksana": "kepala_dinas"}
        for perubahan, alasan in (
            ([Command.delete(self.sop.langkah_ids[4].id)], "missing: 5"),
            ([Command.create({"nomor": 18, **kadis}), Command.create({"nomor": 0, **kadis})], "0, 18"),
            ([Command.update(self.sop.langkah_ids[5].id, {"pelaksana": "kepala_dinas"})], "Step 6"),
            ([Command.update(self.sop.langkah_ids[5].id, {"kegiatan": " "})], "no words: 6"),
        ):
            baru = self.sop.copy()
            baru.write({"langkah_ids": [self._untuk(baru, perintah) for perintah in perubahan]})
            self.assertIn(alasan, baru.cacat)
            for cara in (baru.action_berlakukan, lambda satu=baru: satu.write({"state": "berlaku"})):
                with self.subTest(alasan), self.assertRaisesRegex(ValidationError, alasan), self.cr.savepoint():
                    cara()
        sehari = self.sop.copy({"tanggal_efektif": self.sop.tanggal_efektif})
        with self.assertRaisesRegex(ValidationError, "same day"):
            sehari.action_berlakukan()

    def _untuk(self, sop, perintah):
        """Return a command for the copy of the row it was written for."""
        if perintah[0] == Command.CREATE:
            return perintah
        nomor = self.env["dpmd.sop.langkah"].browse(perintah[1]).nomor
        return (perintah[0], sop._sop_langkah(nomor).id, perintah[2])

    def test_no_complaint_is_handled_by_a_broken_version(self):
        baru = self.sop.copy({"tanggal_efektif": fields.Date.subtract(fields.Date.today(), days=1)})
        baru.action_berlakukan()
        self.assertEqual(self.buat()[0].sop_id, baru)
        # What no door lets happen, done in the database itself.
        other = self.sop.copy({"tanggal_efektif": fields.Date.today()})
        other.langkah_ids[3].unlink()
        self.env.flush_all()
        self.env.cr.execute("UPDATE dpmd_sop SET state = 'berlaku' WHERE id = %s", (other.id,))
        self.env.invalidate_all()
        self.assertEqual(self.buat()[0].sop_id, baru)

    def test_the_version_of_the_day_at_the_office(self):
        baru = self.sop.copy({"tanggal_efektif": fields.Date.today()})
        baru.action_berlakukan()
        # Makassar is eight hours ahead of Greenwich: 23.30 of yesterday here is 15.30 there.
        tengah_malam = datetime.combine(fields.Date.today(), time()) - timedelta(hours=8)
        self.assertEqual(self.buat(waktu=tengah_malam - timedelta(minutes=30))[0].sop_id, self.pengaduan.sop_id)
        self.assertEqual(self.buat(waktu=tengah_malam + timedelta(minutes=30))[0].sop_id, baru)

    def test_an_office_is_never_left_without_an_sop(self):
        with self.assertRaises(ValidationError):
            self.sop.active = False

    def test_staff_and_inspector_read_and_print_it(self):
        for login in ("pengadmin", "psm_a", "pengawas"):
            Sop = self.env["dpmd.sop"].with_user(self.orang[login])
            sop = Sop.browse(Sop.action_buka()["res_id"])
            self.assertEqual(sop, self.pengaduan.sop_id)
            with self.assertRaises(AccessError):
                sop.action_berlakukan()
        halaman = PdfReader(io.BytesIO(sop._pdf())).pages
        teks = " ".join(" ".join(satu.extract_text() for satu in halaman).split())
        for bagian in (
            "SUBAG UMUM DAN TATALAKSANA",
            "0001/ DPM/1.1/11/2022",
            "18 November 2022",
            "ARIANTO, S.Sos.,M.Si",
            "NIP. 19780502 200502 1 003",
            "tentang Keddudukan",
            "Teliti dan Disiplin",
            "Keterkaitan",
            "Alat Tulis (ATK)",
            "Proses sterusnya",
            "Laporan Hasil Rapat",
            "Mutu Baku",
            "kepelapor (online / tertulis)",
        ):
            self.assertIn(bagian, teks)
        self.assertEqual(teks.count("●"), 17)
        with self.assertRaises(AccessError):
            self.env["dpmd.sop"].with_user(self.orang["pegawai_biasa"]).browse(sop.id).action_cetak()
