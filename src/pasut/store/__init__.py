"""Records to and from one SQLite file: articles, their claims and assessments, found by actor, date and word."""

from pasut.store.find import Criteria, Headline, Line
from pasut.store.open import Store, open_store
from pasut.store.quote import Quote, quote_of
from pasut.store.search import Hit, SearchCriteria

__all__ = ["Criteria", "Headline", "Hit", "Line", "Quote", "SearchCriteria", "Store", "open_store", "quote_of"]
