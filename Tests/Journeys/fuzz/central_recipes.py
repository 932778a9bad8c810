"""Recipes of central administration: a table of its own, since some paths mean another thing there."""

import json
import re
import secrets

from journey.client import UNSENT
from journey.nusa import FILES
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
