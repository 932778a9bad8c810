"""Accounts: links, lost passwords, what an address may find out, and the order of refusals around them."""

import secrets

import pytest

from journey.papers import multipart, pdf
from journey.vendor import register, registration

NOWHERE = "0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50"


def newcomer(province, **changes):
    body = {
        "email": f"{secrets.token_hex(6)}@dinas.example",
        "name": "Pegawai Baru",
        "nip": f"19850101201001{secrets.choice('12')}{secrets.randbelow(900) + 100}",
        "roles": ["goods_keeper"],
        "unitId": province.unit["id"],
    }
    return {**body, **changes}


def test_reset_is_answered_alike(province):
    known = province.named("auditor")["email"]
    asked = (known, "x@y.example", "x")
    answers = [province.host.post("/password-resets", {"email": email}) for email in asked]
    assert [answer.status for answer in answers] == [202] * 3
    assert len({answer.text for answer in answers}) == 1 and "invitations" not in answers[0].text
    assert province.host.post("/password-resets", {}).errors() == {"/email": "required"}


def test_only_somebody_without_password_is_invited(province):
    made = province.administrator.post("/users", newcomer(province)).expect(201).json
    province.administrator.post(f"/users/{made['id']}/invitation").expect(201)
    official = province.administrator.get("/users", q=province.named("treasurer")["email"]).json["items"][0]
    refused = province.administrator.post(f"/users/{official['id']}/invitation")
    refused.problem(409, "wrong_state")


def test_a_person_keeps_the_nip(province):
    made = province.administrator.post("/users", newcomer(province)).expect(201).json
    other = newcomer(province)["nip"].replace("1985", "1986")
    changed = province.administrator.patch(f"/users/{made['id']}", {"nip": other})
    assert changed.errors() == {"/nip": "not_one_of"}


def test_telling_is_throttled(service, province):
    """From an address of its own, so that the other tests are not held up."""
    host = service.host(f"{province.slug}.localhost", source="127.77.7.8")
    body = registration(province.facts["code"])
    host.post("/vendors", body).expect(201)
    for _ in range(320):
        answer = host.post("/vendors", body)
        if answer.status == 429:
            break
        answer.problem(409, "already_registered")
    answer.problem(429, "too_many_requests")
    assert int(answer.headers["retry-after"]) > 0
    province.host.post("/vendors", registration(province.facts["code"])).expect(201)


@pytest.mark.parametrize("path", [f"/products/{NOWHERE}", "/products/x", f"/budget-lines/{NOWHERE}"])
def test_what_is_unknown_is_404_whatever_the_query(province, path):
    asker = province.auditor if "budget" in path else province.host
    asker.get(path, surprise="1").problem(404, "not_found")


def test_an_unknown_link_is_404_whatever_the_body(province):
    for body in ({}, {"password": "x"}, {"surprise": 1}):
        province.host.post("/invitations/unknown", body).problem(404, "not_found")


def test_unmasking_by_others_is_403(province):
    _, vendor = register(province)
    for reason in ("", "Ingin tahu", "x" * 3000):
        province.auditor.get(f"/vendors/{vendor['id']}", unmask=reason).problem(403, "forbidden")
    empty = province.verifier.get(f"/vendors/{vendor['id']}", unmask="")
    assert empty.errors() == {"/query/unmask": "too_short"}


def test_what_a_file_is_goes_before_its_kind(province):
    owner, vendor = register(province)
    path = f"/vendors/{vendor['id']}/documents"
    for content, status in ((b"MZ", 415), (pdf()[:-8], 415), (pdf("x" * (10 << 20)), 413)):
        body, headers = multipart(content, kind="secret")
        assert owner.post(path, body=body, headers=headers).status == status
    body, headers = multipart(pdf(), kind="nib", **{f"x{number}": "1" for number in range(50)})
    assert len(owner.post(path, body=body, headers=headers).errors()) == 20
