/* A voice note: a minute of sound, heard again before it is sent. */
(function () {
    "use strict";
    const MAKS = 60;
    const AKHIRAN = { "audio/webm": "weba", "audio/ogg": "ogg" };
    let ke = 0;

    async function rekam(tombol, masukan) {
        const arus = await navigator.mediaDevices.getUserMedia({ audio: true });
        const alat = new MediaRecorder(arus, { audioBitsPerSecond: 24000 });
        const potong = [];
        let detik = 0;
        const jam = setInterval(() => {
            tombol.textContent = `${tombol.dataset.henti} (${(detik += 1)} / ${MAKS})`;
            if (detik >= MAKS) {
                alat.stop();
            }
        }, 1000);
        alat.ondataavailable = ({ data }) => potong.push(data);
        alat.onstop = () => {
            clearInterval(jam);
            arus.getTracks().forEach((jalur) => jalur.stop());
            tombol.textContent = tombol.dataset.rekam;
            const type = alat.mimeType.split(";")[0];
            const nama = `${tombol.dataset.nama}-${(ke += 1)}.${AKHIRAN[type] || "m4a"}`;
            const suara = new File(potong, nama, { type });
            window.dpmd.tambahBerkas(masukan, suara, URL.createObjectURL(suara));
        };
        alat.start();
        tombol.textContent = tombol.dataset.henti;
        return alat;
    }

    window.dpmd.pemasang.push((akar) => {
        const bisa = window.MediaRecorder && navigator.mediaDevices;
        akar.querySelectorAll("[data-rekam]").forEach((tombol) => {
            let alat;
            tombol.hidden = !bisa;
            tombol.onclick = async () => {
                if (alat && alat.state === "recording") {
                    alat.stop();
                    return;
                }
                tombol.disabled = true;
                alat = await rekam(tombol, tombol.parentElement.querySelector("input")).catch(() => null);
                tombol.nextElementSibling.hidden = !!alat;
                tombol.disabled = false;
            };
        });
    });
})();
