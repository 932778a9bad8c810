"""The columns of the imported files, and how they are written and read."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

TENANTS = Path(__file__).parents[2] / "Tenants"

DAY = r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
AMOUNT = r"[1-9]\d{0,12}"
BOOLEAN = r"true|false"
ACCOUNT = r"5\.\d\.\d{2}\.\d{2}\.\d{2}\.\d{4}"


@dataclass(frozen=True)
class Column:
    name: str
    pattern: str
    optional: bool = False


def required(name: str, pattern: str = r".{1,200}") -> Column:
    return Column(name, pattern)


def optional(name: str, pattern: str = r".{1,200}") -> Column:
    return Column(name, pattern, optional=True)


ROLE = (
    "budget_owner|commitment_officer|technical_officer|procurement_officer|treasurer|finance_verifier|"
    "goods_keeper|auditor|verifier|tenant_admin|rule_approver"
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "units": (required("code", r"[A-Z0-9.\-]{1,40}"), required("name"), optional("parentCode")),
    "officials": (
        required("email", r"[a-z0-9.]+@[a-z]+\.example"), required("name"), required("nip", r"\d{18}"),
        required("roles", rf"({ROLE})(\|({ROLE}))*"), optional("unitCode"),
        optional("certificateNumber"), optional("certificateUntil", DAY),
    ),
    "budget-lines": (
        required("code", r"[A-Z0-9.\-]{1,60}"), required("unitCode"), required("year", r"20\d\d"),
        required("activityCode", r"\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{4}"), required("account", ACCOUNT),
        required("name"), required("fundSource", r".{1,40}"),
        required("version", r"murni|pergeseran|perubahan"), required("ceiling", AMOUNT),
    ),
    "packages": (
        required("rupCode", r"\d{8}"), required("name"), required("unitCode"), required("year", r"20\d\d"),
        required("budgetLineCodes"), required("method", r"direct|small_tender|exempted"),
        required("ceiling", AMOUNT), required("announcedOn", DAY),
        optional("catalogueResult", r"not_found|found|not_checked"),
        optional("catalogueEvidence", r".{1,2000}"), optional("ownEstimate", AMOUNT),
    ),
    "standard-prices": (
        required("code", r"SSH\.\d{2}\.\d{3}"), required("name"), required("category"),
        required("unitOfMeasure", r".{1,40}"), required("price", AMOUNT), required("validFrom", DAY),
    ),
    "vendors": (
        required("nib", r"\d{13}"),
        required("legalForm", r"individual|one_person_company|cooperative|cv|pt|firma"),
        required("businessName"), required("ownerName"), required("ownerNik", r"\d{16}"),
        optional("npwp", r"\d{16}"), required("size", r"micro|small|medium"), required("capital", AMOUNT),
        required("yearlySales", AMOUNT), required("kbli", r"\d{5}(@2025)?(\|\d{5}(@2025)?)*"),
        required("vatRegistered", BOOLEAN), optional("finalTaxLetter.number"),
        optional("finalTaxLetter.validUntil", DAY), optional("exemptBandStatement.date", DAY),
        optional("exemptBandStatement.turnoverBefore", AMOUNT),
        required("email", r"[a-z]+@[a-z0-9\-]+\.example"), required("phone", r"\+628\d{8,11}"),
        required("address.street"), required("address.regionCode", r"\d{2}\.\d{2}\.\d{2}"),
        required("bank.code", r"\d{3}"), required("bank.accountNumber", r"\d{6,20}"),
        required("bank.accountName"),
    ),
    "products": (
        required("vendorNib", r"\d{13}"), required("sku", r"[A-Z0-9\-]{1,40}"), required("name"),
        required("description", r".{1,5000}"), required("category"),
        required("unitOfMeasure", r".{1,40}"), required("price", r"[1-9]\d{0,7}"),
        required("priceIncludesVat", BOOLEAN), required("taxClass", r"goods|service|catering|exempt"),
        optional("localContentPercent", r"\d{1,2}|100"), optional("stock", r"\d{1,7}"),
        optional("minimumQuantity", AMOUNT), optional("leadTimeDays", r"\d{1,3}"),
    ),
}

Row = dict[str, str]


def cell(value: object) -> str:
    """A value as the import reads it: empty for null, digits, true or false, `|` between members."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "|".join(value)
    return str(value)


def encode(kind: str, rows: list[dict[str, object]]) -> bytes:
    names = [column.name for column in COLUMNS[kind]]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        assert set(row) <= set(names), set(row) - set(names)
        writer.writerow([cell(row.get(name)) for name in names])
    return text.getvalue().encode("utf-8")


def path(slug: str, kind: str) -> Path:
    return TENANTS / slug / f"{kind}.csv"


def read(slug: str, kind: str) -> list[Row]:
    with open(path(slug, kind), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
