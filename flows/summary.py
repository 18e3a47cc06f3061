"""What a run came to, as plain values, as Markdown and as words for the terminal."""

from typing import Any

from flows.stages import Run


def summary(run: Run) -> dict[str, Any]:
    """Counts of files, rows written by table, rejects, and CPU seconds by station."""
    row = run.row
    return {
        "run_id": row.run_id if run.has_work else None,
        "seen": row.n_seen,
        "new": row.n_new,
        "changed": row.n_changed,
        "unchanged": row.n_unchanged,
        "rejected": row.n_rejected,
        "rederived": row.n_rederived,
        "ignored": run.plan.n_ignored,
        "rows": dict(sorted(run.rows.items())),
        "rejects": [{"path": path, "reason": reason, "detail": detail} for path, reason, detail in sorted(run.rejects)],
        "cpu_seconds": {name: round(value, 3) for name, value in sorted(run.seconds.items())},
        "words": run.n_words,
        "seconds": round(run.elapsed, 2),
        "published": str(run.settings.published),
    }


def in_words(figures: dict[str, Any]) -> str:
    """One line: `35 new, 1,900 unchanged, 2 rejected of 1,937 files in 17.2 s`."""
    words = {
        "new": "new",
        "changed": "changed",
        "unchanged": "unchanged",
        "rejected": "rejected",
        "rederived": "derived again",
    }
    counts = [(figures[key], word) for key, word in words.items()]
    said = ", ".join(f"{count:,} {word}" for count, word in counts if count or word in ("new", "unchanged"))
    return f"{said} of {figures['seen']:,} files in {figures['seconds']:.1f} s"


def as_markdown(run: Run) -> str:
    """The artifact of a flow run: a table of counts and a list of rejects."""
    figures = summary(run)
    counts = "\n".join(
        f"| {name} | {figures[name]:,} |" for name in ("seen", "new", "changed", "unchanged", "rejected", "rederived")
    )
    rows = "\n".join(f"| {table} | {count:,} |" for table, count in figures["rows"].items())
    rejects = "\n".join(f"- `{_plain(r['path'])}`: {r['reason']} ({_plain(r['detail'])})" for r in figures["rejects"])
    parts = ["# Ingest", in_words(figures), f"| files | |\n|---|---|\n{counts}"]
    if rows:
        parts.append(f"| rows written | |\n|---|---|\n{rows}")
    if rejects:
        parts.append(f"## Rejects\n\n{rejects}")
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A path or detail that Markdown and HTML leave alone."""
    return "".join(character if character.isprintable() and character not in "`<>|" else "?" for character in text)
