from odoo import fields, models
from odoo.exceptions import UserError


class DpmdPengaduan(models.Model):
    """Step 16: the frozen papers are filed."""

    _inherit = "dpmd.pengaduan"

    def _syarat_arsipkan(self, cara):
        return self._kertas_tertunda()

    def action_arsipkan(self, klasifikasi_id=None, lokasi=None):
        """Step 16: file the frozen papers; joined cases follow their lead.

        :param int klasifikasi_id: filing code
        :param str lokasi: room, cabinet, box, folder
        """
        self._tempuh("arsipkan", klasifikasi_id=klasifikasi_id, lokasi=lokasi)

    def _kerjakan_arsipkan(self, jejak, klasifikasi_id, lokasi):
        klasifikasi = self.env["dpmd.klasifikasi"].browse(klasifikasi_id).exists()
        lokasi = (lokasi or "").strip()
        if not klasifikasi or not lokasi:
            raise UserError(self.env._("Choose the filing code and write the location."))
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        aktif = fields.Date.add(hari_ini, years=klasifikasi.retensi_aktif)
        berlaku = self.sudo().dokumen_ids.filtered(lambda dokumen: dokumen.state == "berlaku")
        self.env["dpmd.arsip"].sudo()._buat(
            {
                "pengaduan_id": self.id,
                "company_id": self.company_id.id,
                "klasifikasi_id": klasifikasi.id,
                "lokasi": lokasi,
                "tanggal": hari_ini,
                "user_id": self.env.uid,
                "aktif_sampai": aktif,
                "inaktif_sampai": fields.Date.add(aktif, years=klasifikasi.retensi_inaktif),
                "nasib_akhir": dict(klasifikasi._fields["nasib_akhir"].selection).get(klasifikasi.nasib_akhir),
                "dokumen_ids": [fields.Command.set(berlaku.ids)],
            }
        )
        self._susulkan_gabungan()
        jejak.keluaran = self.env._("Filed under %(kode)s, %(lokasi)s", kode=klasifikasi.kode, lokasi=lokasi)
