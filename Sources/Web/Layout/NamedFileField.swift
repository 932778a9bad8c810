import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// A field for a file whose name in the form is shared by several forms of a page.
struct NamedFileField: Component {
  let id: String
  let name: String
  let label: String
  let hint: String?
  let form: FormState
  let accept: String
  let usesCamera: Bool

  func write(to h: Hypertext) {
    h.field(FieldLabel(name: id, label: label, hint: hint), in: form) { links in
      h.input(
        .file, .id(links.id), .name(name), .accept(accept), .capture(usesCamera ? "environment" : nil),
        .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
  }
}
