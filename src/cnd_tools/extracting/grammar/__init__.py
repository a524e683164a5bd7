"""English on a parse, and not a word about the United Nations: clauses, coordination, nominalizations, word classes."""
