"""Files are evidence: whoever works on a case adds them, and nobody swaps or removes them behind the record."""

import base64
import json

from odoo import Command
from odoo.addons.dpmd_pengaduan.models.dasar.izin import berizin
from odoo.exceptions import AccessError, UserError
from odoo.http import Request
from odoo.service.model import call_kw
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import PNG, KantorCase, KantorHttpCase

PALSU = base64.b64encode(b"palsu").decode()
# Who works on the case of the walk at step 10, and may therefore add to it.
PEKERJA = ("pengadmin", "kadis", "sekretaris", "kabid_a", "psm_a")
LUAR = ("kabid_b", "psm_a2", "psm_b", "pengawas", "administrator", "pegawai_biasa", "portal", "kadis_lain")


class BerkasMixin:
    """Cases with files on them, and how to see that an attack left them as they were."""

    @classmethod
    def siapkan_berkas(cls):
        tes = cls("run")
        tes.env = cls.env
        cls.buka, cls.tamat = cls.env["dpmd.pengaduan"].browse([cls.buat()[0].id, cls.buat()[0].id])
        tes.jalan(cls.buka, 10)
        cls.berkas = tes.lewat_obrolan("psm_a", cls.buka)
        tes.jalan(cls.tamat, 10)
        cls.berkas_tamat = tes.lewat_obrolan("psm_a", cls.tamat)
        tes.jalan(cls.tamat, 18)
        cls.env.flush_all()

    def lewat_obrolan(self, login, record, nama="bukti.txt"):
        """Post a message with a file; return the file (superuser)."""
        pesan = self.sebagai(login, record).message_post(body="Lihat berkas", attachments=[(nama, b"asli")])
        return self.env["ir.attachment"].browse(pesan.sudo().attachment_ids.ids)

    def unggahan(self, login, **vals):
        """Return an upload of a user that is on no record yet."""
        nilai = {"name": "lepas.txt", "raw": b"lepas", **vals}
        return (
            self.sebagai(login, self.env["ir.attachment"]).create(nilai)
            if login
            else self.env["ir.attachment"].create(nilai)
        )

    def pada(self, record):
        """Return the loose files on a record (superuser)."""
        return self.env["ir.attachment"].search(
            [("res_model", "=", record._name), ("res_id", "=", record.id), ("res_field", "=", False)]
        )

    def tolak(self, panggil, *args, **kwargs):
        with self.assertRaises(UserError), self.env.cr.savepoint():  # an AccessError is one too
            panggil(*args, **kwargs)
            self.env.flush_all()
        self.env.invalidate_all()


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanBerkas(BerkasMixin, KantorCase):
    """Attacks on the files of every guarded record, by people, by superuser code, and by Odoo's own detours."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_berkas()

    def pelaku(self, records):
        """Return the records as everybody who might try sees them, and as superuser code with and without a user."""
        for login in (*PEKERJA, *LUAR):
            yield login, self.sebagai(login, records)
        yield "sudo", self.sebagai("psm_a", records).sudo()
        yield "superuser", records

    # Swapping and deleting --------------------------------------------------------------------------

    def test_nobody_swaps_deletes_or_opens_a_file_of_a_case(self):
        for berkas in (self.berkas, self.berkas_tamat):
            for nama, saya in self.pelaku(berkas):
                with self.subTest(nama, tamat=berkas == self.berkas_tamat):
                    for nilai in (
                        {"raw": b"palsu"},
                        {"datas": PALSU},
                        {"db_datas": PALSU},
                        {"name": "lain.txt"},
                        {"description": "lain"},
                        {"mimetype": "text/html"},
                        {"type": "url", "url": "https://example.com"},
                        {"res_id": 0},
                        {"res_model": False},
                        {"res_field": "ttd"},
                        {"public": True},
                        {"access_token": "x"},
                        {"original_id": berkas.id},
                    ):
                        self.tolak(saya.write, nilai)
                    self.tolak(saya.unlink)
                    self.tolak(saya.generate_access_token)
            self.assertEqual(berkas.raw, b"asli")
            self.assertFalse(berkas.public or berkas.access_token)

    def test_no_context_from_outside_is_a_licence(self):
        for izin in (True, "Izin", {}, [], {"untuk": ["ir.attachment", self.berkas.ids]}):
            konteks = json.loads(json.dumps({"dpmd_izin": izin, "dpmd_izin_berkas": izin, "_force_unlink": True}))
            saya = self.sebagai("psm_a", self.env["ir.attachment"])
            with self.subTest(izin=izin):
                self.tolak(call_kw, saya, "write", [self.berkas.ids, {"raw": "palsu"}], {"context": konteks})
                self.tolak(call_kw, saya, "unlink", [self.berkas.ids], {"context": konteks})
        for metode in ("_simpan_berkas", "_tarik_berkas", "_berkas_saya", "_cek_tambah_berkas"):
            with self.subTest(metode), self.assertRaises(AccessError):
                call_kw(self.sebagai("psm_a", self.env["dpmd.pengaduan"]), metode, [self.buka.ids, []], {})

    def test_a_licence_is_for_one_write_of_just_these_files(self):
        berkas = berizin(self.berkas)
        self.tolak(berizin(self.berkas_tamat).with_context(berkas.env.context).browse(self.berkas_tamat.id).unlink)
        berkas = berizin(self.berkas)
        berkas.write({"description": "oleh alur"})
        self.tolak(berkas.write, {"description": "sekali lagi"})
        self.tolak(berkas.unlink)

    def test_a_copy_does_not_tell_the_name_of_a_secret_original(self):
        """A Many2one is named as superuser, and people name files after whom they show."""
        rahasia = self.buat(identitas="rahasia")[0].pelapor_ids
        ktp = rahasia._simpan_berkas([{"name": "KTP Siti Marlina.jpg", "raw": b"ktp"}])
        for login in ("psm_a", "pegawai_biasa"):
            saya = self.sebagai(login, self.env["ir.attachment"])
            salinan = saya.create({"name": "foto.jpg", "raw": b"foto"})
            with self.subTest(login=login):
                self.tolak(saya.create, {"name": "salinan.jpg", "raw": b"x", "original_id": ktp.id})
                self.tolak(salinan.write, {"original_id": ktp.id})
                saya.create({"name": "potong.jpg", "raw": b"x", "original_id": salinan.id})

    def test_a_message_does_not_lose_its_file(self):
        for berkas in (self.berkas, self.berkas_tamat):
            kasus = self.env["dpmd.pengaduan"].browse(berkas.res_id)
            pesan = self.env["mail.message"].search([("attachment_ids", "in", berkas.ids)])
            for login in ("psm_a", "pengadmin", None):
                saya = self.sebagai(login, pesan) if login else pesan
                with self.subTest(login=login or "superuser", tamat=berkas == self.berkas_tamat):
                    self.tolak(saya.write, {"attachment_ids": [Command.clear()]})
                    self.tolak(saya.write, {"attachment_ids": [Command.unlink(berkas.id)]})
                    self.tolak(saya.write, {"attachment_ids": [Command.delete(berkas.id)]})
                    self.tolak(saya.write, {"attachment_ids": [Command.update(berkas.id, {"raw": b"palsu"})]})
                    self.tolak(kasus.with_env(saya.env)._message_update_content, pesan, body="", attachment_ids=[])
            self.assertEqual(pesan.attachment_ids, berkas)
            self.tolak(pesan.unlink)
            self.assertEqual(berkas.exists().raw, b"asli")

    def test_a_file_that_hangs_on_a_message_only_becomes_the_cases(self):
        """An upload that is merely linked could be swapped afterwards by whoever made it."""
        berkas = self.unggahan("psm_a")
        kegiatan = self.sebagai("psm_a", self.buka).activity_schedule(
            "mail.mail_activity_data_todo", user_id=self.orang["psm_a"].id
        )
        dari_kegiatan = self.unggahan("psm_a", res_model="mail.activity", res_id=kegiatan.id)
        self.sebagai("psm_a", self.buka).message_post(body="Ini", attachment_ids=berkas.ids)
        kegiatan.action_feedback(feedback="Selesai")
        for satu in (berkas, dari_kegiatan):
            self.assertEqual((satu.res_model, satu.res_id), ("dpmd.pengaduan", self.buka.id))
            self.tolak(satu.write, {"raw": b"palsu"})
            self.tolak(satu.unlink)
        self.tolak(
            self.sebagai("psm_a", self.tamat).message_post, body="Ini", attachment_ids=self.unggahan("psm_a").ids
        )
        acara = self.sebagai("psm_a", self.env["calendar.event"]).create(
            {"name": "Lain", "start": "2026-01-05 01:00:00", "stop": "2026-01-05 02:00:00"}
        )
        lain = self.unggahan("psm_a", res_model="calendar.event", res_id=acara.id)
        self.tolak(self.sebagai("psm_a", self.buka).message_post, body="Ini", attachment_ids=lain.ids)
        pesan = self.sebagai("psm_a", self.tamat).message_post(body="Tanpa berkas")
        self.tolak(pesan.write, {"attachment_ids": [Command.link(self.unggahan("psm_a").id)]})
        self.tolak(pesan.write, {"attachment_ids": [Command.create({"name": "x", "raw": b"x"})]})
        self.tolak(
            self.sebagai("psm_a", self.tamat).write,
            {
                "message_ids": [
                    Command.update(pesan.id, {"attachment_ids": [Command.create({"name": "x", "raw": b"x"})]})
                ]
            },
        )

    # Adding -----------------------------------------------------------------------------------------

    def pintu(self, login, record):
        """Yield every door by which a user's file comes onto a record: name and what to call."""
        Lampiran = self.sebagai(login, self.env["ir.attachment"])
        saya = self.sebagai(login, record)
        tujuan = {"res_model": record._name, "res_id": record.id}
        isi = {"name": "baru.txt", "raw": b"baru"}
        yield "create", lambda: Lampiran.create({**isi, **tujuan})
        yield "create as sudo", lambda: Lampiran.sudo().create({**isi, **tujuan})
        yield (
            "create by default",
            lambda: Lampiran.with_context(default_res_model=record._name, default_res_id=record.id).create(isi),
        )
        yield (
            "create_unique",
            lambda: Lampiran.create_unique([{"name": "unik.txt", "datas": PALSU, "mimetype": "text/plain", **tujuan}]),
        )
        yield "write", lambda: self.unggahan(login).write(tujuan)
        yield "write as sudo", lambda: self.unggahan(login).sudo().write(tujuan)
        yield "write in two", lambda: self.unggahan(login, res_model=record._name).write({"res_id": record.id})
        yield "copy", lambda: self.unggahan(login).copy(tujuan)
        yield "load", lambda: self.impor(Lampiran, record)
        if "message_ids" in record._fields:
            yield "message", lambda: saya.message_post(body="x", attachments=[("baru.txt", b"baru")])
            yield (
                "composer",
                lambda: saya.message_post(
                    body="x", attachment_ids=self.unggahan(login, res_model="mail.compose.message", res_id=0).ids
                ),
            )
            yield (
                "picture in the words",
                lambda: self.sebagai(login, self.env["mail.message"]).create(
                    {"model": record._name, "res_id": record.id, "body": f'<img src="data:image/png;base64,{PNG}"/>'}
                ),
            )

    def impor(self, Lampiran, record):
        hasil = Lampiran.load(["name", "res_model", "res_id"], [["baru.txt", record._name, str(record.id)]])
        if not hasil["ids"]:
            raise UserError(str(hasil["messages"]))

    def test_who_works_on_an_open_case_adds_files_and_nobody_else(self):
        self.assertEqual(self.buka.state, "rapat")
        for login in PEKERJA:
            for pintu, panggil in self.pintu(login, self.buka):
                if pintu == "picture in the words":
                    continue  # asks for a link by token, which no file of a case has
                with self.subTest(pintu, login=login), self.env.cr.savepoint() as titik_balik:
                    sebelum = self.pada(self.buka)
                    panggil()
                    self.assertEqual(len(self.pada(self.buka) - sebelum), 1)
                    titik_balik.rollback()
                self.env.invalidate_all()
        sebelum = self.pada(self.buka)
        for login in LUAR:
            for pintu, panggil in self.pintu(login, self.buka):
                with self.subTest(pintu, login=login):
                    self.tolak(panggil)
        self.assertEqual(self.pada(self.buka), sebelum)

    def test_no_file_is_added_to_a_finished_case(self):
        sebelum = self.pada(self.tamat)
        for login in (*PEKERJA, *LUAR):
            for pintu, panggil in self.pintu(login, self.tamat):
                with self.subTest(pintu, login=login):
                    self.tolak(panggil)
        self.assertEqual(self.pada(self.tamat), sebelum)

    def test_superuser_code_adds_nothing_without_a_licence(self):
        tujuan = {"res_model": "dpmd.pengaduan", "res_id": self.buka.id}
        self.tolak(self.unggahan, None, **tujuan)
        self.tolak(self.unggahan(None).write, tujuan)
        self.tolak(self.berkas.copy)
        self.tolak(self.buka.message_post, body="x", attachments=[("x.txt", b"x")])
        kode = self.env["ir.actions.server"].create(
            {
                "name": "Titip",
                "model_id": self.env["ir.model"]._get_id("dpmd.pengaduan"),
                "state": "code",
                "code": "env['ir.attachment'].sudo().create("
                "{'name': 'x', 'raw': b'x', 'res_model': 'dpmd.pengaduan', 'res_id': record.id})",
            }
        )
        with mute_logger("odoo.addons.base.models.ir_actions"):
            self.tolak(kode.with_context(active_model="dpmd.pengaduan", active_id=self.buka.id).run)

    def test_a_file_of_a_case_is_neither_public_nor_a_link(self):
        saya = self.sebagai("psm_a", self.env["ir.attachment"])
        tujuan = {"res_model": "dpmd.pengaduan", "res_id": self.buka.id}
        self.env["ir.default"].set("ir.attachment", "public", True, user_id=self.orang["psm_a"].id)
        bebas = self.unggahan("psm_a", access_token="terbuka")
        bebas.write(tujuan)
        for berkas in (
            bebas,
            saya.create({"name": "x", "raw": b"x", "public": True, "access_token": "terbuka", **tujuan}),
            saya.with_context(default_public=True, default_access_token="terbuka").create({"name": "x", **tujuan}),
            self.lewat_obrolan("psm_a", self.buka),
        ):
            self.assertFalse(berkas.sudo().public or berkas.sudo().access_token)
        for nilai in ({"type": "url", "url": "https://example.com/x.pdf"}, {"url": "/x.pdf"}):
            self.tolak(saya.create, {"name": "x", **nilai, **tujuan})
            self.tolak(
                saya.with_context(**{f"default_{k}": v for k, v in nilai.items()}).create, {"name": "x", **tujuan}
            )
        tautan = saya.create({"name": "x", "type": "url", "url": "https://example.com/x.pdf"})
        self.tolak(tautan.write, tujuan)

    # Signatures and scans ---------------------------------------------------------------------------

    def test_no_signature_or_scan_is_put_beside_a_write_of_its_record(self):
        terkunci = self.tamat.pelapor_ids
        baru = self.buat(pelapor={"kuasa": True, "kuasa_nama": "Budi"})[0].pelapor_ids
        peserta = self.tamat.rapat_ids.peserta_ids
        draf = self.buka.rapat_ids.peserta_ids
        dokumen = self.jalan(self.buat()[0], 12).berita_acara_ids.dokumen_id
        for record, kolom in (
            *((pelapor, kolom) for pelapor in (terkunci, baru) for kolom in ("ttd", "surat_kuasa")),
            *((satu, "ttd") for satu in (peserta[0], peserta[1], draf[0], draf[1])),
            (dokumen, "pdf"),
            (self.buka, "uraian"),
        ):
            asli = record[kolom]
            tujuan = {"res_model": record._name, "res_id": record.id, "res_field": kolom}
            for login in ("pengadmin", "psm_a", "kadis", "administrator", "sudo", None):
                Lampiran = self.env["ir.attachment"]
                if login:
                    Lampiran = self.sebagai("pengadmin" if login == "sudo" else login, Lampiran).sudo(login == "sudo")
                with self.subTest(record=record, kolom=kolom, login=login or "superuser"):
                    self.tolak(Lampiran.create, {"name": kolom, "datas": PNG, **tujuan})
                    self.tolak(
                        Lampiran.with_context(**{f"default_{k}": v for k, v in tujuan.items()}).create,
                        {"name": kolom, "datas": PNG},
                    )
                    bebas = Lampiran.create({"name": kolom, "datas": PNG})
                    self.tolak(bebas.write, tujuan)
                    self.tolak(bebas.copy, tujuan)
            self.assertEqual(record[kolom], asli)

    def test_a_loose_file_never_becomes_a_signature(self):
        pelapor = self.buat()[0].pelapor_ids
        berkas = self.unggahan("pengadmin", res_model="dpmd.pelapor", res_id=pelapor.id)
        self.tolak(berkas.write, {"res_field": "ttd"})
        self.tolak(berkas.sudo().write, {"res_field": "ttd"})
        bebas = self.unggahan("pengadmin", res_field="ttd", res_model="dpmd.pelapor")
        self.tolak(bebas.write, {"res_id": pelapor.id})
        self.assertFalse(pelapor.ttd)

    # The other records ------------------------------------------------------------------------------

    def test_records_that_nobody_writes_take_no_file(self):
        for model in (
            "dpmd.langkah",
            "dpmd.disposisi",
            "dpmd.dokumen",
            "dpmd.pengesahan",
            "dpmd.arsip",
            "dpmd.rapat",
            "dpmd.rapat.peserta",
            "dpmd.berita.acara",
            "dpmd.kesepakatan",
            "dpmd.laporan",
        ):
            record = self.env[model].search([("pengaduan_id", "=", self.tamat.id)], limit=1)
            if model == "dpmd.pengesahan":
                record = self.tamat.laporan_ids.pengesahan_ids[:1]
            self.assertTrue(record, model)
            for login in (*PEKERJA, "pengawas", "administrator"):
                for pintu, panggil in self.pintu(login, record):
                    with self.subTest(pintu, model=model, login=login):
                        self.tolak(panggil)
            self.tolak(record._cek_tambah_berkas)
            self.assertFalse(
                self.pada(record) - self.env["ir.attachment"].search([("name", "in", ("undangan.pdf", "rapat.ics"))])
            )

    def test_drafts_take_files_of_their_drafter(self):
        kasus = self.jalan(self.buat()[0], 9)
        rapat = self.buat_rapat(kasus)
        laporan = self.jalan(self.buat()[0], 12)
        for record in (rapat, rapat.peserta_ids[0], self.sebagai("psm_a", laporan)._laporan()):
            self.unggahan("psm_a", res_model=record._name, res_id=record.id)
            self.assertEqual(len(self.pada(record)), 1)
            for login in ("psm_a2", "kabid_b", "pengadmin", "kadis", "pengawas"):
                with self.subTest(record=record, login=login):
                    self.tolak(self.unggahan, login, res_model=record._name, res_id=record.id)
            berkas = self.sebagai("psm_a", self.pada(record))
            self.tolak(berkas.write, {"raw": b"palsu"})
            self.tolak(berkas.unlink)

    def test_the_identity_takes_files_of_the_pengadministrasi_until_it_is_locked(self):
        for identitas in ("terbuka", "rahasia"):
            kasus = self.buat(identitas=identitas)[0]
            pelapor = kasus.pelapor_ids
            tujuan = {"res_model": "dpmd.pelapor", "res_id": pelapor.id}
            self.unggahan("pengadmin", **tujuan)
            for login in ("kadis", "sekretaris", "psm_a", "pengawas", "administrator", "portal"):
                with self.subTest(login=login, identitas=identitas):
                    self.tolak(self.unggahan, login, **tujuan)
            self.jalan(kasus, 4)
            for login in PEKERJA:
                for pintu, panggil in self.pintu(login, pelapor):
                    with self.subTest(pintu, login=login, identitas=identitas):
                        self.tolak(panggil)
            self.assertEqual(len(self.pada(pelapor)), 1)

    # What must go on --------------------------------------------------------------------------------

    def test_the_flow_keeps_swaps_and_removes_its_own_files(self):
        pelapor = self.buat(pelapor={"kuasa": True, "kuasa_nama": "Budi"})[0].pelapor_ids
        self.assertFalse(pelapor._tambah_surat_kuasa([("kuasa.png", base64.b64decode(PNG))]))
        saya = self.sebagai("pengadmin", pelapor)
        for nilai in (PNG, base64.b64encode(b"lain"), False):
            saya.write({"surat_kuasa": nilai})
        berkas = self.env["ir.attachment"].search(
            [("res_model", "=", "dpmd.pelapor"), ("res_id", "=", pelapor.id), ("res_field", "!=", False)]
        )
        self.assertFalse(berkas)
        self.assertFalse(pelapor._tambah_berkas([("foto.png", base64.b64decode(PNG))]))
        self.assertEqual(self.pada(pelapor).create_uid, self.env.ref("base.user_root"))
        rapat = self.buat_rapat(self.jalan(self.buat()[0], 9))
        self.unggahan("psm_a", res_model="dpmd.rapat.peserta", res_id=rapat.peserta_ids[1].id)
        rapat.peserta_ids[1]._tulis({"ttd": PNG})
        rapat.peserta_ids[1].unlink()  # struck off while a draft, and its files with it
        dikirim = sorted(self.pada(self.tamat.rapat_ids).mapped("name"))
        self.assertEqual(dikirim, ["rapat.ics", "rapat.ics", "undangan.pdf"], "each invitee has a calendar file")

    def test_the_flows_files_are_closed_whatever_default_the_user_has(self):
        self.env["ir.default"].set("ir.attachment", "public", True, user_id=self.orang["psm_a"].id)
        konteks = {"default_public": True, "default_access_token": "terbuka", "default_res_field": "ttd"}
        kasus = self.jalan(self.buat()[0], 9)
        rapat = self.buat_rapat(kasus)
        rapat.with_context(**konteks).action_ajukan_undangan()
        self.baca("kadis", kasus).with_context(**konteks).action_sahkan()
        rapat.with_context(**konteks).peserta_ids[0].write({"ttd": PNG})
        berkas = self.pada(rapat) | self.env["ir.attachment"].search(
            [
                ("res_model", "=", "dpmd.rapat.peserta"),
                ("res_id", "in", rapat.peserta_ids.ids),
                ("res_field", "=", "ttd"),
            ]
        )
        self.assertEqual(len(berkas), 4)
        self.assertFalse(any(berkas.mapped("public")) or any(berkas.mapped("access_token")))

    def test_a_scan_taken_in_by_the_flow_is_closed_and_stays(self):
        kasus = self.jalan(self.buat()[0], 4)
        scan = self.unggahan("pengadmin", raw=b"%PDF-1.4", public=True, access_token="terbuka")
        kadis = self.env["dpmd.penugasan"].search([("user_id", "=", self.orang["kadis"].id)])
        self.sebagai("pengadmin", kasus).action_catatkan(kadis.id, kasus.tanggal_lengkap, scan.id, "Di atas kertas")
        self.assertEqual(scan.res_model, "dpmd.langkah")
        self.assertFalse(scan.sudo().public or scan.sudo().access_token)
        self.tolak(scan.unlink)

    def test_files_of_dialogs_and_of_nobody_are_swept_as_ever(self):
        wizard = self.sebagai("pengadmin", self.env["dpmd.terima.wizard"]).create(
            {"perihal": "X", "isi_asli": "Y", "alamat": "Z"}
        )
        berkas = self.unggahan("pengadmin", res_model=wizard._name, res_id=wizard.id)
        wizard.sudo().unlink()
        self.assertFalse(berkas.exists())
        bebas = self.unggahan("psm_a")
        bebas.write({"raw": b"lain", "public": True})
        bebas.unlink()
        self.env["mail.compose.message"]._gc_lost_attachments()
        self.assertEqual(self.berkas.exists().raw, b"asli")

    def test_the_viewer_draws_its_small_picture_once(self):
        saya = self.sebagai("psm_a", self.berkas)
        saya.write({"thumbnail": PNG})
        self.env.invalidate_all()
        self.tolak(saya.write, {"thumbnail": False})
        self.tolak(saya.write, {"thumbnail": PNG})
        self.tolak(self.sebagai("psm_a", self.berkas).write, {"thumbnail": PNG, "raw": b"palsu"})

    def test_no_record_has_a_main_file_that_could_be_exchanged(self):
        for model in self.env:
            if isinstance(self.env[model], self.registry["dpmd.terjaga"]):
                self.assertNotIn("message_main_attachment_id", self.env[model]._fields, model)
        self.sebagai("psm_a", self.berkas).register_as_main_attachment()

    # Withdrawing ------------------------------------------------------------------------------------

    def mundurkan(self, berkas):
        """Date a file back: within a test all is made at the same moment."""
        self.env.cr.execute(
            "UPDATE ir_attachment SET create_date = create_date - interval '1 hour' WHERE id = %s", berkas.ids
        )
        berkas.invalidate_recordset()

    def test_who_put_a_file_on_a_case_takes_it_back_with_a_reason_and_the_card_says_so(self):
        kasus = self.sebagai("psm_a", self.buka)
        sha = self.berkas.checksum
        for alasan in (None, "", "  "):
            self.tolak(kasus.action_tarik_berkas, self.berkas.id, alasan)
        for login in set(self.orang) - {"psm_a"}:
            with self.subTest(login=login):
                self.tolak(self.sebagai(login, self.buka).action_tarik_berkas, self.berkas.id, "Salah berkas")
        self.tolak(self.buka.action_tarik_berkas, self.berkas.id, "Salah berkas")  # superuser
        self.tolak(self.buka.sudo().action_tarik_berkas, self.berkas.id, "Salah berkas")
        self.assertEqual(kasus._berkas_saya(), self.berkas)
        kasus.action_tarik_berkas(self.berkas.id, "Salah berkas")
        self.assertFalse(self.berkas.exists())
        baris = self.buka.kartu_ids.sorted("urutan")[-1]
        self.assertEqual((baris.jenis, baris.alasan, baris.user_id), ("catatan", "Salah berkas", self.orang["psm_a"]))
        self.assertIn("bukti.txt", baris.keluaran)
        self.assertIn(sha[:12], baris.keluaran)
        self.assertTrue(self.buka._kartu_utuh())
        self.tolak(kasus.action_tarik_berkas, self.berkas.id, "Sekali lagi")

    def test_the_refusal_tells_how_a_file_is_taken_back(self):
        with self.assertRaisesRegex(UserError, "Withdraw a file"):
            self.sebagai("psm_a", self.berkas).unlink()

    def test_a_file_that_a_step_was_taken_upon_stays(self):
        self.mundurkan(self.berkas)
        kasus = self.sebagai("psm_a", self.buka)
        self.assertFalse(kasus._berkas_saya())
        self.tolak(kasus.action_tarik_berkas, self.berkas.id, "Salah berkas")
        kemudian = self.lewat_obrolan("psm_a", self.buka)
        self.assertEqual(kasus._berkas_saya(), kemudian)
        self.sebagai("psm_a", self.buka)._catat("Bukan langkah")
        self.assertEqual(kasus._berkas_saya(), kemudian)

    def test_nothing_is_taken_back_from_a_closed_case_nor_of_the_flow(self):
        self.assertEqual(self.berkas_tamat.create_uid, self.orang["psm_a"])
        self.tolak(self.sebagai("psm_a", self.tamat).action_tarik_berkas, self.berkas_tamat.id, "Salah berkas")
        alur = self.buka._simpan_berkas([{"name": "surel.txt", "raw": b"surel"}])
        rapat = self.pada(self.buka.rapat_ids)[:1]
        lain = self.unggahan("psm_a")
        for berkas in (alur, rapat, lain, self.berkas_tamat):
            for login in PEKERJA:
                self.tolak(self.sebagai(login, self.buka).action_tarik_berkas, berkas.id, "Salah berkas")
            self.tolak(self.buka.action_tarik_berkas, berkas.id, "Salah berkas")
            self.assertTrue(berkas.exists())
        for asal in (None, False, 0, "x", [self.berkas.id], {"id": self.berkas.id}):
            self.tolak(self.sebagai("psm_a", self.buka).action_tarik_berkas, asal, "Salah berkas")

    def test_the_dialog_offers_ones_own_files_and_names_no_other(self):
        Wizard = self.sebagai("psm_a", self.env["dpmd.berkas.wizard"]).with_context(active_id=self.buka.id)
        wizard = Wizard.create({"alasan": "Salah berkas"})
        self.assertEqual(wizard.berkas_saya_ids.ids, self.berkas.ids)
        kadis = wizard.with_user(self.orang["kadis"]).create({"res_id": self.buka.id, "alasan": "X"})
        self.assertFalse(kadis.berkas_saya_ids)
        rahasia = self.jalan(self.buat(identitas="rahasia")[0], 4).pelapor_ids
        asing = rahasia._simpan_berkas([{"name": "KTP Siti.jpg", "raw": b"ktp"}])
        try:
            jahat = Wizard.create({"alasan": "X", "berkas_ids": [Command.set(asing.ids)]})
            self.env.invalidate_all()
            self.assertNotIn("KTP Siti", str(jahat.web_read({"berkas_ids": {"fields": {"display_name": {}}}})))
        except AccessError:
            pass
        dialog = Form(Wizard)
        dialog.berkas_ids.add(self.sebagai("psm_a", self.berkas))
        dialog.alasan = "Salah berkas"
        dialog.save().action_tarik()
        self.assertFalse(self.berkas.exists())
        self.assertEqual(self.buka.kartu_ids.sorted("urutan")[-1].alasan, "Salah berkas")


