"""The whole way of a purchase in Chromium with scripts off: every person works on pages and forms alone."""

from datetime import timedelta

import pytest

from journey.purchase import today
from journey.purse import Purse

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def people(chromium, scene):
    """The people of one purchase, each with a window, made when they are first needed."""
    from browser.plain import Reader

    class People(dict):
        def __missing__(self, role):
            self[role] = Reader(chromium, scene.host, scene.logins()[role])
            return self[role]

    made = People()
    yield made
    for reader in made.values():
        reader.close()


@pytest.fixture(scope="module")
def need(scene, people):
    """A need that the commitment officer has noted, made ready and handed on."""
    province, purse = scene.province, Purse(scene.province)
    officer = people["commitment_officer"].go("/needs/new")
    officer.send("/needs/new", packageLine=purse.package["rupCode"], title="Kertas untuk rapat triwulan")
    path = officer.path
    day = str(today(province.service) + timedelta(days=9))
    officer.send(
        "/prepare",
        specification="HVS 80 gram, kotak utuh",
        category=scene.shop.like["category"],
        quantity="2",
        unitOfMeasure="rim",
        neededOn=day,
        deliverTo__street="Jalan Kantor 1",
        deliverTo__regionCode=province.facts["code"] + ".71",
        ownEstimate="2.700.000",
        catalogueCheck__result="not_found",
        catalogueCheck__evidence="Tangkapan layar 7",
    )
    officer.send("/dispatch", officerId=province.buyer.id)
    return path


@pytest.fixture(scope="module")
def order(scene, people, need):
    """The order that the procurement officer has made of it."""
    buyer = people["procurement_officer"].go(need)
    day = str(today(scene.province.service) + timedelta(days=7))
    buyer.send(
        "/choose-direct", product=scene.shop.item["name"], lines__0__quantity="2", deliverBy=day, paymentMode="LS"
    )
    link = buyer.page.locator("main a[href^='/orders/']").first.get_attribute("href")
    buyer.go(link)
    return link


def step(people, role, order, action, **fields):
    """One person takes the order a step on; the person afterwards."""
    reader = people[role].go(order)
    reader.send(f"/{action}", **fields)
    assert not reader.go(order).page.locator(f"main form[action$='/{action}']").count(), f"{action} is still asked"
    return reader


def test_from_need_to_payment(scene, people, order):
    step(people, "procurement_officer", order, "submit")
    step(people, "commitment_officer", order, "issue", justification="Sudah dibandingkan.")
    step(people, "vendor_owner", order, "accept")
    step(people, "vendor_owner", order, "start-delivery", deliveryNote="SJ-7")
    step(people, "vendor_owner", order, "arrive")
    step(people, "commitment_officer", order, "inspect-ok")
    vat = {"taxInvoiceNumber": "04002500000000123"} if scene.shop.vendor["vatRegistered"] else {}
    step(people, "vendor_owner", order, "invoice", number="INV-7", **vat)
    step(people, "finance_verifier", order, "verify")
    step(people, "treasurer", order, "request-payment")
    step(people, "budget_owner", order, "approve-payment")
    due = scene.province.auditor.get(order).expect(200).json["due"]["netToVendor"]
    treasurer = people["treasurer"].go(order)
    assert f"{due:,}".replace(",", ".") in treasurer.words
    step(people, "treasurer", order, "confirm-paid", reference="SP2D-7", amount=str(due))
    assert "Dibayar" in people["vendor_owner"].go(order).words
    assert scene.province.auditor.get(order).expect(200).json["state"] == "paid"


def test_a_form_that_is_sent_twice_counts_once(scene, people):
    """An impatient officer taps twice; then the network sends the same form once more."""
    officer, title = people["commitment_officer"].go("/needs/new"), "Dikirim dua kali"
    form = officer.fill("/needs/new", packageLine=scene.purse.package["rupCode"], title=title)
    sent = {
        field.get_attribute("name"): field.input_value() for field in form.locator("input, select, textarea").all()
    }
    form.locator("button[type=submit]").first.dblclick()
    officer.page.wait_for_url(lambda url: not url.endswith("/needs/new"))
    made = officer.path
    again = officer.window.request.post(
        scene.host.url + "/needs/new",
        form=sent,
        headers={"Origin": scene.host.url, "Sec-Fetch-Site": "same-origin"},
    )
    assert again.status == 200 and made in again.url
    assert officer.go("/needs").words.count(title) == 1


def test_reloading_and_going_back_change_nothing(scene, people):
    deal = scene.order("submitted")
    officer = people["commitment_officer"].go(deal.path)
    officer.send("/issue", justification="Sudah dibandingkan.")
    version = scene.province.auditor.get(deal.path).expect(200).etag
    officer.page.reload()
    officer.page.go_back()
    officer.page.go_forward()
    assert scene.province.auditor.get(deal.path).expect(200).etag == version
    officer.page.go_back()
    late = officer.form("/issue")
    if late.count():
        late.locator("button[type=submit]").first.click()
    assert scene.province.auditor.get(deal.path).expect(200).etag == version
    assert "Terjadi kesalahan" not in officer.words
