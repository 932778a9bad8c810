"""Vendors of a test's own: registered, papered, verified, with products in the catalogue."""

import secrets

from .client import everything
from .papers import pdf, upload

PASSWORD = "Merpati-1928-terbang"


def digits(count):
    """Random digits, not starting with 0."""
    return str(secrets.randbelow(9) + 1) + "".join(str(secrets.randbelow(10)) for _ in range(count - 1))


def luhn(number):
    """The check digit that completes these digits."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def nik(province_code="31"):
    """A citizen's number: region, birthday, serial."""
    day, month, year = secrets.randbelow(28) + 1, secrets.randbelow(12) + 1, 60 + secrets.randbelow(40)
    return f"{province_code}7101{day:02}{month:02}{year:02}{secrets.randbelow(9998) + 1:04}"


def npwp():
    """A body's tax number in 16 digits with a right check digit."""
    stem = "01" + digits(6)
    return "0" + stem + luhn(stem) + digits(3) + "000"


def registration(province_code="31", **changes):
    """A body of `POST /vendors` without a fault; `changes` replace members."""
    name = "Toko Uji " + secrets.token_hex(4)
    return {
        "legalForm": "cv",
        "businessName": name,
        "ownerName": "Siti Rahmawati",
        "ownerNik": nik(province_code),
        "nib": digits(13),
        "npwp": npwp(),
        "size": "micro",
        "capital": 500_000_000,
        "yearlySales": 1_000_000_000,
        "kbli": ["47611"],
        "vatRegistered": True,
        "finalTaxLetter": None,
        "exemptBandStatement": None,
        "email": f"{secrets.token_hex(6)}@toko.example",
        "password": PASSWORD,
        "phone": "+628" + digits(10),
        "address": {"street": "Jalan Uji 1", "regionCode": f"{province_code}.71"},
        "bank": {"code": "002", "accountNumber": digits(12), "accountName": name},
        **changes,
    }


def register(province, **changes):
    """(the new vendor's owner, the vendor) in `draft`."""
    body = registration(province.facts["code"], **changes)
    vendor = province.host.post("/vendors", body).expect(201).json
    assert vendor["state"] == "draft", vendor
    return province.sign_in(body), vendor


def required(vendor):
    """The papers that a vendor who sells no food has to hand in (api.md §6, Edges)."""
    return ["nib", "npwp", "bank", "umk_statement"] + (["vat"] if vendor["vatRegistered"] else [])


def hand_in(owner, vendor):
    """Uploads every paper that submitting names as missing."""
    path = f"/vendors/{vendor['id']}"
    for pointer, code in owner.post(f"{path}/submit", {}).errors().items():
        assert code == "missing", (pointer, code)
        upload(owner, f"{path}/documents", pdf(), kind=pointer.removeprefix("/documents/")).expect(201)


def verify(province, **changes):
    """(owner, vendor): registered, submitted with its papers, and verified."""
    owner, vendor = register(province, **changes)
    hand_in(owner, vendor)
    owner.post(f"/vendors/{vendor['id']}/submit", {}).expect(200)
    vendor = province.verifier.post(f"/vendors/{vendor['id']}/verify", {}).expect(200).json
    assert vendor["state"] == "verified", vendor
    return owner, vendor


def pattern(province, tax_class):
    """A listed demonstration product of this tax class, with its vendor; stationery rather than food."""
    found = [item for item in everything(province.host, "/products") if item["taxClass"] == tax_class]
    assert found, f"no listed product of class {tax_class} in {province.slug}"
    product = min(found, key=lambda item: item["category"] != "stationery")
    return product, province.verifier.get(f"/vendors/{product['vendorId']}").expect(200).json


def product_body(like, **changes):
    """A body of `POST /products` in the category of `like`."""
    return {
        "name": "Barang uji " + secrets.token_hex(3),
        "description": "Untuk pengujian.",
        "category": like["category"],
        "unitOfMeasure": like["unitOfMeasure"],
        "price": 1_000_000,
        "priceIncludesVat": False,
        "taxClass": like["taxClass"],
        "sku": secrets.token_hex(5),
        **changes,
    }


def list_product(province, owner, body):
    """Creates, submits and lists a product."""
    product = owner.post("/products", body).expect(201).json
    owner.post(f"/products/{product['id']}/submit", {}).expect(200)
    listed = province.verifier.post(f"/products/{product['id']}/list", {}).expect(200).json
    assert listed["state"] == "listed", listed
    return listed


class Shop:
    """A verified vendor of a test's own that sells what a test asks for, at the test's price."""

    def __init__(self, province, tax_class="goods", **changes):
        self.province = province
        self.like, model = pattern(province, tax_class)
        self.owner, self.vendor = verify(province, kbli=model["kbli"], **changes)

    @property
    def id(self):
        return self.vendor["id"]

    def product(self, **changes):
        return list_product(self.province, self.owner, product_body(self.like, **changes))
