"""Recipes of accesses of central administrators, on both kinds of host."""

from urllib.parse import urlsplit

from central_recipes import CENTRAL
from kitchen import RECIPES

from journey.client import UNSENT
from journey.purchase import REASON


BODY = {**REASON, "minutes": 5}


def opened(kitchen):
    """A new access: the slug, and what its opener is answered."""
    slug = kitchen.province.slug
    made = kitchen.service.administrator().post(f"/tenants/{slug}/break-glass", BODY).expect(201).json
    return slug, made


def end_from_the_centre(kitchen):
    slug, made = opened(kitchen)
    return kitchen.service.administrator(), [slug, made["id"]], REASON


def key(kitchen):
    _, made = opened(kitchen)
    return None, [urlsplit(made["url"]).path.rsplit("/", 1)[1]], {}


def by_the_centre(body):
    return lambda kitchen: (kitchen.service.administrator(), [kitchen.province.slug], body)


CENTRAL["POST /tenants/{}/break-glass"] = by_the_centre(BODY)
CENTRAL["GET /tenants/{}/break-glass"] = by_the_centre(UNSENT)
CENTRAL["POST /tenants/{}/break-glass/{}/end"] = end_from_the_centre
RECIPES["GET /break-glass"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
RECIPES["GET /break-glass/{}"] = lambda kitchen: (kitchen.province.auditor, [opened(kitchen)[1]["id"]], UNSENT)
RECIPES["POST /break-glass/{}/end"] = lambda kitchen: (
    kitchen.province.administrator,
    [opened(kitchen)[1]["id"]],
    REASON,
)
RECIPES["POST /break-glass/keys/{}"] = key
