"""Red flags: raised in the order's transaction, asked about, explained, accepted (domain.md §7.6)."""

import uuid

import pytest

from journey.appointment import official
from journey.inbox import beside, codes, day, flag_of, flags, spend
from journey.purchase import REASON
from journey.purse import Purse
from journey.tables import import_rows
from journey.vendor import Shop, product_body


@pytest.fixture(scope="module")
def stall(province):
    """A shop that bills no VAT, so that a price is an order's value."""
    return Shop(province, vatRegistered=False)


@pytest.fixture
def purse(province):
    """A purse that no budget stops."""
    return Purse(province, ceiling=400_000_000)


@pytest.fixture
def deal(purse, stall):
    """A submitted order that looks split: the vendor's second of the week, Rp 51 million together."""
    spend(purse, stall, 45_000_000)
    return spend(beside(purse), stall, 6_000_000, ahead=9)


def say(person, flag, transition, body, **more):
    return person.post(f"/flags/{flag['id']}/{transition}", body, **more)


def test_from_raised_to_accepted(province, purse, deal):
    flag = flag_of(province, deal.order, "SPL3")
    assert flag["state"] == "open" and flag["severity"] == "hold" and not flag["attempt"]
    assert flag in flags(province, state="open", unitId=purse.unit_id)
    assert flag["allowedTransitions"] == ["ask", "accept", "escalate"]
    told = flag["explanation"]
    assert told["flag"] == "SPL3" and told["version"] == flag["rulesVersion"] and told["window"] == 7
    assert told["sum"] == 51_000_000 and told["limit"] == 50_000_000 and told["legalRef"]
    assert [(order["gross"], order["vendor"]) for order in told["orders"]] == [(45_000_000, deal.shop.id)]
    assert "urgent_need" in told["acceptedReasons"]

    say(province.auditor, flag, "explain", {"text": "x"}).problem(403, "forbidden")
    asked = say(province.auditor, flag, "ask", {"question": "Mengapa dua pesanan?"}).expect(200).json
    assert asked["state"] == "asked"
    told = purse.officer.get("/notifications", unread="true").expect(200).json["items"][0]
    assert told["kind"] == "flag_asked" and told["subject"] == {"type": "flag", "id": flag["id"]}
    assert "SPL3" in told["text"] and "Mengapa dua pesanan?" in told["text"]
    say(province.auditor, flag, "ask", {"question": "Lagi?"}).problem(409, "wrong_state")
    mine = purse.officer.get(f"/flags/{flag['id']}").expect(200).json
    assert mine["allowedTransitions"] == ["explain"]
    wrong = say(purse.officer, flag, "explain", {"text": "Dua acara.", "reasonCode": "because"})
    assert wrong.errors() == {"/reasonCode": "not_one_of"}
    body = {"text": "Dua acara.", "reasonCode": "separate_event"}
    assert say(purse.officer, flag, "explain", body).expect(200).json["state"] == "explained"
    stale = {"If-Match": '"v1"'}
    say(province.auditor, flag, "accept", REASON, headers=stale).problem(412, "precondition_failed")
    done = say(province.auditor, flag, "accept", REASON, key=str(uuid.uuid4())).expect(200).json
    assert done["state"] == "accepted" and done["allowedTransitions"] == []
    say(province.auditor, flag, "escalate", REASON).problem(409, "wrong_state")
    steps = [(event["transition"], event["role"], event["reasonCode"]) for event in done["history"]]
    assert steps == [
        ("raise", "system", None),
        ("ask", "auditor", None),
        ("explain", "commitment_officer", "separate_event"),
        ("accept", "auditor", None),
    ]


def test_who_sees_flags(province, deal):
    flag = flag_of(province, deal.order, "SPL3")
    for role in ("procurement_officer", "treasurer", "budget_owner", "tenant_admin"):
        province.person(role).get("/flags").problem(403, "forbidden")
        province.person(role).get(f"/flags/{flag['id']}").problem(403, "forbidden")
    deal.shop.owner.get("/flags").problem(403, "forbidden")
    other = province.person("commitment_officer", 1)
    other.get(f"/flags/{flag['id']}").problem(404, "not_found")
    say(other, flag, "explain", {"text": "x"}).problem(404, "not_found")
    province.auditor.get(f"/flags/{uuid.uuid4()}").problem(404, "not_found")
    say(province.auditor, flag, "ask", {}).problem(422, "invalid")
    say(province.auditor, flag, "escalate", {}).problem(422, "invalid")
    assert say(province.auditor, flag, "escalate", REASON).expect(200).json["state"] == "escalated"


def test_nobody_judges_its_own_case(province, purse, deal):
    """An auditor who is the order's commitment officer under another account."""
    number = province.service.sql(
        f"SELECT person FROM \"tenant_{province.slug}\".app_user WHERE id = '{purse.officer.id}'"
    )
    twin = official(province, ["auditor"], None, certificate=None)
    province.service.sql(
        f"UPDATE \"tenant_{province.slug}\".app_user SET person = '{number}' WHERE id = '{twin.id}'"
    )
    flag = flag_of(province, deal.order, "SPL3")
    for transition, body in (("ask", {"question": "Mengapa?"}), ("accept", REASON), ("escalate", REASON)):
        say(twin, flag, transition, body).problem(403, "separation_of_duties")
    say(province.auditor, flag, "accept", REASON).expect(200)


