"""What a user states of a text: above it, or in a file beside it."""

import pytest

from cnd_tools.errors import RefusedInput
from cnd_tools.reading import read
from cnd_tools.segmenting import segment
from cnd_tools.store import Store
from cnd_tools.store.blobs import Blobs

TEXT = "1. States should act.\n\n2. They should meet.\n"
TITLED = "Commission on Narcotic Drugs\nFifty-second session\n11 March 2009\n\n" + TEXT


def head(tmp_path, text, about=None, name="a.txt"):
    (tmp_path / name).write_text(text, "utf-8")
    if about is not None:
        (tmp_path / "a.about").write_text(about, "utf-8")
    return read(tmp_path / name).masthead


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("---\ntitle: A summary\ndate: 12 March 2012\n---\n" + TEXT, "A summary", "12 March 2012"),
        ('---\ntitle: "A: summary"\n---\n' + TEXT, "A: summary", None),
        ("---\ndate: 1 May 2000\n---\n\n" + TITLED, None, "1 May 2000"),
        ("---\nA line of dashes above a text that has none below it\n" + TEXT, None, None),
        ("---\ncolour: red\n---\n" + TEXT, None, None),
        (TEXT, None, None),
    ],
)
def test_front_matter_of_a_plain_text(tmp_path, text, title, date):
    found = head(tmp_path, text)
    assert (found.title, found.date) == (title, date)


def test_below_front_matter_the_title_page_is_read(tmp_path):
    found = head(tmp_path, "---\ndate: 1 May 2000\n---\n\n" + TITLED)
    assert (found.body, found.session) == ("Commission on Narcotic Drugs", "Fifty-second session")


@pytest.mark.parametrize(
    "text", ["---\ntitle: A\n---\n" + TEXT, "---\ntitle: A\n---\n", "---\r\ntitle: A\r\n---\r\n" + TEXT]
)
def test_nothing_is_lost(tmp_path, text):
    (tmp_path / "a.txt").write_bytes(text.encode())
    made = segment(read(tmp_path / "a.txt"))
    assert sum(made.ledger.values()) == len(made.document.text)
    assert made.ledger["none"] == 0
    assert [point.point for point in made.points if point.kind == "numbered"] == (["1", "2"] if TEXT in text else [])


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_beside_goes_before_the_title_page(tmp_path, name):
    found = head(tmp_path, TITLED, "title: A summary\ndate: 12 March 2012\n", name)
    assert (found.title, found.date) == ("A summary", "12 March 2012")


@pytest.mark.parametrize(
    ("about", "message"),
    [
        ("title: A\ntitel: B\n", r"a\.about, line 2: 'titel: B' is not known; a line is one of symbol: …"),
        ("a summary\n", r"a\.about, line 1: 'a summary' is not known"),
        ("title: A\n" * 2_000, "more than 10000 bytes"),
    ],
)
def test_a_file_beside_that_is_none(tmp_path, about, message):
    with pytest.raises(RefusedInput, match=message):
        head(tmp_path, TEXT, about)


def test_what_is_cached_is_not_taken_once_the_file_beside_has_changed(tmp_path):
    from cnd_tools.corpus import Source

    source = Source("a", tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text(TEXT)
    dates = []
    for about in (None, "date: 1 May 2000\n", "date: 2 May 2000\n"):
        if about:
            (tmp_path / "a.about").write_text(about)
        store = Store(Blobs(tmp_path / "cache", limit=10**7, warn=pytest.fail))
        dates.append(store.segment(source).document.masthead.date)
    assert dates == [None, "1 May 2000", "2 May 2000"]
