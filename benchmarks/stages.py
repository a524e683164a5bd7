"""Where the time goes: each stage by itself, one thread, beside the least that could do the same."""

from __future__ import annotations

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # before numpy is loaded, as in the workers of `cnd analyse`

from collections.abc import Callable, Iterator  # noqa: E402
from functools import partial  # noqa: E402
from pathlib import Path  # noqa: E402
from statistics import median  # noqa: E402
from typing import Any, NamedTuple  # noqa: E402

import corpora  # noqa: E402
from measuring import call  # noqa: E402
from page import Goal, Section, rows  # noqa: E402

TURNS = 3


class Stage(NamedTuple):
    """A stage, the least that could do its work, and what keeps it from that."""

    name: str
    work: Callable[[], object]
    floor: str
    least: Callable[[], object]
    why: str


def measure(folder: Path) -> Section:
    """All stages, and what is left for the extractors."""
    made = _Made()
    stages = list(_stages(made, folder))
    works = {stage.name: stage.work for stage in stages} | {stage.floor: stage.least for stage in stages}
    cost = _interleaved({**works, "analysing": made.analyse})
    # The extractors work on what the parser hands them, so what they take is what is left.
    match = cost["analysing"] - cost["tag and parse"] - cost["parts of speech, lemmas"]
    cost["match and extract"] = match
    tokens = "look at each token once, in Python"
    cost[tokens] = median(call(made.look).cpu for _ in range(TURNS))
    stages.insert(-1, Stage("match and extract", made.analyse, tokens, made.look, WHY_MATCH))
    whole = sum(cost[stage.name] for stage in stages if stage.name != "tokenize")
    cells = [_cells(stage, cost, whole) for stage in stages]
    heads = ("stage", "seconds of CPU", "of the whole", "floor", "seconds", "times the floor", "why not nearer")
    about = f"`python benchmarks/speed.py --only stages`: {made.words:,} words, one thread, {TURNS} turns.\n"
    rate = f"All of it: {whole:.2f} s, {made.words / whole:,.0f} words a second. Tokenizing is part of tag and parse."
    return Section("Where the time goes", [about, *rows(heads, cells), "", rate])


def _cells(stage: Stage, cost: dict[str, float], whole: float) -> list[str]:
    takes, least = cost[stage.name], cost[stage.floor]
    mine = [stage.name, f"{takes:.3f}", f"{takes / whole:.0%}"]
    return [*mine, stage.floor, f"{least:.3f}", f"{takes / max(least, 1e-6):.0f}", stage.why]


WHY_MATCH = (
    "hundreds of rules of grammar in Python, over the tree of each verb; no function takes a tenth of it, "
    "and what is left is asking tokens for their strings, and calls"
)


class _Made:
    """What stages hand on to one another, made once."""

    def __init__(self) -> None:
        from cnd_tools.lexicon import load
        from cnd_tools.parsing.loading import load_model
        from cnd_tools.parsing.stand_ins import morphology
        from cnd_tools.reading import read
        from cnd_tools.segmenting import segment
        from cnd_tools.tables import CODED

        self.nlp, self.lexicon = load_model(None), load()
        self.morphology = morphology(self.nlp)
        self.paths = corpora.sources()
        self.documents = [read(path) for path in self.paths]
        self.segmented = [segment(document) for document in self.documents]
        self.points = [point.text for one in self.segmented for point in one.points if point.kind in CODED]
        self.words = sum(len(point.split()) for point in self.points)
        self.analyses = self.analyse()
        self.docs = self.parse()

    def parse(self) -> list[Any]:
        return list(self.nlp.pipe(self.points, batch_size=64, disable=self.morphology.skipped))

    def analyse(self) -> list[Any]:
        from cnd_tools.pipeline import analyse_many

        return list(analyse_many(self.segmented, model=self.nlp, lexicon=self.lexicon))

    def look(self) -> int:
        return sum(len(token.text) for doc in self.docs for token in doc)


