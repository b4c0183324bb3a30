"""A page of a step in a browser: what others sign on another screen meanwhile appears by itself."""

from odoo.tests import tagged

from .common import PNG, KantorHttpCase

TANDA = """(async () => {
    const tunggu = async (apa, syarat) => {
        for (let ke = 0; ke < 300; ke++) {
            const ada = syarat();
            if (ada) { return ada; }
            await new Promise((lanjut) => setTimeout(lanjut, 100));
        }
        throw new Error("not seen: " + apa);
    };
    const hadir = () => document.querySelector(".o_field_widget[name=peserta_ids] .o_field_badge[name=kehadiran]");
    const sebelum = (await tunggu("the list", hadir)).textContent;
    // Another screen.
    const jawaban = await fetch("/web/dataset/call_kw/dpmd.rapat.peserta/write", {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", method: "call", params: {
            model: "dpmd.rapat.peserta", method: "write", kwargs: {},
            args: [%(peserta)s, { kehadiran: "hadir", ttd: "%(png)s", ttd_cara: "layar" }] } }),
    });
    if ((await jawaban.json()).error) { throw new Error("it cannot be written"); }
    if (hadir().textContent !== sebelum) { throw new Error("not read anew"); }
    window.dispatchEvent(new Event("focus"));
    await tunggu("who came", () => hadir().textContent !== sebelum);
    console.log("test successful");
})().catch((galat) => console.error(galat.message));"""


@tagged("post_install", "-at_install")
class TestLembarLayar(KantorHttpCase):
    def test_what_is_signed_on_the_tablet_appears_on_the_page(self):
        pengaduan = self.jalan(self.buat()[0], 10)
        rapat = pengaduan.rapat_ids
        self.assertTrue(self.sebagai("psm_a", rapat).boleh_layar)
        self.env.flush_all()
        self.browser_js(
            f"/odoo/rapat-pengaduan/{rapat.id}",
            TANDA % {"peserta": rapat.peserta_ids.ids, "png": PNG},
            login="uji_psm_a",
        )
