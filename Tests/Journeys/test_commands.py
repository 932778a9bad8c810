"""The commands beside `dev`: tenants' lives, administrators, migrations, the doctor."""

import json
import re
import subprocess

import pytest

from journey.nusa import FILES, wait_for
from journey.province import Province
from journey.service import BINARY, QUIET, TENANTS, run, sentences


@pytest.fixture(scope="module")
def slug(spare):
    return min(entry["slug"] for entry in spare.demo["tenants"])


def test_help_and_unknown_commands():
    for command in (
        (),
        ("serve",),
        ("dev",),
        ("tenant",),
        ("rules", "decide"),
        ("audit", "verify"),
        ("migrate",),
        ("operate",),
        ("bootstrap",),
    ):
        result = run(*command, "--help")
        assert result.returncode == 0 and b"USAGE" in result.stdout.upper(), command
    assert b"EORDER_DATABASE_URL" in run("serve", "--help").stdout
    assert run("fly").returncode != 0


def test_tenants_as_json(spare, slug):
    listed = json.loads(spare.command("tenant", "list", "--json").stdout)
    items = listed["items"] if isinstance(listed, dict) else listed
    assert {item["slug"] for item in items} >= {entry["slug"] for entry in spare.demo["tenants"]}
    shown = json.loads(spare.command("tenant", "show", slug, "--json").stdout)
    assert shown["slug"] == slug and shown["state"] == "active"
    assert slug.encode() in spare.command("tenant", "list").stdout
    unknown = spare.command("tenant", "show", "nowhere", "--json")
    assert unknown.returncode != 0 and len(sentences(unknown)) == 1


def test_tenant_check_is_content(spare, slug):
    result = spare.command("tenant", "check", slug)
    assert result.returncode == 0, (result.stdout + result.stderr).decode()


def test_suspend_and_resume(spare, slug):
    home = Province(spare, slug)
    home.buyer.get("/orders").expect(200)
    assert spare.command("tenant", "suspend", slug).returncode == 0
    wait_for(lambda: home.buyer.get("/orders").status == 503, 2, "open session refused")
    assert json.loads(spare.command("tenant", "show", slug, "--json").stdout)["state"] == "suspended"
    assert spare.command("tenant", "resume", slug).returncode == 0
    wait_for(lambda: home.buyer.get("/orders").status == 200, 5, "resumed")


def test_suspending_nobody(spare):
    for verb in ("suspend", "resume"):
        result = spare.command("tenant", verb, "nowhere")
        assert result.returncode != 0 and "There is no tenant" in sentences(result)[0]


def test_suspended_log_is_verified(spare, slug):
    assert spare.command("tenant", "suspend", slug).returncode == 0
    try:
        result = spare.command("audit", "verify", "--tenant", slug)
        assert result.returncode == 0, (result.stdout + result.stderr).decode()
    finally:
        assert spare.command("tenant", "resume", slug).returncode == 0
    assert spare.command("audit", "verify", "--tenant", "nowhere").returncode == 2


def test_commands_are_audited(spare, slug):
    count = "SELECT count(*) FROM control.audit_entry WHERE actor = 'operator' AND action = 'tenant.suspend'"
    before = int(spare.sql(count))
    assert spare.command("tenant", "suspend", slug).returncode == 0
    assert spare.command("tenant", "resume", slug).returncode == 0
    assert int(spare.sql(count)) == before + 1


def test_rules_take_the_data_folder(spare):
    assert spare.command("rules", "check", FILES / "tenant.yaml").returncode == 0
    result = run("rules", "check", FILES / "tenant.yaml", "--data", "/nowhere")
    assert result.returncode != 0 and len(sentences(result)) == 1


def test_bootstrap_does_not_pass_over_wrong_settings():
    result = run("bootstrap", "--print", environment={"EORDER_DATABASE_URL": "nonsense"})
    assert result.returncode != 0 and result.stdout == b"" and len(sentences(result)) == 1


def test_onboarding_twice_ends_in_the_same_state(spare, tmp_path):
    states = []
    file = tmp_path / "tenant.yaml"
    file.write_bytes((FILES / "tenant.yaml").read_bytes())  # alone: the CSV files beside it are templates
    for _ in range(2):
        result = spare.command("tenant", "onboard", file)
        assert result.returncode == 0, (result.stdout + result.stderr).decode()
        shown = json.loads(spare.command("tenant", "show", "nusa", "--json").stdout)
        states.append(
            {
                name: shown.get(name)
                for name in ("slug", "code", "state", "schemaVersion", "fingerprint", "rulesVersion")
            }
        )
    assert states[0] == states[1] and states[0]["state"] == "active"
    facts = spare.host("nusa.localhost").get("/province").expect(200).json
    assert facts["code"] == "94"


def test_onboarding_goes_on_after_a_kill(spare, tmp_path):
    """Killed at once, then run again to the end."""
    text = (FILES / "tenant.yaml").read_text().replace("nusa", "kedua").replace('"94"', '"95"')
    (tmp_path / "tenant.yaml").write_text(text)
    command = [str(BINARY), "tenant", "onboard", str(tmp_path / "tenant.yaml"), "--data", str(spare.data)]
    for milliseconds in (50, 200, 500):
        try:
            subprocess.run(
                command, env=QUIET, cwd=TENANTS.parent, capture_output=True, timeout=milliseconds / 1000
            )
        except subprocess.TimeoutExpired:
            pass  # killed by the time-out
    assert spare.command("tenant", "onboard", tmp_path / "tenant.yaml").returncode == 0
    assert spare.host("kedua.localhost").get("/province").expect(200).json["code"] == "95"


def test_migrating_twice_changes_nothing(spare, slug):
    for _ in range(2):
        assert spare.command("migrate").returncode == 0
    assert spare.command("migrate", "--tenant", slug, "--jobs", "2").returncode == 0


def test_new_central_administrator(spare):
    result = spare.command("admin", "create", "--email", "baru@pusat.example")
    assert result.returncode == 0, result.stderr.decode()
    link = re.search(r"https://admin\.localhost\S*/(\S+)", result.stdout.decode())
    password = "Garuda-terbang-di-atas-awan"
    token = link[1]
    spare.admin_host.post(f"/invitations/{token}", {"password": "pendek"}).errors()
    spare.admin_host.post(f"/invitations/{token}", {"password": password}).expect(200, 201, 204)
    spare.admin_host.post(f"/invitations/{token}", {"password": password}).problem(404, "not_found")
    answer = spare.admin_host.post("/sessions", {"email": "baru@pusat.example", "password": password})
    answer.expect(201, 401)  # 401 where a second factor has to be set up first


def test_doctor_is_content(spare):
    result = spare.command("doctor")
    assert result.returncode == 0, (result.stdout + result.stderr).decode()
