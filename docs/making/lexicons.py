"""The reference of the lexicon: every theme, actor, strength and extent, and the verbs that report, from its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cnd_tools.lexicon import codebook_files, load
from cnd_tools.lexicon.codebook import codebook
from cnd_tools.lexicon.entries import Lexicon
from cnd_tools.lexicon.schema import COMMON, KINDS

HEAD = """# Lexicons

<!-- Written by `make docs` from src/cnd_tools/lexicon/*.toml. -->

The words the tables are made with are data, not code: `cnd lexicon show corruption` shows an entry whole, with its
reason, and you can add your own or replace ours ([how](../guides/themes.md)).
"""
SIGNS = frozenset("|~=?,")
FEW = 6  # patterns shown of a theme or strength; `cnd lexicon show` has them all


def page() -> str:
    """Return the page."""
    lexicon = load()
    goals = load(extra=codebook_files("sdg"))
    parts = (
        _themes(lexicon),
        _goals(goals),
        _actors(lexicon),
        _strengths(lexicon),
        _extents(lexicon),
        _verbs(lexicon),
        _kinds(),
    )
    return "\n".join([HEAD, *(line for part in parts for line in part), ""])


def _themes(lexicon: Lexicon) -> Iterator[str]:
    yield "## Themes\n\nUnder the seven chapters of the outcome of the General Assembly's special session of 2016.\n"
    for pillar, entries in groupby(lexicon["theme"], key=lambda entry: entry.get("pillar")):
        yield f"### {pillar}\n\n| theme | the point speaks of | found by, among others |\n|---|---|---|"
        yield from (f"| {one.label} `{one.id}` | {_cell(one.why)} | {_some(one.patterns)} |" for one in entries)
        yield ""


def _goals(lexicon: Lexicon) -> Iterator[str]:
    yield "## Themes of the codebook sdg\n"
    yield "The Sustainable Development Goals of resolution 70/1, each target under one theme.\n"
    for pillar, entries in groupby(lexicon["theme"], key=lambda entry: entry.get("pillar")):
        yield f"### {pillar}\n\n| theme | the point speaks of | found by, among others |\n|---|---|---|"
        yield from (f"| {one.label} `{one.id}` | {_cell(one.why)} | {_some(one.patterns)} |" for one in entries)
        yield ""


def _actors(lexicon: Lexicon) -> Iterator[str]:
    meanings = {code.code: code.definition for code in codebook(lexicon, actors=()) if code.variable == "type"}
    yield "## Actors\n\nOther bodies and persons that are named as such are actors too, under their own English name"
    yield "(`federal_drug_control_service`, `person:voblikov`).\n"
    for kind, meaning in meanings.items():
        entries = sorted(f"{one.label} `{one.id}`" for one in lexicon["actor"] if one.get("type") == kind)
        yield f"### {kind}\n\n{meaning} There are {len(entries)}:\n"
        yield ",\n".join(entries) + ".\n"


def _strengths(lexicon: Lexicon) -> Iterator[str]:
    yield "## Strengths\n\nThe cues, strongest first. Verbs that direct (`urge`, `invite`) are among the verbs.\n"
    yield "| strength | cue | found by, among others |\n|---|---|---|"
    for one in lexicon["strength"]:
        yield f"| {one.get('strength')} | {_cell(one.why)} | {_some(one.patterns)} |"
    yield ""


def _extents(lexicon: Lexicon) -> Iterator[str]:
    yield "## Extents\n\nWords before the holder. Without them a plural is `unqualified`; without holder, `unstated`.\n"
    yield "| extent | words |\n|---|---|"
    yield from (f"| `{one.id}` | {', '.join(one.patterns)} |" for one in lexicon["extent"])
    yield ""


def _verbs(lexicon: Lexicon) -> Iterator[str]:
    yield "## Verbs\n\nThose that report, and those that ask for something.\n"
    yield "| entry | stance | strength | verbs |\n|---|---|---|---|"
    for one in lexicon["verb"]:
        if one.get("form") in {"say", "claim", "promise", "direct"}:
            yield f"| {one.id} | {one.get('stance', '')} | {one.get('strength', '')} | {', '.join(one.patterns)} |"
    yield ""


def _kinds() -> Iterator[str]:
    common = ", ".join(f"`{key}`" for key in COMMON)
    yield f"## Keys of an entry\n\nEvery entry may have {common}; `id`, `patterns` and `why` it must have. A rule"
    yield "has no `label` and no `patterns`; `src/cnd_tools/extracting/rules/README.md` tells what its keys mean.\n"
    yield "| kind | must have | may have | files |\n|---|---|---|---|"
    for name, kind in KINDS.items():
        files = f"{kind.file}*.toml" if kind.patterned else "yours; ours are `cnd rules`"
        yield f"| `{name}` | {_keys(kind.required)} | {_keys(kind.optional)} | {files} |"


def _keys(found: object) -> str:
    return ", ".join(f"`{key}`" for key in found)  # type: ignore[attr-defined]


def _some(patterns: Sequence[str]) -> str:
    """Return a few patterns, the plain ones first: those with signs in them are for the program to read."""
    plain = sorted(patterns, key=lambda one: not SIGNS.isdisjoint(one))
    return ", ".join(_cell(one) for one in plain[:FEW]) + (", …" if len(patterns) > FEW else "")


def _cell(text: str) -> str:
    return text.replace("|", r"\|").replace("<", "&lt;")
