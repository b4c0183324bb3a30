"""A paper that was issued is final: in the database, and byte for byte wherever it is read."""

import base64
import hashlib
import json
from unittest.mock import patch

import psycopg2
from odoo import http
from odoo.addons.dpmd_pengaduan.models.naskah.dokumen_beku import MASIH_BERUBAH
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import KantorCase
from .publik import PublikCase
from .rusak import PALSU, berkas_tertukar, tulis_paksa
from .surel import SurelMixin

PAKSA = {"force_report_rendering": True}  # a PDF, where Odoo gives HTML in tests
BERUBAH = "no longer the one"


@tagged("standard", "post_install", "-at_install")
class TestSegelNaskah(SurelMixin, PublikCase):
    """The hash of a paper is compared at every door; another file is given by none of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context=dict(cls.env.context, **PAKSA))
        cls.siapkan_surel()
        cls.orang["kadis"].group_ids |= cls.env.ref("base.group_allow_export")
        cls.pengaduan, cls.kode = cls.buat()
        cls().jalan(cls.pengaduan, 10)
        cls.naskah = {
            dokumen.jenis: dokumen for dokumen in cls.pengaduan.dokumen_ids | cls.pengaduan.pelapor_ids.dokumen_ids
        }
        cls.undangan, cls.formulir = cls.naskah["undangan"], cls.naskah["formulir"]

    def setUp(self):
        super().setUp()
        self.penampung.surat.clear()
        # Here nothing is committed, so the transaction that notes it would not find the paper.
        self.laporan = self.startPatcher(patch.object(self.registry["dpmd.dokumen"], "_laporkan"))
        self.authenticate("uji_kadis", "uji_kadis")

    # The doors, each a function that returns what it gave ------------------------------------------

    def ambil(self, url, **data):
        self.env.cr.flush()
        jawaban = self.url_open(url, data=data or None)
        return jawaban.content

    def rpc(self, model, method, *args, **kwargs):
        env = self.env(user=self.orang["kadis"], context={"lang": "en_US"})
        return call_kw(env[model], method, args, kwargs)

    def pintu(self, dokumen, sumber):
        """Return the doors of a paper that was printed from a record, by name."""
        berkas, id_ = dokumen._berkas(), dokumen.id
        konteks = json.dumps(PAKSA)
        cetak = f"dpmd_pengaduan.surat_{dokumen.jenis}"
        return {
            "print": lambda: self.sebagai("kadis", self.env["ir.actions.report"])._render_qweb_pdf(cetak, sumber.ids)[
                0
            ],
            **{
                f"/report/{bentuk}": lambda bentuk=bentuk: self.ambil(
                    f"/report/{bentuk}/{cetak}/{sumber.id}?context={konteks}"
                )
                for bentuk in ("pdf", "html", "text")
            },
            "/report/download": lambda: self.ambil(
                "/report/download",
                data=json.dumps([f"/report/pdf/{cetak}/{sumber.id}", "qweb-pdf"]),
                context=konteks,
                csrf_token=http.Request.csrf_token(self),
            ),
            "/web/content, field": lambda: self.ambil(f"/web/content/dpmd.dokumen/{id_}/pdf?filename=a.pdf"),
            "/web/content, download": lambda: self.ambil(f"/web/content/dpmd.dokumen/{id_}/pdf?download=1"),
            "/web/content, file": lambda: self.ambil(f"/web/content/{berkas.id}"),
            "/web/content, datas": lambda: self.ambil(f"/web/content/ir.attachment/{berkas.id}/datas"),
            "/web/image, field": lambda: self.ambil(f"/web/image/dpmd.dokumen/{id_}/pdf"),
            "/web/image, file": lambda: self.ambil(f"/web/image/{berkas.id}"),
            "read": lambda: base64.b64decode(self.rpc("dpmd.dokumen", "read", [id_], ["pdf"])[0]["pdf"]),
            "web_read": lambda: base64.b64decode(self.rpc("dpmd.dokumen", "web_read", [id_], {"pdf": {}})[0]["pdf"]),
            "export": lambda: base64.b64decode(self.rpc("dpmd.dokumen", "export_data", [id_], ["pdf"])["datas"][0][0]),
            "read of the file": lambda: base64.b64decode(
                self.rpc("ir.attachment", "read", [berkas.id], ["datas"])[0]["datas"]
            ),
            "raw of the file": lambda: self.rpc("ir.attachment", "read", [berkas.id], ["raw"])[0]["raw"],
        }

    def buka_pintu(self, pintu):
        """Return what a door gave; nothing where it refused."""
        self.env.invalidate_all()
        with mute_logger("odoo.addons.web.controllers.report", "odoo.http"):
            try:
                return pintu()
            except UserError as galat:
                self.assertIn(BERUBAH, str(galat))
                return str(galat).encode()

    def tertutup(self, pintu, dokumen):
        for nama, satu in pintu.items():
            self.laporan.reset_mock()
            with self.subTest(nama):
                isi = self.buka_pintu(satu)
                self.assertNotIn(PALSU, isi)
                self.assertIn(BERUBAH.encode(), isi, "refused in words")
                self.assertIn(dict(dokumen._fields["jenis"].selection)[dokumen.jenis].encode(), isi)
                self.assertNotIn(b"Siti", isi)
                self.laporan.assert_called_once()

    def test_an_untouched_paper_goes_through_every_door(self):
        for dokumen, sumber in (
            (self.undangan, self.pengaduan.rapat_ids),
            (self.formulir, self.pengaduan.pelapor_ids),
            (self.naskah["telaahan_staf"], self.pengaduan),
        ):
            asli = dokumen._berkas().raw
            self.assertEqual(hashlib.sha256(asli).hexdigest(), dokumen.sha256)
            for nama, pintu in self.pintu(dokumen, sumber).items():
                with self.subTest(nama, jenis=dokumen.jenis):
                    self.assertEqual(self.buka_pintu(pintu), asli)
        self.assertEqual(self.undangan.with_user(self.orang["kadis"]).action_unduh()["type"], "ir.actions.act_url")
        self.laporan.assert_not_called()

    def test_a_file_swapped_in_the_filestore_comes_through_no_door(self):
        pintu = self.pintu(self.undangan, self.pengaduan.rapat_ids)
        pintu["button"] = lambda: self.rpc("dpmd.dokumen", "action_unduh", [self.undangan.id])
        with berkas_tertukar(self.undangan):
            self.tertutup(pintu, self.undangan)

    def test_a_file_that_is_gone_is_refused_in_words(self):
        with berkas_tertukar(self.undangan, isi=None), mute_logger("odoo.addons.base.models.ir_attachment"):
            self.tertutup(self.pintu(self.undangan, self.pengaduan.rapat_ids), self.undangan)

    def test_a_hash_changed_by_sql_comes_through_no_door(self):
        for sidik in (hashlib.sha256(b"x").hexdigest(), None):
            tulis_paksa(self.env, "UPDATE dpmd_dokumen SET sha256 = %s WHERE id = %s", sidik, self.undangan.id)
            with self.subTest(sidik=sidik):
                self.tertutup(self.pintu(self.undangan, self.pengaduan.rapat_ids), self.undangan)

    def test_another_file_put_in_its_place_by_sql_comes_through_no_door(self):
        lain = self.env["ir.attachment"].create({"name": "pdf", "raw": PALSU})
        pintu = self.pintu(self.undangan, self.pengaduan.rapat_ids)
        self.env.cr.execute(
            "UPDATE ir_attachment SET store_fname = %s, checksum = %s, file_size = %s WHERE id = %s",
            [lain.store_fname, lain.checksum, lain.file_size, self.undangan._berkas().id],
        )
        self.env.invalidate_all()
        self.tertutup(pintu, self.undangan)

    def test_what_was_refused_is_refused_again_in_the_same_request(self):
        berkas = self.undangan._berkas() | self.naskah["telaahan_staf"]._berkas()
        with berkas_tertukar(self.undangan), berkas_tertukar(self.naskah["telaahan_staf"]):
            for nama in ("raw", "datas"):
                for satu in (*berkas, *berkas):
                    with self.subTest(nama), self.assertRaisesRegex(UserError, BERUBAH):
                        satu[nama]

    def test_the_pelapor_is_not_given_another_letter(self):
        pelapor = self.pengaduan.pelapor_ids
        pelapor._tulis({"partner_id": self.orang["portal"].partner_id.id})
        self.authenticate("uji_portal", "uji_portal")
        url, data = f"/my/pengaduan/{pelapor.id}/surat", {"surat_id": str(self.formulir.id)}
        data |= self.rahasia_halaman(self.buka("/pengaduan/lacak"))
        self.assertEqual(self.url_open(url, data=data).content, self.formulir._berkas().raw)
        with berkas_tertukar(self.formulir):
            jawaban = self.url_open(url, data=data)
        self.assertEqual(jawaban.status_code, 409)
        self.assertIn(BERUBAH, jawaban.text)
        self.assertNotIn(PALSU, jawaban.content)
        self.laporan.assert_called_once()

    def test_another_paper_is_not_mailed(self):
        pelapor, rapat = self.pengaduan.pelapor_ids, self.pengaduan.rapat_ids
        for dokumen, kirim in ((self.formulir, pelapor._kirim_surat), (self.undangan, rapat._kirim_undangan)):
            with self.subTest(dokumen.jenis):
                with berkas_tertukar(dokumen), self.assertRaisesRegex(UserError, BERUBAH):
                    kirim(dokumen.sudo())
                with patch.object(self.registry["mail.mail"], "send_after_commit"):
                    kirim(dokumen.sudo())
                surel = self.env["mail.mail"].search(
                    [("attachment_ids.name", "=", f"{dokumen.jenis}.pdf"), ("state", "=", "outgoing")], limit=1
                )
                self.penampung.surat.clear()
                # What waits in the queue shares the file with the paper.
                with berkas_tertukar(dokumen), mute_logger("odoo.addons.mail.models.mail_mail"):
                    surel.send()
                    salinan = surel.attachment_ids.filtered(lambda berkas: berkas.mimetype != "text/calendar")
                    self.assertIn(BERUBAH.encode(), self.ambil(f"/web/content/{salinan.id}"))
                self.assertEqual(list(self.surat()), [])
                self.assertEqual(surel.state, "exception")
                self.assertIn(BERUBAH, surel.failure_reason)
                surel.write({"state": "outgoing"})
                surel.send()
                [(_perihal, lampiran, _pesan)] = self.surat().values()
                self.assertEqual(lampiran[f"{dokumen.jenis}.pdf"], dokumen._berkas().raw)

    def test_a_submitted_pdf_is_compared_too(self):
        dokumen = self.env["dpmd.dokumen"]._susun("telaahan_staf", self.pengaduan, self.pengaduan)
        url = f"/web/content/dpmd.dokumen/{dokumen.id}/pdf_ajuan"
        for ajuan in (b"%PDF-1.4 submitted", b"%PDF-1.4 submitted anew"):
            dokumen._tulis({"pdf_ajuan": base64.b64encode(ajuan), "sha256_ajuan": hashlib.sha256(ajuan).hexdigest()})
            self.assertEqual(dokumen._isi_pdf("pdf_ajuan"), ajuan)
            self.assertEqual(self.ambil(url), ajuan)
        dokumen._tulis({"sha256_ajuan": hashlib.sha256(b"x").hexdigest()})
        self.env.invalidate_all()
        self.assertIn(BERUBAH.encode(), self.ambil(url))
        with self.assertRaisesRegex(UserError, BERUBAH):
            dokumen._isi_pdf("pdf_ajuan")

    def test_lists_do_not_read_the_files(self):
        with berkas_tertukar(self.undangan):
            saya = self.sebagai("kadis", self.undangan).with_context(bin_size=True)
            self.assertIn("Kb", str(saya.web_read({"pdf": {}, "sha256": {}})[0]["pdf"]))
        self.laporan.assert_not_called()

    # What is shown of an issued paper ---------------------------------------------------------------

    def test_the_preview_of_an_issued_paper_is_the_issued_one(self):
        asli, cetak = self.undangan._berkas().raw, "dpmd_pengaduan.surat_undangan"
        rapat, konteks = self.pengaduan.rapat_ids, json.dumps(PAKSA)
        rapat.sudo()._tulis({"tempat": "Tempat lain sama sekali"})
        for alamat in (f"{cetak}/{rapat.id}", f"dpmd_pengaduan.report_undangan/{rapat.id}", f"{cetak}/{rapat.id},0"):
            for bentuk in ("html", "text"):
                with self.subTest(alamat, bentuk=bentuk):
                    jawaban = self.url_open(f"/report/{bentuk}/{alamat}?context={konteks}")
                    self.assertNotIn("lain sama sekali", jawaban.text)
        jawaban = self.url_open(f"/report/html/{cetak}/{rapat.id}?context={konteks}")
        self.assertEqual(jawaban.headers["Content-Type"], "application/pdf")
        self.assertEqual(jawaban.content, asli)

    def test_the_preview_needs_the_right_to_read(self):
        for login in ("psm_b", "kadis_lain", "portal"):
            self.authenticate(f"uji_{login}", f"uji_{login}")
            for bentuk in ("html", "text", "pdf"):
                with self.subTest(login=login, bentuk=bentuk), mute_logger("odoo.http"):
                    url = f"/report/{bentuk}/dpmd_pengaduan.surat_undangan/{self.pengaduan.rapat_ids.id}"
                    self.assertEqual(self.url_open(f"{url}?context={json.dumps(PAKSA)}").status_code, 403)

    def test_a_draft_is_still_previewed(self):
        jawaban = self.url_open(f"/report/html/dpmd_pengaduan.surat_daftar_hadir/{self.pengaduan.rapat_ids.id}")
        self.assertIn("text/html", jawaban.headers["Content-Type"])
        self.assertIn("Ahmad Fauzan", jawaban.text)


@tagged("standard", "post_install", "-at_install")
class TestNaskahBeku(KantorCase):
    """What the database itself refuses of a paper that is frozen, whoever asks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kasus = cls.buat()[0]

    def setUp(self):
        super().setUp()
        self.jalan(self.kasus, 10)
        self.undangan = self.kasus.dokumen_ids.filtered(lambda dokumen: dokumen.jenis == "undangan")
        self.telaah = self.kasus.dokumen_ids.filtered(lambda dokumen: dokumen.jenis == "telaahan_staf")

    def sql(self, sql, *nilai):
        self.env.flush_all()
        with mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self.env.cr.execute(sql, nilai)

    def ditolak(self, sql, *nilai):
        with self.subTest(sql), self.assertRaisesRegex(psycopg2.Error, "frozen paper"):
            self.sql(sql, *nilai)

    def test_no_column_of_a_frozen_paper_changes(self):
        """Read from the table itself, so that a column that comes later is tried too."""
        self.env.cr.execute(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'dpmd_dokumen'"
        )
        lain = {
            "integer": "COALESCE({0}, 0) + 1",
            "boolean": "NOT COALESCE({0}, false)",
            "date": "COALESCE({0}, '2020-01-01') + 1",
            "jsonb": "'[1]'",
            "timestamp without time zone": "COALESCE({0}, '2020-01-01') + interval '1 day'",
        }
        kolom = dict(self.env.cr.fetchall())
        self.assertIn("sha256_ajuan", kolom)
        for nama in sorted(kolom.keys() - set(MASIH_BERUBAH)):
            nilai = lain.get(kolom[nama], "COALESCE({0}, '') || 'x'").format(nama)
            self.ditolak(f"UPDATE dpmd_dokumen SET {nama} = {nilai} WHERE id = %s", self.undangan.id)
        for nama in ("sha256", "token", "dibekukan", "hash_isi"):
            self.ditolak(f"UPDATE dpmd_dokumen SET {nama} = NULL, state = 'batal' WHERE id = %s", self.telaah.id)
        self.ditolak("DELETE FROM dpmd_dokumen WHERE id = %s", self.undangan.id)

    def test_a_valid_paper_becomes_void_or_superseded_and_stays_so(self):
        for state in ("konsep", "diajukan", "apa saja"):
            self.ditolak("UPDATE dpmd_dokumen SET state = %s WHERE id = %s", state, self.undangan.id)
        self.ditolak("UPDATE dpmd_dokumen SET alasan_batal = 'x' WHERE id = %s", self.undangan.id)
        self.sql("UPDATE dpmd_dokumen SET state = 'batal', alasan_batal = 'Salah' WHERE id = %s", self.undangan.id)
        self.sql("UPDATE dpmd_dokumen SET state = 'diganti' WHERE id = %s", self.telaah.id)
        for dokumen in (self.undangan, self.telaah):
            for ubah in ("state = 'berlaku'", "alasan_batal = 'Lain'"):
                self.ditolak(f"UPDATE dpmd_dokumen SET {ubah} WHERE id = %s", dokumen.id)
        self.ditolak("UPDATE dpmd_dokumen SET state = 'diganti' WHERE id = %s", self.undangan.id)
        self.sql("UPDATE dpmd_dokumen SET write_uid = 1, write_date = now() WHERE id = %s", self.undangan.id)

    def test_a_draft_still_changes(self):
        dokumen = self.env["dpmd.dokumen"]._susun("telaahan_staf", self.kasus, self.kasus)
        self.sql("UPDATE dpmd_dokumen SET name = 'lain' WHERE id = %s", dokumen.id)

    def test_nothing_is_put_on_a_frozen_paper(self):
        salin = """
            INSERT INTO dpmd_pengesahan
                   (dokumen_id, pengaduan_id, company_id, jenis, nama, sebutan, waktu, cara, hash_isi)
            SELECT %s, pengaduan_id, company_id, jenis, 'Orang lain', sebutan, waktu, cara, hash_isi
              FROM dpmd_pengesahan WHERE dokumen_id = %s"""
        draf = self.env["dpmd.dokumen"]._susun("telaahan_staf", self.kasus, self.kasus)
        self.ditolak(salin, self.telaah.id, self.telaah.id)
        self.sql("UPDATE dpmd_dokumen SET state = 'batal', alasan_batal = 'Salah' WHERE id = %s", self.telaah.id)
        self.ditolak(salin, self.telaah.id, self.telaah.id)
        self.sql(salin, draf.id, self.telaah.id)
        with self.assertRaisesRegex(psycopg2.Error, "frozen paper"), mute_logger("odoo.sql_db"):
            self.env["dpmd.pengesahan"]._sahkan(self.telaah.sudo(), "paraf", penugasan=self.kasus._tugas_saya()[:1])

    def test_looks_at_an_identity_are_append_only(self):
        rahasia = self.buat("rahasia")[0]
        self.sebagai("kadis", rahasia).action_buka_identitas("Ada ancaman")
        for sql in ("UPDATE dpmd_pelapor_akses SET alasan = 'x'", "DELETE FROM dpmd_pelapor_akses"):
            with self.subTest(sql), self.assertRaisesRegex(psycopg2.Error, "append-only"):
                self.sql(sql)


@tagged("standard", "post_install", "-at_install")
class TestNaskahHak(KantorCase):
    def test_a_changed_paper_tells_nothing_to_who_may_not_read_it(self):
        pengaduan = self.jalan(self.buat("rahasia")[0], 5)
        formulir = pengaduan.pelapor_ids.dokumen_ids
        with berkas_tertukar(formulir), patch.object(self.registry["dpmd.dokumen"], "_laporkan") as laporan:
            for login in ("kadis", "psm_b", "pengawas"):
                with self.subTest(login), self.assertRaises(AccessError):
                    self.sebagai(login, formulir).read(["pdf"])
                with self.subTest(login), self.assertRaises(AccessError):
                    self.sebagai(login, formulir).action_unduh()
        laporan.assert_not_called()
