"""Sides of a verb's act that one told before it gives: whom one just called, met or was struck by, who held whom."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from pasut.coder.act import Act
from pasut.coder.following import After
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.refs import Ref, carried
from pasut.coder.roles import VERBAL
from pasut.coder.settling import DOCUMENTS
from pasut.coder.shots import into_the_sea

if TYPE_CHECKING:
    from pasut.coder.acts import Finder

COURTESY: Final = frozenset(("SUPPORT", "AGREE"))
_PAID_BACK: Final = frozenset(("SANCTION", "COERCE", "ACCUSE", "THREATEN"))
_TALKS: Final = frozenset(("meet", "negotiate", ""))
_WELCOMING: Final = frozenset(("SUPPORT",))
_DEALS: Final = frozenset(("AGREE", "SUPPORT", "RETREAT", "COOPERATE"))
_PROVOKED: Final = frozenset(("after", "cause"))
_MISSIONS: Final = frozenset(("expel", "recall"))
_SHOTS: Final = frozenset(("missile", "drone", "bomb"))
_TRUCES: Final = frozenset(("ceasefire", "truce", "fighting"))
_THEIRS: Final = frozenset(("ties", "diplomat", "envoy", "embassy"))
_ENVOYS: Final = frozenset(("diplomat", "embassy_staff", "envoy"))
_SPOKEN_TO: Final = frozenset(("SUPPORT", "REQUEST", "CONSULT"))
_SAID_THERE: Final = VERBAL | {"SUPPORT"}


def look_back(finder: "Finder", act: Act, after: After) -> None:
    """Give an act the side that one told before it gives."""
    if act.mode == "riot" and _is_armed(finder, act):
        act.type, act.mode = "ASSAULT", ""
    if act.type == "AID" and _is_shot(finder, after):
        act.type, act.mode = "ASSAULT", "aerial"
    if act.passive and not act.sources and act.mode == "expel":
        _by_speaker(finder, act)
    if act.passive and not act.sources and act.mode == "release":
        _by_jailer(finder, act)
    if into_the_sea(act, after, finder.syntax):
        return
    for types, find in _FINDERS if act.sources else ():
        if act.targets:
            return
        if act.type in types:
            find(finder, act, after)


def _is_armed(finder: "Finder", act: Act) -> bool:
    """Whether a state, its soldiers or an armed group, not a crowd, storm an embassy."""
    subject = finder.links.subject(act.chunk)
    soldiers = subject is not None and subject.kind in ("force", "state", "organ") and not act.passive
    return soldiers or any(":" in ref.code for ref in act.sources)


def _of_dealers(finder: "Finder", act: Act, after: After) -> None:
    """`Egypt welcomed the deal`, `fully supports this agreement`: those who made the last one told."""
    told = finder.links.subject(act.chunk) if act.passive else after.objects[0][1] if after.objects else None
    if told is None or told.actors or not _is_the(finder, told):
        return
    types: set[str | None] = {form.frame.type for _, form in told.events}
    if not told.classes.isdisjoint(DOCUMENTS):
        types |= _DEALS
    codes = {ref.code for ref in act.sources}
    found = finder.resolver.memory.last_together(types)
    if not found and told.items[-1].low in finder.syntax.summing:
        found = finder.resolver.memory.last_sources  # `welcomed the move`
    if not codes & {ref.code for ref in found}:
        act.targets = carried(found, "recalled")


def _is_the(finder: "Finder", phrase: Phrase) -> bool:
    """Whether a phrase points back: `the deal`, `kesepakatan itu`."""
    return phrase.det or phrase.items[0].low in finder.syntax.definite


def _is_shot(finder: "Finder", after: After) -> bool:
    """`sent 300 missiles toward X`: such things are no gift."""
    shot = any(not phrase.classes.isdisjoint(_SHOTS) for _, phrase in after.objects)
    return shot and any(phrase.actors and phrase.prep in finder.syntax.aiming for _, phrase in after.preps)


def _of_jailers(finder: "Finder", act: Act, after: After) -> None:
    """`menuntut agar mereka dibebaskan`: of who holds one's people."""
    held = finder.resolver.memory.captives()
    content = finder.chunks[after.content] if after.content is not None else None
    frees = isinstance(content, Verb) and any(form.frame.name == "release" for form in content.forms)
    if held is not None and frees and {ref.code for ref in act.sources} <= {ref.code for ref in held[1]}:
        act.targets = carried(held[0], "recalled")


