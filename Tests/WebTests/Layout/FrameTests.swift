import EOrderRules
import HTML
import Testing

@testable import Web

@Suite struct FrameTests {
  private func html(_ component: some Component) -> String {
    String(decoding: component.rendered(), as: UTF8.self)
  }

  @Test func aPageSaysItsLanguageAndWhereItsContentIs() {
    let page = html(samplePage("Contoh", language: .english))
    #expect(page.hasPrefix(#"<!doctype html><html lang="en"><head><meta charset="utf-8">"#))
    #expect(page.contains(##"<a href="#main" class="skip">Skip to content</a>"##))
    #expect(page.contains(#"<main id="main""#))
    #expect(page.contains("<title>Contoh – Provinsi Contoh</title>"))
    #expect(page.contains(#"<a href="/language/id?to=%2Forders%3Fstate%3DContoh" lang="id""#))
  }

  @Test func theMenuFollowsTheRoles() {
    #expect(MenuItem.items(for: []) == [.catalogue, .transparency])
    #expect(MenuItem.items(for: [.vendorStaff]).contains(.storefront))
    #expect(!MenuItem.items(for: [.vendorStaff]).contains(.budget))
    #expect(MenuItem.items(for: [.auditor]).contains(.flags))
    #expect(MenuItem.orders.contains(path: "/orders/1?x=1"))
    #expect(!MenuItem.orders.contains(path: "/orders-archive"))
    #expect(html(samplePage("x")).contains(#"<a href="/orders" aria-current="page">Pesanan</a>"#))
  }

  @Test func everyControlHasALabelAndItsErrorIsTiedToIt() {
    let page = html(samplePage("Contoh"))
    #expect(
      page.contains(#"<label for="businessName">Contoh</label><p class="hint" id="businessName-hint">"#))
    #expect(page.contains(#"aria-describedby="businessName-hint businessName-error" aria-invalid="true""#))
    #expect(page.contains(##"<li><a href="#businessName">Contoh: Contoh</a></li>"##))
    #expect(page.contains(#"<label for="note">Contoh<span class="optional"> (opsional)</span></label>"#))
    for id in page.matches(of: #/<(?:input|select|textarea)[^>]* id="([^"]+)"/#).map(\.1) {
      #expect(page.contains("<label for=\"\(id)\""), "\(id)")
    }
  }

  @Test func identifiersAreUsedOnce() {
    let ids = html(samplePage("Contoh")).matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func passwordsAreNotSentBack() {
    var form = FormState(language: .english)
    form.values = ["password": "rahasia"]
    let field = html(TextField(field: .init(name: "password", label: "x"), form: form, type: .password))
    #expect(!field.contains("rahasia"))
  }

  @Test func pointersBecomeFieldNames() {
    #expect(FormState.field(pointer: "/address/street") == "address.street")
    #expect(FormState.field(pointer: "/lines/0/quantity") == "lines.0.quantity")
    #expect(FormState.field(pointer: "") == "")
  }

  /// No style and no handler stands in a page: the policy forbids both.
  @Test func nothingInline() {
    let page = html(samplePage("Contoh"))
    #expect(page.firstMatch(of: #/ (style|on[a-z]+)="/#) == nil)
    #expect(page.firstMatch(of: #/<(style|script)>/#) == nil)
  }
}
