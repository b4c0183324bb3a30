from odoo import fields, models


class DpmdRapat(models.Model):
    """When a meeting may be called, and how one that was called is put off or changed: with a reason and anew."""

    _inherit = "dpmd.rapat"

    def _belum_pantas(self):
        """Return, in words, what a meeting lacks before its undangan is handed up; empty when it is ready."""
        self.ensure_one()
        kurang = []
        if not self.tempat:
            kurang.append(self.env._("the place of the meeting"))
        if not self.agenda:
            kurang.append(self.env._("the agenda of the meeting"))
        if not self.pimpinan_user_id:
            kurang.append(self.env._("who leads the meeting"))
        if not self.pencatat_user_id:
            kurang.append(self.env._("who takes the minutes"))
        if not self.peserta_ids:
            kurang.append(self.env._("at least one invitee of the meeting"))
        if self.mulai <= fields.Datetime.now():
            kurang.append(self.env._("a start of the meeting that is still to come"))
        return kurang

    def _sebab_tetap(self):
        """Return why a meeting is neither put off nor called off any more, in words; empty while it may be."""
        self.ensure_one()
        if self.mulai <= fields.Datetime.now() and any(peserta.kehadiran != "belum" for peserta in self.peserta_ids):
            return self.env._("This meeting has begun and people came. Settle the attendance and finish it.")
        return ""

    def action_tunda(self, alasan=None):
        """Put a called meeting off, or change it: back to draft, its undangan void; another one is sent.

        :param str alasan: why
        :raise UserError: without a reason, or when it has begun
        """
        self.ensure_one()
        self.check_access("write")
        self.pengaduan_id.action_tunda_rapat(alasan, self.id)

    def _tunda(self, alasan):
        """Bring called meetings back to draft: invitees stay, attendance does not; for the flow only (superuser)."""
        self._tulis({"state": "draf", "pindaian_daftar_hadir": False})
        self.peserta_ids._kosongkan_kehadiran()
        self._cabut_undangan(alasan)
