import json

from markupsafe import Markup
from odoo import fields, models

from ..dasar.atas_nama import atas_nama
from ..dasar.izin import berizin
from .alur import CATATAN
from .jejak import Jejak, Kertas, Lewati

DIAMBIL = ("langkah", "tidak", "dilewati")  # kinds of lines that say what became of a step


class DpmdPengaduan(models.Model):
    """The Kartu Kendali of a case: written by each way that is gone, and by nothing else."""

    _inherit = "dpmd.pengaduan"

    def _catat(self, keluaran, alasan="", nomor=0, penugasan=None, **kolom):
        """Note on the card what happened around a case without moving it.

        :param str keluaran: what happened, in words
        :param int nomor: SOP step it is about
        :param penugasan: under which the user acts; found out when not given
        """
        self.ensure_one()
        penugasan = penugasan or self.env["dpmd.penugasan"]._milik_user(
            self.env.user, self.company_id, self.sudo().bidang_id
        )
        jejak = Jejak(CATATAN, penugasan, fields.Datetime.now(), keluaran=keluaran, alasan=alasan)
        jejak.baris = [{"nomor": nomor, **kolom}]
        self._tulis_kartu(jejak)
        self._pindahkan(jejak)

    def _tulis_kartu(self, jejak):
        """Write the lines of a way on the card, each sealed to the one before, and tell the talk on the case."""
        if not jejak.jalan.kartu:
            return
        pengaduan_sudo = self.sudo()
        Langkah_sudo = self.env["dpmd.langkah"].sudo()
        lama_sudo = Langkah_sudo.search_fetch(
            [("pengaduan_id", "=", self.id)], ["urutan", "segel", "terjadi", "isi_segel"], order="urutan"
        )
        terakhir = lama_sudo[-1:]
        urutan, segel, terjadi = terakhir.urutan, terakhir.segel or "", terakhir.terjadi
        sama, baris, isi_segel = self._nilai_kartu(jejak), [], self._segel_baru(lama_sudo)
        for beda in jejak.baris:
            urutan += 1
            vals = {**sama, "urutan": urutan, **beda}
            sop_langkah = pengaduan_sudo.sop_id._sop_langkah(vals["nomor"])
            vals.update(
                sop_langkah_id=sop_langkah.id,
                keluaran=vals["keluaran"] or sop_langkah.keluaran,
                menyimpang=jejak.menyimpang
                or vals["jenis"] in ("tidak", "dilewati")
                or bool(terjadi and jejak.waktu < terjadi),
                isi_segel=False if baris else isi_segel,
            )
            segel = vals["segel"] = Langkah_sudo._hitung_segel(segel, vals)
            baris.append(vals)
        kartu_sudo = Langkah_sudo._buat(baris)
        jejak.kolom["kartu_hash"] = segel
        if isinstance(jejak.cara, Kertas):
            # With the card, which nobody can write, so nobody can swap the scan.
            berizin(jejak.cara.bukti).write({"res_model": "dpmd.langkah", "res_id": kartu_sudo[-1:].id})
        self._kabarkan_kartu(kartu_sudo)

    def _segel_baru(self, lama_sudo):
        """Return, as canonical JSON, what there is to seal beside the card and is new or another since its lines."""
        tersegel = lama_sudo._tersegel()
        baru = {
            jenis: beda
            for jenis, isi in self._isi_segel().items()
            if (beda := {id_: sidik for id_, sidik in isi.items() if tersegel.get(jenis, {}).get(id_) != sidik})
        }
        return json.dumps(baru, sort_keys=True) if baru else False

    def _isi_segel(self):
        """Return what the card seals beside its lines: ``{kind: {id: digest}}``; hook, filled where the papers are."""
        return {}

    def _nilai_kartu(self, jejak):
        """Return the columns that all lines of a way have alike."""
        pengaduan_sudo = self.sudo()
        tugas, mulai = jejak.penugasan, pengaduan_sudo.desk_sejak
        lama = (jejak.waktu - mulai).total_seconds() / 3600 if mulai else 0
        dilewati = self._dilewati(jejak.jalan)
        return {
            "pengaduan_id": self.id,
            "company_id": self.company_id.id,
            "nomor": self.langkah,
            "jenis": "dilewati" if dilewati or isinstance(jejak.cara, Lewati) else jejak.jalan.kartu,
            "user_id": tugas.user_id.id,
            "nama": tugas.nama or "Pelapor",
            "sebutan": tugas.sebutan or "Pelapor",
            "terjadi": jejak.waktu,
            "dicatat": fields.Datetime.now(),
            "dicatat_oleh_id": self.env.uid if tugas else False,
            "dicatatkan": isinstance(jejak.cara, Kertas),
            "dari": self.state,
            "ke": jejak.ke or self.state,
            "mulai": mulai,
            "lama_jam": max(lama, 0),
            **pengaduan_sudo._nilai_kartu_jam(jejak),
            "keluaran": jejak.keluaran,
            "alasan": jejak.alasan or (self._kata_dilewati() if dilewati else ""),
            "dokumen_id": jejak.dokumen.id if jejak.dokumen else False,
            "bukti_id": jejak.cara.bukti.id if isinstance(jejak.cara, Kertas) else False,
        }

    def _kabarkan_kartu(self, kartu_sudo):
        """Say in the talk on the case what the card says now; a note that nobody is mailed."""
        isi = Markup("<br/>").join(
            Markup("%s · <b>%s</b>%s")
            % (
                f"{baris.sebutan} ({baris.nama})" if baris.user_id else baris.sebutan,
                f"{baris.nomor}. {baris.keluaran or ''}" if baris.nomor else baris.keluaran or "",
                f": {baris.alasan}" if baris.alasan else "",
            )
            for baris in kartu_sudo
        )
        penulis = kartu_sudo[-1:].user_id.partner_id or self.company_id.sudo().partner_id
        with atas_nama(self.sudo()) as pengaduan_sudo:
            pengaduan_sudo._message_log(body=isi, author_id=penulis.id)

    def _kartu_langkah(self, nomor):
        """Return the lines of the card about a step of the SOP, first to last."""
        return self.kartu_ids.filtered(lambda baris: baris.nomor == nomor).sorted("urutan")
