"""Deontic cues: what in a sentence says that something is to be done, how strongly, and by which words.

Each finder yields demands: a cue and the verb or noun it governs. What that comes to is `deeds`' business.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from cnd_tools.extracting.cast import Cast
from cnd_tools.extracting.clauses import (
    NOUNS,
    VERBS,
    auxiliary,
    child,
    negated,
    own_subject,
    passive,
    stranded_subject,
    subject,
)
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.setting import Party, Setting
from cnd_tools.extracting.vocabulary import Vocabulary, Word


@dataclass(frozen=True, slots=True)
class Demand:
    """A cue with what it governs.

    Attributes:
        start: first token of the cue.
        end: one past its last.
        cue: its words.
        strength: obligation, necessity, recommendation, encouragement or possibility.
        head: the verb or noun that is to be done.
        rule: what found it.
        agents: who is to do it, where the cue says so (an addressee); None where the verb's subject does.
        bearer: the noun that lacks it ("transit countries need assistance"), its object.
        negative: whether the cue is negated.
    """

    start: int
    end: int
    cue: str
    strength: str
    head: Token
    rule: str
    agents: tuple[Party, ...] | None = None
    bearer: Token | None = None
    negative: bool = False


def find_demands(doc: Doc, cast: Cast, held: Sequence[Held], setting: Setting) -> Iterator[Demand]:
    """Yield the demands of a parsed Doc; where two cues govern one verb, the nearer comes first."""
    words = setting.words
    later: list[Demand] = []
    for token in doc[setting.prefix :]:
        tag = token.tag_
        if tag == "MD":
            yield from _modal(token, cast)
        elif tag in VERBS:
            yield from _semi(token, words)
            later.extend(_lack(token, words))
        elif tag in ("JJ", "NN"):
            later.extend(_predicate(token, words, cast))
            if tag == "NN":
                later.extend(_noun(token, words, cast))
    yield from later
    for position in held:
        yield from _directive(position, cast, words)
    yield from _inherited(doc, setting)


def _demand(cue: Token, word: Word, head: Token, rule: str, **more: object) -> Demand:
    end = cue.i + len(word.words)
    return Demand(cue.i, end, cue.doc[cue.i : end].text, word.field("strength"), head, rule, **more)  # type: ignore[arg-type]


def _modal(token: Token, cast: Cast) -> Iterator[Demand]:
    word = cast.words.find(token, "strength", "modal")
    head = token.head
    if word is None or token.dep_ not in ("aux", "ROOT", "auxpass"):
        return
    if head is token or head.tag_ not in VERBS:
        head = _next_verb(token) or head
    if head.tag_ not in VERBS or not _main(head) or any(c.lower_ == "have" and c.dep_ == "aux" for c in head.lefts):
        return
    if word.entry.get("strength") == "possibility" and not _proposed(token, head, cast):
        return
    yield _demand(token, word, head, "modal", negative=any(c.dep_ == "neg" for c in token.children))


def _semi(token: Token, words: Vocabulary) -> Iterator[Demand]:
    """Cues that take an infinitive: "has to be strengthened", "need to be identified", "is required to report"."""
    semi = words.find(token, "strength", "semi")
    obliged = words.find(token, "strength", "passive") if token.tag_ in ("VBN", "VBD") and passive(token) else None
    if not (semi or obliged) or not _main(token) or auxiliary(token, "MD"):
        return
    for one in token.rights:
        if one.tag_ in VERBS and one.dep_ in ("xcomp", "ccomp", "advcl") and auxiliary(one, "TO"):
            if semi and not obliged and child(token, "dobj") is None and one.i - token.i <= 6:
                yield _demand(token, semi, one, "semi", negative=negated(token))
            elif obliged and obliged.entry.get("strength") == "obligation" and one.dep_ != "advcl":
                yield _demand(token, obliged, one, "passive", negative=negated(token))
            return


def _lack(token: Token, words: Vocabulary) -> Iterator[Demand]:
    """What is lacking is to be done: "need assistance", "partnerships are needed", "required cooperation"."""
    if (token.dep_ in ("amod", "compound", "relcl") and token.dep_ != "relcl") or auxiliary(token, "MD"):
        return
    obliged = words.find(token, "strength", "passive")
    if token.tag_ == "VBN" and obliged and passive(token):
        noun = subject(token)
        if noun is not None and noun.lower_ != "it" and token.dep_ not in ("relcl", "acl", "advcl") and _lone(token):
            infinitive = _purpose(token)
            if infinitive is not None and words.find(noun, "noun", "light"):
                yield _demand(token, obliged, infinitive, "needed:purpose", agents=())
            else:
                yield _demand(token, obliged, noun, "needed", agents=(), negative=negated(token))
        return
    word = words.find(token, "strength", "lack")
    thing = child(token, "dobj") or _beyond_adjectives(token)
    if word and thing is not None and thing.tag_.startswith("N") and not passive(token):
        yield _demand(token, word, thing, "lack", agents=(), bearer=subject(token), negative=negated(token))


def _beyond_adjectives(verb: Token) -> Token | None:
    """The noun after adjectives that the parser took for a complement: "required increased cooperation"."""
    if child(verb, "acomp") is None:
        return None
    for one in verb.doc[verb.i + 1 : verb.i + 10]:
        if one.tag_ in ("NN", "NNS"):
            return one if one.nbor().dep_ != "compound" and one.dep_ != "compound" else None
        if one.tag_ not in ("JJ", "CC", "VBN", "RB", "DT", ",", "VBG"):
            return None
    return None


def _purpose(verb: Token) -> Token | None:
    """The infinitive of purpose after a verb: "to clarify", "in order to clarify"."""
    for one in verb.subtree:
        if one.i > verb.i and one.dep_ in ("advcl", "xcomp", "acl") and auxiliary(one, "TO"):
            return one if one.head is verb or one.head.lower_ == "order" else None
    return None


def _lone(token: Token) -> bool:
    return not any(one.dep_ == "xcomp" for one in token.rights)


def _predicate(token: Token, words: Vocabulary, cast: Cast) -> Iterator[Demand]:
    """Adjectives: "it is essential to share", "is vital that States share", "considers it important to"."""
    word = words.find(token, "strength", "predicate")
    if word is None or token.dep_ not in ("acomp", "oprd", "ccomp", "attr", "conj", "xcomp", "amod"):
        return
    verb = token.head if token.dep_ != "conj" else token.head.head
    clause = _clause_of(token, verb)
    if clause is not None:
        yield _demand(token, word, clause, "predicate:clause", agents=_for(clause, cast), negative=negated(verb))
        return
    if token.dep_ in ("amod", "ccomp", "xcomp") or verb.lemma_ not in ("be", "remain", "become"):
        return
    noun = own_subject(verb) or subject(verb)
    if noun is None or noun.tag_ in ("PRP", "DT", "EX", "WDT") or verb.dep_ == "relcl" or auxiliary(verb, "MD"):
        return
    yield _demand(
        token, word, noun, "predicate:noun", agents=() if noun.tag_.startswith("N") else None, negative=negated(verb)
    )


def _clause_of(adjective: Token, verb: Token) -> Token | None:
    impersonal = adjective.dep_ != "amod" and any(
        one.lower_ == "it" for one in verb.subtree if one.i < adjective.i and one.i > adjective.i - 6
    )
    for one in (*adjective.rights, *verb.rights):
        complement = one.i > adjective.i and one.tag_ in VERBS and one.dep_ in ("xcomp", "ccomp", "advcl", "acl")
        if impersonal and complement and (auxiliary(one, "TO") or (one.dep_ == "ccomp" and child(one, "mark"))):
            return one
    return None


def _for(verb: Token, cast: Cast) -> tuple[Party, ...] | None:
    """Whom "for X to do" names; None leaves it to the verb's subject."""
    own = own_subject(verb)
    return None if own is not None else ()


