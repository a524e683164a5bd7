"""Points to rows: who holds what, who should do what, on which theme; each extractor a spaCy component too."""
