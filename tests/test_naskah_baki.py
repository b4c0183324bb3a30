"""No paper without its official: handed up, read, signed over the exact PDF, then number, date and delivery."""

import base64
import hashlib

from odoo.addons.dpmd_pengaduan.models.naskah.jenis_naskah import NASKAH
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged

from .common import PNG, KantorCase

PENGADUAN, DOKUMEN = "dpmd.pengaduan", "dpmd.dokumen"
SEMUA = ("pengadmin", "kadis", "sekretaris", "kabid_a", "kabid_b", "psm_a", "psm_a2", "psm_b", "pengawas", "kadis_lain")


class NaskahCase(KantorCase):
    def kasus(self, sampai, **kw):
        return self.jalan(self.buat(**kw)[0], sampai)

    def surat(self, pengaduan, jenis):
        """Return the newest paper of a kind of a case (superuser)."""
        semua = pengaduan.dokumen_ids | pengaduan.pelapor_ids.dokumen_ids
        return semua.filtered(lambda dokumen: dokumen.jenis == jenis).sorted("id")[-1:]

    def diajukan(self, jenis):
        """Return a case one of whose papers of a kind waits for its signature, and that paper (superuser)."""
        if jenis == "permintaan_lengkap":
            pengaduan = self.buat(lengkap=False)[0]
            petugas = self.sebagai("pengadmin", pengaduan)
            petugas.action_daftarkan()
            petugas.action_beri_formulir()
            petugas.action_minta_lengkapi("Fotokopi KTP")
        elif jenis in ("pelimpahan", "pemberitahuan"):
            pengaduan = self.kasus(5)
            alasan, tujuan = ("dilimpahkan", "Dinas Perikanan") if jenis == "pelimpahan" else ("dicabut", None)
            self.sebagai("kadis", pengaduan).action_tutup(alasan, "Di luar kewenangan kami.", tujuan)
        elif jenis == "undangan":
            pengaduan = self.kasus(9)
            self.buat_rapat(pengaduan)
            self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        elif jenis == "notulen":
            pengaduan = self.kasus(11)
        else:
            pengaduan = self.kasus(15)
        return pengaduan, self.surat(pengaduan, jenis)


PENANDA = {
    "permintaan_lengkap": "kadis",
    "pelimpahan": "kadis",
    "pemberitahuan": "kadis",
    "undangan": "kadis",
    "notulen": "kabid_a",
    "laporan": "kadis",
}


