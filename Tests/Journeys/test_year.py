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
ENDS = {"closed", "cancelled", "rejected", "declined", "expired", "terminated"}


@pytest.fixture(scope="module")
def year(long):
    """A service with a year behind it, which was killed once while it was made."""
    orders = 20_000 if long else 120
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
    service.start(timeout=7200 if long else 300)
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
    assert seen >= ENDS | {"draft", "paid"}


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


def test_flags_find_what_was_planted(year, auditors):
    """Prints recall and the share of false alarms by code."""
    table = defaultdict(lambda: [0, 0, 0, 0])
    for entry in year.year["provinces"]:
        raised = defaultdict(set)
        for flag in everything(auditors[entry["slug"]], "/flags", limit=100):
            raised[flag["code"]].add(flag["orderId"] or flag["id"])
        planted = defaultdict(set)
        for pattern in entry["planted"]:
            planted[pattern["code"]] |= set(pattern["orders"])
            table[pattern["code"]][0] += 1
            table[pattern["code"]][1] += bool(raised[pattern["code"]] & set(pattern["orders"]))
        for code, found in raised.items():
            table[code][2] += len(found)
            table[code][3] += len(found - planted[code])
    print()
    for code, (patterns, hit, found, false) in sorted(table.items()):
        print(f"{code:6} {hit:5} of {patterns:5} patterns found, {found:6} flags, {false:6} on others")
    # What holds an order up is found whenever it was planted.
    for code in ("SPL2", "SPL3", "NEW1"):
        patterns, hit, _, _ = table[code]
        assert patterns and hit == patterns, (code, hit, patterns)


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
