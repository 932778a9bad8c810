import HTML
import Procurement

/// The search of the catalogue; what is rarely needed is folded away until it is used.
struct CatalogueFilters: Component {
  let form: FormState
  let categories: [Choice]
  let regions: [Choice]

  private var language: Language { form.language }

  func write(to h: Hypertext) {
    h.form(.get, to: "/", .class("filters"), .role("search")) {
      h.div(.class("field search")) {
        h.label(for: "q", language(CatalogueText.words))
        h.input(
          .search, .id("q"), .name("q"), .value(form.value("q")), .maxlength(200),
          .aria(.invalid, form.problem("q") == nil ? nil : "true"))
      }
      h.button(.submit, language(CatalogueText.search))
      h.details(.class("more"), .open(isNarrowed)) {
        h.summary(language(CatalogueText.narrow))
        h.div(.class("filter-fields")) {
          choice("category", .category, .anyCategory, categories, h)
          if !regions.isEmpty { choice("region", .servedRegion, .anyRegion, regions, h) }
          money(h, "minPrice", .leastPrice)
          money(h, "maxPrice", .mostPrice)
          sort(h)
        }
      }
    }
  }

  /// What a field of the search is called; nil for what it does not have.
  static func label(of name: String) -> CatalogueText? {
    switch name {
    case "q": .words
    case "category": .category
    case "region": .servedRegion
    case "minPrice": .leastPrice
    case "maxPrice": .mostPrice
    case "sort": .sort
    default: nil
    }
  }

  private var isNarrowed: Bool {
    ["category", "region", "minPrice", "maxPrice", "sort"].contains { form.values[$0] != nil }
  }

  private func choice(
    _ name: String, _ label: CatalogueText, _ any: CatalogueText, _ choices: [Choice], _ h: Hypertext
  ) {
    h.div(.class("field")) {
      h.label(for: name, language(label))
      h.select(.id(name), .name(name)) {
        h.option("", language(any))
        for choice in choices {
          h.option(choice.value, choice.text, selected: choice.value == form.value(name))
        }
      }
    }
  }

  private func money(_ h: Hypertext, _ name: String, _ label: CatalogueText) {
    let problem = form.problem(name)
    h.div(.class("field"), .data(.state, problem == nil ? nil : "invalid")) {
      h.label(for: name, language(label))
      if let problem { h.p(problem, .class("error"), .id("\(name)-error")) }
      h.div(.class("prefixed")) {
        h.span(language(FormText.rupiah), .aria(.hidden, "true"))
        h.input(
          .text, .id(name), .name(name), .value(form.value(name)), .inputmode("numeric"), .maxlength(19),
          .autocomplete("off"), .aria(.describedby, problem == nil ? nil : "\(name)-error"),
          .aria(.invalid, problem == nil ? nil : "true"))
      }
    }
  }

  private func sort(_ h: Hypertext) {
    let chosen = form.value("sort")
    h.div(.class("field")) {
      h.label(for: "sort", language(CatalogueText.sort))
      h.select(.id("sort"), .name("sort")) {
        for sort in ProductSort.allCases where sort != .relevance || !form.value("q").isEmpty {
          h.option(
            sort == .newest && form.value("q").isEmpty ? "" : sort.rawValue,
            language(CatalogueText.by(sort)), selected: sort.rawValue == chosen)
        }
      }
    }
  }
}
