import ConcordMapping

/// What is known of the fields of NetSuite's records; see `VendorFields` for the notation.
///
/// References and codes are objects of an `id`, a `refName` and `links`; what is said of one is said of its id.
extension NetSuite {
    /// Fields that firms add begin with the kind of record they are on.
    static let convention = VendorConvention(
        prefixes: ["custbody", "custcol", "custentity", "custrecord", "custitem", "custevent"],
        referenceMembers: ["id", "refName", "links"]
    )

    /// The fields that every record has.
    private static let recordFields = """
        list links!
        text id! externalId~
        reference customForm~->customForm
        """

    /// The fields that records of entities share.
    private static let entityFields = """
        text entityId email~ phone~ fax~ altPhone~ mobilePhone~ homePhone~ comments~ url~ altEmail~ altName~!
        flag isInactive
        instant lastModifiedDate!
        code emailPreference~ globalSubscriptionStatus~
        reference subsidiary~->subsidiary image~->file
        """

    /// The fields that transactions share.
    private static let transactionFields = """
        text tranId memo~ transactionNumber!
        day tranDate
        instant createdDate! lastModifiedDate!
        number exchangeRate~
        money total! subtotal~! taxTotal~! tax2Total~!
        reference currency->currency subsidiary~->subsidiary department~->department class~->classification
        reference location~->location postingPeriod~->accountingPeriod nexus~->nexus account~->account
        reference createdFrom~!->transaction
        flag exported~ toBeEmailed~ toBePrinted~ toBeFaxed~
        """

    /// The fields of transactions of sales.
    private static let salesFields = """
        text otherRefNum~ email~ message~ fax~ trackingNumbers~ linkedTrackingNumbers~
        reference entity->customer job~->job salesRep~->employee opportunity~->opportunity partner~->partner
        reference salesGroup~->salesGroup leadSource~->campaign messageSel~ billingAddressList~ shippingAddressList~
        reference discountItem~->discountItem promoCode~->promotionCode shipMethod~->shipItem billingSchedule~
        money discountTotal~! estGrossProfit~! totalCostEstimate~! shippingCost~ handlingCost~ altSalesTotal~!
        number estGrossProfitPercent~![%] discountRate~
        day salesEffectiveDate~ shipDate~ startDate~ endDate~
        text billAddress~! shipAddress~!
        flag shipIsResidential~
        object billingAddress~ shippingAddress~ salesTeam~ partners~
        code source~
        flag visibleToCustomer~
        """

    /// The fields of lines of items.
    private static let itemLines = """
        as item/%
        list items links!
        number totalResults! count! offset!
        flag hasMore!
        as item/items/*/%
        any units~
        number line! quantity~ quantityAvailable~! quantityBilled~! quantityFulfilled~! orderLine~! costEstimateRate~
        money amount~ rate~ grossAmt~ tax1Amt~ taxAmount~ costEstimate~ estGrossProfit~! altSalesAmt~
        number taxRate1~[%] taxRate2~[%] estGrossProfitPercent~![%] percentComplete~[%]
        text description~ rateSchedule~ serialNumbers~
        flag deferRevRec~ isClosed~ isTaxable~ isEstimate~ printItems~ excludeFromRateRequest~
        day expectedShipDate~ revRecStartDate~ revRecEndDate~ serviceDate~
        code itemType~! itemSubType~! costEstimateType~ commitInventory~ createPo~ chargeType~
        reference item->item department~->department class~->classification location~->location
        reference price~->priceLevel taxCode~->salesTaxItem job~->job revRecSchedule~ billingSchedule~
        reference taxDetailsReference~
        list links!
        """

    /// The fields of what is billed from elsewhere; from general knowledge.
    private static let billedLines = """
        as time/%
        list items links!
        number totalResults! count! offset!
        flag hasMore!
        as time/items/*/%
        number doc! quantity~[hours]
        money rate~
        text itemDisp~! employeeDisp~! unitDisp~!
        reference department~->department class~->classification location~->location taxCode~->salesTaxItem
        reference revRecSchedule~ taxDetailsReference~
        day billedDate~ revRecStartDate~ revRecEndDate~
        flag apply
        text memo~ jobDisp~!
        money amount~ grossAmt~ tax1Amt~
        number taxRate1~[%] taxRate2~[%]
        list links!
        as expCost/%
        list items links!
        number totalResults! count! offset!
        flag hasMore!
        as expCost/items/*/%
        number doc! line!
        money originalAmount~!
        text categoryDisp~! employeeDisp~!
        reference department~->department class~->classification location~->location taxCode~->salesTaxItem
        reference revRecSchedule~ taxDetailsReference~
        day billedDate~ revRecStartDate~ revRecEndDate~
        flag apply
        text memo~ jobDisp~!
        money amount~ grossAmt~ tax1Amt~
        number taxRate1~[%] taxRate2~[%]
        list links!
        as itemCost/%
        list items links!
        number totalResults! count! offset!
        flag hasMore!
        as itemCost/items/*/%
        number doc! line!
        money cost~!
        text itemDisp~! unitDisp~! itemCountDisp~! serialNumbers~
        reference department~->department class~->classification location~->location taxCode~->salesTaxItem
        reference revRecSchedule~ taxDetailsReference~
        day billedDate~ revRecStartDate~ revRecEndDate~
        flag apply
        text memo~ jobDisp~!
        money amount~ grossAmt~ tax1Amt~
        number taxRate1~[%] taxRate2~[%]
        list links!
        """

