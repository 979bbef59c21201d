import ConcordMapping

/// What is known of the fields of Certinia's objects that are parts of others; see `VendorFields` for the notation.
extension Certinia {
    /// The fields of lines of billing documents.
    static let billingDocumentLineFields = fields(
        """
        text Name!
        as fferpcore__%__c
        text BillingDocumentExternalTaxStatus?! BillingDocumentStatus?! LineDescription? ShippingCity? ShippingCountry?
        text ShippingPostalCode? ShippingState? ShippingStreet?
        number DerivedUnitPrice?! Quantity? ReportingNetValueNumber?! ReportingTaxValue1?! ReportingTaxValue2?!
        number ReportingTaxValue3?! TaxRate1?[%] TaxRate2?[%] TaxRate3?[%] TaxRateTotal?![%] TaxValue1? TaxValue2?
        number TaxValue3? UnitPrice?
        money DiscountTotal? NetValueBeforeDiscount? NetValueOverride? NetValue?! ReportingNetValue?!
        money ReportingTaxValueTotal?! ReportingTotalValue?! TaxValueTotal?! TotalValue?!
        flag InvalidCompanySite! InvalidShippingAccount! ManualAddressOverride
        reference Account?->Account AnalysisItem1?->fferpcore__AnalysisItem__c
        reference AnalysisItem2?->fferpcore__AnalysisItem__c AnalysisItem3?->fferpcore__AnalysisItem__c
        reference AnalysisItem4?->fferpcore__AnalysisItem__c BillingDocument!->fferpcore__BillingDocument__c
        reference CompanySite?->fferpcore__CompanySite__c ProductService?->Product2 TaxCode1?->fferpcore__TaxCode__c
        reference TaxCode2?->fferpcore__TaxCode__c TaxCode3?->fferpcore__TaxCode__c
        as pse__%__c
        text Billing_Event_Item_Correlation_Id?
        """
    )

    /// The fields of items of billing events.
    static let billingEventItemFields = fields(
        """
        text Name!
        as pse__%__c
        text Description? Invoiced?! Is_Released?! Object_Id? Subcategory? Summary?!
        number Quantity?
        money Amount? Rounded_Amount? Unit_Price?
        day Date?
        code Category?
        reference Billing_Event_Batch?->pse__Billing_Event_Batch__c
        reference Billing_Event_Calculation?->pse__Billing_Event_Calculation__c Billing_Event?->pse__Billing_Event__c
        reference Budget?->pse__Budget__c Expense?->pse__Expense__c Milestone?->pse__Milestone__c
        reference Miscellaneous_Adjustment?->pse__Miscellaneous_Adjustment__c ProductService?->Product2
        reference Project?->pse__Proj__c Timecard_Split?->pse__Timecard__c
        """
    )

    /// The fields of splits of timecards.
    static let timecardSplitFields = fields(
        """
        text Name!
        as pse__%__c
        text Billing_Event_Invoiced?! Billing_Event_Released?! Billing_Event_Status?! Billing_Event?!
        text Cost_Rate_Currency_Code?! Eligible_for_Billing?! Friday_Notes? Invoice_Number? Monday_Notes?
        text Override_Cost_Group_Currency_Code? Override_Cost_Practice_Currency_Code?
        text Override_Cost_Region_Currency_Code? Override_Revenue_Group_Currency_Code?
        text Override_Revenue_Practice_Currency_Code? Override_Revenue_Region_Currency_Code? Saturday_Notes?
        text Sunday_Notes? Thursday_Notes? Timecard_Notes? Travel?! Tuesday_Notes? Wednesday_Notes?
        number Cost_Rate_Exchange_Rate? Estimated_Time_To_Completion? Friday_Hours? Monday_Hours? Project_Exchange_Rate?
        number Saturday_Hours? Sunday_Hours? Thursday_Hours? Total_Days_Worked? Total_Hours? Tuesday_Hours?
        number Wednesday_Hours?
        money Total_Billable_Amount? Total_Cost?
        day Bill_Date? End_Date? Invoice_Date? Start_Date?
        flag Approved Approved_for_Billing Approved_for_Vendor_Payment Billable Billed Billing_Hold Exclude_from_Billing
        flag External_Resource Include_In_Financials Invoiced Submitted Synchronous_Update_Required Time_Credited
        flag Time_Excluded Travel_Fri Travel_Mon Travel_Sat Travel_Sun Travel_Thu Travel_Tue Travel_Wed
        code Location_Fri? Location_Mon? Location_Sat? Location_Sun? Location_Thu? Location_Tue? Location_Wed?
        code Recognition_Method? Status?
        reference Assignment?->pse__Assignment__c Bill_Transaction?->pse__Transaction__c
        reference Billing_Event_Item?->pse__Billing_Event_Item__c Cost_Transaction?->pse__Transaction__c
        reference Est_Vs_Actuals?->pse__Est_Vs_Actuals__c Invoice_Transaction?->pse__Transaction__c
        reference Milestone?->pse__Milestone__c Override_Cost_Group?->pse__Grp__c
        reference Override_Cost_Practice?->pse__Practice__c Override_Cost_Region?->pse__Region__c
        reference Override_Revenue_Group?->pse__Grp__c Override_Revenue_Practice?->pse__Practice__c
        reference Override_Revenue_Region?->pse__Region__c Project?->pse__Proj__c Resource?->Contact
        reference Revenue_Transaction?->pse__Transaction__c Time_Transaction?->pse__Transaction__c
        reference Timecard_Header!->pse__Timecard_Header__c Vendor_Invoice_Item?->pse__Vendor_Invoice_Item__c
        """
    )

