"""Records to and from one SQLite file: articles, their claims and assessments, found by actor, date and word."""

from pasut.merge.quote import Quote, plainest, quote_of
from pasut.store.find import Criteria, Headline, Line
from pasut.store.open import Store, open_store
from pasut.store.search import Hit, SearchCriteria
from pasut.store.shelf import ArticleCriteria, Shelved
from pasut.store.timeline import Entry, Facets, TimelinePage, Turn, entry_of

__all__ = [
    "ArticleCriteria", "Criteria", "Entry", "Facets", "Headline", "Hit", "Line", "Quote", "SearchCriteria", "Shelved",
    "Store", "TimelinePage", "Turn", "entry_of", "open_store", "plainest", "quote_of",
]  # fmt: skip
