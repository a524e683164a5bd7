"""Whether lock files install what they say, whatever was released since: asked of every Python and pip we support.

An index is made that offers a newer release of every locked package (an empty wheel), beside the registries that this
system uses. Then each lock is taken by the Makefile's own line, without installing, by the pip that came with each
Python that is here and by the newest. That the trial tells the difference is shown too: without --no-deps, pip 23 has
to be refused, as users were in 2026.

    python .ci/locks.py FOLDER      FOLDER is where environments and wheels are made
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "dev.lock")
PYTHONS = ("python3.11", "python3.12", "python3.13")
NEWER = "99999"


def main(folder: Path) -> int:
    """Print a line for each Python, pip and lock, and return 1 where one of them was refused."""
    offered = folder / "newer"
    offered.mkdir(parents=True, exist_ok=True)
    for name in sorted({name for lock in LOCKS for name in locked(ROOT / lock)}):
        empty_wheel(offered, name)
    environment = {**os.environ, "PIP_FIND_LINKS": f"{offered} {os.environ.get('PIP_FIND_LINKS', '')}".strip()}
    line = install_line()
    resolving = [word for word in line if word != "--no-deps"]
    wrong = 0
    for python, pip in environments(folder):
        for lock in LOCKS:
            wrong += not as_expected("taken", [str(python), *line, lock], pip, environment)
        if pip.startswith("pip 23."):
            wrong += not as_expected(
                "refused", [str(python), *resolving, "dev.lock"], f"{pip} that resolves", environment
            )
    return 1 if wrong else 0


def as_expected(expected: str, line: Sequence[str], pip: str, environment: Mapping[str, str]) -> bool:
    """Try a line that ends with a lock, print whether that is taken or refused, and return whether it should be."""
    done = subprocess.run([*line, "--dry-run"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    became = "taken" if done.returncode == 0 and NEWER not in done.stdout else "refused"
    wrong = "" if became == expected else f", WHICH IS WRONG\n{done.stderr[-500:]}"
    print(f"{Path(line[0]).parents[1].name}, {pip}: {line[-1]} is {became}{wrong}", flush=True)
    return became == expected


def install_line() -> list[str]:
    """Return the words with which the Makefile installs from a lock, after the name of the Python."""
    found = re.search(r"^FROM_LOCK = \$\(BIN\)/python (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise SystemExit("Makefile: no line begins with FROM_LOCK = $(BIN)/python; .ci/locks.py reads it")
    return [word for word in found[1].split() if word != "--quiet"]


def locked(lock: Path) -> list[str]:
    """Return the names of the packages in a lock file."""
    return re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", lock.read_text("utf-8"), re.MULTILINE)


def empty_wheel(folder: Path, name: str) -> None:
    """Write a wheel of a package that holds nothing but the claim to be newer than any other."""
    plain = name.replace("-", "_").replace(".", "_")
    about = f"{plain}-{NEWER}.dist-info"
    with zipfile.ZipFile(folder / f"{plain}-{NEWER}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {NEWER}\n")
        wheel.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: cnd-tools\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{about}/RECORD", "")


def environments(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield the Python of an environment, and its pip's version: twice for each Python, the second time the newest."""
    for name in PYTHONS:
        found = shutil.which(name)
        if found is None or subprocess.run([found, "--version"], capture_output=True, check=False).returncode:
            print(f"{name} is not here")
            continue
        python = folder / name / "bin" / "python"
        subprocess.run([found, "-m", "venv", "--clear", str(folder / name)], check=True)
        yield python, pip_of(python)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", "--upgrade", "pip"], check=True)
        yield python, pip_of(python)


def pip_of(python: Path) -> str:
    """Return "pip 23.2.1"."""
    said = subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split()[:2])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
