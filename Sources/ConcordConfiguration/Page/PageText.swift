/// Collects the HTML of a page; what is text is escaped, in elements and in attributes alike.
package struct PageText: Sendable {
    /// What was collected.
    package private(set) var html = ""

    /// A page, or a piece of one, on which nothing stands yet.
    package init() {}

    /// A page that needs nothing but itself: style and script are in it, and a policy in it forbids to load anything from
    /// elsewhere.
    ///
    /// Without its script it is a plain document. The script shows the form, and the line that says that no row is there.
    ///
    /// - Parameters:
    ///   - title: The page's title and its heading.
    ///   - style: The style.
    ///   - script: The script, as it stands in the page.
    ///   - choices: Writes what rows are filtered by, beside the words to find.
    ///   - content: Writes the page's sections.
    /// - Returns: The page, in UTF-8.
    package static func document(
        title: String,
        style: PageStyle,
        script: String,
        choices: (inout PageText) -> Void,
        content: (inout PageText) -> Void
    ) -> String {
        var page = PageText()
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        page.raw("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n<title>")
        page.text(title)
        page.raw("</title>\n<style>\n\(style.text)</style>\n</head>\n<body>\n<header>\n<h1>")
        page.text(title)
        page.raw("</h1>\n<form id=\"filters\" role=\"search\" hidden>\n")
        page.raw("<label class=\"find\">Find <input type=\"search\" id=\"find\" autocomplete=\"off\"></label>\n")
        choices(&page)
        page.raw("<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n</header>\n<main>\n")
        content(&page)
        page.raw(
            "<p id=\"none\" hidden>No row is like that. <button type=\"button\" id=\"reset\">Show all</button></p>\n"
        )
        page.raw("</main>\n<script>\n\(script)</script>\n</body>\n</html>\n")
        return page.html
    }

    /// Writes markup.
    package mutating func raw(_ markup: String) {
        html += markup
    }

    /// Writes text.
    package mutating func text(_ text: String) {
        html += MarkupText.escaped(text)
    }

    /// Writes a pointer or a path, which may be broken behind its separators.
    package mutating func code(_ text: String) {
        raw("<code>")
        var isBegun = false
        var wasSeparator = false
        for (index, character) in text.enumerated() {
            let isSeparator = character == "/" || character == "." || character == "_"
            // A letter or two, as the `c` of `Rate__c`, are not worth a line.
            if wasSeparator, !isSeparator, isBegun, text.count - index > 2 { raw("<wbr>") }
            self.text(String(character))
            isBegun = isBegun || !isSeparator
            wasSeparator = isSeparator
        }
        raw("</code>")
    }

    /// Writes lines, one below the other.
    package mutating func lines(_ lines: [String]) {
        for (index, line) in lines.enumerated() {
            if index > 0 { raw("<br>") }
            text(line)
        }
    }

    /// Writes a sentence in which code stands between grave accents.
    package mutating func prose(_ sentence: String) {
        for (index, part) in sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
            if index.isMultiple(of: 2) {
                text(String(part))
            } else {
                raw("<code>")
                text(String(part))
                raw("</code>")
            }
        }
    }

    /// Writes a choice among values, each once, in the order in which they come.
    package mutating func choice(_ id: String, _ label: String, _ values: [String]) {
        raw("<label>\(label) <select id=\"\(id)\"><option value=\"\">all</option>")
        var seen: Set<String> = []
        for value in values where seen.insert(value).inserted {
            raw("<option>")
            text(value)
            raw("</option>")
        }
        raw("</select></label>\n")
    }
}
