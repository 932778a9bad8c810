"""A year of life: `eorder dev --demo year`, made whole or made anew, and what the flags find in it."""

import json
import re
import subprocess
import time
from collections import Counter, defaultdict

import pytest

from journey.client import everything
from journey.province import Province
from journey.service import BINARY, QUIET, TENANTS, Service, run, sentences

CAP = 50_000_000
STATES = {
    "draft", "submitted", "issued", "accepted", "in_fulfilment", "delivered", "handed_over", "invoiced",
    "verified_for_payment", "payment_requested", "payment_approved", "paid", "closed", "cancelled", "rejected",
    "declined", "expired", "terminated",
}  # fmt: skip
NEEDS = {"assigned", "prepared", "with_officer", "rfo_open", "rfo_evaluating", "ordered", "cancelled"}
PLANTED = {
    "SPL1", "SPL2", "SPL3", "SPL4", "SPL5", "TAX1", "REP1", "FAST1", "NEW1", "PRC1", "PRC2", "COI1", "R003", "R018",
    "R024", "R028", "R035", "R036", "R038", "R058",
}  # fmt: skip


@pytest.fixture(scope="module")
def year(long):
    """A service with a year behind it, which was killed once while it was made."""
    orders = 20_000 if long else 300
    service = Service("--demo", "year", "--orders", orders, "--seed", 7)
    service.orders = orders
    begun = service.data / "year.unfinished"
    first = subprocess.Popen(
        [BINARY, "dev", "--data", service.data, "--port", "0", *map(str, service.arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=TENANTS.parent,
        env=QUIET,
    )
    deadline = time.monotonic() + 120
    while not begun.exists():
        assert time.monotonic() < deadline and first.poll() is None
        time.sleep(0.1)
    time.sleep(8)
    first.kill()
    first.wait(30)
    service.refused = run("dev", "--data", service.data, "--port", "0", "--no-demo")
    service.start(timeout=7200 if long else 1500)
    service.year = json.loads((service.data / "year.json").read_text())
    yield service
    service.remove()


@pytest.fixture(scope="module")
def auditors(year):
    """An auditor of each province, by slug."""
    return {entry["slug"]: Province(year, entry["slug"]).auditor for entry in year.demo["tenants"]}


@pytest.fixture(scope="module")
def orders(auditors):
    """All orders of each province that are not discarded."""
    return {slug: everything(auditor, "/orders", limit=100) for slug, auditor in auditors.items()}


def test_half_a_year_is_not_served(year):
    assert year.refused.returncode == 1
    (sentence,) = sentences(year.refused)[-1:]
    assert "--demo year" in sentence and str(year.data) in sentence
    assert f"The year in {year.data} was not finished; it is made anew." in (year.data / "journey.log").read_text()


def test_the_record_tells_what_there_is(year, orders):
    assert len(year.year["provinces"]) == len(orders) >= 3
    for entry in year.year["provinces"]:
        assert entry["orders"] >= year.orders * 9 // 10, entry["slug"]
        found = Counter(order["state"] for order in orders[entry["slug"]])
        for state in set(found) - {"cancelled"}:
            # Timers go on while the service runs.
            if state not in ("issued", "paid", "expired", "closed"):
                assert found[state] == entry["states"][state], (entry["slug"], state)
    seen = set().union(*(set(entry["states"]) for entry in year.year["provinces"]))
    assert seen == STATES
    assert set().union(*(set(entry["needs"]) for entry in year.year["provinces"])) == NEEDS


def test_the_audit_log_of_the_year_holds(year, auditors):
    for slug in auditors:
        done = year.command("audit", "verify", "--tenant", slug)
        assert done.returncode == 0, (slug, done.stdout, done.stderr)
    done = year.command("doctor")
    assert done.returncode == 0, done.stdout


def test_numbers_have_no_gaps(orders):
    for slug, all_of_them in orders.items():
        counters = defaultdict(set)
        for order in all_of_them:
            if order["number"]:
                parts = order["number"].split("/")
                assert parts[0] not in counters[parts[2], parts[-1]]
                counters[parts[2], parts[-1]].add(int(parts[0]))
        # Orders that were withdrawn after their issue are cancelled and keep their number.
        assert counters
        for counter, numbers in counters.items():
            assert numbers == set(range(1, max(numbers) + 1)), (slug, counter)


def test_money_keeps_its_bounds(orders):
    for all_of_them in orders.values():
        for order in all_of_them:
            totals = order["totals"]
            assert totals["netToVendor"] + totals["vatCollected"] + totals["withheld"] == totals["gross"]
            assert sum(line["gross"] for line in order["lines"]) == totals["gross"]
            for line in order["lines"]:
                assert (line["accepted"] or 0) <= line["quantity"]
            if order["state"] != "draft":
                assert totals["gross"] <= CAP, order["id"]


def test_steps_come_in_the_order_of_time(orders):
    for all_of_them in orders.values():
        for order in all_of_them:
            times = [event["at"].rstrip("Z") for event in order["history"]]
            assert times == sorted(times) and times[0] == order["createdAt"].rstrip("Z")


def test_lines_of_the_budget_bear_what_orders_took(orders, auditors):
    for slug, auditor in auditors.items():
        lines = {line["id"]: line for line in everything(auditor, "/budget-lines", limit=100)}
        spent = defaultdict(int)
        for order in orders[slug]:
            if order["state"] in ("paid", "closed"):
                spent[order["budgetLineId"]] += order["totals"]["gross"]
        assert spent
        for line, amount in spent.items():
            assert lines[line]["realised"] == amount, (slug, lines[line]["code"])
        for line in lines.values():
            assert line["reserved"] + line["committed"] + line["realised"] <= line["ceiling"]


def about(flag):
    """The orders, needs and packages that a flag speaks of."""
    told = flag["explanation"]
    ids = {flag["orderId"], flag["needId"], *(one["orderId"] for one in told.get("payments", []))} - {None}
    if not flag["orderId"]:
        ids |= {one["id"] for one in told.get("orders") or []} | set(told.get("packages", []))
    return ids


def test_flags_find_what_was_planted(year, auditors):
    """Every planted pattern is found; prints how often flags are raised where nobody planted anything."""
    for score in year.year["flags"]:
        print(score)
    scores = {score["code"]: score for score in year.year["flags"]}
    assert {code for code, score in scores.items() if score["planted"]} == PLANTED
    missed = {code: score for code, score in scores.items() if score["found"] < score["planted"]}
    assert not missed
    for entry in year.year["provinces"]:
        flags = everything(auditors[entry["slug"]], "/flags", limit=100)
        for pattern in entry["planted"] + entry["lookalikes"]:
            ids = {*pattern["orders"], *pattern["needs"], *pattern["packages"]}
            hit = any(flag["code"] == pattern["code"] and about(flag) & ids for flag in flags)
            assert (hit or pattern["code"] in pattern["refusedBy"]) == pattern["found"], (entry["slug"], pattern)


def test_offers_were_asked_for_and_opened(year, auditors):
    for slug, auditor in auditors.items():
        needs = everything(auditor, "/needs", limit=100)
        asked = [need for need in needs if need["request"]]
        assert {"rfo_open", "rfo_evaluating", "ordered"} <= {need["state"] for need in asked}, slug
        need = next(need for need in asked if need["state"] == "ordered")
        offers = everything(auditor, f"/needs/{need['id']}/offers")
        assert [offer["state"] for offer in offers].count("selected") == 1
        assert all(offer["unitPrice"] for offer in offers)


def test_pages_and_lists_answer_soon(year, auditors):
    slow = []
    for slug, auditor in auditors.items():
        order = everything(auditor, "/orders", limit=100)[-1]["id"]
        for path in ("/orders?limit=20", "/orders?state=closed", "/products?limit=20", f"/orders/{order}"):
            auditor.get(path).expect(200)
            began = time.monotonic()
            auditor.get(path).expect(200)
            spent = time.monotonic() - began
            if spent > 0.5:
                slow.append((slug, re.sub(r"[0-9a-f-]{36}", "…", path), spent))
    assert not slow


def test_started_again_it_goes_on(year):
    record = (year.data / "year.json").read_text()
    year.stop()
    year.start()
    assert (year.data / "year.json").read_text() == record
