from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..perkara.alur import PENGADMIN

# How the officer made sure that it is the pelapor who lost the number.
CARA_PERIKSA = [
    ("kartu", "KTP or another identity card shown"),
    ("kuasa", "A proxy, with letter of authority and own identity card"),
    ("telepon", "Called back on the phone number of the complaint"),
    ("tanya", "Answered what only the pelapor of this complaint knows"),
]


class DpmdPelapor(models.Model):
    """A lost receipt: the Pengadministrasi checks the person and gives a new number; the old one dies."""

    _inherit = "dpmd.pelapor"

    saya_petugas = fields.Boolean(compute="_compute_saya_petugas", help="The user acts as receiving officer.")

    @api.depends("pengaduan_id")
    @api.depends_context("uid")
    def _compute_saya_petugas(self):
        for pelapor in self:
            pelapor.saya_petugas = bool(pelapor.sudo().pengaduan_id.sudo(False)._penugasan_saya(PENGADMIN))

    def _cek_petugas(self):
        """Return the user's appointment as Pengadministrasi Umum over a readable identity; raise without one."""
        self.ensure_one()
        self.check_access("read")
        penugasan = self.sudo().pengaduan_id.sudo(False)._penugasan_saya(PENGADMIN)
        if not penugasan:
            raise AccessError(self.env._("This is done by the Pengadministrasi Umum."))
        return penugasan

    def action_ganti_kode(self, cara=None, keterangan=None):
        """Make a new receipt number for a pelapor who lost the old one, which opens nothing from now on.

        The card tells that and how it was checked; the words on the person stay with the identity.

        :param str cara: a key of ``CARA_PERIKSA``
        :param str keterangan: in words, what was checked
        :return: the new number, to be shown once
        :raise AccessError: for anyone but the Pengadministrasi Umum, or where the identity is kept from him
        :raise UserError: of an anonymous complaint, or without saying how it was checked
        """
        penugasan = self._cek_petugas()
        if self.identitas == "anonim":
            raise UserError(
                self.env._(
                    "Nobody can tell who is the pelapor of an anonymous complaint, so its number cannot be given anew. "
                    "The person may file the complaint once more."
                )
            )
        if cara not in dict(CARA_PERIKSA) or not (keterangan or "").strip():
            raise UserError(self.env._("Choose how the person was checked, and write down what you saw."))
        self._kunci()
        kode = self._buat_kode()
        label = self.env["dpmd.kode.wizard"]._fields["cara"]._description_selection(self.env)
        pengaduan = self.pengaduan_id
        pengaduan._catat(
            self.env._("New receipt number; the old one is void"), dict(label)[cara], nomor=1, penugasan=penugasan
        )
        self.sudo().message_post(
            body=self.env._(
                "New receipt number, the old one is void. %(cara)s: %(keterangan)s",
                cara=dict(label)[cara],
                keterangan=keterangan.strip(),
            ),
            author_id=self.env.user.partner_id.id,
            subtype_xmlid="mail.mt_note",
        )
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        self._kabari(
            self.with_context(lang=bahasa).env._(
                "A new receipt number was given out at our counter; the old one no longer works. "
                "If that was not you, please tell us at once."
            )
        )
        return kode
