"""Bytes that are no words, and hosts that are none: the public pages answer in words, never with a 500."""

import re
import socket
from urllib.parse import quote

from odoo.addons.dpmd_pengaduan.controllers.isian import PANJANG, PILIHAN
from odoo.addons.dpmd_pengaduan.controllers.tindakan import KATA, KOLOM_UTAMA
from odoo.tests import tagged

from .publik import PublikCase

# NUL, other control characters, bytes that are no UTF-8, half of a surrogate pair.
KOTOR = "a%00%01%1B%7F%FF%C3%28%ED%A0%80b"


@tagged("standard", "post_install", "-at_install")
class TestPublikKotor(PublikCase):
    def rute(self, metode):
        """Return the paths of our pages that answer a method, as they are declared."""
        semua = self.env["ir.http"]._generate_routing_rules(sorted(self.env.registry._init_modules), converters=None)
        return [
            alamat
            for alamat, ujung in semua
            if alamat.startswith(("/pengaduan", "/my/pengaduan", "/rapat"))
            and metode in (ujung.routing["methods"] or ("GET", "POST"))
        ]

    def minta(self, alamat, host="localhost"):
        """Return the status of a page, asked for over a bare socket: no client would send such a host."""
        with self.allow_requests(all_requests=True), socket.create_connection(("127.0.0.1", self.http_port()), 60) as s:
            s.sendall(b"GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % (alamat.encode(), host.encode()))
            return int(s.makefile("rb").readline().split()[1])

    def test_dirty_bytes_in_a_path_or_a_query_are_refused_or_ignored(self):
        rute = self.rute("GET")
        self.assertGreater(len(rute), 8)
        for aturan in rute:
            bersih = re.sub(r"<[^>]*>", "1", aturan)
            for kotor in (KOTOR, KOTOR.replace("%00", ""), "/%00"):
                for alamat in {f"{bersih}{kotor}", re.sub(r"<[^>]*>", kotor, aturan)} - {aturan}:
                    with self.subTest(alamat=alamat):
                        self.assertIn(self.minta(alamat), (400, 404, 410))
            with self.subTest(alamat=aturan, letak="query"):
                query = "&".join(f"{kunci}={KOTOR}" for kunci in ("token", "kode", "peserta", "page", KOTOR))
                self.assertIn(self.minta(f"{bersih}?{query}"), (200, 303, 404, 410))

    def test_a_host_that_cannot_be_one_is_refused(self):
        for alamat in ("/pengaduan", "/pengaduan/lacak", "/pengaduan/verifikasi/x"):
            for host in ("a" * 64, "a" * 64 + ".id:80", "a" * 300, "a..id", ".id", ".."):
                with self.subTest(alamat=alamat, host=host):
                    self.assertEqual(self.minta(alamat, host), 400)
        for host in (
            "",
            "a_b.id",
            "localhost:",
            "localhost:x",
            "[::1]:80",
            "[::1",
            "é.id",
            "<script>",
            "a b",
            "a@b:1:2",
        ):
            with self.subTest(host=host):
                self.assertEqual(self.minta("/pengaduan/lacak", host), 200)

    def test_dirty_bytes_and_files_in_place_of_words_are_cleaned_or_refused(self):
        batas = [
            f"batas_{apa}_{kapan}" for apa in ("kirim", "unggah", "lacak", "verifikasi") for kapan in ("jam", "hari")
        ]
        self.env["dpmd.instansi"]._milik(self.company).write(dict.fromkeys(batas, 10_000))
        pengaduan, kode = self.buat(pelapor={"partner_id": self.orang["portal"].partner_id.id})
        pelapor = pengaduan.pelapor_ids
        rapat = self.jalan(self.buat()[0], 10).rapat_ids.sudo()
        self.authenticate("uji_portal", "uji_portal")
        sah = {
            **self.rahasia_halaman(self.buka("/pengaduan/lacak")),
            "kode": kode,
            "peserta": str(rapat.peserta_ids[0].id),
            "yakin": "1",
        }
        kolom = {*KATA, *PANJANG, *PILIHAN, "token", "ttd", "surat_id", "wakil_nama", "wakil_jabatan", "alasan"}
        kotor = dict.fromkeys(kolom, KOTOR)
        berkas = [(kunci, ("x.txt", b"1234", "text/plain")) for kunci in kolom]
        rute = self.rute("POST")
        self.assertGreater(len(rute), 9)
        for aturan in rute:
            for aksi in KOLOM_UTAMA if "<any" in aturan else ("",):
                alamat = aturan.replace("<int:pelapor_id>", str(pelapor.id)).replace("<string:token>", rapat.token)
                alamat = re.sub("<any.*>", aksi, alamat)
                for isi in ({**kotor, "%00": "%00"}, {**kotor, "kode": KOTOR, "peserta": KOTOR}):
                    with self.subTest(alamat=alamat, isi=isi):
                        data = {**{kunci: quote(nilai) for kunci, nilai in sah.items()}, **isi}
                        jawaban = self.url_open(
                            alamat,
                            data="&".join(f"{kunci}={nilai}" for kunci, nilai in data.items()),
                            headers={"Content-Type": "application/x-www-form-urlencoded"},
                        )
                        self.assertIn(jawaban.status_code, (200, 404, 410, 422))
                with self.subTest(alamat=alamat, isi="files"):
                    self.assertIn(self.url_open(alamat, data=sah, files=berkas).status_code, (200, 404, 410, 422))
        pesan = pelapor.pesan_ids.mapped("isi")
        self.assertTrue(pesan)
        self.assertFalse(re.search(r"[\x00-\x1f\x7f\ud800-\udfff]", "".join(pesan)))
