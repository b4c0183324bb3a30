"""Made-up complaints for ./dev bench: the same event told by several people, at length or in a line or two.

What they say stands in ``complaints.toml``. Whoever tells an event chooses among the ways to say each of its facts,
leaves some out, adds what has nothing to do with it, abbreviates and mistypes.
"""

import tomllib
from pathlib import Path

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())
EVENTS = WORDS["events"]
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober")
SYLLABLES = ("ba", "ka", "la", "ma", "na", "ra", "sa", "ta", "wa", "ja", "mu", "ku", "su", "lu", "ti", "ri", "si", "lo")
BRIEF = {"yang": "yg", "tidak": "tdk", "sudah": "sdh", "belum": "blm", "dengan": "dgn", "kepala desa": "kades"}


def event(chance):
    """Return a new event: its kind, its facts, a place of its own and a month.

    :param chance: a ``random.Random``
    """
    kind = chance.choice(sorted(EVENTS))
    place = "".join(chance.choices(SYLLABLES, k=3)).title()
    return kind, chance.choice(EVENTS[kind]), f"{chance.choice(['RT', 'dusun'])} {place}", chance.choice(MONTHS)


def tell(chance, happened, length, others=0.0):
    """Return the words of somebody who tells an event.

    :param chance: a ``random.Random``
    :param happened: of ``event``
    :param str length: ``"short"``, a line or two, or ``"long"``
    :param float others: how many of the facts are said as the register never says them, from 0 to 1
    """
    _kind, facts, place, month = happened
    first, *more = [_say(chance, fact.split("|"), others) for fact in facts]
    if length == "short":
        told = [first + chance.choice(["", f" di {place}", f" sejak {month}"]), chance.choice(more)]
    else:
        more += chance.sample(WORDS["beside"], chance.randint(1, 5)) + [f"Ini terjadi bulan {month}"]
        chance.shuffle(more)
        told = [chance.choice(WORDS["openings"]), f"{first} di {place}", *more, chance.choice(WORDS["closings"])]
    text = ". ".join(told)
    if chance.random() < 0.4:
        for word, brief in BRIEF.items():
            text = text.replace(f" {word} ", f" {brief} ")
    return " ".join(_mistype(chance, word) for word in text.split())


def _say(chance, ways, others):
    return ways[-1] if chance.random() < others else chance.choice(ways[:-1] or ways)


def _mistype(chance, word):
    if len(word) < 5 or chance.random() > 0.03:
        return word
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]
