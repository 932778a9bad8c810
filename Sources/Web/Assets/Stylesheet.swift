/// The one style sheet of the service, made of its parts in their order.
enum Stylesheet {
  /// The CSS, served as `/assets/site.css`. The province's colours follow in a sheet of their own.
  static let css = [
    tokens, Styles.foundation, Styles.frame, Styles.controls, Styles.fields, Styles.tables, Styles.pieces,
    Styles.arrangement, Styles.pages, Styles.print,
  ].joined()

  private static let tokens = """
    :root{color-scheme:light dark;\(Palette.light.declarations)\(measures)}
    @media (prefers-color-scheme:dark){:root{\(Palette.dark.declarations)}}
    """

  /// Spaces are steps of a quarter rem; `reading` is the longest comfortable line.
  private static let measures = """
    --step-1:.25rem;--step-2:.5rem;--step-3:.75rem;--step-4:1rem;--step-6:1.5rem;--step-8:2rem;--step-12:3rem;\
    --reading:68ch;--wide:74rem;--corner:.5rem;--pill:99rem;\
    --sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;\
    --serif:"Iowan Old Style","Source Serif 4","Noto Serif",Georgia,"Liberation Serif",serif;\
    --mono:ui-monospace,"SF Mono","Cascadia Mono","Noto Sans Mono","Liberation Mono",monospace;
    """
}

/// The parts of the style sheet, a file for each subject.
enum Styles {}
