import Authentication
import Foundation
import Procurement

/// The stream of what concerns the reader of a page.
struct EventsReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  /// Whoever is not signed in gets 401, after which a browser does not come back.
  func callAsFunction() async throws -> PageReply {
    guard page.call.actor != nil else { throw Problem.unauthenticated }
    let last = page.call.lastEventID.flatMap(UUID.init)
    return PageReply(
      content: .events(
        try await page.services.events.open(
          try page.call.caller, in: page.language, after: last, isPage: true)))
  }
}
