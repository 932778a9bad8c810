"""Every kind of page in Chromium, on a phone and at a desk, in both themes: WCAG 2.2 AA by axe, and no scrolling aside."""

import pytest

from browser.stage import ROLES

pytestmark = pytest.mark.browser

BAD_PAGE = """<!doctype html><html lang=id><title>Buruk</title><main><h1>Buruk</h1>
<p style="color:#bbb;background:#fff">Pucat</p><input name=kosong><div style="width:900px">Lebar</div></main>"""


# Whoever finds the most pages first has them all looked at.
@pytest.mark.timeout(900)
@pytest.mark.parametrize("role", ROLES)
def test_no_page_keeps_anybody_out(chromium, survey, role):
    from browser.watch import faults_of

    faults = faults_of(chromium, survey, role)
    assert not faults, f"{len(faults)} faults:\n" + "\n".join(faults)


def test_a_page_that_keeps_people_out_is_noticed(chromium):
    from browser.chromium import PHONE, overflow, violations

    window = chromium.window(PHONE)
    page = window.new_page()
    page.set_content(BAD_PAGE)
    told = " ".join(violations(page))
    assert "color-contrast" in told and "label" in told and overflow(page)
    window.close()
