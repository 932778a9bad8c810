"""Offices: who holds them, acts in them or was handed them on, and that nothing of it is left when they end."""

from datetime import datetime, timedelta, timezone

import pytest

from journey.appointment import appoint, office, official, signed_in_again
from journey.client import everything
from journey.province import Province
from journey.purchase import REASON, today
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture
def staffed(province):
    """(a purse whose package a new commitment officer has, that officer)"""
    purse = Purse(province, assign=False)
    purse.officer = official(province, ["commitment_officer"], purse.unit_id)
    purse.assign()
    return purse, purse.officer


def ended(province, held):
    return province.administrator.post(f"/offices/{held['id']}/end", REASON).expect(200).json


def test_what_waits_moves_to_the_acting_officer_and_back(province, shop, staffed):
    purse, absent = staffed
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("submitted")
    acting = official(province, ["goods_keeper"], purse.unit_id)
    assert "issue" not in acting.get(deal.path).expect(200).json["allowedTransitions"]
    acting.post(f"{deal.path}/issue", deal.body("issue")).problem(403, "forbidden")

    held = appoint(province, acting, purse.unit_id, absent)
    assert held["inEffect"] and held["onBehalfOf"]["id"] == absent.id and held["kind"] == "acting_plh"
    assert "issue" in acting.get(deal.path).expect(200).json["allowedTransitions"], "in the open session"
    assert purse.package["id"] in {item["id"] for item in everything(acting, "/packages")}
    absent.post(f"{deal.path}/issue", deal.body("issue")).problem(403, "forbidden")
    issued = acting.post(f"{deal.path}/issue", deal.body("issue")).expect(200).json
    last = issued["history"][-1]
    assert (last["by"], last["role"]) == (acting.user["name"], "commitment_officer")
    assert last["office"] == {
        "kind": "acting_plh",
        "onBehalfOf": {"id": absent.id, "name": absent.user["name"]},
    }
    assert issued["history"][0]["office"] == {"kind": "definitive", "onBehalfOf": None}

    after = ended(province, held)
    assert not after["inEffect"] and after["endedAt"] and after["reason"] == REASON["reason"]
    acting.post(f"{deal.path}/withdraw", REASON).problem(403, "forbidden")
    assert "withdraw" in absent.get(deal.path).expect(200).json["allowedTransitions"]
    province.administrator.post(f"/offices/{held['id']}/end", REASON).problem(409, "wrong_state")




def test_a_delegate_acts_beside_the_holder(province, shop, staffed):
    purse, holder = staffed
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("submitted")
    delegate = official(province, ["commitment_officer"], purse.unit_id)
    assert deal.id not in {item["id"] for item in everything(delegate, "/orders")}
    year = today(province.service).year
    appoint(province, delegate, purse.unit_id, holder, kind="delegate", year=year + 1)
    assert deal.id not in {item["id"] for item in everything(delegate, "/orders")}, "another year's office"
    appoint(province, delegate, purse.unit_id, holder, kind="delegate", year=year)
    assert deal.id in {item["id"] for item in everything(delegate, "/orders")}
    for person in (delegate, holder):
        assert "issue" in person.get(deal.path).expect(200).json["allowedTransitions"]


def test_a_delegate_loses_the_office_with_its_holder(province, shop, staffed):
    purse, holder = staffed
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("submitted")
    delegate = official(province, ["goods_keeper"], purse.unit_id)
    held = appoint(province, delegate, purse.unit_id, holder, kind="delegate")
    assert held["inEffect"] and "issue" in delegate.get(deal.path).expect(200).json["allowedTransitions"]

    def change(**body):
        province.administrator.patch(f"/users/{holder.id}", body).expect(200)
        return "issue" in delegate.get(deal.path).expect(200).json["allowedTransitions"]

    assert not change(roles=["goods_keeper"])
    delegate.post(f"{deal.path}/issue", deal.body("issue")).problem(403, "forbidden")
    other = official(province, ["goods_keeper"], purse.unit_id)
    asked = office(province, other, purse.unit_id, holder, kind="delegate")
    assert province.administrator.post("/offices", asked).errors() == {"/onBehalfOf": "not_found"}
    assert change(roles=["commitment_officer"])
    assert not change(active=False)
    delegate.post(f"{deal.path}/issue", deal.body("issue")).problem(403, "forbidden")


def test_one_acts_in_the_place_of_another(province, staffed):
    purse, absent = staffed
    first, second = (official(province, ["goods_keeper"], purse.unit_id) for _ in range(2))
    appoint(province, first, purse.unit_id, absent)
    asked = office(province, second, purse.unit_id, absent)
    assert province.administrator.post("/offices", asked).problem(409, "already_registered")["errors"][0][
        "pointer"
    ] == "/onBehalfOf"


def test_duties_stay_apart_by_person_whatever_the_office(province, shop, staffed):
    purse, absent = staffed
    buyer = official(province, ["procurement_officer"], purse.unit_id)
    body = purse.body(shop.id, [(shop.item["id"], 1)], submit=True)
    order = buyer.post("/orders", body).expect(201).json
    appoint(province, buyer, purse.unit_id, absent)
    issue = {"justification": "Kebutuhan terpisah."}
    buyer.post(f"/orders/{order['id']}/issue", issue).problem(403, "separation_of_duties")


