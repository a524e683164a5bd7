"""Word documents that refer in circles, repeat without end, lie about their size, or hide what they hold."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache, partial

from attacking.cases import ACT, Case, Made, document, planted, sentence
from attacking.mutations import edited, held
from reading.made_docx import W, in_list, lvl, numbering, packed, par, run, word

KIND = "Word"
MUTATED = 350
_ACT = par(ACT)
_LIST = '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
_WHITE = '<w:color w:val="FFFFFF"/>'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def cases() -> Iterator[Case]:
    """Yield made documents, large and small, and whole ones whose XML or bytes were changed."""
    for large, made in ((False, _small), (True, _large)):
        for name, data in made():
            yield document(KIND, name, data, ending="docx", small=not large)
    for seed in range(MUTATED):
        yield _mutated(seed)


def _refer(ident: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{ident}"/></w:r>'


def _note(ident: int, inner: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{ident}"><w:p>{inner}</w:p></w:{kind}>'


def _noted(count: int) -> str:
    return f"<w:p>{run(ACT)}{_refer(0) * count}</w:p>"


def _styles(count: int, based: str = "paragraph") -> str:
    return "".join(
        f'<w:style w:type="{based}" w:styleId="s{place}"><w:basedOn w:val="s{place + 1}"/></w:style>'
        for place in range(count)
    )


def _overrides(count: int, inner: str = '<w:startOverride w:val="1"/>') -> str:
    each = "".join(f'<w:lvlOverride w:ilvl="{place}">{inner}</w:lvlOverride>' for place in range(count))
    return numbering(lvl(0, "decimal", "%1."), nums=f"{_LIST}{each}</w:num>")


def _nested(inner: str, deep: int, around: str) -> str:
    for _ in range(deep):
        inner = around.format(inner)
    return inner


def _small() -> Iterator[tuple[str, bytes]]:
    styled, item = par(ACT, '<w:pStyle w:val="s0"/>'), par("Act.", in_list(1, 0))
    inner = run(ACT, '<w:rStyle w:val="s0"/>')
    for size in (1, 2, 3, 50):
        notes = "".join(_note(place, run("x") + _refer((place + 1) % size)) for place in range(size))
        yield f"notes in a circle of {size}", word(_noted(1), footnotes=notes)
    across = {"footnotes": _note(0, _refer(0, "endnote")), "endnotes": _note(0, _refer(0), "endnote")}
    yield "notes of both kinds in a circle", word(_noted(1) + f"<w:p>{_refer(0, 'endnote')}</w:p>", **across)
    yield "notes nobody refers to", word(_ACT, footnotes="".join(_note(place, run("x")) for place in range(100)))
    for deep in (1, 40, 49, 51, 2_000):
        yield f"styles {deep} deep", word(styled * 20, styles=_styles(deep))
        yield f"styles of runs {deep} deep", word(f"<w:p>{inner}</w:p>" * 20, styles=_styles(deep, "character"))
    circle = '<w:style w:type="paragraph" w:styleId="s0"><w:basedOn w:val="s0"/></w:style>'
    yield "a style based on itself", word(styled, styles=circle)
    link = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
    own = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    yield "a list's style that is its own", word(item, numbering=f"{link}{_LIST}</w:num>", styles=own)
    for size in (1, 100, 400, 501, 100_000):
        yield f"a label of {size} letters", word(item * 3, numbering=numbering(lvl(0, "decimal", "x" * size)))
    for start in (0, -1, 999_999_999, 10**30):
        for form in ("decimal", "lowerRoman", "lowerLetter", "ordinal", "nonsense"):
            yield (
                f"a list of {form} from {start}",
                word(item * 30, numbering=numbering(lvl(0, form, "%1.", start=start))),
            )
    yield from _hidden()
    yield from _archives()


def _hidden() -> Iterator[tuple[str, bytes]]:
    begin, end = (f"<w:p>{_FIELD.format(kind)}</w:p>" for kind in ("begin", "end"))
    after = par("2. After it.")
    box = f"<w:txbxContent>{par('2. In the box.')}</w:txbxContent>"
    chosen = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    )
    both = f"<w:p><w:r>{chosen}<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    both += "</mc:AlternateContent></w:r></w:p>"
    bodies = {
        "a field that never ends": begin + _ACT,
        "fields that never end": begin * 300 + _ACT + after,
        "fields that end too often": _ACT + end * 300 + after,
        "text in a field's instruction": begin + par("2. Hidden.") + end + _ACT,
        "hidden text": _ACT + f"<w:p>{run('2. Secret.', '<w:vanish/>')}</w:p>",
        "white text": _ACT + f"<w:p>{run('2. White.', _WHITE)}</w:p>",
        "text struck and moved": f"{_ACT}<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('a')}</w:moveFrom><w:moveTo>{run('a')}</w:moveTo></w:p>",
        "a text box": _ACT + both,
        "a text box in a table": f"{_ACT}<w:tbl><w:tr><w:tc>{_ACT}</w:tc><w:tc>{both}</w:tc></w:tr></w:tbl>",
        "blocks of no kind": f"{_ACT}<w:strange>{after}</w:strange><mc:AlternateContent><mc:Choice>{after}"
        "</mc:Choice></mc:AlternateContent>",
        "text between rows and cells": f"{_ACT}<w:tbl>{after}<w:tr>{after}<w:tc>{after}</w:tc></w:tr></w:tbl>",
        "a run in the body": _ACT + run("2. On its own."),
        "controls": par("1. a&#9;&#10;&#13;&#x85;&#x2028;&#xFFFE;&#x202E; b"),
        "no body": "",
        "boxes in boxes": _nested(_ACT, 28, "<w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p>"),
        "tables in tables": _nested(_ACT, 60, "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"),
        "tables deeper than a parser goes": _nested(_ACT, 120, "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"),
        "cells that span millions": "<w:tbl>"
        + f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{_ACT}</w:tc></w:tr>' * 9
        + "</w:tbl>",
    }
    yield from ((name, word(body)) for name, body in bodies.items())
    yield "a text box in a note", word(_noted(1), footnotes=f'<w:footnote w:id="0">{both}</w:footnote>')
    yield "an altChunk", word(_ACT + '<w:altChunk r:id="aFChunk"/>', aFChunk=par("2. In a chunk."))
    yield "a prolog with entities", word(par("1. &b; act."), prolog="<!DOCTYPE a [<!ENTITY b 'ha'>]>")
    yield "a prolog with a file", word(par("1. &b;."), prolog="<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>")


def _other(text: bytes, blank: int = 0) -> bytes:
    """Return a Word file whose text stands in a part that is not called .xml, beside one of so many blanks."""
    with zipfile.ZipFile(io.BytesIO(word(""))) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name).decode() for name in archive.namelist()}
    known = f'<Default Extension="a" ContentType="{_MAIN}"/></Types>'
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace("</Types>", known)
    parts["_rels/.rels"] = str(parts["_rels/.rels"]).replace("word/document.xml", "word/document.a")
    return packed(parts | {"word/document.a": text, "word/big.bin": b" " * blank})


def _body(inner: str, encoding: str = "utf-8") -> str:
    return f"<?xml version='1.0' encoding='{encoding}'?><w:document {W}><w:body>{inner}</w:body></w:document>"


def _archives() -> Iterator[tuple[str, bytes]]:
    for encoding in ("utf-8", "utf-7", "utf-16", "utf-32", "cp037", "shift_jis", "gb18030", "hz"):
        yield f"a part in {encoding}", _other(_body(_ACT, encoding).encode(encoding))
    plain = _other(_body(_ACT).encode(), blank=3_000_000)
    for size in (0, 100, 1_000_000, 4_000_000_000):
        yield f"a part that says it has {size}", _lying(plain, size)
    yield "a name of 60,000 letters", packed({"n" * 60_000: b" "})
    yield "names that lead out", word(_ACT, extra={"../../x": b"x", "/etc/x": b"x", "word/../../y": b"x"})
    whole = word(_ACT)
    for part in range(1, 20):
        yield f"the first {part} twentieths", whole[: len(whole) * part // 20]


def _lying(data: bytes, size: int) -> bytes:
    made = bytearray(data)
    for signature, sums, sizes in ((b"PK\x03\x04", 14, 22), (b"PK\x01\x02", 16, 24)):
        place = made.rindex(signature)
        made[place + sums : place + sums + 4] = zlib.crc32(b" " * min(size, 10**6)).to_bytes(4, "little")
        made[place + sizes : place + sizes + 4] = size.to_bytes(4, "little")
    return bytes(made)


def _large() -> Iterator[tuple[str, Made]]:
    item, draw = par("Act.", in_list(1, 0)), random.Random(1)
    many = "".join(f'<w:p w:a{draw.randrange(9)}="{draw.randrange(99)}"/>' for _ in range(1_500_000))
    yield "one note referred to 60,000 times", partial(word, _noted(60_000), footnotes=_note(0, run("long " * 2_000)))
    yield (
        "20,000 notes",
        word(
            "".join(f"<w:p>{run('Act.')}{_refer(place)}</w:p>" for place in range(20_000)),
            footnotes="".join(_note(place, run("n")) for place in range(20_000)),
        ),
    )
    yield "styles 49 deep, 5,000 times", partial(word, par(ACT, '<w:pStyle w:val="s0"/>') * 5_000, styles=_styles(49))
    yield "20,000 overrides", partial(word, item * 2_000, numbering=_overrides(20_000))
    yield "20,000 levels", partial(word, item * 2_000, numbering=_overrides(20_000, lvl(0, "decimal", "%1.")))
    yield (
        "labels of 400 letters, 20,000 times",
        partial(word, item * 20_000, numbering=numbering(lvl(0, "decimal", "x" * 400))),
    )
    yield (
        "labels of numbers of numbers",
        partial(word, item * 20_000, numbering=numbering(lvl(0, "lowerRoman", "%1" * 250))),
    )
    yield "1,500,000 tags in a part of another name", partial(_other, _body(many).encode())
    yield "a part of 300 MB", partial(_other, _body(_ACT).encode(), blank=300_000_000)
    yield "9,000 parts", partial(word, _ACT, extra={f"m{place}": b"<x>" * 100 for place in range(9_000)})
    yield "30,000 parts", partial(word, _ACT, extra={f"m{place}": b"" for place in range(30_000)})
    yield (
        "20,000 fields in fields",
        word(f"<w:p>{_FIELD.format('begin') * 20_000}{run('x')}{_FIELD.format('end') * 20_000}</w:p>{_ACT}"),
    )
    cell = f"<w:tc>{par('x')}</w:tc>"
    yield "a table of 60,000 columns", partial(word, f"<w:tbl><w:tr>{cell * 60_000}</w:tr></w:tbl>")
    yield "a table of 20,000 rows", partial(word, f"<w:tbl>{f'<w:tr>{cell}{cell}</w:tr>' * 20_000}</w:tbl>")
    yield "200,000 runs", partial(word, f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 200_000}</w:p>")
    yield "300,000 line breaks", partial(word, f"<w:p><w:r>{'<w:br/>' * 300_000}<w:t>a</w:t></w:r></w:p>")
    yield "50,000 pages", partial(word, '<w:p><w:r><w:br w:type="page"/><w:t>a</w:t></w:r></w:p>' * 50_000)
    yield "600,000 empty paragraphs", partial(word, "<w:p/>" * 600_000)
    yield "one paragraph of 20 MB", partial(word, par("1. " + "States should act and " * 900_000))
    yield "an attribute of 9 MB", partial(word, f'<w:p w:x="{"y" * 9_000_000}"/>{_ACT}')
    for what, count in (('a{}="1"', 100_000), ('xmlns:n{0}="u{0}"', 50_000)):
        yield (
            f"{count} of {what}",
            partial(word, f"<w:p {' '.join(what.format(place) for place in range(count))}/>{_ACT}"),
        )
    yield "300,000 instructions", partial(word, "<?a b?>" * 300_000 + _ACT)


@cache
def _seed() -> tuple[dict[str, bytes], list[str]]:
    """Return the parts of a whole document with headings, lists, a note, a table, a field, and its planted words."""
    words = planted(12)
    said = iter(map(sentence, words))
    body = par(next(said), '<w:pStyle w:val="s0"/>') + par(next(said), in_list(1, 0)) + par(next(said), in_list(1, 1))
    body += f"<w:p>{run(next(said))}{_refer(0)}</w:p>"
    cells = "".join(f"<w:tc>{par(next(said))}</w:tc>" for _ in range(2))
    body += f"<w:tbl><w:tr>{cells}</w:tr><w:tr><w:tc>{par(next(said))}</w:tc></w:tr></w:tbl>"
    separate = _FIELD.format("separate")
    body += f"<w:p>{_FIELD.format('begin')}{separate}{run(next(said))}{_FIELD.format('end')}</w:p>"
    body += f"<w:p><w:hyperlink>{run(next(said))}</w:hyperlink><w:ins>{run(next(said))}</w:ins></w:p>{par(next(said))}"
    levels = numbering(lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "(%2)"))
    data = word(body, numbering=levels, styles=_styles(3), footnotes=_note(0, run(next(said))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}, words


def _mutated(seed: int) -> Case:
    draw = random.Random(seed)
    parts, words = _seed()
    parts = dict(parts)
    if seed % 5 == 4:  # bytes, of the archive itself
        data, holds = edited(packed(dict(parts)), draw, markup=False), []
    else:
        name = draw.choice(sorted(parts) + ["word/document.xml"] * 6)
        parts[name] = edited(parts[name], draw, markup=True)
        data, holds = packed(dict(parts)), _printed(parts, words)
    return document(KIND, f"changed, seed {seed}", data, ending="docx", holds=holds, small=True)


def _printed(parts: dict[str, bytes], words: list[str]) -> list[str]:
    """Return the planted words that stand in runs of the text or its notes."""
    inner = b" ".join(parts[name] for name in ("word/document.xml", "word/footnotes.xml"))
    return held(b" ".join(re.findall(rb"<w:t(?: [^<>]*)?>([^<]*)</w:t>", inner)), words)
