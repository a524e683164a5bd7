"""Chapeaux that end in a need, whose items are what is needed."""

from __future__ import annotations

from cnd_tools.extracting.context import Chapeau, PointContext
from cnd_tools.extracting.rulebook import rule

_FEWEST = 4  # tokens of a chapeau


@rule("chapeau.need_for")
def needed_items(context: PointContext, source: str | None) -> Chapeau | None:
    """Return what a chapeau says is needed or important, in the items: "Stresses the need for:", "the importance of:".

    Args:
        context: the chapeau.
        source: who holds it.
    """
    if len(context.doc) - context.prefix < _FEWEST or context.doc[-1].text != ":":
        return None
    noun = context.doc[-3] if context.doc[-2].lower_ in ("for", "of") else None
    word = context.words.find(noun, "strength", "noun") if noun is not None else None
    return Chapeau(noun.text, word.field("strength"), (), source) if word and noun is not None else None
