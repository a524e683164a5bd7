"""Actors: who says, acts, is asked to act, is helped or is named, once a point for each part they play."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from spacy.tokens import Doc, Span

from cnd_tools.extracting.mention import Mention
from cnd_tools.extracting.mentions import find_mentions
from cnd_tools.lexicon import Lexicon, load
from cnd_tools.records import Actor

ROLES = ("source", "agent", "recipient", "mention")
Roles = Mapping[Mention, Collection[str]]


def actors(doc: Doc | Span, roles: Roles | None = None, *, lexicon: Lexicon | None = None) -> Iterator[Actor]:
    """Yield one row for each actor and role in a point, by first mention, then in the order of `ROLES`.

    An actor that has a part is not a mere mention besides, and a pronoun without a part names nobody anew; nor do
    those whose entry says `mention = false`, experts and offenders, as part of what is spoken of.

    Args:
        doc: the text of one point, or a stretch of a Doc that is one.
        roles: the parts each mention plays, from `cnd_tools.extracting.roles`; without them all are mentions.
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
    words = doc[mention.start : mention.end]
    return Actor(
        document="",
        point="",
        actor=mention.actor,
        name=mention.name,
        type=mention.type,
        role=role,
        text=words.text,
        start=words.start_char,
        end=words.end_char,
        rule=mention.rule,
    )
