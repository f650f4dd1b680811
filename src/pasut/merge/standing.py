"""What the record says of a proposition, from who said what to whom, and by these rules alone.

- admitted: one of those who are said to do it says so, after another had alleged it or it had been denied.
- withdrawn: everybody who said it has since said that it is not so.
- disputed: somebody says that it happened, and somebody denies it. A denial alone refutes nothing.
- denied: it is denied, and nobody says that it happened.
- corroborated: two or more independent voices say it, and nobody denies it. A voice is a speaker, or an independent
  source that tells it as a fact of its own; copies are one voice, and who is accused speaks for no accuser.
- unanswered: it is alleged of somebody who has neither denied nor admitted it.
- asserted: it is told, by one voice.
"""

import datetime as dt
from collections.abc import Sequence

from pasut.merge.report import Telling, published_by, state_of
from pasut.records import Standing

_SAYS_SO = ("happened", "alleged")
_SAYS_NOT = ("denied", "not_happened")


def standing_of(tellings: Sequence[Telling]) -> Standing:
    """The standing of what these tellings tell."""
    says, nots = _of(tellings, _SAYS_SO), _of(tellings, _SAYS_NOT)
    alleged = [telling for telling in tellings if telling.claim.status == "alleged"]
    if says and (alleged or nots) and any(_admits(telling) for telling in says):
        return "admitted"
    if says and nots:
        return "withdrawn" if _is_withdrawn(says, nots) else "disputed"
    if nots:
        return "denied"
    if len(voices(says)) > 1:
        return "corroborated"
    return "unanswered" if alleged and len(alleged) == len(says) else "asserted"


def voices(tellings: Sequence[Telling]) -> frozenset[str]:
    """Who says so independently: speakers, and sources that tell it as a fact of their own."""
    said: set[str] = set()
    for telling in tellings:
        named = [who for who in telling.claim.speaker if not who.endswith(":unnamed")]
        said.update(named)
        if not telling.claim.speaker and telling.claim.status == "happened":
            said.add(f"source {telling.root}")
    return frozenset(said)


def _of(tellings: Sequence[Telling], statuses: Sequence[str]) -> list[Telling]:
    return [telling for telling in tellings if telling.claim.status in statuses]


def _admits(telling: Telling) -> bool:
    """Whether one that is said to do it says so."""
    doers = {state_of(actor.code) for actor in telling.claim.source}
    return telling.claim.status == "happened" and any(state_of(who) in doers for who in telling.claim.speaker)


def _is_withdrawn(says: Sequence[Telling], nots: Sequence[Telling]) -> bool:
    """Whether every speaker's last word is that it is not so, and no article tells it as its own."""
    last: dict[str, tuple[dt.date, bool]] = {}
    for telling, holds in [*((each, True) for each in says), *((each, False) for each in nots)]:
        day = published_by(telling.published)
        for who in telling.claim.speaker or (f"source {telling.root}",):
            if day is not None and (who not in last or (day, not holds) > last[who]):
                last[who] = day, not holds
    sayers = {who for telling in says for who in telling.claim.speaker or (f"source {telling.root}",)}
    return all(who in last and last[who][1] for who in sayers)
