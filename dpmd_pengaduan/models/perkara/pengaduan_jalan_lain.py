from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..dasar.izin import berizin
from .alur import ATASAN, BARIS, BISA_DILEWATI, KABID, KADIS, PENGADMIN, PSM, Catat, Lewati
from .dpmd_pengaduan import ALASAN_TUTUP, KOLOM_ISI, TAMAT

# Send-back: by the desk at this step, to this status and step.
KEMBALI = {
    5: ("formulir", 3),
    6: ("kadis", 5),
    7: ("sekretaris", 6),
    8: ("kabid", 7),
    13: ("laporan", 12),
    14: ("laporan", 12),
    15: ("laporan", 12),
}


class DpmdPengaduan(models.Model):
    """The ways off the main path; each with a reason, each on the card."""

    _inherit = "dpmd.pengaduan"

    def _aksi_lain_saya(self):
        """Return the keys of the ways off the path this user may take now, for the buttons."""
        self.ensure_one()
        pengadmin, kadis, kabid = (bool(self._penugasan_saya(jabatan)) for jabatan in (PENGADMIN, KADIS, KABID))
        if self.state in TAMAT:
            pilihan = {"informasikan_tutup": self._boleh_informasikan_tutup(), "tulis_pelapor": pengadmin}
            return [kunci for kunci, boleh in pilihan.items() if boleh]
        baris = self._baris_kini()
        pilihan = {
            "kembalikan": self._bisa_kembali() and bool(baris and self._pelaku(baris)),
            "minta_lengkapi": pengadmin and self.state == "formulir",
            "kutipan": pengadmin and self.identitas != "terbuka" and not self.kutipan_oleh_id and self.langkah <= 3,
            "lanjut_tanpa_formulir": kadis and self.state == "formulir",
            "tutup": kadis,
            "usul_tutup": not kadis and self.has_access("write"),
            "catatkan": pengadmin and bool(baris) and 4 <= self.langkah <= 15,
            "ralat": pengadmin and bool(self.tanggal_daftar),
            "usul_tanpa_rapat": self.langkah == 9 and not self.tanpa_rapat and self._saya_penyusun(),
            "putus_tanpa_rapat": self.langkah == 9 and self.tanpa_rapat == "diusulkan" and kabid,
            "perintah_rapat": kadis and self.tanpa_rapat == "disetujui" and self.state == "laporan",
            "alih": kabid and 8 <= self.langkah <= 11,
            "lewati": bool(baris and baris.aksi in BISA_DILEWATI and self._penugasan_saya(ATASAN[baris.jabatan])),
            "buka_identitas": self.identitas != "terbuka" and (kadis or pengadmin) and not self._identitas_terbuka(),
            "gabung": self._boleh_gabung(),
            "beri_akses": kadis and self.identitas != "terbuka",
            "tulis_pelapor": pengadmin,
        }
        return [kunci for kunci, boleh in pilihan.items() if boleh]

    def _baris_kini(self):
        """Return the row of the flow that is next, or None."""
        return next((baris for baris in BARIS.values() if self._giliran(baris)), None)

    def _alasan(self, alasan):
        alasan = (alasan or "").strip()
        if not alasan:
            raise UserError(self.env._("Give a reason."))
        return alasan

    def _wajib(self, jabatan):
        """Return the user's appointment to a jabatan over the case, under a lock; raise when there is none."""
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        penugasan = self._penugasan_saya(jabatan)
        if not penugasan:
            raise AccessError(self.env._("This is decided by: %(jabatan)s.", jabatan=self._sebut_meja(jabatan)))
        if self.state in TAMAT:
            raise UserError(self.env._("This case is closed."))
        return penugasan

    # ------------------------------------------------------------------
    # Form
    # ------------------------------------------------------------------

    def action_konfirmasi_kutipan(self, kutipan=None):
        """Confirm the kutipan: the words the chain may see of a secret complaint (before step 4).

        :param str kutipan: what happened, without anything that shows who complained
        """
        penugasan = self._wajib(PENGADMIN)
        if self.identitas == "terbuka" or self.langkah > 3:
            raise UserError(self.env._("A kutipan is made of a secret complaint, until its form is declared complete."))
        kutipan = self._alasan(kutipan or self.uraian)
        self.sudo()._tulis({"uraian": kutipan, "kutipan_oleh_id": self.env.uid})
        self._catat("catatan", penugasan=penugasan, nomor=3, keluaran=self.env._("Kutipan confirmed"))

    def action_minta_lengkapi(self, alasan=None):
        """Send the form back to the pelapor as incomplete; the clock of UU 25/2009 ps. 44 starts."""
        penugasan = self._wajib(PENGADMIN)
        if self.state != "formulir":
            raise UserError(self.env._("Only a form that was given out can be incomplete."))
        alasan = self._alasan(alasan)
        self._catat("kembali", penugasan=penugasan, nomor=3, keluaran=self.env._("Told incomplete"), alasan=alasan)
        self._pindahkan("formulir", 3, meja="pelapor", tanggal_kurang=self.tanggal_kurang or fields.Datetime.now())
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        self.sudo().pelapor_ids._kabari(
            self.with_context(lang=bahasa).env._("Your complaint needs something more: %(alasan)s", alasan=alasan)
        )

    def _terima_lengkapan(self):
        """Bring the case back to the Pengadministrasi Umum, who checks what the pelapor completed."""
        self._catat("catatan", nomor=3, keluaran=self.env._("The pelapor completed the form"))
        self._pindahkan("formulir", 3)

    def action_lanjut_tanpa_formulir(self, alasan=None):
        """Go on without the form, by order of the Kadis, after it was not returned in time."""
        penugasan = self._wajib(KADIS)
        if self.state != "formulir":
            raise UserError(self.env._("The case does not wait for a form."))
        if not self._lewat_melengkapi():
            raise UserError(self.env._("The pelapor still has time to complete the form."))
        alasan = self._alasan(alasan)
        self._catat(
            "tidak",
            penugasan=penugasan,
            nomor=3,
            keluaran=self.env._("Goes on without the form"),
            alasan=alasan,
            ke="kadis",
        )
        self.sudo().pelapor_ids._tulis({"terkunci": True})
        self._pindahkan("kadis", 4, tanggal_lengkap=fields.Datetime.now())

    def _batas_melengkapi(self):
        """Return the last day for the pelapor to complete the form (ps. 44: 30 days); False where the clock is off."""
        mulai = self.tanggal_kurang or self.tanggal_formulir
        jam = self.env["dpmd.tenggat"].sudo().search([("kode", "=", "melengkapi")])
        return jam._jatuh_tempo(mulai, self.company_id)

    def _lewat_melengkapi(self):
        """Return whether the pelapor's time to complete the form is over."""
        akhir = self._batas_melengkapi()
        return bool(akhir and akhir < self.env["dpmd.penugasan"]._hari_ini())

    # ------------------------------------------------------------------
    # Back, sideways, over a desk
    # ------------------------------------------------------------------

    def _bisa_kembali(self):
        # The form of the first round was declared complete and answered; an objection does not open it again.
        return self.langkah in KEMBALI and not (self.langkah == 5 and self.putaran > 1)

    def action_kembalikan(self, alasan=None):
        """Send the case one desk back, or the report to its drafter, whose parafs are then void."""
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        if self.langkah == 4 and self._penugasan_saya(KADIS):
            self.action_terima_kadis()
        baris = self._baris_kini()
        penugasan = baris and self._pelaku(baris)
        if not penugasan:
            raise AccessError(
                self.env._("The case is on the desk of: %(meja)s.", meja=self._sebut_meja(self.desk_jabatan))
            )
        if not self._bisa_kembali():
            raise UserError(self.env._("This step cannot be sent back."))
        alasan = self._alasan(alasan)
        state, langkah = KEMBALI[self.langkah]
        pengaduan_sudo = self.sudo()
        self._catat(
            "kembali",
            penugasan=penugasan,
            nomor=self.langkah,
            keluaran=self.env._("Sent back"),
            alasan=alasan,
            ke=state,
        )
        kolom = {}
        if state == "laporan":
            laporan_sudo = pengaduan_sudo._laporan()
            laporan_sudo.dokumen_id._batalkan(alasan)
            laporan_sudo._tulis({"state": "draf", "dokumen_id": False, "alasan_kembali": alasan})
        else:
            pengaduan_sudo._disposisi_terbuka()._tulis({"state": "dikembalikan", "alasan_kembali": alasan})
            if langkah == 6:
                kolom = {"bidang_id": False, "usul_bidang_id": False}
            elif langkah == 7:
                kolom = {"pelaksana_id": False, "tim_ids": [fields.Command.clear()]}
            elif langkah == 3:
                kolom = {"tanggal_lengkap": False, "tanggal_dibaca_kadis": False, "meja": PENGADMIN}
                pengaduan_sudo.pelapor_ids._tulis({"terkunci": False})
        self._pindahkan(state, langkah, **kolom)

    def action_alih_pelaksana(self, user_id=None, alasan=None):
        """Hand the case to another Sub Koor or PSM of the bidang, until the report."""
        penugasan = self._wajib(KABID)
        if not 8 <= self.langkah <= 11:
            raise UserError(self.env._("A case is handed over between the disposition and the report."))
        alasan = self._alasan(alasan)
        user = self._pilih_pelaksana(user_id)
        if user == self.pelaksana_id:
            raise UserError(self.env._("The case is with %(nama)s already.", nama=user.name))
        self._catat(
            "alih",
            penugasan=penugasan,
            alasan=alasan,
            keluaran=self.env._("From %(lama)s to %(baru)s", lama=self.pelaksana_id.name, baru=user.name),
        )
        self._pindahkan(self.state, self.langkah, pelaksana_id=user.id)

    def action_lewati(self, alasan=None, disposisi=None):
        """Take the step of the desk below in its place, by a recorded decision (conflict of interest).

        :param str alasan: why the desk is skipped
        :param dict disposisi: as for the step itself
        """
        self.ensure_one()
        baris = self._baris_kini()
        if not baris or baris.aksi not in BISA_DILEWATI:
            raise UserError(self.env._("The desk of this step cannot be skipped."))
        pengaduan = self.with_context(dpmd_lewati=Lewati(self._alasan(alasan)))
        args = {"disposisi": disposisi} if disposisi and baris.nomor in (6, 7) else {}  # a paraf takes no order
        return getattr(pengaduan, f"action_{baris.aksi}")(**args)

    # ------------------------------------------------------------------
    # Without a meeting
    # ------------------------------------------------------------------

    def action_usul_tanpa_rapat(self, alasan=None):
        """Propose to go from the telaah straight to the report; the Kabid decides."""
        self.ensure_one()
        self.check_access("read")
        if self.langkah != 9 or self.tanpa_rapat == "diusulkan" or not self._saya_penyusun():
            raise UserError(self.env._("To go without a meeting is proposed by the pelaksana, after the telaah."))
        self._catat(
            "catatan",
            penugasan=self._penugasan_saya(PSM),
            nomor=9,
            keluaran=self.env._("Proposed: without a meeting"),
            alasan=self._alasan(alasan),
        )
        self._pindahkan(self.state, 9, meja=KABID, tanpa_rapat="diusulkan")

    def action_putus_tanpa_rapat(self, setuju=True, alasan=None):
        """Agree or not to go without a meeting; agreed, rows 9 to 11 read "tidak dilaksanakan".

        :param bool setuju: whether the Kabid agrees
        """
        penugasan = self._wajib(KABID)
        if self.tanpa_rapat != "diusulkan":
            raise UserError(self.env._("Nobody proposed to go without a meeting."))
        alasan = self._alasan(alasan)
        if not setuju:
            self._catat(
                "catatan", penugasan=penugasan, nomor=9, keluaran=self.env._("A meeting is held"), alasan=alasan
            )
            self._pindahkan("rapat", 9, tanpa_rapat="ditolak")
            return
        for nomor in (9, 10, 11):
            self._catat(
                "tidak", penugasan=penugasan, nomor=nomor, keluaran="Tidak dilaksanakan", alasan=alasan, ke="laporan"
            )
        self._siapkan_laporan()
        self._pindahkan("laporan", 12, tanpa_rapat="disetujui")

    def action_perintah_rapat(self, alasan=None):
        """Order a meeting after all; the report goes back to draft."""
        penugasan = self._wajib(KADIS)
        if self.tanpa_rapat != "disetujui" or self.state != "laporan":
            raise UserError(
                self.env._("A meeting is ordered for a case that goes without one, before its report is signed.")
            )
        alasan = self._alasan(alasan)
        laporan_sudo = self.sudo()._laporan()
        laporan_sudo.dokumen_id._batalkan(alasan)
        laporan_sudo._tulis({"state": "draf", "dokumen_id": False})
        self._catat(
            "kembali",
            penugasan=penugasan,
            nomor=9,
            keluaran=self.env._("A meeting is ordered"),
            alasan=alasan,
            ke="rapat",
        )
        self._pindahkan("rapat", 9, tanpa_rapat="ditolak")

    # ------------------------------------------------------------------
    # Closing early
    # ------------------------------------------------------------------

    def action_usul_tutup(self, alasan=None):
        """Propose to the Kadis to close the case early; anyone who works on the case."""
        self.ensure_one()
        self.check_access("write")
        if self.state in TAMAT:
            raise UserError(self.env._("This case is closed."))
        self._catat("catatan", keluaran=self.env._("Proposed to close"), alasan=self._alasan(alasan))
        self._minta_putusan(self.env._("Proposed to close"), alasan)

    def _minta_putusan(self, apa, alasan):
        """Put a proposal to close before the Kadis."""
        kadis = self.env["dpmd.penugasan"]._pejabat(KADIS, self.company_id)[:1].user_id
        if kadis:
            self.sudo().activity_schedule(
                "dpmd_pengaduan.activity_keputusan",
                user_id=kadis.id,
                date_deadline=self.env["dpmd.penugasan"]._hari_ini(),
                summary=apa,
                note=alasan,
            )

    def _boleh_dicabut(self):
        """Return whether the pelapor may still ask to withdraw: once, and before the Kadis has signed."""
        return self.state not in TAMAT and self.langkah < 16 and not self.tanggal_cabut

    def _minta_cabut(self, alasan=""):
        """Propose to close the case as withdrawn; the caller has made sure that the pelapor asks.

        :param str alasan: for the card and the Kadis; empty where the words may show who wrote them
        :raise UserError: asked already, or too late
        """
        self.ensure_one()
        self._kunci()
        if not self._boleh_dicabut():
            raise UserError(self.env._("A complaint can be withdrawn once, and only until the answer is signed."))
        self._catat("catatan", keluaran=self.env._("The pelapor asks to withdraw the complaint"), alasan=alasan)
        self.sudo()._tulis({"tanggal_cabut": fields.Datetime.now()})
        self._minta_putusan(self.env._("The pelapor asks to withdraw the complaint"), alasan)

    def action_tutup(self, alasan_tutup=None, catatan=None, tujuan=None):
        """Close the case early, by decision of the Kadis; the pelapor is always told why.

        :param str alasan_tutup: key of ``ALASAN_TUTUP``
        :param str catatan: the reason in words, for the pelapor
        :param str tujuan: the agency, for *dilimpahkan*
        """
        penugasan = self._wajib(KADIS)
        catatan = self._alasan(catatan)
        if alasan_tutup not in dict(ALASAN_TUTUP):
            raise UserError(self.env._("Choose why the case is closed."))
        if alasan_tutup == "dilimpahkan" and not (tujuan or "").strip():
            raise UserError(self.env._("Name the agency the case goes to."))
        if alasan_tutup == "tidak_lengkap" and not (self.state == "formulir" and self._lewat_melengkapi()):
            raise UserError(self.env._("The pelapor still has time to complete the form."))
        label = dict(self._fields["alasan_tutup"]._description_selection(self.env))[alasan_tutup]
        self._catat("tutup", penugasan=penugasan, keluaran=label, alasan=catatan, ke="ditutup")
        pengaduan_sudo = self.sudo()
        pengaduan_sudo._disposisi_terbuka()._tulis({"state": "selesai"})
        pengaduan_sudo.dokumen_ids.filtered(lambda d: d.state == "konsep")._batalkan(catatan)
        pengaduan_sudo.rapat_ids.filtered(lambda r: r.state in ("draf", "diundang"))._batalkan_rapat(catatan)
        self._lepaskan_gabungan()
        pengaduan_sudo.activity_ids.filtered(
            lambda a: a.activity_type_id == self.env.ref("dpmd_pengaduan.activity_keputusan")
        ).action_feedback()
        self._pindahkan(
            "ditutup",
            self.langkah,
            meja=PENGADMIN,
            alasan_tutup=alasan_tutup,
            catatan_tutup=catatan,
            tujuan_limpah=(tujuan or "").strip(),
            tanggal_selesai=fields.Datetime.now(),
        )

    def _boleh_informasikan_tutup(self):
        return self.state == "ditutup" and not self.cara_jawab and bool(self._penugasan_saya(PENGADMIN))

    def action_informasikan_tutup(self, cara=None, bukti_id=None):
        """Tell the pelapor why the case was closed early, with the letter that belongs to it.

        :param str cara: ``surel``, ``portal`` or ``kertas``
        :param int bukti_id: attachment with the proof of delivery, needed on paper
        """
        self.ensure_one()
        self.check_access("read")
        self._kunci()
        if not self._boleh_informasikan_tutup():
            raise UserError(self.env._("The Pengadministrasi Umum tells the pelapor, once, that a case was closed."))
        bukti = self._periksa_cara_jawab(cara, bukti_id)
        self.sudo()._tulis({"cara_jawab": cara, "jawaban": self.catatan_tutup})
        self._kabari_pelapor("pelimpahan" if self.alasan_tutup == "dilimpahkan" else "pemberitahuan", cara, bukti)
        self._catat("catatan", penugasan=self._penugasan_saya(PENGADMIN), nomor=17, keluaran=self.env._("Pelapor told"))
        self._pindahkan("ditutup", self.langkah)

    # ------------------------------------------------------------------
    # Paper
    # ------------------------------------------------------------------

    def action_catatkan(self, penugasan_id, terjadi, bukti_id, alasan=None, **isi):
        """Enter the next step as it happened on paper; the official confirms or disputes it.

        :param int penugasan_id: the official who took the step
        :param terjadi: when it happened, UTC (datetime or its string)
        :param int bukti_id: attachment with the scan
        :param isi: what the step itself takes, such as ``disposisi``
        """
        self.ensure_one()
        self.check_access("read")
        baris = self._baris_kini()
        bukti = self._bukti_baru(bukti_id)
        if not baris or not bukti:
            raise UserError(self.env._("Attach the scan of the paper."))
        terjadi = fields.Datetime.to_datetime(terjadi)
        if not terjadi or terjadi > fields.Datetime.now() + timedelta(minutes=1):
            raise UserError(self.env._("Say when it happened; it cannot lie in the future."))
        penugasan_sudo = self.env["dpmd.penugasan"].sudo().browse(penugasan_id).exists()
        catat = Catat(penugasan_sudo, terjadi, bukti, self._alasan(alasan))
        getattr(self.with_context(dpmd_catat=catat), f"action_{baris.aksi}")(**isi)
        # With the card, which nobody can write, so nobody can swap the scan.
        berizin(bukti).write(
            {
                "res_model": "dpmd.langkah",
                "res_id": self.sudo().langkah_ids.filtered("bukti_id").sorted("urutan")[-1:].id,
            }
        )
        if penugasan_sudo.user_id:
            self.sudo().activity_schedule(
                "dpmd_pengaduan.activity_konfirmasi",
                user_id=penugasan_sudo.user_id.id,
                date_deadline=self.env["dpmd.penugasan"]._hari_ini(),
                summary=self.env._("Confirm what was entered from paper: step %(nomor)s", nomor=baris.nomor),
            )

    def _bukti_baru(self, bukti_id):
        """Return a scan the user has just uploaded, for no record yet; empty when it is anything else."""
        bukti_sudo = self.env["ir.attachment"].sudo().browse(bukti_id or []).exists()
        return bukti_sudo.filtered(lambda b: b.create_uid == self.env.user and not b.res_id and not b.res_field)

    def _menunggu_konfirmasi(self):
        """Return the paper steps in this user's name without a word from him yet."""
        langkah_sudo = self.sudo().langkah_ids
        dijawab = langkah_sudo.filtered(lambda baris: baris.jenis in ("konfirmasi", "sanggah")).ref_id
        return (langkah_sudo - dijawab).filtered(lambda baris: baris.dicatatkan and baris.user_id == self.env.user)

    def action_konfirmasi(self, benar=True, alasan=None):
        """Confirm, or dispute with a reason, what was entered in one's name from paper."""
        self.ensure_one()
        self.check_access("read")
        menunggu = self._menunggu_konfirmasi()
        if not menunggu:
            raise UserError(self.env._("Nothing of this case waits for your confirmation."))
        alasan = (alasan or "") if benar else self._alasan(alasan)
        for langkah in menunggu:
            self._catat(
                "konfirmasi" if benar else "sanggah",
                nomor=langkah.nomor,
                ref=langkah,
                alasan=alasan,
                keluaran=self.env._("Confirmed") if benar else self.env._("Disputed"),
            )
        self.sudo().activity_ids.filtered(
            lambda a: (
                a.activity_type_id == self.env.ref("dpmd_pengaduan.activity_konfirmasi") and a.user_id == self.env.user
            )
        ).action_feedback()

    def action_ralat(self, nilai=None, alasan=None):
        """Correct a registered entry; the old value stays visible on the card.

        :param dict nilai: new values of fields in ``KOLOM_ISI``
        """
        penugasan = self._wajib(PENGADMIN)
        nilai = nilai or {}
        if not nilai or set(nilai) - KOLOM_ISI:
            raise UserError(self.env._("Choose what is corrected: only the words of the register entry."))
        if not self.tanggal_daftar:
            raise UserError(self.env._("Until it is registered, the complaint is simply edited."))
        terima = fields.Datetime.to_datetime(nilai.get("tanggal_terima", self.tanggal_terima))
        if not terima or terima > self.tanggal_daftar:
            raise UserError(self.env._("A complaint is received before it is registered."))
        alasan = self._alasan(alasan)
        lama = {name: self._fields[name].convert_to_export(self[name], self) for name in nilai}
        self.sudo()._tulis(nilai)
        if {"tanggal_terima"} & set(nilai):
            self.sudo()._hitung_tenggat()
        perubahan = "; ".join(
            f"{self._fields[name]._description_string(self.env)}: {lama[name] or '-'} → "
            f"{self._fields[name].convert_to_export(self[name], self) or '-'}"
            for name in nilai
        )
        self._catat("ralat", penugasan=penugasan, nomor=2, keluaran=perubahan, alasan=alasan)
