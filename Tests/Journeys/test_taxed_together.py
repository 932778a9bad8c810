"""Small payments of one day are one for tax: the later bears what the earlier was spared (TAX1, domain.md §7.6)."""

import pytest

from journey.inbox import beside, spend
from journey.page import opened, sign_in
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture
def stall(province):
    """A shop without VAT, of which nobody has bought yet."""
    return Shop(province, vatRegistered=False)


def violations(deal):
    return {one["code"]: one for one in deal.seen_by("auditor")["decision"]["violations"]}


def income_tax(deal):
    return next(tax for tax in deal.order["decision"]["taxes"] if tax["code"].startswith("PPH"))


def test_the_later_payment_bears_the_tax_on_both(province, stall):
    purse = Purse(province, ceiling=100_000_000)
    first = spend(purse, stall, 1_800_000).to("paid")
    assert first.order["totals"]["withheld"] == 0
    second = spend(beside(purse), stall, 1_600_000).to("invoiced")
    assert second.order["totals"]["withheld"] == 0 and "TAX1" not in violations(second)
    second.to("verified_for_payment")
    totals = second.order["totals"]
    assert (totals["gross"], totals["withheld"], totals["netToVendor"]) == (1_600_000, 51_000, 1_549_000)
    assert income_tax(second)["base"] == 3_400_000
    assert income_tax(second)["shared"] == {
        "orders": [first.order["number"]],
        "base": 3_400_000,
        "amount": 51_000,
        "taken": 0,
    }
    told = violations(second)["TAX1"]
    assert told["severity"] == "warn" and told["explanation"]["sum"] == 3_400_000 and "231/2019" in told["legal"]

    treasurer, _ = sign_in(province.host, province.named("treasurer"))
    page = opened(province.host, second.path, treasurer)
    assert first.order["number"] in page.text and "1,5 % × Rp3.400.000 = Rp51.000" in page.text
    english = opened(province.host, second.path, treasurer, language="en")
    assert "that day's payment for" in english.text

    second.to("paid")
    assert second.order["payment"]["amount"] == 1_549_000 and purse.ledger == (0, 0, 3_400_000)
    third = spend(beside(purse), stall, 1_000_000).to("paid")
    assert third.order["totals"]["withheld"] == 15_000 and income_tax(third)["shared"]["taken"] == 51_000
    checked = province.service.command("audit", "verify", "--tenant", province.slug)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("amount, withheld", [(199_999, 0), (200_000, 0), (200_001, 30_000)])
def test_the_threshold_looks_at_the_sum(province, stall, amount, withheld):
    purse = Purse(province, ceiling=100_000_000)
    spend(purse, stall, 1_800_000).to("payment_requested")
    second = spend(beside(purse), stall, amount).to("verified_for_payment")
    assert second.order["totals"]["withheld"] == withheld
    assert ("TAX1" in violations(second)) == (withheld > 0)


def test_what_is_asked_for_first_does_not_bear_it_twice(province, stall):
    purse = Purse(province, ceiling=100_000_000)
    first = spend(purse, stall, 1_800_000).to("verified_for_payment")
    second = spend(beside(purse), stall, 1_600_000).to("verified_for_payment")
    assert second.order["totals"]["withheld"] == 51_000
    first.to("payment_requested")
    assert first.order["totals"]["withheld"] == 0 and income_tax(first)["shared"]["taken"] == 51_000
    for deal, withheld in ((first, 0), (second, 51_000)):
        deal.to("paid")
        assert deal.order["totals"]["withheld"] == withheld


def test_a_large_payment_and_another_unit_stay_alone(province, stall):
    purse, other = Purse(province, ceiling=100_000_000), Purse(province, ceiling=100_000_000)
    spend(purse, stall, 2_500_000).to("payment_requested")
    small = spend(beside(purse), stall, 1_000_000).to("verified_for_payment")
    elsewhere = spend(other, stall, 1_900_000).to("verified_for_payment")
    assert small.order["totals"]["withheld"] == elsewhere.order["totals"]["withheld"] == 0
    assert "TAX1" not in violations(small) and "TAX1" not in violations(elsewhere)
