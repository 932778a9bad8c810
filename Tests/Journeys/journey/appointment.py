"""Officials that a test makes for itself, and the offices that they are given."""

import secrets
from datetime import timedelta

from .purchase import today

PASSWORD = "Merpati-1928-terbang-tinggi"


def official(province, roles, unit_id, **changes):
    """A new official of a unit, signed in; `roles` is a list."""
    body = {
        "email": f"{secrets.token_hex(6)}@dinas.example",
        "name": f"Pegawai {secrets.token_hex(3)}",
        "nip": f"198501012010011{secrets.randbelow(900) + 100}",
        "roles": roles,
        "unitId": unit_id,
        "certificate": {"number": f"PBJ-{secrets.token_hex(3)}", "validUntil": "2099-12-31"},
        **changes,
    }
    made = province.administrator.post("/users", body).expect(201).json
    token = made["invitation"]["url"].rsplit("/", 1)[1]
    province.host.post(f"/invitations/{token}", {"password": PASSWORD}).expect(200)
    person = province.host.sign_in(body["email"], PASSWORD)
    person.email = body["email"]
    return person


def signed_in_again(province, person):
    """After the clock has ended the session."""
    person.token = province.host.sign_in(person.email, PASSWORD).token


def office(province, person, unit_id, principal=None, days=(0, 3), **changes):
    """The body of an acting commitment officer's appointment, from and until so many days from today."""
    day = today(province.service)
    return {
        "userId": person.id,
        "role": "commitment_officer",
        "unitId": unit_id,
        "from": str(day + timedelta(days=days[0])),
        "until": str(day + timedelta(days=days[1])),
        "decree": {"number": "800/112/2027", "date": str(day)},
        "kind": "acting_plh",
        **({"onBehalfOf": principal.id} if principal else {}),
        **changes,
    }


def appoint(province, *arguments, **changes):
    body = office(province, *arguments, **changes)
    return province.administrator.post("/offices", body).expect(201).json
