import EOrderRules
import Foundation

/// Tables of a year that are too large to be shipped: units, people, money, packages and vendors, made by seed.
struct YearTables: Sendable {
  let frame: YearFrame
  let rulebook: Rulebook

  static func unitCode(_ number: Int) -> String {
    "8.\(yearPadded(number / 90 + 1, 2)).0.00.0.00.\(yearPadded(number % 90 + 1, 2)).0000"
  }

  private static let tasks = [
    "Perhubungan", "Sosial", "Tenaga Kerja", "Lingkungan Hidup", "Ketahanan Pangan", "Pertanahan",
    "Kependudukan", "Pemberdayaan Masyarakat", "Kepemudaan dan Olahraga", "Perpustakaan", "Kearsipan",
    "Kelautan dan Perikanan", "Kehutanan", "Energi", "Bina Marga", "Sumber Daya Air", "Perumahan",
    "Pertamanan",
    "Kepegawaian", "Pendapatan", "Penelitian", "Kesatuan Bangsa", "Pemadam Kebakaran",
    "Satuan Polisi Pamong Praja",
  ]
  private static let given = [
    "Agus", "Ahmad", "Ani", "Bambang", "Citra", "Darma", "Dewi", "Eko", "Endang", "Fajar", "Fitri", "Hadi",
    "Hendra",
    "Indah", "Irfan", "Joko", "Kartini", "Lestari", "Made", "Mega", "Nurul", "Oki", "Putri", "Rahmat",
    "Ratna",
    "Rini", "Rudi", "Sari", "Siti", "Slamet", "Sri", "Surya", "Tri", "Umar", "Wahyu", "Wulan", "Yanti",
    "Yusuf",
  ]
  private static let family = [
    "Akbar", "Anggraini", "Basuki", "Darmawan", "Firmansyah", "Gunawan", "Hakim", "Hartono", "Hidayat",
    "Ismail",
    "Kurniawan", "Kusuma", "Lubis", "Maulana", "Nasution", "Nugroho", "Permana", "Pratama", "Purnama",
    "Rahman",
    "Ramadhan", "Saputra", "Setiawan", "Siregar", "Suharto", "Susanto", "Utami", "Wibowo", "Wijaya",
    "Yulianto",
  ]
  static let seats: [(role: String, count: Int)] = [
    ("budget_owner", 1), ("commitment_officer", 3), ("procurement_officer", 2), ("treasurer", 2),
    ("finance_verifier", 1), ("technical_officer", 1), ("goods_keeper", 1),
  ]

  static func name(_ random: inout YearRandom) -> String { "\(random.pick(given)) \(random.pick(family))" }

  var units: String {
    let rows = (0..<frame.units).map { number in
      let kind = number / Self.tasks.count
      let name = "\(kind == 0 ? "Dinas" : "Unit Pelaksana \(kind)") \(Self.tasks[number % Self.tasks.count])"
      return "\(Self.unitCode(number)),\(name),"
    }
    return table("code,name,parentCode", rows)
  }

  var officials: String {
    var random = YearRandom(frame.seed, frame.slug, "people")
    var rows: [String] = []
    for unit in 0..<frame.units {
      for seat in Self.seats {
        for place in 0..<seat.count {
          let number = rows.count
          let born =
            "19\(random.int(70...94))\(yearPadded(random.int(1...12), 2))\(yearPadded(random.int(1...28), 2))"
          let nip =
            "\(born)20\(yearPadded(10 + number / 900 % 12, 2))\(yearPadded(number % 12 + 1, 2))1\(yearPadded(number % 900 + 100, 3))"
          let certified = seat.role == "commitment_officer" || seat.role == "procurement_officer"
          let certificate = certified ? "PBJ-\(yearPadded(number, 6)),2039-12-31" : ","
          let email = "\(seat.role.replacing("_", with: "")).\(place).u\(unit)@\(frame.slug).example"
          rows.append(
            "\(email),\(Self.name(&random)),\(nip),\(seat.role),\(Self.unitCode(unit)),\(certificate),"
              + (unit == 0 && seat.role == "goods_keeper" ? YearVendor.phone(YearVendor.kin) : ""))
        }
      }
    }
    return table("email,name,nip,roles,unitCode,certificateNumber,certificateUntil,phone", rows)
  }

  /// Lines with what the orders on them come to and some room.
  func budgetLines(_ plan: YearPlan) -> String {
    var sums: [String: (YearPackage, Int64)] = [:]
    for package in plan.packages { sums[package.lineCode, default: (package, 0)].1 += package.planned }
    let rows = sums.keys.sorted().compactMap { code -> String? in
      guard let (package, sum) = sums[code], let category = rulebook.categories[package.category],
        let account = category.accounts.first
      else { return nil }
      let ceiling = (sum * 3 / 2 / 1_000_000 + 5) * 1_000_000
      return
        "\(code),\(Self.unitCode(package.unit)),\(package.year),7.02.01.1.06.\(yearPadded(package.unit + 1, 4)),"
        + "\(account),Belanja \(category.name.indonesian),APBD,murni,\(ceiling)"
    }
    return table("code,unitCode,year,activityCode,account,name,fundSource,version,ceiling", rows)
  }

  func packages(_ plan: YearPlan) -> String {
    let rows = plan.packages.map { package in
      let name = rulebook.categories[package.category]?.name.indonesian ?? package.category
      return
        "\(package.rupCode),\(name) paket \(package.rupCode),\(Self.unitCode(package.unit)),\(package.year),"
        + "\(package.lineCode),\(package.isTendered ? "small_tender" : "direct"),\(package.ceiling),\(package.year - 1)-12-20,not_found,"
        + "Tidak ditemukan di katalog elektronik,\(max(1_000_000, min(package.ceiling, package.planned + package.planned / 10)))"
    }
    return table(
      "rupCode,name,unitCode,year,budgetLineCodes,method,ceiling,announcedOn,catalogueResult,catalogueEvidence,ownEstimate",
      rows)
  }

  private func table(_ head: String, _ rows: [String]) -> String {
    ([head] + rows).joined(separator: "\n") + "\n"
  }
}
