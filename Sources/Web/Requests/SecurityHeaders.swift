package import HTTPTypes

/// Header fields that keep browsers from doing what nobody asked for.
package enum SecurityHeaders {
  /// On every response, errors included.
  package static let everywhere: HTTPFields = [
    .strictTransportSecurity: "max-age=63072000; includeSubDomains",
    .xContentTypeOptions: "nosniff",
    .referrerPolicy: "no-referrer",
    .openerPolicy: "same-origin",
    .resourcePolicy: "same-origin",
    .permissionsPolicy: "camera=(), microphone=(), geolocation=()",
  ]

  /// The API's answers are for one caller and one moment.
  static let api = everywhere.adding([
    .cacheControl: "private, no-store", .vary: "Authorization, Accept-Language",
    .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
  ])

  /// Pages load only their own styles, scripts and pictures, and nothing inline.
  static let page = everywhere.adding([
    .cacheControl: "private, no-store", .vary: "Cookie, Accept-Language",
    .contentSecurityPolicy: """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'; \
    require-trusted-types-for 'script'
    """,
  ])

  /// The service worker asks this host and loads nothing else.
  static let worker = everywhere.adding([
    .contentSecurityPolicy: "default-src 'none'; connect-src 'self'"
  ])
}

extension HTTPFields {
  fileprivate func adding(_ more: HTTPFields) -> HTTPFields {
    var fields = self
    for field in more { fields[field.name] = field.value }
    return fields
  }
}

extension HTTPField.Name {
  fileprivate static let referrerPolicy = Self("Referrer-Policy")!
  fileprivate static let openerPolicy = Self("Cross-Origin-Opener-Policy")!
  fileprivate static let resourcePolicy = Self("Cross-Origin-Resource-Policy")!
  fileprivate static let permissionsPolicy = Self("Permissions-Policy")!
}
