"""Break-glass: a central administrator reads in a province, for a reason and a while, before the province's eyes."""

import base64
import json
import re
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from journey.client import Person, everything
from journey.desk import Clerk
from journey.nusa import wait_for
from journey.page import Page, opened, walk
from journey.postmaster import Letter
from journey.province import Province
from journey.purse import Purse

REASON = "Laporan 114: pembayaran ganda, diminta Inspektorat."
UNKNOWN = "01890000-0000-7000-8000-000000000000"


@pytest.fixture(scope="module")
def central(service):
    return service.administrator()


def open_access(central, province, minutes=30, reason=REASON, **more):
    body = {"reason": reason, "minutes": minutes}
    return central.post(f"/tenants/{province.slug}/break-glass", body, **more).expect(201).json


def key_of(url):
    return urlsplit(url).path.rsplit("/", 1)[1]


def enter(province, access):
    """The reader of an access."""
    session = province.host.post(f"/break-glass/keys/{key_of(access['url'])}", {}).expect(201).json
    reader = Person(province.host, session["token"], {"id": None})
    reader.user = reader.get("/sessions/current").expect(200).json["user"]
    return reader


@pytest.fixture(scope="module")
def access(central, province):
    return open_access(central, province)


@pytest.fixture(scope="module")
def reader(province, access):
    return enter(province, access)


def log(province, action):
    """What the province's own log holds of this action: (entry, its detail)."""
    entries, cursor = [], None
    while True:
        page = province.auditor.get("/audit/entries", limit=100, cursor=cursor).expect(200).json
        entries += [entry for entry in page["items"] if entry["action"] == action]
        cursor = page["nextCursor"]
        if not cursor:
            break
    return [(entry, json.loads(base64.b64decode(entry["leaf"]))["detail"]) for entry in entries]


def test_all_that_is_wrong_with_it_at_once(central, province):
    path = f"/tenants/{province.slug}/break-glass"
    assert central.post(path, {"minutes": 61, "more": 1}).errors() == {
        "/reason": "required",
        "/minutes": "too_large",
        "/more": "unknown",
    }
    assert central.post(path, {"reason": " ", "minutes": 0}).errors()["/minutes"] == "too_small"
    assert central.post(path, {"reason": "x" * 2001, "minutes": 1.5}).errors() == {
        "/reason": "too_long",
        "/minutes": "not_integer",
    }
    central.post("/tenants/nowhere/break-glass", {"minutes": 61}).problem(404, "not_found")
    central.host.post(path, {"reason": REASON, "minutes": 5}).problem(401, "unauthenticated")
    central.post(path, {"reason": REASON, "minutes": 5}, headers={"Idempotency-Key": "a b"}).problem(
        400, "malformed_request"
    )
    province.administrator.post("/break-glass/keys/nothing", {}).problem(404, "not_found")


def test_opened_it_stands_in_the_log_and_is_told(central, province, access):
    assert set(access) == {"id", "tenant", "reason", "openedAt", "endsAt", "url"}
    assert access["tenant"] == province.slug and access["url"].startswith(f"{province.host.url}/break-glass/keys/")
    for person in (province.administrator, province.auditor):
        listed = person.get("/break-glass").expect(200).json["items"]
        mine = next(item for item in listed if item["id"] == access["id"])
        assert mine["reason"] == REASON and mine["state"] == "open" and mine["administrator"]["email"]
        assert key_of(access["url"]) not in json.dumps(listed)
        told = person.get("/notifications").expect(200).json["items"]
        notice = next(item for item in told if item["subject"]["id"] == access["id"])
        assert notice["kind"] == "break_glass_opened" and REASON in notice["text"] and "30" in notice["text"]
    for person in (province.buyer, province.verifier, province.owner):
        person.get("/break-glass").problem(403, "forbidden")
    found = wait_for(
        lambda: [one for one in log(province, "break-glass.open") if one[0]["subject"]["id"] == access["id"]],
        5,
        "in the log",
    )
    entry, detail = found[0]
    assert entry["role"] == "central_admin" and entry["subject"]["type"] == "break-glass"
    assert detail["reason"] == REASON and detail["minutes"] == 30 and "@" in detail["email"]