def _noun(token: Token, words: Vocabulary, cast: Cast) -> Iterator[Demand]:
    word = words.find(token, "strength", "noun")
    if word:
        for head in _governed(token):
            parted = far_infinitive(head, token.sent.end) if head.tag_ in NOUNS and cast.all_of(head) else None
            if parted is not None and parted.doc[parted.i - 2].text == ",":
                yield _demand(token, word, parted, "noun", agents=cast.parties(head))
            else:
                yield _demand(token, word, head, "noun", agents=None if head.tag_ in VERBS else ())
        return
    rank = words.find(token, "strength", "rank")
    if rank and token.dep_ == "attr" and not auxiliary(token.head, "MD"):
        noun = own_subject(token.head) or stranded_subject(token.head)
        if noun is not None and noun.tag_.startswith("N"):
            agents = tuple(
                party for one in token.rights if one.dep_ == "prep" for party in cast.parties(child(one, "pobj"))
            )
            yield _demand(token, rank, noun, "rank", agents=agents)
    idea = words.find(token, "strength", "idea")
    if idea and cast.words.find(token.head, "verb", "say"):
        for head in _governed(token):
            yield _demand(token, idea, head, "idea", agents=())


def _governed(noun: Token) -> Iterator[Token]:
    """What a noun of need governs: "to reduce", "for States to reduce", "for reducing", "of the reduction"."""
    for one in noun.rights:
        if one.dep_ in ("acl", "advcl", "relcl", "xcomp", "ccomp") and one.tag_ == "VB" and auxiliary(one, "TO"):
            yield one
            return
        if one.dep_ == "prep" and one.lower_ in ("for", "of"):
            for two in one.children:
                if two.dep_ in ("pobj", "pcomp"):
                    yield two
                    return


