"""A need from preparation to the order that stands for it."""

from datetime import timedelta

import pytest

from journey.inbox import beside
from journey.purchase import REASON, Purchase, today


@pytest.fixture
def need(purse):
    """(the purse, a new need of its package)"""
    return purse.officer.post(
        "/needs", {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Kertas triwulan"}
    ).expect(201).json


def prepared(province, **changes):
    whole = {
        "specification": "HVS 80 gram, A4.",
        "category": "paper",
        "quantity": 3,
        "unitOfMeasure": "rim",
        "neededOn": str(today(province.service) + timedelta(days=10)),
        "deliverTo": {"street": "Jalan Kantor 1", "regionCode": province.facts["code"] + ".71"},
        "ownEstimate": 4_000_000,
        **changes,
    }
    return {name: value for name, value in whole.items() if value is not None}


def step(person, need, transition, body):
    return person.post(f"/needs/{need['id']}/{transition}", body)


def choice(province, shop):
    return {
        "vendorId": shop.id,
        "lines": [{"productId": shop.item["id"], "quantity": 3}],
        "deliverBy": str(today(province.service) + timedelta(days=5)),
        "paymentMode": "LS",
    }


def dispatched(province, purse, need):
    step(purse.officer, need, "prepare", prepared(province)).expect(200)
    return step(purse.officer, need, "dispatch", {"officerId": province.buyer.id}).expect(200).json


def test_a_technical_officer_drafts_a_need(province, purse):
    """It writes down what is needed (domain.md §7.1); what becomes of it is the commitment officer's to say."""
    body = {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Tinta pencetak"}
    writer = province.person("technical_officer")
    made = writer.post("/needs", body).expect(201).json
    step(writer, made, "prepare", prepared(province)).problem(403, "forbidden")
    step(purse.officer, made, "prepare", prepared(province)).expect(200)


def test_from_need_to_paid_order(province, purse, shop, need):
    assert need["state"] == "assigned" and need["allowedTransitions"] == ["prepare", "cancel"]
    step(purse.officer, need, "dispatch", {"officerId": province.buyer.id}).problem(409, "wrong_state")
    given = dispatched(province, purse, need)
    assert given["state"] == "with_officer" and given["officerId"] == province.buyer.id
    done = step(province.buyer, need, "choose-direct", choice(province, shop)).expect(200).json
    assert done["state"] == "ordered"
    order = province.buyer.get(f"/orders/{done['orderId']}").expect(200).json
    assert order["needId"] == need["id"] and order["state"] == "draft"
    assert order["deliverTo"] == given["deliverTo"] and order["packageId"] == purse.package["id"]
    deal = Purchase(purse, shop, order).to("paid")
    assert deal.state == "paid"
    history = province.auditor.get(f"/needs/{need['id']}").expect(200).json["history"]
    assert [event["transition"] for event in history] == ["create", "prepare", "dispatch", "choose-direct"]


def test_order_names_the_need_itself(province, purse, shop, need):
    dispatched(province, purse, need)
    body = {**purse.body(shop.id, [(shop.item["id"], 1)]), "needId": need["id"]}
    assert province.buyer.post("/orders", body).status == 422, "a package and a need are one too many"
    del body["packageId"]
    province.buyer.post("/orders/preview", body).expect(200)
    order = province.buyer.post("/orders", body).expect(201).json
    assert order["needId"] == need["id"]
    assert province.buyer.post("/orders", body).errors() == {"/needId": "not_found"}, "one order a need"


def test_an_estimate_within_the_plan_or_none_where_the_plan_has_one(province, purse, need):
    """RUP_ANNOUNCED; HPS_NEEDED asks for one above the receipt limit alone (domain.md §2, §7.3)."""
    small = beside(purse, ceiling=30_000_000, ownEstimate="")
    mine = purse.officer.post(
        "/needs", {"packageId": small.package["id"], "budgetLineId": purse.line_id, "title": "Kertas"}
    ).expect(201).json
    assert step(purse.officer, mine, "prepare", prepared(province, ownEstimate=None)).errors() == {
        "/ownEstimate": "required"
    }
    above = prepared(province, ownEstimate=30_000_001, estimateBasis="Survei tiga toko.")
    told = step(purse.officer, mine, "prepare", above).problem(422, "invalid")["errors"]
    assert [(each["pointer"], each["code"]) for each in told] == [("/ownEstimate", "too_large")]
    assert "RUP_ANNOUNCED" in told[0]["detail"] and "30" in told[0]["detail"]
    done = step(purse.officer, mine, "prepare", {**above, "ownEstimate": 30_000_000}).expect(200).json
    assert done["ownEstimate"] == 30_000_000
    bare = step(purse.officer, need, "prepare", prepared(province, ownEstimate=None)).expect(200).json
    assert bare["ownEstimate"] is None, "the package has one"


def test_need_is_free_again_when_its_order_comes_to_nothing(province, purse, shop, need):
    dispatched(province, purse, need)
    done = step(province.buyer, need, "choose-direct", choice(province, shop)).expect(200).json
    deal = Purchase(purse, shop, province.buyer.get(f"/orders/{done['orderId']}").expect(200).json)
    deal.to("submitted").step("reject", body=REASON).expect(200)
    again = province.buyer.get(f"/needs/{need['id']}").expect(200).json
    assert again["state"] == "with_officer" and again["orderId"] is None
    step(province.buyer, need, "choose-direct", choice(province, shop)).expect(200)


def test_need_goes_to_another_vendor_when_the_first_declines(province, purse, shop, need):
    dispatched(province, purse, need)
    done = step(province.buyer, need, "choose-direct", choice(province, shop)).expect(200).json
    assert "reopen" not in done["allowedTransitions"], "its order goes its way"
    step(province.buyer, need, "reopen", {}).problem(409, "wrong_state")
    deal = Purchase(purse, shop, province.buyer.get(f"/orders/{done['orderId']}").expect(200).json)
    deal.to("issued")
    tag = province.buyer.get(f"/needs/{need['id']}").etag
    deal.step("decline", "vendor", REASON).expect(200)
    assert province.buyer.get(f"/needs/{need['id']}", headers={"If-None-Match": tag}).status == 200
    tag = purse.officer.get(f"/orders/{deal.id}").etag
    read = lambda who: who.get(f"/orders/{deal.id}").expect(200).json["allowedTransitions"]  # noqa: E731
    assert "reissue" in read(purse.officer)
    left = province.buyer.get(f"/needs/{need['id']}").expect(200).json
    assert left["state"] == "ordered" and "reopen" in left["allowedTransitions"]
    assert "reevaluate" not in left["allowedTransitions"], "nobody was asked to offer"
    again = step(purse.officer, need, "reopen", REASON).expect(200).json
    assert again["state"] == "with_officer" and again["orderId"] is None
    assert again["history"][-1]["role"] == "commitment_officer" and again["history"][-1]["reason"]
    seen = purse.officer.get(f"/orders/{deal.id}", headers={"If-None-Match": tag}).expect(200).json
    assert "reissue" not in seen["allowedTransitions"]
    deal.step("reissue", "officer", {}).problem(409, "need_went_on")
    step(province.buyer, need, "reopen", {}).problem(409, "wrong_state")
    second = step(province.buyer, need, "choose-direct", choice(province, shop)).expect(200).json
    assert second["orderId"] not in (None, deal.id)


@pytest.mark.parametrize(
    "changes, pointer, code",
    [
        ({"category": "nowhere"}, "/category", "not_found"),
        ({"ownEstimate": 10_000_001}, "/estimateBasis", "required"),
        ({"neededOn": "2020-01-01"}, "/neededOn", "too_small"),
        ({"quantity": 0}, "/quantity", "too_small"),
        ({"specification": None}, "/specification", "required"),
    ],
)
def test_preparation_is_checked(province, purse, need, changes, pointer, code):
    assert step(purse.officer, need, "prepare", prepared(province, **changes)).errors() == {pointer: code}


def test_only_those_whose_turn_it_is(province, purse, shop, need):
    step(province.buyer, need, "prepare", prepared(province)).problem(403, "forbidden")
    step(purse.officer, need, "prepare", prepared(province)).expect(200)
    assert step(purse.officer, need, "dispatch", {"officerId": purse.officer.id}).errors() == {
        "/officerId": "not_found"
    }
    step(purse.officer, need, "dispatch", {"officerId": province.buyer.id}).expect(200)
    other = province.person("procurement_officer", 1)
    step(other, need, "choose-direct", choice(province, shop)).problem(404, "not_found")
    assert step(purse.officer, need, "cancel", {}).errors() == {"/reason": "required"}
    step(purse.officer, need, "cancel", REASON).expect(200)
    step(province.buyer, need, "choose-direct", choice(province, shop)).problem(409, "wrong_state")
    province.host.get(f"/needs/{need['id']}").problem(401, "unauthenticated")
