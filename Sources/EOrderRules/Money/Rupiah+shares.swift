extension Rupiah {
  /// This sum in shares that are to each other as the weights, and add up to it: what rounding down leaves goes, one
  /// rupiah each, to the first.
  package func shared(by weights: [Rupiah]) throws(AmountOverflow) -> [Rupiah] {
    let total = try weights.total()
    guard total > .zero else { return weights.map { _ in .zero } }
    var shares = weights.map { weight in
      let (high, low) = amount.multipliedFullWidth(by: weight.amount)
      return total.amount.dividingFullWidth((high, low)).quotient
    }
    var left = amount - shares.reduce(0, +)
    for index in shares.indices where left > 0 && weights[index] > .zero {
      shares[index] += 1
      left -= 1
    }
    return shares.map { Rupiah($0) }
  }
}
