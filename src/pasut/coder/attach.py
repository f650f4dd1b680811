"""Give noun phrases the actors that stand around them where the head is the last word: `the attack by Israel`,
`the army of Chad`, `troops sent by Moscow`, `US and Israeli jets`."""

from typing import Final

from pasut.coder.phrases import Chunk, Phrase, Verb, Word, is_relative, is_word
from pasut.coder.refs import Ref
from pasut.packs.entry import Form
from pasut.packs.words import Syntax

_BODIES: Final = frozenset(("force", "person", "organ", "people"))
_VIEWS: Final = frozenset(("ACCUSE", "REJECT", "CONCEDE", "REQUEST", "SUPPORT"))
"""Types of acts whose doer does not own what they are about: `a decision condemned by X`."""
_NUMBERS: Final = frozenset(("number", "quantifier"))
_SHARED: Final = frozenset(("event", "thing", "force", "person", "organ", "people", "noun"))


def attach_actors(chunks: list[Chunk], syntax: Syntax) -> list[Chunk]:
    """The chunks with every phrase's actors found; those that only name an actor of another are taken in."""
    out: list[Chunk] = []
    for chunk in chunks:
        before = out[-1] if out else None
        if isinstance(chunk, Phrase) and isinstance(before, Phrase) and _belongs(before, chunk, out, syntax):
            continue
        out.append(chunk)
    return _shared(out)


def attach_whose(chunks: list[Chunk]) -> None:
    """`Mexico, whose president ...`: what follows is of whom was told just before."""
    for at in range(1, len(chunks) - 1):
        mark, thing = chunks[at], chunks[at + 1]
        if not (isinstance(mark, Word) and mark.item.low == "whose" and isinstance(thing, Phrase)) or thing.actors:
            continue
        whose = chunks[at - 1 - is_word(chunks[at - 1], ",")]
        if isinstance(whose, Phrase) and whose.actors:
            mark.functions = frozenset()
            if thing.kind in _BODIES:
                thing.refs = list(whose.actors)
            else:
                thing.owners = list(whose.actors)


def attach_senders(chunks: list[Chunk], syntax: Syntax) -> None:
    """`troops sent by Moscow`, `the pact signed by A and B`: who does that is whose they are."""
    for at, chunk in enumerate(chunks):
        if isinstance(chunk, Phrase) and not chunk.actors and not chunk.pronoun:
            if chunk.kind in _BODIES:
                chunk.refs = _senders(chunks, at, syntax)
            elif chunk.kind in ("event", "thing"):
                chunk.owners = _senders(chunks, at, syntax)
                if chunk.owners and _tells(chunks[at + 2]):
                    chunk.events, chunk.kind = [], "thing"  # `signed` tells the act, not `pact`


def attach_firers(chunks: list[Chunk], words: set[str], syntax: Syntax) -> None:
    """`roket yang ditembakkan dari X menghantam Y`: whence a missile comes is whose it is, and its firing no test."""
    if words.isdisjoint(syntax.fired):
        return
    for at, chunk in enumerate(chunks[:-4]):
        mark, verb, whence, then = chunks[at + 1 : at + 5]
        fired = isinstance(verb, Verb) and verb.voice == "passive" and verb.item.low in syntax.fired
        if not (fired and is_relative(mark) and isinstance(whence, Phrase) and isinstance(verb, Verb)):
            continue
        missile = isinstance(chunk, Phrase) and chunk.kind in ("thing", "force") and not chunk.actors
        hits = isinstance(then, Verb) and any(form.frame.type == "ASSAULT" or form.frame.senses for form in then.forms)
        if missile and hits and isinstance(chunk, Phrase) and whence.prep in syntax.of:
            chunk.owners, verb.forms = list(whence.refs), ()


def _belongs(head: Phrase, after: Phrase, out: list[Chunk], syntax: Syntax) -> bool:
    """Whether the phrase after `head` only says whose it is; then `head` takes its actors."""
    if after.prep == syntax.object_of and _counts(head) and (not after.actors or _is_counted(after)):
        head.classes |= after.classes  # `a number of missiles`
        head.kind = after.kind if after.kind in ("thing", "force", "event") or after.actors else head.kind
        head.events = list(after.events)  # `a round of talks`
        head.refs, head.owners, head.nya = after.refs, after.owners, head.nya or after.nya
        head.end, head.last, head.items = after.end, after.last, head.items + after.items
        return True
    if head.actors or head.pronoun or not after.actors:
        return False
    drawn = is_drawn(after, out[-2] if len(out) > 1 else None, syntax)
    if not after.events and not head.events and not drawn and _acts_for(head, after, syntax):
        head.refs = list(after.actors)
        head.end, head.last, head.items = after.end, after.last, head.items + after.items
        return True
    if not after.refs:
        return False
    if head.events and after.prep == syntax.by and head.events[0][1].bare == "agent":
        verb = out[-2] if len(out) > 1 else None
        if isinstance(verb, Verb) and verb.voice == "passive":
            return False
        head.owners = list(after.refs)
    elif head.kind == "company" and after.prep in syntax.places[:1]:
        head.owners = list(after.refs)  # `on companies in China`
    elif head.items[-1].low.rpartition(" ")[2] in syntax.rulers and after.prep in syntax.places[:1]:
        head.refs = list(after.refs)  # `the governments in Kabul and Baghdad`
    elif head.kind in _BODIES and after.prep in syntax.of and not head.nya and not drawn:
        head.refs = list(after.refs)
        if head.kind == "people":
            head.refs = [Ref(ref.code, ref.start, ref.end, "nationals") for ref in after.refs]
    else:
        return False
    head.end, head.last = after.end, after.last
    head.items = head.items + after.items
    return True


