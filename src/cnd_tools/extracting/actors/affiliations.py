"""Where a person who is named is said to be from: "Ms. Anna Holm, Chair, Ministry of Health, Peru, said".

What stands there holds nothing and does nothing: countries and bodies are mentioned, an office is the person's own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from cnd_tools.extracting.actors.gazetteer import office_ids
from cnd_tools.extracting.grammar.clauses import VERBS, first_of, passive
from cnd_tools.extracting.grammar.number import many
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Lexicon

_LONGEST = 60  # tokens from a person to where they are from
_AFTER_OFFICE = "person:, office"
_STOPS = frozenset(".;:")
_JOINS = frozenset(("and", "or", "as"))


def affiliations(
    mentions: Iterable[Mention], doc: Doc, lexicon: Lexicon, *, speaking: Collection[int] = ()
) -> dict[Mention, bool]:
    """Return the mentions that only say where a person is from, each with whether it is worth a mention.

    Args:
        mentions: who is named.
        doc: the text of one point, tagged.
        lexicon: which actors are offices.
        speaking: where the names of persons begin who hold something: "Executive Secretary Ana Lind said".
    """
    held = office_ids(lexicon)
    mentions = sorted(mentions)
    stretches = [around for one in mentions if one.type == "person" for around in _stretches(one, doc)]
    said = (one for one in mentions if one.type != "person" and not one.pronoun)
    ends = {one.end for one in mentions if one.type in ("un", "organization")}
    parts = _parts(lexicon)
    lands = {one.start for one in mentions if one.type == "country"}
    found = {one: _kept(one, held, parts, doc) for one in said if _beside(one, stretches)}
    found |= {one: False for one in found if _of_a_state(one, lands, doc)}
    titles = {one: False for one in mentions if one.actor in held and one.end in speaking}
    return found | titles | {one: False for one in mentions if one.type == "meeting" and _organ_of(one, ends, doc)}


@rule("role.affiliation")
def _beside(mention: Mention, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention stands where a person is told of."""
    return any(start <= mention.start < end for start, end in stretches)


def _organ_of(mention: Mention, ends: Collection[int], doc: Doc) -> bool:
    """Whether an organ only says of whom an office is part: "the Office of Legal Affairs of the Secretariat"."""
    return mention.start - 2 in ends and doc[mention.start - 2 : mention.start].text.lower() == "of the"


@rule("role.part_of_state")
def _of_a_state(mention: Mention, lands: Collection[int], doc: Doc) -> bool:
    """Whether an office is a part of the State that stands after it: "of the Federal Office for Roads of Peru"."""
    before = doc[max(mention.start - 2, 0) : mention.start].text.lower()
    held = before.endswith(" the") and before.startswith(("of ", "at ", "from ", "in "))  # "Deputy Director of the"
    part = held and mention.type == "organization" and mention.rule.startswith("name:")
    after = doc[mention.end : mention.end + 2].text.lower()
    return part and (mention.end + (2 if after == "of the" else 1)) in lands and after.startswith("of ")


def _kept(mention: Mention, held: Collection[str], parts: Collection[str], doc: Doc) -> bool:
    office = mention.actor in held or mention.rule.startswith("office:")
    part = mention.type in ("meeting", "region") or mention.rule in parts  # "Chief of the Asia and Pacific Branch"
    capitals = all(one.text[0].isupper() for one in doc[mention.start : mention.end])
    return not (part or office or (capitals and mention.type == "society"))  # "Director for Civil Society"


@lru_cache(maxsize=4)
def _parts(lexicon: Lexicon) -> frozenset[str]:
    """The rules by which parts of Governments and bodies are named, and titles: a reader keeps the State, the body."""
    rules = {"department": "name", "title": "lexicon"}
    entries = (entry for entry in lexicon["head"] if entry.id in rules)
    return frozenset(f"{rules[entry.id]}:{part}" for entry in entries for part in entry.patterns)


