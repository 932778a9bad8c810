"""Mail: links that arrive, addresses that are proved, notices, and servers that are not there."""

import secrets
import stat
import time
from urllib.parse import urlencode

import pytest

from journey.page import Page, opened, sign_in
from journey.postmaster import Letter, Postmaster
from journey.province import Province
from journey.purse import Purse
from journey.service import Service
from journey.vendor import PASSWORD, Shop, register, registration, verify

NEW = "perahu layar di danau tenang"


@pytest.fixture(scope="module")
def postmaster():
    made = Postmaster().open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def posted(postmaster):
    """A service that sends to the postmaster, by a clock that the tests move."""
    service = Service("--now", "2027-03-01T08:00:00+07:00")
    service.environment = {"EORDER_SMTP_URL": postmaster.url, "EORDER_MAIL_FROM": "e-order@uji.example"}
    service.start()
    yield service
    service.remove()


@pytest.fixture(scope="module")
def place(posted):
    return Province(posted, max(entry["slug"] for entry in posted.demo["tenants"]))


def advance(service, seconds):
    service.administrator().post("/clock", {"advanceSeconds": seconds}).expect(200)


def send_form(host, path, fields, cookie=None):
    """The form of a page, filled in and sent; the answer and the cookie that it was sent with."""
    headers = {"Accept": "text/html", **({"Cookie": cookie} if cookie else {})}
    answer = host.send("GET", path, headers=headers).expect(200)
    form = next(form for form in Page(answer.text).forms if set(fields) <= set(form["fields"]))
    if "set-cookie" in answer.headers:
        cookie = "; ".join(filter(None, [cookie, answer.headers["set-cookie"].split(";")[0]]))
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Origin": host.url,
        "Sec-Fetch-Site": "same-origin",
        "Accept": "text/html",
        "Cookie": cookie,
    }
    return host.send("POST", form["action"], urlencode({**form["fields"], **fields}).encode(), headers)


def proved(place, postmaster, owner_email):
    """Follows the link in the last message to this address."""
    _, path = postmaster.wait(owner_email, "alamat surel").link("/email-proofs/")
    place.host.post(path).expect(200)


def test_a_lost_password_is_set_anew_by_mail(place, postmaster):
    owner, vendor = register(place)
    email = owner.get(f"/vendors/{vendor['id']}").json["email"]
    start = opened(place.host, "/sign-in")
    assert "/password-resets" in start.links
    told = send_form(place.host, "/password-resets", {"email": email}).expect(200)
    letter = postmaster.wait(email, "Kata sandi baru")
    authority, path = letter.link("/password-resets/")
    assert authority == place.host.authority
    done = send_form(place.host, path, {"password": NEW}).expect(303)
    cookie = done.headers["set-cookie"].split(";")[0]
    page = opened(place.host, "/account", cookie)
    assert email in page.text
    # All other sessions have ended, the old password is no more, and the link is used up.
    owner.get("/sessions/current").problem(401, "unauthenticated")
    place.host.post("/sessions", {"email": email, "password": PASSWORD}).problem(401, "bad_credentials")
    place.host.sign_in(email, NEW)
    opened(place.host, path, status=404)
    postmaster.wait(email, "telah diganti")
    # Whoever has the link has the address too.
    assert "Kirim ulang" not in page.text
    unknown = send_form(place.host, "/password-resets", {"email": "tidak-ada@contoh.example"}).expect(200)
    assert Page(unknown.text).text == Page(told.text).text
    time.sleep(1)
    assert not postmaster.to("tidak-ada@contoh.example")


def test_a_key_brings_one_letter(place, postmaster, key):
    email = place.named("verifier")["email"]
    before = len(postmaster.to(email))
    sent = [place.host.post("/password-resets", {"email": email}, key=key).expect(202) for _ in range(3)]
    assert [answer.headers.get("idempotency-replayed") for answer in sent] == [None, "true", "true"]
    assert len({answer.body for answer in sent}) == 1
    place.host.post("/password-resets", {"email": "lain@contoh.example"}, key=key).problem(
        422, "idempotency_mismatch"
    )
    postmaster.wait(email, "Kata sandi baru")
    time.sleep(1)
    assert len(postmaster.to(email)) == before + 1


def test_the_answer_takes_the_same_time(place):
    known = place.named("goods_keeper")["email"]
    times = {}
    for email in (known, "tidak-ada@contoh.example") * 4:
        began = time.monotonic()
        place.host.post("/password-resets", {"email": email}).expect(202)
        times.setdefault(email, []).append(time.monotonic() - began)
    assert all(seconds >= 0.15 for each in times.values() for seconds in each)
    first, second = (sorted(each)[1] for each in times.values())
    assert abs(first - second) < 0.1


