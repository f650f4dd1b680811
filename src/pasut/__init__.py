"""Pasut reads news and keeps the tide table of relations between states.

    import pasut

    with pasut.open_store("case.sqlite") as store:
        pasut.read_news(["articles/"], store=store)
        for claim in store.claims(source="PRK", target="RUS"):
            print(claim.when, claim.type, claim.status, claim.sentence_text)

Everything that is not listed in `__all__` may change without notice.
"""

from pasut.errors import PasutError
from pasut.measure.changes import Change
from pasut.measure.contributions import Contribution
from pasut.measure.curve import Curve
from pasut.measure.index import RelationIndex
from pasut.measure.parameters import Parameters
from pasut.pipeline import Summary, read_news, relate
from pasut.records import (
    Actor,
    Article,
    Assessment,
    Claim,
    Contradiction,
    Event,
    PairRelation,
    Problem,
    Proposition,
    Span,
    When,
)
from pasut.relation import relation_index
from pasut.store import Store, open_store

__all__ = [
    "Actor",
    "Article",
    "Assessment",
    "Change",
    "Claim",
    "Contradiction",
    "Contribution",
    "Curve",
    "Event",
    "PairRelation",
    "Parameters",
    "PasutError",
    "Problem",
    "Proposition",
    "RelationIndex",
    "Span",
    "Store",
    "Summary",
    "When",
    "open_store",
    "read_news",
    "relate",
    "relation_index",
]
