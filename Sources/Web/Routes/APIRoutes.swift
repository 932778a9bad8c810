/// Every operation of the API, one group a resource.
enum APIRoutes {
  /// What a province's host answers.
  static let tenant: [Route] =
    ProvinceRoutes.all + OfferRoutes.all + SessionRoutes.tenant + VendorRoutes.all + ProductRoutes.all
    + ReferenceRoutes.all
    + ImportRoutes.all + PackageRoutes.all + OrderRoutes.all + PeopleRoutes.all + AuditRoutes.all
    + NeedRoutes.all + CrossYearRoutes.all + RuleRoutes.all + NoticeRoutes.all + FlagRoutes.all
    + OfficeRoutes.all + AddressRoutes.all + MailRoutes.all + EventRoutes.all + ReportRoutes.all
    + OfficialReportRoutes.all + DebitAccountRoutes.all + BreakGlassRoutes.all

  /// What the host of central administration answers.
  /// - Parameter clockIsAdjustable: only a development installation whose clock was set has `/clock`.
  static func admin(clockIsAdjustable: Bool) -> [Route] {
    SessionRoutes.central + TenantRoutes.all + CentralBreakGlassRoutes.all
      + (clockIsAdjustable ? [ClockRoutes.advance] : [])
  }
}
