import AdminProtocol

/// The line that is being typed: keys in, the state of the line and what to do about it out.
///
/// A value without a terminal, so that every key is a line in a test. The text is kept as what
/// stands before the cursor and what stands after it: a combining mark then joins the character
/// it was typed after by itself, and the cursor can never stand inside a character.
package struct LineEditor: Sendable, Equatable {
    /// What the prompt must do after a key.
    package enum Effect: Sendable, Equatable {
        case none
        case redraw
        case clearScreen
        case complete
        /// Enter: the line is done.
        case submit(String)
        /// Control-C: the line is given up.
        case abandon
        /// Control-D on an empty line.
        case quit
    }

    /// The longest line that can be typed, in bytes, but for its last character.
    package static let maxLine = ProtocolLimits.maxLine - 4

    package private(set) var before = ""
    package private(set) var after = ""
    private var killed = ""
    private var recall: HistoryRecall

    /// - Parameter history: earlier lines, the oldest first.
    package init(history: [String] = []) {
        recall = HistoryRecall(lines: history)
    }

    package var text: String { before + after }

    /// Takes one key.
    package mutating func press(_ key: Key) -> Effect {
        switch key {
        case .text(let scalar):
            guard before.utf8.count + after.utf8.count < Self.maxLine else { return .none }
            before.unicodeScalars.append(scalar)
            return .redraw
        case .enter: return .submit(text)
        case .tab: return .complete
        case .interrupt: return .abandon
        case .clearScreen: return .clearScreen
        case .endOfInput where text.isEmpty: return .quit
        case .endOfInput, .delete: return change { $0.after = String($0.after.dropFirst()) }
        case .backspace: return change { $0.before = String($0.before.dropLast()) }
        case .up, .down: return remember(key)
        case .killToEnd, .killToStart, .killWord, .yank: return kill(key)
        case .left, .right, .wordLeft, .wordRight, .home, .end: return move(key)
        case .unknown: return .none
        }
    }

    /// Puts a text in the place of the last characters before the cursor.
    package mutating func replace(last count: Int, with text: String) {
        before = String(before.dropLast(count)) + text
    }

    private mutating func change(_ body: (inout LineEditor) -> Void) -> Effect {
        let old = self
        body(&self)
        return self == old ? .none : .redraw
    }

    private mutating func move(_ key: Key) -> Effect {
        change { editor in
            let whole = editor.text
            let cut =
                switch key {
                case .left: editor.before.dropLast().endIndex
                case .right: editor.indexAfterNext()
                case .wordLeft: editor.startOfWord()
                case .wordRight: editor.endOfWord()
                case .home: whole.startIndex
                default: whole.endIndex
                }
            editor.before = String(whole[..<cut])
            editor.after = String(whole[cut...])
        }
    }

    private mutating func kill(_ key: Key) -> Effect {
        change { editor in
            switch key {
            case .killToEnd:
                if !editor.after.isEmpty { editor.killed = editor.after }
                editor.after = ""
            case .killToStart:
                if !editor.before.isEmpty { editor.killed = editor.before }
                editor.before = ""
            case .killWord:
                let start = editor.startOfWord()
                if start < editor.before.endIndex {
                    editor.killed = String(editor.before[start...])
                }
                editor.before = String(editor.before[..<start])
            default: editor.before += editor.killed
            }
        }
    }

    private mutating func remember(_ key: Key) -> Effect {
        let line = key == .up ? recall.earlier(leaving: text) : recall.later(leaving: text)
        guard let line else { return .none }
        before = line
        after = ""
        return .redraw
    }
}
