"""Fuzz readers, segmenter and extractors for a time: every law in turn, round after round, each with other examples.

What breaks a law is printed as the lines to paste above its test, and kept in .hypothesis/fuzzing, where the next run
looks first. Used by `make fuzz`.
"""

import os
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ["CND_FUZZING"] = "fuzzing"

from hypothesis import is_hypothesis_test

from fuzzing import test_extractors, test_readers, test_segmenter

MODULES = (test_readers, test_segmenter, test_extractors)
LAWS = {name: law for module in MODULES for name, law in vars(module).items() if is_hypothesis_test(law)}


def fuzz(seconds: float) -> int:
    """Run the laws until the time is over, a broken one no further; return how many were broken."""
    counts: Counter[str] = Counter()
    for name, law in LAWS.items():
        law.hypothesis.inner_test = _counted(law.hypothesis.inner_test, name, counts)
    end, laws = time.monotonic() + seconds, dict(LAWS)
    while laws and time.monotonic() < end:
        for name, law in list(laws.items()):
            try:
                law()
            except Exception as error:
                print(f"{name} is broken by\n{_pasted(error)}", flush=True)
                del laws[name]
            if time.monotonic() > end:
                break
    print("\n".join(f"{count:8} {name}" for name, count in counts.items()))
    print(f"{counts.total():8} examples, {len(LAWS) - len(laws)} of {len(LAWS)} laws broken")
    return len(LAWS) - len(laws)


def _counted(test, name, counts):
    def counted(*given, **named):
        counts[name] += 1
        return test(*given, **named)

    return counted


def _pasted(error: BaseException) -> str:
    """Return what an error says, and the examples that broke the law as decorators."""
    errors = error.exceptions if isinstance(error, ExceptionGroup) else (error,)
    return "\n".join(
        f"{type(one).__name__}: {str(one)[:500]}\n@example{note[note.index('(') :]}"
        for one in errors
        for note in getattr(one, "__notes__", ())
        if note.startswith(("Failing", "Falsifying"))
    )


if __name__ == "__main__":
    sys.exit(min(fuzz(float(sys.argv[1]) if len(sys.argv) > 1 else 120), 1))
