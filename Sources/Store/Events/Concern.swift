package import Registry

/// Of whom and of what facts may have changed: whoever keeps a copy of them has to read these
/// again.
///
/// Told by the events of the changes, and by the same rule for one's own and for those of other
/// daemons: whoever or whatever is named on the line of a thing before or after its change is
/// concerned by it. That may be more than what changed, and never less.
package struct Concern: Sendable, Equatable {
    package var people: Set<PersonID> = []
    package var organisations: Set<OrganisationID> = []
    /// Programmes or policy: whatever was judged by them is to be judged anew.
    package var isOfRules = false

    package init() {}

    package var isEmpty: Bool { people.isEmpty && organisations.isEmpty && !isOfRules }

    package mutating func formUnion(_ other: Concern) {
        people.formUnion(other.people)
        organisations.formUnion(other.organisations)
        isOfRules = isOfRules || other.isOfRules
    }

    /// Adds what an event concerns.
    ///
    /// - Parameters:
    ///   - command: what was asked for. Commands about rules are known by their first word: a
    ///     programme's code may look like an id.
    ///   - thing: the thing that was changed.
    ///   - lines: its line before and after, as JSON.
    mutating func add(command: String, thing: String, lines: [String?]) {
        if command.hasPrefix("programme ") || command.hasPrefix("policy ") {
            isOfRules = true
            return
        }
        for line in ["\"\(thing)\""] + lines {
            guard let line else { continue }
            for id in IDScanner(line) { add(id) }
        }
    }

    private mutating func add(_ id: (letter: UInt8, number: Int64)) {
        switch Character(Unicode.Scalar(id.letter)) {
        case PersonID.letter: people.insert(PersonID(id.number))
        case OrganisationID.letter: organisations.insert(OrganisationID(id.number))
        default: break
        }
    }
}

/// The ids in a line of JSON: what begins a string and is a letter, a hyphen and digits up to its
/// end, or up to the colon after which an affiliation's or a coverage's days stand.
private struct IDScanner: Sequence, IteratorProtocol {
    private var rest: Substring.UTF8View

    init(_ line: String) {
        rest = line[...].utf8
    }

    mutating func next() -> (letter: UInt8, number: Int64)? {
        while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest[rest.index(after: quote)...]
            let end = rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ":") }
            guard let end else { return nil }
            if let id = Self.id(in: rest[..<end]) { return id }
        }
        return nil
    }

    private static func id(in text: Substring.UTF8View) -> (letter: UInt8, number: Int64)? {
        guard let letter = text.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter),
            text.dropFirst().first == UInt8(ascii: "-"),
            let number = Int64(Substring(text.dropFirst(2)))
        else { return nil }
        return (letter, number)
    }
}
