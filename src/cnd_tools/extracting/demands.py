"""Deontic cues: what in a sentence says that something is to be done, how strongly, and by which words.

Each finder yields demands: a cue and the verb or noun it governs. What that comes to is `deeds`' business.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from cnd_tools.extracting.cast import Cast
from cnd_tools.extracting.clauses import (
    FINITE,
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
from cnd_tools.extracting.demand import Demand, demand
from cnd_tools.extracting.directives import directive, far_infinitive
from cnd_tools.extracting.held import Held
from cnd_tools.extracting.lists import listed
from cnd_tools.extracting.setting import Party, Setting
from cnd_tools.extracting.vocabulary import Vocabulary


def find_demands(doc: Doc, cast: Cast, held: Sequence[Held], setting: Setting) -> Iterator[Demand]:
    """Yield the demands of a parsed Doc; where two cues govern one verb, the nearer comes first."""
    words = setting.words
    later: list[Demand] = []
    for token in doc[setting.prefix :]:
        tag = token.tag_
        if tag == "MD":
            yield from _modal(token, cast, setting.verbs)
        elif tag in VERBS:
            yield from _semi(token, words)
            later.extend(_lack(token, words))
        elif tag in ("JJ", "NN"):
            later.extend(_predicate(token, words, cast))
            if tag == "NN":
                later.extend(_noun(token, words, cast))
        elif tag == "NNS":
            later.extend(_rank(token, words, cast))
    yield from later
    for position in held:
        yield from directive(position, cast)
    yield from _inherited(doc, setting)


def _modal(token: Token, cast: Cast, verbs: Collection[str]) -> Iterator[Demand]:
    word = cast.words.find(token, "strength", "modal")
    if word is None:
        return
    inner = child(token, "xcomp")
    if inner is not None and auxiliary(inner, "TO") and _main(token):  # "property ought to be returned"
        yield demand(token, word, inner, "modal", negative=negated(token))
        return
    head = token.head
    if token.dep_ not in ("aux", "ROOT", "auxpass"):
        return
    items = listed(token, verbs)
    if items and head.i > token.i:
        yield demand(token, word, head, "modal", agents=cast.parties(_bearer(token)))
        return
    if head is token or head.tag_ not in VERBS:
        head = _next_verb(token) or head
    if head.tag_ not in VERBS or not _main(head) or any(c.lower_ == "have" and c.dep_ == "aux" for c in head.lefts):
        return
    if word.entry.get("strength") == "possibility" and not _proposed(token, head, cast):
        return
    yield demand(token, word, head, "modal", negative=any(c.dep_ == "neg" for c in token.children))


def _bearer(modal: Token) -> Token | None:
    """The subject that stands before a modal, whatever the parser hangs it by."""
    before = [one for one in modal.sent if one.i < modal.i and one.dep_ in ("nsubj", "nsubjpass")]
    return before[-1] if before else None


def _semi(token: Token, words: Vocabulary) -> Iterator[Demand]:
    """Cues that take an infinitive: "has to be strengthened", "need to be identified", "is required to report"."""
    semi = words.find(token, "strength", "semi")
    obliged = words.find(token, "strength", "passive") if token.tag_ in ("VBN", "VBD") and passive(token) else None
    if not (semi or obliged) or not _main(token) or auxiliary(token, "MD"):
        return
    for one in token.rights:
        if one.tag_ in VERBS and one.dep_ in ("xcomp", "ccomp", "advcl") and auxiliary(one, "TO"):
            if semi and not obliged and child(token, "dobj") is None and one.i - token.i <= 6:
                yield demand(token, semi, one, "semi", negative=negated(token))
            elif obliged and obliged.entry.get("strength") == "obligation" and one.dep_ != "advcl":
                yield demand(token, obliged, one, "passive", negative=negated(token))
            return


def _lack(token: Token, words: Vocabulary) -> Iterator[Demand]:
    """What is lacking is to be done: "need assistance", "partnerships are needed", "required cooperation"."""
    if token.dep_ in ("amod", "compound") or auxiliary(token, "MD"):
        return
    if token.dep_ == "conj" and auxiliary(token.head, "MD"):
        return  # "must ratify the treaty and be bound by it"
    obliged = words.find(token, "strength", "passive")
    if token.tag_ == "VBN" and obliged and passive(token):
        noun = subject(token)
        if noun is not None and noun.lower_ != "it" and token.dep_ not in ("relcl", "acl", "advcl") and _lone(token):
            infinitive = _purpose(token)
            if infinitive is not None and words.find(noun, "noun", "light"):
                yield demand(token, obliged, infinitive, "needed:purpose", agents=())
            else:
                yield demand(token, obliged, noun, "needed", agents=(), negative=negated(token))
        return
    word = words.find(token, "strength", "lack")
    thing = child(token, "dobj") or _beyond_adjectives(token)
    if word and thing is not None and thing.tag_.startswith("N") and not passive(token):
        yield demand(token, word, thing, "lack", agents=(), bearer=subject(token), negative=negated(token))


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
        yield demand(token, word, clause, "predicate:clause", agents=_for(clause, cast), negative=negated(verb))
        return
    if token.dep_ in ("amod", "ccomp", "xcomp") or verb.lemma_ not in ("be", "remain", "become"):
        return
    noun = own_subject(verb) or subject(verb)
    if noun is None or noun.tag_ in ("PRP", "DT", "EX", "WDT") or verb.dep_ == "relcl" or auxiliary(verb, "MD"):
        return
    yield demand(
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
                yield demand(token, word, parted, "noun", agents=cast.parties(head))
            else:
                yield demand(token, word, head, "noun", agents=None if head.tag_ in VERBS else ())
        return
    yield from _rank(token, words, cast)
    idea = words.find(token, "strength", "idea")
    if idea and cast.words.find(token.head, "verb", "say"):
        for head in _governed(token):
            yield demand(token, idea, head, "idea", agents=())


def _rank(token: Token, words: Vocabulary, cast: Cast) -> Iterator[Demand]:
    """Nouns that rank: "training is a priority of UNODC", "fighting corruption remained one of the priorities"."""
    rank = words.find(token, "strength", "rank")
    said = token.head.head if rank and token.dep_ == "pobj" and token.head.lower_ == "of" else token
    if rank is None or said.dep_ != "attr" or auxiliary(said.head, "MD"):
        return
    noun = own_subject(said.head) or stranded_subject(said.head)
    if noun is None:
        return
    gerund = noun.left_edge
    if gerund.tag_ == "VBG" and gerund.dep_ in ("compound", "amod") and gerund.head == noun:
        noun = gerund  # "fighting corruption", read as a kind of corruption
    if noun.tag_.startswith("N") or noun.tag_ == "VBG" or auxiliary(noun, "TO"):
        agents = tuple(
            party for one in token.rights if one.dep_ == "prep" for party in cast.parties(child(one, "pobj"))
        )
        yield demand(token, rank, noun, "rank", agents=agents)


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


def _inherited(doc: Doc, setting: Setting) -> Iterator[Demand]:
    """What the chapeau asks: the item's verb, or the verbal noun it is ("Calls for: (a) The withdrawal of …")."""
    chapeau = setting.chapeau
    if chapeau is None or not chapeau.cue or setting.opening is not None:
        return
    head = _item_verb(doc, setting) if setting.prefix else _fronted(doc) or _item_noun(doc)
    if head is not None:
        negative = chapeau.polarity == "-" or negated(head)
        yield Demand(-1, -1, chapeau.cue, chapeau.strength, head, "chapeau", chapeau.agents, negative=negative)


