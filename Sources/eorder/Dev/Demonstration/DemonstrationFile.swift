import Foundation
import StrictJSON
import Web

/// `demo.json`: where the service is and how to sign in, for whoever tries it out.
struct DemonstrationFile: Sendable {
  let logins: DemonstrationLogins
  let services: Services
  let authority: URL
  let ports: DevelopmentPorts

  func write(to path: String) throws {
    try PrivateFile.write(String(decoding: json.encoded, as: UTF8.self) + "\n", to: path)
  }

  /// What an earlier start has written of each province, by slug.
  static func provinces(in path: String) -> [String: DemonstrationLogins.Province] {
    guard let bytes = FileManager.default.contents(atPath: path),
      let json = try? JSONValue(parsing: Array(bytes))
    else {
      return [:]
    }
    let provinces = (json["tenants"]?.elements ?? []).compactMap { entry in
      entry["slug"]?.text.map { slug in
        DemonstrationLogins.Province(
          slug: slug, users: (entry["users"]?.elements ?? []).compactMap(DemonstrationLogin.init))
      }
    }
    return Dictionary(provinces.map { ($0.slug, $0) }) { first, _ in first }
  }

  /// One login of each role in the first province, for people.
  var summary: String {
    guard let province = logins.tenants.first else { return "" }
    var shown: Set<String> = []
    var lines = logins.administrators.prefix(1).map { "central_admin  \($0.email)  \($0.password)" }
    if let administrator = logins.administrators.first, administrator.otpSecret != nil {
      lines.append(
        "One-time codes are asked for: the keys for an authenticator are `otpSecret` in the file below.")
    }
    for user in province.users where !shown.isSuperset(of: user.roles) {
      shown.formUnion(user.roles)
      lines.append(
        "\(user.roles.joined(separator: ", "))  \(user.email)  \(user.password)  (\(province.slug))")
    }
    return lines.joined(separator: "\n")
  }

  private var json: JSONValue {
    let administrators = logins.administrators.map(\.json)
    return [
      "url": .string(services.url(host: services.adminHost)), "caFile": .string(authority.path),
      "admin": administrators.first ?? .null, "admins": .array(administrators),
      "ports": [
        "https": JSONValue(ports.https), "http": JSONValue(ports.http.map { Int64($0) }),
        "metrics": JSONValue(ports.metrics.map { Int64($0) }),
      ],
      "tenants": .array(
        logins.tenants.map { province in
          [
            "slug": .string(province.slug),
            "url": .string(services.url(host: "\(province.slug).\(services.domain)")),
            "users": .array(province.users.map(\.json)),
          ]
        }),
    ]
  }
}
