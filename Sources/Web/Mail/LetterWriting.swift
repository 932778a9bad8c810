import Authentication
import EOrderRules
import Foundation
import HTML
import Mail
import Procurement
import StrictJSON
import Tenancy

/// Makes messages of what waits in an outbox: in the reader's language, with links to the host of the outbox.
struct LetterWriting {
  /// Who writes, in each language.
  private let service: Words
  private let languages: [Language]
  private let zone: OfficialZone
  private let linkKey: LinkKey?
  /// `https://` and the host, without a path.
  private let url: String
  private let sender: String

  init(tenant: Tenant, url: String, sender: String) {
    let identity = tenant.rulebook.tenant
    let name = identity.brand.name ?? identity.name
    service = Words(name, name)
    languages = identity.languages.compactMap(Language.init)
    zone = tenant.calendar.zone
    linkKey = tenant.linkKey
    self.url = url
    self.sender = sender
  }

  /// Central administration belongs to no zone.
  init(centralKey: LinkKey, url: String, sender: String) {
    service = Words(CentralText.service.indonesian, CentralText.service.english)
    languages = Language.allCases
    zone = .universal
    linkKey = centralKey
    self.url = url
    self.sender = sender
  }

  /// - Returns: nil where the address is none.
  func message(_ letter: WaitingLetter, _ notices: [ToldNotice]) -> MailMessage? {
    let language = language(of: letter)
    let name = language(service)
    guard let from = Mailbox(name: name, address: sender),
      let to = Mailbox(name: letter.name, address: letter.recipient)
    else { return nil }
    let content = LetterContent(
      subject: language(subject(letter, notices)), greeting: language(LetterText.greeting(letter.name)),
      paragraphs: paragraphs(letter, language), items: notices.map { item($0, letter, language) },
      action: action(letter, language), closing: closing(letter, language), service: name, home: url,
      language: language)
    return MailMessage(
      from: from, to: to, subject: content.subject, text: content.text,
      html: String(decoding: content.rendered(capacity: 4096), as: UTF8.self), id: letter.id,
      domain: String(sender.drop { $0 != "@" }.dropFirst()), date: letter.createdAt,
      language: language.rawValue)
  }

  private func language(of letter: WaitingLetter) -> Language {
    let chosen = letter.language.flatMap(Language.init)
    return chosen.flatMap { languages.contains($0) ? $0 : nil } ?? languages.first ?? .indonesian
  }

  private func subject(_ letter: WaitingLetter, _ notices: [ToldNotice]) -> LetterText {
    switch letter.kind {
    case .invitation: .invitationSubject
    case .passwordReset: .resetSubject
    case .passwordChanged: .passwordChangedSubject
    case .emailProof: .proofSubject
    case .emailChanged: .emailChangedSubject
    case .bankAccountChanged: .bankChangedSubject
    case .secondFactorOn: .factorOnSubject
    case .secondFactorRenewed: .factorRenewedSubject
    case .secondFactorOff: .factorOffSubject
    case .secondFactorReset: .factorResetSubject
    case .recoveryCodeUsed: .recoveryUsedSubject
    case .notices: .noticesSubject(count: notices.count + more(letter))
    }
  }

  private func paragraphs(_ letter: WaitingLetter, _ language: Language) -> [String] {
    let phrases: [LetterText] =
      switch letter.kind {
      case .invitation: [.invitationLead, .linkOnce(until: instant(letter.givesUpAt, language))]
      case .passwordReset: [.resetLead, .linkOnce(until: instant(letter.givesUpAt, language))]
      case .passwordChanged: [.passwordChangedLead, .notYou]
      case .emailProof: [.proofLead, .linkOnce(until: instant(letter.givesUpAt, language))]
      case .emailChanged: [.emailChangedLead, .notYou]
      case .bankAccountChanged:
        [
          .bankChangedLead(
            vendor: letter.detail["vendorName"]?.text ?? "–", until: day(letter, language)), .notYou,
        ]
      case .secondFactorOn: [.factorOnLead, .factorNotYou]
      case .secondFactorRenewed: [.factorRenewedLead, .factorNotYou]
      case .secondFactorOff: [.factorOffLead, .factorNotYou]
      case .secondFactorReset: [.factorResetLead, .factorNotYou]
      case .recoveryCodeUsed: [.recoveryUsedLead(left: letter.detail["left"]?.int ?? 0), .factorNotYou]
      case .notices: [.noticesLead]
      }
    return phrases.map { language($0) }
  }

  private func day(_ letter: WaitingLetter, _ language: Language) -> String {
    letter.detail["until"]?.text.flatMap { Day($0) }.map { language.day($0) } ?? "–"
  }

  private func instant(_ instant: Date, _ language: Language) -> String {
    language.instant(instant, in: zone)
  }

  private func action(_ letter: WaitingLetter, _ language: Language) -> LetterContent.Link? {
    let secret = letter.link.flatMap { link in linkKey.map { Secret(bytes: $0.secret(of: link)).text } }
    let target: (LetterText, String)? =
      switch (letter.kind, secret) {
      case (.invitation, let secret?): (.invitationAction, "/invitations/\(secret)")
      case (.passwordReset, let secret?): (.resetAction, "/password-resets/\(secret)")
      case (.emailProof, let secret?): (.proofAction, "/email-proofs/\(secret)")
      case (.notices, _): (.noticesAction, "/notifications")
      case (.passwordChanged, _), (.emailChanged, _), (.secondFactorOn, _), (.secondFactorRenewed, _),
        (.secondFactorOff, _), (.secondFactorReset, _), (.recoveryCodeUsed, _):
        (.resetAsk, "/password-resets")
      case (.bankAccountChanged, _), (.invitation, nil), (.passwordReset, nil), (.emailProof, nil): nil
      }
    return target.map { LetterContent.Link(text: language($0.0), url: url + $0.1) }
  }

  private func item(_ notice: ToldNotice, _ letter: WaitingLetter, _ language: Language) -> LetterContent.Link
  {
    LetterContent.Link(
      text: language(NoticeText(notice.kind, notice.detail)),
      url: NoticeLink.url(notice.subjectType, notice.subjectID, isVendor: letter.isVendor).map {
        url + $0.text
      })
  }

  private func closing(_ letter: WaitingLetter, _ language: Language) -> [String] {
    let more = more(letter)
    return (more > 0 ? [language(LetterText.noticesMore(count: more))] : []) + [
      language(LetterText.automatic)
    ]
  }

  private func more(_ letter: WaitingLetter) -> Int { letter.detail["more"]?.int ?? 0 }
}
