"""Who acts, by the grammar around a name: subjects, by-phrases, those enlisted, asked or helped to do something."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.actors.affiliations import presents
from cnd_tools.extracting.actors.after_prepositions import thanked_for
from cnd_tools.extracting.actors.duties import bound_by_relative, enjoyed, is_to_act, told_to_act
from cnd_tools.extracting.actors.mutual import both_act
from cnd_tools.extracting.actors.owned import infinitive_below, is_doer_after, is_doer_before
from cnd_tools.extracting.actors.recipients import helped_to_act, is_told, joining_in, seen_to, takes_part
from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import (
    FINITE,
    NOUNS,
    VERBS,
    auxiliary,
    bare_gerund,
    child,
    first_of,
    neighbour,
    passive,
    tokens,
)
from cnd_tools.extracting.matches import Mention
from cnd_tools.extracting.rulebook import rule


def is_agent(first: Token, mention: Mention, context: PointContext) -> bool:
    """Whether an actor does something: subject of an active verb, after "by", or doer of a verbal noun.

    Args:
        first: the noun that bears the function of the phrase the actor stands in.
        mention: the actor.
        context: the point.
    """
    nobody = any(one.lower_ == "no" for one in first.lefts)  # "opposed by no delegation"
    if nobody or mention.type in ("region", "person"):
        done = presents(first, mention) or (first.dep_ in ("dobj", "nsubjpass") and _made_to_act(first, context))
        seated = any(one.type == "meeting" for one in context.of(first))  # "Co-Chairs Holm and Lind proposed"
        return not nobody and mention.type == "person" and done and not seated
    if _hyphened(mention, context) or bound_by_relative(mention, context):
        return True
    if first.dep_ == "nsubj" and not (bare_gerund(first.head) or _enabled(first, mention, context)):
        verb = _meant(first.head, context)
        stative = context.words.find(verb, "verb", "stative", "undergo") is not None  # "women benefit equally"
        below = child(verb, "xcomp")  # "villages ought to be given access": it is done to them
        asked = verb.tag_ == "MD" and not (below is not None and passive(below))  # "Member States should:"
        acts = (asked or verb.tag_ in VERBS) and not passive(first.head) and not _speech(verb, context)
        acts = acts and not _was_there(verb, context)
        return _partner(verb, context) if stative else acts
    if first.dep_ in ("nsubjpass", "dobj"):
        return _made_to_act(first, context)
    if first.dep_ == "poss":
        return is_doer_before(first.head, mention, context)
    joins = first.dep_ == "pobj" and (_enlisted(first.head, context) or takes_part(first.head, mention, context))
    return joins or (first.dep_ == "pobj" and _acts_after(first.head, context))


def _enabled(noun: Token, mention: Mention, context: PointContext) -> bool:
    """Whether a subject is only helped to do what its verb says, or is only how many they are."""
    return helped_to_act(noun, context) or seen_to(noun, mention, context) or _only_counted(noun, context)


@rule("role.only_counted")
def _only_counted(first: Token, context: PointContext) -> bool:
    """Whether the subject is how many they are, and not they: "the number of pupils has doubled"; not "a number of"."""
    tally = first.dep_ == "nsubj" and context.words.marker(first, "tally") is not None
    one = tally and any(verb.tag_ in ("VBZ", "VBD") for verb in (first.head, *first.head.lefts))
    return one and any(two.lower_ == "the" for two in first.lefts)


def _meant(verb: Token, context: PointContext) -> Token:
    """The verb that says what a subject does, below those that say when: "continue to require" is require."""
    for _ in range(3):
        to = neighbour(verb)
        below = child(verb, "xcomp") or (to.head if to.tag_ == "TO" and to.head.dep_ == "advcl" else None)
        if below is None or not context.words.find(verb, "verb", "light"):
            return verb
        verb = below
    return verb


@rule("role.partner")
def _partner(verb: Token, context: PointContext) -> bool:
    """Whether what somebody is or has is a part: "was a key partner in applying controls", "have a role in peace"."""
    part = verb.head if verb.dep_ == "relcl" else child(verb, "dobj")  # "the part that women have in peace"
    if part is not None and context.words.find(part, "noun", "part", "mutual"):  # "had extensive discussions"
        return True
    placed = child(verb, "prep")
    where = child(placed, "pobj") if placed is not None and placed.lower_ == "in" else None
    infinitive = child(where, "acl", "relcl") if where is not None and where.lower_ != "order" else None
    if infinitive is not None and auxiliary(infinitive, "TO"):
        return True
    what = child(verb, "attr", "acomp")
    prep = child(what, "prep") if what is not None else None
    if what is not None and _first_to(what, context):
        return True
    if prep is None or what is None:
        return False
    charged = context.words.marker(what, "charged") is not None and prep.lower_ == "for"
    return charged or (prep.lower_ == "in" and child(prep, "pcomp") is not None)


@rule("role.first_to")
def _first_to(what: Token, context: PointContext) -> bool:
    """Whether somebody is said to be the first, or the only one, to do something: "the first State to sign"."""
    alone = any(context.words.marker(one, "alone") for one in (what, *what.lefts))
    return alone and any(auxiliary(one, "TO") is not None for one in what.rights if one.dep_ in ("relcl", "acl"))


@rule("role.made_to_act")
def _made_to_act(noun: Token, context: PointContext) -> bool:
    """Whether a verb's object, or the subject of its passive, is to action, or has acted: "encouraged States to"."""
    verb = noun.head
    if _brought_in(noun, context) or joining_in(noun, context):
        return True
    if noun.dep_ == "dobj" and _charged(verb, context):
        return True
    if is_told(noun, context):
        return False
    if context.words.find(verb, "verb", "direct"):  # not "to advise the Committee on the report"
        about = any(one.dep_ == "prep" and one.lower_ != "for" for one in verb.rights)  # "requested the Board for a"
        if noun.dep_ == "dobj" and context.words.find(verb, "verb", "address"):
            # "advise Governments", and no more; but "Asks the owners:"
            about = about or not (any(one.lower_ == "for" for one in verb.rights) or verb.doc[-1].text == ":")
        return noun.dep_ == "nsubjpass" or not about or infinitive_below(verb) is not None or _listed(verb)
    if noun.dep_ == "nsubjpass":  # "should be empowered to promote"
        below = child(verb, "xcomp", "advcl")
        expected = context.words.find(verb, "verb", "expected") is not None  # "is expected to report"
        doing = below is not None and (not expected or not passive(below))
        return doing and (expected or context.words.find(verb, "verb", "enable") is not None)
    praised = context.words.find(verb, "verb", "say")  # "commended Slovenia for improving"
    # not "thanked the panellists"
    did = any(one.lower_ in ("for", "on") for head in (verb, noun) for one in head.rights) or told_to_act(noun, context)
    return praised is not None and praised.field("stance") == "support" and did


