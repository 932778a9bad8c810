"""Recipes of mail, addresses and events."""

import secrets
import time

from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.phone import Phone
from journey.postmaster import Letter
from journey.vendor import PASSWORD, register

RECIPES["GET /events"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
RECIPES["GET /mail"] = lambda kitchen: (kitchen.province.administrator, [], UNSENT)


def registered(kitchen):
    """(a new vendor's owner, the address)."""
    owner, vendor = register(kitchen.province)
    return owner, owner.get(f"/vendors/{vendor['id']}").expect(200).json["email"]


@recipe("POST /email-proofs/{}")
def follow_link(kitchen):
    _, email = registered(kitchen)
    for _ in range(100):
        for path in sorted((kitchen.service.data / "mail").glob("*.eml"), reverse=True)[:20]:
            letter = Letter.read(path)
            if letter.message["To"].addresses[0].addr_spec == email:
                return None, [letter.link("/email-proofs/")[1].rsplit("/", 1)[1]], {}
        time.sleep(0.1)
    raise AssertionError(f"no mail for {email}")


@recipe("POST /sessions/current/email-proof")
def send_again(kitchen):
    return registered(kitchen)[0], [], {}


@recipe("PUT /sessions/current/email")
def change_address(kitchen):
    body = {"email": f"{secrets.token_hex(4)}@baru.example", "password": PASSWORD}
    return registered(kitchen)[0], [], body


@recipe("POST /mail/{}/retry")
def try_again(kitchen):
    _, email = registered(kitchen)
    items = kitchen.province.administrator.get("/mail", limit=100).expect(200).json["items"]
    return kitchen.province.administrator, [next(item["id"] for item in items if item["recipient"] == email)], {}


@recipe("POST /sessions/current/second-factor")
def begin_codes(kitchen):
    return registered(kitchen)[0], [], {}


@recipe("POST /sessions/current/second-factor/confirm")
def confirm_codes(kitchen):
    owner, _ = registered(kitchen)
    begun = owner.post("/sessions/current/second-factor", {}).expect(201).json
    return owner, [], {"otp": Phone(begun["secret"]).fresh()}


def with_codes(person):
    """The phone of somebody who has just set up one-time codes."""
    phone = Phone(person.post("/sessions/current/second-factor", {}).expect(201).json["secret"])
    done = person.post("/sessions/current/second-factor/confirm", {"otp": phone.fresh()}).expect(200)
    person.token = done.json["token"]
    return phone


@recipe("POST /sessions/current/second-factor/remove")
def remove_codes(kitchen):
    owner, _ = registered(kitchen)
    phone = with_codes(owner)
    return owner, [], {"password": PASSWORD, "otp": phone.fresh()}


@recipe("POST /sessions/current/step-up")
def step_up(kitchen):
    return registered(kitchen)[0], [], {"password": PASSWORD}


@recipe("POST /users/{}/second-factor/reset")
def reset_codes(kitchen):
    owner, _ = registered(kitchen)
    with_codes(owner)
    who = kitchen.province.named("tenant_admin")
    return kitchen.province.administrator, [owner.id], {"password": who["password"], "reason": "Ponselnya hilang."}


RECIPES["GET /sessions/current/second-factor"] = lambda kitchen: (kitchen.province.auditor, [], UNSENT)
