from odoo import api, fields, models
from odoo.fields import Domain

from ..kantor.dpmd_penugasan import PELAKSANA
from ..kantor.langkah import Langkah
from .alur import DI_ATAS, PELAPOR, PENGADMIN, PSM, SEKRETARIS

# Paraf and signature are nobody else's by themselves: over a paraf the desk above decides, with a reason (lewati).
BUKAN_GANTI = (Langkah.UNDANGAN, Langkah.PARAF_KABID, Langkah.PARAF_SEKRETARIS, Langkah.TANDA_TANGAN)


def di_atas(jabatan):
    """Return the desks above one, the next first."""
    return (DI_ATAS[jabatan], *di_atas(DI_ATAS[jabatan])) if jabatan in DI_ATAS else ()


class DpmdPengaduan(models.Model):
    """No case lies on nobody's desk: where nobody holds a jabatan, its cases lie on the next higher desk.

    That desk acts in its place, and the card says so; it hands back by itself on the day a holder is appointed. In
    place of the Kepala Dinas and of a pelaksana nobody acts: the desk keeps the case, and sees to a successor.
    """

    _inherit = "dpmd.pengaduan"

    desk_mewakili = fields.Selection(
        PELAKSANA, string="In place of", help="The desk whose turn it is, where nobody holds that jabatan."
    )

    def _duduk(self, meja):
        """Return the user who acts at a desk in this case today; at that of the PSM the pelaksana and nobody else."""
        if meja != PSM:
            return self._pemegang_terbuka(meja)[:1].user_id
        user = self.sudo().pelaksana_id
        if user and user != self.env.user and not self.env["dpmd.penugasan"]._pejabat(PSM, self.company_id, user=user):
            return user.browse()
        return user  # who is just acting is appointed; the rest of the day the job after midnight sees to it

    def _meja_terisi(self, meja):
        """Return the desk a case lies on, and who acts there: the one it comes to, or the next one somebody holds.

        Where nobody is above, the Sekretaris or the Pengadministrasi keeps it. An office where nobody holds any of
        these has none, and its administrators are told.
        """
        kosong = self.env["res.users"]
        if not meja or meja == PELAPOR:
            return meja, kosong
        for jabatan in dict.fromkeys((meja, *di_atas(meja), SEKRETARIS, PENGADMIN)):
            if user := self._duduk(jabatan):
                return jabatan, user
        return meja, kosong

    def _taruh(self, meja):
        """Put the case on a desk, or on the one that stands in for it; return who acts there (superuser case)."""
        terisi, user = self._meja_terisi(meja)
        nilai = {"desk_jabatan": terisi, "desk_mewakili": terisi != meja and meja}
        if any(self[nama] != isi for nama, isi in nilai.items()):
            self._tulis(nilai)
        return user

    def _meja_asli(self):
        """Return the desk whose turn it is, also where another stands in for it."""
        return self.desk_mewakili or self.desk_jabatan

    def _mewakili(self, jabatan):
        """Return whether the desk the case lies on acts in place of a jabatan."""
        return (
            jabatan == self.desk_mewakili and self.desk_jabatan in di_atas(jabatan) and self.langkah not in BUKAN_GANTI
        )

    def _meja_terbuka(self, jabatan, bidang=None):
        jabatan = super()._meja_terbuka(jabatan, bidang)
        return self.desk_jabatan if jabatan and not bidang and self._mewakili(jabatan) else jabatan

    def _dilewati(self, jalan):
        diwakili = jalan.utama and jalan.kartu == "langkah" and any(self._mewakili(meja) for meja in jalan.pemilik)
        return diwakili or super()._dilewati(jalan)

    def _kata_dilewati(self):
        if not self.desk_mewakili:
            return super()._kata_dilewati()
        return self.env._("Nobody holds the jabatan %(jabatan)s", jabatan=dict(PELAKSANA)[self.desk_mewakili])

    def _sebut_meja(self, jabatan):
        sebutan = super()._sebut_meja(jabatan)
        if not self.desk_mewakili or jabatan != self.desk_jabatan:
            return sebutan
        return self.env._(
            "%(meja)s, as nobody holds the jabatan %(jabatan)s",
            meja=sebutan,
            jabatan=dict(PELAKSANA)[self.desk_mewakili],
        )

    def _pejabat_terbuka(self, jabatan, bidang=None):
        pejabat = super()._pejabat_terbuka(jabatan, bidang)
        if jabatan != PENGADMIN:  # the others are appointed by name, or the step waits for them
            return pejabat
        for atas in di_atas(jabatan):
            if pejabat:
                break
            # What is told here is not told to somebody who does not see the case at this step.
            pejabat = super()._pejabat_terbuka(atas, bidang)
            pejabat = pejabat.filtered(lambda tugas: self.with_user(tugas.user_id).has_access("read"))
        return pejabat

    @api.model
    def _domain_segarkan(self, companies):
        """Return the domain of the open cases whose desk may have another holder: those of jabatan, not of persons.

        A pelaksana is a person; his cases change desks when he is one no more.
        """
        psm = self.env["dpmd.penugasan"]._pejabat_sudo().filtered(lambda tugas: tugas.jabatan == PSM).user_id
        return super()._domain_segarkan(companies) | (
            Domain("company_id", "in", companies.ids)
            & Domain("desk_jabatan", "=", PSM)
            & Domain("pelaksana_id", "not in", psm.ids)
        )
