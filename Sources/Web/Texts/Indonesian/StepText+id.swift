import EOrderRules
import Procurement

extension StepText {
  var indonesian: String {
    switch self {
    case .nextStep: "Langkah Anda"
    case .otherSteps: "Langkah lain"
    case .noStep: "Saat ini tidak ada langkah yang dapat Anda ambil."
    case .act(let transition): transition.indonesianVerb
    case .means(let transition): transition.indonesianMeaning
    case .reason: "Alasan"
    case .justification: "Alasan menerbitkan"
    case .justificationDue(let holds): "Wajib, karena pesanan ini tertahan: \(holds)"
    case .justificationHint: "Perlu diisi bila ada temuan yang menahan pesanan ini."
    case .deliveryNote: "Nomor surat jalan"
    case .deliveryPhoto: "Foto surat jalan"
    case .deliveryPhotoHint: "Agar semua pihak melihat apa yang dikirim."
    case .arrivalPhoto: "Foto barang di tempat"
    case .arrivalPhotoHint: "Foto barang yang sudah sampai melindungi Anda bila ada yang bertanya."
    case .invoicePhoto: "Tagihan, foto atau PDF"
    case .invoicePhotoHint: "Pembayaran lebih cepat bila tagihannya terlampir."
    case .position: "Tempat barang diterima"
    case .positionHint: "Misalnya: gudang lantai 1, diterima satpam."
    case .acceptedOf(let product, let ordered): "\(product): diterima dari \(ordered)"
    case .acceptedHint: "Pajak dan nilai dihitung ulang dari jumlah yang diterima."
    case .number: "Nomor tagihan"
    case .date: "Tanggal tagihan"
    case .taxInvoiceNumber: "Nomor faktur pajak"
    case .taxInvoiceHint: "Wajib bila Anda PKP; 17 angka."
    case .reference: "Nomor bukti"
    case .paymentReferenceHint:
      "Nomor transfer atau transaksi dari bank; nomor SP2D, slip kartu atau autodebit diisi sesudah ini."
    case .paidOn: "Tanggal pembayaran"
    case .amount: "Jumlah yang ditransfer"
    case .amountHint(let amount): "Hak penyedia: \(amount)."
    case .amountDue: "Nilai yang layak dibayar, termasuk pajak"
    case .amountDueHint(let gross):
      "Wajib bila dibayar sebagian. Nilai pesanan sekarang \(gross), termasuk pajak; yang Anda tulis menjadi nilainya yang baru."
    case .unheard:
      "Pihak lain belum menjawab. Bila diputuskan sekarang, keputusan langsung mengikat dan riwayat mencatat bahwa pihak lain tidak didengar."
    case .newQuantity(let product, let ordered): "\(product): jumlah baru, sekarang \(ordered)"
    case .newQuantityHint: "Nilai pesanan naik paling banyak 10%."
    case .agree: "Jawaban Anda"
    case .agreed: "Setuju"
    case .notAgreed: "Tidak setuju"
    case .whyNot: "Alasan, bila tidak setuju"
    case .answer: "Jawaban"
    case .decisionText: "Pertimbangan"
    case .outcome: "Keputusan"
    case .outcomeText(let outcome): outcome.indonesian
    case .claimedAmount: "Nilai yang disengketakan"
    case .claimedHint: "Kosongkan bila sengketa tidak menyangkut uang."
    case .stars: "Penilaian"
    case .starsOf(let stars): "\(stars) dari 5"
    case .comment: "Catatan"
    case .partOf(let product, let left): "\(product): diterima sekarang, sisa \(left)"
    case .reasonForAccount: "Alasan, bila rekening penyedia berubah"
    case .reasonForAccountHint: "Wajib bila rekening tidak sama lagi dengan saat pesanan disanggupi."
    case .reasonForTaxes: "Keputusan tentang pajaknya"
    case .reasonForTaxesHint: "Wajib bila aturan meminta keputusan petugas atas pajaknya."
    case .complaint: "Pokok pengaduan"
    case .complaintAbout(let subject): DisputeText.subject(subject).indonesian
    case .moreTime: "Batas pengiriman baru"
    case .moreTimeHint: "Kosongkan bila tetap; tambahan waktu paling lama 50 hari kalender."
    case .spp: "Nomor SPP"
    case .spm: "Nomor SPM"
    case .sp2d: "Nomor SP2D"
    case .cardSlip: "Nomor slip kartu"
    case .debitReference: "Nomor autodebit bank"
    case .debitConsent: "Nomor persetujuan autodebit"
    case .debitConsentHint: "Surat persetujuan PA/KPA kepada bank, bila ada nomornya."
    case .ntpn(let tax): "NTPN \(TaxText.tax(tax).indonesian)"
    case .ntpnAlone: "NTPN"
    case .ntpnFormat: "16 huruf besar dan angka dari bukti penerimaan negara."
    case .ntpnHint: "Nomor bukti setor dari kas negara. Boleh menyusul bila belum disetor."
    case .penaltyReference: "Nomor setoran denda"
    case .penaltyReferenceHint: "Denda keterlambatan masuk kas daerah (STS)."
    case .refused: "Langkah ini belum dapat dijalankan"
    case .changed:
      "Pesanan sudah berubah sejak Anda membukanya. Periksa keadaannya sekarang, lalu ulangi bila perlu."
    case .rulesAgainst: "Aturan yang menghalangi pesanan ini"
    case .recorded: "Tersimpan"
    }
  }
}

