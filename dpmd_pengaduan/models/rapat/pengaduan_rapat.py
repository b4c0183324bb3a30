from odoo import fields, models

from ..dasar.izin import berizin
from ..kantor.langkah import Langkah
from ..naskah.surat import Surat
from ..perkara.alur import KABID
from ..perkara.jejak import Kertas


class DpmdPengaduan(models.Model):
    """Steps 9 to 11: the meeting is called, held, and its berita acara signed; or there is none."""

    _inherit = "dpmd.pengaduan"

    rapat_ids = fields.One2many("dpmd.rapat", "pengaduan_id")
    berita_acara_ids = fields.One2many("dpmd.berita.acara", "pengaduan_id")
    kesepakatan_ids = fields.One2many("dpmd.kesepakatan", "pengaduan_id")
    rapat_count = fields.Integer(compute="_compute_rapat_count")

    def _compute_rapat_count(self):
        jumlah = dict(
            self.env["dpmd.rapat"]._read_group([("pengaduan_id", "in", self.ids)], ["pengaduan_id"], ["__count"])
        )
        for pengaduan in self:
            pengaduan.rapat_count = jumlah.get(pengaduan, 0)

    def _rapat_putaran(self):
        """Return the meetings of the present round."""
        return self.rapat_ids.filtered(lambda rapat: rapat.putaran == self.putaran)

    def _rapat_berjalan(self):
        """Return the meetings that were called and are not held yet."""
        return self.rapat_ids.filtered(lambda rapat: rapat.state == "diundang")

    def _rapat_draf(self, rapat_id=None):
        """Return the meeting that is prepared: the given one, or the one there is."""
        draf = self.rapat_ids.filtered(lambda rapat: rapat.state == "draf" and (not rapat_id or rapat.id == rapat_id))
        return draf[:1]

    # ------------------------------------------------------------------
    # 9: undangan
    # ------------------------------------------------------------------

    def _kapan_ajukan_undangan(self):
        if sebab := self._sebab_tanpa_rapat():
            return sebab
        if self._naskah_diajukan().filtered(lambda dokumen: dokumen.jenis == "undangan"):
            return self.env._("The undangan waits for its signature.")
        if self.langkah == Langkah.RAPAT and not self.sudo()._rapat_draf():
            return self.env._("Prepare the further meeting first.")
        return ""

    def _syarat_ajukan_undangan(self, cara):
        rapat_sudo = self.sudo()._rapat_draf()
        if not rapat_sudo:
            return [self.env._("a meeting: time, place, agenda")]
        return rapat_sudo._belum_pantas()

    def action_ajukan_undangan(self, rapat_id=None):
        """Step 9, first half: hand the undangan up for signature; a further sitting at step 10 the same way.

        :param int rapat_id: the meeting; the one still in draft when not given
        """
        self._tempuh("ajukan_undangan", rapat_id=rapat_id)

    def _kerjakan_ajukan_undangan(self, jejak, rapat_id=None):
        rapat_sudo = self._rapat_draf(rapat_id).sudo()
        self._tolak_kurang(rapat_sudo._belum_pantas() if rapat_sudo else [self.env._("a meeting in draft")])
        jejak.dokumen = self.env["dpmd.dokumen"]._susun("undangan", rapat_sudo, self)
        jejak.dokumen._ajukan(jejak.waktu, penyusun=jejak.penugasan)
        jejak.keluaran = self.env._("Undangan, handed up for signature")
        if self.langkah == Langkah.UNDANGAN:
            jejak.ke, jejak.berikut, jejak.meja = "rapat", int(Langkah.UNDANGAN), jejak.dokumen.penanda

    def _kapan_undang(self):
        return "" if self._menunggu_sah("undang") else self.env._("The undangan was not handed up yet.")

    def _syarat_undang(self, cara):
        saat = cara.terjadi if isinstance(cara, Kertas) else fields.Datetime.now()
        lewat = [undangan for undangan in self._menunggu_sah("undang") if undangan._sumber_sudo().mulai <= saat]
        return [self.env._("a start of the meeting that is still to come; send it back")] if lewat else []

    def action_undang(self, alasan=None):
        """Step 9: sign the undangan: it gets its number, the meeting stands in the calendar, the invitees are mailed.

        :param str alasan: why one person acts at two desks of the paper
        """
        self.ensure_one()
        self.check_access("read")
        if not self._gugurkan_ajuan():
            self._tempuh("undang", alasan=alasan or "")

    def _kerjakan_undang(self, jejak, alasan=""):
        jejak.dokumen = self._menunggu_sah("undang")
        jejak.dokumen._sahkan_giliran(jejak, alasan)
        jejak.keluaran = self.env._("Surat undangan %(nomor)s, signed and sent", nomor=jejak.dokumen.name)

    def _saat_mundur(self, jejak, dokumen):
        if dokumen.jenis == "berita_acara":
            dokumen._sumber_sudo()._tulis({"state": "draf", "dokumen_id": False})
        return super()._saat_mundur(jejak, dokumen)

    def _saat_sah(self, dokumen, jejak):
        if dokumen.jenis == "undangan":
            dokumen._sumber_sudo()._panggil(dokumen)
        return super()._saat_sah(dokumen, jejak)

    # ------------------------------------------------------------------
    # 10: the meeting
    # ------------------------------------------------------------------

    def _syarat_rapat_dilaksanakan(self, cara):
        rapat_sudo = self.sudo()._rapat_berjalan()
        if not rapat_sudo:
            return [self.env._("a meeting that was called")]
        kurang = rapat_sudo._kehadiran_kurang()
        for sidang in rapat_sudo:
            if sidang.mulai > fields.Datetime.now():
                kurang.append(self.env._("%(rapat)s has not started yet", rapat=sidang.name))
            if not (sidang.notulen_pembahasan and sidang.notulen_kesimpulan):
                kurang.append(self.env._("%(rapat)s: notulen (pembahasan and kesimpulan)", rapat=sidang.name))
        if not rapat_sudo._peserta_hadir():
            kurang.append(self.env._("at least one invitee who came"))
        return kurang

    def action_rapat_dilaksanakan(self):
        """Step 10: the meeting was held; daftar hadir and notulen are frozen."""
        self._tempuh("rapat_dilaksanakan")

    def _kerjakan_rapat_dilaksanakan(self, jejak):
        for rapat_sudo in self.sudo()._rapat_berjalan():
            rapat_sudo._tulis({"state": "selesai"})
            jejak.dokumen = self.env["dpmd.dokumen"]._susun("daftar_hadir", rapat_sudo, self)
            self.env["dpmd.pengesahan"]._sahkan(
                jejak.dokumen,
                "tanda_tangan",
                penugasan=jejak.penugasan,
                waktu=jejak.waktu,
                cara=jejak.di_kertas,
                bukti_id=jejak.bukti_id,
            )
            jejak.dokumen._bekukan()
            self._ajukan_notulen(jejak, rapat_sudo)
        jejak.keluaran = self.env._("Daftar hadir, notulen")

    def _ajukan_notulen(self, jejak, rapat_sudo):
        """Hand the notulen up to its minute taker and its chair; who presses and is one of them signs with it."""
        penanda = rapat_sudo.pencatat_user_id | rapat_sudo.pimpinan_user_id
        penanda = penanda - self.sudo().tertutup_user_ids or jejak.penugasan.user_id
        notulen_sudo = self.env["dpmd.dokumen"]._susun("notulen", rapat_sudo, self)
        notulen_sudo._ajukan(jejak.waktu, penanda_users=penanda)
        if jejak.penugasan.user_id in penanda:
            notulen_sudo._tulis({"dibaca_user_ids": [fields.Command.link(jejak.penugasan.user_id.id)]})
            notulen_sudo._sahkan_giliran(jejak)

    def _rapat_tanpa_notulen(self):
        """Return the meetings of this round that were held and whose notulen is neither valid nor on its way."""
        Dokumen = self.env["dpmd.dokumen"]
        return self._rapat_putaran().filtered(
            lambda rapat: rapat.state == "selesai" and not Dokumen._dari(rapat, "notulen")
        )

    def _kapan_ajukan_notulen(self):
        return "" if self.sudo()._rapat_tanpa_notulen() else self.env._("The notulen is signed, or waits for it.")

    def action_ajukan_notulen(self):
        """Hand the notulen up anew, after it was sent back and corrected."""
        self._tempuh("ajukan_notulen")

    def _kerjakan_ajukan_notulen(self, jejak):
        for rapat_sudo in self.sudo()._rapat_tanpa_notulen():
            self._ajukan_notulen(jejak, rapat_sudo)
        jejak.keluaran = self.env._("Notulen, handed up for signature")

    # ------------------------------------------------------------------
    # 11: berita acara
    # ------------------------------------------------------------------

    def _syarat_berita_acara_selesai(self, cara):
        kurang = []
        for rapat in self.sudo().rapat_ids.filtered(lambda r: r.state == "selesai" and r._peserta_hadir()):
            if self.env["dpmd.dokumen"]._dari(rapat, "notulen").state != "berlaku":
                kurang.append(self.env._("%(rapat)s: notulen, signed by chair and minute taker", rapat=rapat.name))
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
        self._tempuh("berita_acara_selesai")

    def _kerjakan_berita_acara_selesai(self, jejak):
        for berita_sudo in self.sudo().berita_acara_ids.filtered(lambda b: b.state == "tanda_tangan"):
            jejak.dokumen = berita_sudo._selesaikan()
        jejak.keluaran = self.env._("Berita acara %(nomor)s", nomor=jejak.dokumen.name)
        self._siapkan_laporan()

    def _bahan_laporan(self):
        bahan = super()._bahan_laporan()
        rapat = self._rapat_putaran().filtered(lambda r: r.state == "selesai")
        if rapat:
            janji = rapat.berita_acara_ids.kesepakatan_ids
            hari = {satu: Surat(satu, "notulen").hari_tanggal(satu.mulai) for satu in rapat}
            bahan["kegiatan"] = "\n".join(
                f"Rapat koordinasi pada hari {hari[satu]} di {satu.tempat}, dengan acara {satu.agenda.rstrip(' .')}."
                for satu in rapat
            )
            bahan["hasil_dicapai"] = "\n".join(
                filter(None, [*rapat.mapped("notulen_kesimpulan"), *(f"{n}. {k.isi}" for n, k in enumerate(janji, 1))])
            )
            bahan["jawaban"] = "\n".join(
                [
                    "Pengaduan Saudara telah kami bahas dalam rapat bersama pihak terkait.",
                    *(["Hal-hal yang disepakati:"] if janji else []),
                    *(f"{n}. {k.isi} ({k.penanggung_jawab})" for n, k in enumerate(janji, 1)),
                ]
            )
        return bahan

    def _saat_terlapor(self, jejak, users):
        """Let who is reported lead and note no meeting to come, and be there as a party, not as staff."""
        pengganti = {"pimpinan_user_id": self._pejabat_terbuka(KABID)[:1].user_id.id, "pencatat_user_id": False}
        for rapat_sudo in self.rapat_ids.filtered(lambda rapat: rapat.state != "batal"):
            rapat_sudo.peserta_ids.filtered(lambda peserta: peserta.user_id in users)._tulis({"user_id": False})
            if rapat_sudo.state != "selesai":
                rapat_sudo._tulis({name: user_id for name, user_id in pengganti.items() if rapat_sudo[name] in users})
                rapat_sudo._selaraskan_kalender()
            if rapat_sudo.event_id.user_id in users:
                berizin(rapat_sudo.event_id).write({"user_id": False})
        return super()._saat_terlapor(jejak, users)

    def _saat_ditutup(self, jejak):
        terbuka = self.sudo().rapat_ids.filtered(lambda rapat: rapat.state in ("draf", "diundang"))
        terbuka._batalkan_rapat(jejak.alasan)
        return super()._saat_ditutup(jejak)
