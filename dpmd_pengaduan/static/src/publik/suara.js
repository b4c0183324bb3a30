/* A voice note: a minute of sound, heard again before it is sent, as a file among the others. */
(function () {
    "use strict";
    const MAKS_DETIK = 60;
    const AKHIRAN = { "audio/webm": "weba", "audio/ogg": "ogg" };
    let ke = 0;

    async function rekam(tombol, masukan) {
        let arus;
        try {
            arus = await navigator.mediaDevices.getUserMedia({ audio: true });
        } catch (_galat) {
            tombol.nextElementSibling.hidden = false;
            return null;
        }
        tombol.nextElementSibling.hidden = true;
        const alat = new MediaRecorder(arus, { audioBitsPerSecond: 24000 });
        const potong = [];
        let detik = 0;
        const jam = setInterval(() => {
            tombol.textContent = `${tombol.dataset.henti} (${(detik += 1)} / ${MAKS_DETIK})`;
            if (detik >= MAKS_DETIK) {
                alat.stop();
            }
        }, 1000);
        alat.ondataavailable = (peristiwa) => potong.push(peristiwa.data);
        alat.onstop = () => {
            clearInterval(jam);
            arus.getTracks().forEach((jalur) => jalur.stop());
            tombol.textContent = tombol.dataset.rekam;
            const jenis = alat.mimeType.split(";")[0];
            const nama = `${tombol.dataset.nama}-${(ke += 1)}.${AKHIRAN[jenis] || "m4a"}`;
            const suara = new File(potong, nama, { type: jenis });
            window.dpmd.tambahBerkas(masukan, suara, URL.createObjectURL(suara));
        };
        alat.start();
        tombol.textContent = tombol.dataset.henti;
        return alat;
    }

    window.dpmd.pemasang.push((akar) => {
        if (!window.MediaRecorder || !navigator.mediaDevices) {
            return;
        }
        akar.querySelectorAll("[data-rekam]").forEach((tombol) => {
            let alat = null;
            tombol.hidden = false;
            tombol.addEventListener("click", async () => {
                if (alat && alat.state === "recording") {
                    alat.stop();
                    return;
                }
                tombol.disabled = true;
                alat = await rekam(tombol, tombol.closest("[data-berkas]").querySelector("input"));
                tombol.disabled = false;
            });
        });
    });
})();
