from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.kantor.langkah import Langkah
from ..models.perkara.alur import KABID, KADIS, SEKRETARIS

BATAS = 80  # cases at once: one page of a list
AKSI = [("daftarkan", "Register"), ("terima", "Receive the form"), ("tugaskan", "Disposisi")]
# Whose standing instruction goes with an order, and the method of the step, by its number.
TUGAS = {
    Langkah.TERIMA_KADIS: "action_tugaskan_sekretaris",
    Langkah.TUGAS_SEKRETARIS: "action_tugaskan_sekretaris",
    Langkah.TUGAS_KABID: "action_tugaskan_kabid",
    Langkah.DISPOSISI: "action_disposisi_pelaksana",
}
INSTRUKSI = ((KADIS, Langkah.TUGAS_SEKRETARIS), (SEKRETARIS, Langkah.TUGAS_KABID), (KABID, Langkah.DISPOSISI))


class DpmdMassalWizard(models.TransientModel):
    """Go one simple way with several cases: each for itself, none half; what was not possible is told with its reason.

    Nothing is signed so. The cases are kept as bare ids: a name would be read as superuser.
    """

    _name = "dpmd.massal.wizard"
    _description = "Several Cases at once"

    aksi = fields.Selection(AKSI, string="Action", required=True, readonly=True)
    kasus = fields.Json(string="Chosen cases", default=lambda self: self._kasus_dipilih(), readonly=True)
    jumlah = fields.Integer(string="Number of chosen cases", compute="_compute_jumlah")
    instruksi = fields.Text(string="Standing Instruction", compute="_compute_instruksi")
    hasil = fields.Html(string="What became of them", readonly=True)

    @api.model
    def _kasus_dipilih(self):
        """Return the ids that were chosen in the list; raise where these are too many to look at."""
        ids = self.env.context.get("active_ids") or []
        if len(ids) > BATAS:
            raise UserError(self.env._("Choose %(batas)s cases at most.", batas=BATAS))
        return ids

    @api.depends("kasus")
    def _compute_jumlah(self):
        for wizard in self:
            wizard.jumlah = len(wizard.kasus or [])

    @api.depends("aksi")
    def _compute_instruksi(self):
        tugas = self.env["dpmd.penugasan"]._tugas_user(self.env.user, self.env.company).mapped("jabatan")
        instansi = self.env["dpmd.instansi"]._milik(self.env.company)
        kata = [instansi._instruksi(langkah) for jabatan, langkah in INSTRUKSI if jabatan in tugas]
        for wizard in self:
            wizard.instruksi = wizard.aksi == "tugaskan" and "\n".join(kata)

    def action_jalankan(self):
        """Do it with each case that is the user's to read, and show what became of them.

        :raise UserError: it was done already, or these are too many
        """
        self.ensure_one()
        if self.hasil:
            raise UserError(self.env._("This was done already."))
        self.with_context(active_ids=self.kasus)._kasus_dipilih()
        dipilih = self.env["dpmd.pengaduan"].browse(self.kasus or []).exists()
        kasus = dipilih._filtered_access("read")
        selesai, ditolak = [], []
        for pengaduan in kasus:
            nama = pengaduan.display_name
            if sebab := self._coba(pengaduan):
                ditolak.append((nama, sebab))
            else:
                selesai.append(pengaduan.display_name)
        if lain := len(self.kasus or []) - len(kasus):
            ditolak.append((self.env._("%(jumlah)s more", jumlah=lain), self.env._("You may not read them.")))
        self.hasil = self._tulis_hasil(selesai, ditolak)
        return {
            **self.env["ir.actions.act_window"]._for_xml_id("dpmd_pengaduan.action_wizard_massal"),
            "res_id": self.id,
        }

    def _coba(self, pengaduan):
        """Go the way with one case, whole or not at all; return why not, in words."""
        try:
            with self.env.cr.savepoint():
                self._jalankan(pengaduan)
        except UserError as error:
            return str(error)
        return ""

    def _jalankan(self, pengaduan):
        if self.aksi == "daftarkan":
            if pengaduan.identitas != "terbuka" and not pengaduan.kutipan_oleh_id:
                raise UserError(
                    self.env._("The identity is secret. Open the case, read its words and confirm the kutipan first.")
                )
            pengaduan.action_daftarkan()
        elif self.aksi == "terima":
            pengaduan.action_terima_kadis()
        elif method := TUGAS.get(pengaduan.langkah):
            getattr(pengaduan, method)()
        else:
            raise UserError(self.env._("No disposisi is next here."))

    def _tulis_hasil(self, selesai, ditolak):
        """Return what became of the cases, as HTML."""
        hasil = Markup()
        if selesai:
            hasil += Markup("<p><b>%s</b><br/>%s</p>") % (
                self.env._("%(jumlah)s done", jumlah=len(selesai)),
                ", ".join(selesai),
            )
        if ditolak:
            hasil += Markup("<p><b>%s</b></p><ul>%s</ul>") % (
                self.env._("%(jumlah)s not done", jumlah=len(ditolak)),
                Markup().join(
                    Markup("<li><b>%s</b>: %s</li>") % (nama, Markup("<br/>").join(sebab.splitlines()))
                    for nama, sebab in ditolak
                ),
            )
        return hasil or Markup("<p>%s</p>") % self.env._("No case was chosen.")