    /// The fields of milestones.
    static let milestoneFields = fields(
        """
        text Name
        as pse__%__c
        text Audit_Notes? Billing_Event_Invoiced?! Billing_Event_Released?! Billing_Event_Status?! Billing_Event?!
        text Description? Eligible_for_Billing?! Invoice_Number? Override_Project_Group_Currency_Code?!
        text Override_Project_Practice_Currency_Code?! Override_Project_Region_Currency_Code?!
        number Billable_Days_In_Financials? Billable_Days_Submitted? Billable_Hours_In_Financials?
        number Billable_Hours_Submitted? Estimated_Time_To_Completion? Non_Billable_Days_In_Financials?
        number Non_Billable_Days_Submitted? Non_Billable_Hours_In_Financials? Non_Billable_Hours_Submitted?
        number Percent_Hours_Completed_For_Recognition?[%] Planned_Hours? Project_Currency_Exchange_Rate?
        number Project_Task_Hours? Total_Completed_Points_from_Tasks? Total_Number_of_Completed_Tasks?
        number Total_Number_of_Tasks? Total_Points_from_Tasks?
        money Billable_Amount_In_Financials? Billable_Amount_Submitted? Billable_Expenses_In_Financials?
        money Billable_Expenses_Submitted? Default_Bill_Rate? Milestone_Amount? Milestone_Cost?
        money Non_Billable_Expenses_In_Financials? Non_Billable_Expenses_Submitted?
        money Timecard_External_Costs_In_Financials? Timecard_External_Costs_Submitted?
        money Timecard_Internal_Costs_In_Financials? Timecard_Internal_Costs_Submitted?
        day Actual_Date? Bill_Date? Invoice_Date? Start_Date? Target_Date?
        flag Action_Refresh_Expense_Rollups Action_Refresh_Timecard_Rollups Admin_Global_Edit
        flag Apply_Default_Bill_Rate_to_Timecard Approved Approved_for_Billing Approved_for_Vendor_Payment Billed
        flag Billing_Hold Closed_for_Expense_Entry Closed_for_Time_Entry Default_Bill_Rate_is_Daily_Rate
        flag Disable_Project_Task_Hours_Roll_Up Exclude_From_Tc_Exp_Rollups Exclude_from_Billing Include_In_Financials
        flag Invoiced Log_Milestone_Cost_As_External Requires_Customer_Sign_off
        code Recognition_Method? Status?
        reference Approver?->User Bill_Transaction?->pse__Transaction__c Billing_Event_Item?->pse__Billing_Event_Item__c
        reference Cost_Transaction?->pse__Transaction__c Invoice_Transaction?->pse__Transaction__c
        reference Opportunity_Product?->OpportunityLineItem Override_Project_Group?->pse__Grp__c
        reference Override_Project_Practice?->pse__Practice__c Override_Project_Region?->pse__Region__c
        reference Project?->pse__Proj__c Transaction?->pse__Transaction__c Vendor_Account?->Account
        reference Vendor_Invoice_Item?->pse__Vendor_Invoice_Item__c
        """
    )
}
