/// A word, a sign or a literal of a predicate.
struct PredicateToken: Sendable {
    enum Content: Sendable, Equatable {
        case end
        case word(String)
        case text(String)
        /// Digits, as they are written.
        case number(String)
        /// An operator or a bracket, also one that predicates do not have.
        case sign(String)
    }

    let content: Content

    /// Its first byte in the text, and the one after its last.
    let start: Int
    let end: Int

    /// The token as a message shows it.
    var found: String {
        switch content {
        case .end: "the end of the predicate"
        case .word(let word): Quotation.quoted(word)
        case .text(let text): "the text \(Quotation.cut(PredicateText.quoted(text)))"
        case .number(let digits): Quotation.cut(digits)
        case .sign(let sign): Quotation.quoted(sign)
        }
    }
}
