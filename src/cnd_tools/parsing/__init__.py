"""Which model parses, how it is loaded and made fast, and how its parses are kept. `models` alone needs no spaCy."""
