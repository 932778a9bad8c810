"""`eorder rules decide`: facts of an order in, the decision out."""

import copy
import json

from .service import TENANTS, run

FACTS = {
    "date": "2027-03-01",
    "paymentMode": "LS",
    "procedure": "offer",
    "vendor": {
        "state": "verified",
        "legalForm": "cv",
        "size": "small",
        "regionCode": "13.71",
        "npwp": "0012345678901000",
        "vatRegistered": True,
        "finalTaxLetter": None,
        "exemptBandStatement": False,
        "turnoverYearToDate": None,
    },
    "lines": [],
    "budget": {"available": 1_000_000_000},
    "recentOrders": [],
    "packageId": "k2",
    "unitId": "u1",
    "account": "5.1.02.01.01.0024",
    "vendorId": "v1",
    "itemNames": ["kertas F4"],
    "needDate": "2027-03-05",
    "deliverBy": "2027-03-10",
    "comparedPrices": [],
    "catalogueCheck": {"result": "not_found", "evidence": "Tidak ada di katalog."},
    "justification": None,
}


def line(price, tax_class="goods", quantity=1, inclusive=False, **more):
    return {
        "productId": "p1",
        "category": "stationery",
        "taxClass": tax_class,
        "unitPrice": price,
        "priceIncludesVat": inclusive,
        "quantity": quantity,
        "standardPrice": None,
        **more,
    }


def facts(*lines, vendor=None, **changes):
    """Facts of an order by a small company, with these lines and changes."""
    whole = copy.deepcopy({**FACTS, **changes})
    whole["lines"] = [{**each, "productId": f"p{number}"} for number, each in enumerate(lines, 1)]
    whole["vendor"].update(vendor or {})
    return whole


def recent(gross, **changes):
    """An earlier order of the same unit and account, of another package and vendor."""
    return {
        "id": "o1",
        "number": "00001/EO/1/III/2027",
        "date": "2027-02-20",
        "packageId": "k1",
        "unitId": "u1",
        "account": "5.1.02.01.01.0024",
        "category": "stationery",
        "vendorId": "v9",
        "gross": gross,
        "itemNames": ["meja rapat"],
        "needDate": "2027-06-25",
        **changes,
    }


def asked(content, *settings, tenant="sumbar"):
    """The finished command, whatever it answers."""
    content = content if isinstance(content, (bytes, str)) else json.dumps(content)
    sets = [part for setting in settings for part in ("--set", setting)]
    return run("rules", "decide", "--tenant", TENANTS / tenant / "tenant.yaml", *sets, stdin=content)


def decide(content, *settings, tenant="sumbar"):
    """The decision; a refused order is a decision too. Its invariants are checked."""
    result = asked(content, *settings, tenant=tenant)
    assert result.returncode == 0, result.stderr.decode()
    decision = json.loads(result.stdout)
    sums = decision["totals"]
    assert sums["netToVendor"] + sums["vatCollected"] + sums["withheld"] == sums["gross"], sums
    assert sums["gross"] == sums["priceExVat"] + sums["vat"], sums
    assert decision["allowed"] == all(one["severity"] != "block" for one in decision["violations"])
    for tax in decision["taxes"]:
        assert {"code", "rule", "legal", "base", "amount", "collectedBy", "lines"} <= set(tax) and tax[
            "legal"
        ]
        assert tax["collectedBy"] in ("treasurer", "platform", "vendor", "none")
    for violation in decision["violations"]:
        assert violation["severity"] in ("block", "hold", "warn", "info") and violation["legal"]
        assert violation["message"]["id"] and violation["message"]["en"] and "explanation" in violation
        assert violation["remedy"]["id"] and violation["remedy"]["en"]
    return decision


def severities(decision):
    """Violation code → severity."""
    return {violation["code"]: violation["severity"] for violation in decision["violations"]}


def taxes(decision):
    """Tax code → amount, added up."""
    sums = {}
    for tax in decision["taxes"]:
        if not tax["amount"]:
            continue
        sums[tax["code"]] = sums.get(tax["code"], 0) + tax["amount"]
    return sums
