import HTTPTypes
package import Hummingbird
import NIOHTTP1

extension Response {
  /// The same answer, after which the connection is closed: for an early refusal, such as 413, of a request
  /// whose body has not been read.
  ///
  /// It only sets `Connection: close`, which the connection acts on wherever a response carries it: the answer
  /// goes out whole, of what the client still sends a little is thrown away, and the socket is closed.
  package func closingConnection() -> Response {
    var response = self
    response.headers[.connection] = "close"
    return response
  }

  /// A problem of the server's own, in the language of the request.
  init(refusal: Refusal, to request: Request, traceId: String, fields: HTTPFields) {
    let (language, json) = refusal.body(
      traceId: traceId, acceptLanguage: request.headers[values: .acceptLanguage])
    var headers = fields
    headers[.contentType] = "application/problem+json"
    headers[.contentLanguage] = language
    self.init(
      status: .init(code: refusal.status), headers: headers,
      body: .init(byteBuffer: ByteBuffer(string: json)))
  }
}
