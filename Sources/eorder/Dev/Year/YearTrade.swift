import Authentication
import EOrderRules
import Files
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy
import Web

/// What vendors and the verifier do on the market.
struct YearTrade: Sendable {
  let place: DemonstrationPlace
  let frame: YearFrame
  let passwords: DemonstrationPasswords

  private var tenant: Tenant { place.tenant }

  private func run(_ body: @Sendable (borrowing TenantConnection) async throws -> Answer) async throws
    -> Answer
  {
    try await place.services.tenants.patiently(place.tenant, body)
  }

  private func caller(_ actor: Actor, _ now: Date) -> Caller {
    Caller(tenant: tenant, actor: actor, now: now)
  }

  /// A vendor registers and hands in its papers.
  func register(_ vendor: YearVendor, at now: Date) async throws {
    let visit = Visit(tenant: tenant, actor: nil, now: now)
    let password = passwords.password(of: vendor.email, in: tenant.slug)
    let register = try await RegisterVendor(
      body: vendor.registration.merging(["password": .string(password)]), visit,
      policy: place.services.passwords, hasher: place.services.hasher)
    let answer = try await run { try await register(visit, Write(), $0) }
    guard let id = try JSONValue(parsing: answer.body)["id"]?.uuid else { return }
    let owner = try await owner(of: id)
    do {
      try await transition(id, .submit, owner, now + 1200)
    } catch Procurement.Refusal.invalid(let errors) {
      for error in errors where error.pointer.hasPrefix("/documents/") {
        try await attach(String(error.pointer.dropFirst(11)), id, owner, now + 600)
      }
      try await transition(id, .submit, owner, now + 1200)
    }
  }

  func owner(of vendor: UUID) async throws -> Actor {
    try await place.people(where: "u.vendor_id = \(vendor)").first(.vendorOwner)
  }

  private func holder(_ role: Role) async throws -> Actor {
    try await place.people(
      where: "EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = \(role.rawValue))"
    ).first(role)
  }

  /// The vendor of a number, which its NIB tells.
  func id(of vendor: Int) async throws -> UUID? {
    let nib = YearVendor.nib(vendor)
    return try await place.withConnection { lease in
      try await lease.query("SELECT id FROM vendor WHERE nib = \(nib)").scalar(UUID.self)
    }
  }

  func decide(_ vendor: UUID, _ step: VendorTransition, at now: Date) async throws {
    let role: Role = step == .blacklist ? .budgetOwner : .verifier
    let actor = try await holder(role)
    try await transition(vendor, step, actor, now)
  }

  private func transition(_ vendor: UUID, _ step: VendorTransition, _ actor: Actor, _ now: Date) async throws
  {
    var body: JSONValue =
      step == .blacklist
      ? ["decree": "SK-188/2", "until": JSONValue(tenant.today(now).adding(days: 365))] : [:]
    if case .required = step.rule.reason {
      body = body.merging(["reason": "Dokumen tidak sesuai dengan keadaan."])
    }
    let transition = TransitionVendor(vendor, step, body: body)
    _ = try await run { try await transition(caller(actor, now), Write(), $0) }
  }

  private func attach(_ kind: String, _ vendor: UUID, _ owner: Actor, _ now: Date) async throws {
    let paper = DemonstrationPaper(lines: ["Contoh dokumen: \(kind)", owner.name, "Bukan dokumen asli."])
    let attach = AttachVendorDocument(
      vendor: vendor, fields: ["kind": .string(kind)], file: try StoredFile(paper.pdf, at: now))
    _ = try await run { try await attach(caller(owner, now), Write(), $0) }
  }

  /// A vendor in the exempt band says what it has turned over since January: nothing yet.
  func declare(_ vendor: UUID, _ owner: Actor, at now: Date) async throws {
    let statement: JSONValue = ["date": JSONValue(tenant.today(now)), "turnoverBefore": 0]
    let patch = PatchVendor(vendor, body: ["exemptBandStatement": statement])
    _ = try await run { try await patch(caller(owner, now), Write(), $0) }
  }

  /// A product like another, by its seller, in the catalogue at once.
  func introduce(
    like item: YearMarket.Item, of owner: Actor, price: Int64, sku: String, taxClass: TaxClass, at now: Date
  ) async throws -> UUID? {
    let create = CreateProduct(body: [
      "name": .string(item.name), "description": "Barang siap kirim, garansi tukar bila rusak.",
      "category": .string(item.category), "unitOfMeasure": .string(item.unitOfMeasure),
      "price": .integer(price),
      "priceIncludesVat": .bool(item.includesVat), "taxClass": .string(taxClass.rawValue),
      "sku": .string(sku),
    ])
    let answer = try await run { try await create(caller(owner, now), Write(), $0) }
    guard let id = try JSONValue(parsing: answer.body)["id"]?.uuid else { return nil }
    let submit = TransitionProduct(id, .submit, body: [:])
    _ = try await run { try await submit(caller(owner, now + 1), Write(), $0) }
    try await list(id, at: now + 2)
    return id
  }

  /// A new price; where it went too far from the old one, the verifier looks at it and lets it stand.
  func reprice(
    _ item: YearMarket.Item, of owner: Actor, percent: Int64, curated: Bool = true, at now: Date
  ) async throws {
    let patch = PatchProduct(item.id, body: ["price": .integer(max(1, item.price * percent / 100))])
    let answer = try await run { try await patch(caller(owner, now), Write(), $0) }
    if curated, try JSONValue(parsing: answer.body)["state"]?.text == ProductState.inCuration.rawValue {
      try await list(item.id, at: now + 60)
    }
  }

  func list(_ product: UUID, at now: Date) async throws {
    let verifier = try await holder(.verifier)
    let list = TransitionProduct(product, .list, body: [:])
    _ = try await run { try await list(caller(verifier, now), Write(), $0) }
  }
}
