"""One-time codes: set up, asked for once each, lost and taken away; and what needs a fresh proof."""

import re
import secrets
import threading
import time
from urllib.parse import urlencode

import pytest

from journey.client import Person
from journey.page import Page, opened
from journey.phone import Phone
from journey.postmaster import Letter
from journey.province import Province
from journey.service import Service
from journey.vendor import PASSWORD, register, verify

NEW = "perahu layar di danau tenang"


@pytest.fixture(scope="module")
def guarded():
    """A service that asks for the second factor, by a clock that the tests move."""
    running = Service("--mfa", "--now", "2027-03-01T08:00:00+07:00")
    running.start()
    yield running
    running.remove()


@pytest.fixture(scope="module")
def place(guarded):
    """Its people sign in with the keys of `demo.json`."""
    return Province(guarded, max(entry["slug"] for entry in guarded.demo["tenants"]))


@pytest.fixture(scope="module")
def phones(place):
    return {user["email"]: Phone(user["otpSecret"]) for user in place.users}


def attempt(host, email, password, otp=None):
    body = {"email": email, "password": password, **({"otp": otp} if otp else {})}
    return host.post("/sessions", body)


def entered(host, email, password, otp=None):
    session = attempt(host, email, password, otp).expect(201).json
    return Person(host, session["token"], session["user"])


@pytest.fixture
def administrator(place, phones):
    who = place.named("tenant_admin")
    return entered(place.host, who["email"], who["password"], phones[who["email"]].fresh())


def newcomer(place, administrator, role="goods_keeper"):
    """(address, password) of an official who was just invited and has set a password."""
    email = f"{secrets.token_hex(6)}@dinas.example"
    body = {
        "email": email,
        "name": "Pegawai Baru",
        "nip": f"19850101201001{secrets.choice('12')}{secrets.randbelow(900) + 100}",
        "roles": [role],
        "unitId": place.home,
    }
    made = administrator.post("/users", body).expect(201).json
    place.host.post(made["invitation"]["url"], {"password": NEW}).expect(200)
    return email, made["id"]


def set_up(person):
    """(phone, recovery codes) after the person has set up one-time codes; the person goes on with the new token."""
    begun = person.post("/sessions/current/second-factor", {}).expect(201).json
    assert begun["uri"].startswith("otpauth://totp/e-Order") and begun["secret"] in begun["uri"]
    phone = Phone(begun["secret"])
    wrong = person.post("/sessions/current/second-factor/confirm", {"otp": "000000"})
    assert wrong.status == 200 or wrong.errors() == {"/otp": "not_one_of"}
    before = person.token
    done = person.post("/sessions/current/second-factor/confirm", {"otp": phone.fresh()}).expect(200).json
    person.get("/sessions/current").problem(401, "unauthenticated")
    person.token = done["token"]
    assert person.token != before
    person.get("/sessions/current").expect(200)
    assert len(set(done["recoveryCodes"])) == 10
    return phone, done["recoveryCodes"]


def mails(service, email):
    return [
        letter
        for letter in map(Letter.read, sorted((service.data / "mail").glob("*.eml")))
        if letter.message["To"].addresses[0].addr_spec == email
    ]


def told(service, email, words):
    """The message to this address whose subject has these words."""
    deadline = time.monotonic() + 30
    while True:
        found = [letter for letter in mails(service, email) if words in letter.subject]
        if found:
            return found[-1]
        assert time.monotonic() < deadline, (email, words, [letter.subject for letter in mails(service, email)])
        time.sleep(0.2)


def test_everybody_of_the_demonstration_needs_a_code(guarded, place, phones):
    for user in (place.named("auditor"), place.named("vendor_staff"), guarded.demo["admin"]):
        host = guarded.admin_host if user is guarded.demo["admin"] else place.host
        attempt(host, user["email"], user["password"]).problem(401, "otp_required")
        attempt(host, user["email"], user["password"], "000000").problem(401, "bad_credentials")
        attempt(host, user["email"], "bukan kata sandinya").problem(401, "bad_credentials")
        phone = phones.get(user["email"]) or Phone(user["otpSecret"])
        person = entered(host, user["email"], user["password"], phone.fresh())
        assert person.get("/sessions/current/second-factor").json["on"] is True


