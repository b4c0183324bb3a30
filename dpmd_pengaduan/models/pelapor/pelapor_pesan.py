from odoo import fields, models
from odoo.exceptions import UserError

MAKS_PESAN = 2000
SEHARI = ("pesan", "formulir", "cabut", "menurut")  # the others are possible once
PESAN_SEHARI = 10  # a person in distress writes often; a script writes oftener


class DpmdPelapor(models.Model):
    """Messages between the pelapor and the office. The callers make sure who writes."""

    _inherit = "dpmd.pelapor"

    pesan_ids = fields.One2many("dpmd.pesan", "pelapor_id", string="Messages")
    pesan_terlihat = fields.Integer(string="Last message shown to the pelapor")

    def _kirim_pesan(self, isi, jenis="pesan", maks=MAKS_PESAN):
        """Take in a message of the pelapor; the same words sent twice within a day make one.

        :param str isi: the words
        :param str jenis: ``pesan``, or ``formulir`` for what is said with the form
        :param int maks: characters it may have
        :return: the message
        :raise UserError: empty, too long, or too many within a day
        """
        self.ensure_one()
        self._kunci()
        isi = self._periksa_kata(isi, maks)
        masuk = self.pesan_ids.filtered(lambda pesan: pesan.arah == "masuk")
        terakhir = masuk[:1]
        kemarin = fields.Datetime.subtract(fields.Datetime.now(), days=1)
        if terakhir.isi == isi and terakhir.jenis == jenis and terakhir.waktu > kemarin:
            return terakhir
        self._tolak_terlalu_sering()
        pesan = self._simpan_pesan(isi, jenis)
        self.pengaduan_id._ingatkan_pesan()
        return pesan

    def _tolak_terlalu_sering(self):
        """Raise where the pelapor wrote as often within a day as one may."""
        kemarin = fields.Datetime.subtract(fields.Datetime.now(), days=1)
        if len(self._dari_pelapor(*SEHARI).filtered(lambda pesan: pesan.waktu > kemarin)) >= PESAN_SEHARI:
            raise UserError(
                self.env._(
                    "You have sent %(jumlah)s messages within a day. Please write again tomorrow, "
                    "or come to our counter.",
                    jumlah=PESAN_SEHARI,
                )
            )

    def _kirim_pesan_berkas(self, isi, berkas):
        """Take in a message with files. The words arrive also where a file is refused, and files also without words.

        :param str isi: the words, may be empty where there are files
        :param berkas: ``[(name, bytes)]``
        :return: the message, if there is one, and the refused files as ``[(name, why)]``
        :raise UserError: as ``_kirim_pesan``
        """
        pesan = self._kirim_pesan(isi) if isi or not berkas else None
        return pesan, self._tambah_kiriman("berkas_pesan", berkas, pesan)

    def _dari_pelapor(self, *jenis):
        """Return the messages of the pelapor of some kinds, the newest first."""
        return self.pesan_ids.filtered(lambda pesan: pesan.arah == "masuk" and pesan.jenis in jenis)

    def _ada_pertanyaan(self):
        """Return whether the office asked something that the pelapor has not answered."""
        self.ensure_one()
        tanya = self.pesan_ids.filtered("minta_jawab")[:1]
        return bool(tanya) and tanya.id > self._dari_pelapor("pesan", "formulir")[:1].id

    def _periksa_kata(self, isi, maks=MAKS_PESAN):
        """Return the words of a pelapor without the blanks around them.

        :raise UserError: there are none, or too many
        """
        isi = (isi or "").strip()
        if not isi:
            raise UserError(self.env._("Write something first."))
        if len(isi) > maks:
            raise UserError(self.env._("At most %(maks)s characters; you wrote %(ada)s.", maks=maks, ada=len(isi)))
        return isi

    def _simpan_pesan(self, isi, jenis="pesan", penugasan=None, minta_jawab=False, asal=None):
        """Keep one message.

        :param str jenis: what the words go with, see ``JENIS_PESAN``
        :param penugasan: of the official who writes; the pelapor writes when there is none
        :param bool minta_jawab: the office waits for an answer to it
        :param asal: the message whose voice note the words write down
        """
        self.ensure_one()
        return (
            self.env["dpmd.pesan"]
            .sudo()
            ._buat(
                {
                    "pelapor_id": self.id,
                    "company_id": self.company_id.id,
                    "arah": "keluar" if penugasan else "masuk",
                    "jenis": jenis,
                    "isi": isi,
                    "minta_jawab": minta_jawab,
                    "waktu": fields.Datetime.now(),
                    "user_id": penugasan.user_id.id if penugasan else False,
                    "sebutan": penugasan.sebutan if penugasan else "Pelapor",
                    "asal_id": asal.id if asal else False,
                }
            )
        )

    def _kabari_ada_kabar(self):
        """Tell the pelapor that there is news, and nothing of what it is."""
        bahasa = self.env["dpmd.instansi"]._milik(self.company_id)._bahasa_warga()
        self._kabari(
            self.with_context(lang=bahasa).env._(
                "There is news about your complaint. Please look at the tracking page."
            )
        )

    def _pesan_baru(self):
        """Return the messages of the office that the pelapor was not shown yet.

        A page that follows a POST still calls those new which were shown by that POST for the first time.
        """
        terlihat = self.env.context.get("dpmd_terlihat", self.pesan_terlihat)
        return self.pesan_ids.filtered(lambda pesan: pesan.arah == "keluar" and pesan.id > terlihat)

    def _pesan_diperlihatkan(self):
        """Note that the pelapor has been shown all messages so far."""
        self.ensure_one()
        baru = self._pesan_baru()
        if baru:
            self.sudo()._tulis({"pesan_terlihat": max(baru.ids)})
