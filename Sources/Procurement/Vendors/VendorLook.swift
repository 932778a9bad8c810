import AuditLog
import EOrderRules
import Foundation
import Postgres
import StrictJSON
import Tenancy

/// The service looks at a vendor whose time has come: what it finds, and when it looks again.
struct VendorLook {
  private let vendor: VendorRow
  private let tenant: Tenant
  private let now: Date
  private let today: Day
  private let required: Set<String>
  private let papers: VendorPapers

  init(_ vendor: VendorRow, _ tenant: Tenant, at now: Date) {
    self.vendor = vendor
    self.tenant = tenant
    self.now = now
    today = tenant.today(now)
    required = vendor.profile.requiredDocuments(under: tenant.rulebook)
    papers = VendorPapers(vendor.watch.papers, required: required)
  }

  var writes: [SQL] {
    if let term = vendor.watch.terms.inForce(on: today), [.verified, .suspended].contains(vendor.state) {
      return NationalBan(term, of: vendor, act: nil).writes(
        by: Author(systemUnder: tenant.rulebook.version, now: now), under: tenant.rulebook)
    }
    switch vendor.state {
    case .verified:
      let ended = papers.ended(on: today)
      return ended.isEmpty ? reminders + [again(onDay: nextDay)] : suspension(ended)
    case .submitted:
      return [notice(.vendorOverdue).insertion(to: .role(.verifier, unit: nil)), again(onDay: nil)]
    case .suspended, .blacklisted:
      // The way back is the verifier's; the service only tells that it is open.
      let isOver = vendor.until.map { $0 <= today } ?? false
      return isOver
        ? [notice(.sanctionEnded).insertion(to: .role(.verifier, unit: nil)), again(onDay: nextDay)]
        : [again(onDay: nextDay)]
    default: return [again(onDay: nil)]
    }
  }

  private var nextDay: Day? {
    let own = vendor.state == .verified ? papers.nextLook(after: today) : nil
    let bounded = vendor.state == .verified ? nil : vendor.until.flatMap { $0 > today ? $0 : nil }
    return [own, bounded, vendor.watch.terms.nextBeginning(after: today)].compactMap(\.self).min()
  }

  private func again(onDay day: Day?) -> SQL {
    """
    UPDATE vendor SET watched_at = \(now), wake_at = \(day.map { tenant.calendar.instant(of: $0) })
    WHERE id = \(vendor.id)
    """
  }

  private var reminders: [SQL] {
    papers.reminders(since: vendor.watch.watchedAt.map(tenant.today), on: today).map { paper in
      Notice(
        .paperEnding, about: .vendor(vendor.id),
        detail: [
          JSONMember(name: "paper", value: .string(paper.kind)),
          JSONMember(name: "until", value: JSONValue(paper.validUntil)),
          JSONMember(name: "isRequired", value: .bool(required.contains(paper.kind))),
        ], at: now
      ).insertion(to: .vendor(vendor.id))
    }
  }

  private func suspension(_ ended: [VendorPaper]) -> [SQL] {
    let names = ended.map { "\($0.kind) (\($0.validUntil?.description ?? ""))" }.joined(separator: ", ")
    let reason = "Masa berlaku berakhir / no longer valid: \(names)"
    let author = Author(systemUnder: tenant.rulebook.version, now: now)
    let fact = VendorFact(
      .suspend, of: vendor.id, from: vendor.state, to: .suspended, reason: reason, by: author)
    let change = VendorStateChange(vendor, to: .suspended, reason: reason)
    return [fact].insertions(at: now) + change.writes(at: now, under: tenant.rulebook)
      + change.notices(.suspend, at: now) + [
        notice(.vendorSuspended, reason).insertion(to: .role(.verifier, unit: nil))
      ]
  }

  private func notice(_ kind: NoticeKind, _ reason: String? = nil) -> Notice {
    Notice(
      kind, about: .vendor(vendor.id),
      detail: [
        JSONMember(name: "vendorName", value: .string(vendor.profile.businessName)),
        JSONMember(name: "reason", value: JSONValue(reason)),
      ], at: now)
  }
}
