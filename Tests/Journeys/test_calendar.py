"""Working days, hours and holidays, and deadlines by the province's own clocks."""

import secrets
from datetime import datetime, timedelta

import pytest

from journey.province import Province
from journey.purchase import today
from journey.purse import Purse
from journey.tables import import_csv, table
from journey.vendor import Shop, register
from journey.vendor import hand_in as hand_in_papers

COLUMNS = ["day", "name", "kind", "source"]


@pytest.fixture(scope="module")
def ahead(provinces):
    """The province one hour ahead of the others."""
    return next(province for province in provinces.values() if province.facts["timeZone"] == "Asia/Makassar")


def calendar(asker, **query):
    return asker.get("/calendar", **query).expect(200).json


def hand_in(province, *rows):
    return import_csv(province.administrator, "holidays", table(COLUMNS, rows))


def holiday(day, **changes):
    whole = {"day": str(day), "name": "Hari jadi", "kind": "local", "source": f"SE {secrets.token_hex(3)}"}
    return {**whole, **changes}


def test_anyone_reads_the_calendar(ahead):
    told = calendar(ahead.host, **{"from": "2026-12-24", "to": "2027-01-04"})
    assert (told["timeZone"], told["zone"]) == ("Asia/Makassar", "WITA")
    days = {day["day"]: day for day in told["days"]}
    assert len(days) == 12 and told["workingDays"] == sum(day["working"] for day in told["days"])
    assert days["2026-12-25"]["holiday"]["kind"] == "national" and not days["2026-12-25"]["working"]
    assert days["2027-01-01"]["holiday"]["name"] and days["2027-01-01"]["hours"] is None
    assert days["2026-12-28"] == {
        "day": "2026-12-28",
        "weekday": "monday",
        "working": True,
        "hours": "07:30-16:00",
        "holiday": None,
    }
    assert not days["2027-01-02"]["working"], "a Saturday"
    leap = calendar(ahead.host, **{"from": "2028-02-28", "to": "2028-03-01"})
    assert [day["day"] for day in leap["days"]] == ["2028-02-28", "2028-02-29", "2028-03-01"]


def test_what_is_asked_of_the_calendar_is_bounded(ahead):
    backwards = ahead.host.get("/calendar", **{"from": "2027-01-02", "to": "2027-01-01"})
    assert backwards.errors() == {"/query/to": "too_small"}
    long = ahead.host.get("/calendar", **{"from": "2027-01-01", "to": "2029-01-01"})
    assert long.errors() == {"/query/to": "too_large"}
    assert ahead.host.get("/calendar", **{"from": "2027-02-29"}).status == 422


def test_holidays_are_laid_down_for_days_to_come(ahead):
    day = today(ahead.service)
    past = hand_in(ahead, holiday(day - timedelta(days=1)))
    assert past.errors() == {"/rows/1/day": "too_small"}
    chosen = day + timedelta(days=300 + secrets.randbelow(60))
    while not calendar(ahead.host, **{"from": str(chosen), "to": str(chosen)})["workingDays"]:
        chosen += timedelta(days=1)
    rows = [holiday(chosen)]
    assert hand_in(ahead, *rows).expect(200).json == {"imported": 1, "updated": 0, "unchanged": 0}
    (told,) = calendar(ahead.host, **{"from": str(chosen), "to": str(chosen)})["days"]
    assert told["holiday"] == {"name": "Hari jadi", "kind": "local", "source": rows[0]["source"]}
    assert not told["working"]
    assert hand_in(ahead, *rows).expect(200).json["unchanged"] == 1
    hand_in(ahead, {**rows[0], "kind": "working_day", "name": "Dipindahkan"}).expect(200)
    (after,) = calendar(ahead.host, **{"from": str(chosen), "to": str(chosen)})["days"]
    assert after["working"] and after["holiday"] is None
    assert hand_in(ahead, holiday(chosen, kind="x")).errors() == {"/rows/1/kind": "not_one_of"}


def local(text):
    return datetime.fromisoformat(text)


def test_deadlines_end_at_the_offices_closing_by_its_own_clock(ahead):
    shop = Shop(ahead)
    shop.item = shop.product(price=1_000_000)
    deal = Purse(ahead).order(shop, [(shop.item["id"], 1)]).to("issued")
    (accept,) = [timer for timer in deal.order["timers"] if timer["kind"] == "accept"]
    assert accept["zone"] == "WITA" and accept["localDueAt"].endswith("+08:00")
    assert abs(local(accept["localDueAt"]) - local(accept["dueAt"].replace("Z", "+00:00"))) < timedelta(seconds=1)
    deal.to("delivered")
    (inspect,) = [timer for timer in deal.order["timers"] if timer["kind"] == "inspect"]
    assert inspect["localDueAt"][11:] == "16:00:00+08:00" and inspect["dueAt"][11:19] == "08:00:00"


def test_a_holiday_laid_down_moves_deadlines_that_begin_after_it(ahead):
    """Those that run already stay as they were told."""
    shop = Shop(ahead)
    shop.item = shop.product(price=1_000_000)
    purse = Purse(ahead)
    before = purse.order(shop, [(shop.item["id"], 1)]).to("delivered")
    due = next(timer["localDueAt"] for timer in before.order["timers"] if timer["kind"] == "inspect")
    day = local(due).date()
    row = holiday(day)
    hand_in(ahead, row).expect(200)
    try:
        after = purse.order(shop, [(shop.item["id"], 1)]).to("delivered")
        moved = next(timer["localDueAt"] for timer in after.order["timers"] if timer["kind"] == "inspect")
        assert local(moved).date() > day
        kept = before.seen_by("auditor")["timers"]
        assert next(timer["localDueAt"] for timer in kept if timer["kind"] == "inspect") == due
    finally:
        hand_in(ahead, {**row, "kind": "working_day"}).expect(200)


def due(timers, kind):
    return next(local(timer["dueAt"].replace("Z", "+00:00")) for timer in timers if timer["kind"] == kind)


def given_need(province):
    """When the officer who was just given a need should have begun."""
    purse = Purse(province)
    body = {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Kebutuhan libur"}
    need = purse.officer.post("/needs", body).expect(201).json
    content = {
        "specification": "Sesuai contoh.",
        "category": "stationery",
        "quantity": 2,
        "unitOfMeasure": "buah",
        "neededOn": str(today(province.service) + timedelta(days=30)),
        "deliverTo": {"street": "Jalan Kantor 1", "regionCode": province.facts["code"] + ".71"},
        "ownEstimate": 1_000_000,
    }
    purse.officer.post(f"/needs/{need['id']}/prepare", content).expect(200)
    given = purse.officer.post(f"/needs/{need['id']}/dispatch", {"officerId": province.buyer.id}).expect(200)
    return due(given.json["timers"], "officer")


def submitted_vendor(province):
    """When the verifier should have looked at a vendor that was just submitted."""
    owner, vendor = register(province)
    hand_in_papers(owner, vendor)
    return due(owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200).json["timers"], "verify")


@pytest.mark.parametrize("make", [given_need, submitted_vendor])
def test_it_moves_those_of_needs_and_vendors_too(ahead, make):
    """The officer's two working days with a need, the verifier's three with a vendor."""
    before = make(ahead)
    row = holiday((before + timedelta(hours=8)).date())
    hand_in(ahead, row).expect(200)
    try:
        assert make(ahead) > before
    finally:
        hand_in(ahead, {**row, "kind": "working_day"}).expect(200)
