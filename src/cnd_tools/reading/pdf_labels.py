"""What numbers or letters a printed paragraph: "9.1", "(a)", "•"."""

from __future__ import annotations

import re

from cnd_tools.lexicon.openings import alternatives, words

_BULLETS = "•‣▪▫●◦■□○◆◇❖➢►▶✓✔☐"
# Delegations number the paragraphs of a draft's preamble PP1, PP2, its operative ones OP1.
_DRAFT = r"(?:[PO][Pp]|pp|op)\s?\d{1,3}(?:\s?(?:bis|ter|quater|alt))?[.:]?"
_LABEL = re.compile(
    r"(?:[\[(]?(?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|[IVXLC]{1,6}|\d{1,3}(?:\s(?:bis|ter|quater)|[A-Ha-h])?)[.)\]]{1,2}"
    r"|\d{1,3}[A-Z]?(?:\.\d{1,3}){1,3}\.?(?:(?:,\s?|\s?[–-]\s?)\d{1,3}(?:\.\d{1,3}){0,3}){0,20}"
    rf"|[{_BULLETS}–—-]|¶\s?\d{{1,3}}|{_DRAFT})\s+"
)
# What may stand in a cell of its own, as against what a row of a table begins with ("319 A (IV)", "58/153").
_CELL = re.compile(
    r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|[IVXL]{1,6})[.)\]]{0,2}"
    rf"|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}\.?|[{_BULLETS}–—*-]|(?:[A-Z][a-z]+|§) \d{{1,3}}[.:]?|{_DRAFT}"
)
# "ARTICLE 4" and "Part II" alone in their line: what stands under it is the title of the same provision.
_NAMES = alternatives([*words()["label"]["words"], *words()["heading"]["parts"]])
_PROVISION = re.compile(rf"(?:{_NAMES})\s(?:\d{{1,3}}|[IVXLC]{{1,7}})[.:]?", re.IGNORECASE)
_ENDED = re.compile(r"[.;:?!][\"'”’»)\]]{0,3}$|;\s(?:and|or)$")
_PARTS = re.compile(r"(.{0,16}?)(\d{1,3}|[a-z]{1,6})(\W{0,4})$")
_ROMANS = [tens + ones for tens in ("", "x") for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")]
_DANGLING = frozenset(words()["sentence"]["dangling"])
_NEVER_LAST = frozenset(f"{word}." for word in words()["sentence"]["never_last"])


def label_of(text: str) -> str:
    """Return the label a line begins with and the white space after it, "" where there is none."""
    found = _LABEL.match(text)
    return found[0] if found else ""


def is_label(cell: str) -> bool:
    """Return whether a cell holds nothing but what numbers or letters a paragraph."""
    return _CELL.fullmatch(cell.strip()) is not None


def form_of(label: str) -> str:
    """Return how a label looks, whatever its number or letter: "#." for "9.", "#.#" for "9.1", "(x)" for "(a)"."""
    return re.sub(r"[a-z]+", "x", re.sub(r"\d+", "#", label.strip()))


def is_counted(label: str) -> bool:
    """Return whether a label is of the kind that paragraphs have: a number, a small letter, a bullet; no capital."""
    return bool(label) and (label[0] in _BULLETS or re.search(r"[#x]", form_of(label)) is not None)


def is_provision(text: str) -> bool:
    """Return whether a line names a provision or a part, and nothing else: "Article 4"."""
    return _PROVISION.fullmatch(text.strip()) is not None


def ended(text: str) -> bool:
    """Return whether a line ends as a paragraph or an item may: in . ; : ? ! or "; and"."""
    return _ENDED.search(text[-8:]) is not None and text.rsplit(None, 1)[-1].lstrip("([") not in _NEVER_LAST


def dangles(text: str) -> bool:
    """Return whether a line stops at a word that something always follows: "the Council of"."""
    return text[-1].isalpha() and text.rsplit(None, 1)[-1].lower() in _DANGLING


def begins_item(before: str, text: str, label: str) -> bool:
    """Return whether a line that follows straight on another is an item of its own, by its label and what is above.

    "the spring that" over "(a) and (b) above" goes on, and so does "of 5 May" over "2.5 million"; "Mr." over "J. Doe"
    too: a capital alone is no label here.

    Args:
        before: the line above.
        text: the line.
        label: what the paragraph above begins with, "" for nothing.
    """
    own = label_of(text)
    if not own or (own[0].isupper() and own[1] not in "Pp"):
        return False
    if own[0] in _BULLETS or ended(before):
        return True
    pauses, next_ = before.endswith((",", ", and", ", or")), _follows(own, label)
    if next_ and (pauses or not dangles(before)):
        return True
    return pauses and not text[len(own) :][:1].islower()


def _follows(label: str, other: str) -> bool:
    """Return whether a label comes after another: "(b)" after "(a)", "9.3" after "9.2", "iv)" after "iii)"."""
    here, there = _PARTS.match(label), _PARTS.match(other)
    if here is None or there is None or (here[1], here[3]) != (there[1], there[3]):
        return False
    one, two = here[2], there[2]
    if one.isdigit() and two.isdigit():
        return int(one) == int(two) + 1
    if one in _ROMANS and two in _ROMANS:
        return _ROMANS.index(one) == _ROMANS.index(two) + 1
    return len(one) == len(two) == 1 and ord(one) == ord(two) + 1
