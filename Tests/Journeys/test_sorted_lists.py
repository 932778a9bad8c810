"""Lists of needs, vendors and people in other orders than the newest first, page by page."""

from datetime import timedelta

import pytest

from journey.desk import Clerk
from journey.purchase import today
from test_needs import prepared, step


def pages(person, path, **query):
    """Every item of a list, read two at a time, up to a dozen."""
    items, cursor = [], None
    while len(items) < 12:
        page = person.get(path, limit=2, cursor=cursor, **query).expect(200).json
        items += page["items"]
        cursor = page["nextCursor"]
        if cursor is None:
            break
    return items


@pytest.mark.parametrize(
    ("role", "path", "sort", "key"),
    [
        ("administrator", "/users", "name", lambda item: item["name"].lower()),
        ("administrator", "/users", "oldest", lambda item: item["createdAt"]),
        ("verifier", "/vendors", "name", lambda item: item["businessName"].lower()),
        ("officer", "/needs", "neededOn", lambda item: item.get("neededOn") or "9999-12-31"),
    ],
)
def test_a_list_in_another_order(province, purse, role, path, sort, key):
    person = getattr(province, role)
    if path == "/needs":
        person = purse.officer
        for days in (None, 20, 10, 15):
            need = person.post(
                "/needs", {"packageId": purse.package["id"], "budgetLineId": purse.line_id, "title": "Kertas urut"}
            ).expect(201).json
            if days:
                step(person, need, "prepare", prepared(province, neededOn=str(today(province.service) + timedelta(days)))).expect(200)
    items = pages(person, path, sort=sort)
    assert items, path
    assert len({item["id"] for item in items}) == len(items), "nothing comes twice"
    keys = [key(item) for item in items]
    if sort != "name":
        assert keys == sorted(keys), keys
    else:
        # Dots and spaces weigh less than letters in the collation of the database.
        letters = ["".join(letter for letter in text if letter.isalnum()) for text in keys]
        assert letters == sorted(letters), keys
    person.get(path, sort="sideways").problem(422, "invalid")
    if len(items) > 2:
        first = person.get(path, limit=2, sort=sort).expect(200).json
        person.get(path, limit=2, cursor=first["nextCursor"]).problem(422, "invalid")


def test_pages_offer_the_order(province):
    admin = Clerk(province.host, province.named("tenant_admin"))
    assert "A sampai Z" in admin.see("/users?sort=name").text
    verifier = Clerk(province.host, province.named("verifier"))
    assert "A sampai Z" in verifier.see("/vendors?sort=name").text
    officer = Clerk(province.host, province.named("commitment_officer"))
    assert "Needed soonest" in officer.see("/needs?sort=neededOn", language="en").text
    assert "/needs" in officer.see("/needs?sort=nonsense").links
