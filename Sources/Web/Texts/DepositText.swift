/// The words of taxes that wait for the proof of their deposit.
enum DepositText {
  static let lead = Words(
    "Pajak yang sudah dipungut atau dipotong, tetapi NTPN-nya belum dicatat.",
    "Taxes that were collected or withheld and whose NTPN is not recorded yet.")
  static let tax = Words("Pajak", "Tax")
  static let amount = Words("Jumlah", "Amount")
  static let depositBy = Words("Setor paling lambat", "Deposit by")
  static let reportBy = Words("Lapor paling lambat", "Report by")
  static let today = Words("hari ini", "today")

  static func title(_ count: Int) -> Words {
    Words("Setoran pajak tanpa NTPN (\(count))", "Tax deposits without NTPN (\(count))")
  }

  static func late(_ days: Int) -> Words {
    Words("terlambat \(days) hari", days == 1 ? "a day late" : "\(days) days late")
  }

  static func left(_ days: Int) -> Words {
    Words("\(days) hari lagi", days == 1 ? "a day left" : "\(days) days left")
  }
}
