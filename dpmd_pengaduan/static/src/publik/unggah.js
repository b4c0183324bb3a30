/* Photos and letters: chosen one after another, made smaller on the phone, sent one by one. One that fails sinks nothing. */
(function () {
    "use strict";
    /* Longest side and JPEG quality, tried one after another until the photo is small enough for 2G. */
    const UKURAN = [[1600, 0.8], [1280, 0.65], [1024, 0.5]];
    const CUKUP_KECIL = 300 * 1024;
    const BATAS_WAKTU = 5 * 60 * 1000; /* a small photo on 2G takes minutes */
    /* Lives as long as the page: what was chosen in the form is sent from the receipt. */
    const antrean = [];

    function wadah(akar, kunci) {
        return akar.querySelector(`[data-berkas="${kunci}"]`) || akar.querySelector("[data-berkas]");
    }

    function ubah(satu, keadaan, alasan) {
        satu.keadaan = keadaan;
        satu.baris.dataset.keadaan = keadaan;
        satu.baris.querySelector("[data-alasan]").textContent = alasan || "";
    }

    function tampilkan(satu, akar) {
        const kotak = wadah(akar, satu.kunci);
        const daftar = kotak.querySelector("ul");
        const lama = satu.baris;
        satu.baris = kotak.querySelector("template").content.firstElementChild.cloneNode(true);
        satu.baris.querySelector(".nama").textContent = satu.berkas.name;
        satu.baris.querySelector("[data-buang]").addEventListener("click", () => {
            antrean.splice(antrean.indexOf(satu), 1);
            satu.baris.remove();
            daftar.hidden = !daftar.children.length;
            kotak.querySelector("input").focus();
        });
        satu.baris.querySelector("[data-coba]").addEventListener("click", () => {
            ubah(satu, "tunggu");
            kirimSemua(satu.baris.closest("form"));
        });
        daftar.append(satu.baris);
        daftar.hidden = false;
        ubah(satu, satu.keadaan, lama && lama.querySelector("[data-alasan]").textContent);
    }

    function terimaPilihan(masukan, akar) {
        const maks = masukan.dataset.maksMb * 1024 * 1024;
        Array.from(masukan.files).forEach((berkas) => {
            /* A photo is made smaller first, so only what is sent as it is can be too large. */
            const besar = berkas.size > maks && !berkas.type.startsWith("image/");
            const satu = { berkas, kunci: masukan.name, keadaan: besar ? "besar" : "tunggu" };
            antrean.push(satu);
            tampilkan(satu, akar);
        });
        masukan.value = "";
    }

    function gambarUlang(gambar, sisi, mutu) {
        const skala = Math.min(1, sisi / Math.max(gambar.naturalWidth, gambar.naturalHeight));
        const kanvas = document.createElement("canvas");
        kanvas.width = Math.round(gambar.naturalWidth * skala);
        kanvas.height = Math.round(gambar.naturalHeight * skala);
        const kuas = kanvas.getContext("2d");
        kuas.fillStyle = "#fff"; /* JPEG knows no transparency */
        kuas.fillRect(0, 0, kanvas.width, kanvas.height);
        kuas.drawImage(gambar, 0, 0, kanvas.width, kanvas.height);
        return new Promise((selesai) => kanvas.toBlob(selesai, "image/jpeg", mutu));
    }

    /* Return the photo made smaller, as JPEG; anything else, and what is small already, as it is. */
    function kecilkan(berkas) {
        if (!berkas.type.startsWith("image/")) {
            return Promise.resolve(berkas);
        }
        return new Promise((selesai) => {
            const gambar = new Image();
            gambar.onerror = () => selesai(berkas);
            gambar.onload = async () => {
                let terkecil = berkas;
                for (const [sisi, mutu] of UKURAN) {
                    const besar = Math.max(gambar.naturalWidth, gambar.naturalHeight) > sisi;
                    if (terkecil.size <= CUKUP_KECIL && !(terkecil === berkas && besar)) {
                        break;
                    }
                    const kecil = await gambarUlang(gambar, sisi, mutu);
                    if (kecil && kecil.size < terkecil.size) {
                        terkecil = kecil;
                    }
                }
                selesai(terkecil);
            };
            /* As data, not as blob: the page allows pictures from nowhere else. */
            const pembaca = new FileReader();
            pembaca.onerror = () => selesai(berkas);
            pembaca.onload = () => (gambar.src = pembaca.result);
            pembaca.readAsDataURL(berkas);
        });
    }

    function kirim(satu, formulir) {
        const data = new FormData();
        data.append("kode", formulir.elements.kode.value);
        data.append(satu.kunci, satu.kiriman, satu.berkas.name);
        const garis = satu.baris.querySelector("progress");
        return new Promise((selesai) => {
            const permintaan = new XMLHttpRequest();
            permintaan.open("POST", formulir.dataset.unggah);
            permintaan.timeout = BATAS_WAKTU;
            permintaan.responseType = "json";
            permintaan.upload.onprogress = (kabar) => (garis.value = kabar.total ? kabar.loaded / kabar.total : 0);
            permintaan.onloadend = () => {
                const jawaban = permintaan.response;
                if (jawaban && jawaban.galat) {
                    ubah(satu, "ditolak", jawaban.galat);
                } else {
                    ubah(satu, jawaban && permintaan.status === 200 ? "diterima" : "putus");
                }
                selesai();
            };
            permintaan.send(data);
        });
    }

    async function kirimSemua(formulir) {
        if (formulir.dataset.sedang) {
            return;
        }
        formulir.dataset.sedang = "1";
        const kabar = formulir.querySelector(".sedang");
        kabar.hidden = false;
        let satu;
        while ((satu = antrean.find((lain) => lain.keadaan === "tunggu"))) {
            ubah(satu, "kirim");
            satu.kiriman = satu.kiriman || (await kecilkan(satu.berkas));
            await kirim(satu, formulir);
        }
        kabar.hidden = true;
        delete formulir.dataset.sedang;
    }

    window.dpmd.pemasang.push((akar) => {
        if (!akar.querySelector("[data-berkas]")) {
            return;
        }
        akar.querySelectorAll("[data-berkas] input").forEach((masukan) => {
            masukan.required = false;
            masukan.addEventListener("change", () => terimaPilihan(masukan, akar));
        });
        antrean.forEach((satu) => tampilkan(satu, akar));
        const formulir = akar.querySelector("form[data-unggah]");
        if (!formulir) {
            return;
        }
        formulir.addEventListener("submit", (peristiwa) => {
            peristiwa.preventDefault();
            if (antrean.some((satu) => satu.keadaan === "tunggu")) {
                kirimSemua(formulir);
            } else {
                formulir.querySelector("[data-berkas] input").click();
            }
        });
        kirimSemua(formulir);
    });

    /* Leaving the receipt while photos are on their way would lose them. */
    window.addEventListener("beforeunload", (peristiwa) => {
        if (document.querySelector("form[data-sedang]")) {
            peristiwa.preventDefault();
            peristiwa.returnValue = "";
        }
    });
})();
