"""An official of the office is reported: his desk and his person are closed, and the next higher desk acts."""

import base64

from lxml import html
from odoo import Command, fields
from odoo.addons.dpmd_pengaduan.models.naskah.buku_register import TERLAPOR, BukuRegister
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tests import Form, tagged

from .common import KantorCase

PERIHAL = "Pungutan oleh pejabat"
NAMA = "Siti Marlina"


class TerlaporCase(KantorCase):
    def kasus(self, pejabat, sampai=2, bidang=None, **kw):
        """Return a case in which an official is reported from the beginning."""
        isi = {"perihal": PERIHAL, "terlapor_pejabat": pejabat, "terlapor_bidang_id": bidang.id if bidang else False}
        return self.jalan(self.buat(pengaduan=isi, **kw)[0], sampai)

    def tetapkan(self, login, pengaduan, pejabat, alasan="Nama disebut pelapor", **isi):
        self.sebagai(login, pengaduan).action_tetapkan_terlapor(pejabat, alasan=alasan, **isi)

    def teks(self, dokumen):
        """Return the words of a frozen paper; in tests it is kept as HTML."""
        isi = base64.b64decode(dokumen.with_context(bin_size=False).pdf)
        return " ".join(html.fromstring(isi.decode()).text_content().split())

    def buta(self, login, pengaduan):
        """Whoever is reported finds the case by no door of the backend."""
        saya = self.sebagai(login, pengaduan)
        saya.invalidate_recordset()
        with self.subTest(login=login):
            self.assertFalse(saya.has_access("read"))
            Kasus = saya.browse()
            self.assertFalse(Kasus.search([("id", "=", saya.id)]))
            self.assertFalse(Kasus.search_count([("perihal", "=", PERIHAL)]))
            self.assertFalse(Kasus.name_search(PERIHAL))
            self.assertFalse(Kasus._read_group([("id", "=", saya.id)], ["state"], ["__count"]))
            for method, argumen in (
                ("read", [["perihal"]]),
                ("web_read", [{"perihal": {}}]),
                ("export_data", [["perihal"]]),
                ("action_dibuka", []),
                ("action_buka_identitas", ["Ingin tahu"]),
                ("action_lihat_pelapor", []),
                ("action_tetapkan_terlapor", [False, False, [], "Bukan saya"]),
                ("action_usul_tutup", ["Tidak benar"]),
                ("action_bundel", []),
                ("message_post", []),
            ):
                with self.assertRaises(UserError, msg=method), self.env.cr.savepoint():
                    getattr(saya, method)(*argumen)
            for model in ("langkah", "disposisi", "rapat", "rapat.peserta", "laporan", "berita.acara", "pesan"):
                jalur = "pelapor_id.pengaduan_id" if model == "pesan" else "pengaduan_id"
                milik = self.env[f"dpmd.{model}"].with_user(saya.env.user)
                self.assertFalse(milik.search([(jalur, "=", saya.id)]), model)
            for model in ("dpmd.pelapor", "dpmd.pelapor.akses"):
                if self.env["ir.model.access"].with_user(saya.env.user).check(model, "read", False):
                    self.assertFalse(self.env[model].with_user(saya.env.user).search([("pengaduan_id", "=", saya.id)]))
            Dokumen = self.env["dpmd.dokumen"].with_user(saya.env.user)
            self.assertFalse(Dokumen.search([]).filtered(lambda d: d._perkara_sudo() == pengaduan))
            kegiatan = (
                self.env["mail.activity"]
                .sudo()
                .search(
                    [("res_model", "=", "dpmd.pengaduan"), ("res_id", "=", saya.id), ("user_id", "=", saya.env.uid)]
                )
            )
            self.assertFalse(kegiatan)
            with self.assertRaises(AccessError), self.env.cr.savepoint():
                self.env["ir.actions.report"].with_user(saya.env.user)._render_qweb_pdf(
                    "dpmd_pengaduan.report_kartu_kendali", saya.ids
                )


