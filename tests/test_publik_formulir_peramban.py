import base64

from odoo.tests import tagged

from . import pdf
from .ponsel import PonselCase
from .publik import URAIAN

TENTANG = {"nama": "Siti Marlina", "alamat": "RT 03 Muara Ritan", "telepon": "0812 3456 7890"}


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

    def test_one_part_at_a_time_and_only_when_the_one_before_is_right(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.assertEqual(self.tampak(hp), 1)
            hp.lanjut()
            self.assertEqual((self.tampak(hp), self.galat(hp)), (1, ["g-isi"]), "the story comes first")
            self.isi_formulir(hp, sampai="#f-nama")
            self.assertEqual(hp.js("document.querySelector('.kemajuan p').textContent"), "Step 8 of 10")
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
            hp.tunggu("fieldset:not([hidden])[data-periksa]")
            self.assertEqual(hp.js("document.querySelector('.kemajuan p').textContent"), "Step 8 of 9")

    def test_no_part_is_longer_than_two_screens(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            for nomor in range(1, 11):
                tinggi = hp.js("document.querySelector('main').getBoundingClientRect().height")
                self.assertLessEqual(tinggi, 2 * 740, f"part {nomor}")
                if nomor < 10:
                    self.bagian(hp, nomor)

    def bagian(self, hp, nomor):
        """Fill in one part and go on."""
        isi = {
            1: lambda: hp.ketik("#f-isi", URAIAN),
            2: lambda: self.pilih_jenis(hp),
            3: lambda: hp.js(f"document.querySelector('#f-desa').value = '{self.desa.id}'"),
            7: lambda: hp.ketuk("input[value=terbuka]"),
            8: lambda: [hp.ketik(f"#f-{kunci}", kata) for kunci, kata in TENTANG.items()],
        }
        isi.get(nomor, lambda: None)()
        hp.lanjut()

    def test_everything_is_shown_once_more_before_it_is_sent(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp, sampai=".jawaban-saya")
            kata = hp.js("document.querySelector('.jawaban-saya').innerText")
            for satu in (URAIAN, "Siti Marlina", "0812 3456 7890", self.jenis.name):
                self.assertIn(satu, kata)
            hp.ketuk(".jawaban-saya section:last-child [data-ubah]")
            hp.tunggu("fieldset:not([hidden]) #f-nama")
            self.assertEqual(hp.js("document.activeElement.id"), "f-nama")

    def test_the_page_checks_what_the_server_checks(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp, sampai="#f-nama")
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
            self.isi_formulir(hp)
            hp.js("document.querySelector('#f-email').value = 'a@example.com, b@example.com'")
            self.kirim_formulir(hp)
            hp.tunggu("#g-email")
            self.assertEqual(self.tampak(hp), 8)
            self.assertEqual(hp.js("document.querySelector('#f-nama').value"), "Siti Marlina")

    def test_words_survive_a_closed_tab_until_they_are_sent(self):
        alamat = self.base_url() + "/pengaduan/baru"
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp, sampai=".jawaban-saya")
            token = hp.js("document.querySelector('[name=token]').value")
            hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
            hp.browser.navigate_to(alamat, wait_stop=True)
            hp.tunggu("[data-buang-draf]")
            self.assertEqual(self.tampak(hp), 9, "at the part where it stood")
            self.assertEqual(hp.js("document.querySelector('#f-isi').value"), URAIAN)
            self.assertEqual(hp.js("document.querySelector('#f-desa').value"), str(self.desa.id))
            self.assertNotEqual(hp.js("document.querySelector('[name=token]').value"), token, "a form of its own")
            self.assertNotIn("persetujuan", hp.js("localStorage.getItem('dpmd.draf')"), "consent is given anew")
            hp.ketuk("[data-buang-draf]")
            hp.tunggu("fieldset:not([hidden]) #f-isi")
            hp.browser.navigate_to(alamat, wait_stop=True)
            hp.tunggu(".kemajuan")
            self.assertFalse(hp.js("document.querySelector('#f-isi').value"))
            self.isi_formulir(hp)
            self.kirim_formulir(hp)
            hp.tunggu(".kode")
            self.assertEqual(hp.js("localStorage.length"), 0)

    def test_two_tabs_with_the_same_draft_lose_neither(self):
        alamat = self.base_url() + "/pengaduan/baru"
        sebelum = self.jumlah_kasus()
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp)
            hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
            draf = hp.js("localStorage.getItem('dpmd.draf')")
            self.kirim_formulir(hp)
            hp.tunggu(".kode")
            # The other tab restored the draft before this one was sent.
            hp.js(f"localStorage.setItem('dpmd.draf', {draf!r})")
            hp.browser.navigate_to(alamat, wait_stop=True)
            hp.tunggu("[data-buang-draf]")
            hp.js("document.querySelector('#f-isi').value = 'DUA: kepala desa mengancam saya.'")
            self.kirim_formulir(hp)
            hp.tunggu("[data-nomor]:not([data-sementara])")
        self.assertEqual(self.jumlah_kasus(), sebelum + 2)
        self.assertTrue(self.env["dpmd.pelapor"].search_count([("isi_asli", "like", "DUA: kepala desa")]))

    def test_a_secret_sender_leaves_no_word_on_the_phone_unless_asked_to(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp, sampai="[name=identitas]")
            hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
            self.assertEqual(hp.js("localStorage.length"), 0, "as long as nothing is said, only the tab keeps them")
            for identitas in ("terbuka", "rahasia", "anonim"):
                hp.ketuk(f"input[value={identitas}]")
                hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
                semua = hp.js("localStorage.length + sessionStorage.length")
                self.assertEqual(semua, 1 if identitas == "terbuka" else 0, identitas)
                ditanya = hp.js("!!document.querySelector('#f-simpan').offsetParent")
                self.assertEqual(ditanya, identitas != "terbuka", identitas)
            tanya = "(() => { const e = new Event('beforeunload', {cancelable: true}); return !dispatchEvent(e); })()"
            self.assertTrue(hp.js(tanya), "unsaved words are not left without a question")
            hp.ketuk("#f-simpan")
            hp.js("new Promise((selesai) => setTimeout(selesai, 700))")
            self.assertEqual(hp.js("localStorage.length"), 1)
            self.assertFalse(hp.js(tanya))

    def hilangkan_jawaban(self, hp):
        """Let every answer get lost on its way."""
        hp.js("window.asli = fetch; window.fetch = (...a) => asli(...a).then(() => { throw new TypeError('lost'); })")

    def test_a_lost_answer_loses_nothing(self):
        sebelum = self.jumlah_kasus()
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp)
            self.hilangkan_jawaban(hp)
            self.kirim_formulir(hp)
            hp.tunggu(".putus-kirim")
            self.assertEqual(self.jumlah_kasus(), sebelum + 1)
            kabar = hp.js("document.querySelector('.putus-kirim').innerText")
            self.assertIn("could not be reached", kabar)
            self.assertNotIn("no connection", kabar, "there is one")
            self.assertEqual(hp.js("document.querySelector('[type=submit]').textContent"), "Try again")
            self.assertIn(URAIAN, hp.js("localStorage.getItem('dpmd.draf')"))
            # The tab dies; the restored draft asks for the receipt of what was sent.
            hp.browser.navigate_to(self.base_url() + "/pengaduan/baru", wait_stop=True)
            hp.tunggu("[data-buang-draf]")
            self.kirim_formulir(hp)
            hp.tunggu(".kode")
        self.assertEqual(self.jumlah_kasus(), sebelum + 1, "sent again it is the same case")

    def test_words_added_after_a_lost_answer_are_kept_with_the_complaint_and_its_receipt_is_shown(self):
        sebelum = self.jumlah_kasus()
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp, "anonim")
            self.hilangkan_jawaban(hp)
            self.kirim_formulir(hp)
            hp.tunggu(".putus-kirim")
            hp.js("window.fetch = asli")
            hp.js("document.querySelector('#f-isi').value += ' Kepala desa mengancam saya.'")
            hp.ketuk("[type=submit]")
            hp.tunggu("[formaction]")
            self.assertIn("mengancam saya", hp.js("document.querySelector('main').innerText"))
            self.assertFalse(hp.js("document.querySelector('.kode')"))
            hp.ketuk("[formaction]")
            hp.tunggu(".kode")
            kode = hp.js("document.querySelector('.kode').textContent")
        self.assertEqual(self.jumlah_kasus(), sebelum + 1)
        self.assertIn("mengancam saya", self.env["dpmd.pelapor"]._cari_kode_sudo(kode).pesan_ids.isi)

    def test_the_number_stays_on_the_phone_until_it_is_written_down(self):
        with self.ponsel("/pengaduan/baru") as hp:
            hp.tunggu(".kemajuan")
            self.isi_formulir(hp, "anonim")
            self.kirim_formulir(hp)
            hp.tunggu(".kode")
            kode = hp.js("document.querySelector('.kode').textContent")
            self.assertNotIn(kode.replace(" ", ""), hp.js("location.href"))
            for alamat in (hp.js("location.href"), self.base_url() + "/pengaduan"):
                hp.browser.navigate_to(alamat, wait_stop=True)
                hp.tunggu(".kode")
                self.assertEqual(hp.js("document.querySelector('.kode').textContent"), kode)
            hp.ketuk("[data-catat]")
            self.assertEqual(hp.js("sessionStorage.length"), 0)
            hp.browser.navigate_to(self.base_url() + "/pengaduan/lacak#" + kode.replace(" ", ""), wait_stop=True)
            hp.tunggu("#f-kode")
            self.assertEqual(hp.js("document.querySelector('#f-kode').value"), kode, "as the QR code fills it in")
            self.assertFalse(hp.js("location.hash"))
            self.assertFalse(hp.js("!!document.querySelector('.kode')"))

    def test_a_message_is_not_lost_with_its_answer(self):
        pengaduan, kode = self.buat()
        with self.ponsel("/pengaduan/lacak") as hp:
            hp.ketik("#f-kode", kode)
            hp.ketuk("button.utama")
            hp.tunggu("#f-isi_pesan")
            hp.ketik("#f-isi_pesan", "Saya diancam.")
            self.hilangkan_jawaban(hp)
            hp.ketuk("form[action$='/pesan'] [type=submit]")
            hp.tunggu(".putus-kirim")
            self.assertEqual(hp.js("document.querySelector('#f-isi_pesan').value"), "Saya diancam.")
            hp.js("window.fetch = asli")
            hp.ketuk("form[action$='/pesan'] [type=submit]")
            hp.tunggu("[role=status][data-fokus]")
        self.assertEqual(pengaduan.pelapor_ids.pesan_ids.mapped("isi"), ["Saya diancam."])

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
            self.isi_formulir(hp, "anonim", sampai="#f-berkas")
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
            hp.ketuk("input[value=anonim]")
            hp.lanjut()
            hp.lanjut()
            self.kirim_formulir(hp)
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
            self.assertEqual(terlihat, 11)
            self.assertFalse(hp.js("document.querySelector('.kemajuan')"))
