package import Foundation
import Postgres
import StrictJSON

/// What an offer is sealed for: moved to another tenant, request, deadline or vendor, it does not open.
package struct SealBinding: Hashable, Sendable {
  package let tenant: String
  package let request: UUID
  package let deadline: Date
  package let offer: UUID
  package let vendor: UUID

  package init(tenant: String, request: UUID, deadline: Date, offer: UUID, vendor: UUID) {
    self.tenant = tenant
    self.request = request
    self.deadline = deadline
    self.offer = offer
    self.vendor = vendor
  }

  /// The `info` of HPKE (RFC 9180 §5.1) and the authenticated data of the content.
  var bytes: [UInt8] {
    let value: JSONValue = [
      "purpose": "e-order sealed offer 1", "tenant": .string(tenant), "request": JSONValue(request),
      "deadline": .integer(deadline.microseconds), "offer": JSONValue(offer), "vendor": JSONValue(vendor),
    ]
    return value.canonical
  }
}
