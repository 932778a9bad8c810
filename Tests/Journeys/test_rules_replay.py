"""Every decision is kept with its facts and its rules: it comes out the same again, and a change is found."""

import json

import pytest

from journey.province import Province
from journey.purchase import REASON
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture(scope="module")
def slug(spare):
    return max(entry["slug"] for entry in spare.demo["tenants"])


@pytest.fixture(scope="module")
def home(spare, slug):
    return Province(spare, slug)


@pytest.fixture(scope="module")
def deals(spare, home):
    """Orders that were drafted, edited, submitted, issued, amended and reissued."""
    shop = Shop(home)
    shop.item = shop.product(price=1_000_000)
    amended = Purse(home).order(shop, [(shop.item["id"], 2)]).to("accepted")
    lines = [{"lineId": amended.order["lines"][0]["id"], "quantity": 1}]
    amended.step("amend", "officer", {**REASON, "lines": lines}).expect(200)
    amended.step("answer-amendment", "vendor", {"accept": True}).expect(200)
    again = Purse(home).order(shop, [(shop.item["id"], 1)]).to("issued")
    again.step("decline", "vendor", REASON).expect(200)
    again.step("reissue", "officer", {}).expect(200)
    edited = Purse(home).order(shop, [(shop.item["id"], 1)])
    home.buyer.patch(f"/orders/{edited.id}", {"note": "Baru"}).expect(200)
    return amended, again, edited


def replay(spare, slug):
    done = spare.command("rules", "replay", "--tenant", slug, "--json")
    return done.returncode, json.loads(done.stdout)


def schema(slug):
    return f'"tenant_{slug}"'


def test_every_decision_comes_out_the_same(spare, slug, deals):
    code, told = replay(spare, slug)
    assert code == 0, told
    assert told["finding"] is None and told["ordersWithout"] == 0
    steps = spare.sql(f"SELECT DISTINCT step FROM {schema(slug)}.order_decision").split()
    assert {"create", "submit", "issue", "answer-amendment", "reissue", "edit"} <= set(steps)
    kept = int(spare.sql(f"SELECT count(*) FROM {schema(slug)}.order_decision"))
    assert told["decisions"] == kept
    assert spare.command("rules", "replay", "--tenant", "nowhere").returncode == 2
    verified = spare.command("audit", "verify", "--tenant", slug)
    assert verified.returncode == 0, verified.stdout


def changed(slug, deal, change):
    """Changes the last decision about an order past every right."""
    place = f"{schema(slug)}.order_decision"
    last = f"(SELECT id FROM {place} WHERE order_id = '{deal.id}' ORDER BY at DESC, id DESC LIMIT 1)"
    return f"SET session_replication_role = replica; UPDATE {place} SET {change} WHERE id = {last}"


@pytest.mark.parametrize(
    "change, undo",
    [
        (
            "facts = replace(facts, '\"unitPrice\":1000000', '\"unitPrice\":1000001')",
            "facts = replace(facts, '\"unitPrice\":1000001', '\"unitPrice\":1000000')",
        ),
        (
            "decision = replace(decision, '\"allowed\":true', '\"allowed\":false')",
            "decision = replace(decision, '\"allowed\":false', '\"allowed\":true')",
        ),
    ],
)
def test_changed_decision_is_found(spare, slug, deals, change, undo):
    deal = deals[0]
    spare.sql(changed(slug, deal, change))
    try:
        code, told = replay(spare, slug)
        assert code == 1 and told["finding"]["orderId"] == deal.id
        assert told["finding"]["step"] == "answer-amendment"
        found = spare.command("audit", "verify", "--tenant", slug)
        assert found.returncode == 1 and b"decision" in found.stdout
    finally:
        spare.sql(changed(slug, deal, undo))
    assert replay(spare, slug)[0] == 0


def test_kept_facts_cannot_be_changed_by_the_service(spare, slug, deals):
    rights = spare.sql(
        f"""SELECT string_agg(privilege_type, ' ' ORDER BY privilege_type) FROM information_schema.table_privileges
            WHERE grantee = 'tenant_{slug}' AND table_schema = 'tenant_{slug}' AND table_name = 'order_decision'"""
    )
    assert rights == "INSERT SELECT"
