"""HTTPS to one host of a running service.

`*.localhost` is resolved here, so the journeys do not depend on the machine's resolver. Connections are kept
alive, one for each thread and host. Nothing is retried but a request that found its kept connection closed.
"""

import http.client
import json as jsonlib
import socket
import ssl
import threading
from dataclasses import dataclass
from urllib.parse import urlencode

LOOPBACK = "127.0.0.1"
UNSENT = object()
# Where `/clock` has moved the clock of the service on a port.
CLOCKS = {}


@dataclass(frozen=True)
class Answer:
    """One complete answer; header names in lower case."""

    status: int
    headers: dict
    body: bytes
    request: str
    # Every `Set-Cookie` line.
    cookies: tuple = ()

    @property
    def json(self):
        return jsonlib.loads(self.body)

    @property
    def etag(self):
        return self.headers["etag"]

    def expect(self, *statuses):
        """This answer, or a failure that shows what came instead."""
        assert self.status in statuses, (
            f"{self.request} answered {self.status}, not {statuses}: {self.text[:3000]}"
        )
        return self

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    def problem(self, status, code):
        """The problem details, after their whole shape has been checked (api.md §2)."""
        self.expect(status)
        assert self.headers["content-type"].split(";")[0] == "application/problem+json", self.headers
        problem = self.json
        for member in ("type", "title", "detail", "code", "traceId"):
            assert isinstance(problem.get(member), str) and problem[member], (member, problem)
        assert problem["status"] == status, problem
        assert problem["code"] == code, f"{self.request}: {problem}"
        for error in problem.get("errors", []):
            assert set(error) >= {"pointer", "code", "detail"} and error["detail"], error
        return problem

    def errors(self, status=422, code="invalid"):
        """The field errors as pointer → code."""
        problem = self.problem(status, code)
        assert problem.get("errors"), problem
        return {error["pointer"]: error["code"] for error in problem["errors"]}


class Connection(http.client.HTTPSConnection):
    """TLS to the loopback whatever the name; `sni` may differ from Host, or be None."""

    def __init__(self, port, sni, context, source=None, timeout=60):
        super().__init__(LOOPBACK, port, context=context, timeout=timeout)
        self.sni, self.tls, self.source = sni, context, source

    def connect(self):
        source = (self.source, 0) if self.source else None
        plain = socket.create_connection((LOOPBACK, self.port), self.timeout, source)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = self.tls.wrap_socket(plain, server_hostname=self.sni)


def trusting(ca_file, check_hostname=True):
    """A TLS context that trusts the development CA alone."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(ca_file)
    context.check_hostname = check_hostname
    return context


class Host:
    """One host of the service: `host.get("/province")` asks `/api/v1/province` there."""

    def __init__(self, name, port, ca_file, source=None):
        self.name, self.port, self.ca_file, self.source = name, port, ca_file, source
        self.context = trusting(ca_file)
        self.kept = threading.local()

    @property
    def authority(self):
        return f"{self.name}:{self.port}"

    @property
    def url(self):
        return f"https://{self.authority}"

    def send(self, method, target, body=None, headers=None, timeout=60):
        """One request on this thread's connection; `target` is the path as it stands on the line."""
        headers = {"Host": self.authority, **(headers or {})}
        fresh = getattr(self.kept, "connection", None) is None
        if fresh:
            self.kept.connection = Connection(self.port, self.name, self.context, self.source)
        connection = self.kept.connection
        connection.timeout = timeout
        if connection.sock:
            connection.sock.settimeout(timeout)
        try:
            connection.request(method, target, body=body, headers=headers)
            response = connection.getresponse()
            content = response.read()
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError, ssl.SSLEOFError):
            self.forget()
            if fresh:
                raise
            return self.send(method, target, body, headers, timeout)
        except BaseException:
            self.forget()
            raise
        if response.will_close:
            self.forget()
        lowered = {name.lower(): value for name, value in response.getheaders()}
        if target == "/api/v1/clock" and response.status == 200:
            CLOCKS[self.port] = jsonlib.loads(content)["now"]
        cookies = tuple(value for name, value in response.getheaders() if name.lower() == "set-cookie")
        return Answer(response.status, lowered, content, f"{method} {self.url}{target}", cookies)

    def forget(self):
        """Closes this thread's connection."""
        connection = getattr(self.kept, "connection", None)
        if connection is not None:
            connection.close()
            self.kept.connection = None

    def call(self, method, path, json=UNSENT, *, token=None, key=None, headers=None, body=None, **query):
        """A request to the API: `path` below `/api/v1`; members of `query` that are None are left out."""
        sent = dict(headers or {})
        if token:
            sent.setdefault("Authorization", f"Bearer {token}")
        if key:
            sent["Idempotency-Key"] = key
        if json is not UNSENT:
            body = jsonlib.dumps(json, ensure_ascii=False).encode()
            sent.setdefault("Content-Type", "application/json")
        asked = urlencode({name.rstrip("_"): value for name, value in query.items() if value is not None})
        return self.send(method, "/api/v1" + path + ("?" + asked if asked else ""), body, sent)

    def get(self, path, **more):
        return self.call("GET", path, **more)

    def post(self, path, json=UNSENT, **more):
        return self.call("POST", path, json, **more)

    def sign_in(self, email, password):
        """A new session of this user."""
        answer = self.post("/sessions", {"email": email, "password": password}).expect(201).json
        return Person(self, answer["token"], answer["user"])


class Person:
    """A host seen by somebody who is signed in there."""

    def __init__(self, host, token, user):
        self.host, self.token, self.user = host, token, user

    @property
    def id(self):
        return self.user["id"]

    def call(self, method, path, json=UNSENT, **more):
        return self.host.call(method, path, json, token=self.token, **more)

    def get(self, path, **more):
        return self.call("GET", path, **more)

    def post(self, path, json=UNSENT, **more):
        return self.call("POST", path, json, **more)

    def patch(self, path, json, **more):
        return self.call("PATCH", path, json, **more)

    def put(self, path, json, **more):
        return self.call("PUT", path, json, **more)

    def delete(self, path, **more):
        return self.call("DELETE", path, **more)


def everything(asker, path, limit=100, **query):
    """All items of a list, page by page; fails if a page is overlong or an item comes twice."""
    items, cursor, seen = [], None, set()
    while True:
        page = asker.get(path, limit=limit, cursor=cursor, **query).expect(200).json
        assert len(page["items"]) <= limit, (path, len(page["items"]))
        for item in page["items"]:
            assert item["id"] not in seen, f"{path} gives {item['id']} twice"
            seen.add(item["id"])
        items += page["items"]
        cursor = page["nextCursor"]
        if cursor is None:
            return items
        assert page["items"], f"{path}: an empty page with a further cursor"
