import Authentication
import Procurement

/// The words of the people who work for a vendor.
enum StaffText {
  static let title = Words("Orang yang bekerja di usaha ini", "People who work for this business")
  static let lead = Words(
    "Staf menjawab pesanan dan permintaan penawaran, mengirim, dan menagih. Hanya pemilik yang mengubah profil.",
    "Staff answer orders and requests for offers, deliver and bill. Only the owner changes the profile.")
  static let new = Words("Undang staf", "Invite staff")
  static let newMeans = Words(
    "Undangan dikirim lewat surel; tautannya juga ditampilkan sekali di sini.",
    "The invitation goes by e-mail; its link is shown here once as well.")
  static let nik = Words("NIK", "NIK")
  static let nikHint = Words(
    "16 angka di KTP-nya. Satu orang tidak boleh berada di dua pihak.",
    "The 16 digits of the identity card. Nobody may stand on both sides.")
  static let edit = Words("Ubah data", "Change particulars")
  static let manage = Words("Atur orang", "Keep people")
  static let regions = Words("Wilayah yang dilayani", "Regions that are served")
  static let regionsHint = Words(
    "Tanpa pilihan: wilayah alamat usaha.", "With none ticked: the region of the business's address.")
  static let changeRegions = Words("Ubah wilayah layanan", "Change the regions")
  static let changeLines = Words("Ubah jenis usaha (KBLI)", "Change the lines of business (KBLI)")
  static let linesRequest = Words("Permintaan perubahan jenis usaha", "Request for other lines of business")
  static let linesAsked = Words(
    "Anda tetap dapat berjualan dengan jenis usaha yang lama sampai verifikator menjawab.",
    "You go on selling under the old lines of business until a verifier answers.")
  static let linesReason = Words("Mengapa diubah", "Why they change")
  static let linesReasonHint = Words(
    "Misalnya NIB baru dari OSS; serahkan juga dokumennya.",
    "For example a new NIB from OSS; hand in the paper as well.")

  static func state(_ state: KBLIRequest.State) -> Words {
    switch state {
    case .open: Words("Menunggu verifikator", "Waits for a verifier")
    case .accepted: Words("Diterima", "Accepted")
    case .refused: Words("Tidak diterima", "Not accepted")
    }
  }
}

/// The words of users.
enum UserText {
  static let title = Words("Pengguna", "Users")
  static let lead = Words(
    "Siapa bekerja dengan e-Order di provinsi ini.", "Who works with e-Order in this province.")
  static let name = Words("Nama", "Name")
  static let roles = Words("Peran", "Roles")
  static let rolesHint = Words(
    "Peran pada unit kerjanya sendiri. Jabatan lain, Plt. dan Plh. diatur di halaman Jabatan.",
    "At the unit where the person works. Other offices and acting holders are on the page of offices.")
  static let standing = Words("Status", "Standing")
  static let active = Words("Aktif", "Active")
  static let inactive = Words("Tidak aktif", "Inactive")
  static let invited = Words("Diundang, belum masuk", "Invited, not yet in")
  static let new = Words("Pengguna baru", "New user")
  static let create = Words("Buat dan undang", "Create and invite")
  static let createMeans = Words(
    "Undangan dikirim lewat surel; tautannya juga ditampilkan sekali di sini.",
    "The invitation goes by e-mail; its link is shown here once as well.")
  static let search = Words("Nama atau surel", "Name or e-mail")
  static let none = Words("Tidak ada pengguna yang cocok", "No user fits")
  static let noneAdvice = Words(
    "Ubah pencarian, atau buat pengguna baru.", "Change the search, or create a user.")
  static let email = Words("Surel", "E-mail")
  static let nip = Words("NIP", "NIP")
  static let nipHint = Words(
    "18 angka. Tugas dipisahkan menurut orang, bukan akun.",
    "18 digits. Duties are kept apart by person, not by account.")
  static let phone = Words("Telepon", "Phone")
  static let unit = Words("Unit kerja", "Unit")
  static let unitHint = Words("Kosongkan untuk seluruh provinsi.", "Leave empty for the whole province.")
  static let certificate = Words("Nomor sertifikat PBJ", "Number of the procurement certificate")
  static let certificateHint = Words(
    "Wajib bagi Pejabat Pengadaan dan PPK.", "Procurement and commitment officers need one.")
  static let certificateUntil = Words("Sertifikat berlaku sampai", "Certificate valid until")
  static let edit = Words("Ubah data dan peran", "Change particulars and roles")
  static let invite = Words("Kirim undangan lagi", "Invite again")
  static let inviteMeans = Words(
    "Tautan sebelumnya tidak berlaku lagi.", "The link before is not valid any more.")
  static let deactivate = Words("Nonaktifkan", "Deactivate")
  static let deactivateMeans = Words(
    "Langsung keluar dari semua perangkat dan tidak dapat masuk.",
    "Signed out everywhere at once, and cannot sign in.")
  static let activate = Words("Aktifkan lagi", "Activate again")
  static let activateMeans = Words(
    "Dapat masuk lagi dengan kata sandinya.", "Can sign in again with the password.")
  static let since = Words("Dibuat", "Created")
  static let invitationMeans = Words(
    "Tautan ini hanya tampil sekali. Serahkan langsung kepada orangnya bila surel tidak sampai.",
    "The link is shown this once. Hand it over in person where the e-mail does not arrive.")

