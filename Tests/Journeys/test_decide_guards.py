"""The guards of `eorder rules decide` beside tax: limits, vendor, budget, prices, splitting."""

import pytest

from journey.decide import asked, decide, facts, line, recent, severities


def found(*settings, tenant="sumbar", lines=None, **changes):
    """Code → severity of an order of Rp 10,000,000 of goods unless other lines are given."""
    return severities(decide(facts(*(lines or [line(10_000_000)]), **changes), *settings, tenant=tenant))


def test_nothing_to_say():
    decision = decide(
        facts(
            line(5_000_000, standardPrice=6_000_000, quantity=2),
            comparedPrices=[{"source": "Pasar", "unitPrice": 5_100_000}] * 2,
        )
    )
    assert decision["violations"] == [] and decision["allowed"] is True
    assert decision["evidenceForm"] == "receipt_bill" and decision["rulesVersion"]


def test_example_of_the_contract():
    """api.md §5, input and money to the letter."""
    given = facts(
        line(5_000_000, quantity=2),
        recentOrders=[recent(20_000_000, itemNames=["kertas A4"], needDate="2027-02-25")],
        budget={"available": 30_000_000},
        comparedPrices=[{"source": "Pasar", "unitPrice": 5_100_000}],
    )
    decision = decide(given)
    assert decision["allowed"] is True and decision["totals"] == {
        "priceExVat": 10_000_000,
        "vatBase": 9_166_667,
        "vat": 1_100_000,
        "vatCollected": 1_100_000,
        "gross": 11_100_000,
        "withheld": 150_000,
        "netToVendor": 9_850_000,
    }


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "suspended", "blacklisted", "rejected"])
def test_vendor_must_be_verified(state):
    assert found(vendor={"state": state})["VENDOR_NOT_VERIFIED"] == "block"


def test_vendor_size():
    assert found(vendor={"size": "medium"})["VENDOR_SIZE"] == "block"
    assert "VENDOR_SIZE" not in found(vendor={"size": "medium", "legalForm": "cooperative"})


def test_budget_to_the_rupiah():
    assert "BUDGET_AVAILABLE" not in found(budget={"available": 11_100_000})
    assert found(budget={"available": 11_099_999})["BUDGET_AVAILABLE"] == "block"


def test_direct_max_looks_only_at_direct():
    over = [line(9_009_010)]  # gross 10,000,001
    assert "DIRECT_MAX" not in found(lines=over, procedure="offer")
    assert found(lines=over, procedure="direct")["DIRECT_MAX"] == "hold"
    assert "DIRECT_MAX" not in found(lines=[line(9_009_009)], procedure="direct")
    one, two = ([{"source": f"Toko {number}", "unitPrice": 1} for number in range(count)] for count in (1, 2))
    assert found(lines=over, procedure="direct", comparedPrices=one)["DIRECT_MAX"] == "hold"
    assert "DIRECT_MAX" not in found(lines=over, procedure="direct", comparedPrices=two)
    assert "DIRECT_MAX" not in found(lines=over, procedure="direct", tenant="dki"), (
        "parity with the province's old limit"
    )


def test_cap_can_only_be_lowered():
    assert found("order.cap_gross=11100000").get("ORDER_CAP") is None
    assert found("order.cap_gross=11099999")["ORDER_CAP"] == "block"
    assert asked(facts(line(1)), "order.cap_gross=50000001").returncode != 0


def test_standard_price_is_compared_with_all_taxes():
    def code(price, limit, **more):
        return found(lines=[line(price, standardPrice=limit, **more)]).get("SSH")

    assert code(5_000_000, 5_550_000) is None
    assert code(5_000_000, 5_549_999) == "block"
    assert code(5_550_000, 5_550_000, inclusive=True) is None
    assert code(100_000, 111_000, quantity=40) is None and code(100_001, 111_000, quantity=40) == "block"


def test_payment_modes_of_the_tenant():
    assert found(paymentMode="AUTODEBIT")["PAY_MODE"] == "block"
    assert "PAY_MODE" not in found(paymentMode="AUTODEBIT", tenant="dki")
    for mode in ("UP", "LS", "KKPD"):
        assert "PAY_MODE" not in found(paymentMode=mode)


def test_year_end():
    assert found(deliverBy="2027-12-31")["YEAR_END"] == "block"
    assert "YEAR_END" not in found(deliverBy="2027-12-01")
    assert found(deliverBy="2028-01-10")["YEAR_END"] == "block"


@pytest.mark.parametrize(
    "mode, check, severity",
    [
        ("require_reason", {"result": "not_found", "evidence": "Tangkapan layar"}, None),
        ("require_reason", {"result": "found", "reason": "Stok kosong"}, "info"),
        ("require_reason", {"result": "found"}, "block"),
        ("require_reason", {"result": "not_checked", "reason": "Gangguan"}, "info"),
        ("require_reason", {"result": "not_checked"}, "block"),
        ("require_reason", {"result": "not_found"}, "block"),
        ("require_reason", {"result": "not_found", "reason": "Sudah dicari"}, "info"),
        ("require_reason", None, "block"),
        ("block", {"result": "not_found", "evidence": "Tangkapan layar"}, None),
        ("block", {"result": "found", "reason": "x"}, "block"),
        ("block", None, "block"),
    ],
)
def test_catalogue_first(mode, check, severity):
    assert found(f"catalogue_check.mode={mode}", catalogueCheck=check).get("CATALOGUE_FIRST") == severity


def test_splitting_of_one_package():
    """SPL1: orders of the package and this one together above the cap."""
    assert "SPL1" not in found(recentOrders=[recent(38_900_000, packageId="k2")])
    assert found(recentOrders=[recent(38_900_001, packageId="k2")])["SPL1"] == "block"


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"needDate": "2027-03-05"}, "hold"),
        ({"itemNames": ["kertas F4 70"]}, "hold"),
        ({}, None),
        ({"needDate": "2027-03-05", "date": "2027-01-10"}, None),
        ({"needDate": "2027-03-05", "unitId": "u2"}, None),
        ({"needDate": "2027-03-05", "account": "5.1.02.01.01.0025"}, None),
        ({"needDate": "2027-03-05", "category": "furniture"}, None),
    ],
)
def test_splitting_by_account(changes, expected):
    """SPL2: same unit, account and category within the window, when need dates or items meet."""
    assert found(recentOrders=[recent(45_000_000, **changes)]).get("SPL2") == expected


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"vendorId": "v1", "date": "2027-02-25"}, "hold"),
        ({"vendorId": "v1", "date": "2027-02-20"}, None),
        ({"vendorId": "v2", "date": "2027-02-25"}, None),
        ({"vendorId": "v1", "date": "2027-02-25", "unitId": "u2"}, None),
    ],
)
def test_splitting_by_vendor(changes, expected):
    """SPL3: same vendor and unit within seven days."""
    assert (
        found(
            recentOrders=[recent(45_000_000, account="5.1.02.01.01.0052", category="catering", **changes)]
        ).get("SPL3")
        == expected
    )


def test_a_splitting_flag_explains_itself():
    decision = decide(facts(line(10_000_000), recentOrders=[recent(45_000_000, packageId="k2")]))
    told = next(one for one in decision["violations"] if one["code"] == "SPL1")["explanation"]
    assert told["sum"] == 56_100_000 and told["limit"] == 50_000_000
    assert [order["gross"] for order in told["orders"]] == [45_000_000]
