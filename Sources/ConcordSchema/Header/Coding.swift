/// A code from a list that a firm or a standard keeps, with the words for it.
public struct Coding: Record {
    /// The list that the code is from: a URL, or a system and the name of its list.
    public var system: String?

    /// The code in that list.
    public var code: String

    /// The code in words.
    public var display: String?

    /// What the source wrote, where that was not the code itself.
    public var sourceText: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A code.
    ///
    /// - Parameters:
    ///   - code: The code in its list.
    ///   - system: The list that the code is from.
    ///   - display: The code in words.
    ///   - sourceText: What the source wrote, where that was not the code itself.
    public init(_ code: String, system: String? = nil, display: String? = nil, sourceText: String? = nil) {
        self.code = code
        self.system = system
        self.display = display
        self.sourceText = sourceText
    }

    /// The declaration of a code.
    public static let schema = RecordSchema(
        "coding",
        "A code from a list that a firm or a standard keeps, with the words for it.",
        blank: Coding("")
    ) {
        Field("system", \.system, "The list that the code is from: a URL, or a system and the name of its list.")
        Field("code", \.code, "The code in that list.")
        Field("display", \.display, "The code in words.")
        Field("sourceText", \.sourceText, "What the source wrote, where that was not the code itself.")
    }
}
