extension RuleKey {
  static let publicationKeys: [RuleKey] = [
    .setting(
      "publish.ocds_prefix", .formatted(.ocdsPrefix), "ocds-000000", legal: "UU 14/2008; Perki 1/2021",
      "The prefix of open-contracting ids."),
    .setting(
      "publish.delay_hours", .integer(0...720), 1, legal: "UU 14/2008; Perki 1/2021",
      "Hours until an event is published."),
    .setting(
      "publish.mask", .set(of: ["nik", "phone", "account", "email", "address"], atLeast: 3),
      ["nik", "phone", "account"], direction: .stricterHigher, legal: "UU 27/2022",
      "What is never published; nik, phone and account always."),
    .setting(
      "retention.years", .integer(10...Int64.max), 10, direction: .stricterHigher,
      legal: "UU 8/1997 Art. 11; UU KUP Art. 28(11)",
      "How many years records are kept."),
    .setting(
      "portability.accept_from", .list(of: .formatted(.slug), atLeast: 0), [],
      legal: "UU 27/2022 Art. 13",
      "Provinces whose verified vendors are taken over."),
    .setting(
      "export.schedule", .formatted(.schedule), "monthly",
      legal: "UU 43/2009; PP 71/2019",
      "When everything is exported; the five fields of cron are minute, hour, day, month and weekday."),
  ]

  static let appearanceKeys: [RuleKey] = [
    .setting(
      "brand.name", .text(maximum: 100), nil, legal: "Perpres 95/2018",
      "What the service is called in this province."),
    .setting(
      "brand.office", .text(maximum: 200), nil, legal: "Perpres 95/2018",
      "The office that runs it."),
    .setting(
      "brand.primary", .formatted(.colour), "#0B5CAD", legal: "Perpres 95/2018",
      "The colour of the pages, in quotation marks."),
    .setting(
      "brand.accent", .formatted(.colour), "#B45309", legal: "Perpres 95/2018",
      "The second colour, in quotation marks."),
    .setting(
      "brand.seal", .formatted(.drawing), nil, legal: "Perpres 95/2018",
      "The emblem of one colour in the head of the pages; initials stand in for it."),
    .setting(
      "notify.channels", .set(of: ["page", "email"], atLeast: 1), ["page", "email"],
      legal: "UU 1/2024; PP 71/2019",
      "How people are told of what concerns them."),
  ]
}
