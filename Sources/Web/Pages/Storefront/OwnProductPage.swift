import EOrderRules
import Foundation
import HTML
import Procurement

/// The form of a new product.
struct NewProductPage: Component {
  let language: Language
  let form: ActionForm
  let state: FormState

  func write(to h: Hypertext) {
    h.put(StorefrontCrumbs(language: language))
    h.h1(language(StorefrontText.new))
    h.p(language(StorefrontText.newLead))
    h.put(ErrorSummary(form: state))
    h.form(.post, to: "/storefront/new", .class("card form")) {
      h.put(HiddenFields(form: state))
      h.put(ActionFields(form: form, state: state))
      h.button(.submit, language(StorefrontText.saveDraft))
    }
  }
}

/// The way back to the list.
struct StorefrontCrumbs: Component {
  let language: Language

  func write(to h: Hypertext) {
    h.put(
      Breadcrumbs(
        label: language(MenuText.storefront),
        steps: [Breadcrumbs.Step(text: language(MenuText.storefront), url: "/storefront")]))
  }
}

/// One of one's own products.
struct OwnProductPage: Component {
  let language: Language
  let product: ProductRow
  /// Why a verifier returned or delisted it.
  let reason: String?
  let form: ActionForm
  let state: FormState
  let pictureState: FormState
  let steps: [ProductTransition]
  let stepForm: FormState
  let message: String?
  let done: String?

  static func url(_ id: UUID, done: String? = nil) -> PageURL {
    PageURL(
      path: ["storefront", id.uuidString.lowercased()],
      query: done.map { [(PageCall.doneParameter, $0)] } ?? [])
  }

  private func url(_ action: String...) -> PageURL {
    PageURL(path: ["storefront", product.id.uuidString.lowercased()] + action)
  }

  func write(to h: Hypertext) {
    h.put(StorefrontCrumbs(language: language))
    h.h1 { h.bdi(product.content.name) }
    if let done, let text = StorefrontText.done(done) { h.put(Remark(text: language(text), tone: .good)) }
    if let message { h.put(Notice(title: language(ProfileText.notSaved), text: message, tone: .bad)) }
    h.div(.class("stack")) {
      standing(h)
      pictures(h)
      content(h)
    }
  }

  private func content(_ h: Hypertext) {
    h.section {
      h.h2(language(StorefrontText.content))
      if product.state == .listed { h.p(language(StorefrontText.priceWarning), .class("quiet")) }
      h.put(ErrorSummary(form: state))
      h.form(.post, to: url("edit"), .class("card form")) {
        h.put(HiddenFields(form: state))
        h.input(.hidden, .name(StepFormPiece.versionField), .value("v\(product.version)"))
        h.put(ActionFields(form: form, state: state))
        h.button(.submit, language(FormText.save))
      }
    }
  }

  private func standing(_ h: Hypertext) {
    h.section(.class("card")) {
      h.p { h.put(Badge(product.state, in: language)) }
      h.p(language(StorefrontText.meaning(product.state, isVerified: product.vendorVerified)))
      if let reason, product.state == .draft || product.state == .delisted {
        h.p(language(ProfileText.reason(reason)), .class("written"))
      }
      if product.state == .listed {
        h.p {
          h.a(
            PageURL(path: ["products", product.id.uuidString.lowercased()]),
            language(StorefrontText.asBuyersSee))
        }
      }
      for step in steps where step == .submit || step == .delist {
        h.put(
          ActionButton(
            url: url(step.rawValue), text: language(StorefrontText.act(step)), form: stepForm,
            weight: step == .submit ? .main : .bad))
      }
    }
  }

  private func pictures(_ h: Hypertext) {
    h.section(.class("card")) {
      h.h2(language(StorefrontText.pictures))
      if product.pictures.isEmpty { h.p(language(StorefrontText.noPictureYet), .class("quiet")) }
      if !product.pictures.isEmpty {
        h.ul(.class("grid")) {
          for picture in product.pictures { h.li { self.picture(picture, h) } }
        }
      }
      if product.pictures.count < ProductPicture.most { h.div(.class("steps")) { addPicture(h) } }
    }
  }

  private func picture(_ picture: ProductPicture, _ h: Hypertext) {
    h.figure {
      h.img(
        PageURL(path: ["pictures", picture.sha256]), alt: picture.alt, .class("picture"), .loadingLazily())
      h.figcaption { h.bdi(picture.alt) }
      h.put(
        ActionButton(
          url: url("pictures", picture.id.uuidString.lowercased(), "remove"),
          text: language(StorefrontText.removePicture), form: stepForm, weight: .quiet))
    }
  }

  private func addPicture(_ h: Hypertext) {
    h.details(.class("card step"), .open(product.pictures.isEmpty || !pictureState.problems.isEmpty)) {
      h.summary(language(StorefrontText.addPicture))
      h.put(ErrorSummary(form: pictureState))
      h.form(.post, to: url("pictures"), .multipart()) {
        h.put(HiddenFields(form: pictureState))
        h.put(
          NamedFileField(
            id: "pictures.camera", name: PapersReading.cameraField, label: language(PaperText.camera),
            hint: nil, form: pictureState, accept: "image/*", usesCamera: true))
        h.put(
          NamedFileField(
            id: "pictures.file", name: PapersReading.fileField, label: language(PaperText.file),
            hint: language(StorefrontText.pictureHint), form: pictureState, accept: "image/jpeg,image/png",
            usesCamera: false))
        h.put(
          TextField(
            field: FieldLabel(
              name: OwnProductReading.altField, label: language(StorefrontText.alt),
              hint: language(StorefrontText.altHint), isRequired: false),
            form: pictureState, maxLength: 200, autocomplete: "off"))
        h.button(.submit, language(StorefrontText.sendPicture))
      }
    }
  }
}
