"""The licence to write an official record lasts for one write of just that record, whoever holds on to it."""

from unittest.mock import patch

from odoo import models
from odoo.addons.dpmd_pengaduan.models.dasar.izin import KUNCI, KUNCI_BERKAS, berizin
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import PNG, KantorCase


@tagged("standard", "post_install", "-at_install")
class TestIzin(KantorCase):
    def setUp(self):
        super().setUp()
        self.kasus = self.jalan(self.buat()[0], 5).sudo()
        self.lain = self.buat()[0].sudo()

    def tolak(self, record, vals):
        with self.assertRaises(UserError):
            record.write(vals)
        self.env.invalidate_all()

    def test_it_is_used_up_by_the_first_write(self):
        kasus = berizin(self.kasus)
        kasus.write({"hasil": "terbukti"})
        self.tolak(kasus, {"hasil": "damai"})
        self.assertEqual(self.kasus.hasil, "terbukti")

    def test_it_serves_no_other_record(self):
        for tangan in (
            lambda kasus: kasus.browse(self.lain.id),
            lambda kasus: kasus | self.lain.with_env(kasus.env),
            lambda kasus: kasus.search([("id", "=", self.lain.id)]),
            lambda kasus: self.lain.with_context(kasus.env.context),
            lambda kasus: self.lain.with_context(**{KUNCI: kasus.env.context[KUNCI]}),
        ):
            self.tolak(tangan(berizin(self.kasus)), {"hasil": "damai"})

    def test_it_does_not_pass_along_relations(self):
        for nama, vals in (
            ("kartu_ids", {"alasan": "x"}),
            ("pelapor_ids", {"identitas": "rahasia"}),
            ("disposisi_ids", {"instruksi": "x"}),
            ("sop_id.langkah_ids", {"kegiatan": "x"}),
        ):
            kasus = berizin(self.jalan(self.kasus, 8))
            with self.subTest(nama):
                self.tolak(kasus.mapped(nama)[:1], vals)
                self.tolak(kasus.mapped(nama)[:1].sudo(), vals)

    def test_what_a_write_sets_in_motion_runs_without_it(self):
        """Automations, computed fields and the overrides of other modules run inside the write."""
        asli, dicoba = models.BaseModel.write, []

        def di_dalam(record, vals):
            if record._name == "dpmd.pengaduan" and not dicoba:
                dicoba.append(record.env.context)
                for sasaran in (
                    record,
                    record.sudo(),
                    record.with_user(record.env.user),
                    self.lain.with_env(record.env),
                ):
                    with self.assertRaises(UserError):
                        sasaran.write({"state": "selesai"})
                with self.assertRaises(UserError):
                    record.pelapor_ids.write({"identitas": "rahasia"})
                with self.assertRaises(UserError):
                    record.env["dpmd.langkah"].create({"pengaduan_id": record.id, "keluaran": "x"})
            return asli(record, vals)

        with patch.object(models.BaseModel, "write", di_dalam):
            self.kasus._tulis({"hasil": "terbukti"})
        self.assertNotIn(KUNCI, dicoba[0])

    def test_no_record_the_flow_hands_out_holds_one(self):
        self.jalan(self.kasus, 12)
        baru = self.kasus.rapat_ids._buat(
            {"pengaduan_id": self.kasus.id, "tempat": "Aula", "agenda": "x", "mulai": "2026-11-20 01:00:00"}
        )
        dokumen = self.env["dpmd.dokumen"]._susun("telaahan_staf", self.kasus, self.kasus)
        kasus, _kode = self.buat()
        for record in (baru, baru.pengaduan_id, dokumen, dokumen.pengaduan_id, kasus, kasus.pelapor_ids):
            self.assertFalse({KUNCI, KUNCI_BERKAS} & set(record.env.context), record)
            self.tolak(record.sudo(), {"company_id": self.company_lain.id})

    def test_the_files_of_a_write_end_with_it(self):
        pelapor = self.lain.pelapor_ids
        disimpan, asli = [], type(self.env["ir.attachment"]).create

        def create(record, vals_list):
            disimpan.append(record)
            return asli(record, vals_list)

        with patch.object(type(self.env["ir.attachment"]), "create", create):
            pelapor._tulis({"ttd": PNG})
        berkas = {"name": "surat_kuasa", "res_model": pelapor._name, "res_id": pelapor.id, "raw": b"x"}
        for nama in ("ttd", "surat_kuasa"):
            with self.subTest(nama), self.assertRaises(UserError):
                disimpan[-1].create({**berkas, "res_field": nama})
