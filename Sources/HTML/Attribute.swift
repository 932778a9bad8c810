/// One attribute of an element; its name stands in this module, its value is always quoted and escaped.
///
/// There is no `style` and no event handler: the content security policy forbids both.
package struct Attribute: Sendable {
  enum Value: Sendable {
    case text(String)
    case flag
    case absent
  }

  let name: String
  let value: Value

  private init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// With this value; left out where there is none.
  init(_ name: String, _ text: String?) { self.init(name, text.map(Value.text) ?? .absent) }

  /// Present or left out.
  init(_ name: String, present: Bool) { self.init(name, present ? .flag : .absent) }
}

extension Attribute {
  package static func id(_ id: String?) -> Attribute { Attribute("id", id) }
  package static func `class`(_ names: String?) -> Attribute { Attribute("class", names) }
  package static func lang(_ tag: String?) -> Attribute { Attribute("lang", tag) }
  package static func title(_ text: String?) -> Attribute { Attribute("title", text) }
  package static func role(_ role: String?) -> Attribute { Attribute("role", role) }
  package static func tabindex(_ index: Int?) -> Attribute { Attribute("tabindex", index.map(String.init)) }
  package static func hidden(_ hidden: Bool = true) -> Attribute { Attribute("hidden", present: hidden) }
  package static func hreflang(_ tag: String?) -> Attribute { Attribute("hreflang", tag) }
  package static func rel(_ relation: String?) -> Attribute { Attribute("rel", relation) }
  package static func download(_ fileName: String?) -> Attribute { Attribute("download", fileName) }
  package static func datetime(_ instant: String?) -> Attribute { Attribute("datetime", instant) }
  package static func open(_ open: Bool = true) -> Attribute { Attribute("open", present: open) }
  package static func width(_ pixels: Int) -> Attribute { Attribute("width", String(pixels)) }
  package static func height(_ pixels: Int) -> Attribute { Attribute("height", String(pixels)) }
  package static func loadingLazily() -> Attribute { Attribute("loading", "lazy") }
  package static func colspan(_ count: Int?) -> Attribute { Attribute("colspan", count.map(String.init)) }
  package static func rowspan(_ count: Int?) -> Attribute { Attribute("rowspan", count.map(String.init)) }

  /// `data-…`: a value for a style rule or a script of ours.
  package static func data(_ key: DataKey, _ value: String?) -> Attribute {
    switch key {
    case .label: Attribute("data-label", value)
    case .stale: Attribute("data-stale", value)
    case .state: Attribute("data-state", value)
    case .tone: Attribute("data-tone", value)
    case .live: Attribute("data-live", value)
    case .confirm: Attribute("data-confirm", value)
    case .preview: Attribute("data-preview", value)
    }
  }

  /// `aria-…`.
  package static func aria(_ key: AriaKey, _ value: String?) -> Attribute {
    switch key {
    case .label: Attribute("aria-label", value)
    case .labelledby: Attribute("aria-labelledby", value)
    case .describedby: Attribute("aria-describedby", value)
    case .errormessage: Attribute("aria-errormessage", value)
    case .current: Attribute("aria-current", value)
    case .invalid: Attribute("aria-invalid", value)
    case .hidden: Attribute("aria-hidden", value)
    case .live: Attribute("aria-live", value)
    case .atomic: Attribute("aria-atomic", value)
    case .expanded: Attribute("aria-expanded", value)
    case .controls: Attribute("aria-controls", value)
    case .sort: Attribute("aria-sort", value)
    case .busy: Attribute("aria-busy", value)
    }
  }
}

/// The `data-…` attributes that style rules and scripts know.
package enum DataKey: Sendable { case label, state, tone, live, confirm, preview, stale }

/// The `aria-…` attributes in use.
package enum AriaKey: Sendable {
  case label, labelledby, describedby, errormessage, current, invalid, hidden, live, atomic, expanded
  case controls, sort, busy
}