@rule("role.brought_in")
def _brought_in(noun: Token, context: PointContext) -> bool:
    """Whether somebody is brought together with others, and so acts: "the meeting brought together experts"."""
    return context.words.find(noun.head, "verb", "gather") is not None


@rule("role.charged_with")
def _charged(verb: Token, context: PointContext) -> bool:
    """Whether whom a verb has for object is given a task: "entrusted the Board with the review"."""
    with_ = any(one.dep_ == "prep" and one.lower_ == "with" for one in verb.rights)
    return with_ and context.words.find(verb, "verb", "charge") is not None


def _listed(verb: Token) -> bool:
    """Whether what is asked stands in the items: "Encourages States, in accordance with their laws, to:"."""
    return [one.lower_ for one in verb.doc[-2:]] == ["to", ":"]


@rule("role.hyphened")
def _hyphened(mention: Mention, context: PointContext) -> bool:
    """Whether a participle hangs on the name: "Board-coordinated projects", not "Board-related projects"."""
    after = [*tokens(context.doc, mention.end, mention.end + 2)]
    joined = len(after) == 2 and after[0].text == "-" and not after[0].whitespace_
    return joined and after[1].tag_ in ("VBN", "VBD", "VBG") and not context.words.find(after[1], "verb", "relating")


def _acts_after(prep: Token, context: PointContext) -> bool:
    governing = first_of(prep).head  # "by the Bank, and by representatives of the Fund"
    if governing.tag_ == "DT" and governing.dep_ == "conj":  # "the efforts of the Board, and those of the Union"
        governing = governing.head
    if prep.lower_ in ("by", "of"):
        return (_done_by if prep.lower_ == "by" else is_doer_after)(prep, governing, context)
    if prep.lower_ == "for":
        return is_to_act(prep, context)
    if _up_to(prep) or _lies_with(prep, context) or thanked_for(prep, context):
        return True
    if prep.lower_ in ("between", "among", "amongst"):
        return both_act(prep, governing, context)
    if prep.lower_ == "with":
        return _beside(first_of(prep), context)
    told = prep.lower_ == "to" and child(governing, "ccomp") is not None  # "recommends to the Council that the Fund"
    return _given_from(prep, context) or (not told and context.words.find(governing, "verb", "direct") is not None)


