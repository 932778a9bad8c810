import EOrderRules
import StrictJSON

/// Reads the members of a JSON object strictly and gathers a sentence for each error.
final class FactsReader {
  private(set) var refusals: [String] = []

  /// Notes an error at a pointer.
  func refuse(_ pointer: String, _ reason: String) {
    refusals.append("\(pointer.isEmpty ? "/" : pointer): \(reason).")
  }

  /// The object at a pointer with its members named; other members and other types are refused.
  func object(_ value: JSONValue?, _ pointer: String, members: [String]) -> FactsObject? {
    guard let value, value != .null else {
      refuse(pointer, "the object is missing")
      return nil
    }
    guard case .object(let found) = value else {
      refuse(pointer, "an object is due here")
      return nil
    }
    for member in found where !members.contains(where: { $0.utf8.elementsEqual(member.name.utf8) }) {
      refuse(pointer + "/" + escaped(member.name), "the member is unknown")
    }
    return FactsObject(value: value, pointer: pointer, reader: self)
  }

  private func escaped(_ name: String) -> String {
    name.asNamed.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}

/// An object of the facts; a member that is null counts as left out.
struct FactsObject {
  let value: JSONValue
  let pointer: String
  let reader: FactsReader

  func member(_ name: String) -> JSONValue? {
    let found = value[name]
    return found == .null ? nil : found
  }

  func pointer(_ name: String) -> String { "\(pointer)/\(name)" }

  /// A member read by a closure; nil, without an error, where it is left out.
  func optional<Value>(_ name: String, _ due: String, _ read: (JSONValue) -> Value?) -> Value? {
    guard let found = member(name) else { return nil }
    guard let value = read(found) else {
      reader.refuse(pointer(name), "\(due) is due here")
      return nil
    }
    return value
  }

  /// A member read by a closure; nil, with an error, where it is left out.
  func required<Value>(_ name: String, _ due: String, _ read: (JSONValue) -> Value?) -> Value? {
    guard member(name) != nil else {
      reader.refuse(pointer(name), "the member is missing")
      return nil
    }
    return optional(name, due, read)
  }

  func text(_ name: String) -> String? { optional(name, "a text") { $0.text } }

  func day(_ name: String) -> Day? {
    optional(name, "a day as YYYY-MM-DD") { $0.text.flatMap { Day($0) } }
  }

  func amount(_ name: String, from least: Int64 = 0) -> Rupiah? {
    optional(name, "a whole number from \(least) up") { Self.whole($0, from: least).map { Rupiah($0) } }
  }

  func count(_ name: String) -> Int64? {
    optional(name, "a whole number from 0 up") { Self.whole($0, from: 0) }
  }

  func flag(_ name: String) -> Bool? { optional(name, "true or false") { $0.bool } }

  func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Word.Type) -> Word? {
    let due = "one of " + Word.allCases.map(\.rawValue).joined(separator: ", ")
    // Byte by byte: to Unicode the Kelvin sign is a K.
    return required(name, due) { value in
      Word.allCases.first { $0.rawValue.utf8.elementsEqual((value.text ?? "").utf8) }
    }
  }

  /// The elements of a list; none where it is left out.
  func list(_ name: String) -> [JSONValue] { optional(name, "a list") { $0.elements } ?? [] }

  /// A list of texts; none where it is left out.
  func texts(_ name: String) -> [String] {
    let texts = optional(name, "a list of texts") { value -> [String]? in
      guard let elements = value.elements else { return nil }
      let texts = elements.compactMap(\.text)
      return texts.count == elements.count ? texts : nil
    }
    return texts ?? []
  }

  static func whole(_ value: JSONValue, from least: Int64) -> Int64? {
    guard case .integer(let number) = value, number >= least else { return nil }
    return number
  }
}
