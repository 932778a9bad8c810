import Authentication
import EOrderRules
import Foundation
import Procurement

/// What of a desk waits for its reader, and what others hold.
struct DeskWork {
  /// Orders of one state that others hold.
  struct Held {
    let state: OrderState
    let number: Int
    let late: Int
  }

  let orders: [DeskOrder]
  let needs: [DeskNeed]
  let overlays: [DeskOverlay]
  let heldByOthers: [Held]
  let count: Int
  let late: Int

  init(_ desk: Desk, _ actor: Actor, _ now: Date, _ deposits: DeskDeposits) {
    // Who has proposed a result has done what was to be done.
    let signs = !actor.roles.isDisjoint(with: [.commitmentOfficer, .budgetOwner])
    orders = desk.orders.filter { order in
      order.transitions(of: actor).contains { step in
        step.isExpected && !(step == .inspectOk && order.isProposed && !signs)
      }
    }
    needs = desk.needs.filter { $0.waits(for: actor) }
    overlays = desk.overlays.filter { $0.waits(for: actor) }
    let mine = orders
    heldByOthers = OrderState.allCases.compactMap { state in
      guard let sample = desk.orders.first(where: { $0.state == state }) else { return nil }
      let own = mine.filter { $0.state == state }
      // Of a state that waits for the reader more may wait than were read.
      let isOwn = own.count == desk.orders.count { $0.state == state }
      let number = isOwn ? 0 : sample.ofState - own.count
      let late = sample.lateOfState - own.count { $0.dueAt.map { $0 < now } ?? false }
      return number > 0 ? Held(state: state, number: number, late: max(0, late)) : nil
    }
    let kinds = Set(desk.matters.map(\.kind))
    count =
      DeskWork.count(of: mine, in: desk.orders) + needs.count + overlays.count + deposits.count
      + kinds.reduce(0) { sum, kind in sum + (desk.matters.first { $0.kind == kind }?.ofKind ?? 0) }
    late =
      (mine.map(\.dueAt) + needs.map(\.dueAt) + overlays.map(\.until) + desk.matters.map(\.dueAt))
      .count { $0.map { $0 < now } ?? false } + deposits.late
  }

  /// Where all that was read of a state waits for the reader, so does what was not read.
  private static func count(of mine: [DeskOrder], in all: [DeskOrder]) -> Int {
    Set(mine.map(\.state)).reduce(0) { sum, state in
      let own = mine.filter { $0.state == state }
      let read = all.count { $0.state == state }
      return sum + (own.count == read ? own.first?.ofState ?? 0 : own.count)
    }
  }
}

extension OrderTransition {
  /// Whether somebody waits for it: steps towards the end, and another chance for what was not taken.
  var isExpected: Bool { isForward || self == .reissue }
}

extension OrderState {
  /// Who holds an order in this state.
  var holders: [Role] {
    let roles = OrderTransition.allCases.filter { $0.leads(from: self) && $0.isExpected }
      .reduce(into: Set<Role>()) { $0.formUnion($1.rule.roles) }
    return Role.allCases.filter(roles.contains)
  }
}
