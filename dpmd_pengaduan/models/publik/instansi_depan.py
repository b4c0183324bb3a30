from odoo import api, fields, models
from odoo.exceptions import ValidationError

KATA_DEPAN_MAKS = 8000  # characters; the front page stays within what 2G loads in seconds


class DpmdInstansi(models.Model):
    """What the office itself says on the front page; where it says nothing, the page has its own words."""

    _inherit = "dpmd.instansi"

    judul_depan = fields.Char(string="Headline", size=120)
    pembuka_depan = fields.Text(string="Opening words")
    kata_depan = fields.Html(
        string="Text of the front page",
        strip_style=True,
        strip_classes=True,
        help="Stands in a box of its own under the two buttons: opening hours, where the counter is, news.",
    )

    @api.constrains("pembuka_depan", "kata_depan")
    def _check_kata_depan(self):
        for instansi in self:
            # A picture from elsewhere tells another server who visits; one of Odoo's own is not public.
            if "<img" in (instansi.kata_depan or ""):
                raise ValidationError(self.env._("The front page shows no pictures. Take the picture out, please."))
            if len(instansi.pembuka_depan or "") + len(instansi.kata_depan or "") > KATA_DEPAN_MAKS:
                raise ValidationError(
                    self.env._(
                        "The text of the front page is too long: together at most %s characters, so that it opens "
                        "quickly on an old phone.",
                        KATA_DEPAN_MAKS,
                    )
                )
