"""Walls between provinces, and between the provinces and central administration."""

import http.client
import re
import ssl

import pytest

from journey.client import Connection, everything, trusting
from journey.purse import Purse

# Every route that takes an id, with what it would need to do its work.
ROUTES = [
    ("GET", "/vendors/{vendor}", None),
    ("POST", "/vendors/{vendor}/suspend", {"reason": "x"}),
    ("GET", "/products/{product}", None),
    ("POST", "/products/{product}/delist", {"reason": "x"}),
    ("GET", "/orders/{order}", None),
    ("POST", "/orders/{order}/submit", {}),
    ("POST", "/orders/{order}/issue", {}),
    ("GET", "/budget-lines/{line}", None),
    ("POST", "/packages/{package}/assign", {"commitmentOfficerId": "{officer}"}),
    ("POST", "/orders/{order}/verify", {}),
    ("POST", "/orders/{order}/approve-payment", {}),
]


@pytest.fixture(scope="module")
def neighbour(provinces, province):
    return next(other for slug, other in sorted(provinces.items()) if other is not province)


@pytest.fixture(scope="module")
def theirs(province, shop):
    """Ids of real objects of the first province."""
    purse = Purse(province)
    deal = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    return {
        "vendor": shop.id,
        "product": shop.item["id"],
        "order": deal.id,
        "line": purse.line_id,
        "package": purse.package["id"],
        "officer": province.officer.id,
    }


def raw(service, sni, host, target="/api/v1/province", headers=None, check=True):
    """One request whose SNI and Host are chosen apart; the certificate is checked where the name can fit."""
    connection = Connection(
        service.port, sni, trusting(service.demo["caFile"], check_hostname=check and bool(sni))
    )
    connection.request("GET", target, headers={"Host": host, **(headers or {})})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, body


def with_port(service, name):
    return f"{name}:{service.port}"


def test_token_is_nothing_elsewhere(provinces):
    for slug, home in provinces.items():
        for other_slug, other in provinces.items():
            answer = other.host.get("/sessions/current", token=home.buyer.token)
            if slug == other_slug:
                answer.expect(200)
            else:
                answer.problem(401, "unauthenticated")


@pytest.mark.parametrize("method, path, body", ROUTES)
def test_ids_of_one_province_are_unknown_in_another(neighbour, theirs, method, path, body):
    """404, and word for word the same as for an id that nobody has; 403 for roles that may never ask."""
    unknown = {name: "01890000-0000-7000-8000-000000000000" for name in theirs}
    more = {} if body is None else {"json": {name: value.format(**theirs) for name, value in body.items()}}
    seen = set()
    for role in (
        "verifier",
        "procurement_officer",
        "commitment_officer",
        "budget_owner",
        "finance_verifier",
        "auditor",
    ):
        found, missing = (
            neighbour.person(role).call(method, path.format(**ids), **more) for ids in (theirs, unknown)
        )
        assert found.status == missing.status and found.status in (403, 404), (role, found.text)
        assert said(found) == said(missing)
        seen.add(found.status)
    assert 404 in seen, "no role was allowed to ask"


def said(answer):
    """A problem without what names the request."""
    return {name: value for name, value in answer.json.items() if name not in ("traceId", "instance")}


def test_bodies_cannot_name_objects_of_another_province(province, neighbour, theirs):
    purse = Purse(neighbour)
    own = everything(neighbour.host, "/products")[0]
    body = purse.body(own["vendorId"], [(own["id"], max(1, own.get("minimumQuantity") or 1))])
    for change, pointer in [
        ({"vendorId": theirs["vendor"]}, "/vendorId"),
        ({"budgetLineId": theirs["line"]}, "/budgetLineId"),
        ({"packageId": theirs["package"]}, "/packageId"),
        ({"lines": [{"productId": theirs["product"], "quantity": 1}]}, "/lines/0/productId"),
    ]:
        errors = neighbour.buyer.post("/orders", {**body, **change}).errors()
        assert errors.get(pointer) == "not_found", (change, errors)


def test_no_header_or_query_selects_a_province(service, province, neighbour):
    headers = {
        name: neighbour.slug
        for name in ("X-Tenant", "X-Tenant-Id", "X-Forwarded-Host", "X-Original-Host", "Forwarded")
    }
    headers["X-Forwarded-Host"] = f"{neighbour.slug}.localhost"
    headers["Forwarded"] = f"host={neighbour.slug}.localhost"
    assert province.host.get("/province", headers=headers).expect(200).json["slug"] == province.slug
    province.host.get("/province", tenant=neighbour.slug).expect(422)


def test_canary_names_stay_at_home(province, neighbour, shop):
    for path, role in [
        ("/vendors", "verifier"),
        ("/products", "verifier"),
        ("/orders", "auditor"),
        ("/units", "auditor"),
        ("/packages", "auditor"),
        ("/budget-lines", "auditor"),
        ("/officials", "auditor"),
    ]:
        there = {item["id"] for item in everything(neighbour.person(role), path)}
        here = {item["id"] for item in everything(province.person(role), path)}
        assert here and not here & there, path


