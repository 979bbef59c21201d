import ConcordAdapters

/// Why a command cannot go on, in words for the person who called it.
struct CommandFailure: Error, Sendable, Hashable {
    /// What the command tells the shell.
    let status: ExitStatus

    /// What is wrong and what to do, without a full stop's worth of preamble.
    let message: String

    /// A failure.
    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}

extension CommandFailure {
    /// What a door could not do.
    init(_ failure: AdapterFailure) {
        let status: ExitStatus =
            switch failure.failureClass {
            case .transient, .locked, .rateLimited, .unknown, .cancelled: .inputOutput
            case .policy, .validation, .mapping: .data
            }
        self.init(status, failure.description)
    }
}
