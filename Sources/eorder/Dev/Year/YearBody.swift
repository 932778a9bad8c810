import Authentication
import EOrderRules
import Foundation
import Procurement
import StrictJSON
import Tenancy

/// What people write into the forms of an order's steps.
struct YearBody {
  let story: YearStory
  let act: YearAct
  let order: UUID
  /// The order as it was answered last.
  let last: [UInt8]
  let isVat: Bool

  func members(on today: Day, _ random: inout YearRandom) throws -> [JSONMember] {
    let reason = JSONMember(
      name: "reason", value: .string(Self.reasons[act.transition] ?? "Sesuai keadaan di lapangan."))
    if case .optional = act.transition.rule.reason, act.transition != .release,
      act.transition != .cancelMutual
    {
      return try particulars(today, &random)
    }
    return [reason] + (try particulars(today, &random))
  }

  private static let reasons: [OrderTransition: String] = [
    .return: "Jumlah belum sesuai kebutuhan acara.", .reject: "Kegiatan dibatalkan.",
    .withdraw: "Jadwal kegiatan berubah.", .decline: "Stok habis sampai akhir bulan.",
    .inspectReject: "Sebagian barang rusak.", .terminate: "Barang tidak dikirim sampai batas waktu.",
    .query: "Faktur belum lengkap.", .hold: "Menunggu klarifikasi dokumen.",
    .openDispute: "Mutu tidak sesuai spesifikasi.", .amend: "Jumlah peserta berubah.",
  ]

  private func particulars(_ today: Day, _ random: inout YearRandom) throws -> [JSONMember] {
    switch act.transition {
    case .startDelivery: [JSONMember(name: "deliveryNote", value: .string("SJ-\(story.number)"))]
    case .inspectOk where story.course == .less && act.seat == .commitment:
      try lines("accepted") { max(1, $0 - 1) }
    case .partialHandover: try lines("accepted") { max(1, $0 / 2) }
    case .amend: try lines("quantity") { $0 >= 12 ? $0 + $0 / 15 : max(1, $0 - 1) }
    case .answerAmendment: [JSONMember(name: "accept", value: .bool(story.course != .amendmentRefused))]
    case .invoice:
      [
        JSONMember(name: "number", value: .string("INV/\(story.number)")),
        JSONMember(name: "date", value: JSONValue(today)),
      ] + (isVat ? [JSONMember(name: "taxInvoiceNumber", value: .string("04002" + random.digits(12)))] : [])
    case .confirmPaid:
      [
        JSONMember(name: "reference", value: .string("SP2D-\(story.unit)-\(story.number)")),
        JSONMember(name: "paidOn", value: JSONValue(today)),
        JSONMember(name: "amount", value: try JSONValue(parsing: last)["totals"]?["netToVendor"] ?? 0),
      ]
    case .answerDispute: [JSONMember(name: "text", value: "Barang sesuai contoh yang disetujui.")]
    case .closeDispute:
      [
        JSONMember(name: "outcome", value: .string(outcome.rawValue)),
        JSONMember(name: "text", value: "Disepakati kedua pihak."),
      ]
    case .rate:
      [
        JSONMember(
          name: "stars", value: .integer(random.weighted([(5, 50), (4, 32), (3, 11), (2, 5), (1, 2)])))
      ]
    default: []
    }
  }

  private var outcome: DisputeOutcome {
    switch story.course {
    case .disputeRedone: .redo
    case .disputeEnded: .end
    default: .pay
    }
  }

  /// The first line with another quantity.
  private func lines(_ member: String, _ change: (Int64) -> Int64) throws -> [JSONMember] {
    guard let line = try JSONValue(parsing: last)["lines"]?.elements?.first, let id = line["id"],
      let quantity = line["quantity"]?.int64
    else { return [] }
    return [JSONMember(name: "lines", value: .array([["lineId": id, member: .integer(change(quantity))]]))]
  }
}

extension YearLife {
  /// What an order says besides where its money comes from.
  func terms(_ basket: YearMarket.Basket, _ scene: YearScene, _ now: Date) -> [JSONMember] {
    var choices = YearRandom(scene.frame.seed, scene.frame.slug, "terms", "\(story.number)")
    let isMeal = scene.tenant.rulebook.isFood(story.category)
    let today = scene.tenant.today(now)
    let lastOfYear = Day(year: today.year, month: 12, day: 31) ?? today
    let due = min(today.adding(days: choices.int(isMeal ? 2...6 : 5...20)), lastOfYear)
    // Nobody collects taxes of a card payment, so that there is none to be shared with another of the day.
    let card = story.plants.contains { $0.code == "TAX1" } ? 0 : 15
    let modes = [("LS", 45), ("UP", 20), ("GU", 15), ("TU", 5), ("KKPD", card)]
    return [
      JSONMember(name: "vendorId", value: JSONValue(basket.shop.id)),
      JSONMember(
        name: "lines",
        value: .array(
          basket.lines.map { ["productId": JSONValue($0.item.id), "quantity": .integer($0.quantity)] })),
      JSONMember(name: "deliverBy", value: JSONValue(due)),
      JSONMember(name: "paymentMode", value: .string(choices.weighted(modes))),
      JSONMember(
        name: "note",
        value: .string(isMeal ? "Rapat koordinasi ke-\(story.number)" : "Keperluan bidang \(story.unit)")),
      JSONMember(
        name: "comparedPrices",
        value: .array(
          basket.lines.prefix(1).flatMap { line in
            ["Toko pembanding", "Survei pasar"].map { source in
              ["source": .string(source), "unitPrice": .integer(line.item.price + line.item.price / 50)]
            }
          })),
    ]
  }

  func preparation(_ basket: YearMarket.Basket, _ scene: YearScene, _ now: Date) -> JSONValue {
    let first = basket.lines[0]
    return [
      "specification": .string(first.item.name), "category": .string(story.category),
      "quantity": .integer(first.quantity), "unitOfMeasure": .string(first.item.unitOfMeasure),
      "neededOn": JSONValue(scene.tenant.today(now).adding(days: 14)), "deliverTo": scene.place,
      "ownEstimate": .integer(min(50_000_000, story.target + story.target / 10)),
      "estimateBasis": "Survei harga pasar dan riwayat pembelian.",
    ]
  }
}
