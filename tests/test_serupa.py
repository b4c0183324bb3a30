"""Serupa: the nearest cases beside a case and at the counter, only those the reader may read, with one press to act."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import KantorCase

KOLOM = {"id", "name", "perihal", "desa", "bidang", "state", "hasil", "tanggal"}
AIR = "Pompa sumur bor rusak, pipa air bersih kampung kering sejak kemarau."


@tagged("standard", "post_install", "-at_install")
class TestSerupa(KantorCase):
    def sumur(self, sampai=1, identitas="terbuka", **isi):
        """Take a complaint about a well in, and walk it to a step."""
        isi = {"perihal": "Air bersih", "uraian": AIR, **isi}
        return self.jalan(self.buat(identitas, pengaduan=isi)[0], sampai)

    def baca_kata(self):
        self.env["dpmd.serupa"]._isi()

    def test_the_counter_gets_at_most_five_in_words(self):
        semua = [self.sumur(3) for _nomor in range(6)]
        self.sumur(3)._tulis({"alasan_tutup": "salah_catat"})
        self.buat(pengaduan={"perihal": "Seleksi perangkat", "uraian": "Ujian perangkat dilakukan tertutup."})
        self.baca_kata()
        Pengaduan = self.sebagai("pengadmin", self.env["dpmd.pengaduan"])
        hasil = Pengaduan.cari_serupa("pompa sumur bor kering", self.desa.id, self.jenis.id)
        self.assertEqual(len(hasil), 5)
        for satu in hasil:
            self.assertEqual(set(satu), KOLOM)
            kasus = Pengaduan.browse(satu["id"])
            self.assertIn(kasus.sudo(), semua)
            self.assertEqual((satu["name"], satu["perihal"], satu["state"]), (kasus.name, "Air bersih", "Kepala Dinas"))
            self.assertIn("Desa Uji", satu["desa"])
        for teks in ("", "  ", "dan yang", None, "\0", "x" * 100_000, 7):
            self.assertEqual(Pengaduan.cari_serupa(teks), [])

    def test_only_cases_the_reader_may_read_and_no_words_of_a_hidden_identity(self):
        punya = self.sumur(8)
        self.sumur(8)._tulis({"pelaksana_id": False})
        rahasia = self.buat("rahasia", pelapor={"isi_asli": AIR, "nama": "Zulkarnaen"})[0]
        self.baca_kata()
        cari = {
            login: {satu["id"] for satu in self.sebagai(login, self.env["dpmd.pengaduan"]).cari_serupa(AIR)}
            for login in ("pengadmin", "psm_a", "psm_b", "pengawas", "pengadmin_lain")
        }
        self.assertEqual(cari["psm_a"], {punya.id})
        self.assertFalse(cari["psm_b"] | cari["pengadmin_lain"])
        self.assertEqual(len(cari["pengadmin"]), 2)
        self.assertEqual(cari["pengawas"], cari["pengadmin"])
        self.assertNotIn(rahasia.id, cari["pengadmin"])
        for login in ("portal", "pegawai_biasa", "administrator"):
            with self.assertRaises(AccessError):
                self.sebagai(login, self.env["dpmd.pengaduan"]).cari_serupa(AIR)

    def test_beside_a_case_each_of_the_nearest_can_be_joined_or_called_a_duplicate(self):
        induk, selesai = self.sumur(9), self.sumur(16)
        baru, kasus = self.sumur(1), self.sumur(7)
        self.baca_kata()

        def layar(login, pengaduan):
            return {satu["id"]: satu for satu in self.sebagai(login, pengaduan).serupa_di_layar()["serupa"]}

        kabid = layar("kabid_a", kasus)
        self.assertTrue(kabid[induk.id]["gabung"])
        self.assertFalse(kabid[selesai.id]["gabung"], "its laporan is signed")
        self.assertEqual(kabid[selesai.id]["hasil"], "Proven")
        self.assertEqual(kabid[induk.id]["mirip"], "Nearly the same, same desa, same kind")
        self.assertEqual(kabid[induk.id]["duplikat"], "usul_tutup")
        self.assertEqual(layar("kadis", kasus)[induk.id]["duplikat"], "tutup")
        self.assertNotIn(baru.id, kabid, "not with the bidang")
        loket = layar("pengadmin", baru)
        self.assertEqual((loket[induk.id]["gabung"], loket[induk.id]["duplikat"]), (False, "usul_tutup"))
        self.assertFalse(any(satu["gabung"] or satu["duplikat"] for satu in layar("pengawas", kasus).values()))
        # What the button fills in is what the way takes.
        satu = kabid[induk.id]
        self.sebagai("kabid_a", kasus).action_gabung(satu["id"], satu["alasan_gabung"])
        self.assertEqual(kasus.induk_id, induk)
        self.jalan(induk, 10)
        self.assertEqual(self.sebagai("psm_a", induk).serupa_di_layar()["serupa"], [], "what becomes of it is settled")

    def test_beside_a_case_costs_the_same_for_one_like_it_and_for_five(self):
        kasus = self.sumur(7)
        biaya = []
        for jumlah in (1, 5):
            for _nomor in range(jumlah):
                self.sumur(7)
            self.baca_kata()
            kabid = self.sebagai("kabid_a", kasus)
            kabid.serupa_di_layar()
            self.env.flush_all()
            self.env.invalidate_all()
            mulai = self.env.cr.sql_log_count
            isi = kabid.serupa_di_layar()
            biaya.append((len(isi["serupa"]), self.env.cr.sql_log_count - mulai))
        self.assertEqual([banyak for banyak, _kueri in biaya], [1, 5])
        self.assertLessEqual(biaya[1][1], biaya[0][1])
        self.assertLessEqual(biaya[0][1], 24)
