from datetime import datetime, time

import pytz
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from .hari import ZONA

TANGGAL = "EEEE, d MMMM y"
PERKIRAAN = "(perkiraan)"  # how the library marks a date that is not yet decreed


class DpmdInstansi(models.Model):
    """The office's working days: its calendar, filled with the national holidays."""

    _inherit = "dpmd.instansi"

    resource_calendar_id = fields.Many2one(related="company_id.resource_calendar_id", string="Working Hours")
    zona = fields.Selection(related="resource_calendar_id.tz", string="Time Zone")
    libur = fields.Text(string="Holidays Ahead", compute="_compute_libur", help="In the office's time zone.")

    def _compute_libur(self):
        for instansi in self:
            cuti = self.env["resource.calendar.leaves"].search(
                [
                    ("calendar_id", "=", instansi.resource_calendar_id.id),
                    ("resource_id", "=", False),
                    ("date_to", ">=", fields.Datetime.now()),
                ],
                order="date_from",
            )
            zona = instansi.with_context(tz=instansi.zona or ZONA)
            baris = []
            for hari in cuti:
                tanggal = fields.Datetime.context_timestamp(zona, hari.date_from).date()
                baris.append(f"{format_date(self.env, tanggal, date_format=TANGGAL)} · {hari.name}")
            instansi.libur = "\n".join(baris)

    def action_isi_libur(self):
        """Fill this year's and next year's national holidays and cuti bersama into the office's calendar.

        Days that are there already stay as they are, so it can be pressed again at any time.

        :return: a notification that says how many days were added
        :raise AccessError: for anyone who may not change the office
        :raise UserError: when the company has no working hours
        """
        self.ensure_one()
        self.check_access("write")
        if not self.resource_calendar_id:
            raise UserError(self.env._("The company has no working hours yet. Choose them in its settings."))
        jumlah = self._isi_libur()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "success",
                "message": self.env._(
                    "%(jumlah)s holidays added. Compare them with the joint decree (SKB) of the year.", jumlah=jumlah
                ),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def _isi_libur(self):
        """Add the missing holidays of this year and the next to the calendar of the office; return how many."""
        self.ensure_one()
        import holidays  # noqa: PLC0415  takes half a second, and only this needs it

        kalender_sudo = self.sudo().resource_calendar_id
        tahun = self.env["dpmd.penugasan"]._hari_ini().year
        libur = holidays.country_holidays(
            "ID", years=(tahun, tahun + 1), categories=("public", "government"), language="id"
        )
        zona = pytz.timezone(kalender_sudo.tz)

        def utc(tanggal, jam):
            return zona.localize(datetime.combine(tanggal, jam)).astimezone(pytz.utc).replace(tzinfo=None)

        Libur_sudo = self.env["resource.calendar.leaves"].sudo()
        ada = Libur_sudo.search([("calendar_id", "=", kalender_sudo.id), ("resource_id", "=", False)])
        tanggal_ada = {cuti: pytz.utc.localize(cuti.date_from).astimezone(zona).date() for cuti in ada}
        # An estimate that a newer library has moved would count as a second holiday.
        perkiraan = ada.filtered(lambda cuti: (cuti.name or "").endswith(PERKIRAAN) and tanggal_ada[cuti].year >= tahun)
        usang = perkiraan.filtered(lambda cuti: tanggal_ada[cuti] not in libur)
        baru = sorted(set(libur) - set(tanggal_ada.values()))
        usang.unlink()
        Libur_sudo.create(
            [
                {
                    "name": libur[tanggal],
                    "calendar_id": kalender_sudo.id,
                    "company_id": self.company_id.id,
                    "date_from": utc(tanggal, time.min),
                    "date_to": utc(tanggal, time.max.replace(microsecond=0)),
                }
                for tanggal in baru
            ]
        )
        return len(baru)

    @api.model
    def _cron_isi_libur(self):
        """Once a year: the holidays of the year that comes."""
        for instansi in self.search([("company_id.resource_calendar_id", "!=", False)]):
            instansi._isi_libur()
