"""Red flags that no single order shows: found by the service itself after what officers did (domain.md §7.6)."""

import copy
import secrets
import time

import pytest

from journey.inbox import beside, flags, spend
from journey.province import Province
from journey.purchase import today
from journey.purse import Purse, newest
from journey.tables import import_rows
from journey.vendor import Shop

# From a commit to the end of the round that it wakes.
PATIENCE = 20


def after_the_round(province, order):
    """Waits until the flags that follow from this order's last step are there: its haste is one of them."""
    return eventually(lambda: flags(province, orderId=order.id, code="FAST1"))


def eventually(look):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.2)
    raise AssertionError("nothing came up in time")


@pytest.fixture(scope="module")
def stalls(province):
    """Three shops that bill no VAT."""
    return [Shop(province, vatRegistered=False) for _ in range(3)]


def accepted(purse, stall, amount):
    """An order of this value in a package of its own, accepted, and looked at by the service."""
    order = spend(beside(purse), stall, amount).to("accepted")
    after_the_round(purse.province, order)
    return order


def test_orders_close_to_a_threshold_and_a_favoured_vendor(provinces):
    """SPL4 and REP1 of an officer who issues nothing else: below, at and above their limits."""
    province = provinces[min(provinces)]
    stalls = [Shop(province, vatRegistered=False) for _ in range(3)]
    officer = province.person("commitment_officer", 1)
    purse = Purse(province, ceiling=400_000_000, officer=officer)

    def found(code):
        return [flag for flag in flags(province, code=code) if flag["commitmentOfficerId"] == officer.id]

    first, second, third = stalls
    for stall, amount in (
        (first, 8_999_999),
        (first, 9_000_000),
        (second, 10_000_001),
        (second, 9_500_000),
    ):
        accepted(purse, stall, amount)
        assert found("SPL4") == [], "two orders are close, one lies below and one above"
    last = accepted(purse, first, 10_000_000)
    (near,) = eventually(lambda: found("SPL4"))
    told = near["explanation"]
    assert told["count"] == 3 and told["sum"] == 28_500_000 and told["limit"] == 10_000_000
    assert last.id in [order["id"] for order in told["orders"]] and near["severity"] == "info"
    mine = officer.get(f"/flags/{near['id']}").expect(200).json
    assert mine["allowedTransitions"] == ["explain"]

    for stall in (second, third, third, third, first):
        accepted(purse, stall, 100_000)
    assert found("REP1") == [], "four of ten are forty per cent"
    accepted(purse, first, 100_000)
    (pair,) = eventually(lambda: found("REP1"))
    assert pair["vendorId"] == first.id
    assert (pair["explanation"]["count"], pair["explanation"]["total"]) == (5, 11)
    accepted(purse, first, 100_000)
    assert [flag["id"] for flag in found("REP1")] == [pair["id"]], "one flag for the half-year"
    assert len(found("SPL4")) == 1


@pytest.mark.parametrize(
    "seconds, hasty", [(590, True), (600, False), (86_400, False)], ids=["below", "at", "honest"]
)
def test_haste(clocked, seconds, hasty):
    """FAST1: from draft to acceptance."""
    province = Province(clocked, "dki")
    stall = Shop(province, vatRegistered=False)
    order = spend(Purse(province), stall, 1_000_000).to("issued")
    clocked.administrator().post("/clock", {"advanceSeconds": seconds}).expect(200)
    province.wake()
    order.to("accepted")
    clocked.administrator().post("/clock", {"advanceSeconds": 1}).expect(200)
    found = flags(province, orderId=order.id, code="FAST1")
    assert len(found) == hasty
    if hasty:
        assert found[0]["explanation"]["allowed"] == 10 and found[0]["severity"] == "info"


