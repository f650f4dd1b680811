"""What people call an actor, to its code and back: codes, English and Indonesian names, nicknames, in any case."""

import datetime as dt
import difflib
from collections.abc import Mapping
from functools import cached_property

from babel import Locale

from pasut.errors import NotFoundError
from pasut.pipeline import Kit


class Names:
    """The names of all actors, from the world's tables, CLDR and the language packs."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def resolve(self, said: str) -> str:
        """The actor code of a code or name. Raises UsageError, with the nearest names, when nobody is called so."""
        if code := self.find(said):
            return code
        wanted = _plain(said)
        near = difflib.get_close_matches(wanted, [*self._codes, *self._names], n=9, cutoff=0.6)
        near = ([name for name in near if name[:1] == wanted[:1]] or near)[:3]  # a slip is seldom in the first letter
        found = dict.fromkeys(self._codes.get(name) or self._names[name] for name in near)
        guesses = " or ".join(f"{self.name(code, 'en')} ({code})" for code in found)
        ask = f"did you mean {guesses}?" if guesses else _HOW
        raise NotFoundError(f"no actor is called {said!r}; {ask}")

    def find(self, said: str) -> str | None:
        """The actor code of a code or name; None when nobody is called just so."""
        return self._codes.get(_plain(said)) or self._names.get(_plain(said))

    def name(self, code: str, language: str) -> str:
        """The name of an actor in a language; the code itself where there is none."""
        if language == "en":
            return self._kit.world.name_en(code)
        names = self._kit.names(language)
        state = self._kit.world.states.get(code)
        own = names.display.get(code) if names else None
        cldr = Locale.parse(language).territories.get(state.alpha2) if state else None
        return own or cldr or self._kit.world.name_en(code)

    def person(self, person_id: str) -> str:
        """The name of a person of the world's table; any other text as it is."""
        found = self._kit.world.persons.get(person_id)
        return found.names[0] if found and found.names else person_id

    def state_of(self, person_id: str, day: dt.date | None) -> str:
        """The code that a person of the world's table stands for on a day; empty for anybody else."""
        found = self._kit.world.persons.get(person_id)
        return found.state_on(day) if found else ""

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        world = self._kit.world
        return {code.casefold(): code for table in (world.states, world.bodies, world.groups) for code in table}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        world = self._kit.world
        out: dict[str, str] = {}
        for language in self._kit.languages:
            names = self._kit.names(language)
            out |= {**names.aliases} if names else {}
        for state in world.states.values():
            for language in ("id", "en"):
                if cldr := Locale.parse(language).territories.get(state.alpha2):
                    out.setdefault(cldr.casefold(), state.code)
        for table in (world.states, world.bodies, world.groups):
            out |= {each.name_en.casefold(): code for code, each in table.items()}
        return out


def _plain(said: str) -> str:
    return " ".join(said.split()).casefold()


_HOW = "give an ISO 3166 code such as PRK, or a name in Indonesian or English such as 'Korea Utara'"
