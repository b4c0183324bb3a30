from odoo import models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from .dokumen_beku import MASIH_BERUBAH
from .dokumen_utuh import SIDIK


class DpmdPengaduan(models.Model):
    """The card seals the frozen papers of a case and all that was put on them."""

    _inherit = "dpmd.pengaduan"

    def _domain_naskah(self):
        """Return the domain of the papers of a case, those that show the identity included."""
        return Domain("pengaduan_id", "=", self.id) | Domain("pelapor_id.pengaduan_id", "=", self.id)

    def _isi_segel(self):
        """Seal the status and all else of each frozen paper, and each paraf and signature with its picture and scan.

        The digests are over the rows as the database has them: ``sha256(jsonb without what is null)``.
        """
        self.ensure_one()
        Dokumen_sudo, Pengesahan_sudo = self.env["dpmd.dokumen"].sudo(), self.env["dpmd.pengesahan"].sudo()
        Dokumen_sudo.flush_model()
        Pengesahan_sudo.flush_model()
        beku = Dokumen_sudo._search(self._domain_naskah() & Domain("dibekukan", "!=", False))
        self.env.cr.execute(
            SQL(
                """
            SELECT 'dokumen', id, state || ' ' || encode(sha256(convert_to(
                       jsonb_strip_nulls(to_jsonb(d) - %(berubah)s::text[])::text, 'UTF8')), 'hex')
              FROM dpmd_dokumen d WHERE id IN %(beku)s
             UNION ALL
            SELECT 'pengesahan', s.id, encode(sha256(convert_to(
                       jsonb_strip_nulls(to_jsonb(s) || jsonb_build_object(
                           'gambar', encode(sha256(s.gambar), 'hex'), 'bukti', bukti.checksum
                       ))::text, 'UTF8')), 'hex')
              FROM dpmd_pengesahan s
              LEFT JOIN ir_attachment bukti ON bukti.id = s.bukti_id
             WHERE s.pengaduan_id = %(kasus)s
            """,
                berubah=list(MASIH_BERUBAH),
                beku=beku.subselect(),
                kasus=self.id,
            )
        )
        segel = {**super()._isi_segel(), "dokumen": {}, "pengesahan": {}}
        for jenis, id_, sidik in self.env.cr.fetchall():
            segel[jenis][str(id_)] = sidik
        return segel

    def _cacat_segel(self, tersegel):
        """Compare the papers and what was put on them with the seals, and each kept file with its hash."""
        cacat, kini = super()._cacat_segel(tersegel), self._isi_segel()
        for jenis, sebut in (("dokumen", self._sebut_naskah), ("pengesahan", self._sebut_pengesahan)):
            dulu, ada = tersegel.get(jenis, {}), kini[jenis]
            for id_ in sorted({*dulu, *ada}, key=int):
                if dulu.get(id_) == ada.get(id_):
                    continue
                record_sudo = self.env[f"dpmd.{jenis}"].sudo().browse(int(id_))
                if id_ not in ada:
                    cacat.append(self.env._("%(apa)s no. %(id)s is gone", apa=record_sudo._description, id=id_))
                elif id_ in dulu:
                    cacat.append(self.env._("%(apa)s is not as it was sealed", apa=sebut(record_sudo)))
                # What is put on an open paper is sealed by the next line.
                elif jenis == "dokumen" or record_sudo.dokumen_id.dibekukan:
                    cacat.append(self.env._("%(apa)s is sealed by no line", apa=sebut(record_sudo)))
        return cacat + self._cacat_berkas()

    def _cacat_berkas(self):
        """Return, in words, which kept files of the case are not what their hash says."""
        cacat = []
        for dokumen_sudo in self.env["dpmd.dokumen"].sudo().search(self._domain_naskah()):
            for kolom, sidik in SIDIK.items():
                try:
                    if dokumen_sudo[sidik]:
                        dokumen_sudo._isi_pdf(kolom)
                except UserError as galat:
                    cacat.append(str(galat))
        return cacat

    def _sebut_naskah(self, dokumen_sudo):
        return dokumen_sudo.display_name

    def _sebut_pengesahan(self, pengesahan_sudo):
        label = dict(pengesahan_sudo._fields["jenis"]._description_selection(self.env))
        return f"{label[pengesahan_sudo.jenis]} {pengesahan_sudo.sebutan} ({pengesahan_sudo.dokumen_id.display_name})"
