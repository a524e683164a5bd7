import io
import time

import pytest

from cnd_tools.views import progress


class Screen(io.StringIO):
    """Standard error, a terminal or not."""

    def __init__(self, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.fixture
def screen(monkeypatch):
    """Put a screen in the place of standard error."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")

    def put(*, terminal=True, patience=0.0):
        monkeypatch.setattr(progress, "PATIENCE", patience)
        found = Screen(terminal)
        monkeypatch.setattr("sys.stderr", found)
        return found

    return put


def slowly(items, seconds=0.3):
    for item in items:
        time.sleep(seconds)
        yield item


def test_long_work_is_shown_and_then_wiped_out(screen):
    seen = screen()
    assert list(progress.following(slowly("abc"), "analysing", total=3)) == list("abc")
    assert "analysing" in seen.getvalue()
    assert "1/3" in seen.getvalue()
    assert seen.getvalue().endswith(("\x1b[2K", "\x1b[?25h"))  # the line erased, the cursor there again


def test_quick_work_is_not(screen):
    seen = screen(patience=60.0)
    assert list(progress.following("abc", "analysing", total=3)) == list("abc")
    assert "analysing" not in seen.getvalue()


def test_work_that_is_given_up_leaves_no_bar_behind(screen):
    seen = screen()
    for _ in progress.following(slowly("abc"), "analysing", total=3):
        break
    left = len(seen.getvalue())
    time.sleep(0.3)
    assert len(seen.getvalue()) == left


@pytest.mark.parametrize(("terminal", "quiet"), [(False, False), (True, True)])
def test_nothing_is_shown_to_a_file_or_to_who_wants_none(screen, terminal, quiet):
    seen = screen(terminal=terminal)
    assert list(progress.following(slowly("ab", 0.1), "analysing", total=2, quiet=quiet)) == list("ab")
    with progress.measured("analysing", total=10, quiet=quiet) as advance:
        advance(10, 5)
    assert seen.getvalue() == ""


def test_how_far_and_how_fast(screen):
    seen = screen()
    with progress.measured("analysing", total=2000) as advance:
        advance(1000, 150)
        time.sleep(0.3)
        advance(1000, 150)
    assert "1.0/2.0 kB" in seen.getvalue()
    assert "words/s" in seen.getvalue()