@tagged("standard", "post_install", "-at_install")
class TestTerlaporJalan(TerlaporCase):
    """Where the case goes: over the closed desk, and the card says so."""

    def baris(self, pengaduan, nomor):
        return pengaduan._kartu_langkah(nomor).filtered(lambda b: b.jenis in ("langkah", "dilewati"))[-1:]

    def test_reported_kabid_is_passed_by_the_sekretaris_in_his_own_bidang(self):
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        self.assertEqual(
            (pengaduan.desk_jabatan, pengaduan.desk_user_id), ("sekretaris_dinas", self.orang["sekretaris"])
        )
        self.buta("kabid_a", pengaduan)
        saya = self.sebagai("sekretaris", pengaduan)
        self.assertIn("disposisi_pelaksana", saya.aksi_boleh)
        self.assertNotIn("lewati", saya.aksi_boleh, "one button for one thing")
        saya.action_disposisi_pelaksana(
            {"kepada_user_id": self.orang["psm_a"].id, "tim_ids": [self.orang["kabid_a"].id]}
        )
        baris = self.baris(pengaduan, 7)
        self.assertEqual((baris.jenis, baris.user_id, baris.menyimpang), ("dilewati", self.orang["sekretaris"], True))
        self.assertIn("reported", baris.alasan)
        self.assertFalse(pengaduan.tim_ids, "nobody brings him in by the team")
        self.jalan(pengaduan, 9)
        rapat = self.buat_rapat(pengaduan, pimpinan_user_id=False, peserta_ids=[Command.create({"nama": "Ahmad"})])
        self.assertFalse(rapat.pimpinan_user_id)
        for kolom in ("pimpinan_user_id", "pencatat_user_id"):
            with self.assertRaisesRegex(UserError, "has no part"), self.env.cr.savepoint():
                rapat.write({kolom: self.orang["kabid_a"].id})
        with self.assertRaisesRegex(UserError, "has no part"), self.env.cr.savepoint():
            rapat.peserta_ids.write({"user_id": self.orang["kabid_a"].id})

    def test_paraf_of_a_reported_kabid_is_left_out_and_the_report_says_so(self):
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        self.sebagai("sekretaris", pengaduan).action_disposisi_pelaksana({"kepada_user_id": self.orang["psm_a"].id})
        self.jalan(pengaduan, 9)
        self.sebagai("psm_a", pengaduan).action_usul_tanpa_rapat("Sudah jelas")
        self.assertEqual(pengaduan.desk_jabatan, "sekretaris_dinas")
        self.sebagai("sekretaris", pengaduan).action_setujui_tanpa_rapat("Setuju")
        self.langkah_12(pengaduan)
        self.assertEqual((pengaduan.langkah, pengaduan.desk_jabatan), (14, "sekretaris_dinas"))
        self.assertEqual(self.baris(pengaduan, 13).jenis, "dilewati")
        self.buta("kabid_a", pengaduan)
        self.jalan(pengaduan, 16)
        laporan = pengaduan._laporan().dokumen_id
        paraf = laporan.pengesahan_ids.filtered(lambda satu: satu.jenis == "paraf")
        self.assertEqual(paraf.user_id, self.orang["sekretaris"])
        self.assertIn("Kepala Bidang (tanpa paraf: pejabatnya dilaporkan)", self.teks(laporan))

    def test_kabid_of_another_bidang_takes_it_in_the_ordinary_way(self):
        pengaduan = self.kasus("kabid", 6, self.bidang_b)
        self.langkah_6(pengaduan)
        self.assertEqual(pengaduan.desk_user_id, self.orang["kabid_a"])
        self.buta("kabid_b", pengaduan)

    def test_every_kabid_is_closed_where_it_is_not_known_which(self):
        pengaduan = self.kasus("kabid", 7)
        self.assertEqual(pengaduan.desk_jabatan, "sekretaris_dinas")
        self.buta("kabid_a", pengaduan)
        self.buta("kabid_b", pengaduan)

    def test_reported_sekretaris_is_passed_by_the_kadis_up_to_the_signature(self):
        pengaduan = self.kasus("sekretaris", 4)
        self.sebagai("kadis", pengaduan).action_dibuka()
        self.assertEqual((pengaduan.langkah, pengaduan.desk_user_id), (6, self.orang["kadis"]))
        self.assertEqual(self.baris(pengaduan, 5).jenis, "dilewati")
        self.buta("sekretaris", pengaduan)
        self.sebagai("kadis", pengaduan).action_tugaskan_kabid({"bidang_id": self.bidang_a.id})
        self.assertEqual(self.baris(pengaduan, 6).jenis, "dilewati")
        self.assertEqual(pengaduan.disposisi_ids.kepada_user_id, self.orang["kabid_a"])
        self.jalan(pengaduan, 9)
        self.buat_rapat(pengaduan)
        self.env["dpmd.instansi"]._milik(self.company).ttd_undangan = "sekretaris_dinas"
        self.undang(pengaduan)
        self.assertEqual(pengaduan.langkah, 10, "the Kadis signs what the Sekretaris would in his name")
        self.jalan(pengaduan, 14 - 1)
        self.sahkan("kabid_a", pengaduan)
        self.assertEqual((pengaduan.langkah, self.baris(pengaduan, 14).jenis), (15, "dilewati"))
        self.jalan(pengaduan, 18)
        self.buta("sekretaris", pengaduan)
        self.assertFalse(
            self.env["dpmd.langkah"].search(
                [("pengaduan_id", "=", pengaduan.id), ("user_id", "=", self.orang["sekretaris"].id)]
            )
        )

    def test_kadis_at_the_desk_of_a_reported_sekretaris_sends_the_form_back(self):
        pengaduan = self.kasus("sekretaris", 6)
        self.sebagai("kadis", pengaduan).action_kembalikan("Alamat kurang jelas")
        self.assertEqual((pengaduan.state, pengaduan.langkah), ("formulir", 3))

    def test_sekretaris_takes_the_place_of_a_reported_receiving_officer(self):
        pengaduan = self.kasus("petugas", identitas="rahasia")
        self.assertEqual(pengaduan.desk_user_id, self.orang["sekretaris"])
        self.buta("pengadmin", pengaduan)
        saya = self.sebagai("sekretaris", pengaduan)
        self.assertEqual(saya.pelapor_ids.nama, NAMA, "who registers reads the words until the end of step 3")
        saya.action_daftarkan()
        saya.action_konfirmasi_kutipan("Petugas meminta uang.")
        saya.action_beri_formulir() if saya.state == "terdaftar" else None
        saya.action_nyatakan_lengkap()
        self.assertEqual((pengaduan.langkah, pengaduan.desk_jabatan), (4, "kepala_dinas"))
        self.env.invalidate_all()
        self.assertFalse(
            self.sebagai("sekretaris", self.env["dpmd.pelapor"]).search([("pengaduan_id", "=", pengaduan.id)])
        )
        saya.action_buka_identitas("Menyampaikan jawaban")
        self.assertTrue(saya._identitas_terbuka(), "a look, for whoever delivers the answer")
        self.jalan(pengaduan, 16)
        saya.action_arsipkan(self.klasifikasi.id, "Lemari 1")
        saya.action_informasikan("portal")
        self.assertEqual((pengaduan.state, self.baris(pengaduan, 17).jenis), ("selesai", "dilewati"))
        self.buta("pengadmin", pengaduan)

    def test_counter_closes_itself_out_and_still_hands_over_the_receipt_number(self):
        with Form(
            self.env["dpmd.terima.wizard"].with_user(self.orang["pengadmin"]).with_company(self.company)
        ) as layar:
            layar.perihal, layar.isi_asli, layar.nama, layar.alamat = PERIHAL, "Petugas meminta uang.", NAMA, "RT 03"
            layar.terlapor_dpmd, layar.terlapor_pejabat = True, "petugas"
            self.assertIn("the Sekretaris Dinas acts instead", layar.terlapor_akibat)
            layar.ttd_cara = "kertas"
        hasil = layar.record.action_terima()
        self.assertTrue(hasil["params"]["kode"] and hasil["params"]["pdf"])
        self.assertFalse(hasil["params"]["pengaduan_id"] or hasil["params"]["register"])
        pengaduan = self.env["dpmd.pengaduan"].search([("perihal", "=", PERIHAL)])
        self.assertEqual((pengaduan.langkah, pengaduan.desk_user_id), (2, self.orang["sekretaris"]))
        self.buta("pengadmin", pengaduan)

    def test_a_step_of_the_closed_desk_is_not_entered_from_paper_either(self):
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        scan = (
            self.env["ir.attachment"].with_user(self.orang["pengadmin"]).create({"name": "s.pdf", "raw": b"%PDF-1.4"})
        )
        tugas = {t.user_id: t for t in self.env["dpmd.penugasan"].search([])}
        argumen = fields.Datetime.now(), scan.id, "Di kertas", {"kepada_user_id": self.orang["psm_a"].id}
        petugas = self.sebagai("pengadmin", pengaduan)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            petugas.action_catatkan(tugas[self.orang["kabid_a"]].id, *argumen)
        petugas.action_catatkan(tugas[self.orang["sekretaris"]].id, *argumen)
        self.assertEqual(self.baris(pengaduan, 7).jenis, "dilewati")
        self.assertEqual(pengaduan._kegiatan("dpmd_pengaduan.activity_konfirmasi").user_id, self.orang["sekretaris"])

    def test_it_is_not_joined_to_a_case_the_reported_one_works_on(self):
        induk = self.jalan(self.buat()[0], 8)
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        with self.assertRaisesRegex(UserError, "may act in the lead case"):
            self.sebagai("sekretaris", pengaduan).action_gabung(induk.id, "Perkara sama")
        biasa = self.jalan(self.buat()[0], 7)
        self.sebagai("sekretaris", biasa).action_gabung(induk.id, "Perkara sama")
        self.tetapkan("sekretaris", biasa, "kabid", bidang_id=self.bidang_a.id)
        self.assertFalse(biasa.induk_id)
        self.assertEqual((biasa.langkah, biasa.desk_jabatan), (7, "sekretaris_dinas"))
        self.assertTrue(any("who is reported here" in (baris.keluaran or "") for baris in biasa.kartu_ids))