def test_mail_goes_out_at_once(service, central, province):
    made = open_access(central, province, minutes=1)
    emails = {province.named("tenant_admin")["email"], province.named("auditor")["email"]}

    def told():
        found = [Letter.read(path) for path in (service.data / "mail").glob("*.eml")]
        return emails <= {letter.message["To"].addresses[0].addr_spec for letter in found if made['id'] in letter.text}

    wait_for(told, 20, "told by mail")


def test_a_key_opens_once(central, province):
    made = open_access(central, province)
    path = f"/break-glass/keys/{key_of(made['url'])}"
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: province.host.post(path, {}).status, range(8)))
    assert sorted(answers) == [201] + [404] * 7
    assert province.host.send("GET", urlsplit(made["url"]).path, headers={"Accept": "text/html"}).status == 404


def test_a_key_opens_its_own_province_alone(central, provinces, province):
    made = open_access(central, province)
    other = next(one for one in provinces.values() if one is not province)
    other.host.post(f"/break-glass/keys/{key_of(made['url'])}", {}).problem(404, "not_found")
    reader = enter(province, made)
    other.host.call("GET", "/orders", token=reader.token).problem(401, "unauthenticated")
    central.host.call("GET", "/tenants", token=reader.token).problem(401, "unauthenticated")


def test_the_same_request_again_gives_the_same_key_and_none_is_kept(service, central, province, key):
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: open_access(central, province, key=key), range(4)))
    assert len({json.dumps(one) for one in made}) == 1
    again = central.post(
        f"/tenants/{province.slug}/break-glass", {"reason": REASON, "minutes": 30}, key=key
    ).expect(201)
    assert again.headers["idempotency-replayed"] == "true" and again.json == made[0]
    other = {"reason": REASON, "minutes": 29}
    central.post(f"/tenants/{province.slug}/break-glass", other, key=key).problem(422, "idempotency_mismatch")
    schema = f"tenant_{province.slug}"
    kept = service.sql(f"SELECT convert_from(answer, 'UTF8') FROM \"{schema}\".idempotency WHERE key = '{key}'")
    assert made[0]["id"] in kept and "url" not in kept
    secret = key_of(made[0]["url"])
    for table in ("break_glass", "idempotency", "audit_entry", "notice", "outbox_message"):
        assert service.sql(f"SELECT count(*) FROM \"{schema}\".{table} t WHERE t::text LIKE '%{secret}%'") == "0"


def test_it_reads_what_an_auditor_reads_with_masks(province, reader, shop):
    deal = Purse(province).order(shop, [(shop.item["id"], 1)], submit=True)
    order = reader.get(f"/orders/{deal.id}").expect(200).json
    assert order["totals"] and order["allowedTransitions"] == []
    vendor = reader.get(f"/vendors/{shop.id}").expect(200).json
    assert vendor == province.auditor.get(f"/vendors/{shop.id}").expect(200).json
    assert re.fullmatch(r"\D*\d{4}", vendor["bank"]["accountNumber"])
    for path in ("/orders", "/needs", "/flags", "/vendors", "/packages", "/budget-lines", "/officials", "/rules"):
        reader.get(path).expect(200)
    reader.get(f"/vendors/{shop.id}", unmask="ingin tahu").problem(403, "forbidden")
    for path in ("/debit-accounts", "/audit/entries", "/events", "/notifications", "/sessions", "/users", "/mail"):
        reader.get(path).problem(403, "forbidden")
    paper = province.verifier.get(f"/vendors/{shop.id}/documents").expect(200).json["items"][0]["id"]
    reader.get(f"/vendors/{shop.id}/documents/{paper}").problem(403, "forbidden")


def operations(host, *, safe):
    """Every operation that the host's description names."""
    described = host.get("/openapi.json").expect(200).json["paths"]
    return [
        (method.upper(), path)
        for path, item in described.items()
        for method in item
        if method in ("get", "post", "put", "patch", "delete") and (method == "get") == safe
    ]


