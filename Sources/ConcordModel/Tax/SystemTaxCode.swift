public import ConcordSchema
public import ConcordValues

/// The code that one system has for a tax treatment.
public struct SystemTaxCode: Record {
    /// The system whose code it is.
    public var system: SystemID

    /// The code, as the system writes it.
    public var code: String

    /// The code in words.
    public var display: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A system's tax code.
    ///
    /// - Parameters:
    ///   - system: The system whose code it is.
    ///   - code: The code, as the system writes it.
    ///   - configure: Sets what else is known.
    public init(_ system: SystemID, _ code: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.system = system
        self.code = code
        configure(&self)
    }

    /// The declaration of a system's tax code.
    public static let schema = RecordSchema(
        "system-tax-code",
        "The code that one system has for a tax treatment.",
        blank: SystemTaxCode(.placeholder, "")
    ) {
        Field("system", \.system, "The system whose code it is.")
        Field("code", \.code, "The code, as the system writes it.")
        Field("display", \.display, "The code in words.")
    }
}
