"""Checks that need libraries of the environment: XML, words, and id.po against the exported terms.

Run by tools/lint.py with the environment's Python: `lint_files.py xml|glossary|letters|terms|merge …`.
"""

import re
import runpy
import sys
from pathlib import Path

import polib
from lxml import etree

LONGEST = 40  # lines of a list that anybody reads
SELECTION = "model:ir.model.fields.selection,name:"
BOTH = re.compile(r"<!-- lint: both -->(.*?)<!-- lint: end -->", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
# What is no word of anybody's: placeholders, tags, addresses, the name of a file that is printed.
NO_WORD = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]+>|https?://\S+|\S+@\S+|'[^']*' % object\S+|``\S+``|\b[A-Z0-9]{5}-\S+")
LABEL = "model:ir.model.fields,field_description:"
ROLES = re.compile(
    r"\b(?:Kadis|Kabid|[Ii]nspector|(?<!Sub Koor / )PSM"
    r"|Sekretaris(?! (?:Dinas|Desa|Daerah)\b)|Pengadministrasi(?! Umum\b))\b"
)
MODEL = re.compile(r"""^    _name = ["'](dpmd\.[\w.]+)["']""", re.MULTILINE)
# A selection's word on paper: surat.kata(baris, 'jenis') in a template, kata_pilihan("dpmd.x", "jenis", …) in code.
PRINTED = re.compile(r"""\b(?:kata|kata_kecil|pilihan|kata_pilihan)\([^,()]+, ["'](\w+)["']""")


def check_xml(folder):
    """Return what is wrong with the XML files of a folder."""
    problems = []
    for path in sorted(Path(folder).rglob("*.xml")):
        try:
            etree.parse(path)
        except etree.XMLSyntaxError as error:
            problems.append(f"{path}: {error}")
    return problems


def check_glossary(addon, glossary):
    """Return the models of the addon that the glossary does not name."""
    words = Path(glossary).read_text(encoding="utf-8")
    models = {
        name for path in Path(addon, "models").rglob("*.py") for name in MODEL.findall(path.read_text(encoding="utf-8"))
    }
    return [f"{glossary} does not name {name}" for name in sorted(models) if f"`{name}`" not in words]


def check_letters(terms, translation, addon):
    """Return what letters would print without an Indonesian word, and papers that have more than one title."""
    wanted = {place for entry in polib.pofile(terms) for place in _places(entry)}
    words = {place: entry.msgstr for entry in polib.pofile(translation) for place in _places(entry)}
    return _check_printed(wanted, words, Path(addon)) + _check_titles(words, Path(addon))


def _check_printed(wanted, words, addon):
    sources = [*addon.glob("reports/*.xml"), *addon.glob("models/naskah/*.py")]
    problems = []
    for name in sorted({name for path in sources for name in PRINTED.findall(path.read_text(encoding="utf-8"))}):
        values = sorted(place for place in wanted if re.search(rf"\.selection__\w+__{name}__", place))
        problems += [f"letters print it, no Indonesian word: {place}" for place in values if not words.get(place)]
        if not values:
            problems.append(f"letters print it, but it is no selection: {name}")
    return problems


def _check_titles(words, addon):
    """Return where a report or its Indonesian name is not what the table of papers says."""
    table = runpy.run_path(str(addon / "models/naskah/jenis_naskah.py"))["NASKAH"]
    problems, found = [], set()
    for path in sorted(addon.glob("reports/*.xml")):
        for record in etree.parse(path).iterfind("record[@model='ir.actions.report']"):
            key = record.get("id").removeprefix("report_")
            found.add(key)
            if key not in table:
                problems.append(f"{path}: {key} is not in the table of papers")
                continue
            field = {node.get("name"): node.text for node in record.iterfind("field")}
            title, source = table[key].judul, table[key].sumber
            file_name = field.get("print_report_name") or f"'{title} %s'"
            names = {
                "name": (field["name"], title),
                "model": (field["model"], source),
                "print_report_name": (file_name.partition(" % ")[0], f"'{title} %s'"),
                "Indonesian name": (words.get(f"model:ir.actions.report,name:{addon.name}.report_{key}"), title),
                "Indonesian kind": (words.get(f"{SELECTION}{addon.name}.selection__dpmd_dokumen__jenis__{key}"), title),
            }
            problems += [
                f"{path}: {name} is {got!r}, the table of papers says {right!r}"
                for name, (got, right) in names.items()
                if got != right
            ]
    return problems + [f"no report prints {key}" for key in table if key not in found]


