"""How the documentation is built: `make docs`. Its pages are plain Markdown, to be read where the code is kept too.

The source folder is the project's own, so that a link to the changelog or to the figures is the same link everywhere.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sphinx.application import Sphinx

from cnd_tools import __version__

ROOT = Path(__file__).parents[1]

project = "cnd-tools"
author = "The cnd-tools maintainers"
version = release = __version__
root_doc = "docs/index"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
include_patterns = [
    "README.md",
    "docs/**.md",
    "CHANGELOG.md",
    "benchmarks/*.md",
    "tests/*/README.md",
    "data/raw/SOURCES.md",
    "src/cnd_tools/extracting/rules/README.md",
]
exclude_patterns = [".*", "build", "dist"]
nitpicky = True


def under(folder: str, pages: str) -> list[str]:
    """Return pages of a folder by their names."""
    return [f"{folder}/{page}" for page in pages.split()]


# What stands beside the pages in the margin: a caption, then its pages; added here so that no page need hold it.
CONTENTS = {
    "Start": ["Setting up <README>", "docs/tutorial"],
    "How to": [
        *under("docs/guides", "texts themes rules report excel notebooks r sqlite qda annotators assistant evaluate"),
        "src/cnd_tools/extracting/rules/README",
        "docs/scale",
    ],
    "Reference": under("docs/reference", "commands tables lexicons annotation python"),
    "Method": [
        *under("docs/method", "tables comparing accuracy guidelines themes actors"),
        *under("docs", "reliability stability dependencies"),
    ],
    "The project": [
        *under("docs", "contributing architecture"),
        *under("docs/decisions", "0001-one-rulebook 0002-rules-as-data 0003-norms-apart 0004-speed"),
        "CHANGELOG",
    ],
    "Evidence": [
        *sorted(str(page.relative_to(ROOT).with_suffix("")) for page in ROOT.glob("benchmarks/*.md")),
        "data/raw/SOURCES",
        *sorted(str(page.relative_to(ROOT).with_suffix("")) for page in ROOT.glob("tests/*/README.md")),
    ],
}

myst_heading_anchors = 3
default_role = "code"  # docstrings have `names` in single backticks, as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_use_ivar = True  # attributes stand with their class, not again each by itself
napoleon_use_rtype = False  # our docstrings say what is returned in words; the type is in the signature
# What is not documented here, for want of a network the standard library, pandas and Altair; and what a text may be
# named by (One), which each function says in words.
nitpick_ignore_regex = [
    ("py:.*", r"(pathlib|collections|typing)\..*|Path|Any|Iterable|Mapping|One|pd\.DataFrame|pandas\..*")
]

html_theme = "furo"
html_title = "cnd-tools"
html_extra_path = ["_root"]  # index.html, which leads on to docs/index.html
html_static_path = ["_static"]
html_css_files = ["tables.css"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False


def with_contents(_app: Sphinx, page: str, source: list[str]) -> None:
    """Give the first page its contents."""
    if page == root_doc:
        source[0] += "".join(
            f"\n```{{toctree}}\n:hidden:\n:caption: {caption}\n\n" + "\n".join(entries(pages)) + "\n```\n"
            for caption, pages in CONTENTS.items()
        )


def entries(pages: Sequence[str]) -> Iterator[str]:
    """Yield those pages that are there: from the top, under a title of their own if they are given one."""
    for page in pages:
        title, _, path = page.rpartition(" <")
        if (ROOT / path.rstrip(">")).with_suffix(".md").exists():
            yield f"{title} </{path}" if title else f"/{path}"


def setup(app: Sphinx) -> None:
    """Register what is said above with Sphinx."""
    app.connect("source-read", with_contents)
