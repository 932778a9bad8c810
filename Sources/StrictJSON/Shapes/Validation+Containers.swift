extension Validation {
  mutating func object(
    _ value: JSONValue, _ fields: [ShapeField], _ rule: MemberRule, at place: Pointer
  ) -> JSONValue {
    guard case .object(let members) = value else {
      note(place, .wrongType, bound: "object")
      return value
    }
    var normalised: [JSONMember] = []
    for field in fields {
      if let member = members.first(where: { ExactText($0.name) == ExactText(field.name) }) {
        let value = check(member.value, against: field.shape, at: .member(field.name, of: place))
        normalised.append(JSONMember(name: field.name, value: value))
      } else if field.isRequired {
        note(.member(field.name, of: place), .required)
      }
    }
    if normalised.count < members.count { unknown(members, fields, at: place) }
    check(rule, normalised, at: place)
    return .object(normalised)
  }

  private mutating func unknown(_ members: [JSONMember], _ fields: [ShapeField], at place: Pointer) {
    let known = Set(fields.map { ExactText($0.name) })
    for member in members where !known.contains(ExactText(member.name)) {
      note(.member(member.name, of: place), .unknown)
    }
  }

  private mutating func check(_ rule: MemberRule, _ members: [JSONMember], at place: Pointer) {
    switch rule {
    case .free: return
    case .exactlyOne(let names):
      let given = names.filter { name in members.contains { $0.name == name } }
      if given.isEmpty, let first = names.first { note(.member(first, of: place), .required) }
      for name in given.dropFirst() {
        note(.member(name, of: place), .notOneOf, bound: names.joined(separator: ", "))
      }
    case .atLeastOne(let names):
      if let first = names.first, !members.contains(where: { names.contains($0.name) }) {
        note(.member(first, of: place), .required)
      }
    }
  }

  mutating func map(_ value: JSONValue, _ element: Shape, at place: Pointer) -> JSONValue {
    guard case .object(let members) = value else {
      note(place, .wrongType, bound: "object")
      return value
    }
    return .object(
      members.map { member in
        let value = check(member.value, against: element, at: .member(member.name, of: place))
        return JSONMember(name: member.name, value: value)
      })
  }

  /// Elements beyond the bound are not looked at: the array is refused anyhow.
  mutating func array(
    _ value: JSONValue, _ element: Shape, _ min: Int, _ max: Int?, at place: Pointer
  ) -> JSONValue {
    guard case .array(let elements) = value else {
      note(place, .wrongType, bound: "array")
      return value
    }
    if elements.count < min { note(place, .tooShort, bound: "\(min)", measure: .elements) }
    if let max, elements.count > max {
      note(place, .tooLong, bound: "\(max)", measure: .elements)
    }
    return .array(
      elements.prefix(max ?? elements.count).enumerated().map { index, value in
        check(value, against: element, at: .element(index, of: place))
      })
  }
}
