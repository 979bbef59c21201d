import ConcordConfiguration

/// What was tried and what came of it, in the XML of JUnit, which build servers read.
struct JUnitReport {
    /// What came of one case.
    enum Outcome {
        case passed
        /// Why it failed, one reason each.
        case failed([Failure])
        /// Why nobody can say.
        case skipped(String)
    }

    /// Why a case failed.
    struct Failure {
        /// What kind of failure it is: `schema.changed`.
        var kind: String?
        /// The reason in a few words.
        var message: String?
        /// What a person needs to see.
        var detail = ""
    }

    /// The suite's name: the command.
    let name: String

    private var cases: [(folder: String, name: String, outcome: Outcome)] = []

    /// A report without cases.
    init(_ name: String) {
        self.name = name
    }

    /// Adds a case.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - folder: What build servers group cases by: `schema`.
    ///   - outcome: What came of it.
    mutating func add(_ name: String, in folder: String, _ outcome: Outcome) {
        cases.append((folder, name, outcome))
    }

    /// The document.
    var xml: String {
        let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
        let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
        var page = PageText()
        page.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"")
        page.text(name)
        page.raw("\" tests=\"\(cases.count)\" failures=\"\(failures)\" skipped=\"\(skipped)\">\n")
        for (folder, name, outcome) in cases {
            page.raw("  <testcase\(Self.attribute("classname", folder))\(Self.attribute("name", name))>")
            switch outcome {
            case .passed: break
            case .skipped(let reason): page.raw("<skipped\(Self.attribute("message", reason))/>")
            case .failed(let failures):
                for failure in failures {
                    let message = Self.attribute("message", failure.message)
                    page.raw("<failure\(Self.attribute("type", failure.kind))\(message)>")
                    page.text(failure.detail)
                    page.raw("</failure>")
                }
            }
            page.raw("</testcase>\n")
        }
        page.raw("</testsuite>\n")
        return page.html
    }

    private static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(MarkupText.escaped($0))\"" } ?? ""
    }
}
