import EOrderRules
import Procurement

extension OrderText {
  var indonesian: String {
    switch self {
    case .title: "Pesanan"
    case .waiting: "Menunggu Anda"
    case .nothingWaits: "Tidak ada yang menunggu Anda"
    case .nothingWaitsAdvice: "Pesanan muncul di sini bila giliran Anda bertindak."
    case .all: "Semua pesanan"
    case .state: "Status"
    case .anyState: "Semua status"
    case .none: "Belum ada pesanan"
    case .noneAdvice: "Pesanan muncul di sini sejak dibuat, dan bagi penyedia sejak surat pesanan terbit."
    case .noneFound: "Tidak ada pesanan yang cocok"
    case .noneFoundAdvice: "Kurangi kata yang dicari, atau hapus saringan."
    case .words: "Cari nomor, penyedia, paket, atau barang"
    case .anyUnit: "Semua unit"
    case .from: "Dibuat sejak"
    case .to: "Dibuat sampai"
    case .sort: "Urutkan"
    case .sorted(let sort):
      switch sort {
      case .newest: "Terbaru dahulu"
      case .oldest: "Terlama dahulu"
      case .deliverBy: "Tenggat pengiriman"
      case .gross: "Nilai terkecil dahulu"
      case .grossDescending: "Nilai terbesar dahulu"
      }
    case .order: "Pesanan"
    case .need: "Kebutuhan"
    case .openNeed: "Buka kebutuhan asal pesanan ini"
    case .withoutNumber: "Belum bernomor"
    case .vendor: "Penyedia"
    case .unit: "Unit kerja"
    case .officer: "Tanyakan kepada (PPK)"
    case .gross: "Nilai"
    case .deliverBy: "Kirim paling lambat"
    case .created: "Dibuat"
    case .open: "Buka"
    case .more(let state): "Semua pesanan “\(state.indonesian)”"
    case .packageName: "Paket"
    case .rupCode: "Kode RUP"
    case .budgetLine: "Mata anggaran"
    case .available: "Sisa anggaran"
    case .deliverTo: "Alamat pengiriman"
    case .paymentMode: "Cara pembayaran"
    case .note: "Catatan"
    case .justification: "Alasan penerbitan"
    case .mode(let mode): mode.indonesian
    case .waitsFor(let roles): "Menunggu \(roles)"
    case .waitsForYou: "Menunggu Anda"
    case .waitsForNobody: "Tidak ada lagi yang harus dilakukan"
    case .youMayAdd: "Masih ada yang dapat Anda lengkapi"
    case .timers: "Tenggat"
    case .timer(let timer): timer.indonesian
    case .answerBy: "Jawab paling lambat"
    case .paused(let days): "dihentikan sementara, sisa \(days) hari kerja"
    case .left(let time): time.indonesian
    case .lines: "Rincian"
    case .product: "Barang atau jasa"
    case .quantity: "Jumlah"
    case .unitPrice: "Harga satuan"
    case .lineTotal: "Nilai"
    case .accepted: "Diterima"
    case .withVat: "termasuk PPN"
    case .withoutVat: "belum PPN"
    case .invoice: "Tagihan"
    case .taxInvoice: "Faktur pajak"
    case .payment: "Bukti pembayaran"
    case .paidOn: "Dibayar pada"
    case .invoiceNumber: "Nomor tagihan"
    case .invoiceDate: "Tanggal tagihan"
    case .history: "Riwayat"
    case .by(let name, let role): name == role ? name : "\(name), \(role)"
    case .reason(let reason): "Alasan: \(reason)"
    case .system: "otomatis"
    case .papers: "Lampiran"
    case .paper(let kind): OrderText.indonesianPaper(kind)
    case .download: "Unduh"
    case .size(let kibibytes): "\(kibibytes) KiB"
    case .facts: "Tentang pesanan ini"
    case .placed: "Dibuat"
    case .done(let transition): transition.indonesianPast
    case .proposed: "Hasil pemeriksaan diusulkan"
    case .withoutPhoto: "Laporan tiba dari penyedia tanpa foto."
    case .overlay(let overlay): overlay.indonesian
    case .laidBy(let name, let at): "Oleh \(name), \(at)"
    case .proposedQuantity(let product, let now, let then, let unit):
      "\(product): dari \(now) menjadi \(then) \(unit)"
    case .disputed(let amount): "Nilai yang disengketakan: \(amount)"
    case .answered(let answer): "Jawaban: \(answer)"
    }
  }

