"""The rules of a province: what holds, and how two people change it (domain.md §7.7)."""

import json
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from journey.client import everything
from journey.inbox import beside
from journey.nusa import wait_for
from journey.papers import pdf, upload
from journey.province import Province
from journey.purchase import day_of, today
from journey.purse import Purse
from journey.service import TENANTS
from journey.vendor import Shop

CAP = "order.cap_gross"


@pytest.fixture(scope="module")
def home(spare):
    """A province whose rules no other test looks at."""
    slugs = sorted(entry["slug"] for entry in spare.demo["tenants"])
    return Province(spare, slugs[len(slugs) // 2])


@pytest.fixture(scope="module")
def shop(home):
    made = Shop(home)
    made.item = made.product(price=20_000_000)
    return made


def approver(home):
    return home.person("rule_approver")


def body(home, days=0, **changes):
    return {
        "version": f"uji.{secrets.token_hex(4)}",
        "effectiveFrom": str(day_of(home) + timedelta(days=days)),
        "settings": {CAP: 40_000_000, "direct.max": 10_000_000},
        **changes,
    }


def draft(home, days=0, **changes):
    return home.administrator.post("/rules/drafts", body(home, days, **changes)).expect(201).json


def step(person, made, word, content=None):
    return person.post(f"/rules/drafts/{made['id']}/{word}", content or {})


def rules(home, **query):
    told = home.administrator.get("/rules", **query).expect(200).json
    return told, {setting["key"]: setting for setting in told["settings"]}


def followed(home, version):
    return home.host.get("/province").expect(200).json["rulesVersion"] == version


def approved(home, made):
    answer = step(approver(home), made, "approve").expect(200).json
    assert answer["state"] == "approved" and answer["approver"]["id"] == approver(home).id
    wait_for(lambda: followed(home, made["rulesVersion"]), 2, "the new version is in force")
    return answer


def test_rules_tell_every_key(home):
    told, settings = rules(home)
    cap = settings[CAP]
    assert cap["direction"] == "stricter_lower" and cap["national"]["code"] == "ORDER_CAP"
    assert cap["national"]["from"] == "2018-07-01" and cap["value"] <= cap["national"]["value"]
    assert all(setting["legal"] for setting in told["settings"])
    assert {setting["layer"] for setting in told["settings"]} == {"national", "tenant"}
    assert all(row["legal"] and row["from"] for row in told["national"])
    assert [version["inForce"] for version in told["versions"]].count(True) == 1
    for person in (home.buyer, home.verifier, home.treasurer):
        person.get("/rules").problem(403, "forbidden")
        person.post("/rules/drafts", body(home)).problem(403, "forbidden")
    home.auditor.get("/rules").expect(200)
    approver(home).post("/rules/drafts", body(home)).problem(403, "forbidden")
    home.host.get("/rules").problem(401, "unauthenticated")


def test_every_error_at_once(home):
    found = home.administrator.post(
        "/rules/drafts",
        body(
            home,
            days=-1,
            settings={
                CAP: 60_000_000,
                "timer.pay_wd": "3",
                "catalogue_check.mode": "warn",
                "nowhere": 1,
                "tenant.code": "99",
                "timer.accept_hours": {"fnb": 3},
                "direct.max": 9_000_000,
            },
            units={
                home.unit["code"]: {CAP: 50_000_001, "tax.collector": "TREASURER"},
                "X.99": {"direct.max": 1},
            },
        ),
    )
    assert found.errors() == {
        f"/settings/{CAP}": "too_large",
        "/settings/timer.pay_wd": "not_integer",
        "/settings/catalogue_check.mode": "too_small",
        "/settings/nowhere": "unknown",
        "/settings/tenant.code": "not_one_of",
        "/settings/timer.accept_hours/fnb": "out_of_range",
        f"/units/{home.unit['code']}/{CAP}": "too_large",
        f"/units/{home.unit['code']}/tax.collector": "unknown",
        "/effectiveFrom": "too_small",
    }
    cap = next(error for error in found.json["errors"] if error["pointer"] == f"/settings/{CAP}")
    assert "50000000" in cap["detail"] and "Perpres" in cap["detail"], cap
    missing = home.administrator.post("/rules/drafts", {})
    assert missing.errors() == {"/version": "required", "/effectiveFrom": "required", "/settings": "required"}
    same = home.administrator.post("/rules/drafts", body(home, settings={}))
    assert same.errors() == {"/settings": "required"}
    unit = home.administrator.post(
        "/rules/drafts", body(home, settings={}, units={"X.99": {"direct.max": 1}})
    )
    assert unit.errors() == {"/units/X.99": "not_found"}


def test_whole_file_is_a_draft_too(home):
    text = (TENANTS / home.slug / "tenant.yaml").read_text()
    both = home.administrator.post("/rules/drafts", {"file": text, "version": "x"})
    assert both.errors()["/version"] == "unknown"
    old = home.administrator.post("/rules/drafts", {"file": text.replace("pay_wd: 5", "pay_wd: 4")})
    assert old.errors()["/file"], "it begins in the past"
    day = str(day_of(home) + timedelta(days=400))
    new = text.replace("2025-01-01", day).replace('version: "2025.1"', 'version: "uji.file"')
    made = home.administrator.post("/rules/drafts", {"file": new.replace("pay_wd: 5", "pay_wd: 4")})
    told = made.expect(201).json
    assert {"key": "timer.pay_wd", "unit": None, "from": 5, "to": 4} in told["changes"]
    assert told["effectiveFrom"] == day and told["allowedTransitions"] == ["simulate", "discard"]
    gone = step(home.administrator, told, "discard", {"reason": "Keliru."}).expect(200).json
    assert gone["state"] == "discarded" and gone["history"][-1]["reason"] == "Keliru."
    step(approver(home), told, "approve").problem(409, "wrong_state")


def test_two_people_lower_the_cap(spare, home, shop):
    purse = Purse(home, ceiling=400_000_000)
    large = [(shop.item["id"], 2)]
    before = purse.order(shop, large, submit=True)
    assert before.order["totals"]["gross"] == 44_400_000
    small = purse.order(shop, [(shop.item["id"], 1)])
    made = draft(home, note="Ambang diturunkan.")
    assert {"key": CAP, "unit": None, "from": 50_000_000, "to": 40_000_000} in made["changes"]

    told = step(home.administrator, made, "simulate", {"days": 30}).expect(200).json
    changed = {item["orderId"]: item for item in told["items"]}
    assert told["orders"] >= 2 and told["undecided"] == 0 and small.id not in changed
    assert changed[before.id]["outcome"]["to"] == "blocked"
    reason = next(one for one in changed[before.id]["appeared"] if one["code"] == "ORDER_CAP")
    assert "Rp40.000.000" in reason["message"]["id"] and reason["legal"]
    report = spare.command("rules", "simulate", "--tenant", home.slug, "--draft", made["id"])
    assert report.returncode == 0 and b"+ ORDER_CAP (block)" in report.stdout, report.stderr

    step(home.administrator, made, "approve").problem(403, "forbidden")
    home.buyer.get(f"/rules/drafts/{made['id']}").problem(403, "forbidden")
    answer = approved(home, made)
    assert [event["transition"] for event in answer["history"]] == ["create", "simulate", "approve"]
    assert home.host.get("/province").expect(200).json["orderCap"] == 40_000_000
    refused = home.buyer.post("/orders", purse.body(shop.id, large, submit=True))
    decision = refused.problem(422, "rules_violated")["decision"]
    assert "ORDER_CAP" in [one["code"] for one in decision["violations"]]
    assert decision["rulesVersion"] == made["rulesVersion"]
    after = home.auditor.get(f"/rules/drafts/{made['id']}").expect(200).json
    assert after["state"] == "published" and after["history"][-1]["role"] == "system"
    versions = rules(home)[0]["versions"]
    assert versions[0]["draftId"] == made["id"] and versions[0]["inForce"]
    assert spare.command("rules", "replay", "--tenant", home.slug).returncode == 0
    verified = spare.command("audit", "verify", "--tenant", home.slug)
    assert verified.returncode == 0, verified.stdout


def test_the_author_has_no_second_account(spare, home):
    made = draft(home, days=30, settings={"compare.min_sources": 5})
    other = approver(home)
    person = spare.sql(f"SELECT person FROM \"tenant_{home.slug}\".app_user WHERE id = '{other.id}'")
    change = f"""UPDATE "tenant_{home.slug}".app_user SET person = '{{}}' WHERE id = '{other.id}'"""
    author = spare.sql(
        f"SELECT person FROM \"tenant_{home.slug}\".app_user WHERE id = '{home.administrator.id}'"
    )
    spare.sql(change.format(author))
    try:
        step(other, made, "approve").problem(403, "separation_of_duties")
    finally:
        spare.sql(change.format(person))
    step(other, made, "discard").expect(200)


def test_only_what_was_made_from_the_newest(home):
    first, second = (draft(home, days=60, settings={"compare.min_sources": each}) for each in (4, 5))
    step(approver(home), first, "approve").expect(200)
    step(approver(home), second, "approve").problem(409, "rules_changed")
    step(home.administrator, second, "discard").expect(200)


def test_a_change_that_begins_before_an_accepted_one_says_so(home):
    later = draft(home, days=80, settings={"compare.min_sources": 6})
    assert later["replaces"] == [] or later["replaces"][0]["effectiveFrom"] >= later["effectiveFrom"]
    step(approver(home), later, "approve").expect(200)
    wait_for(lambda: rules(home)[0]["versions"][0]["version"] == later["rulesVersion"], 5, "the version is accepted")
    sooner = draft(home, days=79, settings={"compare.min_sources": 8})
    told = {"version": later["rulesVersion"], "effectiveFrom": later["effectiveFrom"]}
    assert told in sooner["replaces"]
    assert step(approver(home), sooner, "approve").expect(200).json["replaces"] == sooner["replaces"]
    wait_for(lambda: rules(home)[0]["versions"][0]["version"] == sooner["rulesVersion"], 5, "the sooner is accepted")
    versions = {each["version"]: each for each in rules(home)[0]["versions"]}
    assert versions[later["rulesVersion"]]["replacedBy"] == sooner["rulesVersion"]
    assert versions[sooner["rulesVersion"]]["replacedBy"] is None


def test_of_two_approved_at_once_one_is_refused(home):
    """Both were written from the same rules: the second would undo the first."""
    made = [
        draft(home, days=70, settings={key: value})
        for key, value in (("compare.min_sources", 7), ("rfo.max_rounds", 2), ("vendor.verify_sla_wd", 4))
    ]
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda each: step(approver(home), each, "approve"), made))
    assert sorted(answer.status for answer in answers) == [200, 409, 409]
    for each, answer in zip(made, answers):
        if answer.status == 409:
            answer.problem(409, "rules_changed")
            step(home.administrator, each, "discard").expect(200)


