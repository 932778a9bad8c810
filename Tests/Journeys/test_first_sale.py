"""A shop that has never used it, from the catalogue's foot to money on its account, by pages and forms alone."""

import secrets
from datetime import timedelta

import pytest

from journey.page import sign_in
from journey.papers import JPEG, pdf
from journey.postmaster import Postmaster
from journey.province import Province
from journey.purchase import today
from journey.purse import Purse
from journey.service import Service
from journey.vendor import PASSWORD, digits, nik, npwp
from journey.visitor import Visitor

NAME = "Warung Alat Tulis " + secrets.token_hex(3)
EMAIL = f"{secrets.token_hex(6)}@toko.example"


@pytest.fixture(scope="module")
def postmaster():
    made = Postmaster().open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def place(postmaster):
    service = Service()
    service.environment = {"EORDER_SMTP_URL": postmaster.url, "EORDER_MAIL_FROM": "e-order@uji.example"}
    service.start()
    yield Province(service, max(entry["slug"] for entry in service.demo["tenants"]))
    service.remove()


def at_work(place, role):
    """An official's browser, at the desk."""
    cookie, home = sign_in(place.host, place.named(role))
    assert home == "/desk"
    return Visitor(place.host, cookie=cookie)


def follow(visitor, page, start):
    """Opens the first link of a page that starts so; that there is one is half of the test."""
    link = next((link for link in page.links if link.startswith(start)), None)
    assert link, (page.path, start, [link for link in page.links if not link.startswith("/language")])
    return visitor.get(link.split("#")[0])


def registered(place, postmaster):
    """Step by step to the papers, and the e-mail address proved."""
    owner = Visitor(place.host)
    page = follow(owner, owner.get("/"), "/how-to-register")
    page = follow(owner, page, "/register")
    page = follow(owner, page, "/register/account")
    page = owner.go(owner.send(page, "/account", account__email=EMAIL, account__password=PASSWORD))
    code = place.facts["code"]
    business = {
        "business.legalForm": "individual", "business.businessName": NAME, "business.nib": digits(13),
        "business.address.street": "Jalan Pasar 3", "business.address.regionCode": f"{code}.71",
    }
    page = owner.go(owner.send(page, "/business", **business))
    found = owner.go(owner.send(page, "/lines", **{"lines.words": "alat tulis", "lines.action": "search"}))
    line = next(name for form in found.forms for name in form["fields"] if name.startswith("line."))
    page = owner.go(owner.send(found, "/lines", **{line: "true"}))
    person = {"owner.ownerName": "Siti Rahmawati", "owner.ownerNik": nik(code), "owner.phone": "08" + digits(10)}
    page = owner.go(owner.send(page, "/owner", **person))
    size = {"size.size": "micro", "size.capital": "25.000.000", "size.yearlySales": "120.000.000"}
    page = owner.go(owner.send(page, "/size", **size))
    page = owner.go(owner.send(page, "/tax", **{"tax.npwp": npwp(), "tax.vatRegistered": "false"}))
    account = {
        "bank.bank.code": "002", "bank.bank.accountNumber": digits(12), "bank.bank.accountName": "SITI RAHMAWATI",
    }
    page = owner.go(owner.send(page, "/bank", **account))
    page = owner.go(owner.send(page, "/review"))
    assert page.path.startswith("/profile/papers") and EMAIL in page.text, "the address waits to be proved"

    _, link = postmaster.wait(EMAIL, "alamat surel").link("/email-proofs/")
    proved = owner.go(owner.send(link, "/" + link.rsplit("/", 1)[1]))
    assert "dipastikan" in proved.text
    page = owner.get("/desk")
    assert EMAIL not in page.text
    return owner, page


def verified(place, owner, home):
    page = follow(owner, home, "/profile/papers")
    for kind in ("nib", "npwp", "bank", "umk_statement"):
        page = owner.go(owner.send(page, f"/papers/{kind}", files={"camera": JPEG}))
    owner.go(owner.send(page, "/profile/submit"))
    verifier = at_work(place, "verifier")
    desk = verifier.get("/desk")
    vendor = next(page for page in (
        verifier.get(link) for link in desk.links if link.startswith("/vendors/")
    ) if NAME in page.text)
    paper = next(link for link in vendor.links if "?paper=" in link)
    assert "Dokumen" in verifier.get(paper.split("#")[0]).text
    assert "Terverifikasi" in verifier.go(verifier.send(vendor, "/verify")).text
    return verifier


