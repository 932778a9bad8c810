extension ProblemText {
  /// What stops an offer, or an order that came from one.
  static let ofOffers: [String: ProblemText] = [
    "already_offered": ProblemText(
      ("Sudah menawar", "Already offered"),
      (
        "Usaha Anda sudah menawar pada permintaan ini. Tarik dahulu penawaran itu bila ingin mengubahnya.",
        "Your business has an offer on this request already. Withdraw it first if you want to change it."
      )),
    "no_opening_key": ProblemText(
      ("Penawaran belum dapat disegel", "Offers cannot be sealed yet"),
      (
        "Kunci pembuka penawaran provinsi ini belum ada. Hubungi pengelola layanan, lalu coba lagi.",
        "This province has no opening key for offers yet. Tell the operator of the service, then try again."
      )),
    "round_open": ProblemText(
      ("Negosiasi masih berjalan", "A round is open"),
      (
        "Tawaran balik sebelumnya belum dijawab penyedia; tunggu jawabannya atau tenggatnya.",
        "The vendor has not answered the last counter-offer; wait for the answer or its deadline."
      )),
    "rounds_exhausted": ProblemText(
      ("Putaran negosiasi habis", "No round is left"),
      (
        "Semua putaran negosiasi menurut aturan rfo.max_rounds sudah dipakai; pilih atau gugurkan penawaran.",
        "All rounds that the rule rfo.max_rounds allows are used; select an offer or let the request fail."
      )),
    "no_round_open": ProblemText(
      ("Tidak ada negosiasi", "No round is open"),
      (
        "Tidak ada tawaran balik yang menunggu jawaban Anda.", "No counter-offer waits for your answer."
      )),
    "passed_over": ProblemText(
      ("Penawaran sudah dilewati", "Offer passed over"),
      (
        "Penyedia ini tidak menyanggupi pesanannya; pilih penawaran peringkat berikutnya.",
        "This vendor did not take the order; select the offer next in rank."
      )),
    "offers_eligible": ProblemText(
      ("Masih ada penawaran yang sah", "There are eligible offers"),
      (
        "Permintaan hanya dapat digagalkan bila tidak ada penawaran yang sah; pilih salah satunya.",
        "A request fails only where no offer is eligible; select one of them."
      )),
    "need_went_on": ProblemText(
      ("Kebutuhan sudah dipilihkan ulang", "The need went on without this order"),
      (
        "Pesanan ini dilepas agar penyedia lain dapat dipilih; lanjutkan dari halaman kebutuhannya.",
        "This order was given up so that another vendor can be chosen; go on from the page of its need."
      )),
    "offer_not_orderable": ProblemText(
      ("Penawaran tidak dapat dipesan", "Offer cannot be ordered"),
      (
        "Keadaan penawaran ini tidak mengizinkan pesanan; pilih penawaran lain yang sah.",
        "An offer in this state cannot become an order; select another eligible one."
      )),
    "lines_of_offer": ProblemText(
      ("Isi pesanan dari penawaran", "Lines of an offer"),
      (
        "Barang dan harga pesanan ini berasal dari penawaran terpilih dan tidak dapat diubah di sini.",
        "Goods and prices of this order come from the selected offer and cannot be changed here."
      )),
  ]
}
