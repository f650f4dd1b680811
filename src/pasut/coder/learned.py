"""Names of persons learnt from `TITLE STATE NAME`, by which a surname alone is known later in the article."""

from pasut.coder.clauses import Links
from pasut.coder.item import Item
from pasut.coder.memory import Memory
from pasut.coder.phrases import Phrase
from pasut.coder.refs import Ref
from pasut.packs.words import Syntax


def learn_names(links: Links, memory: Memory, syntax: Syntax) -> None:
    """Learn names from `TITLE STATE NAME`, so that the surname alone is known later."""
    for _, chunk in links.phrases:
        if chunk.kind == "person" and chunk.refs and not chunk.expert:
            at_end = [_names_at_end(chunk)] if syntax.clauses == "auxiliaries" else _names_after_states(chunk)
            for names in filter(None, at_end):
                _learn(names, _whose(names, chunk), memory)
        elif chunk.expert and chunk.expert != "unnamed":
            memory.experts[chunk.expert] = chunk.expert


def _learn(names: list[Item], ref: Ref, memory: Memory) -> None:
    for name in (names[-1], names[0]):
        for form in (name.text, name.text.partition("-")[2] if name.text[0].islower() else name.text):
            memory.names.setdefault(form, (ref.code, ref.person))
    if not ref.person:
        ref.person = " ".join(name.text for name in names)


def _whose(names: list[Item], phrase: Phrase) -> Ref:
    """`presiden X dan presiden Y NAMA` are one phrase: of whom it names, the last before the name."""
    before = [ref for ref in phrase.refs if 0 <= ref.start < names[0].start]
    return before[-1] if before else phrase.refs[0]


def _names_after_states(phrase: Phrase) -> list[list[Item]]:
    """The unknown names that stand right after each state in `TITLE STATE NAME`."""
    found: list[list[Item]] = []
    last: Item | None = None
    for item in phrase.items:
        if item.code and item.via != "person":
            found.append([])
            last = item
        elif last is not None and item.is_name and len(item.text) > 2 and item.start - last.end <= 2:
            found[-1].append(item)
            last = item
        elif found and found[-1]:
            last = None
    return found


def _names_at_end(phrase: Phrase) -> list[Item]:
    """The unknown names that end a phrase: `Sudanese President Omar al-Beshir`."""
    names: list[Item] = []
    for item in reversed(phrase.items):
        if not (item.is_name and len(item.text) > 2):
            break
        names.insert(0, item)
    return names if len(names) < len(phrase.items) else []
