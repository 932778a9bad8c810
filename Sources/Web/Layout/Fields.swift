import HTML

/// A field of one line.
struct TextField: Component {
  let field: FieldLabel
  let form: FormState
  var type: InputType = .text
  var maxLength: Int?
  var autocomplete: String?
  /// `numeric` brings up digits on a phone for codes that are no numbers.
  var inputMode: String?
  var isShort = false

  func write(to h: Hypertext) {
    h.field(field, in: form) { links in
      // A password is never sent back into a page.
      let value = type == .password ? nil : form.value(field.name)
      h.input(
        type, .id(links.id), .name(field.name), .value(value), .class(isShort ? "short" : nil),
        .maxlength(maxLength), .autocomplete(autocomplete), .inputmode(inputMode),
        .required(field.isRequired),
        .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
  }
}

/// A field for text of several lines.
struct TextAreaField: Component {
  let field: FieldLabel
  let form: FormState
  let maxLength: Int

  func write(to h: Hypertext) {
    h.field(field, in: form) { links in
      h.textarea(
        form.value(field.name), .id(links.id), .name(field.name), .maxlength(maxLength),
        .required(field.isRequired), .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
  }
}

/// A field for whole rupiah.
struct MoneyField: Component {
  let field: FieldLabel
  let form: FormState

  func write(to h: Hypertext) {
    h.field(field, in: form) { links in
      h.div(.class("prefixed short")) {
        h.span(form.language(FormText.rupiah), .aria(.hidden, "true"))
        h.input(
          .text, .id(links.id), .name(field.name), .value(form.value(field.name)), .inputmode("numeric"),
          .maxlength(19), .autocomplete("off"), .required(field.isRequired),
          .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
      }
    }
  }
}

/// A field for a file.
struct FileField: Component {
  let field: FieldLabel
  let form: FormState
  let accept: String
  /// Whether a phone takes a photo at once instead of asking for a file.
  var usesCamera = false

  func write(to h: Hypertext) {
    h.field(field, in: form) { links in
      h.input(
        .file, .id(links.id), .name(field.name), .accept(accept),
        .capture(usesCamera ? "environment" : nil), .required(field.isRequired),
        .data(.preview, "file"), .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
  }
}
