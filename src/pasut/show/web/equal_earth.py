"""The Equal Earth projection: areas on the map are as those on the globe.

Šavrič, Patterson and Jenny (2018), The Equal Earth map projection, International Journal of Geographical Information
Science 33(3): the polynomial and its four constants are theirs.
"""

import math

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF = math.sqrt(3) / 2
WIDEST = 2.7066299836960748
"""x of the easternmost point, at the equator."""


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to (x, y) on a globe of radius 1, y to the north.

    >>> x, y = project(180, 0)
    >>> round(x, 4), y
    (2.7066, 0.0)
    """
    angle = math.asin(HALF * math.sin(math.radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)
    x = math.radians(longitude) * math.cos(angle) / (HALF * slope)
    return x, angle * (A1 + A2 * square + sixth * (A3 + A4 * square))
