"""The table of all addresses of the site, each part of it beside the functions that answer it."""

from pasut.show.web.loading import load_packs, load_small
from pasut.show.web.pages import (
    actor,
    actors,
    add,
    article,
    articles,
    atlas,
    between,
    calendar,
    cite,
    claim,
    contradictions,
    correct,
    disputes,
    dyad,
    event,
    exports,
    feeds,
    front,
    ledger,
    methodology,
    network,
    search,
    token,
)
from pasut.show.web.route import AnyRoute

ROUTES: tuple[AnyRoute, ...] = (
    *front.ROUTES,
    *feeds.ROUTES,
    *cite.ROUTES,
    *dyad.ROUTES,
    *event.ROUTES,
    *claim.ROUTES,
    *article.ROUTES,
    *articles.ROUTES,
    *ledger.ROUTES,
    *actors.ROUTES,
    *actor.ROUTES,
    *atlas.ROUTES,
    *search.ROUTES,
    *disputes.ROUTES,
    *contradictions.ROUTES,
    *calendar.ROUTES,
    *token.ROUTES,
    *network.ROUTES,
    *between.ROUTES,
    *add.ROUTES,
    *correct.ROUTES,
    *exports.ROUTES,
    *methodology.ROUTES,
)
"""More special addresses stand before more general ones."""

WARMERS = (load_small, front.warm, actors.warm, calendar.warm, dyad.warm, load_packs)
"""What is made before anybody asks: the front page's ranks, the list of actors, the pages of the pairs most told of."""
