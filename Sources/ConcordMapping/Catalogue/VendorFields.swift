/// The fields of a vendor's object, as a pack declares them: a small table of texts.
///
/// Each line begins with a type; names follow, without the slash before them.
///
/// ```swift
/// static let opportunityFields = VendorFields(convention, """
///     text       Name Description? NextStep?
///     money      Amount? ExpectedRevenue?!
///     number     Probability?[%]
///     code       StageName=salesforce/Opportunity.StageName Type?
///     reference  AccountId?->Account OwnerId->User
///     as pse__%__c
///     flag       Is_Billable
///     """)
/// ```
///
/// | After a name | Meaning |
/// |---|---|
/// | nothing | the vendor sends it, and it is never empty |
/// | `?` | it may be `null` |
/// | `~` | only some organisations have it, or it is left out when it is empty |
/// | `!` | the vendor does not let it be written |
/// | `[unit]` | the unit of a number |
/// | `=list` | the list that a code is of |
/// | `->Object` | the type of object that a reference leads to |
///
/// A line that begins with `as` says how the names below it are written: `%` stands for the name. A day that the vendor
/// writes as its user likes is a `localday`.
public struct VendorFields: Sendable, Hashable {
    /// How the vendor names the fields that firms add.
    public let convention: VendorConvention

    /// The texts; they are read when somebody asks, and mapping never does.
    private let tables: [String]

    /// The fields of an object.
    ///
    /// - Parameters:
    ///   - convention: How the vendor names the fields that firms add.
    ///   - table: The fields as text.
    public init(_ convention: VendorConvention, _ table: String) {
        self.init(convention, [table])
    }

    private init(_ convention: VendorConvention, _ tables: [String]) {
        self.convention = convention
        self.tables = tables
    }

    /// The fields and those of another declaration.
    public func adding(_ other: VendorFields) -> VendorFields {
        VendorFields(convention.with(packages: other.convention.packages), tables + other.tables)
    }

    /// The fields, in the order in which they were declared.
    ///
    /// A table that cannot be read stops the process: it is a declaration.
    public var fields: [VendorField] {
        tables.flatMap { table in
            var pattern = "%"
            return table.split(separator: "\n")
                .flatMap { line -> [VendorField] in
                    let words = line.split(separator: " ")
                    guard let word = words.first else { return [] }
                    guard word != "as" else {
                        pattern = words.count == 2 ? String(words[1]) : "%"
                        return []
                    }
                    return words.dropFirst()
                        .flatMap { text in
                            guard let field = VendorField(type: String(word), String(text), pattern: pattern) else {
                                preconditionFailure("a field cannot be read: \(word) \(text)")
                            }
                            return field.expanded(by: convention)
                        }
                }
        }
    }
}

extension VendorField {
    /// Reads a field of a table; nil if the text is none.
    init?(type word: String, _ text: String, pattern: String = "%") {
        let isLocalised = word == "localday"
        guard let type = isLocalised ? .day : FieldType(rawValue: word) else { return nil }
        let name = text.prefix { !"?~!=[".contains($0) }.split(separator: "->", maxSplits: 1).first.map(String.init)
        guard let name, !name.isEmpty else { return nil }
        var names = pattern.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if names.count == 1 { names.append("") }
        self.init("/" + names[0] + name + names[1], type)
        guard read(marks: text.dropFirst(name.count)) else { return nil }
        if isLocalised { dateKind = .localised }
    }

    /// Reads what stands behind a name.
    ///
    /// - Returns: Whether all of it could be read.
    mutating func read(marks: Substring) -> Bool {
        presence = .always
        var rest = marks
        while let mark = rest.first {
            switch mark {
            case "?": presence = .nullable
            case "~": presence = .optional
            case "!": isWritable = false
            case "[":
                guard let end = rest.firstIndex(of: "]") else { return false }
                unit = String(rest[rest.index(after: rest.startIndex)..<end])
                rest = rest[end...]
            case "=":
                codeSet = String(rest.dropFirst())
                return true
            case "-" where rest.hasPrefix("->"):
                references = String(rest.dropFirst(2))
                return true
            default: return false
            }
            rest = rest.dropFirst()
        }
        return true
    }

    /// The field with the members of the object that stands for it.
    fileprivate func expanded(by convention: VendorConvention) -> [VendorField] {
        guard type == .reference || type == .code, let id = convention.referenceMembers.first else { return [self] }
        var object = VendorField(pointer, .object)
        object.presence = presence
        object.isWritable = isWritable
        let members = convention.referenceMembers.map { name -> VendorField in
            var member = VendorField("\(pointer)/\(name)", name == id ? type : name == "links" ? .list : .text)
            member.presence = presence
            member.isWritable = name == id ? isWritable : false
            if name == id {
                member.codeSet = codeSet
                member.references = references
            }
            return member
        }
        return [object] + members
    }
}
