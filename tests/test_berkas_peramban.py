"""On the phone: a bad file is named before it is sent, one that gets lost is sent again, a voice is recorded."""

import base64

from odoo.tests import tagged

from . import pdf
from .ponsel import PonselCase

# A microphone that hums: the browser of the tests has none.
MIKROFON = (
    "navigator.mediaDevices.getUserMedia = async () => { const c = new AudioContext();"
    " const d = c.createMediaStreamDestination(); const o = c.createOscillator(); o.connect(d); o.start();"
    " return d.stream; }"
)
# What the server answers, one after another, before it is asked for real.
JAWABAN = (
    "window.jawab = %s; window.asli = XMLHttpRequest.prototype.send; XMLHttpRequest.prototype.send = function (data) {"
    " const status = jawab.shift(); if (!status) { return asli.call(this, data); }"
    " for (const [nama, nilai] of [['status', status], ['response', null], ['getResponseHeader', () => '0']])"
    " { Object.defineProperty(this, nama, {value: nilai}); } setTimeout(() => this.onloadend()); };"
    " window.tunda = setTimeout;"
    # But the patience with an answer, which is more than a minute, stays.
    " window.setTimeout = (kerja, jeda) => tunda(kerja, jeda > 60000 ? jeda : Math.min(jeda, 50));"
)


