/// Joins the statements of a `body`: markup, texts and components.
///
/// An element takes the pieces of its content as they are, so that each byte is copied once for each level.
@resultBuilder package enum MarkupBuilder {
  package static func buildExpression(_ markup: Markup) -> Markup { markup }

  package static func buildExpression(_ text: String) -> Markup { Markup(text) }

  package static func buildExpression(_ component: some Component) -> Markup { component.body }

  package static func buildExpression(_ components: [some Component]) -> Markup {
    Markup(components.map(\.body))
  }

  package static func buildBlock(_ pieces: Markup...) -> [Markup] { pieces }

  package static func buildOptional(_ pieces: [Markup]?) -> Markup { Markup(pieces ?? []) }

  package static func buildEither(first pieces: [Markup]) -> Markup { Markup(pieces) }

  package static func buildEither(second pieces: [Markup]) -> Markup { Markup(pieces) }

  package static func buildArray(_ pieces: [[Markup]]) -> Markup { Markup(pieces.flatMap(\.self)) }

  package static func buildFinalResult(_ pieces: [Markup]) -> [Markup] { pieces }

  package static func buildFinalResult(_ pieces: [Markup]) -> Markup { Markup(pieces) }
}
