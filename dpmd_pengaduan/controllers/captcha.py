"""A captcha for the public form, where the office has set one up in Odoo (Turnstile, reCAPTCHA).

It is asked only of a connection that has sent very many complaints, in place of making it wait: nobody else
loads anything from a stranger's server, and whoever has no script is not shut out.
"""

from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import str2bool

AKSI = "pengaduan"


def daftar_captcha():
    """Return the captchas that are installed and have their keys: ``[{jenis, kunci, asal}]``."""
    param = request.env["ir.config_parameter"].sudo().get_param
    ir_http = request.env["ir.http"]
    ada = []
    if hasattr(ir_http, "_verify_turnstile_token") and param("cf.turnstile_secret_key"):
        ada.append(
            {"jenis": "turnstile", "kunci": param("cf.turnstile_site_key"), "asal": "https://challenges.cloudflare.com"}
        )
    aktif = str2bool(param("enable_recaptcha", "True"))
    if aktif and hasattr(ir_http, "_verify_recaptcha_token") and param("recaptcha_private_key"):
        ada.append(
            {
                "jenis": "recaptcha",
                "kunci": param("recaptcha_public_key"),
                "asal": "https://www.recaptcha.net https://www.gstatic.com",
            }
        )
    return [satu for satu in ada if satu["kunci"]]


def terbukti_manusia():
    """Return whether the sender has passed the captcha; False where the office has none."""
    if not daftar_captcha():
        return False
    try:
        request.env["ir.http"]._verify_request_recaptcha_token(AKSI)
    except UserError:
        return False
    return True


def kalimat_ramai(env):
    """Return the sentence for a connection that has sent very many complaints."""
    if daftar_captcha():
        return env._("Very many complaints came from this connection. Please show that you are a person.")
    return env._(
        "Very many complaints came from this connection within an hour. Please send it again in an hour; "
        "keep this page open until then."
    )
