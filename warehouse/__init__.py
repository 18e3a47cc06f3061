"""The only package that imports duckdb: open, migrate, load, refresh, define views, check, publish, ask."""
