"""Pasut reads news and keeps the tide table of relations between states.

    import pasut

    with pasut.open_store("case.sqlite") as store:
        pasut.read_news(["articles/"], store=store)
        for claim in store.claims(source="PRK", target="RUS"):
            print(claim.when, claim.type, claim.status, claim.sentence_text)

Everything that is not listed in `__all__` may change without notice.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pasut.asking import relate
    from pasut.errors import PasutError
    from pasut.measure.changes import Change
    from pasut.measure.contributions import Contribution
    from pasut.measure.curve import Curve
    from pasut.measure.index import RelationIndex
    from pasut.measure.parameters import Parameters
    from pasut.pipeline import read_news
    from pasut.ranking import rank_dyads
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
    from pasut.registers import agreements_of, links_of, sanctions_of, tests_of, transfers_of, visits_of
    from pasut.relation import relation_index
    from pasut.store import Store, open_store
    from pasut.tally import Summary

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
    "agreements_of",
    "links_of",
    "open_store",
    "rank_dyads",
    "read_news",
    "relate",
    "relation_index",
    "sanctions_of",
    "tests_of",
    "transfers_of",
    "visits_of",
]

_HOMES = {
    "pasut.errors": ("PasutError",),
    "pasut.measure.changes": ("Change",),
    "pasut.measure.contributions": ("Contribution",),
    "pasut.measure.curve": ("Curve",),
    "pasut.measure.index": ("RelationIndex",),
    "pasut.measure.parameters": ("Parameters",),
    "pasut.asking": ("relate",),
    "pasut.pipeline": ("read_news",),
    "pasut.tally": ("Summary",),
    "pasut.ranking": ("rank_dyads",),
    "pasut.records": (
        "Actor",
        "Article",
        "Assessment",
        "Claim",
        "Contradiction",
        "Event",
        "PairRelation",
        "Problem",
        "Proposition",
        "Span",
        "When",
    ),
    "pasut.registers": ("agreements_of", "links_of", "sanctions_of", "tests_of", "transfers_of", "visits_of"),
    "pasut.relation": ("relation_index",),
    "pasut.store": ("Store", "open_store"),
}
"""Each public name's module, imported when the name is first asked for: `pasut parse` measures no relation and opens no
store, and to import numpy and SQLAlchemy takes longer than to parse a sentence."""


if not TYPE_CHECKING:  # a checker knows the names above, and would take any other for one

    def __getattr__(name: str) -> object:
        for module, names in _HOMES.items():
            if name in names:
                return getattr(importlib.import_module(module), name)
        raise AttributeError(f"module 'pasut' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
