/// The vendors' payloads that the demonstration reads.
struct DemoFixtures {
    /// The answer to a query of accounts.
    let accounts: [UInt8]
    /// The answer to a query of opportunities.
    let opportunities: [UInt8]
    /// The answer to a query of timecards.
    let timecards: [UInt8]

    /// A business unit's overlay.
    let overlay: [UInt8]

    /// What systems said of one engagement, and people approved.
    let claims: [UInt8]

    /// Who owns what in the firm.
    let policy: [UInt8]

    /// A message of a service that knows an older version only.
    let message: [UInt8]

    /// The schemas of a booking, the oldest first.
    let bookings: [(name: String, bytes: [UInt8])]

    /// Where the files are, below the folder.
    static let names = [
        "salesforce/account-query.json",
        "salesforce/opportunity-query.json",
        "certinia/timecards.json",
        "overlays/halden-marsh-emea.json",
        "ownership/engagement.ndjson",
        "ownership/policy.json",
        "events/time-entry-1.json",
        "compatibility/booking-1.json",
        "compatibility/booking-2.json",
        "compatibility/booking-3.json",
    ]

    /// The payloads in a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder; the one of the package that the command was built from if nil.
    ///   - console: Opens the files.
    /// - Throws: A ``CommandFailure`` that says where they were looked for.
    init(in folder: String?, console: Console) throws {
        let folder = folder ?? Self.packageFolder
        func read(_ name: String) throws -> [UInt8] {
            do {
                return try console.input("\(folder)/\(name)").readAll()
            } catch let failure as CommandFailure where failure.status == .noInput {
                throw CommandFailure(
                    .noInput,
                    "\(failure.message)\nThe demonstration reads the payloads in the package's folder Fixtures; "
                        + "say where it is with --fixtures FOLDER."
                )
            }
        }
        accounts = try read(Self.names[0])
        opportunities = try read(Self.names[1])
        timecards = try read(Self.names[2])
        overlay = try read(Self.names[3])
        claims = try read(Self.names[4])
        policy = try read(Self.names[5])
        message = try read(Self.names[6])
        bookings = try Self.names[7...]
            .map { name in
                (name.split(separator: "/").last.map(String.init) ?? name, try read(name))
            }
    }

    /// `Fixtures` in the checkout that the command was compiled in.
    private static var packageFolder: String {
        // …/Sources/ConcordCommandLine/Demo/DemoFixtures.swift
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return (parts.dropLast(4) + ["Fixtures"]).joined(separator: "/")
    }
}
