import Procurement

extension ListFilter.Field {
  /// The choice of an order in which a list is read; the newest first where none is chosen.
  init(_ sort: RowSort?, of sorts: [RowSort], _ language: Language) {
    self.init(
      name: "sort", label: language(OrderText.sort), value: sort == .newest ? "" : sort?.rawValue ?? "",
      choices: sorts.filter { $0 != .newest }.map {
        Choice(value: $0.rawValue, text: language($0.words))
      }, any: language(RowSort.newest.words))
  }
}

extension RowSort {
  fileprivate var words: Words {
    switch self {
    case .newest: Words("Terbaru dahulu", "Newest first")
    case .oldest: Words("Terlama dahulu", "Oldest first")
    case .name: Words("Nama, A sampai Z", "Name, A to Z")
    case .neededOn: Words("Paling segera diperlukan", "Needed soonest")
    }
  }
}
