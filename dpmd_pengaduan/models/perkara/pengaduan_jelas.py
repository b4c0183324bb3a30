from odoo import models
from odoo.tools import LazyTranslate
from odoo.tools.safe_eval import safe_eval

from .alur import ALUR, INDUK, PELAPOR

_lt = LazyTranslate(__name__)

# The record rules in words, by their xmlid; a room that adds rules adds its words.
ATURAN = {
    "rule_pengaduan_company": _lt("cases of the own office"),
    "rule_pengaduan_terlapor": _lt("cases in which one is not reported oneself"),
    "rule_pengaduan_pengadmin": _lt("Pengadministrasi Umum: every case of the office, but where that desk is reported"),
    "rule_pengaduan_kadis": _lt("Kepala Dinas: every case of the office, but where that desk is reported"),
    "rule_pengaduan_sekretaris": _lt(
        "Sekretaris Dinas: cases from his own step on, closed ones, and what lies on his desk, but where that desk is "
        "reported; all where the Kepala Dinas or the receiving officer is"
    ),
    "rule_pengaduan_kabid": _lt(
        "Kepala Bidang: cases that were disposed to the own bidang, but where that desk is reported"
    ),
    "rule_pengaduan_pelaksana": _lt("Sub Koor / PSM: cases held"),
    "rule_pengaduan_tim": _lt("staff: open cases of the own team, or with an open meeting to lead"),
    "rule_pengaduan_pengawas": _lt("Pengawas: every case of the office, to read"),
}


class DpmdPengaduan(models.Model):
    """Why somebody sees a case or not, and which ways are open: read from the rules and the table themselves."""

    _inherit = "dpmd.pengaduan"

    def action_jelaskan(self, user_id=None):
        """Explain to an inspector what somebody may see and do of this case now, see ``_jelaskan``.

        :param int user_id: who is spoken about
        :raise AccessError: for anyone but an inspector of the office
        """
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR["jelaskan"])
        return self._jelaskan(self.env["res.users"].browse(user_id).exists())

    def _jelaskan(self, user):
        """Explain, in this environment's language, what a user may see and do of this case now.

        :param user: anybody
        :return: ``[(heading, [(whether it holds, sentence)])]``
        """
        self.ensure_one()
        saya = self.with_user(user)
        return [
            (self.env._("Appointments today"), self._jelaskan_tugas(saya)),
            (self.env._("Sees the case"), self._jelaskan_lihat(saya)),
            *self._jelaskan_lain(saya),
            (self.env._("May do now"), self._jelaskan_jalan(saya)),
        ]

    def _jelaskan_lain(self, saya):
        """Explain what else there is to see of the case; hook of the rooms above."""
        return []

    def _jelaskan_tugas(self, saya):
        tugas = self.env["dpmd.penugasan"]._tugas_user(saya.env.user, self.company_id)
        sampai = self.env._("further notice")
        return [
            (
                True,
                self.env._(
                    "%(sebutan)s, from %(dari)s until %(sampai)s",
                    sebutan=satu.sebutan,
                    dari=satu.date_from,
                    sampai=satu.date_to or sampai,
                ),
            )
            for satu in tugas
        ] or [(False, self.env._("no jabatan in this office"))]

    def _jelaskan_lihat(self, record):
        """Explain why a user may read a record: the right to the model, and each rule that speaks of this user.

        :param record: of the user who is spoken about
        """
        if not record.env["ir.model.access"].check(record._name, "read", raise_exception=False):
            return [(False, self.env._("no jabatan that works with this register"))]
        wajib, salah_satu = [], []
        for aturan_sudo in record.env["ir.rule"]._get_rules(record._name, "read").sudo():
            # As the rule itself is evaluated: with the user's own values, over all records.
            nilai = record.env["ir.rule"]._eval_context()
            domain = safe_eval(aturan_sudo.domain_force, nilai) if aturan_sudo.domain_force else []
            cocok = bool(record.sudo().search_count([("id", "=", record.id), *domain]))
            nama = (aturan_sudo.get_external_id()[aturan_sudo.id] or "").rpartition(".")[2]
            kalimat = self.env._(ATURAN[nama]) if nama in ATURAN else aturan_sudo.name
            (salah_satu if aturan_sudo.groups else wajib).append((cocok, kalimat))
        boleh = all(cocok for cocok, _kalimat in wajib) and any(cocok for cocok, _kalimat in salah_satu)
        return [
            (boleh, self.env._("yes, by these rules:") if boleh else self.env._("no, by these rules:")),
            *((cocok, self.env._("always needed: %(aturan)s", aturan=kalimat)) for cocok, kalimat in wajib),
            *((cocok, self.env._("one of these: %(aturan)s", aturan=kalimat)) for cocok, kalimat in salah_satu),
        ]

    def _jelaskan_jalan(self, saya):
        if not saya.has_access("read"):
            return [(False, self.env._("nothing: the case is not to be seen"))]
        tugas = saya._tugas_saya()
        baris = (saya._jelaskan_satu(jalan, tugas) for jalan in ALUR.values() if jalan.oleh not in (PELAPOR, INDUK))
        return sorted(baris, key=lambda satu: not satu[0])  # what may be done comes first

    def _jelaskan_satu(self, jalan, tugas):
        """Return whether the user may go a way now, and why (not)."""
        judul = self.env._(jalan.judul)
        if not (penugasan := self._pelaku(jalan, tugas=tugas)):
            return False, self.env._("%(jalan)s: belongs to %(siapa)s", jalan=judul, siapa=self._sebut_pemilik(jalan))
        if sebab := self._sebab_belum(jalan):
            return False, f"{judul}: {sebab}"
        if kurang := self._kekurangan(jalan):
            return False, self.env._("%(jalan)s: still missing %(kurang)s", jalan=judul, kurang="; ".join(kurang))
        return True, self.env._("%(jalan)s: as %(sebutan)s", jalan=judul, sebutan=penugasan.sebutan)
