"""What the recipes cook with: a province with a shop and a purse, and the table of recipes by operation."""

from journey.province import Province
from journey.purse import Purse
from journey.vendor import Shop


class Kitchen:
    """A province with a shop and a purse that all recipes use."""

    def __init__(self, service):
        self.service = service
        self.province = Province(service, max(entry["slug"] for entry in service.demo["tenants"]))
        self.shop = Shop(self.province)
        self.shop.item = self.shop.product(price=10_000)
        self.purse = Purse(self.province, ceiling=4_000_000_000)

    def deal(self, state="draft"):
        return self.purse.order(self.shop, [(self.shop.item["id"], 2)]).to(state)

    def expendable(self, role="goods_keeper"):
        """A session of its own, which may be ended."""
        who = self.province.named(role)
        return self.province.host.sign_in(who["email"], who["password"])


RECIPES = {}


def recipe(operation):
    def keep(function):
        RECIPES[operation] = function
        return function

    return keep
