"""First screens: what each command shows at a terminal, made for 80 columns, each ending in what to type next.

Files and pipes get the tables instead, with every column; `--columns` shows those a user chooses.
"""
