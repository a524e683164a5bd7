"""What minutes note for action, "ACTION: Secretariat to circulate the draft": somebody is to do it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from cnd_tools.extracting.context import PointContext
from cnd_tools.extracting.grammar.clauses import auxiliary, neighbour
from cnd_tools.extracting.grammar.columns import numbers, tokens_with
from cnd_tools.extracting.matches import Cue, CueKind, cue_at
from cnd_tools.extracting.rulebook import rule

_NEAR = 12  # tokens at most from the word "Action" to the verb of what is to be done
_SIGNS = numbers((":", "–", "—", "-"))


def minutes(context: PointContext) -> Iterator[Cue]:
    """Yield what minutes note for action in a point, with who is to do it.

    Args:
        context: the point.
    """
    signs = tokens_with(context.doc, "ORTH", _SIGNS, context.prefix + 1) if "action" in context.letters else ()
    for sign in signs:
        yield from _minuted(neighbour(sign, -1), context)


@rule("cue.minuted")
def _minuted(token: Token, context: PointContext) -> Iterator[Cue]:
    """What stands after "Action:", and who is named before its infinitive; `token` stands before such a sign."""
    word = context.words.find(token, "strength", "minute")
    before = neighbour(token, -1)
    if word is None or not (token.is_sent_start or before == token or before.text == "."):
        return
    for to in context.doc[token.i + 2 : token.i + _NEAR]:
        if to.tag_ == "TO" and to.head.tag_ == "VB" and auxiliary(to.head, "TO") == to:
            named = [one for at in range(token.i + 2, to.i) for one in context.parties(context.doc[at])]
            own = tuple(dict.fromkeys(one for one in named if one.mention and one.mention.start > token.i))
            if any(one.mention and one.mention.end == to.i for one in own):
                yield cue_at(token, word, to.head, CueKind.DIRECTIVE, "minutes", agents=own)
            return
