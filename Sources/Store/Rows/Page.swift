/// A part of a list: what comes after a number, and how much of it.
package struct Page: Sendable, Equatable {
    /// The number of the last thing already seen, 0 for the beginning.
    package var after: Int64
    /// How many at most, at least 1.
    package var limit: Int

    package init(after: Int64 = 0, limit: Int) {
        self.after = after
        self.limit = limit
    }
}

/// A pattern of SQL's LIKE that matches whatever holds a text, its own signs taken literally.
struct LikePattern {
    let text: String

    init(holding text: String) {
        var escaped = ""
        // Scalar by scalar, as the database sees it: a sign with an accent is still a sign.
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        self.text = "%\(escaped)%"
    }
}