def _stretches(person: Mention, doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the stretches of tokens beside a person that say who they are."""
    office = _office_before(person, doc)
    if person.rule == _AFTER_OFFICE or _titles(doc[office : person.start]):
        yield office, person.start
    end = apposition_end(person, doc)
    if end > person.end:
        yield person.end, end


def apposition_end(person: Mention, doc: Doc) -> int:
    """Return where what is said of a person after a comma ends: the closing comma, or the person's own end."""
    closed = person.end
    opening = doc[closed].text if closed < len(doc) else ""
    if opening == "(":  # "Mr. Holm (Secretariat of the Fund) said"
        return next((token.i for token in doc[closed : closed + _LONGEST] if token.text == ")"), closed)
    if opening != ",":
        return closed
    for token in doc[person.end + 1 : person.end + _LONGEST]:
        if token.text in _STOPS and not _abbreviates(token):
            return token.i
        if token.text == ",":
            closed = token.i
            if _next(token) in _JOINS:
                return closed
        elif token.tag_ == "MD" or token.lower_ in ("who", "which") or _does(token):
            return closed
    return closed


def _does(token: Token) -> bool:
    """Whether a verb ends what is said of a person: ", spoke", ", introducing the report", not "Training Centre"."""
    return token.tag_ in VERBS and (token.tag_ != "VBG" or token.doc[token.i - 1].text == ",")


def _abbreviates(token: Token) -> bool:
    return token.text == "." and token.i + 1 < len(token.doc) and not token.whitespace_


def _titles(before: Span) -> bool:
    """Whether the words before a person are the office they hold: "the Executive Director of the Fund, Mr. Holm,"."""
    words = [token.text for token in before]
    once = len(words) > 2 and words[-1] == "," and words.count(",") == 1
    return once and words[0].lower() == "the" and words[1][:1].isupper()


def _next(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""


def _office_before(person: Mention, doc: Doc) -> int:
    """Return where the office before a person begins: after a semicolon, a verb or "by"."""
    at = person.start - 1
    while at > max(person.start - _LONGEST, 0):
        token = doc[at - 1]
        if token.text in _STOPS or token.tag_ in VERBS or token.lower_ == "by":
            break
        at -= 1
    return at


def _acts_after(person: Mention, doc: Doc) -> bool:
    """Whether what is said of a person is followed by what they do: "Ms. Holm, Peru, presented"."""
    end = apposition_end(person, doc)
    verb = doc[end + 1] if person.end < end < len(doc) - 1 else None
    return verb is not None and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.dep_ not in ("aux", "auxpass")


def presents(first: Token, person: Mention) -> bool:
    """Whether a person who is named does something: "Ms. Holm presented the guide".

    Args:
        first: the noun that bears the function of the phrase the person stands in.
        person: the person.
    """
    seated = person.start > 0 and first.doc[person.start - 1].tag_ in ("NNP", "NNPS")  # "Co-Chair Holm said"
    return _acts_after(person, first.doc) or (not seated and first.dep_ == "nsubj" and not passive(first.head))


def comes_from(region: Mention, speaker: Token) -> bool:
    """Return whether a region is only where a speaker comes from: "one speaker from Africa" does not speak for it."""
    return any(one.lower_ == "from" and one.i < region.start for one in speaker.rights if one.dep_ == "prep")


@rule("source.of_the_meeting")
def of_the_meeting(mention: Mention, noun: Token) -> bool:
    """Return whether one of a meeting's own organs is named, for which somebody may speak: "the secretariat"."""
    return mention.type == "meeting" and not many(noun)


def first_titled(person: Mention, at: Mapping[int, Sequence[Mention]], doc: Doc) -> int:
    """Return where the first person begins who shares a title with this one: "Co-Chairs Mensah and Diallo said".

    Args:
        person: somebody who is named; alone he is the first.
        at: who is named, by the token of their noun.
        doc: the text, parsed.
    """
    before = at.get(first_of(doc[person.root]).i, ())
    return next((one.start for one in before if one.rule == person.rule), person.start)
