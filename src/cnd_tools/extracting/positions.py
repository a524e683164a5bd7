"""Positions: who is said to hold what, by reporting verbs and nouns (annotation guidelines, "attributions")."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from cnd_tools.extracting.clauses import FINITE, VERBS, auxiliary, child, negated, passive
from cnd_tools.extracting.holders import Holder, Named
from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.openings import opening_verbs
from cnd_tools.extracting.setting import Setting
from cnd_tools.extracting.vocabulary import Vocabulary, Word

_OPPOSITE = {"support": "oppose", "oppose": "support"}
NOBODY = Holder(None, "", -1, -1, "unstated")


@dataclass(frozen=True, slots=True)
class Held:
    """One position in a Doc, in tokens.

    Attributes:
        verb: the reporting verb, noun or adjective.
        lemma: its lemma, "point out", "express concern".
        stance: report, support, oppose or concern.
        holder: who holds it; `NOBODY` where nobody is named.
        end: one past the last token of the reporting words.
        rule: what found it.
    """

    verb: Token
    lemma: str
    stance: str
    holder: Holder
    end: int
    rule: str


def find_positions(doc: Doc, mentions: Sequence[Mention], setting: Setting) -> list[Held]:
    """Return the positions of a parsed Doc in order of the text, one for each reporting word and holder."""
    named = Named(doc, mentions, setting.words)
    openings = {verb.i for verb in opening_verbs(doc, setting)}
    found: dict[tuple[int, str | None, int], Held] = {}
    last: list[Holder] = []
    for token in doc[setting.prefix :]:
        if token.i in openings:
            rows = _opening(token, setting)
        elif token.tag_ in VERBS:
            rows = _verb(token, named)
        elif token.tag_ in ("JJ", "RB"):
            rows = _attitude(token, named)
        elif token.tag_ == "NN":
            rows = _existential(token, named.words)
        else:
            continue
        known = [one for held in rows for one in _taken_up(held, last)]
        for held in known:
            found.setdefault((held.verb.i, held.holder.actor, held.holder.start), held)
        last = [held.holder for held in known if held.holder.actor and not held.holder.stance] or last
    return sorted(found.values(), key=lambda held: (held.verb.i, held.holder.start))


def _taken_up(held: Held, last: Sequence[Holder]) -> Iterator[Held]:
    """A position whose holder is a pronoun, by whoever held the one before: "INDIA stressed … He said"."""
    holder = held.holder
    head = held.verb.doc[holder.start] if holder.start >= 0 else held.verb
    personal = head.tag_ == "PRP" and head.lower_ in ("he", "she")
    if not last or not (personal or (holder.actor is None and head.tag_ in ("PRP", "DT", "JJ", "NNS"))):
        yield held
    elif head.tag_ == "PRP":
        for one in last if head.lower_ == "they" else last[-1:]:
            yield replace(held, holder=replace(holder, actor=one.actor, mention=one.mention, extent=one.extent))
    else:
        several = [one for one in last if one.mention and one.mention.type in ("meeting", "states")]
        yield replace(held, holder=replace(holder, actor=several[-1].actor)) if several else held


def _opening(token: Token, setting: Setting) -> Iterator[Held]:
    words = setting.words
    body = setting.body
    holder = Holder(body.actor if body else None, (body.text if body else None) or "", -1, -1, "consensus")
    word = words.find(token, "verb", "say", "direct", "claim", "open")
    attitude = words.table("verb", "attitude").get(token.lower_) if token.tag_ not in ("VBG", "VBZ") else None
    if attitude:
        lemma = f"be {attitude[0].lemma}"
        yield Held(token, lemma, attitude[0].field("stance"), holder, token.i + 1, "opening:attitude")
        return
    voiced = _voiced(token, words)
    if voiced:
        noun, lemma, stance = voiced
        yield Held(token, lemma, stance, holder, noun.i + 1, "opening:voice")
    elif word:
        end = token.i + len(word.words)
        yield Held(token, word.lemma, _with_feeling(token, word.field("stance"), words), holder, end, "opening:verb")
    else:
        yield Held(token, token.lemma_.lower(), "report", holder, token.i + 1, "opening:other")


def _verb(token: Token, named: Named) -> Iterator[Held]:
    words = named.words
    if token.dep_ in ("aux", "auxpass", "amod", "compound"):
        return
    word = words.find(token, "verb", "say", "direct")
    claim = None if word else words.find(token, "verb", "claim")
    if claim and _claims(token):
        word = claim
    voiced = _voiced(token, words)
    if word is None and voiced is None:
        if words.find(token, "verb", "attitude") or _by_form(token, words):
            yield from _attitude(token, named)
        return
    base = _base(token, word, voiced, words)
    if passive(token):
        yield from _passive(token, base, named)
    elif token.tag_ in ("VBG", "VBN"):
        yield from _participle(token, base, named)
    else:
        yield from _active(token, base, named)


def _base(token: Token, word: Word | None, voiced: tuple[Token, str, str] | None, words: Vocabulary) -> Held:
    if voiced:
        noun, lemma, stance = voiced
        return Held(token, lemma, stance, NOBODY, max(noun.i, token.i) + 1, "voice")
    assert word is not None
    stance = _with_feeling(token, word.field("stance"), words)
    if negated(token):
        stance = _OPPOSITE.get(stance, stance)
    extent = word.field("extent")
    holder = replace(NOBODY, extent=extent) if extent else NOBODY
    return Held(token, word.lemma, stance, holder, token.i + len(word.words), "verb")


def _active(token: Token, base: Held, named: Named) -> Iterator[Held]:
    if token.dep_ in ("relcl", "acl") or not _asserted(token, base, named.words):
        return
    subject = _holding_subject(token, named)
    if subject is None:
        return
    holders = named.inverted(subject) if subject.i > token.i else named.before(token, subject)
    for holder in holders:
        yield _held(base, holder, "active")


def _passive(token: Token, base: Held, named: Named) -> Iterator[Held]:
    by = child(token, "agent")
    finite = any(one.dep_ in ("auxpass", "aux") and one.tag_ in FINITE for one in _auxiliaries(token))
    if by is not None and (finite or token.dep_ != "amod"):
        holders = list(named.after(by))
        for holder in holders:
            yield _held(base, holder, "passive")
        if holders:
            return
    if (
        not finite
        or auxiliary(token, "MD")
        or auxiliary(token, "TO")
        or token.dep_ in ("relcl", "acl", "advcl", "pcomp")
    ):
        return
    if by is None:
        yield replace(base, rule=f"passive:{base.rule}")


def _participle(token: Token, base: Held, named: Named) -> Iterator[Held]:
    if token.tag_ == "VBN":
        yield from _past_participle(token, base, named)
        return
    own = child(token, "nsubj")
    if own is not None:
        for holder in named.before(token, own):
            yield _held(base, holder, "participle")
    elif token.dep_ == "advcl" and token.head.tag_ in VERBS and not passive(token.head):
        subject = _holding_subject(token.head)
        if subject is not None and (token.head.i > token.i or named.words.find(token.head, "verb", "say", "direct")):
            for holder in named.before(token.head, subject):
                if not holder.stance:
                    yield _held(base, holder, "participle")


def _past_participle(token: Token, base: Held, named: Named) -> Iterator[Held]:
    by = child(token, "agent")
    if by is None and token.dep_ in ("ROOT", "ccomp", "conj"):
        yield from _active(token, base, named)  # a past tense that the tagger took for a participle
        return
    taken_up = token.dep_ in ("acl", "advcl", "conj") and named.words.find(token, "verb", "ally")
    if by is not None and taken_up and not _allied(token, named):
        for holder in named.after(by):
            yield _held(base, holder, "participle")


def _attitude(token: Token, named: Named) -> Iterator[Held]:
    word = named.words.find(token, "verb", "attitude") or _by_form(token, named.words)
    if word is None or token.dep_ in ("amod", "relcl", "acl", "advmod"):
        return
    verb = token if token.tag_ in VERBS else token.head
    if token.tag_ not in VERBS and not (token.dep_ in ("acomp", "oprd") and named.words.find(verb, "verb", "be")):
        return
    if any(named.words.find(one, "verb", "say") for one in token.children if one.dep_ == "xcomp"):
        return  # "was pleased to note": what follows says it
    subject = _holding_subject(verb)
    if subject is None or auxiliary(verb, "MD"):
        return
    stance = word.field("stance")
    lemma = f"{verb.lemma_ if verb is not token else 'be'} {word.lemma}"
    for holder in named.before(verb, subject):
        stance = _OPPOSITE.get(stance, stance) if negated(verb) else stance
        yield Held(token, lemma, stance, holder, token.i + 1, "attitude")


def _existential(noun: Token, words: Vocabulary) -> Iterator[Held]:
    word = words.find(noun, "noun", "saying")
    if word is None or noun.dep_ not in ("attr", "dobj", "nsubj", "pobj"):
        return
    head = noun.head
    for _ in range(3):
        if child(head, "expl") is not None or any(one.tag_ == "EX" for one in head.lefts):
            extent = word.field("extent") or "unstated"
            yield Held(
                noun, word.field("verb"), word.field("stance"), replace(NOBODY, extent=extent), noun.i + 1, "there is"
            )
            return
        if head.dep_ != "xcomp":
            return
        head = head.head


def _voiced(token: Token, words: Vocabulary) -> tuple[Token, str, str] | None:
    """The noun of saying that a verb of voicing governs, active or passive, with the lemma and stance of both."""
    weak = words.find(token, "verb", "utter")
    if not weak and not words.find(token, "verb", "voice"):
        return None
    for one in token.children:
        if one.dep_ in ("dobj", "nsubjpass"):
            for noun in (one, *(two for two in one.rights if two.dep_ == "conj")):
                word = words.find(noun, "noun", "saying")
                if word:
                    lemma = word.field("verb") if weak else f"{token.lemma_.lower()} {noun.lemma_.lower()}"
                    return noun, lemma, word.field("stance")
    return None


def _held(base: Held, holder: Holder, how: str) -> Held:
    stance = base.stance
    lemma = base.lemma
    if holder.stance == "oppose":
        lemma, stance = "oppose", "oppose"
    elif holder.stance and stance == "report":
        stance = holder.stance
    extent = holder.extent
    if base.holder.extent == "consensus" and extent == "unqualified":
        extent = "consensus"
    return replace(base, holder=replace(holder, extent=extent), lemma=lemma, stance=stance, rule=f"{how}:{base.rule}")


def _claims(token: Token) -> bool:
    """Whether a clause, or a thing said to be so, follows: "considered that", "deemed it necessary", "saw X as"."""
    for one in token.rights:
        if one.dep_ == "ccomp":
            return True
        if one.dep_ == "prep" and one.lower_ == "as":
            return True
        if one.dep_ == "oprd" and one.tag_ in ("JJ", "VBN"):
            return True
    return False


def _asserted(token: Token, base: Held, words: Vocabulary) -> bool:
    """Whether the text says that it is held, not that it could, should or is to be."""
    modal = auxiliary(token, "MD")
    if modal is not None:
        return base.stance in _OPPOSITE and negated(token)
    if token.tag_ in ("VBD", "VBP", "VBZ"):
        return True
    if auxiliary(token, "TO") is not None:
        light = token.head.tag_ == "JJ" or words.find(token.head, "verb", "light") is not None
        return token.dep_ == "xcomp" and light and auxiliary(token.head, "TO") is None
    return token.tag_ == "VBN" or any(one.tag_ in FINITE for one in _auxiliaries(token))


def _auxiliaries(token: Token) -> Iterator[Token]:
    for _ in range(4):
        found = [one for one in token.lefts if one.dep_ in ("aux", "auxpass")]
        yield from found
        if found or token.dep_ != "conj":
            return
        token = token.head


def _holding_subject(verb: Token, named: Named | None = None) -> Token | None:
    """The subject that holds what the verb says: its own, or that of a verb above it that is coordinated with it.

    A subject that can hold nothing ends the search where it is the verb's own, and is passed over where it is not: in
    "X replied that this is a role for banks, and noted …" a model may coordinate "noted" with "is".
    """
    own = True
    for _ in range(6):
        found = child(verb, "nsubj", "nsubjpass")
        if found is not None and (own or named is None or named.can_hold(found)):
            return found if found.tag_ != "EX" else None
        if verb.dep_ not in ("conj", "xcomp", "acomp") and (own or verb.dep_ != "ccomp"):
            return None
        own = False
        verb = verb.head
    return None


def _allied(token: Token, named: Named) -> bool:
    """Whether "supported by" stands beside a holder before a reporting verb, where `Named.before` has seen it."""
    head = token
    while head.dep_ in ("conj", "acl", "appos", "advcl") and head.head is not head:
        head = head.head
    return (
        named.words.find(token, "verb", "ally") is not None
        and head.dep_ in ("nsubj", "ROOT")
        and bool(named.words.find(head.head, "verb", "say", "direct", "claim", "voice"))
    )


def _by_form(token: Token, words: Vocabulary) -> Word | None:
    """An adjective of attitude by its form, for models that take "concerned" for a participle."""
    for word in words.table("verb", "attitude").get(token.lower_, ()):
        if token.tag_ in ("VBN", "JJ", "VBD") and any(one.lemma_ in ("be", "remain") for one in token.lefts):
            return word
    return None


def _with_feeling(token: Token, stance: str, words: Vocabulary) -> str:
    """The stance of the feeling something is said with: "noted with concern", "noted with appreciation"."""
    for one in token.rights:
        if one.dep_ == "prep" and one.lower_ == "with":
            for two in one.children:
                word = words.find(two, "noun", "saying") if two.dep_ == "pobj" else None
                if word:
                    return word.field("stance")
    return stance


def message(held: Held, doc: Doc, prefix: int, text: str) -> str | None:
    """Return what is held, without the holder and the reporting words; fronted adjuncts ("On INDCs, …") at its end.

    Args:
        held: the position.
        doc: the Doc it was found in.
        prefix: characters that stand before the point's text in the Doc.
        text: the point's text, from which the words are taken as printed.
    """
    start, end = held.end, _reach(held)
    while start < end and (doc[start].is_punct or doc[start].lower_ == "that"):
        start += 1
    while end > start and (
        (doc[end - 1].is_punct and doc[end - 1].text not in (")", "”", '"')) or doc[end - 1].tag_ == "CC"
    ):
        end -= 1
    if start >= end:
        return None
    return text[doc[start].idx - prefix : doc[end - 1].idx + len(doc[end - 1]) - prefix]


def _reach(held: Held) -> int:
    """One past the last token of what the reporting word governs, up to the next verb coordinated with it."""
    end = held.verb.right_edge.i + 1
    for one in held.verb.rights:
        if one.dep_ == "conj" and one.tag_ in VERBS and one.i > held.end:
            end = min(end, one.left_edge.i)
    return max(end, held.end)


@Language.factory("cnd_positions", assigns=["doc.spans", "doc._.cnd_positions"])
def make_positions(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component `cnd_positions` for a pipeline with a tagger, a parser and a lemmatizer before it."""
    from cnd_tools.extracting.component import extractor  # which needs this module's extractor

    return extractor(nlp, "positions")
