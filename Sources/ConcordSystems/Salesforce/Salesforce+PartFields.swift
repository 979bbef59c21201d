import ConcordMapping

/// What is known of the fields of standard objects that are parts of others, and of price books; see `VendorFields` for
/// the notation.
extension Salesforce {
    /// The fields of contacts.
    static let contactFields = fields(
        """
        text Name! FirstName? LastName MiddleName~ Suffix~ Title? Department? Email? Phone? MobilePhone? Fax? HomePhone?
        text OtherPhone? AssistantName? AssistantPhone? Description? EmailBouncedReason? PhotoUrl?! Jigsaw?
        text MailingStreet? MailingCity? MailingState? MailingPostalCode? MailingCountry? OtherStreet? OtherCity?
        text OtherState? OtherPostalCode? OtherCountry? Pronouns~ GenderIdentity~
        number MailingLatitude? MailingLongitude? OtherLatitude? OtherLongitude?
        code Salutation? LeadSource? CleanStatus~ MailingStateCode~ MailingCountryCode~=ISO-3166-1 OtherStateCode~
        code OtherCountryCode~=ISO-3166-1 MailingGeocodeAccuracy? OtherGeocodeAccuracy? ContactSource~! BuyerAttributes~
        day Birthdate? LastActivityDate?!
        instant EmailBouncedDate? LastCURequestDate?! LastCUUpdateDate?!
        flag HasOptedOutOfEmail DoNotCall HasOptedOutOfFax IsEmailBounced! CanAllowPortalSelfReg~ IsPersonAccount~!
        flag IsPriorityRecord~!
        reference AccountId?->Account OwnerId->User ReportsToId?->Contact RecordTypeId~->RecordType
        reference IndividualId?->Individual MasterRecordId?!->Contact
        object MailingAddress?! OtherAddress?!
        """
    )

    /// The fields of opportunities' products.
    static let opportunityLineItemFields = fields(
        """
        text Name! ProductCode?! Description?
        number Quantity SortOrder? Discount?[%]
        money UnitPrice ListPrice?! TotalPrice Subtotal?!
        day ServiceDate?
        flag HasQuantitySchedule~! HasRevenueSchedule~! HasSchedule~! CanUseQuantitySchedule~! CanUseRevenueSchedule~!
        reference OpportunityId!->Opportunity PricebookEntryId!->PricebookEntry Product2Id!->Product2
        """
    )

    /// The fields of orders' products.
    static let orderItemFields = fields(
        """
        text OrderItemNumber! Description?
        number Quantity AvailableQuantity?!
        money UnitPrice ListPrice?! TotalPrice?!
        day ServiceDate? EndDate?
        reference OrderId!->Order PricebookEntryId!->PricebookEntry Product2Id!->Product2
        reference OriginalOrderItemId?->OrderItem QuoteLineItemId~->QuoteLineItem
        """
    )

    /// The fields of price books.
    static let pricebookFields = fields(
        """
        text Name Description?
        flag IsActive IsStandard! IsArchived!
        instant ValidFrom~ ValidTo~
        """
    )

    /// The fields of price books' entries.
    static let pricebookEntryFields = fields(
        """
        text Name! ProductCode?!
        money UnitPrice
        flag IsActive UseStandardPrice IsArchived!
        reference Pricebook2Id!->Pricebook2 Product2Id!->Product2 ProductSellingModelId~!->ProductSellingModel
        """
    )
}
