import Foundation
import HTTPTypes
import Procurement
import StrictJSON

/// What concerns the caller, as it happens.
enum EventRoutes {
  static let all: [Route] = [follow]

  private static let follow = Route(
    .tenant, .get, "/events", name: "followEvents", access: .signedIn,
    query: [
      .optional(
        "seconds", .integer(min: 1, max: 28_800),
        "When the stream ends at the latest; as the session where absent.")
    ], answer: .events, statuses: [429]
  ) { call in
    .events(
      try await call.services.events.open(
        try call.caller, in: call.language, after: call.lastEventID.flatMap(UUID.init),
        atMost: call.query["seconds"]?.int.map { .seconds($0) }))
  }
}
