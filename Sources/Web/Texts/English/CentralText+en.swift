import Tenancy

extension CentralText {
  var english: String {
    switch self {
    case .service: "e-Order central administration"
    case .title: "Provinces"
    case .lead: "All provinces that this installation serves. Their procurement data is not visible here."
    case .province: "Province"
    case .state: "State"
    case .host: "Address"
    case .schema: "Schema version"
    case .connections: "Database connections"
    case .none: "No province yet"
    case .noneAdvice: "Provinces are onboarded with a tenant file, by the API or the command line."
    case .of(let state): state.english
    }
  }
}

extension TenantState {
  fileprivate var english: String {
    switch self {
    case .onboarding: "Being prepared"
    case .active: "Active"
    case .suspended: "Suspended"
    case .archived: "Archived"
    case .failed: "Preparation failed"
    }
  }
}
