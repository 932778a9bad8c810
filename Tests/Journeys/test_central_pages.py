"""Central administration by pages: the fleet at a glance, a province suspended and resumed."""

import re
import time

from journey.desk import Clerk


def test_a_province_is_suspended_and_resumed(spare):
    clerk = Clerk(spare.admin_host, spare.demo["admin"])
    slug = sorted(entry["slug"] for entry in spare.demo["tenants"])[-1]
    page = clerk.see("/")
    assert f"/tenants/{slug}" in page.links and "Sehat" in page.text and "MiB" in page.text
    path = clerk.does(f"/tenants/{slug}", "/suspend", {"suspend.reason": "Pemeliharaan."})
    assert re.fullmatch(r"/operations/[0-9a-f-]+", path)
    done(clerk, path)
    host = spare.host(f"{slug}.localhost")
    assert host.send("GET", "/", headers={"Accept": "text/html"}).status == 503
    assert "Ditangguhkan" in clerk.see(f"/tenants/{slug}").text
    done(clerk, clerk.does(f"/tenants/{slug}", "/resume"))
    assert host.send("GET", "/", headers={"Accept": "text/html"}).status == 200
    for language in ("id", "en"):
        clerk.see(f"/tenants/{slug}", language=language)


def done(clerk, path):
    for _ in range(60):
        if "Selesai" in clerk.see(path).text:
            return
        time.sleep(0.5)
    raise AssertionError(f"{path} is not done")