def test_an_address_is_proved_by_its_owner_only(place, postmaster):
    body = registration(place.facts["code"])
    vendor = place.host.post("/vendors", body, headers={"Accept-Language": "en"}).expect(201).json
    owner = place.sign_in(body)
    letter = postmaster.wait(body["email"], "Confirm your e-mail address")
    _, path = letter.link("/email-proofs/")
    cookie, _ = sign_in(place.host, body)
    # An unproved address stops nothing; it is told on every page.
    owner.post(f"/vendors/{vendor['id']}/submit", {}).problem(422, "invalid")
    banner = opened(place.host, "/", cookie)
    assert body["email"] in banner.text and "/account/email-proof" in [form["action"] for form in banner.forms]
    # A program that only opens the link proves nothing.
    assert body["email"] in opened(place.host, path).text
    assert body["email"] in opened(place.host, "/", cookie).text
    # Asked for again, the first link is no more.
    send_form(place.host, "/", {}, cookie)
    again = place.host.sign_in(body["email"], body["password"])
    key = {"Idempotency-Key": f"bukti-{body['nib']}"}
    sent = [again.post("/sessions/current/email-proof", {}, headers=key).expect(202) for _ in range(2)]
    assert sent[0].body == sent[1].body and sent[1].headers["idempotency-replayed"] == "true"
    _, newer = postmaster.wait(body["email"], "alamat surel").link("/email-proofs/")
    place.host.post(path).problem(404, "not_found")
    done = send_form(place.host, newer, {}, cookie).expect(303)
    page = opened(place.host, done.headers["location"], cookie)
    assert "dipastikan" in page.text and body["email"] not in page.text
    assert body["email"] not in opened(place.host, "/", cookie).text
    place.host.post(newer).problem(404, "not_found")
    again.post("/sessions/current/email-proof", {}, headers=key).expect(202)
    again.post("/sessions/current/email-proof").problem(409, "wrong_state")


def test_a_proof_ends_after_three_days(posted, place, postmaster):
    body = registration(place.facts["code"])
    place.host.post("/vendors", body).expect(201)
    _, path = postmaster.wait(body["email"], "alamat surel").link("/email-proofs/")
    advance(posted, 3 * 86_400 + 1)
    place.host.post(path).problem(404, "not_found")
    opened(place.host, path, status=404)
    place.people.clear()


@pytest.mark.parametrize(
    "name", ['Siti "Bos" <bos@jahat.example>', "Ñandú, Éva; 株式会社", "Siti: Bcc", "=?UTF-8?B?QmNj?="]
)
def test_a_name_stays_a_name(place, postmaster, name):
    body = registration(place.facts["code"], ownerName=name)
    place.host.post("/vendors", body).expect(201)
    letter = postmaster.wait(body["email"])
    header = letter.message["To"]
    assert [(address.display_name, address.addr_spec) for address in header.addresses] == [(name, body["email"])]
    assert letter.recipients == [body["email"]] and letter.sender == "e-order@uji.example"
    assert name in letter.text and letter.message["Bcc"] is None
    assert letter.message["From"].addresses[0].addr_spec == "e-order@uji.example"
    assert letter.message["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\x00"])
def test_line_ends_reach_no_header(place, postmaster, end):
    for member in ("ownerName", "email"):
        text = f"siti{end}Bcc: semua@jahat.example"
        answer = place.host.post("/vendors", registration(place.facts["code"], **{member: text}))
        assert answer.status in (201, 400, 422)
        if answer.status == 201:
            letter = postmaster.wait(answer.json["email"])
            assert letter.message["Bcc"] is None and letter.recipients == [answer.json["email"]]
    place.host.post("/password-resets", {"email": f"a@b.example{end}RCPT TO:<x@y.example>"})
    assert not postmaster.to("semua@jahat.example") and not postmaster.to("x@y.example")


