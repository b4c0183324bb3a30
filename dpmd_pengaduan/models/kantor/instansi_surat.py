from odoo import fields, models

DAN_TERIMA_KASIH = "kami ucapkan terima kasih."


class DpmdInstansi(models.Model):
    """How the letters of the office look and what they always say."""

    _inherit = "dpmd.instansi"

    huruf = fields.Selection(
        [("arial", "Arial"), ("bookman", "Bookman")],
        string="Typeface",
        required=True,
        default="arial",
        help="Liberation Sans or TeX Gyre Bonum, which run as wide and come with this application.",
    )
    landasan_hukum = fields.Text(
        string="Legal basis in the report", help="Left empty, a report begins with that of the SOP."
    )
    tembusan_undangan = fields.Text(string="Copies of the undangan", help="One recipient in each line.")
    tembusan_pemberitahuan = fields.Text(string="Copies of the answer", help="One recipient in each line.")
    tembusan_pelimpahan = fields.Text(
        string="Copies of the pelimpahan", help="One recipient in each line; the inspectorate where none is named."
    )
    tembusan_permintaan_lengkap = fields.Text(
        string="Copies of the request to complete", help="One recipient in each line."
    )
    penutup_undangan = fields.Text(
        string="Last sentence of the undangan",
        default=f"Demikian undangan ini kami sampaikan. Atas perhatian dan kehadirannya, {DAN_TERIMA_KASIH}",
    )
    penutup_pemberitahuan = fields.Text(
        string="Last sentence of the answer",
        default="Demikian kami sampaikan. Atas perhatian dan partisipasi Saudara dalam perbaikan pelayanan publik, "
        + DAN_TERIMA_KASIH,
    )
    penutup_pelimpahan = fields.Text(
        string="Last sentence of the pelimpahan",
        default=f"Demikian kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, {DAN_TERIMA_KASIH}",
    )
    penutup_permintaan_lengkap = fields.Text(
        string="Last sentence of the request to complete",
        default=f"Demikian kami sampaikan. Atas perhatian Saudara, {DAN_TERIMA_KASIH}",
    )
