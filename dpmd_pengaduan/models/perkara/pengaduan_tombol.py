from lxml import etree
from markupsafe import Markup
from odoo import api, fields, models

from .alur import ALASAN, ALUR

KELAS = {"utama": "oe_highlight", "siap": "oe_highlight", "samping": "o_dpmd_samping", "lain": ""}


class DpmdPengaduan(models.Model):
    """The buttons of a case, made from the table of ways: who sees one may press it."""

    _inherit = "dpmd.pengaduan"

    aksi_boleh = fields.Json(compute="_compute_aksi", help="Keys of the ways this user may go now, for the buttons.")
    aksi_utama = fields.Char(compute="_compute_aksi", help="Key of the one way that is really next for this user.")
    belum_bisa = fields.Html(string="Why not yet", compute="_compute_aksi", sanitize=False)
    boleh_ubah = fields.Boolean(compute="_compute_aksi", help="The complaint's words are still free for this user.")
    boleh_telaah = fields.Boolean(compute="_compute_aksi", help="The telaah is this user's to write now.")
    saya_penyusun = fields.Boolean(compute="_compute_aksi")

    @api.depends("state", "langkah", "bidang_id", "pelaksana_id", "tim_ids", "tanpa_rapat", "usul_bidang_id")
    @api.depends_context("uid")
    def _compute_aksi(self):
        for pengaduan in self:
            asal = pengaduan._origin
            jalan_saya = asal._jalan_saya() if asal else []
            utama, kurang = asal._palang(jalan_saya)
            pengaduan.aksi_boleh = [jalan.kunci for jalan in jalan_saya]
            pengaduan.aksi_utama = utama.kunci if utama else False
            pengaduan.belum_bisa = (
                Markup("<ul class='mb-0'>%s</ul>")
                % Markup().join(Markup("<li>%s</li>") % kalimat for kalimat in dict.fromkeys(kurang))
                if kurang
                else False
            )
            pengaduan.saya_penyusun = bool(asal) and asal._saya_penyusun()
            pengaduan.boleh_ubah = asal.state == "masuk" and any(jalan.kunci == "daftarkan" for jalan in jalan_saya)
            pengaduan.boleh_telaah = asal.state == "telaah" and pengaduan.saya_penyusun

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """Put the buttons of the table of ways into the header of the form."""
        arch, view = super()._get_view(view_id, view_type, **options)
        header = arch.find("header") if view_type == "form" else None
        if header is not None:
            for urutan, tombol in enumerate(self._tombol()):
                header.insert(urutan, tombol)
        return arch, view

    def _tombol(self):
        """Return the buttons of the header, in the order of the table."""
        return [
            etree.Element(
                "button",
                {
                    **self._atribut_tombol(jalan, lewat_dialog),
                    "class": f"{KELAS[jalan.tombol]} o_dpmd_jalan_{jalan.kunci}".strip(),
                },
            )
            for jalan in ALUR.values()
            if jalan.tombol
            for lewat_dialog in ((False, True) if jalan.langsung else (bool(jalan.tanya),))
        ]

    def _atribut_tombol(self, jalan, lewat_dialog):
        """Return the attributes of the button of a way: one press, or the dialog that asks for words."""
        judul, sembunyi = self.env._(jalan.judul), f"'{jalan.kunci}' not in (aksi_boleh or [])"
        if jalan.langsung:
            sembunyi += f" or {'' if lewat_dialog else 'not '}{jalan.langsung}"
            judul += "…" if lewat_dialog else ""
        atribut = {"string": judul, "invisible": sembunyi, "type": "object", "name": f"action_{jalan.kunci}"}
        if lewat_dialog:
            atribut |= {"type": "action", "name": str(self.env.ref(jalan.tanya).id)}
        if lewat_dialog or jalan.pesan:  # it asks something: the server is asked first whether it can be gone
            konteks = {"dpmd_jalan": jalan.kunci}
            if jalan.tanya == ALASAN:
                konteks["default_aksi"] = jalan.kunci
            atribut["context"] = str(konteks)
        if jalan.pesan and jalan.tanya != ALASAN:  # that dialog says ``pesan`` itself
            atribut["confirm"] = self.env._(jalan.pesan)
        return atribut
