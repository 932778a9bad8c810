"""TLS as Mozilla's intermediate profile asks for, and the plain port that only leads to it.

sslyze has a virtual environment of its own: EORDER_SSLYZE_PYTHON names its interpreter.
"""

import http.client
import os
import socket
import ssl
import subprocess
import sys

import pytest

from journey.client import LOOPBACK


@pytest.mark.tls
def test_mozilla_intermediate(service, province):
    python = os.environ.get("EORDER_SSLYZE_PYTHON", sys.executable)
    for name in ("admin.localhost", f"{province.slug}.localhost"):
        done = subprocess.run(
            [
                python,
                "-m",
                "sslyze",
                "--mozilla_config=intermediate",
                "--certinfo_ca_file",
                service.demo["caFile"],
                "--sni",
                name,
                f"{LOOPBACK}:{service.port}",
            ],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0 and "OK - Compliant" in done.stdout, (
            done.stdout[-3000:] + done.stderr[-2000:]
        )


def greeting(port, lowest, highest, ciphers=None):
    """A handshake with these versions; the version agreed on."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.minimum_version, context.maximum_version = lowest, highest
    context.set_ciphers(ciphers or "ALL:@SECLEVEL=0")
    with (
        socket.create_connection((LOOPBACK, port), 10) as plain,
        context.wrap_socket(plain, server_hostname="admin.localhost") as tls,
    ):
        return tls.version()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_old_versions_are_refused(service, version):
    with pytest.raises((ssl.SSLError, ConnectionError)):
        greeting(service.port, version, version)


def test_new_versions_are_spoken(service):
    assert greeting(service.port, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2) == "TLSv1.2"
    assert greeting(service.port, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3) == "TLSv1.3"


@pytest.mark.parametrize(
    "ciphers",
    ["AES128-SHA:@SECLEVEL=0", "ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0", "AES256-GCM-SHA384:@SECLEVEL=0"],
)
def test_weak_suites_are_refused(service, ciphers):
    with pytest.raises((ssl.SSLError, ConnectionError)):
        greeting(service.port, ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_2, ciphers)


def test_own_certificate_for_each_host(service, provinces):
    serials = set()
    for name in ["admin", *provinces]:
        pem = ssl.create_default_context(cafile=service.demo["caFile"])
        with (
            socket.create_connection((LOOPBACK, service.port), 10) as plain,
            pem.wrap_socket(plain, server_hostname=f"{name}.localhost") as tls,
        ):
            certificate = tls.getpeercert()
            assert [value for kind, value in certificate["subjectAltName"] if kind == "DNS"] == [
                f"{name}.localhost"
            ]
            serials.add(certificate["serialNumber"])
    assert len(serials) == 1 + len(provinces)


def plain(port, method, target, host):
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    connection.request(method, target, headers={"Host": host})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, response.getheader("Location"), body


def test_plain_port_redirects(service, province):
    port, host = service.demo["ports"]["http"], f"{province.slug}.localhost"
    status, location, _ = plain(port, "GET", "/products?q=kertas", f"{host}:{port}")
    assert status in (301, 308) and location == f"https://{host}:{service.port}/products?q=kertas"


def test_plain_port_tells_health_and_nothing_else(service, province):
    port = service.demo["ports"]["http"]
    for path in ("/healthz", "/readyz"):
        assert plain(port, "GET", path, f"{province.slug}.localhost")[0] == 200
    for method, path in (("POST", "/api/v1/sessions"), ("GET", "/api/v1/products"), ("GET", "/metrics")):
        status, _, body = plain(port, method, path, f"{province.slug}.localhost")
        assert status in (301, 308, 400, 403, 404, 405, 421, 426) and b"items" not in body, (method, path)


def test_no_open_redirect(service):
    port = service.demo["ports"]["http"]
    for host in ("evil.example", "evil.example\\@dki.localhost", "dki.localhost@evil.example"):
        status, location, _ = plain(port, "GET", "/", host)
        assert "evil.example" not in (location or "") and status in (400, 404, 421), (host, status, location)
    status, location, _ = plain(port, "GET", "//evil.example/", "dki.localhost")
    assert not (location or "").startswith("https://evil") and not (location or "").startswith("//")


def test_metrics_stand_on_their_own_port(service):
    status, _, body = plain(service.demo["ports"]["metrics"], "GET", "/metrics", "localhost")
    assert status == 200 and b"# TYPE" in body
    service.admin_host.send("GET", "/metrics").expect(404)