def _stages(made: _Made, folder: Path) -> Iterator[Stage]:
    import pyarrow as pa

    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment

    products = Recorded()
    products.record([pipe for name, pipe in made.nlp.pipeline if name not in made.morphology.skipped], made.parse)
    texts = [document.text for document in made.documents]
    yield Stage(
        "read",
        lambda: [read(path) for path in made.paths],
        "read and decode the bytes",
        lambda: [path.read_text("utf-8") for path in made.paths],
        "the masthead is found too",
    )
    yield Stage(
        "segment",
        lambda: [segment(document) for document in made.documents],
        "cut the text into lines",
        lambda: [text.splitlines() for text in texts],
        "every line is judged by its neighbours; a hundredth of the whole",
    )
    yield Stage(
        "tokenize",
        lambda: [made.nlp.make_doc(point) for point in made.points],
        "split at blanks",
        lambda: [point.split() for point in made.points],
        "spaCy's, in C, with its exceptions",
    )
    yield Stage(
        "tag and parse",
        made.parse,
        "its matrix products alone",
        products.replay,
        "norms and copies between layers, the parser's steps, each of which waits for the last, and texts read twice",
    )
    yield Stage(
        "parts of speech, lemmas",
        lambda: [made.morphology(doc) for doc in made.docs],
        "copy as many numbers",
        lambda: [doc.to_array(["POS", "MORPH", "LEMMA"]) for doc in made.docs],
        "each word is looked up by its letters, tag and label",
    )
    yield Stage(
        "write Parquet",
        partial(_write, made, folder),
        "compress the texts",
        lambda: [pa.compress(text.encode(), codec="zstd") for text in texts],
        "six tables, in columns",
    )


def _write(made: _Made, folder: Path) -> None:
    from cnd_tools.dataset.places import Place
    from cnd_tools.dataset.writing import PartWriter

    writer = PartWriter()
    for analysis in made.analyses:
        writer.add(analysis)
    writer.write(Place(str(folder)), 0, [])


def _interleaved(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    turns = [{name: call(work).cpu for name, work in works.items()} for _ in range(TURNS)]
    return {name: median(turn[name] for turn in turns) for name in works}


def parses() -> tuple[list[str], Goal]:
    """How much faster kept parses are taken than made: what a changed lexicon is spared."""
    from cnd_tools.parsing.cache import Pack, unpack

    made = _Made()

    def parsed() -> bytes:
        pack = Pack()
        for text, doc in zip(made.points, made.parse(), strict=True):
            pack.add(text, made.morphology(doc))
        return pack.to_bytes()

    kept = parsed()
    cost = _interleaved({"parse": parsed, "take": lambda: unpack(kept, made.nlp.vocab)})
    times = cost["parse"] / cost["take"]
    lines = [
        f"Kept parses of {len(made.paths)} documents ({len(kept) / 1e6:.1f} MB) are taken in {cost['take']:.3f} s,",
        f"{times:.0f} times as fast as they are made ({cost['parse']:.2f} s), by CPU, model and all loaded.",
    ]
    why = "they are held against our own parse, which was made several times as fast as the model's"
    goal = Goal("kept parses for a changed lexicon, to parsing", "30", f"{times:.0f}", times >= 30, why)
    return lines, goal


class Recorded:
    """The matrix products a pipeline asks for, to be done again with nothing around them."""

    def __init__(self) -> None:
        self._asked: list[tuple[Any, Any]] = []

    def record(self, pipes: list[Any], work: Callable[[], object]) -> None:
        """Do the work once and keep what was multiplied."""
        from thinc.api import Model

        ops = {id(node.ops): node.ops for pipe in pipes for node in _nodes(getattr(pipe, "model", None), Model)}
        before = {key: one.gemm for key, one in ops.items()}
        for key, one in ops.items():
            one.gemm = self._recording(before[key])
        try:
            work()
        finally:
            for one in ops.values():
                del one.gemm

    def replay(self) -> None:
        """Multiply them all again."""
        for x, y in self._asked:
            x @ y

    def _recording(self, gemm: Callable[..., Any]) -> Callable[..., Any]:
        def recording(x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
            self._asked.append((x.T if trans1 else x, y.T if trans2 else y))
            return gemm(x, y, out=out, trans1=trans1, trans2=trans2)

        return recording


def _nodes(model: Any, kind: type) -> Iterator[Any]:
    return model.walk() if isinstance(model, kind) else iter(())
