"""What the record says of a proposition, from who said what to whom, and by these rules alone.

- admitted: one of those who are said to do it says so, after others had said it of them or it had been denied.
- withdrawn: everybody who said it has since said that it is not so.
- disputed: somebody says that it happened, and somebody that it did not. A denial alone refutes nothing.
- denied: it is denied, and nobody says that it happened.
- corroborated: two or more independent voices tell it, in two or more independent sources, and nobody says otherwise. A
  voice is a speaker, or a source that tells it as a fact of its own; an article and its copies are one source.
- unanswered: it is alleged of somebody who has neither denied nor admitted it.
- asserted: it is told, by one voice. What is only told not to have happened is asserted or corroborated as such.
"""

import datetime as dt
from collections.abc import Sequence

from pasut.merge.report import Telling, published_by, state_of
from pasut.records import Standing

SAYS_SO = ("happened", "alleged")
SAYS_NOT = ("denied", "not_happened")


def standing_of(tellings: Sequence[Telling]) -> Standing:
    """The standing of what these tellings tell."""
    says, nots = _of(tellings, SAYS_SO), _of(tellings, SAYS_NOT)
    alleged = [telling for telling in tellings if telling.claim.status == "alleged"]
    if (nots or _is_charged(says)) and any(_admits(telling) for telling in says):
        return "admitted"
    if says and nots:
        return "withdrawn" if _is_withdrawn(says, nots) else "disputed"
    if any(telling.claim.status == "denied" for telling in nots):
        return "denied"
    told = says or nots or tellings
    if len(voices(told)) > 1 and len({telling.root for telling in told}) > 1:
        return "corroborated"
    return "unanswered" if alleged and len(alleged) == len(says) else "asserted"


def voices(tellings: Sequence[Telling]) -> frozenset[str]:
    """Who says so independently: speakers, and sources that tell it as a fact of their own."""
    said: set[str] = set()
    for telling in tellings:
        named = [who for who in telling.claim.speaker if not who.endswith(":unnamed")]
        said.update(named)
        if not telling.claim.speaker and telling.claim.status != "alleged":
            said.add(f"source {telling.root}")
    return frozenset(said)


def _of(tellings: Sequence[Telling], statuses: Sequence[str]) -> list[Telling]:
    return [telling for telling in tellings if telling.claim.status in statuses]


def _admits(telling: Telling) -> bool:
    """Whether one that is said to do it says so."""
    return telling.claim.status == "happened" and _is_own(telling)


def _is_charged(says: Sequence[Telling]) -> bool:
    """Whether others have said it of them: alleged it, or told it of what is a charge by itself."""
    others = (each.claim for each in says if each.claim.speaker and not _is_own(each))
    return any(claim.status == "alleged" or claim.type in _CHARGES for claim in others)


def _is_own(telling: Telling) -> bool:
    """Whether a doer speaks, or, where one gives and one takes, either of the two."""
    claim = telling.claim
    parties = (*claim.source, *claim.target) if claim.type in _TWO_SIDED else claim.source
    states = {state_of(actor.code) for actor in parties}
    return any(state_of(who) in states for who in claim.speaker)


_CHARGES = ("AID", "MOBILIZE", "COERCE", "ASSAULT")
"""What is a charge when others say it: deliveries, deployments, force."""
_TWO_SIDED = ("AID", "COOPERATE", "CONSULT")


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
