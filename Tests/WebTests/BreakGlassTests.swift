import Authentication
import EOrderRules
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// What a central administrator who reads in a province may ask for.
@Suite struct BreakGlassTests {
  private static func names(_ isChosen: (Route) -> Bool) -> Set<String> {
    Set(APIRoutes.tenant.filter(isChosen).map(\.name))
  }

  @Test func nothingUnsafeIsAReadersButTheEnd() {
    #expect(Self.names { $0.method != .get && $0.isForReaders } == ["signOut"])
    for method in [HTTPRequest.Method.post, .put, .patch, .delete] {
      for path in [
        "/orders/new", "/flags/x/ask", "/break-glass/x/end", "/sign-in", "/notifications/read", "/",
      ] {
        #expect(!PageRoutes.isForReaders(method, path), "\(path)")
      }
      #expect(PageRoutes.isForReaders(method, "/sign-out"))
      #expect(PageRoutes.isForReaders(method, "/break-glass/keys/x"))
      #expect(!PageRoutes.isForReaders(method, "/break-glass/keys/x/end"))
    }
  }

  @Test func whatIsReadIsAnAuditorsOrAnybodys() {
    for route in APIRoutes.tenant where route.isForReaders && !["whoAmI", "signOut"].contains(route.name) {
      switch route.access {
      case .anyone: break
      case .signedIn: Issue.record("\(route.name) is of the own account")
      case .roles(let roles): #expect(roles.contains(.auditor), "\(route.name)")
      }
    }
    #expect(
      Self.names(\.isForReaders).isSuperset(of: ["readOrder", "listFlags", "readVendor", "listBreakGlass"]))
  }

  @Test func papersAndNumbersStayClosed() {
    let closed: Set<String> = [
      "readVendorDocument", "readOrderAttachment", "listDebitAccounts", "readDebitAccount",
      "listAuditEntries",
      "followEvents", "listNotifications", "listSessions", "listUsers", "listMail",
    ]
    #expect(closed.isSubset(of: Self.names { !$0.isForReaders }))
    for path in [
      "/account", "/account/second-factor", "/notifications", "/events", "/desk", "/users", "/profile",
    ] {
      #expect(!PageRoutes.isForReaders(.get, path), "\(path)")
    }
    for path in ["/", "/orders", "/audit", "/break-glass", "/language/id"] {
      #expect(PageRoutes.isForReaders(.get, path), "\(path)")
    }
  }

  @Test func theMinuteThatHasBegunCounts() {
    let now = Date(timeIntervalSince1970: 1_800_000_000)
    let lasting = [(1800.0, 30), (1799.5, 30), (60, 1), (0.1, 1), (0, 0), (-5, 0)]
    for (seconds, minutes) in lasting {
      #expect(BreakGlassClock.minutes(until: now + seconds, at: now) == minutes)
    }
    #expect(BreakGlassDoorText.left(1).english == "1 minute left")
    #expect(BreakGlassDoorText.left(7).english == "7 minutes left")
  }

  @Test func whoReadsActsInNoRole() {
    var actor = Actor(
      sessionID: UUID(), userID: UUID(), person: "p", name: "n", email: "e", roles: [.auditor], unitID: nil,
      unitPath: [], vendorID: nil)
    #expect(actor.actingRoles == [.auditor] && !actor.isReader)
    actor.access = CentralAccess(id: UUID(), reason: "r", endsAt: Date())
    #expect(actor.actingRoles.isEmpty && actor.isReader && actor.isOfficial)
  }
}