def test_a_technical_officer_does_not_act_as_commitment_officer(province, staffed):
    purse, absent = staffed
    acting = official(province, ["technical_officer"], purse.unit_id)
    body = {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Kertas"}
    need = acting.post("/needs", body).expect(201).json
    acting.post(f"/needs/{need['id']}/cancel", {"reason": "Keliru."}).problem(403, "forbidden")
    asked = office(province, acting, purse.unit_id, absent)
    # A technical officer does a commitment officer's work only where the province lets it.
    assert province.administrator.post("/offices", asked).errors() == {"/role": "not_one_of"}


def test_an_acting_officer_writes_the_need_of_the_absent_one(province, staffed):
    purse, absent = staffed
    acting = official(province, ["goods_keeper"], purse.unit_id)
    appoint(province, acting, purse.unit_id, absent)
    body = {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Kertas"}
    need = acting.post("/needs", body).expect(201).json
    assert need["commitmentOfficerId"] == absent.id and "prepare" in need["allowedTransitions"]


def test_appointments_are_checked(province, staffed):
    purse, absent = staffed
    person = official(province, ["goods_keeper"], purse.unit_id)
    administrator = province.administrator

    def refused(**changes):
        return administrator.post("/offices", office(province, person, purse.unit_id, absent, **changes)).errors()

    assert refused(days=(3, 2)) == {"/until": "too_small"}
    assert refused(until=None) == {"/until": "required"}
    assert refused(onBehalfOf=None) == {"/onBehalfOf": "required"}
    assert refused(onBehalfOf=province.treasurer.id) == {"/onBehalfOf": "not_found"}
    assert refused(kind="definitive") == {"/onBehalfOf": "unknown"}
    assert refused(userId=absent.id) == {"/onBehalfOf": "not_one_of"}
    assert refused(unitId=person.id) == {"/unitId": "not_found", "/onBehalfOf": "not_found"}
    assert refused(role="vendor_owner") == {"/role": "not_one_of"}
    own = office(province, administrator, purse.unit_id, absent)
    assert administrator.post("/offices", own).errors() == {"/role": "not_one_of"}
    person.post("/offices", own).problem(403, "forbidden")
    held = appoint(province, person, purse.unit_id, absent)
    twice = administrator.post("/offices", office(province, person, purse.unit_id, absent))
    assert twice.errors(409, "already_registered") == {"/role": "already_registered"}
    late = {"until": str(today(province.service) + timedelta(days=9)), **REASON}
    assert administrator.post(f"/offices/{held['id']}/end", late).errors() == {"/until": "too_large"}
    listed = everything(person, "/offices", userId=person.id, inEffect="true")
    assert {item["role"] for item in listed} == {"goods_keeper", "commitment_officer"}


def test_a_role_that_is_taken_away_is_gone_in_the_open_session(province, purse):
    person = official(province, ["treasurer", "goods_keeper"], purse.unit_id)
    person.get("/orders").expect(200)
    kept = {"roles": ["goods_keeper"]}
    province.administrator.patch(f"/users/{person.id}", kept).expect(200)
    assert person.get("/sessions/current").expect(200).json["user"]["roles"] == ["goods_keeper"]
    over = everything(province.auditor, "/offices", userId=person.id, inEffect="false")
    assert [item["role"] for item in over] == ["treasurer"], "what was held stays on record"


def test_a_certificate_that_has_ended_blocks(province, shop, purse):
    lapsed = {"certificate": {"number": "PBJ-1", "validUntil": "2024-12-31"}}
    buyer = official(province, ["procurement_officer"], purse.unit_id, **lapsed)
    body = purse.body(shop.id, [(shop.item["id"], 1)])
    found = buyer.post("/orders/preview", body).expect(200).json["violations"]
    assert next(one for one in found if one["code"] == "CERT")["severity"] == "block"
    buyer.post("/orders", {**body, "submit": True}).problem(422, "rules_violated")
    renewed = {"certificate": {"number": "PBJ-2", "validUntil": "2099-12-31"}}
    province.administrator.patch(f"/users/{buyer.id}", renewed).expect(200)
    buyer.post("/orders", {**body, "submit": True}).expect(201)


@pytest.fixture(scope="module")
def elsewhere(clocked):
    """A province one hour ahead, whose clock is moved."""
    return Province(clocked, "gorontalo")


def test_an_office_begins_and_ends_at_local_midnight(elsewhere, clocked):
    """16.00 UTC is midnight where it is WITA; the same session has the right and has it no more."""
    place = elsewhere
    shop = Shop(place)
    shop.item = shop.product(price=1_000_000)
    purse = Purse(place, assign=False)
    absent = purse.officer = official(place, ["commitment_officer"], purse.unit_id)
    purse.assign()
    deal = purse.order(shop, [(shop.item["id"], 1)]).to("submitted")
    acting = official(place, ["goods_keeper"], purse.unit_id)
    central = clocked.administrator()
    now = datetime.fromisoformat(
        central.post("/clock", {"advanceSeconds": 1}).expect(200).json["now"].replace("Z", "+00:00")
    )
    local = now.astimezone(timezone(timedelta(hours=8)))
    tomorrow = local.date() + timedelta(days=1)
    appoint(place, acting, purse.unit_id, absent, **{"from": str(tomorrow), "until": str(tomorrow)})
    midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=local.tzinfo)
    central.post("/clock", {"advanceSeconds": int((midnight - now).total_seconds()) - 60}).expect(200)

    def allowed():
        return "issue" in acting.get(deal.path).expect(200).json["allowedTransitions"]

    signed_in_again(place, acting)
    assert not allowed(), "a minute before the first day"
    clocked.administrator().post("/clock", {"advanceSeconds": 61}).expect(200)
    assert allowed(), "the first second of the first day, in the same session"
