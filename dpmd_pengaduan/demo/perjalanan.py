"""One complaint of the demo, walked through the flow by the people whose desk it is on."""

import base64
from datetime import timedelta

from odoo import SUPERUSER_ID, Command, fields

from .gambar import pindaian, tanda_tangan
from .kantor import ORANG, PELAPOR
from .waktu import lokal, pada_jam

# How many days after the step before, and at which hour, a step is usually taken.
JEDA = {
    2: (0, 11),
    3: (1, 9),
    4: (1, 8),
    5: (0, 14),
    6: (1, 9.5),
    7: (1, 10),
    8: (3, 13.5),
    9: (1, 9),
    10: (0, 12.5),
    11: (0, 14),
    12: (2, 11),
    13: (1, 9),
    14: (1, 10),
    15: (1, 13.5),
    16: (1, 10),
    17: (0, 14),
}
KOLOM_BEBAS = (
    "lokasi",
    "terlapor",
    "tanggal_kejadian",
    "kerugian",
    "permintaan",
    "pengirim",
    "nomor_surat",
    "nomor_agenda",
)


class Perjalanan:
    """The story of one complaint: yields when it does something next, until it stands where ``perkara`` says."""

    def __init__(self, kantor, perkara):
        self.kantor = kantor
        self.env = kantor.env
        self.isi = perkara
        self.kejadian = {int(nomor): nama for nomor, nama in perkara.get("kejadian", {}).items()}
        self.tunggu = {int(nomor): hari for nomor, hari in perkara.get("tunggu", {}).items()}
        self.pengaduan = None
        self.rapat_mulai = None

    def __iter__(self):
        hari = self.isi["hari"]
        waktu = self.kantor.hari_lalu(hari, self.isi.get("jam", 8 + hari % 6) + self._selisih(1))
        yield waktu
        self._terima()
        while self.pengaduan.langkah < self.isi["sampai"]:
            nomor = self.pengaduan.langkah
            waktu = self._berikut(waktu, nomor)
            yield waktu
            kejadian = self.kejadian.pop(nomor, None)
            getattr(self, f"_{kejadian}" if kejadian else f"_langkah_{nomor}")()
            yield from self._tanda_tangan_kadis(waktu)
        for kejadian in self.isi.get("akhir", ()):
            waktu = self._berikut(waktu, 13)
            yield waktu
            getattr(self, f"_{kejadian}")()
            if kejadian not in self.isi.get("menunggu_tanda_tangan", ()):
                yield from self._tanda_tangan_kadis(waktu)
        if "tutup" in self.isi:
            waktu = max(self.kantor.hari_lalu(self.isi["tutup"]["hari"], 10), waktu + timedelta(minutes=30))
            yield waktu
            self._tutup()
            if self.isi["tutup"].get("ditandatangani", True):
                yield from self._tanda_tangan_kadis(waktu)
            if self.isi["tutup"].get("cara"):
                yield self._berikut(waktu, 13)
                self.sebagai("pengadmin").action_informasikan_tutup(self.isi["tutup"]["cara"])

    def _berikut(self, waktu, nomor):
        """Return when the next step is taken: in office hours, and where the story says a day, on that day."""
        if nomor in self.tunggu:
            return max(self.kantor.hari_lalu(self.tunggu[nomor], JEDA[nomor][1]), waktu + timedelta(minutes=30))
        if nomor == 10 and self.rapat_mulai:
            return self.rapat_mulai + timedelta(hours=3, minutes=30)
        hari, jam = JEDA[nomor]
        jam += self._selisih(nomor)
        moment = pada_jam(lokal(waktu).date() + timedelta(days=hari * self.isi.get("lambat", 1)), jam)
        return max(moment, waktu + timedelta(minutes=45))

    def _tanda_tangan_kadis(self, waktu):
        """Let the Kadis sign a letter that was handed up, a few hours later."""
        if self._menunggu("kadis") and self.pengaduan.langkah < 12 or self.pengaduan.state == "ditutup":
            yield waktu + timedelta(hours=3)
            self._sahkan("kadis")

    def _menunggu(self, login):
        """Return the papers of this case that wait for somebody's paraf or signature."""
        naskah = self.sebagai(login, self.env["dpmd.dokumen"]).search([("menunggu_saya", "=", True)])
        return naskah.filtered(lambda dokumen: dokumen._perkara_sudo() == self.pengaduan)

    def _sahkan(self, login):
        """Read and sign what waits for somebody."""
        for naskah in self._menunggu(login):
            naskah.action_dibuka()
            naskah.action_sahkan()

    def _selisih(self, nomor):
        """Return part of an hour, so that not everything happens on the hour."""
        return (self.isi["hari"] * 7 + nomor * 11) % 45 / 60

    def sebagai(self, login, rekaman=None):
        """Return the case, or other records, as one of the office's people sees them."""
        return self.kantor.sebagai(login, self.pengaduan if rekaman is None else rekaman)

    @property
    def _kadis(self):
        """Whoever is Kepala Dinas in this story: the Sekretaris while she is Plh."""
        return "sekretaris" if self.isi.get("plh") else "kadis"

    # ------------------------------------------------------------------
    # The steps
    # ------------------------------------------------------------------

    def _terima(self):
        isi = self.isi
        rahasia = isi.get("identitas", "terbuka") != "terbuka"
        pengaduan = {
            "company_id": self.kantor.company.id,
            "saluran": isi["saluran"],
            "identitas": isi.get("identitas", "terbuka"),
            "jenis_id": self.kantor.data(f"jenis_{isi['jenis']}").id,
            "wilayah_id": self.kantor.data(f"wilayah_{isi['desa'].replace('.', '_')}").id,
            "perihal": isi["perihal"],
            "uraian": False if rahasia else isi["uraian"],
            **{name: isi[name] for name in KOLOM_BEBAS if name in isi},
        }
        if isi.get("pengirim"):
            hari_ini = fields.Date.context_today(self.kantor.company)
            pengaduan["tanggal_surat"] = fields.Date.subtract(hari_ini, days=3)
        pelapor = {"isi_asli": isi.get("isi_asli") or isi["uraian"], **isi["pelapor"]}
        if pelapor.get("ttd_cara") == "layar":
            pelapor["ttd"] = tanda_tangan(pelapor["nama"])
        if pelapor.pop("akun", False):
            pelapor["partner_id"] = self.kantor.pengguna[PELAPOR].partner_id.id
        # What comes by itself is written by the system, so that no record keeps the citizen as its author.
        petugas = SUPERUSER_ID if isi["saluran"] == "website" else self.kantor.pengguna["pengadmin"].id
        self.pengaduan, _kode = (
            self.env["dpmd.pengaduan"]
            .with_user(petugas)
            ._terima(pengaduan, {**pelapor, "persetujuan": fields.Datetime.now()})
        )
        self.pengaduan = self.pengaduan.with_env(self.env)
        if isi["saluran"] in ("surat", "limpahan"):
            surat = pindaian("Kepada Yth. Kepala Dinas PMD", "", isi["perihal"])
            self.kantor.berkas("pengadmin", "surat-masuk.png", surat).write(
                {"res_model": "dpmd.pelapor", "res_id": self.pengaduan.pelapor_ids.id}
            )

    def _langkah_2(self):
        self.sebagai("pengadmin").action_daftarkan()

    def _langkah_3(self):
        petugas = self.sebagai("pengadmin")
        if petugas.state == "terdaftar":
            petugas.action_beri_formulir()
            if self.pengaduan.desk_jabatan == "pelapor":
                return
        if "formulir" in self.isi:
            self.sebagai("pengadmin", self.pengaduan.pelapor_ids).write(self.isi["formulir"])
        if petugas.identitas != "terbuka" and not petugas.kutipan_oleh_id:
            petugas.action_konfirmasi_kutipan(self.isi["uraian"])
        petugas.action_nyatakan_lengkap()

    def _langkah_4(self):
        self.sebagai(self._kadis).action_dibuka()

    def _langkah_5(self):
        self.sebagai(self._kadis).action_tugaskan_sekretaris(self.isi.get("disposisi_kadis"))

    def _langkah_6(self):
        sekretaris = self.sebagai("sekretaris")
        sekretaris.action_dibuka()
        sekretaris.action_tugaskan_kabid({"bidang_id": self.kantor.data(self.isi["bidang"]).id})

    def _langkah_7(self):
        kabid = self.sebagai(self.isi["kabid"])
        kabid.action_dibuka()
        kabid.action_disposisi_pelaksana(
            {
                "kepada_user_id": self.kantor.pengguna[self.isi["psm"]].id,
                "tim_ids": [self.kantor.pengguna[login].id for login in self.isi.get("tim", ())],
            }
        )

    def _langkah_8(self):
        pelaksana = self.sebagai(self.isi["psm"])
        pelaksana.action_dibuka()
        pelaksana.write(self._telaah())
        pelaksana.action_kirim_telaah()

    def _telaah(self):
        fakta, analisis, saran = self.isi["telaah"]
        return {
            "telaah_persoalan": self.isi["perihal"],
            "telaah_praanggapan": "Keterangan pelapor dianggap benar sampai dapat diperiksa di lapangan.",
            "telaah_fakta": fakta,
            "telaah_analisis": analisis,
            "telaah_simpulan": self.isi.get("simpulan", "Pengaduan memenuhi syarat untuk ditindaklanjuti."),
            "telaah_saran": saran,
        }

    def _langkah_9(self):
        rapat = self._rapat()
        self.sebagai(self.isi["psm"]).action_ajukan_undangan(rapat.id)

    def _rapat(self):
        isi = self.isi["rapat"]
        hari_ini = lokal(fields.Datetime.now()).date()
        self.rapat_mulai = pada_jam(hari_ini + timedelta(days=isi.get("hari", 5)), 9)
        return self.sebagai(self.isi["psm"], self.env["dpmd.rapat"]).create(
            {
                "pengaduan_id": self.pengaduan.id,
                "mulai": self.rapat_mulai,
                "selesai": self.rapat_mulai + timedelta(hours=2.5),
                "tempat": isi.get("tempat", "Ruang Rapat DPMD Kabupaten Kutai Kartanegara, Tenggarong"),
                "agenda": isi["agenda"],
                "pimpinan_user_id": self.kantor.pengguna[self.isi["kabid"]].id,
                "pencatat_user_id": self.kantor.pengguna[self.isi["psm"]].id,
                "peserta_ids": [
                    *(
                        Command.create({"user_id": self.kantor.pengguna[login].id, "sequence": urut})
                        for urut, login in enumerate((self.isi["kabid"], self.isi["psm"]))
                    ),
                    *(
                        Command.create({"nama": nama, "jabatan": jabatan, "instansi": instansi, "sequence": urut})
                        for urut, (nama, jabatan, instansi) in enumerate(isi["undangan"], 10)
                    ),
                ],
            }
        )

    def _langkah_10(self):
        pelaksana = self.sebagai(self.isi["psm"])
        isi = self.isi["rapat"]
        rapat = pelaksana.rapat_ids
        for peserta in rapat.peserta_ids:
            peserta.write(self._kehadiran(peserta, isi.get("kehadiran", {}).get(peserta.nama)))
        if "kertas" in rapat.peserta_ids.mapped("ttd_cara"):
            rapat.pindaian_daftar_hadir = base64.b64encode(pindaian("DAFTAR HADIR", "", self.pengaduan.name))
        rapat.write(
            {
                "notulen_pembukaan": f"Rapat dibuka oleh {ORANG[self.isi['kabid']][1]} pada pukul 09.00 WITA.",
                "notulen_pembahasan": isi["pembahasan"],
                "notulen_kesimpulan": isi["kesimpulan"],
            }
        )
        pelaksana.action_rapat_dilaksanakan()

    @staticmethod
    def _kehadiran(peserta, luar_biasa):
        """Return the attendance of an invitee: as the story says, else present with a signature."""
        if luar_biasa and luar_biasa[0] == "tidak_hadir":
            return {"kehadiran": "tidak_hadir", "alasan_tidak_hadir": luar_biasa[1]}
        if luar_biasa:
            _diwakili, nama, jabatan = luar_biasa
            return {"kehadiran": "diwakili", "wakil_nama": nama, "wakil_jabatan": jabatan, "ttd_cara": "kertas"}
        return {"kehadiran": "hadir", "ttd": tanda_tangan(peserta.nama), "ttd_cara": "layar"}

    def _langkah_11(self):
        berita = self._buka_berita_acara()
        wakil = berita.peserta_ids.filtered(lambda p: p.kehadiran == "diwakili")
        for peserta in berita.peserta_ids.filtered(lambda p: p.kehadiran == "hadir"):
            alasan = self.isi["rapat"].get("menolak", {}).get(peserta.nama)
            if alasan:
                peserta.action_menolak_ba(alasan)
            else:
                peserta.action_tanda_tangan_ba(tanda_tangan(peserta.nama))
        if wakil:
            lembar = pindaian("BERITA ACARA", berita.name, "", *wakil.mapped("wakil_nama"))
            berita.action_catat_kertas(wakil.ids, base64.b64encode(lembar))
        self.sebagai(self.isi["psm"]).action_berita_acara_selesai()

    def _buka_berita_acara(self):
        self._sahkan(self.isi["kabid"])  # the notulen, as the chair
        hari_ini = fields.Date.context_today(self.pengaduan)
        berita = self.sebagai(self.isi["psm"], self.env["dpmd.berita.acara"]).create(
            {
                "rapat_id": self.pengaduan.rapat_ids.id,
                "tanggal": hari_ini,
                "isi": self.isi["rapat"]["kesimpulan"],
                "kesepakatan_ids": [
                    Command.create(
                        {"isi": isi, "penanggung_jawab": siapa, "tenggat": fields.Date.add(hari_ini, days=hari)}
                    )
                    for isi, siapa, hari in self.isi["rapat"].get("kesepakatan", ())
                ],
            }
        )
        berita.action_buka_tanda_tangan()
        return berita

    def _langkah_12(self):
        pelaksana = self.sebagai(self.isi["psm"])
        pelaksana.laporan_ids.write(
            {
                "hasil": self.isi["hasil"],
                "hasil_dicapai": self._hasil_dicapai(),
                "simpulan_saran": self.isi["simpulan_saran"],
                "jawaban": self.isi.get("jawaban") or pelaksana.laporan_ids.jawaban,
            }
        )
        pelaksana.action_ajukan_laporan()

    def _hasil_dicapai(self):
        return self.pengaduan.laporan_ids.hasil_dicapai or self.isi["telaah"][1]

    def _langkah_13(self):
        self._sahkan(self.isi["kabid"])

    def _langkah_14(self):
        self._sahkan("sekretaris")

    def _langkah_15(self):
        self._sahkan("kadis")

    def _langkah_16(self):
        self.sebagai("pengadmin").action_arsipkan(
            self.kantor.data("klasifikasi_700_1").id, f"Lemari Arsip 2, boks {self.pengaduan.nomor % 5 + 1}"
        )

    def _langkah_17(self):
        cara = self.isi.get("cara", "portal")
        bukti = None
        if cara == "kertas":
            isi = pindaian("BUKTI TERIMA SURAT", self.pengaduan.name)
            bukti = self.kantor.berkas("pengadmin", "bukti-terima.png", isi).id
        self.sebagai("pengadmin").action_informasikan(cara, bukti)

    # ------------------------------------------------------------------
    # What happens beside the path; named by a story in ``kejadian`` or ``akhir``
    # ------------------------------------------------------------------

    def _ralat(self):
        """A wrong place in the register is corrected; the old words stay on the card."""
        benar = {"lokasi": self.isi["lokasi_benar"]}
        self.sebagai("pengadmin").action_ralat(benar, "Salah tulis RT pada saat pencatatan")

    def _di_atas_kertas(self):
        """The Kadis got the letter by hand and wrote his order on it; it is entered afterwards with the scan."""
        jam_lalu = 0.5 if self.pengaduan.langkah == 4 else 5
        isi = pindaian("LEMBAR DISPOSISI", "", "Sdr. Sekretaris:", "tindak lanjuti")
        bukti = self.kantor.berkas("pengadmin", "lembar-disposisi.png", isi)
        kadis = self.env["dpmd.penugasan"]._pejabat("kepala_dinas", self.kantor.company)[:1]
        self.sebagai("pengadmin").action_catatkan(
            kadis.id,
            fields.Datetime.now() - timedelta(hours=jam_lalu),
            bukti.id,
            "Surat diserahkan langsung kepada Kepala Dinas di ruang kerja",
        )

    def _konfirmasi(self):
        self.sebagai("kadis").action_konfirmasi()

    def _tanpa_rapat(self):
        """The facts are plain from the papers: the pelaksana proposes no meeting, the Kabid agrees."""
        self.sebagai(self.isi["psm"]).action_usul_tanpa_rapat(self.isi["alasan_tanpa_rapat"])
        self.sebagai(self.isi["kabid"]).action_setujui_tanpa_rapat("Setuju, data pada telaahan sudah lengkap")

    def _usul_tanpa_rapat(self):
        self.sebagai(self.isi["psm"]).action_usul_tanpa_rapat(self.isi["alasan_tanpa_rapat"])

    def _siapkan_rapat(self):
        self._rapat()

    def _ajukan_undangan(self):
        """The undangan waits in the tray of the Kadis."""
        self._langkah_9()

    def _mulai_telaah(self):
        pelaksana = self.sebagai(self.isi["psm"])
        pelaksana.action_dibuka()
        telaah = self._telaah()
        pelaksana.write({name: telaah[name] for name in ("telaah_persoalan", "telaah_fakta")})

    def _berita_acara_setengah(self):
        """The berita acara is open; the people of the office have signed, the others not yet."""
        berita = self._buka_berita_acara()
        for peserta in berita.peserta_ids.filtered("user_id"):
            peserta.action_tanda_tangan_ba(tanda_tangan(peserta.nama))

    def _kembalikan_laporan(self):
        """The Kabid wants the report better; the drafter hands it up again."""
        self.sebagai(self.isi["kabid"]).action_kembalikan(self.isi["alasan_kembali"])

    def _beri_formulir(self):
        self.sebagai("pengadmin").action_beri_formulir()

    def _minta_lengkapi(self):
        self.sebagai("pengadmin").action_minta_lengkapi("Alamat lengkap dan tanda tangan pada formulir belum diisi.")

    def _usul_tutup(self):
        self.sebagai(self.isi["psm"]).action_usul_tutup(self.isi["alasan_usul_tutup"])

    def _buka_identitas(self):
        self.sebagai("kadis").action_buka_identitas("Memastikan pelapor terlindungi sebelum rapat dijadwalkan")

    def _akses_pengawas(self):
        self.sebagai("kadis").action_beri_akses_pengawas(
            self.kantor.pengguna["pengawas"].id, "Pemeriksaan khusus pemerintahan desa", "700.1.2.1/87/ITKAB/2026"
        )

    def _tutup(self):
        isi = self.isi["tutup"]
        self.sebagai("kadis").action_tutup(isi["alasan"], isi["catatan"], isi.get("tujuan"))
