/// The little colour that there is: for terminals whose owner did not ask for none.
struct Style {
    /// Whether there is any.
    let isColoured: Bool

    /// A heading.
    func strong(_ text: String) -> String { wrapped(text, "1") }

    /// What is less important than the rest.
    func faint(_ text: String) -> String { wrapped(text, "2") }

    /// What was refused or taken away.
    func bad(_ text: String) -> String { wrapped(text, "31") }

    /// What came new.
    func good(_ text: String) -> String { wrapped(text, "32") }

    /// What somebody should look at.
    func noteworthy(_ text: String) -> String { wrapped(text, "33") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
