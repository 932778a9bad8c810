import AuditLog
import Authentication
import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON
import Tenancy

/// The procurement officer asks vendors for sealed offers.
package struct PublishRequest: Sendable {
  package static let shape = Shape.component(
    "RequestInput",
    .object([
      .optional("deadline", .nullable(.dateTime), "The end of the second working day where it is left out."),
      .optional(
        "audience",
        .nullable(
          .object([.optional("regionCodes", .nullable(.array(of: .text(.regionCode), min: 1, max: 50)))])),
        "Vendors of these regions only."),
      .optional("note", .nullable(.note)),
    ]))

  private let id: UUID
  private let body: JSONValue

  package init(_ id: UUID, body: JSONValue) {
    self.id = id
    self.body = body
  }

  /// - Throws: `Refusal.invalid` with the rule behind each error.
  package func callAsFunction(
    _ caller: Caller, _ write: Write, _ lease: borrowing some Lease & ~Copyable
  ) async throws -> Answer {
    let reads = [
      NeedRow.lock(id), NeedRow.select(id),
      "SELECT p.catalogue_result FROM package p JOIN need d ON d.package_id = p.id WHERE d.id = \(id)",
      InvitedVendor.select, "SELECT count(*) FROM opening_key", HolidayRow.select,
    ]
    return try await write(lease, reading: reads) { transaction, results in
      guard let need = try results[1].first(NeedRow.self), need.lets(caller.actor, .publish) else {
        throw Refusal.notFound
      }
      let caller = caller.observing(try HolidayRow.days(results[5]))
      let deadline = self.deadline(caller)
      let planned = try results[2].scalar(String?.self).flatMap { $0 }.flatMap(CatalogueCheck.Result.init)
      let vendors = try results[3].rows(InvitedVendor.self).filter {
        $0.fits(need.content.category, regions, caller.rulebook)
      }
      let errors =
        deadlineErrors(deadline, need, caller) + audienceErrors(vendors)
        + catalogueErrors(need.content.catalogueCheck?.result ?? planned, caller.rulebook)
      guard errors.isEmpty else { throw Refusal.invalid(errors) }
      try write.checkPrecondition(version: need.version)
      guard NeedTransition.publish.leads(from: need.state) else {
        throw Refusal.wrongState(need.state.rawValue)
      }
      guard try results[4].scalar(Int.self) ?? 0 > 0 else {
        throw Refusal.conflict(code: "no_opening_key", pointer: nil)
      }
      for statement in insertions(need, deadline, vendors, caller) { transaction.enqueue(statement) }
      let stored = try await transaction.pipeline(NeedView.selects(id))
      guard let view = try NeedView(stored[...]) else { throw Refusal.notFound }
      return view.answer(for: caller.actor)
    }
  }

  private var regions: [RegionCode] {
    body["audience"]?["regionCodes"]?.elements?.compactMap { $0.text.flatMap { RegionCode($0) } } ?? []
  }

  private func deadline(_ caller: Caller) -> Date {
    body["deadline"]?.instant
      ?? caller.tenant.calendar.deadline(
        workingDays: caller.rulebook.usualOpenWorkingDays, after: caller.now)
  }

  private func deadlineErrors(_ deadline: Date, _ need: NeedRow, _ caller: Caller) -> [FieldError] {
    let days = caller.rulebook.offers.minimumOpenWorkingDays
    let earliest = caller.tenant.calendar.deadline(workingDays: days, after: caller.now)
    if deadline < earliest {
      return [
        FieldError(
          "/deadline", .tooSmall,
          detail: Bilingual(
            id: "Permintaan penawaran dibuka paling singkat \(days) hari kerja (rfo.min_open_wd): "
              + "paling awal \(caller.tenant.calendar.zone.moment(earliest)).",
            en: "A request stays open for at least \(days) working days (rfo.min_open_wd): "
              + "\(caller.tenant.calendar.zone.moment(earliest)) at the earliest."))
      ]
    }
    if let needed = need.content.neededOn, caller.tenant.today(deadline) > needed {
      return [FieldError("/deadline", .tooLarge, bound: needed.description)]
    }
    return []
  }

  private func audienceErrors(_ vendors: [InvitedVendor]) -> [FieldError] {
    guard vendors.isEmpty else { return [] }
    return [
      FieldError(
        "/audience", .notFound,
        detail: Bilingual(
          id: "Tidak ada penyedia terverifikasi yang skala usaha, KBLI, dan wilayahnya sesuai.",
          en: "No verified vendor fits by size, line of business and region."))
    ]
  }

  /// `CATALOGUE_FIRST`: somebody has looked into the national catalogue before vendors are asked.
  private func catalogueErrors(_ result: CatalogueCheck.Result?, _ rulebook: Rulebook) -> [FieldError] {
    guard result == nil || result == .notChecked, rulebook.limits.catalogueMode != .warn else { return [] }
    let legal = rulebook.legal(of: .catalogueFirst)
    return [
      FieldError(
        "/catalogueCheck", .custom(ViolationCode.catalogueFirst.rawValue),
        detail: Bilingual(
          id: "Katalog Elektronik belum diperiksa (CATALOGUE_FIRST; \(legal)). "
            + "PPK mencatat hasilnya pada persiapan kebutuhan.",
          en: "The national catalogue has not been checked (CATALOGUE_FIRST; \(legal)). "
            + "The commitment officer notes the result when preparing the need."))
    ]
  }

  private func insertions(
    _ need: NeedRow, _ deadline: Date, _ vendors: [InvitedVendor], _ caller: Caller
  ) -> [SQL] {
    let request = UUID.version7(at: caller.now)
    let note = body["note"]?.text
    let fact = NeedFact(
      need: id, position: need.events, transition: .publish, from: need.state, to: .offersOpen,
      detail: [
        JSONMember(name: "requestId", value: JSONValue(request)),
        JSONMember(name: "deadline", value: .integer(deadline.microseconds)),
        JSONMember(name: "invited", value: .array(vendors.map { JSONValue($0.id) })),
      ])
    let entry = fact.entry(caller)
    let invited = need.notice(.offersRequested, at: caller.now)
    return [
      entry.insertion, fact.event(entry, caller),
      """
      INSERT INTO request_for_offers (id, need_id, published_at, deadline, note, region_codes, audit_id)
      VALUES (\(request), \(id), \(caller.now), \(deadline), \(note), \(SQLArray(regions.map(\.description))), \(entry.id))
      """,
      """
      INSERT INTO request_invitation (request_id, vendor_id)
      SELECT \(request), v FROM unnest(\(SQLArray(vendors.map(\.id)))) AS v
      """,
      """
      UPDATE need SET state = 'rfo_open', request_id = \(request), updated_at = \(caller.now), version = version + 1
      WHERE id = \(id)
      """,
      NeedTimer.stopAll(id), NeedTimer.offers.start(id, due: deadline),
    ] + vendors.map { invited.insertion(to: .vendor($0.id)) }
  }
}

