from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from ..kantor.hari import rentang_hari
from ..pelapor.pengaduan_menurut import MENURUT
from ..perkara.alur import BERJALAN, PELAPOR, TAMAT
from .dpmd_rekap_langkah import persentil

TERATAS = 10  # kinds and desa that are named
BERARTI = 5  # steps of a kind from which on their length says something
NILAI_BAGI = (
    "dpmd_pengaduan.group_kepala_dinas",
    "dpmd_pengaduan.group_pengadministrasi_umum",
    "dpmd_pengaduan.group_pengawas",
)  # who sees what the pelapor rated, as in the menu


class DpmdPapan(models.AbstractModel):
    """The dashboard: each figure with the domain of the list it counts, read through the reader's own rules.

    The first figures are of now; those of a period are of what came in, was closed or was objected to in it. Nothing is
    read case by case, and the lengths of steps come from what was counted at night.
    """

    _name = "dpmd.papan"
    _description = "Dashboard"

    @api.model
    @api.readonly
    def angka(self, dari, sampai, bidang_id=False):
        """Return all figures of the dashboard.

        :param str dari: first day of the period, as 2026-01-31
        :param str sampai: last day
        :param int bidang_id: only of this bidang
        :raise AccessError: the user is neither staff of the desk nor its inspector
        :raise UserError: the period cannot be read, or ends before it begins
        """
        user = self.env.user
        if not any(user.has_group(f"dpmd_pengaduan.group_{nama}") for nama in ("petugas", "pengawas")):
            raise AccessError(self.env._("The dashboard is for the staff of the complaint desk."))
        dari, sampai = self._periode(dari, sampai)
        bidang = Domain("bidang_id", "=", bidang_id) if isinstance(bidang_id, int) and bidang_id else Domain.TRUE
        return {
            "bidang": self._pilihan_bidang(),
            **self._sekarang(bidang),
            **self._masuk(bidang, dari, sampai),
            **self._tamat(bidang, dari, sampai),
            **self._langkah(bidang, dari, sampai),
        }

    def _periode(self, dari, sampai):
        """Return the two days as dates; raise where they are no period."""
        try:
            dari, sampai = fields.Date.from_string(dari), fields.Date.from_string(sampai)
        except (TypeError, ValueError):
            dari = sampai = None
        if not dari or not sampai:
            raise UserError(self.env._("The period cannot be read."))
        if dari > sampai:
            raise UserError(self.env._("The period ends before it begins."))
        return dari, sampai

    def _pilihan_bidang(self):
        """Return the bidang one can choose: ``[[id, name]]``; those one heads, all for who sees the whole office."""
        user = self.env.user
        kantor = (
            user.dpmd_pengadmin_company_ids
            | user.dpmd_kadis_company_ids
            | user.dpmd_sekretaris_company_ids
            | user.dpmd_pengawas_company_ids
        )
        Bidang = self.env["dpmd.bidang"]
        bidang = Bidang.search([("company_id", "in", [*kantor.ids, False])]) if kantor else user.dpmd_bidang_ids
        return [[satu.id, satu.name] for satu in bidang]

    def _jumlah(self, judul, jumlah, domain, **lain):
        """Return one figure: what it is called, how many, and the list it opens."""
        return {"judul": judul, "jumlah": jumlah, "domain": list(domain), **lain}

    def _dalam(self, kolom, dari, sampai):
        """Return the domain of the cases in which something happened in a period."""
        awal, akhir = (fields.Datetime.to_string(saat) for saat in rentang_hari(self.env.company, dari, sampai))
        return Domain(kolom, ">=", awal) & Domain(kolom, "<", akhir)

    # ------------------------------------------------------------------
    # Now
    # ------------------------------------------------------------------

    def _sekarang(self, bidang):
        """Return what is open: the tiles, and by stage and bidang how many are past the day of their desk.

        A missed promise counts apart: a case may be late at a desk and still be answered in time.
        """
        Pengaduan = self.env["dpmd.pengaduan"]
        terbuka = bidang & Domain("state", "not in", TAMAT)
        hari_ini = self.env["dpmd.penugasan"]._hari_ini()
        telat = terbuka & Domain("desk_tenggat", "<", fields.Date.to_string(hari_ini))
        telat &= Domain("desk_jabatan", "!=", PELAPOR)
        lewat = terbuka & Domain("terlambat", "=", True)
        rinci = Pengaduan._read_group(terbuka, ["state", "langkah", "bidang_id"], ["__count"])
        rinci_telat = Pengaduan._read_group(telat, ["state", "bidang_id"], ["__count"])
        minggu = terbuka & Domain("tenggat", ">=", fields.Date.to_string(hari_ini))
        minggu &= Domain("tenggat", "<=", fields.Date.to_string(hari_ini + timedelta(days=6 - hari_ini.weekday())))
        warga = terbuka & Domain("state", "=", "formulir")
        ubin = [
            self._jumlah(self.env._("Open"), sum(n for *_lain, n in rinci), terbuka),
            self._jumlah(self.env._("Late at a desk"), sum(n for *_lain, n in rinci_telat), telat, rupa="danger"),
            self._jumlah(self.env._("Promise missed"), Pengaduan.search_count(lewat), lewat, rupa="danger"),
            self._jumlah(self.env._("Promised for this week"), Pengaduan.search_count(minggu), minggu, rupa="warning"),
            self._jumlah(
                self.env._("Waiting for the citizen"),
                sum(n for state, *_lain, n in rinci if state == "formulir"),
                warga,
            ),
        ]
        if self.env.user.has_group("dpmd_pengaduan.group_pengadministrasi_umum"):
            ubin[1:1] = self._loket(bidang, rinci)
        label = dict(Pengaduan._fields["state"]._description_selection(self.env))
        tahap = {state: (label[state], Domain("state", "=", state)) for state in BERJALAN}
        kepala = sorted({satu for _state, _langkah, satu, _n in rinci}, key=lambda satu: (not satu, satu.name or ""))
        per_bidang = {
            satu: (satu.name or self.env._("Not with a bidang yet"), Domain("bidang_id", "=", satu.id))
            for satu in kepala
        }
        return {
            "ubin": ubin,
            "tahap": self._batang(tahap, terbuka, telat, rinci, rinci_telat, 0),
            "per_bidang": self._batang(per_bidang, terbuka, telat, rinci, rinci_telat, -2),
        }

    def _loket(self, bidang, rinci):
        """Return the tiles of who takes in and delivers."""
        masuk = bidang & Domain("state", "=", "masuk")
        jawaban = bidang & (
            (Domain("state", "=", "arsip") & Domain("langkah", "=", 17))
            | (
                Domain("state", "=", "ditutup")
                & Domain("cara_jawab", "=", False)
                & Domain("alasan_tutup", "!=", "salah_catat")
            )
        )
        return [
            self._jumlah(self.env._("To register"), sum(n for state, *_lain, n in rinci if state == "masuk"), masuk),
            self._jumlah(self.env._("Answers to deliver"), self.env["dpmd.pengaduan"].search_count(jawaban), jawaban),
        ]

    def _batang(self, baris, terbuka, telat, rinci, rinci_telat, ke):
        """Return bars of open cases with those that are late.

        :param dict baris: title and domain by key, in their order
        :param int ke: which column of the counted rows is the key
        """
        return [
            self._jumlah(
                judul,
                sum(satu[-1] for satu in rinci if satu[ke] == kunci),
                terbuka & domain,
                telat=sum(satu[-1] for satu in rinci_telat if satu[ke] == kunci),
                domain_telat=list(telat & domain),
            )
            for kunci, (judul, domain) in baris.items()
        ]

    # ------------------------------------------------------------------
    # What came in, what was closed
    # ------------------------------------------------------------------

    def _masuk(self, bidang, dari, sampai):
        """Return what came in within a period: how many, of which kind and from where; and what was objected to."""
        Pengaduan = self.env["dpmd.pengaduan"]
        masuk = bidang & self._dalam("tanggal_terima", dari, sampai) & Domain("alasan_tutup", "!=", "salah_catat")
        keberatan = bidang & self._dalam("tanggal_keberatan", dari, sampai)
        jenis = Pengaduan._read_group(masuk, ["jenis_id"], ["__count"], order="__count desc")
        desa = Pengaduan._read_group(
            masuk & Domain("wilayah_id", "!=", False), ["wilayah_id"], ["__count"], order="__count desc", limit=TERATAS
        )
        return {
            "masuk": self._jumlah(self.env._("Came in"), sum(n for _jenis, n in jenis), masuk),
            "jenis": [
                self._jumlah(satu.name or self.env._("No kind yet"), n, masuk & Domain("jenis_id", "=", satu.id))
                for satu, n in jenis[:TERATAS]
            ],
            "desa": [
                self._jumlah(satu.display_name, n, masuk & Domain("wilayah_id", "=", satu.id)) for satu, n in desa
            ],
            "keberatan": self._jumlah(self.env._("Objections"), Pengaduan.search_count(keberatan), keberatan),
        }

    def _tamat(self, bidang, dari, sampai):
        """Return what was closed within a period: for the office, for who complained, and how content that one is."""
        Pengaduan = self.env["dpmd.pengaduan"]
        tamat = bidang & self._dalam("tanggal_selesai", dari, sampai) & Domain("state", "in", TAMAT)
        tamat &= Domain("alasan_tutup", "!=", "salah_catat")
        dijawab = tamat & Domain("state", "=", "selesai")
        kata = {}
        for state, menurut, jumlah in Pengaduan._read_group(tamat, ["state", "menurut_pelapor"], ["__count"]):
            kata[state, menurut] = jumlah
        label = dict(Pengaduan._fields["menurut_pelapor"]._description_selection(self.env))
        label[False] = self.env._("The pelapor said neither")
        hasil = {
            "selesai": self._jumlah(
                self.env._("Finished for the office"), sum(n for (s, _m), n in kata.items() if s == "selesai"), dijawab
            ),
            "ditutup": self._jumlah(
                self.env._("Closed early"),
                sum(n for (s, _m), n in kata.items() if s == "ditutup"),
                tamat & Domain("state", "=", "ditutup"),
            ),
            "menurut": [
                self._jumlah(
                    label[kunci], kata.get(("selesai", kunci), 0), dijawab & Domain("menurut_pelapor", "=", kunci)
                )
                for kunci in (*dict(MENURUT), False)
            ],
        }
        if any(self.env.user.has_group(grup) for grup in NILAI_BAGI):
            dinilai = tamat & Domain("rating_last_value", ">", 0)
            [(rata, jumlah)] = Pengaduan._read_group(dinilai, [], ["rating_last_value:avg", "__count"])
            hasil["nilai"] = self._jumlah(self.env._("Ratings"), jumlah, dinilai, rata=round(rata or 0, 1))
        return hasil

    # ------------------------------------------------------------------
    # How long the steps take
    # ------------------------------------------------------------------

    def _langkah(self, bidang, dari, sampai):
        """Return how long each step took in the months a period touches, and which one holds cases longest.

        Nothing for who may not read it: a Sub Koor / PSM would see colleagues.
        """
        Rekap = self.env["dpmd.rekap.langkah"]
        if not Rekap.has_access("read"):
            return {}
        bulan = Domain("bulan", ">=", fields.Date.to_string(dari.replace(day=1)))
        bulan &= Domain("bulan", "<=", fields.Date.to_string(sampai))
        kelas, angka = {}, {}
        for nomor, satu, jumlah, bertarget, lewat, target in Rekap._read_group(
            bidang & bulan, ["nomor", "kelas"], ["jumlah:sum", "bertarget:sum", "lewat:sum", "target_jam:max"]
        ):
            kelas.setdefault(nomor, {})[satu] = jumlah
            lama = angka.get(nomor, (0, 0, 0))
            angka[nomor] = (lama[0] + bertarget, lama[1] + lewat, max(lama[2], target or 0))
        baris = [
            self._baris_langkah(nomor, kelas[nomor], *angka[nomor], bidang, dari, sampai) for nomor in sorted(kelas)
        ]
        judul = self._kegiatan(sampai)
        for satu in baris:
            satu["judul"] = f"{satu['nomor']}. {judul.get(satu['nomor'], '')}"
        dihitung = (
            self.env["dpmd.rekap.bulan"]
            .sudo()
            .search(
                [("company_id", "=", self.env.company.id), ("dihitung", "!=", False)], order="dihitung desc", limit=1
            )
        )
        return {
            "langkah": baris,
            "sumbatan": self._sumbatan(baris),
            "dihitung": fields.Datetime.to_string(dihitung.dihitung) if dihitung else False,
        }

    def _baris_langkah(self, nomor, kelas, bertarget, lewat, target, bidang, dari, sampai):
        bulan_akhir = fields.Date.end_of(sampai, "month")
        domain = Domain("jenis", "=", "langkah") & Domain("nomor", "=", nomor)
        domain &= self._dalam("terjadi", dari.replace(day=1), bulan_akhir)
        domain &= Domain("pengaduan_id.terlapor_pejabat", "=", False)
        domain &= bidang.map_conditions(
            lambda satu: Domain(f"pengaduan_id.{satu.field_expr}", satu.operator, satu.value)
        )
        return self._jumlah(
            "",
            sum(kelas.values()),
            domain,
            nomor=nomor,
            median=persentil(kelas, 0.5),
            p90=persentil(kelas, 0.9),
            target=target,
            bertarget=bertarget,
            lewat=lewat,
        )

    def _kegiatan(self, tanggal):
        """Return the words of the SOP in force on a day, by step."""
        sop = self.env["dpmd.sop"]._berlaku(self.env.company, tanggal)
        return {satu.nomor: satu.kegiatan for satu in sop.langkah_ids}

    def _sumbatan(self, baris):
        """Return, in a sentence, which step holds cases longest: against its target where it has one."""
        berarti = [satu for satu in baris if satu["jumlah"] >= BERARTI]
        lewat = [satu for satu in berarti if satu["lewat"]]
        if lewat:
            terburuk = max(lewat, key=lambda satu: satu["lewat"] / satu["bertarget"])
            return self.env._(
                "Step %(langkah)s misses its target most: %(lewat)s of %(jumlah)s were over it.",
                langkah=terburuk["judul"],
                lewat=terburuk["lewat"],
                jumlah=terburuk["bertarget"],
            )
        if not berarti:
            return ""
        terlama = max(berarti, key=lambda satu: satu["p90"])
        return self.env._("Step %(langkah)s holds cases longest.", langkah=terlama["judul"])
