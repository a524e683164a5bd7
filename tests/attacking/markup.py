"""HTML, Markdown and plain text: signs that are said again and again, nested, never closed, or in any order."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from attacking.cases import ACT, Case, document, planted, sentence
from attacking.mutations import edited, held, shuffled

MUTATED = {"HTML": 260, "Markdown": 160, "plain text": 160}
MANY = 2_000
_TAGS = "div span b a table ul ol dl blockquote svg math p h1 li td tr em section sup form button nobr pre font"
_BODY = f"<html><body><p>{ACT}"

# Signs of Markdown and of plain text, to be said again and again; § parts them, ¶ is the end of a line.
_OF_MARKDOWN = """*§**§**a§_§`§a``b```§[§]§[a](§[a](<b§![§!§<§&§&amp;§>§-§--§+§1.§1)§~§~~~¶§```¶§#§#¶§=¶§|§|a¶§\\§\\¶§
[a]:b¶§[a]¶§[^a]:b¶§[^a]§<div>¶§<a href='§<!--§<?§<![CDATA[§*a_ §a**b_c§:§http://a§a@§<br>§<sup>§<sup>1</sup>§> §>> §
- §+ §1. §1. a¶§1. a¶¶§- a¶  - b¶§> a¶§a¶-¶§	§  ¶§|a|b|¶|-|-|¶|c|d|¶§¶§**a *a §    a¶§- > 1. §[a][§![a][b]§&#9;§# """
_OF_PLAIN = """1.¶§(a) x¶§((((((§(i) x¶§• x¶§9§1.§1.1.1.1.§¹²³§ARTICLE I¶§-¶§-§_§“§"a §1/ a¶§[1] a¶§.§…§/§&§# a¶§a:¶§
A/RES/61/1¶§Annex¶§a;¶§1. (a) (i) a. - * (1) A.¶§(a) x; (b) y; (c) z; §a. b. c. d. §Page 1¶\f§Sixty-first session¶§	§
a	b	c¶§          x¶§\fx§x\x85§\u200b§x§a\u0301\u0301§\u202e§\U0001f600§¶§¶¶1. a§Recalling that,¶¶§a-¶§\r§\u2028§
1. Decides:¶¶(a) so;¶¶§a          b          c¶§a   1   2¶§A¶¶§Article 5¶¶§Section II.¶¶"""


def _signs(said: str) -> list[str]:
    return [sign.replace("¶", "\n") for sign in said.replace("\n", "").split("§")]


_MARKDOWN, _PLAIN = _signs(_OF_MARKDOWN), _signs(_OF_PLAIN)
_ODD = [
    "\u200e",
    "\u202e",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\U0001d7d8",
    "ß",
    "e\u0301",
    "\xa0",
]
_SIGNS = ["(a) ", "(i) ", "1. ", "10. ", "• ", "- ", "* ", "A. ", "II. ", "# ", "> ", "| ", "    ", "\t", "[1] ", "¹ "]


_TAG = re.compile(rb"""</?[a-zA-Z](?:=\s*+"[^"]*+"|=\s*+'[^']*+'|[^>])*+(?:>|\Z)""")


def cases() -> Iterator[Case]:
    """Yield cases of the three formats: made ones, and whole texts that were changed."""
    for kind, ending, made, seed in (
        ("HTML", "html", _html, _page),
        ("Markdown", "md", _markdown, _lined),
        ("plain text", "txt", _plain, _lined),
    ):
        for name, data, small in made():
            yield document(kind, name, data, ending=ending, small=small)
        for number in range(MUTATED[kind]):
            data, holds = seed(random.Random(number), kind)
            yield document(kind, f"changed, seed {number}", data, ending=ending, holds=holds, small=True)


def _html() -> Iterator[tuple[str, bytes | str, bool]]:
    for tag in _TAGS.split():
        for count in (90, MANY, 60_000):
            yield f"{count} of <{tag}>", f"{_BODY}{f'<{tag}>' * count}x", count <= MANY
        yield f"{MANY} of <{tag}> closed", f"{_BODY}{f'<{tag}>x</{tag}>' * MANY}", True
        yield f"{MANY} ends of <{tag}>", f"{_BODY}{f'</{tag}>x' * MANY}", True
    listed = "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span>x"
    parts = {
        "references": "&amp;&nbsp;&#x41;&notit;&#99999999999;&#0;&#xD800;",
        "comments": "<!-- a -->",
        "open comments": "<!--",
        "data": "<![CDATA[",
        "types": "<!doctype html>",
        "signs of a tag": "<",
        "open tags": "<a ",
        "lines of Word's lists": listed,
        "breaks": "a<br>",
        "terms": "<dt>1.<dd>x",
        "options": "<select><option>2. x",
        "templates": "<template>",
        "headings in headings": "<h1>a<h6>b",
        "names of a set of characters": "<meta charset ",
        "anchors": "<a name=x>y</a>",
        "frames": "<iframe src=x></iframe><object></object><embed>",
        "lines": "<pre>1. a\n",
        "blank lines": "\n",
        "marks": "<sup>1</sup>",
        "cells": "<table><tr><td rowspan=99999 colspan=99999>x",
        "paragraphs with attributes": "<p id=a class=b style='font-style:italic'>1. Act.",
    }
    for name, part in parts.items():
        for count in (MANY, 30_000):
            yield f"{count} {name}", _BODY + part * count, count == MANY
    yield "an attribute of 10 MB", f"<html><body><p class='{'y ' * 5_000_000}'>{ACT}", False
    yield "an attribute that never ends", f'{_BODY}<p a="{"x" * 5_000_000}', False
    yield "100,000 attributes", f"<html><body><p {' '.join(f'a{place}=1' for place in range(100_000))}>{ACT}", False
    yield "a comment of 5 MB", f"<html><body><!--{'-' * 5_000_000}<p>{ACT}", False
    yield "a set of characters of 1 MB", f"<html><meta charset={'x' * 1_000_000}>{_BODY}", False
    yield "a point of 5 MB", f"<html><body><p>1. {'a' * 5_000_000}", False
    yield "a line of 5 MB", f"<html><body><p>1. {'States should act. ' * 250_000}", False
    for codec in ("utf-16", "utf-32", "utf-7", "cp1252", "cp037", "shift_jis"):
        yield f"in {codec}", f"<html><meta charset={codec}><body><p>1. Café.".encode(codec, "replace"), True


def _markdown() -> Iterator[tuple[str, bytes | str, bool]]:
    for sign in dict.fromkeys(_MARKDOWN):
        for count in (MANY, 12_000):
            yield f"{count} of {sign!r}", f"{ACT}\n\n{sign * count}", count == MANY
    yield (
        "a table of 2,000 columns",
        f"{ACT}\n\n{'|a' * 2_000}|\n{'|-' * 2_000}|\n" + (f"{'|b' * 2_000}|\n" * 20),
        False,
    )
    yield "a table that fills itself", f"{ACT}\n\n{'|a' * 2_000}|\n{'|-' * 2_000}|\n" + "|b|\n" * 5_000, False
    yield "20,000 names of links", "".join(f"[a{n}]: x\n" for n in range(20_000)) + "[a1] " * 20_000, False
    yield "notes of notes", "".join(f"[^{n}]: note [^{n + 1}]\n" for n in range(9_000)) + "x[^0]", False
    yield "notes in a circle", "x[^a]\n\n[^a]: see [^a] and [^b]\n[^b]: see [^a]\n", True
    yield "a note referred to 20,000 times", f"{'x[^a]' * 20_000}\n\n[^a]: {'long ' * 3_000}\n", False
    head = "".join(f"{'  ' * n}a:\n" for n in range(1_000))
    laughs = "".join(f"{b}: &{b} [{','.join(f'*{a}' for _ in range(9))}]\n" for a, b in pairwise("abcdefghi"))
    yield "a deep head", f"---\n{head}---\n{ACT}", True
    yield "a head of laughs", f"---\na: &a [x,x]\n{laughs}---\n{ACT}", True
    yield "a head that never ends", "---\n" + "a: b\n" * 20_000, False
    yield "lists 40 deep", "".join("  " * n + "- a\n" for n in range(40)), True
    yield "a line of 2 MB", f"{ACT}\n\n{'a ' * 1_000_000}", False
    yield "hidden HTML", f"{ACT}\n\n<p hidden>gone</p>\n\n<nav>n</nav>\n", True


def _plain() -> Iterator[tuple[str, bytes | str, bool]]:
    for sign in dict.fromkeys(_PLAIN):
        for count in (MANY, 20_000):
            yield f"{count} of {sign!r}", f"Preamble\n\n{sign * count}", count == MANY
    yield "26 MB", "States should act. " * 1_400_000, False
    yield "1,100,000 lines", "a\n" * 1_100_000, False
    yield "60,000 points", "".join(f"{n}. Act.\n" for n in range(60_000)), False
    yield "a number of ten million digits", f"{'1' * 10_000_000}. a", False
    for sign in _ODD:
        yield f"points with {sign!r}", f"1.{sign} Act{sign}.\n\n({sign}a) So{sign}\n\n{sign}2. Act.\n", True
        yield f"lines of {sign!r}", f"1. Act.\n{sign}\n2. Act{sign}{sign}\n3. Act.", True


def _page(draw: random.Random, _kind: str) -> tuple[bytes, list[str]]:
    words = planted(10)
    said = iter(map(sentence, words))
    cells = "".join(f"<td>{next(said)}</td>" for _ in range(2))
    page = f"<html><head><title>x</title></head><body><h1>{next(said)}</h1><p>1. {next(said)}</p>"
    page += f'<ol start="2" type="a"><li>{next(said)}<ul><li>{next(said)}</li></ul></li></ol>'
    page += f"<table><tr>{cells}</tr></table>"
    page += f'<div class="x"><span>{next(said)}</span><br>{next(said)}</div><blockquote>{next(said)}</blockquote>'
    page += f'<p>{next(said)}<sup><a href="#fn1">1</a></sup></p></body></html>'
    data = edited(page.encode(), draw, markup=bool(draw.randrange(4)))
    return data, held(_seen(data), words)


def _seen(page: bytes) -> bytes:
    """Return what of a page stands outside tags and comments; nothing where a quote is open, which may hold all."""
    if page.count(b'"') % 2 or page.count(b"'") % 2:
        return b""
    page = re.sub(rb"<!--.*?(?:-->|\Z)|<[!?].*?(?:>|\Z)", b"", page, flags=re.DOTALL)
    page = re.sub(rb"<title.*?(?:</title>|\Z)", b"", page, flags=re.DOTALL)
    return _TAG.sub(b"\0", page)


def _lined(draw: random.Random, kind: str) -> tuple[str, list[str]]:
    words = planted(10)
    said = iter(map(sentence, words))
    marks = ["# ", "", "1. ", "2. ", "   - ", "> ", "| a | ", "", "(a) ", "    "]
    lines = [mark + next(said) + (" | b |" if "|" in mark else "") for mark in marks]
    signs = [*_SIGNS, *_ODD] if kind == "plain text" else [*_SIGNS, *_MARKDOWN[:40]]
    text = shuffled(lines, signs, draw).replace("\0", "")
    quiet = kind == "Markdown" and ("<" in text or "[a]:" in text)  # HTML, and names of links, which print nothing
    return text, [] if quiet else held(text.encode(), words)
