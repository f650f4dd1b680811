"""Which sentence tells an event: one that tells it as the event has it, if possible with a day of its own."""

import pytest

from makers import day, make_telling, news_day
from pasut.merge.block import merge_claims
from pasut.merge.quote import plainest, quote_of


@pytest.mark.parametrize(
    ("tellings", "chosen"),
    [
        ([("happened", news_day), ("happened", day)], 1),
        ([("alleged", day), ("happened", news_day)], 1),
        ([("happened", day), ("happened", day)], 0),
    ],
)
def test_the_plainest_sentence_is_firm_and_dated(tellings: list[tuple[str, object]], chosen: int) -> None:
    made = [
        make_telling(f"{n}", when=when(2024, 6, 19), status=status)  # type: ignore[operator]
        for n, (status, when) in enumerate(tellings)
    ]
    (event,) = merge_claims(made).events
    quote = plainest(event, [quote_of(telling.claim) for telling in made])
    assert quote is not None
    assert quote.claim == made[chosen].claim.id


def test_without_sentences_there_is_none() -> None:
    (event,) = merge_claims([make_telling()]).events
    assert plainest(event, []) is None
