/// The words of the fleet and its operations.
enum FleetText {
  static let hosts = Words("Alamat situs", "Addresses of the site")
  static let slug = Words("Nama pendek", "Slug")
  static let health = Words("Kesehatan", "Health")
  static let size = Words("Ukuran data", "Size of the data")
  static let load = Words("Sedang bekerja", "At work")
  static let suspend = Words("Tangguhkan provinsi", "Suspend the province")
  static let suspendMeans = Words(
    "Semua orang di provinsi ini langsung tidak dapat masuk sampai dipulihkan.",
    "Nobody of the province can work until it is resumed.")
  static let resume = Words("Pulihkan provinsi", "Resume the province")
  static let resumeMeans = Words("Semua orang dapat bekerja lagi.", "Everybody can work again.")
  static let again = Words("Lihat kemajuan terbaru", "See how far it is now")

  static func operation(_ kind: String) -> Words {
    switch kind {
    case "suspend": Words("Penangguhan", "Suspension")
    case "resume": Words("Pemulihan", "Resumption")
    case "onboard": Words("Pendaftaran provinsi", "Onboarding")
    default: Words("Operasi \(kind)", "Operation \(kind)")
    }
  }

  static func state(_ state: String) -> Words {
    switch state {
    case "done": Words("Selesai", "Done")
    case "failed": Words("Gagal", "Failed")
    case "running": Words("Berjalan", "Running")
    default: Words("Menunggu", "Waiting")
    }
  }

  static func tone(_ state: String) -> Tone {
    state == "done" ? .good : state == "failed" ? .bad : .info
  }

  static func health(_ health: String) -> Words {
    switch health {
    case "ok": Words("Sehat", "Healthy")
    case "behind": Words("Versi tertinggal", "Behind")
    case "drifted": Words("Skema menyimpang", "Drifted")
    case "suspended": Words("Ditangguhkan", "Suspended")
    case "failed": Words("Gagal", "Failed")
    default: Words("Disiapkan", "Onboarding")
    }
  }
}
