package import Foundation

/// One message to one person: the same words as text and as HTML.
package struct MailMessage: Sendable {
  package let from: Mailbox
  package let to: Mailbox
  package let subject: String
  package let text: String
  package let html: String
  /// The same for every try, so that whoever gets a message twice can tell.
  package let id: UUID
  /// The domain of the Message-ID.
  package let domain: String
  package let date: Date
  /// A BCP 47 tag.
  package let language: String

  package init(
    from: Mailbox, to: Mailbox, subject: String, text: String, html: String, id: UUID, domain: String,
    date: Date,
    language: String
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.text = text
    self.html = html
    self.id = id
    self.domain = domain
    self.date = date
    self.language = language
  }

  /// The message as it travels (RFC 5322, RFC 2045): seven-bit lines that end with CR LF.
  package var rendered: String {
    let boundary = "=_\(key)"
    let head = [
      "From: \(HeaderText.mailbox(from))", "To: \(HeaderText.mailbox(to))",
      "Subject: \(HeaderText.unstructured(subject))", "Date: \(date.mailText)",
      "Message-ID: <\(key)@\(domain)>",
      "Content-Language: \(language)", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
      "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"",
    ]
    let parts = [("plain", text), ("html", html)].map { type, content in
      """
      --\(boundary)
      Content-Type: text/\(type); charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      """.replacing("\n", with: "\r\n") + "\r\n" + QuotedPrintable.encode(content)
    }
    return (head + [""] + parts + ["--\(boundary)--", ""]).joined(separator: "\r\n")
  }

  var key: String { id.uuidString.lowercased() }
}

extension Date {
  /// `Fri, 27 Nov 2026 01:25:52 +0000` (RFC 5322 §3.3).
  var mailText: String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: self)
    func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let day = "\(days[(parts.weekday ?? 1) - 1]), \(two(parts.day)) \(months[(parts.month ?? 1) - 1])"
    return "\(day) \(parts.year ?? 0) \(two(parts.hour)):\(two(parts.minute)):\(two(parts.second)) +0000"
  }
}