def test_orders_together_above_the_announced_amount(province, stall):
    """RUP_ANNOUNCED: at the package's amount nothing is said, one rupiah above it the officials are warned."""
    purse = beside(Purse(province, ceiling=400_000_000), ceiling=3_000_000, ownEstimate=3_000_000)
    spend(purse, stall, 2_000_000)
    for amount, told in ((1_000_000, False), (1_000_001, True)):
        item = stall.product(price=amount)
        decision = province.buyer.post("/orders/preview", purse.body(stall.id, [(item["id"], 1)])).expect(200).json
        assert ("RUP_ANNOUNCED" in [one["code"] for one in decision["violations"]]) is told


def test_one_order_above_the_cap_is_no_split(province, purse, stall):
    item = stall.product(price=50_000_000)
    body = purse.body(stall.id, [(item["id"], 2)])
    decision = province.buyer.post("/orders/preview", body).expect(200).json
    blocked = {one["code"] for one in decision["violations"] if one["severity"] == "block"}
    assert "ORDER_CAP" in blocked and "SPL1" not in blocked


def test_needs_of_one_day_are_compared_by_the_day_they_are_needed(province, purse, stall):
    """SPL2: both needed on one day, delivered on two; unlike goods."""
    first, second = (
        chosen(province, other, shop, amount, deliver)
        for other, shop, amount, deliver in (
            (purse, stall, 45_000_000, 5),
            (beside(purse), Shop(province, vatRegistered=False), 7_000_000, 8),
        )
    )
    assert "SPL2" not in codes(province, first) and "SPL2" in codes(province, second)


