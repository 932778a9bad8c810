"""Taxes and limits of an order reckoned a second time, from the written rules alone and with exact fractions.

It shares no line with the rules it checks: where the two disagree, one of them has misread the law.
"""
