import EOrderRules
import Procurement
import Tenancy

/// The form of a product.
struct ProductForms {
  let language: Language
  let rulebook: Rulebook
  /// Only a vendor that is registered for VAT is asked whether its prices contain it.
  let isVatRegistered: Bool

  func form(action: String, _ content: ProductContent? = nil) -> ActionForm {
    var fields = [
      field("name", .name, .nameHint, start: content?.name),
      field("description", .description, .descriptionHint, kind: .lines, start: content?.description, 5000),
      field("category", .category, kind: .choice(categories), start: content?.category),
      field(
        "taxClass", .taxClass, .taxClassHint, kind: .choice(classes), start: content?.taxClass?.rawValue,
        needed: false),
      field("unitOfMeasure", .unitOfMeasure, .unitHint, start: content?.unitOfMeasure, 100),
      field("price", .price, .priceHint, kind: .money, start: content.map { String($0.price.amount) }),
    ]
    if isVatRegistered {
      fields.append(
        field(
          "priceIncludesVat", .priceIncludesVat,
          kind: .truth(yes: language(StorefrontText.vatInside), no: language(StorefrontText.vatOnTop)),
          start: content.map { String($0.priceIncludesVat) }))
    }
    return ActionForm(action: action, fields: fields + details(content))
  }

  private func details(_ content: ProductContent?) -> [ActionForm.Field] {
    [
      field(
        "minimumQuantity", .minimum, .minimumHint, kind: .number, start: number(content?.minimumQuantity), 7,
        needed: false),
      field("stock", .stock, .stockHint, kind: .number, start: number(content?.stock), 10, needed: false),
      field(
        "leadTimeDays", .leadTime, .leadTimeHint, kind: .number, start: number(content?.leadTimeDays), 4,
        needed: false),
      field(
        "localContentPercent", .localContent, .localContentHint, kind: .number,
        start: number(content?.localContentPercent), 3, needed: false),
      field("sku", .sku, .skuHint, start: content?.sku, 100, needed: false),
    ]
  }

  /// Members that are cleared where nothing is typed.
  static let clearable = [
    "taxClass", "sku", "localContentPercent", "stock", "minimumQuantity", "leadTimeDays",
  ]

  private var categories: [Choice] {
    rulebook.categories.values.map { Choice(value: $0.code, text: language($0.name)) }
      .sorted { ($0.text, $0.value) < ($1.text, $1.value) }
  }

  private var classes: [Choice] {
    TaxClass.allCases.map { Choice(value: $0.rawValue, text: language($0)) }
  }

  private func number(_ value: Int64?) -> String? { value.map { String($0) } }

  private func field(
    _ name: String, _ label: StorefrontText, _ hint: StorefrontText? = nil,
    kind: ActionForm.Field.Kind = .line, start: String? = nil, _ maxLength: Int = 200, needed: Bool = true
  ) -> ActionForm.Field {
    ActionForm.Field(
      name: name, label: language(label), hint: hint.map { language($0) }, kind: kind, isRequired: needed,
      start: start ?? "", maxLength: maxLength)
  }
}