def test_a_unit_is_stricter(spare, home, shop):
    purse = Purse(home, ceiling=200_000_000)
    made = draft(home, settings={}, units={purse.unit_code: {CAP: 20_000_000}, home.unit["code"]: {CAP: 30_000_000}})
    approved(home, made)
    _, settings = rules(home, unitId=purse.unit_id)
    assert (settings[CAP]["value"], settings[CAP]["layer"]) == (20_000_000, "unit")
    _, settings = rules(home, unitId=home.unit["id"])
    assert settings[CAP]["value"] == 30_000_000
    order = purse.body(shop.id, [(shop.item["id"], 1)])
    decision = home.buyer.post("/orders/preview", order).expect(200).json
    assert [one["code"] for one in decision["violations"] if one["severity"] == "block"] == ["ORDER_CAP"]
    other = Purse(home, ceiling=200_000_000)
    order = other.body(shop.id, [(shop.item["id"], 1)])
    assert home.buyer.post("/orders/preview", order).expect(200).json["allowed"], "30 million hold above"
    approved(home, draft(home, settings={}, units={purse.unit_code: None, home.unit["code"]: None}))
    assert spare.command("rules", "replay", "--tenant", home.slug).returncode == 0


def test_an_older_file_undoes_nothing(spare, home):
    before = home.host.get("/province").expect(200).json["rulesVersion"]
    file = TENANTS / home.slug / "tenant.yaml"
    done = spare.command("tenant", "onboard", str(file))
    assert done.returncode == 0, done.stderr
    assert b"two people" in done.stderr and before.encode() in done.stderr
    assert home.host.get("/province").expect(200).json["rulesVersion"] == before


