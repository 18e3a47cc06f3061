"""Frames in, pages out: the static report site, which knows nothing of the rest of newsledger."""
