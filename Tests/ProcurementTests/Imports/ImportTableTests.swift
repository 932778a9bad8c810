import StrictJSON
import Testing

@testable import Procurement

@Suite struct ImportTableTests {
  private static let columns: [ImportColumn] = [
    .required("code", .text(max: 10), "a"), .required("amount", .integer(min: 0), "1"),
    .optional("day", .date),
    .list("roles", of: .oneOf(["x", "y"]), "x|y"),
  ]

  private func table(_ text: String) throws -> ImportTable {
    try ImportTable(Array(text.utf8), columns: Self.columns)
  }

  private func errors(_ text: String) throws -> [String: String] {
    do {
      try table(text).errors(key: ["code"]).check()
      return [:]
    } catch Refusal.invalid(let errors) {
      return errors.byPointer
    }
  }

  @Test func `columns stand in any order and optional ones may be missing`() throws {
    let table = try table("amount,roles,code\n5,y|x|y,  A \n")
    #expect(table["code"] == ["A"] && table["amount"] == ["5"] && table["day"] == [""])
    #expect(table["roles"] == ["x|y"])
  }

  @Test func `a blank line is no row but counts`() throws {
    let table = try table("code,amount,roles\nA,1,x\n\nB,2,y\n")
    #expect(table.numbers == [1, 3])
  }

  @Test(arguments: [
    ("code,amount", ["/header/roles": "required"]),
    ("code,amount,roles,extra", ["/header/3": "unknown"]),
    ("code,amount,roles,code", ["/header/3": "already_registered"]),
    ("", ["/header/code": "required", "/header/amount": "required", "/header/roles": "required"]),
  ])
  func `a wrong header is refused`(header: String, expected: [String: String]) throws {
    #expect(try errors(header) == expected)
  }

  @Test(arguments: ["1.000", "1,5", "-1", "Rp5", "9223372036854775808", "1e3", "01"])
  func `money is digits`(amount: String) throws {
    #expect(Set(try errors("code,amount,roles\nA,\"\(amount)\",x\n").keys) == ["/rows/1/amount"])
  }

  @Test func `every bad cell is named`() throws {
    let errors = try errors("code,amount,day,roles\n,1,2027-02-30,z\nA,,,\nA,1,,x,\nA,1,,x\n")
    #expect(
      errors == [
        "/rows/1/code": "required", "/rows/1/day": "bad_format", "/rows/1/roles": "not_one_of",
        "/rows/2/amount": "required", "/rows/2/roles": "required", "/rows/3": "bad_format",
        "/rows/4/code": "already_registered",
      ])
  }

  @Test func `every bad row is named`() throws {
    let text = "code,amount,roles\n" + (0..<3000).map { "\($0),x,x\n" }.joined()
    let found = try errors(text)
    #expect((1...3000).allSatisfy { found["/rows/\($0)/amount"] == "wrong_type" })
  }

  @Test func `of one row no more than twenty errors are told`() throws {
    var errors = ImportErrors()
    for column in 0..<100 { errors.add(7, "c\(column)", .required) }
    errors.add(8, "c", .required)
    do {
      try errors.check()
    } catch Refusal.invalid(let found) {
      #expect(found.count == 21 && found.last?.pointer == "/rows/8/c")
    }
  }

  @Test func `an address is kept in lower case and a code without the sign of lists`() throws {
    let columns: [ImportColumn] = [.email("email", "a@b.example"), .code("code", .text(max: 9), "A")]
    let table = try ImportTable(Array("email,code\nSari@Dinas.Example,A|B\n".utf8), columns: columns)
    #expect(table["email"] == ["sari@dinas.example"])
    #expect(throws: Refusal.self) { try table.errors.check() }
  }

  @Test func `only lists are split`() throws {
    let table = try table("code,amount,roles\nA|B,1,x|y\n")
    #expect(table.values("code") == [["A|B"]] && table.values("roles") == [["x", "y"]])
    #expect(table.values("day") == [[]])
  }
}

@Suite struct UnitTreeTests {
  @Test func `a path leads from the root`() {
    let tree = UnitTree([("root", ""), ("a", "root"), ("b", "a")])
    #expect(tree.path(to: "b") == ["root", "a", "b"])
    #expect(tree.path(to: "root") == ["root"])
  }

  @Test func `a circle and a missing parent have no path`() {
    let tree = UnitTree([("a", "b"), ("b", "a"), ("c", "c"), ("d", "nowhere")])
    for code in ["a", "b", "c", "d"] { #expect(tree.path(to: code) == nil) }
  }
}

@Suite struct ImportTemplateTests {
  @Test(arguments: ImportKind.allCases)
  func `the example row is right`(kind: ImportKind) throws {
    let example = kind.target.columns.map { "\"\($0.example)\"" }.joined(separator: ",")
    let text = kind.target.columns.map(\.name).joined(separator: ",") + "\n" + example + "\n"
    let table = try ImportTable(Array(text.utf8), columns: kind.target.columns)
    #expect(table.errors.isEmpty && table.count == 1)
  }
}
