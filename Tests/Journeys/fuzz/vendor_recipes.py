"""Recipes of vendors and their products."""

import secrets

from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.papers import pdf, png, upload
from journey.purchase import REASON
from journey.tables import import_csv, table
from journey.vendor import Shop, digits, hand_in, product_body, register, registration


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


@recipe("POST /vendors/{}/documents/{}/accept")
def accept_paper(kitchen):
    shop = Shop(kitchen.province)
    made = upload(shop.owner, f"/vendors/{shop.id}/documents", pdf(), kind="vat").expect(201).json
    return kitchen.province.verifier, [shop.id, made["id"]], {}


@recipe("POST /vendors/{}/check-account")
def check_account(kitchen):
    shop = Shop(kitchen.province)
    shop.owner.patch(f"/vendors/{shop.id}", {"bank": {"accountNumber": digits(12)}}).expect(200)
    return kitchen.province.verifier, [shop.id], REASON


def template(kitchen):
    return kitchen.province.administrator.get("/imports/blacklist/template.csv").expect(200).body


RECIPES["POST /imports/blacklist"] = lambda kitchen: (kitchen.province.administrator, [], template(kitchen))
RECIPES["GET /imports/blacklist/template.csv"] = lambda kitchen: (kitchen.province.administrator, [], UNSENT)
RECIPES["GET /vendors/{}/sanctions"] = lambda kitchen: (kitchen.province.auditor, [kitchen.shop.id], UNSENT)
@recipe("POST /vendors/{}/conflicts/{}/declare")
def declare(kitchen):
    province, shop = kitchen.province, Shop(kitchen.province)
    row = {
        "email": f"{secrets.token_hex(5)}@dinas.example",
        "name": "Pegawai Berdata",
        "nip": f"19790101200505{1000 + secrets.randbelow(1000)}",
        "roles": "goods_keeper",
        "phone": shop.vendor["phone"],
    }
    import_csv(province.administrator, "officials", table(list(row), [row])).expect(200)
    (conflict,) = province.auditor.get(f"/vendors/{shop.id}/conflicts").expect(200).json["conflicts"]
    body = {"reason": "Nomor lama, sudah dialihkan.", "until": "2099-12-31"}
    return province.auditor, [shop.id, conflict["userId"]], body


RECIPES["GET /vendors/{}/conflicts"] = lambda kitchen: (kitchen.province.auditor, [kitchen.shop.id], UNSENT)
RECIPES["GET /products/{}/prices"] = lambda kitchen: (kitchen.province.buyer, [kitchen.shop.item["id"]], UNSENT)
RECIPES["GET /sanction-cases"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)


def terminated(kitchen):
    """A terminated order of meals, for which nobody gets time to mend."""
    if not hasattr(kitchen, "canteen"):
        kitchen.canteen = Shop(kitchen.province, "catering")
        kitchen.canteen.item = kitchen.canteen.product(price=10_000)
    if kitchen.canteen.owner.get(f"/vendors/{kitchen.canteen.id}").json["state"] == "suspended":
        kitchen.province.verifier.post(f"/vendors/{kitchen.canteen.id}/reinstate", {}).expect(200)
    deal = kitchen.purse.order(kitchen.canteen, [(kitchen.canteen.item["id"], 1)]).to("accepted")
    for _ in range(2):
        deal.step("terminate", "officer", REASON).expect(200)
    return deal


PROPOSAL = {**REASON, "proposal": "suspend"}


@recipe("POST /orders/{}/sanction-case")
def propose_sanction(kitchen):
    return kitchen.province.officer, [terminated(kitchen).id], PROPOSAL


def sanction_case(kitchen):
    path = f"/orders/{terminated(kitchen).id}/sanction-case"
    made = kitchen.province.officer.post(path, PROPOSAL).expect(201).json
    return made["id"]


RECIPES["GET /sanction-cases/{}"] = lambda kitchen: (
    kitchen.province.auditor,
    [sanction_case(kitchen)],
    UNSENT,
)
for word in ("grant", "dismiss"):
    RECIPES[f"POST /sanction-cases/{{}}/{word}"] = lambda kitchen: (
        kitchen.province.verifier,
        [sanction_case(kitchen)],
        REASON,
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


def pictured(kitchen):
    """(owner, product, picture): a draft with one picture."""
    shop = Shop(kitchen.province)
    product = shop.owner.post("/products", product_body(shop.like)).expect(201).json
    made = upload(shop.owner, f"/products/{product['id']}/pictures", png(), kind="picture").expect(201).json
    return shop.owner, product, made


@recipe("POST /products/{}/pictures")
def picture(kitchen):
    owner, product, _ = pictured(kitchen)
    return owner, [product["id"]], {"kind": "picture", "file": png()}


@recipe("DELETE /products/{}/pictures/{}")
def no_picture(kitchen):
    owner, product, made = pictured(kitchen)
    return owner, [product["id"], made["id"]], UNSENT


RECIPES["GET /imports/own-products/template.csv"] = lambda kitchen: (Shop(kitchen.province).owner, [], UNSENT)


@recipe("POST /imports/own-products")
def own_products(kitchen):
    owner = Shop(kitchen.province).owner
    return owner, [], owner.get("/imports/own-products/template.csv").expect(200).body


for report in ("spending", "umk-share", "days-to-pay"):
    RECIPES[f"GET /reports/{report}"] = lambda kitchen: (None, [], UNSENT)


LINES = {"kbli": ["47611", "82190"], "reason": "NIB baru dari OSS."}


def asking(kitchen):
    """(shop, request): a verified vendor that asks for other lines of business."""
    shop = Shop(kitchen.province)
    return shop, shop.owner.post(f"/vendors/{shop.id}/kbli-requests", LINES).expect(201).json


RECIPES["GET /vendors/{}/kbli-requests"] = lambda kitchen: (kitchen.province.verifier, [kitchen.shop.id], UNSENT)


@recipe("POST /vendors/{}/kbli-requests")
def ask_for_lines(kitchen):
    shop = Shop(kitchen.province)
    return shop.owner, [shop.id], LINES


def answering(word):
    def make(kitchen):
        shop, request = asking(kitchen)
        return kitchen.province.verifier, [shop.id, request["id"]], REASON

    return make


for word in ("accept", "refuse"):
    RECIPES[f"POST /vendors/{{}}/kbli-requests/{{}}/{word}"] = answering(word)
