from odoo import api, models
from odoo.fields import Domain

from ..perkara.alur import PSM
from .jenis_naskah import NASKAH


class DpmdPengaduan(models.Model):
    """A paper that waits for paraf or signature is what is next: for who signs it, and for who waits for that."""

    _inherit = "dpmd.pengaduan"

    @api.depends("dokumen_ids.state", "dokumen_ids.giliran_jabatan")
    def _compute_tindakan(self):  # pylint: disable=missing-return
        super()._compute_tindakan()
        for dokumen_sudo, milik_saya in self._naskah_menunggu():
            pengaduan = self.browse(dokumen_sudo._perkara_sudo().id)
            naskah = NASKAH[dokumen_sudo.jenis].judul
            if milik_saya and dokumen_sudo.giliran_jenis == "paraf":
                pengaduan.tindakan = self.env._("Give paraf: %(naskah)s", naskah=naskah)
            elif milik_saya:
                pengaduan.tindakan = self.env._("Sign: %(naskah)s", naskah=naskah)
            elif pengaduan.desk_jabatan != PSM:  # whose own next step need not wait for it
                pengaduan.tindakan = self.env._("Waits for paraf or signature: %(naskah)s", naskah=naskah)

    def _naskah_menunggu(self):
        """Return the papers of these cases that wait, each with whether it waits for the user, those last (superuser).

        A paper that goes up with another is signed with it, so only that one is named.
        """
        Dokumen_sudo = self.env["dpmd.dokumen"].sudo()
        milik = Domain("pengaduan_id", "in", self.ids) | Domain("pelapor_id.pengaduan_id", "in", self.ids)
        menunggu = Dokumen_sudo.search(
            milik & Domain("state", "=", "diajukan") & Domain("giliran_jenis", "!=", False)
        ).filtered(lambda dokumen: dokumen.iring_id.state != "diajukan")
        saya = menunggu.filtered_domain(Dokumen_sudo._domain_giliran(self.env.user))
        return [*((dokumen, False) for dokumen in menunggu - saya), *((dokumen, True) for dokumen in saya)]

    @api.model
    @api.readonly
    def hitung_meja(self):
        """Return how much waits for this user, with ``tanda_tangan``: the papers that wait for paraf or signature."""
        hitung = super().hitung_meja()
        # Whatever waits for a user is the user's to read, so the rule, which is dear, has nothing to take away.
        Dokumen_sudo = self.env["dpmd.dokumen"].sudo()
        milik = Dokumen_sudo._domain_giliran(self.env.user) & Domain("company_id", "in", self.env.companies.ids)
        return {**hitung, "tanda_tangan": Dokumen_sudo.search_count(milik)}
