"""A called meeting does not move silently: its time, place and chair are what the undangan says."""

from datetime import timedelta

from odoo import Command, fields
from odoo.exceptions import UserError
from odoo.service.model import call_kw
from odoo.tests import tagged

from .common import PNG, KantorCase


class UndanganMixin:
    """A meeting that was called for the day after tomorrow."""

    def terundang(self, **vals):
        """Return a case at step 10 and its meeting (superuser)."""
        pengaduan = self.jalan(self.buat()[0], 9)
        mulai = fields.Datetime.now() + timedelta(days=2)
        rapat = self.buat_rapat(pengaduan, **{"mulai": mulai, "selesai": mulai + timedelta(hours=2), **vals})
        self.undang(pengaduan)
        return pengaduan, rapat.sudo()

    def majukan(self, rapat, **lama):
        """Let time go on: the meeting begins that long from now."""
        mulai = fields.Datetime.now() + timedelta(**lama)
        rapat.sudo()._tulis({"mulai": mulai, "selesai": mulai + timedelta(hours=2)})

    def tolak(self, panggil, *args, **kwargs):
        """Refused, with everything as it was; return the sentence."""
        with self.assertRaises(UserError) as galat, self.env.cr.savepoint():
            panggil(*args, **kwargs)
            self.env.flush_all()
        self.env.invalidate_all()
        return str(galat.exception)


