"""A saved appointment stays what it is, and whatever may still change is told to those it concerns."""

import psycopg2
from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.service.model import call_kw
from odoo.tests import Form, tagged
from odoo.tools import html2plaintext, mute_logger

from .common import KantorCase


@tagged("standard", "post_install", "-at_install")
class TestPenugasanTetap(KantorCase):
    def setUp(self):
        super().setUp()
        self.awal = self.env["mail.message"].search([], limit=1).id

    def hari(self, geser):
        return fields.Date.add(self.env["dpmd.penugasan"]._hari_ini(), days=geser)

    def tugas(self, login):
        return self.env["dpmd.penugasan"].search([("user_id", "=", self.orang[login].id)])

    def rpc(self, login, record, metode, *args):
        hasil = call_kw(self.sebagai(login, record), metode, [record.ids, *args], {})
        self.env.flush_all()
        self.env.invalidate_all()
        return hasil

    def kabar(self, tugas):
        """Return the notices about an appointment since the start of the test."""
        return self.env["mail.message"].search(
            [
                ("id", ">", self.awal),
                ("model", "=", "dpmd.penugasan"),
                ("res_id", "=", tugas.id),
                ("subject", "=like", "Appointment changed%"),
            ]
        )

    def lain(self, tugas):
        """Return another value for each column that makes an appointment what it is."""
        return {
            "user_id": self.orang["administrator"].id,
            "jabatan": "sekretaris_dinas",
            "jenis": "plh",
            "bidang_id": self.bidang_b.id,
            "company_id": self.company_lain.id,
            "date_from": tugas.date_from.replace(day=1).isoformat(),
        }

    # What it is ------------------------------------------------------------

    def test_the_administrator_does_not_become_kadis_by_one_write_over_both_rows(self):
        baris, admin = self.tugas("kadis") | self.tugas("pengawas"), self.orang["administrator"]
        with self.assertRaises(UserError):
            self.rpc("administrator", baris, "write", {"user_id": admin.id})
        self.assertEqual(baris.user_id, self.orang["kadis"] | self.orang["pengawas"])
        self.assertFalse(admin.has_group("dpmd_pengaduan.group_kepala_dinas"))

    def test_what_an_appointment_is_never_changes_by_any_door(self):
        tugas = self.tugas("kadis")
        tugas.date_from = tugas.date_from  # the same value is no change
        semula = {name: tugas[name] for name in self.lain(tugas)}
        for name, nilai in self.lain(tugas).items():
            for pintu in ("rpc", "sudo", "aksi", "impor"):
                with self.subTest(name, pintu=pintu), self.env.cr.savepoint() as titik_balik:
                    if pintu == "impor":
                        kolom = f"{name}/.id" if tugas._fields[name].type == "many2one" else name
                        hasil = self.sebagai("administrator", tugas).load([".id", kolom], [[str(tugas.id), str(nilai)]])
                        self.assertFalse(hasil["ids"])
                        self.assertTrue(hasil["messages"])
                    else:
                        with self.assertRaises(UserError):
                            getattr(self, f"_{pintu}")(tugas, {name: nilai})
                    titik_balik.rollback()
                self.env.invalidate_all()
                self.assertEqual({name: tugas[name] for name in semula}, semula)

    def _rpc(self, tugas, vals):
        self.rpc("administrator", tugas, "write", vals)

    def _sudo(self, tugas, vals):
        self.sebagai("administrator", tugas).sudo().write(vals)

    def _aksi(self, tugas, vals):
        aksi = self.env["ir.actions.server"].create(
            {
                "name": "Ubah",
                "model_id": self.env["ir.model"]._get_id("dpmd.penugasan"),
                "state": "code",
                "code": f"records.write({vals!r})",
            }
        )
        with mute_logger("odoo.addons.base.models.ir_actions"):
            aksi.with_context(active_model="dpmd.penugasan", active_ids=tugas.ids, active_id=tugas.id).run()

    def test_the_last_day_comes_nearer_and_never_goes_away_again(self):
        tugas = self.tugas("psm_a")
        for geser in (20, 10, 10, -1):
            self.rpc("administrator", tugas, "write", {"date_to": self.hari(geser).isoformat()})
            self.assertEqual(tugas.date_to, self.hari(geser))
        for nilai in (self.hari(30), self.hari(0), False, None, ""):
            with self.subTest(nilai=nilai), self.assertRaises(UserError):
                self.rpc("administrator", tugas, "write", {"date_to": nilai})
        self.assertFalse(self.orang["psm_a"].has_group("dpmd_pengaduan.group_sub_koor_psm"))

    def test_a_wrong_appointment_is_withdrawn_before_its_first_day(self):
        for mulai in (0, 9):
            tugas = self.tugaskan(self.orang["pegawai_biasa"], "pengadministrasi_umum", date_from=self.hari(mulai))
            self.rpc("administrator", tugas, "write", {"date_to": self.hari(mulai - 1).isoformat()})
            self.assertFalse(self.orang["pegawai_biasa"].has_group("dpmd_pengaduan.group_pengadministrasi_umum"))
            with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError), self.cr.savepoint():
                self.rpc("administrator", tugas, "write", {"date_to": self.hari(mulai - 2).isoformat()})

    def test_name_nip_pangkat_and_letter_may_be_corrected_by_the_administrator_only(self):
        isi = {"nama": "Nama Benar, S.E.", "nip": "197001012000031001", "pangkat": "Penata", "nomor_surat": "1/2"}
        tugas = self.tugas("psm_a")
        self.rpc("administrator", tugas, "write", isi)
        self.assertEqual({name: tugas[name] for name in isi}, isi)
        for login in ("kadis", "pengadmin", "psm_a", "pengawas"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.rpc(login, tugas, "write", isi)

    # Who is told -----------------------------------------------------------

    def test_a_change_is_told_to_holder_kadis_sekretaris_and_inspector_with_before_and_after(self):
        tugas = self.tugas("kabid_a")
        self.rpc("administrator", tugas, "write", {"nama": "Nama Baru", "date_to": self.hari(5).isoformat()})
        kabar = self.kabar(tugas)
        pejabat = [self.orang[login].partner_id for login in ("kabid_a", "kadis", "sekretaris", "pengawas")]
        self.assertEqual(kabar.notified_partner_ids, self.env["res.partner"].union(*pejabat))
        teks = html2plaintext(kabar.body)
        self.assertIn("uji_administrator", teks)
        self.assertIn("Uji Kabid A, S.Sos. → Nama Baru", teks)
        self.assertIn("– →", teks)
        self.rpc("administrator", tugas, "write", {"nama": "Nama Baru"})
        self.assertEqual(self.kabar(tugas), kabar, "the same again is no change")

    def test_whoever_is_put_out_of_office_in_one_write_is_told(self):
        baris = self.tugas("kadis") | self.tugas("sekretaris") | self.tugas("pengawas")
        pejabat = baris.user_id.partner_id
        diam = self.sebagai("administrator", baris).with_context(tracking_disable=True, mail_notrack=True)
        diam.write({"date_to": self.hari(-1)})
        for tugas in baris:
            self.assertEqual(self.kabar(tugas).notified_partner_ids, pejabat)

    def test_who_holds_the_jabatan_hears_of_another_one(self):
        baru = self.tugaskan(self.orang["pegawai_biasa"], "kepala_bidang", bidang=self.bidang_a)
        orang = {"kabid_a", "kadis", "sekretaris", "pengawas", "pegawai_biasa"}
        self.assertEqual(
            self.kabar(baru).notified_partner_ids, self.env["res.users"].union(*map(self.orang.get, orang)).partner_id
        )

    # Plh. and Plt. ---------------------------------------------------------

    def test_plh_and_plt_need_their_last_day_and_a_letter(self):
        for jenis in ("plt", "plh"):
            for kurang in ({"date_to": False}, {"nomor_surat": False}, {"nomor_surat": "  "}):
                with self.subTest(jenis, **kurang), self.assertRaises(ValidationError), self.cr.savepoint():
                    self.tugaskan(self.orang["kabid_b"], "kepala_bidang", bidang=self.bidang_a, jenis=jenis, **kurang)
        plt = self.tugaskan(self.orang["kabid_b"], "kepala_bidang", bidang=self.bidang_a, jenis="plt")
        with self.assertRaises(ValidationError):
            self.rpc("administrator", plt, "write", {"nomor_surat": False})

    def test_plh_has_nip_and_pangkat_of_the_definitive_row(self):
        self.tugas("kabid_b").write({"nip": "198102172006042011", "pangkat": "Pembina Tingkat I (IV/b)"})
        isi = {"jabatan": "kepala_bidang", "bidang": self.bidang_a, "nip": "190001011920011001", "pangkat": "Palsu"}
        plh = self.tugaskan(self.orang["kabid_b"], jenis="plh", **isi)
        self.assertEqual((plh.nip, plh.pangkat), ("198102172006042011", "Pembina Tingkat I (IV/b)"))
        tanpa = self.tugaskan(self.orang["pegawai_biasa"], jenis="plh", **isi)
        self.assertEqual((tanpa.nip, tanpa.pangkat), ("190001011920011001", "Palsu"))

    def test_the_form_shows_nip_and_pangkat_of_an_acting_official_and_lets_nobody_change_them(self):
        with Form(self.sebagai("administrator", self.env["dpmd.penugasan"])) as form:
            form.user_id = self.orang["kabid_b"]
            form.nama = "Kabid B"
            form.jabatan = "kepala_bidang"
            form.bidang_id = self.bidang_a
            form.jenis = "plh"
            form.date_to = self.hari(3)
            form.nomor_surat = "7/PLH"
            self.assertEqual(form.nip, self.tugas("kabid_b").nip)
            with self.assertRaises(AssertionError):
                form.nip = "190001011920011001"
        with Form(self.sebagai("administrator", form.record)) as form, self.assertRaises(AssertionError):
            form.date_from = self.hari(1)
