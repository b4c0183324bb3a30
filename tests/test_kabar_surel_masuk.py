from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import KantorCase
from .publik import gambar
from .surel import KOTAK, SurelMasukMixin
from .test_kabar_surel import tempat_menyimpan


@tagged("standard", "post_install", "-at_install")
class TestKabarSurelMasuk(SurelMasukMixin, KantorCase):
    """Mail that comes in makes a complaint or finds its case, and nothing it says of its sender is believed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.siapkan_surel()

    def masuk(self, surat):
        """Hand a mail to Odoo's gateway; return the identities it made."""
        sebelum = self.env["dpmd.pelapor"].search([])
        self.env["mail.thread"].message_process(None, surat if isinstance(surat, bytes) else surat.as_bytes())
        self.env.flush_all()
        return self.env["dpmd.pelapor"].search([]) - sebelum

    # ------------------------------------------------------------------
    # A complaint by mail
    # ------------------------------------------------------------------

    def test_mail_makes_a_complaint_and_is_answered_with_a_number_that_opens_it(self):
        pelapor = self.masuk(self.pesan(Subject=f"Pengaduan {'panjang ' * 40}"))
        pengaduan = pelapor.pengaduan_id
        self.assertRecordValues(
            pengaduan,
            [
                {
                    "saluran": "email",
                    "identitas": "terbuka",
                    "state": "masuk",
                    "langkah": 2,
                    "company_id": self.company.id,
                }
            ],
        )
        self.assertLessEqual(len(pengaduan.perihal), 100)
        self.assertRecordValues(
            pelapor, [{"nama": "Budi Santoso", "email": "budi@example.com", "petugas_id": False, "persetujuan": False}]
        )
        self.assertIn("BLT Maret belum dibayar.", pelapor.isi_asli)
        surat = pelapor.message_ids.filtered(lambda m: m.message_type == "email")
        self.assertIn("BLT Maret belum dibayar.", surat.body)
        self.assertFalse(pengaduan.message_ids.filtered(lambda m: "BLT Maret" in m.body), "the mail is on the case")
        jawaban = self.surat()["budi@example.com"][2]
        self.assertEqual(jawaban["Reply-To"].addresses[0].addr_spec, KOTAK)
        kode = next(baris for baris in self.teks(jawaban).splitlines() if baris.replace(" ", "").isdigit())
        self.assertEqual(self.env["dpmd.pelapor"]._cari_kode_sudo(kode), pelapor)
        self.assertEqual(tempat_menyimpan(self.env.cr, kode.strip()), [])

    def test_same_mail_fetched_twice_makes_one_case(self):
        surat = self.pesan()
        self.assertEqual(len(self.masuk(surat)), 1)
        self.assertFalse(self.masuk(surat))
        self.assertEqual(len(self.surat()), 1)

    def test_another_office_gets_what_is_sent_to_it(self):
        lain = self.env["dpmd.instansi"]._milik(self.company_lain)
        lain.write({"alias_name": "aduan-lain", "alias_domain_id": self.company.alias_domain_id.id})
        self.assertEqual(self.masuk(self.pesan(To="aduan-lain@uji.example.com")).company_id, self.company_lain)

    def test_files_are_known_by_content_and_refused_ones_are_named(self):
        surat = self.pesan()
        surat.add_attachment(gambar(), "image", "jpeg", filename="foto.jpg")
        surat.add_attachment(b"MZ\x90\x00", "image", "jpeg", filename="virus.jpg")
        surat.add_attachment("<script>alert(1)</script>", subtype="html", filename="jahat.html")
        surat.add_attachment(self.pesan(isi="terusan"))
        pelapor = self.masuk(surat)
        self.assertEqual(pelapor.berkas_ids.mapped("mimetype"), ["image/jpeg"])
        isi = pelapor.message_ids.filtered(lambda m: m.message_type == "email").body
        self.assertIn("virus.jpg", isi)
        self.assertIn("jahat.html", isi)
        self.assertFalse(pelapor.message_ids.attachment_ids)

    def test_fifty_files_keep_the_first_and_name_the_others(self):
        surat = self.pesan()
        for nomor in range(50):
            foto = gambar(ukuran=(64 + nomor, 48))  # the same one twice is kept once
            surat.add_attachment(foto, "image", "jpeg", filename=f"foto{nomor:02}.jpg")
        pelapor = self.masuk(surat)
        self.assertEqual(len(pelapor.berkas_ids), 5)
        isi = pelapor.message_ids.filtered(lambda m: m.message_type == "email").body
        self.assertEqual([f"foto{n:02}.jpg" for n in range(5, 50) if f"foto{n:02}.jpg" not in isi], [])

    def test_large_file_and_long_text_lose_nothing_silently(self):
        self.instansi.maks_berkas_mb = 1
        surat = self.pesan(isi="panjang sekali " * 5000)
        surat.add_attachment(b"%PDF-1.7" + b"x" * 2**20, "application", "pdf", filename="besar.pdf")
        pelapor = self.masuk(surat)
        isi = pelapor.message_ids.filtered(lambda m: m.message_type == "email").body
        self.assertIn("besar.pdf", isi)
        self.assertGreater(len(isi), 70000)
        self.assertLess(len(pelapor.isi_asli), 25000)

    def test_scripts_and_pictures_of_an_html_mail_do_not_stay(self):
        surat = self.pesan()
        surat.set_content(
            "<p>Tolong <b>dibantu</b></p><script>alert(1)</script><img src='http://jahat.example.com/p.gif'>"
            "<a href='javascript:alert(1)' onclick='alert(1)'>sini</a>",
            subtype="html",
        )
        pelapor = self.masuk(surat)
        isi = pelapor.message_ids.filtered(lambda m: m.message_type == "email").body
        self.assertIn("dibantu", isi)
        self.assertNotRegex(isi, r"<script|<img|onclick|href=.javascript")
        self.assertNotIn("alert(1)", pelapor.isi_asli.replace("javascript:alert(1)", ""))

    def test_odd_encodings_are_read(self):
        for nomor, (kepala, isi) in enumerate(
            (
                (b"Content-Type: text/plain; charset=x-tak-ada", "Jalan rusak é".encode()),
                (b"Content-Type: text/plain; charset=us-ascii", "Jalan rusak é".encode("latin-1")),
                (
                    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                    b"!!!SmFsYW4gcnVzYWs=",
                ),
                (
                    b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                    b"Jalan rusak =00=07",
                ),
                (b"", "Jalan rusak é".encode()),
            )
        ):
            with self.subTest(kepala=kepala):
                pelapor = self.masuk(
                    b"\r\n".join(
                        (
                            b"From: budi@example.com",
                            f"To: {KOTAK}".encode(),
                            b"Subject: Jalan\xe9 =?utf-8?q?=00rusak?=",
                            f"Message-Id: <aneh-{nomor}@example.com>".encode(),
                            *([kepala] if kepala else []),
                            b"",
                            isi,
                        )
                    )
                )
                self.assertEqual(len(pelapor), 1)
                self.assertTrue(pelapor.pengaduan_id.perihal)

    def test_mail_without_words_keeps_its_file(self):
        surat = self.pesan(isi="", Subject="")
        surat.add_attachment(gambar(), "image", "jpeg", filename="foto.jpg")
        pelapor = self.masuk(surat)
        self.assertEqual(len(pelapor.berkas_ids), 1)
        self.assertTrue(pelapor.pengaduan_id.perihal)

    # ------------------------------------------------------------------
    # What makes no case and no answer
    # ------------------------------------------------------------------

    def test_machines_lists_and_our_own_mails_make_no_case_and_no_answer(self):
        for kepala in (
            {"Auto_Submitted": "auto-replied"},
            {"Auto_Submitted": "auto-generated (rejected)"},
            {"Precedence": "bulk"},
            {"X_Auto_Response_Suppress": "OOF"},
            {"List_Id": "<warga.example.com>"},
            {"Return_Path": "<>"},
            {"dari": "Mailer <mailer-daemon@example.com>"},
            {"dari": "noreply@example.com"},
            {"dari": KOTAK},
            {"dari": "dinas@example.com"},
            {"dari": "catchall@uji.example.com"},
            {"dari": "bukan alamat"},
        ):
            with self.subTest(kepala=kepala):
                self.assertFalse(self.masuk(self.pesan(**kepala)))
                self.assertFalse(self.surat())
        self.assertTrue(self.masuk(self.pesan(Auto_Submitted="no")))

    def test_one_sender_floods_in_vain(self):
        jumlah = sum(len(self.masuk(self.pesan())) for _ke in range(14))
        self.assertEqual(jumlah, 10)
        self.assertEqual(len(self.penampung.surat), 10)
        self.penampung.surat.clear()
        self.assertTrue(self.masuk(self.pesan(dari="lain@example.com")), "another sender is not held up")

    # ------------------------------------------------------------------
    # Whoever the mail says it is from
    # ------------------------------------------------------------------

    def test_from_of_staff_gains_nothing(self):
        petugas = self.orang["pengadmin"]
        pelapor = self.masuk(self.pesan(dari=petugas.email_formatted))
        self.assertFalse(pelapor.petugas_id)
        self.assertFalse(pelapor.pengaduan_id.kartu_ids.user_id)
        self.assertEqual(pelapor.pengaduan_id.kartu_ids.mapped("nomor"), [1])
        surat = pelapor.message_ids.filtered(lambda m: m.message_type == "email")
        self.assertFalse(surat.author_id)
        self.assertNotIn(petugas, surat.create_uid | pelapor.create_uid | pelapor.pengaduan_id.create_uid)

    def test_reply_under_the_name_of_staff_is_not_posted_as_staff(self):
        pengaduan = self.buat()[0]
        tulis = pengaduan.with_user(self.orang["pengadmin"]).message_post(
            body="Mohon dicek", subtype_xmlid="mail.mt_comment", message_type="comment"
        )
        self.assertFalse(
            self.masuk(
                self.pesan(
                    "Sudah dicek",
                    dari=self.orang["kadis"].email_formatted,
                    In_Reply_To=tulis.message_id,
                    To="catchall@uji.example.com",
                )
            )
        )
        balasan = pengaduan.message_ids.filtered(lambda m: "Sudah dicek" in m.body)
        self.assertEqual(len(balasan), 1, "a reply by mail to the talk on a case arrives")
        self.assertFalse(balasan.author_id)
        self.assertEqual(balasan.email_from, self.orang["kadis"].email)
        self.assertEqual(pengaduan.langkah, 2)

    def test_gateway_methods_are_not_for_people(self):
        isi = {"email_from": "x@example.com", "attachments": [], "body": "x"}
        pelapor = self.buat()[0].pelapor_ids
        for login in ("pengadmin", "kadis"):
            for panggil in (
                lambda p: p.message_new(dict(isi), {"company_id": self.company.id}),
                lambda p: p.message_update(dict(isi)),
            ):
                with self.assertRaisesRegex(Exception, "gateway"):
                    panggil(self.sebagai(login, pelapor))

    # ------------------------------------------------------------------
    # Replies
    # ------------------------------------------------------------------

    def test_reply_to_our_mail_is_kept_with_the_identity_and_put_before_the_officer(self):
        pengaduan, kode = self.buat(identitas="rahasia")
        pelapor = pengaduan.pelapor_ids
        pelapor._kirim_tanda_terima(kode)
        kami = self.surat()["siti@example.com"][2]
        surat = self.pesan("Ini tambahan saya", dari="Siti Marlina <siti@example.com>", In_Reply_To=kami["Message-Id"])
        surat.add_attachment(gambar(), "image", "jpeg", filename="rumah siti.jpg")
        self.assertFalse(self.masuk(surat))
        self.assertIn("Ini tambahan saya", str(pelapor.message_ids.mapped("body")))
        self.assertEqual(pelapor.berkas_ids.mapped("name"), ["lampiran-1.jpg"])
        self.assertNotIn("tambahan", str(pengaduan.message_ids.mapped("body")))
        kegiatan = pengaduan.activity_ids.filtered(
            lambda k: k.activity_type_id == self.env.ref("dpmd_pengaduan.activity_pesan")
        )
        self.assertEqual(kegiatan.user_id, self.orang["pengadmin"])
        self.assertEqual(pelapor.pesan_ids.isi, "Ini tambahan saya")
        self.assertNotRegex(f"{kegiatan.summary}{kegiatan.note or ''}", "(?i)siti|tambahan|@")
        self.assertFalse(self.surat(), "a reply is not answered by a machine")

    def test_number_in_the_subject_leads_nowhere(self):
        pengaduan = self.jalan(self.buat()[0], 3)
        pelapor = self.masuk(self.pesan("Tolong", Subject=f"Re: {pengaduan.name}"))
        self.assertEqual(len(pelapor), 1)
        self.assertNotEqual(pelapor.pengaduan_id, pengaduan)

    def test_reply_to_an_undangan_goes_to_the_case_and_of_the_pelapor_to_the_identity(self):
        pengaduan = self.jalan(self.buat(identitas="rahasia")[0], 9)
        self.buat_rapat(pengaduan).peserta_ids[1].write({"nama": "Warga", "email": "siti@example.com"})
        self.undang(pengaduan)
        surat = self.surat()
        for alamat, teks in (("uji_kabid_a@example.com", "Saya hadir"), ("siti@example.com", "Saya tidak bisa")):
            self.assertFalse(self.masuk(self.pesan(teks, dari=alamat, In_Reply_To=surat[alamat][2]["Message-Id"])))
        di_kasus = str(pengaduan.message_ids.mapped("body"))
        self.assertIn("Saya hadir", di_kasus)
        self.assertNotIn("tidak bisa", di_kasus)
        self.assertIn("tidak bisa", str(pengaduan.pelapor_ids.message_ids.mapped("body")))

    def test_out_of_office_to_our_mail_is_left_out(self):
        pelapor = self.buat()[0].pelapor_ids
        pelapor._kabari("Ada kabar.")
        kami = self.surat()["siti@example.com"][2]
        sebelum = pelapor.message_ids
        self.masuk(
            self.pesan(
                "Saya cuti", dari="siti@example.com", In_Reply_To=kami["Message-Id"], Auto_Submitted="auto-replied"
            )
        )
        self.assertEqual(pelapor.message_ids, sebelum)

    def test_file_after_the_form_is_complete_stays_with_its_message_until_the_answer(self):
        pengaduan = self.jalan(self.buat()[0], 4)
        pengaduan.pelapor_ids._kabari("Ada kabar.")
        kami = self.surat()["siti@example.com"][2]
        surat = self.pesan("Foto menyusul", dari="siti@example.com", In_Reply_To=kami["Message-Id"])
        surat.add_attachment(gambar(), "image", "jpeg", filename="menyusul.jpg")
        self.masuk(surat)
        pelapor = pengaduan.pelapor_ids
        self.assertFalse(pelapor.berkas_ids)
        self.assertEqual(pelapor.pesan_ids.berkas_ids.mapped("name"), ["menyusul.jpg"])
        self.assertTrue(pengaduan.ada_pesan)
        pengaduan.sudo()._tulis({"state": "selesai"})
        surat = self.pesan("Satu lagi", dari="siti@example.com", In_Reply_To=kami["Message-Id"])
        surat.add_attachment(gambar("PNG"), "image", "png", filename="terlambat.png")
        self.masuk(surat)
        self.assertEqual(len(pelapor.pesan_ids), 2)
        self.assertEqual(len(pelapor.pesan_ids.berkas_ids), 1)
        self.assertIn("terlambat.png", str(pelapor.message_ids.mapped("body")))

    def balasan_undangan(self, pengaduan):
        """Return a reply of the outside invitee to the undangan of a case at step 9, with a photo and a page."""
        self.buat_rapat(pengaduan)
        self.penampung.surat.clear()
        self.undang(pengaduan)
        kami = self.surat()["kades@example.com"][2]
        surat = self.pesan("Terlampir.", dari="kades@example.com", In_Reply_To=kami["Message-Id"])
        surat.add_attachment(gambar(), "image", "jpeg", filename="balai desa.jpg")
        surat.add_attachment("<script>alert(1)</script>", subtype="html", filename="jahat.html")
        return surat

    def test_files_of_a_reply_to_a_case_are_cleaned_and_kept_as_evidence(self):
        for identitas, nama in (("terbuka", "balai desa.jpg"), ("rahasia", "lampiran-1.jpg")):
            pengaduan = self.jalan(self.buat(identitas=identitas)[0], 9)
            self.masuk(self.balasan_undangan(pengaduan))
            pesan = pengaduan.message_ids.filtered(lambda m: m.message_type == "email")
            berkas = pesan.attachment_ids
            self.assertRecordValues(
                berkas,
                [
                    {
                        "name": nama,
                        "mimetype": "image/jpeg",
                        "res_model": "dpmd.pengaduan",
                        "res_id": pengaduan.id,
                        "create_uid": self.env.ref("base.user_root").id,
                    }
                ],
            )
            self.assertIn("jahat.html", pesan.body)
            for login in ("psm_a", "kabid_a", "kadis", "pengadmin"):
                for panggil in (self.sebagai(login, berkas).unlink, lambda b=berkas: b.write({"raw": b"palsu"})):
                    with self.subTest(login=login), self.assertRaises(UserError):
                        panggil()

    def test_files_of_a_reply_to_a_closed_case_are_named_and_not_kept(self):
        pengaduan = self.jalan(self.buat()[0], 9)
        surat = self.balasan_undangan(pengaduan)
        self.sebagai("kadis", pengaduan).action_tutup("dicabut", "Dicabut")
        self.masuk(surat)
        pesan = pengaduan.message_ids.filtered(lambda m: m.message_type == "email")
        self.assertFalse(pesan.attachment_ids)
        self.assertIn("balai desa.jpg", pesan.body)
