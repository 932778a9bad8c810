package import Foundation

/// A folder that takes the place of a mail server on a developer's machine: a message is a file that mail programs
/// open.
package struct MailFolder: Sendable {
  private let folder: URL

  package init(_ folder: URL) { self.folder = folder }

  /// The same message twice is one file; only its owner may read it, since it may hold a link that signs in.
  package func deliver(_ message: MailMessage) -> Delivery {
    let moment = message.date.ISO8601Format().replacing(":", with: "-")
    let file = folder.appending(path: "\(moment) \(message.key).eml")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let draft = folder.appending(path: ".\(message.key)")
      guard
        FileManager.default.createFile(
          atPath: draft.path, contents: Data(message.rendered.utf8), attributes: [.posixPermissions: 0o600])
      else { return .unreachable("\(folder.path) cannot be written") }
      guard rename(draft.path, file.path) == 0 else { return .unreachable("\(file.path) cannot be written") }
      return .accepted
    } catch {
      return .unreachable("\(error)")
    }
  }
}

/// Where messages are handed in.
package enum Postbox: Sendable {
  case server(MailServer)
  case folder(MailFolder)
  /// This installation sends no mail.
  case none

  package func deliver(_ message: MailMessage) async -> Delivery {
    switch self {
    case .server(let server): await server.deliver(message)
    case .folder(let folder): folder.deliver(message)
    case .none: .unreachable("no mail server is set")
    }
  }
}
