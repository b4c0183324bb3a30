"""What the screens and the steps cost in SQL queries: lists cost the same for 10 and for 80 cases."""

from lxml import etree
from odoo import Command
from odoo.tests import tagged

from .common import PNG, KantorCase

# Queries a step may take, with a little room; a step that grows beyond it has begun to loop over something.
ANGGARAN = {
    "daftarkan": 74,
    "beri_formulir": 54,
    "nyatakan_lengkap": 105,  # freezes two sheets; the clerk's rule has two leaves, so that of the team is tried first
    "terima_kadis": 46,
    "tugaskan_sekretaris": 76,
    "tugaskan_kabid": 94,
    "disposisi_pelaksana": 100,
    "kirim_telaah": 88,
    "ajukan_undangan": 114,
    "undang": 148,
    "rapat_dilaksanakan": 112,
    "berita_acara_selesai": 96,
    "ajukan_laporan": 132,
    "paraf_kabid": 110,
    "paraf_sekretaris": 110,
    "tanda_tangan_kadis": 146,
    "arsipkan": 58,
    "informasikan": 74,
}
# Who signs a paper with a step, and has opened it.
PENANDA = {"undang": "kadis", "paraf_kabid": "kabid_a", "paraf_sekretaris": "sekretaris", "tanda_tangan_kadis": "kadis"}
LAYAR = {
    "list": ("view_pengaduan_list", []),
    "register": ("view_pengaduan_list_register", []),
    "kanban": ("view_pengaduan_kanban", []),
    "meja": ("view_pengaduan_list_meja", [("kelompok_meja", "!=", False)]),
    "kartu meja": ("view_pengaduan_kanban_meja", [("kelompok_meja", "!=", False)]),
}
ANGGARAN_LAYAR = 26


@tagged("standard", "post_install", "-at_install")
class TestKueri(KantorCase):
    """Query budgets of the worklists and of the 17 steps."""

    def spesifikasi(self, xmlid):
        """Return what the web client asks for a view: its fields, names of what they point at."""
        Model = self.env["dpmd.pengaduan"]
        view = self.env.ref(f"dpmd_pengaduan.{xmlid}")
        arch = etree.fromstring(Model.get_view(view.id, view.type)["arch"])
        return {
            node.get("name"): {"fields": {"display_name": {}}} if Model._fields[node.get("name")].relational else {}
            for node in arch.iter("field")
        }

    def biaya(self, login, xmlid, domain, jumlah):
        """Return the queries of one search of a worklist, rules warm and cache cold, as each request finds them."""
        saya = self.sebagai(login, self.env["dpmd.pengaduan"])
        spesifikasi = self.spesifikasi(xmlid)
        saya.web_search_read(domain, spesifikasi, limit=jumlah)
        self.env.flush_all()
        self.env.invalidate_all()
        mulai = self.env.cr.sql_log_count
        hasil = saya.web_search_read(domain, spesifikasi, limit=jumlah)
        self.assertEqual(len(hasil["records"]), jumlah)
        return self.env.cr.sql_log_count - mulai

    def test_worklists_cost_the_same_for_10_and_80_cases(self):
        for nomor in range(80):
            self.jalan(self.buat(lengkap=False, pengaduan={"perihal": f"Perkara {nomor}"})[0], 3 if nomor % 2 else 2)
        self.env.flush_all()
        for nama, (xmlid, domain) in LAYAR.items():
            with self.subTest(nama):
                sepuluh = self.biaya("pengadmin", xmlid, domain, 10)
                self.assertEqual(self.biaya("pengadmin", xmlid, domain, 80), sepuluh, "grows with the rows")
                self.assertLessEqual(sepuluh, ANGGARAN_LAYAR)

    def test_steps_keep_their_budget(self):
        pengaduan = self.buat(lengkap=False)[0]
        argumen = {
            "tugaskan_kabid": [{"bidang_id": self.bidang_a.id}],
            "disposisi_pelaksana": [{"kepada_user_id": self.orang["psm_a"].id}],
            "arsipkan": [self.klasifikasi.id, "Lemari 1"],
            "informasikan": ["surel"],
        }
        oleh = dict.fromkeys(ANGGARAN, "psm_a") | {
            "daftarkan": "pengadmin",
            "beri_formulir": "pengadmin",
            "nyatakan_lengkap": "pengadmin",
            "terima_kadis": "kadis",
            "tugaskan_sekretaris": "kadis",
            "tugaskan_kabid": "sekretaris",
            "disposisi_pelaksana": "kabid_a",
            "undang": "kadis",
            "paraf_kabid": "kabid_a",
            "paraf_sekretaris": "sekretaris",
            "tanda_tangan_kadis": "kadis",
            "arsipkan": "pengadmin",
            "informasikan": "pengadmin",
        }
        for aksi, anggaran in ANGGARAN.items():
            self.siapkan(aksi, pengaduan)
            self.env.flush_all()
            self.env.invalidate_all()
            with self.subTest(aksi), self.assertQueryCount(anggaran):
                getattr(self.sebagai(oleh[aksi], pengaduan), f"action_{aksi}")(*argumen.get(aksi, []))
                self.env.flush_all()
        self.assertEqual(pengaduan.state, "selesai")

    def siapkan(self, aksi, pengaduan):
        """Bring what must be there first for a step."""
        psm = self.sebagai("psm_a", pengaduan)
        if aksi == "nyatakan_lengkap":
            self.sebagai("pengadmin", pengaduan).pelapor_ids.write({"ttd_cara": "kertas"})
        elif aksi == "kirim_telaah":
            psm.write({"telaah_fakta": "Fakta", "telaah_analisis": "Analisis", "telaah_saran": "Saran"})
        elif aksi == "ajukan_undangan":
            self.buat_rapat(pengaduan)
        elif aksi in PENANDA:
            self.baca(PENANDA[aksi], pengaduan)
        elif aksi == "rapat_dilaksanakan":
            self.isi_rapat(pengaduan)
        elif aksi == "berita_acara_selesai":
            self.buat_berita_acara(pengaduan).peserta_ids.action_tanda_tangan_ba(PNG)
        elif aksi == "ajukan_laporan":
            isi = {"hasil": "terbukti", "hasil_dicapai": "Dibayar.", "simpulan_saran": "Pantau.", "jawaban": "Dibayar."}
            psm.laporan_ids.write(isi)

    def test_meeting_and_card_do_not_cost_more_with_more_invitees(self):
        """The mails and papers of a meeting grow by a few queries per invitee, not by more."""
        biaya = []
        for tamu in (2, 12):
            pengaduan = self.jalan(self.buat()[0], 9)
            rapat = self.buat_rapat(pengaduan)
            rapat.write(
                {
                    "peserta_ids": [
                        Command.create({"nama": f"Tamu {n}", "email": f"tamu{n}@example.com"}) for n in range(tamu)
                    ]
                }
            )
            self.env.flush_all()
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            self.undang(pengaduan)
            self.env.flush_all()
            biaya.append(self.env.cr.sql_log_count - mulai)
        self.assertLess(biaya[1] - biaya[0], 10 * 12)
