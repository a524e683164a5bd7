"""Offices of those who hold something: "Ms. Lind, Ministry of Health,", "the Executive Secretary, Ms. Berg,"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actors.unlisted import PEOPLE
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS
from cnd_tools.extracting.matches import Mention, Source
from cnd_tools.extracting.rulebook import rule

_BRACKETED = 12  # tokens at most from a bracket to its end: "(Iran (Islamic Republic of))"


@rule("source.title_of_person")
def titled(token: Token, person: int, ally: int, context: PointContext) -> bool:
    """Return whether a name after a person's only says where his office is: "Ms. Lind, Ministry of Health, Sweden"."""
    if person < 0 or ally >= 0 or token.i <= person or not _commaed(person, context):
        return False
    named = context.at.get(token.i, ())
    own = any(one.type == "person" and not _office(one, token, context) for one in named)
    return not own and not any(one.tag_ == "CC" and one.head.i <= person for one in context.doc[person : token.i])


@rule("source.name_of_officer")
def holds_office(token: Token, subject: Token | None, context: PointContext) -> bool:
    """Return whether a name after an office only says who holds it: "The Executive Secretary, Ms. Berg, welcomed"."""
    if subject is None or token.dep_ != "appos" or token.head != subject:
        return False
    person = any(one.type == "person" for one in context.at.get(token.i, ()))
    return person and bool(context.of(subject)) and all(one.type != "person" for one in context.of(subject))


def as_one(found: list[Source], context: PointContext) -> list[Source]:
    """Return holders with an office, its State and whose it is, between commas, as the one they are.

    Args:
        found: the holders before a verb, in order.
        context: the point.
    """
    plain = [one for one in found if one.ally < 0 and one.mention is not None]
    chosen = _one_of(plain, context) if len(plain) > 1 else None
    return [one for one in found if one is chosen or one not in plain] if chosen is not None else found


@rule("source.office_and_person")
def _one_of(holders: list[Source], context: PointContext) -> Source | None:
    """The one holder that an office, its State and a person are: "The Minister of Trade, Republic of Malta, Mr. Borg,".

    An enumeration would have an "and" before its last name. An office that no list has is held by its State, if named.
    """
    types = [one.mention.type for one in holders if one.mention is not None]
    apart = any(one.tag_ == "CC" for one in context.doc[holders[0].end : holders[-1].start])
    if apart or not (types.count("person") == 1 or _presides(holders, context)) or not _parted(holders, context):
        return None
    office = holders[0].mention is not None and holders[0].mention.rule.startswith("holder:") and types[0] != "person"
    named = [one for kind, one in zip(types, holders, strict=True) if kind in ("country", "groups")]
    named += [one for kind, one in zip(types, holders, strict=True) if kind == "person"]
    return named[0] if office else holders[0]


def _presides(holders: list[Source], context: PointContext) -> bool:
    """Whether the second of two holders is what the first is: "PERU, Chair of the Group, said"."""
    what = holders[1].mention
    named = what is not None and what.type == "meeting" and holders[1].end < len(context.doc)
    return named and len(holders) == 2 and context.doc[holders[1].end].lower_ == "of"


def _parted(holders: list[Source], context: PointContext) -> bool:
    """Whether a comma stands right before each holder but the first, its article and title passed over."""
    starts = (context.doc[one.start] for one in holders[1:])
    return all(any(two.text == "," for two in context.doc[max(one.i - 2, 0) : one.i]) for one in starts)


def _office(mention: Mention, head: Token, context: PointContext) -> bool:
    """Whether what was taken for a person's name is an office: "Chief Executive Officer"; not "Ms. Baker"."""
    kind = context.words.find(context.doc[mention.start], "head")
    titled = kind is not None and kind.field("role") == "title"
    return not titled and context.words.find(head, "noun", "person", "holder") is not None


def _commaed(at: int, context: PointContext) -> bool:
    """Whether a comma follows a person's name, past the State in brackets: "Ms. Lind (Sweden), Rapporteur,"."""
    doc = context.doc
    if doc[at].text == "(":
        at = next((one.i + 1 for one in doc[at : at + _BRACKETED] if one.text == ")" and one.i + 1 < len(doc)), at)
    return doc[at].text == ","


def names_office(token: Token, context: PointContext) -> bool:
    """Return whether a noun names a person by his office or part, whom no list has: "the Director of the Division"."""
    if token.tag_ not in NOUNS:
        return False
    office = context.words.find(token, "noun", "person") if token.tag_ == "NNP" else None
    person = context.words.find(token, "noun", "holder") or office
    return person is not None and person.entry.id in (PEOPLE, "holder") and len(person.words) == 1
