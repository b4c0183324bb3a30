import hashlib
import itertools

from markupsafe import Markup
from odoo import SUPERUSER_ID, api, fields, models
from odoo.fields import Domain

from ..dasar.dpmd_terjaga import hanya_tambah

ANTREAN = "dpmd.perubahan"  # what this transaction still has to tell, and to whom
DISEBUT = 20  # changes that one notice names; the rest is counted


def _sidik(isi):
    return hashlib.sha256(isi.encode()).hexdigest() if isi else False


def _baris(nama, nilai):
    pemisah = "\n" if "\n" in nilai else " "
    return f"{nama}:{pemisah}{nilai}"


class DpmdPerubahan(models.Model):
    """One change of what decides who may do what: who made it, when, and the words before and after.

    Written by ``dpmd.tercatat`` in the transaction of the change itself: no note, no change. Append-only.
    An administrator who runs code can still get past it, which is why the code itself is noted and told.
    """

    _name = "dpmd.perubahan"
    _description = "Change to the System"
    _inherit = ["dpmd.terjaga"]
    _rec_name = "nama"
    _order = "id desc"

    user_id = fields.Many2one("res.users", string="Who", required=True, index=True, ondelete="restrict")
    oleh = fields.Char(string="Name and Login", required=True, help="As they were at the time.")
    tindakan = fields.Selection(
        [("buat", "Made"), ("ubah", "Changed"), ("hapus", "Deleted")], string="What Was Done", required=True
    )
    jenis = fields.Selection(
        [
            ("aksi", "Server action"),
            ("jadwal", "Scheduled action"),
            ("otomasi", "Automation"),
            ("templat", "Mail template"),
            ("akses", "Access right"),
            ("aturan", "Record rule"),
            ("kolom", "Custom field"),
            ("modul", "Module"),
            ("grup", "Group membership"),
            ("surat", "Settings of the letters"),
            ("jam", "Clocks and targets"),
        ],
        string="Kind",
        required=True,
    )
    nama = fields.Char(string="Name of the Record", required=True)
    res_model = fields.Char(string="Model of the Record", required=True)
    res_id = fields.Integer(string="Number of the Record", required=True)
    pada_model = fields.Char(string="On Model")
    kolom = fields.Char(string="Changed Fields")
    isi_lama = fields.Text(string="Before")
    isi_baru = fields.Text(string="After")
    # The one after a change equals the one before the next; a change made past Odoo shows as a gap.
    sidik_lama = fields.Char(string="SHA-256 Before")
    sidik_baru = fields.Char(string="SHA-256 After")

    def init(self):
        hanya_tambah(self.env.cr, self._table)

    @api.model
    def _penerima_sudo(self):
        """Return the users who are Kadis or inspector today, of every office."""
        Penugasan = self.env["dpmd.penugasan"].sudo()
        berlaku = Penugasan._domain_pada(Penugasan._hari_ini())
        return Penugasan.search(berlaku & Domain("jabatan", "in", ("kepala_dinas", "pengawas"))).user_id

    @api.model
    def _antrean(self):
        """Return what this transaction has to tell, with the recipients as they were before its first change."""
        data = self.env.cr.precommit.data
        if ANTREAN not in data:
            data[ANTREAN] = {"ids": [], "penerima": self._penerima_sudo().ids, "memotret": False}
        return data[ANTREAN]

    @api.model
    def _catat(self, model, lama, baru):
        """Note what differs between two pictures of records, and tell it when the transaction ends.

        :param str model: technical name of the records' model
        :param dict lama: record id -> its ``Potret`` before
        :param dict baru: the same after; a record is missing where it was not, or is no more
        """
        user = self.env.user
        vals_list = []
        for id_ in sorted(lama.keys() | baru.keys()):
            dulu, kini = lama.get(id_), baru.get(id_)
            isi = [potret.isi if potret else {} for potret in (dulu, kini)]
            kolom = [nama for nama in sorted(isi[0] | isi[1]) if isi[0].get(nama) != isi[1].get(nama)]
            if not kolom or not any(potret and potret.penting for potret in (dulu, kini)):
                continue
            teks_lama, teks_baru = ("\n".join(itertools.starmap(_baris, satu.items())) for satu in isi)
            potret = kini or dulu
            vals_list.append(
                {
                    "user_id": user.id,
                    "oleh": f"{user.sudo().name} ({user.sudo().login})",
                    "tindakan": "ubah" if dulu and kini else "buat" if kini else "hapus",
                    "jenis": potret.jenis,
                    "nama": potret.nama,
                    "res_model": model,
                    "res_id": id_,
                    "pada_model": potret.pada_model,
                    "kolom": ", ".join(kolom) if dulu and kini else False,
                    "isi_lama": teks_lama or False,
                    "isi_baru": teks_baru or False,
                    "sidik_lama": _sidik(teks_lama),
                    "sidik_baru": _sidik(teks_baru),
                }
            )
        if vals_list:
            antrean = self._antrean()
            if not antrean["ids"]:
                self.env.cr.precommit.add(self.with_env(self.env(user=SUPERUSER_ID, context={}))._kabarkan)
            antrean["ids"] += self.with_env(self.env(su=True, context={}))._buat(vals_list).ids

    def _kabarkan(self):
        """Tell Kadis and inspectors, as they were before and as they are now, of this transaction's changes."""
        antrean = self.env.cr.precommit.data.pop(ANTREAN)
        perubahan = self.browse(antrean["ids"]).exists()
        penerima = self.env["res.users"].browse(antrean["penerima"]).exists() | self._penerima_sudo()
        if perubahan:
            for bahasa, users in penerima.grouped("lang").items():
                perubahan.with_context(lang=bahasa)._kirim_kabar(users.partner_id)

    def _kirim_kabar(self, partner):
        """Send one notice of these changes, in the language of the context."""
        label = {nama: dict(self._fields[nama]._description_selection(self.env)) for nama in ("jenis", "tindakan")}
        baris = [
            self.env._(
                "%(jenis)s, %(tindakan)s: %(nama)s (%(rincian)s). SHA-256: %(sidik)s",
                jenis=label["jenis"][satu.jenis],
                tindakan=label["tindakan"][satu.tindakan].lower(),
                nama=satu.nama,
                rincian=": ".join(filter(None, (satu.pada_model or satu.res_model, satu.kolom))),
                sidik=satu.sidik_baru or "-",
            )
            for satu in self[:DISEBUT]
        ]
        if len(self) > DISEBUT:
            baris.append(self.env._("and %(jumlah)s more", jumlah=len(self) - DISEBUT))
        self.env["mail.thread"].message_notify(
            model=self._name,
            res_id=self[0].id,
            partner_ids=partner.ids,
            subject=self.env._("The system was changed by %(oleh)s", oleh=self[0].oleh),
            body=Markup("<p>%s</p><ul>%s</ul>")
            % (
                self.env._("What decides who may do what in the complaint desk was changed. Ask why."),
                Markup("").join(Markup("<li>%s</li>") % satu for satu in baris),
            ),
        )
