"""Files that readers find whole: written beside, then put in place in a single step."""

import os
from pathlib import Path


def replace_file(file: Path, content: bytes) -> None:
    """Make `file` hold the content; what it held stays until all of the new is on the disk. OSError leaves nothing behind."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        with unfinished.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)
