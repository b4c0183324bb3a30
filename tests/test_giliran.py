"""Whose turn it is: every action, by everybody, at every point of the SOP."""

import base64
from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.addons.dpmd_pengaduan.models.perkara.alur import ALUR
from odoo.exceptions import UserError
from odoo.tests import tagged

from . import pdf
from .common import ISI, PNG, KantorCase

# The 17 rows of the SOP: action, where it may be taken, by whom. Everything else is refused.
LANGKAH = {
    "daftarkan": {"masuk": "pengadmin"},
    "beri_formulir": {"terdaftar": "pengadmin"},
    "nyatakan_lengkap": {"formulir": "pengadmin"},
    "terima_kadis": {"4": "kadis"},
    "tugaskan_sekretaris": {"4": "kadis", "5": "kadis"},  # on step 4, one press takes both
    "tugaskan_kabid": {"6": "sekretaris"},
    "disposisi_pelaksana": {"7": "kabid_a"},
    "kirim_telaah": {"8": "psm_a"},
    "ajukan_undangan": {"9": "psm_a"},
    "undang": {"9 ajuan": "kadis"},
    "rapat_dilaksanakan": {"10": "psm_a"},
    "berita_acara_selesai": {"11": "psm_a"},
    "ajukan_laporan": {"12": "psm_a", "12 tanpa rapat": "psm_a"},
    "paraf_kabid": {"13": "kabid_a"},
    "paraf_sekretaris": {"14": "sekretaris"},
    "tanda_tangan_kadis": {"15": "kadis"},
    "arsipkan": {"16": "pengadmin"},
    "informasikan": {"17": "pengadmin"},
}
TERBUKA = ["masuk", "terdaftar", "formulir", *map(str, range(4, 18)), "9 ajuan", "9 usul", "12 tanpa rapat"]
TAMAT = ["18", "ditutup"]
KERTAS = [*(str(n) for n in range(4, 16) if n != 9), "9 ajuan", "12 tanpa rapat"]
TERDAFTAR = [titik for titik in TERBUKA if titik != "masuk"]
# From when on an official works on a case, and so may propose to close it.
SEJAK = {"pengadmin": 0, "sekretaris": 6, "kabid_a": 7, "psm_a": 8}
NOMOR = {"masuk": 2, "terdaftar": 3, "formulir": 3, "9 ajuan": 9, "9 usul": 9, "12 tanpa rapat": 12}


def _nomor(titik):
    return NOMOR.get(titik) or int(titik)


