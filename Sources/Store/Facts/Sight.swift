package import Registry

/// What a reader sees of the registry: everything, or a part.
///
/// A snapshot that has one shows no other things, in lists and one by one. Facts by which rules are
/// judged are read in full all the same: a verdict does not hang on who asks.
package struct Sight: Sendable, Hashable {
    package var scope: AccountScope
    /// Whether the reader may know who lives with which condition: health data.
    package var showsPeers: Bool
    /// The day on which the scope is looked at.
    package var day: CivilDate

    package init(scope: AccountScope, showsPeers: Bool, day: CivilDate) {
        self.scope = scope
        self.showsPeers = showsPeers
        self.day = day
    }

    /// Everything.
    package static let all = Sight(scope: .all, showsPeers: true, day: .first)

    /// The scope as the statements take it; nil for everything.
    var kind: String? {
        switch scope {
        case .all: nil
        case .person: "person"
        case .organisation: "organisation"
        }
    }

    /// The number of whom it is bound to.
    var number: Int64? {
        switch scope {
        case .all: nil
        case .person(let id): id.number
        case .organisation(let id): id.number
        }
    }
}
