from odoo import models

from .gerbang import lewat_gerbang


class FetchmailServer(models.Model):
    """What the fetching job brings, by cron or by its button, are mails that come in."""

    _inherit = "fetchmail.server"

    def _fetch_mail(self, *args, **kwargs):
        with lewat_gerbang(self) as servers:
            return super(FetchmailServer, servers)._fetch_mail(*args, **kwargs)
