"""One service for the whole suite, a second whose clock the tests move, and a third that they may hurt.

Environment: EORDER_BINARY (default .build/release/eorder), EORDER_TENANTS_DIR (default ./Tenants).
`--long` gives the races, kills and the fuzzer their full numbers.
"""

import secrets

import pytest

from browser.stage import chromium, scene, survey  # noqa: F401, as fixtures
from journey.province import Province
from journey.purse import Purse
from journey.service import BINARY, Service, free_port
from journey.vendor import Shop


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="full rounds of races, kills and fuzzing")


@pytest.fixture(scope="session")
def long(request):
    return request.config.getoption("--long")


def started(*arguments):
    if not BINARY.exists():
        pytest.exit(f"no binary at {BINARY}: set EORDER_BINARY", returncode=4)
    service = Service(*arguments)
    service.start()
    return service


@pytest.fixture(scope="session")
def service():
    """The service that most journeys share, with the machine's own clock."""
    running = started("--http-port", free_port(), "--metrics-port", free_port())
    yield running
    running.remove()


@pytest.fixture(scope="session")
def clocked():
    """A service whose clock starts on a Monday morning in March 2027 and is moved by `/clock`."""
    running = started("--now", "2027-03-01T08:00:00+07:00")
    yield running
    running.remove()


@pytest.fixture(scope="session")
def spare():
    """A service that is killed, restarted and tampered with; each test leaves it running."""
    running = started()
    yield running
    running.remove()


@pytest.fixture(scope="session")
def provinces(service):
    """The demonstration provinces by slug."""
    return {entry["slug"]: Province(service, entry["slug"]) for entry in service.demo["tenants"]}


@pytest.fixture(scope="session")
def province(provinces):
    """One province for what must hold in each: the last by name."""
    return provinces[max(provinces)]


@pytest.fixture(scope="session")
def shop(province):
    """A VAT-registered shop of goods, with one product at Rp 1,000,000 without VAT."""
    made = Shop(province)
    made.item = made.product(price=1_000_000)
    return made


@pytest.fixture
def purse(province):
    """A unit, budget line and package that no other test touches."""
    return Purse(province)


@pytest.fixture
def key():
    """An Idempotency-Key."""
    return secrets.token_hex(12)
