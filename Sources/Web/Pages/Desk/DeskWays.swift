import EOrderRules
import Foundation
import HTML
import Procurement

/// Where an official goes from the desk: the pages of the roles, and what to do where nothing waits.
struct DeskWays {
  let language: Language
  let roles: Set<Role>

  /// The page on which a matter is settled.
  static func url(_ matter: DeskMatter) -> PageURL {
    let id = matter.id.uuidString.lowercased()
    return switch matter.kind {
    case .unassigned: PageURL(path: ["packages", id])
    case .flag: PageURL(path: ["flags", id])
    case .vendor, .paper, .account, .lines: PageURL(path: ["vendors", id])
    case .product: PageURL(path: ["curation", id])
    case .sanction: PageURL(path: ["sanction-cases", id])
    case .rules: PageURL(path: ["rules", "drafts", id])
    case .invited: PageURL(path: ["users", id])
    case .redLine: PageURL(path: ["budget-lines", id])
    }
  }

  private var ways: [(roles: Set<Role>, url: PageURL, text: Words)] {
    [
      ([.procurementOfficer], "/orders/new", DeskText.newOrder),
      ([.commitmentOfficer], "/needs/new", DeskText.newNeed),
      ([.budgetOwner], "/packages", DeskText.packages),
      ([.treasurer, .financeVerifier], "/payments", DeskText.payments),
      ([.treasurer], "/debit-accounts", DebitAccountText.title),
      ([.verifier], "/vendors", DeskText.vendors), ([.verifier], "/curation", DeskText.curation),
      ([.auditor], "/flags", DeskText.flags), ([.auditor], "/search", DeskText.search),
      ([.auditor], "/reports/paid-prices", PriceText.title),
      ([.auditor], "/reports/vendor-concentration", ReportText.concentration),
      ([.tenantAdmin], "/users", DeskText.users), ([.tenantAdmin], "/imports", DeskText.imports),
      ([.tenantAdmin, .ruleApprover], "/rules", DeskText.rules),
      ([.goodsKeeper, .technicalOfficer], "/orders?state=in_fulfilment", DeskText.onTheWay),
    ]
  }

  /// - Parameter isEmpty: whether nothing waits, so that the first way is what to do next.
  func links(isEmpty: Bool) -> [any Component] {
    let open = ways.filter { !$0.roles.isDisjoint(with: roles) && PageRoutes.isServed($0.url) }
    let links = open.enumerated().map { place, way in
      LinkRow.Link(
        url: way.url, text: language(way.text), weight: isEmpty && place == 0 ? .main : .quiet)
    }
    return links.isEmpty ? [] : [LinkRow(links: links)]
  }

  /// Why the desk is empty and what its reader can do next, by the first role that is here to act.
  var empty: EmptyState {
    let advice = DeskText.advice.first { roles.contains($0.role) }?.words ?? DeskText.emptyAdvice
    return EmptyState(title: language(DeskText.empty), text: language(advice))
  }
}
