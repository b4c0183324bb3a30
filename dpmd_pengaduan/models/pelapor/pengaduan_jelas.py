from odoo import models
from odoo.tools import LazyTranslate

from ..perkara.pengaduan_jelas import ATURAN

_lt = LazyTranslate(__name__)

ATURAN.update(
    {
        "rule_pelapor_company": _lt("identities of the own office, and of cases one sees"),
        "rule_pelapor_terbuka": _lt("open identities, for the staff of the case"),
        "rule_pelapor_petugas": _lt("the registering officer, until the form is declared complete"),
        "rule_pelapor_sekretaris": _lt("the Sekretaris Dinas in place of the receiving officer, who is reported"),
        "rule_pelapor_akses": _lt("a granted look that has not expired"),
    }
)


class DpmdPengaduan(models.Model):
    """Why somebody sees who complained, or does not."""

    _inherit = "dpmd.pengaduan"

    def _jelaskan_lain(self, saya):
        pelapor = self.sudo().pelapor_ids.with_env(saya.env(su=False))
        return [*super()._jelaskan_lain(saya), (self.env._("Sees who complained"), self._jelaskan_lihat(pelapor))]
