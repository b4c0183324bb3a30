/* What the light pages do better with a script; each of them works without it. */
(function () {
    "use strict";
    document.documentElement.classList.add("js");

    /* Each script says what it does with a page; done at the start, and again where a page's content was exchanged. */
    const dpmd = (window.dpmd = {
        pemasang: [pasangTandaTangan, pasangKecamatan, pasangSekali, pasangCetak, pasangFokus],
        pasang(akar) {
            dpmd.pemasang.forEach((pasang) => pasang(akar));
        },
    });
    document.addEventListener("DOMContentLoaded", () => dpmd.pasang(document));

    /* Signature: finger, pen or mouse on a canvas; its picture travels in a hidden field. */
    function pasangTandaTangan(akar) {
        akar.querySelectorAll("[data-ttd]").forEach(siapkanKanvas);
    }
    function siapkanKanvas(kotak) {
        const kanvas = kotak.querySelector("canvas");
        const nilai = kotak.querySelector("input");
        const kuas = kanvas.getContext("2d");
        let menggambar = false;
        kuas.lineWidth = 4;
        kuas.lineCap = kuas.lineJoin = "round";
        kuas.strokeStyle = "#0a1f5c";
        if (nilai.value) {
            const lama = new Image();
            lama.onload = () => kuas.drawImage(lama, 0, 0, kanvas.width, kanvas.height);
            lama.src = nilai.value;
        }
        function titik(peristiwa) {
            const kotakKanvas = kanvas.getBoundingClientRect();
            return [
                ((peristiwa.clientX - kotakKanvas.left) * kanvas.width) / kotakKanvas.width,
                ((peristiwa.clientY - kotakKanvas.top) * kanvas.height) / kotakKanvas.height,
            ];
        }
        kanvas.addEventListener("pointerdown", (peristiwa) => {
            menggambar = true;
            kanvas.setPointerCapture(peristiwa.pointerId);
            kuas.beginPath();
            kuas.moveTo(...titik(peristiwa));
        });
        kanvas.addEventListener("pointermove", (peristiwa) => {
            if (menggambar) {
                kuas.lineTo(...titik(peristiwa));
                kuas.stroke();
            }
        });
        function selesai() {
            if (menggambar) {
                menggambar = false;
                nilai.value = kanvas.toDataURL("image/png");
                nilai.dispatchEvent(new Event("change", { bubbles: true }));
            }
        }
        kanvas.addEventListener("pointerup", selesai);
        kanvas.addEventListener("pointercancel", selesai);
        kotak.querySelector("[data-hapus]").addEventListener("click", () => {
            kuas.clearRect(0, 0, kanvas.width, kanvas.height);
            nilai.value = "";
        });
    }

    /* First the kecamatan, then only its desa. */
    function pasangKecamatan(akar) {
        akar.querySelectorAll("select[data-kecamatan]").forEach(dahuluiKecamatan);
    }
    function dahuluiKecamatan(desa) {
        const kelompok = Array.from(desa.querySelectorAll("optgroup"));
        if (kelompok.length < 2) {
            return;
        }
        const kecamatan = document.createElement("select");
        kecamatan.setAttribute("aria-label", desa.labels[0].firstChild.textContent.trim() + ": " + desa.dataset.kecamatan);
        kecamatan.add(new Option(desa.dataset.kecamatan + "…", ""));
        kelompok.forEach((satu) => kecamatan.add(new Option(satu.label, satu.label)));
        function saring() {
            const terpilih = desa.value;
            kelompok.forEach((satu) => satu.remove());
            kelompok.filter((satu) => satu.label === kecamatan.value).forEach((satu) => desa.append(satu));
            desa.hidden = !kecamatan.value;
            desa.value = terpilih;
            if (desa.selectedIndex < 0) {
                desa.value = "";
            }
        }
        const terpilih = desa.selectedOptions[0];
        kecamatan.value = terpilih && terpilih.value ? terpilih.parentElement.label : "";
        kecamatan.required = desa.required;
        kecamatan.addEventListener("change", saring);
        desa.before(kecamatan);
        saring();
    }

    /* One press sends once. */
    function pasangSekali(akar) {
        akar.querySelectorAll("form[data-sekali]").forEach((formulir) => {
            formulir.addEventListener("submit", (peristiwa) => {
                const tombol = peristiwa.submitter || formulir.querySelector("[type=submit]");
                /* After the browser has collected the fields, or a button's own value would be lost. */
                setTimeout(() => {
                    if (peristiwa.defaultPrevented) {
                        return; /* another script sends it */
                    }
                    formulir.querySelectorAll("[type=submit]").forEach((satu) => (satu.disabled = true));
                    tombol.textContent = tombol.dataset.mengirim || tombol.textContent;
                });
            });
        });
    }
    window.addEventListener("pageshow", (peristiwa) => {
        if (peristiwa.persisted) {
            document.querySelectorAll("[type=submit]").forEach((tombol) => (tombol.disabled = false));
        }
    });

    function pasangCetak(akar) {
        akar.querySelectorAll("[data-cetak]").forEach((tombol) => tombol.addEventListener("click", () => window.print()));
    }

    function pasangFokus(akar) {
        const fokus = akar.querySelector("[data-fokus]");
        if (fokus) {
            fokus.focus();
        }
    }
})();
