import ConcordMapping

/// What is known of the fields of Salesforce's standard objects; see `VendorFields` for the notation.
extension Salesforce {
    /// Firms' fields end with `__c`; the object that a reference leads to is named as it is, without `Id` or with `__r`.
    static let convention = VendorConvention(
        suffixes: ["__c"],
        relations: [
            VendorConvention.Relation(reference: "__c", member: "__r"),
            VendorConvention.Relation(reference: "Id", member: ""),
        ]
    )

    /// The fields that every object has.
    static let systemFields = VendorFields(
        convention,
        """
        object attributes!
        text Id!
        instant CreatedDate! LastModifiedDate! SystemModstamp! LastViewedDate?! LastReferencedDate?!
        flag IsDeleted!
        code CurrencyIsoCode~=ISO-4217
        reference CreatedById!->User LastModifiedById!->User
        """
    )

    static func fields(_ table: String) -> VendorFields {
        systemFields.adding(VendorFields(convention, table))
    }

    /// The fields of accounts, persons' among them.
    static let accountFields = fields(
        """
        text Name AccountNumber? Phone? Fax? Website? Sic? SicDesc? Site? TickerSymbol? Description? PhotoUrl?! Jigsaw?
        text DunsNumber~ NaicsCode~ NaicsDesc~ Tradestyle~ YearStarted~ AccountSource?
        text BillingStreet? BillingCity? BillingState? BillingPostalCode? BillingCountry?
        text ShippingStreet? ShippingCity? ShippingState? ShippingPostalCode? ShippingCountry?
        code Type?=salesforce/Account.Type Industry?=salesforce/Account.Industry Ownership? Rating? CleanStatus~
        code BillingStateCode~ BillingCountryCode~=ISO-3166-1 ShippingStateCode~ ShippingCountryCode~=ISO-3166-1
        code BillingGeocodeAccuracy? ShippingGeocodeAccuracy?
        number NumberOfEmployees? BillingLatitude? BillingLongitude? ShippingLatitude? ShippingLongitude?
        money AnnualRevenue?
        day LastActivityDate?!
        flag IsPersonAccount~! IsCustomerPortal~ IsPartner~
        reference ParentId?->Account OwnerId->User RecordTypeId~->RecordType MasterRecordId?!->Account
        reference OperatingHoursId~->OperatingHours DandbCompanyId~->DandBCompany PersonContactId~!->Contact
        text Salutation~ FirstName~ LastName~ MiddleName~ Suffix~ PersonTitle~ PersonDepartment~ PersonEmail~
        text PersonMobilePhone~ PersonHomePhone~ PersonOtherPhone~ PersonAssistantName~ PersonAssistantPhone~
        text PersonMailingStreet~ PersonMailingCity~ PersonMailingState~ PersonMailingPostalCode~ PersonMailingCountry~
        text PersonOtherStreet~ PersonOtherCity~ PersonOtherState~ PersonOtherPostalCode~ PersonOtherCountry~
        code PersonLeadSource~
        day PersonBirthdate~
        flag PersonHasOptedOutOfEmail~ PersonDoNotCall~
        as BillingAddress/%
        text street?! city?! state?! stateCode~! postalCode?! country?! countryCode~!
        number latitude?! longitude?!
        code geocodeAccuracy?!
        as ShippingAddress/%
        text street?! city?! state?! stateCode~! postalCode?! country?! countryCode~!
        number latitude?! longitude?!
        code geocodeAccuracy?!
        """
    )

    /// The fields of opportunities.
    static let opportunityFields = fields(
        """
        text Name Description? NextStep? Fiscal! IqScore~!
        money Amount? ExpectedRevenue?!
        number Probability?[%] TotalOpportunityQuantity? FiscalQuarter! FiscalYear! PushCount~!
        day CloseDate LastActivityDate?!
        instant LastStageChangeDate?!
        flag IsClosed! IsWon! IsPrivate HasOpportunityLineItem! HasOpenActivity! HasOverdueTask!
        code StageName=salesforce/Opportunity.StageName Type?=salesforce/Opportunity.Type
        code LeadSource?=salesforce/Opportunity.LeadSource
        code ForecastCategory!=salesforce/Opportunity.ForecastCategory ForecastCategoryName
        reference AccountId?->Account OwnerId->User CampaignId?->Campaign ContractId?->Contract ContactId?->Contact
        reference Pricebook2Id?->Pricebook2 RecordTypeId~->RecordType SyncedQuoteId~->Quote Territory2Id~->Territory2
        reference LastAmountChangedHistoryId?!->OpportunityHistory LastCloseDateChangedHistoryId?!->OpportunityHistory
        """
    )

