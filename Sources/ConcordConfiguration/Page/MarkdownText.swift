/// Text that stands in Markdown as it is, in the cells of tables too.
package enum MarkdownText {
    /// The text with escapes for what Markdown and the HTML in it would take for their own; a line's end is `<br>`.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "|", "\\", "`", "*", "[", "]": result += "\\\(character)"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case _ where character.isNewline: result += "<br>"
            default: result.append(character)
            }
        }
        return result
    }
}
