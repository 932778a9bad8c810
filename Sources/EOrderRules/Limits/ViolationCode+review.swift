extension ViolationCode {
  /// What settles the look at the taxes of luxuries, of vendors from abroad and of certificates; nil for other reasons.
  func reviewRemedy(_ reasons: RuleValue) -> BilingualText? {
    switch reasons.list?.first?.text.flatMap(ReviewReason.init) {
    case .luxury:
      BilingualText(
        indonesian:
          "Periksa apakah barang ini dikenai PPnBM dan PPN penuh, lalu tulis keputusan pajaknya sebagai alasan saat menerbitkan; PPN dihitung dengan tarif penuh sampai saat itu.",
        english:
          "Check whether the goods bear luxury tax and the whole VAT, and write the decision as the justification when issuing; until then VAT is reckoned at the whole rate."
      )
    case .foreign:
      BilingualText(
        indonesian:
          "Tentukan pajak penyedia luar negeri ini (PPh Pasal 26 atau perjanjian pajak), lalu tulis keputusannya sebagai alasan saat menerbitkan; pajak dihitung seperti penyedia dalam negeri sampai saat itu.",
        english:
          "Decide on the tax of this vendor from abroad (article 26 or a treaty) and write it as the justification when issuing; until then it is taxed like any other."
      )
    case .exemption:
      BilingualText(
        indonesian:
          "Cocokkan Surat Keterangan Bebas penyedia dengan jenis pajaknya, lalu tulis keputusannya sebagai alasan saat menerbitkan; pajak dihitung penuh sampai saat itu.",
        english:
          "Compare the vendor's certificate of exemption with the tax that it names, and write the decision as the justification when issuing; until then the full tax is reckoned."
      )
    default: nil
    }
  }
}
