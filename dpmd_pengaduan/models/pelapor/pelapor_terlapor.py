from odoo import api, models

from ..perkara.pengaduan_terlapor import PEJABAT


class DpmdPelapor(models.Model):
    """What the citizen is told where an official of this office is reported: on form, receipt and tracking page."""

    _inherit = "dpmd.pelapor"

    @api.model
    def _pilihan_terlapor(self):
        """Return the officials the form asks about: ``[(key of PEJABAT, what is read, what happens then)]``."""
        label = {
            **dict(PEJABAT),
            "petugas": self.env._("The officer who receives complaints"),
            "lain": self.env._("Another official"),
            "tidak_tahu": self.env._("I do not know"),
        }
        nanti = self.env._(
            "Officers here read it first. Once they know who is meant, that one no longer sees it and the next higher "
            "one acts."
        )
        akibat = {
            "kadis": self.env._(
                "Nobody in this office stands above the Kepala Dinas, so we hand it over to the Inspektorat. The "
                "Kepala Dinas sees neither the complaint nor your name here."
            ),
            "sekretaris": self.env._(
                "The Sekretaris Dinas sees neither the complaint nor your name; the Kepala Dinas acts instead."
            ),
            "kabid": self.env._(
                "That Kepala Bidang sees neither the complaint nor your name; the Sekretaris Dinas acts instead."
            ),
            "petugas": self.env._(
                "No receiving officer sees the complaint or your name any more; the Sekretaris Dinas acts instead."
            ),
            "lain": nanti,
            "tidak_tahu": nanti,
        }
        return [(kunci, label[kunci], akibat[kunci]) for kunci, _label in PEJABAT]

    def _akibat_terlapor(self):
        """Return what happens because an official is reported in this case; empty where none is."""
        pejabat = self.sudo().pengaduan_id.terlapor_pejabat
        return next((akibat for kunci, _label, akibat in self._pilihan_terlapor() if kunci == pejabat), "")
