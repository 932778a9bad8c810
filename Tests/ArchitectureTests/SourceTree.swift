import Foundation

/// The files of `Sources/`, as the tests about the architecture read them.
struct SourceTree {
  struct File {
    let module: String
    let path: String
    let text: String

    /// Modules that the file imports, without access levels and submodules.
    var imports: Set<String> {
      Set(
        text.split(separator: "\n").compactMap { line in
          let words = line.split(separator: " ").filter {
            !$0.hasPrefix("@") && !Self.levels.contains(String($0))
          }
          guard words.first == "import", words.count >= 2 else { return nil }
          let name = words.count > 2 && Self.kinds.contains(String(words[1])) ? words[2] : words[1]
          return String(name.split(separator: ".")[0])
        })
    }

    private static let levels: Set<String> = ["package", "public", "internal", "private", "fileprivate"]
    private static let kinds: Set<String> = [
      "struct", "class", "enum", "protocol", "func", "var", "typealias",
    ]
  }

  let files: [File]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    let sources = Self.root.appending(path: "Sources").standardizedFileURL
    var found: [File] = []
    let walk = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let url = walk?.nextObject() as? URL {
      guard url.pathExtension == "swift" else { continue }
      let path = String(url.standardizedFileURL.path.dropFirst(sources.path.count + 1))
      found.append(
        File(
          module: String(path.split(separator: "/")[0]), path: path,
          text: try String(contentsOf: url, encoding: .utf8)))
    }
    files = found
  }
}
