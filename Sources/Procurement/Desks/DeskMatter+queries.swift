import Authentication
import EOrderRules
import Foundation
import Postgres
import Tenancy

extension DeskMatter.Kind {
  /// The query of the kind within the caller's reach.
  func select(_ caller: Caller) -> SQL {
    switch self {
    case .unassigned, .flag, .sanction, .redLine: ofUnits(caller)
    case .vendor, .product, .paper, .account, .lines, .rules, .invited: ofProvince
    }
  }

  private func ofUnits(_ caller: Caller) -> SQL {
    let actor = caller.actor
    let owned = actor.scope(as: [.budgetOwner])
    return switch self {
    case .unassigned:
      """
      SELECT 'package', p.id, p.name, n.name, p.ceiling, NULL::timestamptz, p.created_at, count(*) OVER ()
      FROM package p JOIN unit n ON n.id = p.unit_id
      WHERE p.commitment_officer_id IS NULL AND p.method = 'direct' AND p.year = \(caller.today.year) AND \(owned)
      ORDER BY p.created_at, p.id LIMIT \(DeskMatter.most)
      """
    case .sanction:
      """
      SELECT 'sanction_case', c.id, v.business_name, n.name, NULL::bigint, NULL::timestamptz, c.created_at, count(*) OVER ()
      FROM sanction_case c JOIN vendor v ON v.id = c.vendor_id JOIN unit n ON n.id = c.unit_id
      WHERE c.state = 'open' AND \(sanctions(of: actor)) ORDER BY c.created_at, c.id LIMIT \(DeskMatter.most)
      """
    case .redLine:
      """
      SELECT 'red_line', b.id, b.name, b.code, r.asked, NULL::timestamptz, r.at, count(*) OVER ()
      FROM budget_red_line r JOIN budget_line b ON b.id = r.budget_line_id JOIN unit n ON n.id = b.unit_id
      WHERE \(RedLine.open) AND \(owned) ORDER BY r.at, r.id LIMIT \(DeskMatter.most)
      """
    default:
      """
      SELECT 'flag', f.id, f.code, concat_ws(' · ', coalesce(o.number, y.name), v.business_name, n.name), NULL::bigint, NULL::timestamptz, f.raised_at, count(*) OVER ()
      FROM flag f JOIN unit n ON n.id = f.unit_id LEFT JOIN vendor v ON v.id = f.vendor_id
      LEFT JOIN purchase_order o ON o.id = f.order_id LEFT JOIN package y ON y.id = f.package_id
      WHERE \(flags(of: actor))
      ORDER BY f.raised_at, f.id LIMIT \(DeskMatter.most)
      """
    }
  }

  /// A suspension is decided by the verifier, the blacklist by the budget owner.
  private func sanctions(of actor: Actor) -> SQL {
    if actor.roles.contains(.verifier) { return "c.proposal = 'suspend'" }
    return "c.proposal = 'blacklist' AND \(actor.scope(as: [.budgetOwner]))"
  }

  /// What the auditor has not looked at, or what a commitment officer was asked.
  private func flags(of actor: Actor) -> SQL {
    if actor.roles.contains(.auditor) { return "f.state IN ('open', 'explained')" }
    return "f.state = 'asked' AND \(actor.scope(officer: "f.officer_id", as: [.commitmentOfficer]))"
  }

  private var ofProvince: SQL {
    switch self {
    case .vendor:
      """
      SELECT 'vendor', v.id, v.business_name, v.nib, NULL::bigint, v.verify_due_at, v.created_at, count(*) OVER ()
      FROM vendor v WHERE v.state = 'submitted' ORDER BY v.verify_due_at, v.id LIMIT \(DeskMatter.most)
      """
    case .product:
      """
      SELECT 'product', p.id, p.name, p.vendor_name, p.price, NULL::timestamptz, p.updated_at, count(*) OVER ()
      FROM product p WHERE p.state = 'in_curation' ORDER BY p.updated_at, p.id LIMIT \(DeskMatter.most)
      """
    case .paper:
      """
      SELECT 'paper', v.id, v.business_name, string_agg(DISTINCT d.kind, ', '), NULL::bigint, NULL::timestamptz,
             min(d.created_at), count(*) OVER ()
      FROM vendor_document d JOIN vendor v ON v.id = d.vendor_id
      WHERE v.state IN ('verified', 'suspended')
        AND NOT EXISTS (SELECT FROM vendor_document_check c WHERE c.document_id = d.id)
      GROUP BY v.id ORDER BY min(d.created_at), v.id LIMIT \(DeskMatter.most)
      """
    case .account:
      """
      SELECT 'bank_account', v.id, v.business_name, v.account_name, NULL::bigint, NULL::timestamptz, v.bank_changed_at,
             count(*) OVER ()
      FROM vendor v WHERE v.state IN ('verified', 'suspended') AND v.bank_changed_at IS NOT NULL
        AND v.bank_checked_at IS NULL
      ORDER BY v.bank_changed_at, v.id LIMIT \(DeskMatter.most)
      """
    case .lines:
      """
      SELECT 'kbli_request', v.id, v.business_name, array_to_string(r.kbli, ', '), NULL::bigint, NULL::timestamptz,
             r.asked_at, count(*) OVER ()
      FROM kbli_request r JOIN vendor v ON v.id = r.vendor_id WHERE r.answered_at IS NULL
      ORDER BY r.asked_at, r.id LIMIT \(DeskMatter.most)
      """
    case .rules:
      """
      SELECT 'rule_draft', r.id, r.rules_version, r.author_name, NULL::bigint, NULL::timestamptz, r.created_at,
             count(*) OVER ()
      FROM rule_draft r WHERE r.state = 'draft' ORDER BY r.created_at, r.id LIMIT \(DeskMatter.most)
      """
    default:
      """
      SELECT 'invited', u.id, u.name, u.email, NULL::bigint, NULL::timestamptz, u.created_at, count(*) OVER ()
      FROM app_user u WHERE u.password_hash IS NULL AND u.active AND u.vendor_id IS NULL
      ORDER BY u.created_at, u.id LIMIT \(DeskMatter.most)
      """
    }
  }
}
