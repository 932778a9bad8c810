"""Load by wrk: kept-alive HTTPS connections, read requests or a script that writes."""

import re
import subprocess
import tempfile
from dataclasses import dataclass

from .accounts import Accounts


@dataclass(frozen=True)
class Reading:
    """One measured kind of work."""

    name: str
    requests: int
    seconds: float
    service: float
    database: float
    wrong: int

    @property
    def rate(self):
        return self.requests / self.seconds if self.seconds else 0

    def row(self):
        per = 1000 / max(1, self.requests)
        return [
            self.name,
            f"{self.rate:,.0f}",
            f"{self.service * per:.2f}",
            f"{self.database * per:.2f}",
            str(self.wrong),
        ]


def script(method, headers, bodies):
    """A wrk script: one body after another, with an Idempotency-Key of its own each time."""
    lines = [f'wrk.method = "{method}"']
    lines += [f'wrk.headers["{name}"] = "{value}"' for name, value in headers.items()]
    if bodies:
        lines += ["local bodies = {"] + [f"[==[{body}]==]," for body in bodies] + ["}"]
        lines += [
            "local count, mark = 0, tostring({}):gsub('%W', '')",
            "request = function() count = count + 1",
            'wrk.headers["Idempotency-Key"] = mark .. "-" .. count',
            "return wrk.format(nil, nil, nil, bodies[count % #bodies + 1]) end",
        ]
    return "\n".join(lines) + "\n"


def measure(service, name, host, path, seconds, method="GET", headers=None, bodies=None, connections=16):
    """Runs wrk against one path and reads the accounts before and after."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write(script(method, {"Host": host, **(headers or {})}, bodies))
        lua.flush()
        before = Accounts(service)
        output = subprocess.run(
            [
                "wrk",
                "-t1",
                f"-c{connections}",
                f"-d{seconds}s",
                "-s",
                lua.name,
                f"https://{host}:{service.port}{path}",
            ],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        used = Accounts(service).since(before)
    done = re.search(r"(\d+) requests in ([\d.]+)s", output)
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", output)
    return Reading(name, int(done[1]), float(done[2]), *used, int(wrong[1]) if wrong else 0)