def test_nothing_is_written_by_any_operation(province, reader):
    """Every unsafe operation is 403 before its object is looked for or its body read."""
    unsafe = operations(province.host, safe=False)
    assert len(unsafe) > 90
    before = reader.get("/sessions/current").expect(200)
    for method, path in unsafe:
        if (method, path) == ("DELETE", "/sessions/current"):
            continue
        filled = re.sub(r"\{[^}]+\}", UNKNOWN, path)
        answer = reader.call(method, filled, {})
        assert (answer.status, answer.json["code"]) == (403, "forbidden"), (method, path, answer.status)
    assert reader.get("/sessions/current").expect(200).json == before.json


def test_no_safe_operation_shows_a_paper_or_fails(province, reader):
    for method, path in operations(province.host, safe=True):
        answer = reader.call(method, re.sub(r"\{[^}]+\}", UNKNOWN, path))
        assert answer.status in (200, 403, 404, 422), (path, answer.status)


def test_what_is_read_is_in_the_log(province, reader, access):
    mark = secrets.token_hex(5)
    reader.get("/orders", from_="2026-01-01", limit=3).expect(200)
    reader.get("/products", q=mark).expect(200)
    story = province.auditor.get(f"/break-glass/{access['id']}").expect(200)
    paths = [reading["path"] for reading in story.json["readings"]]
    assert any(mark in path for path in paths) and any(path.startswith("/api/v1/orders?") for path in paths)
    wait_for(lambda: any(mark in detail["path"] for _, detail in log(province, "break-glass.read")), 5, "sealed")
    tag = {"If-None-Match": story.headers["etag"]}
    assert province.auditor.get(f"/break-glass/{access['id']}", headers=tag).status == 304
    reader.get("/needs").expect(200)
    assert province.auditor.get(f"/break-glass/{access['id']}", headers=tag).status == 200


def test_the_province_ends_it_at_once(central, province):
    made = open_access(central, province)
    reader = enter(province, made)
    reader.get("/orders").expect(200)
    path = f"/break-glass/{made['id']}"
    province.auditor.post(f"{path}/end", {}).problem(403, "forbidden")
    province.administrator.post(f"/break-glass/{UNKNOWN}/end", {"x": 1}).problem(404, "not_found")
    assert province.administrator.post(f"{path}/end", {"reason": 1, "x": 1}).errors() == {
        "/reason": "wrong_type",
        "/x": "unknown",
    }
    province.administrator.post(f"{path}/end", {}, headers={"If-Match": '"v9"'}).problem(412, "precondition_failed")
    with ThreadPoolExecutor(20) as pool:
        reads = [pool.submit(lambda: (reader.get("/orders").status, time.monotonic())) for _ in range(60)]
        ended = province.administrator.post(f"{path}/end", {"reason": "Perkara selesai."}).expect(200).json
        at = time.monotonic()
        seen = [read.result() for read in reads]
    assert {status for status, _ in seen} <= {200, 401}
    assert all(status == 401 for status, when in seen if when > at + 1)
    reader.get("/orders").problem(401, "unauthenticated")
    assert ended["state"] == "ended" and ended["endReason"] == "Perkara selesai." and ended["endedBy"]
    state = province.administrator.post(f"{path}/end", {})
    assert (state.status, state.json["code"], state.json["state"]) == (409, "wrong_state", "ended")
    assert [one for one in log(province, "break-glass.end") if one[0]["role"] == "tenant_admin"] or wait_for(
        lambda: log(province, "break-glass.end"), 5, "in the log"
    )


def test_central_administration_sees_and_ends_it(central, service, province):
    made = open_access(central, province)
    path = f"/tenants/{province.slug}/break-glass"

    def listed(person):
        return next(item for item in everything(person, path) if item["id"] == made["id"])

    assert listed(central)["url"] == made["url"]
    other = service.administrator(1)
    assert "url" not in listed(other), "the key is its opener's alone"
    reader = enter(province, made)
    assert "url" not in listed(central)
    central.post(f"{path}/{UNKNOWN}/end", {}).problem(404, "not_found")
    other.post(f"{path}/{made['id']}/end", {}).expect(200)
    reader.get("/orders").problem(401, "unauthenticated")
    central.post(f"{path}/{made['id']}/end", {}).problem(409, "wrong_state")
    assert listed(central)["state"] == "ended"