def _counts(head: Phrase) -> bool:
    """Whether a phrase only tells how much there is of what follows: `a number`, `record volumes`, `two`."""
    if head.events or head.actors or head.pronoun:
        return False
    return "measure" in head.items[-1].functions or all(item.functions & _NUMBERS for item in head.items)


def _is_counted(after: Phrase) -> bool:
    """`volumes of Russian oil`, `two of its diplomats`: things or persons that are somebody's."""
    return after.kind in ("thing", "person", "force") and bool(after.classes) and not after.events


def _acts_for(head: Phrase, after: Phrase, syntax: Syntax) -> bool:
    """`the deputy commander of Russia's navy`, `a spokesman for the Danish ministry`, `an adviser to the king`."""
    word = head.items[-1].low.rpartition(" ")[2]
    if after.prep in syntax.of:
        ruled = not after.refs and not head.nya and after.kind not in ("person", "people", "event", "company")
        return (head.kind == "person" and ruled) or f"{word} {after.prep}" in syntax.acting_for
    return f"{word} {after.prep}" in syntax.acting_for


def _views(form: Form) -> bool:
    """Whether a verb only tells what somebody thinks of its object; who signs a treaty makes it."""
    return form.frame.type in _VIEWS and form.frame.mode != "treaty"


def is_drawn(after: Phrase, act: Chunk | None, syntax: Syntax) -> bool:
    """`recalls envoy from Lima`, `a withdrawal of troops from X`: whence they are taken, not whose they are."""
    forms = act.forms if isinstance(act, Verb) else ()
    if isinstance(act, Phrase) and after.prep in syntax.places:
        forms = tuple([form for _, form in act.events])
    return any(form.frame.prep.get(after.prep) == "target" for form in forms)


def _tells(chunk: Chunk) -> bool:
    return isinstance(chunk, Verb) and any(form.frame.type or form.frame.senses for form in chunk.forms)


def _senders(chunks: list[Chunk], at: int, syntax: Syntax) -> list[Ref]:
    """`troops sent by Moscow`: who sends them is whose they are."""
    mark, verb, agent = (*chunks[at + 1 : at + 4], None, None, None)[:3]
    reduced = isinstance(mark, Word) and mark.kind == "sub" and not mark.item.text
    if reduced and isinstance(verb, Verb) and verb.voice == "passive" and isinstance(agent, Phrase):
        if agent.prep == syntax.by and not any(_views(form) for form in verb.forms):
            return list(agent.refs)
        if agent.prep in syntax.of and verb.item.low in syntax.fired:
            return list(agent.refs)  # `a rocket fired from Lebanon`
    return []


def _shared(chunks: list[Chunk]) -> list[Chunk]:
    """`US and Israeli jets`: a bare adjective before `and` shares the noun that follows."""
    out: list[Chunk] = []
    for chunk in chunks:
        link = out[-1] if len(out) > 1 else None
        if (
            isinstance(link, Word)
            and link.kind == "conj"
            and isinstance(chunk, Phrase)
            and isinstance(head := out[-2], Phrase)
            and (_is_bare(head) or _owns_too(head, chunk))
            and chunk.kind in _SHARED
            and not chunk.prep
            and chunk.items[0].is_actor
            and len(chunk.items) > 1
        ):
            del out[-2:]
            _take_owner(chunk, head)
            while len(out) > 1 and is_word(out[-1], ",") and isinstance(out[-2], Phrase) and _is_bare(out[-2]):
                _take_owner(chunk, out[-2])  # `US, Israeli and European demands`
                del out[-2:]
        out.append(chunk)
    return out


def _is_bare(phrase: Phrase) -> bool:
    """Whether a phrase is a state alone, in a form that may stand before a noun."""
    last = phrase.items[-1]
    return last.is_actor and last.via in ("adjective", "short") and not phrase.owners


def _owns_too(head: Phrase, phrase: Phrase) -> bool:
    """`Russia and North Korea's signing`: the 's goes for both."""
    owner = len(phrase.items) > 1 and "possessive" in phrase.items[1].functions
    return owner and len(head.items) == 1 and bool(head.refs) and phrase.kind == "event"


def _take_owner(phrase: Phrase, head: Phrase) -> None:
    phrase.prep, phrase.start, phrase.first = head.prep, head.start, head.first
    phrase.items = head.items + phrase.items
    known = phrase.refs if phrase.refs else phrase.owners
    known[:0] = [ref for ref in head.refs if all(ref.code != other.code for other in known)]


def stays(people: Phrase, after: Phrase, syntax: Syntax) -> bool:
    """`untuk korban banjir di Pakistan`: people whom something is done for are those of where they are."""
    return (
        bool(people.prep)
        and people.prep not in syntax.places
        and after.prep == syntax.places[0]
        and not people.actors
        and not people.pronoun
        and bool(people.classes & {"casualty", "refugee", "citizen", "worker", "student"})
    )


def says_twice(person: Phrase, after: Phrase, syntax: Syntax) -> bool:
    """`pertemuan dengan Lavrov dari Rusia`: the state told after somebody known is his own."""
    own = bool(person.refs) and person.kind == "person" and [ref.code for ref in after.refs] == [person.refs[0].code]
    return own and after.prep in syntax.of and bool(person.prep) and not syntax.object_of