# The ways off the path, the same way; for the complaint with an open identity.
LAIN = {
    "kembalikan": {
        "4": "kadis",
        "5": "kadis",
        "6": "sekretaris",
        "7": "kabid_a",
        "8": "psm_a",
        "9 ajuan": "kadis",
        "13": "kabid_a",
        "14": "sekretaris",
        "15": "kadis",
    },
    "minta_lengkapi": {"formulir": "pengadmin"},
    "lanjut_tanpa_formulir": {},  # not before the 30 days are over
    "konfirmasi_kutipan": {},  # of a secret complaint only, as the next two
    "buka_identitas": {},
    "beri_akses_pengawas": {},
    "usul_tutup": {
        titik: " ".join(siapa for siapa, sejak in SEJAK.items() if _nomor(titik) >= sejak) for titik in TERBUKA
    },
    "tutup": dict.fromkeys(TERBUKA, "kadis"),
    "informasikan_tutup": {"ditutup": "pengadmin"},
    "sampaikan_lagi": {"18": "pengadmin"},
    "ajukan_surat": {},  # no letter was sent back
    "ajukan_notulen": {},
    "ajukan_sela": {},  # no figures say that it will miss its day (tests/test_sela.py)
    "siapkan_rapat": {},  # it is prepared at every point of this walk
    "siapkan_sidang": {"9": "psm_a", "9 ajuan": "psm_a", "10": "psm_a"},
    "susun_berita_acara": {},  # it is written (tests/test_palang.py)
    "bawa_naskah": {"9 ajuan": "psm_a", "13": "pengadmin psm_a"},  # the clerk, for the answer beside the report
    "lepas_naskah": {},  # none was brought
    "catatkan": dict.fromkeys(KERTAS, "pengadmin"),
    "konfirmasi": {},  # nothing was entered from paper
    "ralat": dict.fromkeys(TERDAFTAR, "pengadmin"),
    "usul_tanpa_rapat": {"9": "psm_a"},
    "setujui_tanpa_rapat": {"9 usul": "kabid_a"},
    "tolak_tanpa_rapat": {"9 usul": "kabid_a"},
    "perintah_rapat": {"12 tanpa rapat": "kadis"},
    "tunda_rapat": {},  # at step 10 of this walk, people came already
    "alih_pelaksana": dict.fromkeys(["8", "9", "9 ajuan", "9 usul", "10", "11"], "kabid_a"),
    # A desk is skipped by the next higher one.
    "lewati": {"6": "kadis", "7": "sekretaris"},
    "lewati_paraf": {"13": "sekretaris", "14": "kadis"},
    "tolak_tutup": {},  # nobody proposed it
    "pastikan_cabut": {},  # nobody asked to withdraw
    "catat_selesai": {"18": "pengadmin"},
    "catat_belum": {"18": "pengadmin"},
    "tetapkan_terlapor": {
        titik: "pengadmin kadis" + (" sekretaris" if titik in TAMAT or _nomor(titik) >= 6 else "")
        for titik in [*TERBUKA, *TAMAT]
    },
    "serahkan": {},  # the Kadis is not reported (tests/test_terlapor.py)
    "sanggah": {},
    "tarik_berkas": {},  # nobody put one there
    "tulis_pelapor": dict.fromkeys([*TERBUKA, *TAMAT], "pengadmin"),  # also after the answer
    "periksa_utuh": dict.fromkeys([*TERBUKA, *TAMAT], "kadis pengawas"),
    # Whoever may read the case, of four jabatan; the Sekretaris reads it from his step on.
    **dict.fromkeys(
        ("bundel", "bundel_ombudsman"),
        {
            titik: "pengadmin kadis pengawas" + (" sekretaris" if titik in TAMAT or _nomor(titik) >= 6 else "")
            for titik in [*TERBUKA, *TAMAT]
        },
    ),
    "pisahkan": {},  # the case is joined to no other (tests/test_gabung.py)
    "gabung": {"6": "kadis sekretaris", "7": "kadis sekretaris kabid_a", "8": "kadis sekretaris kabid_a"},
}
# Buttons that only open something to be read, or the dialog of another way.
MEMBUKA = {
    "permintaan_pdp",
    "tulis_disposisi",
    "jelaskan",
    "baca_naskah",
    "buka_rapat",
    "buka_berita_acara",
    "buka_laporan",
}
# Ways gone from the paper itself (tests/test_naskah_baki.py).
DARI_NASKAH = {"tanda_tangani", "kembalikan_naskah"}
# Who has no part in the case at all is tried at a few points only.
ORANG_LUAR = ("pengadmin_lain", "kadis_lain", "kabid_lain", "administrator", "pegawai_biasa", "portal")
ORANG_DALAM = ("pengadmin", "kadis", "sekretaris", "kabid_a", "kabid_b", "psm_a", "psm_a2", "psm_b", "pengawas")
RAHASIA = {"konfirmasi_kutipan", "buka_identitas", "beri_akses_pengawas"}


