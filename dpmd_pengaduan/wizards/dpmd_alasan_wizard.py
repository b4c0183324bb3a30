from typing import NamedTuple

from odoo import api, fields, models
from odoo.tools import LazyTranslate

from ..models.perkara.alur import ALASAN, ALUR

_lt = LazyTranslate(__name__)


class Tindakan(NamedTuple):
    """An action that needs a reason, and what the person who gives it should know."""

    model: str
    method: str
    judul: str
    pesan: str


# The whitelist: the ways of a case that ask for a reason, and what needs one beside the case.
# The client chooses a key of it, never a model or a method.
TINDAKAN = {
    **{
        jalan.kunci: Tindakan("dpmd.pengaduan", f"action_{jalan.kunci}", jalan.judul, jalan.pesan)
        for jalan in ALUR.values()
        if jalan.tanya == ALASAN
    },
    "tunda_rapat": Tindakan(
        "dpmd.rapat",
        "action_tunda",
        _lt("Postpone / change"),
        _lt("The undangan becomes void and the meeting goes back to draft. Change it and send a new undangan."),
    ),
    "batal_rapat": Tindakan(
        "dpmd.rapat",
        "action_batal",
        _lt("Call off"),
        _lt("The undangan becomes void and the meeting leaves the calendar."),
    ),
    "tarik_berita_acara": Tindakan(
        "dpmd.berita.acara",
        "action_tarik",
        _lt("Take back"),
        _lt("The berita acara becomes a draft again. All signatures given so far are void."),
    ),
    "menolak_ba": Tindakan(
        "dpmd.rapat.peserta",
        "action_menolak_ba",
        _lt("Refuses to sign"),
        _lt("The berita acara shows that this attendee refused to sign, and why."),
    ),
    "sahkan_dua_meja": Tindakan(
        "dpmd.dokumen",
        "action_sahkan",
        _lt("Sign, with a reason"),
        _lt("Your paraf or signature is on this paper already. Why can nobody else give it? The Pengawas sees it."),
    ),
    "kembalikan_baki": Tindakan(
        "dpmd.dokumen",
        "action_kembalikan",
        _lt("Send back"),
        _lt("The paper goes back to its drafter, and all paraf on it are void. Say what is not right."),
    ),
    "lepas_naskah_luar": Tindakan(
        "dpmd.dokumen",
        "action_lepas",
        _lt("Take the finished PDF away"),
        _lt("Ours goes up in its place, to the same desks. Say why."),
    ),
    "kesepakatan_selesai": Tindakan(
        "dpmd.kesepakatan", "action_selesai", _lt("Kesepakatan done"), _lt("Say how the promise was kept.")
    ),
    "tolak_penugasan": Tindakan(
        "dpmd.penugasan",
        "action_tolak",
        _lt("Decline the appointment"),
        _lt("The appointment is never in force and ends. This cannot be undone; another one can be made."),
    ),
}


class DpmdAlasanWizard(models.TransientModel):
    """Give a reason: the one dialog of every action that needs nothing but words."""

    _name = "dpmd.alasan.wizard"
    _description = "Give a Reason"

    res_id = fields.Integer(string="Record", required=True, default=lambda self: self.env.context.get("active_id"))
    aksi = fields.Selection([(kunci, kunci) for kunci in TINDAKAN], string="Action", required=True)
    judul = fields.Char(compute="_compute_penjelasan")
    penjelasan = fields.Char(compute="_compute_penjelasan")
    alasan = fields.Text(string="Reason", required=True)

    @api.depends("aksi")
    def _compute_penjelasan(self):
        for wizard in self:
            tindakan = TINDAKAN.get(wizard.aksi)
            # A lazy translation is looked up in this environment's language.
            wizard.judul = self.env._(tindakan.judul) if tindakan else False
            wizard.penjelasan = self.env._(tindakan.pesan) if tindakan else False

    def action_jalankan(self):
        """Call the action of the whitelist with the reason; it checks everything itself."""
        self.ensure_one()
        tindakan = TINDAKAN[self.aksi]
        record = self.env[tindakan.model].browse(self.res_id).exists()
        record.check_access("read")
        hasil = getattr(record, tindakan.method)(alasan=self.alasan)
        return hasil if isinstance(hasil, dict) else {"type": "ir.actions.act_window_close"}
