import EOrderRules
import Foundation
import HTTPTypes
import Hummingbird
import StrictJSON
import Testing

@testable import Web

@Suite struct LanguageTests {
  @Test(
    arguments: [
      (nil, "id"), ("en", "en"), ("en-GB,id;q=0.5", "en"), ("id;q=0.9,en;q=0.4", "id"), ("fr", "id"),
      ("fr,en;q=0.3", "en"), ("en;q=0", "id"), ("EN", "en"), (";;;,,", "id"),
    ] as [(String?, String)])
  func isTakenFromAcceptLanguage(header: String?, expected: String) {
    #expect(Language.preferred(header).rawValue == expected)
  }
}

@Suite struct QueryReaderTests {
  private let parameters: [ShapeField] = [
    .optional("limit", .integer(min: 1, max: 100)), .optional("q", .text(max: 20)),
    .optional("dryRun", .boolean),
  ]

  @Test func decodesAndTypesValues() {
    let reader = QueryReader("limit=20&q=nasi+kotak%20ayam&dryRun=true", parameters)
    #expect(reader.errors.isEmpty)
    #expect(reader.value["limit"] == 20)
    #expect(reader.value["q"] == "nasi kotak ayam")
    #expect(reader.value["dryRun"] == true)
  }

  @Test(arguments: [
    ("limit=0", "/query/limit", "too_small"), ("limit=101", "/query/limit", "too_large"),
    ("limit=x", "/query/limit", "wrong_type"), ("limit=1.5", "/query/limit", "not_integer"),
    ("nope=1", "/query/nope", "unknown"), ("limit=1&limit=2", "/query/limit", "bad_format"),
    ("q=%FF", "/query/q", "bad_format"), ("a%2Fb=1", "/query/a~1b", "unknown"),
  ])
  func namesWhatIsWrong(query: String, pointer: String, code: String) {
    let errors = QueryReader(query, parameters).errors
    #expect(errors.map(\.pointer) == [pointer])
    #expect(errors.map(\.code.text) == [code])
  }
}

@Suite struct MultipartFormTests {
  private func form(_ parts: String, boundary: String = "xyz") throws -> MultipartForm {
    try MultipartForm(Array(parts.utf8), contentType: "multipart/form-data; boundary=\(boundary)")
  }

  @Test func readsTextsAndFilesByteForByte() throws {
    let form = try form(
      "--xyz\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nnib\r\n--xyz\r\n"
        + "Content-Disposition: form-data; name=\"file\"; filename=\"../x\"\r\nContent-Type: application/pdf\r\n\r\n"
        + "%PDF-\r\n--xy\r\n\r\n--xyz--\r\n")
    #expect(form.texts == ["kind": "nib"])
    #expect(form.files["file"] == Array("%PDF-\r\n--xy\r\n".utf8))
  }

  @Test(arguments: [
    "", "--xyz", "--xyz\r\n", "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb",
    "--xyz\r\nno head\r\n--xyz--", "--abc\r\n\r\n--abc--",
    "--xyz\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--xyz\r\n"
      + "Content-Disposition: form-data; name=\"a\"\r\n\r\n2\r\n--xyz--",
  ])
  func refusesWhatIsBroken(body: String) {
    #expect(throws: Problem.self) { try form(body) }
  }

  @Test(arguments: [
    "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"",
    "content-disposition:form-data;name=\"file\";filename=a.pdf",
    "Content-Disposition: Form-Data ; name=file; filename*=UTF-8''a%20b.pdf",
    "Content-Type: application/pdf\r\nContent-Disposition: form-data; "
      + "filename=\"a; name=\\\"x\\\".pdf\"; name=\"file\"",
  ])
  func readsDispositionsOfFiles(head: String) throws {
    let form = try form("--xyz\r\n\(head)\r\n\r\n%PDF\r\n--xyz--\r\n")
    #expect(form.files == ["file": Array("%PDF".utf8)] && form.texts.isEmpty)
  }

  @Test(arguments: [
    "Content-Disposition: form-data", "Content-Disposition: attachment; name=\"file\"", "X: y",
    "Content-Disposition: form-data; name",
  ])
  func refusesPartsWithoutName(head: String) {
    #expect(throws: Problem.self) { try form("--xyz\r\n\(head)\r\n\r\n%PDF\r\n--xyz--\r\n") }
  }

  @Test(arguments: [
    "multipart/form-data; Boundary=xyz", "Multipart/Form-Data;BOUNDARY=\"xyz\"",
    "multipart/form-data; charset=utf-8; boundary=xyz",
  ])
  func findsTheBoundaryHoweverItIsSpelled(type: String) throws {
    let body = "--xyz\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nnib\r\n--xyz--\r\n"
    #expect(try MultipartForm(Array(body.utf8), contentType: type).texts == ["kind": "nib"])
  }

  @Test func refusesOtherTypes() {
    #expect(throws: Problem.self) { try MultipartForm([], contentType: "application/json") }
    #expect(throws: Problem.self) { try MultipartForm([], contentType: "multipart/form-data") }
  }
}