@tagged("standard", "post_install", "-at_install")
class TestGiliran(KantorCase):
    """Allowed exactly where the SOP says; refused elsewhere, with status, desk and card as they were."""

    def setUp(self):
        super().setUp()
        self.induk = self.jalan(self.buat(pengaduan={"perihal": "Perkara induk"})[0], 8)
        self.scan = {
            login: self.env["ir.attachment"].with_user(user).create({"name": "scan.pdf", "raw": b"%PDF-1.4"}).id
            for login, user in self.orang.items()
            if not user.share
        }
        self.scan["portal"] = False
        self.penugasan = {tugas.user_id: tugas for tugas in self.env["dpmd.penugasan"].search([])}

    # What each action is called with: complete, so that only the turn can be wrong ------------------

    def argumen(self, aksi, login, pengaduan):
        psm_a2 = self.orang["psm_a2"].id
        if aksi == "catatkan":
            return self._argumen_catatkan(login, pengaduan)
        if aksi == "lewati":
            isi = {6: {"bidang_id": self.bidang_a.id}, 7: {"kepada_user_id": self.orang["psm_a"].id}}.get(
                pengaduan.langkah
            )
            return {"alasan": "Terlapor ada di rantai", **({"disposisi": isi} if isi else {})}
        return {
            "tugaskan_kabid": {"disposisi": {"bidang_id": self.bidang_a.id}},
            "disposisi_pelaksana": {"disposisi": {"kepada_user_id": self.orang["psm_a"].id}},
            "arsipkan": {"klasifikasi_id": self.klasifikasi.id, "lokasi": "Lemari 1"},
            "informasikan": {"cara": "surel"},
            "informasikan_tutup": {"cara": "surel"},
            "sampaikan_lagi": {"cara": "portal"},
            "ajukan_undangan": {},
            "siapkan_rapat": {},
            "siapkan_sidang": {},
            "susun_berita_acara": {},
            "ajukan_notulen": {},
            "bawa_naskah": {
                "berkas": base64.b64encode(pdf.surat()),
                "nomor": "005/9",
                "tanggal": fields.Date.today(),
                "asal": "word",
            },
            "konfirmasi_kutipan": {"kutipan": "Kutipan."},
            "buka_identitas": {"alasan": "Perlu"},
            "beri_akses_pengawas": {"user_id": self.orang["pengawas"].id, "alasan": "Perlu", "surat_tugas": "ST/1"},
            "tutup": {"alasan_tutup": "dicabut", "catatan": "Dicabut"},
            "konfirmasi": {},
            "periksa_utuh": {},
            "serahkan": {},
            "tetapkan_terlapor": {"pejabat": "tidak_tahu", "alasan": "Disebut pelapor"},
            "bundel": {},
            "bundel_ombudsman": {},
            "tulis_pelapor": {"isi": "Mohon datang ke loket."},
            "ajukan_sela": {},
            "ralat": {"nilai": {"perihal": "Perihal lain"}, "alasan": "Salah tulis"},
            "alih_pelaksana": {"user_id": psm_a2, "alasan": "Cuti"},
            "gabung": {"induk_id": self.induk.id, "alasan": "Perkara sama"},
        }.get(aksi, {} if aksi in LANGKAH else {"alasan": "Karena perlu"})

    def _argumen_catatkan(self, login, pengaduan):
        jabatan = {
            4: "kadis",
            5: "kadis",
            6: "sekretaris",
            7: "kabid_a",
            9: "kadis",
            13: "kabid_a",
            14: "sekretaris",
            15: "kadis",
        }
        pejabat = self.orang[jabatan.get(pengaduan.langkah, "psm_a")]
        isi = {6: {"bidang_id": self.bidang_a.id}, 7: {"kepada_user_id": self.orang["psm_a"].id}}.get(pengaduan.langkah)
        return {
            "penugasan_id": self.penugasan[pejabat].id,
            "terjadi": fields.Datetime.now(),
            "bukti_id": self.scan[login],
            "alasan": "Di atas kertas",
            **({"disposisi": isi} if isi else {}),
        }

    # The tries --------------------------------------------------------------------------------------

    def potret(self, pengaduan):
        """Return what a refused action must leave as it was, as the database has it."""
        self.env.flush_all()
        self.env.cr.execute(
            """
            SELECT state, langkah, desk_jabatan, desk_user_id, bidang_id, pelaksana_id, kartu_hash,
                   (SELECT count(*) FROM dpmd_langkah WHERE pengaduan_id = p.id),
                   (SELECT count(*) FROM dpmd_dokumen WHERE pengaduan_id = p.id)
              FROM dpmd_pengaduan p WHERE id = %s""",
            [pengaduan.id],
        )
        return self.env.cr.fetchone()

    def coba(self, pengaduan, login, aksi):
        """Try an action; return whether it was allowed. Everything is rolled back."""
        semula = self.potret(pengaduan)
        argumen = self.argumen(aksi, login, pengaduan)
        with self.env.cr.savepoint() as titik_balik:
            try:
                getattr(self.sebagai(login, pengaduan), f"action_{aksi}")(**argumen)
            except UserError:  # an AccessError is one too
                self.assertEqual(self.potret(pengaduan), semula, f"{aksi} by {login} was refused too late")
                return False
            titik_balik.rollback()
        return True

    def periksa_titik(self, titik, pengaduan, orang=ORANG_DALAM, aksi_saja=None):
        semua = {aksi: tempat for aksi, tempat in {**LANGKAH, **LAIN}.items() if not aksi_saja or aksi in aksi_saja}
        for login in orang:
            with self.subTest(titik=titik, login=login):
                boleh = {aksi for aksi in semua if self.coba(pengaduan, login, aksi)}
                harap = {aksi for aksi, tempat in semua.items() if login in tempat.get(titik, "").split()}
                self.assertEqual(boleh, harap)
            if not aksi_saja and login in ORANG_DALAM:
                with self.subTest(titik=titik, login=login, penjelasan=True):
                    self.periksa_penjelasan(self.sebagai(login, pengaduan))
                if self.sebagai(login, pengaduan).has_access("read"):
                    with self.subTest(titik=titik, login=login, tombol=True):
                        self.periksa_tombol(self.sebagai(login, pengaduan), boleh)

    def periksa_tombol(self, pengaduan, boleh):
        """The buttons of the form are exactly what would be allowed."""
        pengaduan.invalidate_recordset()
        tombol = set(pengaduan.aksi_boleh or []) - MEMBUKA - DARI_NASKAH
        if "terima_kadis" in boleh:
            boleh -= {"tugaskan_sekretaris", "kembalikan"}  # opening the case takes step 4 and brings these two
        self.assertEqual(tombol, boleh)

    def periksa_penjelasan(self, saya):
        """What ``./dev explain`` and the inspector are told is what the rules and methods really do."""
        _tugas, lihat, lihat_pelapor, jalan = (baris for _judul, baris in saya.sudo()._jelaskan(saya.env.user))
        self.assertEqual(lihat[0][0], saya.has_access("read"))
        pelapor = saya.env["dpmd.pelapor"].search([("pengaduan_id", "=", saya.id)])
        self.assertEqual(lihat_pelapor[0][0], bool(pelapor))
        if saya.has_access("read"):
            saya.invalidate_recordset()
            tersaji = [kunci for kunci in saya.aksi_boleh or [] if not saya._kekurangan(ALUR[kunci])]
            self.assertEqual([boleh for boleh, _kalimat in jalan].count(True), len(tersaji))
        else:
            self.assertFalse(any(boleh for boleh, _kalimat in jalan))

    # The walk ---------------------------------------------------------------------------------------

    def siapkan(self, titik, pengaduan):
        """Bring what must be there first for the step of a point."""
        psm = self.sebagai("psm_a", pengaduan)
        if titik == "formulir":
            self.sebagai("pengadmin", pengaduan).pelapor_ids.write({"ttd_cara": "kertas"})
        elif titik == "8":
            psm.write({"telaah_fakta": "Fakta", "telaah_analisis": "Analisis", "telaah_saran": "Saran"})
        elif titik == "9":
            self.buat_rapat(pengaduan)
        elif titik == "10":
            self.isi_rapat(pengaduan)
        elif titik == "11":
            self.buat_berita_acara(pengaduan).peserta_ids.action_tanda_tangan_ba(PNG)
        elif titik.startswith("12"):
            isi = {"hasil": "terbukti", "hasil_dicapai": ISI, "simpulan_saran": "Pantau.", "jawaban": "Dibayar."}
            psm._laporan().write(isi)
        elif titik == "9 ajuan":
            self.baca("kadis", pengaduan)
        elif titik in ("13", "14", "15"):
            for login in ("kabid_a", "sekretaris", "kadis"):  # whoever signs, or acts for the desk below, has read it
                self.sebagai(login, psm._laporan().dokumen_id).action_dibuka()
        elif titik == "ditutup":
            self.sahkan("kadis", pengaduan)

    def maju(self, titik, pengaduan):
        aksi, login = next(
            (aksi, tempat[titik])
            for aksi, tempat in reversed(LANGKAH.items())
            if titik in tempat and not (aksi == "tugaskan_sekretaris" and titik == "4")
        )
        getattr(self.sebagai(login, pengaduan), f"action_{aksi}")(**self.argumen(aksi, login, pengaduan))

    def sampai(self, titik_akhir):
        """Walk a new case point by point; yield each point when all is prepared for its step."""
        pengaduan = self.buat(lengkap=False)[0]
        for titik in ("masuk", "terdaftar", "formulir", *map(str, range(4, 10)), "9 ajuan", *map(str, range(10, 18))):
            self.siapkan(titik, pengaduan)
            yield titik, pengaduan
            if titik == titik_akhir:
                return
            self.maju(titik, pengaduan)
        yield "18", pengaduan

    def test_every_action_by_everybody_at_every_step(self):
        for titik, pengaduan in self.sampai(None):
            self.periksa_titik(titik, pengaduan)
            if titik in ("masuk", "7", "13", "17"):
                self.periksa_titik(titik, pengaduan, ORANG_LUAR)

    def test_every_action_around_a_case_without_a_meeting(self):
        *_sebelum, (_titik, pengaduan) = self.sampai("9")
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Sudah jelas")
        self.periksa_titik("9 usul", pengaduan)
        self.sebagai("kabid_a", pengaduan).action_setujui_tanpa_rapat("Setuju")
        self.siapkan("12 tanpa rapat", pengaduan)
        self.periksa_titik("12 tanpa rapat", pengaduan)

    def test_every_action_by_everybody_in_the_second_round(self):
        """After an objection the SOP runs again from step 5, by the same desks and another pelaksana."""
        pengaduan = self.jalan(self.buat()[0], 18)
        pengaduan._tempuh("keberatan", alasan="Belum dibayar")
        lama = self.orang["psm_a"]
        self.orang = {
            **self.orang,
            "lama": lama,
            "psm_a": self.orang["psm_a2"],
            "psm_a2": self.pegawai("uji_psm_a3", "sub_koor_psm", bidang=self.bidang_a),
        }
        self.penugasan = {tugas.user_id: tugas for tugas in self.env["dpmd.penugasan"].search([])}
        for login in ("psm_a2", "lama"):
            self.scan[login] = (
                self.env["ir.attachment"]
                .with_user(self.orang[login])
                .create({"name": "scan.pdf", "raw": b"%PDF-1.4"})
                .id
            )
        self.scan["psm_a"] = (
            self.env["ir.attachment"].with_user(self.orang["psm_a"]).create({"name": "scan.pdf", "raw": b"%PDF-1.4"}).id
        )
        kembali = {titik: login for titik, login in LAIN["kembalikan"].items() if titik != "5"}
        with patch.dict(LAIN, {"kembalikan": kembali}):  # the form of the first round stays locked
            while pengaduan.langkah < 18:
                titik = "9 ajuan" if pengaduan._menunggu_sah("undang") else str(pengaduan.langkah)
                self.siapkan(titik, pengaduan)
                if titik in ("5", "7", "8", "11", "12", "15", "17"):
                    self.periksa_titik(titik, pengaduan)
                    self.periksa_titik(titik, pengaduan, ("lama",))
                self.maju(titik, pengaduan)
            self.periksa_titik("18", pengaduan)
        self.assertEqual(pengaduan.laporan_ids.mapped("state"), ["ditandatangani"] * 2)

    def test_every_action_on_a_case_closed_early(self):
        *_sebelum, (_titik, pengaduan) = self.sampai("7")
        self.sebagai("kadis", pengaduan).action_tutup("dicabut", "Dicabut oleh pelapor")
        self.siapkan("ditutup", pengaduan)
        self.periksa_titik("ditutup", pengaduan)

    def test_secret_identity_is_opened_by_kadis_and_pengadmin_only(self):
        pengaduan = self.buat(identitas="rahasia")[0]
        harap = {
            "konfirmasi_kutipan": {2: {"pengadmin"}, 3: {"pengadmin"}},
            "buka_identitas": {**dict.fromkeys((2, 3), {"kadis"}), **dict.fromkeys((4, 9, 18), {"kadis", "pengadmin"})},
            "beri_akses_pengawas": dict.fromkeys((2, 3, 4, 9, 18), {"kadis"}),
        }
        for nomor in (2, 3, 4, 9, 18):
            if nomor == 3:
                self.sebagai("pengadmin", pengaduan).action_daftarkan()
            else:
                self.jalan(pengaduan, nomor)
            for aksi in sorted(RAHASIA):
                with self.subTest(nomor=nomor, aksi=aksi):
                    boleh = {login for login in self.orang if self.coba(pengaduan, login, aksi)}
                    for login in ORANG_DALAM:
                        self.periksa_penjelasan(self.sebagai(login, pengaduan))
                    self.assertEqual(boleh, harap[aksi].get(nomor, set()))

    def test_acting_official_acts_on_his_days_only(self):
        *_sebelum, (_titik, pengaduan) = self.sampai("5")
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        plh = self.orang["sekretaris"]
        for mulai, sampai, boleh in ((1, 3, False), (-3, -1, False), (-1, 0, True), (0, 3, True)):
            with self.subTest(mulai=mulai, sampai=sampai), self.env.cr.savepoint() as titik_balik:
                self.tugaskan(
                    plh,
                    "kepala_dinas",
                    jenis="plh",
                    date_from=hari_ini + timedelta(mulai),
                    date_to=hari_ini + timedelta(sampai),
                )
                self.assertEqual(self.coba(pengaduan, "sekretaris", "tugaskan_sekretaris"), boleh)
                self.assertEqual(self.coba(pengaduan, "sekretaris", "tutup"), boleh)
                titik_balik.rollback()
            self.env.registry.clear_cache()

    def test_step_is_not_taken_twice(self):
        for titik, pengaduan in self.sampai("10"):
            if titik == "masuk":
                continue
            aksi, login = next((aksi, tempat) for aksi, tempat in LANGKAH.items() if titik in tempat)
            login = login[titik]
            with self.subTest(titik=titik), self.env.cr.savepoint() as titik_balik:
                saya, argumen = self.sebagai(login, pengaduan), self.argumen(aksi, login, pengaduan)
                getattr(saya, f"action_{aksi}")(**argumen)
                kartu = self.potret(pengaduan)
                with self.assertRaises(UserError):
                    getattr(saya, f"action_{aksi}")(**argumen)
                self.assertEqual(self.potret(pengaduan), kartu)
                titik_balik.rollback()