def _directive(held: Held, cast: Cast, words: Vocabulary) -> Iterator[Demand]:
    word = (
        words.find(held.verb, "verb", "direct") if held.verb.tag_ in VERBS else words.find(held.verb, "strength", "ask")
    )
    noun = None
    if word is None or (word.entry.kind == "verb" and word.lemma != held.lemma):
        noun = _asking_noun(held, words)
        if noun is None:
            return
        word = words.find(noun, "strength", "ask")
        assert word is not None
    cue = noun if noun is not None else held.verb
    for head, agents in _asked(cue, word, held, cast):
        yield _demand(cue, word, head, f"directive:{word.lemma}", agents=agents, negative=negated(head))


def _asking_noun(held: Held, words: Vocabulary) -> Token | None:
    """The noun of "reiterates its call upon", "made a request for"."""
    for one in held.verb.children:
        if one.dep_ in ("dobj", "nsubjpass") and words.find(one, "strength", "ask"):
            return one
    return None


def _asked(cue: Token, word: Word, held: Held, cast: Cast) -> Iterator[tuple[Token, tuple[Party, ...] | None]]:
    words = cast.words
    addressee = addressee_of(cue, word)
    parties: tuple[Party, ...] = ()
    if addressee is not None:
        parties = cast.parties(addressee)
    verb = _asked_verb(cue, addressee)
    if verb is not None:
        own = own_subject(verb)
        if own is not None and not passive(verb):
            yield verb, None
        elif own is not None:
            yield verb, ()
        elif parties or (addressee is not None and not words.find(addressee, "noun", "light")):
            yield verb, parties
        else:
            holder = held.holder
            yield (
                verb,
                (Party(holder.actor, holder.text or None, holder.mention),)
                if holder.actor and verb.tag_ == "VB"
                else (),
            )
        return
    if addressee is not None and cast.all_of(addressee):
        far = far_infinitive(addressee, _next_opening(held, cue))
        if far is not None:
            yield far, parties
        return
    if addressee is None or parties:
        return
    infinitive = next((one for one in addressee.rights if one.dep_ in ("acl", "relcl") and auxiliary(one, "TO")), None)
    if infinitive is not None:
        yield infinitive, _self(held)
    else:
        yield addressee, ()


def far_infinitive(noun: Token, end: int) -> Token | None:
    """Return the first infinitive after a noun, past what describes it: "States that have not done so to adopt"."""
    found = [
        token
        for token in noun.doc[noun.i + 1 : end]
        if token.tag_ == "TO" and token.head.tag_ == "VB" and token.head.i > token.i
    ]
    parted = [token for token in found if token.nbor(-1).text == ","]  # after an aside: "the Chair, in due course, to"
    aside = noun.i + 1 < end and noun.nbor().text == ","
    chosen = parted[:1] or found[:1] if aside else found[:1]
    return chosen[0].head if chosen else None


def _next_opening(held: Held, cue: Token) -> int:
    """Where the directive's own words end: at the next finite verb that shares its subject, else with the sentence."""
    for one in cue.sent:
        if (
            one.i > held.end
            and one.tag_ == cue.tag_ == "VBZ"
            and own_subject(one) is None
            and one.nbor(-1).tag_ in ("CC", "RB")
        ):
            return one.i
    return cue.sent.end


