from typing import NamedTuple

from markupsafe import Markup
from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import config

from ..dasar.izin import berizin, pakai_izin
from .instansi_alamat import lokal


class Butir(NamedTuple):
    """One thing an office needs before citizens can complain."""

    kunci: str
    judul: str
    kurang: str  # what is missing, in words; empty when nothing is
    aksi: str = ""  # xmlid of the screen where it is done
    tab: str = ""  # or the tab of the office's own form


class DpmdInstansi(models.Model):
    """The first hour: what is still missing before the desk opens to the public.

    The list is computed each time. That the desk was opened is written down once and never taken back: what lapses
    later (an appointment ends, a server goes) is told, and cuts nobody off.
    """

    _inherit = "dpmd.instansi"

    dibuka = fields.Datetime(string="Open to the public since", readonly=True, copy=False, tracking=True)
    persiapan = fields.Json(string="What the office needs", compute="_compute_persiapan")
    siap = fields.Boolean(string="Ready", compute="_compute_persiapan")

    @api.model_create_multi
    def create(self, vals_list):
        if any("dibuka" in vals for vals in vals_list):
            raise UserError(self._kata_dibuka())
        return super().create(vals_list)

    def write(self, vals):
        instansi, licensed = pakai_izin(self)
        if "dibuka" in vals and not licensed:
            raise UserError(self._kata_dibuka())
        return super(DpmdInstansi, instansi).write(vals)

    def _kata_dibuka(self):
        return self.env._("The desk is opened to the public by its button, once everything is there.")

    def _compute_persiapan(self):
        for instansi in self:
            butir = instansi._butir_persiapan()
            instansi.siap = not any(satu.kurang for satu in butir)
            instansi.persiapan = [
                {"kunci": satu.kunci, "judul": satu.judul, "kurang": satu.kurang, "tab": satu.tab} for satu in butir
            ]

    def action_persiapan(self, kunci=None):
        """Return the screen where one thing of the list is done.

        :param str kunci: of the list
        :raise AccessError: for anyone who may not change the office
        """
        self.ensure_one()
        self.check_access("write")
        butir = next((satu for satu in self._butir_persiapan() if satu.kunci == kunci and satu.aksi), None)
        return self.env["ir.actions.actions"]._for_xml_id(butir.aksi) if butir else False

    def action_buka_layanan(self):
        """Open the desk: from now on citizens can complain on the web and by mail.

        :raise AccessError: for anyone who may not change the office
        :raise UserError: something is missing
        """
        self.ensure_one()
        self.check_access("write")
        kurang = [satu for satu in self._butir_persiapan() if satu.kurang]
        if kurang:
            baris = "\n".join(f"- {satu.judul}: {satu.kurang}" for satu in kurang)
            raise UserError(self.env._("Not possible yet. Missing:\n%(kurang)s", kurang=baris))
        self._buka_layanan()

    def _buka_layanan(self):
        """Write down that the desk is open; the caller has checked, or makes an office to try things out."""
        for instansi_sudo in self.sudo().filtered(lambda satu: not satu.dibuka):
            berizin(instansi_sudo).write({"dibuka": fields.Datetime.now()})

    @api.model
    def _layanan_terbuka(self, company):
        """Return whether citizens can complain to an office without coming to its counter."""
        return bool(self.sudo().search_count([("company_id", "=", company.id), ("dibuka", "!=", False)], limit=1))

    # ------------------------------------------------------------------
    # What an office needs
    # ------------------------------------------------------------------

    def _butir_persiapan(self):
        """Return all an office needs, in the order it is set up (:class:`Butir`)."""
        self.ensure_one()
        self_sudo = self.sudo()
        return [
            self_sudo._butir_kop(),
            self_sudo._butir_alamat(),
            *self_sudo._butir_pejabat(),
            self_sudo._butir_jenis(),
            self_sudo._butir_hari_kerja(),
            self_sudo._butir_tenggat(),
            self_sudo._butir_sop(),
            self_sudo._butir_klasifikasi(),
            self_sudo._butir_surel(),
            self_sudo._butir_alamat_publik(),
        ]

    def _kolom_kosong(self, *kolom):
        """Return the labels of the columns that are empty, in words."""
        return ", ".join(self._fields[nama]._description_string(self.env) for nama in kolom if not self[nama])

    def _butir_kop(self):
        return Butir("kop", self.env._("Kop"), self._kolom_kosong("name", "pemerintah", "logo"), tab="kop")

    def _butir_alamat(self):
        return Butir("alamat", self.env._("Address and phone"), self._kolom_kosong("alamat", "telepon"), tab="kop")

    def _butir_pejabat(self):
        Penugasan = self.env["dpmd.penugasan"]
        kosong = Penugasan._kursi_kosong(self.company_id)
        aksi = "dpmd_pengaduan.action_penugasan"
        yield Butir(
            "pejabat",
            self.env._("Kepala Dinas, Sekretaris Dinas, Pengadministrasi Umum"),
            ", ".join(Penugasan._sebut_kursi([kursi for kursi in kosong if not kursi[1]])),
            aksi,
        )
        kurang = ", ".join(Penugasan._sebut_kursi([kursi for kursi in kosong if kursi[1]]))
        if not self.env["dpmd.bidang"].search_count([("company_id", "in", (self.company_id.id, False))], limit=1):
            kurang, aksi = self.env._("no bidang yet"), "dpmd_pengaduan.action_bidang"
        yield Butir("bidang", self.env._("Each bidang: Kepala Bidang, Sub Koor / PSM"), kurang, aksi)

    def _butir_jenis(self):
        kantor = ("company_id", "in", (self.company_id.id, False))
        ada = self.env["dpmd.jenis"].search_count([kantor, ("bidang_id", "any", [kantor])], limit=1)
        kurang = "" if ada else self.env._("none leads to a bidang of this office")
        return Butir("jenis", self.env._("Kinds of complaint"), kurang, "dpmd_pengaduan.action_jenis")

    def _butir_hari_kerja(self):
        kurang = ""
        if not self.resource_calendar_id:
            kurang = self.env._("the company has no working hours")
        elif not self.env["resource.calendar.leaves"].search_count(
            [
                ("calendar_id", "=", self.resource_calendar_id.id),
                ("resource_id", "=", False),
                ("date_to", ">=", fields.Datetime.now()),
            ],
            limit=1,
        ):
            kurang = self.env._("no holidays ahead")
        return Butir("hari_kerja", self.env._("Working hours and holidays"), kurang, tab="working_days")

    def _butir_tenggat(self):
        kurang = "" if self.env["dpmd.tenggat"].search_count([], limit=1) else self.env._("no clock is on")
        return Butir("tenggat", self.env._("Time limits"), kurang, "dpmd_pengaduan.action_tenggat")

    def _butir_sop(self):
        sop = self.env["dpmd.sop"]._berlaku(self.company_id, self.env["dpmd.penugasan"]._hari_ini())
        kurang = "" if sop else self.env._("none is in force")
        return Butir("sop", self.env._("SOP"), kurang, "dpmd_pengaduan.action_sop")

    def _butir_klasifikasi(self):
        kurang = "" if self.env["dpmd.klasifikasi"].search_count([], limit=1) else self.env._("none yet")
        return Butir("klasifikasi", self.env._("Filing codes"), kurang, "dpmd_pengaduan.action_klasifikasi")

    def _butir_surel(self):
        """Mail goes out where Odoo knows a server and the office a sender; a trial office sends to nobody."""
        kurang = []
        server = self.env["ir.mail_server"].search_count([], limit=1) or config["smtp_server"] != "localhost"
        if not server and not self.uji_coba:
            kurang.append(self.env._("no outgoing mail server"))
        if not self._alamat_pengirim():
            kurang.append(self.env._("no e-mail address of the office"))
        return Butir(
            "surel",
            self.env._("Outgoing mail"),
            ", ".join(kurang),
            "" if server or self.uji_coba else "base.action_ir_mail_server_list",
            tab="kop",
        )

    def _butir_alamat_publik(self):
        alamat, kurang = self._alamat_publik(), ""
        if not self.uji_coba and (lokal(alamat) or not alamat.startswith("https://")):
            kurang = self.env._("%(alamat)s is no address with https that everybody can open", alamat=alamat or "-")
        return Butir("alamat_publik", self.env._("Public address"), kurang, tab="public_address")

    # ------------------------------------------------------------------
    # What lapses later
    # ------------------------------------------------------------------

    def _kabarkan_kosong(self, kursi, users):
        """Tell users that nobody holds these seats any more, and who acts meanwhile.

        :param list kursi: the seats, in words
        """
        self.ensure_one()
        for bahasa, penerima in users.grouped("lang").items():
            # Nothing of the caller's context takes part, so that no key of it keeps a notice back.
            instansi_sudo = self.with_env(self.env(su=True, context={"lang": bahasa}))
            env = instansi_sudo.env
            instansi_sudo.message_notify(
                partner_ids=penerima.partner_id.ids,
                subject=env._("Nobody holds: %(kursi)s", kursi=", ".join(kursi)),
                body=Markup("<p>%s</p>")
                % env._(
                    "Nobody holds this jabatan today: %(kursi)s. Complaints that wait there have gone to the next "
                    "higher desk. Appoint a successor, a Plt. or a Plh.",
                    kursi=", ".join(kursi),
                ),
            )