def test_another_file_undoes_nothing_either(spare, home, tmp_path):
    day = str(today(spare) + timedelta(days=90))
    text = (TENANTS / home.slug / "tenant.yaml").read_text()
    file = tmp_path / "tenant.yaml"
    file.write_text(text.replace("2025-01-01", day).replace('version: "2025.1"', 'version: "lain"'))
    done = spare.command("tenant", "onboard", str(file))
    assert done.returncode != 0 and b"two people" in done.stderr


@pytest.mark.parametrize("killed", [False, True])
def test_approved_is_published_whatever_happens(spare, home, killed):
    """Between approval and publication the control schema is out of reach, then the service is gone."""
    made = draft(home, settings={"compare.min_sources": 6 + killed})
    before = home.host.get("/province").expect(200).json["rulesVersion"]
    spare.sql("REVOKE INSERT ON control.tenant_version FROM eorder_control")
    spare.sql(
        "REVOKE INSERT (tenant_id, position, settings, settings_sha256, accepted_at, draft_id)"
        " ON control.tenant_version FROM eorder_control"
    )
    try:
        step(approver(home), made, "approve").expect(200)
        assert followed(home, before)
        assert home.auditor.get(f"/rules/drafts/{made['id']}").expect(200).json["state"] == "approved"
        if killed:
            spare.kill()
    finally:
        spare.sql(
            "GRANT INSERT (tenant_id, position, settings, settings_sha256, accepted_at, draft_id)"
            " ON control.tenant_version TO eorder_control"
        )
        if killed:
            spare.start()
    wait_for(lambda: followed(home, made["rulesVersion"]), 10, "the approved version is in force")
    home.wake()
    wait_for(
        lambda: home.auditor.get(f"/rules/drafts/{made['id']}").expect(200).json["state"] == "published",
        5,
        "its publication is noted",
    )
    assert json.loads(
        spare.command("rules", "replay", "--tenant", home.slug, "--json").stdout
    )["finding"] is None


