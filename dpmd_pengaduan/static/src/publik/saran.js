/* Proposes the kind of complaint from the story: one may take it, and it never changes what was chosen. */
(function () {
    "use strict";
    const JEDA = 4000; /* ms */
    const TERPENDEK = 20; /* characters */

    window.dpmd.pemasang.push((akar) => {
        const kotak = akar.querySelector("[data-saran]");
        const cerita = akar.querySelector("textarea[name=isi]");
        if (!kotak || !cerita) {
            return;
        }
        const formulir = cerita.form;
        const terpilih = () => formulir.querySelector("[name=jenis]:checked");
        let jam;
        let terakhir = "";

        async function tanya() {
            clearTimeout(jam);
            const isi = cerita.value.trim();
            if (isi.length < TERPENDEK || isi === terakhir || terpilih()) {
                return;
            }
            terakhir = isi;
            const body = new URLSearchParams({ isi });
            try {
                tampil(await (await fetch("/pengaduan/saran", { method: "POST", body })).json());
            } catch (_galat) {
                terakhir = ""; /* no signal: asked again after the next words */
            }
        }

        function tampil({ jenis, nama, alasan }) {
            const pilihan = formulir.querySelector(`[name=jenis][value="${jenis}"]`);
            kotak.hidden = !pilihan || Boolean(terpilih());
            pilihan.closest("label").classList.toggle("disarankan", !kotak.hidden);
            kotak.querySelector("strong").textContent = nama;
            kotak.querySelector("[data-alasan]").textContent = alasan;
            kotak.querySelector("button").onclick = () => pilihan.click();
        }

        cerita.addEventListener("change", tanya);
        cerita.addEventListener("input", () => {
            clearTimeout(jam);
            jam = setTimeout(tanya, JEDA);
        });
        formulir.addEventListener("change", () => {
            kotak.hidden = kotak.hidden || Boolean(terpilih());
        });
        tanya(); /* words of a draft */
    });
})();
