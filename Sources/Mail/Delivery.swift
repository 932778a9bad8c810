/// What became of one try to hand a message over; reasons are the server's words.
package enum Delivery: Sendable, Equatable {
  case accepted
  /// The server will never take this message.
  case refused(String)
  /// The server does not take this message now.
  case deferred(String)
  /// No message can be handed over now.
  case unreachable(String)
}
