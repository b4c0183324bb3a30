from odoo import models
from odoo.exceptions import UserError

from ..dasar.berkas import nama_berkas
from ..dasar.kiriman import bersihkan_kiriman
from ..perkara.alur import TAMAT
from .gerbang import cek_gerbang


class DpmdPengaduan(models.Model):
    _inherit = "dpmd.pengaduan"

    def message_update(self, msg_dict, update_vals=None):
        """Take a reply by mail into the talk on a case, as plain text and under its bare address.

        :param dict msg_dict: the mail as Odoo read it; cleaned here, since it is posted afterwards
        :param dict update_vals: never written
        :raise AccessError: unless the mail comes in by the gateway
        """
        cek_gerbang(self.env)
        self.env["dpmd.pelapor"]._baca_surel(msg_dict)
        self._lampirkan(msg_dict)
        return True

    def _lampirkan(self, msg_dict):
        """Keep the good files of a mail on the case; a refused one is named under the mail, with the reason."""
        self.ensure_one()
        Pelapor = self.env["dpmd.pelapor"]
        maks, maks_mb = Pelapor._batas_berkas_kantor(self.company_id)
        baik, ditolak = [], []
        for nama, isi in Pelapor._berkas_surat(msg_dict):
            try:
                if self.state in TAMAT:
                    raise UserError(self.env._("the case is closed, files are no longer taken"))
                if len(baik) >= maks:
                    raise UserError(self.env._("at most %(maks)s files", maks=maks))
                isi, mimetype, akhiran = bersihkan_kiriman(self.env, isi, maks_mb)
            except UserError as galat:
                ditolak.append((nama, str(galat)))
                continue
            urutan = 0 if self.identitas == "terbuka" else len(baik) + 1
            baik.append({"name": nama_berkas(nama, akhiran, urutan), "raw": isi, "mimetype": mimetype})
        msg_dict["attachment_ids"] = self._simpan_berkas(baik).ids
        Pelapor._sebut_ditolak(msg_dict, ditolak)
