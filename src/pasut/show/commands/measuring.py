"""Commands that set things side by side: `letters`."""

from pasut.asking import letters_between
from pasut.pipeline import Kit
from pasut.show.days import last_day
from pasut.show.letters import letters_view, years_view
from pasut.show.names import Names
from pasut.show.options import AsOf, Form, Language, OneActor, StorePath, labels, opened_store
from pasut.show.screen import Screen
from pasut.show.table import write_view


def letters(
    a: OneActor,
    b: OneActor,
    as_of: AsOf = None,
    store: StorePath = None,
    lang: Language = None,
    form: Form = "table",
) -> None:
    """Show letters side by side, year on year.

    Which were exchanged on which occasion, the words quoted, epithets, promises, and what changed since the one before.
    """
    words, kit, screen = labels(lang), Kit(), Screen()
    names = Names(kit)
    with opened_store(store) as opened:
        dyad = names.resolve(a), names.resolve(b)
        found = letters_between(opened, dyad, kit, as_of=last_day(as_of))
        version = ", ".join(f"{language} {each.version}" for language, each in sorted(kit.letters.items()))
        write_view(letters_view(found, dyad, names, words, version=version), form, screen)
        if form in ("table", "md") and found:
            screen.write("\n")
            write_view(years_view(found, dyad, words), form, screen)
