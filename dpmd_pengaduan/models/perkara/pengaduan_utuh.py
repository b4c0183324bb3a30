from odoo import models

from .alur import ALUR


class DpmdPengaduan(models.Model):
    """Whether the card, and what it seals, is as the flow left it."""

    _inherit = "dpmd.pengaduan"

    def _kartu_utuh(self):
        """Return whether the card is whole: no line changed, missing or added beside the flow, nor what it seals."""
        return not self._cacat()

    def _cacat(self):
        """Return, in words, what of the card and of what it seals is not as the flow left it; nothing when whole."""
        self.ensure_one()
        cacat, segel, utuh = [], "", self.env["dpmd.langkah"].sudo()
        for langkah_sudo in self.sudo().kartu_ids.sorted("urutan"):
            vals = langkah_sudo._convert_to_write(langkah_sudo.read(load=False)[0])
            if langkah_sudo._hitung_segel(segel, vals) == langkah_sudo.segel:
                utuh |= langkah_sudo
            else:
                cacat.append(self.env._("line %(nomor)s of the card, or the one before it", nomor=langkah_sudo.urutan))
            segel = langkah_sudo.segel
        if segel != (self.sudo().kartu_hash or ""):
            cacat.append(self.env._("the last lines of the card"))
        return cacat + self._cacat_segel(utuh._tersegel())

    def _cacat_segel(self, tersegel):
        """Return, in words, what is not as the card sealed it; hook of the rooms that seal something.

        :param dict tersegel: what the whole lines seal, see ``_isi_segel``
        """
        return []

    def action_periksa_utuh(self):
        """Check card, papers and signatures of a case, for inspector and Kadis.

        :raise AccessError: for anyone else
        :return: the notice that says what is whole and what is not
        """
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR["periksa_utuh"])
        cacat = self._cacat()
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "danger" if cacat else "success",
                "sticky": True,
                "title": self.env._("Changed outside of the system") if cacat else self.env._("All is whole"),
                "message": "; ".join(cacat)
                or self.env._(
                    "The %(baris)s lines of the card, the papers and the signatures are as they were made.",
                    baris=len(self.sudo().kartu_ids),
                ),
            },
        }
