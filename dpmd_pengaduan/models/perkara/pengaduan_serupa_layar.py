from odoo import api, fields, models
from odoo.tools import format_date

from .alur import ALUR, TAMAT
from .pengaduan_saran import MIRIP

# From how alike on, in words; below, two cases are only about the same kind of thing.
SANGAT_MIRIP = 0.5
LEBIH_MIRIP = 0.3
SALAH_CATAT = ("alasan_tutup", "not in", ["salah_catat"])


class DpmdPengaduan(models.Model):
    """*Serupa* on the screen: the nearest cases beside a case, and for the words typed at the counter.

    Nothing of it is a field of the case: the form asks for it once it is shown.
    """

    _inherit = "dpmd.pengaduan"

    def serupa_di_layar(self):
        """Return what stands beside the case: its lead, those joined to it, and the nearest cases with what to do.

        :return: ``{"induk": {id, kalimat} or False, "gabungan": [{id, name}], "serupa": [the dicts of
            ``cari_serupa``, with ``mirip``, ``gabung``, ``duplikat`` and the reasons for these]}``; in each only
            what the user may read
        :raise AccessError: for who may not read the case
        """
        self.ensure_one()
        self.check_access("read")
        return {
            "induk": self._induk_di_layar(),
            "gabungan": [
                {"id": satu.id, "name": satu.name} for satu in self.search([("induk_id", "=", self.id)], order="id")
            ],
            "serupa": self._serupa_dengan_tindakan() if self._melihat_serupa() else [],
        }

    @api.model
    def cari_serupa(self, teks, wilayah_id=False, jenis_id=False):
        """Return the cases of the user's office that are most like some words, for the staff.

        The words are neither kept nor logged. A case is among them from the next run of the job on, at most five
        minutes after it was typed in.

        :param str teks: what was typed so far
        :param int wilayah_id: the desa, where it is known
        :param int jenis_id: the kind, where it is known
        :return: at most five ``{id, name, perihal, desa, bidang, state, hasil, tanggal}`` the user may read, in
            words, the most alike first
        :raise AccessError: for anybody who reads no cases
        """
        self.browse().check_access("read")
        Serupa = self.env["dpmd.serupa"]
        akar = set(Serupa._akar(Serupa._kata(str(teks or ""))).values())
        if not akar:
            return []
        tanda = {"desa": wilayah_id, "jenis": jenis_id}
        akar |= {f"{apa}#{id_}" for apa, id_ in tanda.items() if id_}
        mirip = {id_: nilai for id_, nilai in Serupa._terdekat(self.env.company, akar).items() if nilai >= MIRIP}
        terbaca = self.search([("id", "in", list(mirip)), SALAH_CATAT])
        return [satu._satu_serupa() for satu in terbaca.sorted(lambda satu: -mirip[satu.id])[:5]]

    def _satu_serupa(self):
        """Return the case as one of those that are like another, in words."""
        label = {nama: dict(self._fields[nama]._description_selection(self.env)) for nama in ("state", "hasil")}
        return {
            "id": self.id,
            "name": self.name if self.name != "/" else "",
            "perihal": self.perihal,
            "desa": self.wilayah_id.display_name or "",
            "bidang": self.bidang_id.name or "",
            "state": label["state"][self.state],
            "hasil": label["hasil"].get(self.hasil, ""),
            "tanggal": format_date(self.env, fields.Datetime.context_timestamp(self, self.tanggal_terima)),
        }

    # ------------------------------------------------------------------
    # Beside a case
    # ------------------------------------------------------------------

    def _melihat_serupa(self):
        """Return whether it is still open what becomes of the case: until the telaah is handed in."""
        return self.state in ("masuk", "terdaftar", "formulir", "kadis", "sekretaris", "kabid", "telaah")

    def _serupa_dengan_tindakan(self):
        """Return the nearest cases, each with how alike it is and what the user may do about it by one press."""
        mirip = [(lain, nilai) for lain, nilai in self._serupa() if nilai >= MIRIP and lain.induk_id != self]
        tugas = self._tugas_saya() if mirip else None
        boleh = {kunci: bool(mirip) and self._boleh(kunci, tugas) for kunci in ("gabung", "tutup", "usul_tutup")}
        tutup = next((kunci for kunci in ("tutup", "usul_tutup") if boleh[kunci]), False)
        induk = self._calon_induk([lain.id for lain, _nilai in mirip]) if boleh["gabung"] else self.browse()
        return [
            lain._satu_serupa()
            | {
                "mirip": self._sebut_mirip(lain, nilai),
                "sangat": nilai >= SANGAT_MIRIP,
                "gabung": lain in induk,
                "alasan_gabung": self.env._("The same matter as %(nomor)s: %(perihal)s", **lain._sebut_diri()),
                "duplikat": lain.name != "/" and tutup,
                "alasan_duplikat": self.env._("Filed before, with the number %(nomor)s.", **lain._sebut_diri()),
            }
            for lain, nilai in mirip
        ]

    def _boleh(self, kunci, tugas):
        """Return whether the user may go a way now."""
        jalan = ALUR[kunci]
        di_sini = jalan.mulai_di(self.state, self.langkah)
        return di_sini and bool(self._pelaku(jalan, tugas=tugas)) and not self._sebab_belum(jalan)

    def _sebut_diri(self):
        return {"nomor": self.name, "perihal": self.perihal}

    def _sebut_mirip(self, lain, nilai):
        """Return in words how alike another case is, and by what."""
        if nilai >= SANGAT_MIRIP:
            kata = self.env._("Nearly the same")
        elif nilai >= LEBIH_MIRIP:
            kata = self.env._("Very alike")
        else:
            kata = self.env._("Alike")
        sama = [
            kata,
            self.wilayah_id and self.wilayah_id == lain.wilayah_id and self.env._("same desa"),
            self.jenis_id and self.jenis_id == lain.jenis_id and self.env._("same kind"),
        ]
        return ", ".join(filter(None, sama))

    # ------------------------------------------------------------------
    # A joined case and its lead
    # ------------------------------------------------------------------

    induk_tampil = fields.Char(
        string="Follows", compute="_compute_induk_tampil", help="The lead case that takes its steps, and its status."
    )

    @api.depends("induk_id.state", "langkah", "state")
    def _compute_induk_tampil(self):
        label = dict(self._fields["state"]._description_selection(self.env))
        for pengaduan in self:
            induk_sudo = pengaduan._menunggu_induk() and pengaduan.sudo().induk_id
            pengaduan.induk_tampil = bool(induk_sudo) and f"{induk_sudo.name}: {label[induk_sudo.state]}"

    def _induk_di_layar(self):
        """Return the lead case in a sentence, and its id where the user may read it; False without one."""
        if not self.induk_id:
            return False
        if self._menunggu_induk():
            kalimat = self.env._("Follows %(induk)s", induk=self.induk_tampil)
        elif self.state in TAMAT:
            kalimat = self.env._("Was handled together with %(induk)s", induk=self.sudo().induk_id.name)
        else:
            kalimat = self.env._("Its lead %(induk)s is done; the answer is its own", induk=self.sudo().induk_id.name)
        return {"id": self.induk_id._filtered_access("read").id, "kalimat": kalimat}
