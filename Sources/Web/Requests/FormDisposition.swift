import Foundation

/// What the head of a form's part says of it: `Content-Disposition: form-data; name="file"; filename="a.pdf"`.
struct FormDisposition: Equatable {
  let name: String
  /// Whether it brings a file, under whatever name.
  let isFile: Bool

  /// Nil where the head has no such line, or no name in it.
  init?(head: String) {
    let lines = head.split(separator: "\r\n").map { $0.split(separator: ":", maxSplits: 1) }
    let line = lines.first {
      $0.count == 2 && $0[0].trimmingCharacters(in: .whitespaces).lowercased() == "content-disposition"
    }
    guard let line else { return nil }
    var rest = line[1]
    guard Self.word(&rest).trimmingCharacters(in: .whitespaces).lowercased() == "form-data" else {
      return nil
    }
    var parameters: [String: String] = [:]
    while rest.popFirst() == ";" {
      let parameter = Self.word(&rest).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parameter.count == 2 else { return nil }
      parameters[parameter[0].trimmingCharacters(in: .whitespaces).lowercased()] = Self.unquoted(parameter[1])
    }
    guard let name = parameters["name"] else { return nil }
    self.name = name
    isFile = parameters["filename"] != nil || parameters["filename*"] != nil
  }

  /// Takes what stands before the next semicolon that is not within quotation marks.
  private static func word(_ rest: inout Substring) -> Substring {
    var isQuoted = false
    var isEscaped = false
    let end = rest.firstIndex { character in
      defer { isEscaped = isQuoted && character == "\\" && !isEscaped }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
    let word = rest[..<(end ?? rest.endIndex)]
    rest = rest[(end ?? rest.endIndex)...]
    return word
  }

  private static func unquoted(_ value: Substring) -> String {
    let text = value.trimmingCharacters(in: .whitespaces)
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
    return String(text.dropFirst().dropLast()).replacing("\\\"", with: "\"")
  }
}
