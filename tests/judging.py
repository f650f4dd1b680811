"""The judgements of relations that a few sentences hold."""

import datetime as dt

from pasut.coder import code_article
from pasut.pipeline import Kit
from pasut.records import Article, Assessment, When

DAY = dt.date(2025, 6, 19)


def judged(kit: Kit, text: str, language: str = "id") -> tuple[Assessment, ...]:
    pack = kit.pack(language)
    assert pack is not None
    article = Article(
        id="a", key="a", language=language, title=None, headline=False,
        paragraphs=tuple(text.split("\n")), published=When(first=DAY, last=DAY),
    )  # fmt: skip
    return code_article(article, pack, kit.world).assessments


def told(kit: Kit, text: str, language: str = "id") -> set[tuple[str, str]]:
    return {("-".join(sorted(each.dyad)), each.direction) for each in judged(kit, text, language)}
