from odoo.addons.portal.controllers.portal import CustomerPortal, pager
from odoo.http import request, route

from .tiket import baca_tiket
from .tindakan import RUTE_TINDAKAN, halaman_kabar, jalankan, surat, tambah_berkas
from .unggah import simpan_satu

PER_HALAMAN = 20


class PengaduanSaya(CustomerPortal):
    """The complaints a citizen filed with open identity while logged in. Portal users hold no rights on our models."""

    def _domain_pengaduan_saya(self):
        # Exactly this partner, never child_of: a company's contacts do not share complaints.
        return [("partner_id", "=", request.env.user.partner_id.id), ("identitas", "=", "terbuka")]

    def _prepare_home_portal_values(self, counters):
        """Count the user's complaints for the card on the portal's home."""
        values = super()._prepare_home_portal_values(counters)
        if "pengaduan_count" in counters:
            values["pengaduan_count"] = request.env["dpmd.pelapor"].sudo().search_count(self._domain_pengaduan_saya())
        return values

    @route(["/my/pengaduan", "/my/pengaduan/page/<int:page>"], type="http", auth="user", website=True, readonly=True)
    def pengaduan_saya(self, page=1, **_kwargs):
        """List the user's own complaints."""
        Pelapor_sudo = request.env["dpmd.pelapor"].sudo()
        domain = self._domain_pengaduan_saya()
        halaman = pager(url="/my/pengaduan", total=Pelapor_sudo.search_count(domain), page=page, step=PER_HALAMAN)
        pelapor_sudo = Pelapor_sudo.search(domain, limit=PER_HALAMAN, offset=halaman["offset"], order="id desc")
        return request.render(
            "dpmd_pengaduan.portal_daftar",
            {
                **self._prepare_portal_layout_values(),
                "page_name": "pengaduan",
                "pager": halaman,
                "daftar": [{"id": pelapor.id, **pelapor._kabar()} for pelapor in pelapor_sudo],
            },
        )

    @route("/my/pengaduan/<int:pelapor_id>", type="http", auth="user", website=True, methods=["GET"], readonly=True)
    def pengaduan_saya_satu(self, pelapor_id, t="", **_kwargs):
        """Show where one of the user's own complaints stands; anyone else's is not found.

        :param str t: ticket
        """
        return self._dengan_akun(pelapor_id, halaman_kabar, **baca_tiket(t).get("kabar", {}))

    @route("/my/pengaduan/<int:pelapor_id>/surat", type="http", auth="user", website=True, methods=["POST"])
    def pengaduan_saya_surat(self, pelapor_id, surat_id="", **_kwargs):
        """Serve a paper addressed to the user as pelapor."""
        return self._dengan_akun(pelapor_id, surat, surat_id=surat_id)

    @route("/my/pengaduan/<int:pelapor_id>/berkas", type="http", auth="user", website=True, methods=["POST"])
    def pengaduan_saya_berkas(self, pelapor_id, **_kwargs):
        """Take further files, until the case is answered."""
        return self._dengan_akun(pelapor_id, tambah_berkas)

    @route("/my/pengaduan/<int:pelapor_id>/unggah", type="http", auth="user", website=True, methods=["POST"])
    def pengaduan_saya_unggah(self, pelapor_id, pesan="", **_kwargs):
        """Take one file, as ``/pengaduan/berkas`` does."""
        return self._dengan_akun(pelapor_id, simpan_satu, pesan=pesan)

    @route(f"/my/pengaduan/<int:pelapor_id>/{RUTE_TINDAKAN}", type="http", auth="user", website=True, methods=["POST"])
    def pengaduan_saya_tindakan(self, pelapor_id, aksi, **post):
        """Write to the office, withdraw, complete the form, rate or object: the user as pelapor."""
        return self._dengan_akun(pelapor_id, jalankan, aksi=aksi, post=post)

    def _dengan_akun(self, pelapor_id, kerjakan, **nilai):
        """Return what is done for one of the user's own complaints; anyone else's is not found."""
        pelapor_sudo = (
            request.env["dpmd.pelapor"]
            .sudo()
            .search([("id", "=", pelapor_id), *self._domain_pengaduan_saya()], limit=1)
        )
        if not pelapor_sudo:
            raise request.not_found()
        return kerjakan(pelapor_sudo, alamat=f"/my/pengaduan/{pelapor_id}", **nilai)
