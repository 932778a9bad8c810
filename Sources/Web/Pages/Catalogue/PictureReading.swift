import Procurement
import Tenancy

/// A picture of the catalogue.
struct PictureReading {
  private let page: PageCall

  init(_ page: PageCall) { self.page = page }

  func callAsFunction() async throws -> PageReply {
    guard let read = ReadPicture(page.call.parameters["hash"] ?? "") else { throw Problem.notFound }
    let visit = try page.call.visit
    let (picture, isPublic) = try await page.call.withTenant { try await read(visit, $0) }
    return PageReply(content: .picture(picture, isPublic: isPublic))
  }
}