@pytest.mark.parametrize("second, raised", [(999_999, 0), (1_000_000, 0), (1_000_001, 1)])
def test_payments_of_one_day(province, stalls, second, raised):
    """TAX1: each too small to be taxed, together not."""
    purse = Purse(province, ceiling=100_000_000)
    spend(purse, stalls[0], 1_000_000).to("paid")
    order = spend(beside(purse), stalls[0], second).to("paid")
    watermark(province, stalls)
    found = flags(province, unitId=purse.unit_id, code="TAX1")
    assert len(found) == raised
    if raised:
        assert found[0]["vendorId"] == stalls[0].id and found[0]["explanation"]["sum"] == 2_000_001
        paid = [one["orderId"] for one in found[0]["explanation"]["payments"]]
        assert order.id in paid
        told = province.treasurer.get("/notifications", limit=100).expect(200).json["items"]
        assert any(one["subject"]["id"] in paid for one in told if one["kind"] == "payments_together")


def test_payments_asked_for_on_two_days(clocked):
    """TAX1 warns of what was asked for on one day; what was asked for on two is told once it is paid on one."""
    province = Province(clocked, "dki")
    stall, purse = Shop(province, vatRegistered=False), Purse(province, ceiling=100_000_000)
    first = spend(purse, stall, 1_200_000).to("payment_requested")
    clocked.administrator().post("/clock", {"advanceSeconds": 86_400}).expect(200)
    province.wake()
    second = spend(beside(purse), stall, 1_200_000).to("payment_requested")
    clocked.administrator().post("/clock", {"advanceSeconds": 1}).expect(200)
    assert flags(province, unitId=purse.unit_id, code="TAX1") == []
    first.to("paid")
    second.to("paid")
    clocked.administrator().post("/clock", {"advanceSeconds": 1}).expect(200)
    assert len(flags(province, unitId=purse.unit_id, code="TAX1")) == 1


def watermark(province, stalls):
    """Whatever was done before this order is looked at has been looked at: the queue keeps its order."""
    accepted(Purse(province, ceiling=10_000_000), stalls[2], 10_000)


def test_two_large_payments_and_two_units_are_honest(province, stalls):
    purse, other = Purse(province, ceiling=100_000_000), Purse(province, ceiling=100_000_000)
    for payer, amount in ((purse, 2_500_000), (beside(purse), 2_400_000), (other, 1_900_000)):
        spend(payer, stalls[1], amount).to("paid")
    watermark(province, stalls)
    for payer in (purse, other):
        assert flags(province, unitId=payer.unit_id, code="TAX1") == []


def anew(purse, account):
    """The purse with a second budget line of this account, from which no package draws yet."""
    other, province = copy.copy(purse), purse.province
    other.line_code = f"JB-{secrets.token_hex(5)}"
    row = {
        "code": other.line_code,
        "unitCode": purse.unit_code,
        "year": today(province.service).year,
        "activityCode": "7.02.01.1.06.0009",
        "account": account,
        "name": "Belanja uji",
        "fundSource": "APBD",
        "version": "murni",
        "ceiling": purse.ceiling,
    }
    import_rows(province.administrator, "budget-lines", [row])
    other.line_id = newest(province.buyer, "/budget-lines", "code", other.line_code)["id"]
    return other


@pytest.mark.parametrize(
    "ceiling, method, raised",
    [(99_999_999, "direct", 0), (100_000_000, "direct", 0), (100_000_001, "direct", 1)]
    + [(150_000_000, "small_tender", 0)],
)
def test_a_plan_worth_a_tender(province, stalls, ceiling, method, raised):
    """SPL5: what the unit plans for one account and category in the year."""
    purse = Purse(province, ceiling=300_000_000, account="5.1.02.01.01.0025")
    other = anew(purse, "5.1.02.01.01.0024")
    small = beside(other, ceiling=100_000_000)
    beside(other, ceiling=ceiling, method=method)
    order = spend(small, stalls[0], 1_000_000).to("accepted")
    after_the_round(province, order)
    found = flags(province, unitId=purse.unit_id, code="SPL5")
    assert len(found) == raised
    if raised:
        assert found[0]["severity"] == "warn" and found[0]["explanation"]["sum"] == 200_000_001