  static func invitationFor(_ name: String) -> Words {
    Words("Undangan untuk \(name)", "Invitation of \(name)")
  }
}

/// The words of offices.
enum OfficeText {
  static let title = Words("Jabatan", "Offices")
  static let lead = Words(
    "Pemegang jabatan, Plt., Plh., dan penerima delegasi, beserta surat keputusannya.",
    "Holders, acting holders and delegates, each with the decree.")
  static let holder = Words("Orang", "Person")
  static let role = Words("Peran", "Role")
  static let anyRole = Words("Semua peran", "Any role")
  static let span = Words("Masa", "Days")
  static let standing = Words("Status", "Standing")
  static let inEffect = Words("Berlaku", "In effect")
  static let notInEffect = Words("Tidak berlaku", "Not in effect")
  static let always = Words("Tanpa batas", "No end")
  static let none = Words("Tidak ada jabatan yang cocok", "No office fits")
  static let noneAdvice = Words("Ubah saringan.", "Change the filter.")
  static let appoint = Words("Angkat seseorang", "Appoint somebody")
  static let appointMeans = Words(
    "Untuk jabatan di unit lain, Plt., Plh., atau delegasi. Peran pada unitnya sendiri ada di halaman pengguna.",
    "For an office at another unit, an acting holder or a delegate. Roles at the person's own unit are on its page."
  )
  static let kindLabel = Words("Sifat", "Kind")
  static let onBehalfOf = Words("Menggantikan atau atas nama", "In the place of")
  static let onBehalfOfHint = Words("Wajib untuk Plh. dan delegasi.", "Needed for Plh. and delegates.")
  static let unitHint = Words("Kosongkan untuk seluruh provinsi.", "Leave empty for the whole province.")
  static let year = Words("Tahun anggaran", "Budget year")
  static let yearHint = Words("Kosongkan untuk semua tahun.", "Leave empty for every year.")
  static let from = Words("Mulai", "From")
  static let until = Words("Sampai", "Until")
  static let untilHint = Words(
    "Wajib untuk Plt., Plh., dan delegasi.", "Needed for all but definitive holders.")
  static let decree = Words("Nomor surat keputusan", "Number of the decree")
  static let decreeDate = Words("Tanggal surat keputusan", "Date of the decree")
  static let granted = Words("Dicatat", "Recorded")
  static let ended = Words("Diakhiri", "Ended")
  static let end = Words("Akhiri jabatan", "End the office")
  static let endMeans = Words("Berakhir sekarang juga.", "It ends at once.")

  static func standsFor(_ name: String) -> Words { Words("menggantikan \(name)", "in the place of \(name)") }

  static func kind(_ kind: Office.Kind) -> Words {
    switch kind {
    case .definitive: Words("Definitif", "Definitive")
    case .actingPlt: Words("Plt. (jabatan kosong)", "Plt. (vacant office)")
    case .actingPlh: Words("Plh. (pejabat berhalangan)", "Plh. (holder is away)")
    case .delegate: Words("Delegasi", "Delegate")
    }
  }
}
