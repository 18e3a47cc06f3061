"""The edge: the only code that knows Prefect, folders, the clock, the environment and the terminal."""
