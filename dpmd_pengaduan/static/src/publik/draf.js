/* The draft of a complaint: kept on the phone, as far as its owner wants, until it is sent. */
(function () {
    "use strict";
    const KUNCI = "dpmd.draf";
    const UMUR = 7 * 24 * 60 * 60 * 1000;
    /* Given anew each time, or not a person's words. Files and the signature are never kept. */
    const BUKAN_DRAF = ["token", "ttd", "catatan_lain", "persetujuan", "recaptcha_token_response"];

    /* Whoever stays unknown decides whether the phone may remember; until one has said who one is, only the tab does. */
    function gudang(formulir) {
        const identitas = formulir.querySelector("[name=identitas]:checked");
        if (!identitas) {
            return "sessionStorage";
        }
        return identitas.value === "terbuka" || formulir.querySelector("#f-simpan").checked ? "localStorage" : "";
    }

    function baca(nama) {
        try {
            const draf = JSON.parse(window[nama].getItem(KUNCI));
            return draf && Date.now() - draf.waktu < UMUR ? draf : null;
        } catch (_galat) {
            return null; /* none, or this browser keeps nothing */
        }
    }

    function buang() {
        ["localStorage", "sessionStorage"].forEach((nama) => {
            try {
                window[nama].removeItem(KUNCI);
            } catch (_galat) {
                /* this browser keeps nothing */
            }
        });
    }

    function isianDraf(formulir) {
        return Array.from(formulir.elements).filter(
            (isian) => isian.name && isian.type !== "file" && !BUKAN_DRAF.includes(isian.name)
        );
    }

    function kata(formulir) {
        const isian = {};
        isianDraf(formulir).forEach((satu) => {
            if (!["radio", "checkbox"].includes(satu.type) || satu.checked) {
                isian[satu.name] = satu.value;
            }
        });
        return isian;
    }

    window.dpmd.draf = {
        buang,

        /* Keep the words, the part that is open, and what was sent without an answer: sending that once more
           leads to its receipt, and makes no second case. */
        simpan(formulir, langkah, terkirim) {
            const tempat = gudang(formulir);
            buang();
            delete formulir.dataset.tersimpan;
            if (!tempat) {
                return;
            }
            try {
                window[tempat].setItem(
                    KUNCI,
                    JSON.stringify({ waktu: Date.now(), langkah, terkirim, isian: kata(formulir) })
                );
                formulir.dataset.tersimpan = "1";
            } catch (_galat) {
                /* full, or this browser keeps nothing */
            }
        },

        /* Put the words back; return the draft, or nothing. */
        pulihkan(formulir) {
            const draf = baca("localStorage") || baca("sessionStorage");
            if (!draf) {
                return null;
            }
            const identitas = draf.isian.identitas;
            formulir.querySelector("#f-simpan").checked = Boolean(identitas && identitas !== "terbuka");
            if (formulir.querySelector(".galat")) {
                return draf; /* the server has just given back newer words */
            }
            isianDraf(formulir).forEach((satu) => {
                if (["radio", "checkbox"].includes(satu.type)) {
                    satu.checked = draf.isian[satu.name] === satu.value;
                } else if (satu.name in draf.isian) {
                    satu.value = draf.isian[satu.name];
                }
            });
            if (draf.terkirim) {
                formulir.elements.token.value = draf.terkirim.token;
            }
            formulir.dataset.tersimpan = "1";
            return draf;
        },

        /* What is on its way: enough to ask for its receipt once more. */
        terkirim(formulir) {
            return { token: formulir.elements.token.value, isian: kata(formulir) };
        },
    };
})();
