package struct OrganisationID: RegistryID {
    package static let letter: Character = "O"
    package static let noun = "organisation"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct PersonID: RegistryID {
    package static let letter: Character = "P"
    package static let noun = "person"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct LicenceID: RegistryID {
    package static let letter: Character = "L"
    package static let noun = "licence"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct TrainingID: RegistryID {
    package static let letter: Character = "T"
    package static let noun = "training"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct CertificationID: RegistryID {
    package static let letter: Character = "C"
    package static let noun = "certification"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct WorkshopID: RegistryID {
    package static let letter: Character = "W"
    package static let noun = "workshop"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct NoticeID: RegistryID {
    package static let letter: Character = "N"
    package static let noun = "notice"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}

package struct EventID: RegistryID {
    package static let letter: Character = "E"
    package static let noun = "event"
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
}
