import EOrderRules
import Procurement
import Tenancy

/// What one province shows: vendors with papers, listed products, assigned packages, people with passwords.
/// Each part goes on where an earlier start has ended.
struct ProvinceDemonstration: Sendable {
  let place: DemonstrationPlace
  let files: ProvinceFiles
  let masterKey: MasterKey
  let passwords: DemonstrationPasswords

  func run() async throws {
    for kind in [ImportKind.vendors, .products] {
      try await place.withConnection { lease in
        let key = TraceKey(masterKey, tenant: place.tenant.slug)
        try await files.load(kind, under: place.tenant.rulebook, traceKey: key, at: place.now, lease)
      }
    }
    let people = try await place.people()
    try await VendorDemonstration(place: place, people: people).run()
    try await ProductDemonstration(place: place, people: people).run()
    try await PackageDemonstration(place: place, people: people).run()
    try await PaymentDemonstration(place: place, people: people).run()
    try await PasswordDemonstration(place: place, passwords: passwords).run()
    Console.note("\(place.tenant.slug) is ready for demonstration")
  }
}