def _item_verb(doc: Doc, setting: Setting) -> Token | None:
    for token in doc[setting.prefix : setting.prefix + 6]:
        if token.tag_ in ("VB", "VBP", "VBG") and token.dep_ in ("xcomp", "ROOT", "ccomp", "advcl", "conj"):
            return token
    return None


def _fronted(doc: Doc) -> Token | None:
    """The infinitive of an item that an adverbial opens: "In accordance with their law, to explore"."""
    for token in doc[1:25] if doc[0].tag_ in ("IN", "RB", "VBG", "WRB") else ():
        if token.tag_ in FINITE:
            return None
        if token.tag_ == "TO" and token.nbor(-1).text == "," and token.head.tag_ == "VB" and token.head.i > token.i:
            return token.head
    return None


def _item_noun(doc: Doc) -> Token | None:
    root = next(doc.sents).root
    return root if root.tag_ in ("NN", "NNS") and not any(one.dep_ in ("nsubj", "aux") for one in root.lefts) else None


def _next_verb(modal: Token) -> Token | None:
    """The verb after a modal that the parser left alone, past an aside: "should, where appropriate, share"."""
    for one in modal.doc[modal.i + 1 : modal.i + 9]:
        if one.tag_ in ("MD", "WDT") or one.text == ";":
            return None
        if one.tag_ in ("VB", "VBN"):
            return one.head if one.dep_ == "auxpass" else one
    return None


def _main(verb: Token) -> bool:
    """Whether the verb's clause states something: not a relative clause, a condition or a question."""
    head = verb
    while head.dep_ == "conj":
        head = head.head
    mark = child(head, "mark")
    said = mark is not None and mark.lower_ == "that"  # "agreement that it must not be reduced" is no relative clause
    if head.dep_ in ("relcl", "acl") and not said and stranded_subject(head) is None:
        return False
    for one in head.lefts:
        if one.dep_ == "mark" and one.lower_ in ("if", "whether", "unless"):
            return False
        if one.tag_ in ("WRB", "WP", "WDT") and one != mark:
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
