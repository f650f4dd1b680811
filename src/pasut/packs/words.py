"""The shape of words.toml: closed classes, and the single words that the rules of the engine turn on."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from pasut.packs.frame import Role
from pasut.records import Record


class Syntax(Record, frozen=True, forbid_unknown_fields=True):
    """The table [syntax] of words.toml: the single words that the engine's rules turn on."""

    by: str
    of: tuple[str, ...]
    as_: str = msgspec.field(name="as")
    together: tuple[str, ...]
    linking: tuple[str, ...]
    including: tuple[str, ...]
    involving: tuple[str, ...]
    protesting: tuple[str, ...]
    long_ago: tuple[str, ...]
    whether: tuple[str, ...]
    evidence: tuple[str, ...]
    between: str
    tied: tuple[str, ...]
    """Between the ties of one and the other they are with: `China's relations with Japan`."""
    places: tuple[str, ...]
    place_after: tuple[str, ...]
    antecedent_places: tuple[str, ...]
    lending: frozenset[str]
    lending_any: frozenset[str]
    by_way: frozenset[str]
    receiving: frozenset[str]
    idle: frozenset[str]
    reaching: frozenset[str]
    about: frozenset[str]
    naming: frozenset[str]
    after_quote: frozenset[str]
    causative: frozenset[str]
    factual_causative: tuple[str, ...]
    inclusive_we: frozenset[str]
    inside: frozenset[str]
    against: frozenset[str]
    voice_prefixes: dict[str, str]
    war: tuple[str, ...]
    verb_prepositions: dict[str, Role]
    noun_prepositions: dict[str, Role]
    origin: tuple[str, ...] = ()
    """Words between people and the state they are of: awak kapal asal Filipina."""
    clauses: Literal["affixes", "auxiliaries"] = "affixes"
    """What tells voice and tense: the verb's affixes, or the auxiliaries before it; the latter goes with noun phrases
    whose head is their last word."""
    enclitics: tuple[str, ...] = ()
    """Endings that are words of their own: `'s`."""
    placing: tuple[str, ...] = ()
    """Verbs that say what an act came before, after or with: `followed the release of`, `bertepatan dengan`."""
    earlier: tuple[str, ...] = ()
    """Words of a clause about acts of no certain day before the news: `sebelumnya`, `telah lama`, `beberapa kali`."""
    unprecedented: tuple[str, ...] = ()
    """Words that hold some of those, and say that there was none before: `belum pernah terjadi sebelumnya`."""
    ranks: frozenset[str] = frozenset()
    """Words of what is the first or worst since a time, which is not when it was: `pertama`, `worst`."""
    ongoing: tuple[str, ...] = ()
    """Words of a clause about what goes on: `terus`, `masih`."""
    also: tuple[str, ...] = ()
    """Words by which a clause goes on with what was told just before: `juga`."""
    led: frozenset[str] = frozenset()
    """Passive verbs whose agent leads the people before them: `dipimpin`, `led`."""
    either: frozenset[str] = frozenset()
    """Words that join two verbs of which neither is said to be so: `mengonfirmasi maupun membantah`."""
    given: frozenset[str] = frozenset()
    """Names of states and cities that are also given names of persons: `Chad`."""
    no_surname: frozenset[str] = frozenset()
    """Words that follow the name of a state or city and are no surname: `Israel Utara`, `Israel Aerospace`."""
    issuing: frozenset[str] = frozenset()
    """Verbs of making a text one's own: `mengesahkan`, `merilis`."""
    issued: frozenset[str] = frozenset()
    """Texts that say what their issuer says: `resolusi`, `pernyataan`."""
    using: frozenset[str] = frozenset()
    """Prepositions that are verbs right after who does it: `X menggunakan drone untuk menyerang Y`."""
    amid: frozenset[str] = frozenset()
    """Prepositions of what only goes on meanwhile, whatever their first word means elsewhere: `di tengah`."""
    menacing: frozenset[str] = frozenset()
    """Roots of what befalls somebody: who says that another will suffer it threatens him."""
    ordering: frozenset[str] = frozenset()
    """Verbs of giving orders: what one orders one's own forces to do is one's own act."""
    answering: frozenset[str] = frozenset()
    """Verbs of answering that threaten where they hang on a condition: `would respond if X attacked`."""
    blaming: frozenset[str] = frozenset()
    """Verbs of which nobody may be the subject: who says so of another blames him (`melanggar`)."""
    watching: frozenset[str] = frozenset()
    """Verbs of what forces are sent for over against others: `memantau`."""
    in_return: frozenset[str] = frozenset()
    """Words that tell what is given as done in return: `sebagai imbalan`."""
    heading: frozenset[str] = frozenset()
    """Prepositions by which a headline without a verb tells where somebody goes: `Xi ke Vietnam`."""
    parts: frozenset[str] = frozenset()
    so: frozenset[str] = frozenset()
    """What one denies of what another says: `it is not true that ...`."""
    none_of: frozenset[str] = frozenset()
    """Words that deny the noun they stand before: `no evidence that ...`."""
    untrue: frozenset[str] = frozenset()
    """What one calls an accusation to deny it: `called the claim baseless`."""
    """Words for having a part in what is done: `keterlibatan X dalam serangan terhadap Y`."""
    failing: frozenset[str] = frozenset()
    """Verbs of what all must do: who says that another does not blames him (`tidak menghormati ...`)."""
    continuing: frozenset[str] = frozenset()
    """Verbs that say no more than that what the next one tells is still done: `continue`."""
    wishing: frozenset[str] = frozenset()
    """Roots of verbs of a standing wish, which no day of the news dates: `ingin`."""
    modifiers: frozenset[str] = frozenset()
    """Words that may stand inside a fixed phrase, before the preposition that ends it: `keras`, `semakin`."""
    backed: frozenset[str] = frozenset()
    """Nouns between a body and another state that only stands behind it: `pemerintah dukungan X`."""
    owned_by: frozenset[str] = frozenset()
    """Words between a thing and its owner: `pangkalan milik Rusia`."""
    bare_agent: bool = False
    """Whether the agent of a passive may stand right after it without a preposition."""
    loose_that: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    provoking: frozenset[str] = frozenset()
    entitled: frozenset[str] = frozenset()
    having: frozenset[str] = frozenset()
    rights: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    namely: frozenset[str] = frozenset()
    consisting: frozenset[str] = frozenset()
    for_example: frozenset[str] = frozenset()
    last_said: bool = False
    """Whether the speaker may stand after what he says: `..., Lavrov said`; `..., said Lavrov`."""
    ditransitive: frozenset[str] = frozenset()
    """Roots that take a receiver and a thing, both bare: `gave Kyiv tanks`."""
    bare_naming: frozenset[str] = frozenset()
    """Roots of `naming` that need no `as`: `called X a threat`."""
    warning: frozenset[str] = frozenset()
    """Roots of verbs of warning: `warned X it would pay`."""
    giving: frozenset[str] = frozenset()
    """Verbs of giving in all forms: `gave X two days to leave`."""
    whats: frozenset[str] = frozenset()
    """Words that open a hedge: `what it called`."""
    hedging: frozenset[str] = frozenset()
    """Verbs of such a hedge."""
    object_of: str = ""
    """The preposition of what an event noun is done to, beside an owner who does it: `X's abduction of Y`."""
    adjective_endings: tuple[str, ...] = ()
    """How an unknown word ends that is no verb after `to`."""
    couples: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Names of several states at once, lower case: `the two koreas`."""
    under: frozenset[str] = frozenset()
    """Prepositions before a demand that the subject is told of: `under pressure`."""
    documents: frozenset[str] = frozenset()
    """What is written or said in somebody's name, and does what he does: `a statement condemning ...`."""
    rulers: frozenset[str] = frozenset()
    """Who rules where they are: `the governments in Kabul and Baghdad`."""
    occurring: frozenset[str] = frozenset()
    """Verbs that say of an event only that it took place, began or ended: `began`, `took place`."""
    domestic: frozenset[str] = frozenset()
    """Nouns of what rulers do at home, to their own people: `the crackdown in Minsk`."""
    soldiers: frozenset[str] = frozenset()
    """Words for forces that do not visit: where they arrive they are deployed."""
    any_at_all: frozenset[str] = frozenset()
    """Words before an act that need not have been: `any contact`."""
    courts: frozenset[str] = frozenset()
    """Codes of bodies before which one state takes another."""
    summing: frozenset[str] = frozenset()
    """Nouns that sum up the clause before them: `, a move condemned by X`."""
    saying: frozenset[str] = frozenset()
    """Verbs of saying that take a clause without `that`, and no actor as object: `said`."""
    fired: frozenset[str] = frozenset()
    """Participles of what comes from where it is sent: `a rocket fired from X`."""
    letting: frozenset[str] = frozenset()
    """Verbs after whose object a bare form stands: `let X use its bases`."""
    apposing: frozenset[str] = frozenset()
    """Nouns that stand right before the name of what they are: `the group Hamas`."""
    gapping: frozenset[str] = frozenset()
    """Words, or none, that open a clause of which the thing before is the object: `the arms (that) Iran supplied`."""
    firsts: frozenset[str] = frozenset()
    """Words of who did first what the infinitive tells: `the first country to recognise X`."""
    paying_back: frozenset[str] = frozenset()
    """Words that make an act the answer to who did the last harm: `membalas`, `sebagai balasan`."""
    relational: frozenset[str] = frozenset()
    """Nouns of what two have with each other: `its dispute with`, `the border with`."""
    currencies: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Signs of money with their words (`$`: dollars), and the words of size that may stand between, with none."""
    aiming: frozenset[str] = frozenset()
    """Prepositions of what is shot at, not given to: `toward`."""
    calming: tuple[str, ...] = ()
    """Words of verb entries that ask those who fight to stop: `call for a ceasefire`."""
    acting_for: frozenset[str] = frozenset()
    """Nouns of persons with the preposition of whom they act for: `spokesman for`."""
    serving: tuple[str, ...] = ()
    """Prepositions of what an event noun is good for, beside `object_of`."""
    despite: frozenset[str] = frozenset()
    """Prepositions of what somebody is not moved by; what follows is told of that, and of no verb."""
    predicating: frozenset[str] = frozenset()
    """Verbs that say what something is: `represents a threat`."""
    charging: frozenset[str] = frozenset()
    """Prepositions of what somebody is accused of, told by a noun: `of attacks`."""
    led_by: tuple[str, ...] = ()
    """What follows the name of a state by a hyphen where that state leads: `US-led`."""
    the_other: frozenset[str] = frozenset()
    """What each of two does something to, and so both to each other: `each side blamed the other`."""
    sea: frozenset[str] = frozenset()
    """Nouns of open water, where a shot hits nobody: `into waters off X`."""
    ranked: frozenset[str] = frozenset()
    """Words of whom an infinitive tells: `the first leader to visit`."""
    excluding: frozenset[str] = frozenset()
    """Roots of leaving out of account; where they are negated, what they govern is possible."""
    object_cause: frozenset[str] = frozenset()
    """Words of cause after which an act is that of whom one reproaches or thanks: `mengecam X karena membela Y`."""
    when: frozenset[str] = frozenset()
    """Words that open a clause of the same time: `when`."""
    own: frozenset[str] = frozenset()
    """What is somebody's at home: `partainya`."""
    restricting: frozenset[str] = frozenset()
    """Prepositions between a restriction and what it holds back: `a ban on imports`."""
    fearing: frozenset[str] = frozenset()
    """Roots of verbs, and words before a clause, of what is feared and may come: `feared that`, `dikhawatirkan`."""
    announcing: frozenset[str] = frozenset()
    """Roots of verbs that make a visit or talks known before they are: `announced a visit`."""
    meanwhile: frozenset[str] = frozenset()
    """Prepositions before a meeting that is as planned as what is to be done at it: `will discuss it in talks`."""
    definite: frozenset[str] = frozenset()
    """Articles of what was told of before: `the`."""
    object_gerund: tuple[str, ...] = ()
    """Prepositions after which an act is that of the object: `praised X for sending`."""


class Words(Record, frozen=True, forbid_unknown_fields=True):
    """words.toml: closed classes, and the lists that keep the guess for unknown verbs honest."""

    classes: dict[str, tuple[str, ...]]
    not_verbs: dict[str, tuple[str, ...]]
    adverbs: dict[str, tuple[str, ...]]
    syntax: Syntax
