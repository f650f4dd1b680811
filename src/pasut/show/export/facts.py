"""What the foreign layouts want to know beside the events: names and codes of actors, scores, languages."""

from collections.abc import Iterable, Mapping

from pasut.records import Record
from pasut.world.cameo import CameoCodes
from pasut.world.load import World
from pasut.world.scale import Scale

_SECTORS = {"legislator": "LEG", "chief_of_staff": "MIL", "intelligence_chief": "SPY", "party_chief": "PTY"}
"""PLOVER's sector of an office; every other office that is known is GOV."""
_NO_SECTOR = ("other", "secretary_general", "un_envoy", "crown_prince")


class Facts(Record, frozen=True):
    """The world's tables, the scale, and the languages of the articles by their ids."""

    world: World
    scale: Scale
    cameo: CameoCodes
    languages: Mapping[str, str]

    def country(self, code: str) -> str:
        """ISO 3166 alpha-3 code of a state or of a group's state; PLOVER's IGO or UNO for a body."""
        if code in self.world.bodies:
            return "UNO" if "United Nations" in self.world.name_en(code) else "IGO"
        return code.partition(":")[0]

    def cow(self, code: str) -> str:
        """Correlates of War number of a state; empty for a body or an entity without one."""
        state = self.world.states.get(code.partition(":")[0])
        return state.cow if state else ""

    def alpha2(self, code: str) -> str:
        """ISO 3166 alpha-2 code of a state or of a group's state; empty for a body."""
        state = self.world.states.get(code.partition(":")[0])
        return state.alpha2 if state else ""

    def mode(self, type_: str, mode: str | None) -> str:
        """The mode as PLOVER has it; empty for one that PLOVER does not know."""
        source = self.scale.sources.get((type_, mode), "") if mode else ""
        return source.removeprefix("as ") if source.startswith("as ") else (mode or "") if source else ""

    def quad(self, type_: str) -> int:
        """PLOVER's quad class: 1 and 2 cooperation in words and deeds, 3 and 4 conflict."""
        hostile = self.scale.score(type_, None) < 0 or type_ == "REQUEST"
        return 1 + self.scale.is_material(type_) + 2 * hostile

    def sectors(self, offices: Iterable[str | None]) -> list[str]:
        """PLOVER's sectors of the offices that acted."""
        known = (office for office in offices if office and office not in _NO_SECTOR)
        return list(dict.fromkeys(_SECTORS.get(office, "GOV") for office in known))
