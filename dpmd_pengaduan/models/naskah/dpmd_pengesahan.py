from odoo import api, fields, models

from ..dasar.dpmd_terjaga import hanya_tambah


class DpmdPengesahan(models.Model):
    """One paraf or signature on one paper, with the signer as he was at that moment. Append-only."""

    _name = "dpmd.pengesahan"
    _description = "Paraf or Signature"
    _inherit = ["dpmd.terjaga"]
    _order = "id"

    dokumen_id = fields.Many2one("dpmd.dokumen", string="Paper", required=True, index=True, ondelete="restrict")
    pengaduan_id = fields.Many2one("dpmd.pengaduan", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    jenis = fields.Selection(
        [
            ("penyusun", "Paraf of the drafter"),
            ("paraf", "Paraf"),
            ("tanda_tangan", "Signature"),
            ("menolak", "Refused to sign"),
        ],
        string="Kind",
        required=True,
    )
    user_id = fields.Many2one("res.users", ondelete="restrict")
    peserta_id = fields.Many2one("dpmd.rapat.peserta", string="Attendee", index="btree_not_null", ondelete="restrict")
    nama = fields.Char(string="Name", required=True)
    nip = fields.Char(string="NIP")
    pangkat = fields.Char(string="Pangkat (Golongan)")
    sebutan = fields.Char(string="Jabatan / Agency", required=True)
    waktu = fields.Datetime(string="When", required=True)
    cara = fields.Selection(
        [("layar", "On the screen"), ("kertas", "On paper"), ("sertifikat", "Certificate")], string="How", required=True
    )
    hash_isi = fields.Char(
        string="Content Hash", required=True, help="SHA-256 of the PDF that was read and signed, or of what it prints."
    )
    gambar = fields.Binary(string="Image", attachment=False)
    alasan = fields.Text(string="Reason")
    petugas_id = fields.Many2one(
        "res.users", string="Entered by", ondelete="restrict", help="Who entered it, or held the tablet."
    )
    bukti_id = fields.Many2one("ir.attachment", string="Scan", ondelete="restrict")

    def init(self):
        hanya_tambah(self.env.cr, self._table)

    @api.depends("nama", "sebutan")
    def _compute_display_name(self):
        for sah in self:
            sah.display_name = f"{sah.nama} ({sah.sebutan})"

    @api.model
    def _sahkan(self, dokumen, jenis, penugasan=None, peserta=None, waktu=None, **isi):
        """Put one paraf or signature on a paper; for the flow only.

        :param dokumen: the paper, a draft
        :param str jenis: ``paraf``, ``tanda_tangan`` or ``menolak``
        :param penugasan: the official's appointment, or
        :param peserta: the attendee of a meeting; ``nama`` is then whoever signs for that one
        :param isi: ``cara`` (default on the screen), ``gambar``, ``alasan``, ``nama``, ``bukti_id``
        """
        orang = penugasan or peserta
        pengaduan = dokumen._perkara_sudo()
        return self.sudo()._buat(
            {
                "dokumen_id": dokumen.id,
                "pengaduan_id": pengaduan.id,
                "company_id": dokumen.company_id.id,
                "jenis": jenis,
                "user_id": orang.user_id.id,
                "peserta_id": peserta.id if peserta else False,
                "nama": penugasan.nama if penugasan else False,
                "nip": penugasan.nip if penugasan else False,
                "pangkat": penugasan.pangkat if penugasan else False,
                "sebutan": orang.sebutan or "-",
                "waktu": waktu or fields.Datetime.now(),
                "cara": "layar",
                "hash_isi": dokumen.sha256_ajuan or dokumen.hash_isi,
                "petugas_id": self.env.uid,
                **isi,
            }
        )
