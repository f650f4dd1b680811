"""The names that news outlets and agencies go by in datelines, logos, credits and addresses."""

import pathlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from pasut.errors import DataError
from pasut.records import Record
from pasut.tables import cell_list, read_table

Kind = Literal["outlet", "agency"]


class Outlet(Record, frozen=True):
    """A news outlet, or an agency that others credit."""

    name: str
    """As it is shown, and as the field `publisher` of an article gives it."""
    kind: Kind


class Outlets(Record, frozen=True):
    """All outlets, by what a page calls them."""

    by_name: Mapping[str, Outlet]
    """Name or alias, casefolded."""
    by_domain: Mapping[str, Outlet]

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name or alias, whatever its case.

        >>> load_outlets().find("BISNIS.COM").name
        'Bisnis.com'
        """
        return self.by_name.get(" ".join(name.split()).casefold())

    def find_first(self, text: str) -> Outlet | None:
        """The outlet whose name or alias `text` begins with, the longest that fits (up to four words)."""
        words = text.split()[:4]
        for count in range(len(words), 0, -1):
            found = self.by_name.get(" ".join(words[:count]).strip(",.;:()").casefold())
            if found:
                return found
        return None

    def of_url(self, url: str) -> Outlet | None:
        """The outlet that an address belongs to, by its domain or the domain it is a part of."""
        host, _, path = url.split("://")[-1].partition("/")
        host = host.split("@")[-1].split(":")[0].lower().removeprefix("www.")
        edition = self.by_domain.get(f"{host}/{path.partition('/')[0].lower()}")
        if edition:
            return edition
        while "." in host:
            if host in self.by_domain:
                return self.by_domain[host]
            host = host.partition(".")[2]
        return None


def load_outlets(path: pathlib.Path = pathlib.Path(__file__).parent / "outlets.tsv") -> Outlets:
    """Read outlets.tsv. Raises DataError with file and line when a row is wrong or an alias stands for two outlets."""
    by_name: dict[str, Outlet] = {}
    by_domain: dict[str, Outlet] = {}
    for number, (name, kind, aliases, domains) in read_table(path, ("name", "kind", "aliases", "domains")):
        if kind not in ("outlet", "agency"):
            raise DataError(f"{path.name}:{number}: kind is {kind!r}; write outlet or agency")
        outlet = Outlet(name=name, kind="agency" if kind == "agency" else "outlet")
        for table, keys in ((by_name, (name, *cell_list(aliases))), (by_domain, cell_list(domains))):
            for key in keys:
                if table.setdefault(key.casefold(), outlet) != outlet:
                    raise DataError(f"{path.name}:{number}: {key!r} stands for two outlets; keep one")
        for domain in cell_list(domains):
            by_name.setdefault(domain.casefold(), outlet)
    return Outlets(by_name=MappingProxyType(by_name), by_domain=MappingProxyType(by_domain))
