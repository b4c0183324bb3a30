from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .alur import ALUR, PENANDA, TAMAT

URUTAN_MEJA = "desk_tenggat, tanggal_terima, id"  # of Meja Saya


class DpmdPengaduan(models.Model):
    """The next-action bar: what is really next, what it lacks, where the case went, and which one comes after it."""

    _inherit = "dpmd.pengaduan"

    letak = fields.Char(compute="_compute_letak", help="Changes whenever the case moves; the screens compare it.")

    @api.depends("state", "langkah", "desk_jabatan", "desk_user_id")
    def _compute_letak(self):
        for pengaduan in self:
            pengaduan.letak = "/".join(
                str(bagian or "")
                for bagian in (pengaduan.state, pengaduan.langkah, pengaduan.desk_jabatan, pengaduan.desk_user_id.id)
            )

    def _palang(self, jalan_saya):
        """Return the one way that is really next for the user, and what the step lacks, in words.

        A paper that waits for the user comes first, then the step. While the step lacks something, what prepares it
        is next in its place.

        :param list jalan_saya: the ways the user may go now (``_jalan_saya``)
        """
        utama = [jalan for jalan in jalan_saya if jalan.tombol == "utama"]
        langkah = next((jalan for jalan in utama if jalan.oleh == PENANDA), utama[0] if utama else None)
        kurang = self._kekurangan(langkah) if langkah else []
        siap = next((jalan for jalan in jalan_saya if jalan.tombol == "siap"), None)
        return (siap if kurang and siap else langkah), kurang

    def periksa_jalan(self, kunci):
        """Say why a way cannot be gone, before its question or dialog is put. It changes nothing.

        :param str kunci: key of a row of the table of ways
        :return: True where it can be gone
        :raise AccessError: it is somebody else's
        :raise UserError: it does not start here, not now, or something is missing
        """
        self.ensure_one()
        self.check_access("read")
        if kunci not in ALUR:
            raise UserError(self.env._("There is no such action."))
        self._izinkan(ALUR[kunci])
        return True

    def kabar_meja(self):
        """Return, for the notice after a press, where the case is now: ``{"kalimat": words, "pindah": bool}``.

        ``pindah`` says whether it is on another desk than the user's.
        """
        self.ensure_one()
        self.check_access("read")
        if self.state in TAMAT and not self.desk_jabatan:
            nomor = self.display_name
            tutup = self.state == "ditutup"
            kalimat = (
                self.env._("%(nomor)s is closed.", nomor=nomor)
                if tutup
                else self.env._("%(nomor)s is done.", nomor=nomor)
            )
            return {"kalimat": kalimat, "pindah": True}
        if self.di_meja_saya:
            kalimat = self.env._("Still on your desk. Next: step %(nomor)s", nomor=self.langkah)
            return {"kalimat": kalimat, "pindah": False}
        return {"kalimat": self._sebut_tujuan(), "pindah": True}

    def _sebut_tujuan(self):
        """Return onto which desk the case went, in words."""
        meja = self._sebut_meja(self.desk_jabatan)
        return self.env._("%(nomor)s → desk of %(meja)s", nomor=self.display_name, meja=meja)

    @api.model
    def action_berikutnya(self, bukan_id=None):
        """Open the next case of my desk, in the order of Meja Saya; Meja Saya where there is none.

        :param int bukan_id: the case that was just worked on
        """
        domain = self._domain_meja_saya() & Domain("id", "!=", bukan_id or 0)
        berikut = self.search(domain, order=URUTAN_MEJA, limit=1)
        return berikut._buka() if berikut else self.action_meja_saya()

    def _buka_lembar(self, kunci, lembar):
        """Return the action that opens a page of a step, for who may go the way there.

        :param str kunci: key of the way
        :param lembar: meetings, berita acara or reports; the first is opened
        """
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR[kunci])
        return lembar[:1]._buka()

    def _buka(self):
        """Return the action that opens the case."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(self.env.ref("dpmd_pengaduan.view_pengaduan_form").id, "form")],
            "name": self.display_name,
        }
