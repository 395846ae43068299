/// What was found when a licence was looked for.
package enum LicenceMatch: Hashable, Sendable {
    /// The programme needs no licence.
    case notNeeded
    /// This licence serves.
    case inForce(Licence)
    /// None serves; this one came nearest.
    case missed(LicenceMiss, LicenceID)
    /// There never was a licence.
    case none

    /// The licence that serves, if one does.
    package var licence: Licence? {
        if case .inForce(let licence) = self { return licence }
        return nil
    }
}

/// Why a licence does not serve, in the order in which the nearest miss is chosen (registry
/// contract, "May organisation O offer programme P").
package enum LicenceMiss: String, Hashable, CaseIterable, Sendable {
    case suspended, revoked
    case languageNotCovered = "language-not-covered"
    case typeNotAccepted = "type-not-accepted"
    case programmeNotCovered = "programme-not-covered"
    case expired
    case notYet = "not-yet"
}
