import EOrderRules
import Postgres

extension OrderDuties {
  /// Of `purchase_order o`.
  static let columns: SQL = """
    o.created_person, o.submitted_person, o.issued_person, o.inspected_person, o.requested_person,
    o.approved_person, o.paid_person, o.submitters, o.issuers, o.inspectors, o.requesters, o.approvers, o.payers
    """

  /// The columns above.
  init(row: inout Row) throws {
    func next() throws -> String? { try row.next(String?.self) }
    func list() throws -> [String] { try row.next(SQLArray<String>.self).elements }
    self.init(
      createdBy: try next(), submittedBy: try next(), issuedBy: try next(), inspectedBy: try next(),
      requestedBy: try next(), approvedBy: try next(), paidBy: try next())
    submitters = try list()
    issuers = try list()
    inspectors = try list()
    requesters = try list()
    approvers = try list()
    payers = try list()
  }
}