def _with_addressee(finder: "Finder", act: Act, _after: After | None = None) -> None:
    """`mengucapkan terima kasih kepada X dan membahas Y`: discussed with whom one just spoke to."""
    last = finder.told[-1] if finder.told and act.mode in _TALKS else None
    if last is None or last.type not in _SPOKEN_TO or last.mutual or last.chunk > act.chunk:
        return
    if finder.links.subject(last.chunk) is not finder.links.subject(act.chunk):
        return
    act.targets = carried(last.targets, "partner")
    if len(act.targets) == 1:
        act.mutual = True
        act.sources = act.targets = [*act.sources, *act.targets]


def _openings(finder: "Finder") -> list[str]:
    """The words of the sentence's chunks; of a noun phrase its preposition and first word: `sebagai imbalan`."""
    return [c.item.low if not isinstance(c, Phrase) else f"{c.prep} {c.items[0].low}" for c in finder.chunks]


def _pay_back(finder: "Finder", act: Act, _after: After | None = None) -> None:
    """`Riyadh membalas dengan memutuskan hubungan`: with who harmed it here or just before."""
    if finder.syntax.paying_back.isdisjoint(_openings(finder)) and not act.rule.endswith(".vow_revenge"):
        return
    codes = {ref.code for ref in act.sources}
    found = finder.last_sources if not codes & {r.code for r in finder.last_sources} else []
    found = found or finder.resolver.memory.harmers(codes)
    act.targets = carried([ref for ref in found if ref.code not in codes], "recalled")


def _of_fighters(finder: "Finder", act: Act, after: After) -> None:
    """`called for an end to the fighting`, `brokered the truce`: of or between the two who fight."""
    ends = {"ASSAULT", "RETREAT"}
    told = [phrase for _, phrase in (*after.objects, *after.preps)]
    fights = any(not ends.isdisjoint({form.frame.type for _, form in phrase.events}) for phrase in told)
    fights = fights or any(not phrase.classes.isdisjoint(_TRUCES) for phrase in told)
    verb = finder.chunks[act.chunk]
    fights = fights or (isinstance(verb, Verb) and any(word in verb.item.low for word in finder.syntax.calming))
    if not fights or (act.type == "CONSULT" and act.mode != "mediate") or any(phrase.actors for phrase in told):
        return
    found = finder.resolver.memory.last_together(ends)
    codes = {ref.code for ref in act.sources}
    if len(found) == 2 and not codes & {ref.code for ref in found}:
        act.targets = carried(found, "recalled")


def _after_what(finder: "Finder", act: Act, _after: After | None = None) -> None:
    """`vowed retaliation after X struck`, `warned of consequences if X strikes`: at who did, or would do, it."""
    opens = _PROVOKED | {"condition"} if act.type == "THREATEN" else _PROVOKED
    chunks = finder.chunks
    for at in range(act.chunk + 1, len(chunks)):
        word = chunks[at]
        if isinstance(word, Phrase) or (isinstance(word, Word) and word.kind in ("time", "aux", '"')):
            continue
        if isinstance(word, Word) and word.kind == "sub" and not word.functions.isdisjoint(opens):
            verb = next((index for index, _ in finder.links.verbs if index > at), None)
            doer = finder.links.subject(verb) if verb is not None else None
            codes = {ref.code for ref in act.sources}
            if doer is not None and doer.start > word.item.start and not codes & {ref.code for ref in doer.actors}:
                act.targets = carried(doer.refs, "recalled")
        return


def _risen_after(finder: "Finder", act: Act, after: After) -> None:
    """`scrambled jets after Russian drones crossed its border`: at who made them rise."""
    if act.rule.endswith(".scramble"):
        _after_what(finder, act, after)


def _watching(finder: "Finder", act: Act, after: After) -> None:
    """`mengerahkan kapal untuk memantau situasi`: over against whose forces came near just before."""
    content = finder.chunks[after.content] if after.content is not None else None
    if not isinstance(content, Verb) or content.item.low not in finder.syntax.watching or act.mode != "deploy":
        return
    inner = finder.links.after(after.content or 0)
    if any(phrase.actors for _, phrase in (*after.preps, *inner.objects, *inner.preps)):
        return
    known = [finder.resolver.memory.sources_of.get(("MOBILIZE", ref.code), []) for ref in act.sources]
    act.targets = carried(next((refs for refs in known if refs), []), "recalled")


def _in_return(finder: "Finder", act: Act, _after: After | None = None) -> None:
    """`Sebagai imbalan, X memberi minyak`: to whom it has just dealt with."""
    if not finder.syntax.in_return.isdisjoint(_openings(finder)):
        act.targets = finder.resolver.memory.met_with({ref.code for ref in act.sources})


