"""What a store and the packs answer together: search, letters, what articles add to claims, the pair task."""

import datetime as dt
from collections.abc import Iterable
from typing import Unpack

from pasut.coder.pair import relate as relate_spans
from pasut.measure.letter import Letter, Told
from pasut.measure.letter_text import tells_of_letter
from pasut.measure.letters import find_letters
from pasut.merge.contradiction import find_wrong_offices
from pasut.merge.remark import Refusal, find_evidence, find_refusals
from pasut.pipeline import Kit, sentences_of
from pasut.records import Claim, Contradiction, PairRelation, Record, When
from pasut.store import Hit, Line, SearchCriteria, Store
from pasut.store.search import COMMON
from pasut.text.query import Term, match_expression, query_terms
from pasut.text.searchable import sentence_spans
from pasut.text.sentences import split_sentences

LETTER_TYPES = ("CONSULT", "SUPPORT", "AGREE")
"""Types of the claims that tell of letters."""


def search_news(
    store: Store, query: str, kit: Kit | None = None, *, limit: int = 50, **criteria: Unpack[SearchCriteria]
) -> list[Hit]:
    """Sentences that hold the words of a query in any of their forms, best first; see `text.query` for its signs.

    Articles that an older pasut stored are made searchable first, where the store can be written to.
    """
    kit = kit or Kit()
    for article_id in store.unsearchable() if store.is_writable else ():
        store.add_sentences(article_id, sentences_of(store.article(article_id), kit))
    return list(find_news(store, query, kit, limit=limit, **criteria).hits)


class News(Record, frozen=True):
    """What a search found, or some of it."""

    hits: tuple[Hit, ...]
    terms: tuple[Term, ...] = ()
    """The words and phrases that were looked for."""
    total: int | None = 0
    """Sentences in all; None where they were not counted, being narrowed down or too many."""
    is_common: bool = False
    """Whether so many hold the words that those read last come first, and not the best."""


def find_news(
    store: Store, query: str, kit: Kit, *, limit: int, offset: int = 0, **criteria: Unpack[SearchCriteria]
) -> News:
    """The same with what a page of it needs; it writes nothing. Raises UsageError when there is nothing to look for."""
    languages = [kit.roots(language) for language in kit.languages]
    expression = match_expression(query, languages)
    count = store.count_matches(expression)
    hits = store.search(expression, limit=limit, offset=offset, **criteria)
    is_counted = count <= COMMON and not any(criteria.values())
    return News(
        hits=tuple(hits),
        terms=tuple(query_terms(query, languages)),
        total=count if is_counted else offset + len(hits) if len(hits) < limit else None,
        is_common=count > COMMON,
    )


class Remarks(Record, frozen=True):
    """What articles add to some claims."""

    evidence: dict[str, tuple[str, ...]]
    """Kinds of evidence that a claim's sentence names, by claim."""
    refusals: dict[str, tuple[Refusal, ...]]
    """Sentences in which somebody will not comment, by article."""


def remarks_on(store: Store, lines: Iterable[Line], kit: Kit) -> Remarks:
    """What articles add to some claims: evidence, and that somebody would not comment."""
    claims: dict[str, list[Claim]] = {}
    for line in lines:
        claims.setdefault(line.article.id, []).append(line.claim)
    found = Remarks(evidence={}, refusals={})
    for article_id, told in claims.items():
        article = store.article(article_id)
        words, pack = kit.ledger.get(article.language), kit.pack(article.language)
        if words is None or pack is None:
            continue
        found.evidence.update({claim.id: find_evidence(claim, words) for claim in told})
        sentences = split_sentences(article.text, pack.clean.abbreviations)
        found.refusals[article_id] = find_refusals(article.text, sentences, told, words)
    return found


def evidence_in(claims: Iterable[Claim], kit: Kit) -> dict[str, tuple[str, ...]]:
    """Kinds of evidence that the sentences of claims name, in whichever language names any, by claim."""
    found = {}
    for claim in claims:
        named = (find_evidence(claim, words) for words in kit.ledger.values())
        found[claim.id] = next(filter(None, named), ())
    return found


def contradictions_of(
    store: Store, kit: Kit, *, dyad: tuple[str, str] | None = None, as_of: dt.date | None = None
) -> list[Contradiction]:
    """Where articles cannot all be right: disputes first, then plain slips, also against the world's tables."""
    found = list(store.contradictions(dyad=dyad, as_of=as_of))
    officials = (line.claim for line in store.with_offices(dyad=dyad, as_of=as_of))
    named = {claim for each in found if each.kind == "office" for claim in each.claims}
    slips = find_wrong_offices(officials, kit.world.persons)
    return sorted((*found, *(slip for slip in slips if not named & {*slip.claims})), key=lambda each: each.is_slip)


def letters_between(
    store: Store,
    dyad: tuple[str, str],
    kit: Kit,
    *,
    as_of: dt.date | None = None,
    lines: Iterable[Line] | None = None,
) -> tuple[Letter, ...]:
    """The letters between two states that the articles of a store tell of; `as_of`: articles published by that day.

    `lines` are the claims about the two, where they are at hand already.
    """
    if lines is None:
        lines = (line for kind in LETTER_TYPES for line in store.lines(dyad=dyad, type=kind))
    languages = [None, *kit.letters.values()]
    found = {
        line.article.id
        for line in lines
        if line.claim.type in LETTER_TYPES
        and is_known(line.article.published, as_of)
        and any(tells_of_letter(line.claim, each) for each in languages)
    }
    return letters_in(store, sorted(found), dyad, kit)


def letters_in(store: Store, article_ids: Iterable[str], dyad: tuple[str, str], kit: Kit) -> tuple[Letter, ...]:
    """The letters between two states that some articles of a store tell of."""
    articles = (store.article(article_id) for article_id in article_ids)
    told = (
        Told(article=each, coding=store.coding(each.id), sentences=tuple(sentence_spans(each, pack)))
        for each in articles
        if (pack := kit.pack(each.language))
    )
    return find_letters(told, dyad, kit.letters)


def is_known(published: When | None, as_of: dt.date | None) -> bool:
    """Whether an article was out by a day; one without a date may have been, and is left out."""
    return as_of is None or bool(published and published.last and published.last <= as_of)


def relate(
    sentence: str, *, source: str, target: str, language: str | None = None, kit: Kit | None = None
) -> PairRelation:
    """What `source` does to `target` in a sentence, both given as they are written there: the best of fifteen roots.

    It always answers; `guessed` says that the clause itself does not join the two. Raises UsageError when neither
    stands in the sentence, or no pack reads its language.
    """
    kit = kit or Kit()
    return relate_spans(sentence, source, target, kit.pack_for(sentence, language), kit.world)
