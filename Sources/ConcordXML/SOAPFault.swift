internal import ConcordSchema

/// What a server says in a SOAP fault.
struct SOAPFault {
    /// The namespaces of SOAP 1.1 and 1.2.
    static let namespaces: Set<String> = [
        "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope",
    ]

    private let code: String
    private let reason: String

    /// The fault of an element: SOAP 1.1 §4.4 or SOAP 1.2 part 1 §5.4.
    init(_ node: XMLNode) {
        let codes = [
            node.text(at: "faultcode"), node.text(at: "Code", "Value"), node.text(at: "Code", "Subcode", "Value"),
        ]
        code = codes.compactMap(\.self).joined(separator: " ")
        reason = node.text(at: "faultstring") ?? node.text(at: "Reason", "Text") ?? ""
    }

    func issue(at position: SourcePosition) -> Issue {
        Issue(
            .soapFault,
            position: position,
            expected: "an answer without a fault",
            observed: [code, reason].filter { !$0.isEmpty }.joined(separator: ": "),
            remedy: "Correct the request as the server says; the payload has the fault with its detail."
        )
    }
}