def test_notices_that_nobody_reads_go_out_together(posted, place, postmaster):
    place.people.clear()
    owner, vendor = verify(place)
    email = owner.get(f"/vendors/{vendor['id']}").json["email"]
    unproved = Shop(place)
    unproved_email = unproved.owner.get(f"/vendors/{unproved.id}").json["email"]
    proved(place, postmaster, email)
    officer = place.named("commitment_officer")["email"]
    shop = Shop(place)
    shop.item = shop.product(price=1_000_000)
    shop_email = shop.owner.get(f"/vendors/{shop.id}").json["email"]
    proved(place, postmaster, shop_email)
    purse = Purse(place)
    orders = [purse.order(shop, [(shop.item["id"], 1)], submit=True) for _ in range(2)]
    assert not postmaster.to(officer, "e-Order")
    advance(posted, 180)
    letter = postmaster.wait(officer, "pemberitahuan di e-Order")
    for order in orders:
        assert f"{place.host.url}/orders/{order.id}" in letter.text
    assert f"{place.host.url}/notifications" in letter.text
    for order in orders:
        order.step("issue").expect(200)
    # What was read on the pages is not told again.
    for notice in shop.owner.get("/notifications", unread="true", limit=100).json["items"]:
        if notice["subject"]["id"] == orders[0].id:
            shop.owner.post(f"/notifications/{notice['id']}/read").expect(200)
    advance(posted, 180)
    letter = postmaster.wait(shop_email, "e-Order")
    assert orders[1].id in letter.text and orders[0].id not in letter.text
    # No more than one such message in a quarter of an hour, and nothing to an address that nobody has proved.
    orders[0].step("withdraw", body={"reason": "Anggaran ditunda."}).expect(200)
    advance(posted, 180)
    assert len(postmaster.to(shop_email, "e-Order")) == 1
    advance(posted, 900)
    assert orders[0].id in postmaster.wait(shop_email, "e-Order", count=2).text
    assert {letter.subject for letter in postmaster.to(unproved_email)} == {"Pastikan alamat surel Anda"}


def test_another_address_is_proved_before_it_counts(place, postmaster):
    place.people.clear()
    body = registration(place.facts["code"])
    vendor = place.host.post("/vendors", body).expect(201).json
    owner = place.host.sign_in(body["email"], body["password"])
    new = f"{secrets.token_hex(6)}@baru.example"
    wrong = owner.put("/sessions/current/email", {"email": new, "password": "bukan kata sandinya"})
    assert wrong.errors() == {"/password": "not_one_of"}
    taken = place.named("auditor")["email"]
    asked = owner.put("/sessions/current/email", {"email": taken, "password": body["password"]})
    assert asked.errors(409, "already_registered") == {"/email": "already_registered"}
    owner.put("/sessions/current/email", {"email": new.upper(), "password": body["password"]}).expect(202)
    _, path = postmaster.wait(new, "alamat surel").link("/email-proofs/")
    place.host.sign_in(body["email"], body["password"])
    place.host.post(path).expect(200)
    place.host.post("/sessions", {"email": body["email"], "password": body["password"]}).expect(401)
    again = place.host.sign_in(new, body["password"])
    assert again.get(f"/vendors/{vendor['id']}").json["email"] == new
    postmaster.wait(body["email"], "Alamat surel Anda telah diganti")


def test_a_changed_bank_account_is_told_where_nobody_else_reads(place, postmaster):
    place.people.clear()
    owner, vendor = verify(place)
    old = owner.get(f"/vendors/{vendor['id']}").json["email"]
    proved(place, postmaster, old)
    new = f"{secrets.token_hex(6)}@pencuri.example"
    owner.put("/sessions/current/email", {"email": new, "password": PASSWORD}).expect(202)
    _, path = postmaster.wait(new, "alamat surel").link("/email-proofs/")
    place.host.post(path).expect(200)
    bank = {**vendor["bank"], "code": "002", "accountNumber": "770011223344", "accountName": vendor["businessName"]}
    owner.patch(f"/vendors/{vendor['id']}", {"bank": bank}).expect(200)
    for address in (old, new):
        letter = postmaster.wait(address, "Rekening bank")
        assert vendor["businessName"] in letter.text and "770011223344" not in letter.text + letter.html


def test_a_dead_server_delays_nothing_but_mail(posted, place, postmaster):
    place.people.clear()
    email = place.named("treasurer")["email"]
    postmaster.close()
    try:
        place.host.post("/password-resets", {"email": email}).expect(202)
        shop = Shop(place)
        shop.item = shop.product(price=1_000_000)
        order = Purse(place).order(shop, [(shop.item["id"], 1)], submit=True)
        began = time.monotonic()
        advance(posted, 60)
        assert time.monotonic() - began < 15
        order.step("issue").expect(200)
        waiting = place.administrator.get("/mail", state="waiting", limit=100).expect(200).json["items"]
        mine = next(item for item in waiting if item["recipient"] == email)
        assert mine["attempts"] >= 1 and mine["refusal"] and mine["kind"] == "password_reset"
        place.auditor.get("/mail").problem(403, "forbidden")
    finally:
        postmaster.open()
    place.administrator.post(f"/mail/{mine['id']}/retry").expect(200)
    letter = postmaster.wait(email, "Kata sandi baru", seconds=60)
    assert letter.id.startswith(f"<{mine['id']}@")
    # Sent once more it is the same message.
    place.administrator.post(f"/mail/{mine['id']}/retry").expect(200)
    assert postmaster.wait(email, "Kata sandi baru", count=2).id == letter.id
    cookie, _ = sign_in(place.host, place.named("tenant_admin"))
    assert email in opened(place.host, "/mail", cookie).text


