"""One file per derived table: what an article holds, beyond its structure."""
