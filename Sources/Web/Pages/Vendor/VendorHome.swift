import Authentication
import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// What waits for a vendor, until when, and what it will be paid and when.
struct VendorHome {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    let caller = try page.caller
    let (overview, desk) = try await page.call.withTenant { lease in
      (try await VendorOverview.read(caller, lease), try await VendorDesk.read(caller, lease))
    }
    let content = VendorHomePage(
      language: page.language, zone: caller.tenant.calendar.zone, now: caller.now, today: caller.today,
      overview: overview, desk: desk,
      waiting: desk.running.compactMap { WaitingOrder($0, caller) }.sorted { $0.precedes($1) },
      wasSubmitted: page.asked(PageCall.doneParameter) == "submitted")
    return .page(page.language(MenuText.dashboard), content)
  }
}
