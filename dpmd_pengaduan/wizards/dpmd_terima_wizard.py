import base64

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..models.pelapor.dpmd_pelapor import KOLOM_IDENTITAS
from ..models.perkara.dpmd_pengaduan import IDENTITAS, KOLOM_REGISTER, SALURAN
from ..models.perkara.pengaduan_terlapor import PEJABAT

# What the form must hold (``_kekurangan_formulir``).
FORMULIR = ("identitas", "nama", "alamat", "ttd_cara", "saksi", "isi_asli", "kuasa", "kuasa_nama", "surat_kuasa")
SALURAN_LOKET = [(kunci, label) for kunci, label in SALURAN if kunci != "website"]


class DpmdIsiWizard(models.AbstractModel):
    """The words of a register entry, for entering and for correcting it."""

    _name = "dpmd.isi.wizard"
    _description = "Words of a Register Entry"
    _inherit = ["dpmd.wizard"]

    perihal = fields.Char(string="Subject")
    uraian = fields.Text(string="What happened")
    jenis_id = fields.Many2one("dpmd.jenis", string="Kind")
    wilayah_id = fields.Many2one("dpmd.wilayah", string="Desa complained about")
    lokasi = fields.Char(string="Place")
    terlapor = fields.Char()
    tanggal_kejadian = fields.Char(string="When it happened")
    kerugian = fields.Text(string="Loss")
    permintaan = fields.Text(string="What is asked for")
    tanggal_terima = fields.Datetime(string="Received")
    nomor_agenda = fields.Char(string="Agenda Number")
    pengirim = fields.Char(string="Sent by")
    nomor_surat = fields.Char(string="Letter Number")
    tanggal_surat = fields.Date(string="Letter Date")


class DpmdTerimaWizard(models.TransientModel):
    """Terima di loket: take a complaint at the counter with one save (SOP steps 1 to 3)."""

    _name = "dpmd.terima.wizard"
    _description = "Take in at the Counter"
    _inherit = ["dpmd.isi.wizard"]

    res_id = fields.Integer(required=False, default=0)
    company_id = fields.Many2one("res.company", string="Office", required=True, default=lambda self: self.env.company)
    saluran = fields.Selection(SALURAN_LOKET, string="Channel", required=True, default="langsung")
    tanggal_terima = fields.Datetime(required=True, default=fields.Datetime.now)
    perihal = fields.Char(required=True)
    isi_asli = fields.Text(string="In the pelapor's own words", required=True)
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

    def action_terima(self):
        """Step 1, and where asked for steps 2 and 3: take the complaint; show its receipt number once.

        :raise AccessError: for anyone but the Pengadministrasi Umum of the office
        :raise UserError: no way to reach the pelapor, or received in the future
        """
        self.ensure_one()
        company = self.company_id
        if company not in self.env.companies or not self.env["dpmd.penugasan"]._pejabat(
            "pengadministrasi_umum", company, user=self.env.user
        ):
            raise AccessError(self.env._("Complaints are taken at the counter by the Pengadministrasi Umum."))
        anonim = self.identitas == "anonim"
        if not anonim and not (self.telepon or self.email or self.alamat):
            raise UserError(self.env._("Write down how the pelapor can be reached: phone, e-mail or address."))
        if self.saluran == "limpahan" and not (self.pengirim and self.nomor_surat and self.tanggal_surat):
            raise UserError(self.env._("A limpahan needs its sender, letter number and letter date."))
        pengaduan_sudo, kode = self.env["dpmd.pengaduan"]._terima(
            self._nilai_pengaduan(), self._nilai_pelapor(anonim), waktu=self.tanggal_terima
        )
        pengaduan = pengaduan_sudo.sudo(False)
        pelapor_sudo = pengaduan_sudo.pelapor_ids
        pelapor_sudo._tambah_berkas_loket(self._berkas())
        if self.kuasa and self.surat_kuasa and not anonim:
            surat = [(self._fields["surat_kuasa"]._description_string(self.env), base64.b64decode(self.surat_kuasa))]
            for nama, sebab in pelapor_sudo._tambah_surat_kuasa(surat):
                raise UserError(self.env._("%(berkas)s is not accepted: %(sebab)s.", berkas=nama, sebab=sebab))
        terbaca = pengaduan.has_access("read")  # no more, where it is the receiving officer who is reported
        if terbaca and self.identitas != "terbuka" and self.kutipan:
            pengaduan.action_konfirmasi_kutipan(self.kutipan)
        # A secret identity locks at the end of step 3: its tanda terima is printed before.
        if terbaca and self.daftarkan and self.identitas == "terbuka":
            pengaduan.action_daftarkan()
        disurelkan = pelapor_sudo._kirim_tanda_terima(kode)
        # The words of a person do not stay behind in a dialog's table.
        self.sudo().unlink()
        return {
            "type": "ir.actions.act_window",
            "res_model": "dpmd.tanda.terima.wizard",
            "views": [(False, "form")],
            "target": "new",
            "name": self.env._("Complaint received"),
            "context": {"active_id": pengaduan.id, "dpmd_kode": kode, "dpmd_disurelkan": disurelkan},
        }

    def _nilai_pengaduan(self):
        nilai = {
            name: self._fields[name].convert_to_write(self[name], self) for name in KOLOM_REGISTER - {"tanggal_terima"}
        }
        return {
            **nilai,
            "terlapor_pejabat": self.terlapor_dpmd and (self.terlapor_pejabat or "tidak_tahu"),
            "terlapor_bidang_id": self.terlapor_bidang_id.id,
            "company_id": self.company_id.id,
            "saluran": self.saluran,
            "identitas": self.identitas,
            "uraian": self.isi_asli if self.identitas == "terbuka" else False,
        }

    def _nilai_pelapor(self, anonim):
        if anonim:
            return {"isi_asli": self.isi_asli, "ttd_cara": "tanpa"}
        nilai = {name: self[name] for name in KOLOM_IDENTITAS - {"wilayah_id", "ttd", "surat_kuasa"}}
        return {
            **nilai,
            "wilayah_id": self.alamat_wilayah_id.id,
            "ttd": self.ttd if self.ttd_cara == "layar" else False,
            "ttd_waktu": fields.Datetime.now() if self.ttd_cara else False,
            "persetujuan": fields.Datetime.now() if self.persetujuan else False,
        }

    def _berkas(self):
        """Return the scans this user uploaded into this dialog (superuser), and no others."""
        return self.berkas_ids.sudo().filtered(
            lambda berkas: (
                berkas.create_uid == self.env.user
                and not berkas.res_field
                and berkas.res_model == self._name
                and berkas.res_id in (0, self.id)
            )
        )


