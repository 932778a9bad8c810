"""For each operation somebody who may do it and valid values for it, made fresh: so that it can answer 2xx.

A recipe is a function of the `Kitchen` that gives (person, values of the path, body); the body may be UNSENT.
Its key is the operation with unnamed parameters. The standing values of the same recipe are put into
generated requests that are valid so far, so that they get past the 404.
"""

import secrets

import break_glass_recipes  # noqa: F401
import flag_recipes  # noqa: F401
import mail_recipes  # noqa: F401
import office_recipes  # noqa: F401
import order_recipes  # noqa: F401
import payment_recipes  # noqa: F401
import rule_recipes  # noqa: F401
import vendor_recipes  # noqa: F401
import offer_recipes  # noqa: F401
from kitchen import RECIPES, recipe

from journey.client import UNSENT
from journey.purse import NUMBERS
from journey.service import TENANTS
from journey.vendor import PASSWORD, register


def seen_by(name, *operations):
    """Operations without ids that this person may ask."""
    for operation in operations:
        RECIPES[operation] = lambda kitchen: (name and getattr(kitchen.province, name), [], UNSENT)


seen_by(
    None,
    "GET /province",
    "GET /products",
    "GET /categories",
    "GET /calendar",
    "GET /audit/checkpoint",
    "GET /audit/key",
    "GET /openapi.json",
)
seen_by(
    "buyer",
    "GET /sessions/current",
    "GET /sessions",
    "GET /orders",
    "GET /units",
    "GET /officials",
    "GET /budget-lines",
    "GET /budget-lines/red-list",
    "GET /packages",
    "GET /standard-prices",
    "GET /notifications",
)
seen_by("verifier", "GET /vendors")
seen_by("auditor", "GET /audit/entries", "GET /flags")
seen_by("administrator", "GET /users", "GET /rules")


def shown(name, operation, value):
    """An operation with one id that this person may see."""
    RECIPES[operation] = lambda kitchen: (name and getattr(kitchen.province, name), [value(kitchen)], UNSENT)


shown("verifier", "GET /vendors/{}", lambda kitchen: kitchen.shop.id)
shown("verifier", "GET /vendors/{}/documents", lambda kitchen: kitchen.shop.id)
shown(None, "GET /products/{}", lambda kitchen: kitchen.shop.item["id"])
shown("buyer", "GET /orders/{}", lambda kitchen: kitchen.deal().id)
shown("buyer", "GET /budget-lines/{}", lambda kitchen: kitchen.purse.line_id)
shown("buyer", "GET /budget-lines/{}/versions", lambda kitchen: kitchen.purse.line_id)
shown("buyer", "GET /packages/{}", lambda kitchen: kitchen.purse.package["id"])
shown("administrator", "GET /imports/{}/template.csv", lambda kitchen: "units")


@recipe("POST /sessions")
def sign_in(kitchen):
    who = kitchen.province.named("auditor")
    return None, [], {"email": who["email"], "password": who["password"]}


@recipe("DELETE /sessions/current")
def sign_out(kitchen):
    return kitchen.expendable(), [], UNSENT


@recipe("DELETE /sessions/{}")
def end_session(kitchen):
    owner = kitchen.expendable()
    session = next(item["id"] for item in owner.get("/sessions").expect(200).json["items"])
    return owner, [session], UNSENT


@recipe("PUT /sessions/current/password")
def change_password(kitchen):
    owner, _ = register(kitchen.province)
    return owner, [], {"current": PASSWORD, "password": PASSWORD + "-lagi"}


@recipe("POST /password-resets")
def forgot(kitchen):
    return None, [], {"email": f"{secrets.token_hex(4)}@toko.example"}


def import_own(kind):
    """The province's own file once more: nothing in it is new."""

    def make(kitchen):
        return kitchen.province.administrator, [], (TENANTS / kitchen.province.slug / f"{kind}.csv").read_bytes()

    return make


for kind in ("units", "officials", "budget-lines", "packages", "standard-prices", "vendors", "products"):
    RECIPES[f"POST /imports/{kind}"] = import_own(kind)
    RECIPES[f"GET /imports/{kind}/template.csv"] = lambda kitchen: (
        kitchen.province.administrator,
        [],
        UNSENT,
    )


RECIPES["GET /imports/holidays/template.csv"] = lambda kitchen: (kitchen.province.administrator, [], UNSENT)


@recipe("POST /imports/holidays")
def lay_down(kitchen):
    day = f"{2040 + next(NUMBERS) % 900}-05-06"
    content = f"day,name,kind,source\n{day},Hari jadi,local,SE 1\n"
    return kitchen.province.administrator, [], content.encode()


def user_body(kitchen):
    return {
        "email": f"{secrets.token_hex(4)}@dinas.example",
        "name": "Pegawai Baru",
        "nip": f"19800101200501{1000 + next(NUMBERS) % 1000}",
        "roles": ["goods_keeper"],
        "unitId": kitchen.province.unit["id"],
    }


def new_user(kitchen):
    return kitchen.province.administrator.post("/users", user_body(kitchen)).expect(201).json


def administrators(operation, body, path=True):
    RECIPES[operation] = lambda kitchen: (
        kitchen.province.administrator,
        [new_user(kitchen)["id"]] if path else [],
        body(kitchen),
    )


administrators("POST /users", user_body, path=False)
administrators("GET /users/{}", lambda kitchen: UNSENT)
administrators("PATCH /users/{}", lambda kitchen: {"name": "Nama Lain"})
administrators("POST /users/{}/invitation", lambda kitchen: UNSENT)


@recipe("POST /invitations/{}")
def accept(kitchen):
    link = new_user(kitchen)["invitation"]["url"]
    return None, [link.rsplit("/", 1)[1]], {"password": PASSWORD + "-panjang"}
