/// A place in a JSON value that is only spelled out where an error is found.
indirect enum Pointer {
  case root
  case member(String, of: Pointer)
  case element(Int, of: Pointer)

  /// The place as RFC 6901 writes it.
  var text: String {
    switch self {
    case .root: ""
    case .member(let name, let parent): parent.text + "/" + Pointer.escape(name)
    case .element(let index, let parent): parent.text + "/\(index)"
    }
  }

  /// `~` as `~0` and `/` as `~1`.
  static func escape(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x7E || $0 == 0x2F }) else { return name }
    return name.reduce(into: "") { escaped, character in
      for scalar in character.unicodeScalars {
        switch scalar {
        case "~": escaped += "~0"
        case "/": escaped += "~1"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
    }
  }
}
