"""Whom a common noun names that no list has: "ship owners must carry", "trawler crews argued"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from cnd_tools.extracting.actors.gazetteer import own_id
from cnd_tools.extracting.grammar.clauses import ARTICLES, child, neighbour
from cnd_tools.extracting.grammar.columns import Sieve
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.segmenting.openings import third_person

UNLISTED = "holder:people"
PEOPLE = "people"
STAFF = "staff"
_COMMON = ("NN", "NNS")
_PLAIN = ("NN", "NNS", "JJ")
_SHORTEST_ACRONYM = 4  # letters
_MOST_WORDS = 4  # of what tells some people apart: "persons with a mental health condition"
_KIND = frozenset(("compound", "nmod", "amod"))


@rule("actor.unlisted")
def unlisted_party(head: Token, words: WordClasses, countries: Container[int] = ()) -> Mention | None:
    """Return whom a noun for people or for a body names, under its own words; None for a thing.

    Several, or any one, are a class, "ship_owners"; one that is known is itself, "the harbour master".

    Args:
        head: the noun.
        words: the lexicon as the extractors use it.
        countries: the tokens that name one, which is somebody of its own: "the Chilean importers".
    """
    office = head.tag_ in ("NNP", "NNPS") and child(head, "det") is not None and _titled(head)
    person = words.find(head, "noun", "person")
    if head.tag_ not in _COMMON and not (office and person is not None and person.entry.id == PEOPLE):
        return None  # "The President shall" names an office, "the Foundation" a body that has a name
    group = _members_of(head, words)
    if group is not None:
        name, start, end = f"{group.lemma_.lower()} members", head.i, group.i + 1
    elif person is not None or words.find(head, "noun", "member"):
        start = head.left_edge.i + 1 if office else _described(head, words, countries)
        end = _told_apart(head, words) or head.i + 1
        of_country = head.i - 1 in countries and words.find(head, "noun", "authority")  # "the Chilean authorities"
        if start == head.i and (person is None or of_country):
            return None  # "members", and nobody says of what
        after = (token.lower_ for token in head.doc[head.i + 1 : end])
        number = head.lower_ if _mass(head, words) else _number(head)
        name = " ".join([*(token.lower_ for token in head.doc[start : head.i]), number, *after])
    else:
        return None
    printed = head.doc[start:end].text
    return Mention(start, end, head.i, own_id(name), printed[:1].upper() + printed[1:], "society", UNLISTED)


@rule("actor.groups_of_people")
def groups_of_people(
    doc: Doc, taken: Container[int], words: WordClasses, countries: Container[int] = ()
) -> Iterator[Mention]:
    """Yield several people or bodies that no list has, "interpreters"; not those whose noun does not say who.

    Args:
        doc: the text of a point, parsed.
        taken: its tokens that name somebody or something already.
        words: the lexicon as the extractors use it.
        countries: the tokens among them that name a country.
    """
    for token in _several(words).of(doc):
        if (token.tag_ == "NNS" or _mass(token, words)) and token.i not in taken:
            found = unlisted_party(token, words, countries)
            vague = words.find(token, "noun", "anybody") is not None and found is not None and found.end == token.i + 1
            if found is not None and not (vague and (found.start == token.i or words.find(token, "noun", "holder"))):
                yield found


@lru_cache(maxsize=4)
def _several(words: WordClasses) -> Sieve:
    """Return what lets plurals through, and nouns that may name several without one."""
    return Sieve(lambda noun: noun.tag_ == "NNS" or (noun.tag_ == "NN" and words.begins(noun, "noun", "person")))


def _mass(noun: Token, words: WordClasses) -> bool:
    """Whether a noun names several by one word without a plural: "staff"."""
    person = words.find(noun, "noun", "person") if noun.tag_ == "NN" else None
    return person is not None and person.entry.id == STAFF


@rule("actor.told_apart")
def _told_apart(head: Token, words: WordClasses) -> int | None:
    """One past the last word of what says which people are meant: "persons with albinism", if any does."""
    with_ = neighbour(head)
    named = with_.lower_ == "with" and with_.head == head and head.tag_ == "NNS"
    if not named or words.marker(head, "people_with") is None:
        return None
    end = with_.i + 1
    for token in head.doc[end : end + _MOST_WORDS]:
        if token.tag_ not in _PLAIN and token.text != "-" and token.tag_ != "NNP":
            break
        end = token.i + 1
    what = head.doc[end - 1]
    manner = any(words.find(what, "noun", form) for form in ("care", "virtue", "help", "manner"))  # "with dignity"
    return end if end > with_.i + 1 and not manner else None


@rule("actor.asked")
def asked_party(head: Token) -> Mention | None:
    """Return whom a proper noun names that no list has, where it is asked to act: "invites the Governing Body to".

    Args:
        head: the noun.
    """
    first = head.left_edge
    initials = head.is_upper and len(head) >= _SHORTEST_ACRONYM and first == head  # "authorizes UNMISS to"
    if initials:
        return Mention(head.i, head.i + 1, head.i, own_id(head.text), head.text, "organization", UNLISTED)
    if head.tag_ not in ("NNP", "NNPS") or first.lower_ != "the" or first == head or not _titled(head):
        return None
    start = first.i + 1
    printed = head.doc[start : head.i + 1].text
    return Mention(start, head.i + 1, head.i, own_id(printed.lower()), printed, "organization", UNLISTED)


@rule("actor.asked_members")
def asked_members(head: Token, words: WordClasses) -> Mention | None:
    """Return the members of whoever meets, where they are asked to act: "urged members to lower tariffs".

    Args:
        head: the noun.
        words: the lexicon as the extractors use it.
    """
    plain = head.tag_ == "NNS" and words.find(head, "noun", "seat") is not None
    if not plain or any(one.dep_ in ("compound", "nmod") for one in head.lefts):
        return None
    if any(one.dep_ == "prep" and one.lower_ == "of" for one in head.rights):
        return None
    name = head.lower_
    return Mention(head.i, head.i + 1, head.i, name, name.capitalize(), "meeting", UNLISTED)


@rule("actor.asked_bodies")
def asked_bodies(head: Token, words: WordClasses) -> Mention | None:
    """Return the bodies of a kind that are asked to act: "invites the lighthouse authorities to", "rice agencies to".

    Args:
        head: the noun.
        words: the lexicon as the extractors use it.
    """
    kind = words.find(head, "head") if head.tag_ == "NNS" else None
    start = _described(head, words, ())
    if kind is None or kind.field("role") not in ("organization", "organizations") or start == head.i:
        return None  # "relevant organizations" may be any
    if any(one.dep_ == "prep" and one.lower_ in ("of", "within") for one in head.rights):
        return None
    printed = head.doc[start : head.i + 1].text
    return Mention(start, head.i + 1, head.i, own_id(printed.lower()), printed, "organization", UNLISTED)


def one_person(head: Token, named: Iterable[Mention], words: WordClasses) -> bool:
    """Return whether a noun names a person who speaks for nobody, whom no "it" stands for: "Ms. Diaz", "the Minister".

    Args:
        head: the noun.
        named: whom it is known to name.
        words: the lexicon as the extractors use it.
    """
    types, kind = {one.type for one in named}, words.find(head, "head")
    office = kind is not None and kind.field("role") in ("officer", "post", "title")
    return types == {"person"} if types else office


def _titled(head: Token) -> bool:
    """Whether nothing but capitals stands between a noun and its article: "the President", "the Regional Director"."""
    return all(one.text[0].isupper() for one in head.doc[head.left_edge.i + 1 : head.i])


def _members_of(head: Token, words: WordClasses) -> Token | None:
    """The group whose members are meant: "every member of a crew"."""
    of = child(head, "prep") if words.find(head, "noun", "member") else None
    group = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return group if group is not None and group.tag_ in _COMMON and words.find(group, "noun", "person") else None


def _described(head: Token, words: WordClasses, countries: Container[int]) -> int:
    """Where the words begin that say of which kind they are: "consular officers", not "competent", "all", "two"."""
    doc, start = head.doc, head.i
    while start > head.left_edge.i:
        before = doc[start - 1]
        if before.text == "-" and start - 1 > head.left_edge.i and not before.whitespace_:
            start -= 2  # "small-scale fishers"
            continue
        kind = before.dep_ in _KIND and _names_kind(before, words, head) and before.head.i >= start
        kind = kind or _of_a_body(before, head, words)
        told = before.i in countries and words.find(head, "noun", "anybody") is None  # not "the Afghan people"
        if not kind or told or words.marker(before, "pointing") or words.marker(before, "focus"):
            break
        start -= 1
    return start


def _of_a_body(word: Token, head: Token, words: WordClasses) -> bool:
    """Whether a body's name before "members" says of what: "Council members"."""
    body = words.find(word, "head") if word.tag_ == "NNP" and words.find(head, "noun", "member") else None
    return body is not None and body.field("role") == "organization" and word.i == head.i - 1


