import Authentication
import EOrderRules
import HTML
import HTTPTypes

/// Every address of the pages.
enum PageRoutes {
  static let tenant: [PageRoute] =
    [
      PageRoute(.get, "/") { try await CatalogueReading($0)() },
      PageRoute(.get, "/desk") { try await DeskReading($0)() },
      PageRoute(.get, "/products/{id}") { try await ProductReading($0)() },
      PageRoute(.get, "/orders") { try await OrdersReading($0)() },
      PageRoute(.get, "/orders/new") { try await NewOrder($0).show() },
      PageRoute(.post, "/orders/new") { try await NewOrder($0).act() },
      PageRoute(.get, "/orders/{id}/edit") { try await EditingOrder($0).show() },
      PageRoute(.post, "/orders/{id}/edit") { try await EditingOrder($0).act() },
      PageRoute(.get, "/orders/{id}/papers") { try await OrderPapers($0).show() },
      PageRoute(.post, "/orders/{id}/papers", takesFiles: true) { try await OrderPapers($0).send() },
      PageRoute(.get, "/orders/{id}") { try await OrderReading($0).show() },
      PageRoute(.get, "/orders/{id}/attachments/{attachment}") { try await OrderReading($0).attachment() },
      PageRoute(.post, "/orders/{id}/do/{act}") { try await OrderActing($0).act() },
      PageRoute(.post, "/orders/{id}/parts/{part}/{transition}") { try await OrderPartStepping($0)() },
      PageRoute(.post, "/orders/{id}/{transition}", takesFiles: true) { try await OrderStepping($0)() },
      PageRoute(.get, "/flags") { try await FlagsReading($0)() },
      PageRoute(.get, "/flags/{id}") { try await FlagReading($0).show() },
      PageRoute(.post, "/flags/{id}/{transition}") { try await FlagReading($0).step() },
      PageRoute(.get, "/needs") { try await NeedsReading($0)() },
      PageRoute(.get, "/needs/new") { try await NewNeed($0).show() },
      PageRoute(.post, "/needs/new") { try await NewNeed($0).create() },
      PageRoute(.get, "/needs/{id}") { try await NeedReading($0).show() },
      PageRoute(.get, "/needs/{id}/offers") { try await OffersReading($0).show() },
      PageRoute(.post, "/needs/{id}/offers/{act}") { try await OffersReading($0).act() },
      PageRoute(.post, "/needs/{id}/{transition}") { try await NeedStepping($0)() },
      PageRoute(.get, "/payments") { try await PaymentDesk($0).show() },
      PageRoute(.post, "/payments/{act}") { try await PaymentDesk($0).act() },
      PageRoute(.get, "/debit-accounts") { try await DebitAccountPages($0).list() },
      PageRoute(.post, "/debit-accounts/{act}") { try await DebitAccountPages($0).register() },
      PageRoute(.get, "/debit-accounts/{id}") { try await DebitAccountPages($0).show() },
      PageRoute(.post, "/debit-accounts/{id}/{act}") { try await DebitAccountPages($0).act() },
      PageRoute(.get, "/packages") { try await PackagePages($0).list() },
      PageRoute(.get, "/packages/{id}") { try await PackagePages($0).show() },
      PageRoute(.post, "/packages/{id}/{act}") { try await PackagePages($0).act() },
      PageRoute(.get, "/budget-lines") { try await BudgetPages($0).list() },
      PageRoute(.get, "/budget-lines/{id}") { try await BudgetPages($0).show() },
      PageRoute(.get, "/sanction-cases") { try await SanctionPages($0).list() },
      PageRoute(.get, "/sanction-cases/{id}") { try await SanctionPages($0).show() },
      PageRoute(.post, "/sanction-cases/{id}/{act}") { try await SanctionPages($0).act() },
      PageRoute(.get, "/vendors") { try await VendorPages($0).list() },
      PageRoute(.get, "/vendors/{id}") {
        $0.call.actor?.isOfficial == true ? try await VendorPages($0).show() : try await VendorFace($0).show()
      },
      PageRoute(.get, "/vendors/{id}/documents/{document}") { try await VendorPages($0).paper() },
      PageRoute(.get, "/vendors/{id}/conflicts") { try await ConflictPages($0).show() },
      PageRoute(.post, "/vendors/{id}/conflicts/{act}") { try await ConflictPages($0).declare() },
      PageRoute(.post, "/vendors/{id}/unmask") { try await VendorPages($0).unmask() },
      PageRoute(.post, "/vendors/{id}/{act}") { try await VendorPages($0).act() },
      PageRoute(.get, "/curation") { try await CurationList($0).show() },
      PageRoute(.post, "/curation/list") { try await CurationList($0).listTicked() },
      PageRoute(.get, "/curation/{id}") { try await CurationPages($0).show() },
      PageRoute(.post, "/curation/{id}/{act}") { try await CurationPages($0).act() },
      PageRoute(.get, "/users") { try await UserPages($0).list() },
      PageRoute(.get, "/users/new") { try await UserPages($0).showNew() },
      PageRoute(.post, "/users/new") { try await UserPages($0).create() },
      PageRoute(.get, "/users/{id}") { try await UserPages($0).show() },
      PageRoute(.post, "/users/{id}/{act}") { try await UserPages($0).act() },
      PageRoute(.get, "/offices") { try await OfficePages($0).list() },
      PageRoute(.post, "/offices/{act}") { try await OfficePages($0).appoint() },
      PageRoute(.get, "/offices/{id}") { try await OfficePages($0).show() },
      PageRoute(.post, "/offices/{id}/{act}") { try await OfficePages($0).act() },
      PageRoute(.get, "/imports") { try await ImportPages($0).overview() },
      PageRoute(.get, "/imports/{kind}") { try await ImportPages($0).show() },
      PageRoute(.post, "/imports/{kind}", takesFiles: true) { try await ImportPages($0).act() },
      PageRoute(.get, "/imports/{kind}/template.csv") { try await ImportPages($0).template() },
      PageRoute(.get, "/calendar") { try await CalendarReading($0)() },
      PageRoute(.get, "/rules") { try await RulePages($0).rules() },
      PageRoute(.get, "/rules/drafts") { try await RulePages($0).drafts() },
      PageRoute(.get, "/rules/drafts/new") { try await RuleDraftPages($0).showNew() },
      PageRoute(.post, "/rules/drafts/new") { try await RuleDraftPages($0).create() },
      PageRoute(.get, "/rules/drafts/{id}") { try await RuleDraftPages($0).show() },
      PageRoute(.post, "/rules/drafts/{id}/{act}") { try await RuleDraftPages($0).act() },
      PageRoute(.get, "/search") { try await AuditPages($0).search() },
      PageRoute(.get, "/audit") { try await AuditPages($0).log() },
      PageRoute(.get, "/reports") { try await ReportPages($0).overview() },
      PageRoute(.get, "/reports/vendor-concentration") { try await ReportPages($0).concentration() },
      PageRoute(.get, "/reports/budget") { try await ReportPages($0).budget() },
      PageRoute(.get, "/notifications") { try await NoticesReading($0).show() },
      PageRoute(.post, "/notifications/read") { try await NoticesReading($0).markAllRead() },
      PageRoute(.post, "/notifications/{id}/read") { try await NoticesReading($0).markRead() },
      PageRoute(.get, "/events") { try await EventsReading($0)() },
      PageRoute(.get, "/account") { try KeepingAccount($0).show() },
      PageRoute(.post, "/account/email") { try await KeepingAccount($0).changeEmail() },
      PageRoute(.post, "/account/email-proof") { try await KeepingAccount($0).sendProof() },
      PageRoute(.post, "/account/password") { try await KeepingAccount($0).changePassword() },
      PageRoute(.get, "/email-proofs/{token}") { try await ProvingAddress($0).show() },
      PageRoute(.post, "/email-proofs/{token}") { try await ProvingAddress($0).prove() },
      PageRoute(.get, "/mail") { try await MailReading($0).show() },
      PageRoute(.post, "/mail/{id}/retry") { try await MailReading($0).retry() },
    ] + VendorPageRoutes.all + everywhere + secondFactor

