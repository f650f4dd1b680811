"""Whole stores as files for other programs: one module a format, each a pure function over what `told` reads."""
