from odoo import api, fields, models


class DpmdWizard(models.AbstractModel):
    """A dialog that asks for the words an action needs, and then calls that action.

    It decides nothing: the public method it calls checks who may and whether it is time. The case is kept
    as a bare id and shown only to whoever may read it, since Odoo names a Many2one as superuser.
    """

    _name = "dpmd.wizard"
    _description = "Dialog of a Case"

    res_id = fields.Integer(string="Record", required=True, default=lambda self: self.env.context.get("active_id"))
    pengaduan_id = fields.Many2one("dpmd.pengaduan", compute="_compute_pengaduan_id", compute_sudo=False)
    bukti = fields.Binary(string="Scan or Photo", attachment=False)
    bukti_nama = fields.Char(string="File Name")

    @api.depends("res_id")
    def _compute_pengaduan_id(self):
        for wizard in self:
            wizard.pengaduan_id = self.env["dpmd.pengaduan"].browse(wizard.res_id).exists()._filtered_access("read")

    def _kasus(self):
        """Return the case the dialog is about; raise where the user may not read it."""
        self.ensure_one()
        pengaduan = self.env["dpmd.pengaduan"].browse(self.res_id).exists()
        pengaduan.check_access("read")
        return pengaduan

    @api.model
    def _kasus_awal(self, nilai):
        """Return the case a dialog begins with; raise where the user may not read it.

        :param dict nilai: of ``default_get``
        """
        return self.new({"res_id": nilai.get("res_id")})._kasus()

    def _lampiran_bukti(self):
        """Return the uploaded scan as the user's own attachment, for no record yet; empty without one."""
        if not self.bukti:
            return self.env["ir.attachment"]
        return self.env["ir.attachment"].create({"name": self.bukti_nama or "bukti", "datas": self.bukti})
