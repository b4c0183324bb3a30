from odoo import api, models
from odoo.exceptions import AccessError, UserError

from .izin import KUNCI_BERKAS, IzinBerkas, pakai_izin

TUJUAN = ("res_model", "res_id", "res_field")
# A file of a guarded record is read through that record's rules, and in no other way.
TERTUTUP = {"public": False, "access_token": False}


class IrAttachment(models.Model):
    """A file of a guarded record is evidence: it may be added while the record takes files, and then stays as it is.

    The flow adds, swaps and removes files by licence; a binary field's file comes and goes with a write of its
    record. ``env.su`` proves nothing here either: many routes of Odoo handle files as superuser.
    """

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        records, berizin_ = pakai_izin(self)
        bawaan = {**dict.fromkeys(TUJUAN), **records.default_get([*TUJUAN, "type", "url"])}
        baru = []
        for vals in vals_list:
            records._cek_asal(vals)
            nilai = {**bawaan, **vals}
            terjaga = records._milik_terjaga(nilai) is not None
            if terjaga and not berizin_:
                records._cek_tambah(nilai)
            baru.append({**vals, **TERTUTUP} if terjaga else vals)
        return super(IrAttachment, records).create(baru)

    def write(self, vals):
        records, berizin_ = pakai_izin(self)
        records._cek_asal(vals)
        if not berizin_:
            records._cek_ubah(set(vals))
        if set(TUJUAN) & set(vals):
            kolom = (*TUJUAN, "type", "url")
            nilai = [{**{name: berkas[name] for name in kolom}, **vals} for berkas in records.sudo()]
            masuk = [satu for satu in nilai if records._milik_terjaga(satu) is not None]
            for satu in masuk if not berizin_ else ():
                records._cek_tambah(satu)
            vals = {**vals, **TERTUTUP} if masuk else vals
        return super(IrAttachment, records).write(vals)

    @api.ondelete(at_uninstall=True)
    def _unlink_except_dpmd(self):
        records, berizin_ = pakai_izin(self)
        if not berizin_:
            records._cek_ubah()

    def _cek_asal(self, vals):
        """Raise where a file names as its original one that the user may not read: Odoo would tell him its name."""
        if vals.get("original_id"):
            self.browse(vals["original_id"]).sudo(False).check_access("read")

    def _milik_terjaga(self, nilai):
        """Return the guarded record that a file, or the values of one, belongs to; ``None`` where it is no such."""
        res_id = int(nilai["res_id"] or 0)
        model = self.env.get(nilai["res_model"]) if res_id else None
        terjaga = model is not None and isinstance(model, self.pool["dpmd.terjaga"])
        return model.browse(res_id) if terjaga else None

    def _berkas_berizin(self, nilai):
        """Return whether a file belongs to a write of its record that is under way."""
        izin = self.env.context.get(KUNCI_BERKAS)
        return isinstance(izin, IzinBerkas) and izin.berlaku(
            nilai["res_model"], int(nilai["res_id"]), nilai["res_field"]
        )

    def _cek_tambah(self, nilai):
        """Raise unless a file may be put on a guarded record now, by whoever really asks for it."""
        if self._berkas_berizin(nilai):
            return
        if nilai["res_field"]:
            raise UserError(self.env._("What belongs to a field is stored with its record, never by itself."))
        if nilai.get("url") or nilai.get("type") == "url":
            raise UserError(self.env._("A link is no evidence: its page can change. Attach the file itself."))
        milik = self._milik_terjaga(nilai).sudo(False)
        if milik.env.su:
            raise UserError(self.env._("Files of this record are kept by the steps of the SOP only."))
        milik.check_access("write")
        try:
            milik._cek_tambah_berkas()
        except UserError as galat:
            # Odoo's upload routes answer this one in words, and any other as a failure of the server.
            raise AccessError(str(galat)) from galat

    def _cek_ubah(self, kolom=frozenset()):
        """Raise where a file belongs to a guarded record; once that is gone, by its own rules, its files may go.

        :param set kolom: names of the fields that are written; none when the file is deleted
        """
        terjaga_sudo = self.sudo().filtered(
            lambda berkas: self._milik_terjaga(berkas) and not self._berkas_berizin(berkas)
        )
        # Odoo's viewer draws a small picture of a PDF, once.
        if kolom == {"thumbnail"}:
            terjaga_sudo = terjaga_sudo.filtered("has_thumbnail")
        if any(self._milik_terjaga(berkas).exists() for berkas in terjaga_sudo):
            self.check_access("write")  # who may not even read the record learns nothing of it
            raise UserError(
                self.env._(
                    "Files of an official record are neither changed nor deleted. Whoever put one on an open case may "
                    "take it back, with a reason, until the next step is taken: “Withdraw a file”."
                )
            )
