from odoo import api, fields, models
from odoo.exceptions import UserError

from ..dasar.izin import pakai_izin

JADWAL = {"start": "mulai", "stop": "selesai", "location": "tempat"}
TERKUNCI = {
    "recurrency",
    "allday",
    "active",
    "privacy",
    "name",
    "dpmd_rapat_id",
    "res_model",
    "res_id",
    "partner_ids",
    "attendee_ids",
    "user_id",
}


class CalendarEvent(models.Model):
    """A meeting of a case in the calendar: shown there, and neither changed nor deleted there."""

    _inherit = "calendar.event"

    dpmd_rapat_id = fields.Many2one(
        "dpmd.rapat", string="Rapat", index="btree_not_null", ondelete="restrict", copy=False
    )

    @api.model_create_multi
    def create(self, vals_list):
        bersih, berizin_ = pakai_izin(self)
        events = super(CalendarEvent, bersih).create(vals_list)
        # Looked at afterwards: it may come from the values, the context or a user's default.
        if events.dpmd_rapat_id and not berizin_:
            raise UserError(self.env._("The meeting of a case is called from the case."))
        return events

    def write(self, vals):
        bersih, berizin_ = pakai_izin(self)
        if berizin_:
            return super(CalendarEvent, bersih).write(vals)
        rapat_event = self.filtered("dpmd_rapat_id")
        if not rapat_event and not vals.get("dpmd_rapat_id"):
            return super().write(vals)
        # Dragging an event sends `allday` along, unchanged.
        if TERKUNCI & {name for name, nilai in vals.items() if name != "allday" or nilai}:
            raise self._tetap()
        result = super().write(vals)
        # Looked at afterwards: other fields of an event move it too.
        for event in rapat_event:
            rapat_sudo = event.dpmd_rapat_id.sudo()
            if any(event[name] != rapat_sudo[kolom] for name, kolom in JADWAL.items()):
                raise self._tetap()
        return result

    def _tetap(self):
        """Return the error that says where a meeting of a case is changed."""
        return UserError(
            self.env._(
                "This is the meeting of a case, and its undangan is out; the calendar only shows it. To change it, "
                "open the meeting and press “Postpone / change”."
            )
        )

    @api.ondelete(at_uninstall=True)
    def _unlink_except_rapat(self):
        if self.filtered("dpmd_rapat_id"):
            raise UserError(self.env._("This is the meeting of a case. Call it off there, with a reason."))

    def _skip_send_mail_status_update(self):
        """The office invites by its own letter; Odoo's attendee mails would repeat it with other words."""
        return bool(self.dpmd_rapat_id) or super()._skip_send_mail_status_update()
