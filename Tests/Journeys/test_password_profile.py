"""`auth.password_profile: bssn`: kinds of characters and a term, as BSSN 4/2021 asks for; elsewhere neither."""

import shutil

import pytest

from journey.province import Province
from journey.service import TENANTS, Service
from journey.vendor import PASSWORD, registration

DAY = 86_400


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    """A service of which one province has chosen the profile, on a clock that the test moves."""
    folder = tmp_path_factory.mktemp("profile")
    folder.chmod(0o755)
    shutil.copytree(TENANTS, folder / "Tenants")
    file = folder / "Tenants" / "gorontalo" / "tenant.yaml"
    file.write_text(file.read_text() + "\nauth: { password_profile: bssn }\n")
    running = Service("--now", "2027-04-05T08:00:00+07:00")
    running.environment = {"EORDER_TENANTS_DIR": str(folder / "Tenants")}
    running.start()
    yield running
    running.remove()


@pytest.mark.parametrize(
    "password, code",
    [
        ("merpati terbang tinggi", "bad_format"),
        ("Merpati-terbang-tinggi", "bad_format"),
        ("Merpati1928terbang", "bad_format"),
        ("Mrp-1928tb", "too_short"),
        (PASSWORD, None),
    ],
)
def test_kinds_of_characters_are_asked_for(strict, password, code):
    province = Province(strict, "gorontalo")
    body = registration(province.facts["code"], password=password)
    answer = province.host.post("/vendors", body)
    assert answer.status == 201 if code is None else answer.errors() == {"/password": code}
    if code == "bad_format":
        assert "BSSN 4/2021" in answer.json["errors"][0]["detail"]


def test_others_ask_for_length_alone(strict):
    province = Province(strict, "sumbar")
    body = registration(province.facts["code"], password="rendang tahan lama")
    province.host.post("/vendors", body).expect(201)


def test_a_password_runs_out(strict):
    province = Province(strict, "gorontalo")
    body = registration(province.facts["code"])
    province.host.post("/vendors", body).expect(201)
    clock = strict.administrator()
    clock.post("/clock", {"advanceSeconds": 100 * DAY}).expect(200)
    changed = {"current": PASSWORD, "password": PASSWORD + "-lagi"}
    person = province.host.sign_in(body["email"], PASSWORD)
    person.put("/sessions/current/password", changed).expect(204)
    strict.administrator().post("/clock", {"advanceSeconds": 81 * DAY}).expect(200)
    login = province.named("verifier")
    known = {"email": login["email"], "password": login["password"]}
    refused = province.host.post("/sessions", known).problem(409, "password_expired")
    assert "BSSN 4/2021" in refused["detail"]
    province.host.post("/sessions", {**known, "password": "Salah-9-sekali-ini"}).problem(401, "bad_credentials")
    province.host.sign_in(body["email"], PASSWORD + "-lagi")
    elsewhere = Province(strict, "sumbar").named("verifier")
    Province(strict, "sumbar").host.sign_in(elsewhere["email"], elsewhere["password"])