@tagged("standard", "post_install", "-at_install")
class TestBerkasPeramban(PonselCase):
    def lacak_di(self, hp, kode):
        hp.ketik("#f-kode", kode)
        hp.ketuk("button.utama")
        hp.tunggu("form[data-urut=kata]")

    def pilih(self, hp, selektor, **berkas):
        """Choose files into a field: by name, JavaScript that makes their content; ``foto`` is a photo."""
        hp.js(
            "(async () => { const d = new DataTransfer(); const k = document.createElement('canvas');"
            " k.width = 3200; k.height = 2400; k.getContext('2d').fillRect(0, 0, 900, 900);"
            " const foto = await new Promise((s) => k.toBlob(s, 'image/png'));"
            + "".join(
                f"d.items.add(new File([{isi}], '{nama.replace('_', '.')}', {{type: '{jenis}'}}));"
                for nama, (isi, jenis) in berkas.items()
            )
            + f" const f = document.querySelector('{selektor}'); f.files = d.files;"
            " f.dispatchEvent(new Event('change', {bubbles: true})); })()"
        )

    def keadaan(self, hp):
        return hp.js("[...document.querySelectorAll('.berkas li')].map((satu) => satu.dataset.keadaan)")

    def test_what_is_wrong_with_a_file_is_said_before_it_is_sent(self):
        _pengaduan, kode = self.buat()
        with self.ponsel("/pengaduan/lacak") as hp:
            self.lacak_di(hp, kode)
            self.pilih(
                hp,
                "#f-berkas",
                video_mp4=("'\\0\\0\\0\\x18ftypmp42'", "video/mp4"),
                surat_docx=("'PK\\x03\\x04'", "application/msword"),
                foto_heic=("'\\0\\0\\0\\x18ftypheic'", "image/heic"),
                gambar_svg=("'<svg>'", "image/svg+xml"),
                rusak_jpg=("new Uint8Array([255, 216, 255, 224, 0])", "image/jpeg"),
                besar_pdf=("'%PDF-' + 'x'.repeat(11 * 1024 * 1024)", "application/pdf"),
                baik_png=("foto", "image/png"),
            )
            hp.tunggu(".berkas li:nth-child(7)[data-keadaan=tunggu]")
            self.assertEqual(self.keadaan(hp), [*["jenis"] * 4, "rusak", "besar", "tunggu"])
            tampak = hp.js("[...document.querySelectorAll('.berkas [role=status]')].map((satu) => satu.innerText)")
            self.assertEqual(tampak[0], "This kind of file is not taken. Send a photo (JPEG, PNG, WebP) or a PDF.")

    def test_words_arrive_first_and_a_lost_file_follows_by_itself(self):
        pengaduan, kode = self.buat()
        self.jalan(pengaduan, 9)
        surat = base64.b64encode(pdf.surat()).decode()
        with self.ponsel("/pengaduan/lacak") as hp:
            self.lacak_di(hp, kode)
            hp.js(JAWABAN % "[429, 503, 413]")
            hp.ketik("#f-isi_pesan", "Ini buktinya")
            isi = f"Uint8Array.from(atob('{surat}'), (c) => c.charCodeAt(0))"
            self.pilih(hp, "#f-berkas_pesan", foto_png=("foto", "image/png"), surat_pdf=(isi, "application/pdf"))
            hp.tunggu(".berkas li:nth-child(2)[data-keadaan=tunggu]")
            hp.ketuk("form[data-urut=kata] [type=submit]")
            hp.tunggu(".pesan .saya")
            hp.tunggu("[data-keadaan=diterima] + [data-keadaan=diterima]")
            self.assertEqual(hp.js("jawab.length"), 0, "429 and 503 are no refusals")
            self.assertLessEqual(hp.js("document.documentElement.scrollWidth"), 360)
        pesan = pengaduan.pelapor_ids.pesan_ids
        self.assertEqual(pesan.isi, "Ini buktinya")
        self.assertEqual(set(pesan.berkas_ids.mapped("name")), {"foto.jpg", "surat.pdf"})

    def test_where_very_many_send_it_is_said_and_a_button_tries_at_once(self):
        pengaduan, kode = self.buat()
        with self.ponsel("/pengaduan/lacak") as hp:
            self.lacak_di(hp, kode)
            hp.js(JAWABAN % "[429]")
            hp.js("window.setTimeout = (kerja, jeda) => tunda(kerja, jeda)")
            self.pilih(hp, "#f-berkas", foto_png=("foto", "image/png"))
            hp.tunggu("[data-keadaan=tunggu]")
            hp.ketuk("form[data-unggah]:not([data-urut]) [type=submit]")
            hp.tunggu("[data-keadaan=ramai]")
            self.assertEqual(
                hp.js("document.querySelector('.berkas li [role=status]').innerText.replace(/\\s+/g, ' ')"),
                "Not sent yet: very many are sending just now. It is tried again by itself.",
            )
            hp.ketuk("[data-coba]")
            hp.tunggu("[data-keadaan=diterima]")
            self.assertEqual(hp.js("document.querySelector('[data-jumlah]').textContent"), "1")
        self.assertEqual(len(pengaduan.pelapor_ids.berkas_ids), 1)

    def test_the_completed_form_sends_its_files_first(self):
        pengaduan, kode = self.buat(pelapor={"kuasa": True, "kuasa_nama": "Pak Amat"})
        self.sebagai("pengadmin", pengaduan).action_daftarkan()
        self.sebagai("pengadmin", pengaduan).action_beri_formulir()
        with self.ponsel("/pengaduan/lacak") as hp:
            self.lacak_di(hp, kode)
            self.pilih(hp, "#f-surat_kuasa", kuasa_png=("foto", "image/png"))
            hp.tunggu("[data-keadaan=tunggu]")
            hp.ketuk("form[data-urut=berkas] [type=submit]")
            hp.tunggu(".kotak.baik")
        self.assertTrue(pengaduan.pelapor_ids.surat_kuasa)
        self.assertEqual(pengaduan.desk_jabatan, "pengadministrasi_umum")

    def test_a_voice_is_recorded_heard_and_sent(self):
        pengaduan, kode = self.buat("anonim")
        self.jalan(pengaduan, 9)
        with self.ponsel("/pengaduan/lacak") as hp:
            self.lacak_di(hp, kode)
            hp.js(MIKROFON)
            hp.ketuk("form[data-urut=kata] [data-rekam]")
            hp.js("new Promise((selesai) => setTimeout(selesai, 2500))")
            hp.ketuk("form[data-urut=kata] [data-rekam]")
            hp.tunggu("[data-keadaan=tunggu] audio")
            hp.js("document.querySelector('.berkas audio').muted = true")
            self.assertTrue(hp.js("document.querySelector('.berkas audio').play().then(() => true)"), "heard before")
            hp.ketuk("form[data-urut=kata] [type=submit]")
            hp.tunggu("[data-keadaan=diterima]")
        berkas = pengaduan.pelapor_ids.pesan_ids.berkas_ids
        self.assertRecordValues(berkas, [{"name": "lampiran-1.weba", "mimetype": "audio/webm"}])
        self.assertNotIn(b"Chrome", berkas.raw)

    def test_where_the_browser_records_nothing_no_button_is_shown(self):
        _pengaduan, kode = self.buat()
        with self.ponsel("/pengaduan/lacak") as hp:
            self.lacak_di(hp, kode)
            self.assertEqual(hp.js("document.querySelectorAll('[data-rekam]:not([hidden])').length"), 2)
            hp.js("delete window.MediaRecorder; dpmd.pasang(document)")
            self.assertEqual(hp.js("document.querySelectorAll('[data-rekam]:not([hidden])').length"), 0)
