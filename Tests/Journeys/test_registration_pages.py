"""A shop owner registers by pages alone: step by step, leaving and coming back, papers by camera, verified."""

import secrets

import pytest

from journey.page import sign_in
from journey.papers import JPEG, pdf
from journey.vendor import PASSWORD, digits, nik, npwp, verify
from journey.visitor import Visitor

@pytest.fixture
def owner(province):
    return Visitor(province.host)


def steps(province, name):
    """What is typed into each step, as people type it."""
    code = province.facts["code"]
    return {
        "business": {
            "business.legalForm": "individual",
            "business.businessName": name,
            "business.nib": "1234 " + digits(9),
            "business.address.street": "Jalan Pasar 3, RT 001/RW 002",
            "business.address.regionCode": f"{code}.71",
        },
        "owner": {
            "owner.ownerName": "Siti Rahmawati",
            "owner.ownerNik": nik(code),
            "owner.phone": "08" + digits(2) + "-" + digits(4) + "-" + digits(4),
        },
        "size": {"size.size": "micro", "size.capital": "Rp 25.000.000", "size.yearlySales": "120.000.000"},
        "tax": {"tax.npwp": npwp(), "tax.vatRegistered": "false"},
        "bank": {
            "bank.bank.code": "002",
            "bank.bank.accountNumber": digits(12),
            "bank.bank.accountName": "SITI RAHMAWATI",
        },
    }


def begin(visitor, email):
    page = visitor.go(visitor.send("/register/account", "/account", account__email=email, account__password=PASSWORD))
    assert page.path == "/register/business"
    return page


def register(province, visitor, name, email):
    """Goes through all steps; the page of the papers at the end."""
    begin(visitor, email)
    for step, typed in steps(province, name).items():
        if step == "owner":
            choose_lines(visitor)
        visitor.send(f"/register/{step}", f"/{step}", **typed).expect(303)
    return visitor.go(visitor.send("/register/review", "/review"))


def choose_lines(visitor, words="fotokopi", code="82190"):
    """Searches by words and ticks what is found."""
    found = visitor.go(visitor.send("/register/lines", "/lines", **{"lines.words": words, "lines.action": "search"}))
    assert f"line.{code}" in found.html
    page = visitor.go(visitor.send(found, "/lines", **{f"line.{code}": "true"}))
    assert page.path == "/register/owner"


def test_a_new_vendor_registers_hands_in_papers_and_is_verified(province, owner):
    name, email = "Fotokopi Uji " + secrets.token_hex(3), f"{secrets.token_hex(6)}@toko.example"
    papers = register(province, owner, name, email)
    assert papers.path.startswith("/profile/papers") and "Akun Anda sudah jadi" in papers.text
    home = owner.get("/desk")
    assert "Lengkapi dan ajukan" in home.text
    for kind in ("nib", "npwp", "bank", "umk_statement"):
        wrong = owner.send("/profile/papers", f"/papers/{kind}", files={"file": b"bukan surat"}).expect(422)
        assert f"#{kind}.file" in wrong.text
        photo = {"camera": JPEG} if kind == "nib" else {"file": pdf()}
        page = owner.go(owner.send("/profile/papers", f"/papers/{kind}", files=photo, validUntil="2030-01-31"))
        assert "sudah diterima" in page.text and "31 Januari 2030" in page.text
    submitted = owner.go(owner.send("/profile/papers", "/profile/submit"))
    assert "Pendaftaran sudah diajukan" in submitted.text and "Verifikator menjawab paling lambat" in submitted.text
    vendor = next(
        item for item in province.verifier.get("/vendors", state="submitted").json["items"] if item["businessName"] == name
    )
    assert vendor["phone"].startswith("+62") and vendor["capital"] == 25_000_000
    assert vendor["kbli"] == [{"code": "82190", "version": "2020"}] and vendor["size"] == "micro"
    province.verifier.post(f"/vendors/{vendor['id']}/verify", {}).expect(200)
    home = owner.get("/desk")
    assert "Belum ada produk" in home.text and "/storefront/new" in home.links
    assert name in owner.get("/profile").text


def test_left_and_resumed_in_another_browser(province, owner):
    email = f"{secrets.token_hex(6)}@toko.example"
    begin(owner, email)
    typed = steps(province, "Toko Setengah Jadi")["business"]
    owner.send("/register/business", "/business", **{**typed, "business.nib": "12"}).expect(422)
    other = Visitor(province.host)
    other.send("/register", "/resume", email=email, password="salah-sekali").expect(422)
    page = other.go(other.send("/register", "/resume", email=email, password=PASSWORD))
    assert page.path == "/register/business" and "Toko Setengah Jadi" in page.html
    review = other.get("/register/review")
    assert "Yang masih perlu dilengkapi" in review.text and "/register/bank" in review.links
    assert not [form for form in review.forms if form["action"] == "/register/review"]


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(province, owner):
    begin(owner, f"{secrets.token_hex(6)}@toko.example")
    answer = owner.send(
        "/register/business", "/business", **{"business.businessName": "Warung & Anak", "business.nib": "abc"}
    ).expect(422)
    for field in ("legalForm", "nib", "address.street", "address.regionCode"):
        assert f'href="#business.{field}"' in answer.text, field
    assert "Warung &amp; Anak" in answer.text and 'aria-invalid="true"' in answer.text


def test_addresses_that_somebody_has_are_told_at_once(province, owner):
    taken = province.named("vendor_owner")["email"]
    answer = owner.send("/register/account", "/account", account__email=taken, account__password=PASSWORD).expect(409)
    assert "#account.email" in answer.text
    weak = owner.send(
        "/register/account", "/account", account__email=f"{secrets.token_hex(6)}@toko.example", account__password="12345"
    ).expect(422)
    assert "#account.password" in weak.text and "12345" not in weak.text


def test_the_account_is_changed_with_its_consequences_told(province):
    api, vendor = verify(province)
    person = {"email": vendor["email"], "password": PASSWORD}
    cookie, start = sign_in(province.host, person)
    assert start == "/desk"
    visitor = Visitor(province.host, cookie=cookie)
    page = visitor.go(
        visitor.send(
            "/profile",
            "/profile/bank",
            **{"bank.bank.accountNumber": digits(11), "bank.bank.code": "008", "bank.bank.accountName": vendor["businessName"]},
        )
    )
    assert "Rekening baru Anda sedang diperiksa" in page.text
    assert api.get(f"/vendors/{vendor['id']}").json["bank"]["code"] == "008"
    assert not [form for form in page.forms if form["action"].endswith("/profile/owner")]


def test_pages_of_registering_in_both_languages(province):
    for language in ("id", "en"):
        visitor = Visitor(province.host, language=language)
        for path in ("/register", "/register/account", "/how-to-register"):
            visitor.get(path)
        begin(visitor, f"{secrets.token_hex(6)}@toko.example")
        for step in ("business", "lines", "owner", "size", "tax", "bank", "review"):
            visitor.get(f"/register/{step}")
