import hashlib
import secrets

from odoo import api, fields, models
from odoo.exceptions import LockError, UserError
from odoo.fields import Domain
from odoo.tools.misc import hmac

from ..models.dasar.berkas import nama_berkas
from ..models.dasar.kiriman import bersihkan_kiriman
from ..models.naskah.gambar import qr

UMUR_MENIT = 30


class DpmdTerimaWizard(models.TransientModel):
    """Photos from a phone: for half an hour an address takes files into one draft, and does nothing else.

    Nobody logs in there, so the address says and shows nothing of the draft. It dies with the draft, and when
    another one is asked for; only its keyed hash is kept.
    """

    _inherit = "dpmd.terima.wizard"

    ponsel_hash = fields.Char(string="Phone Hash", index="btree_not_null", groups="base.group_system")
    ponsel_sampai = fields.Datetime(string="Phone until", groups="base.group_system")

    @api.model
    def _hash_ponsel(self, token):
        return hmac(self.env(su=True), "dpmd.terima.ponsel", token)

    def action_foto_ponsel(self):
        """Make the address for a phone; one given before takes nothing any more.

        :return: ``{"qr": data URI, "alamat": address, "menit": how long it works}``
        :raise AccessError: of another's draft
        """
        self.ensure_one()
        self.check_access("write")
        token = secrets.token_urlsafe(24)
        self.sudo().write(
            {
                "ponsel_hash": self._hash_ponsel(token),
                "ponsel_sampai": fields.Datetime.add(fields.Datetime.now(), minutes=UMUR_MENIT),
            }
        )
        pangkal = self.env["dpmd.instansi"]._milik(self.company_id)._alamat_publik()
        alamat = f"{pangkal}/pengaduan/foto/{token}"
        return {"qr": qr(alamat), "alamat": alamat, "menit": UMUR_MENIT}

    @api.model
    def _cari_ponsel_sudo(self, token):
        """Return the draft (superuser) that an address takes files into now; empty for none.

        Also where its author does not receive complaints any more.
        """
        konsep_sudo = self.sudo().search(
            Domain("ponsel_hash", "=", self._hash_ponsel(token)) & Domain("ponsel_sampai", ">", fields.Datetime.now())
        )
        petugas = konsep_sudo.create_uid
        if not konsep_sudo or not self.env["dpmd.penugasan"].sudo()._pejabat(
            "pengadministrasi_umum", konsep_sudo.company_id, user=petugas
        ):
            return self.browse()
        return konsep_sudo

    def _terima_foto(self, berkas):
        """Keep the good ones of the files a phone sent, as clean as what citizens send from home; one sent twice, once.

        :param berkas: ``[(name, bytes)]``
        :return: the refused ones as ``[(name, why)]``
        :raise UserError: the draft is just being saved by somebody else
        """
        self.ensure_one()
        maks, maks_mb = self.env["dpmd.pelapor"]._batas_berkas_kantor(self.company_id)
        bersih, ditolak = [], [(nama, self.env._("at most %(maks)s files", maks=maks)) for nama, _isi in berkas[maks:]]
        for nama, isi in berkas[:maks]:
            try:
                bersih.append((nama, *bersihkan_kiriman(self.env, isi, maks_mb)))
            except UserError as galat:
                ditolak.append((nama, str(galat)))
        # Only now, since cleaning takes its time and the officer types on: one sending after the other is counted.
        try:
            self.lock_for_update()
        except LockError as galat:
            raise UserError(self.env._("The complaint is just being saved. Please send it again.")) from galat
        for nama, isi, mimetype, akhiran in bersih:
            if hashlib.sha1(isi, usedforsecurity=False).hexdigest() in self.berkas_ids.mapped("checksum"):
                continue
            if len(self.berkas_ids) >= maks:
                ditolak.append((nama, self.env._("at most %(maks)s files", maks=maks)))
                continue
            self._simpan_foto(nama_berkas(nama, akhiran, len(self.berkas_ids) + 1), isi, mimetype)
        return ditolak

    def _simpan_foto(self, nama, isi, mimetype):
        """Keep one file as its author uploads one: in the officer's name and with his rights, under a number."""
        konsep = self.with_user(self.create_uid).with_context(image_no_postprocess=True)
        lampiran = konsep.env["ir.attachment"].create(
            {"name": nama, "raw": isi, "mimetype": mimetype, "res_model": self._name, "res_id": self.id}
        )
        konsep.write({"berkas_ids": [fields.Command.link(lampiran.id)]})
        konsep.flush_recordset()
