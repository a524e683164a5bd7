"""Points with their rows drawn under the words by spaCy's displaCy: one page that needs no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from spacy import displacy
from spacy.tokens import Doc

from cnd_tools.views.exports.docbin import ORIGIN, TABLES

# Light enough for black words (WCAG 2.2, 7:1); what is not named here is grey.
COLOURS = {
    "SOURCE": "#b3d0e5",
    "AGENT": "#f5c6a5",
    "RECIPIENT": "#bfe3d0",
    "MENTION": "#e3e7eb",
    "OBLIGATION": "#e5a3a3",
    "NECESSITY": "#eec0a0",
    "RECOMMENDATION": "#f3dca0",
    "ENCOURAGEMENT": "#e4ecb4",
    "POSSIBILITY": "#eef2dc",
}


def page(made: Iterable[Doc]) -> str:
    """Return Docs of `parsed.docs` as a page of HTML, a block each point."""
    drawn = [_block(doc) for doc in made]
    html = displacy.render(drawn, style="span", manual=True, page=True, jupyter=False, options={"colors": COLOURS})
    return str(html)


def _block(doc: Doc) -> dict[str, Any]:
    """Return a Doc as displaCy takes it; it escapes words, but neither titles nor labels."""
    about = doc.user_data[ORIGIN]
    return {
        "text": doc.text,
        "tokens": [token.text for token in doc],
        "spans": list(_spans(doc)),
        "title": escape(f"{about['document']} {about['point']}"),
    }


def _spans(doc: Doc) -> Iterator[dict[str, Any]]:
    for name in TABLES:
        for span in doc.spans.get(name, ()):
            label = escape(span.label_)
            yield {"start_token": span.start, "end_token": span.end, "label": label, "kb_id": "", "kb_url": "#"}
