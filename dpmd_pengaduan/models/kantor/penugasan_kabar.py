from markupsafe import Markup
from odoo import api, models
from odoo.tools import format_date

from .penugasan_persetujuan import PENENTU

# What may change of a saved appointment, and what a new one is told with.
BERUBAH = ("nama", "nip", "pangkat", "nomor_surat", "date_to", "persetujuan", "alasan_tolak")
BARU = ("date_from", *BERUBAH)


class DpmdPenugasan(models.Model):
    """Every change of an appointment is told to those it concerns, as they were in office before it."""

    _inherit = "dpmd.penugasan"

    @api.model
    def _pejabat_sudo(self):
        """Return all appointments in force today (superuser)."""
        return self.sudo().search(self._domain_pada(self._hari_ini()))

    def _potret(self):
        """Return what of these appointments may change: id -> values."""
        return {tugas.id: {name: tugas[name] for name in BERUBAH} for tugas in self.sudo()}

    def _penerima(self, sebelum):
        """Return the users to be told: Kadis, Sekretaris and inspector, who holds the same jabatan, and the holder.

        :param sebelum: the appointments in force before the change
        """
        return (
            sebelum.filtered(
                lambda tugas: (
                    tugas.company_id == self.company_id
                    and (tugas.jabatan in PENENTU or (tugas.jabatan, tugas.bidang_id) == (self.jabatan, self.bidang_id))
                )
            ).user_id
            | self.user_id
        )

    def _kabarkan(self, sebelum, lama):
        """Tell what changed: from what to what, and by whom.

        :param sebelum: the appointments in force before the change
        :param dict lama: ``_potret`` of before; empty for new appointments
        """
        for tugas in self.sudo():
            for bahasa, users in tugas._penerima(sebelum).grouped("lang").items():
                # Nothing of the caller's context takes part, so that no key of it keeps a notice back.
                tugas.with_env(self.env(su=True, context={"lang": bahasa}))._kirim_kabar(
                    users.partner_id, lama.get(tugas.id)
                )

    def _kirim_kabar(self, partner, lama):
        """Send one notice about this appointment, in the language of the context."""
        user = self.env.user
        siapa = {"oleh": f"{user.name} ({user.login})", "nama": self.nama, "sebutan": self.sebutan}
        if lama is None:
            kalimat = self.env._("%(oleh)s made the appointment of %(nama)s, %(sebutan)s.", **siapa)
            baris = [(name, self._sebut(name, self[name])) for name in BARU if self[name]]
        else:
            kalimat = self.env._("%(oleh)s changed the appointment of %(nama)s, %(sebutan)s.", **siapa)
            baris = [
                (name, f"{self._sebut(name, lama[name])} → {self._sebut(name, self[name])}")
                for name in BERUBAH
                if lama[name] != self[name]
            ]
        self.message_notify(
            partner_ids=partner.ids,
            subject=self.env._("Appointment changed: %(nama)s", nama=self.nama),
            body=Markup("<p>%s</p><ul>%s</ul>")
            % (
                kalimat,
                Markup("").join(
                    Markup("<li>%s: %s</li>") % (self._fields[name]._description_string(self.env), isi)
                    for name, isi in baris
                ),
            ),
        )

    def _sebut(self, name, nilai):
        """Return the value of a column in words."""
        if not nilai:
            return "–"
        if self._fields[name].type == "selection":
            return dict(self._fields[name]._description_selection(self.env))[nilai]
        return format_date(self.env, nilai) if self._fields[name].type == "date" else nilai