@tagged("standard", "post_install", "-at_install")
class TestNaskahBaki(NaskahCase):
    def test_every_paper_is_read_and_signed_by_its_official_and_by_nobody_else(self):
        for jenis, penanda in PENANDA.items():
            _pengaduan, surat = self.diajukan(jenis)
            self.assertEqual(surat.state, "diajukan")
            for login in SEMUA:
                if login == penanda:
                    continue
                with self.subTest(jenis=jenis, login=login):
                    saya = self.env(user=self.orang[login])[DOKUMEN]
                    self.assertNotIn(surat.id, saya.search([("menunggu_saya", "=", True)]).ids)
                    for aksi in ("action_sahkan", "action_sahkan_semua"):
                        with self.assertRaises(UserError), self.env.cr.savepoint():
                            call_kw(saya, aksi, [[surat.id]], {})
                    with self.assertRaises(UserError), self.env.cr.savepoint():
                        call_kw(saya, "action_kembalikan", [[surat.id]], {"alasan": "Salah"})
            self.env.flush_all()
            self.assertEqual(surat.state, "diajukan")
            with self.subTest(jenis=jenis, login=penanda):
                saya = self.sebagai(penanda, surat)
                with self.assertRaisesRegex(UserError, "Open the paper"), self.env.cr.savepoint():
                    saya.action_sahkan()
                self.assertEqual((surat.name, surat.tanggal, surat.pdf, surat.dibekukan), ("/", False, False, False))
                isi = base64.b64decode(surat.with_context(bin_size=False).pdf_ajuan)
                self.assertEqual(surat.sha256_ajuan, hashlib.sha256(isi).hexdigest())
                saya.action_dibuka()
                saya.action_sahkan()
                self.assertEqual(surat.state, "berlaku")
                self.assertTrue(surat.dibekukan and surat.tanggal)
                self.assertEqual(surat.name != "/", bool(NASKAH[jenis].kode))
                self.assertEqual(set(surat.pengesahan_ids.mapped("hash_isi")), {surat.sha256_ajuan})
                self.assertTrue(surat.pengesahan_ids.filtered(lambda s: s.jenis == "tanda_tangan"))

    def test_twice_is_refused(self):
        pengaduan, surat = self.diajukan("undangan")
        self.sahkan("kadis", pengaduan)
        with self.assertRaises(UserError):
            self.sebagai("kadis", surat).action_sahkan()
        self.assertEqual(len(surat.pengesahan_ids.filtered(lambda s: s.jenis == "tanda_tangan")), 1)

    def test_a_clerk_alone_issues_no_letter(self):
        pengaduan = self.kasus(9)
        self.buat_rapat(pengaduan)
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        for login in ("pengadmin", "psm_a"):
            for aksi in ("action_undang", "action_informasikan"):
                with self.subTest(login=login, aksi=aksi), self.assertRaises(UserError), self.env.cr.savepoint():
                    call_kw(self.env(user=self.orang[login])[PENGADUAN], aksi, [pengaduan.ids], {})
        self.assertFalse(pengaduan.rapat_ids.filtered(lambda rapat: rapat.state == "diundang"))
        self.assertFalse(pengaduan.rapat_ids.event_id, "nothing stands in the calendar before the signature")
        self.assertEqual(pengaduan.langkah, 9)

    def test_ralat_after_paraf_voids_it_and_the_card_says_so(self):
        pengaduan = self.kasus(15)
        lama = self.surat(pengaduan, "laporan")
        jawaban = self.surat(pengaduan, "pemberitahuan")
        self.sebagai("pengadmin", pengaduan).action_ralat({"perihal": "Perihal yang lain"}, "Salah tulis")
        self.assertEqual((lama.state, jawaban.state), ("batal", "batal"))
        self.assertEqual((pengaduan.state, pengaduan.langkah), ("laporan", 12))
        self.assertEqual(pengaduan.desk_user_id, self.orang["psm_a"])
        self.assertIn("void", pengaduan.kartu_ids.sorted("urutan")[-1].keluaran)
        self.assertTrue(pengaduan._kartu_utuh())
        with self.assertRaises(UserError):
            self.sebagai("kadis", lama).action_sahkan()
        self.jalan(pengaduan, 16)
        self.assertEqual(self.surat(pengaduan, "laporan").state, "berlaku")

    def test_a_changed_template_or_kop_voids_what_was_read(self):
        for ubah in ("kop", "templat"):
            with self.subTest(ubah):
                pengaduan = self.kasus(15)
                surat = self.surat(pengaduan, "laporan")
                self.baca("kadis", pengaduan)
                if ubah == "kop":
                    self.env["dpmd.instansi"]._milik(self.company).alamat = "Jalan Baru 1"
                else:
                    templat = self.env.ref("dpmd_pengaduan.surat_laporan")
                    templat.arch = templat.arch.replace("PENDAHULUAN", "PEMBUKAAN")
                hasil = self.sebagai("kadis", surat).action_sahkan()
                self.assertEqual(hasil["tag"], "display_notification")
                self.assertEqual(surat.state, "batal")
                self.assertEqual(pengaduan.langkah, 12)

    def test_a_changed_meeting_voids_the_undangan_that_waits(self):
        for ubah in ("tempat", "peserta"):
            with self.subTest(ubah):
                pengaduan, surat = self.diajukan("undangan")
                rapat = self.sebagai("psm_a", pengaduan).rapat_ids
                if ubah == "tempat":
                    rapat.tempat = "Ruang lain"
                else:
                    rapat.peserta_ids[-1].jabatan = "Penjabat Kepala Desa"
                self.assertEqual(surat.state, "batal")
                self.assertEqual(pengaduan.desk_user_id, self.orang["psm_a"])
                self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
                self.sahkan("kadis", pengaduan)
                self.assertEqual(pengaduan.langkah, 10)

    def test_sent_back_with_a_reason_it_goes_up_anew(self):
        for jenis, penanda in PENANDA.items():
            with self.subTest(jenis):
                pengaduan, surat = self.diajukan(jenis)
                saya = self.sebagai(penanda, surat)
                with self.assertRaises(UserError), self.env.cr.savepoint():
                    saya.action_kembalikan("  ")
                saya.action_kembalikan("Kurang jelas")
                self.assertEqual((surat.state, surat.alasan_batal), ("batal", "Kurang jelas"))
                self.assertTrue(pengaduan._kartu_utuh())
                ulang = {
                    "permintaan_lengkap": ("pengadmin", "minta_lengkapi", {"alasan": "Fotokopi KTP, jelas"}),
                    "pelimpahan": ("pengadmin", "ajukan_surat", {"alasan": "Di luar kewenangan."}),
                    "pemberitahuan": ("pengadmin", "ajukan_surat", {"alasan": "Dicabut."}),
                    "undangan": ("psm_a", "ajukan_undangan", {}),
                    "notulen": ("psm_a", "ajukan_notulen", {}),
                    "laporan": ("psm_a", "ajukan_laporan", {}),
                }
                login, aksi, isi = ulang[jenis]
                if jenis == "notulen":
                    self.sebagai("psm_a", pengaduan.rapat_ids).notulen_kesimpulan = "Lebih jelas."
                call_kw(self.env(user=self.orang[login])[PENGADUAN], f"action_{aksi}", [pengaduan.ids], isi)
                self.assertEqual(self.surat(pengaduan, jenis).state, "diajukan")

    def test_many_at_once_after_each_was_opened(self):
        pasangan = [self.diajukan("undangan") for _ke in range(3)]
        surat = self.env[DOKUMEN].union(*(satu for _pengaduan, satu in pasangan))
        saya = self.sebagai("kadis", surat)
        saya[:2].mapped(lambda satu: satu.action_dibuka())
        with self.assertRaises(UserError), self.env.cr.savepoint():
            saya.action_sahkan_semua()
        self.assertEqual(set(surat.mapped("state")), {"diajukan"}, "none is signed where one was not opened")
        saya[2].action_dibuka()
        saya.action_sahkan_semua()
        self.assertEqual(set(surat.mapped("state")), {"berlaku"})
        self.assertEqual(len(set(surat.mapped("name"))), 3)

    def test_one_person_at_two_desks_needs_a_reason_and_is_a_deviation(self):
        pengaduan = self.kasus(15)
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        self.tugaskan(
            self.orang["sekretaris"],
            "kepala_dinas",
            jenis="plh",
            date_from=hari_ini,
            date_to=hari_ini,
            nomor_surat="800/1",
        )
        surat = self.sebagai("sekretaris", self.surat(pengaduan, "laporan"))
        surat.action_dibuka()
        self.assertTrue(surat.dua_meja)
        with self.assertRaisesRegex(UserError, "two desks"), self.env.cr.savepoint():
            surat.action_sahkan()
        surat.action_sahkan("Kepala Dinas sakit, tidak ada pejabat lain")
        baris = pengaduan._kartu_langkah(15)[-1:]
        self.assertTrue(baris.menyimpang)
        self.assertIn("sakit", baris.alasan)
        self.assertEqual(baris.sebutan, "Plh. Kepala Dinas")

    def test_who_signs_is_the_choice_of_the_office(self):
        instansi = self.env["dpmd.instansi"]._milik(self.company)
        for pilihan, penanda in (("sekretaris_dinas", "sekretaris"), ("kepala_bidang", "kabid_a")):
            with self.subTest(pilihan):
                instansi.ttd_undangan = pilihan
                pengaduan, surat = self.diajukan("undangan")
                self.assertEqual(pengaduan.desk_user_id, self.orang[penanda])
                self.assertFalse(self.baca("kadis", pengaduan))
                self.sahkan(penanda, pengaduan)
                self.assertEqual((surat.state, pengaduan.langkah), ("berlaku", 10))

    def test_the_signatory_reads_what_he_signs_though_not_the_case(self):
        self.env["dpmd.instansi"]._milik(self.company).ttd_permintaan_lengkap = "sekretaris_dinas"
        pengaduan, surat = self.diajukan("permintaan_lengkap")
        saya = self.sebagai("sekretaris", surat)
        self.assertFalse(self.sebagai("sekretaris", pengaduan).has_access("read"))
        self.assertTrue(saya.has_access("read"))
        saya.action_dibuka()
        saya.action_sahkan()
        self.assertEqual(surat.state, "berlaku")
        self.assertEqual(pengaduan.desk_jabatan, "pelapor")
        with self.assertRaises(AccessError):
            surat.with_user(self.orang["kabid_a"]).check_access("read")

    def test_a_bidang_signs_where_there_is_one_and_else_the_sekretaris(self):
        self.env["dpmd.instansi"]._milik(self.company).ttd_permintaan_lengkap = "kepala_bidang"
        _pengaduan, surat = self.diajukan("permintaan_lengkap")
        self.assertEqual(surat.giliran_jabatan, "sekretaris_dinas")

    def test_the_pelapor_is_told_to_complete_the_form_only_by_a_signed_letter(self):
        pengaduan, surat = self.diajukan("permintaan_lengkap")
        self.assertFalse(pengaduan.tanggal_kurang, "the clock of 30 days starts with the signature")
        self.assertFalse(pengaduan.pelapor_ids._surat_untuk_pelapor())
        self.sahkan("kadis", pengaduan)
        self.assertTrue(pengaduan.tanggal_kurang)
        self.assertIn("/PLK/", surat.name)
        self.assertEqual(pengaduan.pelapor_ids._surat_untuk_pelapor(), surat)

    def test_a_request_falls_away_when_the_form_is_complete_before_it_is_signed(self):
        pengaduan, surat = self.diajukan("permintaan_lengkap")
        self.sebagai("pengadmin", pengaduan.pelapor_ids).ttd_cara = "kertas"
        self.sebagai("pengadmin", pengaduan).action_nyatakan_lengkap()
        self.assertEqual(surat.state, "batal")


