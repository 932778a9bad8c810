import Procurement

extension LetterState {
  var indonesian: String {
    switch self {
    case .waiting: "Menunggu"
    case .sent: "Terkirim"
    case .givenUp: "Gagal"
    case .withdrawn: "Tidak diperlukan lagi"
    }
  }
}

extension Letter.Kind {
  var indonesian: String {
    switch self {
    case .invitation: "Undangan"
    case .passwordReset: "Tautan kata sandi baru"
    case .passwordChanged: "Kabar kata sandi diganti"
    case .emailProof: "Tautan pemastian alamat"
    case .emailChanged: "Kabar alamat diganti"
    case .bankAccountChanged: "Kabar rekening diganti"
    case .secondFactorOn: "Kabar kode sekali pakai aktif"
    case .secondFactorRenewed: "Kabar kode sekali pakai diganti"
    case .secondFactorOff: "Kabar kode sekali pakai dimatikan"
    case .secondFactorReset: "Kabar kode sekali pakai dihapus"
    case .recoveryCodeUsed: "Kabar kode cadangan dipakai"
    case .notices: "Pemberitahuan"
    }
  }
}
