public import ConcordMapping
import ConcordSchema

/// The mappings of Workday's objects: of reports as JSON, and of elements of Workday Web Services (SOAP).
///
/// ## Reports as a service
///
/// ``workerReport``, ``projectReport`` and ``customerInvoiceReport`` read the rows of custom reports in the form
/// `format=json`, which stand in the array `Report_Entry` (``reportEnvelope``). Whoever makes a report names its
/// columns; a mapping names those that it reads, as Workday makes them out of field names, with `_` for each blank.
/// Columns of other names are kept. In a report
///
/// - a reference to another object is its label, such as `Company`. Put two columns beside it: `Company_WID` with the
///   object's Workday ID, and `Company_ID` with its reference ID. The Workday ID is taken where both are there;
/// - flags are `1` and `0`, numbers and amounts are text, and what is empty is not there;
/// - a group of several rows, such as the lines of an invoice, is an array of its own.
///
/// Reports cannot be sent back: what is written onto a row shows what changed, under the columns' names.
///
/// ## Workday Web Services
///
/// ``worker``, ``project`` and ``customerInvoice`` read the elements `wd:Worker`, `wd:Project` and
/// `wd:Customer_Invoice` of the answers to `Get_Workers`, `Get_Projects` and `Get_Customer_Invoices`, which
/// `XMLPayloadReader` makes into objects:
///
/// ```swift
/// let reader = XMLPayloadReader(records: "Worker", lists: Workday.repeatedElements)
/// ```
///
/// A reference has several typed IDs, `<wd:ID wd:type="WID">`, and a label, its `wd:Descriptor`. They are read so:
///
/// - of another object, the Workday ID (WID) is asked for in the identity crosswalk, by the type of the object
///   (`Company`), and then each of the other IDs, by that and its own type (`Company.Company_Reference_ID`). A changed
///   reference is written as the one ID that the crosswalk has, because Workday refuses IDs that are not of one object;
/// - of the object itself, every ID becomes an external reference, the Workday ID first;
/// - of an entry in a list, the reference ID is the code and the label its words, because Workday IDs differ from
///   tenant to tenant.
///
/// The label of a reference is Workday's own: it is kept, and does not count when Workday is written to. Dates may have
/// an offset behind them (`2026-05-01-07:00`), which does not change the day; a changed date is written without one.
///
/// `Submit_Customer_Invoice` and `Submit_Project` take the elements that are written, in the order of Workday's schema,
/// in which the rules stand; members that were not there before come last. An element whose value was taken away comes
/// as nil: leave it out of the request. Workers are changed by events of their own (`Hire_Employee`, `Change_Job`, …):
/// what is written onto a worker shows what changed.
///
/// ## Sources
///
/// Element names of invoices are those of a sample message of the service Revenue_Management. Those of workers and
/// projects, and the words of statuses, are from general knowledge of the services Human_Resources and
/// Resource_Management, and each mapping says so.
public enum Workday {
    /// The versions whose payloads the mappings of elements were made for.
    static let api = "Workday Web Services v27.0 to v44.2"

    /// The form of report that the mappings of rows were made for.
    static let reportAPI = "Reports as a Service, JSON"

    /// What reports put around their rows: `{"Report_Entry":[…]}`.
    public static let reportEnvelope = PayloadEnvelope(items: "Report_Entry")

    /// The local names of elements that may repeat; an XML reader makes lists of them, whether there is one or many.
    public static let repeatedElements: Set<String> = [
        "ID", "Worker_Job_Data", "Position_Organization_Data", "Worker_Organization_Data", "Leave_Status_Data",
        "Address_Data", "Phone_Data", "Email_Address_Data", "Usage_Data", "Type_Data", "Management_Chain_Data",
        "Manager_as_of_last_detected_manager_change_Reference", "Job_Family_Reference",
        "Optional_Project_Hierarchy_Reference", "Related_Worktags_by_Type_Data", "Worktags_Reference",
        "Customer_Invoice_Line_Replacement_Data", "Bill_To_Contact_Reference", "Bill_To_Address_Data",
        "Bill-To_Address_Data", "Ship_To_Address_Data", "Address_Line_Data", "Tax_Code_Data", "Tax_Rate_Data",
        "Dispute_Reason_Reference", "Revenue_Recognition_Schedule_Reference", "Attachment_Data", "Note_Data",
    ]
}
