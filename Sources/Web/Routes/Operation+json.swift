import EOrderRules
import Foundation
import StrictJSON
import Tenancy

extension OperationStep {
  var json: JSONValue {
    var members = [
      JSONMember(name: "name", value: .string(name)),
      JSONMember(name: "state", value: .string(state.rawValue)),
    ]
    if let error { members.append(JSONMember(name: "error", value: .string(error))) }
    return .object(members)
  }
}

extension Tenancy.Operation {
  var json: JSONValue {
    var members = [
      JSONMember(name: "id", value: JSONValue(id)), JSONMember(name: "kind", value: .string(kind.rawValue)),
      JSONMember(name: "tenant", value: JSONValue(tenant)),
      JSONMember(name: "state", value: .string(state.rawValue)),
      JSONMember(name: "steps", value: .array(steps.map(\.json))),
    ]
    if let error { members.append(JSONMember(name: "error", value: .string(error))) }
    if let result = try? JSONValue(parsing: result) {
      members.append(JSONMember(name: "result", value: result))
    }
    return .object(members)
  }
}
