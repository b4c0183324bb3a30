"""Every way around the flow is refused: only a step of the SOP moves a case, and nothing official is deleted."""

import base64
import json
from datetime import timedelta
from unittest.mock import patch

import psycopg2
from odoo import Command, fields, models
from odoo.addons.dpmd_pengaduan.models.dasar.dpmd_terjaga import TEKNIS
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import PNG, KantorCase

# Tables nothing is ever changed in, also by SQL.
HANYA_TAMBAH = (
    "dpmd.langkah",
    "dpmd.pengesahan",
    "dpmd.pelapor.akses",
    "dpmd.pesan",
    "dpmd.perubahan",
    "dpmd.pembacaan",
)
KASUS_DARI = {"dpmd.pesan": "pelapor_id.pengaduan_id"}  # how a record is found by its case, where it names none
TERJAGA = (
    "dpmd.pengaduan",
    "dpmd.pelapor",
    "dpmd.pelapor.akses",
    "dpmd.pesan",
    "dpmd.langkah",
    "dpmd.disposisi",
    "dpmd.rapat",
    "dpmd.rapat.peserta",
    "dpmd.berita.acara",
    "dpmd.kesepakatan",
    "dpmd.laporan",
    "dpmd.dokumen",
    "dpmd.pengesahan",
    "dpmd.arsip",
    "dpmd.perubahan",
    "dpmd.pembacaan",
)
TANPA_KASUS = ("dpmd.perubahan",)  # of the whole system


