/// An answer that the connection gives itself, before any route is asked.
struct Refusal: Sendable, Equatable {
  /// A sentence in both languages of the service.
  struct Text: Sendable, Equatable {
    let id: String
    let en: String
  }

  let status: Int
  let code: String
  let title: Text
  let detail: Text

  private static func malformed(_ status: Int = 400, id: String, en: String) -> Refusal {
    Refusal(
      status: status, code: "malformed_request",
      title: Text(id: "Permintaan tidak sah", en: "Malformed request"), detail: Text(id: id, en: en))
  }

  static let syntax = malformed(
    id: "Permintaan ini bukan HTTP yang sah.", en: "The request is not valid HTTP.")
  static let headTooLarge = malformed(
    id: "Alamat atau kepala permintaan melebihi batas.", en: "The request target or header exceeds the limit."
  )
  static let host = malformed(
    id: "Permintaan harus memuat tepat satu kepala Host yang sah.",
    en: "A request carries exactly one valid Host field.")
  static let authority = malformed(
    id: "Alamat mutlak pada baris permintaan berbeda dari Host.",
    en: "The absolute address in the request line differs from Host.")
  static let target = malformed(
    id: "Alamat yang diminta memuat urutan yang tidak diizinkan.",
    en: "The requested address contains a sequence that is not allowed.")
  static let framing = malformed(
    id: "Panjang isi permintaan tidak jelas.", en: "The length of the request body is ambiguous.")
  static let coding = malformed(
    501, id: "Transfer-Encoding selain chunked tidak didukung.",
    en: "No Transfer-Encoding but chunked is supported.")
  static let expectation = malformed(
    417, id: "Kepala Expect hanya boleh berisi 100-continue.", en: "Expect may only be 100-continue.")
  static let bodyTooLarge = Refusal(
    status: 413, code: "too_large",
    title: Text(id: "Terlalu besar", en: "Too large"),
    detail: Text(id: "Isi permintaan melebihi batas.", en: "The request body exceeds the limit."))
  static let unknownHost = Refusal(
    status: 404, code: "unknown_tenant",
    title: Text(id: "Alamat tidak dikenal", en: "Unknown host"),
    detail: Text(id: "Alamat ini tidak dilayani.", en: "This host is not served."))
  static let failure = Refusal(
    status: 500, code: "internal_error",
    title: Text(id: "Kesalahan layanan", en: "Internal error"),
    detail: Text(
      id: "Layanan gagal menjawab; sebutkan traceId bila melapor.",
      en: "The service failed to answer; quote the traceId when you report it."))
}
