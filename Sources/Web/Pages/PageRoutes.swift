import EOrderRules
import HTML
import HTTPTypes

/// Every address of the pages.
enum PageRoutes {
  static let tenant: [PageRoute] =
    [
      PageRoute(.get, "/") { try await CatalogueReading($0)() },
      PageRoute(.get, "/products/{id}") { try await ProductReading($0)() },
      PageRoute(.get, "/orders") { try await OrdersReading($0)() },
      PageRoute(.get, "/orders/{id}") { try await OrderReading($0).show() },
      PageRoute(.get, "/orders/{id}/attachments/{attachment}") { try await OrderReading($0).attachment() },
      PageRoute(.post, "/orders/{id}/{transition}") { try await OrderStepping($0)() },
      PageRoute(.get, "/flags") { try await FlagsReading($0)() },
      PageRoute(.get, "/flags/{id}") { try await FlagReading($0).show() },
      PageRoute(.post, "/flags/{id}/{transition}") { try await FlagReading($0).step() },
      PageRoute(.get, "/needs") { try await NeedsReading($0)() },
      PageRoute(.get, "/needs/new") { try await NewNeed($0).show() },
      PageRoute(.post, "/needs/new") { try await NewNeed($0).create() },
      PageRoute(.get, "/needs/{id}") { try await NeedReading($0).show() },
      PageRoute(.post, "/needs/{id}/{transition}") { try await NeedStepping($0)() },
    ] + everywhere

  static let central: [PageRoute] =
    [
      PageRoute(.get, "/") { try await TenantsReading($0)() }
    ] + everywhere

  private static let everywhere: [PageRoute] = [
    PageRoute(.get, "/sign-in") { SigningIn($0).show() },
    PageRoute(.post, "/sign-in") { try await SigningIn($0).attempt() },
    PageRoute(.post, "/sign-out") { try await SigningOut($0)() },
    PageRoute(.get, "/invitations/{token}") { AcceptingInvitation($0).show() },
    PageRoute(.post, "/invitations/{token}") { try await AcceptingInvitation($0).accept() },
    PageRoute(.get, "/language/{language}") { ChoosingLanguage($0)() },
  ]

  /// Whether an entry of the menu leads somewhere.
  static func isServed(_ item: MenuItem) -> Bool {
    (try? PageMap(routes: tenant).find(.get, item.url.text)) != nil
  }
}
