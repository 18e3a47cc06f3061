"""Lines that recur over a source's articles, as `Given.recurring` names them."""

from hashlib import blake2b

_LONGEST = 600  # characters; sql/refresh/recurring_lines.sql learns no longer ones


def fingerprint(line: str) -> str:
    """16 hex digits, equal for two printings of one line, white space apart; empty for a line too long to be learned."""
    if len(line) > _LONGEST:
        return ""
    return blake2b(" ".join(line.split()).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
