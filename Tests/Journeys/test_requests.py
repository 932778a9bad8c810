"""What holds for every request: methods, routes, entity tags, cursors, limits, the order of checks."""

import re

import pytest

NO_ID = "01890000-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    "method, path, allowed",
    [
        ("DELETE", "/orders", {"GET", "POST"}),
        ("PUT", "/products", {"GET", "POST"}),
        ("POST", "/province", {"GET"}),
        ("GET", "/orders/preview", {"POST"}),
        ("DELETE", "/sessions", {"GET", "POST"}),
        ("PATCH", "/categories", {"GET"}),
    ],
)
def test_method_not_allowed(province, method, path, allowed):
    answer = province.host.call(method, path)
    answer.problem(405, "method_not_allowed")
    told = {name.strip() for name in answer.headers["allow"].split(",")}
    assert allowed <= told and method not in told
    assert told - allowed <= {"HEAD", "OPTIONS"}


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "BREW", "PROPFIND"])
def test_odd_methods(province, method):
    assert province.host.call(method, "/products").status in (400, 405, 501)


@pytest.mark.parametrize(
    "path", ["/nowhere", "/orders/x/y/z", "/orders//", "/../healthz", "/products/%2e%2e", "/imports"]
)
def test_unknown_routes(province, path):
    assert province.host.get(path).status in (400, 401, 404)
    province.host.send("GET", "/api/v2/province").expect(404)


@pytest.mark.parametrize("wrong", ["x", "1", NO_ID[:-1], NO_ID + "0", NO_ID.upper(), "null"])
def test_ids_that_are_none(province, wrong):
    province.host.get(f"/products/{wrong}").problem(404, "not_found")


def test_order_of_checks(province, purse, shop):
    """Route, sign-in, role, object, body, tag, state (api.md §2): an earlier fault hides the later ones."""
    deal = purse.order(shop, [(shop.item["id"], 1)])
    bad = {"body": b"{", "headers": {"Content-Type": "application/json", "If-Match": '"other"'}}
    text = {"body": b"{", "headers": {"Content-Type": "text/plain", "If-Match": '"other"'}}
    host, buyer, officer = province.host, province.buyer, province.officer
    host.call("GET", f"{deal.path}/issue").problem(405, "method_not_allowed")
    host.call("POST", f"{deal.path}/nonsense", **bad).problem(404, "not_found")
    host.call("POST", f"{deal.path}/issue", **bad).problem(401, "unauthenticated")
    buyer.call("POST", f"/orders/{NO_ID}/issue", **bad).problem(403, "forbidden")
    officer.call("POST", f"/orders/{NO_ID}/issue", **bad).problem(404, "not_found")
    officer.call("POST", f"{deal.path}/issue", **text).problem(415, "unsupported_media_type")
    officer.call("POST", f"{deal.path}/issue", **bad).problem(400, "malformed_json")
    officer.post(f"{deal.path}/issue", {"surprise": 1}, headers={"If-Match": '"other"'}).problem(
        422, "invalid"
    )
    officer.post(f"{deal.path}/issue", {}, headers={"If-Match": '"other"'}).problem(
        412, "precondition_failed"
    )
    officer.post(f"{deal.path}/issue", {}).problem(409, "wrong_state")


def test_entity_tags(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)])
    first = province.buyer.get(deal.path)
    assert re.fullmatch(r'"[^"]+"', first.etag), "a strong tag"
    same = province.buyer.get(deal.path, headers={"If-None-Match": first.etag})
    assert same.status == 304 and same.body == b"" and same.etag == first.etag
    for tags in (f'"x", {first.etag}', "W/" + first.etag, "*"):
        province.buyer.get(deal.path, headers={"If-None-Match": tags}).expect(304)
    province.buyer.get(deal.path, headers={"If-None-Match": '"x"'}).expect(200)
    changed = province.buyer.patch(deal.path, {"note": "Baru"}, headers={"If-Match": first.etag}).expect(200)
    assert changed.etag != first.etag and changed.etag == province.buyer.get(deal.path).etag
    stale = {"If-Match": first.etag}
    province.buyer.patch(deal.path, {"note": "Lagi"}, headers=stale).problem(412, "precondition_failed")
    deal.step("submit", headers=stale).problem(412, "precondition_failed")
    deal.step("submit", headers={"If-Match": f'"x", {changed.etag}'}).expect(200)
    deal.step("issue", headers={"If-Match": "*"}).expect(200)
    assert province.buyer.get(deal.path).json["note"] == "Baru"


@pytest.mark.parametrize("limit", ["0", "101", "-1", "x", "1.0", "", "9223372036854775808"])
def test_limits_out_of_bounds(province, limit):
    assert set(province.host.get("/products", limit=limit).errors()) == {"/query/limit"}
    assert set(province.buyer.get("/orders", limit=limit).errors()) == {"/query/limit"}


def test_cursors_are_of_their_list(province):
    page = province.host.get("/products", limit=1).expect(200).json
    cursor = page["nextCursor"]
    assert (
        cursor
        and province.host.get("/products", limit=1, cursor=cursor).expect(200).json["items"] != page["items"]
    )
    for broken in (cursor[:-2], cursor + "AA", cursor.swapcase(), "x", "", "'", "a" * 5000):
        assert set(province.host.get("/products", limit=1, cursor=broken).errors()) == {"/query/cursor"}, (
            broken
        )
    assert set(province.buyer.get("/orders", cursor=cursor).errors()) == {"/query/cursor"}
    assert set(province.host.get("/products", cursor=cursor, sort="price").errors()) == {"/query/cursor"}


def test_cursors_are_of_their_province(provinces, province):
    cursor = province.host.get("/products", limit=1).json["nextCursor"]
    neighbour = next(other for other in provinces.values() if other is not province)
    assert set(neighbour.host.get("/products", limit=1, cursor=cursor).errors()) == {"/query/cursor"}


def test_default_limit_is_twenty(province):
    assert len(province.host.get("/products").json["items"]) == 20


@pytest.mark.parametrize(
    "query", [{"state": "nonsense"}, {"unitId": "x"}, {"from_": "2027-13-01"}, {"to": "gestern"}]
)
def test_filters_are_checked(province, query):
    name = next(iter(query)).rstrip("_")
    assert set(province.buyer.get("/orders", **query).errors()) == {f"/query/{name}"}
