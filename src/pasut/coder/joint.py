"""Acts that their parties do together, and meetings of one with several."""

from pasut.coder.act import Act
from pasut.coder.refs import Ref, unique


def calls_on(act: Act, sources: list[Ref], targets: list[Ref], partners: list[Ref]) -> bool:
    """`A bertemu B dan C`: A met both, whether B met C is not told; True where the sides are set so."""
    own = {ref.code for ref in sources}
    met = [ref for ref in unique([*targets, *partners]) if ref.code not in own]
    if act.type != "CONSULT" or act.from_noun or len(own) != 1 or len(met) < 2:
        return False
    act.sources, act.targets = sources, met
    return True


def together(act: Act, sources: list[Ref], targets: list[Ref], partners: list[Ref]) -> bool:
    """Set both sides of an act done together; False when there are not two."""
    every = unique([*sources, *targets, *partners])
    if len(every) < 2:
        return False
    act.mutual = True
    act.sources = act.targets = every
    return True
