"""The pages: public catalogue, sign-in, orders, administration; all of them without JavaScript."""

import re
from urllib.parse import urlencode, urljoin, urlsplit

import pytest

from journey.page import opened, sign_in, walk


@pytest.mark.parametrize("language", ["id", "en"])
def test_front_page(province, language):
    page = opened(province.host, "/", language=language)
    assert province.facts["name"] in page.text


def test_both_languages_differ(province):
    assert opened(province.host, "/", language="id").text != opened(province.host, "/", language="en").text


def product_page(province, product):
    """The address of a product's page, as the catalogue links to it."""
    path, seen = "/", set()
    for _ in range(6):
        page = opened(province.host, path)
        link = next((link for link in page.links if product["id"] in link), None)
        if link:
            return urlsplit(urljoin(province.host.url + path, link)).path
        seen.add(path)
        further = [link for link in page.links if re.search(r"product|catalog|katalog|produk", link)]
        path = next(
            (urlsplit(urljoin(province.host.url + path, link)).path for link in further if link not in seen),
            None,
        )
        assert path, "no catalogue is linked from the front page"
    raise AssertionError("the newest product is not linked from the catalogue")


def test_catalogue_and_product(province, shop):
    item = shop.product(name='Barang <b>tebal</b> & "kutip"', price=123_456)
    page = opened(province.host, product_page(province, item))
    assert item["name"] in page.text and "123.456" in page.text


def test_every_public_link_answers(province):
    assert len(walk(province.host, "/")) >= 5


def test_unknown_page_is_a_page(province):
    opened(province.host, "/tidak-ada", status=404)


def test_no_script_is_needed(province):
    """Scripts may be there for comfort; each comes from this host, and `/` works with none of them."""
    for asset in opened(province.host, "/").assets:
        target = urlsplit(urljoin(province.host.url, asset))
        assert target.netloc == province.host.authority
        assert (
            province.host.send("GET", target.path).expect(200).headers["x-content-type-options"] == "nosniff"
        )


def test_signed_in_buyer_finds_the_order(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 3)], note="Rapat koordinasi").to("issued")
    cookie, home = sign_in(province.host, province.named("procurement_officer"))
    path, page = home, opened(province.host, home, cookie)
    if not any(deal.id in link for link in page.links):
        path = next(
            urlsplit(urljoin(province.host.url, link)).path
            for link in page.links
            if re.search(r"order|pesanan", link)
        )
        page = opened(province.host, path, cookie)
    link = next(link for link in page.links if deal.id in link)
    order = opened(province.host, urlsplit(urljoin(province.host.url + path, link)).path, cookie)
    assert (
        deal.order["number"] in order.text
        and "3.330.000" in order.text
        and shop.vendor["businessName"] in order.text
    )


def test_every_link_of_a_signed_in_official_answers(province):
    cookie, home = sign_in(province.host, province.named("commitment_officer"))
    assert len(walk(province.host, home, cookie)) >= 3


def test_private_pages_lead_to_sign_in(province, purse, shop):
    deal = purse.order(shop, [(shop.item["id"], 1)])
    for path in (f"/orders/{deal.id}", "/orders"):
        answer = province.host.send("GET", path, headers={"Accept": "text/html"})
        assert answer.status in (302, 303, 401, 404)
        assert deal.id not in answer.text or answer.status in (302, 303)


def test_forms_of_other_sites_are_refused(province):
    cookie, home = sign_in(province.host, province.named("treasurer"))
    page = opened(province.host, home, cookie)
    form = next(form for form in page.forms if form["method"] == "post")
    path = urlsplit(urljoin(province.host.url + home, form["action"] or home)).path
    for origin, site in (("https://evil.example", "cross-site"), ("https://other.localhost", "same-site")):
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookie,
            "Origin": origin,
            "Sec-Fetch-Site": site,
        }
        province.host.send("POST", path, urlencode(form["fields"]).encode(), headers).expect(403)
    bare = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": cookie,
        "Origin": province.host.url,
        "Sec-Fetch-Site": "same-origin",
    }
    province.host.send("POST", path, b"", bare).expect(403)
    opened(province.host, home, cookie)


def test_admin_pages(service):
    host = service.admin_host
    opened(host, "/")
    cookie, home = sign_in(host, service.demo["admin"])
    assert len(walk(host, home, cookie)) >= 2
