from odoo import api, fields, models
from odoo.exceptions import UserError

from ..naskah.sapaan import jabatan_di

UNDANGAN = {"rapat_id", "sequence", "user_id", "nama", "jabatan", "instansi", "email"}
DIUNDANG = {"user_id", "nama", "jabatan", "instansi"}  # who the undangan went to
KEHADIRAN = {"kehadiran", "wakil_nama", "wakil_jabatan", "ttd", "ttd_cara", "alasan_tidak_hadir"}


class DpmdRapatPeserta(models.Model):
    """One invitee of a meeting, from the office or outside; attendance and signature (SOP step 10)."""

    _name = "dpmd.rapat.peserta"
    _description = "Invitee"
    _inherit = ["dpmd.terjaga"]
    _induk = "rapat_id"
    _order = "rapat_id, sequence, id"
    _rec_name = "nama"

    rapat_id = fields.Many2one("dpmd.rapat", required=True, index=True, ondelete="restrict")
    pengaduan_id = fields.Many2one(
        "dpmd.pengaduan", related="rapat_id.pengaduan_id", store=True, precompute=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one(
        "res.company", related="rapat_id.company_id", store=True, precompute=True, ondelete="restrict"
    )
    sequence = fields.Integer(default=10)
    user_id = fields.Many2one("res.users", string="Staff", ondelete="restrict", domain=[("share", "=", False)])
    nama = fields.Char(
        string="Name", required=True, compute="_compute_dari_user", store=True, readonly=False, precompute=True
    )
    jabatan = fields.Char(compute="_compute_dari_user", store=True, readonly=False, precompute=True)
    instansi = fields.Char(
        string="Agency / Address", compute="_compute_dari_user", store=True, readonly=False, precompute=True
    )
    email = fields.Char(string="E-mail", compute="_compute_dari_user", store=True, readonly=False, precompute=True)
    surel_gagal = fields.Boolean(string="Mail failed", readonly=True, help="The undangan did not arrive by mail.")
    sebutan = fields.Char(string="Jabatan / Agency", compute="_compute_sebutan")
    kehadiran = fields.Selection(
        [("belum", "Not settled"), ("hadir", "Present"), ("diwakili", "Represented"), ("tidak_hadir", "Absent")],
        string="Attendance",
        required=True,
        default="belum",
    )
    wakil_nama = fields.Char(string="Represented by")
    wakil_jabatan = fields.Char(string="Jabatan of the deputy")
    alasan_tidak_hadir = fields.Char(string="Absent because")
    ttd = fields.Binary(string="Signature", attachment=True)
    ttd_cara = fields.Selection([("layar", "On the screen"), ("kertas", "On paper")], string="Signed")
    ttd_petugas_id = fields.Many2one(
        "res.users",
        readonly=True,
        string="Entered by",
        ondelete="restrict",
        help="Who held the tablet, or ticked who signed on paper.",
    )
    ttd_pada = fields.Datetime(string="Entered on", readonly=True)
    pengesahan_ids = fields.One2many("dpmd.pengesahan", "peserta_id", string="Berita Acara Signatures")
    ba_status = fields.Selection(
        [("belum", "Not yet"), ("tanda_tangan", "Signed"), ("menolak", "Refused")],
        string="Berita Acara",
        compute="_compute_ba_status",
    )
    ba_bukti_id = fields.Many2one("ir.attachment", string="Scan", compute="_compute_ba_status")
    boleh_ttd_ba = fields.Boolean(compute="_compute_boleh_ttd_ba", compute_sudo=False)

    @api.depends("user_id")
    def _compute_dari_user(self):
        for peserta in self:
            if not peserta.user_id:
                for name in ("nama", "jabatan", "instansi", "email"):
                    peserta[name] = peserta[name]
                continue
            pengaduan_sudo = peserta.rapat_id.pengaduan_id.sudo()
            tugas = self.env["dpmd.penugasan"]._milik_user(
                peserta.user_id, pengaduan_sudo.company_id or self.env.company, pengaduan_sudo.bidang_id
            )
            peserta.nama = tugas.nama or peserta.user_id.sudo().name
            peserta.jabatan = tugas.sebutan
            peserta.instansi = self.env["dpmd.instansi"]._milik(tugas.company_id or self.env.company).singkatan
            peserta.email = peserta.user_id.sudo().email

    @api.depends("jabatan", "instansi", "kehadiran", "wakil_jabatan")
    def _compute_sebutan(self):
        for peserta in self:
            peserta.sebutan = jabatan_di(peserta.wakil_jabatan or peserta.jabatan, peserta.instansi)

    @api.depends("pengesahan_ids.dokumen_id.state")
    def _compute_ba_status(self):
        for peserta in self:
            sah = peserta.pengesahan_ids.filtered(lambda s: s.dokumen_id.state in ("diajukan", "berlaku"))[-1:]
            peserta.ba_status = {"tanda_tangan": "tanda_tangan", "menolak": "menolak"}.get(sah.jenis, "belum")
            peserta.ba_bukti_id = sah.bukti_id

    @api.constrains("user_id")
    def _check_terlapor(self):
        """Who is reported is heard like anybody from outside, by name: a part of the staff reads on."""
        for peserta in self:
            peserta.pengaduan_id._tolak_tertutup(peserta.user_id)

    def unlink(self):
        rapat = self.rapat_id
        result = super().unlink()
        rapat._periksa_undangan()
        return result

    def _kolom_isi(self):
        """Leave out who was invited, once the meeting was called; somebody who comes all the same may be added."""
        diundang = any(rapat.state != "draf" for rapat in self.rapat_id)
        return (UNDANGAN - DIUNDANG if diundang else UNDANGAN) | KEHADIRAN

    def _cek_boleh_isi(self, kolom=frozenset()):
        self.rapat_id._cek_boleh_isi()
        for peserta in self:
            if KEHADIRAN & set(kolom) or peserta._ada_kehadiran():  # a default may bring it along too
                peserta.rapat_id._cek_kehadiran_terbuka()

    def _ada_kehadiran(self):
        """Return whether anything is said yet of this invitee's coming."""
        self.ensure_one()
        return self.kehadiran != "belum" or any(self[kolom] for kolom in KEHADIRAN - {"kehadiran"})

    def _kosongkan_kehadiran(self):
        """Take back what is known of who came, for a meeting that was put off; for the flow only."""
        self._tulis({**dict.fromkeys(KEHADIRAN, False), "kehadiran": "belum", "surel_gagal": False})

    @api.model_create_multi
    def create(self, vals_list):
        # The screen sends along what is still empty.
        terisi = [
            {kolom: isi for kolom, isi in vals.items() if kolom not in KEHADIRAN or isi not in (False, "belum")}
            for vals in vals_list
        ]
        baru = super().create(terisi)
        baru.filtered(lambda peserta: peserta._ada_kehadiran())._catat_petugas()
        baru.rapat_id._periksa_undangan()
        return baru

    def write(self, vals):
        result = super().write(vals)
        if {"ttd", "ttd_cara"} & set(vals):
            self._catat_petugas()
        if UNDANGAN & set(vals):
            self.rapat_id._periksa_undangan()
        return result

    def _catat_petugas(self):
        """Note who held the tablet or ticked who signed on paper, and when."""
        bertanda = self.filtered(lambda peserta: peserta.ttd or peserta.ttd_cara)
        bertanda._tulis({"ttd_petugas_id": self.env.uid, "ttd_pada": fields.Datetime.now()})
        (self - bertanda)._tulis({"ttd_petugas_id": False, "ttd_pada": False})

    def _cek_tambah_berkas(self):
        self._cek_boleh_isi()

    @api.ondelete(at_uninstall=True)
    def _unlink_never(self):
        """An invitee may be struck off while the invitation is a draft."""
        if any(peserta.rapat_id.state != "draf" for peserta in self):
            return super()._unlink_never()
        return self.rapat_id._cek_boleh_isi()

    def _kehadiran_kurang(self):
        """Return why the attendance of an invitee is not settled; empty when it is."""
        self.ensure_one()
        if self.kehadiran == "belum":
            return self.env._("%(nama)s: attendance", nama=self.nama)
        if self.kehadiran == "diwakili" and not (self.wakil_nama and self.wakil_jabatan):
            return self.env._("%(nama)s: name and jabatan of the deputy", nama=self.nama)
        if self.kehadiran == "tidak_hadir":
            return ""
        if self.ttd_cara == "kertas":
            rapat, ada = self.rapat_id.name, self.rapat_id.pindaian_daftar_pada
            return "" if ada else self.env._("%(rapat)s: scan of the daftar hadir signed on paper", rapat=rapat)
        return "" if self.ttd else self.env._("%(nama)s: signature", nama=self.nama)

    def _nama_penanda_tangan(self):
        return self.wakil_nama if self.kehadiran == "diwakili" else self.nama

    # ------------------------------------------------------------------
    # Berita acara (step 11)
    # ------------------------------------------------------------------

    def action_tanda_tangan_ba(self, gambar=None):
        """Sign the open berita acara of the meeting on the screen; on paper, see ``action_catat_kertas`` there.

        :param str gambar: base64 PNG of the signature
        """
        if not gambar:
            raise UserError(self.env._("Draw the signature first."))
        return self._sahkan_ba("tanda_tangan", cara="layar", gambar=gambar)

    def action_menolak_ba(self, alasan=None):
        """Record that an attendee refuses to sign, and why."""
        if not alasan:
            raise UserError(self.env._("Say why the attendee refuses to sign."))
        return self._sahkan_ba("menolak", cara="layar", alasan=alasan)

    def _sahkan_ba(self, jenis, **isi):
        for peserta in self:
            pengaduan = peserta.pengaduan_id
            pengaduan.check_access("read")
            if not (pengaduan._saya_penyusun() or peserta.user_id == self.env.user):
                raise UserError(self.env._("Signatures are taken by the pelaksana or the team."))
            peserta._tulis_sah_ba(jenis, **isi)

    def _tulis_sah_ba(self, jenis, **isi):
        """Put a signature or refusal on the open berita acara; the caller has checked who signs.

        :raise UserError: nothing is open for this attendee, or it is signed or refused already
        """
        self.ensure_one()
        peserta_sudo = self.sudo()
        peserta_sudo._kunci()
        dokumen_sudo = peserta_sudo.rapat_id.berita_acara_ids._dokumen_terbuka()
        if not dokumen_sudo or peserta_sudo.kehadiran not in ("hadir", "diwakili"):
            raise UserError(self.env._("No berita acara of this meeting is open for this attendee's signature."))
        if peserta_sudo.ba_status != "belum":
            raise UserError(self.env._("%(nama)s has signed or refused already.", nama=peserta_sudo.nama))
        self.env["dpmd.pengesahan"]._sahkan(
            dokumen_sudo,
            jenis,
            peserta=peserta_sudo,
            nama=peserta_sudo._nama_penanda_tangan(),
            petugas_id=self.env.uid,
            **isi,
        )
        self.invalidate_recordset(["ba_status", "ba_bukti_id", "pengesahan_ids"])

    def action_pindaian_ba(self):
        """Open the scan of the sheet this attendee signed."""
        self.ensure_one()
        self.check_access("read")
        return {"type": "ir.actions.act_url", "url": f"/web/content/{self.ba_bukti_id.id}", "target": "new"}

    @api.depends("ba_status", "kehadiran")
    @api.depends_context("uid")
    def _compute_boleh_ttd_ba(self):
        penyusun = {pengaduan: pengaduan._saya_penyusun() for pengaduan in self.pengaduan_id}
        for peserta in self:
            terbuka = peserta.rapat_id.berita_acara_ids.filtered(lambda berita: berita.state == "tanda_tangan")
            peserta.boleh_ttd_ba = (
                bool(terbuka)
                and peserta.ba_status == "belum"
                and (
                    peserta.kehadiran in ("hadir", "diwakili")
                    and (penyusun[peserta.pengaduan_id] or peserta.user_id == self.env.user)
                )
            )
