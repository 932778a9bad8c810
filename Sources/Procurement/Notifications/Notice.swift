package import EOrderRules
package import Foundation
package import Postgres
package import StrictJSON

/// Something that people are told of, in the transaction that brings it about.
package struct Notice: Sendable {
  /// What the notice leads to.
  package enum Subject: Sendable {
    case order(UUID)
    case need(UUID)
    case vendor(UUID)
    case product(UUID)
    case offer(UUID)
    case flag(UUID)
    case package(UUID)
    case rules(UUID)

    package var type: String {
      switch self {
      case .order: "order"
      case .need: "need"
      case .vendor: "vendor"
      case .product: "product"
      case .offer: "offer"
      case .flag: "flag"
      case .package: "package"
      case .rules: "rules"
      }
    }

    package var id: UUID {
      switch self {
      case .order(let id), .need(let id), .vendor(let id), .product(let id), .offer(let id), .flag(let id),
        .package(let id), .rules(let id):
        id
      }
    }
  }

  private let kind: NoticeKind
  private let subject: Subject
  private let detail: JSONValue
  private let at: Date
  private let once: String?
  private let id: UUID

  /// - Parameters:
  ///   - detail: what the sentence has to name.
  ///   - once: a key under which each person is told this only once, however often the run is repeated.
  package init(
    _ kind: NoticeKind, about subject: Subject, detail: [JSONMember] = [], once: String? = nil, at: Date
  ) {
    self.kind = kind
    self.subject = subject
    self.detail = .object(detail)
    self.once = once
    self.at = at
    id = .version7(at: at)
  }

  /// The statement that tells these people.
  package func insertion(to audience: Audience) -> SQL {
    """
    INSERT INTO notice (user_id, id, at, kind, subject_type, subject_id, detail, once)
    SELECT DISTINCT u.id, \(id), \(at), \(kind.rawValue), \(subject.type), \(subject.id), \(JSONB(detail.encoded)),
      \(once)
    FROM app_user u WHERE u.active AND \(audience.condition) ON CONFLICT DO NOTHING
    """
  }

  /// Who is told.
  package enum Audience: Sendable {
    case user(UUID)
    /// Everybody who works for a vendor.
    case vendor(UUID)
    /// Those who hold a role for a unit or above it; for a province-wide role the unit does not matter.
    case role(Role, unit: UUID?)
    /// Verifiers, once the vendor is past its registration.
    case verifiers(of: UUID)
    /// The commitment officer of an order.
    case officer(ofOrder: UUID)
    /// Commitment officers of orders that a vendor has not been paid for yet.
    case officersWithOrders(of: UUID)

    fileprivate var condition: SQL {
      switch self {
      case .user(let id): "u.id = \(id)"
      case .vendor(let id): "u.vendor_id = \(id)"
      case .officer(let order):
        "u.id = (SELECT commitment_officer_id FROM purchase_order WHERE id = \(order))"
      case .officersWithOrders(let vendor):
        """
        u.id IN (SELECT o.commitment_officer_id FROM purchase_order o WHERE o.vendor_id = \(vendor)
          AND o.state NOT IN ('draft', 'rejected', 'declined', 'expired', 'cancelled', 'terminated', 'paid', 'closed'))
        """
      case .verifiers(let vendor):
        """
        EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = 'verifier')
        AND EXISTS (SELECT FROM vendor v WHERE v.id = \(vendor) AND v.state IN ('verified', 'suspended'))
        """
      case .role(let role, let unit):
        """
        EXISTS (SELECT FROM user_role r WHERE r.user_id = u.id AND r.role = \(role.rawValue))
        AND (\(role.isTenantWide) OR u.unit_id IS NULL OR EXISTS (
          SELECT FROM unit held JOIN unit n ON held.code = ANY (n.path) WHERE held.id = u.unit_id AND n.id = \(unit)))
        """
      }
    }
  }
}
