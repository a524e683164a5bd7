"""What a label looks like where a format says that it may be one: in a cell or block of its own, after a line break."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,4}(?:\.\d{1,4}){0,4}[a-z]?(?:\s?[–-]\s?\d{1,4}(?:\.\d{1,4}){0,4})?"
_SIGNED = r"[\[(]?(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])[.)\]]{1,2}"
_NAMED = r"(?:Recommendation|Rec\.?|Article|Rule|Paragraph|Para\.?|No\.?)\s\d{1,4}(?:\.\d{1,4}){0,4}[.:]?"
_DOTTED = r"\d{1,4}(?:\.\d{1,4}){1,4}\.?"
# What stands alone in a cell may be plainer than what stands before its text.
_ALONE = re.compile(rf"{_SIGNED}|{_NAMED}|{_NUMBER}\.?(?:\s?[,;]\s?{_NUMBER}){{0,40}}")
_BEFORE = re.compile(rf"(?:{_SIGNED}|{_NAMED}|{_DOTTED}(?:\s?[–-]\s?\d{{1,4}})?)(?=\s+\S)")
_BARE = re.compile(r"\d{1,4}[a-z]?")
# Neither HTML nor Markdown has lists lettered "(a)", so authors write the letter themselves, after a bullet no one is
# to see; and after a line break, as Word's users do too. Two letters are "aa)", not "no.".
_OWN = re.compile(
    r"[\[(]?(?:[a-z]|[ivxlc]{1,6}|[A-Z]|\d{1,3}(?:\.\d{1,3}){0,3})[.)\]]\s|[\[(]?[a-z]{2}[)\]]\s|\d{1,3}(?:\.\d{1,3}){1,3}\s"
)
# What ends a text, parts it or numbers its pages, in a block of its own: "* * *", "# # #", "_____", "-END-", "[End]",
# "Page 3 of 12", "- 3 -", "{3}-----".
_ORNAMENT = re.compile(
    r"[_—–=*·•~#-]{3,}|(?:[_*·•~=#—–-]\s){2,9}[_*·•~=#—–-]"
    r"|[-–—*\[#_ ]{1,9}(?:end|ends|END|ENDS|End|Ends|30)[-–—*\]#_ ]{1,9}"
    r"|\[?[Pp]age\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\]?|[-–—]\s?\d{1,4}\s?[-–—]|\{\d{1,4}\}-{5,}"
)


def own_label(text: str) -> str:
    """Return the label that a list item or a line has in its own text, "" if it has none."""
    found = _OWN.match(text)
    return found.group().strip() if found else ""


def is_label(text: str) -> bool:
    """Return whether a cell holds nothing but a label: "12.1", "(a)", "9.20, 9.21", "7"."""
    return bool(_ALONE.fullmatch(text.strip()))


def is_bare(label: str) -> bool:
    """Return whether a label is a number alone, as many other things are."""
    return bool(_BARE.fullmatch(label))


def stands_alone(text: str) -> bool:
    """Return whether a block holds nothing but a label with points or signs: "1.", "9.20, 9.21"; no year, no page."""
    return len(text) < 300 and is_label(text) and not is_bare(text.strip())


def is_number_alone(text: str) -> bool:
    """Return whether a heading is nothing but the number of what comes next: "1.", "(a)", "12.1"; no "I.", no "4"."""
    return text[:1] in set("0123456789([") and stands_alone(text)


def is_ornament(text: str) -> bool:
    """Return whether a block holds signs that only end or part a text."""
    return len(text) < 100 and bool(_ORNAMENT.fullmatch(text))


def label_before(text: str) -> str:
    """Return the label a cell begins with, its text after it, "" if it does not."""
    found = _BEFORE.match(text)
    return found.group() if found else ""
