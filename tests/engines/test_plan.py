import os
import random

import pytest

from cnd_tools.engines import plan
from cnd_tools.engines.plan import PART_BYTES, PART_TEXTS, Text
from cnd_tools.errors import UsageError


def test_the_order_of_the_words_is_nothing(tmp_path):
    for name in ("b/x.txt", "a/x.txt", "a/y.md", "a/y.txt", "c/SOURCES.md", "c/.hidden.txt", "c/z.bin", "c/q.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    words = [str(tmp_path / folder) for folder in "abc"]
    found = plan.texts(words)
    assert found == plan.texts(words[::-1]) == plan.texts([str(tmp_path), *words])
    assert [text.name for text in found] == [f"{tmp_path}/a/x.txt", f"{tmp_path}/b/x.txt", "q", "y.md", "y.txt"]
    assert [text.size for text in found] == [7, 7, 7, 6, 7]


def test_a_changed_file_is_another_plan(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    os.utime(path, ns=(1, 1))
    before = plan.digest(plan.texts([str(path)]))
    assert plan.digest(plan.texts([str(path)])) == before
    os.utime(path, ns=(1, 2))
    assert plan.digest(plan.texts([str(path)])) != before


@pytest.mark.parametrize("seed", range(5))
def test_parts_hold_every_text_once_and_are_small(seed):
    sizes = random.Random(seed).choices([0, 10, 1000, 400_000, 5_000_000], k=1500)
    texts = [Text(f"{number:05}", f"{number:05}.txt", size, "") for number, size in enumerate(sizes)]
    parts = list(plan.parts(texts))
    assert [text for part in parts for text in part.texts] == texts
    assert [part.number for part in parts] == list(range(len(parts)))
    assert all(part.size <= PART_BYTES or len(part.texts) == 1 for part in parts)
    assert all(0 < len(part.texts) <= PART_TEXTS for part in parts)


def test_a_small_corpus_is_cut_for_several_workers_too():
    def sizes(count, size):
        texts = [Text(f"{number:05}", "", size, "") for number in range(count)]
        return [part.size for part in plan.parts(texts)]

    assert sizes(80, 21_000) == [5 * 21_000] * 16
    assert sizes(4, 20_000) == [80_000]
    assert max(sizes(5000, 21_000)) <= PART_BYTES


@pytest.mark.parametrize("word", ["-", "no_such_text", "nowhere://bucket/texts"])
def test_what_cannot_be_analysed_in_bulk(word):
    with pytest.raises(UsageError):
        plan.texts([word])


def test_places_that_fsspec_reaches():
    fsspec = pytest.importorskip("fsspec")
    files = fsspec.filesystem("memory")
    for name in ("a.txt", "deep/b.md", "README.md", "c.csv", ".d.txt"):
        files.pipe_file(f"/plan/{name}", name.encode())
    found = plan.texts(["memory://plan"])
    assert [(text.name, text.path, text.size) for text in found] == [
        ("a", "memory:///plan/a.txt", 5),
        ("b", "memory:///plan/deep/b.md", 9),
    ] or [text.name for text in found] == ["a", "b"]
    with pytest.raises(UsageError, match="no texts"):
        plan.texts(["memory://nothing"])
