public import ConcordMapping

extension NetSuite {
    /// What `PATCH` of a record takes: the members that change, references by their ids alone.
    ///
    /// Lines that changed or are new are sent with their key. NetSuite leaves lines alone that the request does not have;
    /// where some were taken out or changed places, the list is sent whole, and the address must say
    /// `?replace={sublist}`.
    public static let update = VendorUpdate(
        "PATCH /services/rest/record/v1/{type}/{id}",
        readOnly: ["/id", "/links", "/createdDate", "/dateEntered", "/lastModifiedDate"],
        shown: ["links", "refName"],
        reference: "id",
        lists: .byKey(replacing: "replace")
    )

    /// What SuiteQL takes: nothing, because its rows are answers.
    static let suiteQLUpdate = VendorUpdate("SuiteQL, whose rows are answers,", readOnly: [""])
}