def _where_done(finder: "Finder", act: Act, after: After) -> None:
    """`concern about the detention of a journalist in X`: what only rulers do is reproached to those of the place."""
    told = [phrase for _, phrase in after.preps if phrase.prep not in finder.syntax.inside]
    if any(phrase.actors for phrase in told) or not any(_is_at_home(finder, phrase) for phrase in told):
        return
    codes = {ref.code for ref in act.sources}
    places = [phrase.refs for _, phrase in after.preps if phrase.prep in finder.syntax.inside and phrase.refs]
    act.targets = [ref for ref in places[0] if ref.code not in codes] if places else []


def _is_at_home(finder: "Finder", phrase: Phrase) -> bool:
    """Whether a phrase tells what rulers do to their own people."""
    seizes = bool(phrase.events) and phrase.events[0][1].frame.type == "COERCE"
    return seizes or not finder.syntax.domestic.isdisjoint([item.low for item in phrase.items])


def _answering(finder: "Finder", act: Act, after: After) -> None:
    """`rejected the order`, `turned down the offer`: of who ordered or offered it, as told just before."""
    hit = after.objects[0][1] if after.objects else None
    if act.passive:
        hit = finder.links.subject(act.chunk)  # `tawaran itu ditolak X`
    if hit is None or hit.actors or not _is_the(finder, hit):
        return
    types = [form.frame.type for _, form in hit.events]
    if not types and hit.items[-1].low not in finder.syntax.summing:
        return
    memory = finder.resolver.memory
    codes = {ref.code for ref in act.sources}
    found = [memory.sources_of.get((kind or "", code), []) for kind in types for code in sorted(codes)]
    act.targets = carried(next((refs for refs in found if refs), memory.harmers(codes)), "recalled")


def _vetoed(finder: "Finder", act: Act, after: After) -> None:
    """`vetoed a resolution on the truce`: it is the Security Council that is vetoed."""
    drafts = [phrase for _, phrase in after.objects if "resolution" in phrase.classes]
    if act.mode == "veto" and drafts and not any(ref.via == "body" for ref in act.sources):
        act.targets = [Ref("UNSC", -1, -1, "recalled")]


def _at_other(finder: "Finder", act: Act, after: After) -> None:
    """`threatened to revoke their immunity`: the one other state that it has to do with."""
    if after.content is not None and not act.passive and not act.rule.endswith(".vow_to"):
        act.targets = finder.resolver.memory.met_with({ref.code for ref in act.sources})


def _with_other_party(finder: "Finder", act: Act, after: After) -> None:
    """`Ottawa expelled six diplomats`, `Seoul suspended the deal`: of, or with, the one other state of the story."""
    hit = after.objects[0][1] if after.objects else None
    if hit is None and act.rule.endswith(".cut_ties") and not after.preps and act.status == "happened":
        own = {ref.code for ref in act.sources}  # `memutus hubungan diplomatik`
        found = finder.resolver.memory.harmers(own)
        act.targets = carried(found, "recalled") or finder.resolver.memory.met_with(own)
    if hit is None or hit.actors or act.status == "alleged":
        return
    theirs = hit.nya or any("third_plural" in item.functions for item in hit.items)
    if theirs and not hit.classes.isdisjoint(_THEIRS) and len(act.sources) == 2 and not act.passive:
        act.mutual, act.targets = True, act.sources  # `Peru and Chile cut their ties, recalled their envoys`
        return
    codes = {ref.code for ref in act.sources}
    if act.mode in _MISSIONS and not hit.classes.isdisjoint(_ENVOYS):
        found = finder.resolver.only_other(codes)
        act.targets = carried(found, "recalled") or finder.resolver.memory.met_with(codes)
    elif act.mode == "halt" and _is_the(finder, hit) and not hit.classes.isdisjoint(DOCUMENTS):
        act.targets = finder.resolver.memory.met_with(codes)


def _at_meeting(finder: "Finder", act: Act, _after: After | None = None) -> None:
    """`Dalam pembicaraan itu, Putin berjanji ...`: to whom he met just before, if that was one."""
    places = (p for _, p in finder.links.phrases if p.prep in finder.syntax.inside and p.det and p.events)
    if any(phrase.events[0][1].frame.type == "CONSULT" and not phrase.actors for phrase in places):
        act.targets = finder.resolver.memory.met_with({ref.code for ref in act.sources})


def _we_agreed(finder: "Finder", act: Act, after: After) -> None:
    """`"Kami sepakat ...", "Kami membahas ...", kata X`: with whom X has just met."""
    with_whom = any(phrase.actors for _, phrase in after.preps)  # `membahasnya dengan PM kami`
    if act.status != "happened" or with_whom or not _is_own_word(finder, act):
        return
    if act.rule.endswith(".agree") or (act.type == "CONSULT" and act.rule.endswith(".discuss")):
        _join_met(finder, act)