def listed(owner, verifier):
    page = owner.get("/desk")
    page = follow(owner, page, "/storefront/new")
    product = {
        "product.name": f"Nota rangkap {NAME}", "product.description": "Rangkap dua, jilid rapi.",
        "product.category": "stationery", "product.unitOfMeasure": "buku", "product.price": "1.500.000",
    }
    page = owner.go(owner.send(page, "/storefront/new", **product))
    page = owner.go(owner.send(page, "/pictures", files={"camera": JPEG}, alt="Nota"))
    page = owner.go(owner.send(page, "/submit"))
    number = page.path.split("?")[0].rsplit("/", 1)[1]
    page = follow(verifier, verifier.get("/desk"), "/curation")
    page = page if number in page.path else follow(verifier, verifier.get("/curation"), f"/curation/{number}")
    assert "Tayang" in verifier.go(verifier.send(page, "/list")).text
    return number


def ordered(place, product):
    """The officials' part: from the package to the order that the vendor gets."""
    purse = Purse(place)
    buyer = at_work(place, "procurement_officer")
    page = follow(buyer, buyer.get("/desk"), "/orders/new")
    found = buyer.get(f"/packages?q={purse.rup_code}")
    page = follow(buyer, found, "/packages/")
    page = follow(buyer, page, "/orders/new?package=")
    words = {"order.words": NAME.split()[-1], "order.category": "", "do": "find"}
    found = buyer.go(buyer.send(page, "/orders/new", **words))
    assert f"order.add.{product}" in found.html
    values = {
        f"order.add.{product}": "2", "order.deliverTo.street": "Jalan Kantor 1",
        "order.deliverTo.regionCode": place.facts["code"] + ".71", "order.paymentMode": "LS",
        "order.deliverBy": str(today(place.service) + timedelta(days=5)),
        "order.comparedPrices.0.source": "Pasar Raya", "order.comparedPrices.0.unitPrice": "1.600.000",
        "order.comparedPrices.1.source": "Toko Lain", "order.comparedPrices.1.unitPrice": "1.650.000",
    }
    page = buyer.go(buyer.send(page, "/orders/new", **values, do="submit"))
    order = page.path.split("?")[0]
    officer = at_work(place, "commitment_officer")
    page = follow(officer, officer.get("/desk"), order)
    page = officer.go(officer.send(page, "/issue", **{"issue.justification": "Kebutuhan rutin."}))
    return order, page


def test_from_the_catalogue_to_money_on_the_account(place, postmaster):
    owner, home = registered(place, postmaster)
    verifier = verified(place, owner, home)
    product = listed(owner, verifier)
    assert NAME in Visitor(place.host).get(f"/?q={NAME.split()[-1]}").text
    order, _ = ordered(place, product)

    page = follow(owner, owner.get("/desk"), order)
    assert "Jalan Kantor 1, Kota" in page.text
    page = owner.go(owner.send(page, "/accept"))
    delivery = {"start-delivery.notePhoto.camera": JPEG}
    page = owner.go(owner.send(page, "/start-delivery", files=delivery, **{"start-delivery.deliveryNote": "SJ-1"}))
    owner.go(owner.send(page, "/arrive", files={"arrive.photo.camera": JPEG}))

    officer = at_work(place, "commitment_officer")
    page = follow(officer, officer.get("/desk"), order)
    officer.go(officer.send(page, "/inspect-ok"))
    page = follow(owner, owner.get("/desk"), order)
    bill = {"invoice.number": "INV-1", "invoice.date": str(today(place.service))}
    owner.go(owner.send(page, "/invoice", files={"invoice.invoicePhoto.file": pdf("Tagihan")}, **bill))
    assert "Uang yang akan masuk" in owner.get("/desk").text

    checker = at_work(place, "finance_verifier")
    checker.go(checker.send(follow(checker, checker.get("/desk"), order), "/verify"))
    treasurer = at_work(place, "treasurer")
    treasurer.go(treasurer.send(follow(treasurer, treasurer.get("/desk"), order), "/request-payment"))
    budget = at_work(place, "budget_owner")
    budget.go(budget.send(follow(budget, budget.get("/desk"), order), "/approve-payment"))
    page = follow(treasurer, treasurer.get("/desk"), order)
    due = place.treasurer.get(order).expect(200).json["due"]["netToVendor"]
    paid = {"confirm-paid.reference": f"SP2D-{secrets.token_hex(4)}", "confirm-paid.amount": str(due)}
    page = treasurer.go(treasurer.send(page, "/confirm-paid", **paid))
    receipt = next(form["action"] for form in page.forms if "/do/tax-receipt." in form["action"])
    tax = receipt.rsplit("/", 1)[1]
    page = treasurer.go(treasurer.send(page, receipt, **{f"{tax}.ntpn": "1A2B 3C4D 5E6F 7G8H"}))
    assert "1A2B3C4D5E6F7G8H" in page.text

    page = follow(owner, owner.get("/desk"), order)
    assert "Dibayar" in page.text and "1A2B3C4D5E6F7G8H" in page.text
    notices = owner.get("/notifications")
    assert order in notices.links and "/profile" in notices.links
    page = owner.go(owner.send(page, "/rate", **{"rate.stars": "5"}))
    assert "Penilaian diberikan" in page.text