@tagged("standard", "post_install", "-at_install")
class TestNaskahJawaban(NaskahCase):
    """The answer: drafted with the report, signed with it, delivered by the clerk without a word of his own."""

    def test_it_is_signed_with_the_report_and_says_its_words(self):
        pengaduan = self.kasus(16)
        surat = self.surat(pengaduan, "pemberitahuan")
        self.assertEqual(surat.state, "berlaku")
        self.assertEqual(surat.pengesahan_ids.mapped("jenis"), ["penyusun", "paraf", "paraf", "tanda_tangan"])
        self.assertEqual(pengaduan.jawaban, "BLT akan dibayar bulan depan.")

    def test_the_clerk_delivers_and_changes_nothing(self):
        pengaduan = self.kasus(17)
        surat = self.surat(pengaduan, "pemberitahuan")
        sidik = surat.sha256
        petugas = self.env(user=self.orang["pengadmin"])[PENGADUAN]
        with self.assertRaises(TypeError), self.env.cr.savepoint():
            call_kw(petugas, "action_informasikan", [pengaduan.ids], {"jawaban": "Kata saya", "cara": "portal"})
        with self.assertRaises(UserError), self.env.cr.savepoint():
            call_kw(petugas, "write", [pengaduan.ids, {"jawaban": "Kata saya"}], {})
        self.assertFalse(pengaduan.pelapor_ids._surat_untuk_pelapor() & surat, "not before it is delivered")
        call_kw(petugas, "action_informasikan", [pengaduan.ids], {"cara": "portal"})
        self.assertEqual(surat.sha256, sidik)
        self.assertEqual(pengaduan.state, "selesai")
        self.assertIn(surat, pengaduan.pelapor_ids._surat_untuk_pelapor())

    def test_on_paper_and_by_whatsapp_told_needs_the_proof_of_a_numbered_letter(self):
        pengaduan = self.kasus(17)
        self.assertNotEqual(self.surat(pengaduan, "pemberitahuan").name, "/", "the number is there before delivery")
        petugas = self.sebagai("pengadmin", pengaduan)
        for cara in ("kertas", "whatsapp"):
            with self.subTest(cara), self.assertRaisesRegex(UserError, "proof"), self.env.cr.savepoint():
                petugas.action_informasikan(cara)
        bukti = (
            self.env["ir.attachment"]
            .with_user(self.orang["pengadmin"])
            .create({"name": "bukti.png", "raw": base64.b64decode(PNG)})
        )
        petugas.action_informasikan("kertas", bukti.id)
        self.assertEqual(self.surat(pengaduan, "pemberitahuan").bukti_sampai_id, bukti)

    def test_another_signatory_signs_it_after_the_report_and_step_17_waits(self):
        self.env["dpmd.instansi"]._milik(self.company).ttd_pemberitahuan = "sekretaris_dinas"
        pengaduan = self.kasus(16)
        surat = self.surat(pengaduan, "pemberitahuan")
        self.assertEqual((surat.state, surat.giliran_jabatan), ("diajukan", "sekretaris_dinas"))
        self.assertEqual(surat.pengesahan_ids.mapped("jenis"), ["penyusun", "paraf"], "who signs gives no paraf")
        self.langkah_16(pengaduan)
        with self.assertRaisesRegex(UserError, "signed"), self.env.cr.savepoint():
            self.langkah_17(pengaduan)
        surat = self.sebagai("sekretaris", surat)
        surat.action_dibuka()
        surat.action_sahkan()
        self.langkah_17(pengaduan)
        self.assertEqual(pengaduan.state, "selesai")
        self.assertFalse(any(pengaduan.kartu_ids.mapped("menyimpang")))

    def test_the_answer_beside_a_report_is_shown_to_who_signs_it_only(self):
        laporan = self.surat(self.kasus(15), "laporan")
        for login, lihat in (("kadis", True), ("pengawas", False), ("psm_a", False), ("kabid_a", False)):
            self.env.invalidate_all()
            self.assertEqual(bool(self.sebagai(login, laporan).pdf_jawaban), lihat, login)

    def test_a_secret_pelapor_is_named_nowhere_in_what_is_signed(self):
        for identitas in ("rahasia", "anonim"):
            with self.subTest(identitas):
                pengaduan = self.kasus(15, identitas=identitas)
                surat = self.surat(pengaduan, "pemberitahuan")
                isi = base64.b64decode(surat.with_context(bin_size=False).pdf_ajuan).decode()
                self.assertIn(f"Pelapor pengaduan nomor {pengaduan.name}", " ".join(isi.split()))
                self.assertNotIn("Marlina", isi)
                self.assertEqual(surat.pengaduan_id, pengaduan, "its signatory may read it without the identity")
                self.sahkan("kadis", pengaduan)
                self.assertEqual(surat.state, "berlaku")
                self.assertFalse(self.sebagai("kadis", pengaduan)._identitas_terbuka())

    def test_the_name_of_a_secret_pelapor_stands_on_the_slip_of_a_clerk_with_a_right_to_it(self):
        pengaduan = self.kasus(17, identitas="rahasia")
        laporan = self.env["ir.actions.report"].with_user(self.orang["pengadmin"])
        pelapor = pengaduan.pelapor_ids
        with self.assertRaises(AccessError):
            laporan._render_qweb_html("dpmd_pengaduan.report_bukti_penyampaian", pelapor.ids)
        self.sebagai("pengadmin", pengaduan).action_buka_identitas("Menyerahkan surat")
        isi, _jenis = laporan._render_qweb_html("dpmd_pengaduan.report_bukti_penyampaian", pelapor.ids)
        isi = isi.decode()
        self.assertIn("Siti Marlina", isi)
        self.assertIn(self.surat(pengaduan, "pemberitahuan").name, isi)

    def test_each_joined_complaint_gets_its_own_signed_answer(self):
        induk, anak = self.kasus(8), self.kasus(8)
        self.sebagai("kabid_a", anak).action_gabung(induk.id, "Perkara sama")
        self.jalan(induk, 16)
        self.assertEqual(self.surat(anak, "pemberitahuan").state, "berlaku")
        self.langkah_16(induk)
        self.assertEqual((anak.state, anak.jawaban), ("arsip", induk.jawaban))
        self.sebagai("pengadmin", anak).action_informasikan("portal")
        self.assertEqual(anak.state, "selesai")

    def test_a_ralat_of_a_joined_complaint_sends_report_and_answers_back(self):
        induk, anak = self.kasus(8), self.kasus(8)
        self.sebagai("kabid_a", anak).action_gabung(induk.id, "Perkara sama")
        self.jalan(induk, 15)
        self.sebagai("pengadmin", anak).action_ralat({"perihal": "Perihal lain"}, "Salah tulis")
        self.assertEqual((induk.state, induk.langkah), ("laporan", 12))
        self.assertEqual(self.surat(anak, "pemberitahuan").state, "batal")

    def test_an_open_letter_is_printed_by_nobody_who_may_not_see_the_identity(self):
        pengaduan = self.kasus(16)
        laporan = self.env["ir.actions.report"].with_context(force_report_rendering=True)
        with self.assertRaises(AccessError):
            laporan.with_user(self.orang["pengawas"])._render_qweb_pdf(
                "dpmd_pengaduan.report_pemberitahuan", pengaduan.ids
            )
