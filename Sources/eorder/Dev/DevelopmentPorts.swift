/// The ports that were asked for; 0 takes any free one.
struct DevelopmentPorts: Sendable {
  var https: Int
  var http: Int?
  var metrics: Int?

  /// The ports that are really listened on.
  func bound(_ listening: ListeningPorts) -> DevelopmentPorts {
    DevelopmentPorts(
      https: listening[.https] ?? https, http: listening[.http] ?? http,
      metrics: listening[.metrics] ?? metrics)
  }
}
