import Foundation
import Testing

@testable import Postgres

@Suite(.onServer) struct IdentifierTests {
  @Test func comesBackAndReadsAsText() async throws {
    let connection = try await TestServer.connect()
    let id = try #require(UUID(uuidString: "01234567-89AB-CDEF-0123-456789ABCDEF"))
    let row = try await connection.run("SELECT \(id), \(id)::text, \(id.lowercased)::text::uuid")
      .first(as: (UUID, String, UUID).self)
    #expect(try #require(row) == (id, "01234567-89ab-cdef-0123-456789abcdef", id))
  }

  @Test func version7CarriesItsMillisecond() throws {
    let id = UUID.version7(at: Date(microseconds: 1_700_000_000_123_999))
    let bytes = withUnsafeBytes(of: id.uuid) { Array($0) }
    let milliseconds = bytes[..<6].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    #expect(milliseconds == 1_700_000_000_123)
    #expect(bytes[6] >> 4 == 7)
    #expect(bytes[8] >> 6 == 0b10)
  }

  @Test func version7SortsByTimeAndNeverRepeats() {
    let ids = (0..<10_000).map { UUID.version7(at: Date(microseconds: Int64($0) * 1000)) }
    #expect(ids.map(\.uuidString) == ids.map(\.uuidString).sorted())
    let same = (0..<10_000).map { _ in UUID.version7(at: Date(microseconds: 1_700_000_000_000_000)) }
    #expect(Set(same).count == same.count)
  }

  @Test func beforeTheEpochThereIsNoNegativeTime() {
    let bytes = withUnsafeBytes(of: UUID.version7(at: .distantPast).uuid) { Array($0) }
    #expect(bytes[..<6].allSatisfy { $0 == 0 })
  }
}
