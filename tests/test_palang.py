"""The next-action bar: one thing that is really next, said before asked, and where the case went."""

from lxml import etree
from odoo.addons.dpmd_pengaduan.models.perkara.alur import ALUR
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import PNG, KantorCase


@tagged("standard", "post_install", "-at_install")
class TestPalang(KantorCase):
    """What is next, for whom, on which page."""

    def utama(self, login, record):
        """Return the key of what is next for somebody on a page, as it is opened."""
        record.invalidate_recordset()
        return self.sebagai(login, record).aksi_utama

    def test_what_is_next_is_really_next_at_every_step(self):
        pengaduan, _kode = self.buat(lengkap=False)
        urut = {
            "pengadmin": ["daftarkan", "beri_formulir", "nyatakan_lengkap"],
            "kadis": ["terima_kadis", "tugaskan_sekretaris"],
            "sekretaris": ["tugaskan_kabid"],
            "kabid_a": ["disposisi_pelaksana"],
            "psm_a": ["kirim_telaah"],
        }
        for login, kunci in urut.items():
            for satu in kunci:
                self.assertEqual(self.utama(login, pengaduan), satu)
                if satu == "nyatakan_lengkap":
                    self.sebagai("pengadmin", pengaduan).pelapor_ids.write({"ttd_cara": "kertas"})
                if satu == "beri_formulir":
                    self.sebagai(login, pengaduan).action_beri_formulir()
                else:
                    getattr(self, f"langkah_{pengaduan.langkah}")(pengaduan)
        self.assertFalse(self.utama("kabid_a", pengaduan), "not on that desk any more")

    def test_a_meeting_is_prepared_before_it_is_called_and_held_before_it_is_said_so(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        psm = self.sebagai("psm_a", pengaduan)
        self.assertEqual(self.utama("psm_a", pengaduan), "siapkan_rapat")
        buka = psm.action_siapkan_rapat()
        rapat = self.env["dpmd.rapat"].browse(buka["res_id"])
        self.assertIn(pengaduan.name, rapat.agenda)
        self.assertEqual(self.utama("psm_a", pengaduan), "buka_rapat", "it has no place and no invitees")
        self.assertEqual(psm.action_buka_rapat()["res_id"], rapat.id)
        self.assertEqual(self.utama("psm_a", rapat), "ajukan_undangan")
        with self.assertRaisesRegex(UserError, "place of the meeting"):
            self.sebagai("psm_a", rapat).periksa_jalan("ajukan_undangan")
        self.sebagai("psm_a", rapat).write({"tempat": "Aula", "peserta_ids": [(0, 0, {"nama": "Ahmad Fauzan"})]})
        self.assertEqual(self.utama("psm_a", pengaduan), "ajukan_undangan")
        self.sebagai("psm_a", rapat).action_ajukan_undangan()
        self.assertFalse(self.utama("psm_a", rapat), "it waits for its signature")
        self.assertEqual(self.utama("kadis", pengaduan), "baca_naskah")
        self.sahkan("kadis", pengaduan)
        self.assertEqual(self.utama("psm_a", pengaduan), "buka_rapat", "nobody has come yet")
        rapat.sudo()._tulis({"mulai": "2026-01-05 01:00:00", "selesai": "2026-01-05 02:00:00"})
        rapat.peserta_ids.with_user(self.orang["psm_a"]).write({"kehadiran": "hadir", "ttd": PNG, "ttd_cara": "layar"})
        self.sebagai("psm_a", rapat).write({"notulen_pembahasan": "Dibahas.", "notulen_kesimpulan": "Dibayar."})
        self.assertEqual(self.utama("psm_a", pengaduan), "rapat_dilaksanakan")
        self.assertEqual(self.utama("psm_a", rapat), "rapat_dilaksanakan")

    def test_the_berita_acara_is_written_before_it_is_said_to_be_signed_and_leads_to_the_laporan(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        rapat = pengaduan.rapat_ids
        self.assertEqual(self.utama("psm_a", pengaduan), "susun_berita_acara")
        self.assertEqual(self.utama("psm_a", rapat), "susun_berita_acara")
        buka = self.sebagai("psm_a", rapat).action_susun_berita_acara()
        berita = self.env["dpmd.berita.acara"].browse(buka["res_id"])
        self.assertEqual(berita.isi, "Dibahas.\n\nBLT dibayar bulan depan.")
        self.assertEqual(self.utama("psm_a", pengaduan), "buka_berita_acara")
        self.assertEqual(self.utama("psm_a", berita), "buka_tanda_tangan")
        self.sebagai("psm_a", berita).action_buka_tanda_tangan()
        self.assertEqual(self.utama("psm_a", berita), "layar")
        self.sahkan("kabid_a", pengaduan)  # the notulen, as its chair
        self.sebagai("psm_a", berita.peserta_ids).action_tanda_tangan_ba(PNG)
        self.assertEqual(self.utama("psm_a", berita), "berita_acara_selesai")
        self.assertEqual(self.utama("psm_a", pengaduan), "berita_acara_selesai")
        self.sebagai("psm_a", berita).action_berita_acara_selesai()
        self.assertEqual(self.utama("psm_a", berita), "buka_laporan", "no page is a dead end")
        self.assertEqual(self.utama("psm_a", pengaduan), "buka_laporan")
        laporan = self.env["dpmd.laporan"].browse(self.sebagai("psm_a", berita).action_buka_laporan()["res_id"])
        self.assertEqual(self.utama("psm_a", laporan), "ajukan_laporan")
        isi = {"hasil": "terbukti", "hasil_dicapai": "Dibayar.", "simpulan_saran": "Pantau.", "jawaban": "Dibayar."}
        self.sebagai("psm_a", laporan).write(isi)
        self.assertEqual(self.utama("psm_a", pengaduan), "ajukan_laporan")
        self.sebagai("psm_a", laporan).action_ajukan_laporan()
        self.assertFalse(self.utama("psm_a", laporan))
        self.assertEqual(self.utama("kabid_a", laporan), "baca_naskah")

    def test_what_is_prepared_is_begun_once_and_by_its_pelaksana(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        for login in ("kadis", "kabid_a", "psm_b", "pengadmin", "pengawas"):
            for kunci in ("siapkan_rapat", "siapkan_sidang", "buka_rapat", "susun_berita_acara", "buka_laporan"):
                with self.subTest(login=login, kunci=kunci), self.assertRaises(UserError):
                    getattr(self.sebagai(login, pengaduan), f"action_{kunci}")()
        psm = self.sebagai("psm_a", pengaduan)
        psm.action_siapkan_rapat()
        with self.assertRaisesRegex(UserError, "prepared already"):
            psm.action_siapkan_rapat()
        psm.action_siapkan_sidang()
        self.assertEqual(len(pengaduan.rapat_ids), 2)

    def test_the_bar_names_each_button_and_asks_the_server_before_the_user(self):
        view = self.env.ref("dpmd_pengaduan.view_pengaduan_form")
        arch = etree.fromstring(self.env["dpmd.pengaduan"].get_view(view.id, "form")["arch"])
        for tombol in arch.findall("header/button"):
            kunci = tombol.get("class").rpartition("o_dpmd_jalan_")[2]
            self.assertIn(kunci, ALUR)
            bertanya = tombol.get("type") == "action" or tombol.get("confirm")
            self.assertEqual(f"'dpmd_jalan': '{kunci}'" in tombol.get("context", ""), bool(bertanya), kunci)

    # What is missing is said first ------------------------------------------------------------------

    def test_what_is_missing_is_said_before_the_question(self):
        pengaduan = self.jalan(self.buat()[0], 8)
        psm = self.sebagai("psm_a", pengaduan)
        with self.assertRaisesRegex(UserError, "telaah: facts"):
            psm.periksa_jalan("kirim_telaah")
        with self.assertRaises(AccessError):
            self.sebagai("kabid_a", pengaduan).periksa_jalan("kirim_telaah")
        with self.assertRaises(AccessError):
            self.sebagai("kabid_b", pengaduan).periksa_jalan("kirim_telaah")
        with self.assertRaises(UserError):
            psm.periksa_jalan("unlink")
        psm.write({"telaah_fakta": "Fakta", "telaah_analisis": "Analisis", "telaah_saran": "Saran"})
        kartu = pengaduan.kartu_hash
        self.assertIs(psm.periksa_jalan("kirim_telaah"), True)
        self.assertEqual((pengaduan.langkah, pengaduan.kartu_hash), (8, kartu), "asking changes nothing")

    # Where it went ----------------------------------------------------------------------------------

    def test_after_a_press_it_is_said_whose_desk_it_is_and_the_next_case_is_taken(self):
        kasus = [self.jalan(self.buat(pengaduan={"perihal": f"Perkara {n}"})[0], 5) for n in range(3)]
        kasus[1].sudo()._tulis({"desk_tenggat": "2026-01-05"})
        letak = kasus[0].letak
        kadis = self.sebagai("kadis", kasus[0])
        kadis.action_tugaskan_sekretaris()
        self.assertNotEqual(kasus[0].letak, letak)
        kabar = kadis.kabar_meja()
        self.assertTrue(kabar["pindah"])
        self.assertIn("Sekretaris", kabar["kalimat"])
        self.assertIn(kasus[0].name, kabar["kalimat"])
        Meja = self.env["dpmd.pengaduan"].with_user(self.orang["kadis"])
        self.assertEqual(Meja.action_berikutnya(kasus[0].id)["res_id"], kasus[1].id, "what is due first")
        self.assertNotEqual(Meja.action_berikutnya(kasus[1].id)["res_id"], kasus[1].id)
        kosong = self.env["dpmd.pengaduan"].with_user(self.orang["kabid_b"]).action_berikutnya()
        self.assertFalse(kosong.get("res_id"))
        self.assertEqual(kosong["domain"], "[('kelompok_meja', '!=', False)]")
        with self.assertRaises(AccessError):
            self.sebagai("kabid_b", kasus[0]).kabar_meja()

    def test_a_step_that_stays_on_the_desk_says_so(self):
        pengaduan = self.jalan(self.buat()[0], 11)
        self.assertFalse(self.sebagai("psm_a", pengaduan).kabar_meja()["pindah"])

    def test_a_signature_says_where_the_report_went(self):
        pengaduan = self.jalan(self.buat()[0], 13)
        jawaban = self.baca("kabid_a", pengaduan).action_sahkan()
        self.assertIn("Sekretaris", jawaban["params"]["message"])
        self.assertIn(pengaduan.name, jawaban["params"]["message"])
        self.assertEqual(jawaban["params"]["next"], "dpmd_pengaduan.action_baki", "an action as such loses its words")

    def test_the_page_of_a_meeting_says_whose_signature_is_waited_for(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        rapat = self.buat_rapat(pengaduan)
        self.assertFalse(self.sebagai("psm_a", rapat).menunggu_sah)
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan(rapat.id)
        self.assertEqual(self.sebagai("psm_a", rapat).menunggu_sah, "Surat Undangan (Kepala Dinas)")
        self.baca("kadis", pengaduan).action_sahkan()
        self.assertFalse(self.sebagai("psm_a", rapat).menunggu_sah)

    # What it cost -----------------------------------------------------------------------------------

    def test_opening_a_case_costs_the_same_whatever_its_card_says(self):
        def biaya(pengaduan):
            view = self.env.ref("dpmd_pengaduan.view_pengaduan_form")
            arch = etree.fromstring(self.env["dpmd.pengaduan"].get_view(view.id, "form")["arch"])
            names = ("aksi_boleh", "aksi_utama", "belum_bisa", "perintah_tampil", "letak", "langkah_tampil")
            self.assertTrue(all(arch.find(f".//field[@name='{name}']") is not None for name in names))
            saya = self.sebagai("kadis", pengaduan)
            saya.web_read({name: {} for name in names})
            self.env.flush_all()
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            saya.web_read({name: {} for name in names})
            return self.env.cr.sql_log_count - mulai

        satu = self.jalan(self.buat()[0], 5)
        sedikit = biaya(satu)
        for _kali in range(3):
            self.sebagai("kadis", satu).action_tugaskan_sekretaris()
            self.sebagai("sekretaris", satu).action_kembalikan("Belum jelas")
        self.assertLessEqual(biaya(satu), sedikit + 4)
        self.assertLessEqual(sedikit, 60)


@tagged("standard", "post_install", "-at_install")
class TestPerintah(KantorCase):
    """What the desk goes by stands on top until it has acted."""

    def perintah(self, login, record):
        record.invalidate_recordset()
        return str(self.sebagai(login, record).perintah_tampil or "")

    def test_the_order_stands_on_top_until_it_is_acted_upon(self):
        pengaduan = self.jalan(self.buat()[0], 5)
        self.assertFalse(self.perintah("kadis", pengaduan))
        self.sebagai("kadis", pengaduan).action_tugaskan_sekretaris(
            {"instruksi": "Periksa hari ini <juga>.", "sifat": "segera", "tenggat": "2026-12-24"}
        )
        teks = self.perintah("sekretaris", pengaduan)
        for kata in ("Kepala Dinas", "Periksa hari ini &lt;juga&gt;.", "24", "Urgent"):
            self.assertIn(kata, teks)
        self.jalan(pengaduan, 8)
        self.assertNotIn("Periksa hari ini", self.perintah("psm_a", pengaduan))
        self.assertIn("Kepala Bidang", self.perintah("psm_a", pengaduan))
        self.jalan(pengaduan, 9)
        self.assertFalse(self.perintah("psm_a", pengaduan), "the telaah was the answer to the order")

    def test_why_it_came_back_stands_on_top_until_it_goes_on(self):
        pengaduan = self.jalan(self.buat()[0], 7)
        self.sebagai("kabid_a", pengaduan).action_kembalikan("Bukan urusan bidang kami")
        teks = self.perintah("sekretaris", pengaduan)
        for kata in ("Sent back", "Bukan urusan bidang kami", "Kabid A"):
            self.assertIn(kata, teks)
        self.langkah_6(pengaduan)
        self.assertNotIn("Bukan urusan", self.perintah("kabid_a", pengaduan))
        self.assertIn("Sekretaris", self.perintah("kabid_a", pengaduan))

    def test_a_laporan_that_came_back_says_so_on_its_case_and_on_its_own_page(self):
        pengaduan = self.jalan(self.buat()[0], 14)
        self.baca("sekretaris", pengaduan).action_kembalikan("Saran belum jelas")
        for halaman in (pengaduan, pengaduan.laporan_ids):
            self.assertIn("Saran belum jelas", self.perintah("psm_a", halaman))
        self.sebagai("psm_a", pengaduan).action_ajukan_laporan()
        self.assertFalse(self.perintah("kabid_a", pengaduan))

    def test_an_undangan_that_came_back_says_so_until_it_is_handed_up_anew(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        self.buat_rapat(pengaduan)
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        self.baca("kadis", pengaduan).action_kembalikan("Camat belum diundang")
        self.assertIn("Camat belum diundang", self.perintah("psm_a", pengaduan))
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        self.assertFalse(self.perintah("kadis", pengaduan))
