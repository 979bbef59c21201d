/// A bar on a terminal that says how far a command has come; nothing elsewhere, and nothing where there is little to do.
final class Progress {
    /// Below this many bytes nobody has to wait.
    static let leastSize = 8 << 20
    /// Where the size is not known, the bar comes after so many seconds.
    static let patience = 2.0

    private let output: Output
    private let uptime: () -> Double
    private let total: Int?
    private let begin: Double
    private var drawn: Double?

    /// The bytes that were read so far.
    private var done = 0

    /// A bar that is not shown yet.
    ///
    /// - Parameters:
    ///   - output: Where people look.
    ///   - total: How many bytes there are, if that is known.
    ///   - uptime: Seconds on a clock that only goes forward.
    init(on output: Output, total: Int?, uptime: @escaping () -> Double) {
        self.output = output
        self.total = total
        self.uptime = uptime
        begin = output.isTerminal ? uptime() : 0
    }

    /// Counts bytes that were read.
    func advance(by count: Int) throws {
        done += count
        guard output.isTerminal else { return }
        if let total, total < Self.leastSize { return }
        let now = uptime()
        if total == nil, now - begin < Self.patience { return }
        if let drawn, now - drawn < 0.1 { return }
        drawn = now
        try output.write("\r\(line(seconds: now - begin))\u{1B}[K")
    }

    /// Takes the bar away, so that something else can be written.
    func hide() throws {
        guard drawn != nil else { return }
        drawn = nil
        try output.write("\r\u{1B}[K")
    }

    private func line(seconds: Double) -> String {
        let megabytes = done >> 20
        let speed = seconds > 0.2 ? ", \(Int(Double(megabytes) / seconds)) MiB/s" : ""
        guard let total, total > 0 else { return "\(megabytes) MiB\(speed)" }
        let share = min(Double(done) / Double(total), 1)
        let width = min(max(output.columns - 44, 10), 40)
        let filled = Int(share * Double(width))
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        return "[\(bar)] \(Int(share * 100)) %  \(megabytes) of \(total >> 20) MiB\(speed)"
    }
}
