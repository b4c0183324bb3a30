import base64
import hashlib
from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..naskah.dokumen_utuh import NaskahBerubah

PENYEDIA = [("pkcs12", "Own certificate (PKCS#12)"), ("bsre", "BSrE e-Sign")]
TERBUKA = ("diminta", "tidak_diketahui")
PALING_LAMA = timedelta(minutes=5)  # a request that takes longer was cut off: a worker of Odoo does not live as long


class DpmdSertifikasi(models.Model):
    """One attempt to put a certificate on an issued paper: by whom, with which provider, what came back.

    It is written before the provider is asked, in a transaction of its own, and once more when the answer is there:
    so an attempt that was cut off stays, and stands in the way of a second one until it is settled.
    """

    _name = "dpmd.sertifikasi"
    _description = "Certificate on a Paper"
    _inherit = ["dpmd.terjaga"]
    _order = "id desc"

    dokumen_id = fields.Many2one("dpmd.dokumen", string="Paper", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, ondelete="restrict")
    user_id = fields.Many2one("res.users", string="By", required=True, ondelete="restrict")
    nama = fields.Char(string="Name", required=True)
    nip = fields.Char(string="NIP")
    sebutan = fields.Char(string="Jabatan", required=True)
    penyedia = fields.Selection(PENYEDIA, string="Provider", required=True)
    waktu = fields.Datetime(string="When", required=True)
    sha256_naskah = fields.Char(string="SHA-256 of the paper", required=True, help="What was given to be signed.")
    state = fields.Selection(
        [
            ("diminta", "Asked for"),
            ("tidak_diketahui", "Outcome unknown"),
            ("gagal", "Not signed"),
            ("berhasil", "Certified"),
        ],
        string="Status",
        required=True,
    )
    catatan = fields.Char(string="Note")
    pdf = fields.Binary(string="Certified PDF", attachment=True)
    sha256 = fields.Char(string="SHA-256 of the certified PDF")
    tepercaya = fields.Boolean(string="Trusted issuer", help="As this office trusted it when the answer came.")
    nama_sertifikat = fields.Char(string="Certificate of")
    penerbit = fields.Char(string="Issued by")
    waktu_tanda = fields.Datetime(string="Signed on", help="By the clock of the provider, or a trusted time-stamp.")
    cap_waktu = fields.Boolean(string="Time-stamped")

    _satu_uniq = models.UniqueIndex(
        "(dokumen_id) WHERE state <> 'gagal'",
        "This paper has a certificate, or an attempt whose outcome is not known yet.",
    )

    def init(self):
        # An attempt that is settled is final, also against SQL; an open one is settled and nothing else.
        self.env.cr.execute("""
            CREATE OR REPLACE FUNCTION dpmd_sertifikasi_beku() RETURNS trigger AS $$
            BEGIN
                IF TG_OP = 'UPDATE' AND OLD.state IN ('diminta', 'tidak_diketahui') AND NEW.state <> 'diminta'
                    AND (NEW.dokumen_id, NEW.company_id, NEW.user_id, NEW.nama, NEW.nip, NEW.sebutan, NEW.penyedia,
                         NEW.waktu, NEW.sha256_naskah)
                        IS NOT DISTINCT FROM
                        (OLD.dokumen_id, OLD.company_id, OLD.user_id, OLD.nama, OLD.nip, OLD.sebutan, OLD.penyedia,
                         OLD.waktu, OLD.sha256_naskah)
                THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION 'dpmd: what was certified is final';
            END $$ LANGUAGE plpgsql
        """)
        self.env.cr.execute("""
            CREATE OR REPLACE TRIGGER dpmd_sertifikasi_beku BEFORE UPDATE OR DELETE ON dpmd_sertifikasi
            FOR EACH ROW EXECUTE FUNCTION dpmd_sertifikasi_beku()
        """)

    @api.depends("dokumen_id", "sebutan")
    def _compute_display_name(self):
        for satu in self:
            satu.display_name = f"{satu.dokumen_id.sudo().display_name} ({satu.sebutan})"

    @api.model
    def _minta(self, dokumen, tugas, penyedia):
        """Begin an attempt.

        :param tugas: the appointment under which the user signs
        :return: it (superuser)
        """
        return self.sudo()._buat(
            {
                "dokumen_id": dokumen.id,
                "company_id": dokumen.company_id.id,
                "user_id": self.env.uid,
                "nama": tugas.nama,
                "nip": tugas.nip,
                "sebutan": tugas.sebutan,
                "penyedia": penyedia,
                "waktu": fields.Datetime.now(),
                "sha256_naskah": dokumen.sha256,
                "state": "diminta",
            }
        )

    def _masih_berjalan(self):
        """Return whether the provider may still be answering."""
        return self.state == "diminta" and self.waktu > fields.Datetime.now() - PALING_LAMA

    def _berhasil(self, isi, tanda, catatan=""):
        """Keep a certified PDF, and say so on the card.

        :param bytes isi: the PDF
        :param dict tanda: what its newest signature says, see ``pdf_luar.baca``
        """
        sidik = hashlib.sha256(isi).hexdigest()
        self._tulis(
            {
                "state": "berhasil",
                "catatan": catatan or False,
                "pdf": base64.b64encode(isi),
                "sha256": sidik,
                "tepercaya": tanda["hasil"] == "sah",
                "nama_sertifikat": tanda.get("nama"),
                "penerbit": tanda.get("penerbit"),
                "waktu_tanda": tanda.get("waktu"),
                "cap_waktu": tanda.get("cap_waktu"),
            }
        )
        kalimat = self.env._(
            "%(naskah)s got a certificate of %(penerbit)s; SHA-256 of the certified PDF: %(sidik)s",
            naskah=self.dokumen_id.display_name,
            penerbit=self.penerbit or "?",
            sidik=sidik,
        )
        self.dokumen_id._perkara_sudo()._catat(kalimat, dokumen_id=self.dokumen_id.id)

    # ------------------------------------------------------------------
    # The kept file
    # ------------------------------------------------------------------

    def _isi_pdf(self):
        """Return the certified PDF (bytes), compared with its hash; the caller has checked who reads it.

        :raise NaskahBerubah: the file is gone or another
        """
        isi = base64.b64decode(self.with_context(bin_size=False).pdf or b"")
        self._cek_isi("pdf", isi)
        return isi

    def _cek_isi(self, _kolom, isi):
        """Raise unless the bytes are those of the certified PDF; another file is shown to nobody.

        :raise NaskahBerubah: they are others
        """
        if self.sudo().sha256 != hashlib.sha256(isi).hexdigest():
            raise NaskahBerubah(
                self.env._(
                    "The certified PDF is not shown: the file kept here is no longer the one that was certified."
                )
            )

    def action_unduh(self):
        """Open the certified PDF.

        :raise UserError: there is none
        """
        self.ensure_one()
        self.check_access("read")
        if self.state != "berhasil":
            raise UserError(self.env._("This attempt left no certified PDF."))
        self._isi_pdf()
        nama = f"{self.dokumen_id.sudo().jenis}-bersertifikat.pdf"
        return {"type": "ir.actions.act_url", "url": f"/web/content/dpmd.sertifikasi/{self.id}/pdf?filename={nama}"}
