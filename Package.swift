// swift-tools-version: 6.2
import PackageDescription

let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOPosix", package: "swift-nio"),
]
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let serviceLifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

/// A system library: a module map over one Debian package.
func library(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

/// A module of the product and its tests beside it.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: dependencies),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies),
  ]
}

let package = Package(
  name: "eorder",
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    library("CLibPQ", pkgConfig: "libpq", debian: "libpq-dev"),
    library("COpenSSL", pkgConfig: "openssl", debian: "libssl-dev"),
    library("CArgon2", pkgConfig: "libargon2", debian: "libargon2-dev"),
    library("CQREncode", pkgConfig: "libqrencode", debian: "libqrencode-dev"),
    library("CCurl", pkgConfig: "libcurl", debian: "libcurl4-openssl-dev"),
    library("CTurboJPEG", pkgConfig: "libturbojpeg", debian: "libturbojpeg0-dev"),
    library("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
  ]
    + module("StrictJSON")
    + module("EOrderRules")
    + module(
      "Postgres",
      [
        "CLibPQ", logging, serviceLifecycle,
        .product(name: "OrderedCollections", package: "swift-collections"),
      ])
    + module("HTML")
    + module(
      "TLS",
      [
        "COpenSSL", crypto, logging,
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "NIOTLS", package: "swift-nio"),
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ] + nio)
    + module("AuditLog", ["Postgres", "StrictJSON", crypto, logging])
    + module(
      "Authentication",
      ["EOrderRules", "Postgres", "AuditLog", "StrictJSON", "CArgon2", "CQREncode", crypto])
    + module("Files", ["Postgres", "CTurboJPEG", "CXLSXWriter", crypto])
    + module("Mail", ["CCurl"])
    + module(
      "Tenancy",
      [
        "EOrderRules", "Postgres", "AuditLog", "StrictJSON", crypto, logging,
        .product(name: "Yams", package: "Yams"),
      ])
    + module(
      "Procurement",
      [
        "Tenancy", "AuditLog", "Authentication", "Files", "Mail", "EOrderRules", "Postgres",
        "StrictJSON", crypto, logging, serviceLifecycle,
      ])
    + module(
      "Web",
      [
        "Procurement", "Tenancy", "AuditLog", "Authentication", "Files", "Mail", "EOrderRules",
        "Postgres", "StrictJSON", "HTML", "TLS", crypto, logging, serviceLifecycle,
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ] + nio)
    + [
      .executableTarget(
        name: "eorder",
        dependencies: [
          "Web", "Procurement", "Tenancy", "AuditLog", "Authentication", "Files", "Mail",
          "EOrderRules", "Postgres", "StrictJSON", "TLS", crypto, logging, serviceLifecycle,
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
          .product(name: "HeapModule", package: "swift-collections"),
          .product(name: "Hummingbird", package: "hummingbird"),
        ]),
      .testTarget(name: "eorderTests", dependencies: ["eorder", logging]),
      .testTarget(name: "ArchitectureTests"),
    ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// The optimiser of Swift 6.3.1 crashes on a coroutine of the commands, which only wire and wait; everything that
// works is in the modules, which are optimised.
for target in package.targets where target.type == .executable {
  target.swiftSettings?.append(.unsafeFlags(["-Onone"], .when(configuration: .release)))
}

// EORDER_ONLY=<module> keeps one module, what it needs and its tests: the fast loop for one module.
if let only = Context.environment["EORDER_ONLY"] {
  var wanted: Set<String> = [only, "\(only)Tests"]
  var products: Set<String> = []
  var grown = true
  while grown {
    grown = false
    for target in package.targets where wanted.contains(target.name) {
      for dependency in target.dependencies {
        switch dependency {
        case .byNameItem(let name, _), .targetItem(let name, _):
          grown = wanted.insert(name).inserted || grown
        case .productItem(_, let package, _, _):
          if let package { products.insert(package) }
        @unknown default: break
        }
      }
    }
  }
  package.targets.removeAll { !wanted.contains($0.name) }
  package.dependencies.removeAll { dependency in
    guard case .sourceControl(_, let location, _) = dependency.kind else { return false }
    return !products.contains { location.hasSuffix("/\($0)") }
  }
}
