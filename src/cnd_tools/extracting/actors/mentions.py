"""Who is named where, the pronouns that stand for somebody named, and the rows they make by the parts they play."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from spacy.tokens import Doc, Span

from cnd_tools.extracting.actors.anaphora import resolve, standing_in
from cnd_tools.extracting.actors.bare_persons import bare_persons, is_office
from cnd_tools.extracting.actors.gazetteer import Known, Named, Read, read_names
from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.grammar.columns import text_of
from cnd_tools.extracting.grammar.tree import NOUNS, characters
from cnd_tools.extracting.grammar.word_classes import WordClasses
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Entry, Lexicon, load
from cnd_tools.lexicon.trie import Match
from cnd_tools.records import Actor

_LONGEST_SYMBOL = 12  # tokens at most of a document's symbol after its first
_SYMBOL = re.compile(r"(?:[A-Z][\w.]*/)+(?:\d[\w.]*/)*(?:[\w.]*\w)?\d")


def find_mentions(
    doc: Doc | Span,
    *,
    lexicon: Lexicon | None = None,
    short_names: Mapping[str, Known] | None = None,
    names: Read | None = None,
    words: WordClasses | None = None,
) -> list[Mention]:
    """Return who is named in a Doc or a stretch of it, in order, with the pronouns that stand for somebody named.

    Lemmas, tags and the parse are used where the Doc has them. Without them plain plurals still match, a mention's
    root is its last token, and of pronouns only "those States", "the region" and their like are resolved.

    Args:
        doc: the text of one point, best with tags, lemmas and a parse.
        lexicon: the words to go by; the built-in ones where None.
        short_names: whom the whole document means by its short names (`cnd_tools.extracting.actors.abbreviations`).
        names: what `read_names` gave for the Doc, where somebody asked already.
        words: the lexicon as the extractors use it; with them persons without a title are found too, by the parse.
    """
    lexicon = lexicon or load()
    whole = doc.doc if isinstance(doc, Span) else doc
    pieces, _, found = names or read_names(doc, lexicon, short_names=short_names)
    pronouns = standing_in(pieces, found, lexicon=lexicon)
    parsed = whole.has_annotation("DEP")
    mentions = [
        _mention(whole, pieces, name, name.known, parsed=parsed)
        for name in found
        if name.known and not _hidden(name, pronouns)
    ]
    if any("/" in text for text in pieces.texts):
        mentions = [one for one in mentions if not _in_symbol(whole, one)]
    if parsed and words is not None:
        taken = {at for one in found for at in range(*pieces.span(one.start, one.end))}
        held = {one.end for one in mentions if _is_office(one, whole, words)}
        mentions = sorted([*mentions, *bare_persons(whole, taken, words, held=held)])
    return sorted([*mentions, *resolve(whole, pieces, mentions, pronouns, lexicon=lexicon, short=short_names or {})])


def _hidden(name: Named, pronouns: Sequence[Match[Entry]]) -> bool:
    """Whether a name is part of what stands for another: "States" in "those States"."""
    return any(pronoun.start <= name.start and name.end <= pronoun.end for pronoun in pronouns)


def _is_office(mention: Mention, doc: Doc, words: WordClasses) -> bool:
    """Whether an office is named, past the words that say which: "High Representative for Disarmament Affairs"."""
    rest = takewhile(lambda one: one.tag_ != "IN", doc[mention.start : mention.end])
    return any(is_office(one, words) for one in rest)


@rule("actor.document_symbol")
def _in_symbol(doc: Doc, mention: Mention) -> str:
    """Return the symbol of a document that an acronym only begins: "ECE/TRANS/2023/36" names no Commission."""
    start, end = mention.start, mention.end
    while start > 0 and not doc[start - 1].whitespace_ and (doc[start - 1].text == "/" or doc[start].text[0] == "/"):
        start -= 1
    while end < len(doc) and not doc[end - 1].whitespace_ and end - mention.end < _LONGEST_SYMBOL:
        end += 1
    words = doc[start:end].text
    symbol = _SYMBOL.match(words) if "/" in words else None
    return symbol[0] if symbol is not None else ""


def _mention(doc: Doc, pieces: Pieces, name: Named, known: Known, *, parsed: bool) -> Mention:
    start, end = pieces.span(name.start, name.end)
    label = doc[start:end].text if known.guessed else known.name
    root = _root(doc[start:end]) if parsed and end - start > 1 else end - 1
    if name.shared is not None:
        root = pieces.tokens[name.shared]
    return Mention(start, end, root, known.actor, label, known.type, known.rule)


def _root(words: Span) -> int:
    """The head of a name; "States" and "parties" may be read as two objects of one verb."""
    opening = next((one.i for one in words if one.text == "("), -1)
    if opening > words.start:  # "Iran (Islamic Republic of)": a parser may hang what stands in brackets higher
        words = words.doc[words.start : opening]
    root = words.root
    if root.tag_ not in NOUNS:  # of "Rapporteur on the right to food" a parser may hang "on" on another word
        root = next((one for one in words if one.tag_ in NOUNS and one.head not in words), root)
    return words[-1].i if root.dep_ == "dative" and words[-1].dep_ == "dobj" else root.i


ROLES = ("source", "agent", "recipient", "mention")
Roles = Mapping[Mention, Collection[str]]


def actors(doc: Doc | Span, roles: Roles | None = None, *, lexicon: Lexicon | None = None) -> Iterator[Actor]:
    """Yield one row for each actor and role in a point, by first mention, then in the order of `ROLES`.

    An actor that has a part is not a mere mention besides, and a pronoun without a part names nobody anew; nor do
    those whose entry says `mention = false`, experts and offenders, as part of what is spoken of.

    Args:
        doc: the text of one point, or a stretch of a Doc that is one.
        roles: the parts each mention plays, from `cnd_tools.extracting.actors.roles`; without them all are mentions.
        lexicon: the words to go by; the built-in ones where None.

    Yields:
        Actors with offsets into the Doc's text and no document or point.
    """
    passing: Collection[str] = ()
    if roles is not None:
        passing = _unmentioned(lexicon or load())
    else:
        roles = dict.fromkeys(find_mentions(doc, lexicon=lexicon), ())
    first: dict[tuple[str, str], Mention] = {}
    for mention in sorted(roles):
        for role in roles[mention]:
            first.setdefault((mention.actor, role), mention)
    playing = {actor for actor, role in first if role != "mention"}.union(passing)
    for mention in sorted(roles):
        if not mention.pronoun and mention.actor not in playing:
            first.setdefault((mention.actor, "mention"), mention)
    rows = ((mention, role) for (actor, role), mention in first.items() if role != "mention" or actor not in playing)
    for mention, role in sorted(rows, key=lambda row: (row[0], ROLES.index(row[1]))):
        yield _row(doc.doc if isinstance(doc, Span) else doc, mention, role)


@lru_cache(maxsize=4)
def _unmentioned(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(entry.id for entry in lexicon["actor"] if entry.get("mention") is False)


def _row(doc: Doc, mention: Mention, role: str) -> Actor:
    start, end = characters(doc, mention.start, mention.end)
    return Actor(
        document="",
        point="",
        actor=mention.actor,
        name=mention.name,
        type=mention.type,
        role=role,
        text=text_of(doc)[start:end],
        start=start,
        end=end,
        rule=mention.rule,
    )
