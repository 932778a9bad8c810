/// Why the private PostgreSQL cannot be had: one sentence for whoever started `eorder dev`.
struct ClusterError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ sentence: String) { description = sentence }
}