@tagged("standard", "post_install", "-at_install")
class TestRapatJadwal(UndanganMixin, KantorCase):
    def test_a_called_meeting_is_moved_through_no_door(self):
        pengaduan, rapat = self.terundang(pimpinan_user_id=self.orang["kabid_a"].id)
        asli = (rapat.mulai, rapat.selesai, rapat.tempat, rapat.agenda, rapat.sidang, rapat.pimpinan_user_id)
        nilai = {
            "mulai": rapat.mulai - timedelta(days=3),
            "selesai": rapat.selesai + timedelta(hours=1),
            "tempat": "Rumah Kepala Desa",
            "agenda": "Lain",
            "sidang": "terlapor",
            "pimpinan_user_id": self.orang["psm_a2"].id,
        }
        for login in ("psm_a", "kabid_a"):
            saya, kasus = self.sebagai(login, rapat), self.sebagai(login, pengaduan)
            for kolom, satu in nilai.items():
                with self.subTest(login=login, kolom=kolom):
                    self.tolak(call_kw, saya, "write", [rapat.ids, {kolom: satu}], {})
                    self.tolak(saya.web_save, {kolom: satu}, {"state": {}})
                    self.tolak(kasus.write, {"rapat_ids": [Command.update(rapat.id, {kolom: satu})]})
            muatan = saya.load([".id", "tempat"], [[str(rapat.id), "Rumah Kepala Desa"]])
            self.assertTrue(muatan["messages"])
        self.tolak(rapat.write, {"tempat": "Rumah Kepala Desa"})  # superuser code has no licence either
        self.assertEqual(
            (rapat.mulai, rapat.selesai, rapat.tempat, rapat.agenda, rapat.sidang, rapat.pimpinan_user_id), asli
        )

    def test_the_calendar_shows_a_meeting_and_does_not_move_it(self):
        _pengaduan, rapat = self.terundang()
        event, mulai = rapat.event_id, rapat.mulai
        for login in ("psm_a", "kabid_a"):
            saya = self.sebagai(login, event)
            for nilai in (
                {"start": mulai - timedelta(days=1), "stop": mulai},  # dragged
                {"start": mulai - timedelta(days=1), "stop": mulai, "allday": False},
                {"stop": event.stop + timedelta(hours=1)},
                {"duration": 5},
                {"location": "Rumah Kepala Desa"},
            ):
                with self.subTest(login=login, nilai=nilai):
                    kalimat = self.tolak(call_kw, saya, "write", [event.ids, nilai], {})
                    self.assertIn("Postpone", kalimat)
        self.assertEqual((event.start, rapat.mulai), (mulai, mulai))

    def test_who_was_invited_is_not_exchanged(self):
        _pengaduan, rapat = self.terundang()
        kades = self.sebagai("psm_a", rapat.peserta_ids[1])
        for nilai in ({"nama": "Orang Lain"}, {"jabatan": "Bupati"}, {"instansi": "X"}, {"user_id": self.env.uid}):
            with self.subTest(nilai=nilai):
                self.tolak(kades.write, nilai)
        kades.write({"email": "kantor.desa@example.com"})
        self.assertEqual(kades.nama, "Ahmad Fauzan")

    def test_an_invitee_is_added_as_the_screen_sends_it(self):
        """With every field of the line, also those that are still empty."""
        pengaduan = self.jalan(self.buat()[0], 9)
        mulai = fields.Datetime.now() + timedelta(days=2)
        isi = {
            "pengaduan_id": pengaduan.id,
            "mulai": mulai,
            "selesai": mulai + timedelta(hours=1),
            "tempat": "Aula",
            "agenda": "Pembahasan",
            "peserta_ids": [
                Command.create(
                    {
                        "sequence": 10,
                        "user_id": False,
                        "nama": "Ahmad Fauzan",
                        "jabatan": "Kepala Desa",
                        "instansi": "Desa Uji",
                        "email": False,
                        "kehadiran": "belum",
                        "wakil_nama": False,
                        "wakil_jabatan": False,
                        "alasan_tidak_hadir": False,
                        "ttd": False,
                        "ttd_cara": False,
                    }
                )
            ],
        }
        saya = self.sebagai("psm_a", self.env["dpmd.rapat"])
        rapat = saya.browse(saya.web_save(isi, {"state": {}})[0]["id"])
        self.assertEqual(rapat.peserta_ids.nama, "Ahmad Fauzan")
        self.undang(pengaduan)

    def test_attendance_is_settled_only_in_its_time(self):
        _pengaduan, rapat = self.terundang()
        kades = self.sebagai("psm_a", rapat.peserta_ids[1])
        hadir = {"kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"}
        for kolom, nilai in {**hadir, "wakil_nama": "X", "wakil_jabatan": "X", "alasan_tidak_hadir": "X"}.items():
            with self.subTest(kolom=kolom):
                self.tolak(kades.write, {kolom: nilai})
                self.tolak(
                    self.sebagai("psm_a", rapat).write, {"peserta_ids": [Command.update(kades.id, {kolom: nilai})]}
                )
        Peserta = kades.browse()
        self.tolak(Peserta.create, {"rapat_id": rapat.id, "nama": "Tamu", **hadir})
        self.tolak(
            Peserta.with_context(default_kehadiran="hadir", default_ttd_cara="kertas").create,
            {"rapat_id": rapat.id, "nama": "Tamu"},
        )
        self.env["ir.default"].set("dpmd.rapat.peserta", "kehadiran", "hadir", user_id=self.orang["psm_a"].id)
        self.tolak(Peserta.create, {"rapat_id": rapat.id, "nama": "Tamu"})
        self.majukan(rapat, minutes=61)
        self.tolak(kades.write, hadir)
        self.majukan(rapat, minutes=59)
        kades.write(hadir)
        self.assertEqual(kades.kehadiran, "hadir")

    def test_attendance_is_not_settled_before_the_meeting_is_called(self):
        rapat = self.buat_rapat(self.jalan(self.buat()[0], 9))
        self.majukan(rapat, hours=-1)
        self.tolak(rapat.peserta_ids[0].write, {"kehadiran": "hadir", "ttd": PNG})
        konteks = {"default_kehadiran": "hadir", "default_ttd": PNG}
        self.tolak(rapat.peserta_ids.browse().with_context(**konteks).create, {"rapat_id": rapat.id, "nama": "Tamu"})

    # Put off -----------------------------------------------------------------------------------------

    def test_a_meeting_is_put_off_with_a_reason_and_called_anew(self):
        pengaduan, rapat = self.terundang()
        undangan, event = rapat.dokumen_ids, rapat.event_id
        psm = self.sebagai("psm_a", rapat)
        for alasan in (None, "", "  "):
            self.tolak(call_kw, psm, "action_tunda", [rapat.ids, alasan], {})
        wizard = self.env["dpmd.alasan.wizard"].with_user(psm.env.user).with_context(active_id=rapat.id)
        wizard.create({"aksi": "tunda_rapat", "alasan": "Kepala Desa berhalangan"}).action_jalankan()
        self.assertEqual((rapat.state, pengaduan.state, pengaduan.langkah), ("draf", "rapat", 9))
        self.assertRecordValues(undangan, [{"state": "batal", "alasan_batal": "Kepala Desa berhalangan"}])
        self.assertFalse(event.active)
        self.assertEqual(len(rapat.peserta_ids), 2)
        kartu = pengaduan.kartu_ids[-1:]
        self.assertRecordValues(kartu, [{"jenis": "kembali", "nomor": 9, "alasan": "Kepala Desa berhalangan"}])
        self.assertIn("undangan", kartu.keluaran)
        self.assertEqual(pengaduan.desk_user_id, self.orang["psm_a"])
        mulai = rapat.mulai + timedelta(days=7)
        psm.write({"mulai": mulai, "selesai": mulai + timedelta(hours=2), "tempat": "Kantor Camat"})
        self.assertFalse(event.active, "what is being prepared stands in no calendar")
        self.undang(pengaduan)
        self.assertEqual((rapat.event_id, event.active, event.start), (event, True, mulai))
        self.assertEqual(rapat.dokumen_ids.mapped("state").count("berlaku"), 1)
        self.assertTrue(pengaduan._kartu_utuh())

    def test_only_the_drafters_put_a_meeting_off(self):
        pengaduan, rapat = self.terundang()
        for login in (
            "kabid_a",
            "kabid_b",
            "psm_a2",
            "psm_b",
            "sekretaris",
            "kadis",
            "pengadmin",
            "pengawas",
            "portal",
        ):
            with self.subTest(login=login):
                self.tolak(self.sebagai(login, rapat).action_tunda, "Karena perlu")
                self.tolak(self.sebagai(login, pengaduan).action_tunda_rapat, "Karena perlu")
        self.assertFalse(self.sebagai("kabid_a", rapat).boleh_tunda)
        self.assertTrue(self.sebagai("psm_a", rapat).boleh_tunda)
        self.assertEqual(rapat.state, "diundang")

    def test_a_meeting_people_came_to_is_neither_put_off_nor_called_off(self):
        pengaduan, rapat = self.terundang()
        psm = self.sebagai("psm_a", rapat)
        self.majukan(rapat, minutes=30)
        psm.peserta_ids[1].write({"kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"})
        self.assertTrue(psm.boleh_tunda, "it has not begun")
        self.majukan(rapat, minutes=-5)
        self.tolak(psm.action_tunda, "Ulang")
        self.tolak(psm.action_batal, "Ulang")
        self.assertFalse(psm.boleh_tunda)
        self.assertEqual((rapat.state, pengaduan.langkah), ("diundang", 10))

    def test_a_meeting_nobody_came_to_is_put_off_with_its_attendance_empty(self):
        _pengaduan, rapat = self.terundang()
        psm = self.sebagai("psm_a", rapat)
        self.majukan(rapat, minutes=30)
        psm.write({"pindaian_daftar_hadir": PNG})
        psm.peserta_ids[1].write({"kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"})
        psm.action_tunda("Listrik padam")
        self.assertRecordValues(
            rapat.peserta_ids,
            [dict.fromkeys(("ttd", "ttd_cara", "ttd_petugas_id", "ttd_pada"), False) | {"kehadiran": "belum"}] * 2,
        )
        self.assertRecordValues(rapat, [{"pindaian_daftar_hadir": False, "pindaian_daftar_oleh_id": False}])
        self.undang(rapat.pengaduan_id)
        self.majukan(rapat, hours=-1)
        psm.action_tunda("Tidak ada yang datang")  # begun, and nobody there
        self.assertEqual(rapat.state, "draf")

    def test_where_another_meeting_stands_step_9_stays_taken(self):
        pengaduan, rapat = self.terundang()
        lain = self.buat_rapat(pengaduan, mulai=rapat.mulai, selesai=rapat.selesai)
        lain.action_ajukan_undangan()
        self.sahkan("kadis", pengaduan)
        self.sebagai("psm_a", lain).action_tunda("Ruangan dipakai")
        self.assertEqual((lain.state, rapat.state, pengaduan.langkah), ("draf", "diundang", 10))
        self.assertRecordValues(pengaduan.kartu_ids[-1:], [{"jenis": "catatan", "nomor": 9}])
        lain.action_ajukan_undangan()
        self.sahkan("kadis", pengaduan)
        self.assertEqual(lain.state, "diundang")

    def test_a_draft_or_held_meeting_is_not_put_off(self):
        draf = self.jalan(self.buat()[0], 9)
        rapat = self.buat_rapat(draf)
        self.tolak(rapat.action_tunda, "Nanti")
        selesai = self.jalan(self.buat()[0], 11)
        self.tolak(self.sebagai("psm_a", selesai.rapat_ids).action_tunda, "Nanti")
        pengaduan, _rapat = self.terundang()
        self.tolak(self.sebagai("psm_a", pengaduan).action_tunda_rapat, "Nanti", rapat.id)

    # Before the undangan ------------------------------------------------------------------------------

    def test_a_meeting_says_what_it_lacks_before_its_undangan_is_handed_up(self):
        rapat = self.buat_rapat(self.jalan(self.buat()[0], 9))
        self.assertEqual(rapat._belum_pantas(), [])
        rapat.write({"pimpinan_user_id": False, "pencatat_user_id": False})
        rapat.peserta_ids.unlink()
        mulai = fields.Datetime.now() - timedelta(minutes=1)
        rapat.write({"mulai": mulai, "selesai": mulai + timedelta(hours=1)})  # a draft may still say anything
        self.assertEqual(len(rapat._belum_pantas()), 4)

    def test_the_kabid_of_the_case_leads_unless_the_pelaksana_names_another(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        rapat = self.buat_rapat(pengaduan)
        self.assertEqual(rapat.pimpinan_user_id, self.orang["kabid_a"])
        rapat.pimpinan_user_id = self.orang["kabid_b"]
        self.env.flush_all()
        self.assertEqual(rapat.pimpinan_user_id, self.orang["kabid_b"])
        lain = self.buat_rapat(pengaduan, pimpinan_user_id=self.orang["psm_a"].id)
        self.assertEqual(lain.pimpinan_user_id, self.orang["psm_a"])
