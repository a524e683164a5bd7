"""Pronouns and their like, resolved inside the point, and only where the antecedent is plain."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from cnd_tools.extracting.actors.abbreviations import has_head
from cnd_tools.extracting.actors.gazetteer import Known, Named, own_id
from cnd_tools.extracting.actors.tokens import Pieces
from cnd_tools.extracting.grammar.delegates import for_a_government
from cnd_tools.extracting.matches import BODIES, Mention
from cnd_tools.extracting.rulebook import rule
from cnd_tools.lexicon import Entry, Lexicon
from cnd_tools.lexicon.trie import Match, Trie

# What the `refers` of a pronoun may be, as types of actors; plural and singular go by the parse.
_TYPES = {
    "states": {"states", "groups"},
    "country": {"country"},
    "region": {"region"},
    "organization": BODIES | {"meeting"},
}
FARTHEST = 50  # mentions back; who was named before them is forgotten
_NEAR = 400  # tokens back; few real sentences are longer, the longest seen has 601
_ONE = {"person", "meeting", "country", "groups", "un", "organization"}
_THINGS = {"it", "its", "itself"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_COUNTED = ("many", "several", "some")  # extents
_REPORTING = ("say", "direct", "voice")  # classes of verbs that report


@lru_cache(maxsize=4)
def of_reviewed(lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words that alone stand for the State that a document reviews, as printed; the first is "Government".

    Args:
        lexicon: whose markers to go by.
    """
    markers = (entry for entry in lexicon["marker"] if entry.get("form") == "reviewed")
    return tuple(word for entry in markers for word in entry.patterns)


@lru_cache(maxsize=4)
def _trie(lexicon: Lexicon) -> Trie[Entry]:
    trie: Trie[Entry] = Trie()
    for entry in lexicon["pronoun"]:
        for pattern in entry.patterns:
            trie.add(pattern, entry)
    return trie


def standing_in(pieces: Pieces, names: Sequence[Named], *, lexicon: Lexicon) -> list[Match[Entry]]:
    """Return the words that stand for somebody named elsewhere; those inside a longer name are none."""
    owner = {piece: name for name in names for piece in range(name.start, name.end)}
    found = sorted(_trie(lexicon).matches(pieces.keys), key=lambda match: (match.start, match.end))
    longest = {match.start: match for match in found}  # "the State under review", not "the State"
    return [
        match
        for match in longest.values()
        if all(
            match.start <= owner[piece].start and owner[piece].end <= match.end
            for piece in range(match.start, match.end)
            if piece in owner
        )
    ]


def resolve(
    doc: Doc,
    pieces: Pieces,
    mentions: Sequence[Mention],
    pronouns: Sequence[Match[Entry]],
    *,
    lexicon: Lexicon,
    short: Mapping[str, Known],
) -> Iterator[Mention]:
    """Yield a mention for each pronoun that stands for an actor, or several where it stands for several.

    Args:
        doc: the Doc the mentions are of.
        pieces: its text, as patterns see it.
        mentions: who is named.
        pronouns: what may stand for them (`standing_in`).
        lexicon: whose actors a pronoun without antecedent may mean.
        short: whom the whole document means by "the Committee".
    """
    parsed = doc.has_annotation("DEP")
    bodies: list[Mention] = []  # "the Committee" of the document, for which "It" may stand in turn
    for match in pronouns:
        span = doc[slice(*pieces.span(match.start, match.end))]
        if span.end < len(doc) and for_a_government(doc[span.end], lexicon):
            continue  # "the Government member of Brazil"
        here = bisect_left(mentions, span.start, key=lambda mention: mention.start)
        earlier = mentions[max(here - FARTHEST, 0) : here]
        asks = span.text == "it" and parsed and span.root.dep_ == "nsubj"
        says = asks and span.root.head.lemma_.lower() in _verbs(lexicon, *_REPORTING)
        if bodies and (span.text == "It" or says):  # "The Committee was told so. It took note", "in which it asked"
            earlier = sorted([*earlier, *bodies[-FARTHEST:]])
        found = list(_reviewed(span, match.value, short, lexicon)) or _antecedents(
            span, match.value, earlier, lexicon if parsed else None
        )
        found = found or list(_otherwise(span, match.value, lexicon, short))
        for one in found:
            stands = one.start != span.start
            rule = f"pronoun:{span.text}" if stands else one.rule
            root = _root(span, parsed)
            here_too = replace(one, start=span.start, end=span.end, root=root, rule=rule, pronoun=stands)
            again = span.text == "It" and one.type in _TYPES["organization"]  # "It met. It urged"
            bodies += [here_too] if again or match.value.get("refers") == "organization" else []
            yield here_too


def _root(span: Span, parsed: bool) -> int:
    return span.root.i if parsed else span.end - 1