  static let central: [PageRoute] =
    [
      PageRoute(.get, "/") { try await TenantsReading($0)() },
      PageRoute(.get, "/tenants/{slug}") { try await TenantPages($0).show() },
      PageRoute(.post, "/tenants/{slug}/{act}") { try await TenantPages($0).act() },
      PageRoute(.get, "/operations/{id}") { try await TenantPages($0).operation() },
    ] + everywhere + secondFactor

  private static let everywhere: [PageRoute] = [
    PageRoute(.get, "/sign-in") { SigningIn($0).show() },
    PageRoute(.post, "/sign-in") { try await SigningIn($0).attempt() },
    PageRoute(.post, "/sign-out") { try await SigningOut($0)() },
    PageRoute(.get, "/password-resets") { ResettingPassword($0).show() },
    PageRoute(.post, "/password-resets") { try await ResettingPassword($0).ask() },
    PageRoute(.get, "/password-resets/{token}") { try await ResettingPassword($0).open() },
    PageRoute(.post, "/password-resets/{token}") { try await ResettingPassword($0).set() },
    PageRoute(.get, "/invitations/{token}") { try await AcceptingInvitation($0).show() },
    PageRoute(.post, "/invitations/{token}") { try await AcceptingInvitation($0).accept() },
    PageRoute(.get, "/offline") { OfflinePage.reply(.page, $0) },
    PageRoute(.get, "/offline/kept") { OfflinePage.reply(.kept, $0) },
    PageRoute(.get, "/components") { try ComponentsPage.reply($0) },
    PageRoute(.get, "/language/{language}") { try await ChoosingLanguage($0)() },
  ]

  /// Whether an entry of the menu leads somewhere.
  static func isServed(_ item: MenuItem) -> Bool { isServed(item.url) }

  /// Whether there is a page at an address of a province's host.
  static func isServed(_ url: PageURL) -> Bool { (try? PageMap(routes: tenant).find(.get, url.text)) != nil }
}
