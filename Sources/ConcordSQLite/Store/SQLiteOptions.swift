#if SQLite
/// How a store in a file works.
public struct SQLiteOptions: Sendable, Hashable {
    /// What lasts when the machine loses its power.
    public enum Durability: String, Sendable, Hashable, CaseIterable {
        /// Every commit that returned: the disk is waited for at each (`synchronous=FULL`).
        case full
        /// All but the last commits, which are lost whole and never in part (`synchronous=NORMAL`).
        ///
        /// A crash of the process loses nothing. Commits are faster; what they took from sources is read once more,
        /// because the cursors go back with them. What was sent meanwhile is sent again under its key: use it only with
        /// targets that know keys for long enough.
        case normal
    }

    /// What lasts when the machine loses its power.
    public var durability: Durability

    /// How long somebody waits who finds the file locked by another process.
    public var busyTimeout: Duration

    /// How many may read at once.
    public var readers: Int

    /// How many bytes of the file each connection keeps in memory; there is one for each reader, and one that writes.
    public var cacheBytes: Int

    /// How a store works.
    ///
    /// - Parameters:
    ///   - durability: What lasts when the machine loses its power.
    ///   - busyTimeout: How long somebody waits who finds the file locked by another process.
    ///   - readers: How many may read at once; at least 1.
    ///   - cacheBytes: How many bytes of the file each connection keeps in memory.
    public init(
        durability: Durability = .full,
        busyTimeout: Duration = .seconds(5),
        readers: Int = 4,
        cacheBytes: Int = 16 << 20
    ) {
        self.durability = durability
        self.busyTimeout = busyTimeout
        self.readers = readers
        self.cacheBytes = cacheBytes
    }
}
#endif
