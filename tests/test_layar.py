import base64

from odoo import Command, fields
from odoo.addons.dpmd_pengaduan.wizards.dpmd_alasan_wizard import TINDAKAN
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged, users

from . import pdf
from .common import ISI, PNG, KantorCase


@tagged("standard", "post_install", "-at_install")
class TestLayarKasus(KantorCase):
    """The form offers what may be done, and looks editable exactly where the guard lets people write."""

    def layar(self, login, pengaduan):
        """Open the case form as one of the office's people."""
        return Form(self.sebagai(login, pengaduan), "dpmd_pengaduan.view_pengaduan_form")

    def test_every_desk_opens_the_form_at_every_step(self):
        pengaduan, _kode = self.buat()
        for nomor in range(2, 18):
            self.jalan(pengaduan, nomor)
            for login in ("pengadmin", "kadis", "pengawas"):
                kasus = self.sebagai(login, pengaduan)
                spec = self.env["dpmd.pengaduan"].get_view(
                    self.env.ref("dpmd_pengaduan.view_pengaduan_form").id, "form"
                )
                self.assertTrue(spec["arch"])
                self.assertIn("o_dpmd_langkah", kasus.langkah_tampil)
                self.assertIn("o_dpmd_kartu", kasus.kartu_tampil)

    def test_the_words_are_free_until_registered_and_then_only_by_ralat(self):
        pengaduan, _kode = self.buat(lengkap=False)
        with self.layar("pengadmin", pengaduan) as form:
            form.perihal = "BLT tiga bulan belum dibayar"
        self.assertEqual(pengaduan.perihal, "BLT tiga bulan belum dibayar")
        self.jalan(pengaduan, 3)
        with self.assertRaises(AssertionError), self.layar("pengadmin", pengaduan) as form:
            form.perihal = "Diubah diam-diam"

    def test_the_telaah_is_written_on_the_form_by_the_pelaksana_only(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 8)
        with self.layar("psm_a", pengaduan) as form:
            form.telaah_fakta = "Belum dibayar."
        self.assertEqual(pengaduan.telaah_fakta, "Belum dibayar.")
        with self.assertRaises(AssertionError), self.layar("kabid_a", pengaduan) as form:
            form.telaah_fakta = "Kata Kabid."

    def test_the_card_shows_all_rows_of_the_sop_from_the_first_day(self):
        pengaduan, _kode = self.buat()
        kartu = self.sebagai("pengadmin", pengaduan).kartu_tampil
        for langkah in pengaduan.sop_id.langkah_ids:
            self.assertIn(langkah.kegiatan.split("\n")[0][:30], kartu)

    def test_the_meeting_is_prepared_and_held_on_its_form(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 9)
        Rapat = self.env["dpmd.rapat"].with_user(self.orang["psm_a"]).with_context(default_pengaduan_id=pengaduan.id)
        mulai = fields.Datetime.add(fields.Datetime.now(), hours=2)
        with Form(Rapat) as form:
            self.assertEqual(form.pimpinan_user_id, self.orang["kabid_a"])
            form.mulai = mulai
            form.selesai = fields.Datetime.add(mulai, hours=1)
            form.tempat = "Aula"
            form.agenda = "Pembahasan"
            with form.peserta_ids.new() as peserta:
                peserta.nama = "Ahmad Fauzan"
                peserta.jabatan = "Kepala Desa"
        self.undang(pengaduan)
        rapat = pengaduan.rapat_ids.with_user(self.orang["psm_a"])
        with self.assertRaises(AssertionError), Form(rapat) as form:
            form.tempat = "Tempat lain"
        rapat.sudo()._tulis({"mulai": fields.Datetime.now(), "selesai": mulai})
        rapat.invalidate_recordset()
        with Form(rapat) as form:
            form.pindaian_daftar_hadir = PNG
            form.notulen_pembahasan = "Dibahas."
            form.notulen_kesimpulan = "Dibayar."
            with form.peserta_ids.edit(0) as peserta:
                peserta.kehadiran = "hadir"
                peserta.ttd_cara = "kertas"
        self.sebagai("psm_a", pengaduan).action_rapat_dilaksanakan()
        self.assertEqual(rapat.state, "selesai")
        self.assertTrue(rapat.boleh_berita_acara)
        Berita = self.env["dpmd.berita.acara"].with_user(self.orang["psm_a"]).with_context(default_rapat_id=rapat.id)
        with Form(Berita) as form:
            form.isi = "Para pihak sepakat."
            with form.kesepakatan_ids.new() as janji:
                janji.isi = "Membayar BLT"
                janji.penanggung_jawab = "Kepala Desa"
        berita = rapat.berita_acara_ids.with_user(self.orang["psm_a"])
        self.assertTrue(berita.boleh_isi)
        berita.action_buka_tanda_tangan()
        self.assertFalse(berita.boleh_isi)
        self.assertTrue(berita.peserta_ids.boleh_ttd_ba)

    @users("uji_kadis")
    def test_lists_cost_the_same_for_one_case_and_for_many(self):
        spec = {
            name: {}
            for name in (
                "name",
                "tanggal_terima",
                "perihal",
                "state",
                "desk_jabatan",
                "desk_tenggat",
                "terlambat",
                "pelapor_tampil",
            )
        } | {name: {"fields": {"display_name": {}}} for name in ("wilayah_id", "bidang_id", "desk_user_id")}
        Pengaduan = self.env["dpmd.pengaduan"]

        def baca():
            self.env.invalidate_all()
            awal = self.env.cr.sql_log_count
            Pengaduan.web_search_read([], spec, limit=80)
            return self.env.cr.sql_log_count - awal

        self.buat()
        baca()
        satu = baca()
        for _n in range(5):
            self.buat()
        self.assertLessEqual(baca(), satu)

    def test_list_and_kanban_ask_for_nothing_that_is_computed_case_by_case(self):
        mahal = (
            *("aksi_boleh", "aksi_utama", "belum_bisa", "langkah_tampil", "kartu_tampil", "perintah_tampil"),
            *("letak", "identitas_terbaca", "rapat_count"),
        )
        for view in ("view_pengaduan_list", "view_pengaduan_list_register", "view_pengaduan_kanban"):
            arch = self.env.ref(f"dpmd_pengaduan.{view}").arch
            for name in mahal:
                self.assertNotIn(f'"{name}"', arch)


