"""Offices of those who hold something: "Ms. Lind, Ministry of Health,", "the Executive Secretary, Ms. Berg,"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actors.unlisted import PEOPLE
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import NOUNS
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule

_BRACKETED = 12  # tokens at most from a bracket to its end: "(Iran (Islamic Republic of))"


@rule("source.title_of_person")
def titled(token: Token, person: int, ally: int, context: PointContext) -> bool:
    """Return whether a name after a person's only says where his office is: "Ms. Lind, Ministry of Health, Sweden"."""
    if person < 0 or ally >= 0 or token.i <= person or not _commaed(person, context):
        return False
    doc, named = context.doc, context.at.get(token.i, ())
    own = any(one.type == "person" and not _office(one, token, context) for one in named)
    own = own or any(one.type == "un" and doc[one.end : one.end + 1].text == "of" for one in named)  # an office
    return not own and not any(one.tag_ == "CC" and one.head.i <= person for one in context.doc[person : token.i])


@rule("source.name_of_officer")
def holds_office(token: Token, subject: Token | None, context: PointContext) -> bool:
    """Return whether a name after an office only says who holds it: "The Executive Secretary, Ms. Berg, welcomed"."""
    if subject is None or token.dep_ != "appos" or token.head != subject:
        return False
    person = any(one.type == "person" for one in context.at.get(token.i, ()))
    return person and bool(context.of(subject)) and all(one.type != "person" for one in context.of(subject))


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
