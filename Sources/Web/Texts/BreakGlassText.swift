import Foundation
import Procurement

/// The words of accesses of central administrators.
enum BreakGlassText {
  static let title = Words("Akses darurat", "Break-glass access")
  static let lead = Words(
    "Admin pusat tidak melihat data pengadaan provinsi ini, kecuali lewat akses darurat: dengan alasan, paling lama 60 menit, hanya membaca. Semua yang dibuka tercatat di jejak audit provinsi.",
    "Central administrators see no procurement data of this province but by break-glass: for a reason, for 60 minutes at most, reading only. All that they open is in the province's audit log."
  )
  static let none = Words("Belum pernah ada akses darurat", "There was never such an access")
  static let noneAdvice = Words(
    "Begitu ada yang dibuka, Anda diberi tahu di sini dan lewat surel.",
    "As soon as one is opened you are told here and by e-mail.")
  static let who = Words("Admin pusat", "Central administrator")
  static let email = Words("Surel", "E-mail")
  static let reason = Words("Alasan", "Reason")
  static let opened = Words("Dibuka", "Opened")
  static let until = Words("Sampai", "Until")
  static let entered = Words("Mulai membaca", "Reading since")
  static let notEntered = Words("belum", "not yet")
  static let ended = Words("Diakhiri", "Ended")
  static let endedBy = Words("Diakhiri oleh", "Ended by")
  static let endReason = Words("Alasan diakhiri", "Reason of the end")
  static let standing = Words("Keadaan", "Standing")
  static let readings = Words("Yang dibuka", "What was opened")
  static let nothingRead = Words("Belum ada yang dibuka", "Nothing was opened")
  static let nothingReadAdvice = Words(
    "Setiap halaman yang dibuka lewat akses ini tampil di sini.",
    "Every page that is opened under this access shows here.")
  static let page = Words("Halaman", "Page")
  static let at = Words("Waktu", "Time")
  static let end = Words("Akhiri akses", "End the access")
  static let endMeans = Words(
    "Admin pusat langsung tidak dapat membaca lagi.", "The central administrator can read no more at once.")
}

/// The words of opening and entering an access.
enum BreakGlassDoorText {
  static let open = Words("Buka akses darurat", "Open break-glass access")
  static let openMeans = Words(
    "Anda akan membaca data provinsi seperti auditor, tanpa mengubah apa pun. Admin provinsi dan auditornya langsung diberi tahu, dengan nama Anda dan alasannya.",
    "You will read the province's data as an auditor does, without changing anything. Its administrators and auditors are told at once, with your name and the reason."
  )
  static let minutes = Words("Lama (menit)", "How long (minutes)")
  static let minutesHint = Words("1 sampai 60", "1 to 60")
  static let reasonHint = Words(
    "Tulis perkara dan nomor laporannya bila ada; provinsi membacanya.",
    "Write the matter and the number of the report where there is one; the province reads it.")
  static let go = Words("Masuk ke situs provinsi", "Go to the province's site")
  static let goMeans = Words(
    "Tautan ini hanya berlaku sekali dan hanya untuk Anda.", "The link works once, and is yours alone.")
  static let none = Words(
    "Belum pernah ada yang dibuka ke provinsi ini.", "None was ever opened to this province.")
  static let enter = Words("Mulai membaca", "Begin to read")
  static let enterMeans = Words(
    "Hanya membaca. Setiap halaman yang Anda buka tercatat di jejak audit provinsi, dan admin provinsi dapat mengakhiri akses ini kapan saja.",
    "Reading only. Every page that you open is in the province's audit log, and its administrators can end the access at any time."
  )
  static let gone = Words(
    "Tautan ini sudah dipakai, atau waktunya sudah lewat. Buka akses darurat yang baru di administrasi pusat.",
    "This link was used already, or its time has passed. Open a new access in central administration.")
  static let start = Words("Halaman utama", "Start page")
  static let banner = Words("Akses darurat: hanya membaca", "Break-glass: reading only")
  static let endMine = Words("Akhiri akses sekarang", "End the access now")

  static func heading(_ province: String) -> Words {
    Words("Akses darurat ke \(province)", "Break-glass access to \(province)")
  }

  static func left(_ minutes: Int) -> Words {
    Words("sisa \(minutes) menit", minutes == 1 ? "1 minute left" : "\(minutes) minutes left")
  }

  static func clock(_ minutes: Int, _ until: (Language) -> String) -> Words {
    let left = left(minutes)
    return Words(
      "S\(left.indonesian.dropFirst()), sampai \(until(.indonesian)). Semua yang Anda buka tercatat di jejak audit provinsi.",
      "\(left.english), until \(until(.english)). All that you open is in the province's audit log.")
  }

  static func state(_ state: BreakGlassState, minutes: Int) -> Words {
    switch state {
    case .open:
      Words("Terbuka, \(left(minutes).indonesian)", "Open, \(left(minutes).english)")
    case .ended: Words("Diakhiri", "Ended")
    case .expired: Words("Waktunya habis", "Its time is over")
    }
  }
}

/// How long an access lasts still.
enum BreakGlassClock {
  /// Whole minutes, the one that has begun counted.
  static func minutes(until end: Date, at now: Date) -> Int {
    max(0, Int((end.timeIntervalSince(now) / 60).rounded(.up)))
  }
}
