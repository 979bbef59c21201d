public import ConcordValues

/// One number that a meter found.
public struct BusinessReading: Sendable, Hashable {
    /// A number, exact where it is money.
    public enum Value: Sendable, Hashable {
        /// How long.
        case duration(Duration)
        /// How many.
        case count(Int)
        /// How much.
        case amount(ExactDecimal)
        /// How many of how many.
        case share(Int, of: Int)
    }

    /// What was measured.
    public let measure: TelemetryMeasure

    /// The series.
    public let labels: [TelemetryLabel]

    /// The number.
    public let value: Value

    /// A reading.
    ///
    /// - Parameters:
    ///   - measure: What was measured.
    ///   - labels: The series.
    ///   - value: The number.
    public init(_ measure: TelemetryMeasure, _ labels: [TelemetryLabel] = [], _ value: Value) {
        self.measure = measure
        self.labels = labels
        self.value = value
    }
}

extension BusinessReading: CustomStringConvertible {
    /// `concord.business.time.unbilled.amount{currency=EUR} 1280.00`.
    public var description: String {
        let series = labels.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
        let number =
            switch value {
            case .duration(let duration): duration.exactText
            case .count(let count): "\(count)"
            case .amount(let amount): "\(amount)"
            case .share(let part, let whole): "\(part) of \(whole)"
            }
        return measure.name + (series.isEmpty ? "" : "{\(series)}") + " \(number)"
    }
}
