"""Document to points: the numbered, lettered and other paragraphs of a text, and what became of every other line."""

from cnd_tools.segmenting.segmentation import segment

__all__ = ["segment"]
