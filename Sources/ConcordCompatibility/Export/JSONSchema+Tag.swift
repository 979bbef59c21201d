extension JSONSchema {
    /// The schema without the member `schema`, in which a canonical document names its version.
    ///
    /// Every version has another value there, so two versions are compared without it. Schemas of other origin are left
    /// as they are.
    public var withoutTag: JSONSchema {
        guard case .object(let members) = document, let tag = document["properties"]?["schema"]?["const"]?.text,
            tag.contains("/")
        else { return self }
        return JSONSchema(
            .object(
                members.map { member in
                    switch (member.name.text, member.value) {
                    case ("properties", .object(let properties)):
                        JSONMember(member.name, .object(properties.filter { $0.name != "schema" }))
                    case ("required", .array(let names)):
                        JSONMember(member.name, .array(names.filter { $0 != "schema" }))
                    default: member
                    }
                }
            )
        )
    }
}
