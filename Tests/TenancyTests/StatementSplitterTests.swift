import Testing

@testable import Tenancy

/// A migration is cut at the semicolons that end statements, and nowhere else.
@Suite struct StatementSplitterTests {
  @Test(arguments: [
    ("SELECT 1; SELECT 2;", ["SELECT 1", "SELECT 2"]),
    ("  SELECT 1  ", ["SELECT 1"]),
    ("", []), (";;\n;", []), ("-- only a comment; with a semicolon\n", []),
    ("SELECT ';'; SELECT 'it''s; so'", ["SELECT ';'", "SELECT 'it''s; so'"]),
    ("SELECT \"a;b\"", ["SELECT \"a;b\""]),
    ("SELECT 1 -- one; two\n, 2", ["SELECT 1 \n, 2"]),
    ("DO $$ BEGIN PERFORM 1; END $$; SELECT 2", ["DO $$ BEGIN PERFORM 1; END $$", "SELECT 2"]),
    ("DO $a$ BEGIN PERFORM '$$;'; END $a$", ["DO $a$ BEGIN PERFORM '$$;'; END $a$"]),
    ("SELECT $1; SELECT 2", ["SELECT $1", "SELECT 2"]),
    ("SELECT '--;'; SELECT 2", ["SELECT '--;'", "SELECT 2"]),
  ])
  func splits(_ text: String, _ statements: [String]) {
    #expect(StatementSplitter.split(text) == statements)
  }
}
