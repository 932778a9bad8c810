"""The decision table and the formulas of domain.md §3.2 and §3.3."""

from datetime import date
from fractions import Fraction
from math import floor

from . import law

DEFAULTS = {
    "tax.collector": "TREASURER",
    "tax.ppn_threshold_basis": "EX",
    "tax.umkm_crossing": "REVIEW",
    "tax.no_npwp_policy": "SURCHARGE",
    "tax.pbjt_in_wht_base": "true",
    "order.cap_gross": str(law.CAP),
}


def rounded(exact):
    """Whole rupiah, half up."""
    return floor(exact + Fraction(1, 2))


class Reckoning:
    """What one order costs, and which taxes of it go where."""

    def __init__(self, order, settings):
        self.day = date.fromisoformat(order["date"])
        self.card = order["paymentMode"] == "KKPD"
        self.vendor = order["vendor"]
        self.settings = {**DEFAULTS, **settings}
        self.platform = self.settings["tax.collector"] == "PLATFORM"
        # Row 8 is tested before all others: whoever pays, and however little.
        self.review = self.vendor["npwp"] is None and self.settings["tax.no_npwp_policy"] == "REVIEW"
        luxurious = any(line["luxury"] for line in order["lines"])
        self.review |= luxurious and self.day >= law.LUXURY_SINCE
        self.review |= self.vendor["foreign"]
        # Of a certificate of exemption the table speaks for platforms; with a treasurer a person decides.
        self.exempt = self.certified()
        self.review |= self.exempt and not self.platform and not self.card
        self.silent = False
        self.taxes = []
        self.lines = [self.priced(line) for line in order["lines"]]
        self.whole = [self.priced(line) for line in order["whole"] or order["lines"]]
        self.others = [(one, [self.priced(line) for line in one["lines"]]) for one in order["sameDay"]]
        self.initial, self.before = order.get("initialGross"), order.get("amendedFrom")
        self.turnover = self.vendor["turnoverYearToDate"]
        self.withheld = self.collected = 0
        # Classes in the order in which the lines name them: the band fills up in that order.
        for tax_class in dict.fromkeys(line["class"] for line in self.lines):
            group = [line for line in self.lines if line["class"] == tax_class]
            self.collected += self.vat(group)
            self.withheld += self.income_tax(tax_class, group)

    def priced(self, line):
        """Price, base and VAT of one line; an inclusive price leaves the VAT as what remains of it."""
        _, rate, share = law.in_force(law.VAT, self.day)
        if line["luxury"]:
            share = None
        effective = rate * (share or 1)
        whole = line["unitPrice"] * line["quantity"]
        priced = {"id": line["productId"], "class": line["taxClass"], "price": whole, "base": 0, "vat": 0}
        if not (self.vendor["vatRegistered"] and line["taxClass"] in ("goods", "service")):
            return priced
        if line["priceIncludesVat"]:
            priced["price"] = rounded(whole / (1 + effective))
            priced["vat"] = whole - priced["price"]
        else:
            priced["vat"] = rounded(whole * effective)
        priced["base"] = rounded(priced["price"] * (share or 1))
        return priced

    def vat(self, group):
        """What of the group's VAT somebody else than the vendor deposits."""
        vat = total(group, "vat")
        measure = self.measured(group, self.counted)
        if self.card or (not self.platform and measure <= law.THRESHOLD):
            collector = "vendor"
        else:
            collector = "platform" if self.platform else "treasurer"
        if vat:
            self.told("PPN", vat, collector, group)
        return vat if collector != "vendor" else 0

    def counted(self, lines):
        """What of lines is compared with the treasurer's threshold of VAT."""
        price = total(lines, "price")
        return price if self.settings["tax.ppn_threshold_basis"] == "EX" else price + total(lines, "vat")

    def of_whole(self, tax_class):
        return [line for line in self.whole if line["class"] == tax_class]

    def small(self, tax_class, amount):
        """The day's other payments of a class which alone would go free: (payment, its lines)."""
        alike = [(one, [line for line in lines if line["class"] == tax_class]) for one, lines in self.others]
        return [(one, lines) for one, lines in alike if lines and amount(lines) <= law.THRESHOLD]

    def measured(self, group, amount):
        """A broken-out payment is as large as its whole; small ones of a day are one (TAX_NO_SPLIT)."""
        tax_class = group[0]["class"]
        own = amount(self.of_whole(tax_class) or group)
        if own > law.THRESHOLD:
            return own
        return own + sum(amount(lines) for _, lines in self.small(tax_class, amount))

    def together(self, rate, group):
        """The tax of goods that go free alone: that on all small payments of the day less what others bore."""
        if priced_at(self.of_whole("goods") or group) > law.THRESHOLD or not self.small("goods", priced_at):
            return None
        base, taken = priced_at(group), 0
        for one, lines in self.small("goods", priced_at):
            base += priced_at(lines)
            names = {line["id"] for line in lines}
            taken += sum(
                tax["amount"] for tax in one["taxes"] if tax["code"] != "PPN" and names.intersection(tax["lines"])
            )
        return min(max(rounded(base * rate) - taken, 0), priced_at(group))

    def flagged(self):
        """TAX1: payments that count at a threshold, each too small and together not."""
        if self.card or self.platform or not self.others:
            return False
        sums = []
        for lines in [*(lines for _, lines in self.others), self.lines]:
            taxed = [line for line in lines if line["class"] == "goods"]
            services = [line for line in lines if line["class"] == "service"]
            sums.append(self.counted(taxed + (services if total(services, "vat") else [])))
        small = [each for each in sums if each <= law.THRESHOLD]
        return len(small) > 1 and sum(small) > law.THRESHOLD

    def income_tax(self, tax_class, group):
        """What is withheld of the group, by the first row of the table that fits."""
        price = total(group, "price")
        base = Fraction(price) if self.platform else self.without_regional_tax(tax_class, price)
        before, self.turnover = self.turnover, None if self.turnover is None else self.turnover + base
        if tax_class == "exempt" or self.card:
            return 0
        if self.platform:
            self.silent |= self.day < law.PLATFORM_SINCE
            return self.final("PPH22", law.PLATFORM_ON_ANYTHING, base, before, group)
        if tax_class == "goods" and self.measured(group, priced_at) <= law.THRESHOLD:
            return 0
        if self.has_letter():
            return self.final("PPH_FINAL", law.FINAL, base, before, group)
        if tax_class == "goods":
            return self.plain("PPH22", law.TREASURER_ON_GOODS, law.DOUBLED, base, group)
        if self.vendor["legalForm"] == "individual":
            return self.plain("PPH21", law.PERSON_ON_SERVICE, law.FIFTH_MORE, base, group)
        return self.plain("PPH23", law.FIRM_ON_SERVICE, law.DOUBLED, base, group)

    def without_regional_tax(self, tax_class, price):
        """What a treasurer reckons income tax from: of meals, without the regional tax where so set."""
        within = self.settings["tax.pbjt_in_wht_base"] == "true" or self.day < law.REGIONAL_TAX_SINCE
        return Fraction(price) if tax_class != "catering" or within else price / (1 + law.REGIONAL_TAX)

    def plain(self, code, rate, surcharge, base, group):
        """A tax that knows no band; a vendor without taxpayer number pays more of it."""
        if self.vendor["npwp"] is None:
            rate *= surcharge
        return self.told(code, self.shared(code, rounded(base * rate), rate, group), self.collector(), group)

    def shared(self, code, alone, rate, group):
        """What is due where the payment is one with others of the day: only goods have a threshold to fall under."""
        joined = self.together(rate, group) if group[0]["class"] == "goods" and alone else None
        return alone if joined is None else joined

    def final(self, code, rate, base, before, group):
        """Half a percent, nothing within the exempt band, and by the province's policy across its end."""
        if self.platform and self.exempt:
            return self.told(code, 0, self.collector(), group)
        if self.claims_band():
            policy = self.settings["tax.umkm_crossing"]
            if before is None:
                # Whoever does not know the turnover cannot split it either.
                self.review |= policy != "FULL"
            elif before < law.BAND:
                room = law.BAND - before
                if base <= room:
                    return self.told(code, 0, self.collector(), group)
                base -= room if policy == "SPLIT" else 0
                self.review |= policy == "REVIEW"
        alone = rounded(base * rate)
        due = alone if self.platform else self.shared(code, alone, rate, group)
        return self.told(code, due, self.collector(), group)

    def claims_band(self):
        person = self.vendor["legalForm"] == "individual" and self.has_letter()
        return person and self.vendor["exemptBandStatement"] and self.day >= law.BAND_SINCE

    def certified(self):
        paper = self.vendor["withholdingExemption"]
        return paper is not None and date.fromisoformat(paper["validUntil"]) >= self.day

    def has_letter(self):
        letter = self.vendor["finalTaxLetter"]
        forms = law.in_force(law.FINAL_TAX_FORMS, self.day)[1]
        good = letter is not None and date.fromisoformat(letter["validUntil"]) >= self.day
        return good and self.vendor["legalForm"] in forms

    def collector(self):
        return "platform" if self.platform else "treasurer"

    def told(self, code, amount, collector, group):
        if amount:
            self.taxes.append((code, amount, collector, tuple(line["id"] for line in group)))
        return amount

    def answer(self):
        """What the command must say of this order, as far as taxes and limits are concerned.

        None where the law has no rate yet on that day, so that nothing can be decided.
        """
        if self.silent:
            return None
        price, vat = total(self.lines, "price"), total(self.lines, "vat")
        gross = price + vat
        cap = int(self.settings["order.cap_gross"])
        form = None if gross > cap else "purchase_slip" if gross <= law.SLIP else "receipt_bill"
        return {
            "priceExVat": price,
            "vatBase": total(self.lines, "base"),
            "vat": vat,
            "vatCollected": self.collected,
            "gross": gross,
            "withheld": self.withheld,
            "netToVendor": gross - self.collected - self.withheld,
            "evidenceForm": form,
            "taxes": sorted(self.taxes),
            # An amendment that costs no more than before is not measured by what binds the value anew.
            "ORDER_CAP": gross > cap and self.rises(gross),
            "EVIDENCE_FORM": gross > law.CAP and self.rises(gross),
            "ADDENDUM_LIMIT": self.initial is not None
            and gross > self.initial + rounded(self.initial * law.AMENDED_BY),
            "TAX1": self.flagged(),
            "REVIEW_REQUIRED": self.review,
        }


    def rises(self, gross):
        return self.before is None or gross > self.before


def priced_at(lines):
    return total(lines, "price")


def total(lines, name):
    return sum(line[name] for line in lines)


def second_opinion(order, settings):
    """What the command must answer to this order under these settings."""
    return Reckoning(order, settings).answer()
