"""Recipes of packages and orders."""

from datetime import timedelta

from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.papers import pdf, upload
from journey.purchase import PART_WAY, REASON, WAY, today


@recipe("POST /packages/{}/assign")
def assign(kitchen):
    return (
        kitchen.province.owner,
        [kitchen.purse.package["id"]],
        {"commitmentOfficerId": kitchen.province.officer.id},
    )


def order_body(kitchen):
    return kitchen.province.buyer, [], kitchen.purse.body(kitchen.shop.id, [(kitchen.shop.item["id"], 1)])


RECIPES["POST /orders"] = RECIPES["POST /orders/preview"] = order_body
RECIPES["PATCH /orders/{}"] = lambda kitchen: (kitchen.province.buyer, [kitchen.deal().id], {"note": "Baru"})
RECIPES["POST /orders/{}/discard"] = lambda kitchen: (kitchen.province.buyer, [kitchen.deal().id], {})
RECIPES["POST /orders/{}/attachments"] = lambda kitchen: (
    kitchen.shop.owner,
    [kitchen.deal("accepted").id],
    {"kind": "delivery_note", "file": pdf()},
)

# Transition, who, the state that it starts from, its body (None: the one of the straight way).
DETOURS = [
    ("return", "officer", "submitted", REASON),
    ("reject", "officer", "submitted", REASON),
    ("withdraw", "officer", "issued", REASON),
    ("decline", "vendor", "issued", REASON),
    ("inspect-reject", "officer", "delivered", REASON),
    ("query", "treasurer", "invoiced", REASON),
]


def transition(word, who, state, body):
    def make(kitchen):
        deal = kitchen.deal(state)
        return deal.who(who), [deal.id], deal.body(word) if body is None else body

    RECIPES[f"POST /orders/{{}}/{word}"] = make


for word, who, state, body in DETOURS:
    transition(word, who, state, body)
for (word, who, _), before in zip(WAY, ["draft", *[end for _, _, end in WAY]]):
    transition(word, who, before, None)


# What lies over an order first, by whom and with what; then the step, by whom and with what.
def line(deal, member, quantity):
    return [{"lineId": deal.order["lines"][0]["id"], member: quantity}]


OVER = [
    ("partial-handover", "officer", "in_fulfilment", lambda deal: {"lines": line(deal, "accepted", 1)}, None),
    ("amend", "officer", "accepted", lambda deal: {**REASON, "lines": line(deal, "quantity", 1)}, None),
    ("answer-amendment", "vendor", "accepted", lambda deal: {"accept": True}, ("amend", "officer")),
    ("cancel-mutual", "vendor", "accepted", lambda deal: REASON, None),
    ("terminate", "officer", "accepted", lambda deal: REASON, None),
    ("open-dispute", "vendor", "accepted", lambda deal: REASON, None),
    ("answer-dispute", "officer", "accepted", lambda deal: {"text": "Sesuai."}, ("open-dispute", "vendor")),
    (
        "close-dispute",
        "owner",
        "accepted",
        lambda deal: {"outcome": "pay", "text": "Dibayar."},
        ("open-dispute", "vendor"),
    ),
    ("hold", "owner", "issued", lambda deal: REASON, None),
    ("release", "owner", "issued", lambda deal: {}, ("hold", "owner")),
    ("rate", "vendor", "paid", lambda deal: {"stars": 5}, None),
]


def over(word, who, state, body, before):
    def make(kitchen):
        deal = kitchen.deal(state)
        if before:
            step, by = before
            first = {**REASON, "lines": line(deal, "quantity", 1)} if step == "amend" else REASON
            deal.step(step, by, first).expect(200)
        return deal.who(who), [deal.id], body(deal)

    RECIPES[f"POST /orders/{{}}/{word}"] = make


for entry in OVER:
    over(*entry)


@recipe("POST /orders/{}/reissue")
def reissue(kitchen):
    deal = kitchen.deal("issued")
    deal.step("decline", "vendor", REASON).expect(200)
    return deal.who("officer"), [deal.id], {}


@recipe("GET /orders/{}/attachments/{}")
def attachment(kitchen):
    deal = kitchen.deal("accepted")
    made = upload(deal.who("vendor"), f"{deal.path}/attachments", pdf(), kind="photo").expect(201).json
    return deal.who("vendor"), [deal.id, made["id"]], UNSENT


def new_need(kitchen):
    body = {
        "packageId": kitchen.purse.package["id"],
        "budgetLineId": kitchen.purse.line_id,
        "title": "Kebutuhan uji",
    }
    return kitchen.purse.officer.post("/needs", body).expect(201).json


def preparation(kitchen):
    return {
        "specification": "HVS 80 gram.",
        "category": "paper",
        "quantity": 2,
        "unitOfMeasure": "rim",
        "neededOn": str(today(kitchen.service) + timedelta(days=10)),
        "deliverTo": {"street": "Jalan Kantor 1", "regionCode": kitchen.province.facts["code"] + ".71"},
        "ownEstimate": 400_000,
    }


