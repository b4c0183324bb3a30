from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..kantor.dpmd_penugasan import PELAKSANA
from ..kantor.hari import zona
from ..kantor.langkah import Langkah
from .alur import (
    ALUR,
    ATASAN,
    DI_KERTAS,
    DI_LANGKAH,
    INDUK,
    KABID,
    MEJA,
    MEJA_LANGKAH,
    PELAPOR,
    PEMEGANG,
    PENANDA,
    PENGADMIN,
    PENYUSUN,
    PETUGAS,
    PSM,
    TAMAT,
)
from .jejak import Jejak, Kertas, Lewati


class DpmdPengaduan(models.Model):
    """The one place that moves a case: it walks the ways of ``alur.py``."""

    _inherit = "dpmd.pengaduan"

    # ------------------------------------------------------------------
    # Going a way
    # ------------------------------------------------------------------

    def _tempuh(self, kunci, cara=None, **isi):
        """Go one way: check, do it, write the card, move the desk. Nothing is written when it raises.

        :param str kunci: key of a row of ``ALUR``
        :param cara: how, where it is not the ordinary way (:class:`Kertas` or :class:`Lewati`)
        :param isi: what the way itself takes
        :return: what ``_kerjakan_<kunci>`` returns
        :raise AccessError: the way belongs to somebody else
        :raise UserError: it does not start here, not now, or something is missing
        """
        self.ensure_one()
        jalan = ALUR[kunci]
        self.check_access("read")
        self._kunci()
        jejak = Jejak(jalan, self._izinkan(jalan, cara), fields.Datetime.now(), cara)
        hasil = getattr(self, f"_kerjakan_{kunci}")(jejak, **isi)
        self._tulis_kartu(jejak)
        self._pindahkan(jejak)
        getattr(self, f"_sesudah_{kunci}", lambda jejak: None)(jejak)
        self._gugurkan_ajuan()
        self._lompati()
        return hasil

    def _gugurkan_ajuan(self):
        """Void every paper that was handed up and would print something else now; hook, filled where the papers are.

        :return: whether there was one
        """
        return False

    def _izinkan(self, jalan, cara=None):
        """Return the appointment under which the user goes a way now; raise where it is not possible."""
        penugasan = self._periksa_kertas(jalan, cara) if isinstance(cara, Kertas) else self._pelaku(jalan, cara)
        if not penugasan and jalan.oleh not in (PELAPOR, INDUK):
            raise AccessError(
                self.env._("“%(jalan)s” belongs to: %(siapa)s.", jalan=jalan.judul, siapa=self._sebut_pemilik(jalan))
            )
        if sebab := self._sebab_belum(jalan):
            raise UserError(sebab)
        self._tolak_kurang(self._kekurangan(jalan, cara))
        return penugasan

    def _tolak_kurang(self, kurang):
        """Raise where something is missing.

        :param list kurang: what, in words
        """
        if kurang:
            raise UserError(self.env._("Not possible yet. Missing:\n- %(kurang)s", kurang="\n- ".join(kurang)))

    # ------------------------------------------------------------------
    # Who may
    # ------------------------------------------------------------------

    def _tugas_saya(self):
        """Return the user's appointments in force today in the office of the case (superuser)."""
        tugas = self.env["dpmd.penugasan"]._tugas_user(self.env.user, self.company_id)
        pengaduan_sudo = self.sudo()
        tertutup = pengaduan_sudo.terlapor_pejabat and self.env.user in pengaduan_sudo.tertutup_user_ids
        return tugas.browse() if tertutup else tugas

    def _penugasan_saya(self, jabatan, tugas=None):
        """Return the user's appointment to a jabatan over this case, in force today; empty when there is none.

        Where that desk is closed, because its official is reported, it is one to the next higher desk.

        :param tugas: the user's appointments, where they were read before
        """
        self.ensure_one()
        jabatan = self._meja_terbuka(jabatan)
        milik = (self._tugas_saya() if tugas is None else tugas).filtered(lambda satu: satu.jabatan == jabatan)
        if jabatan == KABID:
            milik = milik.filtered(lambda satu: satu.bidang_id == self.bidang_id)
        return milik[:1]

    def _saya_penyusun(self):
        """Return whether the user drafts for this case: its pelaksana, or in the team, with a jabatan today."""
        return bool(self._penugasan_penyusun())

    def _penugasan_penyusun(self, tugas=None):
        pengaduan_sudo = self.sudo()
        if self.env.user in pengaduan_sudo.pelaksana_id | pengaduan_sudo.tim_ids:
            return self._penugasan_saya(PSM, tugas)
        return self.env["dpmd.penugasan"]

    def _penugasan_petugas(self, tugas):
        """Return under which appointment somebody at work on the case speaks: that of its bidang before another."""
        urut = tugas.sorted(lambda satu: not self.bidang_id or satu.bidang_id != self.bidang_id)
        return urut[:1] if self.has_access("write") else tugas.browse()

    def _pelaku(self, jalan, cara=None, tugas=None):
        """Return the appointment under which the user goes a way; empty when it is not the user's to go."""
        self.ensure_one()
        kosong = self.env["dpmd.penugasan"]
        if jalan.oleh in (PELAPOR, INDUK):
            return kosong._milik_user(self.env.user, self.company_id, self.sudo().bidang_id)
        tugas = self._tugas_saya() if tugas is None else tugas
        for pemilik in (jalan.atasan,) if isinstance(cara, Lewati) else jalan.pemilik:
            if pemilik in (MEJA, ATASAN):
                utama = self._jalan_utama()
                penugasan = self._pelaku(utama, Lewati("") if pemilik == ATASAN else None, tugas) if utama else kosong
            elif pemilik == PETUGAS:
                penugasan = self._penugasan_petugas(tugas)
            elif pemilik == PENANDA:
                penugasan = self._penugasan_penanda(jalan, tugas)
            elif pemilik == PENYUSUN:
                penugasan = self._penugasan_penyusun(tugas)
            elif pemilik == PEMEGANG:
                penugasan = self._penugasan_saya(PSM, tugas) if self.env.user == self.pelaksana_id else kosong
            else:
                penugasan = self._penugasan_saya(pemilik, tugas)
            if penugasan:
                return penugasan
        return kosong

    def _penugasan_penanda(self, jalan, tugas):
        """Return under which appointment the user signs a paper that waits; hook, filled where the papers are."""
        return tugas.browse()

    def _sebut_pemilik(self, jalan):
        """Return whose way it is, in words."""
        label = {
            MEJA: self._sebut_meja(self.desk_jabatan),
            ATASAN: self.env._("the desk above the one whose step it is"),
            PETUGAS: self.env._("whoever works on the case"),
            PENYUSUN: self.env._("the pelaksana or the team"),
            PEMEGANG: self.env._("the pelaksana who holds the case"),
            PENANDA: self.env._("whose paraf or signature the paper waits for"),
            PELAPOR: self.env._("the pelapor"),
            INDUK: self.env._("the lead case"),
        }
        return ", ".join(
            label.get(pemilik) or self._sebut_meja(self._meja_terbuka(pemilik)) for pemilik in jalan.pemilik
        )

    def _sebut_meja(self, jabatan):
        """Return a desk in words: the jabatan, and who holds it today where that is known."""
        self.ensure_one()
        label = dict(self.env["dpmd.penugasan"]._fields["jabatan"].selection).get(jabatan) or dict(PELAKSANA).get(
            jabatan, "-"
        )
        user = self.sudo().desk_user_id if jabatan == self.desk_jabatan else None
        return f"{label} ({user.name})" if user else label

    def _periksa_kertas(self, jalan, kertas):
        """Return the official of a step entered from paper, or raise when it cannot have happened so."""
        if not self._penugasan_saya(PENGADMIN):
            raise AccessError(self.env._("Paper steps are entered by the Pengadministrasi Umum."))
        if not jalan.utama or jalan.di[0] not in DI_KERTAS:
            raise UserError(self.env._("Only steps 4 to 15 can have happened on paper."))
        if kertas.penugasan not in self._calon_pejabat(jalan, kertas.terjadi):
            raise UserError(
                self.env._(
                    "%(nama)s did not hold the jabatan of step %(nomor)s on that day.",
                    nama=kertas.penugasan.nama,
                    nomor=int(jalan.di[0]),
                )
            )
        return kertas.penugasan

    def _calon_pejabat(self, jalan, saat):
        """Return the appointments under which a step could be taken at a moment (UTC)."""
        jabatan = self.desk_jabatan if jalan.oleh == PENANDA else self._meja_terbuka(MEJA_LANGKAH[jalan.di[0]])
        tanggal = fields.Datetime.context_timestamp(self.with_context(tz=self._zona()), saat).date()
        calon = self._pemegang_terbuka(jabatan, tanggal=tanggal)
        if jabatan == PSM:
            pengaduan_sudo = self.sudo()
            calon = calon.filtered(lambda tugas: tugas.user_id in pengaduan_sudo.pelaksana_id | pengaduan_sudo.tim_ids)
        return calon

    # ------------------------------------------------------------------
    # When
    # ------------------------------------------------------------------

    def _sebab_belum(self, jalan):
        """Return, in words, why a way cannot be gone now, whoever asks; empty when it can."""
        self.ensure_one()
        kapan = getattr(self, f"_kapan_{jalan.kunci}", lambda: "")
        if jalan.oleh == PELAPOR and (sebab := kapan()):
            return sebab  # the pelapor knows none of our desks
        if not jalan.mulai_di(self.state, self.langkah):
            return self._sebut_tempat()
        if jalan.utama and self._menunggu_induk():
            return self.env._("The lead case %(induk)s takes this step for it.", induk=self.sudo().induk_id.name)
        if jalan.utama and self.langkah > Langkah.FORMULIR and self._ke_inspektorat():
            return self.env._("The Kepala Dinas is reported: this case is handed over to the Inspektorat.")
        return kapan()

    def _sebut_tempat(self):
        """Return where the case stands, as an answer to who wants to go a way that starts elsewhere."""
        if self.state in TAMAT:
            return self.env._("This case is closed.")
        return self.env._(
            "This case is at step %(nomor)s, on the desk of: %(meja)s. Reload the page to see where it stands.",
            nomor=self.langkah,
            meja=self._sebut_meja(self.desk_jabatan),
        )

    def _kekurangan(self, jalan, cara=None):
        """Return, in words, what must be there before a way and is not (SOP column Kelengkapan)."""
        syarat = getattr(self, f"_syarat_{jalan.kunci}", None)
        return syarat(cara) if syarat else []

    def _menunggu_induk(self):
        """Return whether the case is joined to a lead case that takes its steps."""
        return bool(self.induk_id) and self.langkah < 17 and self.state not in TAMAT

    def _jalan_utama(self):
        """Return the step of the SOP that is next, or None while none can be taken."""
        utama = DI_LANGKAH.get((self.state, self.langkah))
        return utama if utama and not self._sebab_belum(utama) else None

    def _jalan_saya(self):
        """Return the ways the user may go now, in the order of the table."""
        self.ensure_one()
        tugas = self._tugas_saya()
        return [
            jalan
            for jalan in ALUR.values()
            if jalan.oleh not in (PELAPOR, INDUK)
            and jalan.mulai_di(self.state, self.langkah)
            and self._pelaku(jalan, tugas=tugas)
            and not self._sebab_belum(jalan)
        ]

    def _alasan(self, alasan):
        """Return a reason without the blanks around it; raise where there is none."""
        alasan = (alasan or "").strip() if isinstance(alasan, str) else ""
        if not alasan:
            raise UserError(self.env._("Give a reason."))
        return alasan

    def _zona(self):
        return zona(self.company_id)

    # ------------------------------------------------------------------
    # The move
    # ------------------------------------------------------------------

    def _pindahkan(self, jejak):
        """Bring the case to where the way leads, onto the desk that must act."""
        pengaduan_sudo = self.sudo()
        if not jejak.pindah:
            if jejak.kolom:
                pengaduan_sudo._tulis(jejak.kolom)
            return
        state, langkah = jejak.ke or self.state, jejak.berikut or self.langkah
        menunggu = jejak.kolom.get("induk_id", self.induk_id.id) and langkah < 17
        meja = jejak.meja or (not menunggu and state not in TAMAT and MEJA_LANGKAH.get(langkah))
        pengaduan_sudo._tulis(
            {
                **jejak.kolom,
                "state": state,
                "langkah": langkah,
                "desk_jabatan": meja,
                "desk_mewakili": False,
                "desk_sejak": jejak.waktu,
            }
        )
        user = pengaduan_sudo._taruh(self._meja_dituju(meja))  # only now the bidang says whose desk it is
        pengaduan_sudo._isi_meja(user)
