import Tenancy

/// The words of central administration.
enum CentralText: Phrase {
  case service, title, lead, province, state, host, schema, connections, none, noneAdvice
  case of(TenantState)
}
