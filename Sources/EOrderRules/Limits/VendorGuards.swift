/// `VENDOR_NOT_VERIFIED`: the vendor is verified, and neither suspended nor blacklisted.
let fromVerifiedVendor: Guard = { input throws(AmountOverflow) in
  let state = input.facts.vendor.state
  guard state != .verified else { return [] }
  return [input.violation(.vendorNotVerified, rule: "vendor.state", [("state", .string(state.rawValue))])]
}

/// `VENDOR_SIZE`: the business is of a size that may sell, or a cooperative where those may.
let fromAdmittedSize: Guard = { input throws(AmountOverflow) in
  let vendor = input.facts.vendor
  guard !input.rulebook.vendors.admits(size: vendor.size, legalForm: vendor.legalForm) else { return [] }
  return [
    input.violation(
      .vendorSize, rule: "umk.allowed",
      [
        ("size", .string(vendor.size.rawValue)), ("legalForm", .string(vendor.legalForm.rawValue)),
        ("allowed", input.rulebook.settings.value("umk.allowed") ?? []),
      ])
  ]
}
