public import ConcordValues

/// The host's door to its crosswalk: which canonical id belongs to a vendor's id, and the other way round.
///
/// ## Implementation guidance
///
/// Answer from memory: mappings ask for every reference of every record. The same question must have the same answer for
/// as long as a run lasts, whatever the order of asking, or replaying a batch would give other ids.
public protocol IdentityCrosswalk: Sendable {
    /// The canonical id of a vendor's object.
    ///
    /// - Parameter key: The vendor's name for the object.
    /// - Returns: The id's text; nil if the object is not known.
    func canonicalID(of key: ExternalKey) -> String?

    /// The vendor's name for a canonical record.
    ///
    /// - Parameters:
    ///   - id: The canonical id's text.
    ///   - system: The configured instance.
    ///   - objectType: The vendor's type of object.
    /// - Returns: The name's value; nil if the record is not known there.
    func externalValue(of id: String, in system: SystemID, objectType: String) -> String?
}

/// A vendor's name for an object: which system, which type, which id.
public struct ExternalKey: Sendable, Hashable {
    /// The configured instance.
    public let system: SystemID

    /// The vendor's type of object.
    public let objectType: String

    /// The id, as the system writes it.
    public let value: String

    /// The hash of the id, worked out once: keys are looked up and compared far more often than made.
    private let digest: Int

    /// A vendor's name for an object.
    public init(system: SystemID, objectType: String, value: String) {
        self.system = system
        self.objectType = objectType
        self.value = value
        digest = value.hashValue
    }
}

extension ExternalKey {
    /// Whether both are the name of one object.
    public static func == (left: Self, right: Self) -> Bool {
        left.digest == right.digest && left.value == right.value && left.objectType == right.objectType
            && left.system == right.system
    }

    /// Hashes the id, which differs where keys do nearly always.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// The crosswalk that needs no store: a canonical id is made of the vendor's name, and can be taken apart again.
///
/// `salesforce:emea`, `Account`, `0015g00000XyzAbAAJ` become `salesforce:emea/Account/0015g00000XyzAbAAJ`. It is the
/// default for a first day and for tests; a firm whose systems share records needs one that knows which are the same.
public struct DerivedIdentities: IdentityCrosswalk {
    /// The crosswalk.
    public init() {}

    /// The three parts with slashes between them.
    public func canonicalID(of key: ExternalKey) -> String? {
        var system = key.system.text
        var objectType = key.objectType
        var value = key.value
        return system.withUTF8 { system in
            objectType.withUTF8 { objectType in
                value.withUTF8 { value in
                    String(unsafeUninitializedCapacity: system.count + objectType.count + value.count + 2) { memory in
                        // Put together in place: references are the most frequent texts that a mapping makes.
                        var next = memory.initialize(fromContentsOf: system)
                        memory.initializeElement(at: next, to: UInt8(ascii: "/"))
                        next = memory[(next + 1)...].initialize(fromContentsOf: objectType)
                        memory.initializeElement(at: next, to: UInt8(ascii: "/"))
                        return memory[(next + 1)...].initialize(fromContentsOf: value)
                    }
                }
            }
        }
    }

    /// The part behind system and type; nil if the id is of another system or type.
    public func externalValue(of id: String, in system: SystemID, objectType: String) -> String? {
        let prefix = "\(system.text)/\(objectType)/"
        return id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : nil
    }
}

/// A crosswalk in memory: what it was told, and for the rest another crosswalk.
public struct IdentityTable: IdentityCrosswalk {
    private var canonical: [ExternalKey: String] = [:]
    private var external: [String: [ExternalKey]] = [:]
    private let fallback: (any IdentityCrosswalk)?

    /// A table that knows nothing yet.
    ///
    /// - Parameter fallback: The crosswalk that is asked where the table knows nothing; without one, such ids stay
    ///   unresolved.
    public init(fallback: (any IdentityCrosswalk)? = nil) {
        self.fallback = fallback
    }

    /// Says that a vendor's object is a canonical record.
    public mutating func insert(_ key: ExternalKey, as id: String) {
        canonical[key] = id
        external[id, default: []].append(key)
    }

    /// What the table was told, or what the fallback says.
    public func canonicalID(of key: ExternalKey) -> String? {
        canonical[key] ?? fallback?.canonicalID(of: key)
    }

    /// What the table was told, or what the fallback says.
    public func externalValue(of id: String, in system: SystemID, objectType: String) -> String? {
        external[id]?.first { $0.system == system && $0.objectType == objectType }?.value
            ?? fallback?.externalValue(of: id, in: system, objectType: objectType)
    }
}
