from odoo import models
from odoo.exceptions import UserError


class DpmdPengaduan(models.Model):
    """What the pelaksana prepares for steps 9 to 11, begun with what the case says already, and opened."""

    _inherit = "dpmd.pengaduan"

    # ------------------------------------------------------------------
    # The meeting
    # ------------------------------------------------------------------

    def _rapat_terbuka(self):
        """Return the meetings of this round that are prepared or called; the one that is next first."""
        return self._rapat_putaran().filtered(lambda rapat: rapat.state in ("draf", "diundang")).sorted("mulai")

    def _kapan_siapkan_rapat(self):
        if self._rapat_terbuka():
            return self.env._("A meeting is prepared already. Open it, or prepare a further one.")
        return self._sebab_tanpa_rapat()

    def _kapan_siapkan_sidang(self):
        return self._sebab_tanpa_rapat() if self._rapat_terbuka() else self.env._("Prepare the first meeting.")

    def _sebab_tanpa_rapat(self):
        if self.tanpa_rapat == "diusulkan":
            return self.env._("The Kepala Bidang decides first whether there is a meeting at all.")
        return ""

    def _kapan_buka_rapat(self):
        return "" if self._rapat_terbuka() else self.env._("No meeting is prepared yet.")

    def action_siapkan_rapat(self):
        """Step 9: begin the draft of the meeting and open it."""
        return self._tempuh("siapkan_rapat")

    def action_siapkan_sidang(self):
        """Steps 9 and 10: begin the draft of a further meeting and open it."""
        return self._tempuh("siapkan_sidang")

    def _kerjakan_siapkan_rapat(self, jejak):
        agenda = f"Pembahasan pengaduan masyarakat nomor {self.name}"
        return self.env["dpmd.rapat"].create({"pengaduan_id": self.id, "agenda": agenda})._buka()

    def _kerjakan_siapkan_sidang(self, jejak):
        return self._kerjakan_siapkan_rapat(jejak)

    def action_buka_rapat(self):
        """Steps 9 and 10: open the meeting that is prepared or called."""
        return self._buka_lembar("buka_rapat", self._rapat_terbuka())

    # ------------------------------------------------------------------
    # The berita acara
    # ------------------------------------------------------------------

    def _rapat_tanpa_berita_acara(self, rapat_id=None):
        """Return the meetings of this round that were held and have no berita acara.

        :param int rapat_id: only this one
        """
        return self._rapat_putaran().filtered(
            lambda rapat: (
                rapat.state == "selesai" and not rapat.berita_acara_ids and (not rapat_id or rapat.id == rapat_id)
            )
        )

    def _berita_acara_terbuka(self):
        """Return the berita acara that are not signed by everybody yet."""
        return self.berita_acara_ids.filtered(
            lambda berita: (
                berita.state == "draf"
                or (
                    berita.state == "tanda_tangan"
                    and any(satu.ba_status == "belum" for satu in berita.rapat_id._peserta_hadir())
                )
            )
        )

    def _kapan_susun_berita_acara(self):
        return "" if self._rapat_tanpa_berita_acara() else self.env._("The berita acara is written already.")

    def _kapan_buka_berita_acara(self):
        return "" if self._berita_acara_terbuka() else self.env._("No berita acara waits for its words or signatures.")

    def action_susun_berita_acara(self, rapat_id=None):
        """Step 11: begin the berita acara of a meeting that was held, with its notulen, and open it.

        :param int rapat_id: the meeting; the first without one when not given
        """
        return self._tempuh("susun_berita_acara", rapat_id=rapat_id)

    def _kerjakan_susun_berita_acara(self, jejak, rapat_id=None):
        rapat = self._rapat_tanpa_berita_acara(rapat_id)[:1]
        if not rapat:
            raise UserError(self.env._("The berita acara is written already."))
        isi = "\n\n".join(filter(None, [rapat.notulen_pembahasan, rapat.notulen_kesimpulan]))
        return self.env["dpmd.berita.acara"].create({"rapat_id": rapat.id, "isi": isi})._buka()

    def action_buka_berita_acara(self):
        """Step 11: open the berita acara that waits for its words or signatures."""
        return self._buka_lembar("buka_berita_acara", self._berita_acara_terbuka())
