"""The light public pages: own small layout, no frontend bundle, nothing kept in caches, nothing told to other sites."""

from odoo.http import request

# Scripts and styles come from our own files only, so no text a citizen typed can ever run.
KEPALA = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


def halaman(template, status=200, **nilai):
    """Return a light page.

    :param str template: XML id without the module
    :param nilai: plain values for the template; never records
    """
    company_sudo = request.website.sudo().company_id
    instansi_sudo = request.env["dpmd.instansi"].sudo().search([("company_id", "=", company_sudo.id)], limit=1)
    kantor = {
        "nama": instansi_sudo.name or company_sudo.name, "singkatan": instansi_sudo.singkatan or company_sudo.name,
        **{kunci: instansi_sudo[kunci] or "" for kunci in ("alamat", "telepon", "email")},
    }
    return request.render(
        f"dpmd_pengaduan.{template}", {"kantor": kantor, **nilai}, headers=KEPALA, status=status
    )


def hari_dijanjikan():
    """Return the days of each clock that is on, by its code."""
    return {tenggat.kode: tenggat.jumlah for tenggat in request.env["dpmd.tenggat"].sudo().search([])}


def alamat_jaringan():
    return request.httprequest.remote_addr
