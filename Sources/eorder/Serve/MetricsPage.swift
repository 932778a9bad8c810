import Foundation
import HTTPTypes
import Hummingbird
import Postgres
import Tenancy
import Web

/// `/metrics` in Prometheus' text format.
struct MetricsPage: Sendable {
  let control: ControlDatabase
  let tenants: TenantDatabase
  let registry: TenantRegistry
  let started = Date()

  /// For `WebServer(addresses:logger:answer:)`.
  @Sendable func answer(_ request: Request, _ source: RequestSource) async throws -> Response {
    guard request.uri.path == "/metrics" else { return Response(status: .notFound) }
    return Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  private var text: String {
    var lines = [
      "# TYPE eorder_uptime_seconds gauge", "eorder_uptime_seconds \(Int(Date().timeIntervalSince(started)))",
      "# TYPE eorder_tenants gauge", "eorder_tenants \(registry.tenants.count)",
    ]
    let pools = [("control", control.gauge), ("tenants", tenants.pool.gauge)]
    let gauges: [(String, (((open: Int, idle: Int, waiting: Int)) -> Int))] = [
      ("open", \.open), ("idle", \.idle), ("waiting", \.waiting),
    ]
    for (name, value) in gauges {
      lines.append("# TYPE eorder_pool_\(name) gauge")
      for (pool, gauge) in pools { lines.append("eorder_pool_\(name){pool=\"\(pool)\"} \(value(gauge))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
