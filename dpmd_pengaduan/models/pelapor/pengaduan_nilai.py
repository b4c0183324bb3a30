from odoo import models
from odoo.exceptions import UserError

from ..dasar.izin import berizin


class DpmdPengaduan(models.Model):
    """How content the pelapor is with the answer, kept as an Odoo rating without author, partner or words.

    What the pelapor writes with it may show who that is, so it hangs on the identity as a message.
    """

    _inherit = "dpmd.pengaduan"

    def _nilai(self):
        """Return the rating of the pelapor, 1 to 5; 0 where there is none."""
        self.ensure_one()
        return int(self.sudo().rating_last_value)

    def _boleh_dinilai(self):
        return self._diberi_tahu() and not self._nilai()

    def _beri_nilai(self, nilai):
        """Rate the handling, once; the caller has made sure that it is the pelapor.

        :param int nilai: 1 (very bad) to 5 (very good)
        :raise UserError: no such rating, not answered yet, or rated already
        """
        self.ensure_one()
        self._kunci()
        if nilai not in range(1, 6):
            raise UserError(self.env._("Choose one of the five."))
        if not self._boleh_dinilai():
            raise UserError(self.env._("You can rate once, after the answer."))
        rating_sudo = berizin(self.env["rating.rating"].sudo()).create(
            {"res_model_id": self.env["ir.model"]._get_id(self._name), "res_id": self.id, "access_token": False}
        )
        rating_sudo.flush_recordset()  # Odoo finds the ratings of a record by SQL, on a column computed at the flush
        berizin(rating_sudo).write({"rating": nilai, "consumed": True})
