import base64

from odoo.tests import tagged

from . import pdf
from .ponsel import PonselCase
from .publik import URAIAN


@tagged("standard", "post_install", "-at_install")
class TestPublikFormulirPeramban(PonselCase):
    """The form on a phone: one part at a time, nothing lost with the tab or the connection, photos after the words."""

    def tampak(self, hp):
        """Return the number of the part that is shown; fail when it is not exactly one."""
        nomor = hp.js("[...document.querySelectorAll('fieldset')].flatMap((f, ke) => f.hidden ? [] : [ke + 1])")
        self.assertEqual(len(nomor), 1)
        return nomor[0]

    def galat(self, hp):
        return hp.js("[...document.querySelectorAll('.galat')].filter((g) => g.offsetParent).map((g) => g.id)")

    def isi_sampai_tanda_tangan(self, hp, identitas="terbuka"):
        hp.ketuk(f"input[value={identitas}]")
        hp.lanjut()
        if identitas != "anonim":
            hp.ketik("#f-nama", "Siti Marlina")
            hp.ketik("#f-alamat", "RT 03 Muara Ritan")
            hp.ketik("#f-telepon", "0812 3456 7890")
            hp.lanjut()
        hp.ketuk(f"input[name=jenis][value='{self.jenis.id}']")
        hp.js(f"document.querySelector('#f-desa').value = '{self.desa.id}'")
        hp.ketik("#f-isi", URAIAN)
        hp.lanjut()
        self.assertEqual(self.tampak(hp), 4)

    def test_one_part_at_a_time_and_only_when_the_one_before_is_right(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.assertEqual(self.tampak(hp), 1)
            hp.lanjut()
            self.assertEqual((self.tampak(hp), self.galat(hp)), (1, ["g-identitas"]))
            hp.ketuk("input[value=terbuka]")
            hp.lanjut()
            self.assertEqual(self.tampak(hp), 2)
            self.assertEqual(hp.js("document.querySelector('.kemajuan p').textContent"), "Step 2 of 5")
            self.assertEqual(hp.js("document.querySelectorAll('.kemajuan [aria-current=step]').length"), 1)
            hp.ketik("#f-nama", "Siti")
            hp.ketik("#f-email", "bukan surel")
            hp.lanjut()
            self.assertEqual(self.galat(hp), ["g-alamat", "g-email"])
            self.assertEqual(hp.js("document.activeElement.id"), "f-alamat", "the focus moves to what is wrong")
            hp.js("history.back()")
            hp.tunggu("fieldset:not([hidden])#f-identitas")
            hp.ketuk("input[value=anonim]")
            hp.lanjut()
            self.assertEqual(self.tampak(hp), 3, "an anonymous sender is not asked who they are")
            self.assertEqual(hp.js("document.querySelector('.kemajuan p').textContent"), "Step 2 of 4")
            hp.ketuk("fieldset:not([hidden]) [data-mundur]")
            hp.tunggu("fieldset:not([hidden])#f-identitas")

    def test_the_page_checks_what_the_server_checks(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            hp.ketuk("input[value=terbuka]")
            hp.lanjut()
            hp.ketuk("#f-kuasa")
            hp.lanjut()
            self.assertEqual(self.galat(hp), ["g-nama", "g-alamat", "g-telepon", "g-kuasa_nama"])
            hp.js("document.querySelector('#f-nama').value = 'x'.repeat(101)")
            hp.lanjut()
            galat = hp.js("document.querySelector('#g-nama').textContent")
            self.assertEqual(galat, "At most 100 characters; you wrote 101.")
            hp.js("document.querySelector('#f-nama').value = ''")
            hp.ketik("#f-nama", "Siti")
            self.assertNotIn("g-nama", self.galat(hp), "what was put right is no longer called wrong")

    def test_what_the_server_refuses_opens_that_part(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_sampai_tanda_tangan(hp)
            hp.js("document.querySelector('#f-email').value = 'a@example.com, b@example.com'")
            hp.lanjut()
            hp.ketuk("#f-persetujuan")
            hp.ketuk("[name=ttd_nanti]")
            hp.ketuk("[type=submit]")
            hp.tunggu("#g-email")
            self.assertEqual(self.tampak(hp), 2)
            self.assertEqual(hp.js("document.querySelector('#f-nama').value"), "Siti Marlina")

    def test_words_survive_a_closed_tab_until_they_are_sent(self):
        alamat = self.base_url() + "/pengaduan/baru"
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_sampai_tanda_tangan(hp)
            token = hp.js("document.querySelector('[name=token]').value")
            hp.browser.navigate_to(alamat, wait_stop=True)
            hp.tunggu("[data-buang-draf]")
            self.assertEqual(hp.js("document.querySelector('#f-isi').value"), URAIAN)
            self.assertEqual(hp.js("document.querySelector('#f-desa').value"), str(self.desa.id))
            self.assertEqual(hp.js("document.querySelector('[name=token]').value"), token, "sent twice is one case")
            self.assertNotIn("persetujuan", hp.js("localStorage.getItem('dpmd.draf')"), "consent is given anew")
            hp.ketuk("[data-buang-draf]")
            hp.tunggu(".kemajuan")
            hp.browser.navigate_to(alamat, wait_stop=True)
            hp.tunggu(".kemajuan")
            self.assertFalse(hp.js("document.querySelector('#f-isi').value"))
            self.isi_sampai_tanda_tangan(hp)
            hp.lanjut()
            hp.ketuk("#f-persetujuan")
            hp.ketuk("[name=ttd_nanti]")
            hp.ketuk("[type=submit]")
            hp.tunggu(".kode")
            self.assertEqual(hp.js("localStorage.length"), 0)

    def test_a_secret_sender_leaves_no_word_on_the_phone_unless_asked_to(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            for identitas in ("terbuka", "rahasia", "anonim"):
                hp.ketuk(f"input[value={identitas}]")
                hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
                self.assertEqual(hp.js("localStorage.length"), 1 if identitas == "terbuka" else 0, identitas)
                ditanya = hp.js("!!document.querySelector('#f-simpan').offsetParent")
                self.assertEqual(ditanya, identitas != "terbuka", identitas)
            hp.ketuk("#f-simpan")
            hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
            self.assertEqual(hp.js("localStorage.length"), 1)

    def test_a_lost_connection_loses_nothing(self):
        sebelum = self.jumlah_kasus()
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_sampai_tanda_tangan(hp)
            hp.lanjut()
            hp.ketuk("#f-persetujuan")
            hp.ketuk("[name=ttd_nanti]")
            # The first answer gets lost on its way, the second try finds no network.
            hp.js(
                "window.asli = fetch; window.fetch = (...a) => asli(...a).then(() => { throw new TypeError('lost'); })"
            )
            hp.ketuk("[type=submit]")
            hp.tunggu(".putus-kirim")
            self.assertEqual(self.jumlah_kasus(), sebelum + 1)
            self.assertEqual(hp.js("document.querySelector('[type=submit]').textContent"), "Try again")
            self.assertIn(URAIAN, hp.js("localStorage.getItem('dpmd.draf')"))
            hp.js("window.fetch = asli")
            hp.ketuk("[type=submit]")
            hp.tunggu(".kode")
        self.assertEqual(self.jumlah_kasus(), sebelum + 1, "sent again it is the same case")

    def test_a_session_that_ended_meanwhile_is_begun_anew(self):
        with self.ponsel("/pengaduan/baru") as hp, self.assertLogs("odoo.http", "WARNING"):
            hp.tunggu(".kemajuan")
            self.isi_sampai_tanda_tangan(hp)
            hp.lanjut()
            hp.ketuk("#f-persetujuan")
            hp.ketuk("[name=ttd_nanti]")
            hp.js("document.querySelector('[name=csrf_token]').value = 'basi'")
            hp.ketuk("[type=submit]")
            hp.tunggu(".kode")

    def pilih_foto(self, hp, *berkas):
        """Choose files, given as JavaScript expressions that make a Blob, and their names."""
        hp.js(
            "(async () => { const d = new DataTransfer();"
            " const kanvas = document.createElement('canvas'); kanvas.width = 3200; kanvas.height = 2400;"
            " kanvas.getContext('2d').fillRect(0, 0, 900, 900);"
            " const foto = await new Promise((s) => kanvas.toBlob(s, 'image/png'));"
            + "".join(f"d.items.add(new File([{isi}], '{nama}', {{type: '{jenis}'}}));" for nama, isi, jenis in berkas)
            + " const f = document.querySelector('#f-berkas'); f.files = d.files;"
            " f.dispatchEvent(new Event('change', {bubbles: true})); })()"
        )

    def test_photos_follow_the_words_one_by_one_and_a_bad_one_sinks_nothing(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_sampai_tanda_tangan(hp, "anonim")
            self.pilih_foto(hp, ("salah.png", "foto", "image/png"), ("foto.png", "foto", "image/png"))
            hp.tunggu(".berkas li:nth-child(2)")
            hp.ketuk(".berkas li:first-child [data-buang]")
            self.pilih_foto(hp, ("jahat.jpg", "'<html>'", "image/jpeg"))
            hp.tunggu(".berkas li:nth-child(2)[data-keadaan=jenis]")
            self.assertEqual(
                hp.js("[...document.querySelectorAll('.berkas .nama')].map((n) => n.textContent)"),
                ["foto.png", "jahat.jpg"],
                "photos are chosen one after another, and taken back",
            )
            hp.lanjut()
            hp.ketuk("#f-persetujuan")
            hp.ketuk("[type=submit]")
            hp.tunggu(".kode")
            kode = hp.js("document.querySelector('.kode').textContent")
            hp.tunggu("[data-keadaan=diterima] + [data-keadaan=jenis]")
            self.assertEqual(hp.js("document.querySelector('[data-jumlah]').textContent"), "1", "the receipt counts")
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360)

            surat = base64.b64encode(pdf.surat()).decode()
            # A photo that got lost on its way waits with a button; pressed, it arrives.
            hp.js(
                "window.asli = XMLHttpRequest.prototype.open;"
                " XMLHttpRequest.prototype.open = function (cara) { asli.call(this, cara, 'http://127.0.0.1:9/'); }"
            )
            self.pilih_foto(
                hp, ("dua.pdf", f"Uint8Array.from(atob('{surat}'), (c) => c.charCodeAt(0))", "application/pdf")
            )
            hp.ketuk("form[data-unggah] [type=submit]")
            hp.tunggu("[data-keadaan=putus]")
            hp.js("XMLHttpRequest.prototype.open = asli")
            hp.ketuk("[data-keadaan=putus] [data-coba]")
            hp.tunggu("li:nth-child(3)[data-keadaan=diterima]")
        berkas = self.env["dpmd.pelapor"]._cari_kode_sudo(kode).berkas_ids.sorted("id")
        self.assertEqual(berkas.mapped("mimetype"), ["image/jpeg", "application/pdf"], "the photo came shrunk, as JPEG")

    def test_the_tracking_page_sends_photos_in_the_same_way(self):
        pengaduan, kode = self.buat()
        with self.ponsel("/pengaduan/lacak") as hp:
            hp.ketik("#f-kode", kode)
            hp.ketuk("button.utama")
            hp.tunggu("form[data-unggah]")
            self.pilih_foto(hp, ("foto.png", "foto", "image/png"))
            hp.tunggu(".berkas li[data-keadaan=tunggu]")
            hp.ketuk("form[data-unggah]:not([data-urut]) [type=submit]")
            hp.tunggu("[data-keadaan=diterima]")
        self.assertEqual(pengaduan.pelapor_ids.berkas_ids.mapped("name"), ["foto.jpg"])

    def test_without_javascript_the_whole_form_is_there(self):
        with self.ponsel("/pengaduan") as hp:
            hp.browser._websocket_request("Emulation.setScriptExecutionDisabled", params={"value": True})
            hp.browser.navigate_to(self.base_url() + "/pengaduan/baru", wait_stop=True)
            hp.tunggu("fieldset")
            terlihat = hp.js(
                "[...document.querySelectorAll('fieldset, [type=submit], #f-berkas')]"
                ".filter((unsur) => unsur.offsetParent).length"
            )
            self.assertEqual(terlihat, 7)
            self.assertFalse(hp.js("document.querySelector('.kemajuan')"))
