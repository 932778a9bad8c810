import StrictJSON

/// A file's cells in their normal form, column by column, as bulk statements take them.
struct ImportTable: Sendable {
  /// The number of each row, counted from 1, the first after the header.
  private(set) var numbers: [Int] = []
  private(set) var errors = ImportErrors()
  private let columns: [ImportColumn]
  /// The columns that the file does not have, since they hold the same in every row.
  private let implied: [String: String]
  private var cells: [[String]]
  private let places: [String: Int]

  /// Reads a file.
  /// - Throws: `Refusal.invalid` where it is no table or its header is wrong; what is wrong with single rows
  ///   is in `errors`.
  init(_ bytes: [UInt8], columns: [ImportColumn], implied: [String: String] = [:]) throws {
    self.columns = columns
    self.implied = implied
    cells = Array(repeating: [], count: columns.count)
    places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    do {
      var reader = CSVReader(bytes)
      let header = try reader.next() ?? []
      let order = try Self.order(header, columns, implied)
      var number = 0
      while let record = try reader.next() {
        number += 1
        if record == [""], header.count > 1 { continue }
        take(record, number, order)
      }
    } catch let fault as CSVReader.Fault {
      throw Refusal.invalid([fault.error])
    }
  }

  var count: Int { numbers.count }

  /// The cells of a column; an empty text stands for a cell that holds nothing, or nothing right.
  subscript(_ name: String) -> [String] { places[name].map { cells[$0] } ?? [] }

  /// The values of each cell of a column: several where the column is a list, none where the cell is empty.
  func values(_ name: String) -> [[String]] {
    let isList = places[name].map { columns[$0].isList } ?? false
    return self[name].map { $0.isEmpty ? [] : isList ? $0.listed : [$0] }
  }

  /// One cell.
  func text(_ name: String, _ row: Int) -> String { places[name].map { cells[$0][row] } ?? "" }

  /// Where each of our columns stands in the file; nil for those that it leaves out.
  private static func order(
    _ header: [String], _ columns: [ImportColumn], _ implied: [String: String]
  ) throws -> [Int?] {
    var errors: [FieldError] = []
    let known = Set(columns.map(\.name)).subtracting(implied.keys)
    for (place, name) in header.enumerated() {
      if !known.contains(name) {
        errors.append(FieldError("/header/\(place)", .unknown))
      } else if header.firstIndex(of: name) != place {
        errors.append(FieldError("/header/\(place)", .alreadyRegistered, detail: repeated))
      }
    }
    for column in columns
    where column.isRequired && implied[column.name] == nil && !header.contains(column.name) {
      errors.append(FieldError("/header/\(column.name)", .required))
    }
    guard errors.isEmpty else { throw Refusal.invalid(errors) }
    return columns.map { header.firstIndex(of: $0.name) }
  }

  private static let repeated = Bilingual(
    id: "Kolom ini muncul dua kali.", en: "This column stands twice.")

  private mutating func take(_ record: [String], _ number: Int, _ order: [Int?]) {
    let expected = order.count { $0 != nil }
    guard record.count == expected else {
      let sentence = Bilingual(
        id: "Baris ini berisi \(record.count) kolom, bukan \(expected).",
        en: "This row has \(record.count) cells, not \(expected).")
      return errors.add(number, "", .badFormat, detail: sentence)
    }
    numbers.append(number)
    for (index, column) in columns.enumerated() {
      let (text, error, detail) = column.read(
        implied[column.name] ?? order[index].map { record[$0] } ?? "")
      cells[index].append(error == nil ? text : "")
      if let error { errors.add(number, column.name, error, detail: detail) }
    }
  }
}

extension CSVReader.Fault {
  /// The fault as an error of the row, or of the whole file.
  fileprivate var error: FieldError {
    let sentence =
      switch reason {
      case .notUTF8: Bilingual(id: "Berkas harus UTF-8.", en: "The file has to be UTF-8.")
      case .openQuotation: Bilingual(id: "Tanda kutip tidak ditutup.", en: "A quotation mark is not closed.")
      case .textBesideQuotation:
        Bilingual(id: "Ada teks di luar tanda kutip.", en: "There is text beside quotation marks.")
      case .carriageReturn:
        Bilingual(id: "Akhir baris harus LF atau CRLF.", en: "Lines have to end with LF or CRLF.")
      }
    return FieldError(record == 0 ? "/header" : "/rows/\(record)", .badFormat, detail: sentence)
  }
}
