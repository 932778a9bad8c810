import EOrderRules
import Procurement

/// The words of verifying vendors.
enum VerificationText {
  static let vendors = Words("Penyedia", "Vendors")
  static let vendor = Words("Penyedia", "Vendor")
  static let state = Words("Status", "State")
  static let region = Words("Wilayah", "Region")
  static let nameOrNIB = Words("Nama usaha atau NIB", "Business name or NIB")
  static let noVendor = Words("Tidak ada penyedia yang cocok", "No vendor fits")
  static let noVendorAdvice = Words(
    "Ubah saringan, atau tunggu pendaftaran baru.", "Change the filter, or wait for new registrations.")
  static let business = Words("Usaha", "Business")
  static let owner = Words("Pemilik", "Owner")
  static let bank = Words("Rekening", "Bank account")
  static let nib = Words("NIB", "NIB")
  static let legalForm = Words("Bentuk usaha", "Legal form")
  static let size = Words("Skala usaha", "Size")
  static let capital = Words("Modal", "Capital")
  static let sales = Words("Penjualan setahun", "Yearly sales")
  static let kbli = Words("KBLI", "KBLI")
  static let address = Words("Alamat", "Address")
  static let serves = Words("Melayani wilayah", "Serves regions")
  static let nik = Words("NIK", "NIK")
  static let npwp = Words("NPWP", "NPWP")
  static let vat = Words("PKP", "Registered for VAT")
  static let finalTax = Words("Surat keterangan PPh final", "Letter on the final tax")
  static let email = Words("Surel", "E-mail")
  static let phone = Words("Telepon", "Phone")
  static let bankCode = Words("Kode bank", "Bank code")
  static let accountNumber = Words("Nomor rekening", "Account number")
  static let accountName = Words("Atas nama", "In the name of")
  static let bankChanged = Words("Diubah", "Changed")
  static let bankCooling = Words("Masa tunggu sampai", "Waits until")
  static let bankChecked = Words("Diperiksa", "Checked")
  static let papers = Words("Dokumen", "Papers")
  static let noPapers = Words("Belum ada dokumen.", "No papers yet.")
  static let checked = Words("Sudah diperiksa", "Checked")
  static let unchecked = Words("Belum diperiksa", "Not checked")
  static let sanctions = Words("Sanksi sejauh ini", "Sanctions so far")
  static let conflicts = Words("Kesamaan data dengan pejabat", "Particulars shared with officials")
  static let noConflict = Words("Tidak ada.", "None.")
  static let warning = Words("Perlu diperhatikan", "Take note")
  static let lastReason = Words("Alasan terakhir", "The last reason")
  static let reasonIfNeeded = Words(
    "Wajib hanya bila ada yang harus dijelaskan, misalnya pemilik juga pejabat.",
    "Needed only where something has to be explained, for example an owner in office.")
  static let reasonIsTold = Words(
    "Penyedia membaca alasan ini. Tulis apa yang kurang dan bagaimana memperbaikinya.",
    "The vendor reads it. Write what is missing and how to mend it.")
  static let checkAccount = Words("Nyatakan rekening baru sudah diperiksa", "The new account is checked")
  static let checkAccountMeans = Words(
    "Anda sudah mencocokkan nama rekening dengan pemilik atau usahanya.",
    "You have compared the account's name with the owner or the business.")
  static let otherNameHint = Words(
    "Wajib bila nama rekening tidak mirip nama pemilik atau usaha.",
    "Needed where the account's name is like neither.")
  static let unmask = Words("Tampilkan NIK, NPWP, dan nomor rekening", "Show NIK, NPWP and account number")
  static let unmaskMeans = Words(
    "Siapa yang melihat dan mengapa dicatat di jejak audit.", "Who looks, and why, is in the audit log.")
  static let curation = Words("Kurasi produk", "Product curation")
  static let listTicked = Words("Tayangkan yang dipilih", "List the chosen ones")
  static let listTickedMeans = Words(
    "Tanpa harga satuan standar. Produk yang harganya perlu dibandingkan dibuka satu per satu.",
    "Without a standard price. Open those one by one whose price has to be compared.")

  static func answerLines(_ word: AnswerKBLIRequest.Word) -> Words {
    word == .accept
      ? Words("Terima jenis usaha baru", "Accept the lines of business")
      : Words("Jangan terima", "Do not accept")
  }

  static func tickOf(_ name: String) -> Words { Words("Pilih \(name)", "Choose \(name)") }

  static func listedTogether(_ count: Int) -> Words {
    Words("\(count) produk sudah tayang.", "\(count) \(count == 1 ? "product is" : "products are") listed.")
  }

  static func notListedTogether(_ count: Int) -> Words {
    Words(
      "\(count) produk belum dapat ditayangkan",
      "\(count) \(count == 1 ? "product" : "products") could not be listed")
  }

