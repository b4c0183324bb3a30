import base64

from odoo import fields, models
from odoo.exceptions import AccessError, LockError, UserError

from ..models.pelapor.dpmd_pelapor import KOLOM_IDENTITAS
from ..models.perkara.dpmd_pengaduan import KOLOM_REGISTER
from .tanda_terima import aksi_tanda_terima


class DpmdTerimaWizard(models.TransientModel):
    """What is made of the draft when it is received: one complaint, and nothing that stays behind."""

    _inherit = "dpmd.terima.wizard"

    def action_terima(self):
        """Take the complaint, print its tanda terima, show its receipt number once; then open the case.

        Step 1, and where asked for steps 2 and 3. The tanda terima of a secret complaint names nobody, so it is
        printed in the same press that locks the identity.

        :return: the client's action that saves the print and shows the number
        :raise AccessError: for anyone but the Pengadministrasi Umum of the office, and for another's draft
        :raise UserError: it was received before, or what is needed is missing
        """
        return self._terima()

    def action_terima_berikutnya(self):
        """Do the same, and open the empty page for the next one; see ``action_terima``."""
        return self._terima(berikutnya=True)

    def _terima(self, berikutnya=False):
        self._pegang()
        anonim = self.identitas == "anonim"
        self._periksa(anonim)
        pengaduan_sudo, kode = self.env["dpmd.pengaduan"]._terima(
            self._nilai_pengaduan(), self._nilai_pelapor(anonim), waktu=self._saat_diterima()
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
        if terbaca and self.daftarkan:
            pengaduan.action_daftarkan()
        disurelkan = pelapor_sudo._kirim_tanda_terima(kode)
        # The words of a person do not stay behind in the table of the drafts.
        self.sudo().unlink()
        return aksi_tanda_terima(
            pengaduan_sudo, pelapor_sudo._pdf_tanda_terima(kode), kode, disurelkan=disurelkan, berikutnya=berikutnya
        )

    def _pegang(self):
        """Hold the draft, so that one press makes one complaint; raise where another press was first."""
        self.ensure_one()
        try:
            ada = self.exists()
            ada.check_access("write")
            ada.lock_for_update()
        except LockError as galat:
            raise UserError(self.env._("This complaint is being received in this moment.")) from galat
        if not ada:
            raise UserError(
                self.env._(
                    "This complaint was received already, or its draft was thrown away. Look for it among the "
                    "complaints; where its receipt number was not written down, give it a new one there."
                )
            )

    def _periksa(self, anonim):
        """Raise where the user may not receive it, or something is missing without which nobody can."""
        company = self.company_id
        if company not in self.env.companies or not self.env["dpmd.penugasan"]._pejabat(
            "pengadministrasi_umum", company, user=self.env.user
        ):
            raise AccessError(self.env._("Complaints are taken at the counter by the Pengadministrasi Umum."))
        if not (self.isi_asli or "").strip():
            raise UserError(self.env._("Write down what happened."))
        if not anonim and not (self.telepon or self.email or self.alamat):
            raise UserError(self.env._("Write down how the pelapor can be reached: phone, e-mail or address."))
        if self.saluran == "limpahan" and not (self.pengirim and self.nomor_surat and self.tanggal_surat):
            raise UserError(self.env._("A limpahan needs its sender, letter number and letter date."))

    def _saat_diterima(self):
        """Return when the complaint was received (UTC): as typed, or when the officer began to type."""
        return self.tanggal_terima or min(self.create_date.replace(microsecond=0), fields.Datetime.now())

    def _nilai_pengaduan(self):
        nilai = {
            name: self._fields[name].convert_to_write(self[name], self) for name in KOLOM_REGISTER - {"tanggal_terima"}
        }
        return {
            **nilai,
            "perihal": (self.perihal or "").strip() or self.perihal_otomatis,
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