def test_a_province_that_wants_all_papers_verifies_with_them_only(home):
    stall = Shop(home, vatRegistered=False)
    item = stall.product(price=1_000_000)
    approved(home, draft(home, settings={"payment.papers": "require"}))
    try:
        deal = Purse(home).order(stall, [(item["id"], 1)]).to("invoiced")
        assert "photo" in deal.order["checklist"]["missing"]
        refused = deal.step("verify").problem(422, "rules_violated")["decision"]["violations"]
        (found,) = [one for one in refused if one["code"] == "EVIDENCE_FORM"]
        assert found["explanation"]["missing"] == ["photo"] and found["severity"] == "block"
        upload(stall.owner, f"{deal.path}/attachments", pdf(), kind="photo").expect(201)
        deal.step("verify").expect(200)
    finally:
        approved(home, draft(home, settings={"payment.papers": "inform"}))
    other = Purse(home).order(stall, [(item["id"], 1)]).to("verified_for_payment")
    assert "photo" in other.order["checklist"]["missing"], "it informs, and the log tells who let it pass"


def told(person, kind, made):
    """The sentences of this kind about this draft that a person was told."""
    items = everything(person, "/notifications")
    return [one["text"] for one in items if one["kind"] == kind and one["subject"]["id"] == made["id"]]


def test_a_draft_that_waits_is_told_and_its_end_too(home):
    settings = {"compare.min_sources": 8}
    made = draft(home, days=300, settings=settings)
    (waits,) = told(approver(home), "rule_draft_waits", made)
    assert made["rulesVersion"] in waits and made["effectiveFrom"] in waits
    assert told(home.administrator, "rule_draft_waits", made) == []
    step(approver(home), made, "discard", {"reason": "Belum waktunya."}).expect(200)
    (gone,) = told(home.administrator, "rule_draft_discarded", made)
    assert gone.endswith("Alasan: Belum waktunya.")

    own = draft(home, days=300, settings=settings)
    step(home.administrator, own, "discard", {"reason": "Keliru."}).expect(200)
    assert told(home.administrator, "rule_draft_discarded", own) == []

    good = draft(home, days=300, settings=settings)
    name = step(approver(home), good, "approve").expect(200).json["approver"]["name"]
    (agreed,) = told(home.administrator, "rule_draft_approved", good)
    assert name in agreed and good["rulesVersion"] in agreed


def test_what_only_the_draft_would_look_at_is_looked_at(home):
    """Two orders whose sum is no matter by today's rules, so that the second's facts do not hold the first."""
    stall = Shop(home)
    item = stall.product(price=18_000_000, name="Lemari arsip besi")
    purse = Purse(home, ceiling=400_000_000)
    first = purse.order(stall, [(item["id"], 1)], submit=True)
    second = beside(purse).order(stall, [(item["id"], 1)], submit=True)
    assert not {"SPL2", "SPL3"} & {one["code"] for one in second.order["decision"]["violations"]}
    made = draft(home, days=1, settings={"split.limit": 30_000_000})
    told = step(home.administrator, made, "simulate", {"days": 1}).expect(200).json
    changed = {one["orderId"]: one for one in told["items"]}
    assert first.id not in changed and second.id in changed, told
    assert "SPL3" in {one["code"] for one in changed[second.id]["appeared"]}
    step(home.administrator, made, "discard", {"reason": "Hanya dicoba."}).expect(200)
