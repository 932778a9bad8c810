import EOrderRules

/// The words of the rules and their changes.
enum RuleText {
  static let title = Words("Aturan", "Rules")
  static let group = Words("Kelompok", "Group")
  static let setting = Words("Pengaturan", "Setting")
  static let value = Words("Nilai", "Value")
  static let layer = Words("Dari", "From")
  static let bounds = Words("Ruang gerak", "Room")
  static let law = Words("Dasar hukum", "Law")
  static let versions = Words("Versi", "Versions")
  static func versionFrom(_ name: String, _ day: String) -> Words {
    Words("\(name) (mulai \(day))", "\(name) (from \(day))")
  }
  static func replaces(_ versions: String) -> Words {
    Words("Menggantikan versi \(versions)", "Replaces the version \(versions)")
  }
  static let replacesMeans = Words(
    "Versi itu sudah disetujui untuk hari yang sama atau sesudahnya, dan tidak akan berlaku lagi. Perubahan di dalamnya hilang, kecuali ditulis juga di sini.",
    "It was approved for the same day or a later one and will hold no more. What it changes is lost unless it is written here too."
  )
  static func replacedBy(_ version: String) -> Words {
    Words("tidak jadi berlaku, digantikan \(version)", "does not begin, replaced by \(version)")
  }
  static let nowInForce = Words("berlaku sekarang", "in force")
  static let drafts = Words("Rancangan aturan", "Drafts of rules")
  static let draft = Words("Rancangan", "Draft")
  static let newDraft = Words("Usulkan perubahan", "Propose a change")
  static let draftsWait = Words("Ada rancangan yang menunggu", "Drafts wait")
  static let twoPeople = Words(
    "Satu orang merancang, orang lain menyetujui. Rancangan dicoba dahulu pada pesanan yang sudah ada.",
    "One person drafts, another approves. A draft is first tried on past orders.")
  static let noDrafts = Words("Tidak ada rancangan", "No draft")
  static let noDraftsAdvice = Words(
    "Admin provinsi merancang perubahan dari halaman Aturan.",
    "The province's administrator drafts changes from the page of rules.")
  static let author = Words("Perancang", "Author")
  static let approver = Words("Penyetuju", "Approver")
  static let effectiveFrom = Words("Berlaku mulai", "Holds from")
  static let saveDraft = Words("Simpan rancangan", "Save the draft")
  static let saveDraftMeans = Words(
    "Belum berlaku sampai orang lain menyetujuinya.", "It does not hold until somebody else approves it.")
  static let versionName = Words("Nama versi", "Name of the version")
  static let versionHint = Words("Misalnya 2027.2.", "For example 2027.2.")
  static let settings = Words("Nilai baru", "New values")
  static let settingsHint = Words(
    "Satu pengaturan per baris: kodenya, titik dua, lalu nilai baru. Pilih pengaturan di halaman Aturan agar terisi sendiri.",
    "One setting a line: its code, a colon, the new value. Choose a setting on the page of rules to have it filled in."
  )
  static let unit = Words("Aturan khusus satu unit", "A rule for one unit")
  static let unitHint = Words(
    "Pilih unit bila aturannya hanya untuk unit itu; unit hanya boleh lebih ketat daripada provinsi.",
    "Choose a unit where the rule is for that unit alone; a unit may only be stricter than the province.")
  static let unitKey = Words("Aturan unit", "Rule of the unit")
  static let unitValue = Words("Nilai bagi unit", "Value for the unit")
  static let unitValueHint = Words(
    "Kosongkan untuk kembali ke aturan provinsi.", "Leave empty to go back to the province's rule.")
  static let note = Words("Catatan", "Note")
  static let simulate = Words("Coba pada pesanan yang lalu", "Try it on past orders")
  static let simulateMeans = Words(
    "Keputusan setiap pesanan dihitung ulang dengan aturan ini; tidak ada pesanan yang berubah.",
    "Every order is decided anew under these rules; no order changes.")
  static let days = Words("Berapa hari ke belakang", "How many days back")
  static let approve = Words("Setujui", "Approve")
  static let approveMeans = Words(
    "Berlaku pada tanggalnya; pesanan lama tetap memakai aturan saat diputuskan.",
    "It holds from its day; past orders keep the rules by which they were decided.")
  static let discard = Words("Buang rancangan", "Discard the draft")
  static let otherPerson = Words("Disetujui orang lain", "Somebody else approves")
  static let otherPersonText = Words(
    "Anda perancangnya, jadi persetujuan menunggu Penyetuju aturan.",
    "You wrote it, so it waits for the rule approver.")
  static let whatChanges = Words("Yang berubah", "What changes")
  static let before = Words("Sekarang", "Now")
  static let after = Words("Menjadi", "Then")
  static let simulated = Words("Hasil percobaan", "What trying it showed")
  static let notSimulated = Words(
    "Belum dicoba. Coba dahulu supaya terlihat pesanan mana yang terpengaruh.",
    "Not tried yet. Try it first, to see which orders it touches.")
  static let looked = Words("Pesanan diperiksa", "Orders looked at")
  static let changed = Words("Keputusan berubah", "Decisions that change")
  static let blocked = Words("Menjadi ditolak", "Refused now")
  static let held = Words("Menjadi tertahan", "Held now")
  static let freed = Words("Menjadi boleh", "Allowed now")
  static let eased = Words("Tidak lagi tertahan", "Not held any more")
  static let affected = Words("Pesanan yang terpengaruh", "Orders that change")
  static let why = Words("Karena", "Because")

