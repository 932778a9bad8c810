"""Everything that must hold for the committed files, tested on the files themselves."""

import re
from collections import Counter
from collections.abc import Iterator

import check_firms
import check_money
import check_people
import tables
from provinces import Province
from tables import COLUMNS, Row

KEYS = {
    "units": ("code",), "officials": ("email",), "budget-lines": ("code",), "packages": ("rupCode",),
    "standard-prices": ("code",), "vendors": ("nib",), "products": ("vendorNib", "sku"),
}
FEWEST = {
    "units": 8, "officials": 40, "budget-lines": 120, "packages": 160, "standard-prices": 120, "vendors": 60,
    "products": 600,
}
UNIQUE = {
    "officials": ("nip", "name"), "vendors": ("npwp", "email", "phone", "businessName", "ownerNik"),
    "units": ("name",), "packages": (), "budget-lines": (), "standard-prices": (), "products": (),
}


def form(kind: str, rows: list[Row]) -> Iterator[str]:
    """Every cell against its column's pattern."""
    names = [column.name for column in COLUMNS[kind]]
    for number, row in enumerate(rows, start=1):
        if list(row) != names:
            yield f"/rows/{number}: columns {list(row)}"
            continue
        for column in COLUMNS[kind]:
            text = row[column.name]
            if text == "" and column.optional:
                continue
            if not re.fullmatch(column.pattern, text) or text != text.strip():
                yield f"/rows/{number}/{column.name}: {text!r}"


def uniqueness(kind: str, rows: list[Row]) -> Iterator[str]:
    for columns in [KEYS[kind], *((name,) for name in UNIQUE[kind])]:
        counts = Counter(tuple(row[column] for column in columns) for row in rows)
        yield from (f"{'+'.join(columns)}: {key} {count} times" for key, count in counts.items() if count > 1)


def references(files: dict[str, list[Row]]) -> Iterator[str]:
    units = {row["code"] for row in files["units"]}
    earlier: set[str] = set()
    for row in files["units"]:
        if row["parentCode"] and row["parentCode"] not in earlier:
            yield f"units: {row['code']} stands before its parent"
        earlier.add(row["code"])
    for kind in ("officials", "budget-lines", "packages"):
        for row in files[kind]:
            if row["unitCode"] and row["unitCode"] not in units:
                yield f"{kind}: no unit {row['unitCode']}"
    firms = {row["nib"] for row in files["vendors"]}
    sold = Counter(row["vendorNib"] for row in files["products"])
    yield from (f"products: no vendor {nib}" for nib in sold if nib not in firms)
    yield from (f"vendors: {nib} has {sold[nib]} products" for nib in firms if sold[nib] < 3)


def findings(province: Province, generated: dict[str, bytes]) -> list[str]:
    """One sentence for each thing that is wrong with a province's files; empty when all is right."""
    found: list[str] = []
    files: dict[str, list[Row]] = {}
    for kind, content in generated.items():
        path = tables.path(province.slug, kind)
        if not path.exists():
            return [f"{path}: missing"]
        if path.read_bytes() != content:
            found.append(f"{path}: differs from what is generated")
        files[kind] = tables.read(province.slug, kind)
        own = list(form(kind, files[kind])) + list(uniqueness(kind, files[kind]))
        if len(files[kind]) < FEWEST[kind]:
            own.append(f"only {len(files[kind])} rows")
        found += [f"{path}: {sentence}" for sentence in own]
    if found:
        return found
    for sentence in [
        *references(files), *check_people.findings(files), *check_firms.findings(province, files["vendors"]),
        *check_firms.trades(files["vendors"], files["products"]), *check_money.findings(files),
    ]:
        found.append(f"{province.slug}: {sentence}")
    return found
