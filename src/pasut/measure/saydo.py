"""What states say against what they do: the curve of words less the curve of deeds, for each direction."""

import numpy as np

from pasut.measure.arrays import Floats
from pasut.measure.curve import Curve, draw_curve
from pasut.measure.index import RelationIndex
from pasut.measure.observations import observe
from pasut.measure.parameters import Z90
from pasut.records import ActorCode, Record


class SayDo(Record, frozen=True):
    """Words and deeds of one actor towards another, day by day."""

    source: ActorCode
    target: ActorCode
    verbal: Curve
    material: Curve

    @property
    def gap(self) -> Floats:
        """Points by which words are warmer than deeds."""
        return self.verbal.mean - self.material.mean

    @property
    def error(self) -> Floats:
        """Half width of the 90 % band of the gap; words and deeds are taken as measured apart."""
        return Z90 * np.sqrt(self.verbal.variance + self.material.variance)


def compare_words_and_deeds(relation: RelationIndex) -> tuple[SayDo, SayDo]:
    """Both directions of a relation, `a` to `b` first; undisputed acts only."""
    acts = relation.evidence.acts
    first, last = relation.curve.first, relation.curve.last

    def say_do(source: ActorCode, target: ActorCode) -> SayDo:
        chosen = acts.undisputed & (acts.forward if source == relation.a else acts.backward)
        verbal, material = (
            draw_curve(
                observe(acts, chosen & (acts.material == deeds), relation.parameters),
                first,
                last,
                relation.parameters,
            )
            for deeds in (False, True)
        )
        return SayDo(source=source, target=target, verbal=verbal, material=material)

    return say_do(relation.a, relation.b), say_do(relation.b, relation.a)
