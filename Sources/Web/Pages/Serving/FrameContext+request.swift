import Authentication
import EOrderRules
import HTML
import Tenancy

extension FrameContext {
  /// The frame of a request's page.
  init(_ door: PageDoor, _ person: PageDoor.Person?, proof: String, path: String) {
    let identity = door.tenant?.rulebook.tenant
    let language = door.language
    self.init(
      owner: Owner(
        name: identity.map(Self.name) ?? language(CentralText.service), seal: identity?.brand.seal),
      language: language, languages: door.languages,
      viewer: person.map { person in
        Viewer(
          name: person.actor.name, roles: person.actor.roles, formToken: proof,
          unprovedEmail: person.actor.hasProvedEmail ? nil : person.actor.email, unread: person.unread)
      },
      path: path,
      menu: identity == nil || Self.isBare(door, person)
        ? [] : MenuItem.items(for: person?.actor.roles ?? []).filter(PageRoutes.isServed),
      assets: PageAssets(identity).links)
  }

  /// Whoever has to set up one-time codes first gets no menu, since nothing in it would open.
  private static func isBare(_ door: PageDoor, _ person: PageDoor.Person?) -> Bool {
    person.map { door.services.mustSetUpSecondFactor($0.actor, in: door.tenant) } ?? false
  }

  private static func name(_ identity: TenantIdentity) -> String { identity.brand.name ?? identity.name }
}
