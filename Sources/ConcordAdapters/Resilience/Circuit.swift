import ConcordValues

/// What a circuit breaker knows: the last outcomes, and until when the system is left alone.
struct Circuit {
    /// Whether a call is made.
    enum Admission {
        /// It is made; the number says to which stretch of time its outcome belongs.
        case admitted(Int)
        /// It is not made, and will not be for so long.
        case refused(Duration)
    }

    /// What a call says of the system.
    enum Outcome {
        case answered
        case failed
        case nothing
    }

    private(set) var state = CircuitState.closed
    private var generation = 0
    private var outcomes: [Bool] = []
    private var place = 0
    private var failures = 0
    private var openUntil: Instant?
    private var isTrying = false

    mutating func admit(at now: Instant, _ settings: CircuitSettings) -> Admission {
        if state == .open, let openUntil {
            let wait = now.duration(to: openUntil)
            if wait > .zero { return .refused(wait) }
            enter(.halfOpen)
        }
        guard state == .halfOpen else { return .admitted(generation) }
        // The one try decides; whoever comes meanwhile comes back a little later.
        if isTrying { return .refused(min(settings.pause, .seconds(1))) }
        isTrying = true
        return .admitted(generation)
    }

    mutating func settle(_ outcome: Outcome, of call: Int, at now: Instant, _ settings: CircuitSettings) {
        // A call that began before the breaker opened says nothing about the time since.
        guard call == generation else { return }
        if state == .halfOpen {
            isTrying = false
            switch outcome {
            case .answered: enter(.closed)
            case .failed: open(at: now, settings)
            case .nothing: break
            }
            return
        }
        guard outcome != .nothing else { return }
        note(outcome == .failed, window: settings.window)
        if outcomes.count >= settings.minimumCalls, failures * 100 >= outcomes.count * settings.failurePercentage {
            open(at: now, settings)
        }
    }

    private mutating func note(_ failed: Bool, window: Int) {
        if outcomes.count < window {
            outcomes.append(failed)
        } else {
            if outcomes[place] { failures -= 1 }
            outcomes[place] = failed
            place = (place + 1) % window
        }
        if failed { failures += 1 }
    }

    private mutating func open(at now: Instant, _ settings: CircuitSettings) {
        enter(.open)
        openUntil = now.advanced(by: settings.pause)
    }

    private mutating func enter(_ next: CircuitState) {
        state = next
        generation += 1
        outcomes.removeAll(keepingCapacity: true)
        place = 0
        failures = 0
        openUntil = nil
        isTrying = false
    }
}