def _join_met(finder: "Finder", act: Act) -> None:
    found = finder.resolver.memory.met_with({ref.code for ref in act.sources})
    if len(found) == 1:
        act.mutual = True
        act.sources = act.targets = [*act.sources, *found]


def _against_doer(finder: "Finder", act: Act, after: After) -> None:
    """`Korut menembakkan rudal, Jepang protes`: against who did the last thing, here or to the protester."""
    if after.objects or after.preps or after.sub is not None or after.content is not None or after.stop is not None:
        return
    codes = {ref.code for ref in act.sources}
    found = finder.last_sources or finder.resolver.memory.harmers(codes)
    act.targets = carried([ref for ref in found if ref.code not in codes], "recalled")


def _by_speaker(finder: "Finder", act: Act) -> None:
    """`was asked to leave, the ministry said`: by whom one hears it from, if that is not whom it befell."""
    codes = {ref.code for ref in act.targets}
    told = [ref for ref in finder.resolver.speaker_refs if ref.code not in codes and ref.via != "body"]
    act.sources = carried(told[:1], "speaker") or finder.resolver.memory.met_with(codes)


def _by_jailer(finder: "Finder", act: Act) -> None:
    """`dua warga X yang ditahan Y dibebaskan`: by whom they were held, as told here or before."""
    codes = {ref.code for ref in act.targets}
    told = [each for each in finder.told if each.type == "COERCE" or each.mode == "abduct"]
    held = [each.sources for each in told if codes & {ref.code for ref in each.targets}]
    held += [finder.resolver.memory.sources_of.get(("COERCE", code), []) for code in sorted(codes)]
    act.sources = carried(next((found for found in held if found), []), "recalled")


def _is_own_word(finder: "Finder", act: Act) -> bool:
    """Whether somebody speaks of himself: `saya`, `kami`."""
    subject = finder.links.subject(act.chunk)
    return subject is not None and subject.pronoun == "first_person"


def _is_for_that(finder: "Finder", act: Act) -> bool:
    """`mengucapkan terima kasih atas undangan tersebut`: for what was told just before."""
    told = [phrase for _, phrase in finder.links.after(act.chunk).preps if phrase.prep in finder.syntax.about]
    return any(phrase.det and not phrase.actors for phrase in told)


def to_partner(finder: "Finder", act: Act, _after: After | None = None) -> None:
    """`menelepon X untuk menyampaikan dukungan`: said to whom one calls or meets for it."""
    codes = {ref.code for ref in act.sources}
    last = finder.told[-1] if finder.told else None
    if act.mode == "praise" and act.status == "happened" and (_is_own_word(finder, act) or _is_for_that(finder, act)):
        act.targets = finder.resolver.memory.met_with(codes)  # `"Saya menyampaikan terima kasih atas undangan ini"`
    if act.rule.endswith(".agree") and act.status == "happened" and _is_own_word(finder, act):
        _join_met(finder, act)  # `"Kami mencapai kesepakatan"`
    if act.targets or last is None or last.type != "CONSULT" or {act.status, last.status} != {"happened"}:
        return
    if act.mode == "treaty" and last.mode == "visit":
        return  # `Presiden X yang mengunjungi Y menandatangani ...`: a law of his own as well
    found = [ref for ref in last.targets if ref.code not in codes]
    if codes <= {ref.code for ref in last.sources} and len(found) == 1:
        act.targets = carried(found, "partner")
        if act.mode == "treaty":
            act.mutual, act.sources = True, [*act.sources, *act.targets]
            act.targets = act.sources


_FINDERS: Final[tuple[tuple[frozenset[str], Callable[["Finder", Act, After], None]], ...]] = (
    (COURTESY, to_partner),
    (frozenset(("AGREE", "CONSULT")), _we_agreed),
    (_WELCOMING, _of_dealers),
    (frozenset(("REQUEST",)), _of_jailers),
    (frozenset(("REQUEST", "CONSULT")), _of_fighters),
    (frozenset(("CONSULT",)), _with_addressee),
    (_SAID_THERE, _at_meeting),
    (frozenset(("ACCUSE",)), _against_doer),
    (_PAID_BACK, _pay_back),
    (_PAID_BACK, _after_what),
    (frozenset(("MOBILIZE",)), _risen_after),
    (frozenset(("MOBILIZE",)), _watching),
    (frozenset(("AID",)), _in_return),
    (frozenset(("ACCUSE",)), _where_done),
    (frozenset(("SANCTION",)), _with_other_party),
    (frozenset(("REJECT",)), _vetoed),
    (frozenset(("REJECT",)), _answering),
    (frozenset(("THREATEN",)), _at_other),
)
"""Who is looked for in which acts, in this order."""
