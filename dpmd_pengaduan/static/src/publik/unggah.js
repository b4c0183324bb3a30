/* Photos, letters and voice notes: looked at and made smaller on the phone, sent one by one. One that fails sinks nothing. */
(function () {
    "use strict";
    /* Longest side and JPEG quality, tried one after another until the photo is small enough for 2G. */
    const UKURAN = [[1600, 0.8], [1280, 0.65], [1024, 0.5]];
    const CUKUP_KECIL = 300 * 1024;
    const BATAS_WAKTU = 5 * 60 * 1000; /* a small photo on 2G takes minutes */
    const COBA_SENDIRI = [5, 15, 30, 60, 120]; /* seconds until a file that got lost is sent again by itself */
    /* What a file is, by how it begins; anything else the office does not take. */
    const JENIS = [
        ["foto", /^(\xff\xd8\xff|\x89PNG\r\n)/],
        ["foto", /^RIFF[^]{4}WEBP/],
        ["surat", /^%PDF-/],
        ["suara", /^(\x1aE\xdf\xa3|OggS|[^]{4}ftyp(M4A|mp4|iso))/],
    ];
    /* Lives as long as the page: what was chosen in the form is sent from the receipt. */
    const antrean = [];
    let siap = Promise.resolve(); /* one photo after another: several opened at once are too much for a small phone */

    function wadah(akar, kunci) {
        return akar.querySelector(`[data-berkas="${kunci}"]`) || akar.querySelector("[data-berkas]");
    }

    function milik(formulir) {
        return antrean.filter((satu) => formulir.contains(satu.baris));
    }

    function ubah(satu, keadaan, alasan) {
        satu.keadaan = keadaan;
        satu.baris.dataset.keadaan = keadaan;
        satu.baris.querySelector("[data-alasan]").textContent = alasan || "";
        satu.baris.querySelector(".lagi").hidden = !satu.jam;
    }

    function tampilkan(satu, akar) {
        const kotak = wadah(akar, satu.kunci);
        if (!kotak) {
            return;
        }
        const daftar = kotak.querySelector("ul");
        const lama = satu.baris;
        satu.baris = kotak.querySelector("template").content.firstElementChild.cloneNode(true);
        satu.baris.querySelector(".nama").textContent = satu.berkas.name;
        const suara = satu.baris.querySelector("audio");
        if (satu.rekaman) {
            suara.src = satu.rekaman;
        } else {
            suara.remove();
        }
        satu.baris.querySelector("[data-buang]").addEventListener("click", () => {
            clearTimeout(satu.jam);
            antrean.splice(antrean.indexOf(satu), 1);
            satu.baris.remove();
            daftar.hidden = !daftar.children.length;
            kotak.querySelector("input").focus();
        });
        satu.baris.querySelector("[data-coba]").addEventListener("click", () => {
            satu.gagal = 0;
            cobaLagi(satu);
        });
        daftar.append(satu.baris);
        daftar.hidden = false;
        ubah(satu, satu.keadaan, lama && lama.querySelector("[data-alasan]").textContent);
    }

    /* Take a file into the list under its field; whatever is wrong with it is said before it is sent. */
    function tambah(masukan, berkas, rekaman) {
        const satu = { berkas, rekaman, kunci: masukan.name, keadaan: "periksa", gagal: 0 };
        antrean.push(satu);
        tampilkan(satu, masukan.form);
        siap = siap.then(async () => ubah(satu, (await siapkan(satu, masukan.dataset.maksMb * 1024 * 1024)) || "tunggu"));
    }
    window.dpmd.tambahBerkas = tambah;

    /* Make a photo smaller; return the state that says what is wrong with a file, if anything. */
    async function siapkan(satu, maks) {
        const jenis = await jenisnya(satu.berkas);
        satu.kiriman = satu.berkas;
        if (!jenis) {
            return "jenis";
        }
        if (jenis === "foto") {
            const gambar = await muat(satu.berkas);
            if (gambar) {
                satu.kiriman = await kecilkan(satu.berkas, gambar);
            } else if (satu.berkas.type !== "image/webp") {
                return "rusak"; /* an old browser may not know WebP, but every one knows the others */
            }
        }
        return satu.kiriman.size > maks ? "besar" : "";
    }

    function baca(berkas, cara) {
        return new Promise((selesai) => {
            const pembaca = new FileReader();
            pembaca.onerror = () => selesai("");
            pembaca.onload = () => selesai(pembaca.result);
            pembaca[cara](berkas);
        });
    }

    async function jenisnya(berkas) {
        const awal = new Uint8Array((await baca(berkas.slice(0, 16), "readAsArrayBuffer")) || 0);
        const cocok = JENIS.find(([, pola]) => pola.test(String.fromCharCode(...awal)));
        /* A video begins like a sound. */
        return cocok && (cocok[0] !== "suara" || berkas.type.startsWith("audio/")) ? cocok[0] : "";
    }

    /* Return the picture, or nothing where it cannot be opened. As data: the page allows pictures from nowhere else. */
    async function muat(berkas) {
        const gambar = new Image();
        const isi = await baca(berkas, "readAsDataURL");
        return new Promise((selesai) => {
            gambar.onerror = () => selesai(null);
            gambar.onload = () => selesai(gambar);
            gambar.src = isi || "data:,";
        });
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

    /* Return the photo made smaller, as JPEG; what is small already as it is. */
    async function kecilkan(berkas, gambar) {
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
        return terkecil;
    }

    function kirim(satu, formulir) {
        const data = new FormData();
        ["csrf_token", "kode", "pesan"].forEach((nama) => {
            if (formulir.elements[nama]) {
                data.append(nama, formulir.elements[nama].value);
            }
        });
        data.append(satu.kunci, satu.kiriman, satu.berkas.name);
        const garis = satu.baris.querySelector("progress");
        return new Promise((selesai) => {
            const permintaan = new XMLHttpRequest();
            permintaan.open("POST", formulir.dataset.unggah);
            permintaan.timeout = BATAS_WAKTU;
            permintaan.responseType = "json";
            permintaan.upload.onprogress = (kabar) => (garis.value = kabar.total ? kabar.loaded / kabar.total : 0);
            permintaan.onloadend = () => {
                const jawaban = permintaan.response || {};
                if (jawaban.galat) {
                    ubah(satu, "ditolak", jawaban.galat);
                } else if (permintaan.status === 200 && "nama" in jawaban) {
                    ubah(satu, "diterima");
                    const jumlah = formulir.querySelector("[data-jumlah]");
                    if (jumlah) {
                        jumlah.textContent = jawaban.jumlah;
                    }
                } else {
                    tunda(satu, [429, 503].includes(permintaan.status), permintaan.getResponseHeader("Retry-After"));
                }
                selesai();
            };
            permintaan.send(data);
        });
    }

    /* What did not arrive is sent again by itself, later and later, and at once when somebody asks for it. */
    function tunda(satu, ramai, detik) {
        const jeda = COBA_SENDIRI[satu.gagal++];
        satu.jam = jeda && setTimeout(() => cobaLagi(satu), Math.max(jeda, Number(detik) || 0) * 1000);
        ubah(satu, ramai ? "ramai" : "putus");
    }

    function cobaLagi(satu) {
        clearTimeout(satu.jam);
        satu.jam = 0;
        if (satu.baris.isConnected) {
            ubah(satu, "tunggu");
            kirimSemua(satu.baris.closest("form"));
        }
    }

    /* Send what a form has waiting; return whether all of it has arrived. */
    async function kirimSemua(formulir) {
        await siap;
        if (!formulir.dataset.sedang) {
            formulir.dataset.sedang = "1";
            const kabar = formulir.querySelector(".sedang");
            kabar.hidden = false;
            let satu;
            while ((satu = milik(formulir).find((lain) => lain.keadaan === "tunggu"))) {
                ubah(satu, "kirim");
                await kirim(satu, formulir);
            }
            kabar.hidden = true;
            delete formulir.dataset.sedang;
        }
        return milik(formulir).every((satu) => satu.keadaan === "diterima");
    }

    /* The words of a form; the answer takes the place of the page, and files that belong to a message follow it. */
    async function kirimKata(formulir, tombol) {
        const jawaban = await window.dpmd.kirim(formulir, tombol);
        if (!window.dpmd.menentukan(jawaban)) {
            window.dpmd.katakanPutus(tombol, jawaban);
            return;
        }
        /* What has arrived stands among the messages now. */
        milik(formulir).filter((satu) => satu.keadaan === "diterima").forEach((satu) => antrean.splice(antrean.indexOf(satu), 1));
        window.dpmd.ganti(jawaban);
        const lanjutan = document.querySelector("form[data-urut=kata]");
        if (jawaban.status === 200 && lanjutan) {
            kirimSemua(lanjutan);
        }
    }

    async function saatKirim(peristiwa) {
        peristiwa.preventDefault();
        const formulir = peristiwa.target;
        const tombol = peristiwa.submitter || formulir.querySelector("[type=submit]");
        const berkas = milik(formulir);
        const urut = formulir.dataset.urut;
        const sampai = () => berkas.every((satu) => satu.keadaan === "diterima");
        if (urut === "kata" && (formulir.querySelector("textarea").value.trim() || !berkas.length)) {
            kirimKata(formulir, tombol); /* first, so that they are there whatever becomes of the files */
        } else if (!sampai() && !berkas.some((satu) => ["periksa", "tunggu"].includes(satu.keadaan))) {
            formulir.querySelector("[data-berkas] input").click();
        } else if (sampai() || (await kirimSemua(formulir))) {
            if (urut === "berkas") {
                formulir.elements.terkirim.value = berkas.length || "";
                kirimKata(formulir, tombol);
            } else if (!berkas.length) {
                formulir.querySelector("[data-berkas] input").click();
            }
        }
    }

    window.dpmd.pemasang.push((akar) => {
        akar.querySelectorAll("[data-berkas] input").forEach((masukan) => {
            masukan.required = false;
            masukan.addEventListener("change", () => {
                Array.from(masukan.files).forEach((berkas) => tambah(masukan, berkas));
                masukan.value = "";
            });
        });
        if (!akar.querySelector("[data-berkas]")) {
            return;
        }
        antrean.forEach((satu) => tampilkan(satu, akar));
        akar.querySelectorAll("form[data-unggah]").forEach((formulir) => {
            formulir.addEventListener("submit", saatKirim);
            if (!formulir.dataset.urut) {
                kirimSemua(formulir); /* what was chosen before the words were sent */
            }
        });
    });

    /* Leaving the receipt while photos are on their way would lose them. */
    window.addEventListener("beforeunload", (peristiwa) => {
        if (antrean.some((satu) => satu.jam || satu.keadaan === "kirim")) {
            peristiwa.preventDefault();
            peristiwa.returnValue = "";
        }
    });
})();
