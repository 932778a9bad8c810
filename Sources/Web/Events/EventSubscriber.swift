import Foundation
import Procurement

/// Somebody who listens: to what, until when, and what that person was told already.
struct EventSubscriber: Sendable {
  let slug: String
  let user: UUID
  let session: UUID
  let language: Language
  let sink: AsyncStream<[UInt8]>.Continuation
  /// Notices of the last while that are not told again, and when they came.
  var told: [UUID: Date]
  var unread: Int
  /// When the stream ends although nothing else ends it.
  let ends: ContinuousClock.Instant?

  /// Yields what is new.
  /// - Returns: false where the reader has not taken what was yielded before.
  mutating func tell(_ notices: [NoticeRow], unread count: Int, at now: Date) -> Bool {
    told = told.filter { $0.value > now - FollowNotices.memory * 2 }
    var pieces: [[UInt8]] = []
    for notice in notices where told[notice.id] == nil {
      told[notice.id] = notice.at
      pieces.append(EventPiece.notification(notice, in: language))
    }
    if count != unread { pieces.append(EventPiece.unread(count)) }
    unread = count
    return pieces.allSatisfy { piece in
      if case .dropped = sink.yield(piece) { false } else { true }
    }
  }
}
