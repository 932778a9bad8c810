"""`Idempotency-Key`: one effect whatever happens, the first 2xx answer again byte for byte (api.md §2)."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from journey.papers import pdf, upload
from journey.vendor import register, registration

REPLAYED = "idempotency-replayed"


@pytest.fixture
def body(purse, shop):
    return purse.body(shop.id, [(shop.item["id"], 1)], submit=True)


def orders(purse):
    return purse.province.buyer.get("/orders", unitId=purse.unit_id, limit=100).expect(200).json["items"]


def test_same_key_sixteen_times_at_once(province, purse, body, key):
    barrier = threading.Barrier(16)

    def once(_):
        barrier.wait()
        return province.buyer.post("/orders", body, key=key)

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(once, range(16)))
    assert [answer.status for answer in answers] == [201] * 16, [
        answer.text[:200] for answer in answers if answer.status != 201
    ]
    assert len({answer.body for answer in answers}) == 1, "all answers are the same bytes"
    assert sum(answer.headers.get(REPLAYED) == "true" for answer in answers) == 15
    assert len({answer.headers.get("etag") for answer in answers}) == 1
    assert len(orders(purse)) == 1 and purse.ledger == (1_110_000, 0, 0)


def test_replay_after_the_order_has_moved_on(province, purse, shop, body, key):
    first = province.buyer.post("/orders", body, key=key).expect(201)
    province.officer.post(f"/orders/{first.json['id']}/issue", {"justification": "Perlu."}).expect(200)
    again = province.buyer.post("/orders", body, key=key).expect(201)
    assert again.body == first.body and again.headers[REPLAYED] == "true" and REPLAYED not in first.headers


def test_same_key_with_another_body(province, purse, body, key):
    province.buyer.post("/orders", body, key=key).expect(201)
    province.buyer.post("/orders", {**body, "note": "lain"}, key=key).problem(422, "idempotency_mismatch")
    assert len(orders(purse)) == 1


def test_same_bytes_are_a_replay(province, purse, body, key):
    sent = json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    first = province.buyer.post("/orders", body=sent, headers=headers, key=key).expect(201)
    assert province.buyer.post("/orders", body=sent, headers=headers, key=key).expect(201).body == first.body


def test_key_belongs_to_its_route_and_ids(province, purse, shop, key):
    one, two = (purse.order(shop, [(shop.item["id"], 1)]) for _ in range(2))
    for deal in (one, two):
        assert deal.step("submit", key=key).expect(200).json["id"] == deal.id
        assert (
            REPLAYED not in deal.step("return", "officer", {"reason": "Ulangi."}, key=key).expect(200).headers
        )
    assert len(orders(purse)) == 2


def test_key_belongs_to_its_person(province, purse, body, key):
    first = province.buyer.post("/orders", body, key=key).expect(201)
    other = province.person("procurement_officer", 1).post("/orders", body, key=key).expect(201)
    assert REPLAYED not in other.headers and other.json["id"] != first.json["id"]


def test_key_belongs_to_its_province(provinces, province, shop, key):
    body = registration("31")
    ids = set()
    for home in provinces.values():
        answer = home.host.post("/vendors", body, key=key).expect(201)
        assert REPLAYED not in answer.headers
        ids.add(answer.json["id"])
    assert len(ids) == len(provinces)


def test_refused_request_leaves_no_record(province, purse, body, key):
    province.buyer.post("/orders", {**body, "surprise": 1}, key=key).problem(422, "invalid")
    province.buyer.post(
        "/orders", {**body, "lines": [{**body["lines"][0], "quantity": 1000}]}, key=key
    ).problem(422, "rules_violated")
    answer = province.buyer.post("/orders", body, key=key).expect(201)
    assert REPLAYED not in answer.headers


def test_transitions_replay_too(province, purse, shop, key):
    deal = purse.order(shop, [(shop.item["id"], 1)])
    first, again = deal.step("submit", key=key).expect(200), deal.step("submit", key=key).expect(200)
    assert first.body == again.body and again.headers[REPLAYED] == "true"
    assert [entry["transition"] for entry in deal.seen_by("auditor")["history"]] == ["create", "submit"]
    deal.step("submit").problem(409, "wrong_state")


def test_stored_answer_comes_before_the_tag(province, purse, shop, key):
    deal = purse.order(shop, [(shop.item["id"], 1)])
    tag = {"If-Match": province.buyer.get(deal.path).etag}
    first = deal.step("submit", key=key, headers=tag).expect(200)
    assert deal.step("submit", key=key, headers=tag).expect(200).body == first.body


def test_preview_and_dry_run_ignore_it(province, purse, body, key):
    del body["submit"]
    for quantity in (1, 2):
        body["lines"][0]["quantity"] = quantity
        answer = province.buyer.post("/orders/preview", body, key=key).expect(200)
        assert REPLAYED not in answer.headers and answer.json["totals"]["priceExVat"] == quantity * 1_000_000


def test_anonymous_registration_replays_by_key_alone(province, key):
    body = registration(province.facts["code"])
    first, again = (province.host.post("/vendors", body, key=key).expect(201) for _ in range(2))
    assert first.body == again.body and again.headers[REPLAYED] == "true"


def test_uploads_replay_by_fields_and_content(province, key):
    owner, vendor = register(province)
    path = f"/vendors/{vendor['id']}/documents"
    first, again = (upload(owner, path, pdf(), kind="nib", key=key).expect(201) for _ in range(2))
    assert first.body == again.body and again.headers[REPLAYED] == "true"
    upload(owner, path, pdf("lain"), kind="nib", key=key).problem(422, "idempotency_mismatch")
    upload(owner, path, pdf(), kind="bank", key=key).problem(422, "idempotency_mismatch")


@pytest.mark.parametrize("wrong", ["", "a b", "x" * 256, "é", "a\tb"])
def test_keys_out_of_bounds(province, body, wrong):
    headers = {"Idempotency-Key": wrong.encode()}
    province.buyer.post("/orders", body, headers=headers).problem(400, "malformed_request")


def test_longest_key(province, body):
    province.buyer.post("/orders", body, key="~!" + "k" * 253).expect(201)