@tagged("standard", "post_install", "-at_install")
class TestTerlaporKadis(TerlaporCase):
    """A complaint about the Kepala Dinas: the Sekretaris hands it over to the Inspektorat."""

    def test_it_goes_to_the_inspektorat_with_letters_the_sekretaris_signs(self):
        pengaduan, _kode = self.buat(pengaduan={"perihal": PERIHAL, "terlapor_pejabat": "kadis"})
        self.buta("kadis", pengaduan)
        petugas = self.sebagai("pengadmin", pengaduan)
        self.assertIn("serahkan", petugas.aksi_boleh)
        petugas.action_serahkan()
        self.assertTrue(pengaduan.nomor, "it has its register number")
        self.assertEqual((pengaduan.state, pengaduan.alasan_tutup), ("ditutup", "dilimpahkan"))
        self.assertTrue(pengaduan.tujuan_limpah.startswith("Inspektorat"))
        naskah = self.baca("sekretaris", pengaduan)
        self.assertEqual(naskah.jenis, "pelimpahan")
        self.sahkan("sekretaris", pengaduan)
        surat = self.env["dpmd.dokumen"].search([]).filtered(lambda d: d._perkara_sudo() == pengaduan)
        self.assertEqual(set(surat.mapped("state")), {"berlaku"})
        self.assertEqual(
            surat.pengesahan_ids.filtered(lambda s: s.jenis == "tanda_tangan").user_id, self.orang["sekretaris"]
        )
        for satu in surat:
            teks = self.teks(satu)
            self.assertNotIn("a.n. Kepala Dinas", teks)
            self.assertNotIn("di luar kewenangan", teks)
        petugas.action_informasikan_tutup("portal")
        self.buta("kadis", pengaduan)

    def test_the_sekretaris_hands_over_and_reads_the_letter_with_one_press(self):
        pengaduan = self.kasus("kadis", 3)
        self.assertTrue(self.sebagai("sekretaris", pengaduan).has_access("read"), "from the beginning")
        hasil = self.sebagai("sekretaris", pengaduan).action_serahkan()
        self.assertEqual(hasil["res_model"], "dpmd.dokumen")

    def test_a_secret_one_takes_the_kutipan_along_and_no_name(self):
        pengaduan = self.kasus("kadis", identitas="rahasia")
        with self.assertRaisesRegex(UserError, "kutipan"), self.env.cr.savepoint():
            self.sebagai("pengadmin", pengaduan).action_serahkan()
        self.sebagai("pengadmin", pengaduan).action_konfirmasi_kutipan("Kepala Dinas meminta uang.")
        self.sebagai("pengadmin", pengaduan).action_serahkan()
        self.sahkan("sekretaris", pengaduan)
        pelimpahan = pengaduan.dokumen_ids.filtered(lambda d: d.jenis == "pelimpahan")
        self.assertIn("meminta uang", self.teks(pelimpahan))
        self.assertNotIn(NAMA, self.teks(pelimpahan))

    def test_nobody_else_handles_it_and_no_plh_either(self):
        pengaduan = self.kasus("kadis", 4)
        self.assertEqual(pengaduan.desk_user_id, self.orang["sekretaris"])
        self.tugaskan(self.orang["kabid_b"], "kepala_dinas", jenis="plh")
        self.buta("kabid_b", pengaduan)
        for login in ("sekretaris", "pengadmin"):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                self.sebagai(login, pengaduan).action_terima_kadis()
        biasa = self.jalan(self.buat()[0], 4)
        with self.assertRaisesRegex(UserError, "Only a complaint about the Kepala Dinas"):
            self.sebagai("pengadmin", biasa).action_serahkan()

    def test_nobody_in_the_office_opens_it_again(self):
        pengaduan = self.kasus("kadis", 4)
        for login in ("pengadmin", "sekretaris"):
            for pejabat in (False, "lain", "sekretaris"):
                with self.assertRaises(AccessError), self.env.cr.savepoint():
                    self.tetapkan(login, pengaduan, pejabat)


