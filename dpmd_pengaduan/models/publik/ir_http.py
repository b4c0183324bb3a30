import logging
from urllib.parse import urlsplit

from odoo import models
from odoo.exceptions import UserError
from odoo.http import Response, SessionExpiredException, request
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, MethodNotAllowed

from .galat import halaman_galat

_logger = logging.getLogger(__name__)

PINTU = ("/pengaduan", "/rapat")


def _pintu_kita():
    """Return whether a citizen's page is asked for."""
    jalur = request.httprequest.path
    return any(jalur == pintu or jalur.startswith((f"{pintu}/", f"{pintu}.")) for pintu in PINTU)


def _dari_halaman_kita():
    """Return whether a POST comes from a page of this server, as far as the browser says.

    Nothing of these pages rides on a cookie, so a browser too old to say either may post as well.
    """
    kepala = request.httprequest.headers
    situs = kepala.get("Sec-Fetch-Site")
    if situs:
        return situs in ("same-origin", "none")
    asal = kepala.get("Origin")
    return not asal or urlsplit(asal).netloc == request.httprequest.host


class IrHttp(models.AbstractModel):
    """The public pages need no session and set no cookie; their forms protect themselves, errors speak plainly."""

    _inherit = "ir.http"

    @classmethod
    def _match(cls, path):
        try:
            # PostgreSQL takes no NUL, and every page begins with a search for the website of the host and of the path.
            # What no page can answer is refused before that: with 400, where Odoo would answer 500.
            if "\0" in path:
                raise BadRequest
            request.httprequest.host.encode("idna")
            return super()._match(path)
        except UnicodeError:
            salah = BadRequest()
        except (BadRequest, MethodNotAllowed) as galat:
            salah = galat
        # Odoo makes a page of what goes wrong later than here.
        if _pintu_kita():
            salah.error_response = cls._handle_error(salah)
        raise salah

    @classmethod
    def _pre_dispatch(cls, rule, args):
        super()._pre_dispatch(rule, args)
        routing = rule.endpoint.routing
        if not (_pintu_kita() and routing["auth"] == "public" and not routing.get("save_session", True)):
            return
        request.future_response.headers.pop("Set-Cookie", None)  # the language of the page
        if request.httprequest.method == "POST" and not _dari_halaman_kita():
            raise Forbidden

    @classmethod
    def _handle_error(cls, exception):
        if not _pintu_kita() or isinstance(exception, SessionExpiredException):
            return super()._handle_error(exception)
        kode = exception.http_status if isinstance(exception, UserError) else getattr(exception, "code", None) or 500
        if isinstance(exception, HTTPException) and (exception.response or kode < 400):
            return exception
        try:
            cls._siapkan_halaman()
            jawaban = halaman_galat(kode)
            jawaban.flatten()
        except Exception:
            _logger.exception("The page of an error (%s) could not be shown.", kode)
            return Response(f"{kode}", status=kode, content_type="text/plain; charset=utf-8")
        if kode == 429:
            jawaban.headers["Retry-After"] = "60"
        return jawaban

    @classmethod
    def _siapkan_halaman(cls):
        """Make ready what a page needs, wherever the request broke off."""
        request.env.cr.rollback()
        try:
            cls._auth_method_public()
            situs = request.env["website"].get_current_website()
        except UnicodeError:  # a host that cannot be one
            request.update_env(user=request.env.ref("base.public_user").id)
            situs = request.env["website"].sudo().search([], limit=1)
        request.website_routing = situs.id
        bahasa = getattr(request, "lang", None) or request.env["res.lang"]._get_data(id=situs.default_lang_id.id)
        request.lang = bahasa
        request.update_context(lang=bahasa.code, website_id=situs.id, allowed_company_ids=situs.company_id.ids)
        request.website = situs.with_env(request.env)
        request.is_frontend = True