def test_signing_out_ends_it(central, province):
    made = open_access(central, province)
    reader = enter(province, made)
    reader.delete("/sessions/current").expect(204)
    reader.get("/sessions/current").problem(401, "unauthenticated")
    assert province.auditor.get(f"/break-glass/{made['id']}").json["state"] == "ended"


def test_an_administrator_who_is_none_any_more_reads_nothing(service, province):
    made = service.command("admin", "create", "--email", email := f"{secrets.token_hex(6)}@pusat.example")
    link = re.search(r"https://\S+/invitations/([\w-]+)", (made.stdout + made.stderr).decode())
    password = "kata sandi administrator pusat"
    service.admin_host.post(f"/invitations/{link[1]}", {"password": password}).expect(200)
    leaver = service.admin_host.sign_in(email, password)
    first, second = open_access(leaver, province), open_access(leaver, province)
    reader = enter(province, first)
    reader.get("/orders").expect(200)
    service.sql(f"UPDATE control.app_user SET active = false WHERE email = '{email}'")
    reader.get("/orders").problem(401, "unauthenticated")
    province.host.post(f"/break-glass/keys/{key_of(second['url'])}", {}).problem(404, "not_found")


def test_a_suspended_province_lets_nobody_in(spare):
    slug = max(entry["slug"] for entry in spare.demo["tenants"])
    home, central = Province(spare, slug), spare.administrator()
    reader = enter(home, open_access(central, home))
    central.post(f"/tenants/{slug}/suspend", {}).expect(202)
    wait_for(lambda: central.get(f"/tenants/{slug}").json["state"] == "suspended", 10, "suspended")
    answer = central.post(f"/tenants/{slug}/break-glass", {"reason": REASON, "minutes": 5})
    assert (answer.status, answer.json["code"], answer.json["state"]) == (409, "wrong_state", "suspended")
    reader.get("/orders").problem(503, "tenant_suspended")
    central.post(f"/tenants/{slug}/resume", {}).expect(202)
    wait_for(lambda: home.host.get("/province").status == 200, 10, "resumed")


def test_it_ends_by_the_clock(clocked):
    slug = min(entry["slug"] for entry in clocked.demo["tenants"])
    home, central = Province(clocked, slug), clocked.administrator()
    used, unused = open_access(central, home, minutes=10), open_access(central, home, minutes=10)
    reader = enter(home, used)
    central.post("/clock", {"advanceSeconds": 590}).expect(200)
    reader.get("/orders").expect(200)
    central.post("/clock", {"advanceSeconds": 11}).expect(200)
    reader.get("/orders").problem(401, "unauthenticated")
    home.host.post(f"/break-glass/keys/{key_of(unused['url'])}", {}).problem(404, "not_found")
    states = {item["id"]: item["state"] for item in everything(home.auditor, "/break-glass")}
    assert states[used["id"]] == states[unused["id"]] == "expired"
    answer = home.administrator.post(f"/break-glass/{used['id']}/end", {})
    assert (answer.status, answer.json["state"]) == (409, "expired")


def test_the_log_verifies_and_tells_what_was_changed(spare):
    slug = min(entry["slug"] for entry in spare.demo["tenants"])
    home, central = Province(spare, slug), spare.administrator()
    for _ in range(2):
        made = open_access(central, home)
        reader = enter(home, made)
        reader.get("/orders").expect(200)
        home.administrator.post(f"/break-glass/{made['id']}/end", {"reason": "Cukup."}).expect(200)
    open_access(central, home)

    def verify():
        return spare.command("audit", "verify", "--tenant", slug)

    def right():
        return verify().returncode == 0

    wait_for(right, 20, "the log holds")
    table = f'"tenant_{slug}".break_glass'
    harms = [
        ("reason = 'lain'", "reason = {0}", "reason"),
        ("ends_at = ends_at - interval '1 minute'", "ends_at = {0}", "ends_at"),
        ("admin_name = 'orang lain'", "admin_name = {0}", "admin_name"),
        ("entered_at = entered_at + interval '1 second'", "entered_at = {0}", "entered_at"),
        ("end_reason = 'lain'", "end_reason = {0}", "end_reason"),
    ]
    for harm, mend, column in harms:
        old = spare.sql(f"SELECT quote_literal({column}) FROM {table} WHERE id = '{made['id']}'")
        spare.sql(f"UPDATE {table} SET {harm} WHERE id = '{made['id']}'")
        assert verify().returncode == 1, harm
        spare.sql(f"UPDATE {table} SET {mend.format(old)} WHERE id = '{made['id']}'")
    assert right()


