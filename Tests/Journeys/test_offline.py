"""On a phone whose network comes and goes: what was read stays readable, what was not sent says so, photos wait."""

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(chromium):
    window = chromium.window()
    yield window
    window.close()


def signed_in(phone, scene, role):
    """A page of somebody who has signed in, once the worker looks after it."""
    host, who, page = scene.host, scene.logins()[role], phone.new_page()
    page.goto(host.url + "/sign-in")
    page.fill("#email", who["email"])
    page.fill("#password", who["password"])
    page.click("main button")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    until(page, "navigator.serviceWorker.controller")
    return page


def until(page, condition):
    """Waits within the page; the policy lets nobody evaluate texts there, so this is no `wait_for_function`."""
    done = page.evaluate(
        f"""async () => {{
          for (let tries = 0; tries < 500; tries++) {{
            if ({condition}) return true;
            await new Promise(later => setTimeout(later, 20));
          }}
          return false;
        }}"""
    )
    assert done, f"never: {condition}"


KEPT = "(await (await caches.open('pages')).keys()).length"


def kept(page):
    """The paths of the pages that the browser keeps."""
    return page.evaluate(
        "async () => (await (await caches.open('pages')).keys()).map(kept => new URL(kept.url).pathname)"
    )


def test_a_list_stays_readable_and_says_that_it_is_old(phone, scene):
    page = signed_in(phone, scene, "commitment_officer")
    page.goto(scene.host.url + "/orders")
    rows = page.locator(".table tbody tr").count()
    assert rows > 0 and page.locator("#old-copy").is_hidden()
    until(page, KEPT)
    phone.set_offline(True)
    page.goto(scene.host.url + "/orders")
    assert page.locator(".table tbody tr").count() == rows
    notice = page.locator("#old-copy")
    assert notice.is_visible() and "Salinan lama" in notice.inner_text() and "pukul" in notice.inner_text()
    page.goto(scene.host.url + "/notifications?cursor=tidak-pernah")
    assert page.locator("h1").inner_text() == "Tidak ada jaringan"
    phone.set_offline(False)
    page.goto(scene.host.url + "/orders")
    assert page.locator("#old-copy").is_hidden()


def test_a_form_that_did_not_go_out_says_so_and_keeps_what_was_typed(phone, scene):
    page = signed_in(phone, scene, "commitment_officer")
    page.goto(scene.host.url + "/needs/new")
    page.fill("[id='new.title']", "Tinta cetak")
    page.select_option("[id='new.packageLine']", index=1)
    phone.set_offline(True)
    page.click("main form button")
    page.wait_for_selector("#unsent:visible")
    assert "Belum terkirim" in page.locator("#unsent").inner_text()
    assert page.input_value("[id='new.title']") == "Tinta cetak"
    phone.set_offline(False)
    page.click("main form button")
    page.wait_for_url(lambda url: "/needs/new" not in url)
    assert page.locator("h1").inner_text() == "Tinta cetak"


def test_nothing_stays_after_signing_out(phone, scene):
    page = signed_in(phone, scene, "commitment_officer")
    page.goto(scene.host.url + scene.orders[0].path)
    until(page, KEPT)
    assert scene.orders[0].path in kept(page)
    page.click(".masthead form button")
    page.wait_for_url("**/sign-in?done=out")
    until(page, "!(await caches.has('pages'))")
    until(page, "navigator.serviceWorker.controller")
    phone.set_offline(True)
    page.goto(scene.host.url + "/orders")
    assert page.locator("h1").inner_text() == "Tidak ada jaringan"
    assert scene.orders[0].path not in page.content()


def test_a_phone_can_keep_it_among_its_programs(phone, scene):
    page = phone.new_page()
    page.goto(scene.host.url + "/")
    link = page.locator("link[rel=manifest]").get_attribute("href")
    manifest = page.evaluate("async path => await (await fetch(path)).json()", link)
    assert manifest["name"] == page.locator(".identity-name").inner_text() and manifest["display"] == "standalone"
    for icon in manifest["icons"]:
        drawn = page.evaluate(
            "async path => { const image = new Image(); image.src = path; await image.decode(); return image.width; }",
            icon["src"],
        )
        assert drawn > 0
