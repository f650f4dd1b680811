"""Accusations and praise told by a name: `menyebut X sebagai ancaman`."""

from typing import Final

from pasut.coder.act import Act
from pasut.coder.clauses import Links
from pasut.coder.following import After
from pasut.coder.phrases import Phrase, Verb, Word
from pasut.coder.reference import Resolver
from pasut.coder.refs import Ref
from pasut.coder.sides import Sides
from pasut.coder.stance import SKIP, stance_of
from pasut.packs.entry import Form
from pasut.packs.words import Syntax

_JUDGING: Final = frozenset(("negative", "condemning", "positive"))


class Namings:
    """Finds what the verbs of one sentence call whom."""

    def __init__(self, links: Links, sides: Sides, resolver: Resolver, syntax: Syntax) -> None:
        self.links, self.syntax = links, syntax
        self.chunks = links.chunks
        self.sides, self.resolver = sides, resolver

    def find(self, index: int, verb: Verb, form: Form, after: After) -> list[Act]:
        """`menyebut X sebagai ancaman`: an accusation or praise, by the word chosen."""
        named = after.objects[:1]
        words = {
            name
            for chunk in self.chunks[index + 1 :]
            if isinstance(chunk, Phrase)
            and (chunk.prep == self.syntax.as_ or chunk in [p for _, p in after.objects[1:]])
            for item in chunk.items
            for name in item.functions & _JUDGING
        }
        content = self.chunks[after.content] if after.content is not None and after.follows_object() else None
        blamed = content.item.functions & _JUDGING if isinstance(content, Verb) else frozenset()
        blamed |= _called([phrase for _, phrase in after.objects])
        words |= blamed  # `menganggap X bertanggung jawab atas ...`, `menyebut X negara teroris`
        bare = bool(blamed) or form.root in self.syntax.bare_naming
        if not bare and not any(
            (isinstance(c, (Phrase, Word)) and getattr(c, "prep", "") == self.syntax.as_)
            or (isinstance(c, Word) and c.item.low == self.syntax.as_)
            for c in self.chunks[index:]
        ):
            return []
        words |= {
            name
            for chunk in self._clause(index)
            if isinstance(chunk, Phrase)
            for item in chunk.items
            for name in item.functions & _JUDGING
        }
        words |= self._said_of_move(index, after) if form.root in self.syntax.bare_naming else frozenset()
        if not named or not words:
            return []
        kind = "ACCUSE" if words & {"negative", "condemning"} else "SUPPORT"
        act = Act(kind, "" if kind == "ACCUSE" else "praise", form.rule, index, verb.start, verb.end)
        act.status = stance_of(index, self.links).status
        subject = self.links.subject(index)
        if act.status == SKIP or subject is None or verb.voice in ("passive", "state"):
            return []
        act.sources = self.resolver.resolve(subject, "source", [], index)
        codes = {ref.code for ref in act.sources}
        told = named[0][1]
        if told.pronoun == "that_state" and len(told.items) == 1:
            found = self.resolver.memory.wrongdoers()  # `called it a threat`: what was done last
            before = [chunk for _, chunk in self.links.phrases if chunk.end <= told.start and chunk.prep]
            found = found or [ref for chunk in before[-1:] for ref in chunk.refs]  # `cut ties with X and called it`
        else:
            found = self.resolver.resolve(told, "target", act.sources, index) or self._of_whom(named[0][0])
        act.targets = [ref for ref in found if ref.code not in codes]
        return [act] if self.sides.complete(act) else []

    def _of_whom(self, at: int) -> list[Ref]:
        """`called the deployment of the British warship a threat`: what is somebody's is his, or of who did it."""
        behind: list[Phrase] = []
        for chunk in self.chunks[at + 1 :]:
            if not (isinstance(chunk, Phrase) and chunk.prep):
                break
            behind.append(chunk)
        by = [phrase for phrase in behind if phrase.prep == self.syntax.by]
        of = [phrase for phrase in behind[:1] if phrase.prep == self.syntax.object_of]
        return next((list(phrase.actors) for phrase in (*by, *of) if phrase.actors), [])

    def _said_of_move(self, index: int, after: After) -> frozenset[str]:
        """`called Iran's decision to expel its envoys unacceptable`: the word behind what a decision or plan is."""
        move = after.objects[0][1] if after.objects else None
        if move is None or not move.lead or not move.actors or after.content is None:
            return frozenset()
        last: Phrase | None = None
        for chunk in self.chunks[after.content + 1 :]:
            if isinstance(chunk, Verb) or (isinstance(chunk, Word) and chunk.kind not in ("time", '"', "aux")):
                break
            last = chunk if isinstance(chunk, Phrase) else last
        return last.items[-1].functions & _JUDGING if last is not None else frozenset()

    def _clause(self, index: int) -> list[Phrase]:
        """The phrases after the verb's object, up to the next verb, comma or clause."""
        found: list[Phrase] = []
        for chunk in self.chunks[index + 2 :]:
            if isinstance(chunk, Phrase):
                found.append(chunk)
            elif isinstance(chunk, Verb) or chunk.kind in ("sub", "contrast", ",", ".", ";"):
                break
        return found


def _called(objects: list[Phrase]) -> frozenset[str]:
    """`menyebut X negara teroris`, `menyebut X penjahat perang`: the class of the word that stands right after X."""
    if not objects:
        return frozenset()
    items = objects[0].items
    last = max((at for at, item in enumerate(items) if item.is_actor), default=len(items))
    after = [*items[last + 1 :], *(objects[1].items[:2] if len(objects) > 1 and objects[0].actors else [])]
    return frozenset(name for item in after for name in item.functions & _JUDGING)
