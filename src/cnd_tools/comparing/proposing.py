"""What a screen proposes to type next: commands that run as they stand, on what the user asked about.

Options that choose paragraphs or say what to analyse with are part of what was asked: a proposal that forgets them
speaks of other paragraphs, or finds nothing, in another codebook.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cnd_tools.comparing.citing import STDIN, typed
from cnd_tools.records import Document

Pair = tuple[str, str]  # an option and its value
BY_ROWS = frozenset({"--theme", "--actor", "--strength", "--where"})  # options that ask for what analysis finds


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user typed beside the command, as far as it bears on what is shown.

    Attributes:
        words: that name the texts; none where all of the corpus are meant.
        opening: how texts are found and read, as ("--encoding", "mac_roman").
        choosing: which paragraphs are wanted.
        analysing: model, codebook and lexicons.
        grouping: how texts are put together to be compared.
    """

    words: tuple[str, ...] = ()
    opening: tuple[Pair, ...] = ()
    choosing: tuple[Pair, ...] = ()
    analysing: tuple[Pair, ...] = ()
    grouping: tuple[Pair, ...] = ()

    def of(self, name: str, document: Document, *more: str) -> str | None:
        """Return what is typed to see more of a text; None where it has no name by which it could be asked for.

        Args:
            name: the command.
            document: the text.
            more: paragraphs and options; a paragraph that is named needs no choosing, and an option that is given here
                takes the place of the user's own.
        """
        named = bool(more) and not more[0].startswith("-")
        choosing = () if named else tuple(pair for pair in self.choosing if pair[0] not in more)
        word: str | None = typed(document)
        if document.told:  # it lies in a dataset, and where it came from may not be there
            word = self.words[0] if len(self.words) == 1 else None
            choosing = _in_dataset(document.name, self.choosing)
        elif word not in self.words and document.path is None and word != STDIN:  # several texts put together
            word = None
        if word is None:
            return None
        return self.over([document])._line((name, word, *more), choosing)

    def over(self, documents: Iterable[Document]) -> Asked:
        """Return the same of these texts, named as they are typed; a path needs no --corpus."""
        known = list(documents)
        paths = all(typed(one) == one.path for one in known)
        opening = tuple(pair for pair in self.opening if pair[0] != "--corpus" or not paths)
        return replace(self, words=tuple(map(typed, known)), opening=opening)

    def all(self, name: str, *before: str, more: Sequence[str] = ()) -> str:
        """Return what is typed to see something of the same texts: the command, then what stands before their names."""
        kept = tuple(pair for pair in self.choosing if pair[0] not in more)
        words = (*before, *self.words)
        if any(word.startswith("-") and word != STDIN for word in words):  # not to be taken for an option
            return " ".join([self._line((name, *more), kept), "--", *map(quoted, words)])
        return self._line((name, *words, *more), kept)

    def lexicon(self, *words: str) -> str:
        """Return what is typed to see something of the lexicon that was analysed with."""
        return _joined(("lexicon", *words), [pair for pair in self.analysing if pair[0] != "--model"])

    def chosen(self) -> str:
        """Return the options that choose paragraphs as they are typed; nothing where all are wanted."""
        return " ".join(_words(self.choosing))

    def _line(self, words: Sequence[str], choosing: Sequence[Pair]) -> str:
        options = [*self.opening, *choosing]
        if words[0] != "segment" or any(option in BY_ROWS for option, _ in choosing):
            options += self.analysing
        return _joined(words, [*options, *(self.grouping if words[0] == "compare" else ())])


NOTHING = Asked()


def _in_dataset(name: str, choosing: Iterable[Pair]) -> tuple[Pair, ...]:
    """Return the choice narrowed to one document of a dataset."""
    this = "document = '" + name.replace("'", "''") + "'"
    conditions = [f"({value}) and {this}" for option, value in choosing if option == "--where"] or [this]
    return (*(pair for pair in choosing if pair[0] != "--where"), ("--where", conditions[0]))


def _joined(words: Iterable[str], options: Iterable[Pair]) -> str:
    return " ".join(["cnd", *map(quoted, words), *_words(options)])


def _words(options: Iterable[Pair]) -> Iterator[str]:
    for option, value in options:
        yield from (option, quoted(value))


def quoted(word: str) -> str:
    """Return a word as a shell takes it: in double quotes, which all shells know, where they do.

    >>> quoted("2009"), quoted("4(c)"), quoted("$HOME (1).txt")
    ('2009', '"4(c)"', "'$HOME (1).txt'")
    """
    if shlex.quote(word) == word:
        return word
    return shlex.quote(word) if set(word) & set('"$`\\!') else f'"{word}"'
