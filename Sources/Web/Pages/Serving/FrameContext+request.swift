import Authentication
import EOrderRules
import HTML
import Tenancy

extension FrameContext {
  /// The frame of a request's page.
  init(_ door: PageDoor, _ actor: Actor?, proof: String, path: String) {
    let identity = door.tenant?.rulebook.tenant
    let language = door.language
    self.init(
      owner: Owner(name: identity.map(Self.name) ?? language(CentralText.service), seal: nil),
      language: language, languages: door.languages,
      viewer: actor.map { Viewer(name: $0.name, roles: $0.roles, formToken: proof) },
      path: path,
      menu: identity == nil ? [] : MenuItem.items(for: actor?.roles ?? []).filter(PageRoutes.isServed),
      assets: PageAssets(identity).links)
  }

  private static func name(_ identity: TenantIdentity) -> String { identity.brand.name ?? identity.name }
}
