import EOrderRules
import HTML
import Procurement
import StrictJSON
import Tenancy

/// Regions by their names, wherever people read or choose one.
struct Places: Sendable {
  let directory: NationalDirectory
  /// The code of the province; empty on the admin host.
  let province: String
  let language: Language

  /// The name of a region; its code where no list has it.
  func name(_ code: String) -> String { directory.regionName(code) ?? code }

  /// A street with the region in which it lies.
  func address(_ street: String, _ code: String) -> String { "\(street), \(name(code))" }

  func names(_ codes: [String]) -> String { codes.map { name($0) }.joined(separator: ", ") }

  /// The name of a bank with its code.
  func bank(_ code: String) -> String { directory.bankName(code).map { "\($0) (\(code))" } ?? code }

  /// A line of business, as the API answers it, by its name.
  func business(_ line: JSONValue) -> String? {
    guard let code = line["code"]?.text else { return nil }
    let edition = line["version"]?.text.flatMap(KBLI.Edition.init) ?? .of2020
    return KBLI(code: code, edition: edition).map { business($0) } ?? code
  }

  /// The name of a line of business with its code.
  func business(_ line: KBLI) -> String {
    guard let entry = directory.business(line) else { return line.description }
    return "\(language == .indonesian ? entry.name : entry.english) (\(line.code))"
  }

  /// The regencies and cities of the province; what was chosen before stays a choice, though finer or elsewhere.
  func choices(keeping current: String = "") -> [Choice] {
    keep(current, directory.regions(ofProvince: province).map { Choice(value: $0.code, text: $0.name) })
  }

  /// The same, and the other provinces after them.
  func choicesOfNation(keeping current: String = "") -> [Choice] {
    let others = directory.provinces.filter { $0.code != province }
    return keep(
      current,
      directory.regions(ofProvince: province).map { Choice(value: $0.code, text: $0.name) }
        + others.map {
          Choice(value: $0.code, text: language(RegistrationText.otherProvince($0.name)))
        })
  }

  /// How a region is chosen: by name, or typed where no list has the province's regions.
  func kind(keeping current: String = "") -> ActionForm.Field.Kind {
    let choices = choices(keeping: current)
    return choices.isEmpty ? .line : .choice(choices)
  }

  private func keep(_ current: String, _ choices: [Choice]) -> [Choice] {
    guard !current.isEmpty, !choices.contains(where: { $0.value == current }) else { return choices }
    let name = directory.regionName(current).map { "\($0) (\(current))" }
    return [Choice(value: current, text: name ?? current)] + choices
  }
}

extension PageCall {
  var places: Places {
    Places(
      directory: services.directory, province: call.tenant?.rulebook.tenant.code ?? "", language: language)
  }
}
