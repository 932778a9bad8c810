import EOrderRules
import Procurement

/// The codes of the audit log in words.
enum AuditWords {
  /// What was done: in the words of the histories where there are some, else what it was done to.
  /// - Parameter stays: whether it left its subject in the state it was in; such an acceptance is only proposed.
  static func action(_ action: String, stays: Bool, _ language: Language) -> String {
    if stays, action == "order.\(OrderTransition.inspectOk.rawValue)" { return language(OrderText.proposed) }
    let parts = action.split(separator: ".", maxSplits: 1).map(String.init)
    guard let subject = parts.first, let verb = parts.dropFirst().first else { return action }
    let known: String? =
      switch subject {
      case "order": OrderTransition(rawValue: verb).map { language(OrderText.done($0)) }
      case "need": NeedTransition(rawValue: verb).map { language(NeedText.done($0)) }
      case "import": ImportKind(rawValue: verb).map { language(AuditText.imported($0)) }
      case "flag": FlagTransition(rawValue: verb).map { language(FlagText.done($0)) }
      default: nil
      }
    return known ?? language(AuditActText.done(action) ?? self.subject(subject))
  }

  static func subject(_ type: String) -> Words {
    switch type {
    case "order": Words("Pesanan", "Order")
    case "need": Words("Kebutuhan", "Need")
    case "offer": Words("Penawaran", "Offer")
    case "package": Words("Paket", "Package")
    case "vendor": Words("Penyedia", "Vendor")
    case "product": Words("Produk", "Product")
    case "flag": Words("Tanda bahaya", "Red flag")
    case "user": Words("Pengguna", "User")
    case "session": Words("Sesi", "Session")
    case "holiday": Words("Hari libur", "Holidays")
    case "debit-account": Words("Rekening bendahara", "Treasurer's account")
    case "mail": Words("Surat", "Letter")
    case "office": Words("Jabatan", "Office")
    case "import": Words("Impor", "Import")
    case "budget_line", "budget-line", "budget": Words("Mata anggaran", "Budget line")
    case "rule_draft", "rules": Words("Aturan", "Rules")
    case "invitation": Words("Undangan", "Invitation")
    case "sanction_case", "sanction-case": Words("Usulan sanksi", "Sanction case")
    case "break-glass": Words("Akses darurat", "Break-glass access")
    case "tenant": Words("Provinsi", "Province")
    default: Words("Lainnya", "Other")
    }
  }
}
