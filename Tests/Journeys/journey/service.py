"""A running `eorder dev` and the commands of the same binary."""

import json
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from .client import Host

REPOSITORY = Path(__file__).resolve().parents[3]
BINARY = Path(os.environ.get("EORDER_BINARY", REPOSITORY / ".build/release/eorder"))
TENANTS = Path(os.environ.get("EORDER_TENANTS_DIR", REPOSITORY / "Tenants")).resolve()
READY = re.compile(r"ready https://admin\.localhost:(\d+)\n")
QUIET = {name: value for name, value in os.environ.items() if not name.startswith("EORDER_")}


def run(*arguments, stdin=b"", environment=None, timeout=120):
    """One command of the binary, with no setting of the caller's environment."""
    return subprocess.run(
        [str(BINARY), *map(str, arguments)],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        cwd=TENANTS.parent,
        env={**QUIET, **(environment or {})},
        timeout=timeout,
    )


def sentences(result):
    """The lines that a command wrote on standard error."""
    return [line for line in result.stderr.decode().splitlines() if line.strip()]


def free_port():
    """A port of the loopback that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Service:
    """`eorder dev` on a folder of its own; started and stopped as often as a test likes."""

    def __init__(self, *arguments, data=None):
        self.data = Path(data or tempfile.mkdtemp(prefix="eorder-journey-"))
        self.data.chmod(0o711)  # the `postgres` user has to reach it where the suite runs as root
        self.arguments = arguments
        self.environment = {}
        self.process = None
        self.output = []
        self.port = 0

    @classmethod
    def running(cls, data):
        """A service that another process started on this folder."""
        made = cls.__new__(cls)
        made.data, made.arguments, made.process = Path(data), (), None
        made.demo = json.loads((made.data / "demo.json").read_text())
        made.port = made.demo["ports"]["https"]
        return made

    def start(self, timeout=120, port=None, demo=True):
        """Starts and waits for the ready line; gives the seconds that it took."""
        began = time.monotonic()
        self.log = open(self.data / "journey.log", "ab")
        self.process = subprocess.Popen(
            [
                str(BINARY),
                "dev",
                "--data",
                str(self.data),
                "--port",
                str(self.port if port is None else port),
                *map(str, self.arguments),
            ],
            stdout=subprocess.PIPE,
            stderr=self.log,
            stdin=subprocess.DEVNULL,
            cwd=TENANTS.parent,
            env={**QUIET, **self.environment},
        )
        lines = queue.Queue()
        threading.Thread(target=self.listen, args=(self.process, lines), daemon=True).start()
        try:
            line = lines.get(timeout=timeout)
        except queue.Empty:
            self.kill()
            raise AssertionError(f"not ready within {timeout} s:\n{self.last_words()}") from None
        found = READY.fullmatch(line)
        assert found, f"instead of the ready line: {line!r}\n{self.last_words()}"
        self.port = int(found[1])
        if demo:
            self.demo = json.loads((self.data / "demo.json").read_text())
        return time.monotonic() - began

    def listen(self, process, lines):
        for line in process.stdout:
            self.output.append(line.decode())
            lines.put(line.decode())
        lines.put("")

    def last_words(self):
        return (self.data / "journey.log").read_text(errors="replace")[-4000:]

    def stop(self, timeout=30):
        """SIGTERM; the exit status."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(timeout) if self.process else None

    def kill(self):
        """kill -9."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(30)

    def remove(self):
        """Stops the service and its folder's cluster, and removes the folder."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def host(self, name, source=None):
        return Host(name, self.port, self.demo["caFile"], source)

    @property
    def admin_host(self):
        return self.host("admin.localhost")

    def administrator(self, index=0):
        """A central administrator, signed in anew."""
        who = self.demo["admins"][index]
        return self.admin_host.sign_in(who["email"], who["password"])

    def command(self, *arguments, **more):
        """A command against this service's configuration."""
        return run(*arguments, "--data", self.data, **more)

    @property
    def cluster(self):
        """The data directory of this folder's PostgreSQL, by its pid file or by the pointer in the folder."""
        for found in self.data.rglob("postmaster.pid"):
            return found.parent
        for pointer in self.data.iterdir():
            if pointer.is_file() and pointer.stat().st_size < 4096:
                named = pointer.read_bytes().strip().decode(errors="replace")
                for text in (named, *re.findall(r"/\S+", named)):
                    place = Path(text)
                    if place.is_absolute() and place.is_dir():
                        for found in place.rglob("postmaster.pid"):
                            return found.parent
        raise AssertionError(f"no running cluster found from {self.data}")

    @property
    def database(self):
        """(directory, port) of the cluster's Unix socket: lines 4 and 5 of its pid file."""
        lines = (self.cluster / "postmaster.pid").read_text().splitlines()
        return lines[4], lines[3]

    def sql(self, statement):
        """Runs SQL as the cluster's superuser, past every right; the rows as text."""
        directory, port = self.database
        place = f"host={directory} port={port} user=postgres dbname={self.database_name}"
        password = (self.cluster.parent / "superuser-password").read_text()
        done = subprocess.run(
            ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", place, "-c", statement],
            capture_output=True,
            text=True,
            timeout=30,
            env={**QUIET, "PGPASSWORD": password},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @property
    def database_name(self):
        """From the URL in the written configuration."""
        found = re.search(r"postgres(?:ql)?://[^/\s]*/([\w-]+)", (self.data / "eorder.conf").read_text())
        return found[1] if found else "eorder"
