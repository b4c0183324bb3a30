"""./dev flow: draw docs/alur.md from the table of ways, so that the picture never tells another story."""

from tests.tekanan import ANGGARAN
from tools import database, odoo, paths, setup, ui, venv

PICTURE = paths.ROOT / "docs/alur.md"
MARK = "=== flow"
HEAD = """\
# Every way of a case

Made by `./dev flow` from `models/perkara/alur.py`; the lint compares the two. Solid: the 17 steps. Dashed: the ways
beside them. What stays where it is stands in the table only.

"""
PRESSES = """
## Presses

From the open desk (*Meja Saya*) to done: how many presses a step may take at most. A press is a row, a button, a tab, a
choice or a confirmation; typing is none. `tests/test_tekanan.py` counts them in a browser.

| step | whose | presses | which |
|---|---|---|---|
"""
SCRIPT = """
from odoo.addons.dpmd_pengaduan.models.perkara.alur import ALUR, BERJALAN, SEMUA, TAMAT
label = dict(env["dpmd.penugasan"]._fields["jabatan"].selection)
card = dict(env["dpmd.langkah"]._fields["jenis"].selection)
state = dict(env["dpmd.pengaduan"]._fields["state"].selection)

def starts(way):
    return (way.dari,) if isinstance(way.dari, str) else way.dari

def words(way):
    return way.judul._source  # whatever the language of the database

def begin(way):
    whole = {BERJALAN: "any open", SEMUA: "any", TAMAT: "done or closed"}
    return whole.get(starts(way)) or ", ".join(starts(way))

def whose(way):
    return ", ".join(label.get(owner, owner) for owner in way.pemilik)

def steps(way):
    numbers = sorted({int(n) for n in way.di})
    return f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]) if numbers else ""

print("MARK")
print("```mermaid\\nflowchart TD")
for way in ALUR.values():
    if way.ke and (way.ke != way.dari or way.utama):
        arrow = "-->" if way.utama else "-.->"
        number = f"{int(way.di[0])} " if way.utama else ""
        for start in ["open([any open status])"] if starts(way) == BERJALAN else starts(way):
            if start != way.ke or way.utama:
                print(f'    {start} {arrow}|"{number}{words(way)}"| {way.ke}')
    if way.kembali and way.kembali[0] != way.dari:
        print(f'    {way.dari} -.->|"Send back"| {way.kembali[0]}')
print("```\\n")
print("| way | key | whose | from | at step | to | asks | on the card |\\n|---|---|---|---|---|---|---|---|")
for way in ALUR.values():
    to = f"{way.ke} {int(way.berikut) or ''}".strip() if way.ke else ""
    asks = way.tanya.rpartition(".")[2].removeprefix("action_").removeprefix("wizard_")
    line = card.get(way.kartu, "")
    cells = (words(way), f"`{way.kunci}`", whose(way), begin(way), steps(way), to, asks, line)
    print("|", " | ".join(map(str, cells)), "|")
print("MARK")
""".replace("MARK", MARK)


def draw(template, step):
    """Return the text of the picture, as a database with the addon knows it."""
    printed = odoo.script(template, SCRIPT, "flow", "The flow cannot be drawn.", step)
    return HEAD + printed.split(MARK)[1].strip() + "\n" + presses()


def presses():
    """Return the budget of presses of each step as a table."""
    rows = (f"| {row.langkah} | {row.jabatan} | {row.tekanan} | {row.catatan} |\n" for row in ANGGARAN)
    return PRESSES + "".join(rows)


def main():
    """Write docs/alur.md; return the exit code."""
    setup.ensure(venv.TEST)
    with database.ready_template() as template, ui.step("Drawing the flow") as step:
        PICTURE.write_text(draw(template, step))
    return 0
