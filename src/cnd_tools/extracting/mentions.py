"""Who is named where: mentions of actors in a Doc, before anybody asks what part they play."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.naming import Known, Named, Read, read_names
from cnd_tools.extracting.pieces import Pieces
from cnd_tools.extracting.pronouns import resolve, standing_in
from cnd_tools.lexicon import Entry, Lexicon, load
from cnd_tools.lexicon.trie import Match


def find_mentions(
    doc: Doc | Span,
    *,
    lexicon: Lexicon | None = None,
    short_names: Mapping[str, Known] | None = None,
    names: Read | None = None,
) -> list[Mention]:
    """Return who is named in a Doc or a stretch of it, in order, with the pronouns that stand for somebody named.

    Lemmas, tags and the parse are used where the Doc has them. Without them plain plurals still match, a mention's
    root is its last token, and of pronouns only "those States", "the region" and their like are resolved.

    Args:
        doc: the text of one point, best with tags, lemmas and a parse.
        lexicon: the words to go by; the built-in ones where None.
        short_names: whom the whole document means by its short names (`cnd_tools.extracting.short_names`).
        names: what `read_names` gave for the Doc, where somebody asked already.
    """
    lexicon = lexicon or load()
    whole = doc.doc if isinstance(doc, Span) else doc
    pieces, _, found = names or read_names(doc, lexicon, short_names=short_names)
    pronouns = standing_in(pieces, found, lexicon=lexicon)
    mentions = [
        _mention(whole, pieces, name, name.known) for name in found if name.known and not _hidden(name, pronouns)
    ]
    return sorted([*mentions, *resolve(whole, pieces, mentions, pronouns, lexicon=lexicon, short=short_names or {})])


def _hidden(name: Named, pronouns: Sequence[Match[Entry]]) -> bool:
    """Whether a name is part of what stands for another: "States" in "those States"."""
    return any(pronoun.start <= name.start and name.end <= pronoun.end for pronoun in pronouns)


def _mention(doc: Doc, pieces: Pieces, name: Named, known: Known) -> Mention:
    start, end = pieces.span(name.start, name.end)
    guessed = known.rule.startswith(("name:", "person:"))
    label = doc[start:end].text if guessed else known.name
    root = doc[start:end].root.i if doc.has_annotation("DEP") else end - 1
    if name.shared is not None:
        root = pieces.tokens[name.shared]
    return Mention(start, end, root, known.actor, label, known.type, known.rule)
