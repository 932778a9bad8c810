import HTML
import StrictJSON
import Tenancy

/// The list of provinces with their states.
struct TenantsPage: Component {
  struct Row: Sendable {
    let name: String
    let state: TenantState
    let hosts: [(name: String, url: PageURL?)]
    let schemaVersion: Int64
    let connections: Int64
    let slug: String
    /// What can be measured of it from outside.
    let health: String
    let size: Int64
    let load: Int64

    /// - Parameters:
    ///   - tenant: as the API lists it.
    ///   - member: the same province in the fleet.
    init(_ tenant: JSONValue, fleet member: JSONValue?, _ services: Services) {
      slug = tenant["slug"]?.text ?? ""
      health = member?["health"]?.text ?? ""
      size = member?["size"]?.int64 ?? 0
      load = member?["load"]?.int64 ?? 0
      name = tenant["name"]?.text ?? ""
      state = tenant["state"]?.text.flatMap(TenantState.init) ?? .failed
      hosts = (tenant["hosts"]?.elements ?? []).compactMap(\.text).map {
        ($0, PageURL(checking: services.url(host: $0)))
      }
      schemaVersion = tenant["schemaVersion"]?.int64 ?? 0
      connections = tenant["usage"]?["connections"]?.int64 ?? 0
    }
  }

  let language: Language
  let rows: [Row]
  let isFirst: Bool
  let next: String?

  func write(to h: Hypertext) {
    h.h1(language(CentralText.title))
    h.p(language(CentralText.lead))
    if rows.isEmpty {
      h.put(EmptyState(title: language(CentralText.none), text: language(CentralText.noneAdvice)))
    } else {
      table(h)
    }
    h.put(
      Pagination(
        language: language, first: isFirst ? nil : "/",
        next: next.map { PageURL(path: [], query: [("cursor", $0)]) }))
  }

  private func table(_ h: Hypertext) {
    let state = TableColumn(title: language(CentralText.state))
    let host = TableColumn(title: language(CentralText.host))
    let schema = TableColumn(title: language(CentralText.schema), isNumber: true)
    let connections = TableColumn(title: language(CentralText.connections), isNumber: true)
    let health = TableColumn(title: language(FleetText.health))
    let size = TableColumn(title: language(FleetText.size), isNumber: true)
    let load = TableColumn(title: language(FleetText.load), isNumber: true)
    let columns = [
      TableColumn(title: language(CentralText.province)), state, health, host, schema, connections, load,
      size,
    ]
    h.dataTable(language(CentralText.title), columns) {
      for row in rows {
        h.dataRow {
          h.rowHead { h.a(PageURL(path: ["tenants", row.slug])) { h.bdi(row.name) } }
          h.cell(state) { h.put(Badge(language(CentralText.of(row.state)), tone: row.state.tone)) }
          h.cell(health) {
            h.put(Badge(language(FleetText.health(row.health)), tone: row.health == "ok" ? .good : .warn))
          }
          h.cell(host) {
            for (index, entry) in row.hosts.enumerated() {
              if index > 0 { h.br() }
              if let url = entry.url { h.a(url, entry.name) } else { h.text(entry.name) }
            }
          }
          h.cell(schema, language.number(row.schemaVersion))
          h.cell(connections, language.number(row.connections))
          h.cell(load, language.number(row.load))
          h.cell(size, "\(language.number(row.size / 1_048_576)) MiB")
        }
      }
    }
  }
}

extension TenantState {
  var tone: Tone {
    switch self {
    case .active: .good
    case .onboarding: .info
    case .suspended: .warn
    case .archived: .neutral
    case .failed: .bad
    }
  }
}
