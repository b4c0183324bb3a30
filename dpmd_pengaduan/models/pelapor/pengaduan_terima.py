from odoo import api, fields, models
from odoo.exceptions import UserError

from ..kantor.hari import zona
from ..perkara.alur import PENGADMIN


class DpmdPengaduan(models.Model):
    """Steps 1 and 2: a complaint comes in, and gets its number in the register."""

    _inherit = "dpmd.pengaduan"

    @api.model
    def _terima(self, pengaduan, pelapor, waktu=None):
        """Step 1: a complaint comes in. For the public form, the counter and the mail intake only.

        :param dict pengaduan: values of the case; ``company_id``, ``saluran`` and ``perihal`` at least
        :param dict pelapor: values of the pelapor
        :param datetime waktu: when it was received (UTC), which may lie before the entry
        :return: the case (superuser) and its receipt number, to be shown once
        """
        sekarang = fields.Datetime.now()
        if waktu and waktu > sekarang:
            raise UserError(self.env._("A complaint cannot be received in the future."))
        waktu = waktu or sekarang
        company = self.env["res.company"].browse(pengaduan["company_id"])
        identitas = pengaduan.get("identitas") or "terbuka"
        petugas = self.env["dpmd.penugasan"]._pejabat(PENGADMIN, company, user=self.env.user)[:1]
        Pengaduan_sudo = self.sudo().with_context(mail_create_nosubscribe=True)
        bidang = self.env["dpmd.bidang"].browse(pengaduan.get("terlapor_bidang_id"))
        users = self.env["res.users"]
        pengaduan_sudo = Pengaduan_sudo._buat(
            {
                **pengaduan,
                **self._nilai_terlapor(company, pengaduan.get("terlapor_pejabat"), bidang, users),
                "sop_id": self._sop_saat(company, waktu).id,
                "tanggal_terima": waktu,
                "state": "masuk",
                "langkah": 1,
                "identitas": identitas,
                "usul_bidang_id": self.env["dpmd.jenis"].sudo().browse(pengaduan.get("jenis_id")).bidang_id.id,
            }
        )
        pelapor_sudo = Pengaduan_sudo.env["dpmd.pelapor"]._buat(
            {
                **pelapor,
                "pengaduan_id": pengaduan_sudo.id,
                "company_id": company.id,
                "identitas": identitas,
                "petugas_id": petugas.user_id.id,
                "terkunci": False,
            }
        )
        pengaduan_sudo._tempuh("terima", waktu=waktu, petugas=petugas)
        return pengaduan_sudo, pelapor_sudo._buat_kode()

    @api.model
    def _sop_saat(self, company, waktu):
        """Return the SOP a complaint is handled by (superuser).

        :param datetime waktu: when it was received (UTC)
        :raise UserError: the office has no SOP in force
        """
        tanggal = fields.Datetime.context_timestamp(self.with_context(tz=zona(company)), waktu).date()
        sop_sudo = self.env["dpmd.sop"].sudo()._berlaku(company, tanggal)
        if not sop_sudo:
            raise UserError(self.env._("There is no SOP in force to handle a complaint by. Tell the administrator."))
        return sop_sudo

    def _kerjakan_terima(self, jejak, waktu, petugas):
        jejak.waktu, jejak.penugasan = waktu, petugas
        jejak.keluaran = self.env._("Tanda terima")

    def action_daftarkan(self):
        """Step 2: enter the complaint in the register under the next number of the year.

        A form that came complete with the complaint is step 3 too, so the case goes on to the Kadis.
        """
        for pengaduan in self:
            pengaduan._tempuh("daftarkan")
            if pengaduan.sudo().pelapor_ids.formulir_lengkap:
                pengaduan.action_beri_formulir()
                if not pengaduan._kurang_lengkap():
                    pengaduan.action_nyatakan_lengkap()

    def _kerjakan_daftarkan(self, jejak):
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        nomor = self.sudo()._ambil_nomor(hari_ini.year)
        name = instansi._bentuk_nomor(instansi.pola_register, nomor, hari_ini)
        jejak.kolom = {"name": name, "tanggal_daftar": jejak.waktu}
        jejak.keluaran = self.env._("Register %(nomor)s", nomor=name)
        pelapor_sudo = self.sudo().pelapor_ids
        if not pelapor_sudo.petugas_id:
            pelapor_sudo._tulis({"petugas_id": self.env.uid})
