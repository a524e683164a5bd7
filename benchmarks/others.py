"""What a user would pick instead, on the same texts in one run: splitters, triples, keyness.

Each runs in a process of its own, in turns, by a Python that has pysbd, blingfire, textacy and scattertext beside this
program (`make bench` makes one).
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.metadata import version
from statistics import median
from typing import Any

import corpora
import splitting
from measuring import call, environment
from page import Section, rows

TURNS = 3
PACKAGES = ("pysbd", "blingfire", "textacy", "scattertext", "spacy", "numpy")
Found = dict[str, Any]


def measure(_: object, *, python: str | None) -> Section:
    """Everything beside everything, as tables."""
    title = "Beside others"
    if python is None:
        return Section(title, ["Not measured: `--others PYTHON` names a Python that has them; `make bench` makes one."])
    names = [*splitting.SPLITTERS, *WORKS]
    turns: dict[str, list[Found]] = {name: [] for name in names}
    for _turn in range(TURNS):
        for name in names:
            turns[name].append(_asked(python, name))
    found = {name: {**each[0], "cpu": median(one["cpu"] for one in each)} for name, each in turns.items()}
    about = f"`make bench`; {_asked(python, 'versions')['said']}; each in a process of its own, {TURNS} turns.\n"
    return Section(title, [about, *_splitters(found), "", *_works(found)])


def _splitters(found: Mapping[str, Found]) -> list[str]:
    heads = ["splitter", "seconds of CPU for a MB", "MiB", "pieces"]
    heads += [f"official points found, {layout}" for layout in next(iter(found.values()))["exact"]]
    cells = []
    for name in splitting.SPLITTERS:
        one = found[name]
        exact = [f"{hits} of {total} ({hits / total:.1%})" for hits, total in one["exact"].values()]
        cells.append([name, f"{one['cpu']:.3f}", f"{one['memory']:.0f}", f"{one['count']:,}", *exact])
    note = [
        "A point is found where a piece has its letters and digits and no others; splitters of sentences are given the",
        "text block by block, and numbers they leave before a point are not held against them. No other says which",
        "number a point has, or what it is part of.",
    ]
    return [*rows(heads, cells), "", *note]


def _works(found: Mapping[str, Found]) -> list[str]:
    cells = [[name, f"{found[name]['cpu']:.2f}", f"{found[name]['memory']:.0f}", found[name]["said"]] for name in WORKS]
    ours, triples = (found[name]["cpu"] for name in list(WORKS)[:2])
    note = [
        f"Our four tables take {ours / triples:.2f} times what triples take. A triple has no strength, holder,",
        "polarity or theme; keyness of scattertext has no significance.",
    ]
    return [*rows(("work", "seconds of CPU", "MiB", "what came out"), cells), "", *note]


def _asked(python: str, name: str) -> Found:
    done = subprocess.run([python, __file__, name], capture_output=True, text=True, check=False, env=environment())
    if done.returncode:
        raise RuntimeError(f"{name} did not run in {python}: {done.stderr[-500:]}")
    answer: Found = json.loads(done.stdout.splitlines()[-1])
    return answer


def versions() -> Found:
    """Of what is measured, in the Python it runs in."""
    return {"said": ", ".join(f"{name} {version(name)}" for name in PACKAGES)}


def our_tables() -> Found:
    """Our extractors, parsing with them."""
    from cnd_tools.lexicon import load
    from cnd_tools.pipeline import analyse_many, load_model
    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment

    nlp, words = load_model(None), load()
    segmented = [segment(read(path)) for path in corpora.sources()]
    list(analyse_many(segmented[:2], model=nlp, lexicon=words))

    def count() -> int:
        made = analyse_many(segmented, model=nlp, lexicon=words)
        return sum(len(table) for one in made for table in (one.actors, one.themes, one.positions, one.actions))

    return _measured(count, "rows of actors, themes, positions and actions")


def textacy_triples() -> Found:
    """The full model's parse and textacy's triples, on the same points."""
    import spacy
    from textacy.extract import subject_verb_object_triples

    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment
    from cnd_tools.tables import CODED

    nlp = spacy.load(corpora.MODEL)
    texts = [p.text for path in corpora.sources() for p in segment(read(path)).points if p.kind in CODED]
    list(nlp.pipe(texts[:20]))
    return _measured(
        lambda: sum(len(list(subject_verb_object_triples(doc))) for doc in nlp.pipe(texts)),
        "triples of subject, verb and object",
    )


def our_terms() -> Found:
    """Our keyness of two texts."""
    from cnd_tools.comparing import compare
    from cnd_tools.reading import read
    from cnd_tools.records import Analysis
    from cnd_tools.segmenting import segment

    def count() -> int:
        segmented = [segment(read(path)) for path in corpora.sources()[-2:]]
        return len(compare([Analysis(one.document, one.points) for one in segmented], by="terms")[0].rows)

    count()  # once without the clock: what it imports is not its work
    return _measured(count, "terms, with log ratio and significance")


def scattertext_terms() -> Found:
    """Scattertext's, on spaCy's tokens."""
    import pandas as pd
    import scattertext
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    def count() -> int:
        texts = [path.read_text("utf-8") for path in corpora.sources()[-2:]]
        frame = pd.DataFrame({"name": ["2009", "2011"], "parsed": [nlp(text) for text in texts]})
        made = scattertext.CorpusFromParsedDocuments(frame, category_col="name", parsed_col="parsed").build()
        return len(made.get_unigram_corpus().get_scaled_f_scores("2009"))

    count()
    return _measured(count, "words, with scaled F-scores")


def _measured(count: Callable[[], int], of_what: str) -> Found:
    came: list[int] = []
    cost = call(lambda: came.append(count()))
    return {"cpu": cost.cpu, "memory": cost.memory, "said": f"{came[0]:,} {of_what}"}


WORKS: dict[str, Callable[[], Found]] = {
    "parse and extract: cnd-tools, four tables": our_tables,
    "parse and extract: textacy, triples of the full model": textacy_triples,
    "keyness of two texts: cnd-tools, `compare --by terms`": our_terms,
    "keyness of two texts: scattertext": scattertext_terms,
}


def _answer(name: str) -> Found:
    if name == "versions":
        return versions()
    return WORKS[name]() if name in WORKS else splitting.measured(name)


if __name__ == "__main__":
    print(json.dumps(_answer(sys.argv[1])))
