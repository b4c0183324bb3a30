/* The complaint form with a script: one part at a time, words kept on the phone, sent without losing the page. */
(function () {
    "use strict";
    const KUNCI_DRAF = "dpmd.draf";
    const UMUR_DRAF = 7 * 24 * 60 * 60 * 1000;
    const BATAS_WAKTU = 2 * 60 * 1000;
    /* Given anew each time, or not a person's words. Files and the signature are never kept. */
    const BUKAN_DRAF = ["csrf_token", "token", "ttd", "catatan_lain", "persetujuan"];

    function potongan(nama) {
        return document.querySelector(`template[data-potongan=${nama}]`).content.firstElementChild.cloneNode(true);
    }

    function nilai(formulir, nama) {
        const dipilih = formulir.querySelector(`[name="${nama}"]:checked`);
        return dipilih ? dipilih.value : "";
    }

    /* ------------------------------------------------------------ what belongs to an answer given before */

    function berlaku(formulir, bagian) {
        const [, nama, tanda, harga] = /^(\w+)([=!])(.+)$/.exec(bagian.dataset.jika);
        return harga.split("|").includes(nilai(formulir, nama)) === (tanda === "=");
    }

    function lipat(formulir) {
        formulir.querySelectorAll("[data-jika]").forEach((bagian) => {
            bagian.classList.toggle("lewat", !berlaku(formulir, bagian));
        });
    }

    /* ------------------------------------------------------------ draft */

    function bacaDraf() {
        try {
            const draf = JSON.parse(localStorage.getItem(KUNCI_DRAF));
            return draf && Date.now() - draf.waktu < UMUR_DRAF ? draf : null;
        } catch (_galat) {
            return null; /* none, or this browser keeps nothing */
        }
    }

    function buangDraf() {
        try {
            localStorage.removeItem(KUNCI_DRAF);
        } catch (_galat) {
            /* this browser keeps nothing */
        }
    }

    function isianDraf(formulir) {
        return Array.from(formulir.elements).filter(
            (isian) => isian.name && isian.type !== "file" && !BUKAN_DRAF.includes(isian.name)
        );
    }

    function simpanDraf(formulir) {
        const identitas = nilai(formulir, "identitas");
        /* Whoever stays unknown decides whether the phone may remember. */
        if (!identitas || (identitas !== "terbuka" && !formulir.querySelector("#f-simpan").checked)) {
            buangDraf();
            return;
        }
        const isian = {};
        isianDraf(formulir).forEach((satu) => {
            if (!["radio", "checkbox"].includes(satu.type) || satu.checked) {
                isian[satu.name] = satu.value;
            }
        });
        /* With the form's one-time token, so that sending again after a lost answer makes no second case. */
        const draf = { waktu: Date.now(), token: formulir.elements.token.value, isian };
        try {
            localStorage.setItem(KUNCI_DRAF, JSON.stringify(draf));
        } catch (_galat) {
            /* full, or this browser keeps nothing */
        }
    }

    function pulihkanDraf(formulir) {
        const draf = bacaDraf();
        if (!draf) {
            return;
        }
        formulir.querySelector("#f-simpan").checked = draf.isian.identitas !== "terbuka";
        if (formulir.querySelector(".galat")) {
            return; /* the server has just given back newer words */
        }
        isianDraf(formulir).forEach((satu) => {
            if (["radio", "checkbox"].includes(satu.type)) {
                satu.checked = draf.isian[satu.name] === satu.value;
            } else if (satu.name in draf.isian) {
                satu.value = draf.isian[satu.name];
            }
        });
        formulir.elements.token.value = draf.token;
        const kabar = potongan("pulih");
        kabar.querySelector("[data-buang-draf]").addEventListener("click", () => {
            formulir.remove(); /* or leaving the page would keep it once more */
            buangDraf();
            location.reload();
        });
        formulir.before(kabar);
    }

    function pasangDraf(formulir) {
        let tunda;
        const simpan = () => {
            clearTimeout(tunda);
            tunda = 0;
            if (formulir.isConnected) {
                simpanDraf(formulir);
            }
        };
        ["input", "change"].forEach((jenis) => formulir.addEventListener(jenis, () => {
            clearTimeout(tunda);
            tunda = setTimeout(simpan, 400);
        }));
        window.addEventListener("pagehide", () => tunda && simpan());
        document.addEventListener("visibilitychange", () => tunda && document.hidden && simpan());
        return simpan;
    }

    /* ------------------------------------------------------------ what is wrong, as the server would say it */

    function salahnya(formulir, syarat) {
        const { kosong, atau, pola, salah, maks } = syarat.dataset;
        if (!("value" in syarat)) {
            const tergambar = Array.from(syarat.querySelectorAll("input[type=hidden]")).some((satu) => satu.value);
            return tergambar || syarat.querySelector(":checked") ? "" : kosong;
        }
        const isi = syarat.value.trim();
        if (!isi) {
            return atau && formulir.elements[atau].value.trim() ? "" : kosong || "";
        }
        if (pola && !new RegExp(`^(?:${pola})$`).test(isi)) {
            return salah;
        }
        const panjang = Array.from(isi).length;
        if (maks && panjang > maks) {
            return formulir.dataset.panjang.replace("{maks}", maks).replace("{ada}", panjang);
        }
        return "";
    }

    function tulisGalat(syarat, kalimat) {
        const kunci = syarat.name || syarat.id.replace("f-", "");
        const lingkup = syarat.closest(".isian") || syarat;
        let pesan = document.getElementById(`g-${kunci}`);
        if (!pesan && kalimat) {
            pesan = document.createElement("p");
            pesan.className = "galat";
            pesan.id = `g-${kunci}`;
            const pilihKecamatan = syarat.previousElementSibling;
            const tempat = "value" in syarat
                ? (pilihKecamatan && pilihKecamatan.matches("select") ? pilihKecamatan : syarat)
                : syarat.querySelector(".pilihan, .centang, .ttd");
            tempat.before(pesan);
        }
        if (pesan) {
            pesan.textContent = kalimat;
            pesan.hidden = !kalimat;
        }
        lingkup.classList.toggle("salah", Boolean(kalimat));
        if ("value" in syarat) {
            kalimat ? syarat.setAttribute("aria-invalid", "true") : syarat.removeAttribute("aria-invalid");
        }
    }

    function syaratDari(bagian) {
        const syarat = Array.from(bagian.querySelectorAll("[data-kosong], [data-pola], [data-maks]"));
        return bagian.dataset.kosong ? [bagian, ...syarat] : syarat;
    }

    /* What was put right is no longer called wrong. */
    function periksaLagi(formulir, isian) {
        syaratDari(isian.closest("fieldset")).forEach((satu) => {
            const terkait = (satu.closest(".isian") || satu).contains(isian) || satu.dataset.atau === isian.name;
            const pesan = document.getElementById(`g-${satu.name || satu.id.replace("f-", "")}`);
            if (terkait && pesan && !pesan.hidden) {
                tulisGalat(satu, salahnya(formulir, satu));
            }
        });
    }

    /* Check one part; return the first element that is wrong. */
    function periksa(formulir, bagian) {
        return syaratDari(bagian).filter((satu) => {
            const kalimat = satu.closest(".lewat") ? "" : salahnya(formulir, satu);
            tulisGalat(satu, kalimat);
            return kalimat;
        })[0];
    }

    function tuju(syarat) {
        const isian = "value" in syarat ? syarat : syarat.querySelector("input:not([type=hidden])");
        (isian.hidden ? isian.previousElementSibling : isian).focus();
        syarat.closest(".isian, fieldset").scrollIntoView({ block: "center" });
    }

    /* ------------------------------------------------------------ steps */

    function pasangLangkah(formulir) {
        const semua = Array.from(formulir.querySelectorAll("fieldset"));
        const kemajuan = potongan("kemajuan");
        const titik = semua.map((bagian) => {
            const satu = document.createElement("li");
            const judul = document.createElement("span");
            judul.textContent = bagian.querySelector("legend").lastChild.textContent.trim();
            satu.append(judul);
            kemajuan.querySelector("ol").append(satu);
            return satu;
        });
        formulir.before(kemajuan);
        formulir.classList.add("bertahap");
        formulir.noValidate = true; /* a browser cannot point at what is folded away; the same is checked here */
        let kini = 0;
        const ikut = () => semua.filter((bagian) => !bagian.classList.contains("lewat"));
        const sebelah = (arah) => {
            let lain = kini + arah;
            while (semua[lain] && semua[lain].classList.contains("lewat")) {
                lain += arah;
            }
            return semua[lain] ? lain : kini;
        };

        function tampil(nomor, fokus) {
            kini = nomor;
            semua.forEach((bagian, ke) => {
                bagian.hidden = ke !== nomor;
                titik[ke].hidden = bagian.classList.contains("lewat");
                titik[ke].classList.toggle("sudah", ke < nomor);
                ke === nomor ? titik[ke].setAttribute("aria-current", "step") : titik[ke].removeAttribute("aria-current");
            });
            kemajuan.querySelector("[data-ke]").textContent = ikut().indexOf(semua[nomor]) + 1;
            kemajuan.querySelector("[data-dari]").textContent = ikut().length;
            if (fokus) {
                semua[nomor].querySelector("legend").focus({ preventScroll: true });
                kemajuan.scrollIntoView();
            }
        }

        function maju() {
            const salah = periksa(formulir, semua[kini]);
            if (salah) {
                tuju(salah);
                return;
            }
            const lanjut = sebelah(1);
            /* The phone's own back key goes one part back, not away. */
            history.pushState({ langkah: lanjut, dari: kini }, "");
            tampil(lanjut, true);
        }

        function mundur() {
            const lalu = sebelah(-1);
            if (history.state && history.state.dari === lalu) {
                history.back();
            } else {
                history.replaceState({ langkah: lalu }, "");
                tampil(lalu, true);
            }
        }

        semua.forEach((bagian, ke) => {
            bagian.querySelector("legend").tabIndex = -1;
            const arah = potongan("arah");
            if (!ke) {
                arah.querySelector("[data-mundur]").remove();
            }
            if (ke === semua.length - 1) {
                arah.querySelector("[data-maju]").replaceWith(bagian.querySelector("[type=submit]"));
            }
            bagian.append(arah);
        });
        formulir.addEventListener("click", (peristiwa) => {
            if (peristiwa.target.matches("[data-maju]")) {
                maju();
            } else if (peristiwa.target.matches("[data-mundur]")) {
                mundur();
            }
        });
        formulir.addEventListener("change", () => {
            lipat(formulir);
            tampil(kini);
        });
        ["input", "change"].forEach((jenis) => formulir.addEventListener(jenis, (peristiwa) => {
            periksaLagi(formulir, peristiwa.target);
        }));
        /* Links of the list of what is missing lead into parts that are folded away. */
        formulir.parentElement.addEventListener("click", (peristiwa) => {
            const ke = peristiwa.target.closest("a[href^='#f-']");
            const sasaran = ke && formulir.querySelector(ke.getAttribute("href"));
            if (sasaran) {
                peristiwa.preventDefault();
                bukaDi(sasaran);
                tuju(sasaran);
            }
        });
        window.addEventListener("popstate", (peristiwa) => {
            if (formulir.isConnected && peristiwa.state && "langkah" in peristiwa.state) {
                tampil(peristiwa.state.langkah, true);
            }
        });
        const bukaDi = (unsur) => tampil(semua.indexOf(unsur.closest("fieldset")));

        const galat = formulir.querySelector(".galat");
        tampil(galat ? semua.indexOf(galat.closest("fieldset")) : 0);
        history.replaceState({ langkah: kini }, "");
        return { semua: ikut, bukaDi, maju, terakhir: () => kini === semua.length - 1 };
    }

    /* ------------------------------------------------------------ sending */

    async function ambil(alamat, pilihan) {
        const batal = window.AbortController ? new AbortController() : null;
        const jam = setTimeout(() => batal && batal.abort(), BATAS_WAKTU);
        try {
            const jawaban = await fetch(alamat, { credentials: "same-origin", signal: batal && batal.signal, ...pilihan });
            return { status: jawaban.status, halaman: new DOMParser().parseFromString(await jawaban.text(), "text/html") };
        } catch (_galat) {
            return { status: 0 };
        } finally {
            clearTimeout(jam);
        }
    }

    /* Send the form; a session that ended meanwhile is begun anew, once. */
    async function kirim(formulir) {
        const jawaban = await ambil(formulir.action, { method: "POST", body: new FormData(formulir) });
        if (jawaban.status !== 400) {
            return jawaban;
        }
        const segar = await ambil(formulir.action);
        const kunci = segar.status === 200 && segar.halaman.querySelector("form.formulir [name=csrf_token]");
        if (!kunci) {
            return segar;
        }
        formulir.elements.csrf_token.value = kunci.value;
        return ambil(formulir.action, { method: "POST", body: new FormData(formulir) });
    }

    function pasangKirim(formulir, langkah, simpan) {
        const tombol = formulir.querySelector("[type=submit]");
        formulir.addEventListener("submit", async (peristiwa) => {
            peristiwa.preventDefault();
            if (!langkah.terakhir()) {
                langkah.maju(); /* the enter key, in the midst of the form */
                return;
            }
            const salah = langkah.semua().map((bagian) => periksa(formulir, bagian)).find(Boolean);
            if (salah) {
                langkah.bukaDi(salah);
                tuju(salah);
                return;
            }
            simpan();
            tombol.disabled = true;
            tombol.textContent = tombol.dataset.mengirim;
            const jawaban = await kirim(formulir);
            if (jawaban.status === 200 || jawaban.status === 422) {
                ganti(jawaban.halaman);
                return;
            }
            tombol.disabled = false;
            tombol.textContent = tombol.dataset.cobaLagi;
            const lama = formulir.querySelector(".putus-kirim");
            const kabar = lama || potongan("putus");
            kabar.classList.add("putus-kirim");
            tombol.parentElement.before(kabar);
            kabar.focus();
        });
    }

    /* Put what the server answered in the place of the form; the chosen files stay with the page. */
    function ganti(halaman) {
        const baru = document.adoptNode(halaman.querySelector("main"));
        document.querySelector("main").replaceWith(baru);
        document.title = halaman.title;
        if (baru.querySelector(".kode")) {
            buangDraf();
        }
        window.scrollTo(0, 0);
        baru.focus({ preventScroll: true });
        window.dpmd.pasang(baru);
    }

    /* First of all: the lists of desa are filtered by what is chosen in them. */
    window.dpmd.pemasang.unshift((akar) => {
        const formulir = akar.querySelector("form[data-bertahap]");
        if (formulir) {
            pulihkanDraf(formulir);
        }
    });
    window.dpmd.pemasang.push((akar) => {
        const formulir = akar.querySelector("form[data-bertahap]");
        if (formulir) {
            lipat(formulir);
            pasangKirim(formulir, pasangLangkah(formulir), pasangDraf(formulir));
        }
    });
})();