@tagged("standard", "post_install", "-at_install")
class TestPenjagaan(KantorCase):
    """Rule 1 and rule 5 of the plan, attacked by people of the office, an administrator and superuser code."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        tes = cls("run")
        tes.env = cls.env
        # One case that went all the way, one in the middle of its meeting, one with an open berita acara.
        cls.selesai = tes.jalan(cls.buat()[0], 18)
        cls.rapat_kasus = tes.jalan(cls.buat()[0], 10)
        cls.ba_kasus = tes.jalan(cls.buat()[0], 11)
        cls.berita = tes.buat_berita_acara(cls.ba_kasus)
        cls.rahasia = tes.jalan(cls.buat(identitas="rahasia")[0], 5)
        cls.rahasia.with_user(cls.orang["kadis"]).action_buka_identitas("Perlu menilai ancaman")
        cls.rahasia.pelapor_ids._kirim_pesan("Kapan selesai?")
        cls.selesai.with_user(cls.orang["pengawas"]).read(["uraian"])
        cls.env.flush_all()

    def baris(self, model):
        """Return one record of a guarded model (superuser)."""
        kantor = [] if model in TANPA_KASUS else [("company_id", "=", self.company.id)]
        record = self.env[model].search(kantor, limit=1)
        self.assertTrue(record, f"no {model} to attack")
        return record

    def tolak(self, panggil, *args, **kwargs):
        with self.assertRaises(UserError):  # an AccessError is one too
            panggil(*args, **kwargs)
            self.env.flush_all()
        self.env.invalidate_all()

    # Making and copying -----------------------------------------------------------------------------

    def test_no_case_is_made_beside_step_1(self):
        nilai = {"perihal": "Selundupan", "company_id": self.company.id, "saluran": "surat"}
        for login in self.orang:
            with self.subTest(login=login):
                self.tolak(self.sebagai(login, self.env["dpmd.pengaduan"]).create, nilai)
        Pengaduan = self.env["dpmd.pengaduan"]
        self.tolak(Pengaduan.create, nilai)  # superuser
        self.tolak(Pengaduan.with_context(default_state="selesai").create, nilai)
        self.tolak(Pengaduan.name_create, "Selundupan")
        self.tolak(Pengaduan.message_new, {"subject": "Lewat surel", "from": "x@example.com"}, nilai)
        self.tolak(self.sebagai("pengadmin", Pengaduan).web_save, nilai, {"state": {}})

    def test_no_default_sets_what_a_rule_depends_on(self):
        self.env["ir.default"].set("dpmd.pengaduan", "state", "selesai")
        self.env["ir.default"].set("dpmd.pengaduan", "langkah", 17, user_id=self.orang["pengadmin"].id)
        self.env["ir.default"].set("dpmd.rapat", "state", "selesai", user_id=self.orang["psm_a"].id)
        pengaduan = (
            self.env["dpmd.pengaduan"]
            .with_user(self.orang["pengadmin"])
            .with_context(
                default_state="arsip",
                default_bidang_id=self.bidang_b.id,
                default_tanggal_tanda_tangan=fields.Datetime.now(),
            )
            ._terima(
                {"company_id": self.company.id, "saluran": "surat", "perihal": "X"}, {"nama": "Y", "isi_asli": "Z"}
            )[0]
        )
        self.assertEqual((pengaduan.state, pengaduan.langkah), ("masuk", 2))
        self.assertFalse(pengaduan.bidang_id or pengaduan.tanggal_tanda_tangan)
        pengaduan = self.jalan(self.buat()[0], 9)
        konteks = {"default_state": "selesai", "default_event_id": 1, "default_token": "x", "default_nomor": 7}
        rapat = self.buat_rapat(pengaduan.with_context(**konteks)).with_context(**konteks)
        self.assertEqual((rapat.state, rapat.event_id.id), ("draf", False))
        peserta = rapat.with_context(default_ttd_petugas_id=self.env.uid, default_pengesahan_ids=[]).peserta_ids.create(
            {"rapat_id": rapat.id, "nama": "Tamu"}
        )
        self.assertEqual(peserta.pengaduan_id, pengaduan)
        self.assertNotEqual(rapat.sudo().token, "x")

    def test_import_makes_and_moves_nothing(self):
        for login in ("pengadmin", "kadis", "psm_a"):
            with self.subTest(login=login):
                hasil = self.sebagai(login, self.env["dpmd.pengaduan"]).load(
                    ["perihal", "company_id/.id", "saluran", "state"],
                    [["Impor", str(self.company.id), "surat", "selesai"]],
                )
                self.assertFalse(hasil["ids"])
                hasil = self.sebagai(login, self.env["dpmd.pengaduan"]).load(
                    [".id", "state"], [[str(self.rapat_kasus.id), "selesai"]]
                )
                self.assertFalse(hasil["ids"])
        self.assertEqual(self.rapat_kasus.state, "rapat")
        self.assertFalse(self.env["dpmd.pengaduan"].search([("perihal", "=", "Impor")]))

    def test_nothing_official_is_copied(self):
        for model in TERJAGA:
            record = self.baris(model)
            with self.subTest(model=model):
                self.tolak(record.copy)
                self.tolak(record.copy, {"name": "x"})

    # Writing ----------------------------------------------------------------------------------------

    def nilai_uji(self, record, field):
        if field.type in ("char", "text", "html"):
            return "diubah"
        if field.type in ("many2one", "integer", "many2one_reference"):
            return record[field.name].id + 1 if field.type == "many2one" else (record[field.name] or 0) + 1
        if field.type == "selection":
            return next((k for k, _l in field._description_selection(self.env) if k != record[field.name]), False)
        if field.type in ("one2many", "many2many"):
            return [Command.clear()]
        return {
            "boolean": not record[field.name],
            "float": 99.0,
            "date": fields.Date.today() - timedelta(99),
            "datetime": fields.Datetime.now() - timedelta(99),
            "binary": PNG,
            "json": [{"hasil": "sah"}],
        }[field.type]

    def test_every_field_of_every_official_record_is_guarded_even_from_superuser(self):
        """On a finished case nothing at all can be written: not by its people, not by sudo(), not by OdooBot."""
        for model in TERJAGA:
            record = self.env[model].browse(
                self.selesai.id
                if model == "dpmd.pengaduan"
                else self.baris(model).id
                if model in TANPA_KASUS
                else (
                    self.env[model].search([(KASUS_DARI.get(model, "pengaduan_id"), "=", self.selesai.id)], limit=1)
                    or self.baris(model)
                ).id
            )
            for nama, field in record._fields.items():
                if (
                    not field.store
                    or nama in models.MAGIC_COLUMNS
                    or nama in TEKNIS | {"rating_ids", "website_message_ids"}
                ):
                    continue
                nilai = self.nilai_uji(record, field)
                for login in (None, "pengadmin", "psm_a", "kadis"):
                    pelaku = self.sebagai(login, record) if login else record
                    with self.subTest(model=model, field=nama, login=login or "superuser"):
                        self.tolak(pelaku.write, {nama: nilai})
        self.assertTrue(self.selesai._kartu_utuh())

    def test_relations_are_no_back_door(self):
        """Commands through a parent's x2many meet the same guard."""
        kasus, langkah = self.rapat_kasus, self.rapat_kasus.kartu_ids[:1]
        rapat = kasus.rapat_ids
        lain = self.ba_kasus.rapat_ids
        for login in ("pengadmin", "kadis", "psm_a", "kabid_a"):
            saya = self.sebagai(login, kasus)
            for nilai in (
                {"kartu_ids": [Command.create({"urutan": 99, "nama": "X", "sebutan": "X"})]},
                {"kartu_ids": [Command.delete(langkah.id)]},
                {"kartu_ids": [Command.update(langkah.id, {"nama": "X"})]},
                {"pelapor_ids": [Command.update(kasus.pelapor_ids.id, {"identitas": "rahasia"})]},
                {"pelapor_ids": [Command.clear()]},
                {"disposisi_ids": [Command.update(kasus.disposisi_ids[0].id, {"instruksi": "Hentikan"})]},
                {"dokumen_ids": [Command.update(kasus.dokumen_ids[0].id, {"pdf": PNG})]},
                {"rapat_ids": [Command.link(lain.id)]},
                {"laporan_ids": [Command.create({"hasil": "terbukti"})]},
                {"tim_ids": [Command.link(self.orang["psm_b"].id)]},
                {"kesepakatan_ids": [Command.clear()]},
                {"arsip_ids": [Command.create({"lokasi": "X"})]},
            ):
                with self.subTest(login=login, nilai=nilai):
                    self.tolak(saya.write, nilai)
                    self.tolak(saya.web_save, nilai, {"state": {}})
        psm = self.sebagai("psm_a", rapat)
        asing = lain.peserta_ids[0]
        for nilai in (
            {"peserta_ids": [Command.link(asing.id)]},
            {"peserta_ids": [Command.set(asing.ids)]},
            {"peserta_ids": [Command.delete(rapat.peserta_ids[0].id)]},  # invited: struck off no more
            {"peserta_ids": [Command.unlink(rapat.peserta_ids[0].id)]},
            {"peserta_ids": [Command.update(rapat.peserta_ids[0].id, {"pengesahan_ids": [Command.clear()]})]},
            {"dokumen_ids": [Command.clear()]},
            {"berita_acara_ids": [Command.create({"isi": "X"})]},
        ):
            with self.subTest(nilai=nilai):
                self.tolak(psm.write, nilai)
        self.tolak(self.sebagai("psm_a", self.berita).write, {"peserta_ids": [Command.clear()]})
        self.tolak(self.sebagai("psm_a", self.berita).write, {"kesepakatan_ids": [Command.clear()]})

    def test_records_do_not_move_to_another_case(self):
        rapat, lain = self.rapat_kasus.rapat_ids, self.ba_kasus.rapat_ids
        psm = self.orang["psm_a"]
        self.tolak(rapat.peserta_ids[0].with_user(psm).write, {"rapat_id": lain.id})
        self.tolak(rapat.with_user(psm).write, {"pengaduan_id": self.ba_kasus.id})
        self.sebagai("psm_a", self.berita).action_tarik("Salah tulis")  # a draft again, free to edit
        self.tolak(self.berita.with_user(psm).write, {"rapat_id": rapat.id})
        self.tolak(self.berita.kesepakatan_ids.with_user(psm).write, {"berita_acara_id": self.berita.id})
        self.berita.with_user(psm).write({"isi": "Diperbaiki."})

    def test_server_actions_and_automations_are_refused(self):
        kasus = self.rapat_kasus
        model = self.env["ir.model"]._get("dpmd.pengaduan")
        tulis = self.env["ir.actions.server"].create(
            {
                "name": "Selesaikan",
                "model_id": model.id,
                "state": "object_write",
                "update_path": "tanpa_rapat",
                "evaluation_type": "value",
                "value": "disetujui",
                "selection_value": self.env["ir.model.fields.selection"]
                .search([("field_id.model", "=", "dpmd.pengaduan"), ("value", "=", "disetujui")])
                .id,
            }
        )
        kode = self.env["ir.actions.server"].create(
            {
                "name": "Kode",
                "model_id": model.id,
                "state": "code",
                "code": "records.sudo().with_context(dpmd_izin=True).write({'state': 'selesai'})",
            }
        )
        for aksi in (tulis, kode):
            with self.subTest(aksi=aksi.name), mute_logger("odoo.addons.base.models.ir_actions"):
                self.tolak(
                    aksi.with_context(active_model="dpmd.pengaduan", active_id=kasus.id, active_ids=kasus.ids).run
                )
        self.assertEqual((kasus.state, kasus.tanpa_rapat), ("rapat", False))

    def test_sentinel_cannot_be_forged_over_rpc(self):
        """Whatever JSON puts into the context, it is not the object of this process."""
        kasus = self.rapat_kasus
        for izin in (True, 1, "IZIN", "<object object>", {}, [], {"__class__": "object"}):
            konteks = json.loads(
                json.dumps(
                    {
                        "dpmd_izin": izin,
                        "dpmd_catat": izin,
                        "dpmd_lewati": izin,
                        "dpmd_dari_rapat": True,
                        "dpmd_dari_kalender": True,
                        "su": True,
                    }
                )
            )
            for login in ("kadis", "pengadmin", "psm_a"):
                saya = self.env["dpmd.pengaduan"].with_user(self.orang[login])
                with self.subTest(izin=izin, login=login):
                    self.tolak(call_kw, saya, "write", [kasus.ids, {"state": "selesai"}], {"context": konteks})
                    self.tolak(call_kw, saya, "action_paraf_kabid", [kasus.ids], {"context": konteks})
                    self.tolak(call_kw, saya, "create", [[{"perihal": "X"}]], {"context": konteks})
        for metode in (
            "_pindahkan",
            "_melangkah",
            "_catat",
            "_tulis",
            "_buat",
            "_terima",
            "_tulis_kartu",
            "_beri_akses",
        ):
            with self.subTest(metode=metode), self.assertRaises(AccessError):
                call_kw(self.env["dpmd.pengaduan"].with_user(self.orang["kadis"]), metode, [kasus.ids], {})

    def test_words_of_the_register_are_free_until_it_is_registered_only(self):
        pengaduan = self.buat()[0]
        petugas = self.sebagai("pengadmin", pengaduan)
        petugas.write({"perihal": "Lebih jelas", "lokasi": "RT 03"})
        self.tolak(petugas.write, {"tanggal_terima": fields.Datetime.now() + timedelta(days=3)})
        self.tolak(self.sebagai("kadis", pengaduan).write, {"perihal": "Lain"})
        self.jalan(pengaduan, 3)
        self.tolak(petugas.write, {"perihal": "Lain"})
        self.tolak(petugas.action_ralat, {"tanggal_terima": fields.Datetime.now() + timedelta(days=3)}, "Salah")
        self.tolak(petugas.action_ralat, {"state": "selesai"}, "Salah")
        self.tolak(petugas.action_ralat, {"nomor": 1}, "Salah")
        petugas.action_ralat({"perihal": "Setelah ralat"}, "Salah tulis")
        self.assertIn("Lebih jelas", pengaduan.kartu_ids.sorted("urutan")[-1].keluaran)

    def test_words_that_carry_a_paraf_cannot_be_changed(self):
        pengaduan = self.jalan(self.buat()[0], 14)  # handed up, one paraf
        laporan = pengaduan.laporan_ids
        for login in ("psm_a", "kabid_a", "kadis", None):
            pelaku = self.sebagai(login, laporan) if login else laporan
            self.tolak(pelaku.write, {"hasil": "tidak_terbukti"})
        # Changed behind the ORM, the signature stands for other words: the Kadis cannot sign it, it goes back.
        self.sahkan("sekretaris", pengaduan)
        self.baca("kadis", pengaduan)
        self.env.flush_all()
        self.env.cr.execute("UPDATE dpmd_laporan SET simpulan_saran = 'Lain sama sekali' WHERE id = %s", [laporan.id])
        laporan.invalidate_recordset()
        self.sebagai("kadis", pengaduan).action_tanda_tangan_kadis()
        self.assertEqual((laporan.state, pengaduan.langkah), ("draf", 12))
        self.assertFalse(pengaduan.dokumen_ids.filtered(lambda d: d.jenis == "laporan" and d.state != "batal"))
        self.sebagai("psm_a", laporan).write({"simpulan_saran": "Ditulis kembali"})

    def test_berita_acara_open_for_signature_is_locked(self):
        self.berita.peserta_ids[0].with_user(self.orang["psm_a"]).action_tanda_tangan_ba(PNG)
        self.tolak(self.berita.with_user(self.orang["psm_a"]).write, {"isi": "Lain"})
        self.tolak(self.berita.kesepakatan_ids.with_user(self.orang["psm_a"]).write, {"isi": "Lain"})
        self.tolak(self.berita.kesepakatan_ids.with_user(self.orang["psm_a"]).unlink)
        self.tolak(self.berita.kesepakatan_ids.with_user(self.orang["psm_a"]).with_context(_force_unlink=True).unlink)
        self.tolak(
            self.env["dpmd.kesepakatan"].with_user(self.orang["psm_a"]).create,
            {"berita_acara_id": self.berita.id, "isi": "Sisipan", "penanggung_jawab": "X"},
        )
        self.sebagai("psm_a", self.berita).action_tarik("Salah tulis")
        self.assertEqual(
            set(self.berita.peserta_ids.mapped("ba_status")), {"belum"}, "signatures given so far are void"
        )
        for login in ("kabid_a", "sekretaris", "kadis", "pengadmin"):
            self.tolak(self.sebagai(login, self.berita).write, {"isi": "Lain"})

    def test_meeting_that_was_held_stays_as_it_was(self):
        rapat = self.ba_kasus.rapat_ids
        psm = self.orang["psm_a"]
        self.tolak(rapat.with_user(psm).write, {"notulen_kesimpulan": "Lain"})
        self.tolak(rapat.peserta_ids[0].with_user(psm).write, {"kehadiran": "tidak_hadir"})
        self.tolak(rapat.peserta_ids[0].with_user(psm).unlink)
        self.tolak(rapat.peserta_ids[0].with_user(psm).with_context(_force_unlink=True).unlink)
        self.tolak(self.env["dpmd.rapat.peserta"].with_user(psm).create, {"rapat_id": rapat.id, "nama": "Tamu"})
        self.tolak(rapat.with_user(psm).action_batal, "Tidak jadi")

    # Calendar ---------------------------------------------------------------------------------------

    def test_the_calendar_moves_no_meeting_of_a_case(self):
        event = self.rapat_kasus.rapat_ids.event_id
        mulai = event.start + timedelta(hours=1)
        for login in ("kabid_a", "kabid_b", "sekretaris", "pegawai_biasa"):
            with self.subTest(login=login):
                self.tolak(self.sebagai(login, event).write, {"start": mulai, "stop": mulai + timedelta(hours=1)})
                self.tolak(self.sebagai(login, event).write, {"duration": 5})
        saya = self.sebagai("psm_a", event)
        for nilai in (
            {"active": False},
            {"name": "Rapat Siti"},
            {"privacy": "public"},
            {"recurrency": True},
            {"partner_ids": [Command.clear()]},
            {"user_id": self.orang["kabid_b"].id},
            {"attendee_ids": [Command.clear()]},
            {"dpmd_rapat_id": False},
            {"allday": True},
            {"start": mulai, "stop": mulai + timedelta(hours=2), "allday": False},
            {"duration": 3},
        ):
            with self.subTest(nilai=nilai):
                self.tolak(saya.write, nilai)
        self.tolak(saya.unlink)
        self.tolak(saya.with_context(_force_unlink=True).unlink)
        self.tolak(saya.action_archive)
        rapat = self.rapat_kasus.rapat_ids
        self.assertEqual((event.start, event.stop), (rapat.mulai, rapat.selesai))

    def test_no_event_pretends_to_be_a_meeting(self):
        rapat = self.rapat_kasus.rapat_ids
        nilai = {"name": "Palsu", "start": fields.Datetime.now(), "stop": fields.Datetime.now() + timedelta(hours=1)}
        Event = self.sebagai("psm_a", self.env["calendar.event"])
        self.tolak(Event.create, {**nilai, "dpmd_rapat_id": rapat.id})
        self.tolak(Event.with_context(default_dpmd_rapat_id=rapat.id, dpmd_dari_rapat=True).create, nilai)
        self.tolak(Event.create(nilai).write, {"dpmd_rapat_id": rapat.id})

    # Deleting ---------------------------------------------------------------------------------------

    def test_nothing_official_is_deleted_or_archived(self):
        for model in TERJAGA:
            record = self.baris(model)
            for pelaku in (
                record,
                self.sebagai("pengadmin", record),
                self.sebagai("psm_a", record),
                self.sebagai("administrator", record),
            ):
                with self.subTest(model=model, user=pelaku.env.user.login):
                    self.tolak(pelaku.unlink)
                    self.tolak(pelaku.with_context(_force_unlink=True).unlink)
        for record in (
            self.orang["psm_a"],
            self.orang["pengadmin"],
            self.company,
            self.bidang_a,
            self.selesai.sop_id,
            self.klasifikasi,
            self.desa,
            self.env["dpmd.penugasan"].search([], limit=1),
        ):
            with self.subTest(record=record), mute_logger("odoo.sql_db"):
                for pelaku in (record, record.with_context(_force_unlink=True)):
                    try:
                        with self.env.cr.savepoint():
                            pelaku.unlink()
                    except (UserError, psycopg2.Error):
                        pass
                    self.env.invalidate_all()
                    self.assertTrue(record.exists())

    def test_append_only_tables_refuse_sql(self):
        for model in HANYA_TAMBAH:
            record = self.baris(model)
            for sql in (
                f"UPDATE {record._table} SET create_uid = 1 WHERE id = %s",
                f"UPDATE {record._table} SET id = id WHERE id = %s",
                f"DELETE FROM {record._table} WHERE id = %s",
            ):
                with (
                    self.subTest(sql=sql),
                    mute_logger("odoo.sql_db"),
                    self.assertRaisesRegex(psycopg2.Error, "append-only"),
                    self.env.cr.savepoint(),
                ):
                    self.env.cr.execute(sql, [record.id])

    def test_broken_card_is_noticed(self):
        kasus = self.selesai
        self.assertTrue(kasus._kartu_utuh())
        baris = kasus.kartu_ids.sorted("urutan")
        rusak = {
            "a line changed": ("UPDATE dpmd_langkah SET nama = 'Orang lain' WHERE id = %s", baris[4].id),
            "another scan": ("UPDATE dpmd_langkah SET dicatatkan = true WHERE id = %s", baris[4].id),
            "a time changed": (
                "UPDATE dpmd_langkah SET terjadi = terjadi - interval '1 day' WHERE id = %s",
                baris[2].id,
            ),
            "the last line cut": ("DELETE FROM dpmd_langkah WHERE id = %s", baris[-1].id),
            "a line cut from the middle": ("DELETE FROM dpmd_langkah WHERE id = %s", baris[5].id),
            "the table emptied": ("TRUNCATE dpmd_langkah, dpmd_penyimpangan", None),
        }
        for nama, (sql, baris_id) in rusak.items():
            with self.subTest(nama), self.env.cr.savepoint() as titik_balik:
                self.env.cr.execute("ALTER TABLE dpmd_langkah DISABLE TRIGGER USER")
                self.env.cr.execute(sql, [baris_id] if baris_id else None)
                self.env.invalidate_all()
                self.assertFalse(kasus._kartu_utuh())
                titik_balik.rollback()
        self.env.invalidate_all()
        self.assertTrue(kasus._kartu_utuh())

    # Files ------------------------------------------------------------------------------------------

    def test_nobody_swaps_a_paper_a_signature_or_a_scan(self):
        dokumen = self.selesai.dokumen_ids.filtered("dibekukan")[:1]
        ttd = self.ba_kasus.rapat_ids.peserta_ids[0]
        terkunci = self.selesai.pelapor_ids
        asli = terkunci._simpan_berkas([{"name": "surat.pdf", "raw": b"asli"}])
        kasus = self.jalan(self.buat()[0], 4)
        scan = (
            self.env["ir.attachment"]
            .with_user(self.orang["pengadmin"])
            .create({"name": "scan.pdf", "raw": b"%PDF-1.4"})
        )
        self.sebagai("pengadmin", kasus).action_catatkan(
            self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["kadis"].id)]).id,
            fields.Datetime.now(),
            scan.id,
            "Di atas kertas",
        )
        lampiran = (
            self.env["ir.attachment"].search(
                [
                    ("res_field", "!=", False),
                    "|",
                    "&",
                    ("res_model", "=", "dpmd.dokumen"),
                    ("res_id", "=", dokumen.id),
                    "&",
                    ("res_model", "=", "dpmd.rapat.peserta"),
                    ("res_id", "=", ttd.id),
                ]
            )
            | asli
            | scan
        )
        self.assertEqual(len(lampiran), 5)  # the PDF that was signed and the final one, a drawing, a letter, a scan
        for berkas in lampiran:
            for login in (None, "psm_a", "pengadmin", "kadis", "administrator"):
                pelaku = (self.sebagai(login, berkas) if login else berkas).with_context(active_test=False)
                with self.subTest(model=berkas.res_model, login=login or "superuser"):
                    self.tolak(pelaku.write, {"raw": b"palsu"})
                    self.tolak(pelaku.write, {"datas": base64.b64encode(b"palsu")})
                    self.tolak(pelaku.write, {"res_id": 0})
                    self.tolak(pelaku.write, {"public": True})
                    self.tolak(pelaku.unlink)
        for login in ("psm_a", "pengadmin", "kadis"):
            with self.subTest(login=login):
                self.tolak(
                    self.sebagai(login, self.env["ir.attachment"]).create,
                    {
                        "name": "pdf",
                        "raw": b"palsu",
                        "res_model": "dpmd.dokumen",
                        "res_id": dokumen.id,
                        "res_field": "pdf",
                    },
                )

    def test_proof_is_a_fresh_upload_of_ones_own(self):
        kasus = self.jalan(self.buat()[0], 4)
        milik_lain = self.env["ir.attachment"].with_user(self.orang["kadis"]).create({"name": "x", "raw": b"x"})
        vault = self.rahasia.pelapor_ids._simpan_berkas([{"name": "ktp", "raw": b"ktp"}])
        kadis = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["kadis"].id)])
        for bukti in (milik_lain, vault):
            self.tolak(self.sebagai("pengadmin", kasus).action_catatkan, kadis.id, fields.Datetime.now(), bukti.id, "X")

    # Desks and module -------------------------------------------------------------------------------

    def test_user_who_holds_desks_is_not_deactivated(self):
        with self.assertRaisesRegex(UserError, "still holds"):
            self.orang["psm_a"].action_archive()
        with self.assertRaisesRegex(UserError, "still holds"):
            self.orang["psm_a"].sudo().write({"active": False})
        self.env.invalidate_all()
        self.orang["psm_b"].action_archive()
        self.assertFalse(self.orang["psm_b"].active)

    def test_module_with_a_register_is_not_uninstalled(self):
        modul = self.env["ir.module.module"].search([("name", "=", "dpmd_pengaduan")])
        for nama in ("dpmd_pengaduan", "website", "mail"):
            target = self.env["ir.module.module"].search([("name", "=", nama)])
            with self.subTest(nama), self.assertRaisesRegex(UserError, "official record"):
                target.button_uninstall()
        wizard = self.env["base.module.uninstall"].create({"module_ids": [Command.set(modul.ids)]})
        segera = patch.object(type(modul), "_button_immediate_function", lambda self, function: function(self))
        for panggil in (modul.button_immediate_uninstall, wizard.action_uninstall, modul.module_uninstall):
            with segera, self.assertRaisesRegex(UserError, "official record"):
                panggil()
        with self.assertRaises(UserError):
            modul.write({"state": "to remove"})
        self.env.invalidate_all()
        self.assertEqual(modul.state, "installed")
