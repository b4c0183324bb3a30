from odoo import fields, models

from .alur import TAMAT


class DpmdPengaduan(models.Model):
    """The clocks of a case: what the pelapor was promised, and until when the desk must act."""

    _inherit = "dpmd.pengaduan"

    def _nilai_tenggat(self):
        """Return the columns of the promised date: of the clocks that run now, the one that ends first."""
        self.ensure_one()
        jam = self.env["dpmd.tenggat"]._berjalan()
        berjalan = [
            (tanggal, jam[kode].id)
            for kode, mulai in self._jam_berjalan()
            if kode in jam and (tanggal := jam[kode]._jatuh_tempo(mulai, self.company_id))
        ]
        tanggal, tenggat_id = min(berjalan, default=(False, False))
        return {"tenggat": tanggal, "tenggat_id": tenggat_id}

    def _jam_berjalan(self):
        """Return the clocks that run in the present status: ``[(code, moment it started)]``."""
        self.ensure_one()
        if self.state in TAMAT:
            return []
        if self.state == "arsip":
            return [("pemberitahuan", self.tanggal_tanda_tangan)]
        if self.tanggal_keberatan:
            return [("putusan", self.tanggal_keberatan)]  # an objection is decided within the same time
        if self.tanggal_lengkap:
            kadar = "pengawasan" if self.jenis_id.pengawasan else "tanpa_pengawasan"
            return [("putusan", self.tanggal_lengkap), (kadar, self.tanggal_terima)]
        if self.tanggal_kurang:
            return [("melengkapi", self.tanggal_kurang)]
        return [("tanggapan", self.tanggal_terima)]

    def _tenggat_meja(self, tenggat):
        """Return until when the desk must act: its own target, the day of its order, or the promised date.

        :param tenggat: the promised date, or False
        """
        self.ensure_one()
        target = self.sop_id._sop_langkah(self.langkah).waktu_jam
        if target and self.desk_sejak:
            habis = fields.Datetime.add(self.desk_sejak, hours=target)
            return fields.Datetime.context_timestamp(self.with_context(tz=self._zona()), habis).date()
        if self.state == "masuk":
            verifikasi = self.env["dpmd.tenggat"]._berjalan().get("verifikasi")
            sampai = verifikasi and verifikasi._jatuh_tempo(self.tanggal_terima, self.company_id)
            return sampai or tenggat
        return self._disposisi_terbuka().tenggat or tenggat

    def _batas_melengkapi(self):
        """Return the last day for the pelapor to complete the form (ps. 44: 30 days); False where the clock is off."""
        jam = self.env["dpmd.tenggat"]._berjalan().get("melengkapi")
        mulai = self.tanggal_kurang or self.tanggal_formulir
        return jam._jatuh_tempo(mulai, self.company_id) if jam else False

    def _lewat_melengkapi(self):
        """Return whether the pelapor's time to complete the form is over."""
        akhir = self._batas_melengkapi()
        return bool(akhir and akhir < self.env["dpmd.penugasan"]._hari_ini())
