/// What a person pressed, as far as the line editor cares.
package enum Key: Sendable, Equatable {
    /// One scalar of text, printable.
    case text(Unicode.Scalar)
    case enter
    case tab
    case backspace
    case delete
    case left
    case right
    case wordLeft
    case wordRight
    case up
    case down
    case home
    case end
    case killToEnd
    case killToStart
    case killWord
    case yank
    case clearScreen
    /// Control-C.
    case interrupt
    /// Control-D.
    case endOfInput
    /// A key that means nothing here, read to its end so that it leaves no litter in the line.
    case unknown
}
