import EOrderRules

extension OrderState {
  var indonesian: String {
    switch self {
    case .draft: "Draf"
    case .submitted: "Diajukan ke PPK"
    case .issued: "Surat pesanan terbit"
    case .accepted: "Disanggupi penyedia"
    case .inFulfilment: "Dikerjakan"
    case .delivered: "Sampai, diperiksa"
    case .handedOver: "BAST ditandatangani"
    case .invoiced: "Ditagih"
    case .verifiedForPayment: "Lolos verifikasi SPJ"
    case .paymentRequested: "Diajukan bayar"
    case .paymentApproved: "Disetujui bayar"
    case .paid: "Dibayar"
    case .closed: "Selesai"
    case .rejected: "Ditolak"
    case .declined: "Tidak disanggupi"
    case .expired: "Kedaluwarsa"
    case .cancelled: "Dibatalkan"
    case .terminated: "Diputus"
    }
  }
}

extension VendorState {
  var indonesian: String {
    switch self {
    case .draft: "Draf"
    case .submitted: "Diajukan"
    case .returned: "Dikembalikan"
    case .verified: "Terverifikasi"
    case .rejected: "Ditolak"
    case .suspended: "Ditangguhkan"
    case .blacklisted: "Daftar hitam"
    case .lapsed: "Gugur"
    }
  }
}

extension ProductState {
  var indonesian: String {
    switch self {
    case .draft: "Draf"
    case .inCuration: "Dikurasi"
    case .listed: "Tayang"
    case .delisted: "Turun tayang"
    }
  }
}

extension Role {
  var indonesian: String {
    switch self {
    case .budgetOwner: "PA / KPA"
    case .commitmentOfficer: "PPK"
    case .technicalOfficer: "PPTK"
    case .procurementOfficer: "Pejabat Pengadaan"
    case .treasurer: "Bendahara"
    case .financeVerifier: "PPK-SKPD"
    case .goodsKeeper: "Pengurus Barang"
    case .auditor: "Inspektorat / APIP"
    case .vendorOwner: "Pemilik usaha"
    case .vendorStaff: "Staf penyedia"
    case .verifier: "Verifikator"
    case .tenantAdmin: "Admin provinsi"
    case .ruleApprover: "Penyetuju aturan"
    case .centralAdmin: "Admin pusat"
    case .public: "Publik"
    }
  }
}
