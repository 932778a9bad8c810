"""Recipes of the register of debit accounts."""

import secrets

from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.purchase import REASON
from journey.purse import Purse


def body(unit):
    number = str(10**9 + secrets.randbelow(10**9))
    return {"unitId": unit, "bankCode": "111", "accountNumber": number, "accountName": "Bendahara"}


def registered(kitchen):
    unit = Purse(kitchen.province).unit_id
    return kitchen.province.treasurer.post("/debit-accounts", body(unit)).expect(201).json["id"]


RECIPES["GET /debit-accounts"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)


@recipe("POST /debit-accounts")
def register(kitchen):
    return kitchen.province.treasurer, [], body(Purse(kitchen.province).unit_id)


RECIPES["GET /debit-accounts/{}"] = lambda kitchen: (kitchen.province.auditor, [registered(kitchen)], UNSENT)
RECIPES["POST /debit-accounts/{}/close"] = lambda kitchen: (
    kitchen.province.treasurer,
    [registered(kitchen)],
    REASON,
)
