/* The receipt number stays with the phone until its owner has written it down. */
(function () {
    "use strict";
    const KUNCI = "dpmd.nomor";

    function ingat(nomor) {
        try {
            sessionStorage.setItem(KUNCI, nomor);
        } catch (_galat) {
            /* this browser keeps nothing */
        }
    }

    function ingatan() {
        try {
            return sessionStorage.getItem(KUNCI);
        } catch (_galat) {
            return null;
        }
    }

    function lupakan() {
        try {
            sessionStorage.removeItem(KUNCI);
        } catch (_galat) {
            /* nothing was kept */
        }
    }

    async function salin(nomor, tombol) {
        try {
            await navigator.clipboard.writeText(nomor);
        } catch (_galat) {
            /* an old phone, or a page without TLS */
            const pilihan = document.createRange();
            pilihan.selectNodeContents(tombol.closest("[data-nomor]").querySelector(".kode"));
            getSelection().removeAllRanges();
            getSelection().addRange(pilihan);
            document.execCommand("copy");
        }
        tombol.textContent = tombol.dataset.sudah;
    }

    /* A picture for the gallery: office, number, and the code that opens the tracking page. */
    function gambar(kotak, nomor) {
        const kanvas = document.createElement("canvas");
        kanvas.width = 720;
        kanvas.height = 960;
        const kuas = kanvas.getContext("2d");
        kuas.fillStyle = "#fff";
        kuas.fillRect(0, 0, 720, 960);
        kuas.fillStyle = "#0b5d4e";
        kuas.fillRect(0, 0, 720, 16);
        kuas.fillStyle = "#1d2421";
        kuas.textAlign = "center";
        const baris = [
            [document.querySelector(".kepala .merek").textContent, 24, 90],
            [kotak.dataset.judul, 28, 180],
            [nomor, 58, 270],
            [new Date().toLocaleString(document.documentElement.lang), 24, 330],
            [location.host + "/pengaduan/lacak", 26, 900],
        ];
        baris.forEach(([kata, tinggi, y]) => {
            kuas.font = `${tinggi > 40 ? "bold " : ""}${tinggi}px system-ui, sans-serif`;
            kuas.fillText(kata, 360, y, 680);
        });
        kuas.drawImage(kotak.querySelector(".qr"), 140, 380, 440, 440);
        kanvas.toBlob((isi) => {
            const tautan = document.createElement("a");
            tautan.href = URL.createObjectURL(isi);
            tautan.download = "nomor-tanda-terima.png";
            tautan.click();
        });
    }

    function pasangKotak(kotak, nomor) {
        kotak.addEventListener("click", (peristiwa) => {
            const tombol = peristiwa.target;
            if (tombol.matches("[data-salin]")) {
                salin(nomor, tombol);
            } else if (tombol.matches("[data-gambar]")) {
                gambar(kotak, nomor);
            } else if (tombol.matches("[data-catat]")) {
                lupakan();
                kotak.matches("[data-sementara]") ? kotak.remove() : tombol.remove();
            }
        });
    }

    window.dpmd.pemasang.push((akar) => {
        const kotak = akar.querySelector("[data-nomor]");
        if (kotak) {
            const nomor = kotak.querySelector(".kode").textContent.trim();
            ingat(nomor);
            pasangKotak(kotak, nomor);
            return;
        }
        const nomor = ingatan();
        const isi = document.querySelector("main");
        if (nomor && !isi.querySelector("[data-nomor]")) {
            const kabar = window.dpmd.potongan("nomor");
            kabar.querySelector(".kode").textContent = nomor;
            kabar.querySelector("[name=kode]").value = nomor;
            pasangKotak(kabar, nomor);
            isi.prepend(kabar);
        }
    });

    /* The code on the receipt leads here with the number behind a #, which the browser keeps to itself. */
    window.dpmd.pemasang.push((akar) => {
        const isian = akar.querySelector("#f-kode");
        const nomor = location.hash.slice(1);
        if (isian && /^\d{16}$/.test(nomor)) {
            isian.value = nomor.replace(/(\d{4})(?=\d)/g, "$1 ");
            history.replaceState(null, "", location.pathname);
            isian.form.querySelector("[type=submit]").focus();
        }
    });
})();