def _antecedents(span: Span, entry: Entry, earlier: Sequence[Mention], lexicon: Lexicon | None) -> list[Mention]:
    refers = entry.get("refers")
    if refers in _TYPES:
        fits = [mention for mention in earlier if mention.type in _TYPES[refers]]
        asks = _asking(span.root, lexicon) if refers == "country" and lexicon is not None else None
        others = {one.i for one in _own_subjects(asks)} if asks is not None else set()
        fits = [mention for mention in fits if mention.root not in others]
        if refers == "organization":
            head = span[-1].lower_
            bodies = ((lexicon is not None and _body_of_office(one, head, lexicon)) or one for one in fits)
            fits = [one for one in bodies if has_head(one.name, head)]
        return [mention for mention in fits if mention.root == fits[-1].root] if fits else []
    if lexicon is None or _expletive(span.root):
        return []
    found = _antecedent(span.root, refers, earlier, lexicon)
    return _one_of_two(span, found) if len(span) > 1 else found


@rule("actor.latter")
def _one_of_two(span: Span, named: Sequence[Mention]) -> list[Mention]:
    """Whom "the former" or "the latter" means: the first or the last of those named; "the latter report" nobody."""
    if span[-1].dep_ in ("amod", "compound"):
        return []
    return list(named[:1] if span[-1].lower_ == "former" else named[-1:])


@rule("actor.body_of_office")
def _body_of_office(mention: Mention, head: str, lexicon: Lexicon) -> Mention | None:
    """Whom "the Council" means after an office of it: "the President of the Human Rights Council", that Council."""
    office, _, body = mention.name.partition(" of the ")
    known = _actors(lexicon).get(own_id(body)) if body and head not in office.lower().split() else None
    return replace(mention, actor=known.id, name=known.label, type=str(known.get("type"))) if known else None


