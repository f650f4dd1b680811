"""Join apposed and coordinated noun phrases: `Presiden Rusia, Vladimir Putin,`; `AS, Jepang, dan Korea Selatan`."""

from itertools import pairwise
from typing import Final

from pasut.coder.adjectives import join_attributes
from pasut.coder.attach import attach_firers, is_drawn, says_twice, stays
from pasut.coder.between import own_bonds
from pasut.coder.delegations import follow_leaders, is_delegation, is_leader, join_delegations, mark_leaders
from pasut.coder.members import name_members
from pasut.coder.opposed import adjoining, apart, awaits_other, described, in_reduced, is_vague
from pasut.coder.phrases import Chunk, Phrase, Verb, Word, hyphened, is_relative, is_word
from pasut.packs.pack import Pack

_LINKS: Final = frozenset((",", "conj"))
_OPEN: Final = frozenset(("speech",))
"""Kinds of verbs behind which a clause may begin without a word of its own."""
_FIRED: Final = frozenset(("missile", "drone", "bomb"))


def join_phrases(chunks: list[Chunk], pack: Pack) -> list[Chunk]:
    """Join apposed and coordinated noun phrases: `Presiden Rusia, Vladimir Putin,`; `AS, Jepang, dan Korea Selatan`."""
    mark_leaders(chunks, pack.syntax)
    out: list[Chunk] = []
    syntax, at, count = pack.syntax, 0, len(chunks)
    while at < count:
        chunk = chunks[at]
        if isinstance(chunk, Phrase):
            if (other := hyphened(chunks, at) or adjoining(chunk, chunks, at)) is not None:
                _merge(chunk, other, same=False)
                at += 1 if other is chunks[at + 1] else 2
            after = chunks[at + 1] if at + 1 < count else None
            linked = isinstance(after, Word) and after.kind in _LINKS
            at = _join_from(chunk, chunks, at, pack, verb_before=_owning_verb(out, pack)) if linked else at + 1
        else:
            at += 1
        out.append(chunk)
    out = join_attributes(out)
    words = {chunk.prep if isinstance(chunk, Phrase) else chunk.item.low for chunk in out}
    if any([not words.isdisjoint(lists) for lists in (syntax.namely, syntax.consisting, syntax.for_example)]):
        out = name_members(out, syntax)
    absorbed = _place_in_state(out, pack) | own_bonds(out, syntax)
    if absorbed:
        out = [chunk for at, chunk in enumerate(out) if at not in absorbed]
    for index, found in enumerate(out):
        if isinstance(found, Verb):
            found.index = index
    attach_firers(out, words, syntax)
    if not words.isdisjoint(syntax.led):
        follow_leaders(out, syntax)
    join_delegations(out, syntax)
    return out


def _place_in_state(chunks: list[Chunk], pack: Pack) -> set[int]:
    """`ke wilayah Kursk di Rusia barat`, `di Vladivostok, Rusia`: an unknown place lies in the state told after it."""
    absorbed: set[int] = set()
    for at, (place, after) in enumerate(pairwise(chunks), 1):
        if not (isinstance(after, Phrase) and after.refs and isinstance(place, Phrase)):
            continue
        if place.actors:
            if says_twice(place, after, pack.syntax):
                absorbed.add(at)
            continue
        drawn = is_drawn(after, chunks[at - 2] if at > 1 else None, pack.syntax)
        if after.prep in pack.syntax.of and (place.pronoun == "partner" or (_officials(place) and not drawn)):
            place.refs, place.pronoun = list(after.refs), ""  # `timpalannya dari Turki`, `para pejabat dari Iran`
            absorbed.add(at)
        if _rules(place, after, pack):
            place.refs = list(after.refs)
            absorbed.add(at)
        elif stays(place, after, pack.syntax) or any(
            owned(place, after, pack) for owned in (_fired_from, _borders, _hails)
        ):
            place.owners = list(after.refs)
            absorbed.add(at)
        if (
            place.prep in pack.syntax.places
            and after.prep in pack.syntax.place_after
            and not place.actors
            and not place.pronoun
            and place.kind in ("territory", "name", "other", "noun", "thing")
        ):
            place.owners = list(after.refs)
    return absorbed


def _borders(place: Phrase, after: Phrase, pack: Pack) -> bool:
    """`along the border with Somalia`"""
    border = "border" in place.classes and bool(place.prep) and not place.pronoun
    return border and after.prep in pack.syntax.together[:1] and bool(pack.syntax.object_of)


