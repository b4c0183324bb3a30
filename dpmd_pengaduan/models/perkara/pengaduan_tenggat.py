import json

from odoo import fields, models

from ..kantor.dpmd_tenggat import jatuh_tempo
from ..kantor.hari import akhir_hari, hari_setempat
from ..kantor.langkah import Langkah
from .alur import PELAPOR, TAMAT
from .pengaduan_kartu import DIAMBIL

# The clocks that tell the pelapor a day: the decision, and after it the answer. The others are steps on the way.
JANJI = ("putusan", "tanpa_pengawasan", "pengawasan", "pemberitahuan")


class DpmdPengaduan(models.Model):
    """The clocks of a case: what the pelapor was promised, what else runs by law, and until when the desk must act.

    They are set when the case comes onto a desk and hold until its next move, whatever is set meanwhile. While the
    case waits for the pelapor nothing is promised and no day counts; a promise that was missed stays missed.
    """

    _inherit = "dpmd.pengaduan"

    batas = fields.Date(string="Legal Limit", help="Of the clock that runs beside what was promised.")
    batas_id = fields.Many2one("dpmd.tenggat", string="Legal Limit for", ondelete="restrict")
    batas_jam = fields.Json(string="Limits of All Clocks", help="Clock → last day, days, unit, as they hold now.")
    desk_sasaran = fields.Integer(string="Desk Target (working days)", aggregator=None)

    def _nilai_jam(self):
        """Return the columns of all clocks, for a case that has just come onto its desk."""
        self.ensure_one()
        jam = self._nilai_tenggat(self.desk_sejak)
        return {**jam, **self._nilai_meja(jam)}

    def _nilai_tenggat(self, saat):
        """Return the columns of the promise and of the other clocks.

        :param datetime saat: UTC moment until which the promise that held was kept or not
        """
        self.ensure_one()
        mulai_putusan, jeda = self._menurut_kartu()
        jam, batas = self.env["dpmd.tenggat"]._berjalan(self.company_id), {}
        for kode, mulai in self._jam_berjalan(mulai_putusan):
            if kode in jam and (hari := jam[kode]._jatuh_tempo(mulai, self.company_id, jeda)):
                batas[kode] = [fields.Date.to_string(hari), jam[kode].jumlah, jam[kode].satuan]
        nilai = {"batas_jam": batas or False, "janji_lewat": self._janji_lewat(saat)}
        for kolom, dari in (("tenggat", JANJI), ("batas", [kode for kode in batas if kode not in JANJI])):
            hari, kode = min(((batas[kode][0], kode) for kode in dari if kode in batas), default=(False, False))
            nilai[kolom], nilai[f"{kolom}_id"] = fields.Date.to_date(hari), jam[kode].id if kode else False
        return nilai

    def _janji_lewat(self, saat):
        """Return the first promised day that was missed, the one that held until a moment included."""
        if self.janji_lewat or not self.tenggat or self.tenggat_id.kode not in JANJI:
            return self.janji_lewat
        return self.tenggat if saat and self.tenggat < hari_setempat(self.company_id, saat) else False

    def _menurut_kartu(self):
        """Return since when the decision is promised, and the spans in which the case waited for the pelapor.

        The promise counts from the day the form was first declared complete, also where it was sent back later.
        """
        if not (self.tanggal_formulir or self.tanggal_lengkap):
            return self.tanggal_keberatan, []
        kartu_sudo = self.env["dpmd.langkah"].sudo()
        kartu_sudo = kartu_sudo.search_fetch(
            [("pengaduan_id", "=", self.id), "|", ("nomor", "=", Langkah.FORMULIR), ("meja", "=", PELAPOR)],
            ["nomor", "jenis", "meja", "mulai", "terjadi"],
            order="urutan",
        )
        lengkap = kartu_sudo.filtered(lambda baris: baris.nomor == Langkah.FORMULIR and baris.jenis in DIAMBIL)[:1]
        jeda = [
            (hari_setempat(self.company_id, baris.mulai), hari_setempat(self.company_id, baris.terjadi))
            for baris in kartu_sudo
            if baris.meja == PELAPOR and baris.mulai
        ]
        return self.tanggal_keberatan or lengkap.terjadi or self.tanggal_lengkap, jeda

    def _jam_berjalan(self, mulai_putusan):
        """Return the clocks that run in the present status: ``[(code, moment it started)]``.

        :param mulai_putusan: since when the decision is promised; False before
        """
        self.ensure_one()
        if self.state in TAMAT:
            return []
        if self.state == "arsip":
            return [("pemberitahuan", self.tanggal_tanda_tangan)]
        if self.desk_jabatan == PELAPOR:
            return [("melengkapi", self._mulai_melengkapi())]
        if self.tanggal_keberatan:
            return [("putusan", mulai_putusan)]  # an objection is decided within the same time
        if mulai_putusan:
            kadar = "pengawasan" if self.jenis_id.pengawasan else "tanpa_pengawasan"
            return [("putusan", mulai_putusan), (kadar, self.tanggal_terima)]
        berjalan = [("verifikasi", self.tanggal_terima)] if self.state == "masuk" else []
        return berjalan if self.tanggal_kurang else [*berjalan, ("tanggapan", self.tanggal_terima)]

    def _nilai_meja(self, jam):
        """Return until when the desk must act, and its target in working days.

        The day its order names; else the last day of the office's target for the step; else the clock that runs.
        An order names the target itself unless its giver writes another day.

        :param dict jam: the columns of the clocks, see ``_nilai_tenggat``
        """
        self.ensure_one()
        if not self.desk_jabatan or self.desk_jabatan == PELAPOR:
            return {"desk_tenggat": self.desk_jabatan and jam["batas"], "desk_sasaran": 0}
        langkah = Langkah.JAWABAN if self.state in TAMAT else self.langkah  # closed early, and still to be told
        hari = self.env["dpmd.sasaran"]._hari(self.company_id).get(langkah, 0)
        order = self._disposisi_terbuka()
        if order.tenggat and order.langkah + 1 == langkah:
            tenggat = order.tenggat
        elif hari and self.desk_sejak:
            tenggat = jatuh_tempo(self.company_id, self.desk_sejak, hari, kerja=True)
        else:
            tenggat = jam["batas"] or jam["tenggat"]
        return {"desk_tenggat": tenggat, "desk_sasaran": hari}

    def _tenggat_disposisi(self):
        """Return the day an order names where its giver names none: the target of the step it leads to."""
        self.ensure_one()
        langkah = max(self.langkah, Langkah.TUGAS_SEKRETARIS) + 1
        hari = self.env["dpmd.sasaran"]._hari(self.company_id).get(langkah)
        if hari:
            return jatuh_tempo(self.company_id, fields.Datetime.now(), hari, kerja=True)
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        return fields.Date.add(self.env["dpmd.penugasan"]._hari_ini(), days=instansi.hari_disposisi)

    def _nilai_kartu_jam(self, jejak):
        """Return what a line of the card keeps of the clocks: as they held on the desk that is left by it."""
        self.ensure_one()
        if not jejak.pindah or not self.desk_jabatan:
            return {}
        kantor = self.desk_jabatan != PELAPOR
        tenggat = self.desk_tenggat if kantor else False
        hari = self.desk_sasaran if tenggat and self.desk_sejak else 0
        sampai = akhir_hari(self.company_id, tenggat) if hari else None
        return {
            "meja": self.desk_jabatan,
            "tenggat": tenggat,
            "sasaran_hari": hari,
            "target_jam": max((sampai - self.desk_sejak).total_seconds() / 3600, 0) if sampai else 0,
            "telat": bool(tenggat) and tenggat < hari_setempat(self.company_id, jejak.waktu),
            "batas_jam": json.dumps(self.batas_jam, sort_keys=True) if self.batas_jam else False,
        }

    # ------------------------------------------------------------------
    # The pelapor's own clock
    # ------------------------------------------------------------------

    def _mulai_melengkapi(self):
        return self.tanggal_kurang or self.tanggal_formulir

    def _batas_melengkapi(self):
        """Return the last day for the pelapor to complete the form (ps. 44: 30 days); False where the clock is off."""
        tertulis = (self.batas_jam or {}).get("melengkapi")
        if tertulis:  # told to the pelapor, so it holds whatever is set meanwhile
            return fields.Date.to_date(tertulis[0])
        jam = self.env["dpmd.tenggat"]._berjalan(self.company_id).get("melengkapi")
        return jam._jatuh_tempo(self._mulai_melengkapi(), self.company_id) if jam else False

    def _lewat_melengkapi(self):
        """Return whether the pelapor's time to complete the form is over."""
        akhir = self._batas_melengkapi()
        return bool(akhir and akhir < self.env["dpmd.penugasan"]._hari_ini())