@rule("actor.pronoun")
def _antecedent(pronoun: Token, number: str, earlier: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """The nearest subject before a pronoun that agrees with it in number, or else the nearest noun, if it is named."""
    if pronoun.lower_ in ("all", "both") and pronoun.dep_ not in _SUBJECTS:
        return []
    sentence = pronoun.sent
    before = sentence.doc[sentence.start - 1].sent if sentence.start else sentence
    nearest = pronoun.i - _NEAR
    asked = pronoun.dep_ == "nsubj"  # "requests States to report the steps they have taken"
    earlier_words = sentence.doc[max(before.start, nearest) : pronoun.i]
    subjects = [one for one in earlier_words if one.dep_ in _SUBJECTS or (asked and _is_to(one, lexicon))]
    nouns = list(sentence.doc[max(sentence.start, nearest) : pronoun.i])
    if pronoun.dep_ == "dobj":  # "A commended B and encouraged it to": not itself, and somebody
        named = {mention.root for mention in earlier} - _of_own_subjects(pronoun.head)
        nouns = [token for token in nouns if token.i in named]
        subjects = [token for token in subjects if token.i in named]
    if pronoun.lower_ in _THINGS:  # "Mr. Lind praised the Office, and it replied"
        earlier = [one for one in earlier if one.type != "person" and not _speaker(pronoun.doc[one.root], lexicon)]
    found = _first_that_agrees([*reversed(subjects), *reversed(nouns)], number, earlier)
    spoke = _who_spoke(pronoun, subjects, lexicon) if found and number == "plural" else []
    if any(one.lower_ in _counted(lexicon) and not any(one.rights) for one in spoke):
        return []  # "Many thanked the Office and the Board. They stressed"
    return _first_that_agrees(spoke, number, earlier) or found


def _speaker(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is of one who speaks for others: "Peru's delegate told the Board as it met", the Board met."""
    return noun.tag_ == "NN" and noun.lemma_.lower() in _holders(lexicon)


@lru_cache(maxsize=4)
def _holders(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(one for entry in lexicon["noun"] if entry.get("form") == "holder" for one in entry.patterns)


def _is_to(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is whoever is asked to act: "requests States to report"."""
    verb = noun.head
    asked = noun.dep_ == "dobj" and any(one.dep_ == "xcomp" and one.i > noun.i for one in verb.rights)
    return asked and verb.lemma_.lower() in _verbs(lexicon, *_REPORTING)


def _of_own_subjects(verb: Token) -> set[int]:
    """The words of a verb's own subject, those joined with it left out: "Peru, speaking for the Group, backed it"."""
    own = set[int]()
    for one in _own_subjects(verb):
        own |= set(range(one.left_edge.i, one.right_edge.i + 1)) - {other.i for other in one.conjuncts}
    return own


def _first_that_agrees(nouns: Sequence[Token], number: str, earlier: Sequence[Mention]) -> list[Mention]:
    """Whom the first of some nouns names that agrees in number."""
    goes_on = {one.root for one in earlier if one.pronoun}
    for token in nouns:
        if token.pos_ not in ("NOUN", "PROPN") and not (token.text == "It" and token.i in goes_on):
            continue
        roots = {token.i, *(other.i for other in token.conjuncts)}
        found = [mention for mention in earlier if mention.root in roots]
        if _plural(token, found) == (number == "plural"):
            return [mention for mention in found if _may_be(mention, number)]
    return []


@rule("actor.goes_on_speaking")
def _who_spoke(pronoun: Token, subjects: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Who spoke or acted in the sentence before, where "they" goes on: "X regretted that Y left. They stressed"."""
    first = pronoun.dep_ == "nsubj" and pronoun.i - pronoun.sent.start < 3
    modal = any(one.tag_ == "MD" for one in pronoun.head.lefts)  # "They should report"
    if not first or modal or pronoun.head.lemma_.lower() not in _verbs(lexicon, *_REPORTING):
        return []
    return [token for token in subjects if token.head.dep_ == "ROOT" and token.sent.start < pronoun.sent.start]


@lru_cache(maxsize=4)
def _counted(lexicon: Lexicon) -> frozenset[str]:
    """The words that say how many, and may stand alone for them: "Many thanked the Office"."""
    return frozenset(one for entry in lexicon["extent"] if entry.id in _COUNTED for one in entry.patterns)


@lru_cache(maxsize=8)
def _verbs(lexicon: Lexicon, *forms: str) -> frozenset[str]:
    """The first words of verbs of these classes: "stress", "express" concern, "call" upon."""
    entries = [entry for entry in lexicon["verb"] if entry.get("form") in forms]
    return frozenset(pattern.split()[0] for entry in entries for pattern in entry.patterns)


@rule("actor.asked_government")
def _asking(noun: Token, lexicon: Lexicon) -> Token | None:
    """The verb that asks something of a Government: "Egypt encouraged the Government" asks another than Egypt's."""
    clause = noun.head if noun.dep_ == "nsubj" and noun.head.dep_ == "ccomp" else noun
    verb = clause.head
    asked = clause.dep_ in ("dobj", "ccomp", "nsubj") and verb.lemma_.lower() in _verbs(lexicon, "direct")
    return verb if asked else None


def _own_subjects(verb: Token) -> Iterator[Token]:
    """The subjects of a verb and of those it is coordinated with."""
    for _ in range(6):
        yield from (one for one in verb.lefts if one.dep_ in _SUBJECTS)
        if verb.dep_ not in ("conj", "xcomp"):
            return
        verb = verb.head


def _plural(token: Token, mentions: Sequence[Mention]) -> bool:
    # "States" in "Member States" is a singular proper noun to the tagger.
    states = any(mention.type == "states" for mention in mentions)
    return states or token.tag_ in ("NNS", "NNPS") or bool(token.conjuncts)


def _may_be(mention: Mention, number: str) -> bool:
    return number == "plural" or mention.type in _ONE


@rule("actor.reviewed_government")
def _reviewed(span: Span, entry: Entry, short: Mapping[str, Known], lexicon: Lexicon) -> Iterator[Mention]:
    """The State that the document reviews: "the Government", whoever of its peers was named before."""
    fits = entry.get("refers") == "country" and span[-1].dep_ != "compound"  # not "the State Library"
    meant = of_reviewed(lexicon)[:1] if fits and entry.get("document") else ()
    known = next((short[word] for word in meant if word in short), None)
    if known is not None:
        yield Mention(span.start, 0, 0, known.actor, known.name, known.type, f"short:{known.name}")


@rule("actor.expletive_it")
def _expletive(token: Token) -> bool:
    """Whether "it" stands for the clause that follows: "It was recognized that", "it is important to"."""
    if token.dep_ == "expl":
        return True
    clauses = any(child.dep_ in ("ccomp", "csubj", "xcomp", "advcl") for child in token.head.children)
    return token.lower_ == "it" and clauses and (token.dep_ == "nsubjpass" or token.head.lemma_ == "be")


@rule("actor.meant_without_name")
def _otherwise(span: Span, entry: Entry, lexicon: Lexicon, short: Mapping[str, Known]) -> Iterator[Mention]:
    """Whoever is meant where no antecedent was found: the document's, an actor of the lexicon, or the words' own."""
    actor = str(entry.get("otherwise", ""))
    meant = short.get(f"the {span[1:].text}") if entry.get("refers") == "organization" else None
    if meant:
        yield Mention(span.start, 0, 0, meant.actor, meant.name, meant.type, f"short:{meant.name}")
    elif actor == "itself" or (actor == "speaking" and _speaks(span.root, lexicon)):
        name = span[1:].text
        yield Mention(span.start, 0, 0, name.lower().replace(" ", "_"), name, "organization", f"name:{span[-1].text}")
    elif known := _actors(lexicon).get(actor):
        yield Mention(span.start, 0, 0, known.id, known.label, known.get("type"), f"lexicon:{span.text}")


def _speaks(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is the subject of a verb that reports: "The Conference stressed"."""
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _verbs(lexicon, *_REPORTING)


@lru_cache(maxsize=4)
def _actors(lexicon: Lexicon) -> Mapping[str, Entry]:
    return {entry.id: entry for entry in lexicon["actor"]}