def _hails(people: Phrase, after: Phrase, pack: Pack) -> bool:
    """`awak kapal asal Filipina`: people of the state told after them."""
    return (
        after.prep in pack.syntax.origin and not people.actors and people.kind in ("people", "person", "force", "thing")
    )


def _fired_from(place: Phrase, after: Phrase, pack: Pack) -> bool:
    """`serangan roket dari Gaza`, `rudal dari Iran`: who strikes is where the strike comes from."""
    strikes = bool(place.events) and place.events[0][1].frame.type == "ASSAULT"
    fired = strikes or (place.kind == "thing" and not place.classes.isdisjoint(_FIRED))
    return fired and pack.syntax.bare_agent and after.prep in pack.syntax.of and not place.prep and not place.pronoun


def _rules(body: Phrase, after: Phrase, pack: Pack) -> bool:
    """`pengadilan di Paris`, `otoritas di Kairo`: who rules or judges in a place is of its state."""
    near = after.prep == pack.syntax.places[0] and not body.prep and not body.actors and not body.pronoun
    return near and body.items[-1].low in pack.syntax.rulers and after.kind in ("state", "name")


def _officials(phrase: Phrase) -> bool:
    """`para pejabat`, `delegasi`: people of a state told after them."""
    return phrase.kind in ("person", "organ", "force") and not phrase.pronoun and not phrase.nya


def _owning_verb(chunks: list[Chunk], pack: Pack) -> bool:
    """Whether a verb before owns the list and ends it at the next verb; not so after accusing and asking."""
    if pack.syntax.last_said and len(chunks) > 1 and _is_conj(chunks[-1]) and is_word(chunks[-2], ","):
        return False  # `praised Cuba, and X and Y agreed`
    for chunk in reversed(chunks[-6:]):
        if is_word(chunk, "sub") and (chunk is chunks[-1] or not pack.syntax.last_said):
            return False  # `pergi setelah A dan B saling serang`, `will leave if A and B agree`
        if isinstance(chunk, Verb):
            listing = chunk.item.low in pack.syntax.involving  # `yang melibatkan A, B, dan C dimulai`
            frame = chunk.forms[0].frame if chunk.forms else None
            if pack.syntax.last_said and frame is not None and frame.kind == "speech":
                listing = listing or not chunk.item.low.startswith("t")  # `said A and B would`; but `told A and B said`
            if not pack.syntax.last_said and frame is not None and frame.kind in _OPEN and chunk is chunks[-1]:
                return False  # `mengumumkan A dan B sepakat`
            return not listing and (
                frame is None or (frame.kind not in ("accuse", "demand") and frame.type != "ACCUSE")
            )
    return False


def _join_from(head: Phrase, chunks: list[Chunk], at: int, pack: Pack, *, verb_before: bool) -> int:
    """Merge into `head` the phrases joined to it; returns the index of the first chunk not consumed."""
    at += 1
    while True:
        link = _link(chunks, at)
        if not link:
            return at
        after = chunks[at + link] if at + link < len(chunks) else None
        if not isinstance(after, Phrase) or (after.prep and after.prep != head.prep):
            return at
        joined = (
            _join_listed(head, after, chunks, at, link, pack, verb_before)
            if _is_conj(chunks[at + link - 1])
            else _join_apposed(head, after, chunks, at, pack)
        )
        if not joined:
            return at
        at = joined


def _is_conj(chunk: Chunk) -> bool:
    return isinstance(chunk, Word) and chunk.kind == "conj"


def _link(chunks: list[Chunk], at: int) -> int:
    """How many chunks the link at `at` has: `,` 1, `dan` 1, `, dan` 2; 0 when there is none."""
    link = chunks[at] if at < len(chunks) else None
    if _is_conj(link) if link is not None else False:
        return 1
    if not (isinstance(link, Word) and link.kind == ","):
        return 0
    return 2 if at + 1 < len(chunks) and _is_conj(chunks[at + 1]) else 1


