/// The words around every page.
enum FrameText: Phrase {
  case skipToContent, menu, mainMenu, account, language, service
  case signIn, signOut, register
  case signedInAs
  case notifications(unread: Int)
  case openData, help, accessibility
  case law
}

/// The entries of the menu.
enum MenuText: Phrase {
  case catalogue, transparency, dashboard, packages, needs, orders, vendors, curation, budget, reports
  case flags, audit, users, imports, rules, mail, storefront, profile, offers
  case payments, sanctions, breakGlass
  case tenants, operations, applications
}

/// The words of forms.
enum FormText: Phrase {
  case optional, choose, save, cancel, send, filter, reset, rupiah
  /// Help beside a field whose list is searched.
  case lookupHint
  case noneFits(typed: String)
  case severalFit(names: String)
  case chooseOne(of: String)
  case leastAmount(String)
  /// What to type where a number is due.
  case digits(such: String)
  case mostAmount(String)
  case errorsFound(count: Int)
  case fileLimit(mebibytes: Int)
}

/// The words of lists and tables.
enum ListText: Phrase {
  case next, backToFirst, pages, nothingFound, nothingYet
  case showing(count: Int)
}
