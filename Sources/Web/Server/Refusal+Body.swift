extension Refusal {
  /// The problem body (RFC 9457) in the language that the client prefers; Indonesian where it is silent.
  ///
  /// - Parameter acceptLanguage: the fields of that name, as far as headers could be read.
  func body(traceId: String, acceptLanguage: [String]) -> (language: String, json: String) {
    let english = Self.prefersEnglish(acceptLanguage)
    let title = english ? title.en : title.id
    let detail = english ? detail.en : detail.id
    // All of it is literal text of this module without quotes or controls, so nothing needs escaping.
    let json = """
      {"type":"about:blank","title":"\(title)","status":\(status),"detail":"\(detail)",\
      "code":"\(code)","traceId":"\(traceId)"}
      """
    return (english ? "en" : "id", json)
  }

  static func prefersEnglish(_ acceptLanguage: [String]) -> Bool {
    var best = (english: 0.0, indonesian: 0.0)
    for range in acceptLanguage.joined(separator: ",").split(separator: ",") {
      let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
      guard let tag = parts.first?.split(separator: "-").first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if tag == "en" { best.english = max(best.english, weight) }
      if tag == "id" { best.indonesian = max(best.indonesian, weight) }
    }
    return best.english > best.indonesian
  }
}
