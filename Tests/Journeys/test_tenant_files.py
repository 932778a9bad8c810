"""`rules check`: shipped files are right, broken ones are told every error with its line."""

import re
from pathlib import Path

import pytest

from journey.nusa import FILES
from journey.service import TENANTS, run, sentences

HERE = Path(__file__).parent


@pytest.mark.parametrize("file", sorted(TENANTS.glob("*/tenant.yaml")), ids=lambda file: file.parent.name)
def test_shipped_tenant_files_are_right(file):
    result = run("rules", "check", file)
    assert result.returncode == 0, result.stderr.decode()


def test_every_error_of_a_file_with_line_and_key():
    """One line each: where, which key, which bound."""
    result = run("rules", "check", HERE / "data" / "broken.yaml")
    told = (result.stdout + result.stderr).decode()
    assert result.returncode == 1, told
    for line, key in [
        (2, "slug"),
        (2, "code"),
        (2, "name"),
        (4, "effective_from"),
        (6, "timezone"),
        (8, "cap_gross"),
        (8, "cap_basis"),
        (9, "max"),
        (10, "min_offers"),
        (11, "default"),
        (11, "pay_wd"),
        (12, "modes"),
        (13, "collector"),
        (14, "surprise"),
        (15, "min_sources"),
        (16, "years"),
    ]:
        assert [one for one in told.splitlines() if re.search(rf"\b{line}\b", one) and key in one], (
            f"line {line}, {key}:\n{told}"
        )
    cap = next(one for one in told.splitlines() if "cap_gross" in one)
    assert re.search(r"50[.,]?000[.,]?000", cap), f"the bound is not named: {cap}"


@pytest.mark.parametrize(
    "change",
    [
        ("languages: [id, en]", "languages: [id, en]\nlanguages: [id]"),
        ("schema: 1", "schema: &one 1"),
        ("schema: 1", "schema: 2"),
        ('version: "2025.1"', "version: 2025.1"),
        ("direct:", "<<: {a: 1}\ndirect:"),
        ("order:", "\torder:"),
        ("name: ", "name: *x"),
        ("legal:", "illegal:"),
        ('code: "94"', "code: 94"),
    ],
)
def test_traps_of_yaml(tmp_path, change):
    text = (FILES / "tenant.yaml").read_text()
    assert change[0] in text
    file = tmp_path / "tenant.yaml"
    file.write_text(text)
    assert run("rules", "check", file).returncode == 0
    file.write_text(text.replace(*change, 1))
    result = run("rules", "check", file)
    assert result.returncode == 1 and (result.stdout or result.stderr)


def test_file_that_is_not_there():
    result = run("rules", "check", "/nowhere/tenant.yaml")
    assert result.returncode not in (0, -6, -11) and len(sentences(result)) == 1
