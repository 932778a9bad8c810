"""`audit verify`: an untouched log is right; whatever a superuser changes in it is found."""

import re

import pytest

from journey.province import Province
from journey.purse import Purse
from journey.vendor import Shop


@pytest.fixture(scope="module")
def slug(spare):
    return min(entry["slug"] for entry in spare.demo["tenants"])


@pytest.fixture(scope="module")
def logged(spare, slug):
    """A province with a few entries in its log; the schema's name."""
    home = Province(spare, slug)
    stall = Shop(home)
    stall.item = stall.product()
    deal = Purse(home).order(stall, [(stall.item["id"], 1)]).to("accepted")

    assert deal.state == "accepted"
    return f"tenant_{slug.replace('-', '_')}"


def verify(spare, slug, *more):
    return spare.command("audit", "verify", "--tenant", slug, *more)


def test_untouched_log_is_right(spare, slug, logged):
    result = verify(spare, slug)
    assert result.returncode == 0, (result.stdout + result.stderr).decode()
    assert verify(spare, slug, "--since", "2").returncode == 0
    count = int(re.search(r"all (\d+) entries hold", result.stdout.decode())[1])
    assert verify(spare, slug, "--since", str(count)).returncode == 0
    cut = verify(spare, slug, "--since", str(count + 1_000))
    assert cut.returncode == 1 and b"the log ends before it" in cut.stdout
    assert verify(spare, "nowhere").returncode not in (0, -6, -11)


def leaves(spare, schema):
    """The quoted table and column that hold the entries' canonical bytes."""
    found = spare.sql(
        f"""SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = '{schema}'
            AND table_name LIKE 'audit%' AND data_type = 'bytea' AND column_name NOT LIKE '%hash%' LIMIT 1""",
    )
    table, column = found.split("|")
    return f'"{schema}"."{table}"', column


HARMS = {
    "changed": """UPDATE {table} SET {column} = set_byte({column}, 10, (get_byte({column}, 10) + 1) % 256)
                  WHERE ctid = (SELECT ctid FROM {table} ORDER BY {column} LIMIT 1 OFFSET 3)""",
    "removed": """DELETE FROM {table}
                  WHERE ctid = (SELECT ctid FROM {table} ORDER BY {column} LIMIT 1 OFFSET 3)""",
    "reordered": """WITH pair AS (SELECT {column} AS one, lead({column}) OVER (ORDER BY {column}) AS other
                                  FROM {table} ORDER BY {column} LIMIT 1 OFFSET 3)
                    UPDATE {table} SET {column} = CASE WHEN {column} = one THEN other ELSE one END
                    FROM pair WHERE {column} IN (one, other)""",
}
PAST_RIGHTS = "SET session_replication_role = replica; "


@pytest.mark.parametrize("harm", HARMS)
def test_tampering_is_found(spare, slug, logged, harm):
    """As superuser, past every right and trigger; undone afterwards, and then the log is right again."""
    table, column = leaves(spare, logged)
    spare.sql(f"CREATE SCHEMA harm; CREATE TABLE harm.copy AS TABLE {table}")
    try:
        spare.sql(PAST_RIGHTS + HARMS[harm].format(table=table, column=column))
        result = verify(spare, slug)
        told = (result.stdout + result.stderr).decode()
        assert result.returncode == 1 and re.search(r"\d+", told), f"the first bad entry is not named: {told}"
    finally:
        spare.sql(
            PAST_RIGHTS
            + f"DELETE FROM {table}; INSERT INTO {table} TABLE harm.copy; DROP SCHEMA harm CASCADE",
        )
    assert verify(spare, slug).returncode == 0