    private static func fields(_ tables: String...) -> VendorFields {
        VendorFields(convention, ([recordFields] + tables.map { "as %\n\($0)" }).joined(separator: "\n"))
    }

    /// The fields of customers.
    static let customerFields = fields(
        entityFields,
        """
        text companyName~ firstName~ middleName~ lastName~ salutation~ title~ accountNumber~ vatRegNumber~
        text printOnCheckAs~ resaleNumber~ defaultAddress~!
        flag isPerson isBudgetApproved~ shipComplete~ giveAccess~ emailTransactions~ faxTransactions~
        flag printTransactions~ taxExempt~ taxable~ sendEmail~ webLead~
        instant dateEntered! firstVisit~! lastVisit~!
        day startDate~ endDate~ dateClosed~ reminderDays~ firstOrderDate~! lastOrderDate~! firstSaleDate~! lastSaleDate~!
        money balance~! creditLimit~ depositBalance~! overdueBalance~! unbilledOrders~! openingBalance~ consolBalance~!
        number daysOverdue~![days] estimatedBudget~ consolDaysOverdue~![days]
        code entityStatus stage~! alcoholRecipientType~ creditHoldOverride~ shippingCarrier~ language~ monthlyClosing~
        code numberFormat~ negativeNumberFormat~
        reference parent~->customer salesRep~->employee terms~->term category~->customerCategory currency~->currency
        reference priceLevel~->priceLevel territory~->salesTerritory leadSource~->campaign partner~->partner
        reference receivablesAccount~->account representingSubsidiary~->subsidiary taxItem~->salesTaxItem
        reference shippingItem~->shipItem salesGroup~->salesGroup
        as addressBook/%
        list items links!
        number totalResults! count! offset!
        flag hasMore!
        as addressBook/items/*/%
        text id! label~
        flag defaultBilling defaultShipping isResidential~
        as addressBook/items/*/addressBookAddress/%
        text addr1~ addr2~ addr3~ addressee~ attention~ addrPhone~ addrText~! city~ state~ zip~
        flag override~
        code country~
        """
    )

    /// The fields of jobs.
    static let jobFields = fields(
        entityFields,
        """
        text companyName accountNumber~ jobName~
        instant dateEntered!
        day startDate~ endDate~ projectedEndDate~ calculatedEndDate~! calculatedStartDate~! scheduledEndDate~!
        day lastBaselineDate~! billingStartDate~
        number percentComplete~[%] actualTime~![hours] estimatedTime~[hours] timeRemaining~![hours] estimatedTimeOverride~
        number estimatedLaborCost~ estimatedGrossProfitPercent~[%] percentTimeComplete~![%]
        money estimateCost~ estimatedCost~! estimatedRevenue~! estimatedGrossProfit~! jobPrice~ fxRate~ openingBalance~
        flag allowTime~ allowAllResourcesForTasks~ allowExpenses~ includeCrmTasksInTotals~ isExemptTime~
        flag isProductiveTime~ isUtilizedTime~ limitTimeToAssignees~ materializeTime~ usePercentCompleteOverride~
        code entityStatus~ jobBillingType~ plStatementStatus~
        reference parent~->customer projectManager~->employee currency~->currency jobType~->jobType jobItem~->item
        reference category~->customerCategory billingSchedule~->billingSchedule workCalendar~->workCalendar
        reference projectTemplate~->projectTemplate billingRateCard~->billingRateCard language~ billRateCard~
        object addressBook~ jobResources~ milestones~ percentCompleteOverride~
        """
    )

    /// The fields of employees.
    static let employeeFields = fields(
        entityFields,
        """
        text firstName~ middleName~ lastName~ salutation~ title~ initials~ accountNumber~ socialSecurityNumber~
        text officePhone~ jobDescription~
        instant dateEntered! lastPaidDate~!
        day hireDate~ releaseDate~ birthDate~ lastReviewDate~ nextReviewDate~
        money laborCost~ expenseLimit~ purchaseOrderLimit~ approvalLimit~ baseWage~
        number targetUtilization~[%] concurrentWebServicesUser~
        flag giveAccess~ isSalesRep~ isSupportRep~ isJobResource~ isJobManager~ useTimeData~ sendEmail~ eligibleForCommission~
        flag i9Verified~ isCCEnabled~
        code gender~ ethnicity~ maritalStatus~ employeeStatus~ employeeType~ baseWageType~ compensationCurrency~
        reference supervisor~->employee department~->department class~->classification location~->location
        reference workCalendar~->workCalendar approver~->employee purchaseOrderApprover~->employee timeApprover~->employee
        reference billingClass~->billingClass currency~->currency defaultJobResourceRole~ terminationCategory~
        reference salesRole~ jobTitle~ expenseApprover~->employee
        object addressBook~ rolesList~ currencyList~
        """
    )