def chosen(province, purse, shop, amount, deliver):
    """A submitted order for a need of the tenth day."""
    need = purse.officer.post(
        "/needs", {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Keperluan rapat"}
    ).expect(201).json
    path, item = f"/needs/{need['id']}", shop.product(price=amount, name=uuid.uuid4().hex)
    content = {
        "specification": "Sesuai contoh.",
        "category": item["category"],
        "quantity": 1,
        "unitOfMeasure": item["unitOfMeasure"],
        "neededOn": day(province, 10),
        "deliverTo": {"street": "Jalan Kantor 1", "regionCode": province.facts["code"] + ".71"},
        "ownEstimate": amount,
        "estimateBasis": "Harga pasar.",
        "catalogueCheck": {"result": "not_found", "evidence": "Tidak ditemukan."},
    }
    purse.officer.post(f"{path}/prepare", content).expect(200)
    purse.officer.post(f"{path}/dispatch", {"officerId": province.buyer.id}).expect(200)
    choice = {
        "vendorId": shop.id,
        "lines": [{"productId": item["id"], "quantity": 1}],
        "deliverBy": day(province, deliver),
        "paymentMode": "LS",
        "comparedPrices": [{"source": "Pasar", "unitPrice": amount}, {"source": "Toko", "unitPrice": amount}],
    }
    order = province.buyer.post(f"{path}/choose-direct", choice).expect(200).json["orderId"]
    return province.buyer.post(f"/orders/{order}/submit", {}).expect(200).json


def test_a_flag_is_not_doubled_when_the_order_is_decided_again(province, deal):
    before = flag_of(province, deal.order, "SPL3")
    deal.step("issue", body={}).problem(409, "justification_required")
    deal.step("issue", body={"justification": "Dua kebutuhan yang berbeda."}).expect(200)
    after = flag_of(province, deal.order, "SPL3")
    assert after["id"] == before["id"] and after["justification"] == "Dua kebutuhan yang berbeda."
    assert [event["transition"] for event in after["history"]] == ["raise", "justify"]
    assert after["state"] == "open", "a justification is for the auditor to judge"


def test_what_was_accepted_is_looked_at_again_when_it_grows(province, purse, stall, deal):
    flag = flag_of(province, deal.order, "SPL3")
    say(province.auditor, flag, "accept", REASON).expect(200)
    spend(beside(purse), stall, 1_000_000, ahead=12)
    deal.step("issue").expect(200)
    grown = flag_of(province, deal.order, "SPL3")
    assert grown["state"] == "open" and grown["explanation"]["sum"] == 52_000_000
    assert [event["transition"] for event in grown["history"]] == ["raise", "accept", "renew", "justify"]


@pytest.mark.parametrize("second, raised", [(4_999_999, []), (5_000_000, []), (5_000_001, ["SPL3"])])
def test_splitting_by_vendor(province, purse, stall, second, raised):
    """Just below the limit, at it, just above it; another vendor is no splitting."""
    spend(purse, stall, 45_000_000)
    order = spend(beside(purse), stall, second, ahead=9).order
    assert [code for code in codes(province, order) if code.startswith("SPL")] == raised


def test_two_vendors_and_other_goods_are_no_splitting(province, purse, stall):
    spend(purse, stall, 45_000_000)
    order = spend(beside(purse), Shop(province, vatRegistered=False), 6_000_000, ahead=9).order
    assert [code for code in codes(province, order) if code.startswith("SPL")] == []


@pytest.mark.parametrize("second, raised", [(4_999_999, []), (5_000_000, []), (5_000_001, ["SPL2"])])
def test_splitting_by_category(province, purse, stall, second, raised):
    """Needed on the same day from two vendors."""
    spend(purse, stall, 45_000_000)
    order = spend(beside(purse), Shop(province, vatRegistered=False), second).order
    assert [code for code in codes(province, order) if code.startswith("SPL")] == raised


def test_a_refused_split_is_told_once_a_day(province, purse, stall):
    spend(purse, stall, 45_000_000)
    item = stall.product(price=5_000_001)
    body = purse.body(stall.id, [(item["id"], 1)], submit=True)
    for _ in range(3):
        province.buyer.post("/orders", body).problem(422, "rules_violated")
    (flag,) = flags(province, unitId=purse.unit_id, code="SPL1")
    assert flag["attempt"] and flag["orderId"] is None and flag["packageId"] == purse.package["id"]
    assert flag["severity"] == "block" and flag["explanation"]["sum"] == 50_000_001
    assert len(flag["history"]) == 1
    item = stall.product(price=5_000_000)
    province.buyer.post("/orders", purse.body(stall.id, [(item["id"], 1)], submit=True)).expect(201)


def test_a_draft_that_is_refused_is_told_with_its_id(province, purse, stall):
    spend(purse, stall, 45_000_000)
    draft = spend(purse, stall, 5_000_001, submit=False)
    assert flags(province, orderId=draft.id) == [], "a draft tells nobody anything"
    draft.step("submit").problem(422, "rules_violated")
    (flag,) = flags(province, orderId=draft.id)
    assert flag["code"] == "SPL1" and flag["attempt"]


def test_a_new_product_needs_the_officers_word(province, purse, stall):
    deal = spend(purse, stall, 1_000_000)
    flag = flag_of(province, deal.order, "NEW1")
    assert flag["severity"] == "hold" and flag["explanation"]["hours"] == 24
    deal.step("issue", body={}).problem(409, "justification_required")
    deal.step("issue").expect(200)
    assert flag_of(province, deal.order, "NEW1")["justification"]


def test_a_hold_names_its_flag(province, deal):
    flag = flag_of(province, deal.order, "SPL3")
    wrong = deal.step("hold", "owner", {**REASON, "flagId": str(uuid.uuid4())})
    assert wrong.errors() == {"/flagId": "not_found"}
    held = deal.step("hold", "owner", {**REASON, "flagId": flag["id"]}).expect(200).json
    assert held["overlays"][0]["detail"]["flagId"] == flag["id"]


@pytest.fixture(scope="module")
def paper(province):
    """The code of a standard price that nothing else has."""
    code = f"SSH-{uuid.uuid4().hex[:10]}"
    like = Shop(province, vatRegistered=False)
    row = {
        "code": code,
        "name": "Barang uji",
        "category": like.like["category"],
        "unitOfMeasure": like.like["unitOfMeasure"],
        "price": 2_000_000,
        "validFrom": "2025-01-01",
    }
    import_rows(province.administrator, "standard-prices", [row])
    cheap = priced(province, like, code, 1_000_000)
    for _ in range(5):
        Purse(province).order(like, [(cheap["id"], 1)], submit=True)
    return code


def priced(province, shop, code, price):
    """A listed product of this standard price."""
    made = shop.owner.post("/products", product_body(shop.like, price=price)).expect(201).json
    shop.owner.post(f"/products/{made['id']}/submit", {}).expect(200)
    return (
        province.verifier.post(f"/products/{made['id']}/list", {"standardPriceCode": code}).expect(200).json
    )


@pytest.mark.parametrize("price, raised", [(1_249_999, False), (1_250_000, False), (1_250_001, True)])
def test_a_price_above_the_median(province, purse, paper, price, raised):
    shop = Shop(province, vatRegistered=False)
    item = priced(province, shop, paper, price)
    deal = purse.order(shop, [(item["id"], 2)], submit=True)
    found = flags(province, orderId=deal.id, code="PRC2")
    assert len(found) == raised
    if raised:
        assert found[0]["explanation"]["median"] == 1_000_000 and found[0]["severity"] == "hold"


def test_paging_and_filters(province, deal):
    assert province.auditor.get("/flags", state="closed").errors() == {"/query/state": "not_one_of"}
    assert province.auditor.get("/flags", code="SSH").errors() == {"/query/code": "not_one_of"}
    page = province.auditor.get("/flags", limit=1).expect(200).json
    assert len(page["items"]) == 1 and page["nextCursor"]
    times = [flag["raisedAt"] for flag in flags(province, limit=7)]
    assert times == sorted(times, reverse=True)