def test_a_message_that_nobody_takes_is_given_up(posted, place, postmaster):
    place.people.clear()
    body = registration(place.facts["code"])
    postmaster.refuse.add(body["email"])
    place.host.post("/vendors", body).expect(201)

    def found(state):
        items = place.administrator.get("/mail", state=state, limit=100).expect(200).json["items"]
        return [item for item in items if item["recipient"] == body["email"]]

    deadline = time.monotonic() + 30
    while not found("given_up"):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert "550" in found("given_up")[0]["refusal"]
    postmaster.refuse.clear()
    place.administrator.post(f"/mail/{found('given_up')[0]['id']}/retry").expect(200)
    postmaster.wait(body["email"])
    # Mail that the server takes on no day is given up after five.
    postmaster.close()
    try:
        other = registration(place.facts["code"])
        place.host.post("/vendors", other).expect(201)
        person = place.administrator.post(
            "/users",
            {
                "email": f"{secrets.token_hex(6)}@dinas.example",
                "name": "Pegawai Baru",
                "nip": f"19850101201001{secrets.choice('12')}{secrets.randbelow(900) + 100}",
                "roles": ["goods_keeper"],
                "unitId": place.unit["id"],
            },
        ).expect(201)
        for _ in range(3):
            advance(posted, 3 * 86_400)
        place.people.clear()
        items = place.administrator.get("/mail", state="given_up", limit=100).expect(200).json["items"]
        assert {other["email"], person.json["email"]} <= {item["recipient"] for item in items}
    finally:
        postmaster.open()


def test_a_kill_before_sending_loses_nothing(posted, place, postmaster):
    """Nor does the clock, which starts anew where it began and makes the message one of a day to come."""
    place.people.clear()
    email = place.named("budget_owner")["email"]
    advance(posted, 86_400)
    postmaster.close()
    place.host.post("/password-resets", {"email": email}).expect(202)
    posted.kill()
    postmaster.open()
    posted.start()
    place.host.forget()
    place.people.clear()
    postmaster.wait(email, "Kata sandi baru")
    assert len({letter.id for letter in postmaster.to(email, "Kata sandi baru")}) == 1


def test_central_administrators_get_mail(posted, postmaster):
    email = f"{secrets.token_hex(6)}@pusat.example"
    made = posted.command("admin", "create", "--email", email, "--name", "Citra Lestari")
    assert made.returncode == 0, made.stderr
    host = posted.admin_host
    letter = postmaster.wait(email, "Buat kata sandi")
    authority, path = letter.link("/invitations/")
    assert authority == host.authority and "Citra Lestari" in letter.text
    assert path in made.stdout.decode()
    send_form(host, path, {"password": NEW}).expect(303)
    assert "/password-resets" in opened(host, "/sign-in").links
    told = send_form(host, "/password-resets", {"email": email}).expect(200)
    authority, path = postmaster.wait(email, "Kata sandi baru").link("/password-resets/")
    assert authority == host.authority
    done = send_form(host, path, {"password": NEW + " juga"}).expect(303)
    assert opened(host, "/", done.headers["set-cookie"].split(";")[0]).title
    postmaster.wait(email, "telah diganti")
    opened(host, path, status=404)
    host.post("/sessions", {"email": email, "password": NEW}).problem(401, "bad_credentials")
    unknown = send_form(host, "/password-resets", {"email": "tidak-ada@pusat.example"}).expect(200)
    assert Page(unknown.text).text == Page(told.text).text
    assert not postmaster.to("tidak-ada@pusat.example")
    assert path.rsplit("/", 1)[1] not in posted.sql("SELECT o::text FROM control.outbox_message o")


def test_without_a_server_messages_are_files(service, province):
    body = registration(province.facts["code"])
    province.host.post("/vendors", body).expect(201)
    deadline = time.monotonic() + 30
    while True:
        files = [
            path for path in (service.data / "mail").glob("*.eml") if Letter.read(path).message["To"].addresses[0].addr_spec == body["email"]
        ]
        if files:
            break
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
    authority, path = Letter.read(files[0]).link("/email-proofs/")
    assert authority == province.host.authority
    province.host.post(path).expect(200)


def test_no_secret_of_a_link_lies_in_the_database(posted, place, postmaster):
    body = registration(place.facts["code"])
    place.host.post("/vendors", body).expect(201)
    _, path = postmaster.wait(body["email"]).link("/email-proofs/")
    secret = path.rsplit("/", 1)[1]
    schema = f"tenant_{place.slug}"
    rows = posted.sql(f"SELECT o::text FROM {schema}.outbox_message o") + posted.sql(
        f"SELECT p::text FROM {schema}.email_proof p"
    )
    assert body["email"] in rows and secret not in rows
