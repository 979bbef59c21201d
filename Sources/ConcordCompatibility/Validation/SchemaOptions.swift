/// How keywords are taken on which schemas and registries differ.
public struct SchemaOptions: Sendable, Hashable {
    /// Whether `format` refuses values; the standard leaves it open (JSON Schema Validation §7.2).
    public var assertsFormats: Bool

    /// Whether `contentEncoding` and `contentMediaType` refuse values; the standard says no, some registries say yes.
    public var assertsContent: Bool

    /// How many steps a question may take before the answer is *unknown*.
    public var fuel: Int

    /// Options.
    ///
    /// - Parameters:
    ///   - assertsFormats: Whether `format` refuses values.
    ///   - assertsContent: Whether `contentEncoding` and `contentMediaType` refuse values.
    ///   - fuel: How many steps a question may take.
    public init(assertsFormats: Bool = true, assertsContent: Bool = false, fuel: Int = 400_000) {
        self.assertsFormats = assertsFormats
        self.assertsContent = assertsContent
        self.fuel = fuel
    }
}
