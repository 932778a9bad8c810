import EOrderRules
import Foundation
import HTML
import Procurement

/// Taxes that the treasurer has taken out of payments and whose deposit is not proved yet, with their legal days.
struct DeskDeposits {
  /// Rows of the table at most, so that the page stays small.
  private static let mostRows = 20

  private let rows: [(deposit: DeskDeposit, due: TaxDeposit?)]
  private let today: Day
  /// How many there are.
  let count: Int

  init(_ deposits: [DeskDeposit], _ national: NationalRules, _ today: Day) {
    rows = deposits.map { ($0, $0.deadline(national)) }
      .sorted { ($0.due?.depositBy ?? .distantFuture) < ($1.due?.depositBy ?? .distantFuture) }
    self.today = today
    count = deposits.first?.ofAll ?? 0
  }

  /// Those whose last day has passed.
  var late: Int { rows.count { $0.due.map { $0.depositBy < today } ?? false } }

  func parts(_ language: Language) -> [any Component] {
    guard !rows.isEmpty else { return [] }
    let caption = language(DepositText.title(count))
    let columns = [
      TableColumn(title: language(DeskText.order)), TableColumn(title: language(DepositText.tax)),
      TableColumn(title: language(DepositText.amount), isNumber: true),
      TableColumn(title: language(DepositText.depositBy)), TableColumn(title: language(DepositText.reportBy)),
    ]
    return [
      Section(
        caption, Paragraph(language(DepositText.lead), isQuiet: true),
        ListTable(
          language: language, caption: caption, columns: columns,
          rows: rows.prefix(Self.mostRows).map { row($0.deposit, $0.due, language) }))
    ]
  }

  private func row(_ deposit: DeskDeposit, _ due: TaxDeposit?, _ language: Language) -> [Cell] {
    let part = deposit.part.map { " · \(language(MoneyText.part)) \($0)" } ?? ""
    return [
      .link(
        TaxReceiptForms.url(deposit.orderID, deposit.code, part: deposit.part),
        (deposit.number ?? language(OrderText.withoutNumber)) + part, below: deposit.vendorName),
      .pair(language(TaxText.tax(deposit.code)), due.map { language.citation($0.legal) } ?? ""),
      .money(deposit.amount), due.map { day($0.depositBy, language) } ?? .text("–"),
      .text(due.map { language.shortDay($0.reportBy) } ?? "–"),
    ]
  }

  private func day(_ day: Day, _ language: Language) -> Cell {
    let left = day.days(since: today)
    return .moment(
      machine: day.description, words: language.day(day),
      remark: language(
        left < 0 ? DepositText.late(-left) : left == 0 ? DepositText.today : DepositText.left(left)),
      tone: left < 0 ? .bad : left == 0 ? .warn : .info)
  }
}

/// Paid orders that may still be rated; nobody waits for that, so it stands last.
enum RatingsPart {
  static func parts(_ ratings: [DeskRating], _ language: Language, _ zone: OfficialZone) -> [any Component] {
    guard let count = ratings.first?.ofAll else { return [] }
    let caption = language(RatingText.open(count))
    let columns = [
      TableColumn(title: language(DeskText.order)), TableColumn(title: language(RatingText.closes)),
    ]
    let rows = ratings.map { rating -> [Cell] in
      [
        .link(
          url(rating.orderID), rating.number ?? language(OrderText.withoutNumber),
          below: "\(rating.vendorName) · \(rating.unitName)"),
        .text(rating.closesAt.map { language.due($0, in: zone) } ?? "–"),
      ]
    }
    return [
      Section(
        caption, Paragraph(language(RatingText.lead), isQuiet: true),
        ListTable(language: language, caption: caption, columns: columns, rows: rows))
    ]
  }

  private static func url(_ order: UUID) -> PageURL {
    PageURL(path: ["orders", order.uuidString.lowercased()], fragment: "do-rate")
  }
}