class DpmdTandaTerimaWizard(models.TransientModel):
    """The receipt number of a complaint, shown once and stored nowhere."""

    _name = "dpmd.tanda.terima.wizard"
    _description = "Receipt Number"
    _inherit = ["dpmd.wizard"]

    kode = fields.Char(string="Receipt Number", compute="_compute_kode")
    disurelkan = fields.Boolean(string="Mailed", compute="_compute_kode")
    register = fields.Char(string="Register Number", compute="_compute_kode")
    state = fields.Selection(related="pengaduan_id.state")
    identitas_terbaca = fields.Boolean(compute="_compute_kode")

    @api.depends("res_id")
    @api.depends_context("dpmd_kode", "dpmd_disurelkan")
    def _compute_kode(self):
        for wizard in self:
            wizard.kode = self.env.context.get("dpmd_kode")
            wizard.disurelkan = bool(self.env.context.get("dpmd_disurelkan"))
            wizard.register = wizard.pengaduan_id.name if wizard.pengaduan_id.tanggal_daftar else False
            wizard.identitas_terbaca = bool(wizard.pengaduan_id) and wizard.pengaduan_id._identitas_terbuka()

    def action_cetak(self):
        """Print the tanda terima with the receipt number on it."""
        pelapor = self.env["dpmd.pelapor"].search([("pengaduan_id", "=", self._kasus().id)])
        return self.env.ref("dpmd_pengaduan.report_tanda_terima").report_action(pelapor, config=False)

    def action_daftarkan(self):
        """Step 2 of a secret complaint, after its tanda terima was printed; step 3 too when the form is complete."""
        self._kasus().action_daftarkan()
        return self.action_buka()

    def action_buka(self):
        """Open the case."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "dpmd.pengaduan",
            "res_id": self._kasus().id,
            "views": [(False, "form")],
            "target": "current",
        }
