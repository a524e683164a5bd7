"""Where the time goes: each stage by itself, one thread, against what the least would be that could do the same."""

from __future__ import annotations

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")  # before numpy is loaded, as in the workers of `cnd analyse`

from collections.abc import Callable, Iterator  # noqa: E402
from statistics import median  # noqa: E402
from tempfile import TemporaryDirectory  # noqa: E402
from typing import Any  # noqa: E402

import corpora  # noqa: E402
from measuring import call  # noqa: E402

TURNS = 3


def lines() -> Iterator[str]:
    """The page's section, by stage."""
    from cnd_tools.dataset.places import Place
    from cnd_tools.dataset.writing import PartWriter
    from cnd_tools.lexicon import load
    from cnd_tools.pipeline import _morphology, analyse_many, load_model
    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment
    from cnd_tools.tables import CODED

    nlp, lexicon = load_model(None), load()
    morphology = _morphology(nlp)
    paths = corpora.sources()
    documents = [read(path) for path in paths]
    segmented = [segment(document) for document in documents]
    points = [point.text for one in segmented for point in one.points if point.kind in CODED]
    words = sum(len(point.split()) for point in points)
    analyses = list(analyse_many(segmented, model=nlp, lexicon=lexicon))
    docs = list(nlp.pipe(points, disable=morphology.skipped))
    parse = Recorded()

    def write(folder: str) -> None:
        writer = PartWriter()
        for analysis in analyses:
            writer.add(analysis)
        writer.write(Place(folder), 0, [])

    parsing = [pipe for name, pipe in nlp.pipeline if name not in morphology.skipped]
    with TemporaryDirectory() as folder:
        works: dict[str, Callable[[], object]] = {
            "floor: read the bytes": lambda: [path.read_bytes() for path in paths],
            "read: decode, masthead": lambda: [read(path) for path in paths],
            "segment into points": lambda: [segment(document) for document in documents],
            "tokenize": lambda: [nlp.make_doc(point) for point in points],
            "tag and parse, tokens with it": lambda: list(nlp.pipe(points, disable=morphology.skipped)),
            "floor: its matrix products alone": parse.replay,
            "parts of speech and lemmas": lambda: [morphology(doc) for doc in docs],
            "all but writing (`analyse_many`)": lambda: list(analyse_many(segmented, model=nlp, lexicon=lexicon)),
            "write Parquet": lambda: write(folder),
        }
        parse.record(parsing, lambda: list(nlp.pipe(points, disable=morphology.skipped)))
        cost = {name: median(call(work).cpu for _ in range(TURNS)) for name, work in works.items()}
    extract = "match and extract (what is left of it)"
    cost[extract] = cost["all but writing (`analyse_many`)"] - sum(
        cost[name] for name in ("tag and parse, tokens with it", "parts of speech and lemmas")
    )
    whole = sum(cost[name] for name in ("read: decode, masthead", "segment into points", "write Parquet"))
    whole += cost["all but writing (`analyse_many`)"]
    yield from [
        "## Where the time goes\n",
        f"`python benchmarks/speed.py --only stages`: {words:,} words, one thread.\n",
    ]
    yield from ["| stage | seconds of CPU | words per second | of the whole |", "|---|---|---|---|"]
    for name, seconds in cost.items():
        share = "" if name.startswith("floor") else f"{seconds / whole:.0%}"
        yield f"| {name} | {seconds:.3f} | {words / max(seconds, 1e-9):,.0f} | {share} |"
    yield ""


def parses() -> Iterator[str]:
    """How much faster kept parses are taken than made."""
    from cnd_tools.parses import Pack, unpack
    from cnd_tools.pipeline import _morphology, load_model
    from cnd_tools.reading import read
    from cnd_tools.segmenting import segment
    from cnd_tools.tables import CODED

    nlp = load_model(None)
    morphology = _morphology(nlp)
    segmented = [segment(read(path)) for path in corpora.sources()]
    texts = [[point.text for point in one.points if point.kind in CODED] for one in segmented]

    def made() -> list[bytes]:
        packed = []
        for points in texts:
            pack = Pack()
            for doc in nlp.pipe(points, disable=morphology.skipped):
                pack.add(morphology(doc))
            packed.append(pack.to_bytes())
        return packed

    kept = made()
    full = median(call(lambda: [list(nlp.pipe(points)) for points in texts]).cpu for _ in range(TURNS))
    make = median(call(made).cpu for _ in range(TURNS))
    take = median(call(lambda: [unpack(data, nlp.vocab) for data in kept]).cpu for _ in range(TURNS))
    yield f"Kept parses are taken {make / take:.0f} times as fast as they are made and kept, {full / take:.0f} times as"
    yield f"fast as the model's own `nlp.pipe` without its names ({take:.3f} s against {make:.2f} and {full:.2f};"
    yield f"goal 30); they take {sum(map(len, kept)) / 1e6:.1f} MB for {len(segmented)} documents.\n"


class Recorded:
    """The shapes of the matrix products a pipeline asks for, to be done again with nothing around them."""

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


if __name__ == "__main__":
    print("\n".join(lines()))
