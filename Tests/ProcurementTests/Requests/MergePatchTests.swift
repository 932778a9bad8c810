import StrictJSON
import Testing

@testable import Procurement

@Suite struct MergePatchTests {
  @Test func `members left out stay and null is kept`() {
    let old: JSONValue = ["a": 1, "b": ["x": 1, "y": 2], "c": nil]
    #expect(old.merging(["b": ["y": 3]]) == ["a": 1, "b": ["x": 1, "y": 3], "c": nil])
    #expect(old.merging(["a": nil, "c": ["z": 1]]) == ["a": nil, "b": ["x": 1, "y": 2], "c": ["z": 1]])
    #expect(old.merging([:]) == old)
    #expect(old.merging(["b": nil]) == ["a": 1, "b": nil, "c": nil])
  }

  @Test func `changes are named in order`() {
    let old: JSONValue = ["a": 1, "b": ["x": 1], "c": nil]
    #expect(old.changes(to: ["a": 1, "b": ["x": 2], "c": 3]) == ["b", "c"])
  }
}