def prepared_need(kitchen):
    need = new_need(kitchen)
    kitchen.purse.officer.post(f"/needs/{need['id']}/prepare", preparation(kitchen)).expect(200)
    return need


@recipe("POST /needs")
def create_need(kitchen):
    need = new_need(kitchen)
    return kitchen.purse.officer, [], {name: need[name] for name in ("packageId", "budgetLineId", "title")}


RECIPES["GET /needs"] = lambda kitchen: (kitchen.purse.officer, [], UNSENT)
RECIPES["GET /needs/{}"] = lambda kitchen: (kitchen.purse.officer, [new_need(kitchen)["id"]], UNSENT)
RECIPES["POST /needs/{}/cancel"] = lambda kitchen: (kitchen.purse.officer, [new_need(kitchen)["id"]], REASON)
RECIPES["POST /needs/{}/prepare"] = lambda kitchen: (
    kitchen.purse.officer,
    [new_need(kitchen)["id"]],
    preparation(kitchen),
)
RECIPES["POST /needs/{}/dispatch"] = lambda kitchen: (
    kitchen.purse.officer,
    [prepared_need(kitchen)["id"]],
    {"officerId": kitchen.province.buyer.id},
)


@recipe("POST /needs/{}/choose-direct")
def choose_direct(kitchen):
    need = prepared_need(kitchen)
    given = {"officerId": kitchen.province.buyer.id}
    kitchen.purse.officer.post(f"/needs/{need['id']}/dispatch", given).expect(200)
    body = kitchen.purse.body(kitchen.shop.id, [(kitchen.shop.item["id"], 1)])
    kept = ("vendorId", "lines", "deliverBy", "paymentMode")
    return kitchen.province.buyer, [need["id"]], {name: body[name] for name in kept}


@recipe("POST /notifications/{}/read")
def read_notice(kitchen):
    deal = kitchen.deal("submitted")
    told = kitchen.purse.officer.get("/notifications", limit=100).expect(200).json["items"]
    return kitchen.purse.officer, [next(item["id"] for item in told if item["subject"]["id"] == deal.id)], UNSENT


RECIPES["POST /notifications/read"] = lambda kitchen: (
    kitchen.purse.officer, [], {"until": "2027-03-01T01:00:00Z"}
)


# Parts are paid by themselves where the order was terminated.
def part_recipe(word, who, before):
    def make(kitchen):
        deal = terminated(kitchen)
        for step, by in before:
            deal.part_step(1, step, by).expect(200)
        return deal.who(who), [deal.id, deal.order["parts"][0]["id"]], deal.part_body(1, word)

    RECIPES[f"POST /orders/{{}}/parts/{{}}/{word}"] = make


def terminated(kitchen):
    """An order of which a part was handed over before a dispute ended it."""
    deal = kitchen.deal("in_fulfilment")
    deal.step("partial-handover", "officer", {"lines": line(deal, "accepted", 1)}).expect(200)
    deal.step("open-dispute", "vendor", REASON).expect(200)
    deal.step("close-dispute", "owner", {"outcome": "end", "text": "Diakhiri."}).expect(200)
    return deal


for index, (word, who) in enumerate(PART_WAY):
    part_recipe(word, who, PART_WAY[:index])
part_recipe("query", "treasurer", PART_WAY[:1])


def disputed(kitchen):
    """An order in dispute, and the dispute's id."""
    deal = kitchen.deal("accepted")
    deal.step("open-dispute", "vendor", REASON).expect(200)
    listed = deal.who("officer").get(f"{deal.path}/disputes").expect(200).json
    return deal, listed["items"][0]["id"]


RECIPES["GET /orders/{}/disputes"] = lambda kitchen: (kitchen.purse.officer, [disputed(kitchen)[0].id], UNSENT)


@recipe("GET /orders/{}/disputes/{}")
def dispute(kitchen):
    deal, id = disputed(kitchen)
    return kitchen.purse.officer, [deal.id, id], UNSENT


@recipe("POST /orders/{}/disputes/{}/entries")
def dispute_entry(kitchen):
    deal, id = disputed(kitchen)
    return kitchen.purse.officer, [deal.id, id], {"kind": "statement", "text": "Barang sesuai contoh."}


def paid(kitchen):
    """An order that was paid, large enough for its value-added tax to be the treasurer's to deposit."""
    return kitchen.purse.order(kitchen.shop, [(kitchen.shop.item["id"], 300)]).to("paid")


RECIPES["GET /orders/{}/tax-receipts"] = lambda kitchen: (kitchen.purse.officer, [paid(kitchen).id], UNSENT)


@recipe("POST /orders/{}/tax-receipts")
def tax_receipt(kitchen):
    deal = paid(kitchen)
    return deal.who("treasurer"), [deal.id], {"code": "PPN", "ntpn": "A1B2C3D4E5F6G7H8"}


RECIPES["GET /reports/cross-year"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
RECIPES["GET /reports/paid-prices"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
RECIPES["GET /reports/vendor-concentration"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
RECIPES["GET /reports/budget"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
