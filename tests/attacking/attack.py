"""Give the program everything that somebody made to bring it down, and say what became of each.

    python tests/attacking/attack.py [--kind KIND] [--every N] [--log FILE] [--page FILE]

Some 3,000 inputs in an hour or two: documents that were made or changed, datasets, references, lexicons, dictionaries,
stores, models, conditions, patterns, names and variables. Each is given to commands of the program in a process of its
own. Each outcome is a line of the log, from which a run that was cut goes on; the table is written to the page, which
`make attack` keeps as benchmarks/HOSTILE.md. KIND takes those kinds alone whose names begin so, N each N-th input.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
sys.path.insert(0, str(Path(__file__).parents[1]))

from attacking import datasets, given, incoming, markup, pdf, sentences, stores, surroundings, word
from attacking.cases import Case, Ended, laid_out
from attacking.judging import FAULTS, MOST_MEMORY, READ, REFUSED, outcome, rows
from attacking.running import alone, apart, load, run

ROOT = Path(__file__).parents[2]
MODULES = (given, word, pdf, markup, sentences, datasets, incoming, stores, surroundings)


def cases() -> Iterator[Case]:
    """Yield all cases, each made when it is asked for."""
    for module in MODULES:
        yield from module.cases()


def tried(case: Case, place: Path) -> dict[str, Any]:
    """Run the commands of a case in an empty folder and return what became of it, as a line of the log."""
    folder = place / "case"
    folder.mkdir()
    try:
        apart(partial(laid_out, case, folder))
        ended = [_run(words, folder, case) for words in case.commands]
        what, how = outcome(case, folder, ended)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    seconds, memory = max(one.seconds for one in ended), max(one.memory for one in ended)
    said = {
        "at": f"{time.time():.1f}",
        "codes": [one.code for one in ended],
        "seconds": round(seconds, 2),
        "MiB": round(memory),
    }
    return {"kind": case.kind, "name": case.name, "what": what, "how": how, **said}


def _run(words: Sequence[str], folder: Path, case: Case) -> Ended:
    """Run a command; one that holds much with all that we loaded, once more alone, as a user would."""
    ended = run(words, folder, case.environment)
    large = ended.code == 0 and ended.memory > MOST_MEMORY
    return alone(ended, folder, case.environment) if large else ended


def attack(chosen: argparse.Namespace) -> list[dict[str, Any]]:
    """Try all cases that are chosen, but for those that the log has already, and return the log."""
    load()
    log = _logged(chosen.log)
    done = {(line["kind"], line["name"]) for line in log}
    with tempfile.TemporaryDirectory(prefix="attack-") as place, chosen.log.open("a", encoding="utf-8") as file:
        for number, case in enumerate(cases()):
            if number % chosen.every or not case.kind.startswith(chosen.kind) or (case.kind, case.name) in done:
                continue
            line = tried(case, Path(place))
            file.write(json.dumps(line) + "\n")
            file.flush()
            log.append(line)
            if line["what"] in FAULTS:
                print(f"{line['kind']}, {line['name']}: {line['what']}: {line['how']}", flush=True)
    return log


def _logged(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


ABOUT = """# What was fed to it to bring it down

`make attack` writes this page: inputs made to hang the program, to fill memory, to break it or to have it lose text,
each given to one command or more. *Read*: exit code 0, and every character has its place. *Refused*: exit code 2, 3 or
4, and a message. *Too long*: more than 30 seconds of a processor and not refused, or never done. *Too large*: more than
1 GiB and not refused. *Broke down*: a traceback, a fault of ours, a signal, or a message without end. *Wrong or lost*:
text that is nowhere and of which nothing is said, rows that are not those of the text, a file that was shown and must
not be."""


def page(log: list[dict[str, Any]], every: int) -> str:
    """Return the page: what was run on what, the table by kind, and each fault that is left.

    Args:
        log: of all that was tried.
        every: of how many inputs one was tried.
    """
    import machine
    from page import rows as table

    faults = [f"- {one['kind']}, {one['name']}: {one['what']}: {one['how']}" for one in log if one["what"] in FAULTS]
    seconds, memory = (max(one[what] for one in log if one["what"] == READ) for what in ("seconds", "MiB"))
    lines = [
        f"{ABOUT}\n",
        *machine.described(),
        *([f"- One of {every} inputs was tried (`--every {every}`)."] if every > 1 else []),
        f"- Of what was read, nothing took more than {seconds:.0f} seconds or {memory:.0f} MiB, of which 300 are the"
        " program with its model.\n",
        *table(("kind", "tried", READ, REFUSED, *FAULTS), rows((one["kind"], one["what"]) for one in log)),
        *(["\n## What is left\n", *faults] if faults else []),
    ]
    return "\n".join(lines) + "\n"


def options(words: list[str]) -> argparse.Namespace:
    """Return what is asked for on the command line."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kind", default="")
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--log", type=Path, default=ROOT / ".hypothesis" / "attack.jsonl")
    asked.add_argument("--page", type=Path)
    return asked.parse_args(words)


def main() -> int:
    """Attack, write the page, and return 1 where a fault was found."""
    chosen = options(sys.argv[1:])
    chosen.log.parent.mkdir(parents=True, exist_ok=True)
    os.nice(5)
    log = attack(chosen)
    if chosen.page:
        chosen.page.write_text(page(log, chosen.every), "utf-8")
    print("\n".join(map("  ".join, rows((one["kind"], one["what"]) for one in log))))
    return int(any(one["what"] in FAULTS for one in log))


if __name__ == "__main__":
    sys.exit(main())
