import Procurement
import StrictJSON

/// Title and explanation of a problem, by its code.
struct ProblemText: Sendable {
  let title: Bilingual
  let detail: Bilingual

  init(_ title: (String, String), _ detail: (String, String)) {
    self.title = Bilingual(id: title.0, en: title.1)
    self.detail = Bilingual(id: detail.0, en: detail.1)
  }

  static func of(_ code: String) -> ProblemText { table[code] ?? ofOffers[code] ?? ofSignIn[code] ?? general }

  private static let general = ProblemText(
    ("Permintaan ditolak", "Request refused"),
    ("Permintaan ini tidak dapat dijalankan.", "The request cannot be carried out."))

  private static let table: [String: ProblemText] = [
    "malformed_json": ProblemText(
      ("JSON tidak sah", "Malformed JSON"),
      ("Isi permintaan bukan JSON yang sah.", "The body is not valid JSON.")),
    "malformed_request": ProblemText(
      ("Permintaan tidak sah", "Malformed request"),
      ("Permintaan ini tidak dapat dibaca.", "The request cannot be read.")),
    "unauthenticated": ProblemText(
      ("Belum masuk", "Not signed in"),
      ("Masuklah terlebih dahulu.", "Sign in first.")),
    "bad_credentials": ProblemText(
      ("Gagal masuk", "Sign-in failed"),
      ("Surel atau kata sandi salah.", "The e-mail address or the password is wrong.")),
    "password_expired": ProblemText(
      ("Kata sandi sudah habis masanya", "The password has run out"),
      (
        "Masa berlaku kata sandi ini sudah habis (BSSN 4/2021 Pasal 26); pakai Lupa kata sandi untuk membuat yang baru.",
        "This password has run out (BSSN 4/2021 Art. 26); use Forgotten password to set a new one."
      )),
    "forbidden": ProblemText(
      ("Tidak diizinkan", "Not allowed"),
      ("Peran Anda tidak berwenang melakukan ini.", "Your role may not do this.")),
    "separation_of_duties": ProblemText(
      ("Pemisahan tugas", "Separation of duties"),
      (
        """
        Orang yang sama tidak boleh melakukan kedua langkah ini pada satu pesanan atau satu perubahan aturan \
        (Perpres 16/2018 Pasal 10–13). Mintalah pejabat lain yang memegang peran ini melanjutkannya.
        """,
        """
        The same person may not do both of these steps on one order, or on one change of the rules (Perpres 16/2018 \
        Art. 10–13). Ask another official who holds this role to go on.
        """
      )),
    "not_found": ProblemText(
      ("Tidak ditemukan", "Not found"),
      ("Yang Anda cari tidak ada atau bukan milik Anda.", "It does not exist, or it is not yours to see.")),
    "unknown_tenant": ProblemText(
      ("Alamat tidak dikenal", "Unknown host"),
      ("Tidak ada provinsi dengan alamat ini.", "No province has this address.")),
    "method_not_allowed": ProblemText(
      ("Metode tidak didukung", "Method not allowed"),
      ("Alamat ini tidak menerima metode tersebut.", "This address does not take that method.")),
    "wrong_state": ProblemText(
      ("Keadaan tidak sesuai", "Wrong state"),
      ("Langkah ini tidak mungkin dalam keadaan sekarang.", "This step is not possible in the present state.")
    ),
    "already_registered": ProblemText(
      ("Sudah terdaftar", "Already registered"),
      ("Data ini sudah dipakai pendaftar lain.", "Somebody is registered with this already.")),
    "rup_not_announced": ProblemText(
      ("Paket belum diumumkan", "Package not announced"),
      (
        "Paket baru dapat didisposisi sejak tanggal pengumumannya di SiRUP (Perpres 16/2018 Pasal 22).",
        "A package can be assigned from the day of its announcement in SiRUP on (Perpres 16/2018 Art. 22)."
      )),
    "package_not_assigned": ProblemText(
      ("Paket belum didisposisi", "Package not assigned"),
      (
        "PA/KPA harus menugaskan PPK untuk paket ini terlebih dahulu.",
        "The budget owner has to assign a commitment officer to this package first."
      )),
    "vendor_not_verified": ProblemText(
      ("Penyedia belum terverifikasi", "Vendor not verified"),
      ("Penyedia harus terverifikasi.", "The vendor has to be verified.")),
    "on_hold": ProblemText(
      ("Pesanan ditahan", "Order on hold"),
      ("Pesanan ini sedang ditahan; tunggu sampai dilepas.", "The order is held; wait until it is released.")),
    "dispute_open": ProblemText(
      ("Ada sengketa", "A dispute is open"),
      (
        "Sengketa pada pesanan ini harus diputuskan dahulu.",
        "The dispute about this order has to be decided first."
      )),
    "amendment_pending": ProblemText(
      ("Ada usulan adendum", "An amendment is pending"),
      ("Usulan adendum harus dijawab dahulu.", "The proposed amendment has to be answered first.")),
    "cure_running": ProblemText(
      ("Waktu perbaikan berjalan", "Time to mend is running"),
      (
        "Penyedia masih mempunyai waktu memperbaiki; lihat tenggat pesanan.",
        "The vendor still has time to mend the breach; see the order's deadlines."
      )),
    "payment_not_partial": ProblemText(
      ("Provinsi ini membayar pesanan sekaligus", "This province pays orders whole"),
      (
        """
        Aturan payment.partial provinsi ini tidak membolehkan pembayaran per bagian (UU 1/2004 Pasal 21: dibayar setelah \
        diterima). Tagih seluruhnya setelah serah terima terakhir; bagian yang diterima dibayar tersendiri bila pesanan \
        diputus.
        """,
        """
        This province's rule payment.partial does not let parts be paid (UU 1/2004 Art. 21: paid after receipt). Bill the \
        whole after the last handover; what was accepted is paid by itself where the order is terminated.
        """
      )),
    "part_unpaid": ProblemText(
      ("Ada bagian yang belum dibayar", "A part has not been paid yet"),
      (
        "Bagian yang ditagih tersendiri dibayar dahulu, lalu sisanya.",
        "The parts that were billed by themselves are paid first, then the rest."
      )),
    "own_proposal": ProblemText(
      ("Menunggu pihak lain", "Waiting for the other side"),
      ("Yang menjawab adalah pihak lain.", "It is for the other side to answer.")),
    "already_answered": ProblemText(
      ("Sudah dijawab", "Already answered"),
      (
        "Sengketa ini sudah dijawab; PA/KPA memutuskan.",
        "The dispute has been answered; the budget owner decides."
      )),
    "too_many_pictures": ProblemText(
      ("Gambarnya sudah cukup", "There are enough pictures"),
      (
        "Satu produk memuat paling banyak \(ProductPicture.most) gambar; hapus salah satu dahulu.",
        "A product has at most \(ProductPicture.most) pictures; remove one first."
      )),
    "already_rated": ProblemText(
      ("Sudah dinilai", "Already rated"),
      ("Pihak Anda sudah menilai pesanan ini.", "Your side has rated this order already.")),
    "bank_account_changed": ProblemText(
      ("Rekening berubah", "Account changed"),
      (
        """
        Rekening penyedia tidak sama lagi dengan saat disanggupi, atau belum diperiksa verifikator; periksa, lalu ulangi \
        dengan alasan.
        """,
        """
        The vendor's account is not that of the acceptance, or no verifier has checked it; check it, then repeat with a \
        reason.
        """
      )),
    "bank_account_unchecked": ProblemText(
      ("Rekening belum diperiksa", "Account not checked"),
      (
        """
        Rekening bank diubah ke nama lain dan belum diperiksa verifikator provinsi, maka pesanan belum dapat disanggupi. Verifikator \
        sudah diberi tahu; hubungi verifikator, lalu sanggupi setelah rekening diperiksa.
        """,
        """
        The bank account was changed to another name and the province's verifier has not checked it, so the order cannot be accepted yet. \
        The verifier has been told; ask there, then accept once the account is checked.
        """
      )),
    "bank_account_cooling": ProblemText(
      ("Rekening baru", "New account"),
      (
        "Penyedia baru saja mengubah rekeningnya; tunggu sampai waktu yang disebutkan, atau ulangi dengan alasan.",
        "The vendor has just changed its account; wait until the time that is named, or repeat with a reason."
      )),
    "account_not_changed": ProblemText(
      ("Rekening tidak berubah", "Account not changed"),
      ("Tidak ada rekening baru yang harus diperiksa.", "There is no new account to be checked.")),
    "request_open": ProblemText(
      ("Sudah ada permintaan", "A request is open"),
      (
        "Permintaan sebelumnya masih menunggu jawaban verifikator.",
        "An earlier request still waits for the verifier's answer."
      )),
    "paper_checked": ProblemText(
      ("Surat sudah diperiksa", "Paper already checked"),
      ("Surat ini sudah diperiksa.", "This paper has been checked already.")),
    "paper_ended": ProblemText(
      ("Surat sudah berakhir", "Paper has ended"),
      ("Masa berlaku surat ini sudah berakhir.", "The last day of this paper is over.")),
    "already_proposed": ProblemText(
      ("Sudah diusulkan", "Already proposed"),
      ("Sanksi atas pesanan ini sudah diusulkan.", "A sanction for this order has been proposed already.")),
    "same_person": ProblemText(
      ("Orang yang sama", "The same person"),
      (
        "Penyedia dan pejabat ini orang yang sama menurut NIK; hal itu tidak dapat dinyatakan bukan benturan kepentingan (Perpres 16/2018 Pasal 7(2)).",
        "By the NIK vendor and official are one person; that cannot be declared no conflict of interest (Perpres 16/2018 Art. 7(2))."
      )),
    "conflict_of_interest": ProblemText(
      ("Benturan kepentingan", "Conflict of interest"),
      (
        "Anda dan penyedia pesanan ini berbagi data; pejabat lain harus mengambil langkah ini (Perpres 16/2018 Pasal 7).",
        "You and the vendor of this order share particulars; another official has to take this step (Perpres 16/2018 Art. 7)."
      )),
    "justification_required": ProblemText(
      ("Perlu alasan", "Justification required"),
      (
        "Pesanan ini ditandai; tuliskan alasan untuk melanjutkan.",
        "This order is flagged; give a justification to go on."
      )),
    "rules_changed": ProblemText(
      ("Aturan sudah berubah", "The rules have changed"),
      (
        "Sejak rancangan ini dibuat, aturan lain telah berlaku; buat rancangan baru dari aturan sekarang.",
        "Other rules were accepted since this draft was written; write it anew from those of now."
      )),
    "precondition_failed": ProblemText(
      ("Sudah berubah", "Changed meanwhile"),
      ("Data sudah diubah orang lain; muat ulang.", "Somebody has changed it meanwhile; load it again.")),
    "too_large": ProblemText(
      ("Terlalu besar", "Too large"),
      ("Isi permintaan melebihi batas.", "The body exceeds the limit.")),
    "unsupported_media_type": ProblemText(
      ("Jenis isi tidak didukung", "Unsupported media type"),
      ("Jenis isi ini tidak diterima di sini.", "This type of content is not taken here.")),
    "misdirected_request": ProblemText(
      ("Salah alamat", "Misdirected request"),
      ("Sambungan ini untuk alamat lain.", "This connection is for another host.")),
    "invalid": ProblemText(
      ("Data belum benar", "Invalid data"),
      ("Perbaiki isian yang disebutkan.", "Mend the members that are named.")),
    "idempotency_mismatch": ProblemText(
      ("Kunci sudah dipakai", "Key already used"),
      (
        "Idempotency-Key ini sudah dipakai dengan isi lain.",
        "This Idempotency-Key was used with another body."
      )),
    "rules_violated": ProblemText(
      ("Melanggar aturan", "Against the rules"),
      ("Lihat tiap aturan dalam keputusan.", "See each rule in the decision.")),
    "too_many_requests": ProblemText(
      ("Terlalu sering", "Too many requests"),
      ("Tunggu sebentar lalu coba lagi.", "Wait a moment, then try again.")),
    "tenant_suspended": ProblemText(
      ("Layanan ditangguhkan", "Service suspended"),
      ("Layanan provinsi ini sedang ditangguhkan.", "The service of this province is suspended.")),
    "unavailable": ProblemText(
      ("Sedang sibuk", "Unavailable"),
      (
        "Layanan sedang tidak dapat menjawab; coba lagi dengan kunci yang sama.",
        "The service cannot answer at the moment; try again with the same key."
      )),
    "internal_error": ProblemText(
      ("Kesalahan layanan", "Internal error"),
      (
        "Layanan gagal; sebutkan traceId bila melapor.",
        "The service failed; quote the traceId when you report it."
      )),
  ]
}