    /// The fields of contracts.
    static let contractFields = fields(
        """
        text ContractNumber! Name? Description? SpecialTerms? CustomerSignedTitle?
        text BillingStreet? BillingCity? BillingState? BillingPostalCode? BillingCountry?
        text ShippingStreet~ ShippingCity~ ShippingState~ ShippingPostalCode~ ShippingCountry~
        number ContractTerm?[months] BillingLatitude? BillingLongitude?
        day StartDate? EndDate?! CompanySignedDate? CustomerSignedDate? LastActivityDate?!
        instant ActivatedDate?! LastApprovedDate?!
        code Status=salesforce/Contract.Status StatusCode! OwnerExpirationNotice? BillingStateCode~ BillingCountryCode~
        code BillingGeocodeAccuracy?
        reference AccountId->Account OwnerId->User Pricebook2Id?->Pricebook2 RecordTypeId~->RecordType
        reference CompanySignedId?->User CustomerSignedId?->Contact ActivatedById?!->User
        object BillingAddress?! ShippingAddress~!
        """
    )

    /// The fields of orders.
    static let orderFields = fields(
        """
        text OrderNumber! Name? Description? PoNumber? OrderReferenceNumber?
        text BillingStreet? BillingCity? BillingState? BillingPostalCode? BillingCountry?
        text ShippingStreet? ShippingCity? ShippingState? ShippingPostalCode? ShippingCountry?
        money TotalAmount!
        number BillingLatitude? BillingLongitude? ShippingLatitude? ShippingLongitude?
        day EffectiveDate EndDate? PoDate? CustomerAuthorizedDate? CompanyAuthorizedDate?
        instant ActivatedDate?!
        flag IsReductionOrder
        code Status=salesforce/Order.Status StatusCode! Type? BillingStateCode~ BillingCountryCode~ ShippingStateCode~
        code ShippingCountryCode~ BillingGeocodeAccuracy? ShippingGeocodeAccuracy?
        reference AccountId?->Account ContractId?->Contract OpportunityId?->Opportunity QuoteId~->Quote OwnerId->User
        reference Pricebook2Id?->Pricebook2 OriginalOrderId?->Order RecordTypeId~->RecordType ActivatedById?!->User
        reference CustomerAuthorizedById?->Contact CompanyAuthorizedById?->User BillToContactId?->Contact
        reference ShipToContactId?->Contact
        object BillingAddress?! ShippingAddress?!
        """
    )

    /// The fields of products.
    static let productFields = fields(
        """
        text Name ProductCode? Description? DisplayUrl? StockKeepingUnit? ExternalId? SourceProductId~
        code Family?=salesforce/Product2.Family QuantityUnitOfMeasure?=salesforce/Product2.QuantityUnitOfMeasure
        code Type?=salesforce/Product2.Type ProductClass!=salesforce/Product2.ProductClass
        code QuantityScheduleType~ QuantityInstallmentPeriod~ RevenueScheduleType~ RevenueInstallmentPeriod~
        code SpecificationType~ ConfigureDuringSale~
        number NumberOfQuantityInstallments~ NumberOfRevenueInstallments~
        instant AvailabilityDate~ DiscontinuedDate~ EndOfLifeDate~
        flag IsActive IsArchived! IsSerialized~ IsAssetizable~ IsSoldOnlyWithOtherProds~
        flag CanUseQuantitySchedule~ CanUseRevenueSchedule~
        reference ExternalDataSourceId?->ExternalDataSource RecordTypeId~->RecordType BasedOnId~->ProductClassification
        reference TaxPolicyId~->TaxPolicy BillingPolicyId~->BillingPolicy UnitOfMeasureId~->UnitOfMeasure
        """
    )

    /// The fields of users.
    static let userFields = fields(
        """
        text Username Name! FirstName? LastName MiddleName~ Suffix~ CompanyName? Division? Department? Title? Email Alias
        text CommunityNickname Phone? MobilePhone? Fax? Extension? EmployeeNumber? AboutMe? Signature? StayInTouchNote?
        text FederationIdentifier? SenderEmail? SenderName? FullPhotoUrl?! SmallPhotoUrl?! MediumPhotoUrl?! BadgeText?
        text Street? City? State? PostalCode? Country?
        number Latitude? Longitude? NumberOfFailedLogins?!
        instant LastLoginDate?! LastPasswordChangeDate?!
        flag IsActive EmailPreferencesAutoBcc ReceivesInfoEmails ReceivesAdminInfoEmails ForecastEnabled
        flag UserPermissionsMarketingUser UserPermissionsOfflineUser UserPermissionsSFContentUser
        code UserType! TimeZoneSidKey LocaleSidKey LanguageLocaleKey EmailEncodingKey DefaultCurrencyIsoCode~
        code DigestFrequency StateCode~ CountryCode~ GeocodeAccuracy?
        reference ProfileId->Profile UserRoleId?->UserRole ManagerId?->User ContactId?->Contact AccountId?!->Account
        reference DelegatedApproverId?->User IndividualId?->Individual CallCenterId?->CallCenter
        object Address?!
        """
    )
}
