import EOrderRules

extension RuleBound {
  /// The bound in the words of an Indonesian administrator.
  var indonesian: String {
    switch self {
    case .exactly(let value): value
    case .atMost(let value): "paling banyak \(value)"
    case .atLeast(let value): "paling sedikit \(value)"
    case .between(let least, let most): "\(least) sampai \(most)"
    case .from(let least): "\(least) atau lebih"
    case .notBefore(let day): "\(day) atau sesudahnya"
    case .characters(let most): "1 sampai \(most) karakter"
    case .bytes(let most): "\(most) byte"
    case .levels(let most): "\(most) tingkat"
    case .oneOf(let words): words.joined(separator: ", ")
    case .sections(let words): words.joined(separator: ", ") + ", atau kode kategori"
    case .form(let form): form.indonesianPicture
    case .stepFromNothing: "satu dengan above: 0"
    case .draftOfProvince: "rancangan aturan di provinsi"
    }
  }
}

extension TextForm {
  fileprivate var indonesianPicture: String {
    switch self {
    case .slug: "[a-z][a-z0-9-]{1,30}, bukan admin, www, atau api"
    case .province: "dua angka"
    case .bank: "tiga angka"
    case .template: "teks dengan {seq} atau {seq:n}, {unit}, dan {year}; boleh {month}, {roman_month}"
    case .version: "1 sampai 40 huruf, angka, titik, dan tanda hubung"
    case .kbli: "nnnnn atau nnnnn@2025"
    case .ratio: "n/n atau n.n"
    case .schedule: "daily, weekly, monthly, atau lima isian cron"
    case .drawing: "jalur SVG dalam bidang 100 kali 100, paling banyak 4000 karakter"
    case .unit: "kode unit"
    case .ocdsPrefix: "ocds- dengan huruf kecil dan angka"
    case .day, .colour, .account, .category, .monthDay, .workHours: picture
    }
  }
}
