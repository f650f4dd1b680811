"""What hangs on another's act: `tidak akan mundur sampai X mencabut sanksi` refuses X, `jika X menyerang, kami akan
membalas` threatens X."""

from collections.abc import Sequence
from typing import Final

from pasut.coder.act import Act
from pasut.coder.acts import Finder
from pasut.coder.phrases import Verb, Word, is_word
from pasut.coder.refs import Ref
from pasut.coder.scopes import Scope
from pasut.coder.stance import says_that, stance_of
from pasut.packs.frame import Frame

_REFUSE: Final = Frame(type="REJECT", mode="refuse", name="until")
_THREATEN: Final = Frame(type="THREATEN", name="condition")
_HOSTILE: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE"))
_OPEN: Final = frozenset(("future", "possible"))


class Conditions:
    """Finds the refusals and threats of one sentence that a condition makes."""

    def __init__(self, finder: Finder, scopes: Sequence[Scope], language: str) -> None:
        self.finder, self.links, self.syntax = finder, finder.links, finder.syntax
        self.chunks, self.scopes, self.language = finder.chunks, scopes, language

    def find(self, acts: Sequence[Act]) -> list[Act]:
        """The acts that conditions make, beside those found already."""
        out: list[Act] = []
        for at, word in self.links.words:
            if (until := word.item.low in self.syntax.until) | self._opens(word):
                act = self._tied(at, word, until=until)
                if act is not None and not any(_same(act, other) for other in (*acts, *out)):
                    out.append(act)
        return out

    def _opens(self, word: Word) -> bool:
        return word.kind == "sub" and "condition" in word.functions

    def _tied(self, at: int, word: Word, *, until: bool) -> Act | None:
        inner, outer = self._verb_right(at), self._main_verb(at)
        if inner is None or outer is None:
            return None
        condition, main = self.chunks[inner], self.chunks[outer]
        assert isinstance(condition, Verb) and isinstance(main, Verb)
        frame = self._frame(main, condition, until=until)
        if frame is None:
            return None
        sources, targets = self._sides(inner, outer) if inner > at + 1 else self._hit(outer)
        if not sources or not targets or (frame is _THREATEN and not self._says(outer, sources)):
            return None
        rule = f"{self.language}.condition.{frame.name}"
        act = Act(str(frame.type), frame.mode, rule, outer, main.start, main.end)
        act.sources, act.targets = sources, targets
        return act

    def _frame(self, main: Verb, condition: Verb, *, until: bool) -> Frame | None:
        """What the main verb makes of it: refused until another acts, or threatened in case he does or does not."""
        unwilling = "refusal" in main.aux or ("negator" in main.aux and main.aux & _OPEN)
        if unwilling and until:
            return _REFUSE
        if "negator" in main.aux and "negator" in condition.aux and not until:
            return _THREATEN  # `jika X tidak mundur, kami tidak dapat berunding`
        if until or "negator" in main.aux:
            return None
        if any(form.frame.type == "THREATEN" for form in main.forms):
            return _THREATEN  # `akan merespons dengan tegas jika X menyerang`
        answers = main.item.low in self.syntax.answering
        hostile = answers or any(form.frame.type in _HOSTILE for form in main.forms)
        doer = self.links.subject(main.index)
        ours = answers and doer is not None and doer.pronoun == "first_person"  # `jika X menyerang, kami membalas`
        warned = self._is_warned(main.index)
        return _THREATEN if (hostile or warned) and (ours or main.aux & _OPEN) else None

    def _is_warned(self, outer: int) -> bool:
        """`warned that it would leave if X ...`: what somebody warns or threatens that he will do."""
        governor = stance_of(outer, self.links).governor
        verb = self.chunks[governor] if governor is not None else None
        return isinstance(verb, Verb) and any(form.frame.type == "THREATEN" for form in verb.forms)

    def _sides(self, inner: int, outer: int) -> tuple[list[Ref], list[Ref]]:
        doer, other = self.links.subject(outer), self.links.subject(inner)
        if doer is None or other is None or doer is other:
            return [], []
        resolve = self.finder.resolver.resolve
        sources = resolve(doer, "source", [], outer)
        targets = resolve(other, "target", sources, inner)
        if doer.pronoun and not doer.refs:  # `menyampaikan kepada X bahwa mereka akan membalas jika X ...`
            met = {ref.code for ref in targets}
            sources = [ref for ref in sources if ref.code not in met]
        codes = {ref.code for ref in sources}
        return sources, [ref for ref in targets if ref.code not in codes]

    def _hit(self, outer: int) -> tuple[list[Ref], list[Ref]]:
        """`said it would strike X if attacked`: a condition that names nobody is about whom the act would hit."""
        doer = self.links.subject(outer)
        if doer is None:
            return [], []
        sources = self.finder.resolver.resolve(doer, "source", [], outer)
        codes = {ref.code for ref in sources}
        hit = [ref for _, phrase in self.links.after(outer).objects for ref in phrase.actors]
        return sources, [ref for ref in hit if ref.code not in codes]

    def _says(self, outer: int, sources: Sequence[Ref]) -> bool:
        """Whether who would do it says so himself: others only expect it."""
        codes = {ref.code for ref in sources}
        return any(
            scope.first <= outer < scope.last and codes & {ref.code for ref in scope.refs} for scope in self.scopes
        )

    def _verb_right(self, at: int) -> int | None:
        for index in range(at + 1, len(self.chunks)):
            if isinstance(self.chunks[index], Verb):
                return index
            if is_word(self.chunks[index], ".", ";", "contrast"):
                return None
        return None

    def _main_verb(self, at: int) -> int | None:
        """The verb of the clause that the condition belongs to: after the comma where the condition opens it."""
        word, verb = self.chunks[at], max((i for i in range(at) if isinstance(self.chunks[i], Verb)), default=-1)
        if verb >= 0 and isinstance(word, Word) and says_that(verb, at, word, self.links):
            return None
        left = at - 1
        while left >= 0 and is_word(self.chunks[left], '"', "contrast", "conj"):
            left -= 1
        before = self.chunks[left] if left >= 0 else None
        fronted = before is None or is_word(self.chunks[left], ",", ":", "sub")
        if not fronted:
            return next((index for index in range(at - 1, -1, -1) if isinstance(self.chunks[index], Verb)), None)
        comma = next((i for i in range(at + 1, len(self.chunks)) if is_word(self.chunks[i], ",")), None)
        if comma is None and is_word(self.chunks[left], ","):
            return verb if verb >= 0 else None  # `kami akan membalas, jika X menyerang`
        return self._verb_right(comma) if comma is not None else None


def _same(one: Act, other: Act) -> bool:
    """Whether both tell of one quarrel: the same two sides and a refusal or threat."""
    return other.type in ("REJECT", "THREATEN") and {r.code for r in one.targets} == {r.code for r in other.targets}
