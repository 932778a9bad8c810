import EOrderRules
import Foundation
import StrictJSON

/// What bars a vendor from being verified, whatever its papers say: the national blacklist, an owner in office.
struct VendorEntry {
  private let vendor: VendorRow
  private let isOfficial: Bool
  private let hasReason: Bool

  /// - Parameters:
  ///   - isOfficial: whether an owner's NIK is that of an official of the province.
  ///   - hasReason: whether the verifier writes why that is right.
  init(_ vendor: VendorRow, isOfficial: Bool, hasReason: Bool) {
    self.vendor = vendor
    self.isOfficial = isOfficial
    self.hasReason = hasReason
  }

  func refusals(on today: Day) -> [FieldError] { [banned(on: today), official].compactMap(\.self) }

  /// `SANCTION_LIST` (Perpres 16/2018 Art. 78–80, PerLKPP 4/2021).
  private func banned(on today: Day) -> FieldError? {
    guard let term = vendor.watch.terms.inForce(on: today) else { return nil }
    return FieldError(
      "/nib", .custom("SANCTION_LIST"),
      detail: Bilingual(
        id: """
          Penyedia tercantum dalam Daftar Hitam Nasional dengan SK \(term.decree) sampai \(term.until) \
          (Perpres 16/2018 Pasal 78–80); sesudah itu penyedia dapat diverifikasi.
          """,
        en: """
          The vendor is on the national blacklist by decree \(term.decree) until \(term.until) \
          (Perpres 16/2018 Art. 78–80); after that day it may be verified.
          """))
  }

  /// `ASN_VENDOR` (PerLKPP 12/2021).
  private var official: FieldError? {
    guard isOfficial, !hasReason else { return nil }
    return FieldError(
      "/reason", .custom("ASN_VENDOR"),
      detail: Bilingual(
        id: """
          NIK pemilik adalah NIK pejabat provinsi ini; ASN tidak dapat menjadi penyedia (PerLKPP 12/2021) kecuali \
          sedang cuti di luar tanggungan negara. Jika demikian, tuliskan surat cutinya sebagai alasan.
          """,
        en: """
          The owner's NIK is that of an official of this province; civil servants may not be vendors \
          (PerLKPP 12/2021) unless on unpaid leave. If so, give the letter of leave as the reason.
          """))
  }
}
