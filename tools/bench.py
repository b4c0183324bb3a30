"""./dev bench letters: what a letter costs, beside WeasyPrint alone and, where it is installed, Odoo's wkhtmltopdf."""

from tools import database, locks, odoo, postgres, setup, ui, venv

MARK = "=== bench"
# In one process: each series is made by one way and then by the other, so that both meet the same machine.
SCRIPT = """
import os, resource, shutil, subprocess, tempfile, time
from pathlib import Path
from odoo.addons.dpmd_pengaduan.models.naskah import mesin_pdf
from odoo.addons.dpmd_pengaduan.models.naskah.surat import gaya
from weasyprint import HTML

halaman = []
asli = mesin_pdf.html_ke_pdf
import odoo.addons.dpmd_pengaduan.models.rapat.instansi_contoh as contoh
contoh.html_ke_pdf = lambda html: halaman.append(html) or asli(html)
instansi = env["dpmd.instansi"]._milik(env.company)
instansi._pdf_contoh()
html = halaman[-1]
polos = html.replace("<style>", "<style>" + gaya() + "</style><style>", 1)

def kami():
    instansi._pdf_contoh()

def sendiri():
    HTML(string=polos).write_pdf(pdf_variant="pdf/a-3a")

def wkhtmltopdf():
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder, "surat.html")
        berkas.write_text(polos)
        subprocess.run(["wkhtmltopdf", "-q", berkas, Path(folder, "surat.pdf")], check=True)

def cpu():
    satu = time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)
    anak = resource.getrusage(resource.RUSAGE_CHILDREN)
    return satu + anak.ru_utime + anak.ru_stime

def ukur(cara, kali):
    awal = cpu()
    for _ke in range(kali):
        cara()
    return (cpu() - awal) / kali * 1000

print({mark!r})
cara = {{"ours, from the records": kami, "WeasyPrint alone, HTML ready": sendiri}}
if shutil.which("wkhtmltopdf"):
    cara["wkhtmltopdf, HTML ready"] = wkhtmltopdf
else:
    print("wkhtmltopdf is not installed here: nothing to compare with.")
for kali in (1, 10, 40):
    hasil = {{nama: ukur(satu, kali) for nama, satu in cara.items()}}
    kita = hasil["ours, from the records"]
    for nama, ms in hasil.items():
        print(f"  {{kali:>3}} letters  {{nama:<32}} {{ms:>7.0f}} ms of CPU a letter   ours = {{kita / ms:>5.2f}} of it")
awal, anak = time.perf_counter(), []
for _proses in range(2):
    if pid := os.fork():
        anak.append(pid)
        continue
    for _ke in range(20):
        asli(html)
    os._exit(0)
gagal = [status for pid in anak for _pid, status in [os.waitpid(pid, 0)] if status]
assert not gagal, gagal
print(f"  two processes: {{40 / (time.perf_counter() - awal):.1f}} letters a second")
env.cr.rollback()
print({mark!r})
"""


def main(arguments):
    """Measure and print; return the exit code."""
    if arguments != ["letters"]:
        raise ui.Stop("./dev bench measures: letters.")
    setup.ensure(venv.RUN)
    with postgres.running():
        with locks.setup():
            template = database.template()
        with database.test_copy(template) as name, ui.step("Letters, in turn") as step:
            printed = odoo.script(name, SCRIPT.format(mark=MARK), "bench", "The letters could not be measured.", step)
    ui.say(printed.split(MARK)[1].strip("\n"))
    return 0