def _join_listed(
    head: Phrase, after: Phrase, chunks: list[Chunk], at: int, link: int, pack: Pack, verb_before: bool
) -> int:
    """`A dan B`: the index after B when they are one phrase, 0 when `dan` begins a new clause."""
    end = at + link + 1
    leads = is_leader(chunks, chunks.index(head), pack.syntax)
    if leads and is_delegation(after):
        return 0  # `delegasi yang dipimpin X dan delegasi Y`: X leads the one alone
    if after.kin and head.refs and after.owners:
        after.refs, after.kin = after.owners, False  # `Korea Selatan dan sekutu AS`
    if after.pronoun == "partner" and not after.refs and head.actors:
        whose = chunks[end] if end < len(chunks) else None
        named = isinstance(whose, Phrase) and whose.prep in pack.syntax.of and bool(whose.refs)
        if named and isinstance(whose, Phrase):
            after.refs = list(whose.refs)  # `Menlu X dan sejawatnya dari Y`
        _merge(head, after, same=False)
        head.pronoun = ""
        return end + named
    listing = (
        (leads and after.kind == "person")
        or head.prep == pack.syntax.between
        or head.prep in pack.syntax.together
        or in_reduced(chunks, at)
        or awaits_other(head, after)
    )
    begins = pack.syntax.last_said and link == 2 and bool(after.refs) and not head.actors  # `troops, and Kenya said`
    new_clause = (not listing and (head.prep or (verb_before and not after.prep))) or begins
    if pack.syntax.last_said and head.refs:
        end = _titled(after, chunks, end)
    soon = end + _listed(chunks, end) if pack.syntax.last_said and link == 2 else end
    if (new_clause and _verb_soon(chunks, soon)) or not _alike(head, after):
        return 0
    _merge(head, after, same=False)
    return end


def _titled(name: Phrase, chunks: list[Chunk], at: int) -> int:
    """`by envoy A and Christopher Hill, U.S. assistant secretary`: an unknown name with its office; the index after."""
    title = chunks[at + 1] if at + 1 < len(chunks) and is_word(chunks[at], ",") else None
    if (
        not (isinstance(title, Phrase) and name.kind == "name" and title.kind == "person")
        or title.prep
        or not title.refs
    ):
        return at
    closed = at + 2 < len(chunks) and is_word(chunks[at + 2], ",")
    if not closed and at + 2 < len(chunks) and isinstance(chunks[at + 2], Verb):
        return at
    _merge(name, title, same=True)
    return at + 2 + closed


def _listed(chunks: list[Chunk], at: int) -> int:
    """How many chunks `and Y` takes at `at`: `praised Cuba, and X and Y agreed`."""
    other = chunks[at + 1] if at + 1 < len(chunks) else None
    return 2 if isinstance(other, Phrase) and not other.prep and other.refs and _is_conj(chunks[at]) else 0


def _join_apposed(head: Phrase, after: Phrase, chunks: list[Chunk], at: int, pack: Pack) -> int:
    """`A, B`: the index after B (and its closing comma) when B explains A or goes on listing, else 0."""
    end = at + 2
    follows = chunks[end] if end < len(chunks) else None
    comma = isinstance(follows, Word) and follows.kind == ","
    stop = comma or (isinstance(follows, Word) and follows.kind == ".")
    listed = {ref.code for ref in head.refs} not in (set(), {ref.code for ref in after.refs})
    listed = listed and _list_goes_on(head, chunks, at, pack)  # `ke Kuwait, Qatar, dan Oman`
    if head.prep in pack.syntax.places and after.kind == "state" and stop and not listed:
        if not head.actors:
            head.owners = list(after.refs)  # `di Basra, Irak selatan,`
        head.end, head.last = after.end, after.last
        return end + comma
    if head.pronoun == "partner" and not head.refs and after.kind == "state" and not after.prep:
        _merge(head, after, same=True)  # `dua tetangganya, A dan B`
        return end
    closed = not pack.syntax.last_said or not (isinstance(follows, Verb) and follows.finite)  # `met him, Lavrov said`
    if closed and (_is_apposition(head, after, follows) or described(head, after, follows)):
        _merge(head, after, same=True)
        return end + comma
    fronted = head.first == 1 and head.prep in pack.syntax.places  # `Di Jenewa, AS dan China berunding`
    if not fronted and _list_goes_on(head, chunks, at, pack):
        _merge(head, after, same=False)
        return end
    return 0


def _verb_soon(chunks: list[Chunk], at: int) -> bool:
    """Whether a verb follows at `at`, past `beserta sekutunya` and the like."""
    while at + 1 < len(chunks):
        link, after = chunks[at], chunks[at + 1]
        if not (
            isinstance(link, Word) and link.kind == "conj" and isinstance(after, Phrase) and after.pronoun == "partner"
        ):
            break
        at += 2
    verb = chunks[at] if at < len(chunks) else None
    return isinstance(verb, Verb) and "obligation" not in verb.aux  # `kepada A dan B agar menghentikan`


