from odoo import api, fields, models

from .dpmd_penugasan import PELAKSANA

# Working days each step may stay on its desk until an office sets its own; step 1 is the pelapor's. Taken one after
# the other they end well within the 60 days of UU 25/2009 ps. 50.
BAWAAN = {2: 1, 3: 3, 4: 1, 5: 1, 6: 1, 7: 1, 8: 5, 9: 2, 10: 7, 11: 1, 12: 3, 13: 2, 14: 1, 15: 2, 16: 1, 17: 2}
NOMOR = range(1, 18)


class DpmdSasaran(models.Model):
    """How long a step of the SOP may stay on its desk: the office's own rule, for the SOP leaves *Waktu* empty."""

    _name = "dpmd.sasaran"
    _description = "Target of a Step"
    _inherit = ["dpmd.jam.kantor"]
    _order = "company_id, nomor"

    company_id = fields.Many2one("res.company", string="Office", required=True, index=True, ondelete="restrict")
    nomor = fields.Integer(string="No.", required=True)
    hari = fields.Integer(string="Target (working days)", help="Set by the office, not by the SOP. 0: no target.")
    kegiatan = fields.Text(compute="_compute_sop")
    pelaksana = fields.Selection(PELAKSANA, compute="_compute_sop")

    _nomor_uniq = models.Constraint("UNIQUE(company_id, nomor)", "An office has one target for each step.")
    _nomor_sop = models.Constraint("CHECK(nomor BETWEEN 1 AND 17)", "The SOP has the steps 1 to 17.")
    _hari_wajar = models.Constraint("CHECK(hari BETWEEN 0 AND 250)", "A target is 0 to 250 working days.")

    @api.depends("nomor")
    def _compute_display_name(self):
        for sasaran in self:
            sasaran.display_name = self.env._("Step %(nomor)s", nomor=sasaran.nomor)

    @api.depends("nomor", "company_id")
    def _compute_sop(self):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        for company, milik in self.grouped("company_id").items():
            sop = self.env["dpmd.sop"]._berlaku(company, hari_ini)
            for sasaran in milik:
                langkah = sop._sop_langkah(sasaran.nomor)
                sasaran.kegiatan, sasaran.pelaksana = langkah.kegiatan, langkah.pelaksana

    @api.model
    def _hari(self, company):
        """Return the working days of each step that has a target in an office, by its number."""
        milik_sudo = self.sudo().search([("company_id", "=", company.id)])
        return {sasaran.nomor: sasaran.hari for sasaran in milik_sudo if sasaran.hari}
