"""The budget owner assigns packages and sees where the money goes; proposed sanctions are decided on a page."""

from journey.desk import Clerk
from journey.purse import Purse


def test_a_package_is_assigned_from_the_desk(province):
    purse = Purse(province, assign=False)
    owner = Clerk(province.host, province.named("budget_owner"))
    path = f"/packages/{purse.package['id']}"
    assert "/packages" in owner.see("/desk").links
    assert "Belum ada PPK" in owner.see(path).text
    missing = owner.refused(path, "/assign")
    assert "#assign.commitmentOfficerId" in missing.links
    owner.does(path, "/assign", {"assign.commitmentOfficerId": province.officer.id})
    page = owner.see(path, language="en")
    assert "Recorded" not in page.text and province.named("commitment_officer")["email"] not in page.text
    assert province.buyer.get(path).expect(200).json["commitmentOfficerId"] == province.officer.id
    buyer = Clerk(province.host, province.named("procurement_officer"))
    assert f"/orders/new?package={purse.package['id']}" in buyer.see(path).links
    assert not buyer.see(path).forms[-1]["action"].endswith("/assign")


def test_budget_lines_show_where_the_money_goes(province, purse, shop):
    purse.order(shop, [(shop.item["id"], 2)], submit=True)
    owner = Clerk(province.host, province.named("budget_owner"))
    text = owner.see(f"/budget-lines/{purse.line_id}").text
    assert "2.220.000" in text and "42.780.000" in text
    for path in ("/budget-lines", "/packages"):
        owner.html(path)
        for language in ("id", "en"):
            owner.see(path, language=language)
