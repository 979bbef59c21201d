public import ConcordMapping

extension Salesforce {
    /// What `PATCH` of an sObject takes: fields of the first level that may be updated.
    ///
    /// Salesforce refuses the whole request for one field that it keeps itself, and for objects inside the object, such as
    /// compound addresses and the objects that look-up fields lead to. Formulas and roll-ups are read by rules that do not
    /// write. Which other fields a user may not write depends on the profile, which Salesforce's `describe` tells.
    public static let update = VendorUpdate(
        "PATCH /services/data/v{version}/sobjects/{type}/{id}",
        readOnly: [
            "/attributes", "/Id", "/IsDeleted", "/CreatedDate", "/CreatedById", "/LastModifiedDate",
            "/LastModifiedById", "/SystemModstamp", "/LastActivityDate", "/LastViewedDate", "/LastReferencedDate",
            "/MasterRecordId",
        ],
        takesObjects: false
    )
}