def _alike(head: Phrase, after: Phrase) -> bool:
    """Whether `dan` may join two phrases: both actors, or things of one owner (`situs dan pemimpin Iran`)."""
    if apart(head, after):
        return False
    if len(head.actors) > 1 and is_vague(head, after):
        return True
    if bool(head.actors) == bool(after.actors) or head.pronoun or after.pronoun or head.kind == after.kind:
        return True
    if head.kind == "event":
        return after.kind in ("people", "force", "person", "event")
    if head.refs and not after.actors:
        return after.kind in ("people", "force")  # `pasukan X dan pemukim`
    return bool(after.actors) and head.kind in ("thing", "noun", "territory", "force", "people", "person", "other")


def _is_apposition(head: Phrase, after: Phrase, follows: Chunk | None) -> bool:
    if after.prep or not (
        (isinstance(follows, Word) and follows.kind in (",", ".", '"', "aux"))
        or follows is None
        or isinstance(follows, Verb)
        or (is_relative(follows) and not head.refs)
    ):
        return False
    named = after.kind in ("person", "name") and not after.events
    titled = head.kind in ("person", "organ", "state", "force") or head.pronoun == "partner" or bool(head.expert)
    same = {ref.code for ref in head.refs} & {ref.code for ref in after.refs}
    if head.kind == "name" and (after.kind == "person" or after.expert):
        return True
    if head.kind == "thing" and after.kind == "name" and isinstance(follows, Word) and follows.kind == ",":
        return True  # `meluncurkan rudal balistik, Agni-2, ke ...`
    return (
        named and titled and (after.kind == "name" or not head.refs or bool(same) or head.pronoun == "partner")
    ) or bool(same and head.kind == "person" and after.kind == "person")


def _list_goes_on(head: Phrase, chunks: list[Chunk], at: int, pack: Pack) -> bool:
    """Whether `head , X , ... dan Z` follows, all of them actors (or none)."""
    actor, seen = bool(head.actors), 0
    ends = bool(head.prep) and head.prep != pack.syntax.between  # `talks between A, B and C were held`
    while at + 1 < len(chunks):
        link, after = chunks[at], chunks[at + 1]
        if not isinstance(link, Word):
            return False
        if link.kind == "conj":
            fronted = ends and _verb_soon(chunks, at + 2)  # `In X, A and B agreed`
            return (
                seen > 0
                and isinstance(after, Phrase)
                and (_alike(head, after) or is_vague(head, after))
                and not fronted
            )
        if link.kind != ",":
            return False
        if isinstance(after, Word) and after.kind == "conj":
            nxt = chunks[at + 2] if at + 2 < len(chunks) else None
            fronted = ends and _verb_soon(chunks, at + 3)
            return seen > 0 and isinstance(nxt, Phrase) and (_alike(head, nxt) or is_vague(head, nxt)) and not fronted
        if not isinstance(after, Phrase) or bool(after.actors) != actor or (after.prep and after.prep != head.prep):
            return False
        seen += 1
        at += 2
    return False


def _merge(head: Phrase, after: Phrase, *, same: bool) -> None:
    head.end, head.last = after.end, after.last
    head.items = head.items + after.items
    head.classes |= after.classes
    head.events.extend(after.events)
    head.media = head.media or after.media
    if after.expert and not head.expert:
        head.expert = after.expert
    if same:
        if after.kind == "name" and head.expert:
            head.expert = after.items[-1].text
        if head.kind == "name":
            head.kind, head.expert = (
                after.kind,
                (head.items[len(head.items) - len(after.items) - 1].text if after.expert else ""),
            )
        if not head.refs:
            head.refs.extend(after.refs)
        if head.refs and after.refs and after.refs[0].person and not head.refs[0].person:
            head.refs[0].person = after.refs[0].person
        if head.pronoun == "partner" and after.refs:
            head.pronoun = ""
        return
    if after.events and after.owners and not after.refs and head.refs and head.kind == "state":
        head.kind, head.owners, head.refs = after.kind, [*head.refs, *after.owners], []
        return  # `the U.S. and Israel's strikes`
    into = head.refs if head.refs or not head.owners else head.owners
    known = {ref.code for ref in into}
    into.extend(ref for ref in after.refs if ref.code not in known)
    if not head.refs or head.owners:
        known = {ref.code for ref in head.owners}
        head.owners.extend(ref for ref in after.owners if ref.code not in known)
    if after.pronoun and not head.pronoun:
        head.pronoun = after.pronoun