def _self(held: Held) -> tuple[Party, ...]:
    """Whoever asks, where it asks for something it is to do itself."""
    holder = held.holder
    return (Party(holder.actor, holder.text or None, holder.mention),) if holder.actor else ()


def addressee_of(cue: Token, word: Word) -> Token | None:
    """The noun after a directive, or before its passive: whom it asks, or what it asks for."""
    if word.field("self"):
        return None  # "decides to": whoever decides is to do it
    if cue.tag_ in VERBS and passive(cue):
        return subject(cue)
    last = cue.doc[cue.i + len(word.words) - 1]
    for head in (cue, last):
        for one in head.rights:
            if one.dep_ in ("dobj", "pobj", "iobj", "dative"):
                return one
            if one.dep_ == "prep" and one.i - head.i <= 3:
                for two in one.children:
                    if two.dep_ in ("pobj", "pcomp"):
                        return two
    return None


def _asked_verb(cue: Token, addressee: Token | None) -> Token | None:
    """The verb of what is asked: an infinitive, a gerund, or that of a clause."""
    if addressee is not None and addressee.tag_ in VERBS:
        return addressee
    heads = [cue, *(one for one in cue.rights if one.dep_ == "prep" and one.i == cue.i + 1)]
    for head in heads:
        for one in head.rights:
            if one.tag_ in VERBS and one.i > cue.i and _complement(one):
                return one
    if addressee is not None and cue.tag_ in VERBS:
        for one in addressee.rights:
            if one.dep_ in ("acl", "relcl") and one.tag_ == "VB" and auxiliary(one, "TO"):
                return one
    return None


def _complement(verb: Token) -> bool:
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "conj"):
        return False
    gerund = verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp")
    clause = verb.dep_ == "ccomp" and own_subject(verb) is not None
    asking = any(one.tag_ in ("WRB", "WP", "WDT") or one.lower_ in ("if", "whether") for one in verb.lefts)
    return gerund or bool(auxiliary(verb, "TO")) or (clause and not asking)


def _inherited(doc: Doc, setting: Setting) -> Iterator[Demand]:
    """What the chapeau asks: the item's verb, or the verbal noun it is ("Calls for: (a) The withdrawal of …")."""
    chapeau = setting.chapeau
    if chapeau is None or not chapeau.cue or setting.opening is not None:
        return
    head = _item_verb(doc, setting) if setting.prefix else _item_noun(doc)
    if head is not None:
        negative = chapeau.polarity == "-" or negated(head)
        yield Demand(-1, -1, chapeau.cue, chapeau.strength, head, "chapeau", chapeau.agents, negative=negative)


def _item_verb(doc: Doc, setting: Setting) -> Token | None:
    for token in doc[setting.prefix : setting.prefix + 6]:
        if token.tag_ in ("VB", "VBP", "VBG") and token.dep_ in ("xcomp", "ROOT", "ccomp", "advcl", "conj"):
            return token
    return None


def _item_noun(doc: Doc) -> Token | None:
    root = next(doc.sents).root
    return root if root.tag_ in ("NN", "NNS") and not any(one.dep_ in ("nsubj", "aux") for one in root.lefts) else None


def _next_verb(token: Token) -> Token | None:
    for one in token.doc[token.i + 1 : token.i + 5]:
        if one.tag_ in ("VB", "VBN"):
            return one
    return None


def _main(verb: Token) -> bool:
    """Whether the verb's clause states something: not a relative clause, a condition or a question."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("relcl", "acl") and stranded_subject(head) is None:
        return False
    for one in head.lefts:
        if one.dep_ == "mark" and one.lower_ in ("if", "whether", "unless"):
            return False
        if one.tag_ in ("WRB", "WP", "WDT"):
            return False
    return True


def _proposed(modal: Token, head: Token, cast: Cast) -> bool:
    """Whether a modal of possibility proposes to act: "could be established", "Governments could introduce".

    Capability, risk and description are no actions (annotation guidelines).
    """
    if negated(head):
        return False
    if cast.words.find(head, "verb", "light") and head.lemma_ == "wish":
        return True
    if modal.lower_ != "could":
        return False
    if passive(head):
        return True
    bearer = subject(head)
    return (
        bearer is not None
        and any(m.type not in ("adverse", "region") for m in cast.all_of(bearer))
        and head.lemma_ != "be"
    )
