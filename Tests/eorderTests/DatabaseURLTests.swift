import Testing

@testable import eorder

@Suite struct DatabaseURLTests {
  @Test(arguments: [
    ("postgresql://", ""),
    ("postgresql:///d", "dbname=d"),
    ("postgres://u@/d", "dbname=d user=u"),
    ("postgresql://u:p%40%2F%3A@localhost:5433/d", "dbname=d host=localhost password=p@/: port=5433 user=u"),
    ("postgresql://u@/d?host=%2Fvar%2Frun&port=5432", "dbname=d host=/var/run port=5432 user=u"),
    ("postgresql://u@%2Fvar%2Frun:5433/d", "dbname=d host=/var/run port=5433 user=u"),
    ("postgresql://[::1]:5433/d", "dbname=d host=::1 port=5433"),
    (
      "postgresql://a:1,b/d?target_session_attrs=read-write",
      "dbname=d host=a,b port=1, sslmode=verify-full target_session_attrs=read-write"
    ),
    ("postgresql://[2001:db8::1],b:5/d", "dbname=d host=2001:db8::1,b port=,5 sslmode=verify-full"),
    ("postgresql://db/d?sslmode=disable", "dbname=d host=db sslmode=disable"),
    ("postgresql://localhost,db/d", "dbname=d host=localhost,db sslmode=verify-full"),
    (
      "postgresql://u:p@h/d%20e?sslmode=verify-ca&sslrootcert=/a%20b",
      "dbname=d e host=h password=p sslmode=verify-ca sslrootcert=/a b user=u"
    ),
  ])
  func formsOfURL(text: String, parameters: String) throws {
    let url = try DatabaseURL(text)
    #expect(url.keywords.map { "\($0.name)=\($0.value)" }.joined(separator: " ") == parameters)
    #expect(try DatabaseURL(url.text.revealed) == url)
  }

  @Test(arguments: [
    "", "host=a", "http://a", "postgresql://a:x/d", "postgresql://a:70000/d", "postgresql://a:0",
    "postgresql://a,b?port=1,2,3", "postgresql://[::1/d", "postgresql://[::1]x/d", "postgresql://u:%zz@h/d",
    "postgresql://u:%00@h/d", "postgresql://u:%ff@h/d", "postgresql://h/d?options=-c%20x",
    "postgresql://h/d?geheim=1", "postgresql://h/d?%=1", "postgresql://h/%4",
  ])
  func refused(text: String) {
    let error = #expect(throws: DatabaseURLError.self) { try DatabaseURL(text) }
    #expect(error?.reason.contains("geheim") == false)
  }

  @Test func thePasswordIsMasked() throws {
    let url = try DatabaseURL("postgresql://u:geheim@h/d")
    #expect(url.description == "postgresql://u:•••@/d?host=h&sslmode=verify-full")
    #expect(!String(reflecting: url).contains("geheim"))
  }

  @Test func anotherLoginAndDatabase() throws {
    let url = try DatabaseURL("postgresql://u:p@localhost/d").login(user: "v", password: Secret("q"))
    #expect(
      url.parameters["user"] == "v" && url.parameters["password"] == "q"
        && url.database("e").parameters["dbname"] == "e")
  }
}
