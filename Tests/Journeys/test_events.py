"""Events as they happen: who hears what, going on after a break, and when a stream ends."""

import time

import pytest

from journey.events import Stream, follow
from journey.page import opened, sign_in
from journey.province import Province


@pytest.fixture
def officer(province):
    """A commitment officer with a session of the test's own."""
    who = province.named("commitment_officer")
    return province.host.sign_in(who["email"], who["password"])


def test_what_concerns_a_reader_comes_as_it_happens(province, purse, shop, officer):
    stream, other = follow(officer), follow(province.keeper)
    assert stream.status == 200 and stream.headers["content-type"] == "text/event-stream"
    before = stream.next("unread")[2]["count"]
    other.next("unread")
    order = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    kind, notice_id, notice = stream.next("notification")
    assert notice["id"] == notice_id and notice["kind"] == "order_submitted" and notice["subject"]["id"] == order.id
    assert "menunggu persetujuan Anda" in notice["text"]
    assert stream.next("unread")[2]["count"] == before + 1
    officer.post(f"/notifications/{notice_id}/read").expect(200)
    assert stream.next("unread")[2]["count"] == before
    assert other.quiet("notification")
    stream.close()
    other.close()


def test_a_stream_goes_on_after_the_last_event(province, purse, shop, officer):
    stream = follow(officer)
    stream.next("unread")
    first = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    last = stream.next("notification")[1]
    stream.close()
    second = purse.order(shop, [(shop.item["id"], 1)], submit=True)
    again = follow(officer, **{"Last-Event-ID": last, "Accept-Language": "en"})
    notice = again.next("notification")[2]
    assert notice["subject"]["id"] == second.id != first.id and "waits for your approval" in notice["text"]
    assert again.quiet("notification")
    again.close()
    # Another's event, or one that nobody knows, is no place to go on from.
    for name in (last, "0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50", "x"):
        other = follow(province.keeper, **{"Last-Event-ID": name})
        assert other.status == 200 and other.quiet("notification", 1)
        other.close()


def test_a_stream_ends_with_its_session(province, officer):
    stream = follow(officer)
    stream.next("unread")
    officer.delete("/sessions/current").expect(204)
    stream.end(5)
    assert follow(officer).status == 401
    assert Stream(province.host, {}).status == 401
    assert Stream(province.host, {"Cookie": f"__Host-session={officer.token}"}).status == 401


def test_a_person_has_a_few_streams(province, officer):
    streams = []
    try:
        while len(streams) < 20:
            stream = follow(officer)
            if stream.status == 429:
                break
            assert stream.status == 200
            streams.append(stream)
        assert 3 <= len(streams) < 20 and int(stream.headers["retry-after"]) > 0
    finally:
        for stream in streams:
            stream.close()
    # Closed streams are noticed, at the latest with the next sign of life.
    deadline = time.monotonic() + 40
    while (stream := follow(officer)).status != 200:
        assert time.monotonic() < deadline
        time.sleep(1)
    stream.close()


def test_a_page_has_the_same_stream_by_its_cookie(province, purse, shop):
    cookie, _ = sign_in(province.host, province.named("commitment_officer"))
    stream = Stream(province.host, {"Cookie": cookie}, "/events")
    assert stream.status == 200 and stream.headers["content-type"] == "text/event-stream"
    count = stream.next("unread")[2]["count"]
    purse.order(shop, [(shop.item["id"], 1)], submit=True)
    assert stream.next("unread")[2]["count"] > count
    stream.close()
    page = opened(province.host, "/notifications", cookie)
    assert f"({count + 1})" in page.text
    script = next(asset for asset in page.assets if asset.startswith("/assets/live.js"))
    answer = province.host.send("GET", script).expect(200)
    assert answer.headers["content-type"].startswith("text/javascript") and "immutable" in answer.headers["cache-control"]
    assert Stream(province.host, {}, "/events").status == 401


def test_a_quiet_stream_shows_that_it_lives(officer):
    stream = follow(officer)
    stream.next("unread")
    deadline = time.monotonic() + 25
    while stream.beats == 0:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    stream.close()


def test_suspension_and_shutdown_end_streams(spare):
    place = Province(spare, min(entry["slug"] for entry in spare.demo["tenants"]))
    stream = follow(place.buyer)
    stream.next("unread")
    spare.command("tenant", "suspend", place.slug)
    stream.end(15)
    spare.command("tenant", "resume", place.slug)
    deadline = time.monotonic() + 20
    while place.host.get("/province").status != 200:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    place = Province(spare, place.slug)
    stream = follow(place.buyer)
    stream.next("unread")
    began = time.monotonic()
    spare.stop()
    assert time.monotonic() - began < 15
    stream.end(1)
    spare.start()
