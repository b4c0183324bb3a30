from odoo import api, models
from odoo.tools import format_date, format_datetime

from ..kantor.dpmd_penugasan import DI_BIDANG, PELAKSANA
from ..naskah.jenis_naskah import NASKAH
from ..perkara.alur import TAMAT

TANGGAL = "d MMMM y"
# What the form asks beside the story; of an open identity the case holds it.
RINCIAN = ("lokasi", "tanggal_kejadian", "kerugian", "terlapor", "permintaan")
# The four stages the page begins with, and the SOP steps of each.
TAHAP = {"diterima": range(1, 4), "ditelaah": range(4, 9), "rapat": range(9, 12), "dijawab": range(12, 18)}
RENDAH = (1, 2)  # ratings after which the objection is offered
# What the pelapor is told of a case, on the tracking page and in the portal; nothing else leaves.
KABAR = (
    "nomor",
    "perihal",
    "identitas",
    "diterima",
    "tenggat",
    "terlambat",
    "janji_lewat",
    "batas",
    "meja",
    "giliran_pelapor",
    "tahap",
    "terlapor",
    "langkah",
    "tamat",
    "digabung",
    "hasil",
    "jawaban",
    "alasan_tutup",
    "tujuan_limpah",
    "surat",
    "akses",
    "tulisan",
    "berkas",
    "jumlah_berkas",
    "boleh_berkas",
    "formulir_terbuka",
    "kurang",
    "kolom_kurang",
    "diminta",
    "batas_lengkap",
    "harapan",
    "pesan",
    "pesan_baru",
    "cabut",
    "boleh_cabut",
    "menurut",
    "tanggal_menurut",
    "boleh_menurut",
    "nilai",
    "boleh_nilai",
    "keberatan",
    "batas_keberatan",
    "tawar_keberatan",
    "usul_keberatan",
)


