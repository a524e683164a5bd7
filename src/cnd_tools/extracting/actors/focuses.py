"""On whom a policy or an effort is to focus, which is whom it reaches: "a programme with a focus on women"."""

from __future__ import annotations

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import VERBS, child, neighbour, subject
from cnd_tools.extracting.rulebook import rule

_REPORTED = ("VBD", "VBZ")  # "the panel focused on farmers", "the report focuses on farmers": what they are about


@rule("recipient.focus")
def is_focus(on: Token, context: PointContext) -> bool:
    """Whether whom "on" governs is to be the focus of what is done.

    Args:
        on: the preposition.
        context: the point.
    """
    above = on.head
    if above.tag_ in VERBS and context.words.find(above, "verb", "focusing"):
        return above.tag_ not in _REPORTED or _set_off(above)
    what = above
    if above.lemma_ == "be":  # "the focus must be on"
        what = subject(above) or above
    elif above.tag_ in VERBS:  # "place specific attention on", where a parser hangs "on" on the verb
        what = child(above, "dobj", "nsubjpass") or above  # "focus should be placed on"
    return context.words.find(what, "noun", "focusing") is not None


def _set_off(verb: Token) -> bool:
    """Whether what looks like a past tense is a participle after a comma: "training, focused on victims, is"."""
    return verb.lower_.endswith("ed") and neighbour(verb, -1).text == "," and subject(verb) is None
