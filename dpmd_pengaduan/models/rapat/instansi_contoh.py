from datetime import timedelta

from odoo import fields, models
from odoo.fields import Command

from ..naskah.mesin_pdf import html_ke_pdf
from ..naskah.surat import Surat

TAMU = (("Kepala Desa", "Desa Contoh"), ("Camat", "Kecamatan Contoh"), ("Ketua BPD", "Desa Contoh"))


class SuratContoh(Surat):
    """An undangan that never leaves the office: numbered by the pattern, and CONTOH across every page."""

    cap = "CONTOH"

    @property
    def nomor(self):
        return self.instansi._bentuk_nomor(self.instansi.pola_surat, 123, self.hari_ini, kode=self.jenis.kode)

    @property
    def tanggal_surat(self):
        return self.tanggal(self.hari_ini)


class DpmdInstansi(models.Model):
    """A sample letter, to see the settings before a real one carries them."""

    _inherit = "dpmd.instansi"

    def action_cetak_contoh(self):
        """Open a sample letter with the settings as they are now.

        :raise AccessError: for anyone who may not change them
        """
        self.ensure_one()
        self.check_access("write")
        return {"type": "ir.actions.act_url", "url": f"/pengaduan/contoh-surat/{self.id}", "target": "new"}

    def _pdf_contoh(self):
        """Return the sample letter (PDF, bytes), made of records that are never saved."""
        self.check_access("write")
        self_sudo = self.sudo()
        kasus = self_sudo.env["dpmd.pengaduan"].new(
            {
                "name": self._bentuk_nomor(self.pola_register, 45, fields.Date.today()),
                "company_id": self.company_id.id,
                "perihal": "Contoh",
                "identitas": "terbuka",
            }
        )
        mulai = fields.Datetime.now().replace(minute=0, second=0) + timedelta(days=7)
        rapat = self_sudo.env["dpmd.rapat"].new(
            {
                "pengaduan_id": kasus,
                "mulai": mulai,
                "selesai": mulai + timedelta(hours=2),
                "tempat": f"Ruang Rapat {self.singkatan}, {self.tempat}",
                "agenda": "Contoh surat dengan pengaturan kantor ini",
                "peserta_ids": [
                    Command.create({"nama": "Nama Contoh", "jabatan": jabatan, "instansi": instansi})
                    for jabatan, instansi in TAMU
                ],
            }
        )
        dokumen = self_sudo.env["dpmd.dokumen"].new({"jenis": "undangan", "company_id": self.company_id.id})
        surat = SuratContoh(rapat, "undangan", dokumen=dokumen)
        html = self_sudo.env["ir.qweb"]._render("dpmd_pengaduan.surat_undangan", {"naskah": [surat], "gaya": ""})
        return html_ke_pdf(str(html))
