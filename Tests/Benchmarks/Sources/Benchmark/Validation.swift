import Concord

/// Time entries under the default rules.
enum Validation {
    /// The rules that always hold, with nothing at hand beside the entry.
    static let validator = (try? LocalDate("2026-12-31"))
        .map { Rulebook.validation.validator(for: TimeEntry.self, in: Circumstances(today: $0)) }

    /// Whether nothing is found in an entry.
    static func passes(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        validator?.verdict(on: Draft(json: line)).findings.isEmpty == true
    }
}
