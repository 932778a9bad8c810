import Authentication
import EOrderRules
import Files
import Foundation
import Postgres
import Procurement
import StrictJSON
import Tenancy

/// Imported vendors hand in their papers and are verified.
struct VendorDemonstration: Sendable {
  let place: DemonstrationPlace
  let people: [DemonstrationPerson]

  func run() async throws {
    let verifier = try people.first(.verifier)
    let owners = people.map(\.actor).filter { $0.roles.contains(.vendorOwner) }
    let states = try await states()
    let refused = try await concurrently(owners, width: 4) { owner in
      guard let vendor = owner.vendorID else { return false }
      let state = states[vendor] ?? .verified
      if state == .draft, try await !submit(vendor, owner) { return true }
      if state == .draft || state == .submitted { try await transition(vendor, .verify, verifier) }
      return false
    }.filter { $0 }.count
    if refused > 0 { Console.note("\(place.tenant.slug): \(refused) vendors stay drafts by its rules") }
  }

  private func states() async throws -> [UUID: VendorState] {
    let rows = try await place.withConnection { lease in
      try await lease.query("SELECT id, state FROM vendor").rows(as: (UUID, String).self)
    }
    return Dictionary(rows.map { ($0.0, VendorState(rawValue: $0.1) ?? .draft) }) { first, _ in first }
  }

  /// The refusal of a first try names the papers that are due.
  /// - Returns: whether the rules take this vendor.
  private func submit(_ vendor: UUID, _ owner: Actor) async throws -> Bool {
    do {
      try await transition(vendor, .submit, owner)
    } catch Refusal.invalid(let errors) {
      let folder = "/documents/"
      let kinds = errors.filter { $0.pointer.hasPrefix(folder) }.map {
        String($0.pointer.dropFirst(folder.count))
      }
      guard kinds.count == errors.count else { return false }
      for kind in kinds { try await attach(kind, vendor, owner) }
      try await transition(vendor, .submit, owner)
    }
    return true
  }

  private func attach(_ kind: String, _ vendor: UUID, _ owner: Actor) async throws {
    let paper = DemonstrationPaper(lines: ["Contoh dokumen: \(kind)", owner.name, "Bukan dokumen asli."])
    let file = try StoredFile(paper.pdf, at: place.now)
    let attachment = AttachVendorDocument(vendor: vendor, fields: ["kind": .string(kind)], file: file)
    try await place.withConnection { lease in
      _ = try await attachment(place.caller(owner), Write(), lease)
    }
  }

  private func transition(_ vendor: UUID, _ transition: VendorTransition, _ actor: Actor) async throws {
    let step = TransitionVendor(vendor, transition, body: [:])
    try await place.withConnection { lease in _ = try await step(place.caller(actor), Write(), lease) }
  }
}
