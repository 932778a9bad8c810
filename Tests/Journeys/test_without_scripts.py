"""The whole way of a purchase in Chromium with scripts off, in every province and both languages, on a phone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from browser.scene import login
from journey.province import Province
from journey.purchase import today
from journey.purse import Purse
from journey.vendor import Shop

pytestmark = pytest.mark.browser

PAID = {"id": "Dibayar", "en": "Paid"}


class Place:
    """A province with a shop, and the language in which its people read."""

    def __init__(self, province, language):
        self.province, self.language = province, language
        self.shop = Shop(province)
        self.shop.item = self.shop.product(price=1_200_000)

    def login(self, role):
        return login(self.province, self.shop.owner) if role == "vendor_owner" else self.province.named(role)

    def money(self, amount):
        return f"{amount:,}".replace(",", {"id": ".", "en": ","}[self.language])


@pytest.fixture(scope="module", params=[(0, "id"), (1, "en"), (2, "id"), (2, "en")], ids=lambda at: f"{at[0]}-{at[1]}")
def place(request, clocked):
    number, language = request.param
    slugs = sorted(entry["slug"] for entry in clocked.demo["tenants"])
    return Place(Province(clocked, slugs[number]), language)


@pytest.fixture(scope="module")
def people(chromium, place):
    """The people of one purchase, each with a window, made when they are first needed."""
    from browser.chromium import PHONE
    from browser.plain import Reader

    class People(dict):
        def __missing__(self, role):
            look = replace(PHONE, language=place.language)
            self[role] = Reader(chromium, place.province.host, place.login(role), look)
            return self[role]

    made = People()
    yield made
    for reader in made.values():
        reader.close()


@pytest.fixture(scope="module")
def need(place, people):
    """A need that the commitment officer has noted, made ready and handed on."""
    province, purse = place.province, Purse(place.province)
    officer = people["commitment_officer"].go("/needs/new")
    officer.send("/needs/new", packageLine=purse.package["rupCode"], title="Kertas untuk rapat triwulan")
    path = officer.path
    day = str(today(province.service) + timedelta(days=9))
    officer.send(
        "/prepare",
        specification="HVS 80 gram, kotak utuh",
        category=place.shop.like["category"],
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
def order(place, people, need):
    """The order that the procurement officer has made of it."""
    buyer = people["procurement_officer"].go(need)
    day = str(today(place.province.service) + timedelta(days=7))
    buyer.send(
        "/choose-direct", product=place.shop.item["name"], lines__0__quantity="2", deliverBy=day, paymentMode="LS"
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


def test_from_need_to_payment(place, people, order):
    step(people, "procurement_officer", order, "submit")
    step(people, "commitment_officer", order, "issue", justification="Sudah dibandingkan.")
    step(people, "vendor_owner", order, "accept")
    step(people, "vendor_owner", order, "start-delivery", deliveryNote="SJ-7")
    step(people, "vendor_owner", order, "arrive")
    step(people, "commitment_officer", order, "inspect-ok")
    vat = {"taxInvoiceNumber": "04002500000000123"} if place.shop.vendor["vatRegistered"] else {}
    step(people, "vendor_owner", order, "invoice", number="INV-7", **vat)
    step(people, "finance_verifier", order, "verify")
    step(people, "treasurer", order, "request-payment")
    step(people, "budget_owner", order, "approve-payment")
    due = place.province.auditor.get(order).expect(200).json["due"]["netToVendor"]
    treasurer = people["treasurer"].go(order)
    assert place.money(due) in treasurer.words
    step(people, "treasurer", order, "confirm-paid", reference=f"SP2D-{place.language}", amount=str(due))
    assert PAID[place.language] in people["vendor_owner"].go(order).words
    assert place.province.auditor.get(order).expect(200).json["state"] == "paid"


def test_a_form_that_is_sent_twice_counts_once(place, people):
    """An impatient officer taps twice; then the network sends the same form once more."""
    officer, title = people["commitment_officer"], f"Dikirim dua kali {place.language}"
    package = Purse(place.province).package
    form = officer.go("/needs/new").fill("/needs/new", packageLine=package["rupCode"], title=title)
    sent = {
        field.get_attribute("name"): field.input_value() for field in form.locator("input, select, textarea").all()
    }
    form.locator("button[type=submit]").first.dblclick()
    officer.page.wait_for_url(lambda url: not url.endswith("/needs/new"))
    made = officer.path
    again = officer.window.request.post(
        place.province.host.url + "/needs/new",
        form=sent,
        headers={"Origin": place.province.host.url, "Sec-Fetch-Site": "same-origin"},
    )
    assert again.status == 200 and made in again.url
    assert officer.go("/needs").words.count(title) == 1


def test_reloading_and_going_back_change_nothing(place, people):
    deal = Purse(place.province).order(place.shop, [(place.shop.item["id"], 2)]).to("submitted")
    officer = people["commitment_officer"].go(deal.path)
    officer.send("/issue", justification="Sudah dibandingkan.")
    version = place.province.auditor.get(deal.path).expect(200).etag
    officer.page.reload()
    officer.page.go_back()
    officer.page.go_forward()
    assert place.province.auditor.get(deal.path).expect(200).etag == version
    officer.page.go_back()
    late = officer.form("/issue")
    if late.count():
        late.locator("button[type=submit]").first.click()
    assert place.province.auditor.get(deal.path).expect(200).etag == version
    assert "Terjadi kesalahan" not in officer.words
