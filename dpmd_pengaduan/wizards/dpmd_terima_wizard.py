from odoo import api, fields, models

from ..models.pelapor.perihal import perihal_otomatis
from ..models.perkara.dpmd_pengaduan import IDENTITAS, SALURAN
from ..models.perkara.pengaduan_terlapor import PEJABAT

# What the form must hold (``_kekurangan_formulir``).
FORMULIR = ("identitas", "nama", "alamat", "ttd_cara", "saksi", "isi_asli", "kuasa", "kuasa_nama", "surat_kuasa")
SALURAN_LOKET = [
    (kunci, label)
    for saluran in ("langsung", "surat", "telepon", "whatsapp", "email", "lapor", "limpahan")
    for kunci, label in SALURAN
    if kunci == saluran
]
UMUR_KONSEP_HARI = 7


class DpmdTerimaWizard(models.TransientModel):
    """Terima di loket: a complaint while an officer types it in at the counter.

    It is kept from the first words on and belongs to its author alone (``rule_terima_wizard``). It is gone, with
    all it holds of a person, once it is received or thrown away, or was left alone for a week.
    """

    _name = "dpmd.terima.wizard"
    _description = "Take in at the Counter"
    _inherit = ["dpmd.isi.wizard"]
    _order = "write_date desc, id desc"
    _transient_max_hours = UMUR_KONSEP_HARI * 24
    _transient_max_count = 0  # a busy day sweeps nobody's words away

    res_id = fields.Integer(required=False, default=0)
    company_id = fields.Many2one("res.company", string="Office", required=True, default=lambda self: self.env.company)
    saluran = fields.Selection(SALURAN_LOKET, string="Channel", required=True, default="langsung")
    perihal_otomatis = fields.Char(compute="_compute_perihal_otomatis")
    isi_asli = fields.Text(string="In the pelapor's own words")
    kutipan = fields.Text(help="What the chain may read: the same, without anything that shows who complained.")
    identitas = fields.Selection(IDENTITAS, string="Identity", required=True, default="terbuka")
    nama = fields.Char(string="Name")
    nik = fields.Char(string="NIK")
    alamat = fields.Char(string="Full address")
    alamat_wilayah_id = fields.Many2one("dpmd.wilayah", string="Desa of residence")
    telepon = fields.Char(string="Phone")
    email = fields.Char(string="E-mail")
    pekerjaan = fields.Char(string="Occupation")
    kuasa = fields.Boolean(string="Files for another")
    kuasa_nama = fields.Char(string="On behalf of")
    surat_kuasa = fields.Binary(string="Letter of Authority", attachment=False)
    ttd_cara = fields.Selection(
        [("layar", "On the screen"), ("kertas", "On paper"), ("cap_jempol", "Cap jempol, with a witness")],
        string="Signed",
    )
    ttd = fields.Binary(string="Signature", attachment=False)
    saksi = fields.Char(string="Witness")
    persetujuan = fields.Boolean(string="The pelapor was told how the data are used and agrees")
    berkas_ids = fields.Many2many("ir.attachment", string="Scans and photos")
    terlapor_dpmd = fields.Boolean(string="Official of this office reported")
    terlapor_pejabat = fields.Selection(PEJABAT, string="Which official is it?")
    terlapor_bidang_id = fields.Many2one("dpmd.bidang", string="Head of which bidang?")
    terlapor_akibat = fields.Char(compute="_compute_terlapor_akibat")
    daftarkan = fields.Boolean(string="Register now", default=True)
    kurang = fields.Char(string="The form still lacks", compute="_compute_kurang")
    ringkas = fields.Char(string="First words", compute="_compute_ringkas")

    def _compute_display_name(self):
        # It stands in the title of the window and among its breadcrumbs: never a name.
        for wizard in self:
            wizard.display_name = self.env._("Draft")

    @api.depends("nama", "isi_asli")
    def _compute_ringkas(self):
        for wizard in self:
            wizard.ringkas = " · ".join(filter(None, [wizard.nama, (wizard.isi_asli or "")[:60].strip()]))

    @api.depends("jenis_id", "wilayah_id", "isi_asli", "identitas")
    def _compute_perihal_otomatis(self):
        for wizard in self:
            # Whatever a secret pelapor tells may show who tells it.
            kata = wizard.isi_asli if wizard.identitas == "terbuka" else ""
            wizard.perihal_otomatis = perihal_otomatis(self.env, wizard.jenis_id, wizard.wilayah_id, kata)

    @api.depends("kutipan", *FORMULIR)
    def _compute_kurang(self):
        for wizard in self:
            contoh = self.env["dpmd.pelapor"].new({name: wizard[name] for name in FORMULIR})
            kurang = contoh._kekurangan_formulir()
            if wizard.identitas != "terbuka" and not wizard.kutipan:
                kurang.append(self.env._("the kutipan"))
            wizard.kurang = ", ".join(kurang)

    @api.depends("terlapor_pejabat")
    def _compute_terlapor_akibat(self):
        """Say what the pelapor is to be told, in the words of the public form."""
        akibat = {kunci: kalimat for kunci, _label, kalimat in self.env["dpmd.pelapor"]._pilihan_terlapor()}
        for wizard in self:
            wizard.terlapor_akibat = akibat.get(wizard.terlapor_pejabat)

    @api.onchange("alamat_wilayah_id")
    def _onchange_alamat_wilayah_id(self):
        # Most complain about where they live.
        self.wilayah_id = self.wilayah_id or self.alamat_wilayah_id

    @api.onchange("saluran")
    def _onchange_saluran(self):
        if self.saluran == "surat":
            self.ttd_cara = self.ttd_cara or "kertas"

    @api.model_create_multi
    def create(self, vals_list):
        """Keep the files too that were uploaded before the first words: they go when the draft goes."""
        konsep = super().create(vals_list)
        konsep._miliki_unggahan()
        return konsep

    def write(self, vals):
        """See ``create``."""
        hasil = super().write(vals)
        if "berkas_ids" in vals:
            self._miliki_unggahan()
        return hasil

    def _miliki_unggahan(self):
        for wizard in self:
            wizard._berkas().filtered(lambda berkas: not berkas.res_id).res_id = wizard.id

    def _berkas(self):
        """Return the scans this user uploaded into this draft (superuser), and no others."""
        return self.berkas_ids.sudo().filtered(
            lambda berkas: (
                berkas.create_uid == self.env.user
                and not berkas.res_field
                and berkas.res_model == self._name
                and berkas.res_id in (0, self.id)
            )
        )

    def action_buang(self):
        """Throw the draft away, with its files and the address a phone was given; open an empty page."""
        self.check_access("unlink")
        self.unlink()
        return {**self.env["ir.actions.act_window"]._for_xml_id("dpmd_pengaduan.action_terima"), "target": "main"}