@tagged("standard", "post_install", "-at_install")
class TestLayarDialog(KantorCase):
    """The dialogs call the methods of the flow, and open no way around them."""

    def dialog(self, model, login, record, **vals):
        return self.env[model].with_user(self.orang[login]).with_context(active_id=record.id).create(vals)

    def terima(self, login="pengadmin", **vals):
        return (
            self.env["dpmd.terima.wizard"]
            .with_user(self.orang[login])
            .with_company(self.company)
            .create(
                {
                    "saluran": "langsung",
                    "perihal": "BLT belum dibayar",
                    "isi_asli": ISI,
                    "jenis_id": self.jenis.id,
                    "nama": "Siti Marlina",
                    "alamat": "RT 03 Desa Uji",
                    "telepon": "0812000111",
                    "ttd_cara": "kertas",
                    **vals,
                }
            )
        )

    def kasus_terakhir(self):
        return self.env["dpmd.pengaduan"].search([], order="id desc", limit=1)

    def test_one_save_at_the_counter_takes_three_steps(self):
        wizard = self.terima()
        isi = pdf.penulis()
        isi.add_metadata({"/Author": "Siti Marlina"})
        berkas = (
            self.env["ir.attachment"]
            .with_user(self.orang["pengadmin"])
            .create({"name": "surat.PDF", "raw": pdf.tulis(isi), "res_model": "dpmd.terima.wizard", "res_id": 0})
        )
        wizard.berkas_ids = berkas
        aksi = wizard.action_terima()
        pengaduan = self.kasus_terakhir()
        self.assertEqual(pengaduan.langkah, 4)
        langkah = pengaduan.kartu_ids.filtered(lambda baris: baris.jenis == "langkah")
        self.assertEqual(langkah.mapped("nomor"), [1, 2, 3])
        self.assertEqual((berkas.res_model, berkas.res_id), ("dpmd.pelapor", pengaduan.pelapor_ids.id))
        self.assertEqual(berkas.name, "surat.pdf")
        self.assertNotIn(b"Siti", berkas.raw, "as clean as what citizens send themselves")
        kode = aksi["context"]["dpmd_kode"]
        self.assertEqual(self.env["dpmd.pelapor"]._cari_kode_sudo(kode), pengaduan.pelapor_ids)
        self.assertFalse(wizard.exists(), "the words of a person stay behind in the dialog")

    def test_the_receipt_number_is_shown_but_never_stored(self):
        aksi = self.terima().action_terima()
        Hasil = self.env["dpmd.tanda.terima.wizard"].with_user(self.orang["pengadmin"]).with_context(**aksi["context"])
        hasil = Hasil.create({})
        self.assertEqual(hasil.kode, aksi["context"]["dpmd_kode"])
        self.assertFalse(hasil.with_context(dpmd_kode=None).kode)

    def test_a_secret_complaint_keeps_the_words_with_the_identity(self):
        aksi = self.terima(identitas="rahasia", kutipan="Bantuan belum dibayarkan.").action_terima()
        pengaduan = self.kasus_terakhir()
        self.assertEqual(pengaduan.uraian, "Bantuan belum dibayarkan.")
        self.assertEqual(pengaduan.pelapor_ids.isi_asli, ISI)
        self.assertEqual(pengaduan.langkah, 2, "the tanda terima is printed before the identity is locked")
        Hasil = self.env["dpmd.tanda.terima.wizard"].with_user(self.orang["pengadmin"]).with_context(**aksi["context"])
        Hasil.create({}).action_daftarkan()
        self.assertEqual(pengaduan.langkah, 4)

    def test_nobody_but_the_pengadmin_takes_complaints_at_the_counter(self):
        for login in ("kadis", "psm_a", "pengawas", "administrator"):
            with self.subTest(login), self.assertRaises(AccessError):
                self.terima(login).action_terima()
        with self.assertRaises(AccessError):
            self.terima(company_id=self.company_lain.id).action_terima()

    def test_a_file_of_someone_else_is_not_taken_along(self):
        asing = self.env["ir.attachment"].create(
            {"name": "orang lain.txt", "raw": b"rahasia", "res_model": "dpmd.terima.wizard"}
        )
        wizard = self.terima()
        wizard.sudo().berkas_ids = asing
        wizard.action_terima()
        self.assertEqual(asing.res_model, "dpmd.terima.wizard")

    def test_a_limpahan_needs_sender_number_and_date(self):
        with self.assertRaises(UserError):
            self.terima(saluran="limpahan", pengirim="Bupati").action_terima()
        self.terima(
            saluran="limpahan", pengirim="Bupati", nomor_surat="1/2026", tanggal_surat="2026-01-05"
        ).action_terima()

    def test_disposisi_goes_down_the_chain(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        wizard = self.dialog("dpmd.disposisi.wizard", "kadis", pengaduan)
        self.assertTrue(wizard.instruksi)
        wizard.write({"instruksi": "Segera.", "usul_bidang_id": self.bidang_b.id})
        wizard.action_kirim()
        self.assertEqual(pengaduan.usul_bidang_id, self.bidang_b)
        wizard = self.dialog("dpmd.disposisi.wizard", "sekretaris", pengaduan)
        self.assertEqual(wizard.bidang_id, self.bidang_b)
        wizard.bidang_id = self.bidang_a
        wizard.action_kirim()
        wizard = self.dialog("dpmd.disposisi.wizard", "kabid_a", pengaduan)
        self.assertEqual(wizard.calon_pelaksana_ids, self.orang["psm_a"] | self.orang["psm_a2"])
        wizard.write({"kepada_user_id": self.orang["psm_a"].id, "tim_ids": [Command.set(self.orang["psm_a2"].ids)]})
        wizard.action_kirim()
        self.assertEqual((pengaduan.langkah, pengaduan.pelaksana_id), (8, self.orang["psm_a"]))
        self.assertEqual(pengaduan.tim_ids, self.orang["psm_a2"])

    def test_a_desk_is_skipped_with_a_reason_only(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 6)
        vals = {"lewati": True, "bidang_id": self.bidang_a.id}
        with self.assertRaises(UserError):
            self.dialog("dpmd.disposisi.wizard", "kadis", pengaduan, **vals).action_kirim()
        self.dialog("dpmd.disposisi.wizard", "kadis", pengaduan, alasan="Konflik kepentingan", **vals).action_kirim()
        self.assertEqual(pengaduan.langkah, 7)

    def test_a_reason_is_given_by_keys_of_the_whitelist_only(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        with self.assertRaises(ValueError):
            self.dialog("dpmd.alasan.wizard", "kadis", pengaduan, aksi="action_tutup", alasan="x")
        with self.assertRaises(AccessError):
            self.dialog("dpmd.alasan.wizard", "pengadmin", pengaduan, aksi="kembalikan", alasan="x").action_jalankan()
        self.dialog("dpmd.alasan.wizard", "kadis", pengaduan, aksi="kembalikan", alasan="Belum jelas").action_jalankan()
        self.assertEqual(pengaduan.state, "formulir")
        for tindakan in TINDAKAN.values():
            self.assertTrue(hasattr(self.env[tindakan.model], tindakan.method))

    def test_a_dialog_shows_nothing_of_a_case_one_may_not_read(self):
        pengaduan, _kode = self.buat()
        wizard = self.dialog("dpmd.disposisi.wizard", "kabid_b", pengaduan)
        self.assertFalse(wizard.pengaduan_id)
        with self.assertRaises(AccessError):
            wizard.action_kirim()
        with self.assertRaises(AccessError):
            self.dialog("dpmd.alasan.wizard", "kabid_b", pengaduan, aksi="usul_tutup", alasan="x").action_jalankan()
        with self.assertRaises(AccessError):
            self.dialog("dpmd.gabung.wizard", "kabid_b", pengaduan, induk_id=pengaduan.id, alasan="x")

    def test_ralat_keeps_the_old_words_visible(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 3)
        Ralat = self.env["dpmd.ralat.wizard"].with_user(self.orang["pengadmin"]).with_context(active_id=pengaduan.id)
        with Form(Ralat) as form:
            form.terlapor = "Kepala Desa Uji"
            form.alasan = "Salah ketik"
            self.assertIn("Kepala Desa Uji", form.perubahan)
        form.record.action_ralat()
        self.assertEqual(pengaduan.terlapor, "Kepala Desa Uji")
        ralat = pengaduan.kartu_ids.filtered(lambda baris: baris.jenis == "ralat")
        self.assertIn("Kepala Desa Uji", ralat.keluaran)
        self.assertNotIn("BLT belum dibayar", ralat.keluaran, "only what was changed is corrected")

    def test_a_paper_step_is_entered_with_its_scan_and_disputed_by_the_official(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        wizard = self.dialog(
            "dpmd.catat.wizard",
            "pengadmin",
            pengaduan,
            terjadi=fields.Datetime.now(),
            alasan="Disposisi pensil",
            bukti=base64.b64encode(b"pindaian"),
            bukti_nama="disposisi.txt",
        )
        self.assertEqual(wizard.penugasan_id.user_id, self.orang["kadis"])
        with self.assertRaisesRegex(UserError, "disposisi.txt cannot be used as a scan"):
            wizard.action_catat()
        wizard.bukti = False
        with self.assertRaisesRegex(UserError, "Attach the scan"):
            wizard.action_catat()
        wizard.bukti = PNG
        wizard.action_catat()
        self.assertEqual(pengaduan.langkah, 6)
        self.assertTrue(self.sebagai("kadis", pengaduan).perlu_konfirmasi)
        self.dialog("dpmd.alasan.wizard", "kadis", pengaduan, aksi="sanggah", alasan="Bukan saya").action_jalankan()
        self.assertIn("sanggah", pengaduan.kartu_ids.mapped("jenis"))

    def test_the_end_filed_and_told_on_paper(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 16)
        self.dialog(
            "dpmd.arsip.wizard", "pengadmin", pengaduan, klasifikasi_id=self.klasifikasi.id, lokasi="Lemari 2"
        ).action_arsipkan()
        jawab = {"cara": "kertas"}
        with self.assertRaises(UserError):
            self.dialog("dpmd.jawab.wizard", "pengadmin", pengaduan, **jawab).action_jawab()
        self.dialog(
            "dpmd.jawab.wizard", "pengadmin", pengaduan, bukti=PNG, bukti_nama="resi.png", **jawab
        ).action_jawab()
        self.assertEqual(pengaduan.state, "selesai")

    def test_closed_early_and_told(self):
        pengaduan, _kode = self.buat()
        self.jalan(pengaduan, 5)
        self.dialog(
            "dpmd.tutup.wizard", "kadis", pengaduan, alasan_tutup="dicabut", catatan="Dicabut pelapor."
        ).action_tutup()
        with self.assertRaises(UserError):
            self.dialog("dpmd.jawab.wizard", "pengadmin", pengaduan, cara="portal").action_jawab()
        self.sahkan("kadis", pengaduan)
        self.dialog("dpmd.jawab.wizard", "pengadmin", pengaduan, cara="portal").action_jawab()
        self.assertEqual((pengaduan.state, pengaduan.cara_jawab), ("ditutup", "portal"))

    def test_a_secret_identity_is_opened_with_a_reason_and_granted_to_the_inspector(self):
        pengaduan, _kode = self.buat(identitas="rahasia")
        self.jalan(pengaduan, 5)
        kadis = self.sebagai("kadis", pengaduan)
        self.assertFalse(kadis.identitas_terbaca)
        aksi = self.dialog(
            "dpmd.alasan.wizard", "kadis", pengaduan, aksi="buka_identitas", alasan="Memeriksa"
        ).action_jalankan()
        self.assertEqual(aksi["res_model"], "dpmd.pelapor")
        self.dialog(
            "dpmd.akses.wizard",
            "kadis",
            pengaduan,
            user_id=self.orang["pengawas"].id,
            surat_tugas="ST/1",
            alasan="Audit",
        ).action_beri()
        self.assertTrue(self.sebagai("pengawas", pengaduan).identitas_terbaca)
