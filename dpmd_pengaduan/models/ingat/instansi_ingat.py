from odoo import fields, models

from ..kantor.hari import zona


class DpmdInstansi(models.Model):
    """Whether, when and to whom the office's people are reminded."""

    _inherit = "dpmd.instansi"

    ringkasan = fields.Boolean(
        string="Summary every working morning",
        default=True,
        help="To each person what waits: one mail and one activity, with register numbers and days alone.",
    )
    ringkasan_jam = fields.Integer(string="From (hour)", default=7, help="0 to 23, on the office's clock.")
    ringkasan_atasan = fields.Integer(
        string="Told to the next higher desk after (working days late)", default=3, help="0 tells nobody."
    )

    _ringkasan_batas = models.Constraint(
        "CHECK(ringkasan_jam BETWEEN 0 AND 23 AND ringkasan_atasan >= 0)",
        "The hour of the summary is 0 to 23, and its days are not negative.",
    )

    def _saatnya_ringkasan(self):
        """Return the day whose summary is due now; False on a day off, or before the hour."""
        self.ensure_one()
        kini = fields.Datetime.context_timestamp(self.with_context(tz=zona(self.company_id)), fields.Datetime.now())
        return kini.hour >= self.ringkasan_jam and self._hari_kerja(kini.date()) and kini.date()