/// A verified vendor, as far as it decides on who is asked.
struct InvitedVendor: RowDecodable {
  let id: UUID
  private let size: BusinessSize
  private let legalForm: LegalForm
  private let region: RegionCode?
  private let kbli: [KBLI]
  /// The regions that it names itself.
  private let served: [RegionCode]

  static let select: SQL = """
    SELECT id, size, legal_form, region_code, kbli, service_regions FROM vendor WHERE state = 'verified' ORDER BY id
    """

  init(row: inout Row) throws {
    id = try row.next()
    size = BusinessSize(rawValue: try row.next()) ?? .medium
    legalForm = LegalForm(rawValue: try row.next()) ?? .individual
    region = RegionCode(try row.next(String.self))
    kbli = try row.next(SQLArray<String>.self).elements.compactMap { KBLI($0) }
    served = try row.next(SQLArray<String>.self).elements.compactMap { RegionCode($0) }
  }

  /// Whether it serves a region: one that it names, or that of its address; from elsewhere in the nation it comes to
  /// deliver in the province that it joined.
  private func serves(_ wanted: RegionCode, _ rulebook: Rulebook) -> Bool {
    let codes = served.isEmpty ? [region].compactMap(\.self) : served
    if codes.contains(where: { $0.lies(in: wanted) || wanted.lies(in: $0) }) { return true }
    return served.isEmpty && rulebook.vendors.regionPolicy == .national
      && region?.province != rulebook.tenant.code && wanted.province == rulebook.tenant.code
  }

  /// Whether it may sell such things here, and serves one of the regions where some are named.
  func fits(_ category: String?, _ regions: [RegionCode], _ rulebook: Rulebook) -> Bool {
    guard let region, rulebook.vendors.admits(size: size, legalForm: legalForm),
      rulebook.vendors.admits(region: region, in: rulebook.tenant.code),
      regions.isEmpty || regions.contains(where: { serves($0, rulebook) })
    else { return false }
    let lines = category.flatMap { rulebook.categories[$0]?.kbli } ?? []
    return lines.isEmpty || !Set(lines.map(\.code)).isDisjoint(with: kbli.map(\.code))
  }
}
