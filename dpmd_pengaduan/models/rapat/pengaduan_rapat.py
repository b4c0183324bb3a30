from odoo import fields, models
from odoo.exceptions import UserError


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

    def _kapan_undang(self):
        if self.tanpa_rapat == "diusulkan":
            return self.env._("The Kabid decides first whether there is a meeting at all.")
        return ""

    def _syarat_undang(self, cara):
        rapat_sudo = self.sudo()._rapat_draf()
        if not rapat_sudo:
            return [self.env._("a meeting: time, place, agenda (tab Rapat)")]
        return [] if rapat_sudo.peserta_ids else [self.env._("at least one invitee of the meeting")]

    def action_undang(self, rapat_id=None):
        """Step 9: invite to the meeting: event in the calendar, undangan, mails.

        :param int rapat_id: the meeting; the one still in draft when not given. A further sitting of a
            case already at step 10 is invited the same way, with a note on the card.
        """
        self.ensure_one()
        self._tempuh("undang_lagi" if self.langkah == 10 else "undang", rapat_id=rapat_id)

    def _kerjakan_undang(self, jejak, rapat_id=None):
        jejak.dokumen = self._undang(rapat_id)
        jejak.keluaran = self.env._("Surat undangan %(nomor)s", nomor=jejak.dokumen.name)

    def _kapan_undang_lagi(self):
        return "" if self.sudo()._rapat_draf() else self.env._("Prepare the further meeting first (tab Rapat).")

    def _syarat_undang_lagi(self, cara):
        return self._syarat_undang(cara)

    def _kerjakan_undang_lagi(self, jejak, rapat_id=None):
        jejak.dokumen = self._undang(rapat_id)
        jejak.keluaran = self.env._("Further undangan: %(nomor)s", nomor=jejak.dokumen.name)

    def _undang(self, rapat_id):
        """Call a meeting: undangan numbered and frozen, calendar event, mails to the invitees."""
        rapat_sudo = self._rapat_draf(rapat_id).sudo()
        if not rapat_sudo.peserta_ids:
            raise UserError(self.env._("Only a meeting in draft with at least one invitee can be called."))
        rapat_sudo._tulis({"state": "diundang"})
        rapat_sudo._selaraskan_kalender()
        return rapat_sudo._terbitkan_undangan()

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
            for jenis in ("daftar_hadir", "notulen"):
                jejak.dokumen = self.env["dpmd.dokumen"]._susun(jenis, rapat_sudo, self)
                jejak.dokumen._bekukan()
        jejak.keluaran = self.env._("Daftar hadir, notulen")

    # ------------------------------------------------------------------
    # 11: berita acara
    # ------------------------------------------------------------------

    def _syarat_berita_acara_selesai(self, cara):
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
        self._tempuh("berita_acara_selesai")

    def _kerjakan_berita_acara_selesai(self, jejak):
        for berita_sudo in self.sudo().berita_acara_ids.filtered(lambda b: b.state == "tanda_tangan"):
            berita_sudo._tulis({"state": "selesai"})
            jejak.dokumen = berita_sudo.dokumen_id
            jejak.dokumen._bekukan()
        jejak.keluaran = self.env._("Berita acara %(nomor)s", nomor=jejak.dokumen.name)
        self._siapkan_laporan()

    def _bahan_laporan(self):
        bahan = super()._bahan_laporan()
        rapat = self._rapat_putaran().filtered(lambda r: r.state == "selesai")
        if rapat:
            janji = rapat.berita_acara_ids.kesepakatan_ids
            bahan["kegiatan"] = "\n".join(f"{r.name} di {r.tempat}: {r.agenda}" for r in rapat)
            bahan["hasil_dicapai"] = "\n".join(
                filter(None, [*rapat.mapped("notulen_kesimpulan"), *(f"{n}. {k.isi}" for n, k in enumerate(janji, 1))])
            )
        return bahan

    def _saat_ditutup(self, jejak):
        terbuka = self.sudo().rapat_ids.filtered(lambda rapat: rapat.state in ("draf", "diundang"))
        terbuka._batalkan_rapat(jejak.alasan)
        return super()._saat_ditutup(jejak)
