import base64
import hashlib
import secrets
import time

from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import UserError
from odoo.tools import format_date, format_datetime, hash_sign, verify_hash_signed
from odoo.tools.misc import hmac
from psycopg2.errors import UniqueViolation

from .berkas import bersihkan_berkas
from .dpmd_pengaduan import TAMAT
from .dpmd_penugasan import DI_BIDANG, PELAKSANA

UMUR_FORMULIR_JAM = 72
TANGGAL = "d MMMM y"
# Papers that are addressed to the pelapor.
SURAT_PELAPOR = ("formulir", "pemberitahuan", "pelimpahan")
# What the pelapor is told of a case, on the tracking page and in the portal; nothing else leaves.
KABAR = (
    "nomor", "perihal", "identitas", "diterima", "tenggat", "terlambat", "meja", "giliran_pelapor", "langkah", "tamat",
    "digabung", "hasil", "jawaban", "alasan_tutup", "tujuan_limpah", "surat", "akses", "jumlah_berkas", "boleh_berkas",
)


class DpmdPelapor(models.Model):
    """What the public pages do with a complaint: take it in, take its files, tell where it stands."""

    _inherit = "dpmd.pelapor"

    # ------------------------------------------------------------------
    # The public form (SOP steps 1 and 3)
    # ------------------------------------------------------------------

    @api.model
    def _token_formulir(self):
        """Return the one-time token of an empty form: opening a form writes nothing."""
        return hash_sign(
            self.env(su=True), "dpmd.formulir", [secrets.token_urlsafe(16), int(time.time())],
            expiration_hours=UMUR_FORMULIR_JAM,
        )

    @api.model
    def _umur_formulir(self, token):
        """Return the seconds since a form was opened; ``None`` when the token is not ours or too old."""
        try:
            isi = verify_hash_signed(self.env(su=True), "dpmd.formulir", token or "")
        except ValueError:
            return None
        return time.time() - isi[1] if isi else None

    @api.model
    def _kode_formulir(self, token):
        """Return the receipt number a form leads to: the same for each time the same form is sent."""
        angka = int(hmac(self.env(su=True), "dpmd.formulir.kode", token), 16) % 10**16
        return f"{angka:016d}"

    @api.model
    def _terima_formulir(self, token, pengaduan, pelapor, berkas=(), surat_kuasa=()):
        """Take in what the public form sent; sent twice, it makes one case.

        :param str token: of ``_token_formulir``, checked by the caller
        :param dict pengaduan: values of the case
        :param dict pelapor: values of the pelapor
        :param berkas: files, as ``[(name, bytes)]``
        :param surat_kuasa: the letter of authority, in the same way
        :return: receipt number (16 digits), and the refused files as ``[(name, why)]``
        """
        kode = self._kode_formulir(token)
        if self._cari_kode_sudo(kode):
            return kode, []
        try:
            # Two at once: the unique index on the receipt hash lets the second wait, and fail here.
            with self.env.cr.savepoint():
                # As superuser, not sudo(): create_uid must not name the sender.
                pengaduan_sudo, _kode = self.env["dpmd.pengaduan"].with_user(SUPERUSER_ID)._terima(pengaduan, pelapor)
                pelapor_sudo = pengaduan_sudo.pelapor_ids
                pelapor_sudo._dengan_izin().write({"kode_hash": self._hash_kode(kode)})
                # Also as superuser: a flush in the sender's name would write it into write_uid.
                pelapor_sudo.env.flush_all()
        except UniqueViolation:
            return kode, []
        return kode, pelapor_sudo._tambah_surat_kuasa(surat_kuasa) + pelapor_sudo._tambah_berkas(berkas)

    # ------------------------------------------------------------------
    # Files
    # ------------------------------------------------------------------

    def _batas_berkas(self):
        """Return how many files a complaint may have and how large one may be (MB)."""
        return self._batas_berkas_kantor(self.company_id)

    @api.model
    def _batas_berkas_kantor(self, company):
        instansi_sudo = self.env["dpmd.instansi"].sudo()
        instansi_sudo = instansi_sudo.search([("company_id", "=", company.id)], limit=1) or instansi_sudo.new({})
        return instansi_sudo.maks_berkas, instansi_sudo.maks_berkas_mb

    def _boleh_berkas(self):
        """Return whether the pelapor may still add files: until the form is declared complete."""
        self.ensure_one()
        return self.pengaduan_id.langkah <= 3 and self.pengaduan_id.state not in TAMAT

    def _tambah_berkas(self, berkas):
        """Keep the good ones of the files a pelapor sends; a bad one sinks nothing.

        A file that is there already (sent again because the answer was lost) is kept once.

        :param berkas: ``[(name, bytes)]``
        :return: the refused ones as ``[(name, why)]``
        """
        self.ensure_one()
        maks, maks_mb = self._batas_berkas()
        # Without Odoo's own shrinking, or the same photo would have another checksum.
        Lampiran_sudo = self.env["ir.attachment"].with_user(SUPERUSER_ID).with_context(image_no_postprocess=True)
        jumlah = self._jumlah_berkas()
        ditolak = []
        for nama, isi in berkas:
            try:
                isi, mimetype, akhiran = bersihkan_berkas(self.env, isi, maks_mb)
                if self._jumlah_berkas(isi):
                    continue
                if jumlah >= maks:
                    raise UserError(self.env._("at most %(maks)s files", maks=maks))
            except UserError as galat:
                ditolak.append((nama, str(galat)))
                continue
            jumlah += 1
            # A file's own name may tell who sent it.
            polos = f"lampiran-{jumlah}" if self.identitas != "terbuka" else nama.rpartition(".")[0][:80] or nama[:80]
            Lampiran_sudo.create({
                "name": f"{polos}.{akhiran}", "raw": isi, "mimetype": mimetype,
                "res_model": "dpmd.pelapor", "res_id": self.id,
            })
        return ditolak

    def _tambah_surat_kuasa(self, berkas):
        """Keep the letter of authority of whoever complains for another; the last one sent counts.

        :param berkas: ``[(name, bytes)]``
        :return: the refused ones as ``[(name, why)]``
        """
        self.ensure_one()
        if not self.kuasa:
            return self._tambah_berkas(berkas)
        ditolak = []
        for nama, isi in berkas:
            try:
                isi, _mimetype, _akhiran = bersihkan_berkas(self.env, isi, self._batas_berkas()[1])
            except UserError as galat:
                ditolak.append((nama, str(galat)))
                continue
            pelapor = self.with_user(SUPERUSER_ID)._dengan_izin()
            pelapor.write({"surat_kuasa": base64.b64encode(isi)})
            # A flush in the sender's name would write it into write_uid.
            pelapor.flush_recordset()
        return ditolak

    def _perlu_surat_kuasa(self):
        """Return whether the letter of authority is still to come."""
        self.ensure_one()
        return self.kuasa and not self.with_context(bin_size=True).surat_kuasa

    def _jumlah_berkas(self, isi=None):
        """Return how many files there are, or how many with this content (bytes)."""
        domain = [("res_model", "=", "dpmd.pelapor"), ("res_id", "=", self.id), ("res_field", "=", False)]
        if isi is not None:
            domain.append(("checksum", "=", hashlib.sha1(isi, usedforsecurity=False).hexdigest()))
        return self.env["ir.attachment"].sudo().search_count(domain)

    # ------------------------------------------------------------------
    # What the pelapor is told
    # ------------------------------------------------------------------

    @api.model
    def _kata_langkah(self):
        """Return the 17 steps in people's words."""
        return {
            1: self.env._("We received your complaint"),
            2: self.env._("Written in the register"),
            3: self.env._("Your form is checked and complete"),
            4: self.env._("Read by the Kepala Dinas"),
            5: self.env._("Handed to the Sekretaris"),
            6: self.env._("Handed to the right bidang"),
            7: self.env._("Handed to the officer who works on it"),
            8: self.env._("Facts gathered and studied"),
            9: self.env._("Meeting called"),
            10: self.env._("Meeting held"),
            11: self.env._("Minutes signed by those who came"),
            12: self.env._("Report written"),
            13: self.env._("Report checked by the Kepala Bidang"),
            14: self.env._("Report checked by the Sekretaris"),
            15: self.env._("Report approved by the Kepala Dinas"),
            16: self.env._("Papers filed"),
            17: self.env._("You are told the result"),
        }

    def _kabar(self):
        """Return what the pelapor is told of the case: plain values only, exactly those of ``KABAR``.

        The caller has made sure that the reader is the pelapor (receipt number or portal account).
        """
        self.ensure_one()
        pelapor_sudo = self.sudo()
        pengaduan_sudo = pelapor_sudo.pengaduan_id
        diberi_tahu = pengaduan_sudo.state in TAMAT and pengaduan_sudo.cara_jawab
        label = {
            name: dict(pengaduan_sudo._fields[name]._description_selection(self.env))
            for name in ("hasil", "alasan_tutup")
        }
        kabar = {
            "nomor": pengaduan_sudo.name if pengaduan_sudo.name != "/" else "",
            "perihal": pengaduan_sudo.perihal,
            "identitas": pelapor_sudo.identitas,
            "diterima": self._tanggal(pengaduan_sudo.tanggal_terima),
            "tenggat": self._tulis_tanggal(pengaduan_sudo.tenggat),
            "terlambat": pengaduan_sudo.terlambat,
            "meja": self._sebut_meja_publik(self._kasus_jalan(pengaduan_sudo)),
            "giliran_pelapor": pengaduan_sudo.desk_jabatan == "pelapor",
            "langkah": self._langkah_publik(pengaduan_sudo),
            "digabung": bool(pengaduan_sudo.induk_id),
            "tamat": pengaduan_sudo.state if pengaduan_sudo.state in TAMAT else "",
            "hasil": label["hasil"].get(pengaduan_sudo.hasil, "") if diberi_tahu else "",
            "jawaban": pengaduan_sudo.jawaban if diberi_tahu else "",
            "alasan_tutup": label["alasan_tutup"].get(pengaduan_sudo.alasan_tutup, "") if diberi_tahu else "",
            "tujuan_limpah": pengaduan_sudo.tujuan_limpah if diberi_tahu else "",
            "surat": [
                {"id": surat.id, "nama": surat.display_name, "tanggal": self._tulis_tanggal(surat.tanggal)}
                for surat in pelapor_sudo._surat_untuk_pelapor()
            ],
            "akses": [
                {"sebutan": akses.sebutan, "alasan": akses.alasan, "waktu": self._waktu(akses.create_date)}
                for akses in pelapor_sudo.akses_ids
            ],
            "jumlah_berkas": pelapor_sudo._jumlah_berkas(),
            "boleh_berkas": pelapor_sudo._boleh_berkas(),
        }
        return {kunci: kabar[kunci] for kunci in KABAR}

    def _surat_untuk_pelapor(self):
        """Return the valid, frozen papers addressed to the pelapor (superuser)."""
        return self.sudo().dokumen_ids.filtered(
            lambda surat: surat.jenis in SURAT_PELAPOR and surat.state == "berlaku" and surat.dibekukan
        ).sorted("id")

    def _kasus_jalan(self, pengaduan_sudo):
        """Return the case that is being worked on: the lead, while a joined case waits for it."""
        menunggu = pengaduan_sudo.induk_id and pengaduan_sudo.langkah == 8 and pengaduan_sudo.state not in TAMAT
        return pengaduan_sudo.induk_id if menunggu else pengaduan_sudo

    def _sebut_meja_publik(self, pengaduan_sudo):
        """Return whose desk a case is on: the jabatan, never a person's name."""
        if pengaduan_sudo.state in TAMAT or not pengaduan_sudo.desk_jabatan:
            return ""
        meja = dict(PELAKSANA)[pengaduan_sudo.desk_jabatan]
        if pengaduan_sudo.desk_jabatan in DI_BIDANG and pengaduan_sudo.bidang_id:
            return f"{meja}, {pengaduan_sudo.bidang_id.name}"
        return meja

    def _langkah_publik(self, pengaduan_sudo):
        """Return the steps with where each stands: done (and when), left out, now, or still to come."""
        jalan_sudo = self._kasus_jalan(pengaduan_sudo)
        kartu = {}
        for baris in pengaduan_sudo.langkah_ids.sorted("urutan"):
            if baris.nomor and baris.jenis in ("langkah", "dilewati", "tidak", "gabung"):
                kartu[baris.nomor] = baris
        if jalan_sudo != pengaduan_sudo:
            for baris in jalan_sudo.langkah_ids.sorted("urutan"):
                if baris.nomor >= 8 and baris.jenis in ("langkah", "dilewati", "tidak"):
                    kartu[baris.nomor] = baris
        langkah = []
        for nomor, kata in self._kata_langkah().items():
            baris = kartu.get(nomor) if nomor < jalan_sudo.langkah else None
            keadaan = "nanti"
            if baris:
                keadaan = "tidak" if baris.jenis == "tidak" else "sudah"
            elif pengaduan_sudo.state in TAMAT:
                continue
            elif nomor == jalan_sudo.langkah:
                keadaan = "kini"
            langkah.append({
                "nomor": nomor, "kata": kata, "keadaan": keadaan,
                "tanggal": self._tanggal(baris.terjadi) if baris else "",
            })
        return langkah

    def _tanggal(self, waktu):
        """Return the day of a moment (UTC), on the office's clock whatever the browser's."""
        return self._waktu(waktu, TANGGAL)

    def _waktu(self, waktu, bentuk=f"{TANGGAL}, HH:mm"):
        return format_datetime(self.env, waktu, tz=self.pengaduan_id._zona(), dt_format=bentuk)

    @api.model
    def _tulis_tanggal(self, tanggal):
        return format_date(self.env, tanggal, date_format=TANGGAL)
