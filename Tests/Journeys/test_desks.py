"""The first page of every official: what waits for whom, until when, and where to go on."""

import pytest

from journey.desk import Clerk

OFFICIALS = [
    "procurement_officer",
    "commitment_officer",
    "technical_officer",
    "treasurer",
    "budget_owner",
    "finance_verifier",
    "goods_keeper",
    "auditor",
    "verifier",
    "tenant_admin",
    "rule_approver",
]


@pytest.mark.parametrize("role", OFFICIALS)
def test_every_official_has_a_desk(province, role):
    clerk = Clerk(province.host, province.named(role))
    assert clerk.home == "/desk"
    clerk.html("/desk")
    for language, words in (("id", "Meja kerja"), ("en", "Desk of")):
        page = clerk.see("/desk", language=language)
        assert words in page.text
        for link in page.links:
            if link.startswith("/") and not link.startswith("/language"):
                answer = province.host.send("GET", link.split("#")[0], headers={"Accept": "text/html", "Cookie": clerk.cookie})
                assert answer.status in (200, 303), f"{role}: {link} answers {answer.status}"


def test_an_order_is_on_the_desk_of_whoever_has_to_act(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 2)], submit=True)
    officer = Clerk(province.host, province.named("commitment_officer"))
    treasurer = Clerk(province.host, province.named("treasurer"))
    link = f"/orders/{deal.id}"
    assert any(link in found for found in officer.see("/desk").links)
    assert not any(link in found for found in treasurer.see("/desk").links)
    deal.to("payment_approved")
    assert not any(link in found for found in officer.see("/desk").links)
    page = treasurer.see("/desk")
    assert any(link in found for found in page.links) and "Pembayaran dicatat" not in page.text
    deal.to("paid")
    assert not any(found == link for found in treasurer.see("/desk").links)


def test_what_others_hold_is_counted_by_state(province, purse, shop):
    purse.order(shop, [(shop.item["id"], 2)], submit=True)
    keeper = Clerk(province.host, province.named("goods_keeper"))
    text = keeper.see("/desk").text
    assert "Yang sedang dipegang orang lain" in text and "Diajukan ke PPK" in text
    assert "What others hold" in keeper.see("/desk", language="en").text


def test_vendors_have_no_officials_desk(province):
    vendor = Clerk(province.host, province.named("vendor_owner"))
    assert vendor.home == "/desk"
    text = vendor.see("/desk").text
    assert "Meja kerja" not in text and "Yang sedang dipegang orang lain" not in text


def test_the_desk_tells_the_deadline_with_its_zone(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 2)]).to("delivered")
    text = Clerk(province.host, province.named("commitment_officer")).see("/desk").text
    assert deal.order["number"] in text and ("WIB" in text or "WITA" in text)
