import Foundation

extension YearMarket {
  /// What an order of a story buys; nil where nobody sells it now.
  func basket(_ story: YearStory, _ random: inout YearRandom) -> Basket? {
    if let key = story.product {
      return self[planted: key].flatMap { basket([$0], story) }
    }
    let all = items(of: story.category)
    var vendors: [UUID] = []
    for item in all where !vendors.contains(item.vendor) { vendors.append(item.vendor) }
    guard !vendors.isEmpty else { return nil }
    // A vendor that sells too little at once is passed over.
    for _ in 0..<6 {
      let vendor = random.pick(vendors)
      let own = all.filter { $0.vendor == vendor && $0.price * $0.minimum <= story.target }
      let chosen = Array(own.shuffled(using: &random).prefix(random.int(1...3)))
      if let basket = basket(chosen, story) { return basket }
    }
    return smallest(all)
  }

  /// What a product of a pattern can be like: small beside what is to be spent, and of somebody who stays.
  func patterns(of category: String, target: Int64) -> [Item] {
    let known = items(of: category).filter {
      $0.minimum <= 10 && YearEvent.stays(shops[$0.vendor]?.nib ?? "")
    }
    let fitting = known.filter { $0.price * 40 <= target && $0.price * 5_000 >= target }
    return fitting.isEmpty ? known : fitting
  }

  /// Those whom a request for offers reaches and whose taxes are simple, in an order of its own.
  func bidders(_ category: String, key: String, seed: UInt64) -> [Shop] {
    let sellers = Set(items(of: category).map(\.vendor))
    let known = shops.values.filter {
      $0.isPlain && !closed.contains($0.id) && $0.nib != YearVendor.kinNIB && YearEvent.stays($0.nib)
    }
    let plain = known.map { shop -> (shop: Shop, sells: Bool, rank: UInt64) in
      var random = YearRandom(seed, "bidder", key, shop.nib)
      return (shop, sellers.contains(shop.id), random.next())
    }
    return plain.sorted { ($0.sells ? 0 : 1, $0.rank) < ($1.sells ? 0 : 1, $1.rank) }.map(\.shop)
  }

  /// Where everybody sells in lots that are too large, the cheapest lot.
  private func smallest(_ all: [Item]) -> Basket? {
    let sold = all.filter { $0.minimum <= $0.stock }
    guard let item = sold.min(by: { $0.price * $0.minimum < $1.price * $1.minimum }),
      let shop = shops[item.vendor]
    else { return nil }
    return Basket(shop: shop, lines: [(item: item, quantity: item.minimum)])
  }

  private func basket(_ chosen: [Item], _ story: YearStory) -> Basket? {
    guard let vendor = chosen.first?.vendor, let shop = shops[vendor] else { return nil }
    var left = story.target
    var bought: [(item: Item, quantity: Int64)] = []
    for (place, item) in chosen.enumerated() {
      let share = left / Int64(chosen.count - place)
      let gross = shop.isVat && !item.includesVat ? item.price + item.price * 11 / 100 : item.price
      let quantity = min(max(share / max(1, gross), 0), item.stock, 100_000)
      guard quantity >= max(1, item.minimum) else { continue }
      bought.append((item: item, quantity: quantity))
      left -= quantity * gross
    }
    return bought.isEmpty ? nil : Basket(shop: shop, lines: bought)
  }
}
