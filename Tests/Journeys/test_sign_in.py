"""Sessions: wrong credentials, signing out, throttling, cookies."""

import pytest


def test_the_api_takes_no_cookies(province):
    cookie = "; ".join(
        f"{name}={province.buyer.token}" for name in ("__Host-session", "session", "__Host-eorder", "token")
    )
    province.host.get("/orders", headers={"Cookie": cookie}).problem(401, "unauthenticated")


@pytest.mark.parametrize(
    "scheme",
    [
        "Basic dXNlcjpwYXNz",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "bearer",
        "Token abc",
        "Bearer a b",
        "Bearer " + "a" * 5000,
    ],
)
def test_wrong_credentials(province, scheme):
    answer = province.host.get("/orders", headers={"Authorization": scheme})
    assert answer.status in (400, 401, 431) and answer.status != 500
    if len(scheme) < 1000:
        answer.problem(401, "unauthenticated")


def test_sign_in_tells_nothing(province):
    known = {"email": province.named("auditor", 0)["email"], "password": "bukan-kata-sandinya"}
    unknown = {"email": "tidak-ada@contoh.example", "password": "bukan-kata-sandinya"}
    told = [
        province.host.post("/sessions", body).problem(401, "bad_credentials") for body in (known, unknown)
    ]
    assert {**told[0], "traceId": ""} == {**told[1], "traceId": ""}


def test_sign_out_ends_the_session(province):
    who = province.named("goods_keeper")
    person = province.host.sign_in(who["email"], who["password"])
    person.get("/sessions/current").expect(200)
    person.delete("/sessions/current").expect(204)
    person.get("/sessions/current").problem(401, "unauthenticated")
    province.keeper.get("/sessions/current").expect(200)


def test_repeated_failures_are_throttled(service, province):
    """From an address of its own, so that the other tests are not held up."""
    host = service.host(f"{province.slug}.localhost", source="127.77.7.7")
    for _ in range(60):
        answer = host.post("/sessions", {"email": "korban@contoh.example", "password": "tebakan-yang-salah"})
        if answer.status == 429:
            break
        answer.problem(401, "bad_credentials")
    answer.problem(429, "too_many_requests")
    assert int(answer.headers["retry-after"]) > 0
    who = province.named("auditor")
    province.host.sign_in(who["email"], who["password"])
