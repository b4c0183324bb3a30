"""Ink needs its scan, and a drawing says who held the tablet: nobody signs for somebody else unseen."""

import base64

from odoo import fields
from odoo.exceptions import UserError
from odoo.service.model import call_kw
from odoo.tests import tagged

from .common import PNG, KantorCase

PDF = base64.b64encode(b"%PDF-1.4 tanda tangan basah").decode()
# What no scan is: words, a web page, a picture that is cut off, nothing at all.
BUKAN_PINDAIAN = (
    base64.b64encode(b"sudah ditandatangani").decode(),
    base64.b64encode(b"<html><script>1</script></html>").decode(),
    base64.b64encode(base64.b64decode(PNG)[:30]).decode(),
    "bukan base64 \N{SNOWMAN}",
    "",
)


@tagged("standard", "post_install", "-at_install")
class TestRapatKertas(KantorCase):
    def tolak(self, panggil, *args, **kwargs):
        """Refused, with everything as it was; return the sentence."""
        with self.assertRaises(UserError) as galat, self.env.cr.savepoint():
            panggil(*args, **kwargs)
            self.env.flush_all()
        self.env.invalidate_all()
        return str(galat.exception)

    def rapat_di_kertas(self):
        """Return a case at step 10 whose invitees all signed the list on paper, without its scan, and its meeting."""
        pengaduan = self.jalan(self.buat()[0], 10)
        rapat = self.isi_rapat(pengaduan)
        rapat.write({"pindaian_daftar_hadir": False})
        rapat.peserta_ids.write({"ttd": False, "ttd_cara": "kertas"})
        return pengaduan, rapat

    # Daftar hadir -----------------------------------------------------------------------------------

    def test_the_daftar_hadir_on_paper_needs_its_scan(self):
        pengaduan, rapat = self.rapat_di_kertas()
        psm = self.sebagai("psm_a", pengaduan)
        kalimat = self.tolak(call_kw, psm, "action_rapat_dilaksanakan", [pengaduan.ids], {})
        self.assertEqual(kalimat.count("scan of the daftar hadir"), 1, "one list, named once")
        for isi in BUKAN_PINDAIAN[:-1]:
            with self.subTest(isi=isi):
                self.tolak(call_kw, rapat, "write", [rapat.ids, {"pindaian_daftar_hadir": isi}], {})
        rapat.write({"pindaian_daftar_hadir": PDF})
        self.assertRecordValues(
            rapat, [{"pindaian_daftar_oleh_id": self.orang["psm_a"].id, "pindaian_daftar_hadir": PDF.encode()}]
        )
        self.assertTrue(rapat.pindaian_daftar_pada)
        psm.action_rapat_dilaksanakan()
        self.assertEqual(rapat.state, "selesai")

    def test_who_scanned_and_who_held_the_tablet_is_written_by_the_system(self):
        _pengaduan, rapat = self.rapat_di_kertas()
        kades, lain = rapat.peserta_ids[1], self.orang["kabid_a"].id
        sekarang = fields.Datetime.now()
        for record, nilai in (
            (rapat, {"pindaian_daftar_oleh_id": lain}),
            (rapat, {"pindaian_daftar_pada": sekarang}),
            (rapat, {"pindaian_daftar_hadir": PDF, "pindaian_daftar_oleh_id": lain}),
            (kades, {"ttd_petugas_id": lain}),
            (kades, {"ttd_pada": sekarang}),
            (kades, {"ttd": PNG, "ttd_cara": "layar", "ttd_petugas_id": lain}),
        ):
            with self.subTest(nilai=nilai):
                self.tolak(call_kw, record, "write", [record.ids, nilai], {})
        self.assertRecordValues(kades, [{"ttd_petugas_id": self.orang["psm_a"].id, "ttd_cara": "kertas"}])
        self.sebagai("kabid_a", kades).write({"ttd": PNG, "ttd_cara": "layar"})
        self.assertRecordValues(kades, [{"ttd_petugas_id": lain}])
        self.sebagai("kabid_a", kades).write({"ttd": False, "ttd_cara": False})
        self.assertRecordValues(kades, [{"ttd_petugas_id": False, "ttd_pada": False}])

    def test_a_guest_who_was_not_invited_signs_too_and_is_noted(self):
        _pengaduan, rapat = self.rapat_di_kertas()
        tamu = rapat.peserta_ids.browse().create(
            {"rapat_id": rapat.id, "nama": "Tamu", "kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"}
        )
        self.assertEqual(tamu.ttd_petugas_id, self.orang["psm_a"])

    def test_every_invitee_ends_present_represented_or_absent(self):
        pengaduan = self.jalan(self.buat()[0], 10)
        rapat = self.isi_rapat(pengaduan)
        kades, psm = rapat.peserta_ids[1], self.sebagai("psm_a", pengaduan)
        for nilai in (
            {"kehadiran": "belum"},
            {"kehadiran": "diwakili", "wakil_nama": "Rusdi", "wakil_jabatan": False},
            {"kehadiran": "diwakili", "wakil_nama": False, "wakil_jabatan": "Sekretaris Desa"},
            {"kehadiran": "hadir", "ttd": False, "ttd_cara": "layar"},
        ):
            with self.subTest(nilai=nilai):
                kades.write(nilai)
                self.assertIn(kades.nama, self.tolak(psm.action_rapat_dilaksanakan))
        kades.write({"kehadiran": "tidak_hadir"})  # a reason is welcome, not needed
        psm.action_rapat_dilaksanakan()

    # Berita acara -----------------------------------------------------------------------------------

    def test_the_berita_acara_on_paper_needs_its_scan(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        berita = self.buat_berita_acara(pengaduan)
        peserta = berita.peserta_ids
        with self.assertRaises(TypeError):  # no door left that takes a word for ink
            peserta.action_tanda_tangan_ba(cara="kertas")
        for isi in BUKAN_PINDAIAN:
            with self.subTest(isi=isi):
                self.tolak(call_kw, berita, "action_catat_kertas", [berita.ids, peserta.ids, isi], {})
        lain = self.jalan(self.buat()[0], 10).rapat_ids.peserta_ids
        for siapa in ([], lain.ids, None):
            with self.subTest(siapa=siapa):
                self.tolak(call_kw, berita, "action_catat_kertas", [berita.ids, siapa, PDF], {})
        for login in ("kabid_a", "sekretaris", "kadis", "pengadmin", "psm_b", "psm_a2", "pengawas"):
            with self.subTest(login=login):
                self.tolak(self.sebagai(login, berita).action_catat_kertas, peserta.ids, PDF)
        self.assertFalse(berita.dokumen_id.pengesahan_ids)

    def test_one_scan_stands_for_all_who_signed_its_sheet_and_nobody_swaps_it(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        berita = self.buat_berita_acara(pengaduan)
        with self.assertRaises(UserError):  # the wizard asks for it, and so does the method
            berita.action_catat_kertas(berita.peserta_ids.ids)
        berita.action_catat_kertas(berita.peserta_ids.ids, PDF)
        sah = berita.dokumen_id.pengesahan_ids
        self.assertEqual(len(sah), 2)
        self.assertEqual((set(sah.mapped("cara")), sah.petugas_id), ({"kertas"}, self.orang["psm_a"]))
        bukti = sah.bukti_id
        self.assertRecordValues(bukti, [{"res_model": "dpmd.berita.acara", "res_id": berita.id, "public": False}])
        self.assertEqual(bukti.raw, base64.b64decode(PDF))
        self.assertEqual(berita.peserta_ids.ba_bukti_id, bukti)
        self.tolak(berita.action_catat_kertas, berita.peserta_ids.ids, PDF)  # once
        self.sebagai("psm_a", pengaduan).action_berita_acara_selesai()
        for login in ("psm_a", "kabid_a", "pengadmin", "kadis", "administrator", None):
            saya = self.sebagai(login, bukti) if login else bukti
            with self.subTest(login=login or "superuser"):
                self.tolak(saya.write, {"raw": b"%PDF-1.4 palsu"})
                self.tolak(saya.write, {"res_id": 0})
                self.tolak(saya.unlink)
        self.assertEqual(
            self.sebagai("kadis", berita).peserta_ids[0].action_pindaian_ba()["type"], "ir.actions.act_url"
        )

    def test_a_berita_acara_taken_back_keeps_the_scan_of_the_old_sheet(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        berita = self.buat_berita_acara(pengaduan)
        berita.action_catat_kertas(berita.peserta_ids[0].ids, PDF)
        bukti = berita.dokumen_id.pengesahan_ids.bukti_id
        berita.action_tarik("Salah tulis")
        self.assertTrue(bukti.exists())
        self.assertEqual(set(berita.peserta_ids.mapped("ba_status")), {"belum"})
        self.tolak(berita.action_catat_kertas, berita.peserta_ids.ids, PDF)  # a draft takes no signature

    def test_a_drawn_signature_names_the_officer_who_held_the_tablet(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        berita = self.buat_berita_acara(pengaduan)
        kabid, kades = berita.peserta_ids
        # The Kabid himself draws, on the tablet of the pelaksana.
        kabid.action_tanda_tangan_ba(PNG)
        kades.action_menolak_ba("Tidak setuju")
        self.assertRecordValues(
            berita.dokumen_id.pengesahan_ids,
            [
                {"user_id": self.orang["kabid_a"].id, "petugas_id": self.orang["psm_a"].id, "cara": "layar"},
                {"user_id": False, "petugas_id": self.orang["psm_a"].id, "cara": "layar"},
            ],
        )
        for laporan, sumber, petugas in (
            ("daftar_hadir", berita.rapat_id, "di layar, petugas: Sub Koor / PSM"),
            ("berita_acara", berita, "; petugas: Sub Koor / PSM"),
        ):
            html = self.env["ir.qweb"]._render(
                f"dpmd_pengaduan.surat_{laporan}",
                self.env["ir.actions.report"]._get_rendering_context(
                    self.env.ref(f"dpmd_pengaduan.report_{laporan}"), sumber.ids, {}
                ),
            )
            self.assertIn(petugas, " ".join(str(html).split()), laporan)

    # Files beside the fields (T8) -------------------------------------------------------------------

    def test_no_file_comes_beside_a_meeting_that_was_held(self):
        pengaduan = self.jalan(self.buat()[0], 12)
        rapat, berita = pengaduan.rapat_ids, pengaduan.berita_acara_ids
        pindaian = rapat.pindaian_daftar_hadir
        self.assertTrue(pindaian)
        berkas = self.env["ir.attachment"].search(
            [("res_model", "=", "dpmd.rapat"), ("res_id", "=", rapat.id), ("res_field", "=", "pindaian_daftar_hadir")]
        )
        self.assertEqual(len(berkas), 1)
        tujuan = [
            (rapat, "pindaian_daftar_hadir"),
            (rapat.peserta_ids[0], "ttd"),
            (rapat, False),
            (rapat.peserta_ids[0], False),
            (berita, False),
            (berita.kesepakatan_ids, False),
        ]
        jumlah = self.env["ir.attachment"].search_count([])
        for langkah in (12, 18):
            self.jalan(pengaduan, langkah)
            for login in ("psm_a", "kabid_a", "pengadmin", "kadis", "pengawas", "administrator", "sudo", None):
                Lampiran = self.env["ir.attachment"]
                if login:
                    Lampiran = self.sebagai("psm_a" if login == "sudo" else login, Lampiran).sudo(login == "sudo")
                for record, kolom in tujuan:
                    nilai = {"name": "x", "datas": PNG, "res_model": record._name, "res_id": record.id}
                    with self.subTest(langkah=langkah, login=login or "superuser", record=record, kolom=kolom):
                        self.tolak(Lampiran.create, {**nilai, "res_field": kolom})
                for nilai in ({"datas": PDF}, {"res_field": False}, {"res_id": 0}):
                    self.tolak(berkas.with_env(Lampiran.env).write, nilai)
                self.tolak(berkas.with_env(Lampiran.env).unlink)
            self.tolak(self.sebagai("psm_a", rapat).write, {"pindaian_daftar_hadir": PDF})
            self.tolak(self.sebagai("psm_a", rapat).write, {"pindaian_daftar_hadir": False})
            self.tolak(self.sebagai("psm_a", rapat.peserta_ids[0]).write, {"ttd": PNG})
            self.assertEqual(rapat.pindaian_daftar_hadir, pindaian)
        self.assertGreaterEqual(self.env["ir.attachment"].search_count([]), jumlah)

    def test_no_default_brings_a_scan_before_its_time(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        mulai = fields.Datetime.add(fields.Datetime.now(), days=2)
        waktu = {"mulai": mulai, "selesai": fields.Datetime.add(mulai, hours=2)}
        self.tolak(self.buat_rapat, pengaduan, **waktu, pindaian_daftar_hadir=PDF)
        self.env["ir.default"].set("dpmd.rapat", "pindaian_daftar_hadir", PDF, user_id=self.orang["psm_a"].id)
        self.assertFalse(self.buat_rapat(pengaduan, **waktu).pindaian_daftar_hadir)
        konteks = {"default_pindaian_daftar_hadir": PDF, "default_pindaian_daftar_pada": fields.Datetime.now()}
        rapat = self.env["dpmd.rapat"].with_user(self.orang["psm_a"]).with_context(**konteks)
        rapat = rapat.create({"pengaduan_id": pengaduan.id, "tempat": "Aula", "agenda": "Rapat", **waktu})
        self.assertFalse(rapat.pindaian_daftar_hadir or rapat.pindaian_daftar_pada)
