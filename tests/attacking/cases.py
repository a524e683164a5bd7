"""What an attack is: files somebody sends us, the commands they are given to, and how we know that all went well."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

ACCOUNT = "account"
"""Not a command of the program: read a file and hold that each of its characters has its place (`running.account`)."""

TEXT = "1. Member States should neglect x.\n\n2. Member States noted with concern that drugs harm youth.\n"
ACT = "1. States should act."
SAID = "more than is read"
"""In the warning of a file that holds text which is not read."""


class Ended(NamedTuple):
    """How a command ended.

    Attributes:
        words: of the command.
        code: its exit code, negative where a signal ended it.
        seconds: of the processor, with all processes it started.
        memory: MiB that the largest of these held.
        out: what it printed, at most `running.KEPT` bytes of it.
        err: what it said on standard error.
        late: whether we ended it, as it did not end.
    """

    words: tuple[str, ...]
    code: int
    seconds: float
    memory: float
    out: bytes
    err: str
    late: bool


Made = bytes | str | Callable[[], bytes]
"""What is in a file, or what makes it when it is needed."""
Wrong = Callable[[Path, Sequence[Ended]], str]


def nothing(_folder: Path) -> None:
    """Prepare nothing beside the files."""


def nothing_wrong(_folder: Path, _ended: Sequence[Ended]) -> str:
    """Find nothing wrong beyond how the commands ended."""
    return ""


class Case(NamedTuple):
    """An input made to bring the program down.

    Attributes:
        kind: the row of the table it is counted in.
        name: of the input, unique in its kind.
        files: by name, laid out in an empty folder where the commands are run.
        commands: the words after `cnd` of each.
        prepare: what else is done to the folder before, as links and pipes.
        wrong: what is wrong with what came of it, such as text that was lost; nothing where all is well.
        environment: variables of the commands.
    """

    kind: str
    name: str
    files: Mapping[str, Made]
    commands: Sequence[Sequence[str]]
    prepare: Callable[[Path], None] = nothing
    wrong: Wrong = nothing_wrong
    environment: Mapping[str, str] = MappingProxyType({})


def laid_out(case: Case, folder: Path) -> None:
    """Lay out the files of a case in its folder, and prepare what else it needs."""
    for name, made in case.files.items():
        data = made() if callable(made) else made
        (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    case.prepare(folder)


def planted(count: int) -> list[str]:
    """Return words that are in no language, by which text is found again wherever it went."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    return [f"zuq{letters[place // 26]}{letters[place % 26]}ik" for place in range(count)]


def sentence(word: str) -> str:
    """Return a sentence with a planted word."""
    return f"Member States should report on {word} to the Commission."


def document(kind: str, name: str, data: Made, *, ending: str, holds: Iterable[str] = (), small: bool) -> Case:
    """Return the case of a document, to be segmented; a small one is held to the laws of all texts, too.

    Args:
        kind: as in `Case`.
        name: as in `Case`.
        data: of the file.
        ending: of its name.
        holds: planted words that a reader of the document would see.
        small: whether to read it once more, to hold every character against its place.
    """
    file = f"a.{ending}"
    commands = [("segment", file, "--ledger", "--json"), *([(ACCOUNT, file)] if small else [])]
    return Case(kind, name, {file: data}, commands, wrong=_accounted(frozenset(holds)))


def _accounted(holds: frozenset[str]) -> Wrong:
    def wrong(_folder: Path, ended: Sequence[Ended]) -> str:
        if ended[0].code == 0 and any(row["kind"] == "none" and row["characters"] for row in json.loads(ended[0].out)):
            return "characters that are nowhere"
        last = ended[-1]
        if last.words[0] != ACCOUNT or last.code or SAID in ended[0].err:
            return ""
        missing = sorted(word for word in holds if word.encode() not in last.out)
        return f"lost without a word: {' '.join(missing[:5])}" if missing else ""

    return wrong


def on_a_text(kind: str, named: Iterable[tuple[str, Sequence[str]]], **files: Made) -> Iterator[Case]:
    """Yield the cases of commands that are given a harmless text, `v.txt`."""
    for name, words in named:
        yield Case(kind, name, {"v.txt": TEXT, **files}, [words])
