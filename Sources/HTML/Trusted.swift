/// HTML that was rendered before and is put in as it is.
///
/// Only rendering makes one, so no text of a user can become HTML through it.
package struct Trusted: Markup, Equatable {
  private let bytes: [UInt8]

  /// Renders once what many pages show.
  package init(rendering markup: some Markup) { bytes = markup.rendered(capacity: 1024) }

  package func write(into buffer: inout MarkupBuffer) { buffer.append(trusted: bytes) }
}
