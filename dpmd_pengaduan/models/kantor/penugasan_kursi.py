from odoo import api, fields, models
from odoo.fields import Domain

from .dpmd_penugasan import DI_BIDANG, JABATAN

# Whom an office needs to answer a complaint; the Pengawas only looks on.
PERLU = tuple(jabatan for jabatan, _label in JABATAN if jabatan != "pengawas" and jabatan not in DI_BIDANG)


class DpmdPenugasan(models.Model):
    """Empty seats: which jabatan of an office nobody holds, and who is told when one becomes empty."""

    _inherit = "dpmd.penugasan"

    @api.model
    def _kursi_kosong(self, company, pejabat_sudo=None):
        """Return the seats nobody holds, in the order of the hierarchy, as ``[(jabatan, bidang)]``.

        :param company: the office
        :param pejabat_sudo: the appointments in force; today's when not given
        """
        if pejabat_sudo is None:
            pejabat_sudo = self._pejabat_sudo()
        terisi = {(tugas.jabatan, tugas.bidang_id) for tugas in pejabat_sudo if tugas.company_id == company}
        Bidang_sudo = self.env["dpmd.bidang"].sudo()
        tanpa = Bidang_sudo.browse()
        perlu = [(jabatan, tanpa) for jabatan in PERLU]
        for bidang_sudo in Bidang_sudo.search([("company_id", "in", (company.id, False))]):
            perlu += [(jabatan, bidang_sudo) for jabatan in DI_BIDANG]
        jabatan_terisi = {jabatan for jabatan, _bidang in terisi}
        return [
            (jabatan, bidang)
            for jabatan, bidang in perlu
            if ((jabatan, bidang) not in terisi if bidang else jabatan not in jabatan_terisi)
        ]

    @api.model
    def _sebut_kursi(self, kursi):
        """Return seats in words, such as ``Kepala Bidang Kerja Sama Desa``."""
        label = dict(JABATAN)
        return [" ".join(filter(None, (label[jabatan], bidang.name))) for jabatan, bidang in kursi]

    def _setelah_berubah(self, sebelum, lama):
        hasil = super()._setelah_berubah(sebelum, lama)
        self._periksa_kursi(self.company_id, sebelum)
        return hasil

    @api.model
    def _cron_selaraskan(self):
        hasil = super()._cron_selaraskan()
        kemarin = self.sudo().search(self._domain_pada(fields.Date.subtract(self._hari_ini(), days=1)))
        self._periksa_kursi(kemarin.company_id, kemarin)
        return hasil

    @api.model
    def _periksa_kursi(self, companies, sebelum_sudo):
        """Tell administrators, Kadis and Sekretaris of an office that takes complaints which seats became empty.

        :param companies: the offices
        :param sebelum_sudo: the appointments that were in force before
        """
        for company in companies:
            instansi_sudo = self.env["dpmd.instansi"].sudo().search([("company_id", "=", company.id)], limit=1)
            if not instansi_sudo.dibuka:
                continue
            lama = self._kursi_kosong(company, sebelum_sudo)
            baru = [kursi for kursi in self._kursi_kosong(company) if kursi not in lama]
            if baru:
                instansi_sudo._kabarkan_kosong(self._sebut_kursi(baru), self._penerima_kosong(company, sebelum_sudo))

    @api.model
    def _penerima_kosong(self, company, sebelum_sudo):
        pejabat = (sebelum_sudo | self._pejabat_sudo()).filtered(
            lambda tugas: tugas.company_id == company and tugas.jabatan in ("kepala_dinas", "sekretaris_dinas")
        )
        grup = self.env.ref("dpmd_pengaduan.group_administrator")
        administrator = (
            self.env["res.users"]
            .sudo()
            .search(
                Domain("all_group_ids", "in", grup.ids)
                & Domain("company_ids", "in", company.ids)
                & Domain("share", "=", False)
            )
        )
        return pejabat.user_id | administrator
