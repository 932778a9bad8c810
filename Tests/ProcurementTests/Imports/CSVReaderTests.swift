import Testing

@testable import Procurement

@Suite struct CSVReaderTests {
  private func read(_ text: String) throws -> [[String]] { try read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = CSVReader(bytes)
    var records: [[String]] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a,b\n\"1,5\",\"x \"\"y\"\"\"\n", [["a", "b"], ["1,5", "x \"y\""]]),
    ("a,b\n\"one\r\ntwo\",\n", [["a", "b"], ["one\ntwo", ""]]),
    ("a,b\n1,", [["a", "b"], ["1", ""]]),
    ("a,b\n 1 ,\t2\n", [["a", "b"], [" 1 ", "\t2"]]),
    ("a\n\nx\n", [["a"], [""], ["x"]]),
    ("", []),
  ])
  func `tables are read to the letter`(text: String, records: [[String]]) throws {
    #expect(try read(text) == records)
  }

  @Test(arguments: [
    ("a\n\"open\n", CSVReader.Fault(reason: .openQuotation, record: 1)),
    ("a\n\"x\"y\n", CSVReader.Fault(reason: .textBesideQuotation, record: 1)),
    ("a\nx\"y\"\n", CSVReader.Fault(reason: .textBesideQuotation, record: 1)),
    ("a\nx\ry\n", CSVReader.Fault(reason: .carriageReturn, record: 1)),
    ("a\nx\r", CSVReader.Fault(reason: .carriageReturn, record: 1)),
  ])
  func `damaged tables are refused`(text: String, fault: CSVReader.Fault) {
    #expect(throws: fault) { try read(text) }
  }

  @Test func `a byte-order mark is skipped`() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("a;b\n".utf8)) == [["a", "b"]])
  }

  @Test func `other encodings are refused`() {
    #expect(throws: CSVReader.Fault(reason: .notUTF8, record: 1)) { try read([0x61, 0x0A, 0xFF, 0x0A]) }
  }
}
