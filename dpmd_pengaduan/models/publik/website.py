import base64

from lxml import etree
from odoo import models
from odoo.fields import Command
from odoo.tools import file_open

# Odoo's example, and what takes its place; the website editor switches them on and off in the same way.
CONTOH = (
    ("website.header_call_to_action", None),  # "Contact Us"
    ("website.header_search_box", None),
    ("website.header_text_element", None),  # "+1 555-555-5556"
    ("website.option_header_brand_logo", "website.option_header_brand_name"),  # "Your logo"
    ("website.footer_custom", "dpmd_pengaduan.kaki_situs"),  # "We are a team of passionate people"
    (None, "website.footer_no_copyright"),  # "Copyright © Company name", "Create a free website"
    ("website.show_website_info", None),
)
INFO = "/website/info"  # which version of which software runs here
HALAMAN_CONTOH = ("website.contactus_page", "website.contactus_thanks")
NAMA = "Pengaduan Masyarakat"  # of an office that has not given its own yet
NAMA_CONTOH = ("My Website", "My Company", "YourCompany")


class Website(models.Model):
    """A website that nobody has made anything of yet becomes the office's; one that somebody made stays as it is."""

    _inherit = "website"

    def _jadikan_kantor(self):
        """Let these websites open on the complaint desk, without Odoo's sample texts and its contact form.

        Done once, when the addon is installed. Nothing is deleted: pages are unpublished, the rest is switched off
        for the website alone, as its editor does.
        """
        kosong = self.filtered(lambda situs: situs._belum_disentuh())
        for situs in kosong:
            situs._ganti_contoh()
        if kosong and len(kosong) == self.search_count([]):  # these pages belong to all websites
            for xmlid in HALAMAN_CONTOH:
                halaman = self.env.ref(xmlid, raise_if_not_found=False)
                if halaman and not halaman.view_id.arch_updated:
                    halaman.is_published = False

    def _belum_disentuh(self):
        """Return whether the home page is Odoo's empty one, and no other page is home."""
        self.ensure_one()
        beranda = self.env["website.page"].search(
            [("url", "=", "/"), *self.website_domain()], order="website_id", limit=1
        )
        isi = beranda and etree.fromstring(beranda.view_id.arch).xpath("//div[@id='wrap']/*")
        return not self.homepage_url and not isi

    def _ganti_contoh(self):
        self.ensure_one()
        nama = next((n for n in (self.name, self.company_id.name) if n not in NAMA_CONTOH), NAMA)
        with file_open("dpmd_pengaduan/static/src/publik/ikon-180.png", "rb") as ikon:
            self.write({"name": nama, "homepage_url": "/pengaduan", "favicon": base64.b64encode(ikon.read())})
        indonesia = self.env["res.lang"]._get_data(code="id_ID")
        if indonesia:
            self.write({"language_ids": [Command.link(indonesia.id)], "default_lang_id": indonesia.id})
        situs = self.with_context(website_id=self.id)
        for pasangan in CONTOH:
            contoh, ganti = (kunci and situs.viewref(kunci) for kunci in pasangan)
            if not (contoh or ganti).website_id:  # otherwise its editor has decided already
                if contoh:
                    contoh.active = False
                if ganti:
                    ganti.active = True
        self.env["website.rewrite"].create(
            {"name": INFO, "url_from": INFO, "redirect_type": "404", "website_id": self.id}
        )
        merek = situs.viewref("website.option_header_brand_name")
        merek.arch = merek.arch.replace(">My Website<", ' t-out="website.name"><').replace(
            "navbar-brand ", "navbar-brand fs-5 text-truncate "
        )

    def _kantor(self):
        """Return the names and addresses of the website's office, for head and foot of the public pages."""
        self.ensure_one()
        company_sudo = self.sudo().company_id
        instansi_sudo = self.env["dpmd.instansi"].sudo().search([("company_id", "=", company_sudo.id)], limit=1)
        nama = instansi_sudo.name or company_sudo.name
        if nama in NAMA_CONTOH:  # not set up yet
            nama = NAMA
        return {
            "nama": nama,
            "singkatan": instansi_sudo.singkatan or nama,
            **{kunci: instansi_sudo[kunci] or "" for kunci in ("alamat", "telepon", "email")},
        }

    def _judul(self, tampilan):
        """Return the title of a page of Odoo's that has none but its name in English.

        :param tampilan: the page's view, or any other record
        """
        return {
            "web.login": self.env._("Log in"),
            "auth_signup.signup": self.env._("Sign up"),
            "auth_signup.reset_password": self.env._("New password"),
            "portal.portal_my_home": self.env._("My account"),
            "portal.portal_my_security": self.env._("Security"),
            "website.page_404": self.env._("Page not found"),
            "http_routing.404": self.env._("Page not found"),
        }.get("key" in tampilan and tampilan.sudo().key)
