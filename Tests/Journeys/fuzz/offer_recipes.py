"""Recipes of requests for offers and of offers.

No test waits a working day for a deadline, so an opening is written here as the operator writes it.
"""

import json

from kitchen import RECIPES, recipe
from order_recipes import prepared_need

from journey.client import UNSENT
from journey.purchase import REASON


def given_need(kitchen):
    need = prepared_need(kitchen)
    given = {"officerId": kitchen.province.buyer.id}
    return kitchen.purse.officer.post(f"/needs/{need['id']}/dispatch", given).expect(200).json


def open_need(kitchen):
    need = given_need(kitchen)
    return kitchen.province.buyer.post(f"/needs/{need['id']}/publish-rfo", {}).expect(200).json


def offer_body(kitchen):
    return {
        "unitPrice": 9_000,
        "priceIncludesVat": False,
        "deliveryDays": 2,
        "productId": kitchen.shop.item["id"],
    }


def new_offer(kitchen):
    need = open_need(kitchen)
    return kitchen.shop.owner.post(f"/needs/{need['id']}/offers", offer_body(kitchen)).expect(201).json


def opened_offer(kitchen):
    offer = new_offer(kitchen)
    content = {
        "request": offer["requestId"],
        "offer": offer["id"],
        "vendor": offer["vendorId"],
        **offer_body(kitchen),
    }
    schema = f"tenant_{kitchen.province.slug}"
    kitchen.service.sql(
        f"SET search_path = {schema}, reference; "
        "INSERT INTO offer_opening (offer_id, opened_at, content, audit_id) "
        f"SELECT id, submitted_at, convert_to('{json.dumps(content)}', 'UTF8'), "
        "(SELECT audit_id FROM offer_event WHERE offer_id = offer.id LIMIT 1) "
        f"FROM offer WHERE id = '{offer['id']}'; "
        f"UPDATE offer SET state = 'opened' WHERE id = '{offer['id']}'; "
        f"UPDATE need SET state = 'rfo_evaluating' WHERE id = '{offer['needId']}'"
    )
    return offer


@recipe("POST /needs/{}/publish-rfo")
def publish(kitchen):
    return kitchen.province.buyer, [given_need(kitchen)["id"]], {}


@recipe("POST /needs/{}/fail")
def fail(kitchen):
    need = given_need(kitchen)
    schema = f"tenant_{kitchen.province.slug}"
    kitchen.service.sql(f"UPDATE {schema}.need SET state = 'rfo_evaluating' WHERE id = '{need['id']}'")
    return kitchen.province.buyer, [need["id"]], REASON


def declined(kitchen):
    """An order that its vendor did not take."""
    deal = kitchen.deal("issued")
    deal.step("decline", "vendor", REASON).expect(200)
    return deal


def stands_for(kitchen, deal, need, of_offer="NULL"):
    schema = f"tenant_{kitchen.province.slug}"
    kitchen.service.sql(
        f"UPDATE {schema}.purchase_order SET need_id = '{need}', offer_id = {of_offer} WHERE id = '{deal.id}'; "
        f"UPDATE {schema}.need SET state = 'ordered', order_id = '{deal.id}' WHERE id = '{need}'"
    )


@recipe("POST /needs/{}/reopen")
def reopen(kitchen):
    need = given_need(kitchen)
    stands_for(kitchen, declined(kitchen), need["id"])
    return kitchen.province.buyer, [need["id"]], {}


@recipe("POST /needs/{}/reevaluate")
def reevaluate(kitchen):
    offer = opened_offer(kitchen)
    stands_for(kitchen, declined(kitchen), offer["needId"], f"'{offer['id']}'")
    return kitchen.province.buyer, [offer["needId"]], {}


@recipe("POST /needs/{}/offers")
def submit(kitchen):
    return kitchen.shop.owner, [open_need(kitchen)["id"]], offer_body(kitchen)


@recipe("POST /offers/{}/withdraw")
def withdraw(kitchen):
    return kitchen.shop.owner, [new_offer(kitchen)["id"]], {}


@recipe("POST /offers/{}/counter")
def counter(kitchen):
    return kitchen.province.buyer, [opened_offer(kitchen)["id"]], {"unitPrice": 8_000, "note": "Mohon turun."}


@recipe("POST /offers/{}/answer-counter")
def answer(kitchen):
    offer = opened_offer(kitchen)
    kitchen.province.buyer.post(f"/offers/{offer['id']}/counter", {"note": "Mohon turun."}).expect(200)
    return kitchen.shop.owner, [offer["id"]], {"accept": False, "unitPrice": 8_500}


@recipe("POST /offers/{}/select")
def select(kitchen):
    return kitchen.province.buyer, [opened_offer(kitchen)["id"]], {"note": "Satu penawaran."}


RECIPES["GET /requests-for-offers"] = lambda kitchen: (kitchen.shop.owner, [], UNSENT)
RECIPES["GET /needs/{}/offers"] = lambda kitchen: (
    kitchen.province.buyer,
    [opened_offer(kitchen)["needId"]],
    UNSENT,
)
