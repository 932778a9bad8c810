extension Attribute {
  package static func name(_ name: String?) -> Attribute { Attribute("name", name) }
  package static func value(_ value: String?) -> Attribute { Attribute("value", value) }
  package static func form(_ id: String?) -> Attribute { Attribute("form", id) }
  package static func placeholder(_ text: String?) -> Attribute { Attribute("placeholder", text) }
  package static func autocomplete(_ purpose: String?) -> Attribute { Attribute("autocomplete", purpose) }
  package static func inputmode(_ mode: String?) -> Attribute { Attribute("inputmode", mode) }
  package static func pattern(_ pattern: String?) -> Attribute { Attribute("pattern", pattern) }
  package static func accept(_ types: String?) -> Attribute { Attribute("accept", types) }
  /// The camera that takes the picture: `environment` is the one on the back.
  package static func capture(_ camera: String?) -> Attribute { Attribute("capture", camera) }
  package static func min(_ bound: String?) -> Attribute { Attribute("min", bound) }
  package static func max(_ bound: String?) -> Attribute { Attribute("max", bound) }
  package static func step(_ step: String?) -> Attribute { Attribute("step", step) }
  package static func list(_ id: String?) -> Attribute { Attribute("list", id) }
  package static func minlength(_ count: Int?) -> Attribute { Attribute("minlength", count.map(String.init)) }
  package static func maxlength(_ count: Int?) -> Attribute { Attribute("maxlength", count.map(String.init)) }
  package static func rows(_ count: Int?) -> Attribute { Attribute("rows", count.map(String.init)) }
  package static func required(_ on: Bool = true) -> Attribute { Attribute("required", present: on) }
  package static func disabled(_ on: Bool = true) -> Attribute { Attribute("disabled", present: on) }
  package static func readonly(_ on: Bool = true) -> Attribute { Attribute("readonly", present: on) }
  package static func checked(_ on: Bool = true) -> Attribute { Attribute("checked", present: on) }
  package static func selected(_ on: Bool = true) -> Attribute { Attribute("selected", present: on) }
  package static func multiple(_ on: Bool = true) -> Attribute { Attribute("multiple", present: on) }
  package static func formnovalidate(_ on: Bool = true) -> Attribute {
    Attribute("formnovalidate", present: on)
  }
  package static func novalidate(_ on: Bool = true) -> Attribute { Attribute("novalidate", present: on) }
  package static func autofocus(_ on: Bool = true) -> Attribute { Attribute("autofocus", present: on) }

  /// The form is sent as `multipart/form-data`, which files need.
  package static func multipart() -> Attribute { Attribute("enctype", "multipart/form-data") }

  /// This button sends the form to another place.
  package static func formaction(_ url: PageURL) -> Attribute { Attribute("formaction", url.text) }
}

/// The types of an input.
package enum InputType: Sendable {
  case text, email, password, tel, url, search, number, date, time, file, checkbox, radio, hidden
  case dateTimeLocal

  var text: String {
    switch self {
    case .dateTimeLocal: "datetime-local"
    default: String(describing: self)
    }
  }
}

/// What a button does.
package enum ButtonType: String, Sendable { case submit, reset, button }

/// How a form is sent.
package enum FormMethod: String, Sendable { case get, post }
