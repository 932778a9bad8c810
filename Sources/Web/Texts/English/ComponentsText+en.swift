extension ComponentsText {
  var english: String {
    switch self {
    case .title: "All pieces of the pages"
    case .lead: "Every page is made of the pieces below. Only development installations have this page."
    case .type: "Type"
    case .heading: "Heading of a section"
    case .reading:
      "Short sentences in everyday words. Lines are no longer than is comfortable to read, and digits are of one width."
    case .states: "States"
    case .notices: "Messages"
    case .buttons: "Buttons"
    case .form: "Fields"
    case .tables: "Tables and sums"
    case .chart: "Chart"
    case .story: "History"
    case .emptiness: "Empty list"
    case .name: "Name of the business"
    case .hint: "As on the business number."
    case .problem: "The business needs a name."
    case .note: "Note"
    case .size: "Size of the business"
    case .micro: "Micro"
    case .small: "Small"
    case .agree: "The above is true"
    case .photo: "Photo of the goods"
    case .spent: "Spending by unit"
    case .unit: "Unit"
    case .firstUnit: "Department of Education"
    case .secondUnit: "Department of Health"
    case .thirdUnit: "Secretariat"
    case .ordered: "Ordered"
    case .delivered: "Delivered"
    case .paid: "Paid"
    case .emptyTitle: "No orders yet"
    case .emptyAdvice: "Orders appear here once the first need has been noted."
    }
  }
}
