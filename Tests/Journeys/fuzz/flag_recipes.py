"""Recipes of red flags."""

from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.purchase import REASON
from journey.vendor import Shop


def raised(kitchen):
    """A flag on a product that was listed a moment ago."""
    if not hasattr(kitchen, "stall"):
        kitchen.stall = Shop(kitchen.province)
    item = kitchen.stall.product(price=10_000)
    order = kitchen.purse.order(kitchen.stall, [(item["id"], 1)], submit=True)
    return kitchen.province.auditor.get("/flags", orderId=order.id).expect(200).json["items"][0]


RECIPES["GET /flags"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
RECIPES["GET /flags/{}"] = lambda kitchen: (kitchen.province.auditor, [raised(kitchen)["id"]], UNSENT)


@recipe("POST /flags/{}/ask")
def ask(kitchen):
    return kitchen.province.auditor, [raised(kitchen)["id"]], {"question": "Mengapa?"}


@recipe("POST /flags/{}/explain")
def explain(kitchen):
    body = {"text": "Sudah dibandingkan.", "reasonCode": "price_checked"}
    return kitchen.purse.officer, [raised(kitchen)["id"]], body


for word in ("accept", "escalate"):
    RECIPES[f"POST /flags/{{}}/{word}"] = lambda kitchen: (
        kitchen.province.auditor,
        [raised(kitchen)["id"]],
        REASON,
    )
