"""Run `cnd` and say what it took: python tests/attacking/alone.py FILE WORDS…

A process is held to have held what the one that it came from did, even after `exec`; so who measures a program must be
small. This imports next to nothing, and writes exit code, seconds and MiB to FILE.
"""

import os
import sys

if __name__ == "__main__":
    pid = os.fork()
    if not pid:
        os.execv(sys.executable, [sys.executable, "-m", "cnd_tools", *sys.argv[2:]])
    _, status, used = os.wait4(pid, 0)
    figures = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    with open(sys.argv[1], "w", encoding="ascii") as file:
        print(*figures, file=file)