@tagged("standard", "post_install", "-at_install")
class TestPenjagaanBerkasWeb(BerkasMixin, KantorHttpCase):
    """The same, by the addresses that the web client calls."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_berkas()

    def unggah(self, url, **data):
        """Upload a file as a form of the web client does; return the answer's text."""
        with mute_logger("odoo.http", "odoo.addons.web.controllers.binary"):
            jawaban = self.url_open(
                url, data={"csrf_token": Request.csrf_token(self), **data}, files=[("ufile", ("web.txt", b"lewat web"))]
            )
        self.assertNotIn("Traceback", jawaban.text)
        return jawaban

    def test_uploading_by_the_web_client(self):
        for login, kasus, boleh in (
            ("psm_a", self.buka, True),
            ("pengawas", self.buka, False),
            ("kabid_b", self.buka, False),
            ("psm_a", self.tamat, False),
            ("pengadmin", self.tamat, False),
        ):
            self.authenticate(f"uji_{login}", f"uji_{login}")
            for url, data in (
                ("/mail/attachment/upload", {"thread_id": kasus.id, "thread_model": kasus._name}),
                ("/web/binary/upload_attachment", {"id": kasus.id, "model": kasus._name}),
            ):
                with self.subTest(url, login=login, state=kasus.state):
                    sebelum = self.pada(kasus)
                    jawaban = self.unggah(url, **data)
                    if login != "kabid_b":  # to whom there is no such case
                        self.assertEqual((jawaban.status_code, "error" in jawaban.text), (200, not boleh))
                    self.env.invalidate_all()
                    self.assertEqual(len(self.pada(kasus) - sebelum), int(boleh))
            with self.subTest("html_editor", login=login, state=kasus.state):
                sebelum = self.pada(kasus)
                self.panggil(
                    "/html_editor/attachment/add_data",
                    {
                        "name": f"{login}.txt",
                        "data": base64.b64encode(login.encode()).decode(),
                        "is_image": False,
                        "res_id": kasus.id,
                        "res_model": kasus._name,
                    },
                    boleh,
                )
                self.assertEqual(len(self.pada(kasus) - sebelum), int(boleh))

    def panggil(self, url, params, boleh):
        """Call a JSON route, which answers or refuses in words."""
        with mute_logger("odoo.http"):
            jawaban = self.url_open(
                url, data=json.dumps({"params": params}), headers={"Content-Type": "application/json"}
            ).json()
        self.env.invalidate_all()
        self.assertEqual("error" not in jawaban, boleh, jawaban)
        return jawaban

    def test_deleting_and_swapping_by_the_web_client(self):
        for berkas in (self.berkas, self.berkas_tamat):
            pesan = self.env["mail.message"].search([("attachment_ids", "in", berkas.ids)])
            for login in ("psm_a", "pengadmin"):
                self.authenticate(f"uji_{login}", f"uji_{login}")
                for url, params in (
                    ("/mail/attachment/delete", {"attachment_id": berkas.id}),
                    (
                        "/mail/attachment/delete",
                        {"attachment_id": berkas.id, "access_token": berkas._get_ownership_token()},
                    ),
                    (
                        "/mail/message/update_content",
                        {"message_id": pesan.id, "update_data": {"body": "", "attachment_ids": []}},
                    ),
                    ("/html_editor/attachment/remove", {"ids": berkas.ids}),
                ):
                    with self.subTest(url, login=login):
                        self.panggil(url, params, False)
                        self.assertEqual(berkas.exists().raw, b"asli")
                self.panggil(
                    f"/html_editor/modify_image/{berkas.id}",
                    {"res_model": berkas.res_model, "res_id": berkas.res_id, "data": PALSU, "mimetype": "text/plain"},
                    False,  # it makes a copy that is read by a token
                )
                self.assertEqual(berkas.exists().raw, b"asli")

    def test_a_file_waiting_for_its_message_may_still_be_thrown_away(self):
        self.authenticate("uji_psm_a", "uji_psm_a")
        jawaban = self.unggah(
            "/mail/attachment/upload", thread_id=self.buka.id, thread_model=self.buka._name, is_pending="true"
        ).json()
        berkas = self.env["ir.attachment"].browse(jawaban["data"]["attachment_id"])
        self.panggil("/mail/attachment/delete", {"attachment_id": berkas.id}, True)
        self.assertFalse(berkas.exists())