def test_unknown_host(service):
    nowhere = service.host("nowhere.localhost")
    nowhere.context = trusting(
        service.demo["caFile"], check_hostname=False
    )  # the admin host's certificate is shown
    nowhere.get("/province").problem(404, "unknown_tenant")


@pytest.mark.parametrize(
    "name", ["localhost", "dki.localhost.evil.example", "dki", "x.dki.localhost", "127.0.0.1"]
)
def test_other_names_are_unknown(service, name):
    status, body = raw(service, None, with_port(service, name))
    assert status == 404 and b"unknown_tenant" in body


def test_host_other_than_sni(service, province, neighbour):
    status, body = raw(
        service, f"{province.slug}.localhost", with_port(service, f"{neighbour.slug}.localhost")
    )
    assert status == 421 and b"misdirected_request" in body
    status, body = raw(service, f"{province.slug}.localhost", with_port(service, "admin.localhost"))
    assert status == 421
    status, body = raw(
        service, "nowhere.localhost", with_port(service, f"{province.slug}.localhost"), check=False
    )
    assert status == 421
    assert raw(service, f"{province.slug}.localhost", f"{province.slug}.localhost")[0] == 200, (
        "the port does not count"
    )
    assert raw(service, f"{province.slug}.localhost", f"{province.slug.upper()}.LOCALHOST")[0] == 200


def test_without_sni_only_the_admin_host(service, province):
    status, body = raw(service, None, with_port(service, f"{province.slug}.localhost"))
    assert status == 404 and b"unknown_tenant" in body
    status, _ = raw(service, None, with_port(service, "admin.localhost"), "/api/v1/openapi.json")
    assert status == 200


def test_health_answers_on_any_host(service):
    for name in ("nowhere.localhost", "admin.localhost", "127.0.0.1"):
        for path in ("/healthz", "/readyz"):
            assert raw(service, None, with_port(service, name), path)[0] == 200


def test_duplicate_or_missing_host(service, province):
    for head in (f"Host: {province.slug}.localhost\r\nHost: admin.localhost\r\n", ""):
        context = trusting(service.demo["caFile"])
        connection = Connection(service.port, f"{province.slug}.localhost", context)
        connection.connect()
        connection.sock.sendall(f"GET /api/v1/province HTTP/1.1\r\n{head}\r\n".encode())
        assert connection.sock.recv(4096).split(b" ")[1] == b"400"
        connection.close()


def test_central_administrator_sees_no_business_data(service, province, theirs):
    """The central token may do nothing on a tenant's host; the tenant's paths are not on the admin host."""
    central = service.administrator()
    for path in (
        "/orders",
        f"/orders/{theirs['order']}",
        "/vendors",
        f"/vendors/{theirs['vendor']}",
        "/budget-lines",
        f"/budget-lines/{theirs['line']}",
        "/audit/entries",
        "/officials",
        "/users",
        "/flags",
        "/packages",
    ):
        answer = province.host.get(path, token=central.token)
        assert answer.status in (403, 404), f"{path}: {answer.status}"
        assert central.get(path).status in (401, 403, 404), path
    for role in ("tenant_admin", "auditor", "procurement_officer"):
        for path in ("/tenants", "/fleet", f"/tenants/{province.slug}"):
            service.admin_host.get(path, token=province.person(role).token).problem(401, "unauthenticated")
    shown = central.get(f"/tenants/{province.slug}").expect(200).text + central.get("/fleet").expect(200).text
    assert province.named("auditor")["email"] not in shown and theirs["vendor"] not in shown


def test_central_token_is_403_on_every_route(service, province):
    central = service.administrator()
    paths = province.host.get("/openapi.json").expect(200).json["paths"]
    asked = 0
    for path, operations in paths.items():
        below = re.sub(r"\{[^}]+\}", "01890000-0000-7000-8000-000000000000", path.removeprefix("/api/v1"))
        for method in operations.keys() & {"get", "post", "patch", "put", "delete"}:
            province.host.call(method.upper(), below, token=central.token).problem(403, "forbidden")
            province.host.call(method.upper(), below, token="niemand").problem(401, "unauthenticated")
            asked += 1
    assert asked > 40


def test_certificate_is_of_the_host(service, province):
    for name in (f"{province.slug}.localhost", "admin.localhost"):
        connection = Connection(service.port, name, trusting(service.demo["caFile"]))
        connection.connect()
        names = [value for kind, value in connection.sock.getpeercert()["subjectAltName"] if kind == "DNS"]
        assert names == [name], names
        connection.close()
    with pytest.raises((ssl.SSLError, http.client.HTTPException)):
        connection = Connection(service.port, "nowhere.localhost", trusting(service.demo["caFile"]))
        connection.connect()
