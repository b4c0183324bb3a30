from typing import NamedTuple

from odoo import api, fields, models
from odoo.tools import LazyTranslate

_lt = LazyTranslate(__name__)


class Tindakan(NamedTuple):
    """An action that needs a reason, and what the person who gives it should know."""

    model: str
    method: str
    penjelasan: str
    tetap: dict = {}


# The whitelist. The client chooses a key of it, never a model or a method.
TINDAKAN = {
    "kembalikan": Tindakan(
        "dpmd.pengaduan",
        "action_kembalikan",
        _lt("The case goes one desk back. A laporan goes back to its drafter, and its parafs are void."),
    ),
    "minta_lengkapi": Tindakan(
        "dpmd.pengaduan",
        "action_minta_lengkapi",
        _lt("The pelapor is told what is missing and has 30 days to complete it (UU 25/2009 ps. 44)."),
    ),
    "lanjut_tanpa_formulir": Tindakan(
        "dpmd.pengaduan",
        "action_lanjut_tanpa_formulir",
        _lt("The form was not returned in time. The case goes on without it."),
    ),
    "usul_tutup": Tindakan(
        "dpmd.pengaduan", "action_usul_tutup", _lt("The Kadis decides. Say why the case should be closed.")
    ),
    "usul_tanpa_rapat": Tindakan(
        "dpmd.pengaduan",
        "action_usul_tanpa_rapat",
        _lt("The Kabid decides. Steps 9 to 11 will read “tidak dilaksanakan”."),
    ),
    "setuju_tanpa_rapat": Tindakan(
        "dpmd.pengaduan",
        "action_putus_tanpa_rapat",
        _lt("The case goes straight to the laporan. Steps 9 to 11 read “tidak dilaksanakan”."),
        {"setuju": True},
    ),
    "tolak_tanpa_rapat": Tindakan(
        "dpmd.pengaduan",
        "action_putus_tanpa_rapat",
        _lt("A meeting will be held; the pelaksana prepares it."),
        {"setuju": False},
    ),
    "perintah_rapat": Tindakan(
        "dpmd.pengaduan", "action_perintah_rapat", _lt("A meeting is held after all. The laporan goes back to draft.")
    ),
    "lewati": Tindakan(
        "dpmd.pengaduan",
        "action_lewati",
        _lt("You act in place of the desk below. This is recorded on the Kartu Kendali as a deviation."),
    ),
    "sanggah": Tindakan(
        "dpmd.pengaduan",
        "action_konfirmasi",
        _lt("Say what is not right about the paper step entered in your name."),
        {"benar": False},
    ),
    "batal_rapat": Tindakan(
        "dpmd.rapat", "action_batal", _lt("The undangan becomes void and the meeting leaves the calendar.")
    ),
    "tarik_berita_acara": Tindakan(
        "dpmd.berita.acara",
        "action_tarik",
        _lt("The berita acara becomes a draft again. All signatures given so far are void."),
    ),
    "menolak_ba": Tindakan(
        "dpmd.rapat.peserta",
        "action_menolak_ba",
        _lt("The berita acara shows that this attendee refused to sign, and why."),
    ),
    "kesepakatan_selesai": Tindakan("dpmd.kesepakatan", "action_selesai", _lt("Say how the promise was kept.")),
    "buka_identitas": Tindakan(
        "dpmd.pengaduan",
        "action_buka_identitas",
        _lt("You see who complained, for a limited time. Your name and reason are recorded and shown to the pelapor."),
    ),
}
# The parameter of the method that takes the words, where it is not called ``alasan``.
PARAMETER = {"kesepakatan_selesai": "catatan", "buka_identitas": "reason"}


class DpmdAlasanWizard(models.TransientModel):
    """Give a reason: the one dialog of every action that needs nothing but words."""

    _name = "dpmd.alasan.wizard"
    _description = "Give a Reason"

    res_id = fields.Integer(string="Record", required=True, default=lambda self: self.env.context.get("active_id"))
    aksi = fields.Selection([(kunci, kunci) for kunci in TINDAKAN], string="Action", required=True)
    penjelasan = fields.Char(compute="_compute_penjelasan")
    alasan = fields.Text(string="Reason", required=True)

    @api.depends("aksi")
    def _compute_penjelasan(self):
        for wizard in self:
            # A lazy translation is looked up in this environment's language.
            wizard.penjelasan = self.env._(TINDAKAN[wizard.aksi].penjelasan) if wizard.aksi else False

    def action_jalankan(self):
        """Call the action of the whitelist with the reason; it checks everything itself."""
        self.ensure_one()
        tindakan = TINDAKAN[self.aksi]
        record = self.env[tindakan.model].browse(self.res_id).exists()
        record.check_access("read")
        hasil = getattr(record, tindakan.method)(**tindakan.tetap, **{PARAMETER.get(self.aksi, "alasan"): self.alasan})
        return hasil if isinstance(hasil, dict) else {"type": "ir.actions.act_window_close"}
