import EOrderRules

extension RuleFault {
  /// The kind in the words of an Indonesian administrator.
  var indonesian: String {
    switch self {
    case .textDue(let bare): "Harus teks; \(bare.indonesian) perlu tanda kutip"
    case .wholeNumberDue: "Harus bilangan bulat tanpa tanda kutip"
    case .truthDue: "Harus true (ya) atau false (tidak), tanpa tanda kutip"
    case .fractionDue: "Harus pecahan dalam tanda kutip, misalnya \"0.9\""
    case .singleValueDue: "Harus satu nilai saja"
    case .listDue: "Harus berupa daftar"
    case .sectionDue, .sectionsDue: "Harus berupa bagian dengan kunci-kunci"
    case .wrongForm, .wrongLength: "Bentuknya tidak benar"
    case .notAllowed: "Pilihan ini tidak dikenal"
    case .tooFew: "Terlalu sedikit"
    case .missing: "Wajib diisi"
    case .legalMissing: "Dasar hukum wajib diisi"
    case .valueMissing: "Kunci ini belum punya nilai"
    case .unreadable: "Tidak dapat dibaca"
    case .outOfBounds(let number): (number.map { "\($0) di" } ?? "Di") + " luar batas"
    default: namesInIndonesian ?? bindingInIndonesian ?? textInIndonesian
    }
  }

  private var namesInIndonesian: String? {
    switch self {
    case .unknownKey: "Kunci ini tidak dikenal"
    case .unknownSection(let name): "Bagian \(name) tidak dikenal"
    case .repeated(let what): "\(what) tertulis dua kali"
    case .repeatedKey: "Kunci ini tertulis dua kali"
    case .tooManyRepeatedKeys: "Terlalu banyak kunci yang tertulis dua kali"
    case .keysAreWords: "Kunci harus berupa kata"
    default: nil
    }
  }

  private var bindingInIndonesian: String? {
    switch self {
    case .noNationalNumber: "Tidak ada angka nasional untuk ini"
    case .differsFromNation(let value): "\(value) berbeda dari angka nasional, yang tidak dapat diubah"
    case .aboveNation(let value): "\(value) di atas batas nasional"
    case .aboveProvince(let value, let legal): "\(value) di atas batas provinsi ini (\(legal))"
    case .looser(let value, .nation): "\(value) lebih longgar daripada aturan nasional"
    case .looser(let value, .province): "\(value) lebih longgar daripada aturan provinsi"
    case .aboveOrderCap(let value): "\(value) di atas batas nilai pesanan (order.cap_gross)"
    case .setOnce, .fixedAtJoining: "Ditetapkan sekali saat provinsi bergabung dan tidak dapat diubah"
    case .notOverridable: "Tidak dapat dicoba dengan nilai lain"
    case .approvedSince(let version):
      "Dua orang di provinsi telah menyetujui versi \(version); berkas tidak membatalkannya"
    case .notAZone: "Bukan zona waktu Indonesia"
    case .appointmentMissing: "PLATFORM memerlukan nomor penunjukan pada tax.appointment"
    case .noStepForEveryOrder: "Tidak ada jenjang yang berlaku untuk setiap pesanan"
    case .stepWithoutCommitmentOfficer: "Sebuah jenjang tidak memuat PPK"
    case .before(let value, let what): "\(value) lebih awal daripada \(what)"
    case .past(let day): "\(day) sudah lewat"
    default: nil
    }
  }

  private var textInIndonesian: String {
    switch self {
    case .fileEmpty: "Berkas kosong"
    case .fileTooLarge: "Berkas terlalu besar"
    case .notUTF8: "Bukan UTF-8"
    case .tooManyValues: "Terlalu banyak nilai"
    case .nestedTooDeeply: "Terlalu banyak tingkat"
    case .invisibleBreak: "Ada pemisah baris yang tidak terlihat"
    case .tooManyReferences: "Terlalu banyak kata yang dimulai dengan & atau *"
    case .notYAML: "Bukan YAML yang benar"
    case .refusedSyntax(let syntax): "\(syntax.indonesian) YAML tidak diterima"
    default: "Pengaturan ini tidak cocok satu sama lain"
    }
  }
}

extension BareValue {
  fileprivate var indonesian: String {
    switch self {
    case .empty: "nilai kosong"
    case .truth: "kata seperti true"
    case .number: "angka"
    }
  }
}

extension RuleSyntax {
  fileprivate var indonesian: String {
    switch self {
    case .aliases: "Alias"
    case .anchors: "Jangkar"
    case .tags: "Tag"
    case .mergeKeys: "Kunci gabungan"
    }
  }
}
