from odoo import fields, models
from odoo.exceptions import UserError

from ..perkara.alur import TAMAT

# What the pelapor may still fill in, and only where nothing stands yet; ``isi`` is kept as ``isi_asli``.
KOLOM_LENGKAPI = ("nama", "alamat", "telepon", "email", "isi")


class DpmdPelapor(models.Model):
    """What the pelapor may do after sending, on the tracking page and in the portal.

    The caller has made sure that it is the pelapor, and acts as superuser (never ``sudo()``), so that no
    ``create_uid`` names a citizen. Words that may show who wrote them stay with the identity.
    """

    _inherit = "dpmd.pelapor"

    def _kata_untuk_kasus(self, kata):
        """Return the words that the case and its card may show: those of an open identity only."""
        return kata if self.identitas == "terbuka" else ""

    def _minta_cabut(self, alasan):
        """Ask to withdraw the complaint; the Kadis decides.

        :raise UserError: no reason, asked already, or too late
        """
        self.ensure_one()
        alasan = self._periksa_kata(alasan)
        self._tolak_terlalu_sering()
        self.pengaduan_id._tempuh("cabut", alasan=self._kata_untuk_kasus(alasan))
        self._simpan_pesan(alasan, "cabut")
        self.pengaduan_id._ingatkan_pesan()

    def _batalkan_cabut(self):
        """Take a request to withdraw back, as long as the Kadis has not decided; asked twice, it is done once.

        :raise UserError: the complaint is closed
        """
        self.ensure_one()
        self.pengaduan_id._kunci()
        if not self.pengaduan_id.tanggal_cabut and self.pengaduan_id.state not in TAMAT:
            return
        self.pengaduan_id._tempuh("batal_cabut")
        self._simpan_pesan(self.env._("I take the withdrawal back."), "cabut")
        self.pengaduan_id._ingatkan_pesan()

    def _nyatakan_menurut(self, menurut):
        """Say whether it is finished for the pelapor; *not yet* is put before the office. Twice the same is once.

        :param str menurut: ``selesai`` or ``belum``
        :raise UserError: none of these, no answer yet, or too late to change it
        """
        self.ensure_one()
        self.pengaduan_id._kunci()
        if self.pengaduan_id.menurut_pelapor and self.pengaduan_id.menurut_pelapor == menurut:
            return
        self._tolak_terlalu_sering()
        self.pengaduan_id._tempuh("menurut_pelapor", menurut=menurut)
        if menurut == "selesai":
            self._simpan_pesan(self.env._("For me it is finished."), "menurut")
        else:
            self._simpan_pesan(self.env._("For me it is not finished yet."), "menurut")
            self.pengaduan_id._ingatkan_pesan()

    def _beri_nilai(self, nilai, komentar=""):
        """Rate how the complaint was handled, once.

        :param int nilai: 1 to 5
        :param str komentar: may be empty
        """
        self.ensure_one()
        komentar = self._periksa_kata(komentar) if (komentar or "").strip() else ""
        self.pengaduan_id._beri_nilai(nilai)
        if komentar:
            self._simpan_pesan(komentar, "nilai")
            self.pengaduan_id._ingatkan_pesan()

    def _ajukan_keberatan(self, alasan):
        """Object to the answer, once; the case goes to the Kadis again.

        :raise UserError: no reason, not answered yet, too late, or objected already
        """
        self.ensure_one()
        alasan = self._periksa_kata(alasan)
        self.pengaduan_id._tempuh("keberatan", alasan=self._kata_untuk_kasus(alasan))
        self._simpan_pesan(alasan, "keberatan")
        self.pengaduan_id._ingatkan_pesan()

    # ------------------------------------------------------------------
    # The form, afterwards (SOP step 3)
    # ------------------------------------------------------------------

    def _menunggu_formulir(self):
        """Return whether the case waits for the pelapor to complete the form."""
        self.ensure_one()
        pengaduan = self.pengaduan_id
        return pengaduan.state == "formulir" and pengaduan.desk_jabatan == "pelapor" and not self.terkunci

    def _kolom_kurang(self):
        """Return the fields of the form that are still empty, by the names the page uses."""
        self.ensure_one()
        if not self._menunggu_formulir():
            return []
        kosong = {
            "nama": not self.nama,
            "alamat": not self.alamat,
            "isi": not self.isi_asli,
            "telepon": not self.telepon and not self.email,
            "email": not self.telepon and not self.email,
            "ttd": self.ttd_cara in (False, "tanpa"),
        }
        boleh = ("isi",) if self.identitas == "anonim" else (*KOLOM_LENGKAPI, "ttd")
        return [kunci for kunci in boleh if kosong[kunci]]

    def _lengkapi(self, isian, ttd=None, di_kertas=False, keterangan="", berkas=(), surat_kuasa=(), terkirim=False):
        """Complete the form; a complete one goes back to the Pengadministrasi Umum to be checked.

        :param dict isian: words by field, see ``KOLOM_LENGKAPI``; those of a filled field are left out
        :param ttd: signature as base64 PNG
        :param bool di_kertas: signed on paper, of which a photo was sent
        :param str keterangan: an answer to what the office asked for
        :param berkas: files, as ``[(name, bytes)]``
        :param surat_kuasa: the letter of authority, in the same way
        :param bool terkirim: the script has sent files before
        :return: the refused files, as ``[(name, why)]``
        :raise UserError: it is not the pelapor's turn, nothing was filled in where something is missing, or no photo
        """
        self.ensure_one()
        self.pengaduan_id._kunci()
        if not self._menunggu_formulir():
            raise UserError(self.env._("Your form is with the office now and cannot be changed."))
        boleh = self._kolom_kurang()
        kolom = {
            "isi_asli" if kunci == "isi" else kunci: isian[kunci]
            for kunci in KOLOM_LENGKAPI
            if kunci in boleh and isian.get(kunci)
        }
        keterangan = (keterangan or "").strip()
        if "ttd" in boleh and ttd:
            kolom.update(ttd=ttd, ttd_cara="layar", ttd_waktu=fields.Datetime.now())
        if not (kolom or keterangan or berkas or surat_kuasa or terkirim or di_kertas) and self._kekurangan_formulir():
            raise UserError(self.env._("Fill in something first."))
        ditolak = self._tambah_surat_kuasa(surat_kuasa) + self._tambah_berkas(berkas)
        if "ttd" in boleh and di_kertas and not ttd:
            if not self._jumlah_berkas():
                raise UserError(self.env._("Add the photo of the form you signed on paper."))
            kolom["ttd_cara"] = "kertas"
        if kolom:
            self._tulis(kolom)
        if keterangan:
            self._kirim_pesan(keterangan, "formulir")
        if not self._kekurangan_formulir() and not ditolak:
            self.pengaduan_id._tempuh("lengkapi")
        return ditolak
