import Testing
import Web

@Suite struct ListenAddressTests {
  @Test func `reads addresses with and without scheme`() throws {
    #expect(
      try ListenAddress.parse("127.0.0.1:8443, http://[::1]:8080\thttps://0.0.0.0:0") == [
        ListenAddress(host: "127.0.0.1", port: 8443),
        ListenAddress(host: "::1", port: 8080, isTLS: false),
        ListenAddress(host: "0.0.0.0", port: 0),
      ])
    #expect(try ListenAddress.parse("127.0.0.1:80", isTLS: false)[0].isTLS == false)
  }

  @Test func `localhost is both loopback addresses, and does without the second`() throws {
    let both = try ListenAddress.parse("http://localhost:8080")
    #expect(both.map(\.description) == ["http://127.0.0.1:8080", "http://[::1]:8080"])
    #expect(both.map(\.isOptional) == [false, true])
  }

  @Test(arguments: [
    "", " , ", "8443", "127.0.0.1", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:-1", "::1:8443",
    "[127.0.0.1]:1",
    "ftp://127.0.0.1:1", "example.go.id:443", "*:443",
  ])
  func `refuses anything else with a sentence`(text: String) {
    let error = #expect(throws: ListenAddressError.self) { try ListenAddress.parse(text) }
    #expect(error?.description.contains("is no address to listen on") == true)
  }
}
