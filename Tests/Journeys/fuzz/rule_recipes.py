"""Recipes of the rules and their drafts; they begin so late that no other recipe meets them."""

import secrets
from datetime import timedelta

from kitchen import RECIPES

from journey.client import UNSENT
from journey.purchase import today


def draft_body(kitchen):
    return {
        "version": f"resep.{secrets.token_hex(5)}",
        "effectiveFrom": str(today(kitchen.service) + timedelta(days=500)),
        "settings": {"brand.office": f"Biro {secrets.token_hex(3)}"},
    }


def draft(kitchen):
    return kitchen.province.administrator.post("/rules/drafts", draft_body(kitchen)).expect(201).json["id"]


def recipe(operation, role, body, path=True):
    RECIPES[operation] = lambda kitchen: (
        kitchen.province.person(role),
        [draft(kitchen)] if path else [],
        body(kitchen) if callable(body) else body,
    )


recipe("POST /rules/drafts", "tenant_admin", draft_body, path=False)
recipe("GET /rules/drafts", "rule_approver", UNSENT, path=False)
recipe("GET /rules/drafts/{}", "auditor", UNSENT)
recipe("POST /rules/drafts/{}/simulate", "tenant_admin", {"days": 7})
recipe("POST /rules/drafts/{}/approve", "rule_approver", {})
recipe("POST /rules/drafts/{}/discard", "rule_approver", {"reason": "Keliru."})
