"""Short names that hold for a whole document: its acronyms, and which body "the Committee" is throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cnd_tools.extracting.actors.gazetteer import Known, learn_acronyms, own_id, read_pieces
from cnd_tools.extracting.actors.own_organization import own_names
from cnd_tools.extracting.actors.tokens import cut_text
from cnd_tools.extracting.matches import BODIES, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Entry, Lexicon

_MASTHEAD = 1_000  # characters in which a document says whose it is
AROUND = 150  # characters each side of a body's head word, in which its full name stands
_CAPITAL_BEFORE = re.compile(r"(?<![\w’'-])(?!The\b)[A-Z][\w’'-]*\s+\Z")
_OF_AFTER = re.compile(r"\s+(?:on|of|for|against|to)(?:\s+\S+){2}")
_WITHIN = re.compile(r"\s(?:of|on|for|to|in|against)\s")
_MEMBERS = re.compile(r"[a-z,]\sMembers\b(?!\s(?:of|for|States|Countries|Nations)\b)")
_SHORTENED = BODIES | {"meeting"}  # types of actors
_AN_ASSEMBLY = re.compile(r"\b[Tt]he ((?:[A-Z][\w’'-]+ ){1,3}Assembly)\b")
_ASSEMBLY, _GENERAL_ASSEMBLY = "Assembly", "general_assembly"


def learn_short_names(text: str, *, lexicon: Lexicon, body: str | None = None) -> dict[str, Known]:
    """Return whom a document means by its acronyms and by "the Committee", "the Board", …, where that is plain.

    "The Committee" is the body whose document it is, if it has that word in its name, or else the one that a line of
    the masthead names, or the only such body that the document names.

    Args:
        text: the document's whole text.
        lexicon: whose actors, heads and pronouns to go by.
        body: whose document it is, from its masthead.

    Returns:
        Actors by acronym, "LKU", and by article and head word, "the Committee".
    """
    own = {known.actor: known for known in _named(body or "", lexicon)}
    learned = learn_acronyms(text, lexicon=lexicon)
    learned.update(_capitals(text, lexicon))
    learned.update(_members(text, lexicon))
    for entry, head in short_heads(lexicon):
        short = f"the {head}"
        if not said(short, text) and not said(f"The {head}", text):
            continue
        found = {actor: known for actor, known in own.items() if _has(known, head)}
        found = found or {known.actor: known for known in _headed(text, head, lexicon)}
        if not found and entry.get("document"):
            found = _full(text, head, lexicon)
            if not found and entry.get("otherwise") == "itself":  # "the Commission" is that on Narcotic Drugs
                found = _initialled(text, head, lexicon)
        if len(found) == 1:
            learned.update((short, known) for known in found.values())
    learned.update([*_own_assembly(own)] or _other_assembly(text, lexicon))
    return learned | own_names(text, lexicon)


@rule("short.own_assembly")
def _own_assembly(own: Mapping[str, Known]) -> Iterator[tuple[str, Known]]:
    """Yield whom "the Assembly" means in a document of another assembly than the General Assembly."""
    for known in own.values():
        if known.actor != _GENERAL_ASSEMBLY and has_head(known.name, _ASSEMBLY):
            yield _ASSEMBLY, known._replace(guessed=False, pattern="", rule=f"short:{known.name}")


@rule("short.other_assembly")
def _other_assembly(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Known]]:
    """Yield whom "the Assembly" means in a document that names one assembly in full, and never the General Assembly."""
    names = set(_AN_ASSEMBLY.findall(text)) if _ASSEMBLY in text and f"General {_ASSEMBLY}" not in text else set()
    if len(names) == 1:
        (name,) = names
        known = next(iter(_named(name, lexicon)), None) or Known(own_id(name), name, "organization", "")
        yield _ASSEMBLY, known._replace(guessed=False, pattern="", rule=f"short:{known.name}")


@rule("short.spoken_for")
def spoken_for(body: Mention, lexicon: Lexicon) -> tuple[tuple[str, Known], ...]:
    """Return by which short names one who speaks for a body means it: for the African Group, "the Group".

    Args:
        body: who speaks.
        lexicon: whose pronouns to go by.
    """
    known = Known(body.actor, body.name, body.type, f"short:{body.name}")
    heads = (head for _, head in short_heads(lexicon) if body.type in _SHORTENED and has_head(body.name, head))
    return tuple((f"the {head}", known) for head in heads)


def _capitals(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Known]]:
    """Yield whom a document means by a plain word that it writes with a capital too: "parties" beside "Parties".

    The initials of those who meet say so as well: "parties" beside "COP".
    """
    known = {entry.id: entry for entry in lexicon["actor"]}
    for entry in known.values():
        meant = known.get(str(entry.get("capital")))
        if meant is not None and any(said(one, text) for one in (entry.label, *entry.get("beside", ()))):
            rule = f"short:{meant.label}"
            yield entry.label.lower(), Known(meant.id, meant.label, str(meant.get("type")), rule)


@rule("short.members")
def _members(text: str, lexicon: Lexicon) -> Iterator[tuple[str, Known]]:
    """Yield whom the "Members" of an organization are that writes them with a capital within a sentence: States."""
    if _MEMBERS.search(text) is not None:
        states = next((one for one in lexicon["actor"] if one.id == "member_states"), None)
        if states is not None:
            yield "Members", Known(states.id, states.label, str(states.get("type")), "short:Members")


def short_heads(lexicon: Lexicon) -> Iterator[tuple[Entry, str]]:
    """Yield the entries of short names, "the Committee", each with its words without the article."""
    for entry in lexicon["pronoun"]:
        if entry.get("refers") == "organization":
            yield from ((entry, pattern.removeprefix("the ")) for pattern in entry.patterns)


def said(words: str, text: str) -> bool:
    """Return whether a text has these words; the expression is far slower than a look for the letters alone."""
    return words in text and re.search(alone(words), text) is not None


def alone(words: str) -> str:
    """Return the expression for words that are no part of longer ones; it begins with their letters.

    An expression that begins with the end of another word is tried at each letter of a text.
    """
    letters = re.escape(words)
    return rf"{letters}(?<!\w{letters})\b"


@rule("short.headed")
def _headed(text: str, head: str, lexicon: Lexicon) -> list[Known]:
    """Return the body whose name is a line of a document's masthead: that of a committee stands under its parent's."""
    lines = [line.strip() for line in text[:_MASTHEAD].splitlines() if head in line.split()]
    lines = [line for line in lines if line.startswith(head) or line.endswith(head)]  # "Fifth Committee"
    named = [known for line in lines for known in _named(line, lexicon) if _has(known, head)]
    return [known for known in named if any(len(known.name) >= len(line) - 2 for line in lines)]


def _full(text: str, head: str, lexicon: Lexicon) -> dict[str, Known]:
    """Return the bodies a text names with this head word; two of them are enough to know that it is not plain."""
    found: dict[str, Known] = {}
    titled: dict[str, Known] = {}  # in "Report of the Working Group on Fish", which as a title names nobody
    looked: set[str] = set()
    for start, end in in_names(text, head):
        if len(found) > 1:
            break
        if text[start:end] not in looked:
            looked.add(text[start:end])
            before = text[max(start - AROUND, 0) : start].rpartition("\n\n")[2]  # a heading above is no part of it
            around = whole(before + text[start : end + AROUND].partition("\n\n")[0], head, lexicon)
            full = {one.actor: one for one in around}
            alone = (one for one in _named(text[start:end], lexicon) if one.pattern and one.name == text[start:end])
            found |= full or {one.actor: one for one in alone}  # in "the President of the Security Council"
            titled_so = (
                before.rpartition(" the ")[2] if " the " in before else ""
            )  # "Report of the Human Rights Council"
            after = titled_so + text[start : end + AROUND].partition("\n\n")[0]
            titled |= {known.actor: known for known in ([] if full else whole(after, head, lexicon))}
    return found or titled


def whole(words: str, head: str, lexicon: Lexicon) -> list[Known]:
    """Return the bodies named with a head word that is theirs: not "Office of the Ombudsman", which is another's."""
    return [known for known in _named(words, lexicon) if _has(known, head) and known.pattern.lower() != head.lower()]


