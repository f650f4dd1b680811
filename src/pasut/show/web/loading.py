"""What answers need of the program itself: loaded before anybody asks, what is small first, what is large in quiet."""

from pasut.show.web.answer import environment
from pasut.show.web.site import Site

QUIET = 0.3
"""Seconds without an answer after which a pack is loaded: it takes a second, in which nobody else gets very far."""


def load_small(site: Site) -> None:
    """Load the templates, the world and the words that a dyad's page looks for."""
    for name in environment().list_templates():
        site.turns.give_way()
        environment().get_template(name)
    for load in (lambda: site.kit.world, lambda: site.kit.tells_in_force(""), lambda: site.kit.letters):
        site.turns.give_way()
        load()


def load_packs(site: Site) -> None:
    """Load what the first search, claim and letter would else wait for: the packs, and the roots of words."""
    for language in site.kit.languages:
        site.turns.give_way(quiet=QUIET)
        site.kit.roots(language).root("a")
        site.turns.give_way(quiet=QUIET)
        site.kit.pack(language)
