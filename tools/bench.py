"""What things cost on this machine.

./dev bench letters      a letter, beside WeasyPrint alone and, where it is installed, Odoo's wkhtmltopdf
./dev bench suggestions  a suggested kind and the most similar cases, in a register of 1,000 and of 100,000, and how
                         often they are right
./dev bench search       what the search box takes in a register of 100,000, beside a plain search of the subject
"""

from tools import database, locks, odoo, paths, postgres, setup, ui, venv

MARK = "=== bench"
# In one process: each series is made by one way and then by the other, so that both meet the same machine.
LETTERS = """
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


# Cases are put in by SQL, their words by the job as in an office. Then 200 events that are in the register are told by
# somebody else, and half of the facts as the register never says them.
SUGGESTIONS = """
import random, statistics, sys, time
sys.path.insert(0, {root!r})
from tools import complaints
env = env(context={{"lang": "en_US"}})
Serupa, Pengaduan, company = env["dpmd.serupa"], env["dpmd.pengaduan"], env.company
jenis = {{kode: env.ref("dpmd_pengaduan.jenis_" + kode) for kode in complaints.EVENTS}}
desa = env["dpmd.wilayah"].search([("tingkat", "in", ("desa", "kelurahan"))]).ids
dadu = random.Random(1)

def tambah(jumlah):
    baris = []
    for _ke in range(jumlah):
        peristiwa = complaints.event(dadu)
        satu, tempat = jenis[peristiwa[0]], dadu.choice(desa)
        teks = complaints.tell(dadu, peristiwa, dadu.choice(["short", "long"]))
        baris.append((teks, satu.id, satu.bidang_id.id, tempat, company.id))
        contoh.append((peristiwa, satu, tempat))
    return [id_ for [id_] in env.cr.execute_values(
        "INSERT INTO dpmd_pengaduan (uraian, jenis_id, bidang_id, wilayah_id, company_id, perihal, name, saluran,"
        " identitas, state, langkah, putaran, tanggal_terima, tanggal_daftar) VALUES %s RETURNING id", baris,
        fetch=True,
        template="(%s, %s, %s, %s, %s, 'Pengaduan', 'X', 'surat', 'terbuka', 'selesai', 18, 1, now(), now())")]

def ms(cara, semua):
    lama = []
    for satu in semua:
        env.invalidate_all()
        awal = time.perf_counter()
        cara(satu)
        lama.append((time.perf_counter() - awal) * 1000)
    lama.sort()
    return f"{{statistics.median(lama):>6.1f}} ms, 95 of 100 within {{lama[len(lama) * 95 // 100]:.1f}}"

def saran(soal):
    return Pengaduan._saran_publik(company, soal["teks"])

def terdekat(soal):
    akar = set(Serupa._akar(Serupa._kata(soal["teks"])).values())
    return list(Serupa._terdekat(company, akar | {{f"desa#{{soal['desa']}}"}}))

def ukur(panjang):
    semua = []
    for ke in dadu.sample(range(len(contoh)), 200):
        peristiwa, satu, tempat = contoh[ke]
        teks = complaints.tell(dadu, peristiwa, panjang, others=0.5)
        semua.append({{"id": ids[ke], "jenis": satu.id, "desa": tempat, "teks": teks}})
    benar = {{"earlier cases": [], "the words of kinds": []}}
    for soal in semua:
        if ada := saran(soal):
            sebab = "earlier cases" if "earlier" in ada["alasan"] else "the words of kinds"
            benar[sebab].append(ada["jenis"] == soal["jenis"])
    ketemu = sum(soal["id"] in terdekat(soal)[:5] for soal in semua)
    print(f"    told in {{panjang}} words: a kind {{ms(saran, semua)}}; the nearest cases {{ms(terdekat, semua)}}")
    for sebab, betul in benar.items():
        persen = 100 * sum(betul) / max(len(betul), 1)
        print(f"      suggested by {{sebab:<18}} {{len(betul) / 2:>5.1f}} % of the texts, right {{persen:>5.1f}} %")
    print(f"      the same event among the five nearest {{ketemu / 2:>5.1f}} %")

print({mark!r})
contoh, ids = [], []
for jumlah in (1000, 100_000):
    ids += tambah(jumlah - len(contoh))
    env.cr.execute("INSERT INTO dpmd_serupa (pengaduan_id) SELECT id FROM dpmd_pengaduan ON CONFLICT DO NOTHING")
    awal, isi = time.perf_counter(), 0
    while kali := Serupa._isi():
        isi += kali
        env.invalidate_all()
    print(f"  {{jumlah:>7,}} cases; the job reads {{isi / (time.perf_counter() - awal):,.0f}} a second")
    env.cr.execute("ANALYZE dpmd_serupa")
    for panjang in ("short", "long"):
        ukur(panjang)
