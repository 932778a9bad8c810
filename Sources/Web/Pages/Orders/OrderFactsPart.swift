import EOrderRules
import Foundation
import HTML
import Procurement

/// Who, where to, until when, paid how and out of what.
struct OrderFactsPart: Component {
  let page: OrderPage

  private var language: Language { page.language }
  private var order: OrderRecord { page.view.order }

  func write(to h: Hypertext) {
    h.section {
      h.h2(language(OrderText.facts))
      h.put(Facts(facts: parties + terms + papers))
    }
  }

  private var parties: [Facts.Fact] {
    var facts = [fact(.vendor, order.vendorName, vendor)]
    if let buyer = page.buyer {
      facts.append(fact(.unit, buyer.unitName))
      if let name = buyer.officerName {
        facts.append(fact(.officer, [name, buyer.officerEmail].compactMap(\.self).joined(separator: ", ")))
      }
    }
    if let need = order.needID,
      page.viewer.isReader || !page.viewer.roles.isDisjoint(with: NeedRoutes.officials)
    {
      facts.append(fact(.need, language(OrderText.openNeed), NeedPage.url(need)))
    }
    if let background = page.background {
      if let name = background.packageName { facts.append(fact(.packageName, name)) }
      if let code = background.rupCode { facts.append(fact(.rupCode, code)) }
      if let line = background.budgetLine { facts.append(fact(.budgetLine, line)) }
      if let available = background.available { facts.append(fact(.available, language.money(available))) }
    }
    return facts
  }

  private var terms: [Facts.Fact] {
    var facts = [
      fact(.deliverTo, page.places.address(order.terms.street, order.terms.regionCode)),
      fact(.deliverBy, language.weekday(order.terms.deliverBy)),
      fact(.paymentMode, language(OrderText.mode(order.terms.paymentMode))),
      fact(.placed, language.instant(order.createdAt, in: page.zone)),
    ]
    if let note = order.terms.note { facts.append(fact(.note, note)) }
    if page.viewer.isOfficial, let why = order.terms.justification { facts.append(fact(.justification, why)) }
    return facts
  }

  private var papers: [Facts.Fact] {
    var facts: [Facts.Fact] = []
    if let invoice = order.invoice {
      facts.append(fact(.invoiceNumber, invoice.number))
      facts.append(fact(.invoiceDate, language.day(invoice.date)))
      if let number = invoice.taxNumber { facts.append(fact(.taxInvoice, number)) }
    }
    if let payment = order.payment, let reference = payment.reference, let paidOn = payment.paidOn {
      facts.append(fact(.payment, reference))
      facts.append(fact(.paidOn, language.day(paidOn)))
    }
    return facts
  }

  /// Officials go from here to the vendor, to whose account the treasurer transfers.
  private var vendor: PageURL? {
    page.viewer.isOfficial ? PageURL(path: ["vendors", order.vendorID.uuidString.lowercased()]) : nil
  }

  private func fact(_ name: OrderText, _ value: String, _ url: PageURL? = nil) -> Facts.Fact {
    Facts.Fact(name: language(name), value: value, url: url)
  }
}
