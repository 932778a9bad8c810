extension RuleKey {
  static let identityKeys: [RuleKey] = [
    .setting(
      "schema", .integer(1...1), nil, required: true, direction: .fixed, legal: "Perpres 95/2018",
      "The version of the file's form."),
    .setting(
      "tenant.slug", .formatted(.slug), nil, required: true, direction: .fixed,
      legal: "Perpres 95/2018; PP 71/2019",
      "The province's name in hosts, database roles and schemas; never changes."),
    .setting(
      "tenant.code", .formatted(.province), nil, required: true, direction: .fixed,
      legal: "Kepmendagri 300.2.2-2430/2025", "The province's region code, in quotation marks."),
    .setting(
      "tenant.name", .text(maximum: 200), nil, required: true, direction: .fixed,
      legal: "UU 23/2014",
      "The province's name for people."),
    .setting(
      "version", .formatted(.version), nil, required: true, legal: "UU 12/2011; UU 30/2014",
      "The version of these rules."),
    .setting(
      "effective_from", .formatted(.day), nil, required: true, legal: "UU 12/2011 Art. 87",
      "The day from which this version holds."),
    .setting(
      "legal",
      .list(
        of: .record([
          .required("ref", .text(maximum: 300)), .optional("article", .text(maximum: 100)),
        ]), atLeast: 1), nil, required: true,
      legal: "UU 30/2014 Art. 8 and 9",
      "The regulations that this version rests on; at least one."),
    .setting(
      "locale.timezone", .text(maximum: 60), nil, required: true, legal: "Keppres 41/1987",
      "The zone in which days begin and deadlines fall, one of the national rules."),
    .setting(
      "languages", .set(of: ["id", "en"], atLeast: 1), ["id", "en"], legal: "UU 24/2009 Art. 26-28",
      "The languages of the pages."),
    .setting(
      "calendar.holidays",
      .list(
        of: .single(
          .formatted(.day),
          or: .record([.required("day", .formatted(.day)), .required("name", .text(maximum: 200))])),
        atLeast: 0),
      [], legal: "Keppres 251/1967; joint decree of the three ministers of each year",
      "Days without work besides the weekends and the national holidays."),
    .setting(
      "workday.hours", .formatted(.workHours), "07:30-16:00",
      legal: "Perpres 21/2023",
      "The office hours; deadlines in working days fall at their end."),
    .setting(
      "workday.variants",
      .list(
        of: .record([
          .required("hours", .formatted(.workHours)),
          .optional("weekdays", .set(of: Weekday.allCases.map(\.name), atLeast: 1)),
          .optional("from", .formatted(.day)), .optional("to", .formatted(.day)),
        ]), atLeast: 0),
      [], legal: "Perpres 21/2023",
      "Other office hours on some weekdays or between some days; of those that apply the last counts."),
  ]
}