class DpmdPelapor(models.Model):
    """What the pelapor is told of the case, on the tracking page and in the portal."""

    _inherit = "dpmd.pelapor"

    @api.model
    def _kata_langkah(self):
        """Return the 17 steps in people's words."""
        return {
            1: self.env._("We received your complaint"),
            2: self.env._("Written in the register"),
            3: self.env._("Your form is checked"),
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

    @api.model
    def _kata_isian(self):
        """Return what the fields of the form are called, in the order in which they are asked."""
        return {
            "isi": self.env._("What happened"),
            "lokasi": self.env._("Place"),
            "tanggal_kejadian": self.env._("When it happened"),
            "kerugian": self.env._("Loss"),
            "terlapor": self.env._("Who or what is complained about"),
            "permintaan": self.env._("What is asked for"),
            "nama": self.env._("Name"),
            "alamat": self.env._("Address"),
            "telepon": self.env._("Phone"),
            "email": self.env._("E-mail"),
            "kuasa_nama": self.env._("On behalf of"),
        }

    @api.model
    def _kata_tahap(self):
        """Return the four stages in people's words, and what belongs to each."""
        return {
            "diterima": (self.env._("Received"), self.env._("written in the register, form checked")),
            "ditelaah": (self.env._("Studied"), self.env._("handed to the right officer, facts gathered and studied")),
            "rapat": (self.env._("Discussed"), self.env._("in a meeting of those concerned, where one is needed")),
            "dijawab": (self.env._("Replied"), self.env._("report, signature of the Kepala Dinas, your answer")),
        }

    def _biasanya(self):
        """Return the days each stage usually takes, ``{stage: days}``; hook, filled where the figures are."""
        return {}

    def _kabar(self, lewat_nomor=False):
        """Return what the pelapor is told of the case: plain values only, exactly those of ``KABAR``.

        The caller has made sure that the reader is the pelapor (receipt number or portal account).

        :param bool lewat_nomor: opened by the receipt number, which tells less than an account
        """
        self.ensure_one()
        pelapor_sudo = self.sudo()
        pengaduan_sudo = pelapor_sudo.pengaduan_id
        diberi_tahu = pengaduan_sudo._diberi_tahu()
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
            "janji_lewat": self._tulis_tanggal(pengaduan_sudo.janji_lewat),
            "batas": self._batas_publik(pengaduan_sudo),
            "meja": self._sebut_meja_publik(self._kasus_jalan(pengaduan_sudo)),
            "giliran_pelapor": pelapor_sudo._menunggu_formulir(),
            "tahap": self._tahap_publik(pengaduan_sudo),
            "terlapor": self._akibat_terlapor(),
            "langkah": self._langkah_publik(pengaduan_sudo),
            "digabung": bool(pengaduan_sudo.induk_id),
            "tamat": pengaduan_sudo.state if pengaduan_sudo.state in TAMAT else "",
            "hasil": label["hasil"].get(pengaduan_sudo.hasil, "") if diberi_tahu else "",
            "jawaban": pengaduan_sudo.jawaban if diberi_tahu else "",
            "alasan_tutup": label["alasan_tutup"].get(pengaduan_sudo.alasan_tutup, "") if diberi_tahu else "",
            "tujuan_limpah": pengaduan_sudo.tujuan_limpah if diberi_tahu else "",
            "surat": [
                {"id": surat.id, "nama": surat.display_name, "tanggal": self._tulis_tanggal(surat.tanggal)}
                for surat in pelapor_sudo._surat_untuk_pelapor(lewat_nomor)
            ],
            "akses": [
                {"sebutan": akses.sebutan, "alasan": akses.alasan, "waktu": self._waktu(akses.create_date)}
                for akses in pelapor_sudo.akses_ids
            ],
            **pelapor_sudo._kabar_kiriman(lewat_nomor),
            "jumlah_berkas": pelapor_sudo._jumlah_berkas(),
            "boleh_berkas": pelapor_sudo._boleh_berkas(),
            "formulir_terbuka": pelapor_sudo._formulir_terbuka(),
            **pelapor_sudo._kabar_lanjut(),
        }
        return {kunci: kabar[kunci] for kunci in KABAR}

    def _batas_publik(self, pengaduan_sudo):
        """Return the clock that runs beside what is promised, named as what it is; False where none does."""
        kata = {
            "verifikasi": self.env._("Written in the register by"),
            "tanggapan": self.env._("We tell you whether it is complete by"),
            "melengkapi": self.env._("Please complete the form by"),
        }.get(pengaduan_sudo.batas_id.kode)
        return kata and {"kata": kata, "tanggal": self._tulis_tanggal(pengaduan_sudo.batas)}

    def _kabar_kiriman(self, lewat_nomor):
        """Return what the pelapor wrote and sent, as our register has it; nothing of a secret one by the number alone.

        Whoever wrote it knows it. Whoever merely found the number would learn from it who that was.
        """
        if lewat_nomor and self.identitas == "rahasia":
            return {"tulisan": [], "berkas": []}
        pengaduan = self.pengaduan_id
        tulisan = {"isi": self.isi_asli, **{kunci: pengaduan[kunci] for kunci in RINCIAN}}
        kata = self._kata_isian()
        berkas = [
            {"nama": satu.name, "ukuran": f"{max(round(satu.file_size / 1024), 1)} kB"}
            for satu in self._berkas_kiriman()
        ]
        if self.kuasa and not self._perlu_surat_kuasa():
            berkas.append({"nama": self.env._("Letter of authority"), "ukuran": ""})
        tulisan = [{"label": kata[kunci], "isi": isi} for kunci, isi in tulisan.items() if isi]
        return {"tulisan": tulisan, "berkas": berkas}

    def _berkas_kiriman(self):
        """Return the files of the pelapor, without those the office mailed and the proofs that it delivered."""
        kantor = self.message_ids.attachment_ids | (self.dokumen_ids | self.pengaduan_id.dokumen_ids).bukti_sampai_id
        return self.berkas_ids.sorted("id") - kantor

    def _kabar_lanjut(self):
        """Return what the pelapor can still do, has done, and is asked for."""
        pengaduan = self.pengaduan_id
        menunggu = self._menunggu_formulir()
        batas = pengaduan._batas_keberatan() if pengaduan._boleh_keberatan() else False
        jenis = dict(self.pesan_ids._fields["jenis"]._description_selection(self.env))
        baru = self._pesan_baru()
        nilai = pengaduan._nilai()
        berkas = self._berkas_sudo("dpmd.pesan").grouped("res_id")
        return {
            "kurang": self._kekurangan_formulir() if pengaduan.langkah <= 3 and not self.terkunci else [],
            "kolom_kurang": self._kolom_kurang(),
            "diminta": self._permintaan_kantor() if menunggu else "",
            "batas_lengkap": self._tulis_tanggal(pengaduan._batas_melengkapi()) if menunggu else "",
            "harapan": self._harapan(),
            "pesan": [
                {
                    "dari_saya": pesan.arah == "masuk",
                    "sebutan": pesan.sebutan,
                    "isi": pesan.isi,
                    "jenis": jenis[pesan.jenis] if pesan.jenis != "pesan" else "",
                    "waktu": self._waktu(pesan.waktu),
                    "baru": pesan in baru,
                    "berkas": berkas[pesan.id].mapped("name") if pesan.id in berkas else [],
                    "asal": self._waktu(pesan.asal_id.waktu) if pesan.asal_id else "",
                }
                for pesan in self.pesan_ids.sorted("id")
            ],
            "pesan_baru": len(baru),
            "cabut": self._tanggal(pengaduan.tanggal_cabut) if pengaduan.tanggal_cabut else "",
            "boleh_cabut": pengaduan._boleh_dicabut(),
            "menurut": pengaduan.menurut_pelapor or "",
            "tanggal_menurut": self._tanggal(pengaduan.tanggal_menurut) if pengaduan.tanggal_menurut else "",
            "boleh_menurut": not pengaduan._sebab_pernyataan(),
            "nilai": nilai,
            "boleh_nilai": pengaduan._boleh_dinilai(),
            "keberatan": self._tanggal(pengaduan.tanggal_keberatan) if pengaduan.tanggal_keberatan else "",
            "batas_keberatan": self._tulis_tanggal(batas) if batas else "",
            "tawar_keberatan": bool(batas) and (nilai in RENDAH or pengaduan.menurut_pelapor == "belum"),
            "usul_keberatan": (self._dari_pelapor("nilai")[:1].isi or "") if nilai in RENDAH else "",
        }

    def _permintaan_kantor(self):
        """Return in the officer's words why the form came back as incomplete; empty where it was only given out."""
        kembali = self.pengaduan_id.kartu_ids.filtered(lambda b: b.jenis == "kembali" and b.nomor == 3)
        return (kembali.sorted("urutan")[-1:].alasan or "") if self.pengaduan_id.tanggal_kurang else ""

    def _harapan(self):
        """Return what is expected of the pelapor, the most urgent first: ``[{"kata": sentence, "tautan": anchor}]``.

        Where nothing is, that is said in one sentence without an anchor.
        """
        perlu = []
        if self._ada_pertanyaan():
            perlu.append((self.env._("Answer our question"), "#f-isi_pesan"))
        elif self._pesan_baru():
            perlu.append((self.env._("There is a new message from us. Read it"), "#pesan"))
        if self._menunggu_formulir():
            kata = self.env._("Please complete the form below. Until then your complaint cannot go on.")
            perlu.append((kata, "#f-formulir"))
        return [{"kata": kata, "tautan": tautan} for kata, tautan in perlu or [(self._tidak_perlu_apa_apa(), "")]]

    def _tidak_perlu_apa_apa(self):
        """Return in plain words that nothing is needed from the pelapor now, and what comes next."""
        pengaduan = self.pengaduan_id
        if pengaduan._diberi_tahu():
            return self.env._("You have the answer. Nothing more is needed from you.")
        if pengaduan.state in TAMAT:
            return self.env._("Please wait: we are preparing the letter that tells you why it was closed.")
        if pengaduan.langkah <= 3 and not self.terkunci and self._kekurangan_formulir():
            return self.env._(
                "Something is still missing, see below. Once your complaint is registered you can complete it here."
            )
        if pengaduan.langkah <= 3:
            return self.env._("Nothing now. We check your complaint; if something is missing, we ask you here.")
        if pengaduan.langkah >= 16:
            return self.env._("Nothing now. The report is signed; your answer comes next and appears here.")
        return self.env._("Nothing now. If we have a question, it appears here; please look again every week.")

    def _surat_untuk_pelapor(self, lewat_nomor=False):
        """Return the pelapor's own form, and the valid letters that were delivered to the pelapor (superuser).

        :param bool lewat_nomor: without the form, which shows phone, e-mail and the rest of an identity
        """
        pelapor_sudo = self.sudo()
        semua = pelapor_sudo.dokumen_ids | pelapor_sudo.pengaduan_id.dokumen_ids
        return semua.filtered(
            lambda surat: (
                surat.state == "berlaku"
                and "portal" in NASKAH[surat.jenis].kirim
                and (not lewat_nomor if surat.jenis == "formulir" else surat.disampaikan)
            )
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
        for baris in pengaduan_sudo.kartu_ids.sorted("urutan"):
            if baris.nomor and baris.jenis in ("langkah", "dilewati", "tidak", "gabung"):
                kartu[baris.nomor] = baris
        if jalan_sudo != pengaduan_sudo:
            for baris in jalan_sudo.kartu_ids.sorted("urutan"):
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
            langkah.append(
                {
                    "nomor": nomor,
                    "kata": kata,
                    "keadaan": keadaan,
                    "tanggal": self._tanggal(baris.terjadi) if baris else "",
                }
            )
        return langkah

    def _tahap_publik(self, pengaduan_sudo):
        """Return the four stages with where each stands, since when, and how long it usually takes."""
        langkah = {satu["nomor"]: satu for satu in self._langkah_publik(pengaduan_sudo)}
        tutup, biasanya, kata = pengaduan_sudo.state == "ditutup", self._biasanya(), self._kata_tahap()
        tahap, sejak = [], ""
        for kunci, nomor in TAHAP.items():
            isi = [langkah[satu] for satu in nomor if satu in langkah]
            keadaan = {satu["keadaan"] for satu in isi}
            if tutup and len(isi) < len(nomor):
                tanggal = self._tanggal(pengaduan_sudo.tanggal_selesai)
                tahap.append(self._satu_tahap(self.env._("Closed early"), "", "sudah", tanggal))
                break
            if "kini" in keadaan:
                tahap.append(self._satu_tahap(*kata[kunci], "kini", sejak, biasanya.get(kunci)))
            elif "nanti" in keadaan:
                tahap.append(self._satu_tahap(*kata[kunci], "nanti", "", biasanya.get(kunci)))
            else:
                sejak = isi[-1]["tanggal"] if isi else sejak
                tahap.append(self._satu_tahap(*kata[kunci], "tidak" if keadaan == {"tidak"} else "sudah", sejak))
        return tahap

    def _satu_tahap(self, kata, rinci, keadaan, tanggal, hari=None):
        """Return one stage for the page; the days are a habit of the office and no promise."""
        biasanya = ""
        if hari is not None:
            bulat = round(hari)
            biasanya = self.env._("usually %(hari)s days", hari=bulat) if bulat > 1 else self.env._("usually a day")
        return {"kata": kata, "rinci": rinci, "keadaan": keadaan, "tanggal": tanggal, "biasanya": biasanya}

    def _tanggal(self, waktu):
        """Return the day of a moment (UTC), on the office's clock whatever the browser's."""
        return self._waktu(waktu, TANGGAL)

    def _waktu(self, waktu, bentuk=f"{TANGGAL}, HH:mm"):
        return format_datetime(self.env, waktu, tz=self.pengaduan_id._zona(), dt_format=bentuk)

    @api.model
    def _tulis_tanggal(self, tanggal):
        return format_date(self.env, tanggal, date_format=TANGGAL)