def check_leaks(translation, glossary):
    """Return Indonesian words in English strings, English words in Indonesian ones, and roles by another name."""
    both = set(WORD.findall(BOTH.search(Path(glossary).read_text(encoding="utf-8"))[1]))
    problems = []
    for entry in polib.pofile(translation):
        if _is_technical(entry):
            continue
        for text in (entry.msgid, entry.msgstr):
            if role := ROLES.search(text):
                problems.append(f"{role[0]!r} is not how that role is called: {text!r}")
        if entry.msgid.startswith("e.g. "):
            continue
        if same := sorted((_words(entry.msgid) & _words(entry.msgstr)) - both):
            problems.append(f"in English and in Indonesian: {', '.join(same)}: {entry.msgid!r}")
    return problems


def _words(text):
    return {word.lower() for word in WORD.findall(NO_WORD.sub(" ", text))}


def _is_technical(entry):
    """Return whether an entry is only the name of a field or of a key, which no screen shows."""
    if re.fullmatch(r"\w+", entry.msgid) and ("_" in entry.msgid or entry.msgid.islower()):
        return all(place.startswith(SELECTION) for place in _places(entry))
    return all(
        place.startswith(LABEL) and _label_of(place) == entry.msgid.lower().replace(" ", "_")
        for place in _places(entry)
    )


def _label_of(place):
    """Return a field's name as Odoo makes a label of it."""
    return re.sub(r"_ids?$", "", place.rpartition("__")[2])


def _places(entry):
    """Return where a term stands: Odoo translates a view's or a record's term by its place."""
    return {place for place, _line in entry.occurrences}


def check_terms(terms, translation):
    """Return what keeps id.po from being complete."""
    wanted = {entry.msgid: entry for entry in polib.pofile(terms)}
    have = polib.pofile(translation) if Path(translation).exists() else polib.POFile()
    problems = []
    for entry in have:
        if entry.obsolete:
            problems.append(f"obsolete: {entry.msgid!r}")
        elif entry.msgid not in wanted:
            problems.append(f"no longer in the source: {entry.msgid!r}")
        elif entry.fuzzy:
            problems.append(f"fuzzy: {entry.msgid!r}")
        elif not entry.msgstr:
            problems.append(f"untranslated: {entry.msgid!r}")
        elif lost := _places(wanted[entry.msgid]) - _places(entry):
            problems.append(f"not translated in {', '.join(sorted(lost))}: {entry.msgid!r}")
    known = {entry.msgid for entry in have}
    problems += [f"missing: {msgid!r}" for msgid in wanted if msgid not in known]
    if problems:
        problems.insert(
            0, f"{len(problems)} terms; ./dev i18n brings {translation} up to date, then translate what is empty."
        )
    return problems


def merge_terms(terms, translation):
    """Write id.po with the current terms and the translations it had; return what is left."""
    wanted = polib.pofile(terms)
    old = polib.pofile(translation) if Path(translation).exists() else polib.POFile()
    translated = {entry.msgid: entry.msgstr for entry in old if not entry.fuzzy}
    for entry in wanted:
        entry.msgstr = translated.get(entry.msgid, "")
    wanted.metadata["Language"] = "id"
    wanted.metadata["Plural-Forms"] = "nplurals=1; plural=0;"
    # The dates of the export would change the file every time.
    for stamp in ("POT-Creation-Date", "PO-Revision-Date"):
        wanted.metadata.pop(stamp, None)
    Path(translation).parent.mkdir(exist_ok=True)
    wanted.save(translation)
    return [f"to translate: {entry.msgid!r}" for entry in wanted if not entry.msgstr]


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    checks = {
        "xml": check_xml,
        "glossary": check_glossary,
        "letters": check_letters,
        "leaks": check_leaks,
        "terms": check_terms,
        "merge": merge_terms,
    }
    found = checks[task](*arguments)
    print("\n".join(found[:LONGEST]))
    if len(found) > LONGEST:
        print(f"… and {len(found) - LONGEST} more")
    # A merge did its work also where words are left to translate.
    sys.exit(bool(found) and task != "merge")
