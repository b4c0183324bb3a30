from odoo import models
from odoo.exceptions import UserError


class DpmdPengaduan(models.Model):
    """*Tunda*: a called meeting is put off or changed; its undangan is void and step 9 is taken anew."""

    _inherit = "dpmd.pengaduan"

    def _kapan_tunda_rapat(self):
        sebab = [rapat_sudo._sebab_tetap() for rapat_sudo in self.sudo()._rapat_berjalan()]
        if not sebab:
            return self.env._("No meeting of this case was called.")
        return "" if "" in sebab else sebab[0]

    def action_tunda_rapat(self, alasan=None, rapat_id=None):
        """Put a called meeting off, or change it: it goes back to draft with its invitees.

        :param str alasan: why
        :param int rapat_id: the meeting; the one that was called when not given
        """
        self._tempuh("tunda_rapat", alasan=alasan, rapat_id=rapat_id)

    def _kerjakan_tunda_rapat(self, jejak, alasan, rapat_id=None):
        jejak.alasan = self._alasan(alasan)
        rapat_sudo = self.sudo()._rapat_berjalan().filtered(lambda rapat: not rapat_id or rapat.id == rapat_id)[:1]
        sebab = rapat_sudo._sebab_tetap() if rapat_sudo else self.env._("This meeting was not called.")
        if sebab:
            raise UserError(sebab)
        rapat_sudo._tunda(jejak.alasan)
        jejak.keluaran = self.env._("%(rapat)s is put off; its undangan is void", rapat=rapat_sudo.name)
        if self.sudo()._rapat_berjalan():  # another one stands, so step 9 stays taken
            jejak.ke, jejak.berikut = "", 0
            jejak.baris[0]["jenis"] = "catatan"
