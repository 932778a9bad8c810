"""Recipes of vendors and their products."""

from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.papers import pdf
from journey.purchase import REASON
from journey.vendor import hand_in, product_body, register, registration


@recipe("POST /vendors")
def new_vendor(kitchen):
    return None, [], registration(kitchen.province.facts["code"])


@recipe("PATCH /vendors/{}")
def mend_vendor(kitchen):
    owner, vendor = register(kitchen.province)
    return owner, [vendor["id"]], {"ownerName": "Nama Baru"}


@recipe("POST /vendors/{}/documents")
def paper(kitchen):
    owner, vendor = register(kitchen.province)
    return owner, [vendor["id"]], {"kind": "nib", "file": pdf()}


def vendor_in(kitchen, state):
    owner, vendor = register(kitchen.province)
    if state != "draft":
        hand_in(owner, vendor)
    for word, who, ends in (
        ("submit", owner, "submitted"),
        ("verify", kitchen.province.verifier, "verified"),
        ("suspend", kitchen.province.verifier, "suspended"),
    ):
        if vendor["state"] != state:
            vendor = who.post(f"/vendors/{vendor['id']}/{word}", REASON).expect(200).json
            assert vendor["state"] == ends
    return owner, vendor


def vendor_word(word, who, state, body):
    def make(kitchen):
        owner, vendor = vendor_in(kitchen, state)
        if word == "submit":
            hand_in(owner, vendor)
        return (owner if who == "vendor" else getattr(kitchen.province, who)), [vendor["id"]], body

    RECIPES[f"POST /vendors/{{}}/{word}"] = make


for entry in [
    ("submit", "vendor", "draft", {}),
    ("verify", "verifier", "submitted", {}),
    ("return", "verifier", "submitted", REASON),
    ("reject", "verifier", "submitted", REASON),
    ("suspend", "verifier", "verified", REASON),
    ("reinstate", "verifier", "suspended", REASON),
    ("blacklist", "owner", "suspended", {**REASON, "decree": "SK-1", "until": "2099-01-01"}),
]:
    vendor_word(*entry)


@recipe("GET /vendors/{}/documents/{}")
def read_paper(kitchen):
    owner, vendor = register(kitchen.province)
    hand_in(owner, vendor)
    return (
        owner,
        [vendor["id"], owner.get(f"/vendors/{vendor['id']}/documents").json["items"][0]["id"]],
        UNSENT,
    )


@recipe("POST /products")
def new_product(kitchen):
    return kitchen.shop.owner, [], product_body(kitchen.shop.like)


def product_word(word, who, steps, body):
    def make(kitchen):
        made = kitchen.shop.owner.post("/products", product_body(kitchen.shop.like)).expect(201).json
        for step, by in steps:
            (kitchen.shop.owner if by == "vendor" else kitchen.province.verifier).post(
                f"/products/{made['id']}/{step}", {}
            ).expect(200)
        return (kitchen.shop.owner if who == "vendor" else kitchen.province.verifier), [made["id"]], body

    return make


RECIPES["PATCH /products/{}"] = product_word("", "vendor", [], {"description": "Baru."})
for word, who, steps in [
    ("submit", "vendor", []),
    ("list", "verifier", [("submit", "vendor")]),
    ("return", "verifier", [("submit", "vendor")]),
    ("delist", "verifier", [("submit", "vendor"), ("list", "verifier")]),
]:
    RECIPES[f"POST /products/{{}}/{word}"] = product_word(word, who, steps, REASON)
