"""One part: its texts read, segmented, analysed and written. What a worker does, wherever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cnd_tools.dataset.places import Place, files, is_remote
from cnd_tools.dataset.writing import Failure, PartWriter, Summary
from cnd_tools.engines.plan import Part, Settings, Text
from cnd_tools.errors import CndError, RefusedInput
from cnd_tools.parsing.sparing import without_commands
from cnd_tools.records import NUMBERING, Analysis, Document, Segmented
from cnd_tools.starting import loading

LARGEST = 1 << 30  # bytes of a remote file; what the formats allow is less and asked for when it is read
At = Callable[[int], None]


class Task(NamedTuple):
    """A part, what to analyse it with, and where to write it.

    Attributes:
        apart: analyse each text by itself, since one of them is thought to have ended a worker.
        given_up: texts, by their place in the part, that are not to be tried again, each with the reason.
    """

    part: Part
    settings: Settings
    output: str
    apart: bool = False
    given_up: tuple[tuple[int, str], ...] = ()


def run(task: Task, at: At = lambda _: None) -> Summary:
    """Analyse a part and write it; a text that cannot be read or analysed is left out and said.

    Args:
        task: what to do.
        at: told which text of the part is about to be worked on.

    Raises:
        UsageError: no such model or lexicon.
        RefusedInput: a lexicon file is wrong.
        OutputFailed: the part could not be written.
    """
    _tools(task.settings)  # what is wrong with them is wrong for all texts, and no fault of the first
    writer, failed = PartWriter(), dict[int, str](task.given_up)
    if task.apart:
        for place in range(len(task.part.texts)):
            at(place)
            _together(task, [place], writer, failed)
    elif not _at_once(task, writer, failed, at):
        # One text makes the analysis fail, and nobody knows which: each by itself, then.
        writer = PartWriter()
        for place in range(len(task.part.texts)):
            _together(task, [place], writer, failed)
    unread = [Failure(task.part.texts[place].path, message) for place, message in sorted(failed.items())]
    return writer.write(Place(task.output), task.part.number, unread)


def _at_once(task: Task, writer: PartWriter, failed: dict[int, str], at: At) -> bool:
    at(0)
    try:
        for analysis in _analyses(_segmented(task, range(len(task.part.texts)), failed), task.settings):
            writer.add(analysis)
    except Exception:
        return False
    return True


def _together(task: Task, places: Sequence[int], writer: PartWriter, failed: dict[int, str]) -> None:
    try:
        for analysis in _analyses(_segmented(task, places, failed), task.settings):
            writer.add(analysis)
    except CndError as error:  # as of a point too long to be parsed
        failed.update(dict.fromkeys(places, str(error)))
    except Exception as error:
        failed.update(dict.fromkeys(places, _fault(error)))


def _segmented(task: Task, places: Sequence[int], failed: dict[int, str]) -> Iterator[Segmented]:
    for place in places:
        if place in failed:
            continue
        try:
            yield _points(task.part.texts[place], task.settings)
        except CndError as error:
            failed[place] = str(error)
        except Exception as error:  # one text never stops the rest, whatever it makes us do
            failed[place] = _fault(error)


def _points(text: Text, settings: Settings) -> Segmented:
    from cnd_tools.extracting.parsable import parsable
    from cnd_tools.segmenting import segment

    made = segment(_read(text, settings.encoding))
    all(parsable(made))  # a point too long is the fault of this text alone
    wrong = next((one for one in made.notices if one.code in NUMBERING), None) if settings.strict else None
    if wrong:
        raise RefusedInput(f"{text.path}:{wrong.line}: {wrong.text}; without --strict this is a warning")
    return made


def _read(text: Text, encoding: str | None) -> Document:
    from cnd_tools.reading import read, read_bytes

    if not is_remote(text.path):
        return read(Path(text.path), name=text.name, encoding=encoding)
    if text.size > LARGEST:
        raise RefusedInput(f"{text.path}: {text.size} bytes is more than a text may have; split it")
    try:
        data = bytes(files(text.path).cat_file(text.path))
    except OSError as error:
        raise RefusedInput(f"{text.path}: cannot be read ({error.strerror or error})") from None
    return read_bytes(data, name=text.name, path=text.path, encoding=encoding)


def _analyses(documents: Iterator[Segmented], settings: Settings) -> Iterator[Analysis]:
    from cnd_tools.pipeline import analyse_many

    model, lexicon = _tools(settings)
    yield from analyse_many(documents, model=model, lexicon=lexicon)


def _tools(settings: Settings):  # type: ignore[no-untyped-def]  # a Language and a Lexicon
    return _loaded(settings.model, settings.lexicon)


@lru_cache(maxsize=2)
def _loaded(model: str | None, extra: tuple[str, ...]):  # type: ignore[no-untyped-def]  # as above
    with loading(), without_commands():
        from cnd_tools.lexicon import load
        from cnd_tools.pipeline import load_model

        words = load(extra=[Path(path) for path in extra])
    return load_model(model), words


def _fault(error: Exception) -> str:
    return f"a fault of cnd-tools, not of the text: {type(error).__name__}: {error}"
