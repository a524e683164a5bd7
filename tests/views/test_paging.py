"""A pager for who sits at a terminal, as the user named it, and for nobody else."""

import io

import pytest

from cnd_tools.views.paging import paged


class Terminal(io.StringIO):
    def isatty(self):
        return True


def seated(monkeypatch):
    """Sit at a terminal, and see what a pager is given and what is shown without one."""
    given, screen = [], Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout", screen)
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    monkeypatch.setattr("subprocess.run", lambda words, **options: given.append((words, options["input"])))
    monkeypatch.delenv("PAGER", raising=False)
    return given, screen


def test_in_a_pipe_nothing_is_paged(monkeypatch, capsys):
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("nobody is there to turn pages"))
    paged(lambda out: out.write("line\n" * 100))
    assert capsys.readouterr().out == "line\n" * 100


@pytest.mark.parametrize(("lines", "is_paged"), [(5, False), (200, True)])
def test_what_is_longer_than_the_terminal_is_paged(monkeypatch, lines, is_paged):
    given, screen = seated(monkeypatch)
    paged(lambda out: out.write("line\n" * lines))
    assert given == ([(["/bin/less"], "line\n" * lines)] if is_paged else [])
    assert screen.getvalue() == ("" if is_paged else "line\n" * lines)


@pytest.mark.parametrize(
    ("pager", "words"),
    [("most", ["/bin/most"]), ("less -S", ["/bin/less", "-S"]), ("cat", None), ("", None)],
)
def test_the_pager_is_the_one_the_user_names(monkeypatch, pager, words):
    given, screen = seated(monkeypatch)
    monkeypatch.setenv("PAGER", pager)
    paged(lambda out: out.write("line\n" * 200))
    assert [one for one, _ in given] == ([words] if words else [])
    assert bool(screen.getvalue()) == (words is None)


@pytest.mark.parametrize("why", ["stdin", "TERM", "which"])
def test_where_nobody_could_turn_pages_there_is_none(monkeypatch, why):
    given, screen = seated(monkeypatch)
    match why:
        case "stdin":
            monkeypatch.setattr("sys.stdin", io.StringIO())
        case "TERM":
            monkeypatch.setenv("TERM", "dumb")
        case "which":
            monkeypatch.setattr("shutil.which", lambda _: None)
    paged(lambda out: out.write("line\n" * 200))
    assert (given, screen.getvalue()) == ([], "line\n" * 200)