def test_nobody_of_central_administration_has_another_way(service, province):
    """The role of the control schema has no right on a province's."""
    found = service.sql(
        f"""SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'tenant_{province.slug}' AND c.relkind = 'r'
              AND has_any_column_privilege('eorder_control', c.oid, 'SELECT, INSERT, UPDATE')"""
    )
    assert found == "0"
    assert service.sql(f"SELECT has_schema_privilege('eorder_control', 'tenant_{province.slug}', 'USAGE')") == "f"


def test_pages_open_enter_read_and_end(service, province):
    """Without scripts: the administrator's form, the link, the province's pages with the banner, the end."""
    clerk = Clerk(service.admin_host, service.demo["admin"])
    path = f"/tenants/{province.slug}"
    refused = clerk.refused(path, "/break-glass", {"break-glass.minutes": "90"})
    assert "Alasan" in refused.text and "60" in refused.text
    mark = secrets.token_hex(5)
    filled = {"break-glass.reason": f"Perkara {mark}.", "break-glass.minutes": "20"}
    assert clerk.does(path, "/break-glass", filled).startswith(path)
    page = clerk.see(path)
    assert mark in page.text and "sisa 20 menit" in page.text
    clerk.see(path, language="en")
    link = next(link for link in page.links if "/break-glass/keys/" in link)
    target = urlsplit(link).path
    visit = {"Accept": "text/html"}
    for _ in range(2):  # what only looks at the link leaves the key as it is
        shown = province.host.send("GET", target, headers=visit).expect(200)
        assert shown.headers["x-kept"] == "never"
    cookie = shown.cookies[0].split(";")[0]
    form = next(form for form in Page(shown.text).forms if form["action"] == target)
    entered = post(province, target, form["fields"], cookie).expect(303)
    session = next(one.split(";")[0] for one in entered.cookies if one.startswith("__Host-session"))
    assert "Max-Age=" in next(one for one in entered.cookies if one.startswith("__Host-session"))
    seen = walk(province.host, entered.headers["location"], session, limit=150)
    assert "/orders" in seen and "/audit" in seen
    for at, language, words in (("/orders", "id", "Akses darurat: hanya membaca"), ("/flags", "en", "reading only")):
        page = opened(province.host, at, session, language=language)
        assert words in page.text and mark in page.text
        forms = {form["action"] for form in page.forms if form["method"] == "post"}
        assert forms == {"/sign-out"}, forms
    kept = province.host.send("GET", "/orders", headers={"Accept": "text/html", "Cookie": session}).expect(200)
    assert kept.headers["x-kept"] == "never"
    for closed in ("/account", "/notifications", "/events", "/users", "/mail", "/desk", "/debit-accounts"):
        assert province.host.send("GET", closed, headers={**visit, "Cookie": session}).status == 403, closed
    token = Page(kept.text).forms[-1]["fields"]
    for action in ("/notifications/read", "/orders/new", f"/flags/{UNKNOWN}/ask", "/users/new", "/sign-in"):
        assert post(province, action, token, session).status == 403, action
    admin = Clerk(province.host, province.named("tenant_admin"))
    listed = admin.see("/break-glass")
    assert mark in listed.text
    one = next(link for link in listed.links if re.fullmatch(r"/break-glass/[0-9a-f-]{36}", link))
    assert "/orders" in admin.see(one).text
    admin.does(one, "/end", {"end.reason": "Selesai dibaca."})
    assert "Diakhiri" in admin.see(one).text and "Selesai dibaca." in admin.see(one, language="en").text
    Clerk(province.host, province.named("auditor")).see(one)
    late = province.host.send("GET", "/orders", headers={**visit, "Cookie": session}).expect(303)
    assert late.headers["location"].startswith("/sign-in")


def post(province, path, fields, cookie):
    return Clerk.post(Browser(province.host, cookie), path, fields)


class Browser:
    """What a form is sent from."""

    def __init__(self, host, cookie):
        self.host, self.cookie = host, cookie
