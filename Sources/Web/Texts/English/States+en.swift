import EOrderRules

extension OrderState {
  var english: String {
    switch self {
    case .draft: "Draft"
    case .submitted: "Submitted for approval"
    case .issued: "Order issued"
    case .accepted: "Accepted by the vendor"
    case .inFulfilment: "In fulfilment"
    case .delivered: "Delivered, in inspection"
    case .handedOver: "Handover signed"
    case .invoiced: "Invoiced"
    case .verifiedForPayment: "Verified for payment"
    case .paymentRequested: "Payment requested"
    case .paymentApproved: "Payment approved"
    case .paid: "Paid"
    case .closed: "Closed"
    case .rejected: "Rejected"
    case .declined: "Declined by the vendor"
    case .expired: "Expired"
    case .cancelled: "Cancelled"
    case .terminated: "Terminated"
    }
  }
}

extension VendorState {
  var english: String {
    switch self {
    case .draft: "Draft"
    case .submitted: "Submitted"
    case .returned: "Returned"
    case .verified: "Verified"
    case .rejected: "Rejected"
    case .suspended: "Suspended"
    case .blacklisted: "Blacklisted"
    case .lapsed: "Lapsed"
    }
  }
}

extension ProductState {
  var english: String {
    switch self {
    case .draft: "Draft"
    case .inCuration: "In curation"
    case .listed: "Listed"
    case .delisted: "Delisted"
    }
  }
}

extension Role {
  var english: String {
    switch self {
    case .budgetOwner: "Budget owner"
    case .commitmentOfficer: "Commitment officer"
    case .technicalOfficer: "Technical officer"
    case .procurementOfficer: "Procurement officer"
    case .treasurer: "Treasurer"
    case .financeVerifier: "Finance verifier"
    case .goodsKeeper: "Goods keeper"
    case .auditor: "Auditor"
    case .vendorOwner: "Business owner"
    case .vendorStaff: "Vendor staff"
    case .verifier: "Verifier"
    case .tenantAdmin: "Province administrator"
    case .ruleApprover: "Rule approver"
    case .centralAdmin: "Central administrator"
    case .public: "Public"
    }
  }
}
