"""The page where people look: a local web site over one store, every page of which works without scripts.

A request becomes an `Asked` (asked.py), a page function (pages/) makes a `Page` of sections from the same views that
the command line shows (page.py), and answer.py writes it as HTML, JSON, CSV or JSON lines. routes.py is the table of
all addresses; app.py puts them together.
"""
