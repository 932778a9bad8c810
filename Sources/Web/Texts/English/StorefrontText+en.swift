import EOrderRules

extension StorefrontText {
  var english: String {
    switch self {
    case .lead: "The goods and services that you sell to the province's offices."
    case .new: "New product"
    case .newLead: "Save it as a draft first. Then add pictures, and submit it to be listed."
    case .bulk: "Many products at once"
    case .none: "No products yet"
    case .noneInState: "No products in this state"
    case .noneAdvice: "Make your first product; a name, a description, a unit and a price are enough."
    case .product: "Product"
    case .pictures: "Pictures"
    case .noPicture: "none yet"
    case .hasPicture: "yes"
    case .name: "Name of the product"
    case .nameHint: "Such as: Boxed lunch with grilled chicken, or HVS paper A4 80 gram."
    case .description: "Description"
    case .descriptionHint: "Content, size, quality, and what the price includes."
    case .category: "Category"
    case .taxClass: "Taxation"
    case .taxClassHint: "Leave it; the category says it. Choose only where you are asked to."
    case .unitOfMeasure: "Unit"
    case .unitHint: "Such as box, ream, portion, day."
    case .price: "Price of one unit"
    case .priceHint: "At which you take orders, delivery included."
    case .priceIncludesVat: "Does the price include VAT?"
    case .vatInside: "Yes, VAT is included"
    case .vatOnTop: "No, VAT is added"
    case .minimum: "Smallest quantity"
    case .minimumHint: "Leave empty where one will do."
    case .stock: "Stock"
    case .stockHint: "Leave empty where it is made to order."
    case .leadTime: "Days to prepare"
    case .leadTimeHint: "From the order until it is ready to be sent."
    case .localContent: "Local content (TKDN) in percent"
    case .localContentHint: "If you know it."
    case .sku: "Your own code"
    case .skuHint: "For your convenience; needed where products are updated from a file."
    case .saveDraft: "Save the draft"
    case .content: "What the product is"
    case .priceWarning: "After a large change of price a product is looked at again before it is listed."
    case .asBuyersSee: "See it as buyers do"
    case .meaning(let state, let isVerified): state.englishMeaning(isVerified)
    case .act(let transition): transition == .submit ? "Submit to be listed" : "Take off the catalogue"
    case .noPictureYet: "No pictures yet. Products with pictures are chosen more easily."
    case .addPicture: "Add a picture"
    case .pictureHint:
      "JPEG or PNG. Photos of a phone are made smaller, and where they were taken is removed."
    case .alt: "What is to be seen"
    case .altHint: "For people who cannot see it. Leave empty where the product's name will do."
    case .sendPicture: "Send the picture"
    case .removePicture: "Remove the picture"
    case .choosePicture: "Take a photo of the product or choose a picture first."
    case .pictureTooLarge: "The picture is too large: JPEG up to 10 MiB, PNG up to 1 MiB."
    case .pictureWrong: "That file is no JPEG or PNG picture that can be read."
    case .enoughPictures: "There are enough pictures. Remove one first."
    case .created: "The draft is saved. Add pictures, then submit it to be listed."
    case .saved: "The changes are saved."
    case .pictureAdded: "The picture is saved."
    case .pictureRemoved: "The picture is removed."
    case .submitted: "The product is submitted. A verifier looks at it before it is listed."
    case .delisted: "The product is off the catalogue."
    case .bulkLead:
      "Download the example, fill in a row for each product in a spreadsheet, save it as CSV and upload it. You see what it would do before anything is saved."
    case .template: "Download the example (CSV)"
    case .table: "Table of products"
    case .checkTable: "Check the table"
    case .preview: "The table is right"
    case .previewLead: "Nothing is saved yet. Press the button below to save it."
    case .takeTable: "Save all"
    case .bulkDone: "The table is saved"
    case .tableWrong: "The table has to be mended; nothing is saved"
    case .tableHint(let kibibytes): "CSV, UTF-8, \(kibibytes) KiB at most. The first line names the columns."
    case .counts(let new, let changed, let same): "\(new) new, \(changed) changed, \(same) as before."
    case .moreFaults(let count): "And \(count) more."
    case .header(let name): "First line" + (name.isEmpty ? "" : ", column \(name)")
    case .line(let line, let column): "Line \(line)" + (column.map { ", column \($0)" } ?? "")
    case .chooseTable: "Choose the file of the table first."
    case .tableTooLarge: "The table is too large; make several files of it."
    case .tableNotUTF8: "That file is no UTF-8 text. Save it again as CSV UTF-8."
    }
  }
}

extension ProductState {
  fileprivate func englishMeaning(_ isVerified: Bool) -> String {
    switch self {
    case .draft: "Draft: only you see it. Submit it when it is ready."
    case .inCuration: "A verifier is looking at it."
    case .listed: isVerified ? "Listed in the catalogue." : "Listed as soon as your business is verified."
    case .delisted: "Not listed. You can submit it again."
    }
  }
}
