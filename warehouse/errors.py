"""What can go wrong with the warehouse, each said in three lines: what, where, and the way out."""


class WarehouseError(Exception):
    """An error that the user can act on; `str()` gives the three lines that the terminal prints.

    `exit_code` is what the program ends with: 1 for what went wrong, 2 for what was asked wrongly, 3 for what is in use.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str, fix: str) -> None:
        super().__init__(what, where, fix)
        self.what = what
        self.where = where
        self.fix = fix

    def __str__(self) -> str:
        """The three lines."""
        return f"error: {self.what}\n  where: {self.where}\n  fix: {self.fix}"


class Locked(WarehouseError):
    """Another process holds the file."""

    exit_code = 3


class Missing(WarehouseError):
    """There is no such file."""

    exit_code = 2


class BadSql(WarehouseError):
    """A statement is not allowed, not understood, or failed."""

    exit_code = 2


class TimedOut(WarehouseError):
    """A query took longer than it was given."""


class OutOfMemory(WarehouseError):
    """A query, or its answer, needs more memory than it was given."""


class NoSingleMatch(WarehouseError):
    """An identifier names nothing, or several things."""

    exit_code = 2
