import Foundation
import Testing

@testable import Web

/// Whoever is refused reads a sentence of its own, not that something cannot be carried out.
@Suite struct ProblemTextTests {
  @Test func `every code of a conflict has its text`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var codes: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(of: /conflict\(code: "([a-z_]+)"/) {
        codes.insert(String(match.1))
      }
    }
    #expect(codes.count > 20)
    let general = ProblemText.of("no_such_code").detail
    #expect(codes.filter { ProblemText.of($0).detail == general }.sorted() == [])
  }
}
