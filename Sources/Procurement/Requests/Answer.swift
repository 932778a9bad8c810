package import StrictJSON

/// What a request is answered with once it is carried out.
package struct Answer: Sendable {
  package let status: Int
  /// JSON; empty for 204.
  package let body: [UInt8]
  /// The strong entity tag without its quotation marks.
  package let etag: String?
  /// Whether this is the stored answer of an earlier request with the same key.
  package let isReplay: Bool

  package init(status: Int = 200, body: [UInt8] = [], etag: String? = nil, isReplay: Bool = false) {
    self.status = status
    self.body = body
    self.etag = etag
    self.isReplay = isReplay
  }

  package init(status: Int = 200, _ value: JSONValue, version: Int? = nil) {
    self.init(status: status, body: value.encoded, etag: version.map { "v\($0)" })
  }
}
