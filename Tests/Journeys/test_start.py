"""Starting and stopping: `dev` on its folder, `serve` with wrong settings."""

import json
import shutil
import stat
import time

import pytest

from journey.province import Province
from journey.service import TENANTS, Service, run, sentences


def test_one_line_on_standard_output(service):
    assert service.output == [f"ready https://admin.localhost:{service.port}\n"]


def test_files_of_the_folder_are_private(service):
    for name in ("demo.json", "eorder.conf"):
        assert stat.S_IMODE((service.data / name).stat().st_mode) == 0o600, name


def test_demo_json_is_as_promised(service):
    demo = service.demo
    assert demo["url"] == f"https://admin.localhost:{service.port}" and demo["ports"]["https"] == service.port
    assert demo["ports"]["http"] and demo["ports"]["metrics"] and len(demo["admins"]) == 2
    assert set(demo["admin"]) >= {"email", "password"} and demo["admin"] == demo["admins"][0]
    for entry in demo["tenants"]:
        assert entry["url"] == f"https://{entry['slug']}.localhost:{service.port}"
        single = [user["roles"][0] for user in entry["users"] if len(user["roles"]) == 1]
        for role, count in {
            "procurement_officer": 2,
            "commitment_officer": 2,
            "budget_owner": 1,
            "treasurer": 2,
            "finance_verifier": 1,
            "technical_officer": 1,
            "goods_keeper": 1,
            "auditor": 1,
            "verifier": 1,
            "tenant_admin": 2,
            "rule_approver": 1,
            "vendor_owner": 10,
            "vendor_staff": 1,
        }.items():
            assert single.count(role) >= count, (entry["slug"], role)
        both = [
            user
            for user in entry["users"]
            if set(user["roles"]) == {"procurement_officer", "commitment_officer"}
        ]
        assert len(both) == 1
        units = {
            user.get("unitId")
            for user in entry["users"]
            if user["roles"][0]
            in (
                "procurement_officer",
                "commitment_officer",
                "budget_owner",
                "treasurer",
                "finance_verifier",
                "technical_officer",
                "goods_keeper",
            )
        }
        assert len(units) == 1 and None not in units
        assert len({user["vendorId"] for user in entry["users"] if user["roles"] == ["vendor_owner"]}) >= 10


def test_ten_vendors_with_three_products_each(provinces):
    for province in provinces.values():
        for user in province.users:
            if user["roles"] == ["vendor_owner"]:
                listed = province.host.get("/products", vendorId=user["vendorId"]).expect(200).json["items"]
                assert len(listed) >= 3, user["email"]
        break  # the other provinces are made by the same code


def test_every_demonstration_login_works(province):
    for user in province.users:
        session = province.sign_in(user)
        assert set(session.user["roles"]) == set(user["roles"]) and session.user.get("unitId") == user.get(
            "unitId"
        )
        assert session.user.get("vendorId") == user.get("vendorId")


def test_folder_in_use(service):
    result = run("dev", "--data", service.data, "--port", "0", timeout=30)
    assert result.returncode == 1 and result.stdout == b"" and len(sentences(result)) == 1, (
        result.stderr.decode()
    )


def test_started_again_it_goes_on(spare):
    """Within 5 s, with the same logins and the same data; SIGTERM stops everything."""
    before = json.loads((spare.data / "demo.json").read_text())
    slug = before["tenants"][0]["slug"]
    units = {item["id"] for item in Province(spare, slug).auditor.get("/units").expect(200).json["items"]}
    cluster = spare.cluster
    assert spare.stop() == 0
    assert not (cluster / "postmaster.pid").exists(), "PostgreSQL was stopped too"
    assert spare.start() < 5
    assert spare.demo["tenants"] == before["tenants"] and spare.demo["admins"] == before["admins"]
    assert {
        item["id"] for item in Province(spare, slug).auditor.get("/units").expect(200).json["items"]
    } == units


def test_a_suspended_province_keeps_its_logins(spare):
    """It is suspended before the stop and after the start, and nothing is demonstrated again."""
    before = spare.demo["tenants"]
    slug = before[0]["slug"]
    assert spare.command("tenant", "suspend", slug).returncode == 0
    try:
        assert spare.stop() == 0
        size = (spare.data / "journey.log").stat().st_size
        spare.start()
        assert spare.demo["tenants"] == before
        said = (spare.data / "journey.log").read_text()[size:]
        assert "Demonstration data for" not in said
        spare.host(f"{slug}.localhost").get("/province").problem(503, "tenant_suspended")
    finally:
        assert spare.command("tenant", "resume", slug).returncode == 0
    Province(spare, slug).auditor.get("/units").expect(200)


def test_a_wrong_tenant_file_stops_nobody_else(tmp_path):
    shutil.copytree(TENANTS, tmp_path / "Tenants")
    first = min(path.parent.name for path in TENANTS.glob("*/tenant.yaml"))
    for path in (tmp_path / "Tenants").glob("*/tenant.yaml"):
        if path.parent.name not in (first, "national"):
            shutil.rmtree(path.parent)
    broken = tmp_path / "Tenants" / "rusak"
    broken.mkdir()
    (broken / "tenant.yaml").write_text("schema: 1\nslug: rusak\n")
    service = Service("--no-demo")
    service.environment = {"EORDER_TENANTS_DIR": str(tmp_path / "Tenants")}
    try:
        service.start(demo=False)
        assert "rusak is left out" in service.last_words()
        service.demo = {"caFile": str(service.data / "tls" / "authority" / "ca.pem")}
        service.host(f"{first}.localhost").get("/province").expect(200)
    finally:
        service.remove()


def test_stop_is_prompt_with_open_connections(spare):
    host = spare.host(f"{spare.demo['tenants'][0]['slug']}.localhost")
    host.get("/province").expect(200)
    began = time.monotonic()
    assert spare.stop() == 0 and time.monotonic() - began < 15
    spare.start()


GOOD = {
    "EORDER_DATABASE_URL": "postgresql://nobody:Rahasia-Sekali@127.0.0.1:1/none",
    "EORDER_LISTEN": "127.0.0.1:0",
}


@pytest.mark.parametrize(
    "changes",
    [
        {"EORDER_DATABASE_URL": None},
        {"EORDER_DATABASE_URL": "nonsense"},
        {"EORDER_LISTEN": "somewhere"},
        {"EORDER_LISTEN": "127.0.0.1:99999"},
        {"EORDER_TLS_DIR": "/nowhere"},
        {"EORDER_MASTER_KEY_FILE": "/nowhere/key"},
        {"EORDER_DOMAIN": "not a domain"},
        {"EORDER_DATABSE_URL": "x"},
        {"EORDER_CONFIG": "/nowhere/eorder.conf"},
    ],
    ids=lambda changes: "-".join(changes)[7:],
)
def test_serve_says_what_is_wrong(changes):
    environment = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    result = run("serve", environment=environment, timeout=30)
    assert result.returncode not in (0, -6, -11) and result.stdout == b""
    said = sentences(result)
    assert len(said) == 1 and len(said[0]) < 400, said
    assert "Rahasia-Sekali" not in said[0], "a secret was printed"
