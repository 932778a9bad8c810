import Tenancy

extension CentralText {
  var indonesian: String {
    switch self {
    case .service: "Administrasi pusat e-Order"
    case .title: "Provinsi"
    case .lead: "Semua provinsi yang dilayani instalasi ini. Data pengadaan provinsi tidak tampak di sini."
    case .province: "Provinsi"
    case .state: "Status"
    case .host: "Alamat"
    case .schema: "Versi skema"
    case .connections: "Sambungan basis data"
    case .none: "Belum ada provinsi"
    case .noneAdvice: "Provinsi didaftarkan dengan berkas tenant lewat API atau baris perintah."
    case .of(let state): state.indonesian
    }
  }
}

extension TenantState {
  fileprivate var indonesian: String {
    switch self {
    case .onboarding: "Sedang disiapkan"
    case .active: "Aktif"
    case .suspended: "Ditangguhkan"
    case .archived: "Diarsipkan"
    case .failed: "Gagal disiapkan"
    }
  }
}
