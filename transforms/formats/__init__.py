"""Input formats: one module a format, each with `SUFFIXES` and `payload(name, data)`."""
