"""How well a text was read, against gold that a person labelled: one scorer for the benchmarks and for `newsledger measure`."""
