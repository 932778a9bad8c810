"""The published description: on every host, whole, and without what belongs to other hosts."""

import pytest

# The routes of api.md §3 and §4 that must be described, as method and path with any parameter name.
TENANT = """
get /province; post /sessions; get /sessions/current; delete /sessions/current; post /vendors; get /vendors;
get /vendors/{}; patch /vendors/{}; post /vendors/{}/documents; get /vendors/{}/documents;
post /vendors/{}/submit; post /vendors/{}/verify; post /vendors/{}/blacklist;
get /products; post /products; get /products/{}; patch /products/{};
post /products/{}/list; get /units; get /officials; get /budget-lines; get /packages;
get /standard-prices;
get /categories; post /packages/{}/assign; post /orders/preview; post /orders; get /orders;
get /orders/{}; patch /orders/{}; post /orders/{}/discard; post /orders/{}/submit; post /orders/{}/issue;
post /orders/{}/confirm-paid;
post /orders/{}/attachments; get /budget-lines/{}; get /users; post /users;
post /invitations/{}; put /sessions/current/password;
get /sessions; delete /sessions/{}
"""
CENTRAL = """
post /sessions; get /tenants; post /tenants; get /tenants/{}; post /tenants/{}/suspend;
post /tenants/{}/resume;
get /fleet; get /operations/{}; post /tenants/{}/break-glass
"""


def described(host):
    """The description and its operations as `method path` with unnamed parameters."""
    document = host.get("/openapi.json").expect(200).json
    assert document["openapi"].startswith("3.1")
    base = (document.get("servers") or [{"url": ""}])[0]["url"].rstrip("/")
    prefix = base[base.index("/api") :] if "/api" in base else ""
    operations = set()
    for path, item in document["paths"].items():
        whole = prefix + path
        if whole.startswith("/api/v1"):
            shape = "/".join(
                "{}" if part.startswith("{") else part for part in whole[len("/api/v1") :].split("/")
            )
            operations |= {
                f"{method} {shape}" for method in item if method in ("get", "post", "put", "patch", "delete")
            }
    return document, operations


def wanted(text):
    return {entry.strip() for entry in text.replace("\n", " ").split(";") if entry.strip()}


def covered(entry, operations):
    """Whether a path is described itself or as one value of a parameter (`/orders/{}/{}`, `/imports/{}`)."""
    method, path = entry.split(" ")
    parts = path.split("/")
    for operation in operations:
        other_method, other = operation.split(" ")
        others = other.split("/")
        if (
            method == other_method
            and len(parts) == len(others)
            and all(theirs in ("{}", ours) for ours, theirs in zip(parts, others))
        ):
            return True
    return False


def test_tenant_host(province):
    _, operations = described(province.host)
    assert not (missing := {entry for entry in wanted(TENANT) if not covered(entry, operations)}), missing
    assert not any(operation.split(" ")[1].startswith(("/tenants", "/fleet")) for operation in operations)


def test_admin_host(service):
    _, operations = described(service.admin_host)
    assert not (missing := {entry for entry in wanted(CENTRAL) if not covered(entry, operations)}), missing
    assert not any(operation.split(" ")[1].startswith(("/orders", "/vendors")) for operation in operations)


def test_every_operation_is_told_apart_and_answers_problems(province):
    document, _ = described(province.host)
    ids = []
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method not in ("get", "post", "put", "patch", "delete"):
                continue
            ids.append(operation["operationId"])
            refused = [status for status in operation["responses"] if status.startswith("4")]
            assert refused, f"{method} {path} describes no refusal"
            for status in refused:
                response = operation["responses"][status]
                while "$ref" in response:
                    response = document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
                assert "application/problem+json" in response["content"], (method, path, status)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path, method", [("/orders", "post"), ("/vendors", "post"), ("/products", "post")])
def test_bodies_are_closed_objects_with_bounds(province, path, method):
    document, _ = described(province.host)
    item = next(item for name, item in document["paths"].items() if name.endswith(path))
    schema = item[method]["requestBody"]["content"]["application/json"]["schema"]
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    assert schema.get("additionalProperties") is False and schema["required"]