  private static func indonesianPaper(_ kind: String) -> String {
    switch kind {
    case "delivery_note": "Surat jalan"
    case "photo": "Foto"
    case "invoice": "Tagihan"
    case "tax_invoice": "Faktur pajak"
    case "receipt": "Kuitansi"
    case "attendance": "Daftar hadir"
    case "evidence": "Bukti pendukung"
    default: "Lainnya"
    }
  }
}

extension PaymentMode {
  fileprivate var indonesian: String {
    switch self {
    case .up: "UP – uang persediaan"
    case .gu: "GU – ganti uang"
    case .tu: "TU – tambah uang"
    case .ls: "LS – langsung ke rekening penyedia"
    case .kkpd: "KKPD – kartu kredit pemerintah daerah"
    case .autodebit: "Autodebit rekening unit"
    }
  }
}

extension OrderTimer {
  fileprivate var indonesian: String {
    switch self {
    case .accept: "Penyedia menyanggupi"
    case .inspect: "Pemeriksaan dan BAST"
    case .invoice: "Penyedia menagih"
    case .verify: "Verifikasi kelengkapan"
    case .pay: "Pembayaran"
    case .cure: "Perbaikan oleh penyedia"
    case .dispute: "Penyelesaian sengketa"
    case .replace: "Barang pengganti"
    }
  }
}

extension TimeLeft {
  fileprivate var indonesian: String {
    let span = days > 0 ? "\(days) hari \(hours) jam" : hours > 0 ? "\(hours) jam" : "kurang dari 1 jam"
    return isOver ? "lewat \(span)" : "sisa \(span)"
  }
}

extension OrderTransition {
  fileprivate var indonesianPast: String {
    switch self {
    case .create: "Pesanan dibuat"
    case .submit: "Diajukan ke PPK"
    case .return: "Dikembalikan untuk diperbaiki"
    case .reject: "Ditolak"
    case .issue: "Surat pesanan diterbitkan"
    case .withdraw: "Ditarik kembali"
    case .accept: "Disanggupi penyedia"
    case .decline: "Tidak disanggupi penyedia"
    case .expire: "Kedaluwarsa tanpa jawaban"
    case .reissue: "Diterbitkan lagi"
    case .discard: "Draf dibuang"
    case .startDelivery: "Pengiriman dimulai"
    case .arrive: "Barang sampai"
    case .inspectOk: "Pemeriksaan disetujui, BAST ditandatangani"
    case .inspectReject: "Hasil pemeriksaan: ditolak"
    case .invoice: "Tagihan dikirim"
    case .verify: "Kelengkapan diverifikasi"
    case .query: "Tagihan dikembalikan"
    case .requestPayment: "Pembayaran diajukan"
    case .approvePayment: "Pembayaran disetujui"
    case .confirmPaid: "Pembayaran dicatat"
    case .close: "Pesanan ditutup"
    case .settle: "Lunas bagian demi bagian"
    case .partialHandover: "Sebagian barang diserahterimakan"
    case .amend: "Adendum diusulkan"
    case .answerAmendment: "Usulan adendum dijawab"
    case .cancelMutual: "Pembatalan bersama"
    case .terminate: "Pemutusan pesanan"
    case .openDispute: "Sengketa diajukan"
    case .answerDispute: "Sengketa dijawab"
    case .closeDispute: "Sengketa diputuskan"
    case .hold: "Pesanan ditahan"
    case .release: "Penahanan dilepas"
    case .rate: "Penilaian diberikan"
    }
  }
}

extension OrderOverlay {
  fileprivate var indonesian: String {
    switch self {
    case .hold: "Pesanan ditahan"
    case .disputeOpen: "Ada sengketa"
    case .amendmentPending: "Usulan adendum menunggu jawaban"
    case .cancelProposed: "Satu pihak mengusulkan pembatalan"
    }
  }
}
