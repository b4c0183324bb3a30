from urllib.parse import quote

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import email_normalize, format_date
from odoo.tools.constants import GC_UNLINK_LIMIT
from psycopg2.errors import UniqueViolation

from ..surel.dpmd_surel import KEPALA
from .isi_ringkasan import BARIS, HARI_SEGERA, IsiRingkasan

KEGIATAN = "dpmd_pengaduan.activity_ringkasan"
SEKALI = 20  # persons a batch
SIMPAN_HARI = 30


class DpmdRingkasan(models.Model):
    """What one person was told on one morning: once, because there is one row for each person and day.

    Row, activity and mail are made in one transaction, so a job that is stopped goes on where it was and nobody is
    told twice. Who has nothing waiting gets an empty row and hears nothing. The words may leave the house: register
    numbers, what is to be done and days.
    """

    _name = "dpmd.ringkasan"
    _description = "Summary of the Day"
    _inherit = ["mail.thread", "mail.activity.mixin"]  # the first, so that the activity can be marked as done
    _order = "tanggal desc, user_id"
    _mail_post_access = "read"

    company_id = fields.Many2one("res.company", string="Office", required=True, ondelete="cascade")
    user_id = fields.Many2one("res.users", string="For", required=True, index=True, ondelete="cascade")
    tanggal = fields.Date(string="Day", required=True)
    jumlah = fields.Integer(string="Waiting", required=True)
    ringkas = fields.Char(string="In one line")
    teks = fields.Text(string="Text")
    whatsapp = fields.Char(string="WhatsApp number", compute="_compute_whatsapp")

    _sekali = models.Constraint("UNIQUE(company_id, tanggal, user_id)", "Each person is told once a day.")

    @api.depends("user_id", "tanggal")
    def _compute_display_name(self):
        for ringkasan in self:
            hari = format_date(self.env, ringkasan.tanggal, date_format="d MMMM y")
            ringkasan.display_name = self.env._("Summary of %(hari)s", hari=hari)

    @api.depends("user_id.phone")
    def _compute_whatsapp(self):
        for ringkasan in self:
            telepon = ringkasan.sudo().user_id.phone
            ringkasan.whatsapp = self.env["dpmd.pelapor"]._nomor_internasional(telepon) if telepon else False

    # ------------------------------------------------------------------
    # Every morning
    # ------------------------------------------------------------------

    @api.model
    def _cron_ringkasan(self):
        """Tell each person of each office once, from the hour of the office on; goes on where it was stopped."""
        for instansi_sudo in self.env["dpmd.instansi"].sudo().search([("ringkasan", "=", True)]):
            hari_ini = instansi_sudo._saatnya_ringkasan()
            if hari_ini and not self._ringkas_kantor(instansi_sudo, hari_ini):
                return

    def _ringkas_kantor(self, instansi, hari_ini):
        """Tell everybody of an office who was not told yet, some at a time; return whether there is time left."""
        isi, waktu = None, 1
        while waktu and instansi.try_lock_for_update(allow_referencing=True):  # else another worker is at it
            belum = self._belum(instansi.company_id, hari_ini)
            if not belum:
                break
            isi = isi or IsiRingkasan(instansi, hari_ini)
            kini = belum[:SEKALI]
            if not self._ringkas_sekali(isi, kini):
                break
            waktu = self.env["ir.cron"]._commit_progress(len(kini), remaining=len(belum) - len(kini))
        return bool(waktu)

    def _belum(self, company, hari_ini):
        """Return the users who hold a jabatan of an office today and were not told yet (superuser)."""
        semua = self.env["dpmd.penugasan"].with_company(company)._pegawai(company).sudo()
        sudah = self.sudo().search([("company_id", "=", company.id), ("tanggal", "=", hari_ini)]).user_id
        return (semua - sudah).sorted("id")

    def _ringkas_sekali(self, isi, users):
        """Tell some persons: rows, activities and mails together.

        :param isi: what waits in the office
        :param users: who was not told yet (superuser)
        :return: whether they were told; not where somebody else did it at the same moment
        """
        vals = [self._nilai(isi, user) for user in users]
        try:
            with self.env.cr.savepoint():
                ringkasan_sudo = self.sudo().with_context(tracking_disable=True).create(vals)
                ringkasan_sudo.flush_recordset()
        except UniqueViolation:
            return False
        ringkasan_sudo._ganti_kegiatan(users)
        ringkasan_sudo.filtered("jumlah")._kirim(isi.instansi)
        return True

    def _nilai(self, isi, user):
        """Return the row of a person, in that one's language."""
        env = self.with_context(lang=user.lang).env
        menunggu = isi.orang[user.id]
        halaman = "meja-saya" if user.id in isi.bermeja else "pengaduan"
        alamat = f"{isi.instansi._alamat_publik()}/odoo/{halaman}"
        return {
            "company_id": isi.company_id,
            "user_id": user.id,
            "tanggal": isi.hari_ini,
            "jumlah": menunggu.jumlah,
            "ringkas": self._ringkas(env, menunggu),
            "teks": "\n".join([*self._baris(env, isi, menunggu), "", env._("Open: %(alamat)s", alamat=alamat)]),
        }

    # ------------------------------------------------------------------
    # Words
    # ------------------------------------------------------------------

    @api.model
    def _ringkas(self, env, menunggu):
        """Return what waits in one line, for the activity and the subject of the mail."""
        bagian = (
            (menunggu.meja["semua"], env._("desk %(n)s", n=menunggu.meja["semua"])),
            (menunggu.meja["terlambat"], env._("late %(n)s", n=menunggu.meja["terlambat"])),
            (menunggu.naskah, env._("to sign %(n)s", n=menunggu.naskah)),
            (menunggu.janji, env._("kesepakatan %(n)s", n=menunggu.janji)),
            (menunggu.sela, env._("surat sela %(n)s", n=menunggu.sela)),
            (menunggu.bawahan.total(), env._("late below %(n)s", n=menunggu.bawahan.total())),
        )
        return ", ".join(kata for ada, kata in bagian if ada)

    @api.model
    def _baris(self, env, isi, menunggu):
        """Return the lines of a summary."""
        meja = menunggu.meja
        hari = format_date(env, isi.hari_ini, date_format="EEEE, d MMMM y")
        jumlah = (
            (meja["semua"], env._("On your desk: %(n)s", n=meja["semua"])),
            (meja["terlambat"], env._("– late: %(n)s", n=meja["terlambat"])),
            (meja["segera"], env._("– due within %(hari)s working days: %(n)s", hari=HARI_SEGERA, n=meja["segera"])),
            (meja["baru"], env._("– new: %(n)s", n=meja["baru"])),
            (menunggu.naskah, env._("For your paraf or signature: %(n)s", n=menunggu.naskah)),
            (menunggu.janji, env._("Kesepakatan past their day: %(n)s", n=menunggu.janji)),
            (menunggu.sela, env._("Surat sela ready to be handed up: %(n)s", n=menunggu.sela)),
        )
        baris = [env._("What waits for you, %(hari)s", hari=hari), ""]
        baris += [kata for ada, kata in jumlah if ada]
        baris += self._baris_bawahan(env, isi, menunggu)
        if menunggu.kasus:
            baris += ["", *(self._baris_kasus(env, isi, kasus) for kasus in menunggu.kasus)]
        if len(menunggu.kasus) == BARIS and meja["semua"] > BARIS:
            baris.append(env._("… the rest on your desk"))
        return baris

    @api.model
    def _baris_bawahan(self, env, isi, menunggu):
        """Return what has been late at the desks below for too long, desk by desk: numbers alone."""
        if not menunggu.bawahan:
            return []
        hari = isi.instansi.ringkasan_atasan
        baris = [env._("At the desks below yours, late for more than %(hari)s working days:", hari=hari)]
        label = dict(env["dpmd.penugasan"]._fields["jabatan"].selection)
        for (jabatan, bidang_id), jumlah in menunggu.bawahan.items():
            bidang = env["dpmd.bidang"].sudo().browse(bidang_id or ()).name
            baris.append("– %s: %s" % (f"{label[jabatan]}, {bidang}" if bidang else label[jabatan], jumlah))
        return baris

    @api.model
    def _baris_kasus(self, env, isi, kasus):
        """Return one case: register number, what is to be done, days."""
        nomor = kasus.nomor if kasus.nomor != "/" else env._("not registered yet")
        selisih = (kasus.tenggat - isi.hari_ini).days if kasus.tenggat else None
        if selisih is None or kasus.tenggat > isi.segera:
            hari = env._("new")
        elif selisih < 0:
            hari = env._("%(hari)s days late", hari=-selisih)
        else:
            hari = env._("today is the last day") if not selisih else env._("%(hari)s days left", hari=selisih)
        return f"{nomor}: {env._(kasus.tindakan)}, {hari}"

    # ------------------------------------------------------------------
    # Told
    # ------------------------------------------------------------------

    def _ganti_kegiatan(self, users):
        """Put the summary before each person, in place of that of another day.

        :param users: everybody of the batch; who has nothing waiting loses the old one
        """
        jenis = self.env.ref(KEGIATAN)
        Kegiatan_sudo = self.env["mail.activity"].sudo().with_context(mail_activity_quick_update=True)
        Kegiatan_sudo.search(
            [
                ("activity_type_id", "=", jenis.id),
                ("user_id", "in", users.ids),
                ("res_model", "=", self._name),
                ("res_id", "in", self._search([("company_id", "in", self.company_id.ids)])),
            ]
        ).unlink()
        Kegiatan_sudo.create(
            [
                {
                    "activity_type_id": jenis.id,
                    "user_id": ringkasan.user_id.id,
                    "res_model_id": self.env["ir.model"]._get_id(self._name),
                    "res_id": ringkasan.id,
                    "date_deadline": ringkasan.tanggal,
                    "summary": ringkasan.ringkas,
                }
                for ringkasan in self.filtered("jumlah")
            ]
        )

    def _kirim(self, instansi):
        """Queue one mail for each person who has an address; the mail queue sends it, once."""
        pengirim = instansi._alamat_pengirim()
        surel = [
            ringkasan._surel(instansi, pengirim)
            for ringkasan in self
            if pengirim and email_normalize(ringkasan.user_id.email)
        ]
        if surel:
            self.env["mail.mail"].sudo().create(surel)
            self.env.ref("mail.ir_cron_mail_scheduler_action")._trigger()

    def _surel(self, instansi, pengirim):
        """Return the mail of a summary: no name but the office's, no link that opens anything without a login."""
        env = self.with_context(lang=self.user_id.lang).env
        return {
            "subject": env._("Complaint desk: %(ringkas)s", ringkas=self.ringkas),
            "author_id": instansi.company_id.partner_id.id,
            "email_from": pengirim,
            "reply_to": pengirim,
            "email_to": email_normalize(self.user_id.email),
            "auto_delete": True,
            "headers": repr(KEPALA),
            "body_html": env["ir.qweb"]._render(
                "dpmd_pengaduan.surel_ringkasan", {"instansi": instansi, "teks": self.teks, "lang": self.user_id.lang}
            ),
        }

    def action_whatsapp(self):
        """Open WhatsApp with the text of a summary; a person looks it over and sends it, nothing is sent here.

        :return: the action that opens WhatsApp
        :raise UserError: the person has no phone number WhatsApp could write to
        """
        self.ensure_one()
        self.check_access("read")
        if not self.whatsapp:
            raise UserError(self.env._("There is no phone number that WhatsApp could write to."))
        return {
            "type": "ir.actions.act_url",
            "url": f"https://wa.me/{self.whatsapp}?text={quote(self.teks)}",
            "target": "new",
        }

    @api.autovacuum
    def _gc_ringkasan(self):
        """Forget the summaries of the month before."""
        batas = fields.Date.subtract(self.env["dpmd.penugasan"]._hari_ini(), days=SIMPAN_HARI)
        self.sudo().search([("tanggal", "<", batas)], limit=GC_UNLINK_LIMIT).unlink()
