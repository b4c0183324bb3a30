from odoo import api, fields, models


class DpmdLembar(models.AbstractModel):
    """What is filled in for a step on a page of its own: a meeting, a berita acara, a laporan.

    Its page shows the one thing that is next, and why the work came back, as the page of the case does.
    """

    _name = "dpmd.lembar"
    _description = "Page of a Step"

    pengaduan_id = fields.Many2one("dpmd.pengaduan")
    aksi_utama = fields.Char(compute="_compute_aksi_utama", compute_sudo=False)
    letak = fields.Char(compute="_compute_letak", compute_sudo=False)
    perintah_tampil = fields.Html(compute="_compute_letak", compute_sudo=False, sanitize=False)

    @api.depends("pengaduan_id")
    @api.depends_context("uid")
    def _compute_aksi_utama(self):
        for lembar in self:
            lembar.aksi_utama = lembar._origin._aksi_utama() if lembar._origin else False

    def _aksi_utama(self):
        """Return the key of the button that is next for the user on this page; hook of the pages."""
        return False

    @api.depends("pengaduan_id")
    def _compute_letak(self):
        for lembar in self:
            pengaduan = lembar._origin.pengaduan_id
            lembar.letak, lembar.perintah_tampil = pengaduan.letak, pengaduan.perintah_tampil

    def periksa_jalan(self, kunci):
        """Say why a way of the case cannot be gone, before its question is put, see the case.

        :param str kunci: key of a row of the table of ways
        """
        self.ensure_one()
        self.check_access("read")
        return self.pengaduan_id.periksa_jalan(kunci)

    def action_ke_perkara(self):
        """Open the case this page belongs to."""
        self.ensure_one()
        self.check_access("read")
        self.pengaduan_id.check_access("read")
        return self.pengaduan_id._buka()

    def _buka(self):
        """Return the action that opens this page."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "name": self.display_name,
        }
