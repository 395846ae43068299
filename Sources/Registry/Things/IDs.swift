/// An organisation, `O-1`.
package struct OrganisationID: RegistryID {
    package static let letter: Character = "O"
    package static let noun = "organisation"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A person, `P-1`: how people are named in reasons, logs and events.
package struct PersonID: RegistryID {
    package static let letter: Character = "P"
    package static let noun = "person"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A licence, `L-1`.
package struct LicenceID: RegistryID {
    package static let letter: Character = "L"
    package static let noun = "licence"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A training, `T-1`.
package struct TrainingID: RegistryID {
    package static let letter: Character = "T"
    package static let noun = "training"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// One person in one role of one programme, `C-1`.
package struct CertificationID: RegistryID {
    package static let letter: Character = "C"
    package static let noun = "certification"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A workshop, `W-1`.
package struct WorkshopID: RegistryID {
    package static let letter: Character = "W"
    package static let noun = "workshop"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A notice, `N-1`.
package struct NoticeID: RegistryID {
    package static let letter: Character = "N"
    package static let noun = "notice"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// An entry of the event log, `E-1`.
package struct EventID: RegistryID {
    package static let letter: Character = "E"
    package static let noun = "event"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A dated row of policy, `R-1`.
package struct PolicyID: RegistryID {
    package static let letter: Character = "R"
    package static let noun = "policy"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// An account, `A-1`: how accounts are named in the log, where a name may be somebody's address.
package struct AccountID: RegistryID {
    package static let letter: Character = "A"
    package static let noun = "account"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

/// A token of an account, `K-1`: the key, not what it says.
package struct TokenID: RegistryID {
    package static let letter: Character = "K"
    package static let noun = "token"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}
