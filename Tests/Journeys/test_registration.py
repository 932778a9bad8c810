"""Registration of vendors: every field error at once, numbers that are taken, sizes, normal forms."""

import pytest

from journey.vendor import npwp, registration


def test_all_field_errors_at_once(province):
    body = registration(
        nib="12345",
        npwp="1",
        ownerNik="abc",
        size="huge",
        capital=-1,
        yearlySales=2.5,
        kbli=[],
        email="bukan-surel",
        password="pendek",
        phone="0812",
        businessName="",
        legalForm="ltd",
        surprise=1,
        address={"street": "Jalan", "regionCode": "XX"},
        bank={"code": "1", "accountNumber": "12", "accountName": "A"},
    )
    del body["ownerName"], body["vatRegistered"]
    errors = province.host.post("/vendors", body).errors()
    expected = {
        "/nib": "bad_format",
        "/npwp": "bad_format",
        "/ownerNik": "bad_format",
        "/size": "not_one_of",
        "/capital": "too_small",
        "/yearlySales": "not_integer",
        "/kbli": "too_short",
        "/email": "bad_format",
        "/password": "too_short",
        "/phone": "bad_format",
        "/businessName": "too_short",
        "/legalForm": "not_one_of",
        "/surprise": "unknown",
        "/address/regionCode": "bad_format",
        "/bank/code": "bad_format",
        "/ownerName": "required",
        "/vatRegistered": "required",
    }
    assert {pointer: errors.get(pointer) for pointer in expected} == expected
    assert set(errors) - set(expected) <= {"/bank/accountNumber"} and "/bank/accountNumber" in errors


def test_meaning_is_judged_where_the_form_has_errors_too(province):
    body = registration(size="micro", capital=9_000_000_000, yearlySales=40_000_000_000, phone="0812", password="aaaaaaaaaaaa")
    errors = province.host.post("/vendors", body).errors()
    assert errors == {"/phone": "bad_format", "/size": "not_one_of", "/password": "bad_format"}


@pytest.mark.parametrize(
    "member, value, code",
    [
        ("businessName", "x" * 201, "too_long"),
        ("businessName", "a\u0007b", "bad_format"),
        ("capital", 2**63, "out_of_range"),
        ("capital", "500000000", "wrong_type"),
        ("password", "x" * 9, "too_short"),
        ("password", "1234567890", None),
        ("kbli", ["5621"], None),
        ("vatRegistered", "ya", "wrong_type"),
        ("finalTaxLetter", {"number": "1"}, None),
        ("email", "a@b@c.example", "bad_format"),
    ],
)
def test_one_field_is_wrong(province, member, value, code):
    errors = province.host.post("/vendors", registration(**{member: value})).errors()
    assert all(pointer.startswith(f"/{member}") for pointer in errors), errors
    assert code is None or code in errors.values(), errors


def test_names_are_trimmed_and_composed(province):
    body = registration(businessName="  Toko Cafe\u0301  ")
    assert province.host.post("/vendors", body).expect(201).json["businessName"] == "Toko Café"


@pytest.mark.parametrize("member", ["nib", "npwp", "email", "phone"])
def test_already_registered(province, member):
    first = registration()
    province.host.post("/vendors", first).expect(201)
    again = province.host.post("/vendors", registration(**{member: first[member]}))
    assert again.errors(409, "already_registered") == {f"/{member}": "already_registered"}


def test_fifteen_digits_of_npwp_are_the_same_number(province):
    number = npwp()
    vendor_body = registration(npwp=number[1:])
    province.host.post("/vendors", vendor_body).expect(201)
    owner = province.host.sign_in(vendor_body["email"], vendor_body["password"])
    vendor_id = owner.user["vendorId"]
    assert owner.get(f"/vendors/{vendor_id}").expect(200).json["npwp"] == number
    again = province.host.post("/vendors", registration(npwp=number))
    assert again.errors(409, "already_registered") == {"/npwp": "already_registered"}


def test_wrong_check_digit_is_a_warning_only(province):
    number = npwp()
    wrong = number[:9] + str((int(number[9]) + 1) % 10) + number[10:]
    vendor = province.host.post("/vendors", registration(npwp=wrong)).expect(201).json
    assert [warning["pointer"] for warning in vendor["warnings"]] == ["/npwp"]
    right = province.host.post("/vendors", registration()).expect(201).json
    assert right.get("warnings", []) == []


def test_size_must_fit_capital_or_sales(province):
    body = registration(size="small", capital=900_000_000, yearlySales=1_900_000_000)
    assert set(province.host.post("/vendors", body).errors()) == {"/size"}
    province.host.post("/vendors", {**body, "yearlySales": 2_000_000_001}).expect(201)
