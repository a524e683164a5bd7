"""How labels look at the start of a line: the one pattern of all their forms, and a cheap look before it."""

from __future__ import annotations

import re
from functools import lru_cache

from cnd_tools.lexicon.openings import alternatives, words
from cnd_tools.segmenting.lines import INVISIBLE, MOST_BEGUN

_SAID = words()["label"]
_WORDS = [*_SAID["words"], *_SAID["divisions"]]
_BULLETS = re.escape("".join(_SAID["bullets"].split()))
# As the lexicon spells them, for "ARTICLE 5" too.
SPELLED = {word.upper(): word for word in _WORDS}
PARAGRAPHS = frozenset(word.upper() for word in _SAID["paragraphs"])
WORDED = frozenset({"word", "titled"})  # forms of a word and its number

# Full-width signs, each with the plain one for it; marks without width are left out.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
PLAIN = str.maketrans({**_FULL_WIDTH, **dict.fromkeys(map(ord, INVISIBLE))})
_ODD = re.compile(f"[{INVISIBLE}\uff01-\uff5e]")
_FIRST_SIGNS = 24  # how far into a line a label is looked for that such signs stand in

_BIS = r"(?:[ ]?(?:bis|ter|quater|quinquies))"
_NAMED = (
    rf"(?:{alternatives([*_WORDS, *_SAID['paragraphs'], *(one.upper() for one in [*_WORDS, *_SAID['paragraphs']])])})\s"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,2}(?:\.[a-z])?|[IVXLC]{1,7})(?:[ ]?(?:bis|ter|quater)\b|[A-Ha-h]\b)?"
)
_PART = r"(?:\d{1,4}[A-Z]?|[IVXLC]{1,5}|[A-Z])"
_POINTED = r"\d{1,4}(?:\.\d{1,4}){0,3}"
_RANGE = rf"(?:\s?[–-]\s?{_POINTED})"

# What follows the first initial of who speaks: "G. H. HILL (Canada): I thank you".
_INITIALS = r"\.\s[A-Z]\.\s(?:[A-Z]\.\s)?[A-Z][\w’'-]{1,30}\s?[(:,]"

# One alternative a form; the first that fits is it. What follows a marker is white space or the end of the line, save
# "1.Text" and "(a)Text", which typists leave unspaced; "(a)text" and the like are `glued`, and count in a series only.
# Old treaties count "1°", "2°", texts from Spanish "2.- Text".
# Linear: every repetition is bounded.
_LABEL = re.compile(
    rf"""(?:
    (?P<number> \d{{1,4}} (?:{_BIS}|[A-Ha-h])? \. (?:(?=\s|$|[“"‘(]|[A-Z](?![IVXLC]{{0,4}}\.\d)) | [–—-](?=\s)) )
  | (?P<dotted> (?: \d{{1,4}}[A-Z]? (?:\.{_PART}){{0,3}} (?:\.\d{{1,4}} | \.[a-z])
                  | (?:[IVXLC]{{1,5}}|[A-Z]) (?:\.\d{{1,4}}){{1,4}} )
                {_RANGE}? (?:(?:[,;]\s?|,?\s(?:and|&)\s){_POINTED}{_RANGE}?){{0,20}} [.:)]? (?=\s|$) )
  | (?P<under>  \d{{1,4}} [ ]? \( (?: [a-z]{{1,2}} | [ivxlc]{{1,7}} ) \) \.? (?=\s|$) )
  | (?P<closed> \d{{1,3}} (?: \)\.? | \s?[°º]\)? ) (?=\s|$) )
  | (?P<dashed> \d{{1,3}} \s?[–—-](?=\s{{1,9}}[A-Z“"‘]) )
  | (?P<bare>   \d{{1,3}} {_BIS}? (?=\s|$) )
  | (?P<square> \[\d{{1,4}}\](?=\s|$) )
  | (?P<sign>   [§¶]\s?\d{{1,4}}[.:]? (?=\s|$) )
  | (?P<word>   {_NAMED} (?: [.:](?=\s|$|[–—-]) | (?=\s\s|\s?[–—]|\s-\s|$) ) )
  | (?P<titled> {_NAMED} (?= \s [A-Z“"‘] | \s[(\[][A-Z] | \s1\.\s ) )
  | (?P<paren>  \( (?: \d{{1,3}} | [a-z]{{1,2}} | [ivxlc]{{1,7}} | [A-Z] | [IVX]{{2,5}} ) (?:[ ](?:bis|ter|quater))? \)
                (?:[ ]?(?:bis|ter|quater)\b)? \.? (?=\s|$|[A-Z“"‘]) )
  | (?P<half>   (?: [a-z] | [ivx]{{1,5}} | [A-Z] | [IVX]{{2,5}} ) \)\.?(?=\s|$) )
  | (?P<stop>   (?: [a-z] | [ivx]{{2,5}} ) \. (?=\s\s?[A-Za-z“"‘]|$) )
  | (?P<upper>  (?: [IVXLC]{{1,7}} | [A-Z](?!{_INITIALS}) ) (?: \.(?=\s) | (?=\s\s\s*\S) ) )
  | (?P<point>  (?: \.\d{{1,2}} ){{1,3}} (?=\s) )
  | (?P<bullet> [{_BULLETS}]\.?(?=\s|$) | o(?=\t) )
  | (?P<glued>  (?: \((?: \d{{1,2}} | [a-z] | [ivx]{{1,5}} )\) | (?: [a-z] | [ivx]{{1,5}} )[.)]
                  | \d{{1,2}} (?: [.)] | (?:\.\d{{1,2}}){{1,3}}\. ) ) (?=[^\W\d_]) )
    ) [\s{INVISIBLE}]*
    """,
    re.VERBOSE,
)
_BRACKETED = frozenset({"dotted", "number", "closed", "word", "titled", "paren"})  # "[1. …]", of a text not agreed on
_AFTER = re.compile(r"[–—-]\s+")  # "Recommendation 1 - …"
_SIGNS = frozenset("0123456789(§¶[." + "".join(_SAID["bullets"].split()) + INVISIBLE) | {
    chr(code) for code in (*range(0xFF10, 0xFF1A), 0xFF08)
}
_SECOND = frozenset({".", ")", ""})
_HEADS = frozenset(
    head
    for word in (*_WORDS, *_SAID["paragraphs"])
    for spelled in (word, word.upper())
    for head in (f"{spelled} "[:5], f"{spelled}\xa0"[:5])
)
_HEADS_BEGIN = frozenset(head[:2] for head in _HEADS)


