"""Errors that a user can act on, each said as what, where and the way out."""


class UserError(Exception):
    """A wrong word on the command line or in the configuration; `str()` gives the lines that the terminal prints."""

    exit_code = 2

    def __init__(self, what: str, *, where: str, fix: str) -> None:
        super().__init__(what, where, fix)
        self.what = what
        self.where = where
        self.fix = fix

    def __str__(self) -> str:
        """Three lines."""
        return f"error: {self.what}\n  where: {self.where}\n  fix: {self.fix}"


class Busy(UserError):
    """Another run is at work on the same data folder."""

    exit_code = 3
