#!/usr/bin/env python3
"""Writes the demonstration files Tenants/<slug>/*.csv, the same bytes every time.

    Tests/Data/generate.py            writes all files
    Tests/Data/generate.py --check    writes nothing; says what is wrong with the committed files

Names and goods are in lists/; all else is drawn from generators seeded by province and subject, so that the
change of one row leaves most others as they were.
"""

import argparse
import sys

sys.dont_write_bytecode = True  # the folder holds sources and lists only

import budget
import check
import goods
import officials
import products
import provinces
import tables
import vendors


def files(province: provinces.Province) -> dict[str, bytes]:
    """The content of each file of a province by its kind."""
    lines, packages = budget.budget(province)
    firms = vendors.vendors(province)
    content = {
        "units": officials.units(province), "officials": officials.officials(province),
        "budget-lines": lines, "packages": packages, "standard-prices": goods.standard_prices(province),
        "vendors": firms, "products": products.products(province, firms),
    }
    return {kind: tables.encode(kind, rows) for kind, rows in content.items()}


def write() -> None:
    for province in provinces.ALL:
        for kind, content in files(province).items():
            path = tables.path(province.slug, kind)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--check", action="store_true", help="check the committed files, write none")
    if not parser.parse_args().check:
        write()
        return 0
    findings = []
    for province in provinces.ALL:
        findings += check.findings(province, files(province))
    for finding in findings:
        print(finding, file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
