public import ConcordSchema

extension IssueCode {
    /// The bytes are not well-formed XML (XML 1.0, Namespaces in XML 1.0).
    public static let xmlSyntax: Self = "xml.syntax"
    /// The document ends before its elements do.
    public static let xmlUnexpectedEnd: Self = "xml.unexpectedEnd"
    /// The document has a document type declaration.
    public static let xmlDoctype: Self = "xml.doctype"
    /// The document is in an encoding that is not read.
    public static let xmlEncoding: Self = "xml.encoding"
    /// The document, or one record of it, exceeds a limit.
    public static let xmlLimit: Self = "xml.limit"
    /// Two names of different namespaces would be one in JSON.
    public static let xmlCollision: Self = "xml.collision"
    /// The server answers with a SOAP fault.
    public static let soapFault: Self = "xml.soapFault"
    /// A member's name cannot be that of an element or attribute.
    public static let xmlName: Self = "xml.name"
    /// A value cannot stand in XML.
    public static let xmlValue: Self = "xml.value"
}
