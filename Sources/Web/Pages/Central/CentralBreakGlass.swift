import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Break-glass on a province's page in central administration: the form that opens an access, those there are, and
/// the way in.
struct CentralBreakGlass {
  private static let shownAtMost = 20

  let page: PageCall
  let slug: String
  /// On the clocks of the province.
  private let shown: ShownValue
  private let items: [JSONValue]

  /// Asks for the accesses to an active province.
  init(_ page: PageCall, _ slug: String) async throws {
    self.page = page
    self.slug = slug
    let zone = page.services.registry.tenant(slug: slug)?.calendar.zone ?? .universal
    shown = ShownValue(language: page.language, zone: zone)
    let list = try await page.ask(
      "listTenantBreakGlass", ["slug": slug], query: [("limit", "\(Self.shownAtMost)")])
    items = list["items"]?.elements ?? []
  }

  private var language: Language { page.language }
  private var open: [JSONValue] { items.filter { BreakGlassStanding($0, at: page.call.now).isOpen } }

  /// Opening one, and ending each that is open.
  var actions: [PageAction] {
    let opening = PageAction(
      act: "break-glass", operation: "openBreakGlass", parameters: ["slug": slug],
      title: language(BreakGlassDoorText.open), explanation: language(BreakGlassDoorText.openMeans),
      fields: [
        ActionForm.Field(
          name: "reason", label: language(BreakGlassText.reason),
          hint: language(BreakGlassDoorText.reasonHint), kind: .lines, maxLength: 2000),
        ActionForm.Field(
          name: "minutes", label: language(BreakGlassDoorText.minutes),
          hint: language(BreakGlassDoorText.minutesHint), kind: .number, start: "30", maxLength: 2),
      ], weight: .bad, isFolded: true)
    let endings = open.map { item -> PageAction in
      let id = item["id"]?.text ?? ""
      let name = item["administrator"]?["name"]?.text ?? ""
      var ending = PageAction.endingBreakGlass(
        "endTenantBreakGlass", ["slug": slug, "id": id], act: "end-\(id)", language,
        title: "\(language(BreakGlassText.end)) – \(name), \(shown.instant(item["openedAt"]))")
      ending.isFolded = true
      return ending
    }
    return [opening] + endings
  }

  /// Those there are, and the way into the own ones that were not entered yet.
  var part: Section {
    // Of several the newest; who lost the way into one opens another.
    let ways = open.compactMap { item -> LinkRow.Link? in
      guard let url = item["url"]?.text.flatMap({ PageURL(checking: $0) }) else { return nil }
      return LinkRow.Link(url: url, text: language(BreakGlassDoorText.go), weight: .main)
    }
    let title = language(BreakGlassText.title)
    let list: any Component =
      items.isEmpty
      ? Paragraph(language(BreakGlassDoorText.none), isQuiet: true)
      : shown.breakGlass(items, at: page.call.now)
    let way: [any Component] =
      ways.isEmpty
      ? [] : [LinkRow(links: [ways[0]]), Paragraph(language(BreakGlassDoorText.goMeans), isQuiet: true)]
    return Section(title, parts: way + [list])
  }
}
