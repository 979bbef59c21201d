internal import ConcordValues
public import ConcordSchema

/// An object of a configuration document, whose members are asked for by name.
///
/// Each accessor has two forms. `string("because", …)` notes a problem if the member is not there;
/// `string(ifPresent: "because", …)` gives nil without a word. Both note a problem if the member is there and of another
/// kind; `null` is another kind.
public struct ConfigurationObject: Sendable {
    /// The object as a value, for problems that concern all of it.
    public let value: ConfigurationValue

    let members: [ConfigurationMember]

    init(_ value: ConfigurationValue, _ members: [ConfigurationMember]) {
        self.value = value
        self.members = members
    }

    /// Where the object begins.
    public var position: SourcePosition { value.position }

    /// The names of its members, in the order of the document.
    public var names: [String] { members.map(\.name) }

    /// The value of a member, if it is there.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: Its value, which may be `null`.
    public func value(ifPresent name: String) -> ConfigurationValue? {
        members.first { $0.name == name }?.value
    }

    /// The value of a member that must be there.
    ///
    /// - Parameters:
    ///   - name: The member's name.
    ///   - problems: Where to note that it is not there.
    /// - Returns: Its value; nil if a problem was noted.
    public func value(_ name: String, _ problems: inout ConfigurationProblems) -> ConfigurationValue? {
        if let value = value(ifPresent: name) { return value }
        let problem = ConfigurationProblem(
            .missing,
            in: problems.file,
            at: position,
            path: ConfigurationPath(value.path, .field(name)),
            expected: "a member \(Quotation.quoted(name))",
            found: "an object without it"
        )
        problems.add(problem)
        return nil
    }

    /// Where a member's name stands, if the member is there.
    ///
    /// - Parameter name: The member's name.
    /// - Returns: The place of the quote before it.
    public func position(ofName name: String) -> SourcePosition? {
        members.first { $0.name == name }?.namePosition
    }

    /// The object without the members that have none of some names; each of those is a problem.
    func restricted(to names: [String], _ problems: inout ConfigurationProblems) -> ConfigurationObject {
        let known = Set(names)
        var kept: [ConfigurationMember] = []
        for member in members {
            if known.contains(member.name) {
                kept.append(member)
            } else {
                refuse(member, expected: Quotation.choice(names), nearest: names, &problems)
            }
        }
        return ConfigurationObject(value, kept)
    }

    /// Notes that a member has a name that nobody knows.
    func refuse(
        _ member: ConfigurationMember,
        expected: String,
        nearest names: [String],
        _ problems: inout ConfigurationProblems
    ) {
        let problem = ConfigurationProblem(
            .unknownMember,
            in: problems.file,
            at: member.namePosition,
            path: member.value.path,
            expected: expected,
            found: Quotation.quoted(member.name),
            advice: NearestName.advice(for: member.name, among: names)
        )
        problems.add(problem)
    }
}
