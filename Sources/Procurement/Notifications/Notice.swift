import Authentication
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
    case breakGlass(UUID)

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
      case .breakGlass: "break-glass"
      }
    }

    package var id: UUID {
      switch self {
      case .order(let id), .need(let id), .vendor(let id), .product(let id), .offer(let id), .flag(let id),
        .package(let id), .rules(let id), .breakGlass(let id):
        id
      }
    }
  }

  private let kind: NoticeKind
  private let subject: Subject
  private let detail: JSONValue
  private let at: Date
  private let once: String?
  private let buyer: UUID?
  private let id: UUID

  /// - Parameters:
  ///   - detail: what the sentence has to name.
  ///   - buyer: the unit on the other side of the contract, which a vendor is told by its name.
  ///   - once: a key under which each person is told this only once, however often the run is repeated.
  package init(
    _ kind: NoticeKind, about subject: Subject, detail: [JSONMember] = [], buyer: UUID? = nil,
    once: String? = nil, at: Date
  ) {
    self.kind = kind
    self.subject = subject
    self.detail = .object(detail)
    self.once = once
    self.buyer = buyer
    self.at = at
    id = .version7(at: at)
  }

  /// The statement that tells these people.
  package func insertion(to audience: Audience) -> SQL {
    """
    INSERT INTO notice (user_id, id, at, kind, subject_type, subject_id, detail, once, mail_due_at)
    SELECT DISTINCT u.id, \(id), \(at), \(kind.rawValue), \(subject.type), \(subject.id), \(told(to: audience)),
      \(once), CASE WHEN \(ProvedAddress.condition("u")) THEN \(at + (kind.isUrgent ? 0 : DueNotices.patience)) END
    FROM app_user u WHERE u.active AND \(audience.condition(at: at)) ON CONFLICT DO NOTHING
    """
  }

  /// What the sentence has to name for these people.
  private func told(to audience: Audience) -> SQL {
    guard case .vendor = audience, let buyer else { return "\(JSONB(detail.encoded))" }
    return """
      \(JSONB(detail.encoded)) || jsonb_build_object('unitName', (SELECT n.name FROM unit n WHERE n.id = \(buyer)))
      """
  }

  /// Who is told.
  package enum Audience: Sendable, Equatable {
    case user(UUID)
    /// Everybody who works for a vendor.
    case vendor(UUID)
    /// An officer, and whoever acts in that office now.
    case holder(UUID, of: Role)
    /// Those who hold a role now for a unit or above it; for a province-wide role the unit does not matter.
    case role(Role, unit: UUID?)
    /// Verifiers, once the vendor is past its registration.
    case verifiers(of: UUID)
    /// The commitment officer of an order.
    case officer(ofOrder: UUID)
    /// Commitment officers of orders that a vendor has not been paid for yet.
    case officersWithOrders(of: UUID)

    fileprivate func condition(at now: Date) -> SQL {
      switch self {
      case .user(let id): "u.id = \(id)"
      case .vendor(let id): "u.vendor_id = \(id)"
      case .holder(let id, let role):
        """
        u.id = ANY (ARRAY(
          SELECT \(id)::uuid UNION ALL
          SELECT h.user_id FROM office_holding h WHERE h.on_behalf_of = \(id) AND h.role = \(role.rawValue)
            AND \(Office.isInEffect("h", at: now))))
        """
      case .officer(let order):
        """
        u.id = ANY (ARRAY(
          SELECT o.commitment_officer_id FROM purchase_order o WHERE o.id = \(order) UNION ALL
          SELECT h.user_id FROM office_holding h JOIN purchase_order o ON o.commitment_officer_id = h.on_behalf_of
          WHERE o.id = \(order) AND h.role = 'commitment_officer' AND \(Office.isInEffect("h", at: now))))
        """
      case .officersWithOrders(let vendor):
        """
        u.id IN (SELECT o.commitment_officer_id FROM purchase_order o WHERE o.vendor_id = \(vendor)
          AND o.state NOT IN ('draft', 'rejected', 'declined', 'expired', 'cancelled', 'terminated', 'paid', 'closed'))
        """
      case .verifiers(let vendor):
        """
        EXISTS (SELECT FROM office_holding h WHERE h.user_id = u.id AND h.role = 'verifier'
          AND \(Office.isInEffect("h", at: now)))
        AND EXISTS (SELECT FROM vendor v WHERE v.id = \(vendor) AND v.state IN ('verified', 'suspended'))
        """
      case .role(let role, _) where role.isTenantWide:
        """
        u.id = ANY (ARRAY(
          SELECT h.user_id FROM office_holding h WHERE h.role = \(role.rawValue) AND \(Office.isInEffect("h", at: now))))
        """
      case .role(let role, let unit):
        // From the few units above the one that matters to their people: a province has thousands of both.
        """
        u.id = ANY (ARRAY(
          SELECT h.user_id FROM app_user x JOIN office_holding h ON h.user_id = x.id AND h.at_home
          WHERE x.vendor_id IS NULL AND (x.unit_id IS NULL OR x.unit_id = ANY (\(Self.above(unit))))
            AND h.role = \(role.rawValue) AND \(Office.isInEffect("h", at: now))
          UNION ALL
          SELECT h.user_id FROM office_holding h
          WHERE NOT h.at_home AND (h.unit_id IS NULL OR h.unit_id = ANY (\(Self.above(unit))))
            AND h.role = \(role.rawValue) AND \(Office.isInEffect("h", at: now))))
        """
      }
    }

    /// The ids of a unit and those above it.
    private static func above(_ unit: UUID?) -> SQL {
      "ARRAY(SELECT m.id FROM unit n JOIN unit m ON m.code = ANY (n.path) WHERE n.id = \(unit))"
    }
  }
}