  static func inForce(_ version: String, since: String) -> Words {
    Words("Versi \(version), berlaku sejak \(since).", "Version \(version), in force since \(since).")
  }

  static func since(_ day: String) -> Words { Words("sejak \(day)", "since \(day)") }
  static func draftOf(_ version: String) -> Words { Words("Rancangan \(version)", "Draft \(version)") }
  static func span(_ from: String, _ to: String) -> Words {
    Words("\(from) sampai \(to)", "\(from) to \(to)")
  }

  static func draftsWaitText(_ count: Int) -> Words {
    Words(
      "\(count) rancangan menunggu persetujuan.",
      "\(count) \(count == 1 ? "draft waits" : "drafts wait") for approval.")
  }

  static func changes(_ count: Int) -> Words {
    Words("\(count) perubahan", "\(count) \(count == 1 ? "change" : "changes")")
  }

  static func layer(_ layer: String) -> Words {
    switch layer {
    case "national": Words("Nasional", "Nation")
    case "tenant": Words("Provinsi", "Province")
    default: Words("Unit kerja", "Unit")
    }
  }

  static func direction(_ direction: String) -> Words {
    switch direction {
    case "stricter_lower": Words("Hanya boleh lebih rendah", "May only be lower")
    case "stricter_higher": Words("Hanya boleh lebih tinggi", "May only be higher")
    case "locked": Words("Terkunci secara nasional", "Locked by the nation")
    case "fixed": Words("Tetap", "Fixed")
    default: Words("Bebas dalam batas hukum", "Free within the law")
    }
  }

  static func state(_ state: RuleDraftState) -> Words {
    switch state {
    case .draft: Words("Menunggu persetujuan", "Waits for approval")
    case .approved: Words("Disetujui", "Approved")
    case .published: Words("Diterbitkan", "Published")
    case .discarded: Words("Dibuang", "Discarded")
    }
  }

  static func done(_ transition: String) -> Words {
    switch transition {
    case "create": Words("Dirancang", "Drafted")
    case "simulate": Words("Dicoba", "Tried")
    case "approve": Words("Disetujui", "Approved")
    case "discard": Words("Dibuang", "Discarded")
    default: Words("Diterbitkan", "Published")
    }
  }

  static func outcome(_ outcome: String) -> Words {
    switch outcome {
    case "allowed": Words("Boleh", "Allowed")
    case "held": Words("Tertahan", "Held")
    default: Words("Ditolak", "Refused")
    }
  }
}
