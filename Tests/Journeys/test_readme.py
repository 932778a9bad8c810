"""The tour of README.md, line by line as a reader would type it.

A fenced `sh` block right below `<!-- tour -->` belongs to the tour. All blocks run in one shell, in order,
against a running service; a line that fails stops the tour. curl knows `*.localhost` by itself, and `eorder`
is the binary under test. Where the tour names the default port 8443, this service's port takes its place.
"""

import os
import re
import shutil
import subprocess

import pytest

from journey.service import BINARY, QUIET, REPOSITORY

BLOCK = re.compile(r"<!-- tour -->\s*```sh\n(.*?)```", re.S)
STARTS = re.compile(r"^\s*(deploy/run|deploy/test|git clone|cd |(\.build/\w+/)?eorder dev)\b")


def tour():
    readme = REPOSITORY / "README.md"
    return BLOCK.findall(readme.read_text()) if readme.exists() else []


def test_there_is_a_tour():
    assert any("curl" in block for block in tour()), "README.md has no `<!-- tour -->` block with curl"


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_tour(spare, tmp_path):
    lines = [line for block in tour() for line in block.splitlines() if not STARTS.match(line)]
    script = "\n".join(lines).replace("8443", str(spare.port)).replace(".eorder/", f"{spare.data}/")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "eorder").symlink_to(BINARY)
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=REPOSITORY,
        env={**QUIET, "PATH": path, "EORDER_CONFIG": str(spare.data / "eorder.conf")},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-2000:]
    problems = re.findall(r'"status"\s*:\s*(4\d\d|5\d\d)', done.stdout)
    assert not problems, done.stdout[-3000:]
