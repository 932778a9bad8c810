"""In a real browser, which sends no form while a required field is empty, a search inside a form searches."""

import pytest

from browser.scene import login
from journey.purse import Purse

pytestmark = pytest.mark.browser


@pytest.fixture
def window(chromium):
    window = chromium.window()
    yield window
    window.close()


def signed_in(window, host, who):
    page = window.new_page()
    page.goto(host.url + "/sign-in")
    page.fill("#email", who["email"])
    page.fill("#password", who["password"])
    page.click("main button")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    return page


def test_an_order_begins_with_a_search(window, province, shop):
    purse = Purse(province)
    page = signed_in(window, province.host, province.named("procurement_officer"))
    page.goto(f"{province.host.url}/orders/new?package={purse.package['id']}")
    assert page.locator("[required]").count() > 0
    page.fill("[id='order.words']", shop.item["name"])
    page.press("[id='order.words']", "Enter")
    amount = page.locator(f"[id='order.add.{shop.item['id']}']")
    amount.wait_for()
    amount.fill("2")
    page.locator("button[value=find]").last.click()
    line = page.locator(f"[id='order.line.{shop.item['id']}']")
    line.wait_for()
    assert line.input_value() == "2"
    page.locator("button[value=check]").click()
    page.locator("[aria-invalid=true]").first.wait_for()


def test_a_verified_vendor_looks_for_a_line_of_business(window, province, shop):
    page = signed_in(window, province.host, login(province, shop.owner))
    page.goto(province.host.url + "/profile/lines")
    assert page.locator("[required]").count() > 0
    page.fill("[id='lines.words']", "katering")
    page.press("[id='lines.words']", "Enter")
    page.locator("fieldset input[type=checkbox]:not(:checked)").first.wait_for()
