package import Foundation

extension JSONValue {
  /// The text of a string.
  package var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The value of an integer.
  package var int64: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// The value of an integer that fits the machine word.
  package var int: Int? { int64.flatMap(Int.init(exactly:)) }

  /// The truth of a boolean.
  package var bool: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  /// The UUID that a string spells.
  package var uuid: UUID? { text.flatMap(UUID.init(uuidString:)) }

  /// The instant that a string in RFC 3339 spells.
  package var instant: Date? { text.flatMap(RFC3339.instant) }

  /// The elements of an array.
  package var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object.
  package var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// True for `null` alone.
  package var isNull: Bool { self == .null }
}

extension JSONValue {
  /// A string, or null where there is none.
  package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// An integer, or null where there is none.
  package init(_ number: Int64?) { self = number.map(JSONValue.integer) ?? .null }

  /// An integer, or null where there is none.
  package init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }

  /// A boolean, or null where there is none.
  package init(_ flag: Bool?) { self = flag.map(JSONValue.bool) ?? .null }

  /// A UUID in lower case, or null where there is none.
  package init(_ id: UUID?) { self = id.map { .string($0.uuidString.lowercased()) } ?? .null }

  /// An instant in RFC 3339 and UTC, or null where there is none.
  package init(_ instant: Date?) { self = instant.map { .string(RFC3339.text($0)) } ?? .null }
}
