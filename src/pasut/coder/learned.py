"""Names of persons learnt from `TITLE STATE NAME`, by which a surname alone is known later in the article."""

from pasut.coder.clauses import Links
from pasut.coder.item import Item
from pasut.coder.memory import Memory
from pasut.coder.phrases import Phrase
from pasut.packs.words import Syntax


def learn_names(links: Links, memory: Memory, syntax: Syntax) -> None:
    """Learn names from `TITLE STATE NAME`, so that the surname alone is known later."""
    for _, chunk in links.phrases:
        names = _names_at_end(chunk) if syntax.clauses == "auxiliaries" else _names_after_state(chunk)
        if chunk.kind == "person" and chunk.refs and names and not chunk.expert:
            ref = chunk.refs[0]
            for name in (names[-1], names[0]):
                for form in (name.text, name.text.partition("-")[2] if name.text[0].islower() else name.text):
                    memory.names.setdefault(form, (ref.code, ref.person))
            full = " ".join(name.text for name in names)
            if not ref.person:
                ref.person = full
        elif chunk.expert and chunk.expert != "unnamed":
            memory.experts[chunk.expert] = chunk.expert


def _names_after_state(phrase: Phrase) -> list[Item]:
    """The unknown names that stand right after the state in `TITLE STATE NAME`."""
    names: list[Item] = []
    last: Item | None = None
    for item in phrase.items:
        if item.code and item.via != "person":
            names, last = [], item
        elif last is not None and item.is_name and len(item.text) > 2 and item.start - last.end <= 2:
            names.append(item)
            last = item
        elif names:
            break
    return names


def _names_at_end(phrase: Phrase) -> list[Item]:
    """The unknown names that end a phrase: `Sudanese President Omar al-Beshir`."""
    names: list[Item] = []
    for item in reversed(phrase.items):
        if not (item.is_name and len(item.text) > 2):
            break
        names.insert(0, item)
    return names if len(names) < len(phrase.items) else []
