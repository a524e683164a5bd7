"""What a user would pick instead, measured on the same texts in one run: splitters, triples, keyness.

Run by `make bench` in a Python that has pysbd, blingfire, textacy and scattertext beside this program.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import corpora
from measuring import call

TURNS = 3
TIMES = 10  # the texts are split so many times over, since once is too short to measure


def main() -> None:
    """Each candidate in a process of its own, in turns; a table of medians, ours first in each kind."""
    if len(sys.argv) > 1:
        print(json.dumps(CANDIDATES[sys.argv[1]]()))
        return
    found: dict[str, list[list[float]]] = {name: [] for name in CANDIDATES}
    for _ in range(TURNS):
        for name in CANDIDATES:
            done = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=True)
            found[name].append(json.loads(done.stdout.splitlines()[-1]))
    print("`make bench` (`benchmarks/others.py`), each in a process of its own, medians of", TURNS, "turns.\n")
    print("| what | seconds of CPU | peak of the process, MiB | what came out |\n|---|---|---|---|")
    for name, rows in found.items():
        cpu, memory, count = (sorted(column)[TURNS // 2] for column in zip(*rows, strict=True))
        print(f"| {name} | {cpu:.3f} | {memory:.0f} | {count:,.0f} {UNITS[name.partition(':')[0]]} |")
    print(
        "\nA splitter gives sentences and never a point: it knows no numbers, items, headings or notes. A triple has\n"
        "no strength, holder or theme. What they are measured for is what they would cost in our place."
    )


def _measured(work: Callable[[], int]) -> list[float]:
    count = 0

    def counting() -> None:
        nonlocal count
        count = work()

    cost = call(counting)
    return [cost.cpu, cost.memory, count]


def _texts() -> list[str]:
    return [path.read_text("utf-8") for path in corpora.sources()]


def points() -> list[float]:
    """Our segmenter."""
    from cnd_tools.reading import document
    from cnd_tools.segmenting import segment

    texts = _texts()
    segment(document(texts[0], name="warm"))
    return _measured(
        lambda: sum(len(segment(document(text, name="x")).points) for _ in range(TIMES) for text in texts) // TIMES
    )


def pysbd_sentences() -> list[float]:
    """PySBD's sentences."""
    import pysbd

    texts, splitter = _texts(), pysbd.Segmenter(language="en", clean=False)
    splitter.segment("Warm. Now.")
    return _measured(lambda: sum(len(splitter.segment(text)) for text in texts))


def blingfire_sentences() -> list[float]:
    """BlingFire's sentences."""
    import blingfire

    texts = _texts()
    blingfire.text_to_sentences("Warm. Now.")
    return _measured(
        lambda: sum(len(blingfire.text_to_sentences(text).split("\n")) for _ in range(TIMES) for text in texts) // TIMES
    )


def our_tables() -> list[float]:
    """Our extractors, parsing with them."""
    from cnd_tools.lexicon import load
    from cnd_tools.pipeline import analyse_many, load_model
    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment

    nlp, words = load_model(None), load()
    segmented = [segment(read(path)) for path in corpora.sources()]
    list(analyse_many(segmented[:2], model=nlp, lexicon=words))
    return _measured(
        lambda: sum(
            len(one.actors) + len(one.themes) + len(one.positions) + len(one.actions)
            for one in analyse_many(segmented, model=nlp, lexicon=words)
        )
    )


def textacy_triples() -> list[float]:
    """The full model's parse and textacy's triples, on the same points."""
    import spacy
    from textacy.extract import subject_verb_object_triples

    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment
    from cnd_tools.tables import CODED

    nlp = spacy.load(corpora.MODEL)
    texts = [p.text for path in corpora.sources() for p in segment(read(path)).points if p.kind in CODED]
    list(nlp.pipe(texts[:20]))
    return _measured(lambda: sum(len(list(subject_verb_object_triples(doc))) for doc in nlp.pipe(texts)))


def our_terms() -> list[float]:
    """Our keyness of two texts."""
    from cnd_tools.comparing import compare
    from cnd_tools.reading import read
    from cnd_tools.records import Analysis
    from cnd_tools.segmenting import segment

    def work() -> int:
        segmented = [segment(read(path)) for path in corpora.sources()[-2:]]
        return len(compare([Analysis(one.document, one.points) for one in segmented], by="terms")[0].rows)

    return _measured(work)


def scattertext_terms() -> list[float]:
    """Scattertext's, on spaCy's tokens."""
    import pandas as pd
    import scattertext
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")

    def work() -> int:
        frame = pd.DataFrame({"name": ["2009", "2011"], "text": [path.read_text() for path in corpora.sources()[-2:]]})
        frame["parsed"] = [nlp(text) for text in frame["text"]]
        made = scattertext.CorpusFromParsedDocuments(frame, category_col="name", parsed_col="parsed").build()
        return len(made.get_unigram_corpus().get_scaled_f_scores("2009"))

    return _measured(work)


CANDIDATES: dict[str, Callable[[], list[float]]] = {
    f"split, {TIMES} times: cnd-tools": points,
    f"split, {TIMES} times: blingfire": blingfire_sentences,
    "split, once: pysbd": pysbd_sentences,
    "parse and extract: cnd-tools, four tables": our_tables,
    "parse and extract: textacy, subject-verb-object triples": textacy_triples,
    "keyness of two texts: cnd-tools, by terms": our_terms,
    "keyness of two texts: scattertext, scaled F-scores": scattertext_terms,
}
UNITS = {
    f"split, {TIMES} times": "pieces",
    "split, once": "pieces",
    "parse and extract": "rows",
    "keyness of two texts": "terms",
}

if __name__ == "__main__":
    main()
