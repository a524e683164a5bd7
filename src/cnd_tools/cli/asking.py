"""What the user typed, for screens to propose what may be typed next on the same texts, paragraphs and words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cnd_tools.cli.options import Analysing, Choosing, Reading

if TYPE_CHECKING:
    from cnd_tools.comparing.proposing import Asked, Pair
    from cnd_tools.records import Analysis


def asked(
    words: Sequence[str] | None,
    reading: Reading,
    analysing: Analysing | None = None,
    *,
    of: Sequence[Analysis] = (),
    group_by: str | None = None,
) -> Asked:
    """Return what was asked for.

    Args:
        words: that name texts.
        reading: how they are read, and what of them is wanted.
        analysing: with what; None for a command that does not analyse.
        of: the texts, which tell whether one was piped in without being named.
        group_by: by what texts are put together.
    """
    from cnd_tools.comparing.citing import STDIN, typed
    from cnd_tools.comparing.proposing import Asked

    piped = not words and any(typed(one.document) == STDIN for one in of)
    return Asked(
        words=(STDIN,) if piped else tuple(words or ()),
        opening=tuple(_given(corpus=reading.corpus, encoding=reading.encoding)),
        choosing=tuple(_choosing(reading)),
        analysing=tuple(_analysing(analysing)) if analysing else (),
        grouping=tuple(_given(group_by=group_by)),
    )


def _choosing(reading: Reading) -> Iterator[Pair]:
    if isinstance(reading, Choosing):
        yield from _given(section=reading.section, theme=reading.theme, actor=reading.actor, strength=reading.strength)
    yield from _given(where=reading.where)


def _analysing(analysing: Analysing) -> Iterator[Pair]:
    from cnd_tools.lexicon import codebook_files

    yield from _given(model=analysing.model, codebook=analysing.codebook)
    for path in (analysing.lexicon or [])[len(codebook_files(analysing.codebook)) :]:
        yield from _given(lexicon=path)


def _given(**values: object) -> Iterator[Pair]:
    for name, value in values.items():
        if value is not None:
            yield f"--{name.replace('_', '-')}", str(value)