    /// The fields of service items for sale.
    static let serviceSaleItemFields = fields(
        """
        text itemId displayName~ salesDescription~ upcCode~ vendorName~ itemType~! storeDisplayName~
        text storeDescription~ storeDetailedDescription~ urlComponent~ pageTitle~ metaTagHtml~ searchKeywords~
        flag isInactive includeChildren~ isFulfillable~ isOnline~ offerSupport~ onSpecial~ useMarginalRates~
        flag generateAccruals~ isDonationItem~ dontShowPrice~ showDefaultDonationAmount~
        instant createdDate! lastModifiedDate!
        money costEstimate~ maxDonationAmount~
        number minimumQuantity~ maximumQuantity~ amortizationPeriod~
        code costEstimateType~ createJob~ overallQuantityPricingType~ pricesInclude~ directRevenuePosting~
        reference parent~->serviceSaleItem unitsType~->unitsType saleUnit~ incomeAccount~->account
        reference deferredRevenueAccount~->account department~->department class~->classification
        reference location~->location taxSchedule~->taxSchedule issueProduct~->issueProduct
        reference billingSchedule~->billingSchedule revenueRecognitionRule~->revenueRecognitionRule
        reference revRecForecastRule~->revenueRecognitionRule revRecSchedule~->revRecTemplate
        reference pricingGroup~->pricingGroup quantityPricingSchedule~ expenseAccount~->account
        object subsidiary~ price~ siteCategory~ itemVendor~ translations~
        """
    )

    /// The fields of time entries.
    static let timeBillFields = fields(
        """
        text memo~ rejectionNote~
        any hours
        day tranDate
        instant createdDate! lastModifiedDate!
        flag isBillable isExempt~ isProductive~ isUtilized~ supervisorApproval~ overrideRate~ paidExternally~ status~!
        money rate~
        code approvalStatus~ timeType~ paymentItem~
        reference employee->employee customer~->customer caseTaskEvent~->projectTask item~->serviceItem
        reference subsidiary~->subsidiary department~->department class~->classification location~->location
        reference billingClass~->billingClass payrollItem~->payrollItem timesheet~!->timeSheet price~->priceLevel
        reference nextApprover~->employee temporaryLocalJurisdiction~ temporaryStateJurisdiction~
        """
    )

    /// The fields of sales orders.
    static let salesOrderFields = fields(
        transactionFields,
        salesFields,
        """
        text status!
        code orderStatus~ revenueStatus~! revCommitStatus~! shipComplete~ paymentOption~
        reference terms~->term paymentMethod~->paymentMethod intercoTransaction~ revRecSchedule~
        day actualShipDate~!
        flag getAuth~ isMultiShipTo~ deferredRevenue~! noPayment~
        money giftCertTotal~! recognizedRevenue~! deferredRevenueTotal~!
        """,
        itemLines
    )

    /// The fields of invoices.
    static let invoiceFields = fields(
        transactionFields,
        salesFields,
        """
        code status! approvalStatus~ revRecOnRevCommitment~ revenueStatus~!
        reference terms~->term approvingEmployee~ nextApprover~->employee intercoTransaction~
        day dueDate~ discountDate~ asOfDate~
        money amountPaid~! amountRemaining~! amountRemainingTotalBox~! discountAmount~ recognizedRevenue~!
        money deferredRevenue~! expCostDiscAmount~ timeDiscAmount~ itemCostDiscAmount~
        """,
        itemLines,
        billedLines
    )

    /// The fields of credit memos.
    static let creditMemoFields = fields(
        transactionFields,
        salesFields,
        """
        code status! approvalStatus~ revenueStatus~!
        reference intercoTransaction~ revRecSchedule~
        money amountPaid~! amountRemaining~! applied~! unapplied~! recognizedRevenue~! deferredRevenue~!
        flag autoApply~
        object apply~
        """,
        itemLines,
        billedLines
    )

    /// The fields of customers' payments.
    static let customerPaymentFields = fields(
        transactionFields,
        """
        text checkNum~ ccNumber~ ccName~ ccStreet~ ccZipCode~ authCode~ pnRefNum~!
        money payment~ applied~! unapplied~! balance~! pending~!
        day ccExpireDate~ validFrom~
        flag autoApply~ undepFunds~ chargeIt~ ccApproved~
        code status!
        reference customer->customer paymentMethod~->paymentMethod arAcct~->account creditCardProcessor~ paymentOption~
        object credit~ deposit~
        as apply/%
        list items links!
        number totalResults! count! offset!
        flag hasMore!
        as apply/items/*/%
        number line!
        flag apply
        money amount~ total~! due~! disc~ discAmt~!
        day applyDate~! discDate~!
        text refNum~! type~!
        reference doc->transaction currency~!->currency
        list links!
        """
    )
}
