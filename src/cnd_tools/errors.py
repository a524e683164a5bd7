"""What can go wrong, each kind with its exit code; one line each, naming file, line and remedy."""


class CndError(Exception):
    """The user can do something about it: the message says what."""

    exit_code = 2


class UsageError(CndError):
    """Wrong options, or no such file, document, theme or column."""


class RefusedInput(CndError):  # noqa: N818  (it is the input that is refused, not our code that errs)
    """The input is there but cannot be read for what it should be: encoding, binary, broken, too large."""

    exit_code = 3


class OutputFailed(CndError):  # noqa: N818
    """The result could not be written; the old file, if there was one, is whole."""

    exit_code = 4
