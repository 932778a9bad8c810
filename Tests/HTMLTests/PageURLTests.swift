import Testing

@testable import HTML

@Suite struct PageURLTests {
  @Test(arguments: [
    "/", "/orders?state=paid", "/a//b", "?page=2", "#main", "https://oss.go.id/x?y=1#z", "HTTP://example.id",
    "https://example.id:8443/",
  ])
  func takes(_ text: String) { #expect(PageURL(checking: text)?.text == text) }

  @Test(arguments: [
    "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "\u{1}javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x",
    "file:///etc/passwd",
    "blob:x", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "orders",
    "./orders",
    "https:evil.example", "https:///evil.example", "https://", "https://user@evil.example",
    "https://example.id/a b",
    "https://example.id/\u{202e}", "ftp://example.id", "mailto:x@y.id", "/a\nb",
  ])
  func refuses(_ text: String) { #expect(PageURL(checking: text) == nil) }

  @Test func encodesWhatItIsMadeOf() {
    let url = PageURL(
      path: ["products", "a/b c?"], query: [("q", "nasi & lauk=1"), ("é", "")], fragment: "x#y")
    #expect(url.text == "/products/a%2Fb%20c%3F?q=nasi%20%26%20lauk%3D1&%C3%A9=#x%23y")
    #expect(PageURL(path: []).text == "/")
    #expect(PageURL(path: ["", "evil.example"]).text == "/evil.example")
  }

  @Test func lettersAndCalls() {
    #expect(PageURL.mail(to: "a@b.id?cc=x").text == "mailto:a@b.id%3Fcc%3Dx")
    #expect(PageURL.telephone("+62 812").text == "tel:+62%20812")
  }
}
