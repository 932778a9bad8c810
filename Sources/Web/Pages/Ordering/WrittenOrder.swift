import Foundation
import HTML

/// What somebody has written of an order, told by an address: looking for products and checking change nothing, so the
/// page that they lead to can be loaded again, and is there on the way back.
enum WrittenOrder {
  /// Bytes of the address at most; a longer form is answered where it was sent.
  private static let longest = 1800

  /// The address of a form's page with what was written; nil where it would be too long.
  static func url(_ path: [String], _ query: [(String, String)] = [], _ form: SentForm) -> PageURL? {
    let fields = form.texts.filter { isKept($0.key) && !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let url = PageURL(path: path, query: query + fields.map { ($0.key, $0.value) })
    return url.text.utf8.count <= longest ? url : nil
  }

  /// The form that the address of a page tells; nil where it tells none.
  static func form(_ page: PageCall) -> SentForm? {
    guard page.asked(NewOrder.wishField) != nil else { return nil }
    let pairs = QueryReader.pairs(page.query).filter { isKept($0.0) }.map { ($0.0, $0.1 ?? "") }
    return SentForm(texts: Dictionary(pairs) { first, _ in first })
  }

  private static func isKept(_ name: String) -> Bool {
    name == NewOrder.wishField || name == StepFormPiece.versionField
      || name.hasPrefix(OrderingForm.action + ".")
  }
}
