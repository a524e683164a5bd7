"""The command line: each command parses, calls what yields, and prints. Nothing heavy is imported before it runs."""