def test_a_code_is_taken_once_even_of_many_at_the_same_moment(place, phones):
    who = place.named("treasurer", 1)
    code = phones[who["email"]].fresh()
    entered(place.host, who["email"], who["password"], code)
    attempt(place.host, who["email"], who["password"], code).problem(401, "bad_credentials")
    code, answers = phones[who["email"]].fresh(), []

    def send():
        answers.append(attempt(place.host, who["email"], who["password"], code).status)

    threads = [threading.Thread(target=send) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(201) == 1 and set(answers) <= {201, 401, 429}, answers


def test_the_password_alone_is_good_for_setting_up_only(place, administrator):
    email, _ = newcomer(place, administrator)
    answer = attempt(place.host, email, NEW).expect(201).json
    assert answer["mustSetUpSecondFactor"] is True
    person = Person(place.host, answer["token"], answer["user"])
    person.get("/sessions/current").expect(200)
    for path in ("/units", "/orders", "/notifications", "/sessions", "/budget-lines"):
        person.get(path).problem(403, "second_factor_needed")
    person.post("/needs", {}).problem(403, "second_factor_needed")
    person.put("/sessions/current/password", {"current": NEW, "password": NEW + "!"}).problem(
        403, "second_factor_needed"
    )
    # What anybody may see, such a person sees as anybody.
    person.get("/products", limit=1).expect(200)
    assert person.get("/sessions/current/second-factor").json == {
        "on": False,
        "since": None,
        "needed": True,
        "recoveryCodes": 0,
    }
    phone, codes = set_up(person)
    person.get("/units", limit=1).expect(200)
    attempt(place.host, email, NEW).problem(401, "otp_required")
    # Each recovery code lets in once; who must have codes does not take them away.
    other = entered(place.host, email, NEW, codes[0].lower().replace("-", " "))
    attempt(place.host, email, NEW, codes[0]).problem(401, "bad_credentials")
    assert other.get("/sessions/current/second-factor").json["recoveryCodes"] == 9
    removal = {"password": NEW, "otp": phone.fresh()}
    assert other.post("/sessions/current/second-factor/remove", removal).problem(409, "wrong_state")["state"] == "needed"


def test_codes_move_to_another_phone(guarded, place, administrator):
    email, _ = newcomer(place, administrator)
    person = entered(place.host, email, NEW)
    old, codes = set_up(person)
    path = "/sessions/current/second-factor"
    assert person.post(path, {}).errors() == {"/password": "required", "/otp": "required"}
    assert person.post(path, {"password": NEW}).errors() == {"/otp": "required"}
    assert person.post(path, {"password": NEW + "x", "otp": old.fresh()}).errors() == {"/password": "not_one_of"}
    new = Phone(person.post(path, {"password": NEW, "otp": old.fresh()}).expect(201).json["secret"])
    # Until the new phone has shown that it has the key, the old one counts.
    entered(place.host, email, NEW, old.fresh())
    done = person.post(f"{path}/confirm", {"otp": new.fresh()}).expect(200).json
    person.token = done["token"]
    for otp in (old.fresh(), codes[1]):
        attempt(place.host, email, NEW, otp).problem(401, "bad_credentials")
    entered(place.host, email, NEW, done["recoveryCodes"][0])
    told(guarded, email, "Kode sekali pakai sudah aktif")
    told(guarded, email, "ponsel lain")
    letter = told(guarded, email, "kode cadangan telah dipakai")
    assert "tersisa: 9" in letter.text
    person.post(f"{path}/confirm", {"otp": new.fresh()}).problem(409, "wrong_state")


def test_the_administrator_takes_away_a_lost_one(guarded, place, administrator, phones):
    email, user = newcomer(place, administrator)
    person = entered(place.host, email, NEW)
    set_up(person)
    admin = place.named("tenant_admin")
    path = f"/users/{user}/second-factor/reset"
    assert administrator.get(f"/users/{user}").json["hasSecondFactor"] is True
    assert set(administrator.post(path, {}).errors()) == {"/password", "/reason"}
    body = {"password": admin["password"], "reason": "Datang sendiri dengan kartu pegawai."}
    assert administrator.post(path, body).errors() == {"/otp": "required"}
    body["otp"] = phones[admin["email"]].fresh()
    assert administrator.post(path, body).expect(200).json["hasSecondFactor"] is False
    person.get("/sessions/current").problem(401, "unauthenticated")
    told(guarded, email, "Kode sekali pakai Anda dihapus")
    again = attempt(place.host, email, NEW).expect(201).json
    assert again["mustSetUpSecondFactor"] is True
    body["otp"] = phones[admin["email"]].fresh()
    assert administrator.post(path, body).problem(409, "wrong_state")["state"] == "none"
    body["otp"] = phones[admin["email"]].fresh()
    own = administrator.post(f"/users/{administrator.id}/second-factor/reset", body)
    assert own.problem(409, "wrong_state")["state"] == "own"
    auditor = place.named("auditor")
    reader = entered(place.host, auditor["email"], auditor["password"], phones[auditor["email"]].fresh())
    reader.post(path, body).problem(403, "forbidden")
    verified = guarded.command("audit", "verify", "--tenant", place.slug)
    assert verified.returncode == 0, verified.stderr


def test_a_factor_that_was_slipped_in_is_found(guarded, place, administrator):
    email, user = newcomer(place, administrator)
    person = entered(place.host, email, NEW)
    set_up(person)
    guarded.sql(f"UPDATE tenant_{place.slug}.second_factor SET confirmed_at = confirmed_at + interval '1 s' WHERE user_id = '{user}'")
    try:
        found = guarded.command("audit", "verify", "--tenant", place.slug)
        assert found.returncode == 1 and b"second factor" in found.stdout + found.stderr
    finally:
        guarded.sql(
            f"UPDATE tenant_{place.slug}.second_factor SET confirmed_at = confirmed_at - interval '1 s' WHERE user_id = '{user}'"
        )


def test_a_vendor_may_have_codes_and_give_them_up(guarded, place):
    owner, vendor = register(place)
    email = owner.get(f"/vendors/{vendor['id']}").json["email"]
    assert owner.get("/sessions/current/second-factor").json["needed"] is False
    phone, _ = set_up(owner)
    attempt(place.host, email, PASSWORD).problem(401, "otp_required")
    path = "/sessions/current/second-factor/remove"
    assert owner.post(path, {"password": PASSWORD, "otp": "000000"}).errors() == {"/otp": "not_one_of"}
    owner.post(path, {"password": PASSWORD, "otp": phone.fresh()}).expect(204)
    entered(place.host, email, PASSWORD)
    owner.post(path, {"password": PASSWORD, "otp": phone.code(phone.now())}).problem(409, "wrong_state")
    told(guarded, email, "dimatikan")


def test_central_administrators_always_need_one(guarded):
    made = guarded.command("admin", "create", "--email", f"{secrets.token_hex(4)}@pusat.example")
    link = (made.stdout + made.stderr).decode().split("/invitations/")[1].split()[0]
    host = guarded.admin_host
    host.post(f"/invitations/{link}", {"password": NEW}).expect(200)
    email = guarded.sql("SELECT email FROM control.app_user ORDER BY created_at DESC LIMIT 1")
    session = attempt(host, email, NEW).expect(201).json
    assert session["mustSetUpSecondFactor"] is True
    person = Person(host, session["token"], session["user"])
    person.get("/tenants").problem(403, "second_factor_needed")
    person.post("/clock", {"advanceSeconds": 1}).problem(403, "second_factor_needed")
    phone, _ = set_up(person)
    person.get("/tenants").expect(200)
    attempt(host, email, NEW).problem(401, "otp_required")
    # The operator helps who has lost phone and codes.
    done = guarded.command("admin", "reset-second-factor", "--email", email)
    assert done.returncode == 0, done.stderr
    person.get("/sessions/current").problem(401, "unauthenticated")
    assert attempt(host, email, NEW).expect(201).json["mustSetUpSecondFactor"] is True
    assert guarded.command("admin", "reset-second-factor", "--email", email).returncode == 1


def test_a_stale_proof_is_asked_for_again(guarded, place, phones):
    """By the machine's time: a clock that is set days ahead makes nobody prove it again."""
    owner, vendor = verify_with_codes(place, phones)
    path = f"/vendors/{vendor['id']}"
    bank = {**vendor["bank"], "accountNumber": "660011223344", "accountName": vendor["businessName"]}
    owner.patch(path, {"bank": bank}).expect(200)
    make_stale(guarded, place, owner)
    owner.patch(path, {"bank": {**bank, "accountNumber": "660011223355"}}).problem(401, "step_up")
    owner.patch(path, {"email": f"{secrets.token_hex(4)}@baru.example"}).problem(401, "step_up")
    # Nothing else asks for it.
    owner.patch(path, {"phone": f"+6281{secrets.randbelow(10**9):09}"}).expect(200)
    owner.patch(path, {"bank": bank}).expect(200)
    owner.post("/sessions/current/second-factor", {}).problem(401, "step_up")
    assert owner.post("/sessions/current/step-up", {"password": "x"}).errors() == {"/password": "not_one_of"}
    old = owner.token
    owner.token = owner.post("/sessions/current/step-up", {"password": PASSWORD}).expect(200).json["token"]
    Person(place.host, old, {}).get("/sessions/current").problem(401, "unauthenticated")
    owner.patch(path, {"bank": {**bank, "accountNumber": "660011223355"}}).expect(200)
    phone, _ = set_up(owner)
    make_stale(guarded, place, owner)
    body = {"email": f"{secrets.token_hex(4)}@baru.example", "password": PASSWORD}
    owner.put("/sessions/current/email", body).problem(401, "step_up")
    assert owner.post("/sessions/current/step-up", {"password": PASSWORD}).errors() == {"/otp": "required"}
    renewed = owner.post("/sessions/current/step-up", {"password": PASSWORD, "otp": phone.fresh()}).expect(200)
    owner.token = renewed.json["token"]
    owner.put("/sessions/current/email", body).expect(202)


def verify_with_codes(place, phones):
    """A verified vendor, verified by somebody who signs in with a code."""
    who = place.named("verifier")
    place.people[who["email"]] = (who, entered(place.host, who["email"], who["password"], phones[who["email"]].fresh()))
    return verify(place)


def make_stale(service, place, person):
    service.sql(
        f"UPDATE tenant_{place.slug}.session SET proved_at = proved_at - interval '16 minutes' WHERE user_id = '{person.id}'"
    )


class Browser:
    """Pages without JavaScript, with their cookies."""

    def __init__(self, host):
        self.host, self.cookies, self.page, self.path = host, {}, None, None

    def take(self, answer):
        for line in answer.cookies:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
            if "Max-Age=0" in line:
                del self.cookies[name]
        return answer

    @property
    def header(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def open(self, path, status=200):
        headers = {"Accept": "text/html", "Cookie": self.header}
        for _ in range(5):
            answer = self.take(self.host.send("GET", path, headers=headers))
            headers["Cookie"] = self.header
            if answer.status != 303:
                break
            path = answer.headers["location"]
        answer.expect(status)
        self.path, self.page = path, Page(answer.text)
        assert self.page.inline == []
        return self.page

    def send(self, fields, status=303):
        form = next(form for form in self.page.forms if set(fields) <= set(form["fields"]))
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.host.url,
            "Sec-Fetch-Site": "same-origin",
            "Accept": "text/html",
            "Cookie": self.header,
        }
        answer = self.take(self.host.send("POST", form["action"], urlencode({**form["fields"], **fields}).encode(), headers))
        answer.expect(status)
        if status == 303:
            return self.open(answer.headers["location"])
        self.page = Page(answer.text)
        return self.page


def test_signing_in_by_pages(place, phones):
    who = place.named("auditor")
    browser = Browser(place.host)
    browser.open("/sign-in?next=/reports")
    browser.send({"email": who["email"], "password": who["password"]})
    assert browser.path.startswith("/sign-in/code") and "__Host-session" not in browser.cookies
    assert who["password"] not in browser.page.text
    assert "salah atau sudah dipakai" in browser.send({"code": "000000"}, 422).text
    browser.send({"code": phones[who["email"]].fresh()})
    assert browser.path == "/reports" and "__Host-ticket" not in browser.cookies
    # Without the password there is no second step.
    stranger = Browser(place.host)
    stranger.open("/sign-in/code")
    assert stranger.path.startswith("/sign-in?")


def test_setting_up_by_pages(place, administrator):
    email, _ = newcomer(place, administrator)
    browser = Browser(place.host)
    browser.open("/sign-in?next=/needs")
    page = browser.send({"email": email, "password": NEW})
    assert browser.path.startswith("/account/second-factor") and "harus memakai kode sekali pakai" in page.text
    browser.open("/orders")
    assert browser.path.startswith("/account/second-factor")
    browser.open("/account/second-factor?next=/needs")
    start = next(form for form in browser.page.forms if form["action"] == "/account/second-factor")
    browser.page.forms = [start]
    page = browser.send({})
    secret = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", page.text)[0]
    phone = Phone(secret.replace(" ", ""))
    # Reloaded, it is the same key.
    assert secret in browser.open(browser.path).text
    assert "salah" in browser.send({"code": "123"}, 422).text
    page = browser.send({"code": phone.fresh()}, 200)
    assert "Simpan kode cadangan" in page.text
    browser.open("/desk")
    assert browser.path == "/desk"
    page = browser.open("/account/second-factor")
    assert "aktif sejak" in page.text and "10" in page.text
    page = browser.send({"renew.password": NEW, "renew.otp": "000000"}, 422)
    assert "salah atau sudah dipakai" in page.text
    # Who began to move and thinks better of it keeps the phone.
    page = browser.send({"renew.password": NEW, "renew.otp": phone.fresh()})
    assert "Ponsel yang lama tetap berlaku" in page.text
    browser.page.forms = [form for form in page.forms if form["action"].endswith("/abandon")]
    page = browser.send({})
    assert "aktif sejak" in page.text and "renew.password" in page.forms[-1]["fields"]
    entered(place.host, email, NEW, phone.fresh())


def test_a_lost_password_is_not_a_way_around(guarded, place, administrator):
    email, _ = newcomer(place, administrator)
    person = entered(place.host, email, NEW)
    phone, _ = set_up(person)
    place.host.post("/password-resets", {"email": email}).expect(202)
    _, path = told(guarded, email, "Kata sandi baru").link("/password-resets/")
    browser = Browser(place.host)
    browser.open(path)
    browser.send({"password": NEW + " lagi"})
    assert browser.path.startswith("/sign-in/code") and "__Host-session" not in browser.cookies
    browser.send({"code": phone.fresh()})
    assert "__Host-session" in browser.cookies
    attempt(place.host, email, NEW + " lagi").problem(401, "otp_required")


def test_a_form_asks_for_the_password_again(guarded, place, phones):
    owner, vendor = verify_with_codes(place, phones)
    email = owner.get(f"/vendors/{vendor['id']}").json["email"]
    browser = Browser(place.host)
    browser.open("/sign-in")
    browser.send({"email": email, "password": PASSWORD})
    browser.open("/profile")
    make_stale(guarded, place, owner)
    typed = {"bank.bank.code": vendor["bank"]["code"], "bank.bank.accountNumber": "990011223344"}
    page = browser.send(typed, 422)
    form = next(form for form in page.forms if "bank.proof.password" in form["fields"])
    assert form["fields"]["bank.bank.accountNumber"] == "990011223344"
    page = browser.send({**typed, "bank.proof.password": "salah sekali"}, 422)
    assert "tidak cocok" in page.text
    browser.send({**typed, "bank.proof.password": PASSWORD})
    assert owner.get(f"/vendors/{vendor['id']}").json["bank"]["accountNumber"] == "990011223344"


def test_without_the_flag_nobody_is_asked(service, province):
    who = province.named("auditor")
    answer = province.host.post("/sessions", {"email": who["email"], "password": who["password"]}).expect(201).json
    assert set(answer) == {"token", "expiresAt", "user"} and "otpSecret" not in who
    assert opened(province.host, "/sign-in").forms
