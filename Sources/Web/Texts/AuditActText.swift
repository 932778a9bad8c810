/// What the codes of the audit log tell where no history has a sentence for it.
enum AuditActText {
  static func done(_ action: String) -> Words? {
    people[action] ?? codes[action] ?? vendors[action] ?? purchases[action] ?? administration[action]
  }

  private static let people = [
    "session.open": Words("Masuk", "Signed in"),
    "session.close": Words("Keluar", "Signed out"),
    "user.create": Words("Akun dibuat", "Account made"),
    "user.change": Words("Akun diubah", "Account changed"),
    "user.invite": Words("Undangan dikirim", "Invitation sent"),
    "user.accept-invitation": Words("Undangan diterima", "Invitation accepted"),
    "user.prove-email": Words("Alamat e-mail dibuktikan", "E-mail address proved"),
    "user.change-email": Words("Alamat e-mail diubah", "E-mail address changed"),
    "user.request-reset": Words("Kata sandi baru diminta", "New password asked for"),
    "user.change-password": Words("Kata sandi diganti", "Password changed"),
    "office.grant": Words("Jabatan diberikan", "Office given"),
    "office.end": Words("Jabatan berakhir", "Office ended"),
    "administrator.invite": Words("Administrator pusat diundang", "Central administrator invited"),
  ]

  private static let codes = [
    "session.step-up": Words("Kata sandi dibuktikan lagi", "Password proved once more"),
    "user.begin-second-factor": Words("Kode sekali pakai disiapkan", "One-time codes begun"),
    "user.abandon-second-factor": Words("Penyiapan kode sekali pakai dibatalkan", "One-time codes left off"),
    "user.set-up-second-factor": Words("Kode sekali pakai diaktifkan", "One-time codes turned on"),
    "user.renew-second-factor": Words("Kode sekali pakai pindah ponsel", "One-time codes moved"),
    "user.remove-second-factor": Words("Kode sekali pakai dimatikan", "One-time codes turned off"),
    "user.reset-second-factor": Words("Kode sekali pakai dihapus admin", "One-time codes taken away"),
    "user.use-recovery-code": Words("Masuk dengan kode cadangan", "Signed in with a recovery code"),
    "administrator.reset-second-factor": Words("Kode sekali pakai dihapus", "One-time codes taken away"),
  ]

  private static let vendors = [
    "vendor.ask-kbli": Words("Perubahan bidang usaha diminta", "Other lines of business asked for"),
    "vendor.create": Words("Penyedia mendaftar", "Vendor registered"),
    "vendor.submit": Words("Pendaftaran diajukan", "Registration submitted"),
    "vendor.verify": Words("Penyedia diverifikasi", "Vendor verified"),
    "vendor.return": Words("Pendaftaran dikembalikan", "Registration returned"),
    "vendor.reject": Words("Pendaftaran ditolak", "Registration rejected"),
    "vendor.suspend": Words("Penyedia ditangguhkan", "Vendor suspended"),
    "vendor.reinstate": Words("Penyedia dipulihkan", "Vendor reinstated"),
    "vendor.blacklist": Words("Penyedia masuk daftar hitam", "Vendor blacklisted"),
    "vendor.lapse": Words("Pendaftaran gugur", "Registration lapsed"),
    "vendor.change": Words("Data penyedia diubah", "Vendor's data changed"),
    "vendor.attach": Words("Dokumen penyedia diunggah", "Vendor's paper uploaded"),
    "vendor.accept-document": Words("Dokumen penyedia disahkan", "Vendor's paper accepted"),
    "vendor.read-document": Words("Dokumen penyedia dibuka", "Vendor's paper opened"),
    "vendor.check-account": Words("Rekening penyedia diperiksa", "Vendor's account checked"),
    "vendor.declare-conflict": Words("Hubungan keluarga dinyatakan", "Kinship declared"),
    "vendor.unmask": Words("Data yang disamarkan dibuka", "Masked data opened"),
    "sanction-case.open": Words("Sanksi diusulkan", "Sanction proposed"),
    "product.create": Words("Produk dibuat", "Product made"),
    "product.change": Words("Produk diubah", "Product changed"),
    "product.submit": Words("Produk diajukan", "Product submitted"),
    "product.list": Words("Produk ditayangkan", "Product listed"),
    "product.return": Words("Produk dikembalikan", "Product returned"),
    "product.delist": Words("Produk diturunkan", "Product delisted"),
    "product.add-picture": Words("Foto produk ditambahkan", "Product's picture added"),
    "product.remove-picture": Words("Foto produk dihapus", "Product's picture removed"),
  ]

  private static let purchases = [
    "offer.submit": Words("Penawaran diajukan", "Offer made"),
    "offer.withdraw": Words("Penawaran ditarik", "Offer withdrawn"),
    "offer.open": Words("Penawaran dibuka", "Offer opened"),
    "offer.invalidate": Words("Penawaran tidak sah", "Offer invalid"),
    "offer.counter": Words("Harga lain diminta", "Another price asked for"),
    "offer.answer-counter": Words("Negosiasi dijawab", "Negotiation answered"),
    "offer.select": Words("Penawaran dipilih", "Offer chosen"),
    "offer.pass": Words("Penawaran dilewati", "Offer passed over"),
    "offer.release": Words("Penawaran bebas lagi", "Offer free again"),
    "order.edit": Words("Draf pesanan diubah", "Draft of the order changed"),
    "order.attach": Words("Berkas pesanan diunggah", "File added to the order"),
    "order.dispute-entry": Words("Catatan sengketa ditambahkan", "Entry added to the dispute"),
    "order.tax-receipt": Words("Bukti setor pajak dicatat", "Tax receipt recorded"),
    "order.rate": Words("Penilaian diberikan", "Rating given"),
    "package.assign": Words("PPK paket ditetapkan", "Commitment officer of the package named"),
  ]

  private static let administration = [
    "break-glass.open": Words("Akses darurat pusat dibuka", "Break-glass access opened"),
    "break-glass.enter": Words("Akses darurat dimasuki", "Break-glass access entered"),
    "break-glass.read": Words("Halaman dibaca lewat akses darurat", "Read under break-glass"),
    "break-glass.end": Words("Akses darurat diakhiri", "Break-glass access ended"),
    "budget-line.create": Words("Mata anggaran dibuat", "Budget line made"),
    "budget-line.change": Words("Mata anggaran diubah", "Budget line changed"),
    "budget-line.red": Words("Mata anggaran melebihi pagu", "Budget line over its ceiling"),
    "debit-account.register": Words("Rekening bendahara didaftarkan", "Treasurer's account registered"),
    "debit-account.close": Words("Rekening bendahara ditutup", "Treasurer's account closed"),
    "holiday.change": Words("Hari libur diubah", "Holidays changed"),
    "mail.retry": Words("Surat dikirim ulang", "Letter sent again"),
    "rules.create": Words("Perubahan aturan dirancang", "Change of the rules drafted"),
    "rules.simulate": Words("Rancangan aturan dicoba", "Draft of the rules tried"),
    "rules.approve": Words("Rancangan aturan disetujui", "Draft of the rules approved"),
    "rules.discard": Words("Rancangan aturan dibuang", "Draft of the rules discarded"),
    "rules.publish": Words("Aturan baru diterbitkan", "New rules published"),
  ]
}
