"""Nobody reads an offer before its deadline: not with the whole database, not with all that the service has."""

import base64
import hashlib
import hmac
import json
import re
import subprocess
import time

import pytest

from journey.province import Province
from journey.purse import Purse
from journey.service import QUIET
from journey.tender import Tender, advance, three_shops
from journey.vendor import Shop

PRICE, WORDS = 987_653, "Rahasia-kelapa-9f3a"


@pytest.fixture(scope="module")
def province(clocked):
    return Province(clocked, "sumbar")


@pytest.fixture(scope="module")
def shops(province):
    return three_shops(province)


@pytest.fixture
def tender(province, shops):
    province.wake()
    made = Tender(province, Purse(province), shops[0].like)
    made.publish()
    return made


def hkdf(key, info, length=32):
    """RFC 5869 with SHA-256 and no salt."""
    secret, out, block = hmac.digest(bytes(32), key, "sha256"), b"", b""
    while len(out) < length:
        block = hmac.digest(secret, block + info + bytes([len(out) // 32 + 1]), "sha256")
        out += block
    return out[:length]


def as_service(service, slug, statement):
    """A statement with the tenant's own login, whose password follows from the service's key file."""
    master = bytes.fromhex((service.data / "master.key").read_text().strip())
    epoch = service.sql(f"SELECT epoch FROM control.tenant WHERE slug = '{slug}'")
    password = hkdf(master, f"e-order/role/tenant_{slug}/{epoch}".encode()).hex()
    directory, port = service.database
    place = f"host={directory} port={port} user=tenant_{slug} dbname={service.database_name}"
    return subprocess.run(
        ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", place, "-c", statement],
        capture_output=True,
        text=True,
        timeout=30,
        env={**QUIET, "PGPASSWORD": password},
    )


def forms(secret):
    """How a text could stand somewhere: as it is, in hexadecimal, in base64 at each of three offsets."""
    plain = secret.encode()
    yield plain
    yield plain.hex().encode()
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + plain)
        yield coded[4 if shift else 0 : -4]


def everything(service):
    """Every file of the installation, the database's and its logs among them, but the operator's key."""
    for folder in {service.data, service.cluster.parent}:
        for path in folder.rglob("*"):
            if path.is_file() and path.name != "operator.key":
                try:
                    yield path, path.read_bytes()
                except FileNotFoundError:
                    continue


def test_nothing_tells_the_price_before_the_deadline(province, shops, tender):
    service = province.service
    key = "penawaran-yang-tak-terduga-5823"
    body = {
        "unitPrice": PRICE,
        "priceIncludesVat": False,
        "deliveryDays": 5,
        "note": WORDS,
        "item": {"name": WORDS, "description": WORDS},
    }
    offer = shops[0].owner.post(f"{tender.path}/offers", body, key=key).expect(201).json
    tender.offer(shops[1], 1_000_000).expect(201)
    service.sql("CHECKPOINT")
    dumped = service.sql(
        "SELECT string_agg(query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text, '') "
        f"FROM pg_tables WHERE schemaname IN ('control', 'tenant_{province.slug}')"
    ).encode()
    assert offer["sha256"].encode() in dumped or len(dumped) > 10_000, "the dump is whole"
    for form in [*forms(WORDS), f'"unitPrice":{PRICE}'.encode()]:
        assert form not in dumped
        for path, content in everything(service):
            assert form not in content, path
    # A price has few digits: no stored hash may be one of the body, with or without what the service knows.
    plain = hashlib.sha256(json.dumps(body, ensure_ascii=False).encode())
    for told in (plain.hexdigest().encode(), base64.b64encode(plain.digest()), key.encode()):
        assert told not in dumped
    (length,) = {
        row for row in service.sql(
            f"SELECT DISTINCT octet_length(sealed) FROM tenant_{province.slug}.offer"
        ).split()
    }
    assert int(length) > 8000, "all seals are alike in length"
    opened = tender.close()
    assert opened["state"] == "rfo_evaluating"
    found = {item["id"]: item for item in tender.offers()}[offer["id"]]
    assert found["unitPrice"] == PRICE and WORDS in found["content"]
    assert hashlib.sha256(found["content"].encode()).hexdigest() == offer["sha256"]


def test_service_cannot_open_early(province, shops, tender):
    """With the service's key file and logins: what would open early is refused by the database."""
    service, slug = province.service, province.slug
    offer = tender.offer(shops[0], PRICE).expect(201).json
    assert as_service(service, slug, "SELECT count(*) FROM offer").stdout.strip().isdigit()
    for statement in (
        "UPDATE request_for_offers SET deadline = published_at + interval '1 second'",
        "UPDATE offer SET sealed = sealed",
        "UPDATE offer SET sha256 = sha256",
        f"INSERT INTO offer_opening (offer_id, opened_at, content, audit_id) SELECT '{offer['id']}', now(), '', id FROM audit_entry LIMIT 1",
        "INSERT INTO opening_key (generation, public_key, proof, published_at) VALUES (2, decode(repeat('00', 32), 'hex'), '', now())",
        "UPDATE opening_key SET public_key = public_key",
        "DELETE FROM offer",
        "UPDATE control.clock SET offset_microseconds = 0",
        f"SET ROLE tenant_{slug}_owner",
    ):
        done = as_service(service, slug, statement)
        assert done.returncode != 0 and re.search("permission denied|must be", done.stderr), (statement, done)
    mode = (service.data / "operator.key").stat().st_mode & 0o777
    assert mode == 0o600
    master, operator = ((service.data / name).read_text().strip() for name in ("master.key", "operator.key"))
    assert master != operator
    tender.close()


def test_deadline_moved_in_the_database_opens_nothing(province, shops, tender):
    service, schema = province.service, f"tenant_{province.slug}"
    offer = tender.offer(shops[0], PRICE).expect(201).json
    move = f"UPDATE {schema}.request_for_offers SET deadline = published_at + interval '1 second' WHERE need_id = '{tender.need['id']}'"
    honest = tender.need["request"]["deadline"]
    service.sql(move)
    advance(province, 2)
    time.sleep(1)
    assert tender.read()["state"] == "rfo_open", "the entry tells of another deadline"
    # Whoever changes the entry too finds that the seal was made for the first deadline: nothing is read.
    entry = f"(SELECT audit_id FROM {schema}.request_for_offers WHERE need_id = '{tender.need['id']}')"
    service.sql(
        "SET session_replication_role = replica; "
        f"CREATE TABLE {schema}.kept AS SELECT id, leaf FROM {schema}.audit_entry WHERE id = {entry}; "
        f"UPDATE {schema}.audit_entry a SET leaf = convert_to(regexp_replace(convert_from(leaf, 'UTF8'), "
        f"'\"deadline\":[0-9]+', '\"deadline\":' || (SELECT (extract(epoch FROM deadline) * 1000000)::bigint "
        f"FROM {schema}.request_for_offers r WHERE r.audit_id = a.id)), 'UTF8') WHERE a.id = {entry}"
    )
    advance(province, 2)
    service.sql(
        "SET session_replication_role = replica; "
        f"UPDATE {schema}.audit_entry e SET leaf = k.leaf FROM {schema}.kept k WHERE k.id = e.id; "
        f"DROP TABLE {schema}.kept; "
        f"UPDATE {schema}.request_for_offers SET deadline = '{honest}' WHERE need_id = '{tender.need['id']}'"
    )
    (own,) = tender.offers(shops[0].owner)
    assert own["id"] == offer["id"] and own["state"] == "invalid" and own["invalidReason"] == "seal_broken"
    assert own["content"] is None and own["unitPrice"] is None
    assert service.command("audit", "verify", "--tenant", province.slug).returncode == 0


@pytest.mark.parametrize("harm", ["sealed", "wrapped_key", "encapsulated_key", "sha256"])
def test_offer_that_was_changed_is_invalid(province, shops, tender, harm):
    service, schema = province.service, f"tenant_{province.slug}"
    harmed = tender.offer(shops[0], 900_000).expect(201).json
    whole = tender.offer(shops[1], 950_000).expect(201).json
    flip = f"UPDATE {schema}.offer SET {harm} = set_byte({harm}, 20, 255 - get_byte({harm}, 20)) WHERE id = '{harmed['id']}'"
    service.sql(flip)
    assert tender.close()["state"] == "rfo_evaluating"
    found = {offer["id"]: offer for offer in tender.offers()}
    assert found[harmed["id"]]["state"] == "invalid" and found[harmed["id"]]["invalidReason"]
    assert found[harmed["id"]]["rank"] is None and found[whole["id"]]["rank"] == 1
    province.buyer.post(f"/offers/{harmed['id']}/select", {"note": "x"}).problem(409, "wrong_state")
    service.sql(flip)


def test_offer_of_a_suspended_vendor_is_invalid(province, tender, shops):
    stall = Shop(province)
    stall.item = stall.product(price=1_000_000)
    other = Tender(province, Purse(province), stall.like)
    other.publish()
    offer = other.offer(stall, 900_000).expect(201).json
    other.offer(shops[0], 950_000).expect(201)
    province.verifier.post(f"/vendors/{stall.id}/suspend", {"reason": "Izin dicabut."}).expect(200)
    other.close()
    found = {item["id"]: item for item in other.offers()}
    assert found[offer["id"]]["invalidReason"] == "vendor_not_verified"
