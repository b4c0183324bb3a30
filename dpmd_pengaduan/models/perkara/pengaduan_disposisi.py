from odoo import fields, models
from odoo.exceptions import UserError

from ..kantor.langkah import Langkah
from .alur import ALUR, KABID, PSM, SEKRETARIS
from .jejak import Lewati

# What a disposisi may say; anything else in the call is refused.
KOLOM_DISPOSISI = {
    "instruksi",
    "sifat",
    "harap",
    "catatan",
    "tenggat",
    "bidang_id",
    "kepada_user_id",
    "usul_bidang_id",
    "usul_user_id",
    "tembusan_ids",
    "tim_ids",
}


class DpmdPengaduan(models.Model):
    """Steps 4 to 7: the case goes down the chain by orders, each to one addressee."""

    _inherit = "dpmd.pengaduan"

    def action_terima_kadis(self):
        """Step 4: the Kadis has received the form."""
        self._tempuh("terima_kadis")

    def _kerjakan_terima_kadis(self, jejak):
        jejak.kolom = {"tanggal_dibaca_kadis": jejak.waktu}
        jejak.keluaran = self.env._("Form received")

    def _terima_dulu(self):
        """Take step 4 where the case was not opened before its Kadis decides."""
        if self.langkah == Langkah.TERIMA_KADIS:
            self._tempuh("terima_kadis")

    def action_tugaskan_sekretaris(self, disposisi=None):
        """Step 5: the Kadis orders the Sekretaris to follow up; one press with the standing instruction.

        :param dict disposisi: other words than the standing ones, see ``KOLOM_DISPOSISI``
        """
        self.ensure_one()
        self._terima_dulu()
        self._tempuh("tugaskan_sekretaris", disposisi=disposisi)

    def _kerjakan_tugaskan_sekretaris(self, jejak, disposisi=None):
        order = self._disposisikan(jejak, SEKRETARIS, disposisi)
        jejak.kolom = {
            "usul_bidang_id": (order.usul_bidang_id or self.usul_bidang_id).id,
            "usul_pelaksana_id": (order.usul_user_id or self.usul_pelaksana_id).id,
        }

    def action_tugaskan_kabid(self, disposisi=None):
        """Step 6: the Sekretaris sends the case to the Kabid of the right bidang.

        :param dict disposisi: ``bidang_id``, or the proposed one is taken
        """
        self._tempuh("tugaskan_kabid", disposisi=disposisi)

    def _kerjakan_tugaskan_kabid(self, jejak, disposisi=None):
        disposisi = disposisi or {}
        bidang = self.env["dpmd.bidang"].browse(disposisi.get("bidang_id") or self.usul_bidang_id.id).exists()
        if not bidang:
            raise UserError(self.env._("Choose the bidang first."))
        if not self._pejabat_terbuka(KABID, bidang):
            raise UserError(
                self.env._("Nobody heads %(bidang)s today. Appoint a Plt. or Plh. first.", bidang=bidang.name)
            )
        order = self._disposisikan(jejak, KABID, {**disposisi, "bidang_id": bidang.id})
        jejak.kolom = {"bidang_id": bidang.id, "usul_pelaksana_id": (order.usul_user_id or self.usul_pelaksana_id).id}

    def action_disposisi_pelaksana(self, disposisi=None):
        """Step 7: the Kabid hands the case to a Sub Koor or PSM of the bidang.

        :param dict disposisi: ``kepada_user_id``, or the proposed one is taken; ``tim_ids``
        """
        self._tempuh("disposisi_pelaksana", disposisi=disposisi)

    def _kerjakan_disposisi_pelaksana(self, jejak, disposisi=None):
        disposisi = disposisi or {}
        user = self._pilih_pelaksana(disposisi.get("kepada_user_id") or self.usul_pelaksana_id.id)
        order = self._disposisikan(jejak, PSM, {**disposisi, "kepada_user_id": user.id})
        self._tolak_pelaksana_lama(order.tim_ids)
        jejak.kolom = {"pelaksana_id": user.id, "tim_ids": [fields.Command.set(order.tim_ids.ids)]}

    def _kapan_tulis_disposisi(self):
        langsung = self._jalan_utama().langsung
        return self.env._("The step itself asks for the words.") if langsung and not self[langsung] else ""

    # ------------------------------------------------------------------
    # The order
    # ------------------------------------------------------------------

    def _pilih_pelaksana(self, user_id):
        """Return the user a case can be handed to: a Sub Koor or PSM of its bidang, today."""
        user = self.env["res.users"].browse(user_id).exists() if user_id else self.env["res.users"]
        if not user:
            raise UserError(self.env._("Choose the Sub Koor / PSM first."))
        self._tolak_tertutup(user)
        if not self.env["dpmd.penugasan"]._pejabat(PSM, self.company_id, bidang=self.bidang_id, user=user):
            raise UserError(self.env._("%(nama)s is not a Sub Koor / PSM of this bidang.", nama=user.name))
        self._tolak_pelaksana_lama(user)
        return user

    def _disposisikan(self, jejak, jabatan, disposisi):
        """Write the order that goes with a step, and close the one that brought the case here."""
        isi = self._isi_disposisi(disposisi)
        bidang = self.env["dpmd.bidang"].browse(isi.get("bidang_id")) or self.bidang_id
        penerima = self._pejabat_terbuka(jabatan, bidang)
        if isi.get("kepada_user_id"):
            penerima = penerima.filtered(lambda tugas: tugas.user_id.id == isi["kepada_user_id"])
        penerima = penerima[:1]
        self._tutup_disposisi("selesai")
        order = (
            self.env["dpmd.disposisi"]
            .sudo()
            ._buat(
                {
                    **{name: nilai for name, nilai in isi.items() if nilai},
                    "pengaduan_id": self.id,
                    "company_id": self.company_id.id,
                    "langkah": self.langkah,
                    "dari_user_id": jejak.penugasan.user_id.id,
                    "dari_nama": jejak.penugasan.nama,
                    "dari_sebutan": jejak.penugasan.sebutan,
                    "kepada_jabatan": penerima.jabatan or jabatan,
                    "kepada_user_id": penerima.user_id.id,
                    "kepada_nama": penerima.nama,
                    "kepada_sebutan": penerima.sebutan,
                    "bidang_id": bidang.id,
                    "tanggal": jejak.waktu,
                    "state": "baru",
                }
            )
        )
        self.sudo().invalidate_recordset(["disposisi_ids"])
        jejak.keluaran = self.env._(
            "Disposisi to %(kepada)s", kepada=penerima.sebutan or dict(self._fields["desk_jabatan"].selection)[jabatan]
        )
        return order

    def _isi_disposisi(self, disposisi):
        """Return the words of an order, with the standing ones of the office where none are given."""
        disposisi = dict(disposisi or {})
        asing = set(disposisi) - KOLOM_DISPOSISI
        if asing:
            raise UserError(self.env._("Unknown words in the disposition: %(kolom)s", kolom=", ".join(sorted(asing))))
        instansi = self.env["dpmd.instansi"]._milik(self.company_id)
        pegawai = self.env["dpmd.penugasan"]._pegawai(self.company_id) - self.sudo().tertutup_user_ids
        for name in ("tim_ids", "tembusan_ids"):
            dipilih = pegawai.filtered(lambda user, name=name: user.id in (disposisi.get(name) or []))
            disposisi[name] = [fields.Command.set(dipilih.ids)]
        disposisi["sifat"] = disposisi.get("sifat") or ("rahasia" if self.identitas == "rahasia" else "biasa")
        disposisi["harap"] = disposisi.get("harap") or "proses"
        disposisi["instruksi"] = disposisi.get("instruksi") or instansi._instruksi(self.langkah)
        disposisi["tenggat"] = disposisi.get("tenggat") or self._tenggat_disposisi()
        return disposisi

    def _tutup_disposisi(self, state, alasan=False):
        """Close the order that put the case on its present desk: done, or sent back with a reason."""
        self.sudo()._disposisi_terbuka()._tulis({"state": state, "alasan_kembali": alasan})

    # ------------------------------------------------------------------
    # Over a desk, and to another pelaksana
    # ------------------------------------------------------------------

    def _kapan_lewati(self):
        utama = self._jalan_utama()
        if utama and utama.atasan and not self._dilewati(utama):
            return ""
        return self.env._("The desk of this step cannot be skipped.")

    def _kapan_lewati_paraf(self):
        return self._kapan_lewati()

    def action_lewati(self, alasan=None, disposisi=None):
        """Take the step of the desk below in its place, by a recorded decision (conflict of interest).

        :param str alasan: why the desk is skipped
        :param dict disposisi: the order, as for the step itself
        """
        self._lewati("lewati", alasan, disposisi=disposisi)

    def action_lewati_paraf(self, alasan=None):
        """Give the paraf of the desk below in its place, by a recorded decision (conflict of interest).

        :param str alasan: why the desk is skipped
        """
        self._lewati("lewati_paraf", alasan)

    def _lewati(self, kunci, alasan, **isi):
        self.ensure_one()
        self.check_access("read")
        self._izinkan(ALUR[kunci])
        self._tempuh(self._jalan_utama().kunci, cara=Lewati(self._alasan(alasan)), **isi)

    def _kapan_alih_pelaksana(self):
        if self.state == "laporan" and self.pelaksana_id not in self.sudo().tertutup_user_ids:
            return self._sebut_tempat()  # who began the report finishes it, unless it is he who is reported
        return "" if self.pelaksana_id else self.env._("No pelaksana holds this case.")

    def action_alih_pelaksana(self, user_id=None, alasan=None):
        """Hand the case to another Sub Koor or PSM of the bidang, until the report.

        :param int user_id: who takes it over
        """
        self._tempuh("alih_pelaksana", user_id=user_id, alasan=alasan)

    def _kerjakan_alih_pelaksana(self, jejak, user_id, alasan):
        jejak.alasan = self._alasan(alasan)
        user = self._pilih_pelaksana(user_id)
        if user == self.pelaksana_id:
            raise UserError(self.env._("The case is with %(nama)s already.", nama=user.name))
        jejak.keluaran = self.env._("From %(lama)s to %(baru)s", lama=self.pelaksana_id.name, baru=user.name)
        jejak.ke, jejak.kolom = self.state, {"pelaksana_id": user.id}
