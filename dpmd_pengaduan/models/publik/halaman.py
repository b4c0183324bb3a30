"""The light public pages: own small layout, no frontend bundle, no cookie, nothing told to other sites."""

from odoo.http import request

# Scripts and styles come from our own files only, so no text a citizen typed can ever run.
KEPALA = {
    "Cache-Control": "no-store",
    # To ourselves, or a browser would post our own forms without saying where they come from.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src blob:; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


def halaman(template, status=200, captcha=(), kosong=False, **nilai):
    """Return a light page.

    :param str template: XML id without the module
    :param captcha: those the page may ask, of ``daftar_captcha``; only their servers may then run scripts too
    :param bool kosong: the page holds no word of anybody, so going back to it brings back what was typed
    :param nilai: plain values for the template; never records
    """
    kepala = dict(KEPALA)
    if kosong:
        kepala["Cache-Control"] = "private, no-cache"
    if captcha:
        asal = " ".join(satu["asal"] for satu in captcha)
        csp = KEPALA["Content-Security-Policy"]
        for arah in ("script-src", "connect-src"):
            csp = csp.replace(f"{arah} 'self'", f"{arah} 'self' {asal}")
        kepala["Content-Security-Policy"] = f"{csp}; frame-src {asal}"
    return request.render(
        f"dpmd_pengaduan.{template}",
        {"kantor": request.website._kantor(), "captcha": captcha, **nilai},
        headers=kepala,
        status=status,
    )
