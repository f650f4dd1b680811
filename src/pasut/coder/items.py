"""From a sentence to items: the longest known names, titles, verbs, nouns, things and little words, left to right.

An item keeps every reading its words have; the later passes choose by neighbours.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from pasut.coder.blocked import is_compound, is_other
from pasut.coder.given import are_sides
from pasut.coder.item import PARTICLE, Item, begins_name
from pasut.coder.memory import Memory
from pasut.coder.named import home_of, matches
from pasut.coder.unlisted import QUOTES, guess_item, single
from pasut.packs.entry import Entry
from pasut.packs.pack import Pack
from pasut.text.times import TimeFind
from pasut.tokens import Token, spell_money
from pasut.world.load import Term, World

_OPENERS: Final = QUOTES | {":", "'"}
_GAP: Final = 3
"""Words: `tekanan yang semakin keras dari` has three before its preposition."""
_SOON: Final = 400
"""Days: how long before or after a term of office a bare surname may still mean its holder."""
_ADVERB: Final = frozenset(("done",))


class Scanner:
    """Cuts the sentences of one article into items; `memory` holds the names learnt so far and the states named,
    `day` picks the office that a person held."""

    def __init__(self, pack: Pack, world: World, memory: Memory, day: dt.date | None) -> None:
        self.pack, self.world, self.memory, self.day = pack, world, memory, day
        self._lexicon, self._syntax = pack.lexicon, pack.syntax
        self._holders: dict[tuple[str, ...], tuple[str, Term]] = {}
        """Who bears a name of several and the term then held: the day decides, and an article has one."""
        self._strangers: set[str] = set()
        """Capitalised words that turned out to be nobody's surname here."""
        self.loose = False
        """Whether capitals mean nothing: in a headline, or where all is capitals."""

    def scan(
        self, sentence: str, tokens: list[Token], offset: int, times: tuple[TimeFind, ...], *, headline: bool
    ) -> list[Item]:
        """The items of one sentence, whose first character stands at `offset` of the article."""
        self.loose = headline or sentence.isupper()
        tokens = spell_money(sentence, self._rejoined(tokens), self.pack.syntax.currencies)
        items: list[Item] = []
        times_at = {find.start: find for find in times}
        hyphened, couples = "-" in sentence, self._syntax.couples
        time_end, position, count = -1, 0, len(tokens)
        while position < count:
            token = tokens[position]
            if token.start < time_end:
                position += 1
                continue
            find = times_at.get(token.start) if times_at else None
            if find is not None and find.end > token.start:
                items.append(_time_item(sentence, find, offset))
                time_end = find.end
                position += 1
                continue
            first = position == 0 or tokens[position - 1].text in _OPENERS
            item, used = self._lookup(tokens, position, first, offset) if token.low in self._lexicon else (None, 1)
            may_pair = hyphened and (item is None or (item.code and used == 1))
            lead = _hyphen_at(tokens, position) if may_pair else -1
            if lead >= 0 and (lead or item is None):
                pair, taken = self._pair(tokens, position, lead, offset)
                if pair:
                    items.extend(pair)
                    position += taken
                    continue
            if item is None or item.code:
                item, used = self._leader(tokens, position, item, used, offset)
            item = item or guess_item(token, self.pack, first=first, loose=self.loose, offset=offset)
            items.extend(self._couple(item) if item.low in couples else (item,))
            position += used
        for at, item in enumerate(items):
            if item.text != item.low and item.text[0].isupper() and (not item.known or self._is_namesake(item)):
                self._name(item, items[at + 1] if at + 1 < len(items) else None)
        if not self._syntax.manner.isdisjoint([item.low for item in items]):
            items = _join_manner(items, self.pack)
        if hyphened:
            _part_namesakes(items)
        return items

    def _rejoined(self, tokens: list[Token]) -> list[Token]:
        """`di tahan pasukan X`: a passive prefix written apart, where the word after it is no noun or place."""
        if not (apart := self._syntax.apart):
            return tokens
        split = [at for at, token in enumerate(tokens[:-1]) if token.low in apart]
        for at in reversed(split):
            prefix, verb = tokens[at], tokens[at + 1]
            if self._is_passive(prefix.low, verb) and self._lookup(tokens, at, False, 0)[1] == 1:
                joined = Token(f"{prefix.text} {verb.text}", prefix.low + verb.low, prefix.start, verb.end)
                tokens = [*tokens[:at], joined, *tokens[at + 2 :]]
        return tokens

    def _is_passive(self, prefix: str, token: Token) -> bool:
        joined = single(prefix + token.low, self.pack)
        if not token.text.islower() or joined is None or not joined.verbs:
            return False
        alone = single(token.low, self.pack)
        return alone is None or not (alone.nouns or alone.classes or alone.title or alone.functions)

    def _pair(self, tokens: list[Token], position: int, lead: int, offset: int) -> tuple[list[Item], int]:
        """`AS-China`, `Amerika Serikat-Korea Utara`: states joined by a hyphen, no word repeated. `lead` words stand
        before the one with the hyphen."""
        token = tokens[position + lead]
        parts = token.text.split("-")
        out: list[Item] = []
        at, used = token.start, 1
        for number, part in enumerate(parts):
            piece = Token(part, part.lower(), at, at + len(part))
            last = number == len(parts) - 1
            rest = [piece, *tokens[position + lead + 1 : position + lead + 4]] if last else [piece]
            if not number:
                rest = [*tokens[position : position + lead], piece]
            item, taken = self._lookup(rest, 0, False, offset) if part else (None, 1)
            if item is None or not item.code or (not number and taken != lead + 1):
                return [], 1
            if out:
                out.append(_joint(at - 1 + offset))
            out.append(item)
            used = lead + taken
            at += len(part) + 1
        return (out, used) if len(out) > 2 and are_sides(out, lead) else ([], 1)

    def _leader(
        self, tokens: list[Token], position: int, item: Item | None, used: int, offset: int
    ) -> tuple[Item | None, int]:
        """`US-led`, `U.S.-led`: the state that leads, as if it were its adjective, and how many words it takes."""
        token, lead = tokens[position], item
        head, dash, tail = token.text.rpartition("-")
        taken = used
        if item is None and dash and head and tail in self._syntax.led_by:
            piece = Token(head, head.lower(), token.start, token.start + len(head))
            lead, taken = self._lookup([piece], 0, False, offset)
        elif item is not None and self._is_led(tokens[position + used : position + used + 2]):
            taken += 2
        elif item is not None and item.code and is_compound(tokens[position + used - 1 : position + used + 2]):
            last = tokens[position + used + 1]  # `a U.S.-brokered deal` is as little that state's as a US-brokered one
            text = f"{item.text.replace(' ', '')}-{last.text}"
            whole = Token(text, text.lower(), token.start, last.end)
            return guess_item(whole, self.pack, first=False, loose=self.loose, offset=offset), used + 2
        if lead is None or not lead.code or lead.via == "person" or (lead is item and taken == used):
            return item, used
        lead.via, lead.end = "adjective", tokens[position + taken - 1].end + offset
        return lead, taken

    def _is_led(self, after: Sequence[Token]) -> bool:
        return len(after) > 1 and after[0].text == "-" and after[1].text in self._syntax.led_by

    def _couple(self, item: Item) -> list[Item]:
        """`the two Koreas`: each of the states, joined as in `Seoul-Pyongyang`."""
        out: list[Item] = []
        for code in self._syntax.couples[item.low]:
            if out:
                out.append(_joint(item.start))
            state = Item(item.text, item.low, item.start, item.end)
            state.code, state.via, state.known = code, "name", True
            out.append(state)
        return out

    def _is_namesake(self, item: Item) -> bool:
        """`Rice held talks`, where the article names Condoleezza Rice: a person, though the word also means a thing."""
        thing = item.classes or item.nouns or item.verbs
        return bool(thing) and not (item.code or item.title or item.functions) and item.text in self.memory.names

    def _name(self, item: Item, after: Item | None) -> None:
        if after is not None and self._goes_on(item, after):
            return
        found = self.memory.names.get(item.text) or self._short(item.text)
        if found:
            item.code, item.person_id = found
            item.via, item.known = "person", True
            item.classes, item.nouns, item.verbs = frozenset(), (), ()

    def _goes_on(self, item: Item, after: Item) -> bool:
        """`Li Hongzhong` is not the Li whom we know; in a headline any word has a capital."""
        beside = after.start == item.end + 1 and after.text[0].isupper() and not after.known
        return beside and not self.loose and after.text not in self.memory.names

    def _short(self, text: str) -> tuple[str, str] | None:
        """A surname with no full name before it: a person of a state that the article names often, in office then."""
        if text in self._strangers:
            return None
        best: tuple[float, str, str] | None = None
        for name in self.pack.shorts.get(text, ()):
            person = self.world.persons[name]
            code = person.state_on(self.day)
            count = self.memory.states.get(code.split(":")[0], 0)
            off = person.days_off(self.day)
            if count < 2 or off > _SOON:
                continue
            score = count - off / 100
            if best is None or score > best[0]:
                best = (score, code, name)
        if best is None:
            self._strangers.add(text)
            return None
        self.memory.names[text] = (best[1], best[2])
        return best[1], best[2]

    def _lookup(self, tokens: list[Token], position: int, first: bool, offset: int) -> tuple[Item | None, int]:
        """The longest entry that fits at `position`, and how many tokens it takes."""
        if (lexeme := self._lexicon.get(tokens[position].low)) is None:
            return None, 1
        if lexeme.longer and position + 1 < len(tokens):
            second = tokens[position + 1].low
            found = lexeme.longer.get(second)
            if found is None and second.endswith("nya"):
                found = lexeme.longer.get(second[:-3])
            for entry in found or ():
                fits = len(entry.words) == 2 or matches(entry.words, tokens, position)
                gap = 0 if fits or not entry.opens else self._gap(entry.words, tokens, position)
                if (fits and not is_other(entry, tokens, position, self._lexicon)) or gap:
                    item = self._make(entry, tokens, position, first, offset, gap)
                    if item is not None:
                        return item, len(entry.words) - entry.tail + gap
        if lexeme.single is None:
            return None, 1
        if tokens[position].text[0].islower() and not begins_name(tokens[position].text):
            return _small_word(lexeme.single, tokens[position], offset), 1
        return self._make(lexeme.single, tokens, position, first, offset), 1

    def _gap(self, words: tuple[str, ...], tokens: list[Token], position: int) -> int:
        """How many modifiers stand before the last word of a phrase, whose first two fit; 0 where it does not fit."""
        last = position + len(words) - 1
        if last + 1 >= len(tokens) or not matches(words[:-1], tokens, position):
            return 0
        at = last
        while at < len(tokens) - 1 and at < last + _GAP and tokens[at].low in self._syntax.modifiers:
            at += 1
        return at - last if tokens[at].low == words[-1] else 0

    def _make(
        self, entry: Entry, tokens: list[Token], position: int, first: bool, offset: int, gap: int = 0
    ) -> Item | None:
        """The item that an entry makes here; `gap` of its words are modifiers that the entry does not have."""
        token, size = tokens[position], len(entry.words) - entry.tail + gap
        capital = token.text[0].isupper() or not token.text[0].isalpha() or begins_name(token.text)
        if size == 1:
            item = Item(token.text, token.low, token.start + offset, token.end + offset)
        else:
            last = tokens[position + size - 1]
            text = " ".join([each.text for each in tokens[position : position + size]])
            item = Item(text, text.lower(), token.start + offset, last.end + offset)
            item.nya = last.low.endswith("nya") and not entry.words[-1].endswith("nya")
            if not capital and not self.loose and (entry.verbs or entry.nouns):
                for index in range(position + 1, position + size):
                    if tokens[index].text[0].isupper():
                        return None
        if capital:
            self._read_names(item, entry)
            if item.known and not (entry.functions and first and entry.code == ""):
                item.title, item.office = entry.title, item.office or entry.office
                return item
        _read_words(item, entry, plain=not capital or first or self.loose, capital=capital)
        if size > 1 and self._syntax.clauses == "auxiliaries" and item.verbs:
            item.parts = tuple(self._one_by_one(tokens[position : position + size], first, offset))
        return item if item.known else None

    def _one_by_one(self, tokens: list[Token], first: bool, offset: int) -> list[Item]:
        """The words of a phrase, each looked up alone."""
        out: list[Item] = []
        for number, token in enumerate(tokens):
            at_start = first and not number
            lexeme = self.pack.lexicon.get(token.low)
            single = lexeme.single if lexeme is not None else None
            found = self._make(single, tokens, number, at_start, offset) if single is not None else None
            out.append(found or guess_item(token, self.pack, first=at_start, loose=self.loose, offset=offset))
        return out

    def _read_names(self, item: Item, entry: Entry) -> None:
        if entry.blocked:
            item.blocked, item.known = entry.blocked, True
        elif entry.code and not (entry.caps and not item.text.isupper()) and self._is_meant(entry):
            code = home_of(entry.code, self.memory.states, self.world)
            item.code, item.via, item.known = code, entry.alias_kind, True
        elif entry.persons:
            holder, term = self._holder(entry.persons)
            item.code, item.person_id, item.office = term.state, holder, term.office
            item.via, item.known = "person", True
            if len(entry.words) > 1:  # told in full, he is meant by his short name from here on
                for short in self.world.persons[holder].short:
                    if not self._is_nearer(self.memory.names.get(short, ("", ""))[1], holder):
                        self.memory.names[short] = (term.state, holder)
        if entry.media:
            item.media, item.known = entry.media, True

    def _is_meant(self, entry: Entry) -> bool:
        """`the North` is a state only where the article names that state outright."""
        return entry.alias_kind != "context" or bool(self.memory.states.get(entry.code.split(":")[0]))

    def expect(self, persons: Iterable[tuple[str, ...]]) -> None:
        """Persons named in full somewhere in the article are meant by their short names everywhere in it."""
        holders = [self._holder(names) for names in sorted(persons)]
        for holder, term in sorted(holders, key=lambda each: self.world.persons[each[0]].days_off(self.day)):
            for short in self.world.persons[holder].short:
                self.memory.names.setdefault(short, (term.state, holder))

    def _is_nearer(self, one: str, other: str) -> bool:
        """Whether one person was in office nearer to the day than another: `Kim` stays Kim Jong Un, whose grandfather
        is told of in passing."""
        persons = self.world.persons
        return one in persons and persons[one].days_off(self.day) < persons[other].days_off(self.day)

    def _holder(self, names: tuple[str, ...]) -> tuple[str, Term]:
        """Which of the persons who bear a name was in office nearest to the day, and the term held then."""
        found = self._holders.get(names)
        if found is None:
            persons = [self.world.persons[name] for name in names]
            holder = min(persons, key=lambda person: person.days_off(self.day)) if len(persons) > 1 else persons[0]
            found = self._holders[names] = holder.id, holder.term_on(self.day)
        return found


