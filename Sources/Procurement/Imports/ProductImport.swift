import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON

/// Products of vendors that are there; new ones are drafts, and a new price may send one back to curation.
struct ProductImport: ImportTarget {
  static let columns: [ImportColumn] = [
    .required("vendorNib", .text(.nib), "9120301234567"), .required("sku", .text(max: 100), "ATK-001"),
    .required("name", .name, "Pulpen gel 0.5 mm"),
    .required("description", .description, "Tinta hitam, isi 12."),
    .required("category", ProductContent.categoryCode, "stationery"),
    .required("unitOfMeasure", ProductContent.unitOfMeasure, "lusin"),
    .required("price", .integer(min: 1, max: 50_000_000), "72000"),
    .required("priceIncludesVat", .boolean, "false"), .optional("taxClass", .oneOf(TaxClass.self), "goods"),
    .optional("localContentPercent", .integer(min: 0, max: 100), "40"),
    .optional("stock", .integer(min: 0, max: 1_000_000_000), "120"),
    .optional("minimumQuantity", .integer(min: 1, max: 1_000_000), "1"),
    .optional("leadTimeDays", .integer(min: 0, max: 3650), "2"),
  ]

  /// A product is told by its vendor and its SKU.
  private struct Key: Hashable {
    let vendor: UUID
    let sku: String
  }

  private let table: ImportTable
  private let context: ImportContext
  private let contents: [ProductContent]
  private let errors: ImportErrors

  init(_ table: ImportTable, _ context: ImportContext) {
    self.table = table
    self.context = context
    var errors = table.errors(key: ["vendorNib", "sku"])
    contents = table.numbers.enumerated().map { row, number in
      let content = ProductContent(body: table.body(row, Self.columns))
      let (settled, refusals) = content.settled(under: context.rulebook)
      for error in refusals where !content.category.isEmpty {
        errors.add(number, String(error.pointer.dropFirst()), error.code, detail: error.detail)
      }
      return settled
    }
    self.errors = errors
  }

  var reads: [SQL] {
    let nibs = table.codes("vendorNib")
    return [
      Seller.select(where: "v.nib = ANY (\(nibs))"),
      """
      \(ProductRow.columns) JOIN vendor v ON v.id = p.vendor_id
      WHERE v.nib = ANY (\(nibs)) AND p.sku = ANY (\(table.codes("sku"))) ORDER BY p.id FOR UPDATE OF p
      """,
    ]
  }

  func plan(_ results: [Result]) throws -> ImportPlan {
    var plan = ImportPlan(errors: errors)
    let sellers = Dictionary(try results[0].rows(Seller.self).map { ($0.nib, $0) }) { first, _ in first }
    for (row, nib) in table["vendorNib"].enumerated() where !nib.isEmpty && sellers[nib] == nil {
      plan.errors.add(table.numbers[row], "vendorNib", .notFound)
    }
    guard plan.errors.isEmpty else { return plan }
    let known = try known(sellers, results[1])
    let new = contents.indices.filter { known[$0] == nil }
    let changes = contents.indices.compactMap { row -> ProductChange? in
      guard let product = known[row] else { return nil }
      var content = contents[row]
      // A file does not say which products are luxuries.
      content.isLuxury = product.content.isLuxury
      guard product.content != content else { return nil }
      return ProductChange(of: product, to: content, under: context.rulebook)
    }
    plan.counts = ImportCounts(
      imported: new.count, updated: changes.count, unchanged: contents.count - new.count - changes.count)
    if !new.isEmpty || !changes.isEmpty { plan.batches.append { [CategoryRows.insertion(context.rulebook)] } }
    plan.write(new) { rows in
      insertions(rows.map { contents[$0] }, of: rows.compactMap { sellers[table.text("vendorNib", $0)] })
    }
    plan.write(Array(changes.indices)) { rows in updates(rows.map { changes[$0] }) }
    return plan
  }

  /// The product of each row that is there already.
  private func known(_ sellers: [String: Seller], _ result: Result) throws -> [ProductRow?] {
    let rows = try result.rows(ProductRow.self)
    let stored = Dictionary(rows.map { (Key(vendor: $0.vendorID, sku: $0.content.sku ?? ""), $0) }) {
      first, _ in first
    }
    return zip(table["vendorNib"], table["sku"]).map { nib, sku in
      sellers[nib].flatMap { stored[Key(vendor: $0.id, sku: sku)] }
    }
  }

  private func insertions(_ contents: [ProductContent], of sellers: [Seller]) -> [SQL] {
    let ids = contents.map { _ in UUID.version7(at: context.now) }
    let facts = zip(ids, contents).map { id, content in
      ProductFact(
        ProductTransition.create.rawValue, of: id, from: nil, to: .draft, price: content.price,
        by: context.author)
    }
    return [ProductContents(ids: ids, contents: contents).insertion(of: sellers, at: context.now)]
      + facts.insertions(at: context.now)
  }

  private func updates(_ changes: [ProductChange]) -> [SQL] {
    let contents = ProductContents(ids: changes.map(\.row.id), contents: changes.map(\.content))
    return changes.compactMap { $0.fact(by: context.author) }.insertions(at: context.now) + [
      changes.compactMap { $0.entry(by: context.author) }.insertion(at: context.now),
      contents.update(states: changes.map(\.state), at: context.now),
    ]
  }
}
