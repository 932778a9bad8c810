"""The tour of README.md, line by line as a reader would type it.

A fenced `sh` block right below `<!-- tour -->` belongs to the tour. All blocks run in one shell, in order,
against a running service whose folder is `DATA`; a line that fails stops the tour. curl knows `*.localhost`
by itself, and `eorder` is the binary under test.
"""

import os
import re
import subprocess

from journey.service import BINARY, QUIET, REPOSITORY

BLOCK = re.compile(r"<!-- tour -->\s*```sh\n(.*?)```", re.S)
STARTS = re.compile(r"^\s*(deploy/run|deploy/test|git clone|cd |(\.build/\w+/)?eorder dev)\b")


def tour():
    readme = REPOSITORY / "README.md"
    return BLOCK.findall(readme.read_text()) if readme.exists() else []


def test_there_is_a_tour():
    assert any("curl" in block for block in tour()), "README.md has no `<!-- tour -->` block with curl"


def test_tour(spare, tmp_path):
    script = "\n".join(line for block in tour() for line in block.splitlines() if not STARTS.match(line))
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "eorder").symlink_to(BINARY)
    environment = {**QUIET, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}", "DATA": str(spare.data)}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-2000:]
    assert '"state": "paid"' in done.stdout, done.stdout[-3000:]
