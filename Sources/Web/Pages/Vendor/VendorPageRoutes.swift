import HTTPTypes

/// The addresses of registering, and of a vendor's own pages.
enum VendorPageRoutes {
  static let all: [PageRoute] = [
    PageRoute(.get, "/how-to-register") { try HowToRegisterPage.read($0) },
    PageRoute(.get, "/register") { try await Registering($0).start() },
    PageRoute(.get, "/register/{step}") { try await Registering($0).show() },
    PageRoute(.post, "/register/{step}") { try await Registering($0).send() },
    PageRoute(.get, "/profile") { try await ProfileReading($0).show() },
    PageRoute(.get, "/profile/papers") { try await PapersReading($0).show() },
    PageRoute(.get, "/profile/papers/{id}") { try await PapersReading($0).file() },
    PageRoute(.post, "/profile/papers/{kind}", takesFiles: true) { try await PapersReading($0).handIn() },
    PageRoute(.get, "/profile/people") { try await StaffPages($0).list() },
    PageRoute(.post, "/profile/people/new") { try await StaffPages($0).create() },
    PageRoute(.get, "/profile/people/{id}") { try await StaffPages($0).show() },
    PageRoute(.post, "/profile/people/{id}/{act}") { try await StaffPages($0).act() },
    PageRoute(.get, "/profile/lines") { try await ProfileLines($0).show() },
    PageRoute(.post, "/profile/lines") { try await ProfileLines($0).save() },
    PageRoute(.post, "/profile/regions") { try await ProfileReading($0).changeRegions() },
    PageRoute(.post, "/profile/submit") { try await ProfileReading($0).submit() },
    PageRoute(.post, "/profile/{section}") { try await ProfileReading($0).change() },
    PageRoute(.get, "/storefront") { try await StorefrontReading($0).show() },
    PageRoute(.get, "/storefront/template.csv") { try ProductFile($0).template() },
    PageRoute(.get, "/storefront/new") { try await OwnProductReading($0).new() },
    PageRoute(.post, "/storefront/new") { try await OwnProductReading($0).create() },
    PageRoute(.get, "/storefront/import") { try ProductFile($0).show() },
    PageRoute(.post, "/storefront/import", takesFiles: true) { try await ProductFile($0).send() },
    PageRoute(.get, "/storefront/{id}") { try await OwnProductReading($0).show() },
    PageRoute(.post, "/storefront/{id}/{action}", takesFiles: true) {
      try await OwnProductReading($0).send()
    },
    PageRoute(.post, "/storefront/{id}/pictures/{picture}/remove") {
      try await OwnProductReading($0).removePicture()
    },
    PageRoute(.get, "/requests-for-offers") { try await TendersReading($0).show() },
    PageRoute(.get, "/requests-for-offers/{id}") { try await TenderReading($0).show() },
    PageRoute(.post, "/requests-for-offers/{id}/{action}") { try await TenderReading($0).send() },
    PageRoute(.get, "/transparency") { try await TransparencyReading($0)() },
    PageRoute(.get, "/transparency/purchases") { try await PurchasesReading($0)() },
    PageRoute(.get, "/pictures/{hash}") { try await PictureReading($0)() },
  ]
}
