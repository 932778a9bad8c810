import EOrderRules

/// The words of a vendor's own products.
enum StorefrontText: Phrase {
  case lead, new, newLead, bulk, none, noneInState, noneAdvice, product, pictures, noPicture, hasPicture
  case name, nameHint, description, descriptionHint, category, taxClass, taxClassHint
  case unitOfMeasure, unitHint, price, priceHint, priceIncludesVat, vatInside, vatOnTop
  case minimum, minimumHint, stock, stockHint, leadTime, leadTimeHint, localContent, localContentHint, sku,
    skuHint
  case saveDraft, content, priceWarning, asBuyersSee
  case meaning(ProductState, isVerified: Bool)
  case act(ProductTransition)
  case noPictureYet, addPicture, pictureHint, alt, altHint, sendPicture, removePicture
  case choosePicture, pictureTooLarge, pictureWrong, enoughPictures
  case created, saved, pictureAdded, pictureRemoved, submitted, delisted
  case bulkLead, template, table, checkTable, preview, previewLead, takeTable, bulkDone, tableWrong
  case tableHint(kibibytes: Int)
  case counts(new: Int, changed: Int, same: Int)
  case moreFaults(count: Int)
  case header(String)
  case line(Int, column: String?)
  case chooseTable, tableTooLarge, tableNotUTF8

  /// What has just been done, as the address tells it.
  static func done(_ code: String) -> StorefrontText? {
    let known: [String: StorefrontText] = [
      "created": .created, "saved": .saved, "picture": .pictureAdded, "removed": .pictureRemoved,
      "submit": .submitted, "delist": .delisted,
    ]
    return known[code]
  }
}
