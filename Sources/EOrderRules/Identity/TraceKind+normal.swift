extension TraceKind {
  /// A particular as it is compared, however it was written; empty where it says too little to tell anybody by.
  package func normal(_ text: String) -> String {
    let digits = String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
    switch self {
    case .nik: return digits.count == 16 && digits.count == text.unicodeScalars.count ? digits : ""
    case .phone: return digits.count < 8 ? "" : digits.hasPrefix("0") ? "62" + digits.dropFirst() : digits
    case .account:
      let number = String(digits.drop { $0 == "0" })
      return number.count < 5 ? "" : number
    case .address: return address(text)
    }
  }

  /// An address as it is compared: in its city or regency, since other towns have the same streets; empty where the
  /// region says no more than the province.
  package static func normal(address: String, in region: RegionCode?) -> String {
    let street = TraceKind.address.normal(address)
    guard let town = region?.town, !street.isEmpty else { return "" }
    return "\(street) @ \(town)"
  }

  /// Words in small letters, the usual abbreviations written out; without a number it is a street, not a home.
  private func address(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.compactMap { word -> String? in
      switch word {
      case "jl", "jln", "jalan": "jalan"
      case "gg", "gang": "gang"
      case "kel", "kelurahan": "kelurahan"
      case "kec", "kecamatan": "kecamatan"
      case "no", "nomor": nil
      default: word.allSatisfy(\.isNumber) ? String(word.drop { $0 == "0" }) : String(word)
      }
    }
    let isHome = words.count >= 3 && words.contains { $0.contains(where: \.isNumber) }
    return isHome ? words.joined(separator: " ") : ""
  }
}
