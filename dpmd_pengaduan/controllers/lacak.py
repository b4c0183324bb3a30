import base64

from odoo import http
from odoo.http import content_disposition, request

from .formulir import HALAMAN_BAKU, berkas_terkirim, kode_tampil
from .ringan import KEPALA, alamat_jaringan, halaman


class Lacak(http.Controller):
    """Where a complaint stands, for whoever holds its receipt number. The number is posted, never in a URL."""

    @http.route("/pengaduan/lacak", type="http", methods=["GET"], readonly=True, sitemap=True, **HALAMAN_BAKU)
    def tanya(self, **_kwargs):
        """Ask for the receipt number."""
        return halaman("lacak")

    @http.route("/pengaduan/lacak", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def jawab(self, kode="", **_kwargs):
        """Show where the case stands, its papers and who looked at a secret identity."""
        pelapor_sudo = self._pelapor_sudo(kode)
        return self._kabar(pelapor_sudo, kode) if pelapor_sudo else self._tidak_ketemu()

    @http.route("/pengaduan/lacak/surat", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def surat(self, kode="", surat_id="", **_kwargs):
        """Serve a paper addressed to the pelapor; its id opens nothing without the receipt number."""
        pelapor_sudo = self._pelapor_sudo(kode)
        if not pelapor_sudo:
            return self._tidak_ketemu()
        if surat_id == "tanda_terima":
            return self._pdf("tanda_terima", self._tanda_terima(pelapor_sudo, kode))
        surat_sudo = pelapor_sudo._surat_untuk_pelapor().filtered(lambda surat: str(surat.id) == surat_id)
        if not surat_sudo:
            return self._kabar(pelapor_sudo, kode, status=404)
        return self._pdf(surat_sudo.jenis, base64.b64decode(surat_sudo.pdf))

    def _tanda_terima(self, pelapor_sudo, kode):
        """Return the tanda terima (UU 25/2009 ps. 44) with the receipt number on it, which only its holder has."""
        Laporan_sudo = request.env["ir.actions.report"].sudo().with_context(dpmd_kode=self._angka(kode))
        return Laporan_sudo._render_qweb_pdf("dpmd_pengaduan.report_tanda_terima", pelapor_sudo.ids)[0]

    def _pdf(self, nama, isi):
        return request.make_response(isi, headers=[
            ("Content-Type", "application/pdf"), ("Content-Disposition", content_disposition(f"{nama}.pdf")),
            *KEPALA.items(),
        ])

    @http.route("/pengaduan/lacak/berkas", type="http", methods=["POST"], sitemap=False, **HALAMAN_BAKU)
    def berkas(self, kode="", **_kwargs):
        """Take further files, until the form is declared complete; a refused one is named with the reason."""
        pelapor_sudo = self._pelapor_sudo(kode)
        if not pelapor_sudo:
            return self._tidak_ketemu()
        berkas, surat_kuasa = berkas_terkirim(), berkas_terkirim("surat_kuasa")
        if not pelapor_sudo._boleh_berkas():
            return self._kabar(pelapor_sudo, kode, status=422)
        ditolak = pelapor_sudo._tambah_surat_kuasa(surat_kuasa) + pelapor_sudo._tambah_berkas(berkas)
        return self._kabar(
            pelapor_sudo, kode, ditolak=ditolak, diterima=len(surat_kuasa) + len(berkas) - len(ditolak),
            status=422 if ditolak else 200,
        )

    def _pelapor_sudo(self, kode):
        """Return the pelapor a receipt number opens; a wrong number counts as a try, a right one does not."""
        Percobaan = request.env["dpmd.percobaan"]
        kosong = request.env["dpmd.pelapor"]
        if Percobaan._terlalu_sering("lacak", alamat_jaringan()):
            return kosong
        pelapor_sudo = kosong._cari_kode_sudo(kode)
        if pelapor_sudo.company_id != request.website.sudo().company_id:
            pelapor_sudo = kosong
        if not pelapor_sudo:
            Percobaan._hitung("lacak", alamat_jaringan())
        return pelapor_sudo

    def _angka(self, kode):
        return kode_tampil("".join(huruf for huruf in kode if huruf.isdigit()))

    def _tidak_ketemu(self):
        """Answer every number that opens nothing with the same words."""
        if request.env["dpmd.percobaan"]._terlalu_sering("lacak", alamat_jaringan()):
            return halaman("lacak", status=429, galat=request.env._(
                "Too many wrong numbers came from this connection. Please try again in an hour, or ask at our counter."
            ))
        return halaman("lacak", status=404, galat=request.env._(
            "This number opens no complaint. Check all 16 digits, or ask at our counter and bring something that "
            "shows who you are."
        ))

    def _kabar(self, pelapor_sudo, kode, status=200, ditolak=(), diterima=0):
        maks, maks_mb = pelapor_sudo._batas_berkas()
        return halaman(
            "kabar", status=status, kabar=pelapor_sudo._kabar(), kode=self._angka(kode), maks=maks, maks_mb=maks_mb,
            ditolak=ditolak, diterima=diterima, perlu_kuasa=pelapor_sudo._perlu_surat_kuasa(),
        )