@rule("role.given_from")
def _given_from(prep: Token, context: PointContext) -> bool:
    """Whether somebody gives what helps, or a part: "support from donors", "contributions from States"."""
    return prep.lower_ == "from" and context.words.find(prep.head, "noun", "given", "taking") is not None


def _done_by(prep: Token, governing: Token, context: PointContext) -> bool:
    """Whether what "by" governs does it, and is not only told of: "committed by", "enjoyed by", "statements by"."""
    before = neighbour(prep, -1)
    if governing.tag_ in FINITE and not passive(governing) and before.tag_ in NOUNS:
        governing = before  # "requires study by the Board", where a parser hangs "by" on the verb
    none = enjoyed(prep, context) or _speech(governing, context)
    verbs = (governing, governing.head) if governing.dep_ == "conj" else (governing,)  # "owned or managed by women"
    return not (none or any(context.words.find(one, "verb", "wrong", "befall") for one in verbs))


@rule("role.was_there")
def _was_there(verb: Token, context: PointContext) -> bool:
    """Whether it is only reported who was at a meeting: "attended the session", "representatives of Togo took part"."""
    there = context.words.find(verb, "verb", "present")
    had = verb.tag_ == "VBN" and not passive(verb)  # "had participated"
    if there is None or not (had or verb.tag_ in FINITE) or auxiliary(verb, "MD") is not None:
        return False
    prep = child(verb, "prep")
    where = child(prep, "pobj") if prep is not None and prep.lower_ == "in" else child(verb, "dobj")
    return where is None or where.lower_ == "part" or context.words.find(where, "noun", "gathering", "body") is not None


@rule("role.speech")
def _speech(governing: Token, context: PointContext) -> bool:
    """Whether what somebody does is to address a meeting: "statements were made by", "made a statement"."""
    made = child(governing, "nsubjpass") if governing.tag_ in VERBS else governing
    if made is None and governing.dep_ == "acl":  # "the statement made by the representative of Peru"
        made = governing.head
    if made is None and context.words.find(governing, "verb", "make", "utter"):
        made = child(governing, "dobj")
    return made is not None and context.words.find(made, "noun", "speech") is not None


@rule("role.enlisted")
def _enlisted(prep: Token, context: PointContext) -> bool:
    """Whether help is sought of whoever a preposition names: "seek the assistance of the Office"."""
    below = child(prep.head, "dobj") if prep.head.tag_ in VERBS and prep.lower_ == "from" else None
    help_ = below if below is not None else prep.head  # "solicit assistance from", where a parser hangs it on the verb
    if not context.words.find(help_, "noun", "help") or prep.lower_ not in ("of", "from"):
        return False
    verb = first_of(help_).head if help_.dep_ == "conj" else help_.head
    return help_.dep_ in ("dobj", "conj") and context.words.find(verb, "verb", "enlist") is not None


@rule("role.beside")
def _beside(prep: Token, context: PointContext) -> bool:
    """Whether who is named after "with" acts too: "jointly with customs", "in cooperation with civil society"."""
    joined = (
        prep.head.dep_ == "pobj" and prep.head.head.lower_ == "in" and context.words.find(prep.head, "noun", "joint")
    )
    return bool(
        joined
        or context.words.find(neighbour(prep, -1), "verb", "joint")
        or _works_with(prep.head, context)
        or context.words.find(prep.head, "verb", "direct")
    )


@rule("role.works_with")
def _works_with(verb: Token, context: PointContext) -> bool:
    """Whether somebody is to do something with others: "working with fishers, States should restore lakes"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ != "to":
        return False  # "guidelines for working with children"; but "commits itself to working with fishers"
    return verb.tag_ in ("VB", "VBG", "VBP") and context.words.find(verb, "verb", "cowork") is not None


@rule("role.up_to")
def _up_to(prep: Token) -> bool:
    """Whether it is for somebody to do it: "it is up to Governments to act", "incumbent on Governments to act"."""
    turn = prep.lower_ == "to" and prep.head.lower_ == "up"
    duty = prep.lower_ in ("on", "upon") and prep.head.tag_ == "JJ"
    whose = child(prep, "pobj") or prep
    return (turn or duty) and any(infinitive_below(one) is not None for one in (prep.head, prep.head.head, whose))


@rule("role.lies_with")
def _lies_with(prep: Token, context: PointContext) -> bool:
    """Whether it is said whose task something is: "the primary responsibility lay with Governments"."""
    verb = prep.head
    if prep.lower_ not in ("with", "on", "upon", "to") or not context.words.find(verb, "verb", "lie"):
        return False
    task = child(verb, "nsubj")
    return task is not None and context.words.find(task, "noun", "part") is not None
