/// Cleans the server's primary messages.
enum ServerMessage {
    /// Errors about data (class 22) quote what was sent, as in `invalid input syntax for type
    /// date: "1999-02-31"`; the quotation is cut off. Other classes quote names only.
    static func withoutValues(_ message: String, sqlState: SQLState) -> String {
        guard sqlState.errorClass == "22" else { return message }
        var kept = message.prefix { $0 != "\"" && $0 != "«" && $0 != "„" && $0 != "“" }
        while let last = kept.last, last == " " || last == ":" { kept.removeLast() }
        return String(kept)
    }
}
