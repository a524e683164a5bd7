"""Parsed points as CoNLL-U, for treebank tools: a sentence a block, offsets into the source and rows under MISC.

By "CoNLL-U Format" (universaldependencies.org). The relations are those of the model, which for English models of
spaCy are ClearNLP's and not Universal Dependencies': "prep" and "pobj" where UD has "case" and "obl". To rename them
would not do, since heads differ too: UD hangs a preposition on its noun, ClearNLP the noun on its preposition. So each
document says whose they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from spacy.tokens import Doc, Span, Token

from cnd_tools.records import Piece, Point
from cnd_tools.views.exports.docbin import ORIGIN, TABLES

RELATIONS = "those of the model; of spaCy's English models ClearNLP's, not Universal Dependencies'"
Rows = Mapping[int, Mapping[str, list[str]]]


def conllu(made: Iterable[Doc]) -> Iterator[str]:
    """Yield each Doc of `parsed.docs` as text, sentence after sentence."""
    before = None
    for doc in made:
        about = doc.user_data[ORIGIN]
        document, point = _line(about["document"]), _line(about["point"])
        if document != before:
            before = document
            yield f"# newdoc id = {document}\n# relations = {RELATIONS}\n"
        yield f"# newpar id = {document}/{point}\n"
        place, rows = _place(about), _rows(doc)
        for number, sentence in enumerate(doc.sents, 1):
            yield from _sentence(sentence, f"{document}/{point}/{number}", place, rows)


def _place(about: Mapping[str, object]) -> Point:
    """Return a point that knows its pieces, which is all that locating needs."""
    pieces = tuple(Piece(*piece) for piece in about["pieces"])  # type: ignore[attr-defined]
    length = pieces[-1].text + pieces[-1].length if pieces else 0
    return Point("", "", None, "", 1, None, None, 1, 1, 0, 0, None, " " * length, pieces)


def _rows(doc: Doc) -> Rows:
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in TABLES:
        for span in doc.spans.get(name, ()):
            said = f"{quote(span.label_)}:{quote(span.kb_id_)}" if span.kb_id_ else quote(span.label_)
            for token in span:
                found[token.i][name].append(said)
    return found


def _sentence(sentence: Span, name: str, place: Point, rows: Rows) -> Iterator[str]:
    words = [token for token in sentence if not token.is_space]  # the format has no words of white space
    if not words:
        return
    numbers = {token.i: number for number, token in enumerate(words, 1)}
    yield f"# sent_id = {name}\n# text = {_line(''.join(_printed(token) for token in words))}\n"
    for token in words:
        head, relation = _head(token, numbers)
        fields = (token.text, token.lemma_, token.pos_, token.tag_, str(token.morph))
        said = "\t".join(_line(field) or "_" for field in fields)
        yield f"{numbers[token.i]}\t{said}\t{head}\t{relation}\t_\t{_misc(token, place, rows)}\n"
    yield "\n"


def _printed(token: Token) -> str:
    return token.text + (" " if _spaced(token) else "")


def _spaced(token: Token) -> bool:
    """Tell whether white space follows, which spaCy may hold for a token of its own."""
    last = token.i + 1 == len(token.doc)
    return bool(token.whitespace_) or (token.is_space if last else token.nbor().is_space)


def _head(token: Token, numbers: Mapping[int, int]) -> tuple[int, str]:
    """Return the number of a word's head and its relation to it; 0 for the root."""
    head = token.head
    while head.i not in numbers and head.head.i != head.i:
        head = head.head
    if head.i == token.i or head.i not in numbers:
        return 0, "root"
    return numbers[head.i], token.dep_ or "dep"


def _misc(token: Token, place: Point, rows: Rows) -> str:
    start, end = place.locate(token.idx, token.idx + len(token))
    said = [f"StartChar={start}", f"EndChar={end}"]
    said += [f"{name.capitalize()}={','.join(found)}" for name, found in rows.get(token.i, {}).items()]
    said += [] if _spaced(token) else ["SpaceAfter=No"]
    return "|".join(said)


def _line(text: str) -> str:
    """Return the text without line ends and tabs, which part lines and fields of the format."""
    return " ".join(text.split())
