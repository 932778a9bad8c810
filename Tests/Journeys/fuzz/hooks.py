"""Hooks of Schemathesis: signs in as who may do the operation, and puts real ids into valid requests.

EORDER_FUZZ_DATA is the folder of the running service, EORDER_FUZZ_RESULT the file that gets the statuses
seen for each operation. Nothing here changes what is expected of an answer.
"""

import atexit
import json
import os
import re
import socket
import sys
import threading
from collections import defaultdict
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

import schemathesis  # noqa: E402
from central_recipes import CENTRAL  # noqa: E402
from kitchen import Kitchen  # noqa: E402
from recipes import RECIPES  # noqa: E402

from journey.client import UNSENT  # noqa: E402
from journey.service import Service  # noqa: E402

SERVICE = Service.running(os.environ["EORDER_FUZZ_DATA"])
TABLE = CENTRAL if os.environ["EORDER_FUZZ_HOST"].startswith("admin.") else RECIPES
LOCK = threading.RLock()
SEEN = defaultdict(lambda: defaultdict(int))
STANDING, KITCHEN = {}, []
FAULTS = {}

lookup = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: lookup(
    "127.0.0.1" if str(host).endswith(".localhost") else host, *rest, **more
)


def name(operation):
    """`POST /orders/{}/submit`, below `/api/v1`."""
    return f"{operation.method.upper()} {re.sub(r'{[^}]*}', '{}', operation.path.removeprefix('/api/v1'))}"


def cook(operation):
    """Fresh (person, path values, body) for this operation, or None where there is no recipe or it failed."""
    with LOCK:
        make = TABLE.get(name(operation))
        if make is None:
            return None
        try:
            if not KITCHEN:
                KITCHEN.append(Kitchen(SERVICE))
            return make(KITCHEN[0])
        except Exception as fault:
            FAULTS[name(operation)] = f"{type(fault).__name__}: {fault}"[:2000]
            return None


def standing(operation):
    """The values kept for this operation: made once."""
    with LOCK:
        if name(operation) not in STANDING:
            STANDING[name(operation)] = cook(operation)
        return STANDING[name(operation)]


def path_values(operation, values):
    names = re.findall(r"{([^}]*)}", operation.path)
    return dict(zip(names, values))


@schemathesis.auth(refresh_interval=None)
class Roles:
    """The token of who may do this operation."""

    def get(self, case, context):
        kept = standing(case.operation)
        if name(case.operation) in ("DELETE /sessions/current", "DELETE /sessions/{}"):
            kept = cook(case.operation)
        return kept[0].token if kept and kept[0] else None

    def set(self, case, data, context):
        if data:
            case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.hook
def before_add_examples(context, examples):
    """One request for each operation that must succeed."""
    operation = context.operation
    made = cook(operation)
    if made is None:
        return
    person, values, body = made
    media = next(iter(operation.get_request_payload_content_types()), None) if body is not UNSENT else None
    case = operation.Case(
        path_parameters=path_values(operation, values),
        headers={"Authorization": f"Bearer {person.token}"} if person else {},
        query=briefly(operation),
        **({} if body is UNSENT else {"body": body, "media_type": media}),
    )
    case._has_explicit_auth = bool(person)
    examples.insert(0, case)


@schemathesis.hook
def map_case(context, case):
    """Real ids in the path, and in the members of the body that name objects, where these parts are valid."""
    kept, meta = standing(case.operation), case.meta
    if kept is None or meta is None:
        return case
    negative = {
        location.name for location, component in meta.components.items() if component.mode.is_negative
    }
    _, values, body = kept
    if "QUERY" not in negative and briefly(case.operation):
        case.query = {**(case.query or {}), **briefly(case.operation)}
    if values and "PATH" not in negative and "PATH_PARAMETERS" not in negative:
        case.path_parameters = {**(case.path_parameters or {}), **path_values(case.operation, values)}
    # A form with a file holds no ids, and setting it anew would have it checked as if its bytes were text.
    if isinstance(body, dict) and isinstance(case.body, dict) and not {"BODY", "file"} & {*negative, *case.body}:
        case.body = with_ids(case.body, body, name(case.operation))
    return case


@schemathesis.hook
def filter_case(context, case):
    """Leaves out requests that are called invalid for one header that is not described: every recipient may
    ignore such a header (RFC 9110 §5.1), so nothing about the request is invalid."""
    return "x-schemathesis-unknown-property" not in case.headers


def briefly(operation):
    """A stream goes on for as long as it may; nobody waits for that here."""
    return {"seconds": 1} if name(operation) == "GET /events" else {}


def with_ids(generated, real, operation):
    """The generated body with the ids of the real one; a sign-in keeps its right password too."""
    if operation == "POST /sessions":
        return {**generated, "email": real["email"], "password": real["password"]}
    body = dict(generated)
    for member, value in real.items():
        if member in body and member.endswith("Id"):
            body[member] = value
    if "lines" in body and isinstance(body["lines"], list) and real.get("lines"):
        ids = {member: value for member, value in real["lines"][0].items() if member.endswith("Id")}
        body["lines"] = [{**line, **ids} if isinstance(line, dict) else line for line in body["lines"]]
    return body


@schemathesis.hook
def after_call(context, case, response):
    with LOCK:
        SEEN[name(case.operation)][str(response.status_code)] += 1


@schemathesis.serializer("text/csv")
def csv(context, value):
    return value if isinstance(value, bytes) else str(value).encode()


@atexit.register
def tell():
    Path(os.environ["EORDER_FUZZ_RESULT"]).write_text(
        json.dumps({"seen": SEEN, "faults": FAULTS}, indent=1, sort_keys=True)
    )
