/// Collects the statements of a `body`; every expression is markup already, so it has nothing to convert.
@resultBuilder package enum MarkupBuilder {
  package static func buildBlock() -> Group<> { Group() }

  package static func buildBlock<Only: Markup>(_ only: Only) -> Only { only }

  package static func buildBlock<each Part: Markup>(
    _ part: repeat each Part
  ) -> Group<repeat each Part> {
    Group(repeat each part)
  }

  package static func buildOptional<Part: Markup>(_ part: Part?) -> Part? { part }

  package static func buildEither<First, Second>(first: First) -> Either<First, Second> {
    .first(first)
  }

  package static func buildEither<First, Second>(second: Second) -> Either<First, Second> {
    .second(second)
  }

  package static func buildArray<Part: Markup>(_ parts: [Part]) -> [Part] { parts }
}

/// Several pieces of markup, one after another.
package struct Group<each Part: Markup>: Markup {
  let parts: (repeat each Part)

  package init(_ part: repeat each Part) { parts = (repeat each part) }

  package func write(into buffer: inout MarkupBuffer) {
    repeat (each parts).write(into: &buffer)
  }
}

/// One of two kinds of markup.
package enum Either<First: Markup, Second: Markup>: Markup {
  case first(First)
  case second(Second)

  package func write(into buffer: inout MarkupBuffer) {
    switch self {
    case .first(let markup): markup.write(into: &buffer)
    case .second(let markup): markup.write(into: &buffer)
    }
  }
}
