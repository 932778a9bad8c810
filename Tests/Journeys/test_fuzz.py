"""The published descriptions under Schemathesis: every check, a fixed seed, valid ids and the right roles.

Schemathesis has a virtual environment of its own: EORDER_SCHEMATHESIS names its `schemathesis` command. The
hooks in `fuzz/` sign in and fill ids; what an answer has to be is not loosened by them.
"""

import json
import os
import subprocess
import xml.etree.ElementTree as tree
from pathlib import Path

import pytest

from journey.nusa import FILES, onboard
from journey.service import QUIET, Service

HERE = Path(__file__).parent
SEED = "20270301"


@pytest.fixture(scope="module")
def target():
    """A service of its own: fuzzing suspends, renames and deletes whatever it may."""
    running = Service()
    running.start()
    onboard(running.administrator(), (FILES / "tenant.yaml").read_bytes(), "application/yaml")
    yield running
    running.remove()


def fuzz(target, host, folder, examples):
    """One run; (exit status, failures by operation, statuses seen, output)."""
    result = folder / "seen.json"
    command = [
        os.environ.get("EORDER_SCHEMATHESIS", "schemathesis"),
        "--config-file",
        str(HERE / "fuzz" / "schemathesis.toml"),
        "run",
        f"https://{host}:{target.port}/api/v1/openapi.json",
        "--tls-verify",
        target.demo["caFile"],
        "--checks",
        "all",
        "--phases",
        "examples,coverage,fuzzing,stateful",
        "--max-examples",
        str(examples),
        "--seed",
        SEED,
        "--continue-on-failure",
        "--workers",
        "1",
        "--suppress-health-check",
        "all",
        "--report",
        "junit",
        "--report-junit-path",
        str(folder / "junit.xml"),
    ]
    environment = {
        **QUIET,
        "SCHEMATHESIS_HOOKS": str(HERE / "fuzz" / "hooks.py"),
        "EORDER_FUZZ_DATA": str(target.data),
        "EORDER_FUZZ_HOST": host,
        "EORDER_FUZZ_RESULT": str(result),
        "NO_COLOR": "1",
    }
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, timeout=3600)
    failures = {}
    if (folder / "junit.xml").exists():
        for case in tree.parse(folder / "junit.xml").iter("testcase"):
            for failure in [*case.findall("failure"), *case.findall("error")]:
                failures.setdefault(case.get("name"), []).append(
                    (failure.text or failure.get("message") or "")[:600]
                )
    seen = json.loads(result.read_text()) if result.exists() else {"seen": {}, "faults": {}}
    (folder / "output.txt").write_text(done.stdout + done.stderr)
    return done.returncode, failures, seen, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.fuzz
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("where", ["tenant", "admin"])
def test_description_is_true(target, tmp_path, where, long):
    host = (
        "admin.localhost"
        if where == "admin"
        else f"{max(entry['slug'] for entry in target.demo['tenants'])}.localhost"
    )
    status, failures, seen, output = fuzz(target, host, tmp_path, 200 if long else 25)
    assert not failures and status == 0, (
        f"{len(failures)} operations fail, see {tmp_path}/output.txt\n{output}"
    )
    unanswered = {
        name for name, statuses in seen["seen"].items() if not any(code.startswith("2") for code in statuses)
    }
    assert not unanswered, f"never 2xx: {unanswered}; recipes that failed: {seen['faults']}"
    assert seen["seen"], "nothing was asked"