def in_names(text: str, head: str) -> Iterator[tuple[int, int]]:
    """Yield where a head word is part of a name, with the word before it or those after: "Bureau of the Congress".

    The head is looked for first, as an expression that begins with any capital is tried at each letter of a text.
    """
    ended = 0
    for match in re.finditer(alone(head), text):
        before = _CAPITAL_BEFORE.search(text, max(match.start() - AROUND, ended), match.start())
        after = _OF_AFTER.match(text, match.end())
        if match.start() >= ended and (before or after):
            ended = after.end() if after and not before else match.end()
            yield (before or match).start(), ended


def _initialled(text: str, head: str, lexicon: Lexicon) -> dict[str, Known]:
    """Return the bodies with this head word that a text names by their initials alone: "the Office" beside "UNODC"."""
    return {
        known.actor: known for initials, known in by_initials(lexicon) if _has(known, head) and said(initials, text)
    }


@lru_cache(maxsize=4)
def by_initials(lexicon: Lexicon) -> tuple[tuple[str, Known], ...]:
    """Return the initials of bodies that have a list, and whose they are."""
    return tuple(
        (pattern, Known(entry.id, entry.label, str(entry.get("type")), f"lexicon:{pattern}"))
        for entry in lexicon["actor"]
        for pattern in entry.patterns
        if entry.get("type") in _SHORTENED and pattern.isupper() and pattern.isalpha()
    )


def _named(text: str, lexicon: Lexicon) -> Iterator[Known]:
    for name in read_pieces(cut_text(text), lexicon).names:
        if name.known and name.known.type in _SHORTENED:
            yield name.known


def _has(known: Known, head: str) -> bool:
    deputy = known.name.startswith(("Deputy ", "Vice "))  # "the Ombudsman" is not the Deputy Ombudsman
    return not deputy and (has_head(known.name, head) or has_head(known.pattern, head))  # "International Labour Office"


def has_head(name: str, head: str) -> bool:
    """Return whether a word is the head of a name: "Council" of "Ports Council", not of "President of the Council"."""
    name, head = (one.lower().replace("isation", "ization") for one in (name, head))
    return f" {head} " in f" {_WITHIN.split(name, maxsplit=1)[0]} "