env.cr.rollback()
print({mark!r})
"""
# As a Kadis, whose rules apply. Each search is what a list asks for: how many there are, and the first 80.
SEARCH = """
import random, statistics, sys, time
sys.path.insert(0, {root!r})
from odoo.addons.dpmd_pengaduan.tests.common import KantorMixin
from tools import complaints
kantor = type("Kantor", (KantorMixin,), {{"env": env}})
kantor.siapkan_kantor()
Serupa, company, dadu = env["dpmd.serupa"], kantor.company, random.Random(1)
jenis = {{kode: env.ref("dpmd_pengaduan.jenis_" + kode) for kode in complaints.EVENTS}}
desa = env["dpmd.wilayah"].search([("tingkat", "in", ("desa", "kelurahan"))])
NAMA = [[a + b for a in ("Sul", "Mar", "Har", "Nur", "Rus", "Sam", "Jun", "Abd", "Yus", "Sit")
         for b in ("aiman", "lina", "yanto", "hayati", "diana", "suddin", "aidi", "ullah", "mini", "riana")]] * 2

def baris(ke):
    peristiwa = complaints.event(dadu)
    teks, satu = complaints.tell(dadu, peristiwa, dadu.choice(["short", "long"])), jenis[peristiwa[0]]
    return (teks, " ".join(teks.split()[:8]), satu.id, satu.bidang_id.id, dadu.choice(desa.ids), company.id, ke + 1,
            f"{{ke + 1}}/PGD/DPMD/2026", f"Kepala Urusan {{dadu.choice(NAMA[0])}}", f"045/{{ke}}", 100_000 - ke)

ids = [id_ for [id_] in env.cr.execute_values(
    "INSERT INTO dpmd_pengaduan (uraian, perihal, jenis_id, bidang_id, wilayah_id, company_id, nomor, name, terlapor,"
    " nomor_agenda, tahun, saluran, identitas, state, langkah, putaran, tanggal_terima, tanggal_daftar) VALUES %s"
    " RETURNING id", [baris(ke) for ke in range(100_000)], fetch=True,
    template="(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 2026, 'surat', 'terbuka', 'selesai', 18, 1,"
    " now() - %s * interval '5 minutes', now())")]
env.cr.execute_values(
    "INSERT INTO dpmd_pelapor (pengaduan_id, company_id, identitas, nama, telepon) VALUES %s",
    [(id_, company.id, " ".join(dadu.choice(satu) for satu in NAMA) + f" {{ke % 997}}", f"+62 812-{{ke:08d}}")
     for ke, id_ in enumerate(ids)], template="(%s, %s, 'terbuka', %s, %s)")
env.cr.execute("INSERT INTO dpmd_serupa (pengaduan_id) SELECT id FROM dpmd_pengaduan ON CONFLICT DO NOTHING")
while Serupa._isi():
    env.invalidate_all()
env.cr.commit()  # to a database that is thrown away
env.cr._cnx.autocommit = True
env.cr.execute("VACUUM ANALYZE")  # as the server does by itself, soon after
env.cr._cnx.autocommit = False
Pengaduan = env["dpmd.pengaduan"].with_user(kantor.orang["kadis"])

def ukur(domain):
    lama = []
    for _kali in range(11):
        env.invalidate_all()
        awal = time.perf_counter()
        jumlah = Pengaduan.search_count(domain, limit=10_001)
        Pengaduan.search_fetch(domain, ["name", "perihal"], limit=80)
        lama.append((time.perf_counter() - awal) * 1000)
    lama.sort()
    return jumlah, f"{{statistics.median(lama):>6.1f}} ms (slowest {{lama[-1]:>6.1f}})"

print({mark!r})
env.cr.execute("SELECT count(*), pg_size_pretty(pg_total_relation_size('dpmd_kata')) FROM dpmd_kata")
print("  {{}} words, {{}}".format(*env.cr.fetchone()))
for apa, teks in (
    ("number", "54321/PGD"), ("number, only digits", "54321"), ("agenda number", "045/54321"),
    ("rare word", "perahu"), ("common word", "warga"), ("two common words", "warga desa"),
    ("two words", "honor dipotong"), ("mistyped", "kuitnasi"), ("mistyped and a word", "kuitnasi palsu"),
    ("desa", desa[100].name), ("who is reported", "samsuddin"), ("name", "sulaiman"),
    ("name and word", "sulaiman honor"), ("mistyped name", "sulaman"), ("phone", "0812 0005 4321"),
    ("nothing like it", "qwertyuiop"),
):
    jumlah, waktu = ukur([("cari", "ilike", teks)])
    dulu, lama = ukur(["|", ("name", "ilike", teks), ("perihal", "ilike", teks)])
    print(f"  {{apa:<20}} {{jumlah:>6}} found in {{waktu}}   number or subject alone: {{dulu:>6}} in {{lama}}")
env.cr.rollback()
print({mark!r})
"""
SCRIPTS = {"letters": LETTERS, "suggestions": SUGGESTIONS, "search": SEARCH}


def main(arguments):
    """Measure and print; return the exit code."""
    if len(arguments) != 1 or arguments[0] not in SCRIPTS:
        raise ui.Stop(f"./dev bench measures: {', '.join(SCRIPTS)}.")
    script = SCRIPTS[arguments[0]].format(mark=MARK, root=str(paths.ROOT))
    setup.ensure(venv.RUN)
    with postgres.running():
        with locks.setup():
            template = database.template()
        with database.test_copy(template) as name, ui.step(f"{arguments[0].title()}, in turn") as step:
            printed = odoo.script(name, script, "bench", "It could not be measured.", step)
    ui.say(printed.split(MARK)[1].strip("\n"))
    return 0
