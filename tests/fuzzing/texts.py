"""Texts to fuzz with: real ones that were tampered with, signs in any order, sentences out of a grammar."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from cnd_tools.errors import CndError
from cnd_tools.lexicon import load
from cnd_tools.lexicon.openings import words
from cnd_tools.reading import read
from segmenting.outlines import flowed, outlines, paged, wrapped

_PROJECT = Path(__file__).parents[2]
_SHARED = _PROJECT.parent / "shared" / "data"
_WINDOW = 3_000  # characters of a text that are tampered with at once

# What breaks readers of texts: controls, blanks that are none, signs that join, turn round, or are two.
ODD = [*"\0\x01\x07\x0b\x0c\x1b\x1c\x1d\x1e\x85\xa0\xad", *"\u200b\u200d\u2028\u2029\u202e\u2066\ufeff\ufffd\ufffe"]
ODD += [*"İǅßﬁ²½Ⅷ٣０ा", "🇦🇫", "e\u0301", "ก็", "\U0001d7d8", "\U000e0041", "\r", "\r\n", "\n\r", "\t", "   ", "\n\n\n"]
_MARKERS = """(a) (b) (i) (v) (aa) (1) (A) 1. 2. 4. 10. 1.1 1.2.3 I. II. A. a) b. • – - * § 3 122.14–15 1990. bis (c)bis
    [1] ¹ ² ** A/RES/60/1 V.31-04567 ____________ ........"""
MARKERS = [*_MARKERS.split(), "Article 5", "Section II.", "Annex", "2 bis.", "1/2", "- 3 -", "____ 1 See"]
SIGNS = [*"abcABIVX 12.;:,()-–—•*_“”’[]/§|#<>&\n\n\n\t ", *ODD, *MARKERS]


@cache
def real() -> tuple[str, ...]:
    """Return the texts that are carried, and others where they are beside the project."""
    paths = [*sorted((_PROJECT / "data" / "raw").glob("*.txt")), *sorted(_SHARED.glob("files/*.*"))]
    paths += [*sorted(_SHARED.glob("akn/*.pdf.txt"))[:8], *sorted(_SHARED.glob("akn/*.wrapped.txt"))[:8]]
    found = []
    for path in paths:
        try:
            found.append(read(path).text)
        except CndError:
            continue
    return tuple(found)


@st.composite
def tampered(draw: st.DrawFn) -> str:
    """Draw a stretch of a real text, tampered with."""
    lines = _stretch(draw, _WINDOW).splitlines(keepends=True)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines)))
        to = min(at + draw(st.integers(1, 5)), len(lines))
        lines[at:to] = _CHANGES[draw(st.sampled_from(sorted(_CHANGES)))](draw, lines[at:to])
    return "".join(lines)


def _stretch(draw: st.DrawFn, longest: int) -> str:
    text = draw(st.sampled_from(real()))
    start = draw(st.integers(0, len(text)))
    return text[start : start + draw(st.integers(1, longest))]


def _odd(draw: st.DrawFn, lines: list[str]) -> list[str]:
    at, sign = draw(st.integers(0, 80)), draw(st.sampled_from(ODD))
    return [line[:at] + sign + line[at:] for line in lines]


_CHANGES = {
    "drop": lambda draw, lines: [],
    "double": lambda draw, lines: lines * 2,
    "swap": lambda draw, lines: lines[::-1],
    "odd": _odd,
    "mark": lambda draw, lines: [f"{draw(st.sampled_from(MARKERS))} {line.lstrip()}" for line in lines],
    "join": lambda draw, lines: ["".join(lines).replace("\n", " ")],
    "splice": lambda draw, lines: [*lines, _stretch(draw, 400)],
    "indent": lambda draw, lines: [" " * draw(st.integers(0, 60)) + line for line in lines],
}


def noise() -> st.SearchStrategy[str]:
    """Draw texts of signs, markers and odd characters in any order, and of any characters at all."""
    return st.lists(st.sampled_from(SIGNS), max_size=200).map("".join) | st.text(max_size=300)


def made_up() -> st.SearchStrategy[str]:
    """Draw outlines as text, laid out in lines or pages."""
    return st.builds(
        lambda nodes, lay_out: lay_out(nodes),
        outlines(),
        st.sampled_from([flowed, lambda nodes: wrapped(nodes, 60), lambda nodes: paged(nodes, 14)]),
    )


@cache
def _vocabulary() -> dict[str, list[str]]:
    """Return what sentences are made of, by its part in them: words of the lexicon, and what joins them."""
    lexicon = load()
    said = {
        kind: [_spelled(pattern) for entry in lexicon[kind] for pattern in entry.patterns]
        for kind in ("actor", "verb", "strength", "theme", "extent", "noun")
    }
    said["head"] = [f"{verb.capitalize()}s" for verb in words()["opening"]["verbs"].split()]
    said["cue"] = ["should", "must", "need to", "shall not", "were encouraged to", "had to", "may", *said["strength"]]
    joints = "that and or of to for by not which while whether ( ) “ ” : ; – , ,and in such as without its their"
    said["joint"] = [*joints.split(), ", in particular", "as well as", "in order to", ", inter alia,", "such as"]
    said["filler"] = ["the", "drug control", "a world problem", "Commission", "1990", "16.2", "resolution 60/1", "all"]
    return said


def _spelled(pattern: str) -> str:
    """Return one way to write what a pattern of the lexicon stands for."""
    return " ".join(word.split("|")[0].lstrip("=").removesuffix("?") for word in pattern.split() if word != "~")


_ORDERS = (
    ("actor", "verb", "joint", "actor", "cue", "verb", "filler", "noun"),
    ("head", "joint", "actor", "cue", "verb", "theme"),
    ("actor", "cue", "verb", "theme", "joint", "verb", "noun"),
    ("extent", "actor", "verb", "noun", "joint", "theme"),
)


@cache
def sentences() -> st.SearchStrategy[str]:
    """Draw what looks like sentences: actors, verbs, cues and joints in a likely order, or in any."""
    said = _vocabulary()
    order = st.sampled_from(_ORDERS) | st.lists(st.sampled_from(sorted(said)), min_size=1, max_size=14).map(tuple)
    parts = order.flatmap(lambda kinds: st.tuples(*(st.sampled_from(said[kind]) for kind in kinds)))
    text = parts.map(" ".join).map(lambda text: text[0].upper() + text[1:])
    return st.builds(str.__add__, text, st.sampled_from([*".;:,?", "", "…", ".”", ".)", ".¹", " "]))


@cache
def paragraphs() -> st.SearchStrategy[str]:
    """Draw texts of such sentences, with markers before some and odd characters in some."""
    marker = st.sampled_from(["", "", "1. ", "2. ", "(a) ", "(i) ", "• ", "The General Assembly,\n\n"])
    odd = st.sampled_from([""] * len(ODD) + ODD)
    line = st.tuples(marker, sentences(), odd, st.sampled_from([" ", "\n"]), sentences()).map("".join)
    return st.lists(line, min_size=1, max_size=4).map("\n\n".join)


def anything() -> st.SearchStrategy[str]:
    """Draw any text that a document may have; NUL is refused when files are read."""
    return (tampered() | noise() | made_up() | paragraphs()).map(lambda text: text.replace("\0", ""))