  static let noProduct = Words("Tidak ada produk yang menunggu", "No product waits")
  static let noProductAdvice = Words(
    "Produk baru dan perubahan harga besar muncul di sini.",
    "New products and large changes of prices appear here.")
  static let product = Words("Produk", "Product")
  static let price = Words("Harga", "Price")
  static let category = Words("Kategori", "Category")
  static let description = Words("Uraian", "Description")
  static let prices = Words("Riwayat harga", "Prices so far")
  static let priceBefore = Words("Sebelumnya", "Before")
  static let priceAt = Words("Sejak", "Since")
  static let curatedAt = Words("Dikurasi", "Curated")
  static let standardPrice = Words("Standar harga (SSH)", "Standard price (SSH)")
  static let standardPriceHint = Words(
    "Setiap pesanan dibandingkan dengan harga ini, termasuk semua pajak.",
    "Every order is compared with it, all taxes included.")
  static let list = Words("Tayangkan", "List it")
  static let listMeans = Words(
    "Produk tampil di katalog dan dapat dipesan.", "The product is in the catalogue and can be ordered.")
  static let returnProduct = Words("Kembalikan ke penyedia", "Return to the vendor")
  static let delist = Words("Turunkan dari katalog", "Take out of the catalogue")
  static let unit = Words("Satuan", "Unit of measure")
  static let taxClass = Words("Kelas pajak", "Tax class")
  static let localContent = Words("TKDN", "Local content")
  static let seen = Words("Lihat seperti pembeli melihatnya", "See it as buyers do")

  static func validUntil(_ day: String) -> Words { Words("berlaku sampai \(day)", "valid until \(day)") }
  static func pictureOf(_ paper: String) -> Words {
    Words("Gambar dokumen: \(paper)", "Picture of the paper: \(paper)")
  }
  static func download(_ paper: String) -> Words { Words("Unduh \(paper) (PDF)", "Download \(paper) (PDF)") }
  static let acceptSeveral = Words("Terima beberapa dokumen sekaligus", "Accept several papers at once")
  static let acceptSeveralMeans = Words(
    "Centang yang sudah Anda lihat. Masing-masing berlaku mulai sekarang dan dicatat sendiri.",
    "Tick those that you have looked at. Each counts from now on and is recorded by itself.")

  static func acceptedTogether(_ count: Int) -> Words {
    Words(
      "\(count) dokumen sudah diterima.", "\(count) \(count == 1 ? "paper was" : "papers were") accepted.")
  }

  static func acceptPaper(_ paper: String) -> Words { Words("Terima \(paper)", "Accept \(paper)") }

  static func acceptMeans(_ until: String) -> Words {
    until == "–"
      ? Words("Dokumen ini berlaku mulai sekarang.", "The paper counts from now on.")
      : Words("Dokumen ini berlaku sampai \(until).", "The paper counts until \(until).")
  }

  static func warning(_ code: String) -> Words {
    switch code {
    case "blacklisted":
      Words(
        "NIB atau NPWP ini ada di daftar hitam nasional.", "This NIB or NPWP is on the national blacklist.")
    default: Words("Angka periksa NPWP tidak cocok.", "The check digit of the NPWP is wrong.")
    }
  }

  static func act(_ transition: VendorTransition) -> Words {
    switch transition {
    case .verify: Words("Verifikasi penyedia", "Verify the vendor")
    case .return: Words("Kembalikan untuk diperbaiki", "Return to be mended")
    case .reject: Words("Tolak pendaftaran", "Reject the registration")
    case .suspend: Words("Tangguhkan", "Suspend")
    case .reinstate: Words("Pulihkan", "Reinstate")
    default: Words("Masukkan daftar hitam", "Blacklist")
    }
  }

  static func means(_ transition: VendorTransition) -> Words {
    switch transition {
    case .verify:
      Words(
        "Semua dokumennya dianggap sudah Anda periksa; penyedia dapat menerima pesanan.",
        "You have looked at all its papers; the vendor can receive orders.")
    case .return:
      Words(
        "Penyedia memperbaiki dan mengajukan lagi dalam 14 hari.",
        "The vendor mends it and submits again within 14 days.")
    case .reject: Words("Pendaftaran berakhir.", "The registration ends.")
    case .suspend:
      Words("Produknya turun tayang sampai dipulihkan.", "Its products are not sold until it is reinstated.")
    case .reinstate: Words("Penyedia dapat menerima pesanan lagi.", "The vendor can receive orders again.")
    default: Words("Sampai tanggal dalam surat keputusan.", "Until the day in the decree.")
    }
  }

  static func paper(_ kind: String) -> Words {
    switch kind {
    case "nib": Words("NIB", "NIB")
    case "npwp": Words("NPWP", "NPWP")
    case "nik": Words("KTP (NIK)", "Identity card (NIK)")
    case "bank": Words("Buku rekening", "Bank book")
    case "umk_statement": Words("Pernyataan UMK", "Statement of size")
    case "halal": Words("Sertifikat halal", "Halal certificate")
    case "hygiene": Words("Laik higiene", "Hygiene certificate")
    case "vat": Words("Pengukuhan PKP", "VAT registration")
    case "final_tax": Words("Surat keterangan PPh final", "Letter on the final tax")
    default: Words("Lainnya", "Other")
    }
  }

  static func form(_ form: LegalForm) -> Words {
    switch form {
    case .individual: Words("Perorangan", "Individual")
    case .onePersonCompany: Words("Perseroan perorangan", "One-person company")
    case .cooperative: Words("Koperasi", "Cooperative")
    case .cv: Words("CV", "CV")
    case .pt: Words("PT", "PT")
    case .firma: Words("Firma", "Firma")
    }
  }

  static func size(_ size: BusinessSize) -> Words {
    switch size {
    case .micro: Words("Mikro", "Micro")
    case .small: Words("Kecil", "Small")
    case .medium: Words("Menengah", "Medium")
    }
  }
}