def _joint(at: int) -> Item:
    """The hyphen at `at` that joins two states."""
    joint = Item("-", "-", at, at + 1)
    joint.known, joint.functions = True, frozenset(("coordinator", "pair"))
    return joint


def _small_word(entry: Entry, token: Token, offset: int) -> Item | None:
    """A single word in small letters, most words of a text: all its readings but names, and none of `blocked`."""
    verbs, nouns, classes, functions = entry.verbs, entry.nouns, entry.classes, entry.functions
    if not (functions or verbs or nouns or classes or entry.title):
        return None
    item = Item(token.text, token.low, token.start + offset, token.end + offset)
    item.title, item.office, item.known = entry.title, entry.office, True
    item.verbs, item.nouns, item.classes, item.functions = verbs, nouns, classes, functions
    return item


def _read_words(item: Item, entry: Entry, *, plain: bool, capital: bool) -> None:
    if entry.title:
        item.title, item.office, item.known = entry.title, entry.office, True
    if entry.functions and (plain or "second_person" in entry.functions):  # `Anda` is always written so
        item.functions, item.known = entry.functions, True
    if entry.blocked and (capital or len(entry.words) > 1):
        item.blocked, item.known = entry.blocked, True
    if entry.nouns:
        item.nouns, item.known = entry.nouns, True
    if plain and entry.verbs:
        item.verbs, item.known = entry.verbs, True
    if entry.classes:
        item.classes, item.known = entry.classes, True


