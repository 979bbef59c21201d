public import ConcordConfiguration

/// What one document says about ownership: part of a policy, with the places where it says so.
///
/// ```json
/// { "ownership": "halden-marsh-emea", "version": 2, "for": { "region": "EMEA" },
///   "systems": { "erp:ns-emea": "erp" },
///   "records": { "customer": { "rules": [
///     { "rule": "customer.billing@EMEA", "group": "billing", "region": "EMEA",
///       "grants": [ { "role": "erp", "may": "own", "approval": { "roles": ["finance"], "people": 2 } },
///                   { "role": "crm", "may": ["propose", "observe"] } ],
///       "because": "EMEA's terms are kept by its own finance team" } ] } } }
/// ```
///
/// A document is checked for its form when it is read. Whether its fields, groups and roles exist can be said only of the
/// policy that it becomes a part of; ``OwnershipAnalysis`` says it, with the places.
public struct OwnershipLayer: Sendable {
    /// What it says, as a policy: of a narrow document, only what differs.
    public let policy: OwnershipPolicy

    /// Where it says so.
    public let places: OwnershipPlaces

    /// A layer.
    public init(_ policy: OwnershipPolicy, places: OwnershipPlaces = OwnershipPlaces()) {
        self.policy = policy
        self.places = places
    }

    /// The layer with another one laid over it, places and all.
    public func overlaid(with other: OwnershipLayer) -> OwnershipLayer {
        OwnershipLayer(policy.overlaid(with: other.policy), places: places.overlaid(with: other.places))
    }
}

/// Where the statements of a policy stand in files.
///
/// A statement is named by the members that lead to it: `["records", "customer", "rules", "customer.billing"]`.
public struct OwnershipPlaces: Sendable, Hashable {
    private var places: [[String]: ConfigurationPlace] = [:]

    /// No places, as of a policy that was made in code.
    public init() {}

    /// The place of a statement.
    public subscript(statement: [String]) -> ConfigurationPlace? {
        get { places[statement] }
        set { places[statement] = newValue }
    }

    /// The place of a statement, or of the nearest one around it that has one.
    public func nearest(_ statement: [String]) -> ConfigurationPlace? {
        var statement = statement
        while !statement.isEmpty {
            if let place = places[statement] { return place }
            statement.removeLast()
        }
        return nil
    }

    /// The places with those of a policy that was laid over this one.
    func overlaid(with other: Self) -> Self {
        var result = self
        // What is inside a statement that was replaced is not there any more.
        let replaced = other.places.keys.filter { Self.isReplacedWhole($0) }
        if !replaced.isEmpty {
            let heads = Set(replaced)
            result.places = places.filter { key, _ in !heads.contains(Array(key.prefix(4))) }
        }
        result.places.merge(other.places) { $1 }
        return result
    }

    private static func isReplacedWhole(_ statement: [String]) -> Bool {
        statement.count == 4 && statement[0] == "records"
    }
}
