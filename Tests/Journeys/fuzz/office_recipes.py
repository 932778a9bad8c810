"""Recipes of offices."""

from kitchen import RECIPES, recipe

from journey.appointment import appoint, office, official
from journey.client import UNSENT
from journey.purchase import REASON

RECIPES["GET /offices"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)


def held(kitchen):
    person = official(kitchen.province, ["goods_keeper"], kitchen.purse.unit_id)
    return appoint(kitchen.province, person, kitchen.purse.unit_id, kitchen.province.officer, kind="delegate")


@recipe("POST /offices")
def appointment(kitchen):
    person = official(kitchen.province, ["goods_keeper"], kitchen.purse.unit_id)
    body = office(kitchen.province, person, kitchen.purse.unit_id, kitchen.province.officer, kind="delegate")
    return kitchen.province.administrator, [], body


RECIPES["GET /offices/{}"] = lambda kitchen: (kitchen.province.auditor, [held(kitchen)["id"]], UNSENT)
RECIPES["POST /offices/{}/end"] = lambda kitchen: (
    kitchen.province.administrator,
    [held(kitchen)["id"]],
    REASON,
)
