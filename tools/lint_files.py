"""Checks that need libraries of the environment: XML, and id.po against the exported terms.

Run by tools/lint.py with the environment's Python: `lint_files.py xml|terms|merge …`.
"""

import sys
from pathlib import Path

import polib
from lxml import etree

LONGEST = 40  # lines of a list that anybody reads


def check_xml(folder):
    """Return what is wrong with the XML files of a folder."""
    problems = []
    for path in sorted(Path(folder).rglob("*.xml")):
        try:
            etree.parse(path)
        except etree.XMLSyntaxError as error:
            problems.append(f"{path}: {error}")
    return problems


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
    found = {"xml": check_xml, "terms": check_terms, "merge": merge_terms}[task](*arguments)
    print("\n".join(found[:LONGEST]))
    if len(found) > LONGEST:
        print(f"… and {len(found) - LONGEST} more")
    # A merge did its work also where words are left to translate.
    sys.exit(bool(found) and task != "merge")
