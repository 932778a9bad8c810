import Authentication

/// The first page of whoever is signed in.
struct Dashboard {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func show() async throws -> PageReply {
    try page.actor.isVendor ? try await VendorHome(page).show() : .redirect("/orders")
  }
}
