/* Asks the captcha of the office, where one is set up, of a connection that has sent very many complaints. */
(function () {
    "use strict";
    const AKSI = "pengaduan";
    const UMUR_BUKTI = 90 * 1000; /* reCAPTCHA takes its answer back after two minutes */

    function muat(alamat, lalu) {
        const skrip = document.createElement("script");
        skrip.src = alamat;
        skrip.addEventListener("load", lalu);
        document.head.append(skrip);
    }

    const tanya = {
        turnstile(kotak) {
            const tampil = () =>
                window.turnstile.render(kotak, {
                    sitekey: kotak.dataset.kunci,
                    action: AKSI,
                    "response-field-name": "turnstile_captcha",
                });
            if (window.turnstile) {
                tampil();
            } else {
                muat("https://challenges.cloudflare.com/turnstile/v0/api.js?render=explicit", tampil);
            }
        },
        recaptcha(kotak) {
            const kunci = kotak.dataset.kunci;
            async function minta() {
                kotak.querySelector("input").value = await window.grecaptcha.execute(kunci, { action: AKSI });
                if (kotak.isConnected) {
                    setTimeout(minta, UMUR_BUKTI);
                }
            }
            if (window.grecaptcha) {
                minta();
            } else {
                muat(`https://www.recaptcha.net/recaptcha/api.js?render=${kunci}`, () => window.grecaptcha.ready(minta));
            }
        },
    };

    window.dpmd.pemasang.push((akar) => {
        akar.querySelectorAll("[data-captcha]").forEach((kotak) => tanya[kotak.dataset.captcha](kotak));
    });
})();
