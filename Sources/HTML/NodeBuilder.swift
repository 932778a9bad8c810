/// Collects the statements of a `body`: nodes, texts and components.
@resultBuilder package enum NodeBuilder {
  package static func buildExpression(_ node: Node) -> Node { node }

  package static func buildExpression(_ node: Node?) -> Node { node ?? Node() }

  package static func buildExpression(_ text: String) -> Node { Node(text) }

  package static func buildExpression(_ component: some Component) -> Node { component.body }

  package static func buildExpression(_ components: [some Component]) -> Node {
    Node(components.map(\.body))
  }

  package static func buildExpression(_ trusted: Trusted) -> Node { Node(trusted) }

  package static func buildBlock(_ nodes: Node...) -> Node { nodes.count == 1 ? nodes[0] : Node(nodes) }

  package static func buildOptional(_ node: Node?) -> Node { node ?? Node() }

  package static func buildEither(first node: Node) -> Node { node }

  package static func buildEither(second node: Node) -> Node { node }

  package static func buildArray(_ nodes: [Node]) -> Node { Node(nodes) }
}
