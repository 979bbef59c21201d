/// The mappings of Certinia PSA's objects, which live in a Salesforce organisation and come through its REST API.
///
/// Fields carry the packages' prefixes (`pse__`, `fferpcore__`). Status lists are the organisation's to edit.
public enum Certinia {
    /// The API versions whose payloads the mappings were made for.
    static let api = "Salesforce REST v58.0 to v65.0"
}
