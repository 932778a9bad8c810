"""Recipes of central administration: a table of its own, since some paths mean another thing there."""

import json
import re
import secrets

from journey.client import UNSENT
from journey.nusa import FILES
from journey.phone import Phone
from journey.purchase import REASON


def central(*values, body=UNSENT):
    return lambda kitchen: (kitchen.service.administrator(), list(values), body)


CENTRAL = {
    "GET /openapi.json": lambda kitchen: (None, [], UNSENT),
    "POST /sessions": lambda kitchen: (None, [], dict(kitchen.service.demo["admin"])),
    "GET /sessions/current": central(),
    "GET /sessions": central(),
    "DELETE /sessions/current": central(),
    "GET /tenants": central(),
    "GET /fleet": central(),
    "GET /tenants/{}": central("nusa"),
    "POST /tenants": central(body=json.loads((FILES / "tenant.json").read_text())),
    "POST /tenants/{}/suspend": central("nusa", body=REASON),
    "POST /tenants/{}/resume": central("nusa", body={}),
}


def operation(kitchen):
    administrator = kitchen.service.administrator()
    asked = administrator.post("/tenants/nusa/resume", {}).expect(202).json
    return administrator, [asked["id"]], UNSENT


CENTRAL["GET /operations/{}"] = operation


def accept(kitchen):
    """Takes the link that `eorder admin create` prints."""
    made = kitchen.service.command("admin", "create", "--email", f"{secrets.token_hex(6)}@pusat.example")
    link = re.search(r"https://\S+/invitations/([\w-]+)", (made.stdout + made.stderr).decode())
    return None, [link[1]], {"password": "kata sandi administrator pusat"}


CENTRAL["POST /invitations/{}"] = accept


def newcomer(kitchen):
    """A new central administrator, signed in, and the password."""
    made = kitchen.service.command("admin", "create", "--email", email := f"{secrets.token_hex(6)}@pusat.example")
    link = re.search(r"https://\S+/invitations/([\w-]+)", (made.stdout + made.stderr).decode())
    body = {"password": "kata sandi administrator pusat"}
    kitchen.service.admin_host.post(f"/invitations/{link[1]}", body).expect(200)
    return kitchen.service.admin_host.sign_in(email, body["password"]), body["password"]


def with_codes(person):
    """The phone of somebody who has begun to set up one-time codes."""
    return Phone(person.post("/sessions/current/second-factor", {}).expect(201).json["secret"])


def confirm_codes(kitchen):
    person, _ = newcomer(kitchen)
    return person, [], {"otp": with_codes(person).fresh()}


def remove_codes(kitchen):
    person, password = newcomer(kitchen)
    phone = with_codes(person)
    body = {"otp": phone.fresh()}
    person.token = person.post("/sessions/current/second-factor/confirm", body).expect(200).json["token"]
    return person, [], {"password": password, "otp": phone.fresh()}


def step_up(kitchen):
    person, password = newcomer(kitchen)
    return person, [], {"password": password}


CENTRAL["POST /password-resets"] = lambda kitchen: (None, [], {"email": f"{secrets.token_hex(4)}@pusat.example"})
CENTRAL["GET /sessions/current/second-factor"] = central()
CENTRAL["POST /sessions/current/second-factor"] = lambda kitchen: (newcomer(kitchen)[0], [], {})
CENTRAL["POST /sessions/current/second-factor/confirm"] = confirm_codes
CENTRAL["POST /sessions/current/second-factor/remove"] = remove_codes
CENTRAL["POST /sessions/current/step-up"] = step_up
