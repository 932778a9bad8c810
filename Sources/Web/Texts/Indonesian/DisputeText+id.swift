import Procurement

extension DisputeText {
  var indonesian: String {
    switch self {
    case .title: "Sengketa dan pengaduan"
    case .other: "Sengketa"
    case .claimed: "Diajukan"
    case .answered: "Dijawab"
    case .stated: "Keterangan"
    case .proposed: "Usulan penyelesaian"
    case .decided: "Diputuskan"
    case .decidedUnheard: "Diputuskan sebelum pihak lain menjawab"
    case .evidence: "Bukti"
    case .closed: "Selesai"
    case .subject(let subject): subject.indonesian
    case .vendorsTurn(let until): "Menunggu jawaban penyedia sampai \(until)"
    case .provincesTurn(let until): "Menunggu jawaban PPK sampai \(until)"
    case .ownersTurn(let until): "Menunggu keputusan PA/KPA sampai \(until)"
    }
  }
}

extension ComplaintSubject {
  fileprivate var indonesian: String {
    switch self {
    case .latePayment: "Pembayaran terlambat"
    case .refusal: "Barang ditolak atau tidak diperiksa"
    case .quality: "Mutu barang"
    case .quantity: "Jumlah barang"
    case .lateDelivery: "Pengiriman terlambat"
    case .price: "Harga"
    case .other: "Lain-lain"
    }
  }
}
