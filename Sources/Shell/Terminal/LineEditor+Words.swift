/// Where the cursor goes. Indices of `before` hold for `text` too: it is how `text` begins.
extension LineEditor {
    /// One character to the right of the cursor.
    func indexAfterNext() -> String.Index {
        let whole = text
        let here = whole.index(whole.startIndex, offsetBy: before.count)
        return whole.index(here, offsetBy: 1, limitedBy: whole.endIndex) ?? whole.endIndex
    }

    /// The start of the word that ends at or before the cursor; words are parted by spaces.
    func startOfWord() -> String.Index {
        let trimmed = before.lastIndex { $0 != " " } ?? before.startIndex
        guard let space = before[..<trimmed].lastIndex(of: " ") else { return before.startIndex }
        return before.index(after: space)
    }

    /// The end of the word that begins at or after the cursor.
    func endOfWord() -> String.Index {
        let whole = text
        let here = whole.index(whole.startIndex, offsetBy: before.count)
        let word = whole[here...].firstIndex { $0 != " " } ?? whole.endIndex
        return whole[word...].firstIndex(of: " ") ?? whole.endIndex
    }
}
