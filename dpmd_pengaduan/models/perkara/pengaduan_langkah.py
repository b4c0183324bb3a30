from odoo import fields, models
from odoo.exceptions import UserError

from ..dasar.izin import berizin
from .alur import KABID, PSM, SEKRETARIS
from .dpmd_pengaduan import KOLOM_TELAAH

# What a disposition may say; anything else in the call is refused.
KOLOM_DISPOSISI = {
    "instruksi",
    "sifat",
    "harap",
    "catatan",
    "tenggat",
    "bidang_id",
    "kepada_user_id",
    "usul_bidang_id",
    "usul_user_id",
    "tembusan_ids",
    "tim_ids",
}


class DpmdPengaduan(models.Model):
    """The 17 steps: what each needs (``_syarat_…``) and what each does (``action_…``)."""

    _inherit = "dpmd.pengaduan"

    # ------------------------------------------------------------------
    # 2, 3: register and form
    # ------------------------------------------------------------------

    def action_daftarkan(self):
        """Step 2: enter the complaint in the register under the next number of the year.

        A form that came complete with the complaint is step 3 too, so the case goes on to the Kadis.
        """
        for pengaduan in self:
            with pengaduan._melangkah("daftarkan") as jalan:
                hari_ini = self.env["dpmd.penugasan"]._hari_ini()
                instansi = self.env["dpmd.instansi"]._milik(pengaduan.company_id)
                nomor = pengaduan.sudo()._ambil_nomor(hari_ini.year)
                name = instansi._bentuk_nomor(instansi.pola_register, nomor, hari_ini)
                jalan.isi = {"name": name, "tanggal_daftar": jalan.waktu}
                jalan.keluaran = self.env._("Register %(nomor)s", nomor=name)
                pelapor_sudo = pengaduan.sudo().pelapor_ids
                if not pelapor_sudo.petugas_id:
                    pelapor_sudo._tulis({"petugas_id": self.env.uid})
            if pengaduan.sudo().pelapor_ids.formulir_lengkap:
                pengaduan.action_beri_formulir()
                if not pengaduan._kekurangan("nyatakan_lengkap"):
                    pengaduan.action_nyatakan_lengkap()

    def action_beri_formulir(self):
        """Step 3, first half: give the form to the pelapor; the desk waits for it."""
        self.ensure_one()
        with self._melangkah("beri_formulir") as jalan:
            jalan.keluaran = self.env._("Form given to the pelapor")
            jalan.isi = {"tanggal_formulir": jalan.waktu}
            if not self.sudo().pelapor_ids.formulir_lengkap:
                jalan.isi["meja"] = "pelapor"

    def _syarat_nyatakan_lengkap(self):
        kurang = [self.env._("form: %(apa)s", apa=apa) for apa in self.sudo().pelapor_ids._kekurangan_formulir()]
        if self.identitas != "terbuka" and not self.kutipan_oleh_id:
            kurang.append(self.env._("the kutipan, confirmed to show nothing of who complained"))
        return kurang

    def action_nyatakan_lengkap(self):
        """Step 3: declare the form complete; a secret identity is locked from now on."""
        self.ensure_one()
        with self._melangkah("nyatakan_lengkap") as jalan:
            jalan.isi = {"tanggal_lengkap": jalan.waktu, "tanggal_kurang": False}
            jalan.keluaran = self.env._("Formulir pengaduan")
            pelapor_sudo = self.sudo().pelapor_ids
            pelapor_sudo._tulis({"terkunci": True})
            dokumen_sudo = self.env["dpmd.dokumen"]._susun("formulir", pelapor_sudo, self, pelapor=pelapor_sudo)
            dokumen_sudo._bekukan()

    # ------------------------------------------------------------------
    # 4 to 7: down the chain
    # ------------------------------------------------------------------

    def action_terima_kadis(self):
        """Step 4: the Kadis has received the form."""
        self.ensure_one()
        with self._melangkah("terima_kadis") as jalan:
            jalan.isi = {"tanggal_dibaca_kadis": jalan.waktu}
            jalan.keluaran = self.env._("Form received")

    def action_tugaskan_sekretaris(self, disposisi=None):
        """Step 5: the Kadis orders the Sekretaris to follow up; one press with the standing instruction.

        :param dict disposisi: other words than the standing ones, see ``KOLOM_DISPOSISI``
        """
        self.ensure_one()
        if self.langkah == 4:
            self.action_terima_kadis()
        with self._melangkah("tugaskan_sekretaris") as jalan:
            order = self._disposisikan(jalan, SEKRETARIS, disposisi)
            jalan.isi = {
                "usul_bidang_id": (order.usul_bidang_id or self.usul_bidang_id).id,
                "usul_pelaksana_id": (order.usul_user_id or self.usul_pelaksana_id).id,
            }

    def action_tugaskan_kabid(self, disposisi=None):
        """Step 6: the Sekretaris sends the case to the Kabid of the right bidang.

        :param dict disposisi: ``bidang_id``, or the proposed one is taken
        """
        self.ensure_one()
        with self._melangkah("tugaskan_kabid") as jalan:
            bidang = (
                self.env["dpmd.bidang"].browse((disposisi or {}).get("bidang_id") or self.usul_bidang_id.id).exists()
            )
            if not bidang:
                raise UserError(self.env._("Choose the bidang first."))
            if not self.env["dpmd.penugasan"]._pejabat(KABID, self.company_id, bidang=bidang):
                raise UserError(
                    self.env._("Nobody heads %(bidang)s today. Appoint a Plt. or Plh. first.", bidang=bidang.name)
                )
            order = self._disposisikan(jalan, KABID, {**(disposisi or {}), "bidang_id": bidang.id})
            jalan.isi = {"bidang_id": bidang.id, "usul_pelaksana_id": (order.usul_user_id or self.usul_pelaksana_id).id}

    def action_disposisi_pelaksana(self, disposisi=None):
        """Step 7: the Kabid hands the case to a Sub Koor or PSM of the bidang.

        :param dict disposisi: ``kepada_user_id``, or the proposed one is taken; ``tim_ids``
        """
        self.ensure_one()
        with self._melangkah("disposisi_pelaksana") as jalan:
            user = self._pilih_pelaksana((disposisi or {}).get("kepada_user_id") or self.usul_pelaksana_id.id)
            order = self._disposisikan(jalan, PSM, {**(disposisi or {}), "kepada_user_id": user.id})
            self._tolak_pelaksana_lama(order.tim_ids)
            jalan.isi = {"pelaksana_id": user.id, "tim_ids": [fields.Command.set(order.tim_ids.ids)]}

    def _pilih_pelaksana(self, user_id):
        """Return the user a case can be handed to: a Sub Koor or PSM of its bidang, today."""
        user = self.env["res.users"].browse(user_id).exists() if user_id else self.env["res.users"]
        if not user:
            raise UserError(self.env._("Choose the Sub Koor / PSM first."))
        if not self.env["dpmd.penugasan"]._pejabat(PSM, self.company_id, bidang=self.bidang_id, user=user):
            raise UserError(self.env._("%(nama)s is not a Sub Koor / PSM of this bidang.", nama=user.name))
        self._tolak_pelaksana_lama(user)
        return user

    def _disposisikan(self, jalan, jabatan, disposisi):
        """Write the order that goes with a step, and close the one that brought the case here."""
        disposisi = dict(disposisi or {})
        asing = set(disposisi) - KOLOM_DISPOSISI
        if asing:
            raise UserError(self.env._("Unknown words in the disposition: %(kolom)s", kolom=", ".join(sorted(asing))))
        for name in ("tim_ids", "tembusan_ids"):
            pegawai = (
                self.env["dpmd.penugasan"]
                .sudo()
                .search(
                    [
                        ("company_id", "=", self.company_id.id),
                        ("berlaku", "=", True),
                        ("user_id", "in", disposisi.get(name) or []),
                    ]
                )
                .user_id
            )
            disposisi[name] = [fields.Command.set(pegawai.ids)]
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        standar = {5: instansi.instruksi_kadis, 6: instansi.instruksi_sekretaris, 7: instansi.instruksi_kabid}
        disposisi["instruksi"] = disposisi.get("instruksi") or standar.get(self.langkah) or instansi.instruksi_kabid
        disposisi["tenggat"] = disposisi.get("tenggat") or fields.Date.add(
            self.env["dpmd.penugasan"]._hari_ini(), days=instansi.hari_disposisi
        )
        bidang = self.env["dpmd.bidang"].browse(disposisi.get("bidang_id")) or self.bidang_id
        penerima = self.env["dpmd.penugasan"]._pejabat(jabatan, self.company_id, bidang=bidang)
        if disposisi.get("kepada_user_id"):
            penerima = penerima.filtered(lambda tugas: tugas.user_id.id == disposisi["kepada_user_id"])
        penerima = penerima[:1]
        pengaduan_sudo = self.sudo()
        pengaduan_sudo._disposisi_terbuka()._tulis({"state": "selesai"})
        order = (
            self.env["dpmd.disposisi"]
            .sudo()
            ._buat(
                {
                    "sifat": "rahasia" if self.identitas == "rahasia" else "biasa",
                    "harap": "proses",
                    **{name: nilai for name, nilai in disposisi.items() if nilai},
                    "pengaduan_id": self.id,
                    "company_id": self.company_id.id,
                    "langkah": self.langkah,
                    "dari_user_id": jalan.penugasan.user_id.id,
                    "dari_nama": jalan.penugasan.nama,
                    "dari_sebutan": jalan.penugasan.sebutan,
                    "kepada_jabatan": jabatan,
                    "kepada_user_id": penerima.user_id.id,
                    "kepada_nama": penerima.nama,
                    "kepada_sebutan": penerima.sebutan,
                    "bidang_id": bidang.id,
                    "tanggal": jalan.waktu,
                    "state": "baru",
                }
            )
        )
        pengaduan_sudo.invalidate_recordset(["disposisi_ids"])
        jalan.keluaran = self.env._(
            "Disposisi to %(kepada)s", kepada=penerima.sebutan or dict(self._fields["desk_jabatan"].selection)[jabatan]
        )
        return order

    # ------------------------------------------------------------------
    # 8 to 11: telaah, meeting, berita acara
    # ------------------------------------------------------------------

    def _syarat_kirim_telaah(self):
        catat = self._catat_kertas()
        if catat and catat.bukti:
            return []
        wajib = {
            "telaah_fakta": self.env._("telaah: facts"),
            "telaah_analisis": self.env._("telaah: analysis"),
            "telaah_saran": self.env._("telaah: recommendation"),
        }
        return [label for name, label in wajib.items() if not self[name]]

    def action_kirim_telaah(self):
        """Step 8: the telaah is written; its paper is frozen."""
        self.ensure_one()
        with self._melangkah("kirim_telaah") as jalan:
            dokumen_sudo = self.env["dpmd.dokumen"]._susun("telaahan_staf", self.sudo(), self)
            self.env["dpmd.pengesahan"]._sahkan(
                dokumen_sudo, "tanda_tangan", penugasan=jalan.penugasan, cara="kertas" if jalan.catat else "layar"
            )
            dokumen_sudo._bekukan()
            jalan.dokumen = dokumen_sudo
            jalan.keluaran = self.env._("Telaahan staf")
            self.sudo()._disposisi_terbuka()._tulis({"state": "selesai"})

    def _isi_resmi(self):
        """Return the words of the telaah, the paper that is printed from the case itself."""
        self.ensure_one()
        return {name: self[name] for name in sorted(KOLOM_TELAAH)}

    def _rapat_berjalan(self):
        return self.rapat_ids.filtered(lambda rapat: rapat.state == "diundang")

    def _syarat_undang(self):
        rapat = self.sudo().rapat_ids.filtered(lambda r: r.state == "draf")
        if not rapat:
            return [self.env._("a meeting: time, place, agenda (tab Rapat)")]
        return [] if rapat.peserta_ids else [self.env._("at least one invitee of the meeting")]

    def action_undang(self, rapat_id=None):
        """Step 9: invite to the meeting: event in the calendar, undangan, mails.

        :param int rapat_id: the meeting; the one still in draft when not given. A further sitting of a
            case already at step 10 is invited the same way, with a note on the card.
        """
        self.ensure_one()
        self.check_access("read")
        rapat = self.rapat_ids.filtered(lambda r: r.state == "draf" and (not rapat_id or r.id == rapat_id))[:1]
        if self.langkah == 10 and self.state == "rapat" and rapat and self._saya_penyusun():
            if not rapat.peserta_ids:
                raise UserError(self.env._("Add at least one invitee first."))
            self._undang(rapat)
            self._catat("catatan", nomor=9, keluaran=self.env._("Further undangan: %(rapat)s", rapat=rapat.name))
            return
        with self._melangkah("undang") as jalan:
            jalan.dokumen = self._undang(rapat)
            jalan.keluaran = self.env._("Surat undangan %(nomor)s", nomor=jalan.dokumen.name)

    def _undang(self, rapat):
        """Call a meeting: undangan numbered and frozen, calendar event, mails to the invitees."""
        if not rapat:
            raise UserError(self.env._("Only a meeting in draft can be called."))
        rapat_sudo = rapat.sudo()
        rapat_sudo._tulis({"state": "diundang"})
        rapat_sudo._selaraskan_kalender()
        return rapat_sudo._terbitkan_undangan()

    def _syarat_rapat_dilaksanakan(self):
        rapat = self.sudo()._rapat_berjalan()
        kurang = [apa for peserta in rapat.peserta_ids if (apa := peserta._kehadiran_kurang())]
        for sidang in rapat:
            if sidang.mulai > fields.Datetime.now():
                kurang.append(self.env._("%(rapat)s has not started yet", rapat=sidang.name))
            if not (sidang.notulen_pembahasan and sidang.notulen_kesimpulan):
                kurang.append(self.env._("%(rapat)s: notulen (pembahasan and kesimpulan)", rapat=sidang.name))
        if not rapat:
            kurang.append(self.env._("a meeting that was called"))
        elif not rapat._peserta_hadir():
            kurang.append(self.env._("at least one invitee who came"))
        return kurang

    def action_rapat_dilaksanakan(self):
        """Step 10: the meeting was held; daftar hadir and notulen are frozen."""
        self.ensure_one()
        with self._melangkah("rapat_dilaksanakan") as jalan:
            for rapat_sudo in self.sudo()._rapat_berjalan():
                rapat_sudo._tulis({"state": "selesai"})
                for jenis in ("daftar_hadir", "notulen"):
                    dokumen_sudo = self.env["dpmd.dokumen"]._susun(jenis, rapat_sudo, self)
                    dokumen_sudo._bekukan()
                    jalan.dokumen = dokumen_sudo
            jalan.keluaran = self.env._("Daftar hadir, notulen")

    def _syarat_berita_acara_selesai(self):
        kurang = []
        for rapat in self.sudo().rapat_ids.filtered(lambda r: r.state == "selesai" and r._peserta_hadir()):
            berita = rapat.berita_acara_ids
            if not berita:
                kurang.append(self.env._("berita acara of %(rapat)s", rapat=rapat.name))
            elif berita.state == "draf":
                kurang.append(self.env._("berita acara opened for signature"))
            else:
                kurang += [
                    self.env._("berita acara: signature of %(nama)s", nama=peserta._nama_penanda_tangan())
                    for peserta in rapat._peserta_hadir()
                    if peserta.ba_status == "belum"
                ]
        return kurang

    def action_berita_acara_selesai(self):
        """Step 11: every attendee has signed or refused; the berita acara is frozen."""
        self.ensure_one()
        with self._melangkah("berita_acara_selesai") as jalan:
            for berita_sudo in self.sudo().berita_acara_ids.filtered(lambda b: b.state == "tanda_tangan"):
                berita_sudo._tulis({"state": "selesai"})
                berita_sudo.dokumen_id._bekukan()
                jalan.dokumen = berita_sudo.dokumen_id
            jalan.keluaran = self.env._("Berita acara %(nomor)s", nomor=jalan.dokumen.name)
            self._siapkan_laporan()

    # ------------------------------------------------------------------
    # 12 to 15: the report goes up
    # ------------------------------------------------------------------

    def _siapkan_laporan(self):
        """Open the draft of the report with what the case already says."""
        pengaduan_sudo = self.sudo()
        if pengaduan_sudo._laporan():
            return
        rapat = pengaduan_sudo._rapat_putaran().filtered(lambda r: r.state == "selesai")
        janji = rapat.berita_acara_ids.kesepakatan_ids
        kesepakatan = "\n".join(f"{n}. {k.isi}" for n, k in enumerate(janji, 1))
        self.env["dpmd.laporan"].sudo()._buat(
            {
                "pengaduan_id": self.id,
                "company_id": self.company_id.id,
                "putaran": self.putaran,
                "latar_belakang": pengaduan_sudo.uraian,
                "landasan_hukum": pengaduan_sudo.sop_id.dasar_hukum,
                "maksud_tujuan": "Menindaklanjuti pengaduan masyarakat sesuai SOP Penanganan Pengaduan Masyarakat.",
                "kegiatan": "\n".join(f"{r.name} di {r.tempat}: {r.agenda}" for r in rapat)
                or "Tanpa rapat; berdasarkan telaahan staf.",
                "hasil_dicapai": "\n".join(filter(None, [*rapat.mapped("notulen_kesimpulan"), kesepakatan])),
                "simpulan_saran": pengaduan_sudo.telaah_saran,
                "penutup": "Demikian laporan ini disampaikan untuk menjadi bahan pertimbangan lebih lanjut.",
            }
        )

    def _syarat_ajukan_laporan(self):
        laporan = self.sudo()._laporan()
        return (
            [self.env._("report: %(apa)s", apa=apa) for apa in laporan._kekurangan()]
            if laporan
            else [self.env._("the report")]
        )

    def action_ajukan_laporan(self):
        """Step 12: hand the report up; its words are locked and open for paraf."""
        self.ensure_one()
        with self._melangkah("ajukan_laporan") as jalan:
            laporan_sudo = self.sudo()._laporan()
            dokumen_sudo = self.env["dpmd.dokumen"]._susun("laporan", laporan_sudo, self)
            laporan_sudo._tulis(
                {
                    "state": "diajukan",
                    "dokumen_id": dokumen_sudo.id,
                    "tanggal_diajukan": jalan.waktu,
                    "alasan_kembali": False,
                }
            )
            jalan.dokumen = dokumen_sudo
            jalan.keluaran = self.env._("Draft of the laporan")

    def action_paraf_kabid(self):
        """Step 13: the Kabid has checked the report and gives his paraf."""
        self._paraf("paraf_kabid", "diparaf_kabid")

    def action_paraf_sekretaris(self):
        """Step 14: the Sekretaris has checked the report and gives his paraf."""
        self._paraf("paraf_sekretaris", "diparaf_sekretaris")

    def _paraf(self, aksi, state):
        self.ensure_one()
        with self._melangkah(aksi) as jalan:
            laporan_sudo = self.sudo()._laporan()
            self.env["dpmd.pengesahan"]._sahkan(
                laporan_sudo.dokumen_id,
                "paraf",
                penugasan=jalan.penugasan,
                waktu=jalan.waktu,
                cara="kertas" if jalan.catat else "layar",
            )
            laporan_sudo._tulis({"state": state})
            jalan.dokumen = laporan_sudo.dokumen_id
            jalan.keluaran = self.env._("Paraf")

    def action_tanda_tangan_kadis(self):
        """Step 15: the Kadis agrees and signs; the report gets its number and is frozen."""
        self.ensure_one()
        with self._melangkah("tanda_tangan_kadis") as jalan:
            laporan_sudo = self.sudo()._laporan()
            dokumen_sudo = laporan_sudo.dokumen_id
            dokumen_sudo._beri_nomor()
            laporan_sudo._tulis({"name": dokumen_sudo.name, "state": "ditandatangani"})
            self.env["dpmd.pengesahan"]._sahkan(
                dokumen_sudo,
                "tanda_tangan",
                penugasan=jalan.penugasan,
                waktu=jalan.waktu,
                cara="kertas" if jalan.catat else "layar",
            )
            dokumen_sudo._bekukan()
            jalan.dokumen = dokumen_sudo
            jalan.keluaran = self.env._("Laporan %(nomor)s, signed", nomor=dokumen_sudo.name)
            jalan.isi = {"tanggal_tanda_tangan": jalan.waktu, "hasil": laporan_sudo.hasil}

    # ------------------------------------------------------------------
    # 16, 17: archive and answer
    # ------------------------------------------------------------------

    def action_arsipkan(self, klasifikasi_id=None, lokasi=None):
        """Step 16: file the frozen papers.

        :param int klasifikasi_id: filing code
        :param str lokasi: room, cabinet, box, folder
        """
        self.ensure_one()
        with self._melangkah("arsipkan") as jalan:
            klasifikasi = self.env["dpmd.klasifikasi"].browse(klasifikasi_id).exists()
            if not klasifikasi or not (lokasi or "").strip():
                raise UserError(self.env._("Choose the filing code and write the location."))
            hari_ini = self.env["dpmd.penugasan"]._hari_ini()
            aktif = fields.Date.add(hari_ini, years=klasifikasi.retensi_aktif)
            papers = self.sudo().dokumen_ids.filtered(lambda d: d.state == "berlaku")
            self.env["dpmd.arsip"].sudo()._buat(
                {
                    "pengaduan_id": self.id,
                    "company_id": self.company_id.id,
                    "klasifikasi_id": klasifikasi.id,
                    "lokasi": lokasi.strip(),
                    "tanggal": hari_ini,
                    "user_id": self.env.uid,
                    "aktif_sampai": aktif,
                    "inaktif_sampai": fields.Date.add(aktif, years=klasifikasi.retensi_inaktif),
                    "nasib_akhir": dict(klasifikasi._fields["nasib_akhir"].selection).get(klasifikasi.nasib_akhir),
                    "dokumen_ids": [fields.Command.set(papers.ids)],
                }
            )
            self._susulkan_gabungan()
            jalan.keluaran = self.env._(
                "Filed under %(kode)s, %(lokasi)s", kode=klasifikasi.kode, lokasi=lokasi.strip()
            )

    def action_informasikan(self, jawaban=None, cara=None, bukti_id=None):
        """Step 17: tell the pelapor the result, by mail, on the portal, or on paper with proof of delivery.

        :param str jawaban: the answer
        :param str cara: ``surel``, ``portal`` or ``kertas``
        :param int bukti_id: attachment with the proof of delivery, needed on paper
        """
        self.ensure_one()
        with self._melangkah("informasikan") as jalan:
            if not (jawaban or "").strip():
                raise UserError(self.env._("Write the answer to the pelapor."))
            bukti = self._periksa_cara_jawab(cara, bukti_id)
            self.sudo()._tulis({"jawaban": jawaban.strip(), "cara_jawab": cara})
            self._kabari_pelapor("pemberitahuan", cara, bukti)
            jalan.keluaran = self.env._("Surat pemberitahuan hasil")
            jalan.isi = {"tanggal_selesai": jalan.waktu}

    def _periksa_cara_jawab(self, cara, bukti_id):
        """Return the proof of delivery; raise where the way of telling cannot work."""
        pelapor_sudo = self.sudo().pelapor_ids
        bukti = self._bukti_baru(bukti_id)
        if cara == "surel" and not pelapor_sudo.email:
            raise UserError(self.env._("The pelapor gave no e-mail address. Choose paper or the receipt number."))
        if cara == "surel" and not self.env["dpmd.instansi"]._milik(self.company_id)._alamat_pengirim():
            raise UserError(self.env._("The office has no e-mail address yet (Settings, Office)."))
        if cara == "kertas" and not bukti:
            raise UserError(self.env._("On paper, attach the proof of delivery."))
        if cara not in dict(self._fields["cara_jawab"].selection):
            raise UserError(self.env._("Choose how the pelapor is told."))
        return bukti

    def _kabari_pelapor(self, jenis, cara, bukti):
        """Number and freeze the letter to the pelapor, keep the proof with the identity, send the mail.

        :param str jenis: kind of letter, ``pemberitahuan`` or ``pelimpahan``
        """
        pelapor_sudo = self.sudo().pelapor_ids
        dokumen_sudo = self.env["dpmd.dokumen"]._susun(jenis, pelapor_sudo, self, pelapor=pelapor_sudo)
        dokumen_sudo._beri_nomor()
        dokumen_sudo._bekukan()
        if bukti:
            berizin(bukti).write({"res_model": "dpmd.pelapor", "res_id": pelapor_sudo.id})
        if cara == "surel":
            pelapor_sudo._kirim_surat(dokumen_sudo)
