"""`python -m cnd_tools` is `cnd`."""

from cnd_tools.cli.running import main

if __name__ == "__main__":
    main()
