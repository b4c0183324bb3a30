import base64
import hashlib

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..dasar.berkas import nama_berkas, perlu_diurai
from ..dasar.izin import berizin
from ..dasar.kiriman import bersihkan_kiriman
from ..dasar.suara import jenis_suara
from ..perkara.alur import TAMAT

# With messages, after all that the form may hold: enough for whoever has evidence, too little to fill a disk.
BERKAS_PESAN = 30
BERKAS_PESAN_SEHARI = 10


class DpmdPelapor(models.Model):
    """Files of the pelapor: with the form until it is declared complete, with a message until the case is answered.

    Those of the form stay as they were then. Later ones hang on their message, which nobody changes or deletes.
    """

    _inherit = "dpmd.pelapor"

    def _batas_berkas(self):
        """Return how many files a form may have and how large one may be (MB)."""
        return self._batas_berkas_kantor(self.company_id)

    @api.model
    def _batas_berkas_kantor(self, company):
        instansi_sudo = self.env["dpmd.instansi"].sudo()
        instansi_sudo = instansi_sudo.search([("company_id", "=", company.id)], limit=1) or instansi_sudo.new({})
        return instansi_sudo.maks_berkas, instansi_sudo.maks_berkas_mb

    def _boleh_berkas(self):
        """Return whether the pelapor may still send files: until the case is answered or closed."""
        self.ensure_one()
        return self.pengaduan_id.state not in TAMAT

    def _formulir_terbuka(self):
        """Return whether files still belong to the form: until it is declared complete."""
        return self._boleh_berkas() and self.pengaduan_id.langkah <= 3

    def _tambah_kiriman(self, kunci, berkas, pesan=None):
        """Keep the good ones of the files a pelapor sends, where they belong now; a bad one sinks nothing.

        A file that is there already (sent again because the answer was lost) is kept once.

        :param str kunci: ``berkas``, ``surat_kuasa``, or ``berkas_pesan`` for what belongs to a message at any time
        :param berkas: ``[(name, bytes)]``
        :param pesan: the message they came with, if any
        :return: the refused ones as ``[(name, why)]``
        """
        self.ensure_one()
        if kunci == "berkas_pesan" or not self._formulir_terbuka():
            return self._tambah_berkas_pesan(berkas, pesan)
        return self._tambah_surat_kuasa(berkas) if kunci == "surat_kuasa" else self._tambah_berkas(berkas)

    def _tambah_berkas(self, berkas):
        """Keep files with the form, see ``_tambah_kiriman``; a voice note as a message, where it is written down."""
        maks = self._batas_berkas()[0]
        suara = [satu for satu in berkas if jenis_suara(satu[1])]
        lain = [satu for satu in berkas if satu not in suara]

        def cek_ruang():
            if self._jumlah_berkas() >= maks:
                raise UserError(self.env._("at most %(maks)s files", maks=maks))

        return self._terima_berkas(lain, maks, cek_ruang, lambda: self) + self._tambah_berkas_pesan(suara)

    def _tambah_berkas_pesan(self, berkas, pesan=None):
        """Keep files with a message, and put it before the desk, see ``_tambah_kiriman``."""
        self = self.with_user(SUPERUSER_ID)  # no create_uid names the sender
        if not self._boleh_berkas():
            sebab = self.env._("your complaint is answered or closed, so files are no longer taken")
            return [(nama, sebab) for nama, _isi in berkas]

        def cek_ruang():
            lama_sudo = self._berkas_sudo("dpmd.pesan")
            kemarin = fields.Datetime.subtract(fields.Datetime.now(), days=1)
            if len(lama_sudo) >= BERKAS_PESAN:
                raise UserError(self.env._("you have sent %(maks)s files already", maks=BERKAS_PESAN))
            if len(lama_sudo.filtered(lambda satu: satu.create_date > kemarin)) >= BERKAS_PESAN_SEHARI:
                raise UserError(
                    self.env._("at most %(maks)s files a day; send it again tomorrow", maks=BERKAS_PESAN_SEHARI)
                )

        def tempat():
            self.pengaduan_id._ingatkan_pesan()
            return pesan or self._kirim_pesan(self.env._("(Files without words)"))

        ditolak = self._terima_berkas(berkas, BERKAS_PESAN_SEHARI, cek_ruang, tempat)
        self.env.flush_all()  # a flush in the sender's name would write it into write_uid
        return ditolak

    def _terima_berkas(self, berkas, maks, cek_ruang, tempat):
        """Keep the good ones of some files, see ``_tambah_kiriman``.

        :param int maks: how many are looked at in one sending
        :param cek_ruang: raises where there is no room for another one
        :param tempat: returns the record that another one is kept on
        """
        ditolak, diurai, maks_mb = [], 0, self._batas_berkas()[1]
        for nama, isi in berkas:
            diurai += perlu_diurai(isi) and len(isi) <= maks_mb * 2**20
            try:
                # Decoded also where there is no room: it may be here already. But no more than there may be.
                if diurai > maks:
                    raise UserError(self.env._("at most %(maks)s files", maks=maks))
                isi, mimetype, akhiran = bersihkan_kiriman(self.env, isi, maks_mb)
                if self._berkas_sudo().filtered_domain([("checksum", "=", _sidik(isi))]):
                    continue
                cek_ruang()
                polos = self._nama_kiriman(nama, akhiran)
                tempat()._simpan_berkas([{"name": polos, "raw": isi, "mimetype": mimetype}])
            except UserError as galat:
                ditolak.append((nama, str(galat)))
        return ditolak

    def _tambah_berkas_loket(self, lampiran_sudo):
        """Put the scans of the counter with the form, as clean as what citizens send themselves.

        :param lampiran_sudo: attachments the officer has uploaded for this complaint
        :raise UserError: one of them is not taken
        """
        maks_mb = self._batas_berkas()[1]
        for satu in lampiran_sudo:
            try:
                isi, mimetype, akhiran = bersihkan_kiriman(self.env, satu.raw, maks_mb)
            except UserError as galat:
                raise UserError(
                    self.env._("%(berkas)s is not accepted: %(sebab)s.", berkas=satu.name, sebab=galat)
                ) from None
            milik = {"res_model": self._name, "res_id": self.id, "name": self._nama_kiriman(satu.name, akhiran)}
            berizin(satu).write({**milik, "raw": isi, "mimetype": mimetype})

    def _nama_kiriman(self, nama, akhiran):
        """Return the name a file of the pelapor is kept under; of who stays unknown, a number."""
        return nama_berkas(nama, akhiran, 0 if self.identitas == "terbuka" else len(self._berkas_sudo()) + 1)

    def _tambah_surat_kuasa(self, berkas):
        """Keep the letter of authority of whoever complains for another; the last one sent counts.

        :param berkas: ``[(name, bytes)]``
        :return: the refused ones as ``[(name, why)]``
        """
        self.ensure_one()
        if not self.kuasa:
            return self._tambah_berkas(berkas)
        ditolak = []
        for nama, isi in berkas[-1:]:
            try:
                isi, _mimetype, _akhiran = bersihkan_kiriman(self.env, isi, self._batas_berkas()[1], suara=False)
            except UserError as galat:
                ditolak.append((nama, str(galat)))
                continue
            pelapor = self.with_user(SUPERUSER_ID)
            pelapor._tulis({"surat_kuasa": base64.b64encode(isi)})
            # A flush in the sender's name would write it into write_uid.
            pelapor.flush_recordset()
        return ditolak

    def _perlu_surat_kuasa(self):
        """Return whether the letter of authority is still to come."""
        self.ensure_one()
        return self.kuasa and not self.with_context(bin_size=True).surat_kuasa

    def _jumlah_berkas(self):
        """Return how many files came with the form."""
        return len(self._berkas_sudo("dpmd.pelapor"))

    def _berkas_sudo(self, *model):
        """Return the loose files of the pelapor (superuser), in the order in which they came.

        :param model: ``dpmd.pelapor`` (with the form), ``dpmd.pesan`` (with messages); both where none is named
        """
        milik = {"dpmd.pelapor": self.ids, "dpmd.pesan": self.sudo().pesan_ids.ids}
        domain = [[("res_model", "=", satu), ("res_id", "in", milik[satu])] for satu in model or milik]
        return self.env["ir.attachment"].sudo().search(Domain.OR(domain) & Domain("res_field", "=", False), order="id")


def _sidik(isi):
    """Return the checksum Odoo keeps of a file."""
    return hashlib.sha1(isi, usedforsecurity=False).hexdigest()