@tagged("standard", "post_install", "-at_install")
class TestTerlaporTetapkan(TerlaporCase):
    """Closing is easy, by any officer with a reason; opening is for who sits above."""

    def test_a_case_on_the_desk_of_who_turns_out_to_be_reported_leaves_it_at_once(self):
        pengaduan = self.kasus("tidak_tahu", 7)
        self.assertEqual(pengaduan.desk_user_id, self.orang["kabid_a"])
        kabid = self.orang["kabid_a"]
        pengaduan.message_subscribe(kabid.partner_id.ids)
        pengaduan.activity_schedule("mail.mail_activity_data_todo", user_id=kabid.id)
        self.tetapkan("pengadmin", pengaduan, "kabid", bidang_id=self.bidang_a.id)
        self.assertEqual(
            (pengaduan.desk_jabatan, pengaduan.desk_user_id), ("sekretaris_dinas", self.orang["sekretaris"])
        )
        self.assertNotIn(kabid.partner_id, pengaduan.message_partner_ids)
        self.buta("kabid_a", pengaduan)
        baris = pengaduan.kartu_ids.sorted("urutan")[-1]
        self.assertEqual((baris.user_id, baris.alasan), (self.orang["pengadmin"], "Nama disebut pelapor"))
        self.assertIn("Kepala Bidang Bidang A", baris.keluaran)
        sebelum = self.env["mail.notification"].search_count([("res_partner_id", "=", kabid.partner_id.id)])
        pengaduan.message_post(body="Rahasia", partner_ids=kabid.partner_id.ids, message_type="comment")
        sesudah = self.env["mail.notification"].search_count([("res_partner_id", "=", kabid.partner_id.id)])
        self.assertEqual(sebelum, sesudah)
        with self.assertRaisesRegex(UserError, "has no part"):
            self.sebagai("pengadmin", pengaduan).activity_schedule("mail.mail_activity_data_todo", user_id=kabid.id)

    def test_a_granted_look_is_worth_nothing_any_more(self):
        pengaduan = self.kasus("tidak_tahu", 4, identitas="rahasia")
        self.sebagai("kadis", pengaduan).action_buka_identitas("Perlu")
        Pelapor = self.sebagai("kadis", self.env["dpmd.pelapor"])
        self.assertTrue(Pelapor.search([("pengaduan_id", "=", pengaduan.id)]))
        self.tetapkan("pengadmin", pengaduan, "kadis")
        self.env.invalidate_all()
        self.assertFalse(Pelapor.search([("pengaduan_id", "=", pengaduan.id)]))
        self.buta("kadis", pengaduan)

    def test_only_who_sits_above_opens_again(self):
        for pejabat, boleh in (
            ("kabid", {"sekretaris", "kadis"}),
            ("sekretaris", {"kadis"}),
            ("petugas", {"sekretaris", "kadis"}),
        ):
            pengaduan = self.kasus("tidak_tahu", 7)
            self.tetapkan("kadis", pengaduan, pejabat)
            for login in ("pengadmin", "sekretaris", "kadis", "kabid_a", "psm_a"):
                with self.subTest(pejabat=pejabat, login=login), self.env.cr.savepoint() as titik:
                    try:
                        self.tetapkan(login, pengaduan, False)
                        dibuka = True
                    except AccessError:
                        dibuka = False
                    self.assertEqual(dibuka, login in boleh)
                    titik.rollback()

    def test_neither_another_word_nor_a_shorter_list_opens_by_the_back_door(self):
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        for isi in (
            {"pejabat": "lain"},
            {"pejabat": "kabid", "bidang_id": self.bidang_b.id},
            {"pejabat": "kabid", "bidang_id": self.bidang_a.id, "user_ids": []},
        ):
            with self.subTest(isi), self.assertRaises(AccessError), self.env.cr.savepoint():
                self.tetapkan("pengadmin", pengaduan, **isi)
        petugas = self.sebagai("pengadmin", pengaduan)
        for kolom, nilai in (
            ("terlapor_pejabat", False),
            ("tertutup_user_ids", [Command.clear()]),
            ("kabid_dilaporkan", False),
        ):
            with self.subTest(kolom), self.assertRaises(UserError), self.env.cr.savepoint():
                petugas.write({kolom: nilai})
            with self.subTest(kolom, ralat=True), self.assertRaises(UserError), self.env.cr.savepoint():
                petugas.action_ralat({kolom: nilai}, "Salah")

    def test_an_opened_desk_gets_its_case_back(self):
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        self.tetapkan("sekretaris", pengaduan, False, alasan="Salah orang")
        self.assertEqual(pengaduan.desk_user_id, self.orang["kabid_a"])
        self.assertTrue(self.sebagai("kabid_a", pengaduan).has_access("read"))

    def test_a_person_is_closed_in_every_hat_also_a_later_one(self):
        pengaduan = self.kasus("sekretaris", 6)
        self.tugaskan(self.orang["sekretaris"], "kepala_dinas", jenis="plh")
        self.buta("sekretaris", pengaduan)
        self.assertEqual(pengaduan.desk_user_id, self.orang["kadis"])
        self.assertFalse(
            self.env["dpmd.dokumen"].with_user(self.orang["sekretaris"]).search([("menunggu_saya", "=", True)])
        )
        dua = self.kasus("lain", 6)
        self.tetapkan("kadis", dua, "lain", user_ids=self.orang["kabid_a"].ids)
        self.langkah_6(dua)
        self.assertEqual(dua.desk_jabatan, "sekretaris_dinas", "its only holder is reported")
        self.buta("kabid_a", dua)
        self.tugaskan(self.orang["kabid_b"], "kepala_bidang", self.bidang_a, jenis="plh")
        dua._isi_meja()
        self.assertEqual(dua._meja_terbuka("kepala_bidang"), "kepala_bidang", "another person may act at that desk")

    def test_a_plh_at_the_reported_desk_does_not_act_for_his_chief(self):
        pengaduan = self.kasus("kabid", 7, self.bidang_a)
        self.tugaskan(self.orang["kabid_b"], "kepala_bidang", self.bidang_a, jenis="plh")
        self.env["dpmd.pengaduan"]._segarkan_meja(self.company)
        self.assertEqual(pengaduan.desk_jabatan, "sekretaris_dinas")
        self.assertFalse(self.sebagai("kabid_b", pengaduan).has_access("read"))

    def test_a_plh_does_not_bear_what_his_chief_is_reported_for(self):
        self.tugaskan(self.orang["sekretaris"], "kepala_dinas", jenis="plh")
        pengaduan = self.kasus("kadis")
        self.assertEqual(pengaduan.tertutup_user_ids, self.orang["kadis"])
        self.assertTrue(self.sebagai("sekretaris", pengaduan).has_access("read"))

    def test_reported_pelaksana_loses_the_case_to_another(self):
        pengaduan = self.kasus("tidak_tahu", 8)
        self.tetapkan("kadis", pengaduan, "lain", user_ids=self.orang["psm_a"].ids)
        self.buta("psm_a", pengaduan)
        self.assertEqual(pengaduan.desk_user_id, self.orang["kabid_a"])
        with self.assertRaisesRegex(UserError, "has no part"), self.env.cr.savepoint():
            self.sebagai("kabid_a", pengaduan).action_alih_pelaksana(self.orang["psm_a"].id, "Kembali")
        self.sebagai("kabid_a", pengaduan).action_alih_pelaksana(self.orang["psm_a2"].id, "Terlapor")
        self.assertEqual(pengaduan.desk_user_id, self.orang["psm_a2"])

    def test_a_called_meeting_goes_on_without_its_reported_chair(self):
        pengaduan = self.kasus("tidak_tahu", 10)
        rapat = pengaduan.rapat_ids
        acara = rapat.event_id
        self.assertIn(self.orang["kabid_a"].partner_id, acara.partner_ids)
        self.tetapkan("sekretaris", pengaduan, "kabid", bidang_id=self.bidang_a.id)
        self.assertEqual(rapat.pimpinan_user_id, self.orang["sekretaris"])
        self.assertFalse(rapat.peserta_ids.user_id, "heard as a party, by name")
        self.assertNotIn(self.orang["kabid_a"].partner_id, acara.partner_ids)
        self.buta("kabid_a", pengaduan)

    def test_a_paper_that_waits_for_the_closed_desk_is_handed_up_to_the_next(self):
        self.env["dpmd.instansi"]._milik(self.company).ttd_undangan = "kepala_bidang"
        pengaduan = self.kasus("tidak_tahu", 9)
        self.buat_rapat(pengaduan)
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        self.assertEqual(pengaduan.desk_user_id, self.orang["kabid_a"])
        self.tetapkan("kadis", pengaduan, "kabid", bidang_id=self.bidang_a.id)
        self.assertFalse(pengaduan._naskah_diajukan())
        self.assertEqual(pengaduan.desk_user_id, self.orang["psm_a"])
        self.sebagai("psm_a", pengaduan).action_ajukan_undangan()
        self.sahkan("sekretaris", pengaduan)
        self.assertEqual(pengaduan.langkah, 10)

    def test_a_report_on_its_way_up_starts_anew_without_his_paraf(self):
        pengaduan = self.kasus("tidak_tahu", 14)
        self.tetapkan("kadis", pengaduan, "kabid", bidang_id=self.bidang_a.id)
        self.assertEqual(pengaduan.langkah, 12, "what it prints has changed")
        self.sebagai("psm_a", pengaduan).action_ajukan_laporan()
        self.assertEqual(pengaduan.langkah, 14)

    def test_whoever_reports_himself_out_is_sent_home(self):
        pengaduan = self.kasus("kabid", 6, self.bidang_b)
        layar = Form(
            self.env["dpmd.terlapor.wizard"].with_user(self.orang["sekretaris"]).with_context(active_id=pengaduan.id)
        )
        layar.pejabat, layar.alasan = "sekretaris", "Saya sendiri"
        hasil = layar.save().action_tetapkan()
        self.assertEqual(hasil["res_model"], "dpmd.pengaduan")
        self.assertEqual(pengaduan.tertutup_user_ids, self.orang["kabid_b"] | self.orang["sekretaris"])
        self.buta("sekretaris", pengaduan)

    def test_the_register_book_says_that_there_is_one_and_no_more(self):
        pengaduan = self.kasus("kabid", 4, self.bidang_a)
        for login, ada in (("pengadmin", True), ("kadis", True), ("sekretaris", False)):
            with self.subTest(login=login):
                self.tetapkan("kadis", pengaduan, "sekretaris", alasan="Ternyata ini")
                env = self.env(user=self.orang[login])
                if not ada:
                    with self.assertRaisesRegex(UserError, "Nothing to print"):
                        BukuRegister(env, Domain("id", "=", pengaduan.id))
                    continue
                (baris,) = BukuRegister(env, Domain("id", "=", pengaduan.id)).baris()
                self.assertIn(TERLAPOR, baris.isi)
                self.assertFalse({PERIHAL, NAMA} & set(baris.isi))

    def test_searching_costs_nothing_more_where_nobody_is_reported(self):
        self.kasus("kabid", 4, self.bidang_a)
        Kasus = self.env["dpmd.pengaduan"].with_user(self.orang["kadis"])
        Kasus.search([])
        with self.assertQueryCount(1):
            Kasus.search_count([("perihal", "=", PERIHAL)])
