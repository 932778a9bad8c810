import Authentication
import EOrderRules
import Foundation
import HTML
import HTTPTypes
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
          unprovedEmail: person.actor.hasProvedEmail ? nil : person.actor.email, unread: person.unread,
          access: Self.access(person.actor, door))
      },
      path: path,
      menu: identity == nil || Self.isBare(door, person)
        ? [] : Self.menu(person?.actor),
      assets: PageAssets(identity).links)
  }

  private static func menu(_ actor: Actor?) -> [MenuItem] {
    let items = MenuItem.items(for: actor?.roles ?? []).filter(PageRoutes.isServed)
    guard actor?.isReader == true else { return items }
    return items.filter { PageRoutes.isForReaders(.get, $0.url.text) }
  }

  private static func access(_ actor: Actor, _ door: PageDoor) -> AccessBanner.Access? {
    guard let access = actor.access, let tenant = door.tenant else { return nil }
    return AccessBanner.Access(
      id: access.id.uuidString.lowercased(), reason: access.reason, endsAt: access.endsAt, now: door.now,
      zone: tenant.calendar.zone)
  }

  /// Whoever has to set up one-time codes first gets no menu, since nothing in it would open.
  private static func isBare(_ door: PageDoor, _ person: PageDoor.Person?) -> Bool {
    person.map { door.services.mustSetUpSecondFactor($0.actor, in: door.tenant) } ?? false
  }

  private static func name(_ identity: TenantIdentity) -> String { identity.brand.name ?? identity.name }
}
