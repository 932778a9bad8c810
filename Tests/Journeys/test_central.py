"""Central administration: a new province from its file to a paid order, suspension, the fleet."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from journey.nusa import FILES, Nusa, onboard, wait_for
from journey.vendor import list_product, verify


@pytest.fixture(scope="module")
def central(service):
    return service.administrator()


@pytest.fixture(scope="module")
def nusa(service, central):
    operation = onboard(central, (FILES / "tenant.yaml").read_bytes(), "application/yaml")
    made = Nusa(service, central)
    made.first_administrator(operation)
    made.load()
    return made


class Stall:
    """A shop in a province without demonstration data."""

    def __init__(self, province):
        self.owner, self.vendor = verify(province)
        category = next(
            item for item in province.host.get("/categories", limit=100).json["items"] if "goods" in str(item)
        )
        self.item = list_product(
            province,
            self.owner,
            {
                "name": "Kertas A4 80 gram",
                "description": "Satu rim.",
                "category": category["code"],
                "unitOfMeasure": "rim",
                "price": 60_000,
                "priceIncludesVat": False,
                "taxClass": "goods",
            },
        )
        self.id = self.vendor["id"]


@pytest.fixture(scope="module")
def deal(nusa):
    stall = Stall(nusa)
    return nusa.purse().order(stall, [(stall.item["id"], 10)])


def test_sign_in(service):
    who = service.demo["admin"]
    person = service.admin_host.sign_in(who["email"], who["password"])
    assert service.demo["admins"][0] == who and len(service.demo["admins"]) == 2
    assert person.get("/sessions/current").expect(200).json
    person.delete("/sessions/current").expect(204)
    person.get("/tenants").problem(401, "unauthenticated")
    service.admin_host.post("/sessions", {"email": who["email"], "password": "salah-sama-sekali"}).problem(
        401, "bad_credentials"
    )


def test_everything_needs_a_session(service):
    for method, path in [
        ("GET", "/tenants"),
        ("POST", "/tenants"),
        ("GET", "/fleet"),
        ("POST", "/tenants/dki/suspend"),
    ]:
        service.admin_host.call(method, path).problem(401, "unauthenticated")


def test_province_is_onboarded_by_its_file_alone(nusa):
    facts = nusa.facts
    assert (facts["slug"], facts["code"], facts["timeZone"], facts["orderCap"]) == (
        "nusa",
        "94",
        "Asia/Jayapura",
        40_000_000,
    )
    assert facts["languages"] == ["id", "en"] and facts["rulesVersion"] == "2025.1"


def test_the_same_file_again_in_json(nusa, central):
    """Idempotent: the JSON form says the same, and nothing is made twice."""
    before = central.get("/tenants/nusa").expect(200).json
    onboard(central, (FILES / "tenant.json").read_bytes(), "application/json")
    after = central.get("/tenants/nusa").expect(200).json
    assert {name: after[name] for name in ("slug", "state", "schemaVersion")} == {
        name: before[name] for name in ("slug", "state", "schemaVersion")
    }
    assert [item["slug"] for item in central.get("/tenants", limit=100).json["items"]].count("nusa") == 1
    nusa.administrator.get("/sessions/current").expect(200)


STEPS = ["validate_file", "role", "schema", "migrations", "fingerprint", "administrator", "activate"]


def province_file(slug, code, more=""):
    text = (FILES / "tenant.yaml").read_text()
    return (text.replace("slug: nusa", f"slug: {slug}").replace('code: "94"', f'code: "{code}"') + more).encode()


def ask(central, content):
    return central.post("/tenants", body=content, headers={"Content-Type": "application/yaml"}).expect(202).json


def ended(central, operation, seconds=60):
    return wait_for(
        lambda: (told := central.get(f"/operations/{operation}").expect(200).json)["state"] in ("done", "failed")
        and told,
        seconds,
        "operation ended",
    )


def test_onboarding_is_seen_whole_at_once(central):
    """All steps, those that wait too, and the tenant itself, before anything is done."""
    asked = ask(central, province_file("seketika", "91"))
    names = [step["name"] for step in asked["steps"]]
    assert [name for name in names if name in STEPS] == STEPS
    assert all(step["state"] == "waiting" for step in asked["steps"]) and asked["state"] == "onboarding"
    seen = central.get("/tenants/seketika").expect(200).json
    assert seen["state"] in ("onboarding", "active") and seen["operationId"] == asked["operationId"]
    told = ended(central, asked["operationId"])
    assert told["state"] == "done" and [step["name"] for step in told["steps"]] == names
    assert told["result"]["invitation"]["url"]


def test_the_same_file_at_once_is_one_operation_and_another_waits(central):
    with ThreadPoolExecutor(4) as pool:
        asked = list(pool.map(lambda _: ask(central, province_file("serentak", "92")), range(4)))
    assert len({told["operationId"] for told in asked}) == 1
    other = ask(central, province_file("serentak", "92", "# the same in other words\n"))
    assert other["operationId"] != asked[0]["operationId"]
    for told in (asked[0], other):
        assert ended(central, told["operationId"])["state"] == "done"
    assert central.get("/tenants/serentak").json["state"] == "active"


def test_changed_rules_begin_today_or_later(nusa, central):
    content = (FILES / "tenant.yaml").read_bytes()
    headers = {"Content-Type": "application/yaml"}
    past = content.replace(b"cap_gross: 40000000", b"cap_gross: 30000000")
    assert b"30000000" in past
    assert "effective_from" in str(central.post("/tenants", body=past, headers=headers).problem(422, "invalid"))
    code = content.replace(b'code: "94"', b'code: "95"')
    assert "tenant/code" in str(central.post("/tenants", body=code, headers=headers).problem(422, "invalid"))
    assert nusa.host.get("/province").expect(200).json["orderCap"] == 40_000_000


def test_before_the_first_version_national_rules_hold(service, central):
    text = province_file("kelak", "93").decode()
    later = re.sub(r"effective_from: \S+", "effective_from: 2199-01-01", text)
    told = ended(central, ask(central, later.encode())["operationId"])
    assert told["state"] == "done", told
    host = service.host("kelak.localhost")
    facts = wait_for(lambda: (got := host.get("/province")).status == 200 and got.json, 5, "reachable")
    assert re.fullmatch(r"national-\d{4}-\d\d-\d\d", facts["rulesVersion"]), facts
    assert facts["orderCap"] != 40_000_000


def test_tags_of_tenants(central, nusa):
    first = central.get("/tenants/nusa").expect(200)
    tag = first.headers["etag"]
    assert central.get("/tenants/nusa", headers={"If-None-Match": tag}).status == 304
    central.post("/tenants/nusa/suspend", {}, headers={"If-Match": '"v1"'}).problem(412, "precondition_failed")
    central.post("/tenants/nusa/suspend", {}, headers={"If-Match": tag}).expect(202)
    wait_for(lambda: central.get("/tenants/nusa").json["state"] == "suspended", 5, "suspended")
    assert central.get("/tenants/nusa").headers["etag"] != tag
    central.post("/tenants/nusa/resume", {}).expect(202)
    wait_for(lambda: nusa.host.get("/province").status == 200, 5, "resumed")


@pytest.mark.parametrize(
    "media, change, pointer, code, bound",
    [
        ("application/yaml", (b'code: "94"', b"code: 94"), "/tenant/code", "wrong_type", "tanda kutip"),
        (
            "application/yaml",
            (b"cap_gross: 40000000", b"cap_gross: 50000001"),
            "/order/cap_gross",
            "too_large",
            "paling banyak 50000000 (Perpres 16/2018",
        ),
        ("application/yaml", (b"languages:", b"langauges:"), "/langauges", "unknown", "languages"),
        ("application/yaml", (b"slug: nusa", b"slug: admin"), "/tenant/slug", "bad_format", "tenant.slug"),
        (
            "application/yaml",
            (b"slug: nusa", b"slug: 'a\"; drop schema control'"),
            "/tenant/slug",
            "bad_format",
            "tenant.slug",
        ),
        ("application/yaml", (b"legal: [{", b"legal: &a [{"), "", "bad_format", "Jangkar YAML"),
        (
            "application/json",
            (b'"cap_basis": "GROSS"', b'"cap_basis": "EX"'),
            "/order/cap_basis",
            "not_one_of",
            "GROSS",
        ),
    ],
)
def test_wrong_files_are_refused(central, media, change, pointer, code, bound):
    name = "tenant.yaml" if "yaml" in media else "tenant.json"
    content = (FILES / name).read_bytes()
    assert change[0] in content
    line = content[: content.index(change[0])].count(b"\n") + 1
    file, kind = content.replace(*change), {"Content-Type": media}
    answer = central.post("/tenants", body=file, headers=kind)
    assert answer.errors().get(pointer) == code, answer.json["errors"]
    told = next(error["detail"] for error in answer.json["errors"] if error["pointer"] == pointer)
    assert bound in told and (told.startswith(f"Baris {line}: ") if "yaml" in media else "Baris" not in told), told
    english = central.post("/tenants", body=file, headers=kind | {"Accept-Language": "en"})
    assert english.errors() == answer.errors()
    assert not any("diperkenankan" in error["detail"] or "Baris" in error["detail"] for error in english.json["errors"])


def test_malformed_file(central):
    central.post("/tenants", body=b"schema: [", headers={"Content-Type": "application/yaml"}).expect(400, 422)
    central.post("/tenants", body=b"{", headers={"Content-Type": "application/json"}).problem(
        400, "malformed_json"
    )
    central.post("/tenants", body=b"x", headers={"Content-Type": "text/html"}).problem(
        415, "unsupported_media_type"
    )


def test_order_to_paid_in_the_new_province(nusa, deal):
    deal.to("paid")
    assert deal.order["totals"]["gross"] == 666_000 and deal.purse.ledger == (0, 0, 666_000)
    assert deal.order["decision"]["rulesVersion"] == "2025.1"
    refused = nusa.buyer.post(
        "/orders/preview", deal.purse.body(deal.shop.id, [(deal.shop.item["id"], 1)], paymentMode="KKPD")
    )
    assert "PAY_MODE" in {violation["code"] for violation in refused.expect(200).json["violations"]}
    over = nusa.buyer.post("/orders/preview", deal.purse.body(deal.shop.id, [(deal.shop.item["id"], 601)]))
    assert "ORDER_CAP" in {violation["code"] for violation in over.expect(200).json["violations"]}


def test_suspension_holds_at_once_and_ends(nusa, central, deal):
    nusa.buyer.get("/orders").expect(200)
    central.post("/tenants/nusa/suspend", {"reason": "Pemeriksaan."}).expect(200, 202)
    began = time.monotonic()
    answer = wait_for(
        lambda: (got := nusa.buyer.get("/orders")).status != 200 and got, 3, "open session refused"
    )
    assert time.monotonic() - began <= 1.0
    answer.problem(503, "tenant_suspended")
    assert int(answer.headers["retry-after"]) > 0
    nusa.host.get("/province").problem(503, "tenant_suspended")
    nusa.buyer.post("/orders", deal.purse.body(deal.shop.id, [(deal.shop.item["id"], 1)])).problem(
        503, "tenant_suspended"
    )
    assert nusa.host.send("GET", "/").status == 503
    wait_for(lambda: central.get("/tenants/nusa").json["state"] == "suspended", 5, "state suspended")
    central.post("/tenants/nusa/resume", {"reason": "Selesai."}).expect(200, 202)
    wait_for(lambda: nusa.host.get("/province").status == 200, 5, "resumed")
    nusa.buyer.get("/orders").expect(200)


def test_other_provinces_do_not_notice(nusa, central, provinces):
    central.post("/tenants/nusa/suspend", {"reason": "Pemeriksaan."}).expect(200, 202)
    for province in provinces.values():
        province.buyer.get("/orders").expect(200)
    central.post("/tenants/nusa/resume", {}).expect(200, 202)
    wait_for(lambda: nusa.host.get("/province").status == 200, 5, "resumed")


def test_operations_are_told(nusa, central):
    for word in ("suspend", "resume"):
        asked = central.post(f"/tenants/nusa/{word}", {"reason": "Uji."}).expect(202).json
        told = wait_for(
            lambda: (seen := central.get(f"/operations/{asked['id']}").json)["state"] == "done" and seen,
            5,
            word,
        )
        assert told["tenant"] == "nusa" and told["kind"] == word and told["steps"]
    wait_for(lambda: nusa.host.get("/province").status == 200, 5, "resumed")
    central.get("/operations/01890000-0000-7000-8000-000000000000").problem(404, "not_found")


def test_fleet_and_list(central, provinces, nusa):
    fleet = {item["slug"]: item for item in central.get("/fleet", limit=100).expect(200).json["items"]}
    assert set(provinces) | {"nusa"} <= set(fleet)
    for item in fleet.values():
        assert {"version", "drift", "health", "connections", "size", "load"} <= set(item), item
        assert not item["drift"]
    listed = {
        item["slug"]: item["state"] for item in central.get("/tenants", limit=100).expect(200).json["items"]
    }
    assert listed["nusa"] == "active" and set(provinces) <= set(listed)
    central.get("/tenants/nowhere").problem(404, "not_found")


def test_fleet_sees_drift_and_work(service, central, nusa):
    def seen():
        items = central.get("/fleet", limit=100).expect(200).json["items"]
        return next(item for item in items if item["slug"] == "nusa")

    assert not seen()["drift"] and seen()["size"] > 1_000_000
    service.sql('GRANT DELETE ON "tenant_nusa".audit_entry TO "tenant_nusa"')
    try:
        assert seen()["drift"] and seen()["health"] == "drifted"
    finally:
        service.sql('REVOKE DELETE ON "tenant_nusa".audit_entry FROM "tenant_nusa"')
    assert not seen()["drift"]