extension OrderTransition {
  fileprivate var indonesianVerb: String {
    switch self {
    case .create: "Buat pesanan"
    case .submit: "Ajukan ke PPK"
    case .return: "Kembalikan"
    case .reject: "Tolak pesanan"
    case .issue: "Terbitkan surat pesanan"
    case .withdraw: "Tarik surat pesanan"
    case .accept: "Sanggupi pesanan"
    case .decline: "Tidak sanggup"
    case .expire: "Nyatakan kedaluwarsa"
    case .reissue: "Terbitkan lagi"
    case .discard: "Buang draf"
    case .startDelivery: "Mulai pengiriman"
    case .arrive: "Catat barang sampai"
    case .inspectOk: "Setujui hasil pemeriksaan"
    case .inspectReject: "Tolak hasil pemeriksaan"
    case .invoice: "Kirim tagihan"
    case .verify: "Nyatakan lengkap"
    case .query: "Kembalikan tagihan"
    case .requestPayment: "Ajukan pembayaran"
    case .approvePayment: "Setujui pembayaran"
    case .confirmPaid: "Catat pembayaran"
    case .close: "Tutup pesanan"
    case .settle: "Catat lunas per bagian"
    case .partialHandover: "Serah terima sebagian"
    case .amend: "Usulkan adendum"
    case .answerAmendment: "Jawab usulan adendum"
    case .cancelMutual: "Batalkan bersama"
    case .terminate: "Putus pesanan"
    case .openDispute: "Ajukan sengketa"
    case .answerDispute: "Jawab sengketa"
    case .closeDispute: "Putuskan sengketa"
    case .hold: "Tahan pesanan"
    case .release: "Lepas penahanan"
    case .rate: "Beri penilaian"
    }
  }

  fileprivate var indonesianMeaning: String {
    switch self {
    case .create: "Draf baru dibuat."
    case .submit: "Anggaran dicadangkan dan PPK menerima pesanan ini untuk diputuskan."
    case .return: "Pesanan kembali menjadi draf agar dapat diperbaiki."
    case .reject: "Pesanan berakhir; cadangan anggaran dilepas."
    case .issue: "Pesanan mendapat nomor dan penyedia diberi tahu. Semua aturan diperiksa sekali lagi."
    case .withdraw: "Pesanan dibatalkan sebelum penyedia menyanggupi."
    case .accept: "Anda terikat memenuhi pesanan ini dengan harga dan tenggat di halaman ini."
    case .decline: "Pesanan kembali ke PPK."
    case .expire: "Pesanan berakhir karena tenggat lewat."
    case .reissue: "Penyedia mendapat tenggat baru untuk menjawab."
    case .discard: "Draf ini dihapus dari daftar."
    case .startDelivery: "PPK dan pengurus barang diberi tahu bahwa barang dalam perjalanan."
    case .arrive: "Pemeriksaan dapat dimulai."
    case .inspectOk: "PPTK mengusulkan, PPK menandatangani berita acara serah terima (BAST)."
    case .inspectReject: "Penyedia harus memperbaiki atau mengganti barang."
    case .invoice: "Bendahara menerima tagihan ini untuk diverifikasi."
    case .verify: "Berkas pembayaran lengkap dan benar."
    case .query: "Penyedia harus memperbaiki tagihannya."
    case .requestPayment: "PA/KPA diminta menyetujui pembayaran."
    case .approvePayment: "Bendahara dapat membayar penyedia."
    case .confirmPaid: "Pembayaran kepada penyedia tercatat sebagai realisasi anggaran."
    case .close: "Pesanan selesai. Sebelum 14 hari setelah pembayaran, alasan wajib diisi."
    case .settle: "Semua bagian sudah ditagih dan dibayar; tidak ada tagihan tersisa."
    case .partialHandover: "Bagian yang sudah diterima dicatat; sisanya tetap harus dikirim."
    case .amend: "Pihak lain diminta menyetujui jumlah yang baru. Jumlah 0 menghapus baris."
    case .answerAmendment: "Bila disetujui, jumlah, pajak dan nilai pesanan langsung berubah."
    case .cancelMutual: "Pesanan batal setelah kedua pihak menyatakannya."
    case .terminate:
      "Pertama kali: penyedia diberi waktu memperbaiki. Setelah waktu itu lewat, langkah ini mengakhiri pesanan."
    case .openDispute: "Pihak lain diminta menjawab; PA/KPA memutuskan."
    case .answerDispute: "Jawaban Anda tercatat; mediasi dimulai."
    case .closeDispute: "Keputusan ini mengikat pesanan."
    case .hold: "Tidak ada langkah lain yang dapat diambil sampai penahanan dilepas."
    case .release: "Pesanan dapat berjalan lagi."
    case .rate: "Penilaian hanya sekali. Setelah kedua pihak menilai, pesanan ditutup."
    }
  }
}

extension DisputeOutcome {
  fileprivate var indonesian: String {
    switch self {
    case .pay: "Bayar sesuai yang diterima"
    case .part: "Bayar sebagian; nilai pesanan turun"
    case .redo: "Kirim atau kerjakan ulang"
    case .end: "Akhiri pesanan"
    }
  }
}
