import EOrderRules
import Foundation
import HTML
import Procurement
import StrictJSON

/// The papers kind by kind; those that are asked for first.
struct PapersPage: Component {
  let language: Language
  let zone: OfficialZone
  let today: Day
  let overview: VendorOverview
  let form: FormState
  /// The kind whose form was refused.
  let refusedKind: String?
  /// The kind that has just been handed in, or `registered`.
  let done: String?
  let submission: SubmissionPart

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(ProfileText.title),
        steps: [Breadcrumbs.Step(text: language(ProfileText.title), url: "/profile")]))
    h.h1(language(PaperText.title))
    doneNotice(h)
    h.p(language(PaperText.lead))
    h.div(.class("waiting")) { h.put(submission) }
    let asked = overview.papers.filter(\.isRequired)
    let more = overview.papers.filter { !$0.isRequired }
    h.section(.class("stack")) {
      h.h2(language(PaperText.required))
      for paper in asked { card(paper, h) }
    }
    h.section(.class("stack")) {
      h.h2(language(PaperText.optional))
      for paper in more { card(paper, h) }
    }
  }

  private func doneNotice(_ h: Hypertext) {
    guard let done else { return }
    if done == "registered" {
      h.put(
        Notice(
          title: language(PaperText.registered), text: language(PaperText.registeredAdvice), tone: .good))
    } else if RuleKey.documentKinds.contains(done) {
      h.put(Remark(text: language(PaperText.received(language(PaperText.name(done)))), tone: .good))
    }
  }

  private func card(_ paper: VendorOverview.Paper, _ h: Hypertext) {
    let kind = paper.kind
    h.section(.class("card"), .id(kind), .aria(.labelledby, "\(kind)-title")) {
      h.h3(language(PaperText.name(kind)), .id("\(kind)-title"))
      h.p { h.put(state(of: paper)) }
      h.p(language(PaperText.why(kind)))
      if let latest = paper.latest { facts(latest, h) }
      let isRefused = refusedKind == kind
      h.div(.class("steps")) {
        h.details(.class("card step"), .open(isRefused || (refusedKind == nil && kind == firstNeeded))) {
          h.summary(language(paper.latest == nil ? PaperText.handIn : .replace))
          upload(kind, isRefused, h)
        }
      }
    }
  }

  private func facts(_ document: VendorDocument, _ h: Hypertext) {
    h.p(.class("quiet")) {
      h.text(
        language(PaperText.handedIn(at: language.instant(document.createdAt, in: zone))))
      if let until = document.validUntil { h.text(" " + language(PaperText.validUntil(language.day(until)))) }
    }
    h.p {
      h.a(
        PageURL(path: ["profile", "papers", document.id.uuidString.lowercased()]),
        language(PaperText.look(language(PaperText.name(document.kind)))))
    }
  }

  private func upload(_ kind: String, _ isRefused: Bool, _ h: Hypertext) {
    var state = form
    if !isRefused { state.problems = [] }
    let prefix = "\(kind)."
    // Names are the same in every form of the page, identifiers are not.
    h.put(ErrorSummary(form: state))
    h.form(.post, to: PageURL(path: ["profile", "papers", kind]), .multipart()) {
      h.put(HiddenFields(form: state))
      h.put(
        NamedFileField(
          id: prefix + PapersReading.cameraField, name: PapersReading.cameraField,
          label: language(PaperText.camera), hint: nil, form: state, accept: "image/*", usesCamera: true))
      h.put(
        NamedFileField(
          id: prefix + PapersReading.fileField, name: PapersReading.fileField,
          label: language(PaperText.file), hint: language(FormText.fileLimit(mebibytes: 10)), form: state,
          accept: "image/jpeg,image/png,application/pdf", usesCamera: false))
      lastDay(prefix, isRefused, state, h)
      h.button(.submit, language(PaperText.send))
    }
  }

  private func lastDay(_ prefix: String, _ isRefused: Bool, _ state: FormState, _ h: Hypertext) {
    let id = prefix + PapersReading.lastDayField
    let label = FieldLabel(
      name: id, label: language(PaperText.lastDay), hint: language(PaperText.lastDayHint), isRequired: false)
    h.field(label, in: state) { links in
      h.input(
        .date, .id(links.id), .name(PapersReading.lastDayField), .class("short"),
        .value(isRefused ? form.value(PapersReading.lastDayField) : nil),
        .aria(.describedby, links.describedBy), .aria(.invalid, links.invalid))
    }
  }

  /// The one that comes next; the others are folded until they are wanted.
  private var firstNeeded: String? {
    overview.papers.first { $0.isRequired && needsNew($0) }?.kind
  }

  private func needsNew(_ paper: VendorOverview.Paper) -> Bool {
    guard let latest = paper.latest else { return true }
    return latest.validUntil.map { $0 < today } ?? false || overview.vendor.state == .returned
  }

  private func state(of paper: VendorOverview.Paper) -> Badge {
    guard let latest = paper.latest else {
      return Badge(
        language(paper.isRequired ? PaperText.missing : .notAsked), tone: paper.isRequired ? .bad : .neutral)
    }
    if let until = latest.validUntil {
      if until < today { return Badge(language(PaperText.ended), tone: .bad) }
      if until.days(since: today) <= VendorPapers.noticeDays {
        return Badge(language(PaperText.endingSoon), tone: .warn)
      }
    }
    return latest.checkedAt == nil
      ? Badge(language(PaperText.waiting), tone: .info) : Badge(language(PaperText.checked), tone: .good)
  }
}
