"""Whether a change that must not change results changes none: one hash for every table of every text.

    python benchmarks/golden.py write FOLDER    analyse all texts and keep their rows and hashes there
    python benchmarks/golden.py check FOLDER    analyse them again and say which tables differ, and in which rows

FOLDER is outside the repository, where rows of texts that may not be in it must not be. Parses are kept in it too, by
what was parsed, so that a second run takes a tenth of the time. Of a text that `tests/gold` holds out it is said that a
table differs, and not how: nobody is to write a rule by its points.
"""

from __future__ import annotations

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import json  # noqa: E402
import sys  # noqa: E402
import tomllib  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from difflib import unified_diff  # noqa: E402
from hashlib import sha256  # noqa: E402
from itertools import islice  # noqa: E402
from pathlib import Path  # noqa: E402

from cnd_tools.pipeline import analyse_many, load_model  # noqa: E402
from cnd_tools.reading import read  # noqa: E402
from cnd_tools.records import Analysis  # noqa: E402
from cnd_tools.segmenting import segment  # noqa: E402
from cnd_tools.tables import COLUMNS, table  # noqa: E402

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PLACES = (ROOT / "data" / "raw", ROOT / "tests", SHARED / "data")
ENDINGS = (".txt", ".md", ".html", ".docx", ".pdf")
# The same resolutions stand there as flowed, wrapped and PDF text; the first is what rules see most of.
TWICE = (".wrapped.txt", ".pdf.txt")
SHOWN = 40  # lines of differences a table


class Kept:
    """Parses by the text they are of, in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def get(self, text: str) -> bytes | None:
        """Return the parses of a text, None where there are none."""
        place = self._place(text)
        return place.read_bytes() if place.exists() else None

    def put(self, text: str, parses: bytes) -> None:
        """Keep the parses of a text."""
        self._place(text).write_bytes(parses)

    def _place(self, text: str) -> Path:
        return self._folder / sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def texts() -> Iterator[Path]:
    """Yield every text we may use: our own, those of the tests, and those beside the project where they are."""
    for place in PLACES:
        for path in sorted(place.rglob("*")):
            if path.suffix in ENDINGS and not path.name.endswith((*TWICE, "README.md", "SOURCES.md")):
                yield path


def dump(folder: Path) -> dict[str, str]:
    """Write the rows of every text under a folder, a file a table, and return the hash of each."""
    hashes = {}
    for name, analysis in _analyses(folder / "parses"):
        for columns in COLUMNS:
            lines = "".join(
                json.dumps(row, ensure_ascii=False, default=str) + "\n"
                for row in table(columns, getattr(analysis, columns)).rows
            )
            place = folder / "rows" / f"{name}.{columns}.jsonl"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(lines, "utf-8")
            hashes[f"{name}.{columns}"] = sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()
    return hashes


def _analyses(parses: Path) -> Iterator[tuple[str, Analysis]]:
    model, kept = load_model(), Kept(parses)
    for path in texts():
        name = str(path.relative_to(SHARED if SHARED in path.parents else ROOT)).replace("/", "__")
        try:
            (analysis,) = analyse_many([segment(read(path))], model=model, parses=kept)
        except Exception as error:  # what is refused is refused again
            print(f"{name}: {type(error).__name__}", file=sys.stderr)
            continue
        yield name, analysis


def held_out() -> set[str]:
    """Return the texts, by their names in the dump, of which some points may not be learned from."""
    gold = ROOT / "tests" / "gold"
    manifests = (gold / "manifest.toml", gold / "instruments" / "manifest.toml")
    files = [one for path in manifests for one in tomllib.loads(path.read_text("utf-8"))["file"]]
    texts = {one["text"] for one in files if one["labels"].startswith("held_out/")}
    return {f"{place}/{text}".replace("/", "__") for text in texts for place in ("data", "tests/gold")}


def main(what: str, folder: Path) -> int:
    """Write the golden rows, or check against them; 1 where something differs."""
    known = folder / "hashes.json"
    if what == "write":
        known.write_text(json.dumps(dump(folder), indent=1), "utf-8")
        return 0
    golden = json.loads(known.read_text("utf-8"))
    again = folder / "again"
    (folder / "again").mkdir(exist_ok=True)
    if not (again / "parses").exists():
        (again / "parses").symlink_to(folder / "parses")
    found = dump(again)
    hidden = held_out()
    differing = [name for name in {**golden, **found} if golden.get(name) != found.get(name)]
    for name in differing:
        print(f"{name} differs")
        if name.rpartition(".")[0] in hidden:
            continue
        old, new = (
            (place / "rows" / f"{name}.jsonl").read_text("utf-8").splitlines() if name in known_names else []
            for place, known_names in ((folder, golden), (again, found))
        )
        print("\n".join(islice(unified_diff(old, new, lineterm="", n=0), SHOWN)))
    print(f"{len(golden)} tables, {len(differing)} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
