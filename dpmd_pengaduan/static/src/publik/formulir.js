/* The complaint form with a script: one part at a time, checked before it is sent, sent without losing the page. */
(function () {
    "use strict";
    const { draf, potongan } = window.dpmd;

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

    /* ------------------------------------------------------------ what is wrong, as the server would say it */

    function salahnya(formulir, syarat) {
        const { kosong, atau, pola, salah, maks } = syarat.dataset;
        if (!("value" in syarat)) {
            const isian = Array.from(syarat.querySelectorAll("input:not([type=radio], [type=checkbox])"));
            return isian.some((satu) => satu.value) || syarat.querySelector(":checked") ? "" : kosong;
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
        const isian = "value" in syarat ? syarat : syarat.querySelector("input:not([type=hidden]), textarea, select");
        (isian.hidden ? isian.previousElementSibling : isian).focus();
        syarat.closest(".isian, fieldset").scrollIntoView({ block: "center" });
    }

    /* ------------------------------------------------------------ steps */

    function pasangLangkah(formulir, mulai) {
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
            formulir.parentElement.querySelectorAll(".pembuka").forEach((kata) => (kata.hidden = nomor > 0));
            if ("periksa" in semua[nomor].dataset) {
                tulisRingkasan(formulir, semua[nomor].querySelector(".jawaban-saya"));
            }
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
            } else if (peristiwa.target.matches("[data-ubah]")) {
                const sasaran = formulir.querySelector(peristiwa.target.dataset.ubah);
                history.pushState({ langkah: semua.indexOf(sasaran.closest("fieldset")), dari: kini }, "");
                bukaDi(sasaran);
                tuju(sasaran);
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
        tampil(galat ? semua.indexOf(galat.closest("fieldset")) : semua[mulai] ? mulai : 0);
        history.replaceState({ langkah: kini }, "");
        return { semua: ikut, bukaDi, maju, kini: () => kini, terakhir: () => kini === semua.length - 1 };
    }

    /* ------------------------------------------------------------ everything once more, before it is sent */

    function jawabannya(isian) {
        if (["radio", "checkbox"].includes(isian.type)) {
            return isian.checked ? isian.labels[0].querySelector("strong, span").firstChild.textContent.trim() : "";
        }
        return isian.tagName === "SELECT" ? (isian.value && isian.selectedOptions[0].label) : isian.value.trim();
    }

    function pertanyaannya(isian) {
        const kelompok = isian.closest("[role=radiogroup]");
        return kelompok ? kelompok.querySelector(".label").textContent : isian.labels[0].firstChild.textContent.trim();
    }

    /* One block for each part that has answers, with one button that leads back to it. */
    function tulisRingkasan(formulir, daftar) {
        const contoh = daftar.querySelector("template").content.firstElementChild;
        daftar.querySelectorAll("section").forEach((lama) => lama.remove());
        formulir.querySelectorAll("fieldset[data-ringkas]:not(.lewat)").forEach((bagian) => {
            const terisi = Array.from(bagian.querySelectorAll("input, select, textarea")).filter(
                (isian) => isian.name && !["hidden", "file"].includes(isian.type) && !isian.closest(".lewat") && jawabannya(isian)
            );
            if (!terisi.length) {
                return;
            }
            const satu = contoh.cloneNode(true);
            const judul = bagian.querySelector("legend").textContent.trim();
            const ubah = satu.querySelector("[data-ubah]");
            satu.querySelector("h3").textContent = judul;
            ubah.dataset.ubah = terisi[0].id ? `#${terisi[0].id}` : `[name="${terisi[0].name}"]`;
            ubah.setAttribute("aria-label", `${ubah.textContent}: ${judul}`);
            terisi.forEach((isian) => {
                const baris = satu.querySelector("p").cloneNode();
                const tanya = pertanyaannya(isian);
                if (terisi.length > 1) {
                    const label = document.createElement("small");
                    label.textContent = tanya;
                    baris.append(label);
                }
                baris.append(jawabannya(isian));
                satu.append(baris);
            });
            satu.querySelector("p").remove();
            daftar.append(satu);
        });
    }

    /* ------------------------------------------------------------ draft and sending */

    function pasangDraf(formulir, langkah, terkirim) {
        let tunda;
        const simpan = () => {
            clearTimeout(tunda);
            tunda = 0;
            if (formulir.isConnected) {
                draf.simpan(formulir, langkah.kini(), terkirim());
            }
        };
        ["input", "change", "click"].forEach((jenis) => formulir.addEventListener(jenis, () => {
            clearTimeout(tunda);
            tunda = setTimeout(simpan, 400);
        }));
        window.addEventListener("pagehide", () => tunda && simpan());
        document.addEventListener("visibilitychange", () => tunda && document.hidden && simpan());
        return simpan;
    }

    /* What left this phone and was not answered: whoever sends exactly this again gets its receipt. */
    let terkirim = null;

    async function mintaTandaTerima() {
        const isi = new FormData();
        Object.entries({ ...terkirim.isian, token: terkirim.token }).forEach(([nama, harga]) => isi.append(nama, harga));
        return window.dpmd.ambil("/pengaduan/baru", isi);
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
            terkirim = terkirim || draf.terkirim(formulir);
            simpan();
            const jawaban = await window.dpmd.kirim(formulir, tombol);
            if (window.dpmd.menentukan(jawaban)) {
                if (jawaban.status === 422 || jawaban.status === 429) {
                    terkirim = null; /* refused, so there is no receipt of it */
                }
                window.dpmd.ganti(jawaban);
            } else {
                tombol.textContent = tombol.dataset.cobaLagi;
                window.dpmd.katakanPutus(tombol, jawaban);
            }
        });
    }

    /* The other words of a complaint that had arrived were kept with it: now its receipt, which was never seen. */
    window.dpmd.pemasang.push(async (akar) => {
        if (terkirim && akar.querySelector("[data-ditambahkan]")) {
            const jawaban = await mintaTandaTerima();
            if (jawaban.status === 200) {
                window.dpmd.ganti(jawaban);
            }
        }
    });
    window.dpmd.pemasang.push((akar) => {
        if (akar.querySelector("[data-nomor], [data-ditambahkan]")) {
            draf.buang();
        }
        if (akar.querySelector("[data-nomor]")) {
            terkirim = null;
        }
    });

    /* First of all: the lists of desa are filtered by what is chosen in them. */
    window.dpmd.pemasang.unshift((akar) => {
        const formulir = akar.querySelector("form[data-bertahap]");
        const lama = formulir && draf.pulihkan(formulir);
        if (!lama) {
            return;
        }
        terkirim = terkirim || lama.terkirim;
        formulir.dataset.mulai = lama.langkah;
        if (!formulir.querySelector(".galat")) {
            const kabar = potongan("pulih");
            kabar.querySelector("[data-buang-draf]").addEventListener("click", () => {
                formulir.remove(); /* or leaving the page would keep it once more */
                draf.buang();
                location.reload();
            });
            formulir.before(kabar);
        }
    });
    window.dpmd.pemasang.push((akar) => {
        const formulir = akar.querySelector("form[data-bertahap]");
        if (formulir) {
            lipat(formulir);
            const langkah = pasangLangkah(formulir, Number(formulir.dataset.mulai));
            pasangKirim(formulir, langkah, pasangDraf(formulir, langkah, () => terkirim));
        }
    });
})();
