extension FrameText {
  var english: String {
    switch self {
    case .skipToContent: "Skip to content"
    case .menu: "Menu"
    case .mainMenu: "Main menu"
    case .account: "Account"
    case .language: "Language"
    case .service: "e-Order – direct purchasing from small businesses"
    case .signIn: "Sign in"
    case .signOut: "Sign out"
    case .register: "Register as a vendor"
    case .signedInAs: "Signed in as "
    case .notifications(let unread): unread == 0 ? "Notifications" : "Notifications (\(unread) new)"
    case .openData: "Open data"
    case .help: "Help"
    case .accessibility: "Accessibility"
    case .law: "Legal basis"
    }
  }
}

extension MenuText {
  var english: String {
    switch self {
    case .catalogue: "Catalogue"
    case .transparency: "Transparency"
    case .dashboard: "Home"
    case .packages: "RUP packages"
    case .needs: "Needs"
    case .orders: "Orders"
    case .vendors: "Vendors"
    case .curation: "Product curation"
    case .budget: "Budget"
    case .reports: "Reports"
    case .flags: "Red flags"
    case .audit: "Audit log"
    case .users: "Users"
    case .imports: "Imports"
    case .rules: "Rules"
    case .mail: "Outgoing mail"
    case .storefront: "My products"
    case .profile: "Business profile"
    case .offers: "Offers"
    case .payments: "Payments"
    case .sanctions: "Sanctions"
    case .breakGlass: "Break-glass"
    case .tenants: "Provinces"
    case .operations: "Operations"
    case .applications: "Applications"
    }
  }
}

extension FormText {
  var english: String {
    switch self {
    case .optional: "optional"
    case .choose: "Choose…"
    case .chooseOne(let names): "Choose one of: \(names)."
    case .digits(let example): "Write a whole number, such as \(example)."
    case .leastAmount(let amount): "\(amount) at least."
    case .mostAmount(let amount): "\(amount) at most."
    case .save: "Save"
    case .cancel: "Cancel"
    case .send: "Send"
    case .filter: "Apply"
    case .reset: "Clear filters"
    case .rupiah: "Rp"
    case .lookupHint: "Type a part of the name and take what is suggested."
    case .noneFits(let typed): "Nothing fits “\(typed)”. Try a part of the name alone."
    case .severalFit(let names): "More than one fits; write it out like one of these: \(names)."
    case .errorsFound(let count): count == 1 ? "1 entry needs mending" : "\(count) entries need mending"
    case .fileLimit(let mebibytes): "PDF, JPEG or PNG, at most \(mebibytes) MiB."
    }
  }
}

extension ListText {
  var english: String {
    switch self {
    case .next: "Next"
    case .backToFirst: "Back to the first"
    case .pages: "Pages of the list"
    case .nothingFound: "Nothing matches"
    case .nothingYet: "There is nothing here yet"
    case .showing(let count): "\(count) shown"
    }
  }
}
