"""Analyses for views, made by hand: texts whose points know their place in the source, and rows told by their words."""

from __future__ import annotations

from collections.abc import Sequence

from cnd_tools.records import Action, Actor, Analysis, Document, Piece, Point, Position, Theme


def made(
    name: str,
    *texts: str,
    actors: Sequence[tuple[str, str, str, str]] = (),
    themes: Sequence[tuple[str, str, str]] = (),
    positions: Sequence[tuple[str, str, str | None]] = (),
    actions: Sequence[tuple[str, str, str, str, str | None]] = (),
) -> Analysis:
    """A document of points 1, 2, 3, …

    Args:
        name: its name.
        texts: what its points say.
        actors: (point, words, id, role).
        themes: (point, words, id); several words have "; " between them.
        positions: (point, verb, source's id).
        actions: (point, words, cue, strength, agent's id); the verb is the word after the cue.
    """
    source, points = "", {}
    for number, text in enumerate(texts, 1):
        source += f"{number}. "
        start = len(source)
        source += f"{text}\n\n"
        points[str(number)] = Point(
            name, str(number), f"{number}.", "numbered", 1, None, None, 1, number * 2 - 1, start, start + len(text),
            None, text, (Piece(0, start, len(text)),)
        )  # fmt: skip

    def span(point: str, words: str) -> tuple[int, int]:
        at = points[point].text.index(words)
        return points[point].locate(at, at + len(words))

    def verb(words: str, cue: str) -> str:
        return words.split(cue)[1].split(maxsplit=1)[0]

    def title(one: str) -> str:
        return one.replace("_", " ").capitalize()

    return Analysis(
        Document(name, source),
        tuple(points.values()),
        tuple(Actor(name, p, i, title(i), "un", role, w, *span(p, w), "hand") for p, w, i, role in actors),
        tuple(Theme(name, p, i, title(i), "pillar", 1, w, *span(p, w.split("; ")[0])) for p, w, i in themes),
        tuple(
            Position(name, p, s, s, v, v, "support", "unqualified", None, *span(p, v), "hand") for p, v, s in positions
        ),
        tuple(
            Action(name, p, a, a, cue, s, verb(w, cue), verb(w, cue), None, None, None, "+", None, w, *span(p, w), "")
            for p, w, cue, s, a in actions
        ),
    )


EARLIER = made(
    "2009",
    "Member States should fight drug trafficking and corruption.",
    "UNODC must help transit countries against trafficking.",
    "The Lao People’s Democratic Republic shared its experience.",
    actors=[
        ("1", "Member States", "member_states", "agent"),
        ("2", "UNODC", "unodc", "agent"),
        ("2", "transit countries", "transit_countries", "recipient"),
        ("3", "Lao People’s Democratic Republic", "lao", "mention"),
    ],
    themes=[
        ("1", "drug trafficking", "drug_trafficking"),
        ("1", "corruption", "corruption"),
        ("2", "trafficking", "drug_trafficking"),
    ],
    actions=[
        ("1", "Member States should fight drug trafficking", "should", "recommendation", "member_states"),
        ("2", "UNODC must help", "must", "obligation", "unodc"),
    ],
)
LATER = made(
    "2011",
    "Member States must fight drug trafficking.",
    "Participants stressed that precursors should be controlled.",
    "A text may say <script>document.title = 'taken'</script> & stay a text.",
    "Nothing more was said.",
    actors=[("1", "Member States", "member_states", "agent"), ("2", "Participants", "participants", "source")],
    themes=[("1", "drug trafficking", "drug_trafficking"), ("2", "precursors; controlled", "precursor_control")],
    positions=[("2", "stressed", "participants")],
    actions=[
        ("1", "Member States must fight", "must", "obligation", "member_states"),
        ("2", "should be controlled", "should", "recommendation", None),
    ],
)
SCALE = ("obligation", "necessity", "recommendation", "encouragement", "possibility")
