// What records refer to and the model does not describe. Each is the type of an id and has no values: the thing itself
// stays in the system that keeps it.

/// A role in which people work and are priced: consultant, architect, project manager.
public enum Role {}

/// A calendar of working days, working hours and public holidays.
public enum WorkCalendar {}

/// A department or practice of the firm.
public enum Department {}

/// A cost centre in the firm's books.
public enum CostCentre {}

/// A place where people are based or work.
public enum Location {}

/// A person, whatever resources, users and contacts the person is.
public enum Person {}

/// Somebody who acts in the firm's systems: an employee, or a customer's contact who approves there.
public enum User {}

/// Several projects that are led as one.
public enum Programme {}

/// A pattern from which projects are made.
public enum ProjectTemplate {}

/// A rule by which one legal entity of the firm charges another for work.
public enum TransferPriceRule {}
