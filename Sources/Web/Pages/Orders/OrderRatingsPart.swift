import EOrderRules
import Foundation
import HTML
import Procurement

/// How both sides rated an order.
struct OrderRatingsPart: Component {
  let language: Language
  let zone: OfficialZone
  let ratings: [OrderRating]

  func write(to h: Hypertext) {
    guard !ratings.isEmpty else { return }
    h.section {
      h.h2(language(RatingText.title))
      for rating in ratings {
        h.h3(language(RatingText.by(rating.side)))
        h.p {
          h.span(Self.drawn(rating.stars), .aria(.hidden, "true"))
          h.text(" " + language(RatingText.stars(rating.stars)))
        }
        if let comment = rating.comment { h.p(comment, .class("written")) }
        h.p(language.instant(rating.at, in: zone), .class("quiet"))
      }
    }
  }

  private static func drawn(_ stars: Int) -> String {
    String(repeating: "★", count: stars) + String(repeating: "☆", count: max(0, 5 - stars))
  }
}