@Suite struct UploadReadingTests {
  /// What reading an upload comes to: errors by pointer, or the status of the problem.
  private func read(_ parts: [(head: String, content: String)]) async throws -> (
    errors: [FieldError], status: Int
  ) {
    let body = parts.map { "--xyz\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.content)\r\n" }
    let head = HTTPRequest(
      method: .post, scheme: "https", authority: "a", path: "/",
      headerFields: [.contentType: "multipart/form-data; boundary=xyz"])
    let request = Request(
      head: head, body: .init(buffer: ByteBuffer(string: body.joined() + "--xyz--\r\n")))
    do {
      return (try await BodyReader(request, .upload(kinds: ["nib"])).errors, 200)
    } catch let problem as Problem {
      return ([], problem.status)
    }
  }

  private let pdf = "%PDF-1.4\n%%EOF\n"

  @Test func whatTheFileIsGoesBeforeItsKind() async throws {
    #expect(try await read([("name=\"file\"; filename=a", "MZ")]).status == 415)
    #expect(try await read([("name=\"kind\"", "x"), ("name=\"file\"; filename=a", "MZ")]).status == 415)
    let large = "%PDF-" + String(repeating: " ", count: 10 << 20) + "%%EOF"
    #expect(try await read([("name=\"kind\"", "x"), ("name=\"file\"; filename=a", large)]).status == 413)
    let kind = try await read([("name=\"kind\"", "x"), ("name=\"file\"; filename=a", pdf)])
    #expect(kind.errors.map(\.pointer) == ["/kind"])
  }

  @Test func unknownMembersAreToldUpToTwenty() async throws {
    let parts = (0..<50).map { (head: "name=\"x/\($0)~\"", content: "1") }
    let errors = try await read(
      parts + [("name=\"kind\"", "nib"), ("name=\"file\"; filename=a", pdf)]
    ).errors
    #expect(errors.count == 20 && errors[0].pointer == "/x~10~0")
  }
}

@Suite struct NarrowedRouteTests {
  @Test func aParameterMayBeForSomeOnly() throws {
    let route = try #require(APIRoutes.tenant.first { $0.name == "readVendor" })
    func roles(_ query: String?) -> Set<Role> {
      guard case .roles(let roles) = route.narrowed(by: query).access else { return [] }
      return roles
    }
    #expect(roles(nil).contains(.auditor) && roles("limit=1").contains(.auditor))
    for query in ["unmask=x", "unmask=", "unmask", "a=b&unmask=x", "%75nmask=x"] {
      #expect(roles(query) == [.verifier, .treasurer])
    }
  }

  @Test func objectsOfOpenRoutesAreLookedForFirst() {
    for name in ["acceptInvitation", "readProduct", "readBudgetLine", "endSession", "readVendorDocument"] {
      #expect(APIRoutes.tenant.first { $0.name == name }?.openSubject != nil)
    }
  }
}

@Suite struct RouteTableTests {
  private func route(_ method: String, _ path: String) -> Route {
    Route(.tenant, .init(method)!, path, name: path, access: .anyone, answer: .empty) { _ in
      throw Problem.notFound
    }
  }

  @Test func findsRoutesByMethodAndPath() throws {
    let table = RouteTable([
      route("GET", "/orders"), route("POST", "/orders"), route("POST", "/orders/preview"),
      route("GET", "/orders/{id}"), route("POST", "/orders/{id}/issue"),
    ])
    guard case .route(let found, let parameters) = table.match(.get, "/orders/a%20b") else {
      Issue.record("no route")
      return
    }
    #expect(found.path == "/orders/{id}")
    #expect(parameters == ["id": "a b"])
    guard case .route(let preview, _) = table.match(.post, "/orders/preview") else {
      Issue.record("no route")
      return
    }
    #expect(preview.path == "/orders/preview")
    guard case .wrongMethod(let methods) = table.match(.delete, "/orders") else {
      Issue.record("expected 405")
      return
    }
    #expect(Set(methods) == ["GET", "POST"])
    for path in ["/order", "/orders/", "/orders//issue", "/orders/1/issue/2", "/orders/%FF"] {
      guard case .none = table.match(.get, Substring(path)) else {
        Issue.record("expected no route for \(path)")
        continue
      }
    }
  }

  @Test func everyOperationOfTheAPIHasANameOfItsOwn() {
    for routes in [APIRoutes.tenant, APIRoutes.admin(clockIsAdjustable: true)] {
      let names = routes.map(\.name)
      #expect(Set(names).count == names.count)
    }
  }
}

@Suite struct OpenAPITests {
  @Test func namesEachShapeOnce() {
    for routes in [APIRoutes.tenant, APIRoutes.admin(clockIsAdjustable: true)] {
      var catalogue = ComponentCatalogue()
      for route in routes { for shape in route.shapes { catalogue.add(shape) } }
      #expect(catalogue.conflicts.isEmpty, "two shapes of one name: \(catalogue.conflicts)")
    }
  }

  @Test func describesEveryRoute() {
    let document = OpenAPI(title: "t", APIRoutes.tenant).document
    for route in APIRoutes.tenant {
      #expect(document["paths"]?[route.path]?[route.method.rawValue.lowercased()] != nil)
    }
  }
}