def _part_namesakes(items: list[Item]) -> None:
    """`Omar al-Bashir` is not the Omar whom we know."""
    for item, after in pairwise(items):
        if item.via == "person" and " " not in item.text and after.is_name and PARTICLE.match(after.text):
            item.code = item.person_id = item.via = ""


def _join_manner(items: list[Item], pack: Pack) -> list[Item]:
    """`secara radikal`, `secara tidak langsung` made one adverb."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        at += 1
        if item.low in pack.syntax.manner and at < len(items):
            end = at + 1 + ("negator" in items[at].functions and at + 1 < len(items))
            words = items[at:end]
            if all(word.text[0].islower() and word.time is None for word in words):
                item = _adverb([item, *words])
                at = end
        out.append(item)
    return out


def _adverb(items: list[Item]) -> Item:
    text = " ".join(item.text for item in items)
    joined = Item(text, text.lower(), items[0].start, items[-1].end)
    joined.functions, joined.known = _ADVERB, True
    return joined


def _time_item(sentence: str, find: TimeFind, offset: int) -> Item:
    text = sentence[find.start : find.end]
    item = Item(text, text.lower(), find.start + offset, find.end + offset)
    item.time, item.known = find, True
    return item


def _hyphen_at(tokens: list[Token], position: int) -> int:
    """How many words before the next hyphened one, at most two; -1 when none is near."""
    if not tokens[position].text[0].isupper():
        return -1
    for lead, token in enumerate(tokens[position : position + 3]):
        if "-" in token.text:
            return lead
    return -1
