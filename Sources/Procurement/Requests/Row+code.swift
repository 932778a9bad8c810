import Postgres

extension Row {
  /// The next column as a case of an enum by its raw value.
  mutating func code<Code: RawRepresentable<String>>(_: Code.Type = Code.self) throws -> Code {
    let text = try next(String.self)
    guard let code = Code(rawValue: text) else { throw DecodingFailure("unknown code \(text)") }
    return code
  }
}
