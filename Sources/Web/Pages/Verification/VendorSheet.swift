import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// What is known of a vendor, and its papers.
struct VendorSheet {
  let language: Language
  let shown: ShownValue
  let places: Places
  /// As the API answers it.
  let vendor: JSONValue
  let papers: [JSONValue]

  var notices: [Notice] {
    let warnings = (vendor["warnings"]?.elements ?? []).compactMap { $0["code"]?.text }
    var notices = warnings.map { code in
      Notice(
        title: language(VerificationText.warning), text: language(VerificationText.warning(code)), tone: .warn
      )
    }
    if let reason = vendor["reason"]?.text {
      notices.append(Notice(title: language(VerificationText.lastReason), text: reason))
    }
    return notices
  }

  var facts: [any Component] {
    [
      Section(language(VerificationText.business), Facts(facts: business)),
      Section(language(VerificationText.owner), Facts(facts: owner)),
      Section(language(VerificationText.bank), Facts(facts: bank)),
    ]
  }

  private var business: [Facts.Fact] {
    let form = vendor["legalForm"]?.text.flatMap(LegalForm.init)
    let size = vendor["size"]?.text.flatMap(BusinessSize.init)
    let lines = (vendor["kbli"]?.elements ?? []).compactMap { places.business($0) }
    let regions = places.names((vendor["serviceRegions"]?.elements ?? []).compactMap(\.text))
    let address = vendor["address"] ?? .null
    return [
      shown.fact(VerificationText.nib, vendor["nib"]?.text),
      shown.fact(VerificationText.legalForm, form.map { language(VerificationText.form($0)) }),
      shown.fact(VerificationText.size, size.map { language(VerificationText.size($0)) }),
      shown.fact(VerificationText.capital, shown.money(vendor["capital"])),
      shown.fact(VerificationText.sales, shown.money(vendor["yearlySales"])),
      shown.fact(VerificationText.kbli, lines.joined(separator: "; ")),
      shown.fact(
        VerificationText.address,
        places.address(address["street"]?.text ?? "", address["regionCode"]?.text ?? "")),
      shown.fact(VerificationText.serves, regions),
    ].compactMap { $0 }
  }

  private var owner: [Facts.Fact] {
    let letter = vendor["finalTaxLetter"] ?? .null
    return [
      shown.fact(VerificationText.owner, vendor["ownerName"]?.text),
      shown.fact(VerificationText.nik, vendor["ownerNik"]?.text),
      shown.fact(VerificationText.npwp, vendor["npwp"]?.text),
      shown.fact(VerificationText.vat, shown.yes(vendor["vatRegistered"])),
      letter.isNull
        ? nil
        : shown.fact(
          VerificationText.finalTax,
          "\(letter["number"]?.text ?? "") – \(language(VerificationText.validUntil(shown.day(letter["validUntil"]))))"
        ),
      shown.fact(VerificationText.email, vendor["email"]?.text),
      shown.fact(VerificationText.phone, vendor["phone"]?.text),
    ].compactMap { $0 }
  }

  private var bank: [Facts.Fact] {
    [
      shown.fact(VerificationText.bankCode, vendor["bank"]?["code"]?.text.map { places.bank($0) }),
      shown.fact(VerificationText.accountNumber, vendor["bank"]?["accountNumber"]?.text),
      shown.fact(VerificationText.accountName, vendor["bank"]?["accountName"]?.text),
      shown.fact(VerificationText.bankChanged, shown.instant(vendor["bankChangedAt"])),
      shown.fact(VerificationText.bankCooling, shown.instant(vendor["bankCoolingUntil"])),
      shown.fact(VerificationText.bankChecked, shown.instant(vendor["bankCheckedAt"])),
    ].compactMap { $0 }
  }

  /// The papers, newest first; the chosen one beside the facts where it is a picture.
  func papersPart(chosen: String?, mayRead: Bool) -> any Component {
    PapersPart(
      language: language, shown: shown, vendor: vendor["id"]?.text ?? "", papers: papers, chosen: chosen,
      mayRead: mayRead)
  }
}

/// Papers with a way to look at each; looking is audited, so no paper is shown unasked.
struct PapersPart: Component {
  let language: Language
  let shown: ShownValue
  let vendor: String
  let papers: [JSONValue]
  let chosen: String?
  let mayRead: Bool

  func write(to h: Hypertext) {
    h.section(.id("papers")) {
      h.h2(language(VerificationText.papers))
      if papers.isEmpty { h.p(language(VerificationText.noPapers), .class("quiet")) }
      if let paper = papers.first(where: { $0["id"]?.text == chosen }), mayRead { preview(paper, h) }
      h.ul(.class("findings")) { for paper in papers { h.li { row(paper, h) } } }
    }
  }

  private func file(_ paper: JSONValue) -> PageURL {
    PageURL(path: ["vendors", vendor, "documents", paper["id"]?.text ?? ""])
  }

  private func preview(_ paper: JSONValue, _ h: Hypertext) {
    let kind = language(VerificationText.paper(paper["kind"]?.text ?? ""))
    h.figure(.class("figure")) {
      if paper["mediaType"]?.text?.hasPrefix("image/") == true {
        h.img(file(paper), alt: language(VerificationText.pictureOf(kind)))
      } else {
        h.p { h.a(file(paper), language(VerificationText.download(kind)), .download(kind)) }
      }
      h.figcaption(kind)
    }
  }

  private func row(_ paper: JSONValue, _ h: Hypertext) {
    let kind = language(VerificationText.paper(paper["kind"]?.text ?? ""))
    h.p {
      if mayRead {
        let url = PageURL(
          path: ["vendors", vendor], query: [("paper", paper["id"]?.text ?? "")], fragment: "papers")
        h.a(url, kind)
      } else {
        h.strong(kind)
      }
      h.text(" ")
      let isChecked = !(paper["checkedAt"]?.isNull ?? true)
      h.put(
        Badge(
          language(isChecked ? VerificationText.checked : VerificationText.unchecked),
          tone: isChecked ? .good : .warn))
    }
    let size = language(OrderText.size(kibibytes: max(1, (paper["size"]?.int64 ?? 0) / 1024)))
    let until = paper["validUntil"]?.day.map { language(VerificationText.validUntil(language.day($0))) }
    h.p(
      [shown.instant(paper["createdAt"]), size, until].compactMap { $0 }.joined(separator: " · "),
      .class("quiet"))
  }
}
