import Glibc
import NIOCore

/// An address that could not be listened on, and the reason as a sentence's end.
package struct ListenFailure: Error, CustomStringConvertible {
  package let address: ListenAddress
  package let reason: String
  private let code: Int32?

  init(address: ListenAddress, reason: String) {
    self.address = address
    self.reason = reason
    self.code = nil
  }

  init(address: ListenAddress, error: any Error) {
    let code = (error as? IOError)?.errnoCode
    self.address = address
    self.code = code
    self.reason = code.map { String(cString: strerror($0)) } ?? "\(error)"
  }

  package var description: String {
    "Cannot listen on \(address): \(reason)."
  }

  /// Whether the machine has no such address, or no IPv6 at all.
  var isAddressMissing: Bool {
    code == EADDRNOTAVAIL || code == EAFNOSUPPORT
  }

  var isPortTaken: Bool {
    code == EADDRINUSE
  }
}
