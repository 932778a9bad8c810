"""kill -9 of the service and restarts of PostgreSQL under a stream of orders: nothing is lost."""

import os
import secrets
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from journey.client import everything
from journey.journal import Stream
from journey.nusa import wait_for
from journey.province import Province
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture(scope="module")
def home(spare):
    return Province(spare, max(entry["slug"] for entry in spare.demo["tenants"]))


@pytest.fixture(scope="module")
def stall(home):
    made = Shop(home)
    made.item = made.product(price=10_000)
    return made


@pytest.fixture
def stream(home, stall):
    purse = Purse(home, ceiling=40_000_000_000)
    made = Stream(home.buyer, purse.body(stall.id, [(stall.item["id"], 1)]))
    made.purse = purse
    return made


def settled(stream):
    """Replays what is in doubt, then compares the journal with the orders, their content and their audit."""
    home = stream.purse.province
    assert not stream.faults, [answer.text[:300] for answer in stream.faults[:3]]
    acknowledged = dict(stream.acknowledged)
    for key in stream.in_doubt:
        stream.acknowledged[key] = stream.order(key).expect(201)
    for key, answer in list(acknowledged.items())[:20]:
        assert stream.order(key).expect(201).body == answer.body, (
            "an acknowledged order answers again, byte for byte"
        )
    stored = everything(home.buyer, "/orders", unitId=stream.purse.unit_id)
    assert sorted(item["note"] for item in stored) == sorted(stream.sent), "each order exactly once"
    assert {item["note"]: item["id"] for item in stored} == {
        key: answer.json["id"] for key, answer in stream.acknowledged.items()
    }
    assert audited(home.service, home, {item["id"] for item in stored}), "every order in the audit log, once"


def audited(service, home, orders):
    """Each of these orders has exactly one `order.create` in the log."""
    schema = f"tenant_{home.slug.replace('-', '_')}"
    logged = service.sql(f"SELECT subject_id FROM {schema}.audit_entry WHERE action = 'order.create'").split()
    return sorted(one for one in logged if one in orders) == sorted(orders)


def verified(service, slug):
    """`eorder audit verify` says that nothing was changed."""
    result = service.command("audit", "verify", "--tenant", slug)
    assert result.returncode == 0, result.stderr.decode()


def test_kill_of_the_service(spare, home, stream, long):
    for _ in range(20 if long else 3):
        before = len(stream.acknowledged)
        with stream:
            wait_for(lambda: len(stream.acknowledged) >= before + 10, 20, "ten more orders")
            time.sleep(secrets.randbelow(500) / 1000)  # a random point in the middle of the stream
            spare.kill()
        assert spare.start(timeout=60) < 10
    settled(stream)
    verified(spare, home.slug)


def test_signed_in_people_stay_signed_in(spare, home):
    spare.kill()
    spare.start(timeout=60)
    home.buyer.get("/sessions/current").expect(200)


def pg_ctl(service, *arguments):
    """`pg_ctl` on the folder's cluster, as the user who owns it."""
    cluster = service.cluster
    owner = cluster.owner()
    found = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")))
    command = [found[-1] if found else shutil.which("pg_ctl"), "-D", str(cluster), "-w", *arguments]
    if os.geteuid() == 0 and owner != "root":
        command = ["runuser", "-u", owner, "--", *command]
    done = subprocess.run(command, capture_output=True, timeout=60, cwd="/")
    assert done.returncode == 0, done.stderr.decode() + done.stdout.decode()


@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_restart_of_postgresql(spare, home, stream, mode):
    """While it is away only 503s come; within 10 s of its return orders are taken again, by themselves."""
    with stream:
        wait_for(lambda: len(stream.acknowledged) >= 10, 20, "ten orders")
        pg_ctl(spare, "restart", "-m", mode, "-l", "/dev/null")
        back = time.monotonic()
        before = len(stream.acknowledged)
        wait_for(lambda: len(stream.acknowledged) >= before + 10, 10, "orders after the restart")
        assert time.monotonic() - back < 10
    assert spare.process.poll() is None, "the service itself went on"
    settled(stream)
    verified(spare, home.slug)


def test_kill_of_one_backend(spare, home, stream):
    """PostgreSQL answers the loss of a backend by restarting all; the service must take that too."""
    with stream:
        wait_for(lambda: len(stream.acknowledged) >= 10, 20, "ten orders")
        postmaster = (spare.cluster / "postmaster.pid").read_text().split()[0]
        children = subprocess.run(
            ["ps", "-o", "pid=,args=", "--ppid", postmaster], capture_output=True, text=True
        ).stdout
        backend = next(line.split()[0] for line in children.splitlines() if "tenant_" in line)
        os.kill(int(backend), 9)
        before = len(stream.acknowledged)
        wait_for(lambda: len(stream.acknowledged) >= before + 10, 15, "orders after the crash")
    settled(stream)
    verified(spare, home.slug)
