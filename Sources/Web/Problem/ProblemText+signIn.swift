extension ProblemText {
  /// What stops somebody who has to show who it is.
  static let ofSignIn: [String: ProblemText] = [
    "otp_required": ProblemText(
      ("Perlu kode sekali pakai", "One-time code needed"),
      (
        "Kata sandi benar. Kirim juga kode enam angka dari aplikasi autentikator, atau salah satu kode cadangan.",
        "The password is right. Send the six digits of the authenticator app too, or one of the recovery codes."
      )),
    "second_factor_needed": ProblemText(
      ("Aktifkan kode sekali pakai dahulu", "Set up one-time codes first"),
      (
        "Akun Anda harus memakai kode sekali pakai (Perpres 95/2018; BSSN 4/2021). Aktifkan dahulu, setelah itu Anda dapat bekerja.",
        "Your account has to use one-time codes (Perpres 95/2018; BSSN 4/2021). Set them up first, then you can work."
      )),
    "step_up": ProblemText(
      ("Buktikan sekali lagi bahwa ini Anda", "Show once more that it is you"),
      (
        """
        Mengganti rekening, alamat surel, atau kode sekali pakai memerlukan kata sandi yang baru dimasukkan (dan kode \
        sekali pakai bila aktif), paling lama 15 menit sebelumnya. Masukkan sekali lagi, lalu ulangi.
        """,
        """
        Changing the bank account, the e-mail address or one-time codes needs a password that was typed (with a one-time \
        code where they are on) no more than 15 minutes before. Type it once more, then try again.
        """
      )),
  ]
}