def _names_kind(word: Token, words: WordClasses, head: Token) -> bool:
    """Whether a tagger says so, or guesses at the first word of a sentence, at a rare one or at one in -er.

    A participle says it where the noun alone says nobody: "protected persons", not "trained nurses".
    """
    if word.tag_ in _PLAIN or (word.tag_ == "VBN" and words.find(head, "noun", "anybody") is not None):
        return True
    guessed = word.is_sent_start or word.text.islower()
    return (word.tag_ == "NNP" and guessed) or (word.tag_ == "JJR" and word.lemma_.lower() in words.verbs)


def _number(head: Token) -> str:
    """The noun in the plural, as the name of a class, or as it stands where it is one that is known."""
    article = child(head, "det", "poss")
    if head.tag_ == "NNS" or (article is not None and article.lower_ == "the"):
        return head.lower_
    known = article is not None and article.tag_ in ARTICLES and article.lower_ in ("this", "that", "its", "his", "her")
    return head.lower_ if known else plural(head.lemma_.lower())


def plural(noun: str) -> str:
    """Return the plain plural of a noun.

    >>> plural("company"), plural("crew"), plural("fisherman"), plural("coach")
    ('companies', 'crews', 'fishermen', 'coaches')
    """
    return f"{noun[:-2]}en" if noun.endswith("man") else third_person(noun)
