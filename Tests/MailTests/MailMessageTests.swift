import Foundation
import Testing

@testable import Mail

@Suite struct MailMessageTests {
  private func message(
    name: String? = nil, subject: String = "Pesanan", text: String = "Halo", html: String = "<p>Halo</p>"
  ) throws -> MailMessage {
    MailMessage(
      from: try #require(Mailbox(name: "e-Order Uji", address: "e-order@uji.example")),
      to: try #require(Mailbox(name: name, address: "siti@toko.example")), subject: subject, text: text,
      html: html,
      id: try #require(UUID(uuidString: "0190A5C2-7A3E-7C50-9F1E-5B0C2D3E4F50")), domain: "uji.example",
      date: Date(timeIntervalSince1970: 1_803_000_000), language: "id")
  }

  private func head(_ message: MailMessage) -> [String] {
    let head = message.rendered.components(separatedBy: "\r\n\r\n")[0]
    return head.replacing("\r\n ", with: "").components(separatedBy: "\r\n")
  }

  @Test(arguments: [
    "Siti\r\nBcc: semua@jahat.example", "Siti\nBcc: semua@jahat.example", "Siti\u{2028}Bcc: x",
    "Siti\u{0}\u{85}Bcc: x",
    "Siti\r\n\r\nIsi palsu",
  ])
  func aNameOrSubjectCannotBeginAnotherField(_ text: String) throws {
    let lines = head(try message(name: text, subject: text))
    let names = lines.map { $0.prefix { $0 != ":" }.lowercased() }
    #expect(names.count == 9 && Set(names).count == 9 && !names.contains("bcc"))
    let scalars = lines.joined().unicodeScalars
    #expect(scalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F })
  }

  @Test func theMessageIDIsThatOfTheMessageAlone() throws {
    let lines = head(try message())
    #expect(lines.contains("Message-ID: <0190a5c2-7a3e-7c50-9f1e-5b0c2d3e4f50@uji.example>"))
    #expect(try message().rendered == message().rendered)
    #expect(lines.contains("Date: Fri, 19 Feb 2027 01:20:00 +0000"))
  }

  @Test func everyLineIsShortAndInASCII() throws {
    let long = String(repeating: "Kantor Wilayah é 日本 😀 = ", count: 40)
    let rendered = try message(name: long, subject: long, text: long + "\n.\n " + long, html: long).rendered
    for line in rendered.components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 78 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
    }
    #expect(!rendered.replacing("\r\n", with: "").contains("\n"))
  }

  @Test(arguments: [
    "a@b@c.example", "a b@c.example", "<a@c.example>", "a@c.example\r\nRCPT TO:<x@y>", "@c.example", "a@", "",
    "a@c.example,b@c.example", "sitié@toko.example",
  ])
  func whatIsNoSingleAddressIsRefused(_ text: String) { #expect(Mailbox(address: text) == nil) }

  @Test func quotedPrintableKeepsWhatWasWritten() {
    #expect(QuotedPrintable.encode("a=b é \nc\t") == "a=3Db =C3=A9=20\r\nc=09")
    let lines = QuotedPrintable.encode(String(repeating: "x", count: 200)).components(separatedBy: "\r\n")
    #expect(lines.map(\.utf8.count) == [76, 76, 50])
  }

  @Test(arguments: [
    ("localhost", true), ("127.0.0.1", true), ("127.9.8.7", true), ("[::1]", true),
    ("localhost.example", false),
    ("127.0.0.1.example", false), ("10.0.0.1", false), ("", false),
  ])
  func onlyThisMachineNeedsNoTLS(_ host: String, _ expected: Bool) {
    #expect(MailServer.isLoopback(host) == expected)
  }
}

@Suite struct DeliveryTests {
  private func message() throws -> MailMessage {
    let address = try #require(Mailbox(name: "Siti", address: "siti@toko.example"))
    return MailMessage(
      from: address, to: address, subject: "s", text: "t", html: "h", id: UUID(), domain: "x.example",
      date: .now,
      language: "id")
  }

  @Test func aServerThatIsNotThereIsUnreachable() async throws {
    let delivery = await MailServer(url: "smtp://127.0.0.1:1").deliver(try message())
    guard case .unreachable = delivery else { return #expect(Bool(false), "\(delivery)") }
  }

  @Test func theFolderHoldsAMessageOnceForItsOwnerOnly() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let message = try message()
    #expect(MailFolder(folder).deliver(message) == .accepted)
    #expect(MailFolder(folder).deliver(message) == .accepted)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count == 1 && files[0].hasSuffix(".eml"))
    let file = folder.appending(path: files[0])
    #expect(try String(contentsOf: file, encoding: .utf8) == message.rendered)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
  }
}
