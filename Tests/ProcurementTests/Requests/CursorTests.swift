import Foundation
import Testing

@testable import Procurement

@Suite struct CursorTests {
  private let id = UUID()

  @Test func `a cursor is read where it was made`() {
    let cursor = Cursor(list: "products/name", value: "Kertas | A4 é", id: id)
    #expect(Cursor(cursor.text(), list: "products/name") == cursor)
    #expect(Cursor(cursor.text(), list: "products/price") == nil)
  }

  @Test(arguments: ["", "x", "AA==", "ü", "'; --"])
  func `what is no cursor is refused`(text: String) {
    #expect(Cursor(text, list: "products/name") == nil)
  }

  @Test func `a changed cursor is refused`() {
    let text = Cursor(list: "l", value: "5", id: id).text()
    #expect(Cursor(text + "A", list: "l") == nil)
    #expect(Cursor(String(text.dropLast()), list: "l") == nil)
  }

  @Test func `a cursor is of its province`() {
    let text = Cursor(list: "l", value: "5", id: id).text(in: "one")
    #expect(Cursor(text, list: "l", scope: "one") != nil)
    #expect(Cursor(text, list: "l", scope: "other") == nil)
  }

  @Test(arguments: ProductSort.allCases)
  func `a value of another order is no place in this one`(sort: ProductSort) {
    let forged = Cursor(list: sort.list, value: sort == .name ? "a\u{0}b" : "zehn", id: id)
    #expect(sort.after(forged) == nil)
  }
}
