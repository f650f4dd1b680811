"""Records to and from one SQLite file: articles, their claims and assessments, found by actor and date."""

from pasut.store.find import Criteria, Headline, Line
from pasut.store.open import Store, open_store

__all__ = ["Criteria", "Headline", "Line", "Store", "open_store"]
