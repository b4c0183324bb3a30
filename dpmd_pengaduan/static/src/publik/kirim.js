/* Sending without leaving the page: what was typed stays until an answer is here, and whatever went wrong is said. */
(function () {
    "use strict";
    const BATAS_WAKTU = 2 * 60 * 1000;
    const dpmd = window.dpmd;

    dpmd.potongan = function (nama) {
        return document.querySelector(`template[data-potongan=${nama}]`).content.firstElementChild.cloneNode(true);
    };

    /* Return status, page and address of an answer; status 0 where none came. */
    dpmd.ambil = async function (alamat, isi) {
        const batal = window.AbortController ? new AbortController() : null;
        const jam = setTimeout(() => batal && batal.abort(), BATAS_WAKTU);
        try {
            const jawaban = await fetch(alamat, {
                method: "POST",
                body: isi,
                credentials: "same-origin",
                signal: batal && batal.signal,
            });
            const halaman = new DOMParser().parseFromString(await jawaban.text(), "text/html");
            /* A page without our main part is somebody else's: a proxy's, or a login to the wireless network. */
            return { status: halaman.querySelector("main#isi") ? jawaban.status : 502, halaman, alamat: jawaban.url };
        } catch (_galat) {
            return { status: 0 };
        } finally {
            clearTimeout(jam);
        }
    };

    /* Whether an answer decides: anything else is our fault or the network's, and is tried again. */
    dpmd.menentukan = (jawaban) => jawaban.status >= 200 && jawaban.status < 500 && !dpmd.kalimat(jawaban);

    /* The sentence of an error page of ours. */
    dpmd.kalimat = function (jawaban) {
        const galat = jawaban.halaman && jawaban.halaman.querySelector("[data-galat]");
        return galat ? galat.textContent : "";
    };

    /* Say above the button why it was not sent. */
    dpmd.katakanPutus = function (tombol, jawaban) {
        const lama = tombol.form.querySelector(".putus-kirim");
        const kabar = lama || dpmd.potongan("putus");
        const sebab = jawaban.status ? "server" : navigator.onLine === false ? "luring" : "jauh";
        kabar.querySelectorAll("[data-sebab]").forEach((satu) => (satu.hidden = satu.dataset.sebab !== sebab));
        kabar.querySelector("[data-sebab=server]").textContent = dpmd.kalimat(jawaban) || kabar.dataset.lain;
        (tombol.closest(".arah") || tombol).before(kabar);
        kabar.focus();
    };

    /* Put what the server answered in the place of the page; chosen files stay with it. */
    dpmd.ganti = function (jawaban) {
        const baru = document.adoptNode(jawaban.halaman.querySelector("main"));
        document.querySelector("main").replaceWith(baru);
        document.title = jawaban.halaman.title;
        if (jawaban.alamat && jawaban.alamat !== location.href) {
            history.replaceState(null, "", jawaban.alamat);
        }
        window.scrollTo(0, 0);
        baru.focus({ preventScroll: true });
        dpmd.pasang(baru);
    };

    /* Send a form with the button that was pressed; return the answer. */
    dpmd.kirim = async function (formulir, tombol, alamat) {
        const kata = tombol.textContent;
        const isi = new FormData(formulir);
        if (tombol.name) {
            isi.append(tombol.name, tombol.value);
        }
        tombol.disabled = true;
        tombol.textContent = tombol.dataset.mengirim || kata;
        const jawaban = await dpmd.ambil(alamat || formulir.action, isi);
        tombol.disabled = false;
        tombol.textContent = kata;
        return jawaban;
    };

    dpmd.pemasang.push((akar) => {
        akar.querySelectorAll("form[data-kirim]").forEach((formulir) => {
            formulir.addEventListener("submit", async (peristiwa) => {
                peristiwa.preventDefault();
                const tombol = peristiwa.submitter || formulir.querySelector("[type=submit]");
                const jawaban = await dpmd.kirim(formulir, tombol, tombol.getAttribute("formaction"));
                if (!dpmd.menentukan(jawaban)) {
                    dpmd.katakanPutus(tombol, jawaban);
                    return;
                }
                dpmd.ganti(jawaban);
            });
        });
    });

    /* Words that are nowhere but in this page are not left without a question. */
    let dikirim = false;
    document.addEventListener("submit", () => {
        dikirim = true; /* a paper that is fetched, or a page without this script's help */
        setTimeout(() => (dikirim = false), 1000);
    });
    window.addEventListener("beforeunload", (peristiwa) => {
        const belum = Array.from(document.querySelectorAll("form.formulir:not([data-tersimpan]) textarea")).some(
            (satu) => satu.value.trim() && satu.value !== satu.defaultValue
        );
        if (belum && !dikirim) {
            peristiwa.preventDefault();
            peristiwa.returnValue = "";
        }
    });
})();
