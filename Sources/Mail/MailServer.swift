import CCurl
import Foundation

/// An SMTP server, over TLS unless it is this machine.
package final class MailServer: Sendable {
  private static let connectSeconds = 10
  private static let totalSeconds = 20
  /// Messages handed over at once.
  private static let parallel = 2

  private let url: String
  private let needsTLS: Bool
  private let queue = OperationQueue()

  /// - Parameter url: `smtp://` or `smtps://` with host and, where the server asks for them, user and password.
  package init(url: String) {
    self.url = url
    needsTLS = !Self.isLoopback(URLComponents(string: url)?.host ?? "")
    queue.maxConcurrentOperationCount = Self.parallel
  }

  static func isLoopback(_ host: String) -> Bool {
    let name = host.trimmingCharacters(in: ["[", "]"]).lowercased()
    return name == "localhost" || name == "::1" || name.wholeMatch(of: /127(\.\d{1,3}){3}/) != nil
  }

  /// Hands one message over; a thread of its own waits for the server.
  package func deliver(_ message: MailMessage) async -> Delivery {
    let (url, tls, text) = (url, needsTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE, message.rendered)
    let (from, to) = ("<\(message.from.address)>", "<\(message.to.address)>")
    return await withCheckedContinuation { continuation in
      queue.addOperation {
        let length = text.utf8.count
        var result = mail_send(
          url, Int(tls.rawValue), from, to, text, length, Self.connectSeconds, Self.totalSeconds)
        continuation.resume(returning: Self.delivery(&result))
      }
    }
  }

  private static func delivery(_ result: inout mail_result) -> Delivery {
    if result.code == CURLE_OK { return .accepted }
    let words = String(cString: mail_reason(&result))
    let reason = result.reply > 0 ? "\(words) (\(result.reply))" : words
    if mail_is_about_server(result.code) != 0 { return .unreachable(reason) }
    return (500...599).contains(result.reply) ? .refused(reason) : .deferred(reason)
  }
}
