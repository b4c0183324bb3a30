"""The light public pages: own small layout, no frontend bundle, nothing kept in caches, nothing told to other sites."""

from odoo.http import request

# Scripts and styles come from our own files only, so no text a citizen typed can ever run.
KEPALA = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src blob:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


def halaman(template, status=200, captcha=(), **nilai):
    """Return a light page.

    :param str template: XML id without the module
    :param captcha: those the page may ask, of ``daftar_captcha``; only their servers may then run scripts too
    :param nilai: plain values for the template; never records
    """
    company_sudo = request.website.sudo().company_id
    instansi_sudo = request.env["dpmd.instansi"].sudo().search([("company_id", "=", company_sudo.id)], limit=1)
    kantor = {
        "nama": instansi_sudo.name or company_sudo.name,
        "singkatan": instansi_sudo.singkatan or company_sudo.name,
        **{kunci: instansi_sudo[kunci] or "" for kunci in ("alamat", "telepon", "email")},
    }
    kepala = KEPALA
    if captcha:
        asal = " ".join(satu["asal"] for satu in captcha)
        csp = KEPALA["Content-Security-Policy"]
        for arah in ("script-src", "connect-src"):
            csp = csp.replace(f"{arah} 'self'", f"{arah} 'self' {asal}")
        kepala = {**KEPALA, "Content-Security-Policy": f"{csp}; frame-src {asal}"}
    return request.render(
        f"dpmd_pengaduan.{template}", {"kantor": kantor, "captcha": captcha, **nilai}, headers=kepala, status=status
    )


def hari_dijanjikan():
    """Return the days of each clock that is on, by its code."""
    return {tenggat.kode: tenggat.jumlah for tenggat in request.env["dpmd.tenggat"].sudo().search([])}


def alamat_jaringan():
    return request.httprequest.remote_addr


def boleh_kirim_berkas():
    """Return whether this connection may send files or a signature, and count that it did.

    Asked before anything is decoded, and outside of what a refusal rolls back.
    """
    Percobaan, alamat = request.env["dpmd.percobaan"], alamat_jaringan()
    if Percobaan._terlalu_sering("unggah", alamat):
        return False
    Percobaan._hitung("unggah", alamat)
    return True


def kalimat_berkas(env):
    """Return the sentence for whoever may not."""
    return env._("Very many signatures and files came from this connection. Please try again in an hour.")
