import Procurement

extension NoticeText {
  /// Pemberitahuan tentang penyedia.
  var vendorIndonesian: String {
    switch kind {
    case .vendorSubmitted: "\(vendor) menunggu verifikasi."
    case .vendorOverdue: "Verifikasi \(vendor) sudah melewati waktu yang dijanjikan."
    case .vendorVerified: "Usaha Anda terverifikasi; Anda dapat berjualan sekarang."
    case .vendorReturned: "Pendaftaran Anda dikembalikan untuk diperbaiki. Ajukan lagi dalam 14 hari."
    case .vendorRejected: "Pendaftaran Anda ditolak."
    case .vendorLapsed: "Pendaftaran Anda kedaluwarsa; perbaiki dan ajukan lagi untuk membukanya."
    case .vendorSuspended: "\(vendor) ditangguhkan\(end)."
    case .vendorBlacklisted: "\(vendor) masuk daftar hitam\(decree)\(end)."
    case .vendorReinstated: "\(vendor) dapat berjualan lagi."
    case .sanctionEnded: "Sanksi atas \(vendor) sudah berakhir; penyedia dapat dipulihkan."
    case .sanctionProposed: "Sanksi atas \(vendor) diusulkan."
    case .sanctionDismissed: "Usulan sanksi atas \(vendor) tidak diterima."
    case .vendorOfOrderBanned:
      "\(vendor), penyedia pesanan yang berjalan, masuk daftar hitam\(decree). Pesanannya tetap berlaku."
    case .paperEnding:
      "Surat \(paper) berakhir\(day). Serahkan yang baru\(threat)"
    case .paperRenewed: "\(vendor) menyerahkan surat baru (\(paper)); mohon diperiksa."
    case .bankAccountChanged:
      "Rekening \(vendor) diubah\(cooling). Jika bukan Anda, segera hubungi verifikator."
    case .kbliAsked: "\(vendor) meminta perubahan jenis usaha (KBLI); mohon diperiksa."
    case .kbliAccepted: "Jenis usaha (KBLI) Anda sudah diubah."
    case .kbliRefused: "Permintaan perubahan jenis usaha (KBLI) Anda tidak diterima."
    default: kind.rawValue
    }
  }

  private var paper: String { self["paper"] ?? "–" }
  private var threat: String {
    says("isRequired") ? "; sesudah hari itu Anda ditangguhkan." : " tepat waktu."
  }
  private var end: String { until(in: .indonesian).map { " sampai \($0)" } ?? "" }
  private var day: String { until(in: .indonesian).map { " pada \($0)" } ?? "" }
  private var decree: String { self["decree"].map { " dengan SK \($0)" } ?? "" }
  private var cooling: String {
    until(in: .indonesian).map { "; pembayaran ke rekening itu menunggu sampai \($0)" } ?? ""
  }
}
