"""How bodies are read: one strict reading of JSON, every wrong value named, nothing above the limit."""

import json

import pytest

GOOD = b'{"email":"a@b.example","password":"kata sandi"}'
MALFORMED = {
    "empty": b"",
    "word": b"nonsense",
    "open": b'{"email":',
    "trailing comma": b'{"email":"a",}',
    "two values": GOOD + b"{}",
    "trailing text": GOOD + b"x",
    "byte-order mark": b"\xef\xbb\xbf" + GOOD,
    "UTF-16": GOOD.decode().encode("utf-16-le"),
    "UTF-16 with mark": GOOD.decode().encode("utf-16"),
    "not UTF-8": b'{"email":"\xff"}',
    "overlong": b'{"email":"\xc0\xaf"}',
    "surrogate in UTF-8": b'{"email":"\xed\xa0\x80"}',
    "duplicate": b'{"email":"a","email":"b"}',
    "duplicate escaped": b'{"email":"a","\\u0065mail":"b"}',
    "duplicate deep": b'{"email":"a","x":{"y":1,"y":2}}',
    "lone high surrogate": b'{"email":"\\ud800"}',
    "lone low surrogate": b'{"email":"\\udc00x"}',
    "reversed pair": b'{"email":"\\udc00\\ud800"}',
    "NUL escaped": b'{"email":"a\\u0000b"}',
    "NUL raw": b'{"email":"a\x00b"}',
    "NUL after": GOOD + b"\x00",
    "raw newline": b'{"email":"a\nb"}',
    "single quotes": b"{'email':'a'}",
    "leading zero": b'{"email":01}',
    "plus": b'{"email":+1}',
    "bare point": b'{"email":1.}',
    "hexadecimal": b'{"email":0x10}',
    "NaN": b'{"email":NaN}',
    "Infinity": b'{"email":Infinity}',
    "comment": b'{"email":1/**/}',
    "bad escape": b'{"email":"\\x41"}',
    "depth 33": b"[" * 33 + b"]" * 33,
    "depth 33 within": b'{"x":' + b"[" * 32 + b"]" * 32 + b"}",
    "depth 100000": b"[" * 100_000 + b"]" * 100_000,
    "half": GOOD[:-1],
}
ROUTES = ["/sessions", "/vendors", "/orders", "/orders/preview", "/products"]


def send(province, path, body, **headers):
    person = province.buyer if path.startswith("/orders") else province.person("vendor_owner")
    headers = {"Content-Type": "application/json", **headers}
    if path in ("/sessions", "/vendors"):
        return province.host.post(path, body=body, headers=headers)
    return person.post(path, body=body, headers=headers)


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(province, name):
    for path in ROUTES:
        send(province, path, MALFORMED[name]).problem(400, "malformed_json")


@pytest.mark.parametrize(
    "body", [b"[]", b'"text"', b"1", b"null", b"[" * 32 + b"]" * 32, b"true", b" \t\r\n[]\n"]
)
def test_well_formed_but_no_object(province, body):
    for path in ROUTES:
        assert set(send(province, path, body).errors().values()) <= {"wrong_type", "required"}


@pytest.mark.parametrize(
    "quantity, code",
    [
        ("1.0", "not_integer"),
        ("1e3", "not_integer"),
        ("1.5", "not_integer"),
        ("1E400", "not_integer"),
        ("0", "too_small"),
        ("-1", "too_small"),
        ("1000001", "too_large"),
        ("9223372036854775807", "too_large"),
        ("9223372036854775808", "out_of_range"),
        ("-9223372036854775808", "too_small"),
        ("-9223372036854775809", "out_of_range"),
        ("1" + "0" * 400, "out_of_range"),
        ('"1"', "wrong_type"),
        ("true", "wrong_type"),
        ("null", "required"),
        ("[1]", "wrong_type"),
        ("{}", "wrong_type"),
    ],
)
def test_integers(province, purse, shop, quantity, code):
    body = (
        json.dumps(purse.body(shop.id, [(shop.item["id"], 77)])).replace(": 77}", f": {quantity}}}").encode()
    )
    assert quantity.encode() in body
    errors = send(province, "/orders/preview", body).errors()
    assert list(errors) == ["/lines/0/quantity"]
    assert errors["/lines/0/quantity"] == code or (
        quantity == "null" and errors["/lines/0/quantity"] == "wrong_type"
    )


def test_all_errors_of_an_order_at_once(province, purse, shop):
    body = purse.body(
        shop.id,
        [(shop.item["id"], 1), ("not-an-id", 0)],
        paymentMode="CASH",
        surprise=1,
        deliverBy="31-12-2027",
    )
    body["lines"][0]["price"] = 1
    body["deliverTo"] = {"street": ""}
    del body["budgetLineId"]
    errors = province.buyer.post("/orders", body).errors()
    assert set(errors) >= {
        "/lines/0/price",
        "/lines/1/productId",
        "/lines/1/quantity",
        "/paymentMode",
        "/surprise",
        "/deliverBy",
        "/deliverTo/street",
        "/deliverTo/regionCode",
        "/budgetLineId",
    }
    assert (
        errors["/surprise"] == errors["/lines/0/price"] == "unknown" and errors["/budgetLineId"] == "required"
    )
    assert errors["/paymentMode"] == "not_one_of" and errors["/lines/1/productId"] == "bad_format"


def test_exactly_one_of_package_and_need(province, purse, shop):
    body = purse.body(shop.id, [(shop.item["id"], 1)])
    both = province.buyer.post("/orders/preview", {**body, "needId": body["packageId"]}).errors()
    del body["packageId"]
    neither = province.buyer.post("/orders/preview", body).errors()
    assert {"/packageId", "/needId"} & set(both) and {"/packageId", "/needId"} & set(neither)


@pytest.mark.parametrize("count, code", [(0, "too_short"), (61, "too_long")])
def test_number_of_lines(province, purse, shop, count, code):
    answer = province.buyer.post("/orders/preview", purse.body(shop.id, [(shop.item["id"], 1)] * count))
    assert answer.errors()["/lines"] == code


@pytest.mark.parametrize(
    "member",
    ["role", "tenant", "state", "number", "totals", "approvedBy", "__proto__", "id", "unitId", "a/b~c"],
)
def test_unknown_members_are_named_by_pointer(province, purse, shop, member):
    errors = province.buyer.post(
        "/orders", {**purse.body(shop.id, [(shop.item["id"], 1)]), member: 1}
    ).errors()
    assert errors == {"/" + member.replace("~", "~0").replace("/", "~1"): "unknown"}


def test_unknown_query_parameters(province):
    assert province.host.get("/products", colour="red").errors() == {"/query/colour": "unknown"}
    assert province.buyer.get("/orders", tenant="x", limit=5).errors() == {"/query/tenant": "unknown"}
    assert province.host.get("/province", limit=5).errors() == {"/query/limit": "unknown"}


def test_no_body_counts_as_an_empty_object(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)])
    province.buyer.post(f"{deal.path}/submit").expect(200)
    assert "/email" in province.host.post("/sessions").errors()


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "application/xml", "text/json", ""]
)
def test_other_media_types(province, media):
    for path in ROUTES:
        send(province, path, GOOD, **{"Content-Type": media}).problem(415, "unsupported_media_type")


def test_charset_is_allowed_if_it_is_utf_8(province):
    send(province, "/sessions", GOOD, **{"Content-Type": "application/json; charset=UTF-8"}).problem(
        401, "bad_credentials"
    )
    send(province, "/sessions", GOOD, **{"Content-Type": "application/json; charset=utf-16"}).problem(
        415, "unsupported_media_type"
    )
