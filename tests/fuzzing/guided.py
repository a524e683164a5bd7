"""Fuzz one way in, led by coverage: what takes a branch not taken before is kept, and changed further.

    python tests/fuzzing/guided.py WAY SECONDS [FOLDER]

WAY is a format (plain, html, markdown, docx, pdf), "segmenter" or "extractors". What was found worth keeping stays in
FOLDER (.hypothesis/guided by default) for the next run; what breaks a law is left there as `crash-…`, and its smallest
form becomes a test. Used by `make fuzz GUIDED=SECONDS`, which also installs atheris.

Readers run in this process here, as what they do in one of their own could not be seen; so a library that breaks down
ends the run, which the program itself would survive with a refusal.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import atheris

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(name, "1")
sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["cnd_tools", "docx", "markdown_it"]):
    import cnd_tools.reading
    from cnd_tools.reading.formats import need, reader
    from fuzzing import test_extractors, test_segmenter
    from fuzzing.formats import pdf_file, word_file
    from fuzzing.laws import lawful, readable
    from fuzzing.texts import real
    from reading.made_docx import packed

ROOT = Path(__file__).parents[2]
CASES = (ROOT / "tests" / "cases", ROOT.parent / "shared" / "data" / "cases")
ENDINGS = {"plain": ".txt", "html": ".html", "markdown": ".md", "docx": ".docx", "pdf": ".pdf"}
LAWS = {"segmenter": test_segmenter.test_any_text, "extractors": test_extractors.test_any_texts}
_BETWEEN = b"\0PART\0"  # the parts of a Word document as one input, as a zip would hide them from the fuzzer
_LONGEST = 20_000
_DRAWN = 600  # bytes that examples of the laws take, and some to spare


def read_apart(file: cnd_tools.reading.File):
    """Read in this process, where the fuzzer sees which branches are taken."""
    return reader(file.kind).read(file.data, file.origin, file.encoding)


def held(kind: str) -> Callable[[bytes], None]:
    """Return what reads bytes as a format and holds what came of it to the laws of documents and of points."""

    def one(data: bytes) -> None:
        with contextlib.suppress(ValueError):  # of parts that are no zip
            document = readable(_word(data) if kind == "docx" else data, kind=kind)
            if document is not None:
                lawful(document)

    return one


def seeds(way: str) -> list[bytes]:
    """Return what a run begins with: the project's own cases of a format, and stretches of real texts.

    Of a law it is bytes enough for an example to be drawn from: of a few, none is.
    """
    if way in LAWS:
        return [random.Random(number).randbytes(_DRAWN) for number in range(40)]
    found = [path.read_bytes() for folder in CASES for path in sorted(folder.glob(f"*{ENDINGS[way]}"))]
    found += {"docx": [word_file()], "pdf": [pdf_file()]}.get(way, [text[:4_000].encode() for text in real()])
    return [_parts(data) for data in found] if way == "docx" else found


def _parts(word: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(word)) as archive:
        return _BETWEEN.join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())


def _word(data: bytes) -> bytes:
    parts = [part.partition(b"\n") for part in data.split(_BETWEEN)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there twice
        return packed({_named(name): content for name, _, content in parts})


def _named(name: bytes) -> str:
    return name.decode("utf-8", "replace").partition("\0")[0] or "x"  # where a zip ends a name too


def main(way: str, seconds: int, folder: Path) -> None:
    """Fuzz one way in for so many seconds; ends the process, with a code other than 0 where a law was broken."""
    (folder / way).mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(way)):
        (folder / way / f"seed-{number}").write_bytes(data)
    if way in LAWS:
        one = LAWS[way].hypothesis.fuzz_one_input
    else:
        need(way)
        cnd_tools.reading.read_apart = read_apart
        one = held(way)
    bounds = [
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        "-rss_limit_mb=3000",
        "-timeout=300",  # on the clock: that of the laws is the processor's
        "-close_fd_mask=0",
        "-print_final_stats=1",
        *(["-len_control=0"] if way in LAWS else []),
    ]
    atheris.Setup(["guided", str(folder / way), f"-artifact_prefix={folder / way}-", *bounds], one)
    atheris.Fuzz()


if __name__ == "__main__":
    given = sys.argv[1:]
    if len(given) < 2 or given[0] not in (*ENDINGS, *LAWS):
        sys.exit(__doc__)
    main(given[0], int(given[1]), Path(given[2] if len(given) > 2 else ROOT / ".hypothesis" / "guided"))