@lru_cache(maxsize=MOST_BEGUN)
def may_begin(begun: str) -> bool:
    """Return whether a label can begin with two characters (one, of a line that has no more); `may_mark` says more."""
    first, second = begun[0], begun[1:]
    if first in _SIGNS or second.isspace() or begun in _HEADS_BEGIN:
        return True
    if second.islower():
        return first in "ivx" and second in "ivxl"
    return second in _SECOND or (first in "IVXLC" and second in "IVXLC")


def may_mark(line: str) -> bool:
    """Return whether a line can begin with a label at all; cheap, for the many lines that do not."""
    first, second = line[0], line[1:2]
    if first in _SIGNS:
        return True
    if second.islower():
        return line[:5] in _HEADS or (first in "ivx" and second in "ivxl")
    if second.isspace():
        return second == "\t" or line[2:3].isspace()  # "A  Title"
    return second in _SECOND or (first in "IVXLC" and second in "IVXLC") or line[:5] in _HEADS


def find_label(line: str) -> tuple[str, str, int] | None:
    """Return the form of the label a line begins with, the label, and where what follows it begins; None if none.

    Args:
        line: a line without the white space around it.
    """
    found = _LABEL.match(line)
    if found is None:
        return _bracketed(line) if line[0] == "[" else _odd(line)
    form, end = found.lastgroup or "", found.end()
    if form in WORDED and (dash := _AFTER.match(line, end)):
        end = dash.end()
    return form, found[form], end


def glued_form(label: str) -> str:
    """Return the form that a label has which is glued to the word after it, "(a)to", "3.1.promote"."""
    if label[0] == "(":
        return "paren"
    if label[-1] == ")":
        return "closed" if label[0].isdigit() else "half"
    if not label[0].isdigit():
        return "stop"
    return "dotted" if "." in label[:-1] else "number"


def _bracketed(line: str) -> tuple[str, str, int] | None:
    """Return the label of "[1. …]", a paragraph that is not agreed on; "[[1." is read too."""
    opened = 2 if line[1:2] == "[" else 1
    found = _LABEL.match(line[opened:])
    form = found.lastgroup if found else None
    if found is None or form not in _BRACKETED:
        return None
    return form, line[: opened + found.end(form)], opened + found.end()


def _odd(line: str) -> tuple[str, str, int] | None:
    """Return the label in which marks without width or full-width signs stand."""
    if not _ODD.search(line, 0, _FIRST_SIGNS):
        return None
    found = _LABEL.match(line[:_FIRST_SIGNS].translate(PLAIN))
    form = found.lastgroup if found else None
    if found is None or form is None:
        return None
    end = left = 0
    while left < found.end() or (end < len(line) and line[end] in INVISIBLE):
        left += line[end] not in INVISIBLE
        end += 1
    return form, found[form], end
