"""What every answer carries: its language, its headers, its trace; and what signing in tells."""

NO_ID = "01890000-0000-7000-8000-000000000000"


def test_problem_is_indonesian_unless_english_is_asked_for(province):
    def said(language):
        headers = {"Accept-Language": language} if language else {}
        problem = province.host.get(f"/products/{NO_ID}", headers=headers).problem(404, "not_found")
        return problem["title"], problem["detail"]

    indonesian, english = said("id"), said("en")
    assert indonesian != english and said(None) == indonesian
    for prefers_english in ("en-GB,en;q=0.9", "fr, en;q=0.8", "en;q=0.9, id;q=0.3"):
        assert said(prefers_english) == english, prefers_english
    for prefers_indonesian in ("fr", "id-ID,id;q=0.9,en;q=0.8", "*", "ms;q=0.5", "x" * 200, ";;q="):
        assert said(prefers_indonesian) == indonesian, prefers_indonesian


def test_field_errors_follow_the_language(province):
    told = [
        province.host.post("/sessions", {}, headers={"Accept-Language": language}).json
        for language in ("id", "en")
    ]
    details = [{error["pointer"]: error["detail"] for error in problem["errors"]} for problem in told]
    assert set(details[0]) == set(details[1]) == {"/email", "/password"}
    assert all(details[0][pointer] != details[1][pointer] for pointer in details[0])


def test_trace_id_is_new_each_time(province):
    ids = {province.host.get("/nowhere").problem(404, "not_found")["traceId"] for _ in range(5)}
    assert len(ids) == 5


def answers(province):
    """One of every kind of answer, good and bad."""
    buyer, host = province.buyer, province.host
    return [
        host.get("/province"),
        host.get("/products"),
        buyer.get("/orders"),
        buyer.get("/sessions/current"),
        host.get("/orders"),
        host.get("/nowhere"),
        host.call("PUT", "/products"),
        host.post("/sessions", {}),
        host.post("/sessions", body=b"{", headers={"Content-Type": "application/json"}),
        buyer.get(f"/orders/{NO_ID}"),
        host.send("GET", "/"),
        host.send("GET", "/nowhere"),
        host.send("GET", "/healthz"),
        host.get("/openapi.json"),
    ]


def test_headers_of_every_answer(province):
    for answer in answers(province):
        headers = answer.headers
        assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains", answer.request
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
        assert (
            headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        )
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "server" not in headers and "x-powered-by" not in headers
        assert "set-cookie" not in headers or "/api/" not in answer.request


def test_private_answers_are_not_kept(province):
    for answer in (province.buyer.get("/orders"), province.buyer.get("/sessions/current")):
        assert answer.headers["cache-control"] == "private, no-store"
        assert {name.strip().lower() for name in answer.headers["vary"].split(",")} >= {
            "authorization",
            "accept-language",
        }
