"""Events made for tests of measuring: acts of PRK and RUS, unless the test says otherwise."""

import datetime as dt
import hashlib

from hypothesis import strategies as st

from pasut.measure.parameters import Parameters
from pasut.records import ActorCode, Event, EventType, When
from pasut.world.scale import load_scale

SCALE = load_scale()
PLAIN = Parameters(coded_right=1.0)
"""Every told fact counts whole, so that numbers can be reckoned by hand."""
START = dt.date(2024, 1, 1)
PAIR = ("PRK", "RUS")


def act(at: int, type_: EventType = "SUPPORT", **more: object) -> Event:
    """An act told as fact, `at` days after the start of 2024, and reported that day."""
    day = on(at)
    fields: dict[str, object] = {
        "type": type_,
        "source": (ActorCode("PRK"),),
        "target": (ActorCode("RUS"),),
        "status": "happened",
        "standing": "asserted",
        "when": day,
        "reported": day,
    }
    fields |= more
    name = repr(sorted((key, str(value)) for key, value in fields.items()))
    return Event(**{"id": hashlib.blake2b(name.encode(), digest_size=8).hexdigest(), **fields})  # type: ignore[arg-type]


def on(first: int, last: int | None = None) -> When:
    """Days after the start of 2024."""
    return When(first=day(first), last=day(first if last is None else last), basis="given")


def day(at: int) -> dt.date:
    """A day after the start of 2024."""
    return START + dt.timedelta(days=at)


def both(at: int, type_: EventType = "CONSULT", **more: object) -> Event:
    """What the two do together."""
    pair = (ActorCode("PRK"), ActorCode("RUS"))
    return act(at, type_, source=pair, target=pair, **more)


_TYPES: st.SearchStrategy[EventType] = st.sampled_from(
    ("AGREE", "CONSULT", "SUPPORT", "AID", "ACCUSE", "REJECT", "SANCTION", "ASSAULT")
)
_STANDINGS = st.sampled_from(("asserted", "unanswered", "disputed", "denied", "admitted", "corroborated"))
_PAIRS = st.sampled_from(((("PRK",), ("RUS",)), (("RUS",), ("PRK",)), (("PRK", "RUS"), ("PRK", "RUS"))))


@st.composite
def acts(draw: st.DrawFn) -> Event:
    """Any act of the two, on a day or some days, told as fact or contested."""
    first = draw(st.integers(0, 700))
    source, target = draw(_PAIRS)
    return act(
        first,
        draw(_TYPES),
        source=source,
        target=target,
        status=draw(st.sampled_from(("happened", "alleged", "denied"))),
        standing=draw(_STANDINGS),
        when=on(first, first + draw(st.sampled_from((0, 0, 0, 6, 29)))),
        reported=on(first + draw(st.integers(0, 40))),
    )


histories = st.lists(acts(), min_size=1, max_size=25)
