import EOrderRules

/// The words of requests for offers as vendors see them.
enum TenderText {
  static let title = Words("Permintaan penawaran", "Requests for offers")
  static let lead = Words(
    "Dinas meminta harga dari beberapa penyedia. Yang menawar paling baik mendapat pesanan.",
    "An office asks several vendors for their prices. The best offer gets the order.")
  static let open = Words("Masih terbuka", "Still open")
  static let all = Words("Semua", "All")
  static let none = Words("Tidak ada permintaan terbuka", "No open requests")
  static let noneAdvice = Words(
    "Anda diundang bila bidang usaha dan wilayah Anda cocok. Pastikan produk Anda tayang dan lengkap.",
    "You are asked where your line of business and region fit. See that your products are listed and complete."
  )
  static let wanted = Words("Yang dicari", "What is wanted")
  static let unit = Words("Dinas", "Office")
  static let quantity = Words("Jumlah", "Quantity")
  static let neededOn = Words("Dibutuhkan", "Needed on")
  static let place = Words("Dikirim ke", "Deliver to")
  static let over = Words("sudah ditutup", "closed")
  static let closes = Words("Batas waktu", "Closes")
  static let note = Words("Keterangan", "Note")
  static let own = Words("Penawaran Anda", "Your offer")
  static let notOffered = Words("Belum menawar", "No offer yet")
  static let offer = Words("Ajukan penawaran", "Hand in an offer")
  static let sealed = Words(
    "Penawaran Anda disegel: tidak seorang pun dapat membacanya sebelum batas waktu, Anda sendiri pun tidak. Catat harga Anda. Sebelum batas waktu Anda dapat menariknya dan mengajukan yang baru.",
    "Your offer is sealed: nobody can read it before the deadline, not even you. Write your price down. Before the deadline you can withdraw it and hand in another."
  )
  static let binding = Words(
    "Bila terpilih, pesanan dibuat dengan harga ini. Anda masih dapat menolak pesanannya.",
    "If it is selected, the order is made at this price. You may still decline the order.")
  static let product = Words("Produk Anda", "Your product")
  static let productHint = Words(
    "Pilih produk Anda yang tayang, atau tulis barangnya di bawah.",
    "Choose a listed product of yours, or describe it below.")
  static let itemName = Words("Atau nama barang atau jasa", "Or the name of the goods or service")
  static let itemDescription = Words("Uraiannya", "Its description")
  static let unitPrice = Words("Harga satu satuan", "Price of one unit")
  static let unitPriceHint = Words("Ongkos kirim sudah termasuk.", "Delivery included.")
  static let priceIncludesVat = Words("Harga itu sudah termasuk PPN?", "Does the price include VAT?")
  static let deliverBy = Words("Sanggup mengirim paling lambat", "You can deliver by")
  static let offerNote = Words("Catatan", "Note")
  static let withdraw = Words("Tarik penawaran", "Withdraw the offer")
  static let withdrawMeans = Words(
    "Sesudah ditarik, Anda dapat mengajukan penawaran baru sampai batas waktu.",
    "After that you can hand in a new offer until the deadline.")
  static let withdrawReason = Words("Alasan", "Reason")
  static let answer = Words("Jawab negosiasi", "Answer the negotiation")
  static let accept = Words("Anda setuju?", "Do you agree?")
  static let agreed = Words("Setuju dengan harga yang diminta", "Agree to the price that was asked for")
  static let notAgreed = Words(
    "Tidak, penawaran tetap atau harga lain", "No: the offer stays, or another price")
  static let ownPrice = Words("Harga baru Anda", "Your new price")
  static let ownPriceHint = Words(
    "Bila berbeda dari yang diminta; tidak boleh lebih mahal dari penawaran.",
    "Where it differs from what was asked; it may not be above the offer.")
  static let answerReason = Words("Penjelasan", "Explanation")
  static let receipt = Words("Tanda terima (SHA-256)", "Receipt (SHA-256)")
  static let receiptMeans = Words(
    "Sidik isi penawaran Anda. Setelah dibuka, sidiknya harus sama; itu bukti tidak ada yang mengubahnya.",
    "The fingerprint of your offer. When it is opened the fingerprint has to be the same; that proves that nobody changed it."
  )
  static let submittedAt = Words("Diajukan", "Handed in")
  static let opensAt = Words("Segel dibuka", "The seal is opened")
  static let agreedPrice = Words("Harga", "Price")
  static let recorded = Words("Tersimpan", "Recorded")
  static let handedIn = Words(
    "Penawaran Anda sudah diterima dan disegel.", "Your offer is received and sealed.")
  static let withdrawn = Words("Penawaran Anda sudah ditarik.", "Your offer is withdrawn.")
  static let answered = Words("Jawaban Anda sudah dikirim.", "Your answer is sent.")
  static let refused = Words("Belum tersimpan", "Not recorded")
  static let earlier = Words("Penawaran sebelumnya", "Earlier offers")
  static let rounds = Words("Negosiasi", "Negotiation")
  static let chooseOne = Words(
    "Pilih produk, atau isi nama dan uraian barang.", "Choose a product, or fill in name and description.")

  static func asked(_ price: String?) -> Words {
    Words(
      price.map { "Harga yang diminta: \($0)." } ?? "Tidak ada harga yang diminta.",
      price.map { "Price asked for: \($0)." } ?? "No price was asked for.")
  }

  static let yourTurn = Words("Menunggu jawaban Anda", "Waits for your answer")
  static let notOfferedInTime = Words("Tidak menawar", "No offer made")

  static func answeredWith(accepted: Bool, price: String) -> Words {
    accepted
      ? Words("Anda menyetujuinya: \(price).", "You agreed: \(price).")
      : Words("Anda tidak menyetujuinya; harga Anda \(price).", "You did not agree; your price: \(price).")
  }

  static func answerUntil(_ moment: String) -> Words {
    Words("Jawab paling lambat \(moment).", "Answer by \(moment).")
  }

  static func state(_ state: OfferState) -> Words {
    switch state {
    case .submitted: Words("Tersegel", "Sealed")
    case .withdrawn: Words("Ditarik", "Withdrawn")
    case .opened: Words("Dibuka, dibandingkan", "Opened, being compared")
    case .clarified: Words("Dinegosiasi", "Negotiated")
    case .selected: Words("Terpilih", "Selected")
    case .notSelected: Words("Tidak terpilih", "Not selected")
    case .invalid: Words("Tidak sah", "Invalid")
    }
  }

  static func meaning(_ state: OfferState) -> Words {
    switch state {
    case .submitted: Words("Menunggu batas waktu.", "Waits for the deadline.")
    case .withdrawn: Words("Tidak ikut dibandingkan.", "Is not compared.")
    case .opened, .clarified:
      Words("Pejabat Pengadaan sedang membandingkan.", "The procurement officer is comparing.")
    case .selected:
      Words("Selamat. Pesanan menyusul; lihat di Pesanan.", "Congratulations. The order follows; see Orders.")
    case .notSelected: Words("Penawaran lain yang dipilih.", "Another offer was selected.")
    case .invalid: Words("Penawaran tidak dapat dinilai.", "The offer could not be considered.")
    }
  }

  static func tone(_ state: OfferState) -> Tone {
    switch state {
    case .submitted, .opened: .info
    case .clarified: .warn
    case .selected: .good
    case .withdrawn, .notSelected: .neutral
    case .invalid: .bad
    }
  }
}
