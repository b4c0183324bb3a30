from collections import Counter

from odoo import api, fields, models

from ..kantor.langkah import Langkah

SUARA = 5  # the nearest cases that are asked; a count of fewer could point at one case
SEPAKAT = 4  # of them, for a suggestion
MIRIP = 0.15  # what is less alike is not about the same
TERSEBUT = 2  # at least one word of the kind's name that is in no other's, or several that are rarer
UNGGUL = 1.5  # so much more than the next kind
# Closed so, a case says nothing about where a complaint belongs, or says it twice.
TIDAK_BERSUARA = ("salah_catat", "duplikat", "bukan_pengaduan")


class DpmdPengaduan(models.Model):
    """*Saran*: the kind and the bidang that earlier cases like this one had, with the reason. Only a proposal."""

    _inherit = "dpmd.pengaduan"

    saran_jenis_id = fields.Many2one("dpmd.jenis", string="Suggested kind", compute="_compute_saran")
    saran_bidang_id = fields.Many2one("dpmd.bidang", string="Suggested bidang", compute="_compute_saran")
    saran_alasan = fields.Char(string="Why it is suggested", compute="_compute_saran")

    @api.depends("state", "langkah", "jenis_id", "bidang_id", "usul_bidang_id", "perihal", "uraian")
    def _compute_saran(self):
        for pengaduan in self:
            jenis, bidang, alasan = self.env["dpmd.jenis"], self.env["dpmd.bidang"], False
            if pengaduan.state == "masuk":
                jenis, alasan = pengaduan._saran_jenis_perkara()
            elif pengaduan._memilih_bidang():
                bidang, alasan = pengaduan._saran_bidang_perkara()
            pengaduan.saran_jenis_id, pengaduan.saran_bidang_id, pengaduan.saran_alasan = jenis, bidang, alasan

    def action_pakai_saran_jenis(self):
        """Take the suggested kind, before the case is registered.

        :raise UserError: for anyone but the Pengadministrasi Umum, and once it is registered
        """
        for pengaduan in self:
            pengaduan.write({"jenis_id": (pengaduan.saran_jenis_id or pengaduan.jenis_id).id})

    def _memilih_bidang(self):
        """Return whether a bidang is still to be chosen: at steps 4 to 6."""
        return not self.bidang_id and Langkah.TERIMA_KADIS <= self.langkah <= Langkah.TUGAS_KABID

    def _saran_jenis_perkara(self):
        """Return a kind other than the chosen one and why; what is chosen is doubted only by earlier cases."""
        kata = self.env["dpmd.serupa"]._kata(self._kata_terbaca())
        jenis, alasan = self._saran_jenis(self.company_id, kata, self._origin, dari_nama=not self.jenis_id)
        return (jenis, alasan) if jenis != self.jenis_id else (jenis.browse(), False)

    def _saran_bidang_perkara(self):
        """Return a bidang other than the proposed one, and why."""
        Serupa = self.env["dpmd.serupa"]
        akar = Serupa._akar(Serupa._kata(self._kata_terbaca()))
        bidang, alasan = self._pilihan_terdahulu("bidang_id", self.company_id, set(akar.values()), self._origin)
        return (bidang, alasan) if bidang != self.usul_bidang_id else (bidang.browse(), False)

    @api.model
    def _saran_publik(self, company, teks):
        """Return what a citizen's words seem to be about; they are neither kept nor logged.

        It tells of the register only that at least ``SEPAKAT`` of ``SUARA`` registered cases had this kind.

        :param company: the office
        :param str teks: what was typed so far
        :return: ``{"jenis": id, "nama": name, "alasan": sentence}``; empty where nothing is clear
        """
        jenis, alasan = self._saran_jenis(company, self.env["dpmd.serupa"]._kata(teks))
        return {"jenis": jenis.id, "nama": jenis.name, "alasan": alasan} if jenis else {}

    @api.model
    def _saran_jenis(self, company, kata, kecuali=None, dari_nama=True):
        """Return a kind for some words (superuser) and why: as earlier cases had it, else by its own name.

        :param company: the office
        :param list kata: of ``dpmd.serupa._kata``
        :param kecuali: the case they are of
        :param bool dari_nama: whether the words of the kinds themselves may decide
        """
        Serupa = self.env["dpmd.serupa"]
        jenis_sudo = self._jenis_terpilih(company)
        bernama = {jenis: (Serupa._kata(jenis.name), Serupa._kata(jenis.contoh)) for jenis in jenis_sudo}
        akar = Serupa._akar({*kata, *(satu for isi in bernama.values() for bagian in isi for satu in bagian)})
        jenis, alasan = self._pilihan_terdahulu("jenis_id", company, {akar[satu] for satu in kata}, kecuali)
        if jenis & jenis_sudo or not dari_nama:
            return jenis & jenis_sudo, alasan
        return self._jenis_bernama(kata, bernama, akar)

    @api.model
    def _jenis_terpilih(self, company):
        """Return the kinds that may be suggested (superuser): one that leads to no bidang says nothing."""
        return (
            self.env["dpmd.jenis"]
            .sudo()
            .search([("company_id", "in", [company.id, False]), ("bidang_id", "!=", False)])
        )

    @api.model
    def _pilihan_terdahulu(self, kolom, company, akar, kecuali=None):
        """Return what most of the nearest registered cases have in a column (superuser), and the sentence why.

        :param str kolom: ``jenis_id`` or ``bidang_id``
        :param set akar: the stems that are compared
        """
        mirip = self.env["dpmd.serupa"]._terdekat(company, akar)
        perkara_sudo = self.sudo().search_fetch(
            [
                ("id", "in", [id_ for id_, nilai in mirip.items() if nilai >= MIRIP]),
                ("id", "not in", (kecuali or self).ids),
                ("company_id", "=", company.id),
                (kolom, "!=", False),
                ("tanggal_daftar", "!=", False),
                ("induk_id", "=", False),
                ("alasan_tutup", "not in", TIDAK_BERSUARA),
            ],
            [kolom],
        )
        suara = [perkara[kolom] for perkara in perkara_sudo.sorted(lambda perkara: -mirip[perkara.id])[:SUARA]]
        terbanyak, jumlah = Counter(suara).most_common(1)[0] if len(suara) == SUARA else (self.sudo()[kolom], 0)
        if jumlah < SEPAKAT:
            return self.sudo().browse()[kolom], False
        nilai = {"semua": SUARA, "jumlah": jumlah, "nama": terbanyak.name}
        if kolom == "jenis_id":
            alasan = self.env._(
                "Of %(semua)s earlier complaints like this one, %(jumlah)s were about: %(nama)s.", **nilai
            )
        else:
            alasan = self.env._("Of %(semua)s earlier complaints like this one, %(jumlah)s went to: %(nama)s.", **nilai)
        return terbanyak, alasan

    @api.model
    def _jenis_bernama(self, kata, bernama, akar):
        """Return the one kind whose own words are in a text, and the sentence why.

        A word of the name counts twice, one of the example once; less where other kinds have it too.

        :param list kata: the words of the text, in their order
        :param dict bernama: the words of the name and of the example of each kind
        :param dict akar: the stem of each of these words
        """
        akar_jenis = {jenis: [{akar[satu] for satu in bagian} for bagian in isi] for jenis, isi in bernama.items()}
        di_jenis = Counter(satu for nama, contoh in akar_jenis.values() for satu in nama | contoh)
        punya = {akar[satu] for satu in kata}
        nilai = Counter(
            {
                jenis: sum((1 + (satu in nama)) / di_jenis[satu] ** 2 for satu in punya & (nama | contoh))
                for jenis, (nama, contoh) in akar_jenis.items()
            }
        )
        [(jenis, terbaik), (_lain, kedua)] = [*nilai.most_common(2), (None, 0), (None, 0)][:2]
        if terbaik < TERSEBUT or terbaik < UNGGUL * kedua:
            return self.env["dpmd.jenis"], False
        sama = [satu for satu in kata if akar[satu] in set().union(*akar_jenis[jenis])]
        return jenis, self.env._("Because it says “%(kata)s”.", kata=", ".join(sama[:3]))
