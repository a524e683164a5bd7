"""The documentation is what the program says and does, and it builds; `make docs` writes anew what has changed."""

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

from making import GENERATED, examples, picture  # noqa: E402

PAGES = examples.pages()
SPHINX = ("sphinx", "myst_parser", "furo")


@pytest.mark.parametrize("name", GENERATED)
def test_what_is_generated_is_current(name):
    made, kept = GENERATED[name](), (ROOT / name).read_text("utf-8")
    assert picture.said(made) == picture.said(kept), "make docs writes it anew"


def test_fonts_of_the_machine_do_not_matter():
    """Where the words of a drawing stand depends on the fonts that measured them; what it says and shows does not."""
    kept = (ROOT / "docs" / "guides" / "themes.svg").read_text("utf-8")
    assert picture.said(kept.replace("h103v12", "h104v12")) == picture.said(kept)
    assert picture.said(kept.replace("2009", "2010", 1)) != picture.said(kept)
    assert len(picture.said(kept)) > 50


@pytest.mark.parametrize("page", [page for page in PAGES if examples.has_any(page)], ids=lambda page: page.name)
def test_what_a_page_shows_is_what_happens(page, tmp_path):
    """Each command and each piece of Python of a page, in order: pytest shows the lines that differ."""
    shown = page.read_text("utf-8").splitlines()
    assert examples.written_anew(page, tmp_path).splitlines() == shown, "make docs writes it anew"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_is_not_run_says_so(page):
    assert list(examples.not_run(page)) == []


def test_few_examples_are_not_run():
    assert sum(page.read_text("utf-8").count("<!-- not run:") for page in PAGES) <= 8


@pytest.mark.parametrize(
    ("page", "comes_out"),
    [
        ("```console\n$ cnd --version\nold\n```\n", "```console\n$ cnd --version\ncnd-tools 0.1.0\n```\n"),
        ("```console\n$ echo one; echo two\n…\n```\n", "```console\n$ echo one; echo two\n…\n```\n"),
        ("```console\n$ printf '1\\n2\\n3\\n'\nx\n…\n```\n", "```console\n$ printf '1\\n2\\n3\\n'\n1\n…\n```\n"),
        ("```pycon\n>>> 1 + 1\n3\n```\n", "```pycon\n>>> 1 + 1\n2\n```\n"),
        ("```text a\nb\n```\n```console\n$ cat a\n```\n", "```text a\nb\n```\n```console\n$ cat a\nb\n```\n"),
    ],
)  # fmt: skip
def test_examples_are_run(page, comes_out, tmp_path):
    (tmp_path / "page.md").write_text(page, "utf-8")
    assert examples.written_anew(tmp_path / "page.md", tmp_path) == comes_out


def test_what_stands_between_two_that_are_not_run_is_run(tmp_path):
    not_run = "<!-- not run: because -->\n```sh\nmake demo\n```\n"
    (tmp_path / "page.md").write_text(f"{not_run}```console\n$ echo 1\n2\n```\n{not_run}", "utf-8")
    assert examples.written_anew(tmp_path / "page.md", tmp_path) == f"{not_run}```console\n$ echo 1\n1\n```\n{not_run}"


def test_a_line_that_fails_is_noticed(tmp_path):
    (tmp_path / "page.md").write_text("```sh\ncnd themes nowhere\n```\n", "utf-8")
    with pytest.raises(AssertionError, match="cnd themes nowhere"):
        examples.written_anew(tmp_path / "page.md", tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page):
    """A reader where the code is kept has no site: each link is to a file, and the README's pictures are there."""
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text)
    missing = [target for target in targets if "://" not in target and not (page.parent / target).exists()]
    assert missing == []


@pytest.mark.skipif(not all(map(find_spec, SPHINX)), reason="Sphinx is not installed")
def test_the_site_builds_without_a_warning(tmp_path):
    strict = ["-W", "-n", "--keep-going", "-q", "-d", str(tmp_path / "doctrees"), "-c", str(ROOT / "docs")]
    line = [sys.executable, "-m", "sphinx", *strict, str(ROOT), str(tmp_path / "site")]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "cnd compare" in (tmp_path / "site" / "docs" / "reference" / "commands.html").read_text("utf-8")
    assert (tmp_path / "site" / "index.html").exists()
